#include "layout/paginate.h"

#include "layout/density.h"
#include "layout/measures.h"
#include "layout/pagefill.h"
#include <string.h>

enum { SPREAD_MOST = 4 }; /* pages */

/* Above a section that runs on; one that has little to say is no more than a heading. */
static mp gap_above(const struct section *section) {
    return (section->brief ? 4 : 6) * UNIT_U;
}

static bool runs_on(const struct pageflow *flow, const struct section *section,
                    const struct page_geometry *geometry) {
    if (!section->run_on || flow->out->pages.count == 0)
        return false;
    const mp left = pageflow_bottom(flow, 0) - flow->y;
    return flow->geometry.width == geometry->width &&
           (section->brief || left >= (geometry->body_bottom - geometry->body_top) / 3);
}

static mp room_left(const struct pageflow *flow, const struct section *section) {
    return pageflow_bottom(flow, 0) - flow->y - gap_above(section);
}

/* Whether a section that runs on begins on what is left of the page; one that a page of its own
 * would hold is torn only for a page that would stay half empty, and a brief one never. */
static bool begins_here(struct pageflow *flow, const struct galley *galley,
                        const struct section *section) {
    const mp height = galley_height(galley, 0, galley->items.count);
    const mp room = room_left(flow, section);
    const bool one_page = height <= flow->composer->body_height;
    if (height > room && (section->brief || (one_page && room < flow->composer->body_height / 2)))
        return false;
    const struct page_spot spot = {flow->geometry.margin, flow->y + gap_above(section), false, 0};
    return pagefill_begins(flow, galley, spot);
}

/* Where a section begins. */
struct start {
    const struct section *section;
    struct page_geometry geometry;
    mp floor;                   /* above the end of the body where rows are spread */
    bool on;                    /* on the page of the one before */
    bool titled;                /* it says on later pages what it says on the first */
    const struct section *next; /* that may go on where it ends, or NULL */
};

static struct start start_of(const struct pageflow *flow, const struct section *section) {
    const struct page_geometry geometry =
        layout_geometry(flow->composer->document->paper, section->orientation);
    return (struct start){.section = section, .geometry = geometry, .floor = geometry.body_bottom};
}

static struct galley *measure(struct composer *composer, const struct start *start,
                              unsigned density) {
    return measures_section(composer, start->section, &start->geometry, density);
}

static void place_section(struct pageflow *flow, const struct start *start,
                          const struct galley *galley) {
    if (!start->on)
        pageflow_end(flow);
    flow->section = start->section;
    flow->geometry = start->geometry;
    flow->floor = start->floor;
    flow->begun = start->on;
    flow->titled = start->titled;
    if (start->on)
        flow->y += gap_above(start->section);
    else
        pageflow_begin_page(flow);
    composer_place(flow->composer, start->section->anchor, start->section->name,
                   pageflow_page(flow), flow->y);
    pagefill(flow, galley);
}

/* Whether, in a flow that nobody sees, a section goes on where the one before it ended. */
static bool joins(struct pageflow *flow, const struct section *section) {
    if (!section)
        return false;
    /* Its notes are not counted yet; after notes, what is kept was measured without regard to them.
     */
    if (flow->composer->footnotes.count > 0)
        flow->composer->measures = NULL;
    memset(&flow->composer->footnotes, 0, sizeof flow->composer->footnotes);
    flow->composer->footnote_index = NULL;
    const struct start start = start_of(flow, section);
    const struct galley *galley = measure(flow->composer, &start, 0);
    return galley->items.count > 0 && runs_on(flow, section, &start.geometry) &&
           begins_here(flow, galley, section);
}

/* What comes of placing a section. */
struct outcome {
    size_t pages;      /* that it begins */
    bool nearly_empty; /* the last of them, and nothing goes on there */
    bool torn;         /* on the last of them goes on a table */
    bool joined;       /* the next section goes on where it ends */
    bool titles;       /* its title stands on later pages, or would were it to */
};

/* Places a section where nobody sees it. */
static struct outcome tried(const struct pageflow *flow, const struct start *start,
                            const struct galley *galley) {
    struct arena *aside = arena_aside(flow->composer->arena);
    struct composer composer = *flow->composer;
    composer.arena = composer.lasting = aside;
    composer.diags = diags_new(aside);
    composer.anchors = idmap_new(aside);
    memset(&composer.places, 0, sizeof composer.places);
    struct pagination unseen = {.placements = {0}};
    struct pageflow trial = *flow;
    trial.composer = &composer;
    trial.out = &unseen;
    trial.titles = false;
    vec_push(aside, &unseen.pages, ((struct frame_page){.section = start->section}));
    place_section(&trial, start, galley);
    struct outcome outcome = {.pages = unseen.pages.count - 1, .titles = trial.titles};
    outcome.joined = start->next && joins(&trial, start->next);
    outcome.nearly_empty = outcome.pages >= (start->on ? 1 : 2) && !outcome.joined &&
                           trial.y - trial.geometry.body_top < pageflow_share(&trial, 1, 3);
    for (size_t i = unseen.placements.count; i > 0 && !outcome.torn; i--)
        outcome.torn = unseen.placements.items[i - 1].page == outcome.pages &&
                       unseen.placements.items[i - 1].part == PLACED_HEAD_AGAIN;
    arena_free(aside);
    return outcome;
}

/* The same section a little closer, if that spares a page that would hold little. */
static const struct galley *spared(const struct pageflow *flow, const struct start *start,
                                   const struct galley *designed, struct outcome *outcome) {
    struct composer *composer = flow->composer;
    struct diags *diags = composer->diags;
    const size_t most = outcome->pages;
    const struct galley *galley = designed;
    composer->diags = diags_new(composer->arena); /* what is found was found before */
    for (unsigned step = 1; step < DENSITY_STEPS && outcome->pages == most; step++) {
        galley = measure(composer, start, step);
        *outcome = tried(flow, start, galley);
    }
    composer->diags = diags;
    return outcome->pages < most ? galley : designed;
}

/* Rows that would stand nearly alone on the last of a few pages get company: the pages end as early
 * as their number allows. */
static void spread(const struct pageflow *flow, struct start *start, const struct galley *galley) {
    const struct outcome outcome = tried(flow, start, galley);
    if (start->on || outcome.pages > SPREAD_MOST || !outcome.nearly_empty || !outcome.torn ||
        pageflow_notes(galley, 0, galley->items.count) > 0)
        return;
    mp low = start->geometry.body_top;
    mp high = start->geometry.body_bottom;
    while (high - low > UNIT_U) {
        start->floor = low + (high - low) / 2;
        if (tried(flow, start, galley).pages > outcome.pages)
            low = start->floor;
        else
            high = start->floor;
    }
    start->floor = high;
}

/* How a section of several pages stands on as few of them as it can: how close, and with its title
 * on each if that costs nothing. */
static const struct galley *settled(const struct pageflow *flow, struct start *start,
                                    const struct galley *designed) {
    const mp room = start->on ? room_left(flow, start->section) : flow->composer->body_height;
    if (flow->notes || galley_height(designed, 0, designed->items.count) <= room)
        return designed;
    struct outcome plain = tried(flow, start, designed);
    const bool same = !plain.titles && !plain.nearly_empty; /* with the title on each page */
    const struct galley *galley =
        plain.nearly_empty ? spared(flow, start, designed, &plain) : designed;
    start->titled = true;
    const struct outcome titled = same ? plain : tried(flow, start, galley);
    start->titled = titled.pages <= plain.pages && titled.joined == plain.joined;
    if (titled.nearly_empty)
        spread(flow, start, galley);
    return galley;
}

/* True of a section that a page of its own would hold, and of which here only a little would stand
 * on the next. */
static bool tears_badly(const struct pageflow *flow, const struct start *start,
                        const struct galley *galley) {
    const mp height = galley_height(galley, 0, galley->items.count);
    return start->on && height > room_left(flow, start->section) &&
           height <= flow->composer->body_height && tried(flow, start, galley).nearly_empty;
}

static void flow_section(struct pageflow *flow, size_t number) {
    const struct document *document = flow->composer->document;
    const struct section *section = document->sections.items[number];
    struct start start = start_of(flow, section);
    if (number + 1 < document->sections.count && document->sections.items[number + 1]->run_on)
        start.next = document->sections.items[number + 1];
    const struct galley *galley = measure(flow->composer, &start, 0);
    if (galley->items.count == 0)
        return;
    start.on = runs_on(flow, section, &start.geometry) && begins_here(flow, galley, section);
    start.on &= !tears_badly(flow, &start, galley);
    place_section(flow, &start, settled(flow, &start, galley));
}

static struct pageflow begin(struct composer *composer) {
    return (struct pageflow){.composer = composer,
                             .out = arena_alloc(composer->lasting, sizeof(struct pagination))};
}

struct pagination *paginate(struct composer *composer) {
    struct pageflow flow = begin(composer);
    for (size_t i = 0; i < composer->document->sections.count; i++)
        flow_section(&flow, i);
    pageflow_end(&flow);
    return flow.out;
}

struct pagination *paginate_each(struct composer *composer, paginate_taken_fn *taken, void *user) {
    struct pageflow flow = begin(composer);
    for (size_t i = 0; i <= composer->document->sections.count; i++) {
        composer->arena = arena_aside(composer->lasting);
        if (i < composer->document->sections.count)
            flow_section(&flow, i);
        else
            pageflow_end(&flow);
        taken(user, flow.out);
        flow.out->placements.items = NULL;
        flow.out->placements.count = flow.out->placements.capacity = 0;
        arena_free(composer->arena);
        composer->arena = composer->lasting;
    }
    return flow.out;
}

#include "layout/layout.h"

#include "layout/blockdraw.h"
#include "layout/composer.h"
#include "layout/footnote.h"
#include "layout/frame.h"
#include "layout/measures.h"
#include "layout/mirror.h"
#include "layout/monochrome.h"
#include "layout/paginate.h"
#include "layout/watermark.h"
#include "text/hyphen.h"
#include <assert.h>

#define DIGITS_MOST 5u

struct page_geometry layout_geometry(enum paper paper, enum orientation orientation) {
    static const struct page_geometry geometries[2][2] = {
        [PAPER_A4] = {[PORTRAIT] = {MM(210), MM(297), MM(18), MM(174), MM(20), MM(280)},
                      [LANDSCAPE] = {MM(297), MM(210), MM(16.5), MM(264), MM(16.5), MM(196)}},
        [PAPER_LETTER] = {
            [PORTRAIT] = {MM(215.9), MM(279.4), MM(20.95), MM(174), MM(20), MM(262.4)},
            [LANDSCAPE] = {MM(279.4), MM(215.9), MM(12.7), MM(254), MM(16.5), MM(201.9)}}};
    assert((unsigned)paper < 2 && (unsigned)orientation < 2);
    return geometries[paper][orientation];
}

static unsigned digits(size_t number) {
    unsigned count = 1;
    for (; number >= 10; number /= 10)
        count++;
    return count;
}

/* Placements of a section that nobody needs yet. */
static void pass_by(void *user, const struct pagination *section) {
    (void)user;
    (void)section;
}

/* Places everything; again, with more room for page numbers, if there are more pages than two
 * digits can name. */
static struct pagination *place(struct composer *composer, unsigned first_digits, bool each) {
    struct diags *diags = composer->diags;
    for (composer->page_digits = first_digits;; composer->page_digits++) {
        composer->anchors = idmap_new(composer->lasting);
        composer->unknown = idmap_new(composer->lasting);
        composer->places.count = 0;
        footnote_forget(composer, 0);
        struct pagination *pagination =
            each ? paginate_each(composer, pass_by, NULL) : paginate(composer);
        const bool enough = digits(pagination->pages.count) <= composer->page_digits;
        /* What the first attempt found is not said twice. */
        composer->diags = enough ? diags : diags_new(composer->lasting);
        if (enough)
            return pagination;
        assert(composer->page_digits < DIGITS_MOST);
    }
}

/* Page numbers take no fewer digits than that: each of these sections begins a page. */
static unsigned least_digits(const struct document *document) {
    size_t pages = 0;
    for (size_t i = 0; i < document->sections.count; i++)
        pages += !document->sections.items[i]->run_on;
    return pages < 10 ? 2 : digits(pages);
}

/* Of documents with more sections than two digits can count, what is measured would take more
 * memory than the document itself, also where several sections share a page. */
static bool is_long(const struct document *document) {
    return digits(document->sections.count) > 2;
}

/* ---- drawing ---------------------------------------------------------------------------------
 */

static void begin_scene(struct composer *composer) {
    const struct document *document = composer->document;
    struct scene *scene = scene_new(composer->lasting);
    scene->title = document->title;
    scene->author = document->author;
    scene->subject = document->subject;
    scene->keywords = document->keywords;
    scene->language = document->language;
    scene->date = document->date;
    scene->source_digest = document->source_digest;
    composer->scene = scene;
}

static void draw_pages(struct composer *composer, const struct pagination *pagination) {
    const uint32_t count = (uint32_t)pagination->pages.count;
    for (uint32_t i = 0; i < count; i++) {
        const struct frame_page *page = &pagination->pages.items[i];
        const char *label = arena_printf(composer->lasting, "%u", i + 1);
        scene_add_page(composer->scene, page->geometry.width, page->geometry.height, label);
        frame_draw(composer, page, i, count);
    }
}

static void begin_section(struct composer *composer, const struct placement *first) {
    const struct section *section = first->section;
    composer->section = scene_add_element(composer->scene, SCENE_ROOT, TAG_SECT);
    if (!section->in_outline || !section->name)
        return;
    scene_add_outline(composer->scene, 1, section->name, first->page, first->y);
}

/* What is drawn of a document so far. */
struct drawing {
    struct composer *composer;
    const struct section *section; /* the one being drawn */
};

static void draw_placements(void *user, const struct pagination *pagination) {
    struct drawing *d = user;
    struct composer *composer = d->composer;
    for (size_t i = 0; i < pagination->placements.count; i++) {
        const struct placement *placement = &pagination->placements.items[i];
        if (placement->section != d->section) {
            d->section = placement->section;
            begin_section(composer, placement);
        }
        assert(d->section);
        if (placement->item->outline && placement->part == PLACED_ITEM)
            scene_add_outline(composer->scene, d->section->in_outline ? 2 : 1,
                              placement->item->outline, placement->page, placement->y);
        blockdraw(composer, placement);
    }
}

static void keep_text(const struct composer *composer, const char **text) {
    if (*text && arena_holds(composer->arena, *text))
        *text = arena_strdup(composer->lasting, *text);
}

/* Of elements from the first: what they say must outlive what was measured. */
static void settle(const struct composer *composer, size_t first) {
    scene_settle(composer->scene);
    for (size_t i = first; i < composer->scene->elements.count; i++) {
        struct scene_detail *detail = composer->scene->elements.items[i].detail;
        if (!detail)
            continue;
        keep_text(composer, &detail->alt);
        keep_text(composer, &detail->actual);
        keep_text(composer, &detail->language);
        keep_text(composer, &detail->summary);
        keep_text(composer, &detail->note_id);
    }
}

/* A section, whose measures are given back when it is drawn. */
static void draw_section(void *user, const struct pagination *pagination) {
    const struct drawing *d = user;
    const size_t first = d->composer->scene->elements.count;
    scene_draft(d->composer->scene, d->composer->arena);
    draw_placements(user, pagination);
    settle(d->composer, first);
}

/* Placed twice: first for the numbers of the pages, then to be drawn. */
static void draw_each(struct composer *composer) {
    struct diags *diags = composer->diags;
    composer->diags = diags_new(composer->lasting);
    const struct pagination *pagination = place(composer, least_digits(composer->document), true);
    composer->diags = diags;
    begin_scene(composer);
    struct arena *drafts = arena_aside(composer->lasting);
    scene_draft(composer->scene, drafts);
    draw_pages(composer, pagination);
    scene_settle(composer->scene);
    arena_free(drafts);
    struct drawing drawing = {composer, NULL};
    paginate_each(composer, draw_section, &drawing);
}

/* What is only measured goes with the measures. */
static void draw_all(struct composer *composer) {
    composer->arena = measures_arena(composer->measures);
    const struct pagination *pagination = place(composer, least_digits(composer->document), false);
    begin_scene(composer);
    scene_draft(composer->scene, composer->arena);
    draw_pages(composer, pagination);
    struct drawing drawing = {composer, NULL};
    draw_placements(&drawing, pagination);
    settle(composer, 0);
    composer->arena = composer->lasting;
    measures_forget_all(composer->measures);
}

static struct hyphens *hyphens_of(struct fontset *fonts, const struct document *document,
                                  struct diags *diags) {
    if (!document->hyphenate)
        return NULL;
    struct hyphens *hyphens = hyphen_take(fontset_hyphens(fonts), document->language);
    if (!hyphens)
        diag_report(diags, BP5070, (struct place){0}, document->language, NULL);
    return hyphens;
}

/* Where measures of the document are kept, each section being measured once. */
static struct measures *measures_of(struct arena *arena, const struct document *document) {
    if (is_long(document))
        return NULL;
    return document->measures ? document->measures : measures_new(arena);
}

const struct scene *layout_document(struct arena *arena, struct fontset *fonts,
                                    const struct document *document, struct diags *diags) {
    struct composer composer = {
        .arena = arena, .lasting = arena, .fonts = fonts, .document = document, .diags = diags};
    composer.hyphens = hyphens_of(fonts, document, diags);
    composer.mirrored = mirror_language(document->language);
    composer.measures = measures_of(arena, document);
    if (is_long(document))
        draw_each(&composer);
    else
        draw_all(&composer);
    mirror_pages(&composer);
    if (document->monochrome) /* which knows the usual colours */
        monochrome(composer.scene);
    else if (document->palette)
        palette_apply(document->palette, composer.scene);
    watermark_through(&composer);
    return composer.scene;
}

/* `section` is one of the document's. */
static void tell_page(const struct document *document, const struct section *section) {
    for (size_t i = 0; i < document->sections.count; i++)
        if (document->sections.items[i] == section)
            document->sections.items[i]->pages++;
}

/* The pages; what is measured for them is kept, unless `measures` is NULL.  `told`: the document
 * itself if its sections are to know their pages, else NULL. */
static struct layout_counts count(struct arena *arena, struct fontset *fonts,
                                  const struct document *document, struct measures *measures,
                                  struct document *told) {
    struct arena *work = arena_aside(arena);
    struct composer composer = {.arena = work,
                                .lasting = work,
                                .fonts = fonts,
                                .document = document,
                                .measures = measures,
                                .diags = diags_new(work)};
    composer.hyphens = hyphens_of(fonts, document, composer.diags);
    composer.mirrored = mirror_language(document->language);
    const struct pagination *pagination =
        place(&composer, least_digits(document), is_long(document));
    struct layout_counts counts = {0, 0};
    for (size_t i = 0; told && i < told->sections.count; i++)
        told->sections.items[i]->pages = 0;
    for (size_t i = 0; i < pagination->pages.count; i++) {
        const struct section *section = pagination->pages.items[i].section;
        if (told)
            tell_page(told, section);
        if (section->appendix)
            counts.appendix++;
        else
            counts.core++;
    }
    arena_free(work);
    return counts;
}

struct layout_counts layout_counts(struct arena *arena, struct fontset *fonts,
                                   const struct document *document, struct diags *diags) {
    (void)diags; /* layout_document() will find the same and say it once */
    return count(arena, fonts, document, NULL, NULL);
}

struct layout_counts layout_measure(struct fontset *fonts, struct document *document) {
    if (!document->measures)
        document->measures = measures_of(document->arena, document);
    return count(document->arena, fonts, document, document->measures, document);
}

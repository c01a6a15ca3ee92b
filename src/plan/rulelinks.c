#include "plan/rulelinks.h"

/* Links as lists of followers: those of objective i stand at [first[i], first[i + 1]). */
struct graph {
    const struct plan *plan;
    size_t *first;
    const struct link **links;
};

static size_t index_of(const struct plan *plan, const struct objective *objective) {
    return (size_t)(objective - plan->objectives.items);
}

static struct graph positive_graph(struct planbuild *b) {
    const struct plan *plan = b->plan;
    size_t count = plan->objectives.count;
    struct graph graph = {
        .plan = plan,
        .first = arena_array(b->arena, count + 2, sizeof *graph.first),
        .links = arena_array(b->arena, plan->links.count, sizeof *graph.links),
    };
    /* Counted two places ahead, so that filling moves each list's start to its end. */
    for (size_t i = 0; i < plan->links.count; i++)
        if (!plan->links.items[i].negative)
            graph.first[index_of(plan, plan->links.items[i].from) + 2]++;
    for (size_t i = 1; i < count + 2; i++)
        graph.first[i] += graph.first[i - 1];
    for (size_t i = 0; i < plan->links.count; i++) {
        const struct link *link = &plan->links.items[i];
        if (!link->negative)
            graph.links[graph.first[index_of(plan, link->from) + 1]++] = link;
    }
    return graph;
}

static bool points_down(const struct link *link) {
    return link->from->perspective && link->to->perspective &&
           link->to->perspective->order > link->from->perspective->order;
}

/* ---- circles ---- */

#define CHAIN_SHOWN 12

struct search {
    struct planbuild *b;
    struct graph graph;
    size_t *path;                /* objectives on the way down, by index */
    const struct link **entered; /* the links that led to them */
    size_t *next;                /* their next link */
    size_t *depth;               /* place in the path + 1; 0: not on it */
    bool *finished;
    bool *blamed; /* by link */
    size_t length;
};

/* The link that is probably wrong: one that points down, else the one found last. */
static const struct link *suspect(const struct search *search, const struct link *closing,
                                  size_t start) {
    const struct link *link = closing;
    for (size_t i = search->length; !points_down(link) && i > start + 1; i--)
        link = search->entered[i - 1];
    return points_down(link) ? link : closing;
}

/* Once for each suspect: links in parallel would repeat the same circle. */
static void report_circle(struct search *search, const struct link *closing, size_t start) {
    const struct objective *objectives = search->graph.plan->objectives.items;
    const struct link *link = suspect(search, closing, start);
    bool *blamed = &search->blamed[link - search->graph.plan->links.items];
    if (*blamed)
        return;
    *blamed = true;
    struct textbuf text;
    textbuf_init(&text, search->b->arena);
    size_t length = search->length - start;
    for (size_t i = 0; i < length && i < CHAIN_SHOWN; i++)
        textbuf_printf(&text, "%s, ", objectives[search->path[start + i]].id);
    if (length > CHAIN_SHOWN)
        textbuf_printf(&text, "%zu more, ", length - CHAIN_SHOWN);
    textbuf_str(&text, objectives[search->path[start]].id);
    diag_report(search->b->diags, BP3201, link->place, textbuf_text(&text), NULL);
}

static void enter(struct search *search, size_t objective, const struct link *link) {
    search->path[search->length] = objective;
    search->next[search->length] = search->graph.first[objective];
    search->entered[search->length] = link;
    search->length++;
    search->depth[objective] = search->length;
}

/* Depth first with an own stack: a chain may be as long as the sheet. */
static void search_from(struct search *search, size_t start) {
    enter(search, start, NULL);
    while (search->length) {
        size_t top = search->length - 1;
        size_t objective = search->path[top];
        if (search->next[top] == search->graph.first[objective + 1]) {
            search->finished[objective] = true;
            search->depth[objective] = 0;
            search->length--;
            continue;
        }
        const struct link *link = search->graph.links[search->next[top]++];
        size_t to = index_of(search->graph.plan, link->to);
        if (search->depth[to])
            report_circle(search, link, search->depth[to] - 1);
        else if (!search->finished[to])
            enter(search, to, link);
    }
}

/* Tells by link which was reported as the one that closes a circle. */
static const bool *check_circles(struct planbuild *b) {
    size_t count = b->plan->objectives.count;
    struct search search = {
        .b = b,
        .graph = positive_graph(b),
        .path = arena_array(b->arena, count, sizeof *search.path),
        .next = arena_array(b->arena, count, sizeof *search.next),
        .entered = arena_array(b->arena, count, sizeof *search.entered),
        .blamed = arena_array(b->arena, b->plan->links.count, sizeof *search.blamed),
        .depth = arena_array(b->arena, count, sizeof *search.depth),
        .finished = arena_array(b->arena, count, sizeof *search.finished),
    };
    for (size_t i = 0; i < count; i++)
        if (!search.finished[i])
            search_from(&search, i);
    return search.blamed;
}

static void check_direction(struct planbuild *b, const struct link *link) {
    if (!link->negative && points_down(link))
        diag_report(b->diags, BP3204, link->place, link->from->id, link->to->id,
                    link->from->perspective->name, link->to->perspective->name, NULL);
}

void rulelinks(struct planbuild *b) {
    const bool *blamed = check_circles(b);
    for (size_t i = 0; i < b->plan->links.count; i++)
        if (!blamed[i])
            check_direction(b, &b->plan->links.items[i]);
}

#include "report/maporder.h"

#include "assess/staffing.h"

static bool card_before(const struct map_card *a, const struct map_card *b) {
    if (a->band != b->band)
        return a->band < b->band;
    if (a->theme != b->theme)
        return a->theme < b->theme;
    /* Ids are in the same natural order as names of phases: O2 before O10. */
    return staffing_compare_phases(a->id, b->id) < 0;
}

static bool link_before(const struct map_link *a, const struct map_link *b) {
    return a->to != b->to ? a->to < b->to : a->from < b->from;
}

static void sort_links(struct map_model *model) {
    struct map_link *links = model->links.items;
    for (size_t i = 1; i < model->links.count; i++) {
        const struct map_link link = links[i];
        size_t at = i;
        for (; at > 0 && link_before(&link, &links[at - 1]); at--)
            links[at] = links[at - 1];
        links[at] = link;
    }
}

void maporder_model(struct arena *arena, struct map_model *model) {
    size_t count = model->cards.count;
    int *order = arena_array(arena, count + 1, sizeof(int)); /* card at each place */
    int *place = arena_array(arena, count + 1, sizeof(int)); /* place of each card */
    struct map_card *cards = arena_array(arena, count + 1, sizeof *cards);
    for (size_t i = 0; i < count; i++) {
        size_t at = i;
        for (; at > 0 && card_before(&model->cards.items[i], &model->cards.items[order[at - 1]]);
             at--)
            order[at] = order[at - 1];
        order[at] = (int)i;
    }
    for (size_t i = 0; i < count; i++) {
        place[order[i]] = (int)i;
        cards[i] = model->cards.items[order[i]];
    }
    for (size_t i = 0; i < count; i++)
        model->cards.items[i] = cards[i];
    for (size_t i = 0; i < model->links.count; i++) {
        struct map_link *link = &model->links.items[i];
        link->from = place[link->from];
        link->to = place[link->to];
    }
    sort_links(model);
}

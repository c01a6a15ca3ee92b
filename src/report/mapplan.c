#include "report/mapplan.h"

#include "report/mappin.h"

#include <string.h>

enum {
    ROWS_MOST = 3,
    CHOICES_MOST = 4096,
    FREE_MOST = 10,
    PINNED = 100000,
    LEAST_STEPS = 14 /* below so many steps of their size titles are not judged */
};

/* A choice: rows of themed cards and of free cards in each band. */
struct choice {
    int *themed, *free;
};

mp mapplan_x(const struct map_task *task, const struct map_plan *plan, int row, int quarter) {
    mp room = (mp)((int64_t)task->width * plan->rows[row].span / plan->quarters);
    mp left = (mp)((int64_t)task->width * quarter / plan->quarters);
    return task->left + left + (room - mapplan_card_width(task, plan, row)) / 2;
}

mp mapplan_card_width(const struct map_task *task, const struct map_plan *plan, int row) {
    mp slot = (mp)((int64_t)task->width * MAP_SLOT / plan->quarters);
    mp room = (mp)((int64_t)task->width * plan->rows[row].span / plan->quarters);
    mp gap = length_max(slot / 6, task->look->card_gap);
    gap = length_min(gap, slot / 4);
    return length_min(room - gap, task->look->card_widest);
}

mp mapplan_text_width(const struct map_look *look, mp card_width) {
    return card_width - look->stripe - 2 * look->padding;
}

mp mapplan_small_size(const struct map_look *look, mp title_size) {
    mp most = length_max(look->small, maplook_length(look, PT(9)));
    mp wanted = length_max(title_size * 3 / 4, look->small);
    /* Only where even the titles are smaller than that. */
    return length_min(length_min(wanted, most), title_size * 13 / 10);
}

mp mapplan_inset(const struct map_look *look, mp title_size) {
    return length_min(look->padding, title_size * 55 / 100);
}

mp mapplan_eyebrow(const struct map_look *look, mp title_size) {
    return look->compact ? 0 : mapplan_small_size(look, title_size) * 13 / 10;
}

mp mapplan_card_height(const struct map_look *look, mp title_size, int lines) {
    mp small = mapplan_small_size(look, title_size);
    mp eyebrow = mapplan_eyebrow(look, title_size);
    mp title = (mp)((int64_t)title_size * 12 * lines / 10);
    mp bottom = small * 15 / 10;
    return mapplan_inset(look, title_size) * 2 + eyebrow + title + bottom + small / 3;
}

static int cards_of(const struct map_task *task, int band, int column) {
    int n = 0;
    for (int i = 0; i < task->cards; i++)
        n += task->model->cards.items[i].band == band && task->theme_of[i] == column;
    return n;
}

/* The most of any theme in this band. */
static int themed_most(const struct map_task *task, int band) {
    int most = 0;
    for (int column = 0; column < task->columns; column++) {
        int n = cards_of(task, band, column);
        most = n > most ? n : most;
    }
    return most;
}

/* Free cards stand below the themed ones of their band, which they mostly drive. */
static bool free_above(const struct map_task *task, int band) {
    int balance = 0;
    for (int i = 0; i < task->cards; i++)
        if (task->model->cards.items[i].band == band && task->model->cards.items[i].pin_row == 1)
            return task->theme_of[i] < 0;
    for (int i = 0; i < task->links; i++) {
        const struct map_link *link = &task->model->links.items[i];
        if (task->model->cards.items[link->from].band != band ||
            task->model->cards.items[link->to].band != band)
            continue;
        balance += task->theme_of[link->to] < 0;
        balance -= task->theme_of[link->from] < 0;
    }
    return balance > 0;
}

static int larger(int a, int b) {
    return a > b ? a : b;
}

static int divided(int a, int b) {
    return (a + b - 1) / b;
}

/* Most cards without a theme in a row of a band. */
static int free_most(const struct map_task *task, const struct choice *choice, int band,
                     int cards) {
    return larger(divided(cards, choice->free[band]), mappin_crowd(task, band, -1));
}

static void widths(const struct map_task *task, const struct choice *choice,
                   struct map_plan *plan) {
    plan->column_quarters = arena_array(task->arena, (size_t)task->columns + 1, sizeof(int));
    plan->quarters = 0;
    for (int column = 0; column < task->columns; column++) {
        int slots = 1;
        for (int band = 0; band < task->bands; band++) {
            int n = cards_of(task, band, column);
            int need =
                n ? larger(divided(n, choice->themed[band]), mappin_crowd(task, band, column)) : 0;
            slots = need > slots ? need : slots;
        }
        plan->column_quarters[column] = slots * MAP_SLOT;
        plan->quarters += slots * MAP_SLOT;
    }
    for (int band = 0; band < task->bands; band++) {
        int n = cards_of(task, band, -1);
        int need = n ? free_most(task, choice, band, n) * MAP_SLOT : 0;
        plan->quarters = need > plan->quarters ? need : plan->quarters;
    }
    if (plan->quarters < 2 * MAP_SLOT)
        plan->quarters = 2 * MAP_SLOT;
}

static void add_rows(struct map_plan *plan, int band, int count, bool free, int span) {
    for (int i = 0; i < count; i++)
        plan->rows[plan->row_count++] = (struct map_row){band, free, span};
}

/* A free card of a themed map is the wider, the fewer there are: two slots at most. */
static int free_span(const struct map_task *task, const struct map_plan *plan, int row_cards) {
    if (task->columns == 0 || row_cards == 0)
        return MAP_SLOT;
    int span = plan->quarters / row_cards;
    if (span >= 2 * MAP_SLOT)
        return 2 * MAP_SLOT;
    return span >= 6 ? 6 : MAP_SLOT;
}

static void build(const struct map_task *task, const struct choice *choice, struct map_plan *plan) {
    memset(plan, 0, sizeof *plan);
    widths(task, choice, plan);
    plan->rows = arena_array(task->arena, (size_t)task->bands * 16 + 1, sizeof *plan->rows);
    plan->first = arena_array(task->arena, (size_t)task->bands, sizeof(int));
    plan->last = arena_array(task->arena, (size_t)task->bands, sizeof(int));
    for (int band = 0; band < task->bands; band++) {
        int free = cards_of(task, band, -1);
        int span = free_span(task, plan, free ? free_most(task, choice, band, free) : 0);
        bool above = free_above(task, band);
        plan->first[band] = plan->row_count;
        if (above)
            add_rows(plan, band, choice->free[band], true, span);
        add_rows(plan, band, choice->themed[band], false, MAP_SLOT);
        if (!above)
            add_rows(plan, band, choice->free[band], true, span);
        plan->last[band] = plan->row_count - 1;
    }
}

/* Most lines of the titles of a band's cards in rows of one kind. */
static int lines_in(const struct map_task *task, const struct map_plan *plan, int row, mp size,
                    bool *fits) {
    mp width = mapplan_text_width(task->look, mapplan_card_width(task, plan, row));
    int most = 1;
    for (int i = 0; i < task->cards; i++) {
        if (task->model->cards.items[i].band != plan->rows[row].band ||
            (task->theme_of[i] < 0) != plan->rows[row].free)
            continue;
        int lines = (int)maptext_count(&task->titles[i], size, width);
        *fits = *fits && maptext_fits(&task->titles[i], size * 84 / 100, width);
        most = lines > most ? lines : most;
    }
    return most;
}

/* Height a plan needs at a title size without more than one track a channel. */
static int64_t height_without_tracks(const struct map_task *task, const struct map_plan *plan,
                                     mp size, bool *fits) {
    const struct map_look *look = task->look;
    int64_t height = 0;
    int lines = 1;
    *fits = true;
    for (int row = 0; row < plan->row_count; row++) {
        bool same = row > 0 && plan->rows[row].band == plan->rows[row - 1].band &&
                    plan->rows[row].free == plan->rows[row - 1].free;
        if (!same)
            lines = lines_in(task, plan, row, size, fits);
        if (lines > (task->cards > 20 ? 4 : 3))
            *fits = false;
        height += mapplan_card_height(look, size, lines);
    }
    mp channel = look->above_tracks + look->below_tracks + look->chip_height;
    return height + (int64_t)channel * plan->row_count;
}

/* With a guess of the room for tracks from how many links there are. */
static int64_t height_of(const struct map_task *task, const struct map_plan *plan, mp size,
                         bool *fits) {
    int tracks = task->links * 2 / 3;
    return height_without_tracks(task, plan, size, fits) +
           (int64_t)task->look->pitch_least * tracks;
}

/* Longest chain of links within a band: so many rows let each of them point upwards. */
static int chain_of(const struct map_task *task, int band, int *depth) {
    int longest = 1;
    for (int i = 0; i < task->cards; i++)
        depth[i] = 1;
    for (int round = 0; round < ROWS_MOST; round++)
        for (int i = 0; i < task->links; i++) {
            const struct map_link *link = &task->model->links.items[i];
            const struct map_card *cards = task->model->cards.items;
            if (link->feedback || cards[link->from].band != band || cards[link->to].band != band)
                continue;
            if (depth[link->from] < depth[link->to] + 1)
                depth[link->from] = depth[link->to] + 1;
            longest = depth[link->from] > longest ? depth[link->from] : longest;
        }
    return longest > ROWS_MOST ? ROWS_MOST : longest;
}

bool mapplan_holds(const struct map_task *task, const struct map_plan *plan, mp title_size) {
    mp room = task->look->drawing.h - task->look->header_height;
    bool fits;
    return height_of(task, plan, title_size, &fits) <= room && fits;
}

static mp title_step(const struct map_look *look) {
    return look->title_step > 0 ? look->title_step : PT(0.25);
}

/* Smaller titles never need more lines or more height, so halving finds what trying them one by one
 * would. */
mp mapplan_title_size(const struct map_task *task, const struct map_plan *plan) {
    const mp most = task->look->title_most, step = title_step(task->look);
    mp low = 0, high = length_max(0, most - step * LEAST_STEPS + step - 1) / step;
    while (low < high) {
        mp middle = low + (high - low) / 2;
        if (mapplan_holds(task, plan, most - middle * step))
            high = middle;
        else
            low = middle + 1;
    }
    return most - low * step;
}

static long judged(const struct map_task *task, const struct map_plan *plan, const int *chains) {
    mp step = title_step(task->look), size = mapplan_title_size(task, plan);
    long score = (long)(size / step) * 10 - plan->row_count * 4;
    for (int band = 0; band < task->bands; band++)
        if (plan->last[band] - plan->first[band] + 1 < chains[band])
            score -= 24;
    return score - (long)mappin_rowless(task, plan) * PINNED;
}

/* The lowest row of a band that a card is pinned to, if there are cards for so many. */
static int pinned_rows(const struct map_task *task, int band) {
    int most = 0, themed = 0, free = cards_of(task, band, -1);
    for (int i = 0; i < task->cards; i++) {
        if (task->model->cards.items[i].band != band)
            continue;
        most = larger(most, task->model->cards.items[i].pin_row);
        themed += task->theme_of[i] >= 0;
    }
    int rows = themed ? themed : free;
    rows = rows < ROWS_MOST ? rows : ROWS_MOST;
    return most < rows ? most : rows;
}

static void keep(struct map_plan plans[MAP_PLANS], int *count, const struct map_plan *plan) {
    int at = *count;
    while (at > 0 && plans[at - 1].score < plan->score)
        at--;
    if (at >= MAP_PLANS)
        return;
    if (*count < MAP_PLANS)
        (*count)++;
    for (int i = *count - 1; i > at; i--)
        plans[i] = plans[i - 1];
    plans[at] = *plan;
}

/* Counts through all choices; false after the last. */
static bool advance(const struct map_task *task, struct choice *choice, const int *most) {
    for (int band = 0; band < task->bands; band++) {
        int *digit = choice->themed[band] ? &choice->themed[band] : &choice->free[band];
        if (*digit > 0 && *digit < most[band]) {
            (*digit)++;
            return true;
        }
        if (*digit > 0)
            *digit = 1;
    }
    return false;
}

/* What the least titles leave for tracks. */
void mapplan_level_room(const struct map_task *task, struct map_plan *plan) {
    const struct map_look *look = task->look;
    bool fits;
    mp room = look->drawing.h - (task->columns ? look->header_height + look->band_gap : 0);
    room -= (mp)height_without_tracks(task, plan, look->title_least, &fits);
    int levels = room / ((look->pitch + look->pitch_least) / 2);
    plan->level_room = levels > 0 ? levels : 0;
}

int mapplan_best(const struct map_task *task, struct map_plan plans[MAP_PLANS]) {
    struct choice choice = {arena_array(task->arena, (size_t)task->bands, sizeof(int)),
                            arena_array(task->arena, (size_t)task->bands, sizeof(int))};
    int *most = arena_array(task->arena, (size_t)task->bands, sizeof(int));
    int *chains = arena_array(task->arena, (size_t)task->bands, sizeof(int));
    int *depth = arena_array(task->arena, (size_t)task->cards + 1, sizeof(int));
    int limit = task->bands <= 7 ? ROWS_MOST : task->bands <= 11 ? 2 : 1;
    for (int band = 0; band < task->bands; band++) {
        int themed = themed_most(task, band), free = cards_of(task, band, -1);
        choice.themed[band] = themed > 0;
        choice.free[band] = free > 0 ? divided(free, FREE_MOST) : 0;
        most[band] = themed ? themed : free;
        most[band] = larger(most[band] > limit ? limit : most[band], pinned_rows(task, band));
        chains[band] = chain_of(task, band, depth);
    }
    int count = 0;
    for (int i = 0; i < CHOICES_MOST; i++) {
        struct map_plan plan;
        build(task, &choice, &plan);
        plan.score = judged(task, &plan, chains);
        keep(plans, &count, &plan);
        if (!advance(task, &choice, most))
            break;
    }
    for (int i = 0; i < count; i++)
        mapplan_level_room(task, &plans[i]);
    return count;
}

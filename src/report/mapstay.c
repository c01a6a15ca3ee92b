#include "report/mapstay.h"

#include "report/mappin.h"
#include "report/mapsearch.h"
#include <stdlib.h>
#include <string.h>

enum { ROUNDS = 3, WORK_PLACES = 60 * 1000 * 1000, PIN_ROWS = 3 };

/* What gives where there is no free place. */
enum growth { GROW_WIDER, GROW_ROWS };

struct stay {
    struct map_task *task;
    const struct map_kept *kept;
    struct map_plan plan;
    int *row_of;           /* of the kept rows in the plan; -1: dropped */
    int *row, *at, *start; /* of cards; of columns */
    int *kept_as;
    int *line, *aside; /* scratch: cards of a row from left to right, and where they would stand */
    bool *stays, *placed, *fixed; /* fixed: not to be moved any more */
    enum growth growth;
    bool grown;
    struct route *route;
};

static const struct map_card *card_of(const struct stay *s, int card) {
    return &s->task->model->cards.items[card];
}

static bool is_free(const struct stay *s, int card) {
    return s->task->theme_of[card] < 0;
}

/* ---- rows and columns ----------------------------------------------------------------------- */

static void add_row(struct stay *s, int band, bool free, int span) {
    s->plan.rows[s->plan.row_count++] = (struct map_row){band, free, free ? span : MAP_SLOT};
}

static bool band_needs(const struct stay *s, int band, bool free) {
    for (int i = 0; i < s->task->cards; i++)
        if (card_of(s, i)->band == band && is_free(s, i) == free)
            return true;
    return false;
}

static bool band_has(const struct stay *s, int band, bool free) {
    for (int row = s->plan.first[band]; row < s->plan.row_count; row++)
        if (s->plan.rows[row].free == free)
            return true;
    return false;
}

static void rows_of_band(struct stay *s, int band) {
    const char *id = s->task->model->bands.items[band].id;
    s->plan.first[band] = s->plan.row_count;
    for (size_t k = 0; k < s->kept->rows.count; k++) {
        const struct map_kept_row *row = &s->kept->rows.items[k];
        if (strcmp(row->band, id) != 0)
            continue;
        s->row_of[k] = s->plan.row_count;
        add_row(s, band, row->free, row->span);
    }
    int wide = s->task->columns > 0 && s->plan.quarters >= 4 * MAP_SLOT ? 2 * MAP_SLOT : MAP_SLOT;
    for (int free = 0; free < 2; free++)
        if (band_needs(s, band, free == 1) && !band_has(s, band, free == 1))
            add_row(s, band, free == 1, wide);
    for (int i = 0; i < s->task->cards; i++)
        while (card_of(s, i)->band == band && s->plan.row_count - s->plan.first[band] < PIN_ROWS &&
               s->plan.row_count - s->plan.first[band] < card_of(s, i)->pin_row)
            add_row(s, band, is_free(s, i), wide);
    s->plan.last[band] = s->plan.row_count - 1;
}

/* The first stretch of quarters that belongs to no column; behind the last one if there is none. */
static int free_stretch(const struct stay *s, const bool *known) {
    int best = -1, end = 0;
    for (int c = -1; c < s->task->columns; c++) {
        if (c >= 0 && !known[c])
            continue;
        int from = c < 0 ? 0 : s->start[c] + s->plan.column_quarters[c];
        bool clear = from + MAP_SLOT <= s->plan.quarters;
        end = from > end ? from : end;
        for (int d = 0; d < s->task->columns && clear; d++)
            clear = !known[d] || from >= s->start[d] + s->plan.column_quarters[d] ||
                    s->start[d] >= from + MAP_SLOT;
        if (clear && (best < 0 || from < best))
            best = from;
    }
    return best < 0 ? end : best;
}

static void columns(struct stay *s) {
    const struct map_task *task = s->task;
    bool *known = arena_array(task->arena, (size_t)task->columns + 1, sizeof *known);
    for (int c = 0; c < task->columns; c++) {
        const char *id = task->model->themes.items[task->column_theme[c]].id;
        for (size_t k = 0; k < s->kept->columns.count && !known[c]; k++) {
            const struct map_kept_column *column = &s->kept->columns.items[k];
            if (strcmp(column->theme, id) != 0 || column->quarters < MAP_SLOT)
                continue;
            s->start[c] = column->start;
            s->plan.column_quarters[c] = column->quarters;
            known[c] = true;
        }
    }
    for (int c = 0; c < task->columns; c++) {
        if (known[c])
            continue;
        s->start[c] = free_stretch(s, known);
        s->plan.column_quarters[c] = MAP_SLOT;
        known[c] = true;
        if (s->start[c] + MAP_SLOT > s->plan.quarters) {
            s->plan.quarters = s->start[c] + MAP_SLOT;
            s->grown = true;
        }
    }
}

/* ---- places --------------------------------------------------------------------------------- */

static void room_of(const struct stay *s, int card, int *from, int *to) {
    int column = s->task->theme_of[card];
    *from = column < 0 ? 0 : s->start[column];
    *to = column < 0 ? s->plan.quarters : *from + s->plan.column_quarters[column];
}

static bool fits(const struct stay *s, int card, int row, int at) {
    const struct map_row *r = &s->plan.rows[row];
    int from, to, pin = mappin_row(s->task, &s->plan, card);
    room_of(s, card, &from, &to);
    if (pin >= 0 && pin != row)
        return false;
    if (r->band != card_of(s, card)->band || r->free != is_free(s, card) || at < from ||
        at + r->span > to)
        return false;
    for (int i = 0; i < s->task->cards; i++)
        if (i != card && s->placed[i] && s->row[i] == row && abs(s->at[i] - at) < r->span)
            return false;
    return true;
}

static void put(struct stay *s, int card, int row, int at) {
    s->row[card] = row;
    s->at[card] = at;
    s->placed[card] = true;
}

static void keep_places(struct stay *s) {
    for (int i = 0; i < s->task->cards; i++) {
        s->kept_as[i] = -1;
        for (size_t k = 0; k < s->kept->cards.count && s->kept_as[i] < 0; k++)
            if (strcmp(s->kept->cards.items[k].id, card_of(s, i)->id) == 0)
                s->kept_as[i] = (int)k;
        if (s->kept_as[i] < 0)
            continue;
        const struct map_kept_card *old = &s->kept->cards.items[s->kept_as[i]];
        int row = s->row_of[old->row];
        if (row < 0 || !fits(s, i, row, old->quarter))
            continue;
        put(s, i, row, old->quarter);
        s->stays[i] = s->fixed[i] = true;
    }
    for (int i = 0; i < s->task->cards; i++)
        if (s->fixed[i] && mappin_faults_of(s->task, &s->plan, s->row, s->at, i) > 0)
            s->fixed[i] = false; /* this month's pins are against it */
}

/* Where the other ends of a card's links stand: twice the mean of their middles. */
static int wish(const struct stay *s, int card) {
    int sum = 0, count = 0, from, to;
    for (int i = 0; i < s->task->links; i++) {
        const struct map_link *l = &s->task->model->links.items[i];
        int other = l->from == card ? l->to : l->to == card ? l->from : -1;
        if (other < 0 || !s->placed[other])
            continue;
        sum += 2 * s->at[other] + s->plan.rows[s->row[other]].span;
        count++;
    }
    room_of(s, card, &from, &to);
    return count ? sum / count : from + to;
}

static bool find_place(struct stay *s, int card) {
    int wanted = wish(s, card), best = INT32_MAX, row_best = -1, at_best = 0;
    for (int row = 0; row < s->plan.row_count; row++)
        for (int at = 0; at < s->plan.quarters; at++) {
            int off = abs(2 * at + s->plan.rows[row].span - wanted);
            if (off >= best || !fits(s, card, row, at))
                continue;
            best = off;
            row_best = row;
            at_best = at;
        }
    if (row_best < 0)
        return false;
    put(s, card, row_best, at_best);
    return true;
}

/* ---- room ------------------------------------------------------------------------------------ */

/* The cards in a card's part of a row, from left to right. */
static int neighbours(struct stay *s, int card, int row) {
    int count = 0;
    for (int i = 0; i < s->task->cards; i++) {
        if (!s->placed[i] || s->row[i] != row || s->task->theme_of[i] != s->task->theme_of[card])
            continue;
        int at = count++;
        for (; at > 0 && s->at[s->line[at - 1]] > s->at[i]; at--)
            s->line[at] = s->line[at - 1];
        s->line[at] = i;
    }
    return count;
}

/* Moves the neighbours in mind so that a card fits in as the p-th; gives by how much in all, or -1
 * if there is not that much room. */
static int move_aside(struct stay *s, int card, int row, int p, int count) {
    int from, to, span = s->plan.rows[row].span, sum = 0;
    room_of(s, card, &from, &to);
    for (int i = 0; i <= count; i++) {
        int low = i ? s->aside[i - 1] + span : from;
        int wanted = i == p ? low : s->at[s->line[i - (i > p)]];
        s->aside[i] = wanted > low ? wanted : low;
    }
    for (int i = count; i >= 0; i--) {
        int limit = i < count ? s->aside[i + 1] - span : to - span;
        s->aside[i] = s->aside[i] < limit ? s->aside[i] : limit;
    }
    if (s->aside[0] < from)
        return -1;
    for (int i = 0; i <= count; i++)
        if (i != p)
            sum += abs(s->aside[i] - s->at[s->line[i - (i > p)]]);
    return sum;
}

/* Opens a gap in a row with the least moving; false if all its rows are full. */
static bool squeeze_in(struct stay *s, int card) {
    int best = -1, row_best = -1, p_best = 0;
    for (int row = 0; row < s->plan.row_count; row++) {
        int pin = mappin_row(s->task, &s->plan, card);
        if (s->plan.rows[row].band != card_of(s, card)->band ||
            s->plan.rows[row].free != is_free(s, card) || (pin >= 0 && pin != row))
            continue;
        int count = neighbours(s, card, row);
        for (int p = 0; p <= count; p++) {
            int moved = move_aside(s, card, row, p, count);
            if (moved < 0 || (row_best >= 0 && moved >= best))
                continue;
            best = moved;
            row_best = row;
            p_best = p;
        }
    }
    if (row_best < 0)
        return false;
    int count = neighbours(s, card, row_best);
    move_aside(s, card, row_best, p_best, count);
    for (int i = 0; i <= count; i++) {
        int other = i == p_best ? card : s->line[i - (i > p_best)];
        s->stays[other] = s->stays[other] && s->at[other] == s->aside[i];
        put(s, other, row_best, s->aside[i]);
    }
    return true;
}

/* ---- growth --------------------------------------------------------------------------------- */

static void widen(struct stay *s, int card) {
    int from, to, column = s->task->theme_of[card], more = MAP_SLOT;
    room_of(s, card, &from, &to);
    if (column < 0) {
        for (int row = 0; row < s->plan.row_count; row++)
            if (s->plan.rows[row].free && s->plan.rows[row].band == card_of(s, card)->band)
                more = s->plan.rows[row].span;
        s->plan.quarters += more;
        return;
    }
    for (int c = 0; c < s->task->columns; c++)
        if (s->start[c] >= to)
            s->start[c] += more;
    s->plan.column_quarters[column] += more;
    s->plan.quarters += more;
    for (int i = 0; i < s->task->cards; i++)
        if (s->placed[i] && s->at[i] >= to)
            s->at[i] += more;
}

static void deepen(struct stay *s, int card) {
    int band = card_of(s, card)->band, after = s->plan.first[band];
    for (int row = s->plan.first[band]; row <= s->plan.last[band]; row++)
        if (s->plan.rows[row].free == is_free(s, card))
            after = row;
    for (int row = s->plan.row_count++; row > after + 1; row--)
        s->plan.rows[row] = s->plan.rows[row - 1];
    s->plan.rows[after + 1] = s->plan.rows[after];
    for (int i = 0; i < s->task->cards; i++)
        s->row[i] += s->placed[i] && s->row[i] > after;
    for (size_t k = 0; k < s->kept->rows.count; k++)
        s->row_of[k] += s->row_of[k] > after;
    for (int b = 0; b < s->task->bands; b++) {
        s->plan.first[b] += s->plan.first[b] > after;
        s->plan.last[b] += s->plan.last[b] >= after;
    }
}

static void place_rest(struct stay *s) {
    for (int i = 0; i < s->task->cards; i++) {
        if (s->placed[i])
            continue;
        for (int tries = 0; tries < 2 && !find_place(s, i) && !squeeze_in(s, i); tries++) {
            s->grown = true;
            if (s->growth == GROW_ROWS && mappin_row(s->task, &s->plan, i) < 0)
                deepen(s, i);
            else
                widen(s, i);
        }
        /* A new row or a wider column always has a place. */
    }
}

/* ---- search --------------------------------------------------------------------------------- */

static int64_t evaluate(struct stay *s) {
    for (int i = 0; i < s->task->cards; i++) {
        s->route->row[i] = s->row[i];
        s->route->at[i] = s->at[i];
    }
    for (int c = 0; c < s->task->columns; c++)
        s->route->column_start[c] = s->start[c];
    return maproute_find(s->route) + mappin_cost(s->task, &s->plan, s->row, s->at);
}

/* Tries all free places for a card; true if one is better. */
static bool improve(struct stay *s, int card, int64_t *cost) {
    bool better = false;
    for (int row = 0; row < s->plan.row_count; row++)
        for (int at = 0; at < s->plan.quarters && s->route->work < WORK_PLACES; at++) {
            int old_row = s->row[card], old_at = s->at[card];
            if (!fits(s, card, row, at))
                continue;
            put(s, card, row, at);
            int64_t now = evaluate(s);
            if (now < *cost) {
                *cost = now;
                better = true;
                s->stays[card] = false;
            } else {
                put(s, card, old_row, old_at);
            }
        }
    return better;
}

/* Tries to exchange a card with others that need not stay, where pins are wrong. */
static bool exchange(struct stay *s, int card, int64_t *cost) {
    bool better = false;
    for (int i = 0; i < s->task->cards && s->route->work < WORK_PLACES; i++) {
        if (i == card || s->fixed[i] || card_of(s, i)->band != card_of(s, card)->band ||
            s->task->theme_of[i] != s->task->theme_of[card] ||
            mappin_faults_of(s->task, &s->plan, s->row, s->at, card) == 0)
            continue;
        int row = s->row[card], at = s->at[card];
        put(s, card, s->row[i], s->at[i]);
        put(s, i, row, at);
        int64_t now = evaluate(s);
        better |= now < *cost;
        if (now < *cost) {
            *cost = now;
            s->stays[i] = s->stays[card] = false;
        } else {
            put(s, i, s->row[card], s->at[card]);
            put(s, card, row, at);
        }
    }
    return better;
}

static void search(struct stay *s) {
    s->route = maproute_new(s->task, &s->plan);
    int64_t cost = evaluate(s);
    for (int round = 0; round < ROUNDS; round++) {
        bool better = false;
        for (int i = 0; i < s->task->cards; i++)
            if (!s->fixed[i]) {
                better |= exchange(s, i, &cost);
                better |= improve(s, i, &cost);
            }
        if (!better)
            break;
    }
    evaluate(s);
    mapsearch_finish(s->task, s->route);
}

static struct stay *begin(struct map_task *task, const struct map_kept *kept, enum growth growth) {
    struct arena *arena = task->arena;
    size_t cards = (size_t)task->cards + 1, bands = (size_t)task->bands + 1;
    struct stay *s = arena_alloc(arena, sizeof *s);
    s->task = task;
    s->kept = kept;
    s->growth = growth;
    s->plan.quarters = kept->quarters < 2 * MAP_SLOT ? 2 * MAP_SLOT : kept->quarters;
    s->plan.rows = arena_array(arena, kept->rows.count + 2 * bands + cards, sizeof *s->plan.rows);
    s->plan.first = arena_array(arena, bands, sizeof(int));
    s->plan.last = arena_array(arena, bands, sizeof(int));
    s->plan.column_quarters = arena_array(arena, (size_t)task->columns + 1, sizeof(int));
    s->row_of = arena_array(arena, kept->rows.count + 1, sizeof(int));
    for (size_t k = 0; k < kept->rows.count; k++)
        s->row_of[k] = -1;
    s->row = arena_array(arena, cards, sizeof(int));
    for (int i = 0; i < task->cards; i++)
        s->row[i] = -1; /* nowhere yet */
    s->at = arena_array(arena, cards, sizeof(int));
    s->start = arena_array(arena, (size_t)task->columns + 1, sizeof(int));
    s->kept_as = arena_array(arena, cards, sizeof(int));
    s->stays = arena_array(arena, cards, sizeof(bool));
    s->placed = arena_array(arena, cards, sizeof(bool));
    s->fixed = arena_array(arena, cards, sizeof(bool));
    s->line = arena_array(arena, cards, sizeof(int));
    s->aside = arena_array(arena, cards, sizeof(int));
    return s;
}

static struct stay *arranged(struct map_task *task, const struct map_kept *kept,
                             enum growth growth) {
    struct stay *s = begin(task, kept, growth);
    columns(s);
    for (int band = 0; band < task->bands; band++)
        rows_of_band(s, band);
    keep_places(s);
    place_rest(s);
    mapplan_level_room(task, &s->plan);
    search(s);
    return s;
}

/* The rows may stand where they stood if they are the same ones. */
static void keep_heights(const struct stay *s) {
    struct map_task *task = s->task;
    const struct map_kept *kept = s->kept;
    bool same = (int)kept->rows.count == s->plan.row_count &&
                kept->header_row < s->plan.row_count && kept->width == task->look->page.w &&
                kept->height == task->look->page.h;
    for (size_t k = 0; k < kept->rows.count; k++)
        same = same && s->row_of[k] == (int)k;
    if (!same)
        return;
    struct map_heights *heights = arena_alloc(task->arena, sizeof *heights);
    *heights = (struct map_heights){
        .title_size = kept->title_size, .pitch = kept->pitch, .header_row = kept->header_row};
    heights->top = arena_array(task->arena, kept->rows.count + 1, sizeof(mp));
    heights->height = arena_array(task->arena, kept->rows.count + 1, sizeof(mp));
    for (size_t k = 0; k < kept->rows.count; k++) {
        heights->top[k] = kept->rows.items[k].top;
        heights->height[k] = kept->rows.items[k].height;
    }
    task->heights = heights;
}

struct map_stay mapstay_best(struct map_task *task, const struct map_kept *kept) {
    struct stay *best = arranged(task, kept, GROW_WIDER);
    if (best->grown) {
        struct stay *other = arranged(task, kept, GROW_ROWS);
        if (mapsearch_worth(task, other->route) < mapsearch_worth(task, best->route))
            best = other;
    }
    keep_heights(best);
    bool same = kept->width == task->look->page.w && kept->height == task->look->page.h;
    return (struct map_stay){best->route, best->stays, best->kept_as, !same};
}

/* ---- what moved ----------------------------------------------------------------------------- */

static const char *reason(const struct map_task *task, const struct map_kept *kept, int card,
                          int old) {
    const struct map_card *c = &task->model->cards.items[card];
    const struct map_kept_card *before = &kept->cards.items[old];
    const struct map_kept_row *row = &kept->rows.items[before->row];
    const struct map_band *band = &task->model->bands.items[c->band];
    if (strcmp(row->band, band->id) != 0)
        return arena_printf(task->arena, "it belongs to perspective '%s' now", band->name);
    const char *theme = NULL;
    for (size_t k = 0; k < kept->columns.count && !row->free; k++) {
        const struct map_kept_column *column = &kept->columns.items[k];
        if (before->quarter >= column->start && before->quarter < column->start + column->quarters)
            theme = column->theme;
    }
    if (c->theme < 0 && !row->free)
        return "it belongs to no theme now";
    if (c->theme >= 0 && (!theme || strcmp(theme, task->model->themes.items[c->theme].id) != 0))
        return arena_printf(task->arena, "it belongs to theme '%s' now",
                            task->model->themes.items[c->theme].name);
    if (c->pin_row > 0 || c->pin_place > 0)
        return "the workbook pins it elsewhere";
    return "it had to make room";
}

static const char *number(const struct map_task *task, int n) {
    return arena_printf(task->arena, "%d", n);
}

static const char *millimetres(const struct map_task *task, mp length) {
    struct textbuf text;
    textbuf_init(&text, task->arena);
    textbuf_fixed(&text, ((int64_t)length * 254 + 36000) / 72000, 1);
    return textbuf_text(&text);
}

static int gone(const struct map_kept *kept, const struct map_task *task, const int *kept_as) {
    bool *here = arena_array(task->arena, kept->cards.count + 1, sizeof *here);
    int count = 0;
    for (int i = 0; i < task->cards; i++)
        if (kept_as[i] >= 0)
            here[kept_as[i]] = true;
    for (size_t k = 0; k < kept->cards.count; k++)
        count += !here[k];
    return count;
}

/* How far the cards that stay had to shift, in the same picture. */
static void report_shift(const struct map_task *task, const struct map_kept *kept,
                         const struct map_stay *stay, const struct map_metrics *metrics,
                         struct diags *diags) {
    mp across = 0, down = 0;
    for (int i = 0; i < task->cards; i++) {
        if (!stay->stays[i])
            continue;
        const struct map_kept_card *old = &kept->cards.items[stay->kept_as[i]];
        const struct map_kept_row *row = &kept->rows.items[old->row];
        mp middle = task->left + (mp)((int64_t)task->width * (2 * old->quarter + row->span) /
                                      (2 * kept->quarters));
        mp x = abs(maproute_centre(stay->route, i) - middle);
        mp y = abs(metrics->row_y[stay->route->row[i]] - row->top);
        across = length_max(across, x);
        down = length_max(down, y);
    }
    if (length_max(across, down) >= MM(0.05))
        diag_report(diags, BP5092, (struct place){0}, millimetres(task, across),
                    millimetres(task, down), NULL);
}

void mapstay_report(const struct map_task *task, const struct map_kept *kept,
                    const struct map_stay *stay, const struct map_metrics *metrics,
                    struct diags *diags) {
    int stays = 0, moved = 0, fresh = 0, left = gone(kept, task, stay->kept_as);
    for (int i = 0; i < task->cards; i++) {
        const struct map_card *card = &task->model->cards.items[i];
        stays += stay->stays[i];
        fresh += stay->kept_as[i] < 0;
        if (stay->stays[i] || stay->kept_as[i] < 0)
            continue;
        moved++;
        diag_report(diags, BP5090, card->place, card->id, reason(task, kept, i, stay->kept_as[i]),
                    NULL);
    }
    if (moved + fresh + left > 0)
        diag_report(diags, BP5091, (struct place){0}, kept->path, number(task, stays),
                    number(task, fresh), number(task, moved), number(task, left), NULL);
    if (stay->other_size)
        diag_report(diags, BP5093, (struct place){0}, kept->path, NULL);
    else
        report_shift(task, kept, stay, metrics, diags);
}

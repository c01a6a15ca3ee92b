#include "report/mappin.h"

#include <stdlib.h>

enum { COST_FAULT = 20000 };

static const struct map_card *card_of(const struct map_task *task, int card) {
    return &task->model->cards.items[card];
}

bool mappin_any(const struct map_task *task) {
    for (int i = 0; i < task->cards; i++)
        if (card_of(task, i)->pin_row > 0 || card_of(task, i)->pin_place > 0)
            return true;
    return false;
}

int mappin_row(const struct map_task *task, const struct map_plan *plan, int card) {
    const struct map_card *c = card_of(task, card);
    int rows = plan->last[c->band] - plan->first[c->band] + 1;
    if (c->pin_row <= 0 || c->pin_row > rows)
        return -1;
    int row = plan->first[c->band] + c->pin_row - 1;
    return plan->rows[row].free == (task->theme_of[card] < 0) ? row : -1;
}

int mappin_rowless(const struct map_task *task, const struct map_plan *plan) {
    int count = 0;
    for (int i = 0; i < task->cards; i++)
        count += card_of(task, i)->pin_row > 0 && mappin_row(task, plan, i) < 0;
    return count;
}

int mappin_crowd(const struct map_task *task, int band, int column) {
    int most = 0;
    for (int i = 0; i < task->cards; i++) {
        int row = card_of(task, i)->pin_row, count = 0;
        for (int k = 0; k < task->cards && row > 0; k++)
            count += card_of(task, k)->band == band && task->theme_of[k] == column &&
                     card_of(task, k)->pin_row == row;
        most = count > most ? count : most;
    }
    return most;
}

/* 1 if two cards of a row stand the wrong way round. */
static int wrong_way(const struct map_task *task, const int *at, int a, int b) {
    int first = card_of(task, a)->pin_place, second = card_of(task, b)->pin_place;
    if (first == second)
        return 0;
    if (first > 0 && second > 0)
        return (first < second) != (at[a] < at[b]);
    if (task->theme_of[a] != task->theme_of[b])
        return 0;
    return (first > 0) != (at[a] < at[b]);
}

int mappin_faults_of(const struct map_task *task, const struct map_plan *plan, const int *row,
                     const int *at, int card) {
    int wanted = mappin_row(task, plan, card), faults = 0;
    if (card_of(task, card)->pin_row > 0)
        faults += wanted < 0 ? 1 : 2 * abs(row[card] - wanted);
    for (int i = 0; i < task->cards; i++)
        if (i != card && row[i] == row[card])
            faults += wrong_way(task, at, card, i);
    return faults;
}

int64_t mappin_cost(const struct map_task *task, const struct map_plan *plan, const int *row,
                    const int *at) {
    int faults = 0;
    for (int i = 0; i < task->cards; i++)
        faults += mappin_faults_of(task, plan, row, at, i);
    return (int64_t)COST_FAULT * faults;
}

static const char *where(const struct map_task *task, int row, int from_left, int of) {
    return arena_printf(task->arena, "row %d, %d from the left of %d", row, from_left, of);
}

void mappin_report(const struct map_task *task, const struct map_plan *plan, const int *row,
                   const int *at, struct diags *diags) {
    for (int i = 0; i < task->cards; i++) {
        const struct map_card *card = card_of(task, i);
        if ((card->pin_row <= 0 && card->pin_place <= 0) ||
            mappin_faults_of(task, plan, row, at, i) == 0)
            continue;
        int left = 1, of = 0;
        for (int k = 0; k < task->cards; k++) {
            of += row[k] == row[i];
            left += row[k] == row[i] && at[k] < at[i];
        }
        diag_report(diags, BP5080, card->pin, card->id,
                    where(task, row[i] - plan->first[card->band] + 1, left, of), NULL);
    }
}

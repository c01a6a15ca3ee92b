#include "compare/compare.h"

#include "base/ascii.h"
#include "compare/comparesheet.h"
#include "compare/comparestatus.h"
#include "compare/comparevalues.h"
#include "compare/standing.h"
#include <assert.h>
#include <stdlib.h>
#include <string.h>

const char *compare_kind_name(enum change_kind kind) {
    static const char *const names[CHANGED_KINDS] = {
        "new", "retired", "renamed", "agreed", "restated", "withdrawn", "added", "status", "other"};
    assert((size_t)kind < CHANGED_KINDS);
    return names[kind];
}

const char *compare_approval_name(enum approval approval) {
    static const char *const names[APPROVAL_KINDS] = {
        "not-needed", "given", "other-value", "other-time", "pending", "rejected", "missing"};
    assert((size_t)approval < APPROVAL_KINDS);
    return names[approval];
}

bool compare_unapproved(const struct difference *difference) {
    return difference->approval > APPROVAL_GIVEN;
}

/* ---- order ---- */

static size_t digits(const char *text) {
    size_t count = 0;
    while (ascii_digit(text[count]))
        count++;
    return count;
}

/* M2 before M10: runs of digits count as numbers. */
static int by_id(const char *a, const char *b) {
    while (*a && *b) {
        size_t left = digits(a), right = digits(b);
        if (left && right) {
            for (; left > 1 && *a == '0'; left--)
                a++;
            for (; right > 1 && *b == '0'; right--)
                b++;
            int order = left != right ? (left < right ? -1 : 1) : memcmp(a, b, left);
            if (order)
                return order;
            a += left;
            b += right;
        } else if (*a != *b) {
            return (unsigned char)*a < (unsigned char)*b ? -1 : 1;
        } else {
            a++;
            b++;
        }
    }
    return (*a != 0) - (*b != 0);
}

/* A total order, so that equal inputs in any order of rows give the same list. */
static int by_place(const void *a, const void *b) {
    const struct difference *left = a, *right = b;
    int order = (left->kind == CHANGED_STATUS) - (right->kind == CHANGED_STATUS);
    if (!order)
        order =
            (left->entity_sheet > right->entity_sheet) - (left->entity_sheet < right->entity_sheet);
    if (!order)
        order = by_id(left->id, right->id);
    if (!order)
        order = strcmp(left->id, right->id);
    if (!order)
        order = (left->sheet > right->sheet) - (left->sheet < right->sheet);
    if (!order)
        order = strcmp(left->part, right->part);
    if (!order)
        order = (left->column > right->column) - (left->column < right->column);
    if (!order)
        order = strcmp(left->field, right->field);
    if (!order && period_set(left->period) && period_set(right->period))
        order = period_compare(left->period, right->period);
    if (!order)
        order = strcmp(left->before, right->before);
    if (!order)
        order = strcmp(left->after, right->after);
    return order ? order : (int)left->kind - (int)right->kind;
}

static void tally(struct comparison *out) {
    for (size_t i = 0; i < out->differences.count; i++) {
        const struct difference *d = &out->differences.items[i];
        out->kinds[d->kind]++;
        out->unapproved += compare_unapproved(d);
        out->approved += d->approval == APPROVAL_GIVEN && d->needs_approval;
    }
}

/* ---- all of it ---- */

static void read_side(struct arena *arena, struct compareside *side) {
    for (int sheet = 0; sheet < SHEET_COUNT; sheet++)
        if (!(compared_entity((enum schema_sheet)sheet).flags & COMPARED_BY_PLAN))
            side->tables[sheet] = comparerow_read(arena, side->plan, (enum schema_sheet)sheet);
}

const struct comparison *compare_plans(struct arena *arena, const struct plan *before,
                                       const struct assessment *old_results,
                                       const struct plan *after,
                                       const struct assessment *new_results) {
    struct comparing c = {.arena = arena,
                          .before = {.plan = before, .results = old_results},
                          .after = {.plan = after, .results = new_results},
                          .approvals = approval_book(arena, before, after),
                          .out = arena_alloc(arena, sizeof *c.out)};
    *c.out = (struct comparison){.before = before, .after = after};
    read_side(arena, &c.before);
    read_side(arena, &c.after);
    comparesheet_match(&c);
    for (int sheet = 0; sheet < SHEET_COUNT; sheet++)
        comparesheet(&c, (enum schema_sheet)sheet);
    comparevalues(&c);
    if (old_results && new_results)
        comparestatus(&c);
    if (c.out->differences.count > 1)
        qsort(c.out->differences.items, c.out->differences.count, sizeof *c.out->differences.items,
              by_place);
    tally(c.out);
    approval_unseen(c.approvals, c.out, standing_of, standing_new(&c));
    return c.out;
}

#include "compare/compare.h"

#include "base/ascii.h"
#include "compare/comparesheet.h"
#include "compare/comparestatus.h"
#include "compare/comparevalues.h"
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

/* ---- what stands where a request points ---- */

static enum approval_standing text_stands(const struct comparing *c,
                                          const struct change_request *request,
                                          enum schema_sheet sheet, const char *const *texts) {
    int column = schema_column_titled(sheet, request->field);
    if (column < 0)
        return STANDING_UNKNOWN;
    return approval_same_value(c->after.plan, sheet, column, request->new_value, texts[column])
               ? STANDING_THERE
               : STANDING_OTHERWISE;
}

/* Of rows without an id those that belong to the one that is named: one of them is enough. */
static enum approval_standing part_stands(const struct comparing *c,
                                          const struct change_request *request,
                                          enum schema_sheet sheet) {
    const struct comparerow_table *table = &c->after.tables[sheet];
    size_t at = table->owners ? idmap_find(table->owners, request->linked_id) : IDMAP_NONE;
    int key = compared_entity(sheet).keys[0];
    enum approval_standing standing = STANDING_UNKNOWN;
    for (; at != IDMAP_NONE && at < table->count; at++) {
        const struct comparerow *row = table->order[at];
        if (strcmp(row->texts[key], request->linked_id) != 0)
            break;
        standing = text_stands(c, request, sheet, row->texts);
        if (standing != STANDING_OTHERWISE)
            break;
    }
    return standing;
}

static enum approval_standing row_stands(const struct comparing *c,
                                         const struct change_request *request,
                                         enum schema_sheet sheet) {
    const struct comparerow *row = comparing_row(&c->after, sheet, request->linked_id);
    if (row)
        return text_stands(c, request, sheet, row->texts);
    if (schema_sheet(sheet)->form == SHEET_PROPERTIES &&
        strcmp(request->linked_id, c->after.plan->organization.id) == 0)
        return text_stands(c, request, sheet, c->after.tables[sheet].rows[0].texts);
    return part_stands(c, request, sheet);
}

static enum approval_standing value_stands(const struct comparing *c,
                                           const struct change_request *request) {
    const struct measure *measure = plan_measure(c->after.plan, request->linked_id);
    if (!measure || !period_set(request->period))
        return STANDING_UNKNOWN;
    for (int series = 0; series < SERIES_COUNT; series++) {
        if (!schema_same_title(request->field, plan_series_name((enum series)series)))
            continue;
        const struct value *value = plan_value(measure, (enum series)series, request->period);
        char text[32] = "";
        if (value)
            decimal_format(value->value, -1, text);
        return approval_same_value(c->after.plan, SHEET_VALUES, COLUMN_VALUES_VALUE,
                                   request->new_value, text)
                   ? STANDING_THERE
                   : STANDING_OTHERWISE;
    }
    return STANDING_UNKNOWN;
}

static enum approval_standing stands(void *context, const struct change_request *request) {
    const struct comparing *c = context;
    enum approval_standing standing = value_stands(c, request);
    for (int sheet = 0; sheet < SHEET_COUNT && standing == STANDING_UNKNOWN; sheet++)
        standing = row_stands(c, request, (enum schema_sheet)sheet);
    return standing;
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
    approval_unseen(c.approvals, c.out, stands, &c);
    return c.out;
}

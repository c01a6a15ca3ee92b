#include "plan/readinitiatives.h"

#include <stdlib.h>

enum { CHOICE_PROPOSED, CHOICE_ACTIVE, CHOICE_ON_HOLD, CHOICE_DONE, CHOICE_STOPPED };

static enum declared_status self_reported(const struct record *record) {
    static const enum declared_status statuses[] = {DECLARED_GREEN, DECLARED_AMBER, DECLARED_RED};
    int choice = planbuild_choice(record, COLUMN_INITIATIVES_SELF_REPORTED_STATUS, -1);
    return choice < 0 ? DECLARED_NONE : statuses[choice];
}

static void read_state(const struct record *record, struct initiative *initiative) {
    static const enum entity_state states[] = {
        [CHOICE_PROPOSED] = STATE_PROPOSED, [CHOICE_ACTIVE] = STATE_ACTIVE,
        [CHOICE_ON_HOLD] = STATE_ACTIVE,    [CHOICE_DONE] = STATE_ACTIVE,
        [CHOICE_STOPPED] = STATE_RETIRED,
    };
    int choice = planbuild_choice(record, COLUMN_INITIATIVES_STATE, CHOICE_ACTIVE);
    initiative->state = states[choice];
    initiative->closed = choice == CHOICE_DONE || choice == CHOICE_STOPPED;
    initiative->on_hold = choice == CHOICE_ON_HOLD;
}

static void read_objectives(struct planbuild *b, const struct record *record,
                            struct initiative *initiative) {
    size_t *objectives;
    size_t count = planbuild_references(b, record, COLUMN_INITIATIVES_OBJECTIVES, &objectives);
    for (size_t i = 0; i < count; i++) {
        struct objective *objective = &b->plan->objectives.items[objectives[i]];
        vec_push(b->arena, &initiative->objectives, objective);
        vec_push(b->arena, &objective->initiatives, initiative);
    }
}

static void check_missing(struct planbuild *b, const struct record *record, int column,
                          const char *what) {
    const struct field *field = workbook_field(record, column);
    if (!field->filled && !field->wrong)
        diag_report(b->diags, BP3502, planbuild_place(b, record, column),
                    planbuild_text(record, COLUMN_INITIATIVES_ID), what, NULL);
}

static void check_negative(struct planbuild *b, const struct record *record, int column,
                           struct quantity quantity) {
    if (quantity.known && quantity.value.micro < 0)
        diag_report(b->diags, BP3505, planbuild_place(b, record, column),
                    planbuild_text(record, COLUMN_INITIATIVES_ID),
                    schema_sheet(SHEET_INITIATIVES)->columns[column].title, NULL);
}

static void check_initiative(struct planbuild *b, const struct record *record,
                             const struct initiative *initiative) {
    /* The workbook asks for owner and dates. */
    if (initiative->state == STATE_ACTIVE)
        check_missing(b, record, COLUMN_INITIATIVES_BUDGET, "budget");
    check_negative(b, record, COLUMN_INITIATIVES_BUDGET, initiative->budget);
    check_negative(b, record, COLUMN_INITIATIVES_SPEND_TO_DATE, initiative->spent);
    check_negative(b, record, COLUMN_INITIATIVES_FORECAST_AT_COMPLETION, initiative->forecast_cost);
    check_negative(b, record, COLUMN_INITIATIVES_RESOURCE_FTE, initiative->staff);
    if (date_set(initiative->start) && date_set(initiative->end) &&
        date_compare(initiative->end, initiative->start) < 0)
        diag_report(b->diags, BP3501, planbuild_place(b, record, COLUMN_INITIATIVES_END_DATE),
                    initiative->id, planbuild_date_text(b, initiative->end),
                    planbuild_date_text(b, initiative->start), NULL);
    const struct field *objectives = workbook_field(record, COLUMN_INITIATIVES_OBJECTIVES);
    if (!objectives->filled && !objectives->wrong && initiative->state != STATE_RETIRED)
        diag_report(b->diags, BP3503, planbuild_place(b, record, COLUMN_INITIATIVES_OBJECTIVES),
                    initiative->id, NULL);
    if (initiative->closed && initiative->state == STATE_ACTIVE && initiative->done_percent.known &&
        decimal_compare(initiative->done_percent.value, decimal_of(100)) < 0)
        diag_report(b->diags, BP3504,
                    planbuild_place(b, record, COLUMN_INITIATIVES_PERCENT_COMPLETE), initiative->id,
                    planbuild_number_text(b, initiative->done_percent.value), NULL);
}

static void read_initiative(struct planbuild *b, const struct record *record,
                            struct initiative *initiative) {
    size_t unit = planbuild_reference(b, record, COLUMN_INITIATIVES_UNIT);
    *initiative = (struct initiative){
        .id = planbuild_text(record, COLUMN_INITIATIVES_ID),
        .name = planbuild_text(record, COLUMN_INITIATIVES_NAME),
        .owner = planbuild_text(record, COLUMN_INITIATIVES_OWNER),
        .sponsor = planbuild_text(record, COLUMN_INITIATIVES_SPONSOR),
        .programme = planbuild_text(record, COLUMN_INITIATIVES_PROGRAMME),
        .priority = planbuild_text(record, COLUMN_INITIATIVES_PRIORITY),
        .description = planbuild_text(record, COLUMN_INITIATIVES_DESCRIPTION),
        .unit = unit == IDMAP_NONE ? NULL : &b->plan->units.items[unit],
        .start = planbuild_date(record, COLUMN_INITIATIVES_START_DATE),
        .end = planbuild_date(record, COLUMN_INITIATIVES_END_DATE),
        .budget = planbuild_quantity(b, record, COLUMN_INITIATIVES_BUDGET),
        .spent = planbuild_quantity(b, record, COLUMN_INITIATIVES_SPEND_TO_DATE),
        .forecast_cost = planbuild_quantity(b, record, COLUMN_INITIATIVES_FORECAST_AT_COMPLETION),
        .done_percent = planbuild_quantity(b, record, COLUMN_INITIATIVES_PERCENT_COMPLETE),
        .staff = planbuild_quantity(b, record, COLUMN_INITIATIVES_RESOURCE_FTE),
        .benefit_planned = planbuild_quantity(b, record, COLUMN_INITIATIVES_BENEFIT_PLANNED),
        .benefit_forecast = planbuild_quantity(b, record, COLUMN_INITIATIVES_BENEFIT_FORECAST),
        .self_reported = self_reported(record),
        .cross_functional = planbuild_choice(record, COLUMN_INITIATIVES_CROSS_FUNCTIONAL, 0) == 1,
        .place = planbuild_place(b, record, COLUMN_INITIATIVES_ID),
    };
    read_state(record, initiative);
    read_objectives(b, record, initiative);
    check_initiative(b, record, initiative);
}

/* ---- milestones ---- */

static void check_milestone(struct planbuild *b, const struct record *record,
                            const struct milestone *milestone) {
    const struct initiative *initiative = milestone->initiative;
    if (date_set(milestone->done) && date_set(b->horizon) &&
        date_compare(milestone->done, b->horizon) > 0)
        diag_report(b->diags, BP3512, planbuild_place(b, record, COLUMN_MILESTONES_ACTUAL_DATE),
                    milestone->id, planbuild_date_text(b, milestone->done),
                    planbuild_date_text(b, b->horizon), NULL);
    if (!initiative || !date_set(milestone->due) || !date_set(initiative->start) ||
        !date_set(initiative->end) || date_compare(initiative->end, initiative->start) < 0)
        return;
    if (date_compare(milestone->due, initiative->start) < 0 ||
        date_compare(milestone->due, initiative->end) > 0)
        diag_report(b->diags, BP3511, planbuild_place(b, record, COLUMN_MILESTONES_PLANNED_DATE),
                    milestone->id, planbuild_date_text(b, milestone->due), initiative->id,
                    planbuild_date_text(b, initiative->start),
                    planbuild_date_text(b, initiative->end), NULL);
}

static void read_milestone(struct planbuild *b, const struct record *record,
                           struct milestone *milestone) {
    size_t index = planbuild_reference(b, record, COLUMN_MILESTONES_INITIATIVE);
    *milestone = (struct milestone){
        .id = planbuild_text(record, COLUMN_MILESTONES_ID),
        .name = planbuild_text(record, COLUMN_MILESTONES_NAME),
        .owner = planbuild_text(record, COLUMN_MILESTONES_OWNER),
        .description = planbuild_text(record, COLUMN_MILESTONES_DESCRIPTION),
        .initiative = index == IDMAP_NONE ? NULL : &b->plan->initiatives.items[index],
        .due = planbuild_date(record, COLUMN_MILESTONES_PLANNED_DATE),
        .forecast = planbuild_date(record, COLUMN_MILESTONES_FORECAST_DATE),
        .done = planbuild_date(record, COLUMN_MILESTONES_ACTUAL_DATE),
        .weight = planbuild_quantity(b, record, COLUMN_MILESTONES_WEIGHT),
        .place = planbuild_place(b, record, COLUMN_MILESTONES_ID),
    };
    check_milestone(b, record, milestone);
    /* Looking back with an earlier reporting date: it was not reached yet. */
    if (date_set(milestone->done) && date_set(b->plan->organization.as_of) &&
        date_compare(milestone->done, b->plan->organization.as_of) > 0)
        milestone->done = (struct date){0};
    if (milestone->initiative)
        vec_push(b->arena, &milestone->initiative->milestones, milestone);
}

static int32_t date_key(struct date date) {
    return date.year * 512 + date.month * 32 + date.day;
}

/* By due date, then as on the sheet (milestones stand in one array). */
static int compare_due(const void *a, const void *b) {
    const struct milestone *left = *(struct milestone *const *)a;
    const struct milestone *right = *(struct milestone *const *)b;
    int32_t order = date_key(left->due) - date_key(right->due);
    if (order)
        return order;
    return left < right ? -1 : left > right;
}

void readinitiatives(struct planbuild *b) {
    struct plan *plan = b->plan;
    const struct plan_rows *rows = &b->rows[SHEET_INITIATIVES];
    plan->initiatives.items = arena_array(b->arena, rows->list.count, sizeof(struct initiative));
    plan->initiatives.capacity = plan->initiatives.count = rows->list.count;
    for (size_t i = 0; i < rows->list.count; i++)
        read_initiative(b, rows->list.items[i], &plan->initiatives.items[i]);
    rows = &b->rows[SHEET_MILESTONES];
    plan->milestones.items = arena_array(b->arena, rows->list.count, sizeof(struct milestone));
    plan->milestones.capacity = plan->milestones.count = rows->list.count;
    for (size_t i = 0; i < rows->list.count; i++)
        read_milestone(b, rows->list.items[i], &plan->milestones.items[i]);
    for (size_t i = 0; i < plan->initiatives.count; i++) {
        struct initiative *initiative = &plan->initiatives.items[i];
        if (initiative->milestones.count > 1)
            qsort(initiative->milestones.items, initiative->milestones.count,
                  sizeof(struct milestone *), compare_due);
    }
}

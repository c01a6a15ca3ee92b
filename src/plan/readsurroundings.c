#include "plan/readsurroundings.h"

#include "base/ascii.h"
#include <stdlib.h>
#include <string.h>

#define POSITIONS_MOST 1000000000

static void check_negative(struct planbuild *b, const struct record *record, int column,
                           const char *subject) {
    const struct field *field = workbook_field(record, column);
    if (field->filled && field->number.micro < 0)
        diag_report(b->diags, BP3952, planbuild_place(b, record, column),
                    planbuild_noun(record->sheet), subject, planbuild_title(record, column),
                    planbuild_number_text(b, field->number), NULL);
}

/* ---- budget lines ---- */

/* The share that is linked to the strategy is that of objectives and initiatives. */
static void check_link(struct planbuild *b, const struct record *record, const char *id) {
    size_t sheet = idmap_find(b->any, id);
    if (sheet == IDMAP_NONE || sheet == SHEET_OBJECTIVES || sheet == SHEET_INITIATIVES)
        return;
    diag_report(b->diags, BP3954, planbuild_place(b, record, COLUMN_BUDGET_LINES_LINKED),
                planbuild_text(record, COLUMN_BUDGET_LINES_ID),
                planbuild_noun((enum schema_sheet)sheet), id, NULL);
}

static void read_budget_line(struct planbuild *b, const struct record *record,
                             struct budget_line *line) {
    planbuild_reference(b, record, COLUMN_BUDGET_LINES_LINKED);
    *line = (struct budget_line){
        .id = planbuild_text(record, COLUMN_BUDGET_LINES_ID),
        .name = planbuild_text(record, COLUMN_BUDGET_LINES_NAME),
        .linked_id = planbuild_text(record, COLUMN_BUDGET_LINES_LINKED),
        .unit = planbuild_unit(b, record, COLUMN_BUDGET_LINES_UNIT),
        .amount = planbuild_quantity(b, record, COLUMN_BUDGET_LINES_AMOUNT).value,
        .kind = (enum budget_kind)planbuild_choice(record, COLUMN_BUDGET_LINES_KIND,
                                                   (int)BUDGET_OPERATING),
        .place = planbuild_place(b, record, COLUMN_BUDGET_LINES_ID),
    };
    check_negative(b, record, COLUMN_BUDGET_LINES_AMOUNT, line->id);
    check_link(b, record, line->linked_id);
}

/* ---- people ---- */

/* One @ with something on either side, a dot behind it, no blanks. */
static bool email_valid(const char *text) {
    const char *at = strchr(text, '@');
    return at && at != text && !strchr(at + 1, '@') && !strpbrk(text, " ,;<>\n\t") &&
           strchr(at + 1, '.') && at[1] != '.' && text[strlen(text) - 1] != '.';
}

static void read_person(struct planbuild *b, const struct record *record, struct person *person) {
    *person = (struct person){
        .id = planbuild_text(record, COLUMN_PEOPLE_ID),
        .name = planbuild_text(record, COLUMN_PEOPLE_NAME),
        .title = planbuild_text(record, COLUMN_PEOPLE_TITLE),
        .email = planbuild_text(record, COLUMN_PEOPLE_EMAIL),
        .unit = planbuild_unit(b, record, COLUMN_PEOPLE_UNIT),
        .place = planbuild_place(b, record, COLUMN_PEOPLE_ID),
    };
    if (person->email[0] && !email_valid(person->email))
        diag_report(b->diags, BP3975, planbuild_place(b, record, COLUMN_PEOPLE_EMAIL), person->id,
                    person->email, NULL);
}

/* ---- workforce ---- */

static void check_parts(struct planbuild *b, const struct record *record,
                        const struct workforce_fact *fact) {
    static const int parts[] = {COLUMN_WORKFORCE_GOALS_LINKED, COLUMN_WORKFORCE_INCENTIVES_LINKED,
                                COLUMN_WORKFORCE_PLANS_LINKED, COLUMN_WORKFORCE_AWARE};
    for (size_t i = 0; fact->headcount.known && i < sizeof parts / sizeof *parts; i++) {
        struct quantity part = planbuild_quantity(b, record, parts[i]);
        if (part.known && decimal_compare(part.value, fact->headcount.value) > 0)
            diag_report(b->diags, BP3956, part.place, fact->unit->id,
                        planbuild_period_text(b, fact->period), planbuild_title(record, parts[i]),
                        planbuild_number_text(b, part.value),
                        planbuild_number_text(b, fact->headcount.value), NULL);
    }
}

static void read_fact(struct planbuild *b, const struct record *record, struct idmap *seen) {
    struct plan *plan = b->plan;
    struct unit *unit = planbuild_unit(b, record, COLUMN_WORKFORCE_UNIT);
    struct period period = planbuild_period(record, COLUMN_WORKFORCE_PERIOD);
    if (!unit || !period_set(period))
        return;
    const char *period_text = planbuild_period_text(b, period);
    struct place place = planbuild_place(b, record, COLUMN_WORKFORCE_UNIT);
    size_t index = plan->workforce.count;
    size_t first = idmap_put(seen, arena_printf(b->arena, "%s %s", unit->id, period_text), index);
    if (first != index) {
        diag_report(b->diags, BP3977, place, unit->id, period_text,
                    planbuild_where(b, plan->workforce.items[first].place), NULL);
        return;
    }
    struct workforce_fact *fact = vec_add(b->arena, &plan->workforce);
    *fact = (struct workforce_fact){
        .unit = unit,
        .period = period,
        .headcount = planbuild_quantity(b, record, COLUMN_WORKFORCE_HEADCOUNT),
        .goals_linked = planbuild_quantity(b, record, COLUMN_WORKFORCE_GOALS_LINKED),
        .incentives_linked = planbuild_quantity(b, record, COLUMN_WORKFORCE_INCENTIVES_LINKED),
        .plans_linked = planbuild_quantity(b, record, COLUMN_WORKFORCE_PLANS_LINKED),
        .aware = planbuild_quantity(b, record, COLUMN_WORKFORCE_AWARE),
        .executive_hours = planbuild_quantity(b, record, COLUMN_WORKFORCE_EXECUTIVE_HOURS),
        .place = place,
    };
    check_parts(b, record, fact);
    check_negative(b, record, COLUMN_WORKFORCE_EXECUTIVE_HOURS, unit->id);
}

/* By unit, then period: the order of rows says nothing. */
static int compare_facts(const void *a, const void *b) {
    const struct workforce_fact *left = a, *right = b;
    if (left->unit != right->unit)
        return left->unit < right->unit ? -1 : 1;
    return period_compare(left->period, right->period);
}

/* ---- best practices ---- */

static void read_practice(struct planbuild *b, const struct record *record,
                          struct best_practice *practice) {
    *practice = (struct best_practice){
        .id = planbuild_text(record, COLUMN_PRACTICES_ID),
        .name = planbuild_text(record, COLUMN_PRACTICES_NAME),
        .evidence = planbuild_text(record, COLUMN_PRACTICES_EVIDENCE),
        .origin = planbuild_unit(b, record, COLUMN_PRACTICES_ORIGIN),
        .objective = planbuild_objective(b, record, COLUMN_PRACTICES_OBJECTIVE),
        .place = planbuild_place(b, record, COLUMN_PRACTICES_ID),
    };
    size_t *units;
    size_t count = planbuild_references(b, record, COLUMN_PRACTICES_ADOPTED_BY, &units);
    for (size_t i = 0; i < count; i++) {
        struct unit *unit = &b->plan->units.items[units[i]];
        if (unit == practice->origin)
            diag_report(b->diags, BP3976, planbuild_place(b, record, COLUMN_PRACTICES_ADOPTED_BY),
                        practice->id, unit->id, NULL);
        else
            vec_push(b->arena, &practice->adopted_by, unit);
    }
}

/* ---- environment ---- */

/* The sides of each frame; a scenario's are its own.  Plurals are as good. */
static const char *sides_of(enum environment_frame frame) {
    switch (frame) {
    case FRAME_SWOT:
        return "Strength;Weakness;Opportunity;Threat;Strengths;Weaknesses;Opportunities;Threats";
    case FRAME_PESTEL:
        return "Political;Economic;Social;Technological;Environmental;Legal";
    case FRAME_FIVE_FORCES:
        return "Rivalry;Entrants;Substitutes;Buyers;Suppliers";
    case FRAME_SCENARIO:
        break;
    }
    return NULL;
}

/* As the hint says them: the first ones, without their plurals. */
static const char *sides_text(enum environment_frame frame) {
    switch (frame) {
    case FRAME_SWOT:
        return "its sides are Strength, Weakness, Opportunity and Threat";
    case FRAME_PESTEL:
        return "its sides are Political, Economic, Social, Technological, Environmental and Legal";
    case FRAME_FIVE_FORCES:
        return "its sides are Rivalry, Entrants, Substitutes, Buyers and Suppliers";
    case FRAME_SCENARIO:
        break;
    }
    return NULL;
}

static void read_environment(struct planbuild *b, const struct record *record,
                             struct environment_item *item) {
    *item = (struct environment_item){
        .id = planbuild_text(record, COLUMN_ENVIRONMENT_ID),
        .side = planbuild_text(record, COLUMN_ENVIRONMENT_SIDE),
        .text = planbuild_text(record, COLUMN_ENVIRONMENT_ITEM),
        .frame = (enum environment_frame)planbuild_choice(record, COLUMN_ENVIRONMENT_FRAME,
                                                          (int)FRAME_SCENARIO),
        .place = planbuild_place(b, record, COLUMN_ENVIRONMENT_ID),
    };
    const char *sides = sides_of(item->frame);
    if (sides && item->side[0] && !schema_title_among(sides, item->side))
        diag_report_hint(b->diags, BP3960, planbuild_place(b, record, COLUMN_ENVIRONMENT_SIDE),
                         sides_text(item->frame), item->id, item->side,
                         planbuild_text(record, COLUMN_ENVIRONMENT_FRAME), NULL);
    size_t *objectives;
    size_t count = planbuild_references(b, record, COLUMN_ENVIRONMENT_OBJECTIVES, &objectives);
    for (size_t i = 0; i < count; i++)
        vec_push(b->arena, &item->objectives, &b->plan->objectives.items[objectives[i]]);
}

/* ---- strategic jobs ---- */

static void read_job(struct planbuild *b, const struct record *record, struct strategic_job *job) {
    *job = (struct strategic_job){
        .id = planbuild_text(record, COLUMN_JOBS_ID),
        .name = planbuild_text(record, COLUMN_JOBS_NAME),
        .objective = planbuild_objective(b, record, COLUMN_JOBS_OBJECTIVE),
        .positions = planbuild_count(record, COLUMN_JOBS_POSITIONS, POSITIONS_MOST, 0),
        .ready = planbuild_count(record, COLUMN_JOBS_READY, POSITIONS_MOST, 0),
        .place = planbuild_place(b, record, COLUMN_JOBS_ID),
    };
    if (planbuild_filled(record, COLUMN_JOBS_POSITIONS) && job->ready > job->positions)
        diag_report(b->diags, BP3957, planbuild_place(b, record, COLUMN_JOBS_READY), job->id,
                    planbuild_text(record, COLUMN_JOBS_READY),
                    planbuild_text(record, COLUMN_JOBS_POSITIONS), NULL);
}

/* ---- together ---- */

/* Reads each row of a sheet with ids into its item of the plan's array. */
#define READ_ALL(b, sheet, vec, read)                                                              \
    do {                                                                                           \
        planbuild_room(b, sheet, vec);                                                             \
        for (size_t i = 0; i < (vec)->count; i++)                                                  \
            read(b, (b)->rows[sheet].list.items[i], &(vec)->items[i]);                             \
    } while (0)

void readsurroundings(struct planbuild *b) {
    READ_ALL(b, SHEET_BUDGET_LINES, &b->plan->budget_lines, read_budget_line);
    READ_ALL(b, SHEET_PEOPLE, &b->plan->people, read_person);
    const struct plan_rows *rows = &b->rows[SHEET_WORKFORCE];
    struct idmap *seen = idmap_new(b->arena);
    for (size_t i = 0; i < rows->list.count; i++)
        read_fact(b, rows->list.items[i], seen);
    if (b->plan->workforce.count > 1)
        qsort(b->plan->workforce.items, b->plan->workforce.count, sizeof *b->plan->workforce.items,
              compare_facts);
    READ_ALL(b, SHEET_PRACTICES, &b->plan->practices, read_practice);
    READ_ALL(b, SHEET_ENVIRONMENT, &b->plan->environment, read_environment);
    READ_ALL(b, SHEET_JOBS, &b->plan->jobs, read_job);
}

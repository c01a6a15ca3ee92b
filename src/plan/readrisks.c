#include "plan/readrisks.h"

#define APPETITE_MOST 25 /* highest likelihood x highest impact */

/* The choices of likelihood and impact are the numbers 1 to 5. */
static int level_of(const struct record *record, int column) {
    return planbuild_choice(record, column, -1) + 1;
}

/* ---- risks ---- */

static void check_pair(struct planbuild *b, const struct record *record, int has, int lacks) {
    const struct field *other = workbook_field(record, lacks);
    if (planbuild_filled(record, has) && !other->filled && !other->wrong)
        diag_report(b->diags, BP3974, planbuild_place(b, record, lacks),
                    planbuild_text(record, COLUMN_RISKS_ID), planbuild_title(record, has),
                    planbuild_title(record, lacks), NULL);
}

static void check_risk(struct planbuild *b, const struct record *record, const struct risk *risk) {
    bool appetite = planbuild_filled(record, COLUMN_RISKS_APPETITE);
    if (appetite && (risk->appetite < 1 || risk->appetite > APPETITE_MOST))
        diag_report(b->diags, BP3959, planbuild_place(b, record, COLUMN_RISKS_APPETITE), risk->id,
                    planbuild_text(record, COLUMN_RISKS_APPETITE), NULL);
    check_pair(b, record, COLUMN_RISKS_INHERENT_LIKELIHOOD, COLUMN_RISKS_INHERENT_IMPACT);
    check_pair(b, record, COLUMN_RISKS_INHERENT_IMPACT, COLUMN_RISKS_INHERENT_LIKELIHOOD);
}

static void read_objectives(struct planbuild *b, const struct record *record, struct risk *risk) {
    size_t *objectives;
    size_t count = planbuild_references(b, record, COLUMN_RISKS_OBJECTIVES, &objectives);
    for (size_t i = 0; i < count; i++) {
        struct objective *objective = &b->plan->objectives.items[objectives[i]];
        vec_push(b->arena, &risk->objectives, objective);
        vec_push(b->arena, &objective->risks, risk);
    }
}

static void read_risk(struct planbuild *b, const struct record *record, struct risk *risk) {
    enum { CHOICE_OPEN, CHOICE_CLOSED };
    *risk = (struct risk){
        .id = planbuild_text(record, COLUMN_RISKS_ID),
        .name = planbuild_text(record, COLUMN_RISKS_NAME),
        .cause = planbuild_text(record, COLUMN_RISKS_CAUSE),
        .consequence = planbuild_text(record, COLUMN_RISKS_CONSEQUENCE),
        .category = planbuild_text(record, COLUMN_RISKS_CATEGORY),
        .owner = planbuild_text(record, COLUMN_RISKS_OWNER),
        .inherent_likelihood = level_of(record, COLUMN_RISKS_INHERENT_LIKELIHOOD),
        .inherent_impact = level_of(record, COLUMN_RISKS_INHERENT_IMPACT),
        .residual_likelihood = level_of(record, COLUMN_RISKS_RESIDUAL_LIKELIHOOD),
        .residual_impact = level_of(record, COLUMN_RISKS_RESIDUAL_IMPACT),
        .appetite = planbuild_count(record, COLUMN_RISKS_APPETITE, APPETITE_MOST + 1, 0),
        .trend = (enum risk_trend)(planbuild_choice(record, COLUMN_RISKS_TREND, -1) + 1),
        .response = (enum risk_response)(planbuild_choice(record, COLUMN_RISKS_RESPONSE, -1) + 1),
        .review = planbuild_date(record, COLUMN_RISKS_REVIEW_DATE),
        .closed = planbuild_choice(record, COLUMN_RISKS_STATE, CHOICE_OPEN) == CHOICE_CLOSED,
        .place = planbuild_place(b, record, COLUMN_RISKS_ID),
    };
    read_objectives(b, record, risk);
    check_risk(b, record, risk);
}

/* ---- controls ---- */

/* In the order of the sheet's choices. */
static enum effectiveness effectiveness_of(const struct record *record) {
    static const enum effectiveness choices[] = {EFFECTIVENESS_EFFECTIVE, EFFECTIVENESS_PARTIAL,
                                                 EFFECTIVENESS_INEFFECTIVE,
                                                 EFFECTIVENESS_NOT_TESTED};
    return choices[planbuild_choice(record, COLUMN_CONTROLS_EFFECTIVENESS, 3)];
}

static void check_control(struct planbuild *b, const struct record *record,
                          const struct control *control) {
    struct place tested = planbuild_place(b, record, COLUMN_CONTROLS_LAST_TESTED);
    if (date_set(control->last_tested) && date_set(b->horizon) &&
        date_compare(control->last_tested, b->horizon) > 0)
        diag_report(b->diags, BP3970, tested, control->id,
                    planbuild_date_text(b, control->last_tested),
                    planbuild_date_text(b, b->horizon), NULL);
    const struct field *effectiveness = workbook_field(record, COLUMN_CONTROLS_EFFECTIVENESS);
    const struct field *day = workbook_field(record, COLUMN_CONTROLS_LAST_TESTED);
    if (day->filled && !effectiveness->wrong && control->effectiveness == EFFECTIVENESS_NOT_TESTED)
        diag_report(b->diags, BP3971, planbuild_place(b, record, COLUMN_CONTROLS_EFFECTIVENESS),
                    control->id, planbuild_date_text(b, control->last_tested), NULL);
}

static void read_control(struct planbuild *b, const struct record *record,
                         struct control *control) {
    size_t risk = planbuild_reference(b, record, COLUMN_CONTROLS_RISK);
    *control = (struct control){
        .id = planbuild_text(record, COLUMN_CONTROLS_ID),
        .name = planbuild_text(record, COLUMN_CONTROLS_NAME),
        .owner = planbuild_text(record, COLUMN_CONTROLS_OWNER),
        .risk = risk == IDMAP_NONE ? NULL : &b->plan->risks.items[risk],
        .type = (enum control_type)(planbuild_choice(record, COLUMN_CONTROLS_TYPE, -1) + 1),
        .effectiveness = effectiveness_of(record),
        .last_tested = planbuild_date(record, COLUMN_CONTROLS_LAST_TESTED),
        .place = planbuild_place(b, record, COLUMN_CONTROLS_ID),
    };
    if (control->risk)
        vec_push(b->arena, &control->risk->controls, control);
    check_control(b, record, control);
}

void readrisks(struct planbuild *b) {
    const struct plan_rows *rows = &b->rows[SHEET_RISKS];
    planbuild_room(b, SHEET_RISKS, &b->plan->risks);
    for (size_t i = 0; i < rows->list.count; i++)
        read_risk(b, rows->list.items[i], &b->plan->risks.items[i]);
    rows = &b->rows[SHEET_CONTROLS];
    planbuild_room(b, SHEET_CONTROLS, &b->plan->controls);
    for (size_t i = 0; i < rows->list.count; i++)
        read_control(b, rows->list.items[i], &b->plan->controls.items[i]);
}

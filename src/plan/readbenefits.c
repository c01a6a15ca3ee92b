#include "plan/readbenefits.h"

static struct initiative *initiative_of(struct planbuild *b, const struct record *record) {
    size_t index = planbuild_reference(b, record, COLUMN_BENEFITS_INITIATIVE);
    return index == IDMAP_NONE ? NULL : &b->plan->initiatives.items[index];
}

/* Reconciled are value, day and name together. */
static void check_pair(struct planbuild *b, const struct record *record, int has, int lacks) {
    const struct field *other = workbook_field(record, lacks);
    if (planbuild_filled(record, has) && !other->filled && !other->wrong)
        diag_report(b->diags, BP3955, planbuild_place(b, record, lacks),
                    planbuild_text(record, COLUMN_BENEFITS_ID), planbuild_title(record, has),
                    planbuild_title(record, lacks), NULL);
}

static void check_benefit(struct planbuild *b, const struct record *record,
                          const struct benefit *benefit) {
    check_pair(b, record, COLUMN_BENEFITS_RECONCILED_ON, COLUMN_BENEFITS_REALISED_VALUE);
    check_pair(b, record, COLUMN_BENEFITS_RECONCILED_ON, COLUMN_BENEFITS_RECONCILED_BY);
    check_pair(b, record, COLUMN_BENEFITS_RECONCILED_BY, COLUMN_BENEFITS_RECONCILED_ON);
    /* What is not about money may be meant as a fall: fewer days, fewer complaints. */
    if (benefit->type != BENEFIT_NON_FINANCIAL && benefit->planned.known &&
        benefit->planned.value.micro < 0)
        diag_report(b->diags, BP3952, benefit->planned.place, planbuild_noun(SHEET_BENEFITS),
                    benefit->id, planbuild_title(record, COLUMN_BENEFITS_PLANNED_VALUE),
                    planbuild_number_text(b, benefit->planned.value), NULL);
    const struct initiative *initiative = benefit->initiative;
    if (initiative && period_set(benefit->due) && date_set(initiative->start) &&
        date_compare(period_last(benefit->due), initiative->start) < 0)
        diag_report(b->diags, BP3953, planbuild_place(b, record, COLUMN_BENEFITS_PERIOD),
                    benefit->id, planbuild_period_text(b, benefit->due), initiative->id,
                    planbuild_date_text(b, initiative->start), NULL);
}

static void read_benefit(struct planbuild *b, const struct record *record,
                         struct benefit *benefit) {
    *benefit = (struct benefit){
        .id = planbuild_text(record, COLUMN_BENEFITS_ID),
        .name = planbuild_text(record, COLUMN_BENEFITS_NAME),
        .owner = planbuild_text(record, COLUMN_BENEFITS_OWNER),
        .evidence = planbuild_text(record, COLUMN_BENEFITS_EVIDENCE),
        .reconciled_by = planbuild_text(record, COLUMN_BENEFITS_RECONCILED_BY),
        .unit_of_value = planbuild_text(record, COLUMN_BENEFITS_UNIT_OF_VALUE),
        .initiative = initiative_of(b, record),
        .measure = planbuild_measure(b, record, COLUMN_BENEFITS_MEASURE),
        .type = (enum benefit_type)planbuild_choice(record, COLUMN_BENEFITS_TYPE,
                                                    (int)BENEFIT_NON_FINANCIAL),
        .due = planbuild_period(record, COLUMN_BENEFITS_PERIOD),
        .planned = planbuild_quantity(b, record, COLUMN_BENEFITS_PLANNED_VALUE),
        .forecast = planbuild_quantity(b, record, COLUMN_BENEFITS_FORECAST_VALUE),
        .realised = planbuild_quantity(b, record, COLUMN_BENEFITS_REALISED_VALUE),
        .reconciled_on = planbuild_date(record, COLUMN_BENEFITS_RECONCILED_ON),
        .place = planbuild_place(b, record, COLUMN_BENEFITS_ID),
    };
    if (benefit->initiative)
        vec_push(b->arena, &benefit->initiative->benefits, benefit);
    check_benefit(b, record, benefit);
}

void readbenefits(struct planbuild *b) {
    const struct plan_rows *rows = &b->rows[SHEET_BENEFITS];
    planbuild_room(b, SHEET_BENEFITS, &b->plan->benefits);
    for (size_t i = 0; i < rows->list.count; i++)
        read_benefit(b, rows->list.items[i], &b->plan->benefits.items[i]);
}

#include "plan/rulerisks.h"

/* A test is good for this many days. */
#define TESTED_FOR 365

static const char *level_text(struct planbuild *b, int level) {
    return planbuild_count_text(b, (size_t)level);
}

/* ---- risks ---- */

static void check_appetite(struct planbuild *b, const struct risk *risk, int residual) {
    if (!risk->appetite || residual <= risk->appetite)
        return;
    const char *level = level_text(b, residual);
    const char *appetite = level_text(b, risk->appetite);
    if (risk->response == RESPONSE_UNKNOWN)
        diag_report(b->diags, BP3731, risk->place, risk->id, level, appetite, NULL);
    else if (risk->response == RESPONSE_TOLERATE)
        diag_report(b->diags, BP3732, risk->place, risk->id, level, appetite, NULL);
}

static void check_risk(struct planbuild *b, const struct risk *risk) {
    struct date as_of = b->plan->organization.as_of;
    int residual = risk->residual_likelihood * risk->residual_impact;
    int inherent = risk->inherent_likelihood * risk->inherent_impact;
    if (inherent && residual > inherent)
        diag_report(b->diags, BP3734, risk->place, risk->id, level_text(b, residual),
                    level_text(b, inherent), NULL);
    if (risk->closed)
        return;
    check_appetite(b, risk, residual);
    if (date_set(risk->review) && date_set(as_of) && date_compare(risk->review, as_of) < 0)
        diag_report(b->diags, BP3733, risk->place, risk->id, planbuild_date_text(b, risk->review),
                    NULL);
}

/* ---- controls ---- */

static const char *effectiveness_word(enum effectiveness effectiveness) {
    static const char *const words[] = {"not tested", "effective", "partly effective",
                                        "ineffective"};
    return words[effectiveness];
}

static void check_control(struct planbuild *b, const struct control *control) {
    struct date as_of = b->plan->organization.as_of;
    if (control->risk && control->risk->closed)
        return;
    if (!date_set(control->last_tested)) {
        if (control->effectiveness == EFFECTIVENESS_NOT_TESTED)
            diag_report(b->diags, BP3743, control->place, control->id, NULL);
        else
            diag_report(b->diags, BP3741, control->place, control->id,
                        effectiveness_word(control->effectiveness), NULL);
        return;
    }
    if (date_set(as_of) && date_days(as_of) - date_days(control->last_tested) > TESTED_FOR)
        diag_report(b->diags, BP3742, control->place, control->id,
                    planbuild_date_text(b, control->last_tested), planbuild_date_text(b, as_of),
                    NULL);
}

void rulerisks(struct planbuild *b) {
    for (size_t i = 0; i < b->plan->risks.count; i++)
        check_risk(b, &b->plan->risks.items[i]);
    const struct plan_rows *rows = &b->rows[SHEET_CONTROLS];
    for (size_t i = 0; i < b->plan->controls.count; i++)
        if (!workbook_field(rows->list.items[i], COLUMN_CONTROLS_LAST_TESTED)->wrong)
            check_control(b, &b->plan->controls.items[i]);
}

/* Promised benefits against their case (domain.md section 4, rule 11). */
#include "assess/derivebenefit.h"

/* The work on one benefit. */
struct work {
    struct deriving d;
    const struct benefit *benefit;
    const struct benefit_result *result;
};

const char *derivebenefit_band(struct deriving *d, struct formula percent, enum status status) {
    struct formula good = formula_whole(d->arena, 95), fair = formula_whole(d->arena, 80);
    if (status == STATUS_GREEN) {
        return formula_compare(d->arena, percent, ">=", good);
    }
    if (status == STATUS_RED) {
        return formula_compare(d->arena, percent, "<", fair);
    }
    return derive_both(d, formula_compare(d->arena, percent, "<", good),
                       formula_compare(d->arena, percent, ">=", fair));
}

struct formula derivebenefit_percent(struct deriving *d, struct decimal expected,
                                     struct decimal planned) {
    struct formula hundred =
        formula_mul(d->arena, formula_whole(d->arena, 100), formula_decimal(d->arena, expected));
    return formula_div(d->arena, hundred, formula_decimal(d->arena, planned));
}

static void quantity_input(struct deriving *d, const char *name, const struct quantity *quantity) {
    if (quantity->known) {
        derive_number(d, name, quantity->value, quantity->place);
    }
}

static void due_step(struct work *w) {
    struct deriving *d = &w->d;
    struct period due = w->benefit->due;
    derive_step(d, "due", RULE_INITIATIVES,
                !period_set(due) ? "The sheet does not say by when: it is judged by its forecast."
                : w->result->due ? "Its period is over: it is judged by what was realised."
                                 : "Its period is not over: it is judged by its forecast.");
    derive_result(d, w->result->due ? "yes" : "no");
    if (period_set(due)) {
        derive_input(d, "by when", derive_period_text(d, due),
                     derive_cell(d, SHEET_BENEFITS, COLUMN_BENEFITS_ID, w->benefit->id,
                                 COLUMN_BENEFITS_PERIOD));
        derive_input(d, "last day of that period", derive_date_text(d->arena, period_last(due)),
                     (struct place){0});
    }
    derive_as_of(d);
}

static void expected_step(struct work *w) {
    struct deriving *d = &w->d;
    bool due = w->result->due;
    derive_step(d, "expected value", RULE_INITIATIVES,
                due ? "What was realised." : "What its owner forecasts.");
    if (!w->result->has_expected) {
        derive_result(d, "none");
        return;
    }
    derive_number_result(d, w->result->expected);
    quantity_input(d, due ? "realised value" : "forecast value",
                   due ? &w->benefit->realised : &w->benefit->forecast);
}

static void status_steps(struct work *w) {
    struct deriving *d = &w->d;
    const struct benefit_result *r = w->result;
    if (!status_scored(r->status)) {
        derive_step(d, "status", RULE_INITIATIVES,
                    r->has_expected ? "There is no case to judge it by."
                    : r->due        ? "It is due and nobody has said what is realised."
                                    : "Without a forecast nothing can be judged.");
        derive_result(d, status_words(r->status));
        quantity_input(d, "planned value", &w->benefit->planned);
        return;
    }
    struct decimal planned = w->benefit->planned.value;
    struct formula percent = derivebenefit_percent(d, r->expected, planned);
    if (r->has_percent) { /* else too large a number */
        derive_step(d, "percent of the case", RULE_INITIATIVES,
                    planned.micro < 0 ? "Expected in percent of planned: a fall is planned, and "
                                        "judged by how much of it comes."
                                      : "Expected in percent of planned.");
        derive_rounds(d, percent, r->percent);
        quantity_input(d, "planned value", &w->benefit->planned);
    }
    derive_step(d, "status", RULE_INITIATIVES,
                "By the exact percentage: green from 95, amber from 80, else red.");
    derive_verdict(d, derivebenefit_band(d, percent, r->status), status_words(r->status));
    quantity_input(d, "planned value", &w->benefit->planned);
}

static void state_step(struct work *w) {
    struct deriving *d = &w->d;
    const struct initiative *initiative = w->benefit->initiative;
    derive_step(d, "status", RULE_INITIATIVES,
                w->result->status == STATUS_NOT_DUE
                    ? "Its initiative is only proposed: nothing is due yet."
                    : "Its initiative was stopped, or does not apply: nothing is judged.");
    derive_result(d, status_words(w->result->status));
    derive_other(d, "initiative", initiative->id, initiative->id);
}

static void overdue_step(struct work *w) {
    struct deriving *d = &w->d;
    derive_step(d, "overdue", RULE_INITIATIVES,
                w->result->overdue ? "It is due, and not realised in full."
                : w->result->due   ? "It is due, and realised in full."
                                   : "It is not due.");
    derive_result(d, w->result->overdue ? "yes" : "no");
    if (w->result->due) {
        quantity_input(d, "realised value", &w->benefit->realised);
        quantity_input(d, "planned value", &w->benefit->planned);
    }
}

static void reconciled_step(struct work *w) {
    struct deriving *d = &w->d;
    const struct record *row = derive_row(d, SHEET_BENEFITS, COLUMN_BENEFITS_ID, w->benefit->id);
    derive_step(d, "reconciled", RULE_INITIATIVES,
                w->result->reconciled ? "Somebody checked the realised value against the books."
                                      : "Nobody says that a realised value was checked against "
                                        "the books.");
    derive_result(d, w->result->reconciled ? "yes" : "no");
    quantity_input(d, "realised value", &w->benefit->realised);
    derive_field(d, "reconciled by", row, COLUMN_BENEFITS_RECONCILED_BY);
    derive_field(d, "reconciled on", row, COLUMN_BENEFITS_RECONCILED_ON);
}

static void answer(struct work *w) {
    struct deriving *d = &w->d;
    const struct benefit_result *r = w->result;
    const char *share =
        r->has_percent ? arena_printf(d->arena, ": %s %% of its case",
                                      derive_decimal_text(d->arena, decimal_round(r->percent, 1)))
                       : "";
    d->out->answer = arena_printf(d->arena, "%s %s %s%s, as of %s", w->benefit->id,
                                  w->benefit->name, derive_status_words(r->status), share,
                                  derive_date_text(d->arena, d->assessment->as_of));
}

const struct derivation *derivebenefit(struct arena *arena, const struct assessment *assessment,
                                       const struct benefit_result *result) {
    const struct benefit *benefit = result->benefit;
    struct work w = {.d = derive_begin(arena, assessment, 0, "benefit", benefit->id, benefit->name),
                     .benefit = benefit,
                     .result = result};
    w.d.out->place = benefit->place;
    answer(&w);
    bool promised = result->status != STATUS_NOT_DUE && result->status != STATUS_NOT_APPLICABLE;
    if (promised) {
        due_step(&w);
        expected_step(&w);
        status_steps(&w);
        overdue_step(&w);
    } else {
        state_step(&w);
    }
    reconciled_step(&w);
    return w.d.out;
}

#include "assess/derivethreshold.h"

#include "assess/deriveseries.h"
#include "assess/threshold.h"
#include <assert.h>

enum figure { FIGURE_RED, FIGURE_STRETCH, FIGURE_WORST, FIGURE_LOWER, FIGURE_UPPER, FIGURE_MARGIN };

static const char *const figure_names[] = {"red flag",    "stretch",     "worst",
                                           "lower limit", "upper limit", "margin"};

static bool higher_is_better(enum polarity polarity) {
    return polarity != POLARITY_LOWER;
}

/* What the sheet gives for a figure, or NULL. */
static const struct quantity *given(const struct threshold *row, enum figure figure) {
    if (!row) {
        return NULL;
    }
    const struct quantity *all[] = {&row->red,   &row->stretch, &row->worst,
                                    &row->lower, &row->upper,   &row->margin};
    return all[figure]->known ? all[figure] : NULL;
}

static struct exact resolved(const struct judged_thresholds *t, enum figure figure) {
    const struct exact all[] = {threshold_red(t),   threshold_stretch(t), threshold_worst(t),
                                threshold_lower(t), threshold_upper(t),   threshold_margin(t)};
    return all[figure];
}

/* True if a distance from the target is to be added to it. */
static bool above(enum polarity polarity, enum figure figure) {
    if (figure == FIGURE_LOWER || figure == FIGURE_UPPER) {
        return figure == FIGURE_UPPER;
    }
    return (figure == FIGURE_STRETCH) == higher_is_better(polarity);
}

/* The default tolerance in the measure's unit. */
static struct formula tolerance(struct deriving *d, bool percent, struct formula target) {
    const struct settings *settings = &d->plan->settings;
    struct formula share = formula_decimal(d->arena, settings->tolerance);
    if (percent && settings->tolerance_in_points) {
        return share;
    }
    bool negative = rational_sign(target.value) < 0;
    share = formula_mul(d->arena, negative ? formula_abs(d->arena, target) : target, share);
    return formula_div(d->arena, share, formula_whole(d->arena, 100));
}

/* The tolerance away from the target. */
static struct formula default_red(struct deriving *d, enum polarity polarity, bool percent,
                                  struct formula target) {
    struct formula share = tolerance(d, percent, target);
    return higher_is_better(polarity) ? formula_sub(d->arena, target, share)
                                      : formula_add(d->arena, target, share);
}

/* By rule 3: as far beyond the target as the red flag lies before it, and beyond that as far. */
static struct formula by_symmetry(struct deriving *d, enum figure figure, struct formula target,
                                  struct formula red) {
    struct formula gap = formula_sub(d->arena, target, red);
    return figure == FIGURE_STRETCH ? formula_add(d->arena, target, gap)
                                    : formula_sub(d->arena, red, gap);
}

/* The figure of one period. */
static struct formula figure_of(struct deriving *d, const struct measure *measure,
                                const struct observation *o, const struct threshold *row,
                                enum figure figure) {
    const struct quantity *cell = given(row, figure);
    struct formula target = formula_exact(d->arena, threshold_target(&o->thresholds));
    if (!cell) {
        struct formula red = formula_exact(d->arena, threshold_red(&o->thresholds));
        return figure == FIGURE_RED ? default_red(d, measure->polarity, o->percent, target)
                                    : by_symmetry(d, figure, target, red);
    }
    struct formula number = formula_decimal(d->arena, cell->value);
    if (row->method == THRESHOLD_RATIO) {
        return formula_mul(d->arena, number, target);
    }
    if (row->method == THRESHOLD_DEVIATION && figure != FIGURE_MARGIN) {
        return above(measure->polarity, figure) ? formula_add(d->arena, target, number)
                                                : formula_sub(d->arena, target, number);
    }
    return number;
}

static const char *words_of(const struct threshold *row, enum figure figure) {
    if (!row || !given(row, figure)) {
        static const char *const standard[] = {
            "No red flag is given: it lies the default tolerance away from the target.",
            "No stretch value is given: it lies as far beyond the target as the red flag lies "
            "before it. It serves the score only.",
            "No worst value is given: it lies as far beyond the red flag as the target lies before "
            "it.",
            "",
            "",
            ""};
        return standard[figure];
    }
    if (row->method == THRESHOLD_RATIO) {
        return "Given as a factor of the target.";
    }
    if (row->method == THRESHOLD_DEVIATION && figure != FIGURE_MARGIN) {
        return "Given as a distance from the target.";
    }
    return "As given.";
}

static enum derive_rule rule_of(enum figure figure) {
    return figure == FIGURE_STRETCH || figure == FIGURE_WORST ? RULE_SCORE : RULE_STATUS;
}

/* From when the row holds, if it says so. */
static void in_force(struct deriving *d, const struct threshold *row) {
    if (date_set(row->effective)) {
        derive_field(d, "in force from",
                     derive_row_at(d, SHEET_THRESHOLDS, COLUMN_THRESHOLDS_MEASURE, row->place),
                     COLUMN_THRESHOLDS_EFFECTIVE_FROM);
    }
}

static const struct threshold *row_of(const struct measure *measure, struct period period) {
    return measure->thresholds.count > 0 ? plan_threshold(measure, period_last(period)) : NULL;
}

/* What the sheet gives, and since when. */
static void cell_inputs(struct deriving *d, const struct threshold *row, enum figure figure) {
    const struct quantity *cell = given(row, figure);
    bool margin = figure == FIGURE_MARGIN && row->method == THRESHOLD_DEVIATION;
    const char *name = figure_names[figure];
    if (row->method != THRESHOLD_ABSOLUTE && !margin) {
        name = arena_printf(d->arena, "%s, %s", name,
                            row->method == THRESHOLD_RATIO ? "factor" : "distance");
    }
    derive_number(d, name, cell->value, cell->place);
    in_force(d, row);
}

static void tolerance_inputs(struct deriving *d, const struct observation *o) {
    derive_option(d, OPTION_TOLERANCE);
    if (o->percent) {
        derive_option(d, OPTION_TOLERANCE_UNIT);
    }
}

static void step_of_period(struct deriving *d, const struct measure *measure,
                           const struct observation *o, enum figure figure) {
    const struct threshold *row = row_of(measure, o->period);
    const struct quantity *cell = given(row, figure);
    derive_step(d, figure_names[figure], rule_of(figure), words_of(row, figure));
    derive_figure(d, figure_of(d, measure, o, row, figure), resolved(&o->thresholds, figure));
    if (cell) {
        cell_inputs(d, row, figure);
    } else if (figure == FIGURE_RED) {
        tolerance_inputs(d, o);
    }
}

/* Where the figures of the periods came from, each row of the sheet once. */
static void sources_to_date(struct deriving *d, const struct measure *measure,
                            const struct observation *periods, size_t count, enum figure figure) {
    const struct threshold *told = NULL;
    bool by_tolerance = false; /* what else is not given by each row follows by symmetry */
    for (size_t i = 0; i < count; i++) {
        const struct threshold *row = row_of(measure, periods[i].period);
        bool in_cell = given(row, figure);
        if (in_cell && row != told && row->method != THRESHOLD_ABSOLUTE) {
            cell_inputs(d, row, figure);
            told = row;
        }
        by_tolerance = by_tolerance || !in_cell;
    }
    if (by_tolerance) {
        tolerance_inputs(d, &periods[0]);
    }
}

/* Where the figure of a period stands on the sheet, if it stands there as it is. */
static struct place cell_of(const struct measure *measure, const struct observation *o,
                            enum figure figure) {
    const struct threshold *row = row_of(measure, o->period);
    const struct quantity *cell = given(row, figure);
    return cell && row->method == THRESHOLD_ABSOLUTE ? cell->place : (struct place){0};
}

static bool same_input(const struct measure *measure, const struct observation *a,
                       const struct observation *b, enum figure figure) {
    struct place left = cell_of(measure, a, figure), right = cell_of(measure, b, figure);
    return exact_compare(resolved(&a->thresholds, figure), resolved(&b->thresholds, figure)) == 0 &&
           left.line == right.line && left.column == right.column;
}

/* A line for each row of neighbours that are alike: "red flag of 2026-W01 to 2026-W39". */
static void inputs_to_date(struct deriving *d, const struct measure *measure,
                           const struct observation *periods, size_t count, enum figure figure) {
    for (size_t first = 0, next; first < count; first = next) {
        next = first + 1;
        while (next < count && same_input(measure, &periods[first], &periods[next], figure)) {
            next++;
        }
        const char *name = arena_printf(d->arena, "%s of %s", figure_names[figure],
                                        derive_period_text(d, periods[first].period));
        if (next - first > 1) {
            name = arena_printf(d->arena, "%s to %s, each", name,
                                derive_period_text(d, periods[next - 1].period));
        }
        derive_unrounded(d, name, resolved(&periods[first].thresholds, figure),
                         cell_of(measure, &periods[first], figure));
    }
}

/* The same figure of several periods, put together like the target. */
static void step_to_date(struct deriving *d, const struct measure *measure,
                         const struct observation *periods, size_t count, enum figure figure,
                         const struct judged_thresholds *t) {
    derive_step(d, figure_names[figure], RULE_PERIODS,
                "Thresholds of the periods are put together like the targets.");
    struct deriveseries_part *parts = arena_array(d->arena, count, sizeof *parts);
    for (size_t i = 0; i < count; i++) {
        const struct observation *o = &periods[i];
        struct formula *weight = arena_alloc(d->arena, sizeof *weight);
        *weight = formula_decimal(d->arena, o->denominator);
        parts[i].formula = figure_of(d, measure, o, row_of(measure, o->period), figure);
        parts[i].weight = o->has_parts ? weight : NULL;
    }
    inputs_to_date(d, measure, periods, count, figure);
    sources_to_date(d, measure, periods, count, figure);
    derive_figure(d, deriveseries_aggregate(d, measure, parts, count), resolved(t, figure));
}

static void one_step(struct deriving *d, const struct measure *measure,
                     const struct observation *periods, size_t count, bool to_date,
                     enum figure figure, const struct judged_thresholds *t) {
    bool symmetric = (figure == FIGURE_STRETCH && t->stretch_default) ||
                     (figure == FIGURE_WORST && t->worst_default);
    if (!to_date) {
        step_of_period(d, measure, &periods[count - 1], figure);
    } else if (symmetric) {
        derive_step(d, figure_names[figure], RULE_SCORE, words_of(NULL, figure));
        derive_figure(d,
                      by_symmetry(d, figure, formula_exact(d->arena, threshold_target(t)),
                                  formula_exact(d->arena, threshold_red(t))),
                      resolved(t, figure));
    } else {
        step_to_date(d, measure, periods, count, figure, t);
    }
}

void derivethreshold_steps(struct deriving *d, const struct measure *measure,
                           const struct observation *periods, size_t count, bool to_date,
                           const struct judged_thresholds *thresholds) {
    if (measure->polarity == POLARITY_BINARY) {
        return;
    }
    bool range = measure->polarity == POLARITY_RANGE;
    enum figure first = range ? FIGURE_LOWER : FIGURE_RED;
    for (int i = 0; i < 3; i++) {
        one_step(d, measure, periods, count, to_date, (enum figure)((int)first + i), thresholds);
    }
}

/* ---- status ---- */

struct formula derivethreshold_distance(struct deriving *d,
                                        const struct judged_thresholds *thresholds,
                                        struct formula value) {
    struct formula items[] = {
        formula_sub(d->arena, formula_exact(d->arena, threshold_lower(thresholds)), value),
        formula_sub(d->arena, value, formula_exact(d->arena, threshold_upper(thresholds))),
        formula_whole(d->arena, 0)};
    return formula_max(d->arena, items, 3);
}

/* The same as the one number that a step before came to. */
static struct formula off_band(struct deriving *d, const struct judged_thresholds *t,
                               struct exact value) {
    return formula_fraction(d->arena,
                            derivethreshold_distance(d, t, formula_exact(d->arena, value)).value);
}

/* "value >= level" for more is better, mirrored where less is. */
static const char *reaches(struct deriving *d, enum polarity polarity, struct exact value,
                           struct exact level) {
    return formula_compare(
        d->arena, formula_exact(d->arena, value),
        higher_is_better(polarity) ? ">=" : "<=", formula_exact(d->arena, level));
}

static const char *misses(struct deriving *d, enum polarity polarity, struct exact value,
                          struct exact level) {
    return formula_compare(d->arena, formula_exact(d->arena, value),
                           higher_is_better(polarity) ? "<" : ">", formula_exact(d->arena, level));
}

static const char *level_conditions(struct deriving *d, enum polarity polarity,
                                    const struct judged_thresholds *t, struct exact value,
                                    enum status status) {
    if (status == STATUS_EXCEEDS) {
        return reaches(d, polarity, value, threshold_stretch(t));
    }
    if (status == STATUS_GREEN) {
        return derive_both(d, reaches(d, polarity, value, threshold_target(t)),
                           t->stretch_given ? misses(d, polarity, value, threshold_stretch(t))
                                            : "");
    }
    if (status == STATUS_AMBER) {
        return derive_both(d, misses(d, polarity, value, threshold_target(t)),
                           reaches(d, polarity, value, threshold_red(t)));
    }
    assert(status == STATUS_RED);
    return misses(d, polarity, value, threshold_red(t));
}

static const char *range_conditions(struct deriving *d, const struct judged_thresholds *t,
                                    struct exact value, enum status status) {
    struct formula distance = off_band(d, t, value);
    struct formula none = formula_whole(d->arena, 0);
    struct formula margin = formula_exact(d->arena, threshold_margin(t));
    if (status == STATUS_GREEN) {
        return formula_compare(d->arena, distance, "=", none);
    }
    if (status == STATUS_AMBER) {
        return derive_both(d, formula_compare(d->arena, distance, ">", none),
                           formula_compare(d->arena, distance, "<=", margin));
    }
    assert(status == STATUS_RED);
    return formula_compare(d->arena, distance, ">", margin);
}

static const char *equality(struct deriving *d, struct exact value, struct exact target) {
    static const char *const operators[] = {"<", "=", ">"};
    return formula_compare(d->arena, formula_exact(d->arena, value),
                           operators[exact_compare(value, target) + 1],
                           formula_exact(d->arena, target));
}

static const char *reason_of(enum polarity polarity, enum status status) {
    if (polarity == POLARITY_BINARY) {
        return status == STATUS_GREEN ? "As the target says." : "Not as the target says.";
    }
    bool range = polarity == POLARITY_RANGE;
    if (status == STATUS_EXCEEDS) {
        return "At or beyond the stretch value.";
    }
    if (status == STATUS_GREEN) {
        return range ? "Inside the band." : "At the target or better.";
    }
    if (status == STATUS_AMBER) {
        return range ? "Off the band by no more than the margin."
                     : "Between target and red flag; a value on the red flag is still amber.";
    }
    return range ? "Off the band by more than the margin." : "Beyond the red flag.";
}

void derivethreshold_status(struct deriving *d, const char *figure, enum polarity polarity,
                            const struct judged_thresholds *thresholds, struct exact value,
                            enum status status) {
    if (polarity == POLARITY_RANGE) {
        derive_step(d, "distance to the band", RULE_STATUS,
                    "How far below the lower or above the upper limit; 0 between them.");
        struct formula distance =
            derivethreshold_distance(d, thresholds, formula_exact(d->arena, value));
        struct exact shown;
        if (exact_fraction(distance.value, &shown)) {
            derive_figure(d, distance, shown);
        } else {
            derive_equals(d, distance, distance.value);
        }
    }
    derive_step(d, figure, RULE_STATUS, reason_of(polarity, status));
    const char *conditions = "";
    if (polarity == POLARITY_RANGE) {
        conditions = range_conditions(d, thresholds, value, status);
    } else if (polarity == POLARITY_BINARY) {
        conditions = equality(d, value, threshold_target(thresholds));
    } else {
        conditions = level_conditions(d, polarity, thresholds, value, status);
    }
    derive_verdict(d, conditions, status_words(status));
}

/* ---- score ---- */

/* The point part / whole of the third of the scale that begins at `thirds`. */
static struct formula in_third(struct deriving *d, int thirds, struct formula part,
                               struct formula whole) {
    struct formula third = formula_fraction(d->arena, rational_of(d->arena, 100, 3));
    struct formula share = formula_div(d->arena, formula_mul(d->arena, third, part), whole);
    if (thirds == 0) {
        return share;
    }
    return formula_add(d->arena, formula_fraction(d->arena, rational_of(d->arena, 100 * thirds, 3)),
                       share);
}

static void level_score(struct deriving *d, enum polarity polarity,
                        const struct judged_thresholds *t, struct exact value,
                        const struct rational *score) {
    const struct exact marks[] = {threshold_worst(t), threshold_red(t), threshold_target(t),
                                  threshold_stretch(t)};
    int sign = higher_is_better(polarity) ? 1 : -1;
    if (sign * exact_compare(value, threshold_stretch(t)) >= 0) {
        derive_verdict(d, reaches(d, polarity, value, threshold_stretch(t)), "100");
        return;
    }
    if (sign * exact_compare(value, threshold_worst(t)) <= 0 &&
        sign * exact_compare(value, threshold_red(t)) < 0) {
        derive_verdict(
            d,
            formula_compare(d->arena, formula_exact(d->arena, value),
                            sign > 0 ? "<=" : ">=", formula_exact(d->arena, threshold_worst(t))),
            "0");
        return;
    }
    int thirds = 2;
    while (thirds > 0 && sign * exact_compare(value, marks[thirds]) < 0) {
        thirds--;
    }
    struct formula a = formula_exact(d->arena, value);
    struct formula low = formula_exact(d->arena, marks[thirds]);
    struct formula high = formula_exact(d->arena, marks[thirds + 1]);
    struct formula part = sign > 0 ? formula_sub(d->arena, a, low) : formula_sub(d->arena, low, a);
    struct formula whole =
        sign > 0 ? formula_sub(d->arena, high, low) : formula_sub(d->arena, low, high);
    derive_equals(d, in_third(d, thirds, part, whole), score);
}

static void range_score(struct deriving *d, const struct judged_thresholds *t, struct exact value,
                        const struct rational *score) {
    struct formula distance = off_band(d, t, value);
    struct formula a = formula_exact(d->arena, value);
    struct formula lower = formula_exact(d->arena, threshold_lower(t));
    struct formula upper = formula_exact(d->arena, threshold_upper(t));
    struct formula margin = formula_exact(d->arena, threshold_margin(t));
    struct formula twice = formula_mul(d->arena, formula_whole(d->arena, 2), margin);
    bool inside = rational_sign(distance.value) == 0;
    if (inside && exact_compare(threshold_lower(t), threshold_upper(t)) == 0) {
        derive_verdict(d, formula_compare(d->arena, a, "=", lower), "100");
    } else if (inside) {
        struct formula width = formula_sub(d->arena, upper, lower);
        struct formula off = formula_mul(d->arena, formula_whole(d->arena, 2), a);
        off = formula_sub(d->arena, formula_sub(d->arena, off, lower), upper);
        struct formula part = formula_sub(d->arena, width, formula_abs(d->arena, off));
        derive_equals(d, in_third(d, 2, part, width), score);
    } else if (rational_sign(score) == 0) {
        derive_verdict(d, formula_compare(d->arena, distance, ">=", twice), "0");
    } else {
        struct formula part = formula_sub(d->arena, twice, distance);
        derive_equals(d, in_third(d, 0, part, margin), score);
    }
}

void derivethreshold_score(struct deriving *d, const char *figure, enum polarity polarity,
                           const struct judged_thresholds *thresholds, struct exact value,
                           const struct rational *score) {
    static const char *const level =
        "On a straight line between worst (0), red flag (33 1/3), target (66 2/3) and stretch "
        "(100), never outside.";
    static const char *const range =
        "100 in the middle of the band, 66 2/3 at its edges, 33 1/3 at "
        "the margin, 0 at twice the margin, on straight lines.";
    derive_step(d, figure, RULE_SCORE,
                polarity == POLARITY_BINARY  ? "100 as the target says, else 0."
                : polarity == POLARITY_RANGE ? range
                                             : level);
    if (polarity == POLARITY_BINARY) {
        derive_verdict(d, equality(d, value, threshold_target(thresholds)),
                       rational_sign(score) ? "100" : "0");
    } else if (polarity == POLARITY_RANGE) {
        range_score(d, thresholds, value, score);
    } else {
        level_score(d, polarity, thresholds, value, score);
    }
}

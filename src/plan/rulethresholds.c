#include "plan/rulethresholds.h"

#include <string.h>

/* What was reported for the thresholds in force: once each, not once for every period. */
enum seen { SEEN_RED = 1, SEEN_STRETCH = 2, SEEN_WORST = 4, SEEN_ZERO = 8, SEEN_RANGE = 16 };

struct check {
    struct planbuild *b;
    const struct measure *measure;
    const struct threshold *threshold; /* NULL: none in force */
    const struct value *target;
    unsigned seen;
};

static bool once(struct check *check, enum seen what) {
    bool first = !(check->seen & (unsigned)what);
    check->seen |= (unsigned)what;
    return first;
}

/* " of 2026-10 (Measure Data!D14)" */
static const char *target_text(struct check *check) {
    return arena_printf(check->b->arena, " of %s (%s)",
                        planbuild_period_text(check->b, check->target->period),
                        planbuild_where(check->b, plan_value_place(check->b->plan, check->target)));
}

static struct exact target_of(const struct check *check) {
    return exact_of(check->target->value, check->target->fraction);
}

/* The level a figure stands for, the given distance on this side of the target. */
static bool level(const struct check *check, struct quantity given, bool above, struct exact *out) {
    struct exact target = target_of(check), number = exact_decimal(given.value);
    if (!given.known)
        return false;
    switch (check->threshold->method) {
    case THRESHOLD_ABSOLUTE:
        *out = number;
        return true;
    case THRESHOLD_RATIO:
        return exact_mul(check->b->arena, number, target, out);
    case THRESHOLD_DEVIATION:
        break;
    }
    return above ? exact_add(check->b->arena, target, number, out)
                 : exact_sub(check->b->arena, target, number, out);
}

static bool default_red(const struct check *check, bool higher, struct exact *out) {
    const struct settings *settings = &check->b->plan->settings;
    struct arena *arena = check->b->arena;
    struct exact target = target_of(check), distance = exact_decimal(settings->tolerance);
    bool points =
        settings->tolerance_in_points && strcmp(check->measure->unit_of_measure, "%") == 0;
    if (!points && (!exact_div(arena, distance, exact_decimal(decimal_of(100)), &distance) ||
                    !exact_mul(arena, exact_abs(arena, target), distance, &distance)))
        return false;
    return higher ? exact_sub(arena, target, distance, out)
                  : exact_add(arena, target, distance, out);
}

static void check_red(struct check *check, struct exact red, bool higher) {
    int order = exact_compare(red, target_of(check));
    if ((higher ? order < 0 : order > 0) || !once(check, SEEN_RED))
        return;
    diag_report(check->b->diags, BP3311, check->threshold->red.place, check->measure->id,
                planbuild_number_text(check->b, red.rounded), higher ? "below" : "above",
                planbuild_number_text(check->b, check->target->value), target_text(check), NULL);
}

static void check_stretch(struct check *check, bool higher) {
    struct exact stretch;
    if (!level(check, check->threshold->stretch, higher, &stretch))
        return;
    int order = exact_compare(stretch, target_of(check));
    if ((higher ? order >= 0 : order <= 0) || !once(check, SEEN_STRETCH))
        return;
    diag_report(check->b->diags, BP3317, check->threshold->stretch.place, check->measure->id,
                planbuild_number_text(check->b, stretch.rounded), higher ? "below" : "above",
                planbuild_number_text(check->b, check->target->value), target_text(check), NULL);
}

static void check_worst(struct check *check, struct exact red, bool higher) {
    struct exact worst;
    if (!level(check, check->threshold->worst, !higher, &worst))
        return;
    int order = exact_compare(worst, red);
    if ((higher ? order <= 0 : order >= 0) || !once(check, SEEN_WORST))
        return;
    diag_report(check->b->diags, BP3318, check->threshold->worst.place, check->measure->id,
                planbuild_number_text(check->b, worst.rounded), higher ? "above" : "below",
                planbuild_number_text(check->b, red.rounded), target_text(check), NULL);
}

static void check_zero(struct check *check) {
    bool points = check->b->plan->settings.tolerance_in_points &&
                  strcmp(check->measure->unit_of_measure, "%") == 0;
    if (!decimal_zero(check->target->value) || points || !once(check, SEEN_ZERO))
        return;
    diag_report(check->b->diags, BP3315, plan_value_place(check->b->plan, check->target),
                check->measure->id,
                arena_printf(check->b->arena, " in %s",
                             planbuild_period_text(check->b, check->target->period)),
                NULL);
}

static void check_level(struct check *check) {
    bool higher = check->measure->polarity == POLARITY_HIGHER;
    struct exact red;
    if (!check->threshold || !check->threshold->red.known) {
        check_zero(check);
        if (!check->threshold || !default_red(check, higher, &red))
            return;
    } else if (level(check, check->threshold->red, !higher, &red)) {
        check_red(check, red, higher);
    } else {
        return;
    }
    check_stretch(check, higher);
    check_worst(check, red, higher);
}

/* ---- ranges ---- */

static void check_limits(struct check *check, struct exact lower, struct exact upper) {
    if (exact_compare(lower, upper) > 0 && once(check, SEEN_RANGE))
        diag_report(check->b->diags, BP3313, check->threshold->lower.place, check->measure->id,
                    planbuild_number_text(check->b, lower.rounded),
                    planbuild_number_text(check->b, upper.rounded), NULL);
}

/* A range that hangs on the target. */
static void check_band(struct check *check) {
    struct exact lower, upper;
    if (check->threshold && check->threshold->method != THRESHOLD_ABSOLUTE &&
        level(check, check->threshold->lower, false, &lower) &&
        level(check, check->threshold->upper, true, &upper))
        check_limits(check, lower, upper);
}

/* True (reported, once for the row) if the row has not all that a range needs. */
static bool lacks_limits(struct planbuild *b, const struct measure *measure,
                         const struct threshold *threshold) {
    const struct {
        const char *title;
        const struct quantity *quantity;
    } needed[] = {
        {"Lower", &threshold->lower}, {"Upper", &threshold->upper}, {"Margin", &threshold->margin}};
    const struct quantity *first = NULL;
    const char *titles = "";
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++) {
        if (needed[i].quantity->known || needed[i].quantity->wrong)
            continue;
        titles = arena_printf(b->arena, "%s%s%s", titles, first ? " and no " : "", needed[i].title);
        first = first ? first : needed[i].quantity;
    }
    if (first)
        diag_report(b->diags, BP3312, first->place, measure->id, titles, NULL);
    return first != NULL;
}

static void check_range_row(struct planbuild *b, const struct measure *measure,
                            const struct threshold *threshold) {
    struct check check = {.b = b, .measure = measure, .threshold = threshold};
    if (threshold->method == THRESHOLD_ABSOLUTE && threshold->lower.known && threshold->upper.known)
        check_limits(&check, exact_decimal(threshold->lower.value),
                     exact_decimal(threshold->upper.value));
    if (threshold->margin.known && threshold->margin.value.micro <= 0)
        diag_report(b->diags, BP3314, threshold->margin.place, measure->id,
                    planbuild_number_text(b, threshold->margin.value), NULL);
}

/* ---- figures that the polarity has no use for ---- */

static void check_unused(struct planbuild *b, const struct measure *measure,
                         const struct threshold *threshold) {
    const struct {
        const char *title;
        const struct quantity *quantity;
        bool of_range;
    } figures[] = {{"Red Flag", &threshold->red, false}, {"Stretch", &threshold->stretch, false},
                   {"Worst", &threshold->worst, false},  {"Lower", &threshold->lower, true},
                   {"Upper", &threshold->upper, true},   {"Margin", &threshold->margin, true}};
    bool scale = measure->polarity == POLARITY_HIGHER || measure->polarity == POLARITY_LOWER;
    bool range = measure->polarity == POLARITY_RANGE;
    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++)
        if (figures[i].quantity->known && !(figures[i].of_range ? range : scale))
            diag_report(b->diags, BP3316, figures[i].quantity->place, measure->id,
                        plan_polarity_name(measure->polarity), figures[i].title, NULL);
}

static void check_targets(struct planbuild *b, const struct measure *measure) {
    struct check check = {.b = b, .measure = measure};
    for (size_t i = 0; i < measure->series[SERIES_TARGET].count; i++) {
        const struct threshold *threshold;
        check.target = &measure->series[SERIES_TARGET].items[i];
        threshold = plan_threshold(measure, period_last(check.target->period));
        if (threshold != check.threshold)
            check.seen = 0;
        check.threshold = threshold;
        if (measure->polarity == POLARITY_RANGE)
            check_band(&check);
        else
            check_level(&check);
    }
}

static void check_measure(struct planbuild *b, const struct record *record,
                          const struct measure *measure) {
    for (size_t i = 0; i < measure->thresholds.count; i++) {
        const struct threshold *threshold = &measure->thresholds.items[i];
        bool range = measure->polarity == POLARITY_RANGE;
        if (!range || !lacks_limits(b, measure, threshold))
            check_unused(b, measure, threshold); /* else the polarity itself may be the mistake */
        if (range)
            check_range_row(b, measure, threshold);
    }
    if (measure->polarity == POLARITY_RANGE && !measure->thresholds.count)
        diag_report(b->diags, BP3312, planbuild_place(b, record, COLUMN_MEASURES_POLARITY),
                    measure->id, "thresholds", NULL);
    if (measure->polarity != POLARITY_INFO && measure->polarity != POLARITY_BINARY)
        check_targets(b, measure);
}

void rulethresholds(struct planbuild *b) {
    for (size_t i = 0; i < b->plan->measures.count; i++) {
        const struct record *record = b->rows[SHEET_MEASURES].list.items[i];
        const struct measure *measure = &b->plan->measures.items[i];
        if (measure->state != STATE_RETIRED && planbuild_filled(record, COLUMN_MEASURES_POLARITY))
            check_measure(b, record, measure);
    }
}

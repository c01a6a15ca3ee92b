#include "report/optionwording.h"

#include <assert.h>

const char *optionwording_name(const struct words *words, enum plan_option option) {
    static const char *const keys[OPTION_COUNT] = {
        [OPTION_ROLLUP] = "option.rollup",
        [OPTION_MISSING] = "option.missing",
        [OPTION_CARRY] = "option.carry",
        [OPTION_TOLERANCE] = "option.tolerance",
        [OPTION_TOLERANCE_UNIT] = "option.tolerance-unit",
        [OPTION_COVERAGE] = "option.coverage",
        [OPTION_HEADLINE] = "option.headline",
        [OPTION_DEAD_BAND] = "option.dead-band",
    };
    assert(option < OPTION_COUNT);
    return words_text(words, keys[option]);
}

/* With the decimals it has. */
static const char *number(struct arena *arena, const struct words *words, struct decimal value) {
    unsigned places = 0;
    while (places < DECIMAL_PLACES && decimal_compare(decimal_round(value, places), value) != 0)
        places++;
    return words_number(arena, words, value, places, false);
}

static const char *filled(struct arena *arena, const struct words *words, const char *key,
                          struct decimal value) {
    return words_fill(arena, words, key, number(arena, words, value), NULL);
}

const char *optionwording_value(struct arena *arena, const struct words *words,
                                const struct settings *settings, enum plan_option option) {
    static const char *const rollups[] = {"option.rollup.weighted", "option.rollup.worst",
                                          "option.rollup.majority"};
    static const char *const missing[] = {"option.missing.exclude", "option.missing.strict",
                                          "option.missing.zero", "option.missing.carry"};
    const bool points = settings->tolerance_in_points;
    switch (option) {
    case OPTION_ROLLUP:
        return words_text(words, rollups[settings->rollup]);
    case OPTION_MISSING:
        return words_text(words, missing[settings->missing]);
    case OPTION_CARRY:
        return arena_printf(arena, "%d", settings->carry_periods);
    case OPTION_TOLERANCE:
        return filled(arena, words, points ? "option.tolerance.points" : "option.tolerance.percent",
                      settings->tolerance);
    case OPTION_TOLERANCE_UNIT:
        return words_text(words, points ? "option.tolerance-unit.points"
                                        : "option.tolerance-unit.percent");
    case OPTION_COVERAGE:
        return filled(arena, words, "option.coverage.value", settings->minimum_coverage);
    case OPTION_HEADLINE:
        return words_text(words, settings->headline_ytd ? "option.headline.ytd"
                                                        : "option.headline.period");
    case OPTION_DEAD_BAND:
        return filled(arena, words, "option.dead-band.value", settings->dead_band);
    case OPTION_COUNT:
        break;
    }
    return "";
}

const char *optionwording_convention(const struct words *words, enum convention convention) {
    static const char *const keys[CONVENTION_COUNT] = {
        [CONVENTION_FISCAL_YEAR] = "convention.fiscal-year",
        [CONVENTION_NUMBERS] = "convention.numbers",
        [CONVENTION_CURRENCY] = "convention.currency",
        [CONVENTION_TOTAL] = "convention.total",
        [CONVENTION_LINE] = "convention.line",
    };
    assert(convention < CONVENTION_COUNT);
    return words_text(words, keys[convention]);
}

static const char *fiscal_year(struct arena *arena, const struct words *words,
                               const struct fiscal *fiscal) {
    if (fiscal->start_month <= 1)
        return words_text(words, "convention.fiscal-year.calendar");
    const char *month = words_text(words, arena_printf(arena, "month.%d", fiscal->start_month));
    return words_fill(arena, words,
                      fiscal->named_by_start ? "convention.fiscal-year.starts"
                                             : "convention.fiscal-year.ends",
                      month, NULL);
}

static const char *total(struct arena *arena, const struct words *words, const struct plan *plan) {
    if (!plan->published_total_min.known || !plan->published_total_max.known)
        return words_text(words, "convention.total.none");
    const char *low = number(arena, words, plan->published_total_min.value);
    const char *high = number(arena, words, plan->published_total_max.value);
    const char *source = plan->published_total_source;
    if (source && *source)
        return words_fill(arena, words, "convention.total.source", low, high, source, NULL);
    return words_fill(arena, words, "convention.total.range", low, high, NULL);
}

const char *optionwording_convention_value(struct arena *arena, const struct words *words,
                                           const struct plan *plan, enum convention convention) {
    static const char *const lines[] = {
        [LINE_UNKNOWN] = "convention.line.unknown",
        [LINE_DIRECT] = "convention.line.direct",
        [LINE_DOTTED] = "convention.line.dotted",
        [LINE_TWO_BELOW] = "convention.line.two-below",
        [LINE_THREE_BELOW] = "convention.line.three-below",
    };
    switch (convention) {
    case CONVENTION_FISCAL_YEAR:
        return fiscal_year(arena, words, &plan->organization.fiscal);
    case CONVENTION_CURRENCY:
        return words_fill(arena, words, "convention.currency.value", plan->organization.currency,
                          NULL);
    case CONVENTION_TOTAL:
        return total(arena, words, plan);
    case CONVENTION_LINE:
        return words_text(words, lines[plan->settings.reporting_line]);
    case CONVENTION_NUMBERS:
        return number_style_name(plan->workbook ? plan->workbook->number_style : NUMBER_PLAIN);
    case CONVENTION_COUNT:
        break;
    }
    return "";
}

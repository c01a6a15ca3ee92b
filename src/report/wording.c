#include "report/wording.h"

#include "base/textbuf.h"
#include "report/unitname.h"

#include <string.h>

struct sentence_voice wording_voice(struct arena *arena, const struct catalogue *catalogue,
                                    const struct plan *plan) {
    return (struct sentence_voice){.arena = arena,
                                   .catalogue = catalogue,
                                   .currency = plan->organization.currency,
                                   .fiscal = plan->organization.fiscal};
}

static const char *say_number(const struct sentence_voice *voice, enum catalogue_key key,
                              struct decimal value, unsigned places) {
    struct sentence s = sentence_new(voice);
    sentence_number(&s, "number", value, places);
    return sentence_say(&s, key);
}

const char *wording_percent(const struct sentence_voice *voice, struct decimal value,
                            unsigned places) {
    return say_number(voice, SENTENCE_PERCENT, value, places);
}

const char *wording_points(const struct sentence_voice *voice, struct decimal value,
                           unsigned places) {
    return say_number(voice, SENTENCE_POINTS, value, places);
}

static const char *money(const struct sentence_voice *voice, const char *currency,
                         struct decimal value, unsigned places) {
    struct sentence s = sentence_new(voice);
    sentence_number(&s, "number", value, places);
    sentence_text(&s, "currency", currency);
    return sentence_say(&s, SENTENCE_MONEY);
}

const char *wording_money(const struct sentence_voice *voice, struct decimal value) {
    return money(voice, voice->currency, value, 0);
}

static const char *number(const struct sentence_voice *voice, struct decimal value,
                          unsigned places) {
    return number_text(voice->arena, &voice->catalogue->numbers, decimal_round(value, places),
                       places, false);
}

const char *wording_fte(const struct sentence_voice *voice, struct decimal value) {
    unsigned places = 2;
    while (places < DECIMAL_PLACES && decimal_compare(decimal_round(value, places), value) != 0)
        places++;
    return number(voice, value, places);
}

static bool starts(const char *text, const char *prefix) {
    return *prefix && strncmp(text, prefix, strlen(prefix)) == 0;
}

/* "litres" for "L"; what has no name stays as it is. */
static const char *spelled(const struct sentence_voice *voice, const char *unit,
                           struct decimal value, unsigned places) {
    const char *name = unitname_of(unit);
    if (!name)
        return unit;
    struct sentence s = sentence_new(voice);
    sentence_choice(&s, "unit", name);
    sentence_number(&s, "number", value, places);
    return sentence_say(&s, SENTENCE_UNIT);
}

const char *wording_quantity(const struct sentence_voice *voice, const struct measure *measure,
                             struct decimal value) {
    const char *unit = measure->unit_of_measure ? measure->unit_of_measure : "";
    if (unitname_bare(unit))
        return number(voice, value, measure->decimals);
    if (strcmp(unit, "%") == 0)
        return wording_percent(voice, value, measure->decimals);
    if (voice->currency && starts(unit, voice->currency))
        return money(voice, unit, value, measure->decimals);
    struct sentence s = sentence_new(voice);
    sentence_number(&s, "number", value, measure->decimals);
    sentence_text(&s, "unit", spelled(voice, unit, value, measure->decimals));
    return sentence_say(&s, SENTENCE_QUANTITY);
}

const char *wording_difference(const struct sentence_voice *voice, const struct measure *measure,
                               struct decimal value) {
    struct decimal size = decimal_abs(value);
    if (measure->unit_of_measure && strcmp(measure->unit_of_measure, "%") == 0)
        return wording_points(voice, size, measure->decimals);
    return wording_quantity(voice, measure, size);
}

bool wording_vanishes(const struct measure *measure, struct decimal difference) {
    return !decimal_zero(difference) && decimal_zero(decimal_round(difference, measure->decimals));
}

const char *wording_place(const struct sentence_voice *voice, const struct measure *measure,
                          enum reading_side side, struct decimal gap, struct decimal target) {
    static const struct {
        const char *far, *near, *plain;
    } cases[] = {[READING_NO_TARGET] = {"none", "none", "none"},
                 [READING_UNDER] = {"under", "just-under", "under-plain"},
                 [READING_ON] = {"on", "on", "on"},
                 [READING_OVER] = {"over", "just-over", "over-plain"},
                 [READING_BELOW_BAND] = {"below-band", "just-below-band", "below-band-plain"},
                 [READING_IN_BAND] = {"in-band", "in-band", "in-band"},
                 [READING_ABOVE_BAND] = {"above-band", "just-above-band", "above-band-plain"},
                 [READING_MET] = {"on", "on", "on"},
                 [READING_NOT_MET] = {"none", "none", "none"}};
    const bool plain = unitname_bare(measure->unit_of_measure);
    struct sentence s = sentence_new(voice);
    sentence_choice(&s, "side",
                    wording_vanishes(measure, gap) ? cases[side].near
                    : plain                        ? cases[side].plain
                                                   : cases[side].far);
    sentence_part(&s, "target", wording_quantity(voice, measure, target));
    sentence_part(&s, "gap", wording_difference(voice, measure, gap));
    return sentence_say(&s, SENTENCE_PLACE);
}

const char *wording_ordinal(const struct sentence_voice *voice, int n) {
    struct sentence s = sentence_new(voice);
    sentence_ordinal(&s, "n", n);
    return sentence_say(&s, SENTENCE_ORDINAL);
}

static const char *month(const struct sentence_voice *voice, int n) {
    struct sentence s = sentence_new(voice);
    sentence_count(&s, "n", n);
    return sentence_say(&s, SENTENCE_MONTH);
}

/* Years are not grouped: 2026. */
static const char *year(const struct sentence_voice *voice, struct date date) {
    return arena_printf(voice->arena, "%d", date.year);
}

const char *wording_date(const struct sentence_voice *voice, struct date date) {
    struct sentence s = sentence_new(voice);
    sentence_count(&s, "day", date.day);
    sentence_part(&s, "month", month(voice, date.month));
    sentence_part(&s, "year", year(voice, date));
    return sentence_say(&s, SENTENCE_DATE);
}

/* Quarters, halves and years are those of the fiscal year. */
static const char *part_of_year(const struct sentence_voice *voice, struct period period) {
    struct date first = period_first(period);
    char name[16];
    period_fiscal_year(first, &voice->fiscal, name);
    struct sentence s = sentence_new(voice);
    sentence_part(&s, "year", name);
    if (period.frequency == FREQUENCY_YEARLY)
        return sentence_say(&s, SENTENCE_PERIOD_YEAR);
    int months = 12 / period_per_year(period.frequency);
    int into = (first.month - voice->fiscal.start_month + 12) % 12;
    sentence_count(&s, "n", into / months + 1);
    return sentence_say(&s, period.frequency == FREQUENCY_QUARTERLY ? SENTENCE_PERIOD_QUARTER
                                                                    : SENTENCE_PERIOD_HALF);
}

const char *wording_period(const struct sentence_voice *voice, struct period period) {
    struct date first = period_first(period);
    struct sentence s = sentence_new(voice);
    switch (period.frequency) {
    case FREQUENCY_WEEKLY:
        sentence_part(&s, "date", wording_date(voice, first));
        return sentence_say(&s, SENTENCE_PERIOD_WEEK);
    case FREQUENCY_MONTHLY:
        sentence_part(&s, "month", month(voice, first.month));
        sentence_part(&s, "year", year(voice, first));
        return sentence_say(&s, SENTENCE_PERIOD_MONTH);
    case FREQUENCY_NONE:
    case FREQUENCY_QUARTERLY:
    case FREQUENCY_HALF_YEARLY:
    case FREQUENCY_YEARLY:
    default:
        return part_of_year(voice, period);
    }
}

const char *wording_status_case(enum status status) {
    return status_scored(status) ? status_name(status) : "grey";
}

const char *wording_status(const struct sentence_voice *voice, enum status status) {
    struct sentence s = sentence_new(voice);
    sentence_choice(&s, "status", wording_status_case(status));
    return sentence_say(&s, SENTENCE_STATUS);
}

const char *wording_list(const struct sentence_voice *voice, const char *const *items,
                         size_t count) {
    struct textbuf out;
    textbuf_init(&out, voice->arena);
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            textbuf_str(&out, i + 1 == count ? voice->catalogue->last : voice->catalogue->comma);
        textbuf_str(&out, items[i]);
    }
    return textbuf_finish(&out);
}

#include "assess/judge.h"

#include <assert.h>

struct period judge_period(enum frequency frequency, struct period reporting,
                           const struct fiscal *fiscal) {
    /* also for the same frequency: a calendar quarter need not be one of the fiscal year's */
    return period_ended(period_last(reporting), frequency, fiscal);
}

struct period judge_first(const struct measure *measure) {
    static const enum series sources[] = {SERIES_ACTUAL, SERIES_TARGET, SERIES_NUMERATOR};
    struct period first = {.frequency = FREQUENCY_NONE};
    for (size_t i = 0; i < sizeof sources / sizeof *sources; i++) {
        if (measure->series[sources[i]].count == 0) {
            continue;
        }
        struct period candidate = measure->series[sources[i]].items[0].period;
        if (!period_set(first) || candidate.start < first.start) {
            first = candidate;
        }
    }
    return first;
}

struct date judge_anchor(struct period period) {
    struct date first = period_first(period);
    return period.frequency == FREQUENCY_WEEKLY ? date_from_days(date_days(first) + 3) : first;
}

void judge_year(struct date date, enum frequency frequency, const struct fiscal *fiscal,
                struct period *first, struct period *last) {
    struct period start = period_year_start(date, fiscal);
    struct date begins = period_first(start);
    struct date ends = period_last(period_next(start, 11));
    *first = period_holding(begins, frequency, fiscal);
    if (date_compare(judge_anchor(*first), begins) < 0) {
        *first = period_next(*first, 1); /* a week of the year before */
    }
    *last = period_holding(ends, frequency, fiscal);
    if (date_compare(judge_anchor(*last), ends) > 0) {
        *last = period_next(*last, -1); /* a week of the year after */
    }
}

enum status judge_state(enum entity_state state) {
    switch (state) {
    case STATE_PROPOSED:
        return STATUS_NOT_DUE;
    case STATE_RETIRED:
    case STATE_NOT_APPLICABLE:
        return STATUS_NOT_APPLICABLE;
    case STATE_ACTIVE:
        break;
    }
    return STATUS_NO_DATA;
}

enum status judge_declared(enum declared_status declared) {
    static const enum status statuses[] = {[DECLARED_NONE] = STATUS_NO_DATA,
                                           [DECLARED_GREEN] = STATUS_GREEN,
                                           [DECLARED_AMBER] = STATUS_AMBER,
                                           [DECLARED_RED] = STATUS_RED};
    assert((size_t)declared < sizeof statuses / sizeof *statuses);
    return statuses[declared];
}

enum status judge(const struct judge_input *input, const struct exact **used) {
    *used = input->actual;
    if (input->polarity == POLARITY_INFO) {
        return STATUS_UNSCORED;
    }
    if (!input->thresholds->known) {
        return STATUS_NO_DATA;
    }
    if (!input->actual) {
        if (input->missing != MISSING_CARRY || !input->older) {
            return STATUS_NO_DATA;
        }
        if (input->age > input->carry_periods) {
            return STATUS_STALE;
        }
        *used = input->older;
    }
    return threshold_status(input->arena, input->polarity, input->thresholds, **used);
}

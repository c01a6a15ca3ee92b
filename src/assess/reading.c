#include "assess/reading.h"

#include "assess/observation.h"
#include "assess/signal.h"

static void read_move(const struct measure_result *result, struct reading *out) {
    static const enum reading_move moves[] = {[DIRECTION_UNKNOWN] = READING_NO_MOVE,
                                              [DIRECTION_UP] = READING_UP,
                                              [DIRECTION_DOWN] = READING_DOWN,
                                              [DIRECTION_FLAT] = READING_FLAT};
    enum reading_move move = moves[result->trend.direction];
    if (move == READING_NO_MOVE || result->ytd_due > 0 ||
        result->measure->polarity == POLARITY_BINARY) {
        return;
    }
    struct decimal before = {0}; /* there is one: the direction was taken from it */
    observation_shown(result->measure, period_next(result->period, -1), &before);
    if (decimal_sub(result->actual, before, &out->change)) {
        out->move = move;
        out->before = before;
    }
}

/* side: of the gap before it was rounded. */
static enum reading_side side_by_gap(int side, enum reading_side under, enum reading_side on,
                                     enum reading_side over) {
    return side < 0 ? under : side > 0 ? over : on;
}

static void read_side(const struct measure_result *result, struct reading *out) {
    if (!result->has_variance) {
        return;
    }
    out->gap = result->variance;
    switch (result->measure->polarity) {
    case POLARITY_RANGE:
        out->side = side_by_gap(result->variance_side, READING_BELOW_BAND, READING_IN_BAND,
                                READING_ABOVE_BAND);
        break;
    case POLARITY_BINARY:
        out->side = result->status == STATUS_RED ? READING_NOT_MET : READING_MET;
        break;
    case POLARITY_HIGHER:
    case POLARITY_LOWER:
    case POLARITY_INFO:
    default:
        out->side = side_by_gap(result->variance_side, READING_UNDER, READING_ON, READING_OVER);
    }
}

/* True if the sheet has figures of periods before this one. */
static bool known_before(const struct measure *measure, struct period period) {
    static const enum series kinds[] = {SERIES_ACTUAL, SERIES_NUMERATOR};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (measure->series[kinds[i]].count > 0 &&
            measure->series[kinds[i]].items[0].period.start < period.start) {
            return true;
        }
    }
    return false;
}

static void read_run(const struct measure_result *result, struct reading *out) {
    if (!status_scored(result->status)) {
        return;
    }
    out->run = result->consecutive;
    out->since = period_next(result->period, 1 - result->consecutive);
    out->run_open = !known_before(result->measure, out->since);
}

static void read_last(const struct measure_result *result, struct reading *out) {
    if (result->has_actual || !period_set(result->period)) {
        return;
    }
    for (size_t i = 0; i < result->measure->series[SERIES_ACTUAL].count; i++) {
        struct period period = result->measure->series[SERIES_ACTUAL].items[i].period;
        if (period.start <= result->period.start) {
            out->last = period;
        }
    }
}

static void read_noise(const struct assessment *assessment, const struct measure_result *result,
                       struct reading *out) {
    const struct signal_result *signal = assessment->signals[result - assessment->measures];
    if (signal && !signal->trial) {
        out->noise = signal->now ? READING_SIGNAL : READING_NOISE;
    }
}

static void read_year(const struct measure_result *result, struct reading *out) {
    enum polarity polarity = result->measure->polarity;
    if (result->forecast_method == FORECAST_NONE || !result->has_year_target ||
        (polarity != POLARITY_HIGHER && polarity != POLARITY_LOWER) ||
        !decimal_sub(result->forecast, result->year_target, &out->year_gap)) {
        return;
    }
    int side = exact_compare(exact_of(result->forecast, result->exact_forecast),
                             exact_of(result->year_target, result->exact_year_target));
    out->year_side = side_by_gap(side, READING_UNDER, READING_ON, READING_OVER);
}

struct reading reading_of(const struct assessment *assessment,
                          const struct measure_result *result) {
    struct reading out = {.result = result};
    read_move(result, &out);
    read_side(result, &out);
    read_run(result, &out);
    read_last(result, &out);
    read_noise(assessment, result, &out);
    read_year(result, &out);
    return out;
}

const struct measure_result *reading_lead(const struct assessment *assessment,
                                          const struct objective *objective, bool year) {
    const struct measure_result *lead = NULL;
    const struct rational *lowest = NULL;
    for (size_t i = 0; i < objective->measures.count; i++) {
        const struct measure_result *result =
            assess_measure(assessment, objective->measures.items[i]);
        const struct rational *score = year ? result->forecast_score : result->score.exact;
        if (score && (!lowest || rational_compare(score, lowest) < 0)) {
            lead = result;
            lowest = score;
        }
    }
    return lead;
}

const char *reading_move_name(enum reading_move move) {
    static const char *const names[] = {NULL, "up", "down", "flat"};
    return names[move];
}

const char *reading_side_name(enum reading_side side) {
    static const char *const names[] = {NULL,      "under",      "on",  "over",   "below-band",
                                        "in-band", "above-band", "met", "not-met"};
    return names[side];
}

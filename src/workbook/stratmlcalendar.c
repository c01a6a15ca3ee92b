#include "workbook/stratmlcalendar.h"

const char *stratmlcalendar_fiscal(const struct stratmlresults *const *results, size_t count,
                                   struct date first, struct date last, struct fiscal *out) {
    size_t votes[12] = {0}, best = 0;
    for (size_t i = 0; i < count; i++) {
        stratmlresults_vote(results[i], votes);
    }
    for (size_t i = 1; i < 12; i++) {
        best = votes[i] > votes[best] ? i : best;
    }
    *out = (struct fiscal){.start_month = (int)best + 1};
    if (votes[best] > 0) {
        return "the dates of its results";
    }
    if (!date_set(first) || !date_set(last)) {
        return NULL;
    }
    const struct fiscal plan = {.start_month = first.month};
    if (date_compare(period_first(period_holding(first, FREQUENCY_YEARLY, &plan)), first) != 0 ||
        date_compare(period_last(period_holding(last, FREQUENCY_YEARLY, &plan)), last) != 0) {
        return NULL;
    }
    *out = plan;
    return "StartDate and EndDate";
}

struct date stratmlcalendar_last_actual(const struct stratmlresults *const *all, size_t count) {
    struct date last = {0};
    for (size_t i = 0; i < count; i++) {
        const struct stratmlresults *results = all[i];
        if (date_set(results->last_actual) &&
            (!date_set(last) || date_compare(results->last_actual, last) > 0)) {
            last = results->last_actual;
        }
        for (size_t k = 0; k < results->values.count; k++) {
            const struct stratmlresults_value *value = &results->values.items[k];
            if (value->node->kind == STRATMLTREE_ACTUAL && period_set(value->period) &&
                (!date_set(last) || date_compare(period_last(value->period), last) > 0)) {
                last = period_last(value->period);
            }
        }
    }
    return last;
}

enum frequency stratmlcalendar_frequency(const struct stratmlresults *const *results,
                                         size_t count) {
    size_t counts[FREQUENCY_YEARLY + 1] = {0};
    enum frequency best = FREQUENCY_YEARLY;
    for (size_t i = 0; i < count; i++) {
        counts[results[i]->frequency]++;
    }
    for (int f = FREQUENCY_YEARLY; f >= FREQUENCY_WEEKLY; f--) {
        best = counts[f] > 0 && counts[f] >= counts[best] ? (enum frequency)f : best;
    }
    return best;
}

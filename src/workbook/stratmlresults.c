#include "workbook/stratmlresults.h"
#include "base/idmap.h"
#include <string.h>

/* ---- gathering ---- */

/* Unset if the text is no date. */
static struct date day_of(const char *text) {
    struct date date;
    char day[11] = "";
    size_t length = strlen(text);
    memcpy(day, text, length < 10 ? length : 10);
    /* Dates of XML may name a time zone. */
    bool alone = length <= 10 || strchr("TZ+-", text[10]);
    return alone && date_parse(day, &date) ? date : (struct date){0};
}

struct date stratmlresults_day(struct diags *diags, const struct stratmltree *tree,
                               const struct stratmltree_node *node, enum stratmltree_kind kind) {
    struct stratmltree_node *child = stratmltree_filled(node, kind);
    struct date date = child ? day_of(child->text) : (struct date){0};
    if (child && !date_set(date)) {
        diag_report(diags, BP2087, stratmltree_place(tree, child), child->text, "date",
                    stratmltree_name(kind), NULL);
        child->taken = true;
    }
    return date;
}

/* The last day that an ActualResult names. */
static void note_actual(const struct stratmltree_node *node, struct stratmlresults *out) {
    static const enum stratmltree_kind kinds[] = {STRATMLTREE_END_DATE, STRATMLTREE_START_DATE};
    for (size_t i = 0; i < 2 && node->kind == STRATMLTREE_ACTUAL; i++) {
        const struct stratmltree_node *child = stratmltree_filled(node, kinds[i]);
        struct date day = child ? day_of(child->text) : (struct date){0};
        if (date_set(day) &&
            (!date_set(out->last_actual) || date_compare(day, out->last_actual) > 0)) {
            out->last_actual = day;
        }
    }
}

static bool unread(const struct stratmltree_node *node, enum stratmltree_kind kind,
                   struct date date) {
    return !date_set(date) && stratmltree_filled(node, kind);
}

static void gather_result(struct arena *arena, struct diags *diags, const struct stratmltree *tree,
                          struct stratmltree_node *node, struct stratmlresults *out) {
    struct stratmltree_node *number = stratmltree_filled(node, STRATMLTREE_NUMBER);
    struct stratmlresults_value value = {.node = node, .number = number};
    if (!number) {
        return;
    }
    number->taken = true;
    stratmltree_take(node, STRATMLTREE_START_DATE);
    stratmltree_take(node, STRATMLTREE_END_DATE);
    enum decimal_parse parsed = decimal_parse(number->text, strlen(number->text), &value.amount);
    if (parsed == DECIMAL_SYNTAX || parsed == DECIMAL_RANGE) {
        diag_report(diags, BP2087, stratmltree_place(tree, number), number->text, "number",
                    stratmltree_name(STRATMLTREE_NUMBER), NULL);
        return;
    }
    value.start = stratmlresults_day(diags, tree, node, STRATMLTREE_START_DATE);
    value.end = stratmlresults_day(diags, tree, node, STRATMLTREE_END_DATE);
    if (unread(node, STRATMLTREE_START_DATE, value.start) ||
        unread(node, STRATMLTREE_END_DATE, value.end)) {
        return; /* that was said */
    }
    if (date_set(value.start) && date_set(value.end) && date_compare(value.start, value.end) == 0) {
        value.start = (struct date){0}; /* a point in time */
    }
    vec_push(arena, &out->values, value);
}

void stratmlresults_gather(struct arena *arena, struct diags *diags, const struct stratmltree *tree,
                           struct stratmltree_node *indicator, struct stratmlresults *out) {
    *out = (struct stratmlresults){.frequency = FREQUENCY_NONE};
    for (struct stratmltree_node *instance = stratmltree_child(indicator, STRATMLTREE_INSTANCE);
         instance; instance = stratmltree_next(instance)) {
        for (struct stratmltree_node *node = instance->first; node; node = node->next) {
            note_actual(node, out);
            gather_result(arena, diags, tree, node, out);
        }
    }
}

/* ---- the fiscal year ---- */

static bool spans(const struct stratmlresults_value *value) {
    return date_set(value->start) && date_set(value->end);
}

void stratmlresults_vote(const struct stratmlresults *results, size_t votes[12]) {
    for (size_t i = 0; i < results->values.count; i++) {
        const struct stratmlresults_value *value = &results->values.items[i];
        if (!spans(value)) {
            continue;
        }
        struct fiscal fiscal = {.start_month = value->start.month};
        struct period year = period_holding(value->start, FREQUENCY_YEARLY, &fiscal);
        if (date_compare(period_first(year), value->start) == 0 &&
            date_compare(period_last(year), value->end) == 0) {
            votes[value->start.month - 1]++;
        }
    }
}

/* ---- periods ---- */

/* True if the days that a value names are those of a period of this frequency. */
static bool fits(const struct stratmlresults_value *value, enum frequency frequency,
                 const struct fiscal *fiscal, struct period *out) {
    if (!date_set(value->start) && !date_set(value->end)) {
        return false;
    }
    struct date day = date_set(value->end) ? value->end : value->start;
    struct period period = period_holding(day, frequency, fiscal);
    *out = period;
    /* Years before and after those that dates may have. */
    if (period_first(period).year < 1900 || period_last(period).year > 2199) {
        return false;
    }
    return (!date_set(value->start) || date_compare(period_first(period), value->start) == 0) &&
           (!date_set(value->end) || date_compare(period_last(period), value->end) == 0);
}

/* The frequency of most values that name both days; NONE if none is a period. */
static enum frequency usual(const struct stratmlresults *results, const struct fiscal *fiscal) {
    size_t counts[FREQUENCY_YEARLY + 1] = {0};
    enum frequency best = FREQUENCY_NONE;
    for (size_t i = 0; i < results->values.count; i++) {
        struct period period;
        for (int f = FREQUENCY_WEEKLY; f <= FREQUENCY_YEARLY; f++) {
            if (spans(&results->values.items[i]) &&
                fits(&results->values.items[i], (enum frequency)f, fiscal, &period)) {
                counts[f]++;
            }
        }
    }
    for (int f = FREQUENCY_WEEKLY; f <= FREQUENCY_YEARLY; f++) {
        if (counts[f] > 0 && counts[f] >= counts[best]) {
            best = (enum frequency)f;
        }
    }
    return best;
}

/* Of values that name one day each: the longest frequency whose periods all of them end or begin.
 */
static enum frequency common(const struct stratmlresults *results, const struct fiscal *fiscal) {
    for (int f = FREQUENCY_YEARLY; f > FREQUENCY_WEEKLY; f--) {
        bool all = results->values.count > 0;
        for (size_t i = 0; i < results->values.count && all; i++) {
            struct period period;
            all = fits(&results->values.items[i], (enum frequency)f, fiscal, &period);
        }
        if (all) {
            return (enum frequency)f;
        }
    }
    return FREQUENCY_NONE;
}

static const char *days_text(struct arena *arena, const struct stratmlresults_value *value) {
    char start[11], end[11];
    if (!date_set(value->start) && !date_set(value->end)) {
        return "no dates";
    }
    date_format(date_set(value->start) ? value->start : value->end, start);
    date_format(date_set(value->end) ? value->end : value->start, end);
    return strcmp(start, end) == 0 ? arena_strdup(arena, start)
                                   : arena_printf(arena, "%s to %s", start, end);
}

static void report_days(struct arena *arena, struct diags *diags, const struct stratmltree *tree,
                        const struct stratmlresults *results,
                        const struct stratmlresults_value *value) {
    const char *hint = results->frequency == FREQUENCY_NONE
                           ? NULL
                           : arena_printf(arena, "the other results of this indicator are %s",
                                          period_frequency_name(results->frequency));
    diag_report_hint(diags, BP2086, stratmltree_place(tree, value->node), hint,
                     stratmltree_name(value->node->kind), days_text(arena, value), NULL);
}

/* Two values of one period: the same twice is one, others contradict each other. */
static void join(struct arena *arena, struct diags *diags, const struct stratmltree *tree,
                 struct stratmlresults_value *first, struct stratmlresults_value *second) {
    second->period = (struct period){FREQUENCY_NONE, 0};
    if (decimal_compare(first->amount, second->amount) == 0) {
        stratmltree_take_all(second->node);
        return;
    }
    diag_report(diags, BP2088, stratmltree_place(tree, second->node),
                stratmltree_name(second->node->kind), second->number->text, first->number->text,
                arena_printf(arena, "%u", first->node->line), NULL);
    first->period = second->period;
}

static void join_all(struct arena *arena, struct diags *diags, const struct stratmltree *tree,
                     struct stratmlresults *results) {
    struct idmap *seen = idmap_new(arena);
    for (size_t i = 0; i < results->values.count; i++) {
        struct stratmlresults_value *value = &results->values.items[i];
        if (!period_set(value->period)) {
            continue;
        }
        char key[48];
        char day[11];
        date_format(period_first(value->period), day);
        size_t length = strlen(stratmltree_name(value->node->kind));
        memcpy(key, stratmltree_name(value->node->kind), length);
        memcpy(key + length, day, sizeof day);
        size_t at = idmap_put(seen, key, i);
        if (at != i) {
            join(arena, diags, tree, &results->values.items[at], value);
        }
    }
}

void stratmlresults_settle(struct arena *arena, struct diags *diags, const struct stratmltree *tree,
                           const struct fiscal *fiscal, struct stratmlresults *results) {
    results->frequency = usual(results, fiscal);
    if (results->frequency == FREQUENCY_NONE) {
        results->frequency = common(results, fiscal);
    }
    for (size_t i = 0; i < results->values.count; i++) {
        struct stratmlresults_value *value = &results->values.items[i];
        struct period period;
        if (results->frequency != FREQUENCY_NONE &&
            fits(value, results->frequency, fiscal, &period)) {
            value->period = period;
        } else {
            report_days(arena, diags, tree, results, value);
        }
    }
    join_all(arena, diags, tree, results);
}

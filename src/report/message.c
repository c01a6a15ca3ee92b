#include "report/message.h"

#include "report/compose.h"

#include <stdlib.h>
#include <string.h>

/* A candidate for the brief; rank orders kinds, weight orders within a kind. */
struct candidate {
    int rank;
    double weight; /* only orders, never printed */
    size_t order;
    struct message message;
};

struct candidates {
    VEC(struct candidate) items;
};

enum { PERCENT_SAYS_NOTHING = 900 };
enum { RANK_NONE = -1, RANK_OFF_TRACK, RANK_STEP_IN, RANK_WORSENED, RANK_OFFICE, RANK_GOOD };

/* The actual one own period before the judged one, or NULL. */
static const struct point_result *point_before(const struct measure_result *result) {
    if (result->history_now >= result->history_count || result->history_now == 0)
        return NULL;
    const struct point_result *before = &result->history[result->history_now - 1];
    return before->has_actual ? before : NULL;
}

/* Where the actual lies, seen from the plan: on it, short of it, above it, outside the band. */
static const char *place_key(const struct measure_result *result) {
    if (!result->has_target && !result->thresholds.known)
        return "message.place.none";
    if (result->status != STATUS_AMBER && result->status != STATUS_RED)
        return "message.place.good";
    switch (result->measure->polarity) {
    case POLARITY_HIGHER:
        return "message.place.short";
    case POLARITY_LOWER:
        return "message.place.above";
    case POLARITY_RANGE:
        return "message.place.outside";
    case POLARITY_BINARY:
    case POLARITY_INFO:
    default:
        return "message.place.good";
    }
}

static const char *with_unit(struct report *report, const struct measure_result *result) {
    if (result->measure->polarity != POLARITY_RANGE)
        return compose_quantity(report, result->measure, result->has_target, result->target);
    const char *unit = result->measure->unit_of_measure;
    return arena_printf(report->arena, "%s\u00a0%s", compose_plan(report, result), unit);
}

const char *message_measure(struct report *report, const struct measure_result *result) {
    const struct measure *measure = result->measure;
    struct arena *arena = report->arena;
    if (!result->has_actual)
        return words_fill(arena, report->words, "message.no-value", measure->name, NULL);
    const char *place =
        words_fill(arena, report->words, place_key(result), with_unit(report, result), NULL);
    const char *actual = compose_quantity(report, measure, true, result->actual);
    const struct point_result *before = point_before(result);
    if (!before || result->trend.direction == DIRECTION_FLAT ||
        result->trend.direction == DIRECTION_UNKNOWN)
        return words_fill(arena, report->words, "message.still", measure->name, actual, place,
                          NULL);
    const char *key = result->trend.direction == DIRECTION_UP ? "message.rose" : "message.fell";
    return words_fill(arena, report->words, key, measure->name,
                      compose_figure(report, measure, true, before->actual, false), actual, place,
                      NULL);
}

/* In percent; in money where percents say nothing, because almost nothing was approved. */
static const char *over_budget(struct report *report, const struct initiative_result *result) {
    const struct initiative *initiative = result->initiative;
    struct decimal over;
    if (!decimal_sub(result->cost_percent, decimal_of(100), &over))
        over = decimal_of(0);
    struct decimal money;
    if (decimal_compare(over, decimal_of(PERCENT_SAYS_NOTHING)) > 0 &&
        decimal_sub(initiative->forecast_cost.value, initiative->budget.value, &money))
        return words_fill(report->arena, report->words, "message.over-budget-by",
                          compose_millions(report, money), NULL);
    return words_fill(report->arena, report->words, "message.over-budget",
                      words_number(report->arena, over, 0, false), NULL);
}

const char *message_initiative(struct report *report, const struct initiative_result *result) {
    const char *parts[4];
    size_t count = 0;
    struct arena *arena = report->arena;
    if (result->has_cost && result->budget != STATUS_GREEN)
        parts[count++] = over_budget(report, result);
    if (result->days_overdue > 0)
        parts[count++] = words_fill(arena, report->words, "message.days-late",
                                    arena_printf(arena, "%d", result->days_overdue), NULL);
    else if (result->has_expected && result->schedule != STATUS_GREEN &&
             result->schedule != STATUS_NO_DATA)
        parts[count++] = words_fill(arena, report->words, "message.behind",
                                    words_number(arena, result->gap_points, 0, false), NULL);
    if (result->has_benefit && result->benefit != STATUS_GREEN)
        parts[count++] = words_fill(arena, report->words, "message.benefit",
                                    words_number(arena, result->benefit_percent, 0, false), NULL);
    if (count == 0)
        return words_text(report->words, "message.as-planned");
    return words_list(arena, report->words, parts, count);
}

const struct measure_result *message_lead(const struct report *report,
                                          const struct objective *objective) {
    const struct measure_result *lead = NULL;
    for (size_t i = 0; i < objective->measures.count; i++) {
        const struct measure_result *result =
            assess_measure(report->assessment, objective->measures.items[i]);
        if (!result->score.exact)
            continue;
        if (!lead || rational_compare(result->score.exact, lead->score.exact) < 0)
            lead = result;
    }
    return lead;
}

static struct message *candidate_add(struct report *report, struct candidates *list, int rank,
                                     double weight) {
    struct candidate *candidate = vec_add(report->arena, &list->items);
    candidate->rank = rank;
    candidate->weight = weight;
    candidate->order = list->items.count;
    return &candidate->message;
}

/* Cause and ask come from what is said of the objective, by its executive first, else of the
 * measure. */
static void explain(struct report *report, struct message *message, const char *id,
                    const char *other_id) {
    const struct commentary *commentary = compose_commentary(report, id);
    if (!commentary && other_id)
        commentary = compose_commentary(report, other_id);
    message->cause = compose_cause(commentary);
    message->ask =
        commentary && commentary->recommended_action ? commentary->recommended_action : "";
    message->cause_missing = !commentary;
}

/* An objective off track that this one drives, or that drives it (forward: false); NULL if none.
 * A chain of failures is one message: the effect tells, its driver is named as the cause. */
static const struct objective *linked_red(const struct report *report,
                                          const struct objective *objective, bool forward) {
    for (size_t i = 0; i < report->plan->links.count; i++) {
        const struct link *link = &report->plan->links.items[i];
        const struct objective *here = forward ? link->from : link->to;
        const struct objective *other = forward ? link->to : link->from;
        if (here != objective || link->negative || !compose_objective_here(report, other))
            continue;
        if (assess_objective(report->assessment, other)->status == STATUS_RED)
            return other;
    }
    return NULL;
}

/* True if the message of an effect names this objective as its driver. */
static bool told_by_effect(const struct report *report, const struct objective *objective) {
    const struct objective *effect = linked_red(report, objective, true);
    return effect && !linked_red(report, effect, true) &&
           linked_red(report, effect, false) == objective;
}

static void name_driver(struct report *report, struct message *message,
                        const struct objective *driver) {
    const struct measure_result *lead = message_lead(report, driver);
    if (!lead)
        return;
    const char *said = words_fill(report->arena, report->words, "message.driver", driver->id,
                                  message_measure(report, lead), NULL);
    message->cause =
        *message->cause ? arena_printf(report->arena, "%s %s", message->cause, said) : said;
    message->cause_missing = false;
}

static double shortfall(const struct objective_result *result) {
    double weight =
        result->objective->weight.known ? decimal_double(result->objective->weight.value) : 1.0;
    return weight * (100.0 - decimal_double(result->score.rounded));
}

static bool worsened(const struct objective_result *now, const struct objective_result *before) {
    return status_scored(now->status) && status_scored(before->status) &&
           now->status > before->status;
}

/* What an objective is news for; RANK_NONE if for nothing, or if its effect tells of it. */
static int rank_of(const struct report *report, const struct objective_result *now,
                   const struct objective_result *before) {
    if (now->status == STATUS_RED)
        return told_by_effect(report, now->objective) ? RANK_NONE : RANK_OFF_TRACK;
    if (!before || !status_scored(before->status))
        return RANK_NONE;
    if (worsened(now, before))
        return RANK_WORSENED;
    return now->status == STATUS_GREEN && before->status != STATUS_GREEN ? RANK_GOOD : RANK_NONE;
}

static void objective_candidate(struct report *report, struct candidates *list,
                                const struct objective_result *now,
                                const struct objective_result *before) {
    const struct measure_result *lead = message_lead(report, now->objective);
    int rank = rank_of(report, now, before);
    if (!lead || rank == RANK_NONE)
        return;
    struct message *message = candidate_add(report, list, rank, shortfall(now));
    message->status = now->status;
    message->anchor = rank == RANK_OFF_TRACK ? "exceptions" : "scorecard";
    if (rank == RANK_GOOD) {
        message->finding =
            words_fill(report->arena, report->words, "message.recovered", now->objective->name,
                       compose_score(report, now->score), NULL);
        message->cause = message->ask = "";
        return;
    }
    message->finding = message_measure(report, lead);
    explain(report, message, now->objective->id, lead->measure->id);
    const struct objective *driver =
        rank == RANK_OFF_TRACK ? linked_red(report, now->objective, false) : NULL;
    if (driver)
        name_driver(report, message, driver);
}

static void objectives(struct report *report, struct candidates *list) {
    const struct assessment *previous = report->assessment->previous;
    for (size_t i = 0; i < report->plan->objectives.count; i++)
        if (compose_objective_here(report, &report->plan->objectives.items[i]))
            objective_candidate(report, list, &report->assessment->objectives[i],
                                previous ? &previous->objectives[i] : NULL);
}

/* Money an initiative costs more, and brings less, than was approved; only orders. */
static double at_stake(const struct initiative *initiative) {
    double stake = 0;
    if (initiative->budget.known && initiative->forecast_cost.known)
        stake += decimal_double(initiative->forecast_cost.value) -
                 decimal_double(initiative->budget.value);
    if (initiative->benefit_planned.known && initiative->benefit_forecast.known)
        stake += decimal_double(initiative->benefit_planned.value) -
                 decimal_double(initiative->benefit_forecast.value);
    return stake;
}

static void initiatives(struct report *report, struct candidates *list) {
    for (size_t i = 0; i < report->plan->initiatives.count; i++) {
        const struct initiative_result *result = &report->assessment->initiatives[i];
        if (!compose_initiative_here(report, result->initiative) || result->initiative->closed ||
            result->status != STATUS_RED)
            continue;
        double weight = at_stake(result->initiative);
        struct message *message = candidate_add(report, list, RANK_STEP_IN, weight);
        message->status = STATUS_RED;
        message->finding =
            words_fill(report->arena, report->words, "message.initiative", result->initiative->name,
                       message_initiative(report, result), NULL);
        message->anchor = "portfolio";
        explain(report, message, result->initiative->id, NULL);
    }
}

static void office(struct report *report, struct candidates *list) {
    for (size_t i = 0; i < report->plan->processes.count; i++) {
        const struct process_result *result = &report->assessment->staffing.processes[i];
        if (result->verdict != STAFFING_UNDER || result->process->group != PROCESS_CORE ||
            report->unit->parent)
            continue;
        struct message *message =
            candidate_add(report, list, RANK_OFFICE, -decimal_double(result->gap));
        message->status = result->colour;
        message->finding =
            words_fill(report->arena, report->words, "message.process", result->process->name,
                       words_number(report->arena, result->planned, 2, false),
                       words_number(report->arena, result->process->fte_min, 2, false), NULL);
        message->anchor = "office";
        explain(report, message, result->process->id, NULL);
        message->cause_missing = false;
    }
}

static void exceeding(struct report *report, struct candidates *list) {
    for (size_t i = 0; i < report->plan->measures.count; i++) {
        const struct measure_result *result = &report->assessment->measures[i];
        if (!compose_measure_here(report, result->measure) || result->status != STATUS_EXCEEDS)
            continue;
        struct message *message = candidate_add(report, list, RANK_GOOD, 100.0);
        message->status = STATUS_EXCEEDS;
        message->finding = words_fill(report->arena, report->words, "message.exceeds",
                                      message_measure(report, result), NULL);
        message->anchor = "scorecard";
        explain(report, message, result->measure->id, result->measure->objectives.items[0]->id);
        message->cause_missing = false;
    }
}

static int by_importance(const void *a, const void *b) {
    const struct candidate *x = a;
    const struct candidate *y = b;
    if (x->rank != y->rank)
        return x->rank - y->rank;
    if (x->weight > y->weight || x->weight < y->weight)
        return x->weight > y->weight ? -1 : 1;
    return x->order < y->order ? -1 : 1;
}

size_t message_rank(struct report *report, struct message *messages) {
    /* How many of a kind may stand among the five. */
    static const int most_of[] = {MESSAGE_MOST, 2, 2, 1, 1};
    struct candidates list = {{NULL, 0, 0}};
    objectives(report, &list);
    initiatives(report, &list);
    office(report, &list);
    exceeding(report, &list);
    if (list.items.count > 1)
        qsort(list.items.items, list.items.count, sizeof *list.items.items, by_importance);
    /* One place is kept for good news: a brief that only alarms is not believed. */
    bool good = list.items.count > 0 && list.items.items[list.items.count - 1].rank == RANK_GOOD;
    int taken[RANK_GOOD + 1] = {0};
    size_t count = 0;
    for (size_t i = 0; i < list.items.count && count < MESSAGE_MOST; i++) {
        const struct candidate *candidate = &list.items.items[i];
        size_t room = good && candidate->rank != RANK_GOOD ? MESSAGE_MOST - 1 : MESSAGE_MOST;
        if (count >= room || taken[candidate->rank] >= most_of[candidate->rank])
            continue;
        taken[candidate->rank]++;
        messages[count++] = candidate->message;
    }
    return count;
}

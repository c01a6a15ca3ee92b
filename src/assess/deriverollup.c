/* Objectives, perspectives, themes and units: what was rolled up, and how. */
#include "assess/derivetally.h"
#include "assess/derivetrend.h"
#include "assess/judge.h"
#include "assess/rollup.h"
#include <assert.h>

/* The work on one parent. */
struct work {
    struct deriving d;
    const struct settings *settings;
    const struct rollup_child *children;
    size_t count;
    struct rollup_result result; /* the same call once more */
};

static const char *name_of(const struct rollup_child *child) {
    return child->measure     ? child->measure->name
           : child->objective ? child->objective->name
                              : child->perspective->name;
}

static const char *id_of(struct work *w, const struct unit *unit,
                         const struct rollup_child *child) {
    if (child->measure || child->objective) {
        return child->measure ? child->measure->id : child->objective->id;
    }
    return arena_printf(w->d.arena, "%s/%s", unit->id, child->perspective->id);
}

static const struct derivation *source_of(struct work *w, const struct unit *unit,
                                          const struct rollup_child *child) {
    const struct assessment *a = w->d.assessment;
    if (w->d.depth == 0) {
        return NULL;
    }
    if (child->measure) {
        return derivemeasure(w->d.arena, a, assess_measure(a, child->measure));
    }
    if (child->objective) {
        return deriverollup_objective(w->d.arena, a, assess_objective(a, child->objective),
                                      w->d.depth - 1);
    }
    return deriverollup_group(w->d.arena, a, assess_perspective(a, unit, child->perspective),
                              w->d.depth - 1);
}

static const struct quantity *weight_cell(const struct rollup_child *child) {
    if (child->support) {
        return &child->support->weight;
    }
    return child->measure     ? &child->measure->weight
           : child->objective ? &child->objective->weight
                              : &child->perspective->weight;
}

/* "amber, score (164/3) (about 54.7), covered 0.92, critical" */
static const char *state_of(struct work *w, const struct rollup_child *child) {
    struct arena *arena = w->d.arena;
    struct textbuf out;
    textbuf_init(&out, arena);
    textbuf_str(&out, status_words(child->status));
    if (child->score) {
        textbuf_printf(&out, ", score %s", derive_fraction_text(arena, child->score, 1));
    }
    if (child->coverage && rational_compare(child->coverage, rational_of(arena, 1, 1)) != 0) {
        textbuf_printf(&out, ", covered %s", derive_fraction_text(arena, child->coverage, 4));
    }
    if (child->critical) {
        textbuf_str(&out, ", critical");
    }
    return textbuf_text(&out);
}

static bool any_critical(const struct work *w) {
    bool any = false;
    for (size_t i = 0; i < w->count; i++) {
        any = any || w->children[i].critical;
    }
    return any;
}

/* Each child with its status, score and weight. */
static void children_step(struct work *w, const struct unit *unit) {
    struct deriving *d = &w->d;
    derive_step(d, "children", RULE_ROLLUP,
                w->count > 0
                    ? arena_printf(d->arena,
                                   "What it is made of; weights that are left blank count 1.%s",
                                   any_critical(w) ? " A child that is critical and red leaves its "
                                                     "parent amber at best."
                                                   : "")
                    : "There is nothing that could be judged.");
    derive_result(d, w->count > 0 ? arena_printf(d->arena, "%zu", w->count) : "none");
    for (size_t i = 0; i < w->count; i++) {
        const struct rollup_child *child = &w->children[i];
        const char *id = id_of(w, unit, child);
        derive_other(d,
                     arena_printf(d->arena, "%s %s%s", id, name_of(child),
                                  child->support ? " (contributory)" : ""),
                     state_of(w, child), id);
        struct derivation_step *step = &d->out->steps.items[d->out->steps.count - 1];
        step->inputs.items[step->inputs.count - 1].source = source_of(w, unit, child);
        const struct quantity *weight = weight_cell(child);
        derive_number(d, arena_printf(d->arena, "weight of %s", id), child->weight,
                      weight->known ? weight->place : (struct place){0});
        step = &d->out->steps.items[d->out->steps.count - 1];
        step->inputs.items[step->inputs.count - 1].standard = !weight->known;
    }
}

/* ---- coverage and score ---- */

static bool counts(const struct rollup_child *child) {
    return rollup_in_scope(child->status) && child->weight.micro > 0;
}

static struct formula coverage_of(struct work *w, const struct rollup_child *child) {
    if (child->coverage) {
        return formula_fraction(w->d.arena, child->coverage);
    }
    return formula_whole(w->d.arena, child->score ? 1 : 0);
}

/* Weighted sum of the children over the sum of weights. */
struct sums {
    bool any;
    struct formula top, bottom;
};

static void add(struct work *w, struct sums *sums, const struct rollup_child *child,
                struct formula value) {
    struct formula weight = formula_decimal(w->d.arena, child->weight);
    struct formula product = formula_mul(w->d.arena, weight, value);
    sums->top = sums->any ? formula_add(w->d.arena, sums->top, product) : product;
    sums->bottom = sums->any ? formula_add(w->d.arena, sums->bottom, weight) : weight;
    sums->any = true;
}

static struct decimal percent_of(struct work *w) {
    struct decimal percent;
    bool fits = rational_round(
        rational_mul(w->d.arena, w->result.coverage, rational_of(w->d.arena, 100, 1)),
        DECIMAL_PLACES, &percent);
    assert(fits);
    return percent;
}

static void coverage_step(struct work *w) {
    struct deriving *d = &w->d;
    struct sums sums = {.any = false};
    for (size_t i = 0; i < w->count; i++) {
        if (counts(&w->children[i])) {
            add(w, &sums, &w->children[i], coverage_of(w, &w->children[i]));
        }
    }
    assert(sums.any);
    derive_step(d, "coverage in %", RULE_MISSING,
                "How much of the weight was judged: a child counts 1 with a score, 0 without, and "
                "where it is itself covered in part, that part. What is unscored, not applicable "
                "or not due takes no part.");
    derive_rounds(d,
                  formula_div(d->arena,
                              formula_mul(d->arena, formula_whole(d->arena, 100), sums.top),
                              sums.bottom),
                  percent_of(w));
}

static void score_step(struct work *w, const char *figure) {
    struct deriving *d = &w->d;
    bool zero = w->settings->missing == MISSING_ZERO;
    struct sums sums = {.any = false};
    for (size_t i = 0; i < w->count; i++) {
        const struct rollup_child *child = &w->children[i];
        if (counts(child) && child->score) {
            add(w, &sums, child, formula_fraction(d->arena, child->score));
        } else if (counts(child) && zero) {
            add(w, &sums, child, formula_whole(d->arena, 0));
        }
    }
    assert(sums.any);
    derive_step(d, figure, RULE_ROLLUP,
                zero ? "The mean of the scores by weight; what is missing counts 0."
                     : "The mean of the scores there are, by weight.");
    derive_equals(d, formula_div(d->arena, sums.top, sums.bottom), w->result.score);
    derive_option(d, OPTION_MISSING);
}

/* ---- status ---- */

static struct formula mark(struct work *w, int thirds) {
    return formula_fraction(w->d.arena, rational_of(w->d.arena, 100 * thirds, 3));
}

static const char *band_conditions(struct work *w, enum status status) {
    struct deriving *d = &w->d;
    struct formula score = formula_shown(d->arena, w->result.score);
    const char *low = status == STATUS_GREEN   ? formula_compare(d->arena, score, ">=", mark(w, 2))
                      : status == STATUS_AMBER ? formula_compare(d->arena, score, ">=", mark(w, 1))
                                               : "";
    const char *high = status == STATUS_GREEN   ? ""
                       : status == STATUS_AMBER ? formula_compare(d->arena, score, "<", mark(w, 2))
                                                : formula_compare(d->arena, score, "<", mark(w, 1));
    return derive_both(d, low, high);
}

static int votes(const struct work *w, enum status status) {
    int count = 0;
    for (size_t i = 0; i < w->count; i++) {
        const struct rollup_child *child = &w->children[i];
        if (!counts(child)) {
            continue;
        }
        enum status voice = child->score                           ? child->status
                            : w->settings->missing == MISSING_ZERO ? STATUS_RED
                                                                   : STATUS_NO_DATA;
        count += (voice == STATUS_EXCEEDS ? STATUS_GREEN : voice) == status;
    }
    return count;
}

static void vote_inputs(struct work *w) {
    static const enum status colours[] = {STATUS_GREEN, STATUS_AMBER, STATUS_RED};
    for (size_t i = 0; i < 3; i++) {
        derive_number(&w->d,
                      arena_printf(w->d.arena, "children that are %s", status_words(colours[i])),
                      decimal_of(votes(w, colours[i])), (struct place){0});
    }
}

/* Before a critical child caps it. */
static enum status uncapped(const struct work *w) {
    return w->result.capped ? STATUS_GREEN : w->result.status;
}

static void band_step(struct work *w) {
    struct deriving *d = &w->d;
    static const char *const words[] = {
        [ROLLUP_WEIGHTED] =
            "Green from 66 2/3 on, amber from 33 1/3 on, else red; by the exact score.",
        [ROLLUP_WORST] = "That of the worst child.",
        [ROLLUP_MAJORITY] = "The commonest among the children; of two as common the worse.",
    };
    enum status status = uncapped(w);
    derive_step(d, "status", RULE_ROLLUP, words[w->settings->rollup]);
    if (w->settings->rollup == ROLLUP_WEIGHTED) {
        derive_verdict(d, band_conditions(w, status), status_words(status));
    } else {
        derive_result(d, status_words(status));
        vote_inputs(w);
    }
    derive_option(d, OPTION_ROLLUP);
}

static void cap_step(struct work *w) {
    if (!w->result.capped) {
        return;
    }
    derive_step(&w->d, "cap", RULE_ROLLUP,
                "A child that is critical and red leaves its parent amber at best.");
    derive_result(&w->d, status_words(STATUS_AMBER));
    for (size_t i = 0; i < w->count; i++) {
        const struct rollup_child *child = &w->children[i];
        if (child->critical && child->status == STATUS_RED) {
            derive_input(&w->d, arena_printf(w->d.arena, "critical: %s", name_of(child)),
                         status_words(child->status), (struct place){0});
        }
    }
}

/* As the step before gave it; compared exactly. */
static struct formula covered_percent(struct work *w) {
    return formula_shown(
        w->d.arena, rational_mul(w->d.arena, w->result.coverage, rational_of(w->d.arena, 100, 1)));
}

static struct formula least_coverage(struct work *w) {
    return formula_decimal(w->d.arena, w->settings->minimum_coverage);
}

static bool thin(struct work *w) {
    return w->result.in_scope && formula_holds(covered_percent(w), "<", least_coverage(w));
}

/* Why there is no colour. */
static void grey_step(struct work *w) {
    struct deriving *d = &w->d;
    if (thin(w)) {
        derive_step(d, "status", RULE_MISSING, "Too little was judged to give a status.");
        derive_verdict(d, formula_compare(d->arena, covered_percent(w), "<", least_coverage(w)),
                       status_words(w->result.status));
        derive_option(d, OPTION_COVERAGE);
        return;
    }
    derive_step(d, "status", RULE_MISSING,
                w->result.status == STATUS_INSUFFICIENT
                    ? "By the strict option any missing value leaves the status open."
                : w->result.status == STATUS_NO_DATA ? "No child gives a score."
                : w->result.status == STATUS_NOT_DUE
                    ? "Nothing is due yet: it leaves its own parent's scope."
                    : "Nothing here applies: it leaves its own parent's scope.");
    derive_result(d, status_words(w->result.status));
    derive_option(d, OPTION_MISSING);
}

static void enough_step(struct work *w) {
    struct deriving *d = &w->d;
    struct formula covered = covered_percent(w);
    derive_step(d, "enough to judge", RULE_MISSING,
                "With less than the minimum coverage no status is given.");
    derive_verdict(d,
                   formula_compare(d->arena, covered,
                                   ">=", formula_decimal(d->arena, w->settings->minimum_coverage)),
                   "yes");
    derive_option(d, OPTION_COVERAGE);
}

static void rollup_steps(struct work *w, const struct unit *unit) {
    children_step(w, unit);
    if (w->result.in_scope) {
        coverage_step(w);
    }
    if (!w->result.score) {
        grey_step(w);
        return;
    }
    enough_step(w);
    score_step(w, "score");
    band_step(w);
    cap_step(w);
}

static struct work begin(struct arena *arena, const struct assessment *a, unsigned depth,
                         const char *entity, const char *id, const char *name,
                         const struct rollup_child *children, size_t count) {
    struct work w = {.d = derive_begin(arena, a, depth, entity, id, name),
                     .settings = &a->plan->settings,
                     .children = children,
                     .count = count};
    w.result = rollup(arena, w.settings, children, count);
    return w;
}

static void answer(struct work *w, enum status status, const struct rational *score,
                   struct decimal coverage) {
    struct deriving *d = &w->d;
    const char *detail = "";
    if (score) {
        struct decimal whole = decimal_round(coverage, 0);
        detail =
            arena_printf(d->arena, " (score %s, coverage %s %%)",
                         derive_score_text(d->arena, score), derive_decimal_text(d->arena, whole));
    }
    d->out->answer = arena_printf(d->arena, "%s %s %s%s in %s", d->out->id, d->out->name,
                                  derive_status_words(status), detail,
                                  derive_period_text(d, d->assessment->period));
}

/* ---- objectives ---- */

static void declared_step(struct work *w, const struct objective_result *r) {
    if (!r->declared) {
        return;
    }
    struct deriving *d = &w->d;
    const struct record *row =
        derive_row(d, SHEET_OBJECTIVES, COLUMN_OBJECTIVES_ID, r->objective->id);
    derive_step(d, "declared status", RULE_STATUS,
                "Stands beside the calculated one until it expires; rollups use the calculated "
                "one.");
    derive_result(d, arena_printf(d->arena, "declared %s (calculated %s)",
                                  status_words(r->declared_status), status_words(r->status)));
    derive_field(d, "declared", row, COLUMN_OBJECTIVES_DECLARED_STATUS);
    derive_field(d, "by", row, COLUMN_OBJECTIVES_DECLARED_BY);
    derive_field(d, "reason", row, COLUMN_OBJECTIVES_DECLARED_REASON);
    derive_field(d, "expires", row, COLUMN_OBJECTIVES_DECLARED_EXPIRES);
}

static bool unmeasured(const struct rollup_child *children, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (children[i].status != STATUS_UNSCORED) {
            return false;
        }
    }
    return true;
}

/* The same children as they are expected to stand at the end of the year. */
static struct rollup_result expected(struct work *w, const struct objective_result *r,
                                     struct rollup_child **out) {
    const struct assessment *a = w->d.assessment;
    struct rollup_child *children = arena_array(w->d.arena, r->child_count, sizeof *children);
    for (size_t i = 0; i < r->child_count; i++) {
        children[i] = r->children[i];
        if (children[i].measure) {
            const struct measure_result *m = assess_measure(a, children[i].measure);
            children[i].status = m->forecast_status;
            children[i].score = m->forecast_score;
        } else {
            struct rollup_child *ignored;
            struct rollup_result then =
                expected(w, assess_objective(a, children[i].objective), &ignored);
            children[i].status = then.status;
            children[i].score = then.score;
            children[i].coverage = then.coverage;
        }
    }
    struct rollup_result result = rollup(w->d.arena, w->settings, children, r->child_count);
    enum status state = judge_state(r->objective->state);
    if (state != STATUS_NO_DATA) {
        result.status = state;
    } else if (unmeasured(children, r->child_count)) {
        result.status = STATUS_NO_DATA;
        result.in_scope = true;
    }
    assert(result.status == r->forecast_status);
    *out = children;
    return result;
}

static void forecast_steps(struct work *w, const struct objective_result *r) {
    struct deriving *d = &w->d;
    struct work then = *w;
    struct rollup_child *children;
    then.result = expected(w, r, &children);
    then.children = children;
    derive_step(d, "children at the end of the year", RULE_FORECAST,
                "As they are forecast; their weights stay.");
    derive_result(d, arena_printf(d->arena, "%zu", w->count));
    for (size_t i = 0; i < w->count; i++) {
        const char *id = id_of(w, r->objective->unit, &children[i]);
        derive_other(d, arena_printf(d->arena, "%s %s", id, name_of(&children[i])),
                     state_of(w, &children[i]), id);
    }
    if (then.result.score) {
        score_step(&then, "forecast score");
    }
    derive_step(d, "forecast status", RULE_FORECAST, "By the same rules as the status.");
    derive_result(d, status_words(then.result.status));
    if (then.result.score && w->settings->rollup == ROLLUP_WEIGHTED) {
        enum status status = uncapped(&then);
        derive_verdict(d, band_conditions(&then, status), status_words(status));
    } else if (then.result.score) {
        vote_inputs(&then);
    } else if (then.result.status == STATUS_INSUFFICIENT && thin(&then)) {
        derive_verdict(d, formula_compare(d->arena, covered_percent(&then), "<", least_coverage(w)),
                       status_words(then.result.status));
        derive_input(d, "covered in %", covered_percent(&then).text, (struct place){0});
        derive_option(d, OPTION_COVERAGE);
    }
    if (then.result.capped) {
        derive_step(d, "forecast status, capped", RULE_ROLLUP,
                    "A critical child that is expected to be red leaves it amber at best.");
        derive_result(d, status_words(then.result.status));
    }
}

static void objective_outside(struct work *w, const struct objective_result *r) {
    struct deriving *d = &w->d;
    if (judge_state(r->objective->state) != STATUS_NO_DATA) {
        derive_step(d, "status", RULE_MISSING,
                    "What is not active leaves the scope of its perspective.");
        derive_field(d, "state",
                     derive_row(d, SHEET_OBJECTIVES, COLUMN_OBJECTIVES_ID, r->objective->id),
                     COLUMN_OBJECTIVES_STATE);
    } else {
        children_step(w, r->objective->unit);
        derive_step(d, "status", RULE_MISSING,
                    "No measure of it can be judged: what is not measured is missing.");
    }
    derive_result(d, status_words(r->status));
}

const struct derivation *deriverollup_objective(struct arena *arena,
                                                const struct assessment *assessment,
                                                const struct objective_result *result,
                                                unsigned depth) {
    const struct objective *objective = result->objective;
    struct work w = begin(arena, assessment, depth, "objective", objective->id, objective->name,
                          result->children, result->child_count);
    w.d.out->place = objective->place;
    answer(&w, result->status, result->score.exact, result->coverage);
    if (judge_state(objective->state) != STATUS_NO_DATA ||
        unmeasured(result->children, result->child_count)) {
        objective_outside(&w, result);
    } else {
        assert(w.result.status == result->status);
        rollup_steps(&w, objective->unit);
    }
    declared_step(&w, result);
    size_t at = (size_t)(objective - assessment->plan->objectives.items);
    derivetrend_score(&w.d, &result->trend, result->score.exact,
                      assessment->previous->objectives[at].score.exact);
    if (result->child_count > 0) {
        forecast_steps(&w, result);
    }
    return w.d.out;
}

/* ---- perspectives, themes, units ---- */

const struct derivation *deriverollup_group(struct arena *arena,
                                            const struct assessment *assessment,
                                            const struct group_result *result, unsigned depth) {
    const char *entity = "unit", *id = result->unit->id, *name = result->unit->name;
    struct place place = result->unit->place;
    if (result->perspective) {
        entity = "perspective";
        id = arena_printf(arena, "%s/%s", result->unit->id, result->perspective->id);
        name = result->perspective->name;
        place = result->perspective->place;
    } else if (result->theme) {
        entity = "theme";
        id = arena_printf(arena, "%s/%s", result->unit->id, result->theme->id);
        name = result->theme->name;
        place = result->theme->place;
    }
    struct work w =
        begin(arena, assessment, depth, entity, id, name, result->children, result->child_count);
    w.d.out->place = place;
    assert(w.result.status == result->status);
    answer(&w, result->status, result->score.exact, result->coverage);
    rollup_steps(&w, result->unit);
    if (!result->perspective && !result->theme) {
        derivetally(&w.d, result);
    }
    return w.d.out;
}

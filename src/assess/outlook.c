#include "assess/outlook.h"

#include "assess/assessview.h"
#include "assess/outlookneed.h"
#include "assess/rollup.h"
#include "assess/wide.h"
#include <assert.h>
#include <stdlib.h>

const char *outlook_group_name(enum outlook_group group) {
    static const char *const names[OUTLOOK_GROUPS] = {"warning", "missing", "recovering", "unsaid",
                                                      "on-target"};
    assert((size_t)group < OUTLOOK_GROUPS);
    return names[group];
}

const char *outlook_reason_name(enum outlook_reason reason) {
    static const char *const names[OUTLOOK_REASONS] = {"expected", "no-forecast", "no-target",
                                                       "info"};
    assert((size_t)reason < OUTLOOK_REASONS);
    return names[reason];
}

const char *outlook_need_name(enum outlook_need need) {
    static const char *const names[NEED_KINDS] = {"unknown", "average",  "at-end", "every",
                                                  "once",    "too-late", "over"};
    assert((size_t)need < NEED_KINDS);
    return names[need];
}

bool outlook_round(struct arena *arena, const struct rational *needed, unsigned places, bool up,
                   struct decimal *out) {
    struct decimal step = decimal_of(up ? 1 : -1);
    if (!rational_round(needed, places, out)) {
        return false;
    }
    for (unsigned i = 0; i < places; i++) {
        step.micro /= 10;
    }
    int order = rational_compare(rational_decimal(arena, *out), needed);
    bool falls_short = up ? order < 0 : order > 0;
    return !falls_short || decimal_add(*out, step, out);
}

/* ---- weights ---- */

static const struct rational *zero(struct arena *arena) {
    return rational_of(arena, 0, 1);
}

/* Part of the weights of those in scope; 0 if they have none. */
static const struct rational *part_of(struct arena *arena, const struct rollup_child *children,
                                      size_t count, const struct rollup_child *child) {
    wide sum = 0;
    for (size_t i = 0; i < count; i++) {
        if (rollup_in_scope(children[i].status)) {
            sum += children[i].weight.micro;
        }
    }
    return sum > 0 ? wide_rational(arena, child->weight.micro, sum) : zero(arena);
}

/* The objective's part of its perspective, times the perspective's part of the unit. */
static const struct rational *share_of(struct arena *arena, const struct assessment *a,
                                       const struct objective *objective) {
    const struct group_result *row = assess_perspective(a, objective->unit, objective->perspective);
    const struct group_result *unit = assess_unit(a, objective->unit);
    const struct rollup_child *part = unit->children, *own = row->children;
    while (part->perspective != objective->perspective) {
        part++;
        assert(part < unit->children + unit->child_count);
    }
    while (own->objective != objective) {
        own++;
        assert(own < row->children + row->child_count);
    }
    return rational_mul(arena, part_of(arena, unit->children, unit->child_count, part),
                        part_of(arena, row->children, row->child_count, own));
}

/* What a score lacks of green. */
static const struct rational *shortfall_of(struct arena *arena, const struct rational *score) {
    const struct rational *lacking = rational_sub(arena, rational_of(arena, 200, 3), score);
    return rational_sign(lacking) > 0 ? lacking : zero(arena);
}

/* ---- one objective ---- */

/* Objectives never exceed. */
static bool on_target(enum status status) {
    return status == STATUS_GREEN;
}

static bool off_target(enum status status) {
    return status == STATUS_AMBER || status == STATUS_RED;
}

static enum outlook_group group_of(enum status now, enum status expected) {
    if (off_target(expected)) {
        return on_target(now) ? OUTLOOK_WARNING : OUTLOOK_MISSING;
    }
    if (!on_target(expected)) {
        return OUTLOOK_UNSAID;
    }
    return off_target(now) ? OUTLOOK_RECOVERING : OUTLOOK_ON_TARGET;
}

static const struct rational *pull_of(struct arena *arena, const struct outlook_measure *m) {
    const struct rational *score = m->result->forecast_score;
    return score ? rational_mul(arena, m->weight, shortfall_of(arena, score)) : zero(arena);
}

/* Insertion keeps the plan's order where nothing else decides; objectives have a few measures. */
static void insert_measure(struct arena *arena, struct outlook_objective *o,
                           struct outlook_measure measure) {
    const struct rational *pull = pull_of(arena, &measure);
    size_t at = o->measure_count++;
    for (; at > 0 && rational_compare(pull_of(arena, &o->measures[at - 1]), pull) < 0; at--) {
        o->measures[at] = o->measures[at - 1];
    }
    o->measures[at] = measure;
}

static void fill_children(struct arena *arena, const struct assessment *a,
                          struct outlook_objective *o) {
    const struct objective_result *r = o->result;
    o->measures = arena_array(arena, r->child_count, sizeof *o->measures);
    o->supporters = arena_array(arena, r->child_count, sizeof *o->supporters);
    for (size_t i = 0; i < r->child_count; i++) {
        const struct rollup_child *child = &r->children[i];
        if (!rollup_in_scope(child->status)) {
            continue;
        }
        if (child->measure) {
            struct outlook_measure m = outlookneed(arena, a, assess_measure(a, child->measure));
            m.weight = part_of(arena, r->children, r->child_count, child);
            insert_measure(arena, o, m);
            continue;
        }
        const struct objective_result *supporter = assess_objective(a, child->objective);
        if (off_target(supporter->forecast_status)) {
            o->supporters[o->supporter_count++] = supporter;
        }
    }
}

static struct outlook_objective objective_of(struct arena *arena, const struct assessment *a,
                                             const struct objective_result *r) {
    struct outlook_objective o = {.result = r,
                                  .group = group_of(r->status, r->forecast_status),
                                  .share = share_of(arena, a, r->objective)};
    o.shortfall = r->forecast_score ? shortfall_of(arena, r->forecast_score) : NULL;
    o.urgency = o.shortfall ? rational_mul(arena, o.share, o.shortfall) : zero(arena);
    fill_children(arena, a, &o);
    return o;
}

/* ---- all of them ---- */

static int by_urgency(const void *a, const void *b) {
    const struct outlook_objective *left = a, *right = b;
    if (left->group != right->group) {
        return left->group < right->group ? -1 : 1;
    }
    if (left->group <= OUTLOOK_MISSING) {
        int order = rational_compare(right->urgency, left->urgency);
        if (order == 0) {
            order = (int)right->result->forecast_status - (int)left->result->forecast_status;
        }
        if (order != 0) {
            return order;
        }
    }
    /* They stand in one array, in the plan's order. */
    return (left->result > right->result) - (left->result < right->result);
}

const struct outlook *outlook(struct arena *arena, const struct assessment *assessment,
                              const struct unit *unit) {
    struct outlook *out = arena_alloc(arena, sizeof *out);
    size_t count = assessment->plan->objectives.count;
    *out = (struct outlook){.assessment = assessment, .unit = unit};
    out->objectives = arena_array(arena, count, sizeof *out->objectives);
    for (size_t i = 0; i < count; i++) {
        const struct objective_result *r = &assessment->objectives[i];
        if (!r->in_scope || !assessview_shows(unit, r->objective->unit)) {
            continue;
        }
        struct outlook_objective o = objective_of(arena, assessment, r);
        out->groups[o.group]++;
        out->red += r->forecast_status == STATUS_RED;
        out->amber += r->forecast_status == STATUS_AMBER;
        out->objectives[out->count++] = o;
    }
    if (out->count > 1) {
        qsort(out->objectives, out->count, sizeof *out->objectives, by_urgency);
    }
    return out;
}

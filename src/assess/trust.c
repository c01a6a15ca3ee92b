#include "assess/trust.h"

#include "assess/assessview.h"
#include "assess/judge.h"
#include "assess/observation.h"
#include "base/idmap.h"
#include <assert.h>
#include <stdlib.h>
#include <string.h>

struct trusting {
    struct assessment *a;
    const struct attestation **attested; /* of the judged actual of each measure, or NULL */
    struct idmap *owners;                /* name -> row */
    size_t first_owner;
};

/* The rows that a measure or an initiative counts in. */
struct rows {
    struct trust_row *of[3];
    size_t count;
};

static struct rows rows_of(const struct trusting *t, const struct unit *unit, const char *owner) {
    struct rows rows = {.of = {&t->a->trust[0]}, .count = 1};
    if (unit) {
        rows.of[rows.count++] = &t->a->trust[1 + (size_t)(unit - t->a->plan->units.items)];
    }
    if (owner && *owner) {
        size_t at = idmap_find(t->owners, owner);
        assert(at != IDMAP_NONE);
        rows.of[rows.count++] = &t->a->trust[t->first_owner + at];
    }
    return rows;
}

static void add(struct trust_row *row, const struct trust_row *one) {
    row->measures += one->measures;
    row->with_actual += one->with_actual;
    row->stale += one->stale;
    row->attested += one->attested;
    row->estimated += one->estimated;
    row->unattested += one->unattested;
    row->restated += one->restated;
    row->provisional += one->provisional;
    row->initiatives += one->initiatives;
    row->disagreeing += one->disagreeing;
    row->bands += one->bands;
    row->widest = one->widest > row->widest ? one->widest : row->widest;
}

static void add_everywhere(const struct trusting *t, const struct unit *unit, const char *owner,
                           const struct trust_row *one) {
    struct rows rows = rows_of(t, unit, owner);
    for (size_t i = 0; i < rows.count; i++) {
        add(rows.of[i], one);
    }
}

/* ---- measures ---- */

/* True if the measure has an actual in some period that begins before the one given. */
static bool told_before(const struct measure *measure, struct period before) {
    static const enum series sources[] = {SERIES_ACTUAL, SERIES_NUMERATOR};
    for (size_t s = 0; s < sizeof sources / sizeof *sources; s++) {
        for (size_t i = 0; i < measure->series[sources[s]].count; i++) {
            const struct value *value = &measure->series[sources[s]].items[i];
            if (value->period.start < before.start &&
                observation_has_actual(measure, value->period)) {
                return true;
            }
        }
    }
    return false;
}

/* For a measure without an actual in the period judged. */
static bool stale(const struct measure *measure, struct period judged) {
    struct period before = period_next(judged, -1);
    return !observation_has_actual(measure, before) && told_before(measure, before);
}

static void count_values(const struct trusting *t, const struct measure *measure,
                         struct period judged, struct trust_row *one) {
    struct period first, last;
    judge_year(period_last(t->a->period), measure->frequency, &t->a->plan->organization.fiscal,
               &first, &last);
    for (size_t i = 0; i < measure->series[SERIES_ACTUAL].count; i++) {
        const struct value *value = &measure->series[SERIES_ACTUAL].items[i];
        if (value->period.start >= first.start && value->period.start <= judged.start) {
            one->restated += value->restated;
            one->provisional += value->provisional;
        }
    }
}

static void count_attestation(const struct attestation *attestation, struct trust_row *one) {
    enum attestation_statement says = attestation ? attestation->statement : ATTESTED_NOT;
    one->attested = says == ATTESTED_ACCURATE;
    one->unattested = says == ATTESTED_NOT;
    one->estimated = !one->attested && !one->unattested;
}

static void add_measure(const struct trusting *t, size_t at) {
    const struct measure_result *r = &t->a->measures[at];
    const struct measure *measure = r->measure;
    if (measure->state != STATE_ACTIVE || !period_set(r->period)) {
        return;
    }
    struct trust_row one = {.measures = 1};
    if (observation_has_actual(measure, r->period)) {
        one.with_actual = 1;
        count_attestation(t->attested[at], &one);
    } else {
        one.stale = stale(measure, r->period);
    }
    count_values(t, measure, r->period, &one);
    add_everywhere(t, assessview_measure_unit(measure), measure->owner, &one);
}

static void choose_attestations(struct arena *arena, struct trusting *t) {
    const struct plan *plan = t->a->plan;
    t->attested = arena_array(arena, plan->measures.count, sizeof *t->attested);
    for (size_t i = 0; i < plan->attestations.count; i++) {
        const struct attestation *attestation = &plan->attestations.items[i];
        size_t at = (size_t)(attestation->measure - plan->measures.items);
        assert(at < plan->measures.count);
        if (period_equal(attestation->period, t->a->measures[at].period)) {
            t->attested[at] = attestation;
        }
    }
}

/* ---- initiatives ---- */

static void add_initiative(const struct trusting *t, const struct initiative_result *r) {
    const struct initiative *initiative = r->initiative;
    if (initiative->state != STATE_ACTIVE || initiative->closed) {
        return;
    }
    struct trust_row one = {.initiatives = 1, .disagreeing = r->flattery > 0};
    one.bands = one.widest = r->flattery > 0 ? r->flattery : 0;
    add_everywhere(t, initiative->unit, initiative->owner, &one);
}

/* ---- rows ---- */

static int compare_names(const void *left, const void *right) {
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* Owners of active measures and running initiatives, by name. */
static void list_owners(struct arena *arena, struct trusting *t) {
    const struct plan *plan = t->a->plan;
    struct idmap *seen = idmap_new(arena);
    for (size_t i = 0; i < plan->measures.count; i++) {
        const struct measure *measure = &plan->measures.items[i];
        if (measure->owner && *measure->owner && measure->state == STATE_ACTIVE &&
            period_set(t->a->measures[i].period)) {
            idmap_put(seen, measure->owner, 0);
        }
    }
    for (size_t i = 0; i < plan->initiatives.count; i++) {
        const struct initiative *initiative = &plan->initiatives.items[i];
        if (initiative->owner && *initiative->owner && initiative->state == STATE_ACTIVE &&
            !initiative->closed) {
            idmap_put(seen, initiative->owner, 0);
        }
    }
    size_t count = idmap_count(seen);
    const char **names = arena_array(arena, count, sizeof *names);
    for (size_t i = 0; i < count; i++) {
        names[i] = idmap_key(seen, i);
    }
    if (count > 1) {
        qsort(names, count, sizeof *names, compare_names);
    }
    t->owners = idmap_new(arena);
    for (size_t i = 0; i < count; i++) {
        idmap_put(t->owners, names[i], i);
    }
}

static void make_rows(struct arena *arena, struct trusting *t) {
    const struct plan *plan = t->a->plan;
    size_t owners = idmap_count(t->owners);
    t->first_owner = 1 + plan->units.count;
    t->a->trust_count = t->first_owner + owners;
    t->a->trust = arena_array(arena, t->a->trust_count, sizeof *t->a->trust);
    for (size_t i = 0; i < plan->units.count; i++) {
        t->a->trust[1 + i].unit = &plan->units.items[i];
    }
    for (size_t i = 0; i < owners; i++) {
        t->a->trust[t->first_owner + i].owner = idmap_key(t->owners, i);
    }
}

void trust(struct arena *arena, struct assessment *assessment) {
    struct trusting t = {.a = assessment};
    choose_attestations(arena, &t);
    list_owners(arena, &t);
    make_rows(arena, &t);
    for (size_t i = 0; i < assessment->plan->measures.count; i++) {
        add_measure(&t, i);
    }
    for (size_t i = 0; i < assessment->plan->initiatives.count; i++) {
        add_initiative(&t, &assessment->initiatives[i]);
    }
}

/* How far the figures of an owner, of a unit or of the whole can be relied on (trust.h). */
#include "assess/assessview.h"
#include "assess/derive.h"
#include "assess/judge.h"
#include "assess/observation.h"

#include <string.h>

/* The work on one row. */
struct work {
    struct deriving d;
    const struct trust_row *row;
};

/* How somebody stands for the judged actual of a measure. */
enum standing { STANDING_NO_ACTUAL, STANDING_ATTESTED, STANDING_ESTIMATED, STANDING_UNATTESTED };

static bool owned(const struct work *w, const struct unit *unit, const char *owner) {
    if (w->row->unit) {
        return unit == w->row->unit;
    }
    return !w->row->owner || (owner && strcmp(owner, w->row->owner) == 0);
}

/* Active, due, and of the row. */
static bool counts(const struct work *w, const struct measure_result *r) {
    const struct measure *measure = r->measure;
    return measure->state == STATE_ACTIVE && period_set(r->period) &&
           owned(w, assessview_measure_unit(measure), measure->owner);
}

static const struct attestation *attested(const struct work *w, const struct measure_result *r) {
    const struct attestation *found = NULL;
    for (size_t i = 0; i < w->d.plan->attestations.count; i++) {
        const struct attestation *attestation = &w->d.plan->attestations.items[i];
        if (attestation->measure == r->measure && period_equal(attestation->period, r->period)) {
            found = attestation;
        }
    }
    return found;
}

static enum standing standing_of(const struct work *w, const struct measure_result *r) {
    if (!observation_has_actual(r->measure, r->period)) {
        return STANDING_NO_ACTUAL;
    }
    static const enum standing standings[] = {
        [ATTESTED_ACCURATE] = STANDING_ATTESTED,
        [ATTESTED_ESTIMATED] = STANDING_ESTIMATED,
        [ATTESTED_QUALIFIED] = STANDING_ESTIMATED,
        [ATTESTED_NOT] = STANDING_UNATTESTED,
    };
    const struct attestation *attestation = attested(w, r);
    return standings[attestation ? attestation->statement : ATTESTED_NOT];
}

/* The last own period with an actual before the judged one; unset if there never was one. */
static struct period last_told(const struct measure_result *r) {
    static const enum series sources[] = {SERIES_ACTUAL, SERIES_NUMERATOR};
    struct period last = {0};
    for (size_t s = 0; s < sizeof sources / sizeof *sources; s++) {
        for (size_t i = 0; i < r->measure->series[sources[s]].count; i++) {
            struct period period = r->measure->series[sources[s]].items[i].period;
            if (period.start < r->period.start && observation_has_actual(r->measure, period) &&
                (!period_set(last) || period.start > last.start)) {
                last = period;
            }
        }
    }
    return last;
}

static bool is_stale(const struct work *w, const struct measure_result *r, struct period *last) {
    *last = last_told(r);
    return standing_of(w, r) == STANDING_NO_ACTUAL && period_set(*last) &&
           last->start < period_next(r->period, -1).start;
}

/* ---- measures ---- */

static const char *standing_words(struct work *w, const struct measure_result *r) {
    static const char *const words[] = {
        [STANDING_NO_ACTUAL] = "no actual for %s",
        [STANDING_ATTESTED] = "actual of %s, attested as accurate",
        [STANDING_ESTIMATED] = "actual of %s, attested as estimated or qualified",
        [STANDING_UNATTESTED] = "actual of %s, nobody stands for it",
    };
    const char *period = derive_period_text(&w->d, r->period);
    const char *text = words[standing_of(w, r)];
    const char *hole = strstr(text, "%s");
    return arena_printf(w->d.arena, "%.*s%s%s", (int)(hole - text), text, period, hole + 2);
}

static void measures_step(struct work *w) {
    struct deriving *d = &w->d;
    derive_step(d, "measures", RULE_NONE, "Active measures that are due.");
    derive_result(d, arena_printf(d->arena, "%d", w->row->measures));
    for (size_t i = 0; i < d->plan->measures.count; i++) {
        const struct measure_result *r = &d->assessment->measures[i];
        if (counts(w, r)) {
            derive_other(d, arena_printf(d->arena, "%s %s", r->measure->id, r->measure->name),
                         standing_words(w, r), r->measure->id);
        }
    }
}

static void actual_step(struct work *w) {
    struct deriving *d = &w->d;
    derive_step(d, "with an actual", RULE_NONE,
                "Measures less those without an actual for the judged period.");
    int without = w->row->measures - w->row->with_actual;
    for (size_t i = 0; i < d->plan->measures.count; i++) {
        const struct measure_result *r = &d->assessment->measures[i];
        if (counts(w, r) && standing_of(w, r) == STANDING_NO_ACTUAL) {
            derive_other(d, r->measure->id, standing_words(w, r), r->measure->id);
        }
    }
    derive_rounds(d,
                  formula_sub(d->arena, formula_whole(d->arena, w->row->measures),
                              formula_whole(d->arena, without)),
                  decimal_of(w->row->with_actual));
}

static void stale_step(struct work *w) {
    struct deriving *d = &w->d;
    derive_step(d, "stale", RULE_NONE,
                "Neither the judged period nor the one before has an actual, though there once "
                "was one.");
    derive_result(d, arena_printf(d->arena, "%d", w->row->stale));
    for (size_t i = 0; i < d->plan->measures.count; i++) {
        const struct measure_result *r = &d->assessment->measures[i];
        struct period last;
        if (counts(w, r) && is_stale(w, r, &last)) {
            derive_other(d, r->measure->id,
                         arena_printf(d->arena, "last actual of %s", derive_period_text(d, last)),
                         r->measure->id);
        }
    }
}

static void standing_step(struct work *w, const char *figure, const char *words,
                          enum standing standing, int result) {
    struct deriving *d = &w->d;
    derive_step(d, figure, RULE_NONE, words);
    derive_result(d, arena_printf(d->arena, "%d", result));
    for (size_t i = 0; i < d->plan->measures.count; i++) {
        const struct measure_result *r = &d->assessment->measures[i];
        if (!counts(w, r) || standing_of(w, r) != standing) {
            continue;
        }
        const struct attestation *attestation = attested(w, r);
        derive_other(d, r->measure->id,
                     attestation ? arena_printf(d->arena, "by %s on %s", attestation->by,
                                                derive_date_text(d->arena, attestation->on))
                                 : "no attestation",
                     r->measure->id);
    }
}

/* Actuals of the fiscal year up to the judged period that carry a mark. */
static void values_step(struct work *w, const char *figure, const char *words, bool restated,
                        int result) {
    struct deriving *d = &w->d;
    derive_step(d, figure, RULE_NONE, words);
    derive_result(d, arena_printf(d->arena, "%d", result));
    for (size_t i = 0; i < d->plan->measures.count; i++) {
        const struct measure_result *r = &d->assessment->measures[i];
        if (!counts(w, r)) {
            continue;
        }
        struct period first, last;
        judge_year(period_last(d->assessment->period), r->measure->frequency,
                   &d->plan->organization.fiscal, &first, &last);
        for (size_t v = 0; v < r->measure->series[SERIES_ACTUAL].count; v++) {
            const struct value *value = &r->measure->series[SERIES_ACTUAL].items[v];
            bool marked = restated ? value->restated : value->provisional;
            if (marked && value->period.start >= first.start &&
                value->period.start <= r->period.start) {
                derive_other(d,
                             arena_printf(d->arena, "%s in %s", r->measure->id,
                                          derive_period_text(d, value->period)),
                             derive_decimal_text(d->arena, value->value), r->measure->id);
            }
        }
    }
}

static void measure_steps(struct work *w) {
    const struct trust_row *row = w->row;
    measures_step(w);
    actual_step(w);
    stale_step(w);
    standing_step(w, "attested", "Somebody stands for the actual as accurate.", STANDING_ATTESTED,
                  row->attested);
    standing_step(w, "estimated", "Somebody stands for the actual, as estimated or qualified.",
                  STANDING_ESTIMATED, row->estimated);
    standing_step(w, "unattested", "There is an actual, and nobody stands for it.",
                  STANDING_UNATTESTED, row->unattested);
    values_step(w, "restated",
                "Actuals of the fiscal year, up to the judged period, that were "
                "told anew.",
                true, row->restated);
    values_step(w, "provisional",
                "Actuals of the fiscal year, up to the judged period, that are not final.", false,
                row->provisional);
}

/* ---- initiatives ---- */

static bool runs(const struct work *w, const struct initiative_result *r) {
    const struct initiative *initiative = r->initiative;
    return initiative->state == STATE_ACTIVE && !initiative->closed &&
           owned(w, initiative->unit, initiative->owner);
}

static void initiatives_step(struct work *w) {
    struct deriving *d = &w->d;
    derive_step(d, "initiatives", RULE_NONE,
                "Those that are active and not closed, with the status their owner reports and "
                "the one that comes out.");
    derive_result(d, arena_printf(d->arena, "%d", w->row->initiatives));
    for (size_t i = 0; i < d->plan->initiatives.count; i++) {
        const struct initiative_result *r = &d->assessment->initiatives[i];
        if (runs(w, r)) {
            derive_other(
                d, arena_printf(d->arena, "%s %s", r->initiative->id, r->initiative->name),
                arena_printf(d->arena, "reported %s, comes out %s",
                             status_scored(r->reported) ? status_words(r->reported) : "nothing",
                             status_words(r->status)),
                r->initiative->id);
        }
    }
}

/* By how many bands each is reported better: as inputs, and as items for a formula. */
static struct formula *flattery(struct work *w, size_t *count) {
    struct deriving *d = &w->d;
    struct formula *items = arena_array(d->arena, d->plan->initiatives.count, sizeof *items);
    *count = 0;
    for (size_t i = 0; i < d->plan->initiatives.count; i++) {
        const struct initiative_result *r = &d->assessment->initiatives[i];
        if (runs(w, r) && r->flattery > 0) {
            items[(*count)++] = formula_whole(d->arena, r->flattery);
            derive_other(d, arena_printf(d->arena, "bands of %s", r->initiative->id),
                         arena_printf(d->arena, "%d", r->flattery), r->initiative->id);
        }
    }
    return items;
}

static void flattery_steps(struct work *w) {
    struct deriving *d = &w->d;
    size_t count;
    initiatives_step(w);
    derive_step(d, "reported better than they come out", RULE_NONE,
                "By how many bands: green instead of amber is one, green instead of red two.");
    struct formula *items = flattery(w, &count);
    derive_result(d, arena_printf(d->arena, "%d", w->row->disagreeing));
    if (count == 0) {
        return;
    }
    struct formula sum = items[0];
    for (size_t i = 1; i < count; i++) {
        sum = formula_add(d->arena, sum, items[i]);
    }
    derive_step(d, "bands reported better", RULE_NONE, "All of them added up.");
    derive_rounds(d, sum, decimal_of(w->row->bands));
    derive_step(d, "most bands reported better", RULE_NONE, "Those of the widest gap.");
    derive_rounds(d, formula_max(d->arena, items, count), decimal_of(w->row->widest));
}

const struct derivation *derivetrust(struct arena *arena, const struct assessment *assessment,
                                     const struct trust_row *row) {
    const char *id = "trust", *name = "All figures", *entity = "trust";
    if (row->unit) {
        id = arena_printf(arena, "%s/trust", row->unit->id);
        name = row->unit->name;
    } else if (row->owner) {
        id = name = row->owner;
        entity = "owner";
    }
    struct work w = {.d = derive_begin(arena, assessment, 0, entity, id, name), .row = row};
    w.d.out->place = row->unit ? row->unit->place : (struct place){0};
    w.d.out->answer =
        arena_printf(arena, "%s%s%s: %d of %d measures with an actual, %d attested as accurate", id,
                     row->owner ? "" : " ", row->owner ? "" : name, row->with_actual, row->measures,
                     row->attested);
    measure_steps(&w);
    if (row->initiatives > 0) {
        flattery_steps(&w);
    }
    return w.d.out;
}

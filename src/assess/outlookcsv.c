#include "assess/outlook.h"

#include "base/csvline.h"
#include <assert.h>

/* One row an objective, followed by one for each of its measures; a cell that has no meaning for a
 * kind of row stays empty. */
enum column {
    COLUMN_KIND,
    COLUMN_ID,
    COLUMN_OBJECTIVE,
    COLUMN_UNIT,
    COLUMN_NAME,
    COLUMN_GROUP,
    COLUMN_STATUS,
    COLUMN_FORECAST_STATUS,
    COLUMN_FORECAST_SCORE,
    COLUMN_WEIGHT,
    COLUMN_SHORTFALL,
    COLUMN_URGENCY,
    COLUMN_REASON,
    COLUMN_METHOD,
    COLUMN_EXPECTED,
    COLUMN_TARGET,
    COLUMN_GAP,
    COLUMN_GAP_PERCENT,
    COLUMN_NEED,
    COLUMN_OPEN,
    COLUMN_SO_FAR,
    COLUMN_LEAST,
    COLUMN_MOST,
    COLUMNS
};

static const char *number(struct arena *arena, bool known, struct decimal value) {
    char text[32];
    if (!known) {
        return NULL;
    }
    decimal_format(value, -1, text);
    return arena_strdup(arena, text);
}

static const char *fraction(struct arena *arena, const struct rational *value) {
    struct decimal rounded;
    if (!value) {
        return NULL;
    }
    bool fits = rational_round(value, DECIMAL_PLACES, &rounded);
    assert(fits); /* scores, shares, and the mean of figures that fit */
    return number(arena, true, rounded);
}

static const char *needed(struct arena *arena, const struct rational *value, bool up) {
    struct decimal rounded;
    bool fits = value && outlook_round(arena, value, DECIMAL_PLACES, up, &rounded);
    return fits ? number(arena, true, rounded) : NULL;
}

static void put_objective(const struct outlook_objective *o, struct textbuf *out) {
    struct arena *arena = out->arena;
    const struct objective_result *r = o->result;
    const char *cells[COLUMNS] = {[COLUMN_KIND] = "objective",
                                  [COLUMN_ID] = r->objective->id,
                                  [COLUMN_OBJECTIVE] = r->objective->id,
                                  [COLUMN_UNIT] = r->objective->unit->id,
                                  [COLUMN_NAME] = r->objective->name,
                                  [COLUMN_GROUP] = outlook_group_name(o->group),
                                  [COLUMN_STATUS] = status_name(r->status),
                                  [COLUMN_FORECAST_STATUS] = status_name(r->forecast_status),
                                  [COLUMN_FORECAST_SCORE] = fraction(arena, r->forecast_score),
                                  [COLUMN_WEIGHT] = fraction(arena, o->share),
                                  [COLUMN_SHORTFALL] = fraction(arena, o->shortfall),
                                  [COLUMN_URGENCY] = fraction(arena, o->urgency)};
    csvline(out, cells, COLUMNS);
}

static void put_measure(const struct outlook_objective *o, const struct outlook_measure *m,
                        struct textbuf *out) {
    struct arena *arena = out->arena;
    const struct measure_result *r = m->result;
    const char *cells[COLUMNS] = {
        [COLUMN_KIND] = "measure",
        [COLUMN_ID] = r->measure->id,
        [COLUMN_OBJECTIVE] = o->result->objective->id,
        [COLUMN_UNIT] = o->result->objective->unit->id,
        [COLUMN_NAME] = r->measure->name,
        [COLUMN_STATUS] = status_name(r->status),
        [COLUMN_FORECAST_STATUS] = status_name(r->forecast_status),
        [COLUMN_FORECAST_SCORE] = fraction(arena, r->forecast_score),
        [COLUMN_WEIGHT] = fraction(arena, m->weight),
        [COLUMN_REASON] = outlook_reason_name(m->reason),
        [COLUMN_METHOD] = assess_forecast_name(r->forecast_method),
        [COLUMN_EXPECTED] = number(arena, r->forecast_method != FORECAST_NONE, r->forecast),
        [COLUMN_TARGET] = number(arena, r->has_year_target, r->year_target),
        [COLUMN_GAP] = number(arena, m->has_gap, m->gap),
        [COLUMN_GAP_PERCENT] = number(arena, m->has_gap_percent, m->gap_percent),
        [COLUMN_NEED] = outlook_need_name(m->need),
        [COLUMN_OPEN] = number(arena, true, decimal_of(m->periods - m->have)),
        [COLUMN_SO_FAR] = fraction(arena, m->so_far),
        [COLUMN_LEAST] = needed(arena, m->least, true),
        [COLUMN_MOST] = needed(arena, m->most, false)};
    csvline(out, cells, COLUMNS);
}

void outlook_csv(const struct outlook *outlook, struct textbuf *out) {
    static const char *const titles[COLUMNS] = {"kind",
                                                "id",
                                                "objective",
                                                "unit",
                                                "name",
                                                "group",
                                                "status",
                                                "forecast_status",
                                                "forecast_score",
                                                "weight",
                                                "shortfall",
                                                "urgency",
                                                "reason",
                                                "method",
                                                "expected",
                                                "target",
                                                "gap",
                                                "gap_percent",
                                                "need",
                                                "open_periods",
                                                "so_far",
                                                "least",
                                                "most"};
    csvline(out, titles, COLUMNS);
    for (size_t i = 0; i < outlook->count; i++) {
        const struct outlook_objective *o = &outlook->objectives[i];
        put_objective(o, out);
        for (size_t k = 0; k < o->measure_count; k++) {
            put_measure(o, &o->measures[k], out);
        }
    }
}

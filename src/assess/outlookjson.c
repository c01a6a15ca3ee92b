#include "assess/outlook.h"

#include "assess/assesshead.h"
#include <assert.h>

static void put_rational(struct json *json, const char *key, const struct rational *value) {
    struct decimal rounded;
    if (!value) {
        json_null(json, key);
        return;
    }
    bool fits = rational_round(value, DECIMAL_PLACES, &rounded);
    assert(fits); /* scores, shares, and the mean of figures that fit */
    json_decimal(json, key, rounded);
}

static void put_needed(struct json *json, const char *key, const struct rational *value, bool up) {
    struct decimal rounded;
    if (value && outlook_round(json->out->arena, value, DECIMAL_PLACES, up, &rounded)) {
        json_decimal(json, key, rounded);
    } else {
        json_null(json, key);
    }
}

static void put_decimal(struct json *json, const char *key, bool known, struct decimal value) {
    if (known) {
        json_decimal(json, key, value);
    } else {
        json_null(json, key);
    }
}

static void put_measure(struct json *json, const struct outlook_measure *m) {
    const struct measure_result *r = m->result;
    json_open(json, NULL, '{');
    json_text(json, "id", r->measure->id);
    json_text(json, "name", r->measure->name);
    put_rational(json, "weight", m->weight);
    json_text(json, "status", status_name(r->status));
    json_text(json, "forecast_status", status_name(r->forecast_status));
    json_text(json, "reason", outlook_reason_name(m->reason));
    json_text(json, "method", assess_forecast_name(r->forecast_method));
    put_decimal(json, "expected", r->forecast_method != FORECAST_NONE, r->forecast);
    put_decimal(json, "target", r->has_year_target, r->year_target);
    put_decimal(json, "lower", m->has_band, m->lower);
    put_decimal(json, "upper", m->has_band, m->upper);
    put_decimal(json, "gap", m->has_gap, m->gap);
    put_decimal(json, "gap_percent", m->has_gap_percent, m->gap_percent);
    json_flag(json, "gap_in_points", m->gap_in_points);
    json_number(json, "periods", m->periods);
    json_number(json, "have", m->have);
    json_text(json, "need", outlook_need_name(m->need));
    put_rational(json, "so_far", m->so_far);
    put_needed(json, "least", m->least, true);
    put_needed(json, "most", m->most, false);
    if (m->has_hindsight) {
        json_open(json, "hindsight", '{');
        json_decimal(json, "foreseen", m->foreseen);
        json_decimal(json, "ended", m->ended);
        json_close(json);
    } else {
        json_null(json, "hindsight");
    }
    json_close(json);
}

static void put_objective(struct json *json, const struct outlook_objective *o) {
    const struct objective_result *r = o->result;
    json_open(json, NULL, '{');
    json_text(json, "id", r->objective->id);
    json_text(json, "unit", r->objective->unit->id);
    json_text(json, "name", r->objective->name);
    json_text(json, "group", outlook_group_name(o->group));
    json_text(json, "status", status_name(r->status));
    put_rational(json, "score", r->score.exact);
    json_text(json, "forecast_status", status_name(r->forecast_status));
    put_rational(json, "forecast_score", r->forecast_score);
    put_rational(json, "share", o->share);
    put_rational(json, "shortfall", o->shortfall);
    put_rational(json, "urgency", o->urgency);
    json_open(json, "supporters", '[');
    for (size_t i = 0; i < o->supporter_count; i++) {
        json_text(json, NULL, o->supporters[i]->objective->id);
    }
    json_close(json);
    json_open_lines(json, "measures", '[');
    for (size_t i = 0; i < o->measure_count; i++) {
        put_measure(json, &o->measures[i]);
    }
    json_close(json);
    json_close(json);
}

static void put_head(struct json *json, const struct outlook *o) {
    assesshead_json(json, o->assessment, NULL);
    json_text(json, "unit", o->unit ? o->unit->id : NULL);
    json_open(json, "summary", '{');
    json_number(json, "objectives", (int64_t)o->count);
    json_number(json, "off_track", (int64_t)o->red);
    json_number(json, "at_risk", (int64_t)o->amber);
    json_number(json, "on_target",
                (int64_t)(o->count - o->red - o->amber - o->groups[OUTLOOK_UNSAID]));
    json_number(json, "unsaid", (int64_t)o->groups[OUTLOOK_UNSAID]);
    json_number(json, "warnings", (int64_t)o->groups[OUTLOOK_WARNING]);
    json_number(json, "recovering", (int64_t)o->groups[OUTLOOK_RECOVERING]);
    json_close(json);
}

void outlook_json(const struct outlook *outlook, struct textbuf *out) {
    struct json json;
    json_init(&json, out);
    json_open_lines(&json, NULL, '{');
    put_head(&json, outlook);
    json_open_lines(&json, "objectives", '[');
    for (size_t i = 0; i < outlook->count; i++) {
        put_objective(&json, &outlook->objectives[i]);
    }
    json_close(&json);
    json_close(&json);
    textbuf_char(out, '\n');
}

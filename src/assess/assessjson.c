#include "assess/assess.h"
#include "assess/assessview.h"

/* One member or item after the other; a line each for the items of lists, so that two
 * assessments can be compared line by line. */
struct json {
    struct textbuf *out;
    const struct assessment *a;
    const struct unit *unit;
    bool first; /* of the members of an object */
};

static void key(struct json *j, const char *name) {
    if (!j->first) {
        textbuf_char(j->out, ',');
    }
    j->first = false;
    textbuf_json(j->out, name);
    textbuf_char(j->out, ':');
}

static void text(struct json *j, const char *name, const char *value) {
    key(j, name);
    textbuf_json(j->out, value);
}

static void number(struct json *j, const char *name, bool known, struct decimal value) {
    key(j, name);
    if (known) {
        textbuf_decimal(j->out, value);
    } else {
        textbuf_str(j->out, "null");
    }
}

static void count(struct json *j, const char *name, int value) {
    key(j, name);
    textbuf_int(j->out, value);
}

static void open_item(struct json *j, bool first) {
    textbuf_str(j->out, first ? "\n  {" : ",\n  {");
    j->first = true;
}

static void period(struct json *j, const char *name, struct period value) {
    key(j, name);
    if (!period_set(value)) {
        textbuf_str(j->out, "null");
        return;
    }
    char buffer[16];
    period_format(value, &j->a->plan->organization.fiscal, buffer);
    textbuf_json(j->out, buffer);
}

static void trend(struct json *j, const struct trend *trend, bool with_direction) {
    if (with_direction) {
        key(j, "direction");
        if (trend->direction == DIRECTION_UNKNOWN) {
            textbuf_str(j->out, "null");
        } else {
            textbuf_json(j->out, direction_name(trend->direction));
        }
    }
    key(j, "goodness");
    if (trend->goodness == GOODNESS_UNKNOWN) {
        textbuf_str(j->out, "null");
    } else {
        textbuf_json(j->out, goodness_name(trend->goodness));
    }
}

static void judged(struct json *j, enum status status, const struct score *score,
                   struct decimal coverage) {
    text(j, "status", status_name(status));
    number(j, "score", score->exact != NULL, score->rounded);
    number(j, "coverage", true, coverage);
}

static void write_workbook(struct json *j) {
    char date[11];
    date_format(j->a->as_of, date);
    textbuf_str(j->out, "{\"workbook\":{");
    j->first = true;
    text(j, "sha256", j->a->plan->digest);
    text(j, "as_of", date);
    period(j, "period", j->a->period);
    textbuf_str(j->out, "},\n");
}

static void write_units(struct json *j) {
    bool first = true;
    textbuf_str(j->out, " \"units\":[");
    for (size_t i = 0; i < j->a->plan->units.count; i++) {
        const struct group_result *r = &j->a->units[i];
        if (!assessview_shows(j->unit, r->unit)) {
            continue;
        }
        open_item(j, first);
        first = false;
        text(j, "id", r->unit->id);
        judged(j, r->status, &r->score, r->coverage);
        textbuf_str(j->out, ",\"tally\":{");
        j->first = true;
        count(j, "exceeds", r->tally.exceeds);
        count(j, "green", r->tally.green);
        count(j, "amber", r->tally.amber);
        count(j, "red", r->tally.red);
        count(j, "grey", r->tally.grey);
        textbuf_str(j->out, "}}");
    }
    textbuf_str(j->out, "],\n");
}

static void write_perspectives(struct json *j) {
    bool first = true;
    textbuf_str(j->out, " \"perspectives\":[");
    for (size_t i = 0; i < j->a->perspective_count; i++) {
        const struct group_result *r = &j->a->perspectives[i];
        if (!assessview_shows(j->unit, r->unit)) {
            continue;
        }
        open_item(j, first);
        first = false;
        text(j, "unit", r->unit->id);
        text(j, "id", r->perspective->id);
        judged(j, r->status, &r->score, r->coverage);
        textbuf_char(j->out, '}');
    }
    textbuf_str(j->out, "],\n");
}

static void write_objectives(struct json *j) {
    bool first = true;
    textbuf_str(j->out, " \"objectives\":[");
    for (size_t i = 0; i < j->a->plan->objectives.count; i++) {
        const struct objective_result *r = &j->a->objectives[i];
        if (!assessview_shows(j->unit, r->objective->unit)) {
            continue;
        }
        open_item(j, first);
        first = false;
        text(j, "id", r->objective->id);
        text(j, "unit", r->objective->unit->id);
        judged(j, r->status, &r->score, r->coverage);
        trend(j, &r->trend, false);
        textbuf_char(j->out, '}');
    }
    textbuf_str(j->out, "],\n");
}

static void write_measures(struct json *j) {
    bool first = true;
    textbuf_str(j->out, " \"measures\":[");
    for (size_t i = 0; i < j->a->plan->measures.count; i++) {
        const struct measure_result *r = &j->a->measures[i];
        struct decimal variance = decimal_micro(0);
        bool varies = assessview_variance(r, &variance);
        if (!assessview_shows(j->unit, assessview_measure_unit(r->measure))) {
            continue;
        }
        open_item(j, first);
        first = false;
        text(j, "id", r->measure->id);
        period(j, "period", r->period);
        number(j, "actual", r->has_actual, r->actual);
        number(j, "target", r->has_target, r->target);
        text(j, "status", status_name(r->status));
        number(j, "score", r->score.exact != NULL, r->score.rounded);
        number(j, "variance", varies, variance);
        trend(j, &r->trend, true);
        textbuf_char(j->out, '}');
    }
    textbuf_str(j->out, "],\n");
}

static void write_initiatives(struct json *j) {
    bool first = true;
    textbuf_str(j->out, " \"initiatives\":[");
    for (size_t i = 0; i < j->a->plan->initiatives.count; i++) {
        const struct initiative_result *r = &j->a->initiatives[i];
        if (!assessview_shows(j->unit, r->initiative->unit)) {
            continue;
        }
        open_item(j, first);
        first = false;
        text(j, "id", r->initiative->id);
        text(j, "status", status_name(r->status));
        text(j, "schedule", status_name(r->schedule));
        text(j, "budget", status_name(r->budget));
        text(j, "benefit", status_name(r->benefit));
        textbuf_char(j->out, '}');
    }
    textbuf_str(j->out, "],\n");
}

static void write_staffing(struct json *j) {
    const struct staffing_result *s = &j->a->staffing;
    textbuf_str(j->out, " \"staffing\":{\"processes\":[");
    for (size_t i = 0; i < j->a->plan->processes.count; i++) {
        const struct process_result *r = &s->processes[i];
        bool compared = r->verdict != STAFFING_NO_BENCHMARK;
        open_item(j, i == 0);
        text(j, "id", r->process->id);
        number(j, "planned", true, r->planned);
        number(j, "filled", true, r->filled);
        number(j, "min", r->process->benchmarked, r->process->fte_min);
        number(j, "max", r->process->benchmarked, r->process->fte_max);
        text(j, "verdict", assess_verdict_name(r->verdict));
        number(j, "gap", compared, r->gap);
        textbuf_char(j->out, '}');
    }
    textbuf_str(j->out, "],\n  \"total\":{");
    j->first = true;
    number(j, "planned", true, s->planned);
    number(j, "filled", true, s->filled);
    number(j, "min", s->has_total, s->total_min);
    number(j, "max", s->has_total, s->total_max);
    text(j, "verdict", assess_verdict_name(s->verdict));
    textbuf_str(j->out, "}}}\n");
}

void assess_json(const struct assessment *a, const struct unit *unit, struct textbuf *out) {
    struct json j = {.out = out, .a = a, .unit = unit};
    write_workbook(&j);
    write_units(&j);
    write_perspectives(&j);
    write_objectives(&j);
    write_measures(&j);
    write_initiatives(&j);
    write_staffing(&j);
}

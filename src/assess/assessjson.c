#include "assess/alignment.h"
#include "assess/assess.h"
#include "assess/assessview.h"
#include "assess/benefitstatus.h"
#include "assess/evidence.h"
#include "assess/scalefact.h"
#include "assess/signalwords.h"

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

static void flag(struct json *j, const char *name, bool value) {
    key(j, name);
    textbuf_str(j->out, value ? "true" : "false");
}

/* An id, or null for what is not of one entity. */
static void text_or_null(struct json *j, const char *name, const char *value) {
    if (value) {
        text(j, name, value);
    } else {
        key(j, name);
        textbuf_str(j->out, "null");
    }
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

/* How many children have which status. */
static void write_tally(struct json *j, const struct tally *tally) {
    textbuf_str(j->out, ",\"tally\":{");
    j->first = true;
    count(j, "exceeds", tally->exceeds);
    count(j, "green", tally->green);
    count(j, "amber", tally->amber);
    count(j, "red", tally->red);
    count(j, "grey", tally->grey);
    textbuf_char(j->out, '}');
    j->first = false;
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
        write_tally(j, &r->tally);
        textbuf_char(j->out, '}');
    }
    textbuf_str(j->out, "],\n");
}

/* Perspectives, or themes, of each unit that has objectives there. */
static void write_groups(struct json *j, const char *name, const struct group_result *groups,
                         size_t group_count) {
    bool first = true;
    textbuf_printf(j->out, " \"%s\":[", name);
    for (size_t i = 0; i < group_count; i++) {
        const struct group_result *r = &groups[i];
        if (!assessview_shows(j->unit, r->unit)) {
            continue;
        }
        open_item(j, first);
        first = false;
        text(j, "unit", r->unit->id);
        text(j, "id", r->theme ? r->theme->id : r->perspective->id);
        judged(j, r->status, &r->score, r->coverage);
        write_tally(j, &r->tally);
        textbuf_char(j->out, '}');
    }
    textbuf_str(j->out, "],\n");
}

/* What objectives below say: contributory ones are in the score, the others stand beside it. */
static void write_supporters(struct json *j, const struct objective *objective) {
    textbuf_str(j->out, ",\"supported_by\":[");
    for (size_t i = 0; i < objective->supported_by.count; i++) {
        const struct objective *child = objective->supported_by.items[i];
        const struct objective_result *r = assess_objective(j->a, child);
        const struct support *support = assessview_support(child, objective);
        if (i > 0) {
            textbuf_char(j->out, ',');
        }
        textbuf_char(j->out, '{');
        j->first = true;
        text(j, "id", child->id);
        text(j, "kind", assessview_support_name(support->kind));
        flag(j, "counted", support->kind == LINK_CONTRIBUTORY);
        judged(j, r->status, &r->score, r->coverage);
        textbuf_char(j->out, '}');
    }
    textbuf_char(j->out, ']');
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
        write_supporters(j, r->objective);
        write_tally(j, &r->tally);
        text(j, "forecast_status", status_name(r->forecast_status));
        text_or_null(j, "declared", r->declared ? status_name(r->declared_status) : NULL);
        textbuf_char(j->out, '}');
    }
    textbuf_str(j->out, "],\n");
}

/* How many of its periods the year to date has; null if the headline is the period's. */
static void year_to_date(struct json *j, const struct measure_result *r) {
    key(j, "year_to_date");
    if (r->ytd_due == 0) {
        textbuf_str(j->out, "null");
        return;
    }
    textbuf_printf(j->out, "{\"have\":%d,\"due\":%d}", r->ytd_have, r->ytd_due);
}

static void other_trend(struct json *j, const char *name, const struct trend *other) {
    key(j, name);
    textbuf_char(j->out, '{');
    j->first = true;
    trend(j, other, true);
    textbuf_char(j->out, '}');
    j->first = false;
}

/* For the end of the fiscal year. */
static void forecast(struct json *j, const struct measure_result *r) {
    bool known = r->forecast_method != FORECAST_NONE;
    key(j, "forecast");
    textbuf_char(j->out, '{');
    j->first = true;
    text(j, "method", assess_forecast_name(r->forecast_method));
    number(j, "value", known, r->forecast);
    number(j, "target", r->has_year_target, r->year_target);
    text(j, "status", status_name(r->forecast_status));
    textbuf_char(j->out, '}');
    j->first = false;
}

static void write_signal(struct json *j, const struct signal_result *chart,
                         const struct signal *signal, bool first) {
    textbuf_str(j->out, first ? "{" : ",{");
    j->first = true;
    text(j, "kind", signal_name(signal->kind));
    text(j, "side", signalwords_side(signal));
    period(j, "first", chart->points[signal->first].period);
    period(j, "last", chart->points[signal->last].period);
    count(j, "points", (int)(signal->last - signal->first + 1));
    flag(j, "now", signalwords_present(chart, signal));
    textbuf_char(j->out, '}');
}

/* What stands out in the run of its figures; null under 5 of them. */
static void signals(struct json *j, const struct signal_result *chart) {
    key(j, "signals");
    if (!chart) {
        textbuf_str(j->out, "null");
        return;
    }
    textbuf_char(j->out, '{');
    j->first = true;
    count(j, "points", (int)chart->count);
    flag(j, "trial", chart->trial);
    number(j, "mean", true, chart->mean);
    number(j, "range", true, chart->range);
    count(j, "dropped", (int)chart->dropped);
    number(j, "lower", true, chart->lower);
    number(j, "upper", true, chart->upper);
    key(j, "found");
    textbuf_char(j->out, '[');
    for (size_t i = 0; i < chart->signals.count; i++) {
        write_signal(j, chart, &chart->signals.items[i], i == 0);
    }
    textbuf_str(j->out, "]}");
    j->first = false;
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
        year_to_date(j, r);
        text(j, "status", status_name(r->status));
        number(j, "score", r->score.exact != NULL, r->score.rounded);
        number(j, "variance", varies, variance);
        trend(j, &r->trend, true);
        other_trend(j, "trend_year", &r->trend_year);
        other_trend(j, "trend_mean", &r->trend_mean);
        count(j, "consecutive", r->consecutive);
        period(j, "carried_from", r->carried);
        signals(j, j->a->signals[i]);
        forecast(j, r);
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

/* ---- what stands beside the statuses ---- */

static void write_benefits(struct json *j) {
    bool first = true;
    textbuf_str(j->out, " \"benefits\":[");
    for (size_t i = 0; i < j->a->plan->benefits.count; i++) {
        const struct benefit_result *r = &j->a->benefits[i];
        const struct benefit *benefit = r->benefit;
        if (!assessview_shows(j->unit, benefit->initiative->unit)) {
            continue;
        }
        open_item(j, first);
        first = false;
        text(j, "id", benefit->id);
        text(j, "initiative", benefit->initiative->id);
        text(j, "type", benefitstatus_type_name(benefit->type));
        period(j, "due", benefit->due);
        text(j, "status", status_name(r->status));
        number(j, "planned", benefit->planned.known, benefit->planned.value);
        number(j, "forecast", benefit->forecast.known, benefit->forecast.value);
        number(j, "realised", benefit->realised.known, benefit->realised.value);
        number(j, "percent", r->has_percent, r->percent);
        flag(j, "in_currency", r->in_currency);
        flag(j, "overdue", r->overdue);
        flag(j, "reconciled", r->reconciled);
        textbuf_char(j->out, '}');
    }
    textbuf_str(j->out, "],\n");
}

static void write_benefit_totals(struct json *j) {
    bool first = true;
    textbuf_str(j->out, " \"benefit_totals\":[");
    for (size_t i = 0; i < j->a->benefit_total_count; i++) {
        const struct benefit_total *total = &j->a->benefit_totals[i];
        const struct initiative *initiative = total->initiative;
        if (j->unit && (!initiative || !assessview_shows(j->unit, initiative->unit))) {
            continue;
        }
        open_item(j, first);
        first = false;
        text_or_null(j, "initiative", initiative ? initiative->id : NULL);
        text(j, "type", benefitstatus_type_name(total->type));
        count(j, "benefits", total->count);
        count(j, "in_other_units", total->other);
        number(j, "planned", total->count > 0, total->planned);
        number(j, "realised", total->realised_of > 0, total->realised);
        number(j, "expected", assessview_expected(total), total->expected);
        number(j, "percent", total->has_percent, total->percent);
        text(j, "status", status_name(total->status));
        count(j, "overdue", total->overdue);
        textbuf_char(j->out, '}');
    }
    textbuf_str(j->out, "],\n");
}

static void people_of(struct json *j, const char *name, const char *of, bool known,
                      struct decimal people, struct decimal whole) {
    number(j, name, known, people);
    number(j, of, known, whole);
}

static void write_alignment(struct json *j) {
    bool first = true;
    textbuf_str(j->out, " \"alignment\":[");
    for (size_t i = 0; i < j->a->plan->units.count; i++) {
        const struct alignment_result *r = &j->a->alignment[i];
        if (!assessview_shows(j->unit, r->unit)) {
            continue;
        }
        open_item(j, first);
        first = false;
        text(j, "unit", r->unit->id);
        count(j, "objectives", r->objectives);
        count(j, "traced", r->traced);
        number(j, "budget", r->has_budget, r->budget);
        number(j, "linked", r->has_budget, r->linked);
        number(j, "orphaned", r->has_budget, r->orphaned);
        period(j, "counted", r->counted);
        number(j, "headcount", r->has_headcount, r->headcount);
        people_of(j, "goals", "goals_of", r->has_goals, r->goals, r->goals_of);
        people_of(j, "incentives", "incentives_of", r->has_incentives, r->incentives,
                  r->incentives_of);
        people_of(j, "plans", "plans_of", r->has_plans, r->plans, r->plans_of);
        people_of(j, "aware", "aware_of", r->has_aware, r->aware, r->aware_of);
        number(j, "executive_hours", r->has_hours, r->hours);
        textbuf_char(j->out, '}');
    }
    textbuf_str(j->out, "],\n \"base_rates\":[");
    size_t rates;
    const struct alignment_rate *rate = alignment_rates(&rates);
    for (size_t i = 0; i < rates; i++) {
        open_item(j, i == 0);
        text(j, "key", rate[i].key);
        number(j, "percent", true, rate[i].percent);
        flag(j, "at_least", rate[i].at_least);
        text(j, "says", rate[i].says);
        text(j, "source", alignment_source());
        textbuf_char(j->out, '}');
    }
    textbuf_str(j->out, "],\n");
}

static void write_evidence(struct json *j) {
    if (!j->a->evidence) {
        return;
    }
    bool first = true;
    textbuf_str(j->out, " \"links\":[");
    for (size_t i = 0; i < j->a->plan->links.count; i++) {
        const struct evidence_result *r = &j->a->evidence[i];
        if (!evidence_concerns(r, j->unit)) {
            continue;
        }
        bool tested = r->verdict != FOUND_TOO_LITTLE;
        open_item(j, first);
        first = false;
        text(j, "from", r->link->from->id);
        text(j, "to", r->link->to->id);
        text(j, "sign", r->link->negative ? "-" : "+");
        text(j, "association", evidence_name(r->verdict));
        count(j, "lag_months", r->lag);
        flag(j, "lag_searched", r->searched);
        text(j, "step", r->step == FREQUENCY_NONE ? "none" : period_frequency_name(r->step));
        count(j, "points", r->points);
        number(j, "rho", tested, r->rho);
        number(j, "rho_of_moves", tested, r->moved);
        number(j, "p", tested, r->p);
        textbuf_char(j->out, '}');
    }
    textbuf_str(j->out, "],\n");
}

static void write_trust(struct json *j) {
    bool first = true;
    textbuf_str(j->out, " \"trust\":[");
    for (size_t i = 0; i < j->a->trust_count; i++) {
        const struct trust_row *row = &j->a->trust[i];
        if (j->unit && row->unit != j->unit) {
            continue;
        }
        open_item(j, first);
        first = false;
        text_or_null(j, "unit", row->unit ? row->unit->id : NULL);
        text_or_null(j, "owner", row->owner);
        count(j, "measures", row->measures);
        count(j, "with_actual", row->with_actual);
        count(j, "stale", row->stale);
        count(j, "attested", row->attested);
        count(j, "estimated", row->estimated);
        count(j, "unattested", row->unattested);
        count(j, "restated", row->restated);
        count(j, "provisional", row->provisional);
        count(j, "initiatives", row->initiatives);
        count(j, "disagreeing", row->disagreeing);
        count(j, "bands", row->bands);
        count(j, "widest", row->widest);
        textbuf_char(j->out, '}');
    }
    textbuf_str(j->out, "],\n");
}

/* ---- staffing ---- */

static void write_people(struct json *j) {
    const struct staffing_result *s = &j->a->staffing;
    textbuf_str(j->out, "],\n  \"people\":[");
    for (size_t i = 0; i < s->people_count; i++) {
        const struct person_result *person = &s->people[i];
        open_item(j, i == 0);
        text(j, "person", person->person);
        flag(j, "vacancy", person->vacancy);
        flag(j, "dotted", person->dotted);
        number(j, "total", true, person->total);
        textbuf_str(j->out, ",\"shares\":{");
        j->first = true;
        for (size_t p = 0; p < j->a->plan->processes.count; p++) {
            if (!decimal_zero(person->by_process[p])) {
                number(j, s->processes[p].process->id, true, person->by_process[p]);
            }
        }
        textbuf_str(j->out, "}}");
    }
}

static void write_phases(struct json *j) {
    const struct staffing_result *s = &j->a->staffing;
    textbuf_str(j->out, "],\n  \"phases\":[");
    for (size_t i = 0; i < s->phase_count; i++) {
        const struct phase_result *phase = &s->phases[i];
        open_item(j, i == 0);
        text_or_null(j, "phase", phase->phase);
        flag(j, "by_group", phase->by_group);
        number(j, "planned", true, phase->planned);
        number(j, "filled", true, phase->filled);
        number(j, "dotted", true, phase->dotted);
        number(j, "planned_so_far", true, phase->planned_so_far);
        number(j, "filled_so_far", true, phase->filled_so_far);
        number(j, "min", phase->has_band, phase->min);
        number(j, "max", phase->has_band, phase->max);
        text(j, "verdict", assess_verdict_name(phase->verdict));
        number(j, "gap", phase->has_band, phase->gap);
        textbuf_char(j->out, '}');
    }
}

static void write_scale(struct json *j) {
    size_t facts;
    const struct scalefact *fact = scalefact_all(&facts);
    textbuf_str(j->out, "],\n  \"for_scale\":[");
    for (size_t i = 0; i < facts; i++) {
        open_item(j, i == 0);
        text(j, "key", fact[i].key);
        text(j, "says", fact[i].says);
        number(j, "people", true, fact[i].people);
        count(j, "part_time", fact[i].part_time);
        number(j, "employees", fact[i].employees > 0, decimal_of(fact[i].employees));
        text(j, "source", fact[i].source);
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
    write_people(j);
    write_phases(j);
    write_scale(j);
    textbuf_str(j->out, "  \"reporting_line\":");
    textbuf_json(j->out, status_name(s->line_status));
    textbuf_str(j->out, ",\n  \"total\":{");
    j->first = true;
    number(j, "planned", true, s->planned);
    number(j, "filled", true, s->filled);
    number(j, "min", s->has_total, s->total_min);
    number(j, "max", s->has_total, s->total_max);
    text(j, "verdict", assess_verdict_name(s->verdict));
    number(j, "vacant", true, s->vacant);
    number(j, "dotted", true, s->dotted);
    number(j, "sum_min", true, s->sum_min);
    number(j, "sum_max", true, s->sum_max);
    text(j, "sum_verdict", assess_verdict_name(s->row_verdict));
    textbuf_str(j->out, "}}}\n");
}

void assess_json(const struct assessment *a, const struct unit *unit, struct textbuf *out) {
    struct json j = {.out = out, .a = a, .unit = unit};
    write_workbook(&j);
    write_units(&j);
    write_groups(&j, "perspectives", a->perspectives, a->perspective_count);
    write_groups(&j, "themes", a->themes, a->theme_count);
    write_objectives(&j);
    write_measures(&j);
    write_initiatives(&j);
    write_benefits(&j);
    write_benefit_totals(&j);
    write_alignment(&j);
    write_evidence(&j);
    write_trust(&j);
    write_staffing(&j);
}

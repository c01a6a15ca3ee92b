/* --emit=plan.  Declared in plan.h.  The digest of the plan is made of this text, so it holds every
 * field that any output depends on, and nothing that differs between export formats: no places, no
 * file name, numbers in their shortest form.
 *
 * One line for each entity: its kind, then name=value pairs; text is quoted as in JSON; what is
 * missing, empty or false is left out. */
#include "plan/dumpline.h"
#include "plan/plan.h"
#include "plan/plandumparound.h"

#include <string.h>

static const char *state_name(enum entity_state state) {
    static const char *const names[] = {"", "proposed", "retired", "not-applicable"};
    return names[state];
}

static const char *declared_name(enum declared_status status) {
    static const char *const names[] = {"", "green", "amber", "red"};
    return names[status];
}

/* ---- who reports ---- */

static void dump_organization(struct dumpline *d) {
    const struct organization *organization = &d->plan->organization;
    dumpline_begin(d, "organization");
    dumpline_word(d, "id", organization->id);
    dumpline_text(d, "name", organization->name);
    dumpline_text(d, "vision", organization->vision);
    dumpline_text(d, "mission", organization->mission);
    dumpline_text(d, "values", organization->values);
    dumpline_text(d, "description", organization->description);
    dumpline_text(d, "currency", organization->currency);
    dumpline_text(d, "language", organization->language);
    dumpline_int(d, "fiscal-start-month", organization->fiscal.start_month);
    dumpline_flag(d, "fiscal-year-named-by-start", organization->fiscal.named_by_start);
    dumpline_date(d, "as-of", organization->as_of);
    dumpline_period(d, "period", organization->period);
    dumpline_end(d);
}

static void dump_settings(struct dumpline *d) {
    static const char *const rollups[] = {"weighted", "worst", "majority"};
    static const char *const missing[] = {"exclude", "strict", "zero", "carry"};
    static const char *const lines[] = {"", "direct", "dotted", "two-below", "three-below"};
    static const char *const packets[] = {"",     "monthly-review", "pre-brief",
                                          "unit", "employee",       "owner"};
    const struct settings *settings = &d->plan->settings;
    dumpline_begin(d, "settings");
    dumpline_word(d, "rollup", rollups[settings->rollup]);
    dumpline_word(d, "missing", missing[settings->missing]);
    dumpline_int(d, "carry-periods", settings->carry_periods);
    dumpline_decimal(d, "tolerance", settings->tolerance);
    dumpline_flag(d, "in-points", settings->tolerance_in_points);
    dumpline_decimal(d, "minimum-coverage", settings->minimum_coverage);
    dumpline_word(d, "headline", settings->headline_ytd ? "ytd" : "period");
    dumpline_decimal(d, "dead-band", settings->dead_band);
    dumpline_word(d, "reporting-line", lines[settings->reporting_line]);
    dumpline_text(d, "classification", settings->classification);
    dumpline_text(d, "version", settings->version);
    dumpline_text(d, "prepared-by", settings->prepared_by);
    dumpline_date(d, "prepared-on", settings->prepared_on);
    dumpline_text(d, "reviewed-by", settings->reviewed_by);
    dumpline_date(d, "reviewed-on", settings->reviewed_on);
    dumpline_text(d, "approved-by", settings->approved_by);
    dumpline_date(d, "approved-on", settings->approved_on);
    dumpline_text(d, "meeting", settings->meeting);
    dumpline_date(d, "meeting-date", settings->meeting_date);
    dumpline_text(d, "meeting-time", settings->meeting_time);
    dumpline_text(d, "meeting-place", settings->meeting_place);
    dumpline_date(d, "next-meeting", settings->next_meeting);
    dumpline_word(d, "packet", packets[settings->packet_kind]);
    dumpline_int(d, "page-budget", settings->page_budget);
    dumpline_quantity(d, "total-min", d->plan->published_total_min);
    dumpline_quantity(d, "total-max", d->plan->published_total_max);
    dumpline_text(d, "total-source", d->plan->published_total_source);
    dumpline_end(d);
}

/* ---- the structure of the strategy ---- */

static void dump_units(struct dumpline *d) {
    static const char *const scorecards[] = {"", "none", "draft", "approved"};
    for (size_t i = 0; i < d->plan->units.count; i++) {
        const struct unit *unit = &d->plan->units.items[i];
        dumpline_begin(d, "unit");
        dumpline_word(d, "id", unit->id);
        dumpline_text(d, "name", unit->name);
        dumpline_word(d, "kind", plan_unit_kind_name(unit->kind));
        dumpline_unit(d, "parent", unit->parent);
        dumpline_int(d, "depth", unit->depth);
        dumpline_text(d, "head", unit->head);
        dumpline_quantity(d, "employees", unit->employees);
        if (unit->order)
            dumpline_int(d, "order", unit->order);
        dumpline_word(d, "scorecard", scorecards[unit->scorecard_status]);
        dumpline_text(d, "approved-by", unit->scorecard_approved_by);
        dumpline_date(d, "approved-on", unit->scorecard_approved_on);
        dumpline_text(d, "description", unit->description);
        dumpline_end(d);
    }
}

static void dump_perspectives(struct dumpline *d) {
    for (size_t i = 0; i < d->plan->perspectives.count; i++) {
        const struct perspective *perspective = &d->plan->perspectives.items[i];
        dumpline_begin(d, "perspective");
        dumpline_word(d, "id", perspective->id);
        dumpline_text(d, "name", perspective->name);
        dumpline_int(d, "order", perspective->order);
        dumpline_quantity(d, "weight", perspective->weight);
        dumpline_unit(d, "unit", perspective->unit);
        if (perspective->colour != UINT32_MAX)
            dumpline_int(d, "colour", perspective->colour);
        dumpline_text(d, "question", perspective->question);
        dumpline_text(d, "description", perspective->description);
        dumpline_end(d);
    }
    for (size_t i = 0; i < d->plan->themes.count; i++) {
        const struct theme *theme = &d->plan->themes.items[i];
        dumpline_begin(d, "theme");
        dumpline_word(d, "id", theme->id);
        dumpline_text(d, "name", theme->name);
        dumpline_unit(d, "unit", theme->unit);
        dumpline_text(d, "owner", theme->owner);
        dumpline_text(d, "description", theme->description);
        dumpline_end(d);
    }
}

static void dump_supports(struct dumpline *d, const struct objective *objective) {
    static const char *const kinds[] = {"identical", "contributory", "shared"};
    for (size_t i = 0; i < objective->supports.count; i++) {
        const struct support *support = &objective->supports.items[i];
        dumpline_begin(d, "  supports");
        dumpline_word(d, "objective", support->parent->id);
        dumpline_word(d, "kind", kinds[support->kind]);
        dumpline_quantity(d, "weight", support->weight);
        dumpline_end(d);
    }
}

static void dump_objectives(struct dumpline *d) {
    for (size_t i = 0; i < d->plan->objectives.count; i++) {
        const struct objective *objective = &d->plan->objectives.items[i];
        dumpline_begin(d, "objective");
        dumpline_word(d, "id", objective->id);
        dumpline_text(d, "name", objective->name);
        dumpline_unit(d, "unit", objective->unit);
        dumpline_word(d, "perspective", objective->perspective ? objective->perspective->id : "");
        dumpline_word(d, "theme", objective->theme ? objective->theme->id : "");
        if (objective->map_row)
            dumpline_int(d, "map-row", objective->map_row);
        if (objective->map_place)
            dumpline_int(d, "map-place", objective->map_place);
        dumpline_quantity(d, "weight", objective->weight);
        dumpline_flag(d, "critical", objective->critical);
        dumpline_word(d, "state", state_name(objective->state));
        dumpline_text(d, "owner", objective->owner);
        dumpline_date(d, "start", objective->start);
        dumpline_date(d, "end", objective->end);
        dumpline_text(d, "description", objective->description);
        dumpline_word(d, "declared", declared_name(objective->declared));
        dumpline_text(d, "declared-by", objective->declared_by);
        dumpline_text(d, "declared-reason", objective->declared_reason);
        dumpline_date(d, "declared-on", objective->declared_on);
        dumpline_date(d, "declared-expires", objective->declared_expires);
        dumpline_end(d);
        dump_supports(d, objective);
    }
}

static void dump_links(struct dumpline *d) {
    static const char *const strengths[] = {"weak", "medium", "strong"};
    static const char *const evidence[] = {"", "supported", "refuted"};
    for (size_t i = 0; i < d->plan->links.count; i++) {
        const struct link *link = &d->plan->links.items[i];
        dumpline_begin(d, "link");
        dumpline_word(d, "from", link->from->id);
        dumpline_word(d, "to", link->to->id);
        dumpline_word(d, "strength", strengths[link->strength]);
        dumpline_flag(d, "negative", link->negative);
        if (link->lag_given)
            dumpline_int(d, "lag-months", link->lag_months);
        dumpline_word(d, "evidence", evidence[link->evidence]);
        dumpline_text(d, "hypothesis", link->hypothesis);
        dumpline_end(d);
    }
}

/* ---- measurement ---- */

static void dump_thresholds(struct dumpline *d, const struct measure *measure) {
    static const char *const methods[] = {"absolute", "ratio", "deviation"};
    for (size_t i = 0; i < measure->thresholds.count; i++) {
        const struct threshold *threshold = &measure->thresholds.items[i];
        dumpline_begin(d, "  threshold");
        dumpline_date(d, "from", threshold->effective);
        dumpline_word(d, "method", methods[threshold->method]);
        dumpline_quantity(d, "red", threshold->red);
        dumpline_quantity(d, "stretch", threshold->stretch);
        dumpline_quantity(d, "worst", threshold->worst);
        dumpline_quantity(d, "lower", threshold->lower);
        dumpline_quantity(d, "upper", threshold->upper);
        dumpline_quantity(d, "margin", threshold->margin);
        dumpline_end(d);
    }
}

/* "  actual 2026-01=91.5 2026-02=92": r marks restated values, p provisional ones. A value's note,
 * author and day of entry follow it. */
static void dump_series(struct dumpline *d, const struct measure *measure, enum series series) {
    if (!measure->series[series].count)
        return;
    textbuf_str(d->out, "  ");
    dumpline_begin(d, plan_series_name(series));
    for (size_t i = 0; i < measure->series[series].count; i++) {
        const struct value *value = &measure->series[series].items[i];
        char period[16];
        period_format(value->period, &d->plan->organization.fiscal, period);
        dumpline_decimal(d, period, value->value);
        if (value->restated)
            textbuf_char(d->out, 'r');
        if (value->provisional)
            textbuf_char(d->out, 'p');
        if (plan_value_note(value)[0]) {
            textbuf_char(d->out, ' ');
            textbuf_json(d->out, plan_value_note(value));
        }
        dumpline_text(d, "by", plan_value_entered_by(value));
        dumpline_date(d, "on", plan_value_entered_on(value));
    }
    dumpline_end(d);
}

static void dump_measures(struct dumpline *d) {
    for (size_t i = 0; i < d->plan->measures.count; i++) {
        const struct measure *measure = &d->plan->measures.items[i];
        dumpline_begin(d, "measure");
        dumpline_word(d, "id", measure->id);
        dumpline_text(d, "name", measure->name);
        for (size_t j = 0; j < measure->objectives.count; j++)
            dumpline_word(d, "objective", measure->objectives.items[j]->id);
        dumpline_text(d, "unit-of-measure", measure->unit_of_measure);
        dumpline_int(d, "decimals", measure->decimals);
        dumpline_word(d, "polarity", plan_polarity_name(measure->polarity));
        dumpline_word(d, "frequency", period_frequency_name(measure->frequency));
        dumpline_word(d, "aggregation", plan_aggregation_name(measure->aggregation));
        dumpline_flag(d, "leading", measure->leading);
        dumpline_quantity(d, "weight", measure->weight);
        dumpline_quantity(d, "baseline", measure->baseline);
        dumpline_date(d, "baseline-date", measure->baseline_date);
        dumpline_word(d, "parent", measure->parent ? measure->parent->id : "");
        dumpline_quantity(d, "dead-band", measure->dead_band);
        dumpline_flag(d, "critical", measure->critical);
        dumpline_word(d, "state", state_name(measure->state));
        dumpline_text(d, "owner", measure->owner);
        dumpline_text(d, "data-source", measure->data_source);
        dumpline_text(d, "steward", measure->steward);
        dumpline_text(d, "definition", measure->definition);
        dumpline_end(d);
        dump_thresholds(d, measure);
        for (int series = 0; series < SERIES_COUNT; series++)
            dump_series(d, measure, (enum series)series);
    }
}

/* ---- initiatives ---- */

static void dump_milestones(struct dumpline *d, const struct initiative *initiative) {
    for (size_t i = 0; i < initiative->milestones.count; i++) {
        const struct milestone *milestone = initiative->milestones.items[i];
        dumpline_begin(d, "  milestone");
        dumpline_word(d, "id", milestone->id);
        dumpline_text(d, "name", milestone->name);
        dumpline_date(d, "due", milestone->due);
        dumpline_date(d, "forecast", milestone->forecast);
        dumpline_date(d, "done", milestone->done);
        dumpline_quantity(d, "weight", milestone->weight);
        dumpline_text(d, "owner", milestone->owner);
        dumpline_text(d, "description", milestone->description);
        dumpline_end(d);
    }
}

static void dump_initiatives(struct dumpline *d) {
    for (size_t i = 0; i < d->plan->initiatives.count; i++) {
        const struct initiative *initiative = &d->plan->initiatives.items[i];
        dumpline_begin(d, "initiative");
        dumpline_word(d, "id", initiative->id);
        dumpline_text(d, "name", initiative->name);
        dumpline_unit(d, "unit", initiative->unit);
        for (size_t j = 0; j < initiative->objectives.count; j++)
            dumpline_word(d, "objective", initiative->objectives.items[j]->id);
        dumpline_text(d, "owner", initiative->owner);
        dumpline_text(d, "sponsor", initiative->sponsor);
        dumpline_text(d, "programme", initiative->programme);
        dumpline_text(d, "priority", initiative->priority);
        dumpline_date(d, "start", initiative->start);
        dumpline_date(d, "end", initiative->end);
        dumpline_quantity(d, "budget", initiative->budget);
        dumpline_quantity(d, "spent", initiative->spent);
        dumpline_quantity(d, "forecast-cost", initiative->forecast_cost);
        dumpline_quantity(d, "done-percent", initiative->done_percent);
        dumpline_quantity(d, "staff", initiative->staff);
        dumpline_quantity(d, "benefit-planned", initiative->benefit_planned);
        dumpline_quantity(d, "benefit-forecast", initiative->benefit_forecast);
        dumpline_word(d, "self-reported", declared_name(initiative->self_reported));
        dumpline_word(d, "state", state_name(initiative->state));
        dumpline_flag(d, "cross-functional", initiative->cross_functional);
        dumpline_flag(d, "closed", initiative->closed);
        dumpline_flag(d, "on-hold", initiative->on_hold);
        dumpline_text(d, "description", initiative->description);
        dumpline_end(d);
        dump_milestones(d, initiative);
    }
}

/* ---- the office ---- */

static void dump_office(struct dumpline *d) {
    static const char *const roles[] = {"runs", "should-run", "integrates"};
    for (size_t i = 0; i < d->plan->processes.count; i++) {
        const struct process *process = &d->plan->processes.items[i];
        dumpline_begin(d, "process");
        dumpline_word(d, "id", process->id);
        dumpline_text(d, "name", process->name);
        dumpline_word(d, "group", plan_group_name(process->group));
        dumpline_word(d, "role", roles[process->role]);
        dumpline_text(d, "owner", process->owner);
        dumpline_text(d, "description", process->description);
        dumpline_flag(d, "out-of-scope", !process->in_scope);
        if (process->benchmarked) {
            dumpline_decimal(d, "fte-min", process->fte_min);
            dumpline_decimal(d, "fte-max", process->fte_max);
            dumpline_text(d, "source", process->benchmark_source);
        }
        dumpline_end(d);
    }
    for (size_t i = 0; i < d->plan->staffing.count; i++) {
        const struct staffing *share = &d->plan->staffing.items[i];
        dumpline_begin(d, "share");
        dumpline_text(d, "person", share->person);
        dumpline_word(d, "process", share->process->id);
        dumpline_decimal(d, "fte", share->fte);
        dumpline_flag(d, share->planned ? "planned" : "vacant", !share->filled);
        dumpline_flag(d, "dotted", share->dotted);
        dumpline_date(d, "from", share->from);
        dumpline_date(d, "to", share->to);
        dumpline_text(d, "basis", share->basis);
        dumpline_text(d, "phase", share->phase);
        dumpline_unit(d, "unit", share->unit);
        dumpline_end(d);
    }
}

/* ---- follow-up ---- */

static void dump_actions(struct dumpline *d) {
    static const char *const statuses[] = {"open", "done", "dropped"};
    for (size_t i = 0; i < d->plan->actions.count; i++) {
        const struct action *action = &d->plan->actions.items[i];
        dumpline_begin(d, "action");
        dumpline_word(d, "id", action->id);
        dumpline_text(d, "name", action->name);
        dumpline_text(d, "owner", action->owner);
        dumpline_word(d, "status", statuses[action->status]);
        dumpline_date(d, "raised", action->raised);
        dumpline_date(d, "due", action->due);
        dumpline_date(d, "closed", action->closed);
        dumpline_word(d, "meeting", action->meeting);
        dumpline_word(d, "linked", action->linked_id);
        dumpline_text(d, "outcome", action->outcome);
        dumpline_end(d);
    }
    for (size_t i = 0; i < d->plan->decisions.count; i++) {
        const struct decision *decision = &d->plan->decisions.items[i];
        dumpline_begin(d, "decision");
        dumpline_word(d, "id", decision->id);
        dumpline_text(d, "name", decision->name);
        dumpline_date(d, "date", decision->date);
        dumpline_text(d, "decided-by", decision->decided_by);
        dumpline_word(d, "meeting", decision->meeting);
        dumpline_word(d, "linked", decision->linked_id);
        dumpline_date(d, "review-by", decision->review_by);
        dumpline_text(d, "rationale", decision->rationale);
        dumpline_end(d);
    }
}

static void dump_commentaries(struct dumpline *d) {
    static const char *const kinds[] = {"analysis", "recommendation", "executive"};
    for (size_t i = 0; i < d->plan->commentaries.count; i++) {
        const struct commentary *commentary = &d->plan->commentaries.items[i];
        dumpline_begin(d, "commentary");
        dumpline_word(d, "linked", commentary->linked_id);
        dumpline_period(d, "period", commentary->period);
        dumpline_word(d, "kind", kinds[commentary->kind]);
        dumpline_text(d, "author", commentary->author);
        dumpline_date(d, "date", commentary->date);
        dumpline_text(d, "analysis", commentary->analysis);
        dumpline_text(d, "cause", commentary->cause);
        dumpline_text(d, "recommended-action", commentary->recommended_action);
        dumpline_text(d, "outlook", commentary->outlook);
        dumpline_end(d);
    }
}

void plan_dump(const struct plan *plan, struct textbuf *out) {
    struct dumpline d = {.out = out, .plan = plan};
    dump_organization(&d);
    dump_settings(&d);
    dump_units(&d);
    dump_perspectives(&d);
    dump_objectives(&d);
    dump_links(&d);
    dump_measures(&d);
    dump_initiatives(&d);
    dump_office(&d);
    dump_actions(&d);
    dump_commentaries(&d);
    plandumparound(&d);
}

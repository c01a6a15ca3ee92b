/* --emit=plan.  Declared in plan.h.  The digest of the plan is made of this text, so it holds every
 * field that any output depends on, and nothing that differs between export formats: no places, no
 * file name, numbers in their shortest form.
 *
 * One line for each entity: its kind, then name=value pairs; text is quoted as in JSON; what is
 * missing, empty or false is left out. */
#include "plan/plan.h"

#include <string.h>

struct dump {
    struct textbuf *out;
    const struct plan *plan;
};

static void begin(struct dump *d, const char *kind) {
    textbuf_str(d->out, kind);
}

static void end(struct dump *d) {
    textbuf_char(d->out, '\n');
}

static void put_name(struct dump *d, const char *name) {
    textbuf_char(d->out, ' ');
    textbuf_str(d->out, name);
    textbuf_char(d->out, '=');
}

static void put_text(struct dump *d, const char *name, const char *text) {
    if (!text || !text[0])
        return;
    put_name(d, name);
    textbuf_json(d->out, text);
}

static void put_word(struct dump *d, const char *name, const char *word) {
    if (!word || !word[0])
        return;
    put_name(d, name);
    textbuf_str(d->out, word);
}

static void put_flag(struct dump *d, const char *name, bool flag) {
    if (flag) {
        textbuf_char(d->out, ' ');
        textbuf_str(d->out, name);
    }
}

static void put_int(struct dump *d, const char *name, int64_t number) {
    put_name(d, name);
    textbuf_int(d->out, number);
}

static void put_decimal(struct dump *d, const char *name, struct decimal number) {
    put_name(d, name);
    textbuf_decimal(d->out, number);
}

static void put_quantity(struct dump *d, const char *name, struct quantity quantity) {
    if (quantity.known)
        put_decimal(d, name, quantity.value);
}

static void put_date(struct dump *d, const char *name, struct date date) {
    if (!date_set(date))
        return;
    char text[11];
    date_format(date, text);
    put_word(d, name, text);
}

static void put_period(struct dump *d, const char *name, struct period period) {
    if (!period_set(period))
        return;
    char text[16];
    period_format(period, &d->plan->organization.fiscal, text);
    put_word(d, name, text);
}

static const char *state_name(enum entity_state state) {
    static const char *const names[] = {"", "proposed", "retired", "not-applicable"};
    return names[state];
}

static const char *declared_name(enum declared_status status) {
    static const char *const names[] = {"", "green", "amber", "red"};
    return names[status];
}

static const char *unit_id(const struct unit *unit) {
    return unit ? unit->id : "";
}

/* ---- who reports ---- */

static void dump_organization(struct dump *d) {
    const struct organization *organization = &d->plan->organization;
    begin(d, "organization");
    put_word(d, "id", organization->id);
    put_text(d, "name", organization->name);
    put_text(d, "vision", organization->vision);
    put_text(d, "mission", organization->mission);
    put_text(d, "values", organization->values);
    put_text(d, "currency", organization->currency);
    put_text(d, "language", organization->language);
    put_int(d, "fiscal-start-month", organization->fiscal.start_month);
    put_flag(d, "fiscal-year-named-by-start", organization->fiscal.named_by_start);
    put_date(d, "as-of", organization->as_of);
    put_period(d, "period", organization->period);
    end(d);
}

static void dump_settings(struct dump *d) {
    static const char *const rollups[] = {"weighted", "worst", "majority"};
    static const char *const missing[] = {"exclude", "strict", "zero", "carry"};
    static const char *const lines[] = {"", "direct", "dotted", "two-below", "three-below"};
    const struct settings *settings = &d->plan->settings;
    begin(d, "settings");
    put_word(d, "rollup", rollups[settings->rollup]);
    put_word(d, "missing", missing[settings->missing]);
    put_int(d, "carry-periods", settings->carry_periods);
    put_decimal(d, "tolerance", settings->tolerance);
    put_flag(d, "in-points", settings->tolerance_in_points);
    put_decimal(d, "minimum-coverage", settings->minimum_coverage);
    put_word(d, "headline", settings->headline_ytd ? "ytd" : "period");
    put_decimal(d, "dead-band", settings->dead_band);
    put_word(d, "reporting-line", lines[settings->reporting_line]);
    put_text(d, "classification", settings->classification);
    put_text(d, "version", settings->version);
    put_text(d, "prepared-by", settings->prepared_by);
    put_text(d, "reviewed-by", settings->reviewed_by);
    put_text(d, "approved-by", settings->approved_by);
    put_text(d, "meeting", settings->meeting);
    put_date(d, "meeting-date", settings->meeting_date);
    put_text(d, "meeting-time", settings->meeting_time);
    put_text(d, "meeting-place", settings->meeting_place);
    put_date(d, "next-meeting", settings->next_meeting);
    put_int(d, "page-budget", settings->page_budget);
    put_quantity(d, "total-min", d->plan->published_total_min);
    put_quantity(d, "total-max", d->plan->published_total_max);
    put_text(d, "total-source", d->plan->published_total_source);
    end(d);
}

/* ---- the structure of the strategy ---- */

static void dump_units(struct dump *d) {
    for (size_t i = 0; i < d->plan->units.count; i++) {
        const struct unit *unit = &d->plan->units.items[i];
        begin(d, "unit");
        put_word(d, "id", unit->id);
        put_text(d, "name", unit->name);
        put_word(d, "kind", plan_unit_kind_name(unit->kind));
        put_word(d, "parent", unit_id(unit->parent));
        put_int(d, "depth", unit->depth);
        put_text(d, "head", unit->head);
        end(d);
    }
}

static void dump_perspectives(struct dump *d) {
    for (size_t i = 0; i < d->plan->perspectives.count; i++) {
        const struct perspective *perspective = &d->plan->perspectives.items[i];
        begin(d, "perspective");
        put_word(d, "id", perspective->id);
        put_text(d, "name", perspective->name);
        put_int(d, "order", perspective->order);
        put_quantity(d, "weight", perspective->weight);
        put_word(d, "unit", unit_id(perspective->unit));
        if (perspective->colour != UINT32_MAX)
            put_int(d, "colour", perspective->colour);
        put_text(d, "question", perspective->question);
        end(d);
    }
    for (size_t i = 0; i < d->plan->themes.count; i++) {
        const struct theme *theme = &d->plan->themes.items[i];
        begin(d, "theme");
        put_word(d, "id", theme->id);
        put_text(d, "name", theme->name);
        put_word(d, "unit", unit_id(theme->unit));
        put_text(d, "owner", theme->owner);
        end(d);
    }
}

static void dump_supports(struct dump *d, const struct objective *objective) {
    static const char *const kinds[] = {"identical", "contributory", "shared"};
    for (size_t i = 0; i < objective->supports.count; i++) {
        const struct support *support = &objective->supports.items[i];
        begin(d, "  supports");
        put_word(d, "objective", support->parent->id);
        put_word(d, "kind", kinds[support->kind]);
        put_quantity(d, "weight", support->weight);
        end(d);
    }
}

static void dump_objectives(struct dump *d) {
    for (size_t i = 0; i < d->plan->objectives.count; i++) {
        const struct objective *objective = &d->plan->objectives.items[i];
        begin(d, "objective");
        put_word(d, "id", objective->id);
        put_text(d, "name", objective->name);
        put_word(d, "unit", unit_id(objective->unit));
        put_word(d, "perspective", objective->perspective ? objective->perspective->id : "");
        put_word(d, "theme", objective->theme ? objective->theme->id : "");
        put_quantity(d, "weight", objective->weight);
        put_flag(d, "critical", objective->critical);
        put_word(d, "state", state_name(objective->state));
        put_text(d, "owner", objective->owner);
        put_text(d, "description", objective->description);
        put_word(d, "declared", declared_name(objective->declared));
        put_text(d, "declared-by", objective->declared_by);
        put_text(d, "declared-reason", objective->declared_reason);
        put_date(d, "declared-on", objective->declared_on);
        put_date(d, "declared-expires", objective->declared_expires);
        end(d);
        dump_supports(d, objective);
    }
}

static void dump_links(struct dump *d) {
    static const char *const strengths[] = {"weak", "medium", "strong"};
    for (size_t i = 0; i < d->plan->links.count; i++) {
        const struct link *link = &d->plan->links.items[i];
        begin(d, "link");
        put_word(d, "from", link->from->id);
        put_word(d, "to", link->to->id);
        put_word(d, "strength", strengths[link->strength]);
        put_flag(d, "negative", link->negative);
        if (link->lag_months)
            put_int(d, "lag-months", link->lag_months);
        put_text(d, "hypothesis", link->hypothesis);
        end(d);
    }
}

/* ---- measurement ---- */

static void dump_thresholds(struct dump *d, const struct measure *measure) {
    static const char *const methods[] = {"absolute", "ratio", "deviation"};
    for (size_t i = 0; i < measure->thresholds.count; i++) {
        const struct threshold *threshold = &measure->thresholds.items[i];
        begin(d, "  threshold");
        put_date(d, "from", threshold->effective);
        put_word(d, "method", methods[threshold->method]);
        put_quantity(d, "red", threshold->red);
        put_quantity(d, "stretch", threshold->stretch);
        put_quantity(d, "worst", threshold->worst);
        put_quantity(d, "lower", threshold->lower);
        put_quantity(d, "upper", threshold->upper);
        put_quantity(d, "margin", threshold->margin);
        end(d);
    }
}

/* "  actual 2026-01=91.5 2026-02=92": r marks restated values, p provisional ones. */
static void dump_series(struct dump *d, const struct measure *measure, enum series series) {
    if (!measure->series[series].count)
        return;
    textbuf_str(d->out, "  ");
    begin(d, plan_series_name(series));
    for (size_t i = 0; i < measure->series[series].count; i++) {
        const struct value *value = &measure->series[series].items[i];
        char period[16];
        period_format(value->period, &d->plan->organization.fiscal, period);
        put_decimal(d, period, value->value);
        if (value->restated)
            textbuf_char(d->out, 'r');
        if (value->provisional)
            textbuf_char(d->out, 'p');
        if (value->note[0]) {
            textbuf_char(d->out, ' ');
            textbuf_json(d->out, value->note);
        }
    }
    end(d);
}

static void dump_measures(struct dump *d) {
    for (size_t i = 0; i < d->plan->measures.count; i++) {
        const struct measure *measure = &d->plan->measures.items[i];
        begin(d, "measure");
        put_word(d, "id", measure->id);
        put_text(d, "name", measure->name);
        for (size_t j = 0; j < measure->objectives.count; j++)
            put_word(d, "objective", measure->objectives.items[j]->id);
        put_text(d, "unit-of-measure", measure->unit_of_measure);
        put_int(d, "decimals", measure->decimals);
        put_word(d, "polarity", plan_polarity_name(measure->polarity));
        put_word(d, "frequency", period_frequency_name(measure->frequency));
        put_word(d, "aggregation", plan_aggregation_name(measure->aggregation));
        put_flag(d, "leading", measure->leading);
        put_quantity(d, "weight", measure->weight);
        put_quantity(d, "baseline", measure->baseline);
        put_quantity(d, "dead-band", measure->dead_band);
        put_flag(d, "critical", measure->critical);
        put_word(d, "state", state_name(measure->state));
        put_text(d, "owner", measure->owner);
        put_text(d, "data-source", measure->data_source);
        put_text(d, "steward", measure->steward);
        put_text(d, "definition", measure->definition);
        end(d);
        dump_thresholds(d, measure);
        for (int series = 0; series < SERIES_COUNT; series++)
            dump_series(d, measure, (enum series)series);
    }
}

/* ---- initiatives ---- */

static void dump_milestones(struct dump *d, const struct initiative *initiative) {
    for (size_t i = 0; i < initiative->milestones.count; i++) {
        const struct milestone *milestone = initiative->milestones.items[i];
        begin(d, "  milestone");
        put_word(d, "id", milestone->id);
        put_text(d, "name", milestone->name);
        put_date(d, "due", milestone->due);
        put_date(d, "forecast", milestone->forecast);
        put_date(d, "done", milestone->done);
        put_quantity(d, "weight", milestone->weight);
        put_text(d, "owner", milestone->owner);
        end(d);
    }
}

static void dump_initiatives(struct dump *d) {
    for (size_t i = 0; i < d->plan->initiatives.count; i++) {
        const struct initiative *initiative = &d->plan->initiatives.items[i];
        begin(d, "initiative");
        put_word(d, "id", initiative->id);
        put_text(d, "name", initiative->name);
        put_word(d, "unit", unit_id(initiative->unit));
        for (size_t j = 0; j < initiative->objectives.count; j++)
            put_word(d, "objective", initiative->objectives.items[j]->id);
        put_text(d, "owner", initiative->owner);
        put_text(d, "sponsor", initiative->sponsor);
        put_text(d, "programme", initiative->programme);
        put_date(d, "start", initiative->start);
        put_date(d, "end", initiative->end);
        put_quantity(d, "budget", initiative->budget);
        put_quantity(d, "spent", initiative->spent);
        put_quantity(d, "forecast-cost", initiative->forecast_cost);
        put_quantity(d, "done-percent", initiative->done_percent);
        put_quantity(d, "staff", initiative->staff);
        put_quantity(d, "benefit-planned", initiative->benefit_planned);
        put_quantity(d, "benefit-forecast", initiative->benefit_forecast);
        put_word(d, "self-reported", declared_name(initiative->self_reported));
        put_word(d, "state", state_name(initiative->state));
        put_flag(d, "cross-functional", initiative->cross_functional);
        put_flag(d, "closed", initiative->closed);
        end(d);
        dump_milestones(d, initiative);
    }
}

/* ---- the office ---- */

static void dump_office(struct dump *d) {
    static const char *const roles[] = {"runs", "should-run", "integrates"};
    for (size_t i = 0; i < d->plan->processes.count; i++) {
        const struct process *process = &d->plan->processes.items[i];
        begin(d, "process");
        put_word(d, "id", process->id);
        put_text(d, "name", process->name);
        put_word(d, "group", plan_group_name(process->group));
        put_word(d, "role", roles[process->role]);
        put_text(d, "owner", process->owner);
        put_flag(d, "out-of-scope", !process->in_scope);
        if (process->benchmarked) {
            put_decimal(d, "fte-min", process->fte_min);
            put_decimal(d, "fte-max", process->fte_max);
            put_text(d, "source", process->benchmark_source);
        }
        end(d);
    }
    for (size_t i = 0; i < d->plan->staffing.count; i++) {
        const struct staffing *share = &d->plan->staffing.items[i];
        begin(d, "share");
        put_text(d, "person", share->person);
        put_word(d, "process", share->process->id);
        put_decimal(d, "fte", share->fte);
        put_flag(d, "vacant", !share->filled);
        put_flag(d, "dotted", share->dotted);
        put_date(d, "from", share->from);
        put_date(d, "to", share->to);
        put_text(d, "basis", share->basis);
        put_text(d, "phase", share->phase);
        put_word(d, "unit", unit_id(share->unit));
        end(d);
    }
}

/* ---- follow-up ---- */

static void dump_actions(struct dump *d) {
    static const char *const statuses[] = {"open", "done", "dropped"};
    for (size_t i = 0; i < d->plan->actions.count; i++) {
        const struct action *action = &d->plan->actions.items[i];
        begin(d, "action");
        put_word(d, "id", action->id);
        put_text(d, "name", action->name);
        put_text(d, "owner", action->owner);
        put_word(d, "status", statuses[action->status]);
        put_date(d, "raised", action->raised);
        put_date(d, "due", action->due);
        put_date(d, "closed", action->closed);
        put_word(d, "meeting", action->meeting);
        put_word(d, "linked", action->linked_id);
        put_text(d, "outcome", action->outcome);
        end(d);
    }
    for (size_t i = 0; i < d->plan->decisions.count; i++) {
        const struct decision *decision = &d->plan->decisions.items[i];
        begin(d, "decision");
        put_word(d, "id", decision->id);
        put_text(d, "name", decision->name);
        put_date(d, "date", decision->date);
        put_text(d, "decided-by", decision->decided_by);
        put_word(d, "meeting", decision->meeting);
        put_word(d, "linked", decision->linked_id);
        put_date(d, "review-by", decision->review_by);
        put_text(d, "rationale", decision->rationale);
        end(d);
    }
}

static void dump_commentaries(struct dump *d) {
    static const char *const kinds[] = {"analysis", "recommendation", "executive"};
    for (size_t i = 0; i < d->plan->commentaries.count; i++) {
        const struct commentary *commentary = &d->plan->commentaries.items[i];
        begin(d, "commentary");
        put_word(d, "linked", commentary->linked_id);
        put_period(d, "period", commentary->period);
        put_word(d, "kind", kinds[commentary->kind]);
        put_text(d, "author", commentary->author);
        put_date(d, "date", commentary->date);
        put_text(d, "analysis", commentary->analysis);
        put_text(d, "cause", commentary->cause);
        put_text(d, "recommended-action", commentary->recommended_action);
        put_text(d, "outlook", commentary->outlook);
        end(d);
    }
}

void plan_dump(const struct plan *plan, struct textbuf *out) {
    struct dump d = {.out = out, .plan = plan};
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
}

#include "plan/plandumparound.h"

/* Ids of what may be missing where its reference was reported. */
static const char *initiative_id(const struct initiative *initiative) {
    return initiative ? initiative->id : "";
}

static const char *measure_id(const struct measure *measure) {
    return measure ? measure->id : "";
}

static const char *objective_id(const struct objective *objective) {
    return objective ? objective->id : "";
}

static const char *meeting_id(const struct meeting *meeting) {
    return meeting ? meeting->id : "";
}

static void put_level(struct dumpline *d, const char *name, int level) {
    if (level)
        dumpline_int(d, name, level);
}

/* ---- money ---- */

static void dump_benefits(struct dumpline *d) {
    static const char *const types[] = {"cashable", "non-cashable", "non-financial"};
    for (size_t i = 0; i < d->plan->benefits.count; i++) {
        const struct benefit *benefit = &d->plan->benefits.items[i];
        dumpline_begin(d, "benefit");
        dumpline_word(d, "id", benefit->id);
        dumpline_text(d, "name", benefit->name);
        dumpline_word(d, "initiative", initiative_id(benefit->initiative));
        dumpline_word(d, "measure", measure_id(benefit->measure));
        dumpline_word(d, "type", types[benefit->type]);
        dumpline_period(d, "due", benefit->due);
        dumpline_quantity(d, "planned", benefit->planned);
        dumpline_quantity(d, "forecast", benefit->forecast);
        dumpline_quantity(d, "realised", benefit->realised);
        dumpline_text(d, "unit-of-value", benefit->unit_of_value);
        dumpline_text(d, "owner", benefit->owner);
        dumpline_text(d, "evidence", benefit->evidence);
        dumpline_text(d, "reconciled-by", benefit->reconciled_by);
        dumpline_date(d, "reconciled-on", benefit->reconciled_on);
        dumpline_end(d);
    }
}

static void dump_budget_lines(struct dumpline *d) {
    static const char *const kinds[] = {"operating", "capital", "strategic"};
    for (size_t i = 0; i < d->plan->budget_lines.count; i++) {
        const struct budget_line *line = &d->plan->budget_lines.items[i];
        dumpline_begin(d, "budget-line");
        dumpline_word(d, "id", line->id);
        dumpline_text(d, "name", line->name);
        dumpline_unit(d, "unit", line->unit);
        dumpline_decimal(d, "amount", line->amount);
        dumpline_word(d, "kind", kinds[line->kind]);
        dumpline_word(d, "linked", line->linked_id);
        dumpline_end(d);
    }
}

/* ---- risks ---- */

static void dump_controls(struct dumpline *d, const struct risk *risk) {
    static const char *const types[] = {"", "preventive", "detective", "corrective"};
    static const char *const effects[] = {"not-tested", "effective", "partial", "ineffective"};
    for (size_t i = 0; i < risk->controls.count; i++) {
        const struct control *control = risk->controls.items[i];
        dumpline_begin(d, "  control");
        dumpline_word(d, "id", control->id);
        dumpline_text(d, "name", control->name);
        dumpline_word(d, "type", types[control->type]);
        dumpline_word(d, "effectiveness", effects[control->effectiveness]);
        dumpline_date(d, "last-tested", control->last_tested);
        dumpline_text(d, "owner", control->owner);
        dumpline_end(d);
    }
}

static void dump_risks(struct dumpline *d) {
    static const char *const trends[] = {"", "rising", "steady", "falling"};
    static const char *const responses[] = {"", "treat", "tolerate", "transfer", "terminate"};
    for (size_t i = 0; i < d->plan->risks.count; i++) {
        const struct risk *risk = &d->plan->risks.items[i];
        dumpline_begin(d, "risk");
        dumpline_word(d, "id", risk->id);
        dumpline_text(d, "name", risk->name);
        for (size_t j = 0; j < risk->objectives.count; j++)
            dumpline_word(d, "objective", risk->objectives.items[j]->id);
        put_level(d, "inherent-likelihood", risk->inherent_likelihood);
        put_level(d, "inherent-impact", risk->inherent_impact);
        put_level(d, "residual-likelihood", risk->residual_likelihood);
        put_level(d, "residual-impact", risk->residual_impact);
        put_level(d, "appetite", risk->appetite);
        dumpline_word(d, "trend", trends[risk->trend]);
        dumpline_word(d, "response", responses[risk->response]);
        dumpline_date(d, "review", risk->review);
        dumpline_flag(d, "closed", risk->closed);
        dumpline_text(d, "category", risk->category);
        dumpline_text(d, "owner", risk->owner);
        dumpline_text(d, "cause", risk->cause);
        dumpline_text(d, "consequence", risk->consequence);
        dumpline_end(d);
        dump_controls(d, risk);
    }
}

/* ---- meetings ---- */

static void dump_agenda(struct dumpline *d, const struct meeting *meeting) {
    static const char *const purposes[] = {"decide", "discuss", "note", "consent"};
    for (size_t i = 0; i < meeting->agenda.count; i++) {
        const struct agenda_item *item = meeting->agenda.items[i];
        dumpline_begin(d, "  item");
        dumpline_int(d, "number", item->number);
        dumpline_text(d, "name", item->name);
        dumpline_word(d, "purpose", purposes[item->purpose]);
        dumpline_text(d, "presenter", item->presenter);
        put_level(d, "minutes", item->minutes);
        dumpline_word(d, "linked", item->linked_id);
        dumpline_word(d, "section", item->section);
        dumpline_text(d, "group", item->group);
        dumpline_end(d);
    }
}

static void dump_meetings(struct dumpline *d) {
    static const char *const types[] = {"operational", "strategy", "annual", "board"};
    for (size_t i = 0; i < d->plan->meetings.count; i++) {
        const struct meeting *meeting = &d->plan->meetings.items[i];
        dumpline_begin(d, "meeting");
        dumpline_word(d, "id", meeting->id);
        dumpline_text(d, "name", meeting->name);
        dumpline_word(d, "type", types[meeting->type]);
        dumpline_date(d, "date", meeting->date);
        dumpline_unit(d, "unit", meeting->unit);
        dumpline_period(d, "period", meeting->period);
        dumpline_text(d, "chair", meeting->chair);
        dumpline_text(d, "attendees", meeting->attendees);
        dumpline_text(d, "description", meeting->description);
        dumpline_end(d);
        dump_agenda(d, meeting);
    }
}

static void dump_papers(struct dumpline *d) {
    for (size_t i = 0; i < d->plan->papers.count; i++) {
        const struct decision_paper *paper = &d->plan->papers.items[i];
        dumpline_begin(d, "paper");
        dumpline_word(d, "id", paper->id);
        dumpline_word(d, "meeting", meeting_id(paper->meeting));
        dumpline_word(d, "linked", paper->linked_id);
        dumpline_text(d, "question", paper->question);
        dumpline_text(d, "background", paper->background);
        dumpline_text(d, "options", paper->options);
        dumpline_text(d, "recommendation", paper->recommendation);
        dumpline_text(d, "draft-resolution", paper->draft_resolution);
        dumpline_quantity(d, "cost", paper->cost);
        dumpline_text(d, "risk", paper->risk);
        dumpline_end(d);
    }
}

/* ---- changes ---- */

static void dump_changes(struct dumpline *d) {
    static const char *const statuses[] = {"draft", "submitted", "approved", "rejected",
                                           "implemented"};
    for (size_t i = 0; i < d->plan->changes.count; i++) {
        const struct change_request *change = &d->plan->changes.items[i];
        dumpline_begin(d, "change");
        dumpline_word(d, "id", change->id);
        dumpline_word(d, "linked", change->linked_id);
        dumpline_text(d, "field", change->field);
        dumpline_period(d, "period", change->period);
        dumpline_text(d, "old", change->old_value);
        dumpline_text(d, "new", change->new_value);
        dumpline_word(d, "status", statuses[change->status]);
        dumpline_text(d, "requested-by", change->requested_by);
        dumpline_date(d, "requested-on", change->requested_on);
        dumpline_text(d, "approved-by", change->approved_by);
        dumpline_date(d, "approved-on", change->approved_on);
        dumpline_date(d, "effective-from", change->effective_from);
        dumpline_text(d, "reason", change->reason);
        dumpline_end(d);
    }
}

static void dump_attestations(struct dumpline *d) {
    static const char *const statements[] = {"accurate", "estimated", "qualified", "not-attested"};
    for (size_t i = 0; i < d->plan->attestations.count; i++) {
        const struct attestation *attestation = &d->plan->attestations.items[i];
        dumpline_begin(d, "attestation");
        dumpline_word(d, "measure", attestation->measure->id);
        dumpline_period(d, "period", attestation->period);
        dumpline_word(d, "statement", statements[attestation->statement]);
        dumpline_text(d, "by", attestation->by);
        dumpline_date(d, "on", attestation->on);
        dumpline_text(d, "note", attestation->note);
        dumpline_end(d);
    }
}

static void dump_versions(struct dumpline *d) {
    for (size_t i = 0; i < d->plan->versions.count; i++) {
        const struct packet_version *version = &d->plan->versions.items[i];
        dumpline_begin(d, "version");
        dumpline_word(d, "id", version->version);
        dumpline_date(d, "date", version->date);
        dumpline_text(d, "change", version->change);
        dumpline_text(d, "by", version->by);
        dumpline_end(d);
    }
}

static void dump_waivers(struct dumpline *d) {
    for (size_t i = 0; i < d->plan->waivers.count; i++) {
        const struct waiver *waiver = &d->plan->waivers.items[i];
        dumpline_begin(d, "waiver");
        dumpline_int(d, "code", waiver->code);
        dumpline_word(d, "linked", waiver->linked_id);
        dumpline_date(d, "expires", waiver->expires);
        dumpline_text(d, "approved-by", waiver->approved_by);
        dumpline_text(d, "reason", waiver->reason);
        dumpline_end(d);
    }
}

static void dump_translations(struct dumpline *d) {
    for (size_t i = 0; i < d->plan->translations.count; i++) {
        const struct translation *translation = &d->plan->translations.items[i];
        dumpline_begin(d, "translation");
        dumpline_word(d, "kind", translation->kind);
        dumpline_word(d, "linked", translation->linked_id);
        dumpline_text(d, "field", translation->field);
        dumpline_word(d, "language", translation->language);
        dumpline_text(d, "text", translation->text);
        dumpline_end(d);
    }
}

/* ---- the year, the people, the surroundings ---- */

static void dump_calendar(struct dumpline *d) {
    static const char *const recurrences[] = {"",          "weekly",      "monthly",
                                              "quarterly", "half-yearly", "yearly"};
    for (size_t i = 0; i < d->plan->calendar.count; i++) {
        const struct calendar_event *event = &d->plan->calendar.items[i];
        dumpline_begin(d, "event");
        dumpline_word(d, "id", event->id);
        dumpline_text(d, "name", event->name);
        dumpline_word(d, "process", event->process ? event->process->id : "");
        dumpline_date(d, "start", event->start);
        dumpline_date(d, "end", event->end);
        dumpline_word(d, "recurrence", recurrences[event->recurrence]);
        dumpline_text(d, "owner", event->owner);
        dumpline_unit(d, "unit", event->unit);
        dumpline_end(d);
    }
}

static void dump_people(struct dumpline *d) {
    for (size_t i = 0; i < d->plan->people.count; i++) {
        const struct person *person = &d->plan->people.items[i];
        dumpline_begin(d, "person");
        dumpline_word(d, "id", person->id);
        dumpline_text(d, "name", person->name);
        dumpline_text(d, "title", person->title);
        dumpline_unit(d, "unit", person->unit);
        dumpline_text(d, "email", person->email);
        dumpline_end(d);
    }
}

static void dump_workforce(struct dumpline *d) {
    for (size_t i = 0; i < d->plan->workforce.count; i++) {
        const struct workforce_fact *fact = &d->plan->workforce.items[i];
        dumpline_begin(d, "workforce");
        dumpline_unit(d, "unit", fact->unit);
        dumpline_period(d, "period", fact->period);
        dumpline_quantity(d, "headcount", fact->headcount);
        dumpline_quantity(d, "goals-linked", fact->goals_linked);
        dumpline_quantity(d, "incentives-linked", fact->incentives_linked);
        dumpline_quantity(d, "plans-linked", fact->plans_linked);
        dumpline_quantity(d, "aware", fact->aware);
        dumpline_quantity(d, "executive-hours", fact->executive_hours);
        dumpline_end(d);
    }
}

static void dump_practices(struct dumpline *d) {
    for (size_t i = 0; i < d->plan->practices.count; i++) {
        const struct best_practice *practice = &d->plan->practices.items[i];
        dumpline_begin(d, "practice");
        dumpline_word(d, "id", practice->id);
        dumpline_text(d, "name", practice->name);
        dumpline_unit(d, "origin", practice->origin);
        for (size_t j = 0; j < practice->adopted_by.count; j++)
            dumpline_word(d, "adopted-by", practice->adopted_by.items[j]->id);
        dumpline_word(d, "objective", objective_id(practice->objective));
        dumpline_text(d, "evidence", practice->evidence);
        dumpline_end(d);
    }
}

static void dump_environment(struct dumpline *d) {
    static const char *const frames[] = {"swot", "pestel", "five-forces", "scenario"};
    for (size_t i = 0; i < d->plan->environment.count; i++) {
        const struct environment_item *item = &d->plan->environment.items[i];
        dumpline_begin(d, "environment");
        dumpline_word(d, "id", item->id);
        dumpline_word(d, "frame", frames[item->frame]);
        dumpline_text(d, "side", item->side);
        for (size_t j = 0; j < item->objectives.count; j++)
            dumpline_word(d, "objective", item->objectives.items[j]->id);
        dumpline_text(d, "text", item->text);
        dumpline_end(d);
    }
}

static void dump_jobs(struct dumpline *d) {
    for (size_t i = 0; i < d->plan->jobs.count; i++) {
        const struct strategic_job *job = &d->plan->jobs.items[i];
        dumpline_begin(d, "job");
        dumpline_word(d, "id", job->id);
        dumpline_text(d, "name", job->name);
        dumpline_word(d, "objective", objective_id(job->objective));
        dumpline_int(d, "positions", job->positions);
        dumpline_int(d, "ready", job->ready);
        dumpline_end(d);
    }
}

void plandumparound(struct dumpline *d) {
    dump_benefits(d);
    dump_budget_lines(d);
    dump_risks(d);
    dump_meetings(d);
    dump_papers(d);
    dump_changes(d);
    dump_attestations(d);
    dump_waivers(d);
    dump_versions(d);
    dump_translations(d);
    dump_calendar(d);
    dump_people(d);
    dump_workforce(d);
    dump_practices(d);
    dump_environment(d);
    dump_jobs(d);
}

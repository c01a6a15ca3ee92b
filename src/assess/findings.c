#include "assess/findings.h"

#include "assess/observation.h"
#include "base/idmap.h"

struct findings {
    struct arena *arena;
    const struct assessment *a;
    struct diags *diags;
    struct idmap *commented; /* id -> last commentary on it */
    size_t *earlier;         /* chain of commentaries on the same id; IDMAP_NONE ends it */
    bool running;  /* the reporting period is not over, as the plan reports: no wonder that
                      values are missing */
    bool measured; /* there is some actual, of whatever period: before the first one, one finding
                      says so */
};

static const char *period_text(const struct findings *f, struct period period) {
    char text[16];
    period_format(period, &f->a->plan->organization.fiscal, text);
    return arena_strdup(f->arena, text);
}

static const char *number(const struct findings *f, struct decimal value, int places) {
    char text[32];
    decimal_format(decimal_round(value, places < 0 ? DECIMAL_PLACES : (unsigned)places), places,
                   text);
    return arena_strdup(f->arena, text);
}

static void index_commentaries(struct findings *f) {
    const struct plan *plan = f->a->plan;
    f->commented = idmap_new(f->arena);
    f->earlier = arena_array(f->arena, plan->commentaries.count, sizeof *f->earlier);
    for (size_t i = 0; i < plan->commentaries.count; i++) {
        const char *id = plan->commentaries.items[i].linked_id;
        f->earlier[i] = idmap_find(f->commented, id);
        idmap_set(f->commented, id, i);
    }
}

static bool commented(const struct findings *f, const struct measure_result *r) {
    for (size_t i = idmap_find(f->commented, r->measure->id); i != IDMAP_NONE; i = f->earlier[i]) {
        struct period period = f->a->plan->commentaries.items[i].period;
        if (period_equal(period, r->period) || period_equal(period, f->a->period)) {
            return true;
        }
    }
    return false;
}

/* True if its thresholds were found wanting and that was reported. */
static bool report_trouble(struct findings *f, const struct measure *measure,
                           const struct measure_trouble *trouble) {
    const char *period = period_set(trouble->period) ? period_text(f, trouble->period) : NULL;
    switch (trouble->result) {
    case THRESHOLD_INCOMPLETE:
        diag_report(f->diags, BP4021, measure->place, measure->id, period, NULL);
        break;
    case THRESHOLD_ZERO_TARGET:
        diag_report(f->diags, BP4022, measure->place, measure->id, period, NULL);
        break;
    case THRESHOLD_ORDER:
        diag_report(f->diags, BP4023, measure->place, measure->id, period, NULL);
        break;
    case THRESHOLD_OVERFLOW:
        diag_report(f->diags, BP4024, measure->place, measure->id, period, NULL);
        break;
    case THRESHOLD_KNOWN:
    case THRESHOLD_NO_TARGET:
        return false;
    }
    return true;
}

static bool has_own_actual(const struct measure_result *r) {
    return observation_has_actual(r->measure, r->period);
}

/* The actual is missing although the one before is there; longer gaps are the plan's finding. */
static bool lapsed(const struct measure_result *r) {
    return !has_own_actual(r) && observation_has_actual(r->measure, period_next(r->period, -1));
}

static void look_at_measure(struct findings *f, const struct measure_result *r, bool troubled) {
    const struct measure *measure = r->measure;
    if (!period_set(r->period)) {
        return;
    }
    const char *period = period_text(f, r->period);
    if (r->status == STATUS_RED && !commented(f, r)) {
        diag_report(f->diags, BP4002, measure->place, measure->id, period, NULL);
    }
    if (r->status == STATUS_STALE) {
        diag_report(f->diags, BP4003, measure->place, measure->id, period, NULL);
    }
    /* the year to date may show no actual although its last period has one: not has_actual; a
     * measure without any target is the plan's finding */
    if (r->status == STATUS_NO_DATA && has_own_actual(r) && !troubled &&
        measure->series[SERIES_TARGET].count > 0) {
        diag_report(f->diags, BP4004, measure->place, measure->id, period, NULL);
    }
    if (r->status == STATUS_NO_DATA && !f->running && lapsed(r)) {
        diag_report(f->diags, BP4015, measure->place, measure->id, period, NULL);
    }
    if (period_set(r->carried)) {
        diag_report(f->diags, BP4005, measure->place, measure->id, period,
                    period_text(f, r->carried), NULL);
    }
}

static bool moved(const struct objective *objective) {
    for (size_t i = 0; i < objective->initiatives.count; i++) {
        const struct initiative *initiative = objective->initiatives.items[i];
        if (initiative->state == STATE_ACTIVE && !initiative->closed) {
            return true;
        }
    }
    return false;
}

static void look_at_objective(struct findings *f, const struct objective_result *r) {
    const struct objective *objective = r->objective;
    if (r->status == STATUS_RED && !moved(objective)) {
        diag_report(f->diags, BP4006, objective->place, objective->id, NULL);
    }
    if (r->status == STATUS_INSUFFICIENT && !f->running && f->measured) {
        diag_report(f->diags, BP4007, objective->place, objective->id, number(f, r->coverage, 0),
                    NULL);
    }
}

/* What is spent cannot be undone: no forecast may lie below it. */
static void look_at_spending(struct findings *f, const struct initiative *initiative) {
    bool forecast = initiative->forecast_cost.known;
    const struct quantity *most = forecast ? &initiative->forecast_cost : &initiative->budget;
    if (initiative->state == STATE_ACTIVE && initiative->spent.known && most->known &&
        decimal_compare(initiative->spent.value, most->value) > 0) {
        diag_report(f->diags, BP4058, initiative->spent.place, initiative->id,
                    number(f, initiative->spent.value, -1), number(f, most->value, -1),
                    forecast ? "forecast at completion" : "budget, and has no forecast", NULL);
    }
}

static void look_at_initiative(struct findings *f, const struct initiative_result *r) {
    look_at_spending(f, r->initiative);
    if (r->disagrees) {
        diag_report(f->diags, BP4008, r->initiative->place, r->initiative->id,
                    status_name(r->reported), status_name(r->status), NULL);
    }
}

static void look_at_process(struct findings *f, const struct process_result *r) {
    const struct process *process = r->process;
    if (r->verdict == STAFFING_OVER) {
        diag_report(f->diags, BP4013, process->place, process->name, number(f, r->planned, -1),
                    number(f, process->fte_max, -1), NULL);
    }
    if (r->verdict != STAFFING_UNDER) {
        return;
    }
    diag_report(f->diags, r->colour == STATUS_NO_DATA ? BP4012 : BP4011, process->place,
                process->name, number(f, r->planned, -1), number(f, process->fte_min, -1), NULL);
}

/* The cell of a property, as far as there is one. */
static struct place property_place(const struct plan *plan, enum schema_sheet sheet, int column) {
    struct place place = {.file = plan->workbook ? plan->workbook->path : NULL};
    if (plan->workbook && plan->workbook->tables[sheet].records.count > 0) {
        place =
            workbook_place(plan->workbook, &plan->workbook->tables[sheet].records.items[0], column);
    }
    return place;
}

/* Tells the largest share or benchmark: of those that do not add up the likeliest to be wrong. */
static void report_too_large(struct findings *f) {
    const struct plan *plan = f->a->plan;
    struct decimal largest = decimal_micro(0);
    struct place place = {.file = NULL};
    const char *what = NULL;
    for (size_t i = 0; i < plan->staffing.count; i++) {
        if (decimal_compare(plan->staffing.items[i].fte, largest) > 0) {
            largest = plan->staffing.items[i].fte;
            place = plan->staffing.items[i].place;
            what = "shares of FTE";
        }
    }
    for (size_t i = 0; i < plan->processes.count; i++) {
        if (decimal_compare(plan->processes.items[i].fte_max, largest) > 0) {
            largest = plan->processes.items[i].fte_max;
            place = plan->processes.items[i].place;
            what = "benchmarks of FTE";
        }
    }
    diag_report(f->diags, BP4055, place, what, NULL);
}

static void look_at_office(struct findings *f) {
    const struct staffing_result *s = &f->a->staffing;
    const struct plan *plan = f->a->plan;
    struct place line = property_place(plan, SHEET_SETTINGS, COLUMN_SETTINGS_REPORTING_LINE);
    if (s->line_status == STATUS_AMBER) {
        diag_report(f->diags, BP4009, line, NULL);
    }
    if (s->line_status == STATUS_RED) {
        diag_report(f->diags, BP4010, line, NULL);
    }
    if (s->too_large) {
        report_too_large(f);
    }
    if (plan->staffing.count > 0 && s->has_total && s->verdict == STAFFING_UNDER) {
        diag_report(f->diags, BP4014, plan->published_total_min.place, number(f, s->planned, -1),
                    number(f, s->total_min, -1), number(f, s->total_max, -1), NULL);
    }
}

/* Settings that have no effect, because another one says otherwise. */
static void look_at_settings(struct findings *f) {
    const struct plan *plan = f->a->plan;
    const struct settings *settings = &plan->settings;
    struct place place = property_place(plan, SHEET_SETTINGS, COLUMN_SETTINGS_CARRY_PERIODS);
    if (settings->missing == MISSING_CARRY && settings->carry_periods == 0) {
        diag_report(f->diags, BP4056, place, NULL);
    }
    if (settings->missing != MISSING_CARRY && settings->changed[OPTION_CARRY]) {
        diag_report(f->diags, BP4057, place, arena_printf(f->arena, "%d", settings->carry_periods),
                    NULL);
    }
}

static bool anything_measured(const struct plan *plan) {
    for (size_t i = 0; i < plan->measures.count; i++) {
        if (plan->measures.items[i].series[SERIES_ACTUAL].count) {
            return true;
        }
    }
    return false;
}

static bool anything_judged(const struct assessment *a) {
    for (size_t i = 0; i < a->plan->measures.count; i++) {
        if (status_scored(a->measures[i].status) || a->measures[i].has_actual) {
            return true;
        }
    }
    return a->plan->measures.count == 0;
}

void findings(struct arena *arena, const struct assessment *assessment,
              const struct measure_trouble *troubles, struct diags *diags) {
    struct findings f = {.arena = arena, .a = assessment, .diags = diags};
    const struct plan *plan = assessment->plan;
    index_commentaries(&f);
    f.measured = anything_measured(plan);
    f.running = date_compare(period_last(assessment->period), plan->organization.as_of) > 0;
    if (!f.running && !anything_judged(assessment)) {
        diag_report(diags, BP4001,
                    property_place(plan, SHEET_ORGANIZATION, COLUMN_ORGANIZATION_REPORTING_PERIOD),
                    period_text(&f, assessment->period), NULL);
    }
    for (size_t i = 0; i < plan->measures.count; i++) {
        bool troubled = report_trouble(&f, &plan->measures.items[i], &troubles[i]);
        look_at_measure(&f, &assessment->measures[i], troubled);
    }
    for (size_t i = 0; i < plan->objectives.count; i++) {
        look_at_objective(&f, &assessment->objectives[i]);
    }
    for (size_t i = 0; i < plan->initiatives.count; i++) {
        look_at_initiative(&f, &assessment->initiatives[i]);
    }
    for (size_t i = 0; i < plan->processes.count && plan->staffing.count > 0; i++) {
        look_at_process(&f, &assessment->staffing.processes[i]);
    }
    look_at_office(&f);
    look_at_settings(&f);
}

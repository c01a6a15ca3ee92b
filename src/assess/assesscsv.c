#include "assess/alignment.h"
#include "assess/assess.h"
#include "assess/assessview.h"
#include "assess/benefitstatus.h"
#include "assess/evidence.h"
#include "assess/signalwords.h"
#include "base/csvline.h"

#include <string.h>

/* One table for all kinds of rows; a cell that has no meaning for a kind stays empty.  Rows of
 * alignment, links, trust and base rates hold one figure each: its name, its value, and what it is
 * of. */
enum csv_column {
    CSV_KIND,
    CSV_ID,
    CSV_UNIT,
    CSV_NAME,
    CSV_PERIOD,
    CSV_STATUS,
    CSV_SCORE,
    CSV_COVERAGE,
    CSV_ACTUAL,
    CSV_TARGET,
    CSV_VARIANCE,
    CSV_DIRECTION,
    CSV_GOODNESS,
    CSV_EXCEEDS,
    CSV_GREEN,
    CSV_AMBER,
    CSV_RED,
    CSV_GREY,
    CSV_SCHEDULE,
    CSV_BUDGET,
    CSV_BENEFIT,
    CSV_PLANNED,
    CSV_FILLED,
    CSV_MIN,
    CSV_MAX,
    CSV_VERDICT,
    CSV_GAP,
    CSV_FORECAST,
    CSV_REALISED,
    CSV_PERCENT,
    CSV_PLANNED_SO_FAR,
    CSV_FILLED_SO_FAR,
    CSV_FIGURE,
    CSV_VALUE,
    CSV_OF,
    CSV_COLUMNS
};

struct csv {
    struct textbuf *out;
    const struct assessment *a;
    const struct unit *unit;
    const char *cells[CSV_COLUMNS];
    char numbers[CSV_COLUMNS][32]; /* what cells may point to */
};

/* Tells the row and begins the next one. */
static void write_row(struct csv *csv) {
    csvline(csv->out, csv->cells, CSV_COLUMNS);
    memset(csv->cells, 0, sizeof csv->cells);
}

static void put_number(struct csv *csv, enum csv_column column, bool known, struct decimal value) {
    if (known) {
        (void)decimal_format(value, -1, csv->numbers[column]);
        csv->cells[column] = csv->numbers[column];
    }
}

static void put_count(struct csv *csv, enum csv_column column, int value) {
    put_number(csv, column, true, decimal_of(value));
}

static void put_judged(struct csv *csv, enum status status, const struct score *score,
                       struct decimal coverage, const struct tally *tally) {
    csv->cells[CSV_STATUS] = status_name(status);
    put_number(csv, CSV_SCORE, score->exact != NULL, score->rounded);
    put_number(csv, CSV_COVERAGE, true, coverage);
    put_count(csv, CSV_EXCEEDS, tally->exceeds);
    put_count(csv, CSV_GREEN, tally->green);
    put_count(csv, CSV_AMBER, tally->amber);
    put_count(csv, CSV_RED, tally->red);
    put_count(csv, CSV_GREY, tally->grey);
}

static void put_trend(struct csv *csv, const struct trend *trend) {
    if (trend->direction != DIRECTION_UNKNOWN) {
        csv->cells[CSV_DIRECTION] = direction_name(trend->direction);
    }
    if (trend->goodness != GOODNESS_UNKNOWN) {
        csv->cells[CSV_GOODNESS] = goodness_name(trend->goodness);
    }
}

static void start(struct csv *csv, const char *kind, const char *id, const struct unit *unit,
                  const char *name) {
    csv->cells[CSV_KIND] = kind;
    csv->cells[CSV_ID] = id;
    csv->cells[CSV_UNIT] = unit ? unit->id : NULL;
    csv->cells[CSV_NAME] = name;
}

static void write_header(struct csv *csv) {
    static const char *const titles[CSV_COLUMNS] = {"kind",
                                                    "id",
                                                    "unit",
                                                    "name",
                                                    "period",
                                                    "status",
                                                    "score",
                                                    "coverage",
                                                    "actual",
                                                    "target",
                                                    "variance",
                                                    "direction",
                                                    "goodness",
                                                    "exceeds",
                                                    "green",
                                                    "amber",
                                                    "red",
                                                    "grey",
                                                    "schedule",
                                                    "budget",
                                                    "benefit",
                                                    "planned",
                                                    "filled",
                                                    "min",
                                                    "max",
                                                    "verdict",
                                                    "gap",
                                                    "forecast",
                                                    "realised",
                                                    "percent",
                                                    "planned so far",
                                                    "filled so far",
                                                    "figure",
                                                    "value",
                                                    "of"};
    memcpy(csv->cells, titles, sizeof titles);
    write_row(csv);
}

static void put_period(struct csv *csv, struct period period) {
    if (period_set(period)) {
        period_format(period, &csv->a->plan->organization.fiscal, csv->numbers[CSV_PERIOD]);
        csv->cells[CSV_PERIOD] = csv->numbers[CSV_PERIOD];
    }
}

static void write_groups(struct csv *csv) {
    for (size_t i = 0; i < csv->a->plan->units.count; i++) {
        const struct group_result *r = &csv->a->units[i];
        if (assessview_shows(csv->unit, r->unit)) {
            start(csv, "unit", r->unit->id, r->unit, r->unit->name);
            put_period(csv, csv->a->period);
            put_judged(csv, r->status, &r->score, r->coverage, &r->tally);
            write_row(csv);
        }
    }
    for (size_t i = 0; i < csv->a->perspective_count; i++) {
        const struct group_result *r = &csv->a->perspectives[i];
        if (assessview_shows(csv->unit, r->unit)) {
            start(csv, "perspective", r->perspective->id, r->unit, r->perspective->name);
            put_period(csv, csv->a->period);
            put_judged(csv, r->status, &r->score, r->coverage, &r->tally);
            write_row(csv);
        }
    }
    for (size_t i = 0; i < csv->a->plan->objectives.count; i++) {
        const struct objective_result *r = &csv->a->objectives[i];
        if (assessview_shows(csv->unit, r->objective->unit)) {
            start(csv, "objective", r->objective->id, r->objective->unit, r->objective->name);
            put_period(csv, csv->a->period);
            put_judged(csv, r->status, &r->score, r->coverage, &r->tally);
            put_trend(csv, &r->trend);
            write_row(csv);
        }
    }
}

/* Who supports whom, by which kind: what is not contributory stands beside the score. */
static void write_supports(struct csv *csv) {
    for (size_t i = 0; i < csv->a->plan->objectives.count; i++) {
        const struct objective *objective = &csv->a->plan->objectives.items[i];
        for (size_t k = 0; k < objective->supported_by.count; k++) {
            const struct objective *child = objective->supported_by.items[k];
            const struct objective_result *r = assess_objective(csv->a, child);
            if (!assessview_shows(csv->unit, objective->unit)) {
                continue;
            }
            start(csv, "support", objective->id, objective->unit, objective->name);
            put_period(csv, csv->a->period);
            csv->cells[CSV_STATUS] = status_name(r->status);
            put_number(csv, CSV_SCORE, r->score.exact != NULL, r->score.rounded);
            csv->cells[CSV_FIGURE] =
                assessview_support_name(assessview_support(child, objective)->kind);
            csv->cells[CSV_VALUE] = child->id;
            write_row(csv);
        }
    }
}

static void write_measures(struct csv *csv) {
    for (size_t i = 0; i < csv->a->plan->measures.count; i++) {
        const struct measure_result *r = &csv->a->measures[i];
        const struct unit *unit = assessview_measure_unit(r->measure);
        struct decimal variance = decimal_micro(0);
        bool varies = assessview_variance(r, &variance);
        if (!assessview_shows(csv->unit, unit)) {
            continue;
        }
        start(csv, "measure", r->measure->id, unit, r->measure->name);
        put_period(csv, r->period);
        csv->cells[CSV_STATUS] = status_name(r->status);
        put_number(csv, CSV_SCORE, r->score.exact != NULL, r->score.rounded);
        put_number(csv, CSV_ACTUAL, r->has_actual, r->actual);
        put_number(csv, CSV_TARGET, r->has_target, r->target);
        put_number(csv, CSV_VARIANCE, varies, variance);
        if (r->ytd_due > 0) {
            csv->cells[CSV_FIGURE] = "periods of the year to date";
            put_count(csv, CSV_VALUE, r->ytd_have);
            put_count(csv, CSV_OF, r->ytd_due);
        }
        put_trend(csv, &r->trend);
        write_row(csv);
    }
}

/* Those that last until the last actual: side, limits, since when, and for how many of the actuals
 * (value, of). */
static void write_signals(struct csv *csv) {
    for (size_t i = 0; i < csv->a->plan->measures.count; i++) {
        const struct measure *measure = csv->a->measures[i].measure;
        const struct signal_result *chart = csv->a->signals[i];
        const struct unit *unit = assessview_measure_unit(measure);
        for (size_t s = 0; chart && s < chart->signals.count; s++) {
            const struct signal *signal = &chart->signals.items[s];
            if (!assessview_shows(csv->unit, unit) || !signalwords_present(chart, signal)) {
                continue;
            }
            start(csv, "signal", arena_printf(csv->out->arena, "%s/signal", measure->id), unit,
                  measure->name);
            put_period(csv, chart->points[signal->first].period);
            csv->cells[CSV_VERDICT] = chart->trial ? "trial" : NULL;
            csv->cells[CSV_DIRECTION] = signalwords_side(signal);
            put_number(csv, CSV_MIN, true, chart->lower);
            put_number(csv, CSV_MAX, true, chart->upper);
            csv->cells[CSV_FIGURE] = signal_name(signal->kind);
            put_count(csv, CSV_VALUE, (int)(signal->last - signal->first + 1));
            put_count(csv, CSV_OF, (int)chart->count);
            write_row(csv);
        }
    }
}

static void write_initiatives(struct csv *csv) {
    for (size_t i = 0; i < csv->a->plan->initiatives.count; i++) {
        const struct initiative_result *r = &csv->a->initiatives[i];
        if (!assessview_shows(csv->unit, r->initiative->unit)) {
            continue;
        }
        start(csv, "initiative", r->initiative->id, r->initiative->unit, r->initiative->name);
        put_period(csv, csv->a->period);
        csv->cells[CSV_STATUS] = status_name(r->status);
        csv->cells[CSV_SCHEDULE] = status_name(r->schedule);
        csv->cells[CSV_BUDGET] = status_name(r->budget);
        csv->cells[CSV_BENEFIT] = status_name(r->benefit);
        write_row(csv);
    }
}

static void put_quantity(struct csv *csv, enum csv_column column, const struct quantity *quantity) {
    put_number(csv, column, quantity->known, quantity->value);
}

static void write_benefits(struct csv *csv) {
    for (size_t i = 0; i < csv->a->plan->benefits.count; i++) {
        const struct benefit_result *r = &csv->a->benefits[i];
        const struct benefit *benefit = r->benefit;
        if (!assessview_shows(csv->unit, benefit->initiative->unit)) {
            continue;
        }
        start(csv, "benefit", benefit->id, benefit->initiative->unit, benefit->name);
        put_period(csv, benefit->due);
        csv->cells[CSV_STATUS] = status_name(r->status);
        csv->cells[CSV_FIGURE] = benefitstatus_type_name(benefit->type);
        put_quantity(csv, CSV_PLANNED, &benefit->planned);
        put_quantity(csv, CSV_FORECAST, &benefit->forecast);
        put_quantity(csv, CSV_REALISED, &benefit->realised);
        put_number(csv, CSV_PERCENT, r->has_percent, r->percent);
        write_row(csv);
    }
    for (size_t i = 0; i < csv->a->benefit_total_count; i++) {
        const struct benefit_total *total = &csv->a->benefit_totals[i];
        const struct initiative *initiative = total->initiative;
        if (csv->unit && (!initiative || !assessview_shows(csv->unit, initiative->unit))) {
            continue;
        }
        start(csv, "benefits", initiative ? initiative->id : NULL,
              initiative ? initiative->unit : NULL, initiative ? initiative->name : NULL);
        csv->cells[CSV_STATUS] = status_name(total->status);
        csv->cells[CSV_FIGURE] = benefitstatus_type_name(total->type);
        put_number(csv, CSV_PLANNED, total->count > 0, total->planned);
        put_number(csv, CSV_FORECAST, assessview_expected(total), total->expected);
        put_number(csv, CSV_REALISED, total->realised_of > 0, total->realised);
        put_number(csv, CSV_PERCENT, total->has_percent, total->percent);
        write_row(csv);
    }
}

/* A figure of a unit's alignment: so many of so many, or (whole NULL) so much. */
static void write_figure(struct csv *csv, const struct alignment_result *r, const char *figure,
                         bool known, struct decimal value, const struct decimal *whole) {
    if (!known) {
        return;
    }
    start(csv, "alignment", r->unit->id, r->unit, r->unit->name);
    csv->cells[CSV_FIGURE] = figure;
    put_number(csv, CSV_VALUE, true, value);
    put_number(csv, CSV_OF, whole != NULL, whole ? *whole : value);
    struct decimal percent;
    if (whole && alignment_share(value, *whole, &percent)) {
        put_number(csv, CSV_PERCENT, true, percent);
    }
    write_row(csv);
}

static void write_alignment(struct csv *csv) {
    for (size_t i = 0; i < csv->a->plan->units.count; i++) {
        const struct alignment_result *r = &csv->a->alignment[i];
        if (!assessview_shows(csv->unit, r->unit)) {
            continue;
        }
        struct decimal objectives = decimal_of(r->objectives);
        write_figure(csv, r, "objectives traced", r->objectives > 0, decimal_of(r->traced),
                     &objectives);
        write_figure(csv, r, "budget linked", r->has_budget, r->linked, &r->budget);
        write_figure(csv, r, "goals linked", r->has_goals, r->goals, &r->goals_of);
        write_figure(csv, r, "incentives linked", r->has_incentives, r->incentives,
                     &r->incentives_of);
        write_figure(csv, r, "plans linked", r->has_plans, r->plans, &r->plans_of);
        write_figure(csv, r, "aware", r->has_aware, r->aware, &r->aware_of);
        write_figure(csv, r, "executive hours", r->has_hours, r->hours, NULL);
    }
    size_t rates;
    const struct alignment_rate *rate = alignment_rates(&rates);
    for (size_t i = 0; i < rates; i++) {
        start(csv, "base rate", rate[i].key, NULL, rate[i].says);
        put_number(csv, CSV_PERCENT, true, rate[i].percent);
        write_row(csv);
    }
}

static void write_link(struct csv *csv, const struct evidence_result *r, const char *figure,
                       struct decimal value) {
    const struct link *link = r->link;
    const char *id = arena_printf(csv->out->arena, "%s>%s", link->from->id, link->to->id);
    start(csv, "link", id, link->to->unit, NULL);
    csv->cells[CSV_STATUS] = evidence_name(r->verdict);
    csv->cells[CSV_FIGURE] = figure;
    put_number(csv, CSV_VALUE, true, value);
    write_row(csv);
}

static void write_evidence(struct csv *csv) {
    for (size_t i = 0; csv->a->evidence && i < csv->a->plan->links.count; i++) {
        const struct evidence_result *r = &csv->a->evidence[i];
        if (!evidence_concerns(r, csv->unit)) {
            continue;
        }
        write_link(csv, r, "points", decimal_of(r->points));
        if (r->verdict != FOUND_TOO_LITTLE) {
            write_link(csv, r, "lag in months", decimal_of(r->lag));
            write_link(csv, r, "rho", r->rho);
            write_link(csv, r, "rho of moves", r->moved);
            write_link(csv, r, "p", r->p);
        }
    }
}

static void write_trust(struct csv *csv) {
    for (size_t i = 0; i < csv->a->trust_count; i++) {
        const struct trust_row *row = &csv->a->trust[i];
        if (csv->unit && row->unit != csv->unit) {
            continue;
        }
        const struct {
            const char *figure;
            int value, whole;
        } figures[] = {{"measures with an actual", row->with_actual, row->measures},
                       {"stale measures", row->stale, row->measures},
                       {"attested actuals", row->attested, row->with_actual},
                       {"estimated actuals", row->estimated, row->with_actual},
                       {"unattested actuals", row->unattested, row->with_actual},
                       {"restated values", row->restated, -1},
                       {"provisional values", row->provisional, -1},
                       {"initiatives reported better", row->disagreeing, row->initiatives},
                       {"bands reported better", row->bands, -1}};
        for (size_t f = 0; f < sizeof figures / sizeof *figures; f++) {
            start(csv, "trust", row->owner, row->unit, row->unit ? row->unit->name : NULL);
            csv->cells[CSV_FIGURE] = figures[f].figure;
            put_count(csv, CSV_VALUE, figures[f].value);
            put_number(csv, CSV_OF, figures[f].whole >= 0, decimal_of(figures[f].whole));
            write_row(csv);
        }
    }
}

static void write_phases(struct csv *csv) {
    const struct staffing_result *s = &csv->a->staffing;
    for (size_t i = 0; i < s->phase_count; i++) {
        const struct phase_result *phase = &s->phases[i];
        start(csv, "phase", phase->phase, NULL, NULL);
        put_number(csv, CSV_PLANNED, true, phase->planned);
        put_number(csv, CSV_FILLED, true, phase->filled);
        put_number(csv, CSV_PLANNED_SO_FAR, true, phase->planned_so_far);
        put_number(csv, CSV_FILLED_SO_FAR, true, phase->filled_so_far);
        put_number(csv, CSV_MIN, phase->has_band, phase->min);
        put_number(csv, CSV_MAX, phase->has_band, phase->max);
        csv->cells[CSV_VERDICT] = assess_verdict_name(phase->verdict);
        put_number(csv, CSV_GAP, phase->has_band, phase->gap);
        write_row(csv);
    }
}

static void write_staffing(struct csv *csv) {
    const struct staffing_result *s = &csv->a->staffing;
    for (size_t i = 0; i < csv->a->plan->processes.count; i++) {
        const struct process_result *r = &s->processes[i];
        start(csv, "process", r->process->id, NULL, r->process->name);
        put_number(csv, CSV_PLANNED, true, r->planned);
        put_number(csv, CSV_FILLED, true, r->filled);
        put_number(csv, CSV_MIN, r->process->benchmarked, r->process->fte_min);
        put_number(csv, CSV_MAX, r->process->benchmarked, r->process->fte_max);
        csv->cells[CSV_VERDICT] = assess_verdict_name(r->verdict);
        put_number(csv, CSV_GAP, r->verdict != STAFFING_NO_BENCHMARK, r->gap);
        write_row(csv);
    }
    start(csv, "staffing", NULL, NULL, NULL);
    put_number(csv, CSV_PLANNED, true, s->planned);
    put_number(csv, CSV_FILLED, true, s->filled);
    put_number(csv, CSV_MIN, s->has_total, s->total_min);
    put_number(csv, CSV_MAX, s->has_total, s->total_max);
    csv->cells[CSV_VERDICT] = assess_verdict_name(s->verdict);
    write_row(csv);
}

void assess_csv(const struct assessment *a, const struct unit *unit, struct textbuf *out) {
    struct csv csv = {.out = out, .a = a, .unit = unit};
    write_header(&csv);
    write_groups(&csv);
    write_supports(&csv);
    write_measures(&csv);
    write_signals(&csv);
    write_initiatives(&csv);
    write_benefits(&csv);
    write_alignment(&csv);
    write_evidence(&csv);
    write_trust(&csv);
    write_phases(&csv);
    write_staffing(&csv);
}

#include "assess/alignment.h"
#include "assess/assess.h"
#include "assess/assessview.h"
#include "assess/benefitstatus.h"
#include "assess/evidence.h"
#include "assess/scalefact.h"
#include "assess/signalwords.h"

#include "base/utf8.h"
#include "base/vec.h"
#include <assert.h>

/* A table of text whose columns are as wide as their widest cell. */
#define MOST_COLUMNS 8

struct row {
    const char *cells[MOST_COLUMNS]; /* NULL: nothing from here on; one alone widens nothing */
};

struct table_text {
    struct arena *arena;
    unsigned right; /* bit i: column i is aligned to the right */
    VEC(struct row) rows;
};

struct view {
    struct arena *arena;
    const struct assessment *a;
    struct textbuf *out;
};

static void print_cell(struct textbuf *out, const char *text, size_t width, bool right, bool last) {
    size_t runes = utf8_runes(text);
    size_t blanks = width > runes ? width - runes : 0;
    for (size_t i = 0; right && i < blanks; i++) {
        textbuf_char(out, ' ');
    }
    textbuf_str(out, text);
    for (size_t i = 0; !right && !last && i < blanks; i++) {
        textbuf_char(out, ' ');
    }
}

static bool is_last(const struct row *row, size_t column) {
    return column + 1 == MOST_COLUMNS || !row->cells[column + 1];
}

static void print_table(const struct table_text *table, struct textbuf *out) {
    size_t widths[MOST_COLUMNS] = {0};
    for (size_t i = 0; i < table->rows.count; i++) {
        const struct row *row = &table->rows.items[i];
        for (size_t c = 0; row->cells[1] && c < MOST_COLUMNS && row->cells[c]; c++) {
            size_t runes = utf8_runes(row->cells[c]);
            widths[c] = runes > widths[c] ? runes : widths[c];
        }
    }
    for (size_t i = 0; i < table->rows.count; i++) {
        const struct row *row = &table->rows.items[i];
        for (size_t c = 0; c < MOST_COLUMNS && row->cells[c]; c++) {
            textbuf_str(out, "  ");
            print_cell(out, row->cells[c], widths[c], (table->right >> c & 1) != 0,
                       is_last(row, c));
        }
        textbuf_char(out, '\n');
    }
}

static void add_row(struct table_text *table, struct row row) {
    vec_push(table->arena, &table->rows, row);
}

static const char *figure(struct view *v, bool known, struct decimal value, unsigned places) {
    char text[32];
    if (!known) {
        return "-";
    }
    decimal_format(decimal_round(value, places), (int)places, text);
    return arena_strdup(v->arena, text);
}

static const char *signed_figure(struct view *v, bool known, struct decimal value,
                                 const char *unit) {
    if (!known) {
        return "-";
    }
    struct decimal shown = decimal_round(value, 1);
    return arena_printf(v->arena, "%s%s%s", shown.micro > 0 ? "+" : "", figure(v, true, shown, 1),
                        unit);
}

static const char *score_text(struct view *v, const struct score *score) {
    return figure(v, score->exact != NULL, score->rounded, 1);
}

static const char *coverage_text(struct view *v, struct decimal coverage) {
    return arena_printf(v->arena, "%s %%", figure(v, true, coverage, 0));
}

/* Names come from the workbook: nothing in them may control a terminal. */
static const char *label(struct view *v, int depth, const char *id, const char *name) {
    static const char indent[] = "      ";
    int blanks = 2 * depth;
    return arena_printf(v->arena, "%.*s%s  %s", blanks, indent, id,
                        utf8_printable(v->arena, name ? name : ""));
}

static void heading(struct view *v, const char *text) {
    textbuf_char(v->out, '\n');
    textbuf_str(v->out, text);
    textbuf_char(v->out, '\n');
}

static void print_tally(struct view *v, const struct tally *t) {
    textbuf_printf(v->out, "%d exceeds, %d green, %d amber, %d red, %d grey", t->exceeds, t->green,
                   t->amber, t->red, t->grey);
}

/* ---- one unit ---- */

static const char *goodness_mark(enum goodness goodness) {
    return goodness == GOODNESS_UNKNOWN ? "-" : goodness_name(goodness);
}

/* With the number of periods where the year to date lacks some. */
static const char *actual_text(struct view *v, const struct measure_result *r) {
    const char *actual = figure(v, r->has_actual, r->actual, r->measure->decimals);
    return r->ytd_have < r->ytd_due
               ? arena_printf(v->arena, "%s (%d of %d)", actual, r->ytd_have, r->ytd_due)
               : actual;
}

static void add_measure(struct view *v, struct table_text *table, const struct measure *measure) {
    const struct measure_result *r = assess_measure(v->a, measure);
    struct decimal variance = decimal_micro(0);
    bool varies = assessview_variance(r, &variance);
    const char *unit = r->variance_in_points ? " pt" : " %";
    add_row(table, (struct row){{label(v, 2, measure->id, measure->name), status_name(r->status),
                                 score_text(v, &r->score), "", actual_text(v, r),
                                 figure(v, r->has_target, r->target, measure->decimals),
                                 signed_figure(v, varies, variance, unit),
                                 goodness_mark(r->trend.goodness)}});
    const struct signal_result *chart = v->a->signals[measure - v->a->plan->measures.items];
    const char *signal = signalwords_line(v->arena, v->a, chart);
    if (signal) {
        add_row(table, (struct row){{arena_printf(v->arena, "      %s", signal)}});
    }
}

static const char *objective_status(struct view *v, const struct objective_result *r) {
    if (!r->declared) {
        return status_name(r->status);
    }
    return arena_printf(v->arena, "declared %s (calculated %s)", status_name(r->declared_status),
                        status_name(r->status));
}

/* Objectives below that support it: contributory ones are in its score, the others beside it. */
static void add_supporters(struct view *v, struct table_text *table,
                           const struct objective *objective) {
    for (size_t i = 0; i < objective->supported_by.count; i++) {
        const struct objective *child = objective->supported_by.items[i];
        const struct objective_result *r = assess_objective(v->a, child);
        const struct support *support = assessview_support(child, objective);
        const char *kind = assessview_support_name(support->kind);
        const char *name = utf8_printable(v->arena, child->name ? child->name : "");
        add_row(table,
                (struct row){
                    {arena_printf(v->arena, "    + %s  %s (%s, %s)", child->id, name, kind,
                                  support->kind == LINK_CONTRIBUTORY ? "counted" : "beside"),
                     status_name(r->status), score_text(v, &r->score),
                     coverage_text(v, r->coverage), "", "", "", goodness_mark(r->trend.goodness)}});
    }
}

static void add_objective(struct view *v, struct table_text *table,
                          const struct objective *objective) {
    const struct objective_result *r = assess_objective(v->a, objective);
    add_row(table,
            (struct row){{label(v, 1, objective->id, objective->name), objective_status(v, r),
                          score_text(v, &r->score), coverage_text(v, r->coverage), "", "", "",
                          goodness_mark(r->trend.goodness)}});
    for (size_t i = 0; i < objective->measures.count; i++) {
        if (objective->measures.items[i]->objectives.items[0] == objective) {
            add_measure(v, table, objective->measures.items[i]);
        }
    }
    add_supporters(v, table, objective);
}

static void add_perspective(struct view *v, struct table_text *table,
                            const struct group_result *group) {
    add_row(table, (struct row){{label(v, 0, group->perspective->id, group->perspective->name),
                                 status_name(group->status), score_text(v, &group->score),
                                 coverage_text(v, group->coverage)}});
    const struct plan *plan = v->a->plan;
    for (size_t i = 0; i < plan->objectives.count; i++) {
        const struct objective *objective = &plan->objectives.items[i];
        if (objective->unit == group->unit && objective->perspective == group->perspective) {
            add_objective(v, table, objective);
        }
    }
}

static void print_initiatives(struct view *v, const struct unit *unit) {
    struct table_text table = {.arena = v->arena};
    add_row(&table, (struct row){{"INITIATIVE", "STATUS", "SCHEDULE", "BUDGET", "BENEFIT"}});
    const struct plan *plan = v->a->plan;
    for (size_t i = 0; i < plan->initiatives.count; i++) {
        const struct initiative_result *r = &v->a->initiatives[i];
        if (r->initiative->unit == unit) {
            add_row(&table, (struct row){{label(v, 0, r->initiative->id, r->initiative->name),
                                          status_name(r->status), status_name(r->schedule),
                                          status_name(r->budget), status_name(r->benefit)}});
        }
    }
    if (table.rows.count > 1) {
        textbuf_char(v->out, '\n');
        print_table(&table, v->out);
    }
}

static void print_unit(struct view *v, const struct unit *unit) {
    const struct group_result *r = assess_unit(v->a, unit);
    heading(v, label(v, 0, unit->id, unit->name));
    textbuf_printf(v->out, "  %s", status_name(r->status));
    if (r->score.exact) {
        textbuf_printf(v->out, ", score %s", score_text(v, &r->score));
    }
    textbuf_printf(v->out, ", coverage %s; objectives: ", coverage_text(v, r->coverage));
    print_tally(v, &r->tally);
    textbuf_str(v->out, "\n");
    struct table_text table = {.arena = v->arena, .right = 0x7c};
    add_row(&table, (struct row){{"PERSPECTIVE, OBJECTIVE, MEASURE", "STATUS", "SCORE", "COVERAGE",
                                  "ACTUAL", "TARGET", "VARIANCE", "TREND"}});
    for (size_t i = 0; i < v->a->perspective_count; i++) {
        if (v->a->perspectives[i].unit == unit) {
            add_perspective(v, &table, &v->a->perspectives[i]);
        }
    }
    if (table.rows.count > 1) {
        textbuf_char(v->out, '\n');
        print_table(&table, v->out);
    }
    print_initiatives(v, unit);
}

/* ---- benefits ---- */

static const char *percent_text(struct view *v, bool known, struct decimal percent) {
    return known ? arena_printf(v->arena, "%s %%", figure(v, true, percent, 0)) : "-";
}

static const char *quantity_text(struct view *v, const struct quantity *quantity) {
    return figure(v, quantity->known, quantity->value,
                  quantity->value.micro % DECIMAL_ONE == 0 ? 0 : 2);
}

static const char *period_text(struct view *v, struct period period) {
    char text[16];
    if (!period_set(period)) {
        return "-";
    }
    period_format(period, &v->a->plan->organization.fiscal, text);
    return arena_strdup(v->arena, text);
}

static void add_benefit_total(struct view *v, struct table_text *table,
                              const struct benefit_total *total) {
    const char *type = benefitstatus_type_name(total->type);
    const char *name =
        total->other == 0
            ? arena_printf(v->arena, "All %s", type)
            : arena_printf(v->arena, "All %s (%d in other units left out)", type, total->other);
    add_row(table, (struct row){{name, status_name(total->status),
                                 figure(v, total->count > 0, total->planned, 0),
                                 figure(v, assessview_expected(total), total->expected, 0),
                                 figure(v, total->realised_of > 0, total->realised, 0),
                                 percent_text(v, total->has_percent, total->percent)}});
}

static void print_benefits(struct view *v, const struct unit *unit) {
    const struct plan *plan = v->a->plan;
    struct table_text table = {.arena = v->arena, .right = 0x3c};
    add_row(&table, (struct row){{"BENEFIT", "STATUS", "PLANNED", "FORECAST", "REALISED", "OF CASE",
                                  "DUE"}});
    for (size_t i = 0; i < plan->benefits.count; i++) {
        const struct benefit_result *r = &v->a->benefits[i];
        const struct benefit *benefit = r->benefit;
        if (assessview_shows(unit, benefit->initiative->unit)) {
            add_row(&table,
                    (struct row){{label(v, 0, benefit->id, benefit->name), status_name(r->status),
                                  quantity_text(v, &benefit->planned),
                                  quantity_text(v, &benefit->forecast),
                                  quantity_text(v, &benefit->realised),
                                  percent_text(v, r->has_percent, r->percent),
                                  arena_printf(v->arena, "%s%s", period_text(v, benefit->due),
                                               r->overdue ? ", overdue" : "")}});
        }
    }
    if (table.rows.count == 1) {
        return;
    }
    for (size_t i = 0; i < v->a->benefit_total_count && !unit; i++) {
        if (!v->a->benefit_totals[i].initiative) {
            add_benefit_total(v, &table, &v->a->benefit_totals[i]);
        }
    }
    heading(v, "Benefits");
    textbuf_char(v->out, '\n');
    print_table(&table, v->out);
}

/* ---- alignment ---- */

static const char *share_text(struct view *v, bool known, struct decimal part,
                              struct decimal whole) {
    struct decimal percent = decimal_micro(0);
    return percent_text(v, known && alignment_share(part, whole, &percent), percent);
}

static void print_base_rates(struct view *v) {
    size_t count;
    const struct alignment_rate *rates = alignment_rates(&count);
    textbuf_printf(v->out, "\n  Beside them, what research found (%s):\n", alignment_source());
    for (size_t i = 0; i < count; i++) {
        textbuf_printf(v->out, "    %s%s %% %s\n", rates[i].at_least ? "over " : "",
                       figure(v, true, rates[i].percent, 0), rates[i].says);
    }
}

static void add_alignment(struct view *v, struct table_text *table,
                          const struct alignment_result *r) {
    const char *traced =
        r->objectives > 0 ? arena_printf(v->arena, "%d of %d", r->traced, r->objectives) : "-";
    add_row(table, (struct row){{label(v, 0, r->unit->id, r->unit->name), traced,
                                 share_text(v, r->has_budget, r->linked, r->budget),
                                 share_text(v, r->has_goals, r->goals, r->goals_of),
                                 share_text(v, r->has_incentives, r->incentives, r->incentives_of),
                                 share_text(v, r->has_plans, r->plans, r->plans_of),
                                 share_text(v, r->has_aware, r->aware, r->aware_of),
                                 figure(v, r->has_hours, r->hours, 1)}});
}

static void print_alignment(struct view *v, const struct unit *unit) {
    const struct plan *plan = v->a->plan;
    struct table_text table = {.arena = v->arena, .right = 0xfe};
    add_row(&table, (struct row){{"UNIT WITH ALL BELOW", "TRACED", "BUDGET", "GOALS", "INCENTIVES",
                                  "PLANS", "AWARE", "HOURS"}});
    bool told = plan->budget_lines.count > 0 || plan->workforce.count > 0;
    for (size_t i = 0; i < plan->units.count; i++) {
        told = told || v->a->alignment[i].objectives > 0;
        if (assessview_shows(unit, &plan->units.items[i])) {
            add_alignment(v, &table, &v->a->alignment[i]);
        }
    }
    if (!told) {
        return;
    }
    heading(v, "Alignment with the strategy (shares that are linked; hours of executives a month)");
    textbuf_char(v->out, '\n');
    print_table(&table, v->out);
    print_base_rates(v);
}

/* ---- evidence ---- */

static void print_evidence(struct view *v, const struct unit *unit) {
    bool any = false;
    for (size_t i = 0; v->a->evidence && i < v->a->plan->links.count; i++) {
        const struct evidence_result *r = &v->a->evidence[i];
        if (!evidence_concerns(r, unit)) {
            continue;
        }
        if (!any) {
            heading(v, "Links tested against the scores (an association is no proof)");
            textbuf_char(v->out, '\n');
        }
        any = true;
        textbuf_printf(v->out, "  %s\n", evidence_sentence(v->arena, r));
    }
    size_t by_chance;
    size_t tested = evidence_tested(v->a, unit, &by_chance);
    if (tested > 0) {
        textbuf_printf(v->out,
                       "\n  Of %zu %s tested, chance alone may show an association for %zu.\n",
                       tested, tested == 1 ? "link" : "links", by_chance);
    }
}

/* ---- trust ---- */

static const char *count_of(struct view *v, int part, int whole) {
    return whole > 0 ? arena_printf(v->arena, "%d of %d", part, whole) : "-";
}

static const char *whose(struct view *v, const struct trust_row *row) {
    if (row->unit) {
        return label(v, 0, row->unit->id, row->unit->name);
    }
    return row->owner ? utf8_printable(v->arena, row->owner) : "All";
}

static void print_trust(struct view *v, const struct unit *unit) {
    struct table_text table = {.arena = v->arena, .right = 0xfe};
    add_row(&table, (struct row){{"WHOSE FIGURES", "ACTUALS", "STALE", "ATTESTED", "ESTIMATED",
                                  "RESTATED", "PROVISIONAL", "REPORTED BETTER"}});
    for (size_t i = 0; i < v->a->trust_count; i++) {
        const struct trust_row *row = &v->a->trust[i];
        if (unit && row->unit != unit) {
            continue;
        }
        add_row(&table, (struct row){{whose(v, row), count_of(v, row->with_actual, row->measures),
                                      arena_printf(v->arena, "%d", row->stale),
                                      count_of(v, row->attested, row->with_actual),
                                      arena_printf(v->arena, "%d", row->estimated),
                                      arena_printf(v->arena, "%d", row->restated),
                                      arena_printf(v->arena, "%d", row->provisional),
                                      count_of(v, row->disagreeing, row->initiatives)}});
    }
    if (v->a->trust[0].measures + v->a->trust[0].initiatives == 0) {
        return;
    }
    heading(v, "How far the figures can be relied on (last: initiatives reported better than they "
               "come out)");
    textbuf_char(v->out, '\n');
    print_table(&table, v->out);
}

/* ---- staffing ---- */

static const char *band_text(struct view *v, bool known, struct decimal min, struct decimal max) {
    if (!known) {
        return "-";
    }
    return arena_printf(v->arena, "%s to %s", figure(v, true, min, 2), figure(v, true, max, 2));
}

static const char *phase_name(struct view *v, const struct phase_result *phase) {
    return phase->phase ? utf8_printable(v->arena, phase->phase) : "(no phase)";
}

static void print_roadmap(struct view *v) {
    const struct staffing_result *s = &v->a->staffing;
    struct table_text table = {.arena = v->arena, .right = 0x3e};
    add_row(&table, (struct row){{"PHASE", "PLANNED", "FILLED", "PLANNED SO FAR", "FILLED SO FAR",
                                  "BENCHMARK SO FAR", "VERDICT"}});
    for (size_t i = 0; i < s->phase_count; i++) {
        const struct phase_result *phase = &s->phases[i];
        add_row(&table, (struct row){{phase_name(v, phase), figure(v, true, phase->planned, 2),
                                      figure(v, true, phase->filled, 2),
                                      figure(v, true, phase->planned_so_far, 2),
                                      figure(v, true, phase->filled_so_far, 2),
                                      band_text(v, phase->has_band, phase->min, phase->max),
                                      assess_verdict_name(phase->verdict)}});
    }
    heading(v, "Roadmap of the staffing");
    textbuf_char(v->out, '\n');
    print_table(&table, v->out);
}

static const char *group_digits(struct view *v, int64_t number) {
    assert(number >= 1000 && number < 1000000); /* people of a large organization */
    return arena_printf(v->arena, "%d,%03d", (int)(number / 1000), (int)(number % 1000));
}

static void print_scale(struct view *v) {
    size_t count;
    const struct scalefact *facts = scalefact_all(&count);
    textbuf_str(v->out, "\n  For scale, not as a benchmark:\n");
    for (size_t i = 0; i < count; i++) {
        textbuf_printf(v->out, "    %s people%s: %s", figure(v, true, facts[i].people, 0),
                       facts[i].part_time > 0 ? " and one part-time" : "", facts[i].says);
        if (facts[i].employees > 0) {
            textbuf_printf(v->out, ", %s employees", group_digits(v, facts[i].employees));
        }
        if (*facts[i].source) {
            textbuf_printf(v->out, " (%s)", facts[i].source);
        }
        textbuf_char(v->out, '\n');
    }
}

static void print_staffing(struct view *v) {
    const struct plan *plan = v->a->plan;
    const struct staffing_result *s = &v->a->staffing;
    if (plan->processes.count == 0) {
        return;
    }
    heading(v, "Staffing of strategy management (FTE)");
    struct table_text table = {.arena = v->arena, .right = 0xe};
    add_row(&table, (struct row){{"PROCESS", "PLANNED", "FILLED", "BENCHMARK", "VERDICT"}});
    for (size_t i = 0; i < plan->processes.count; i++) {
        const struct process_result *r = &s->processes[i];
        const struct process *p = r->process;
        add_row(&table, (struct row){{label(v, 0, p->id, p->name), figure(v, true, r->planned, 2),
                                      figure(v, true, r->filled, 2),
                                      band_text(v, p->benchmarked, p->fte_min, p->fte_max),
                                      assess_verdict_name(r->verdict)}});
    }
    add_row(&table,
            (struct row){{"Total", figure(v, true, s->planned, 2), figure(v, true, s->filled, 2),
                          band_text(v, s->has_total, s->total_min, s->total_max),
                          assess_verdict_name(s->verdict)}});
    add_row(&table,
            (struct row){{"Sum of the rows", "", "", band_text(v, true, s->sum_min, s->sum_max),
                          assess_verdict_name(s->row_verdict)}});
    textbuf_char(v->out, '\n');
    print_table(&table, v->out);
    textbuf_printf(v->out, "\n  %s FTE vacant, %s FTE lent on a dotted line; reporting line: %s\n",
                   figure(v, true, s->vacant, 2), figure(v, true, s->dotted, 2),
                   status_name(s->line_status));
    if (s->phase_count > 0) {
        print_roadmap(v);
    }
    print_scale(v);
}

void assess_text(const struct assessment *a, const struct unit *unit, struct textbuf *out) {
    struct view v = {.arena = out->arena, .a = a, .out = out};
    char period[16], date[11];
    period_format(a->period, &a->plan->organization.fiscal, period);
    date_format(a->as_of, date);
    textbuf_printf(out, "%s, %s, as of %s\n",
                   utf8_printable(out->arena, a->plan->organization.name), period, date);
    for (size_t i = 0; i < a->plan->units.count; i++) {
        if (assessview_shows(unit, &a->plan->units.items[i])) {
            print_unit(&v, &a->plan->units.items[i]);
        }
    }
    print_benefits(&v, unit);
    print_alignment(&v, unit);
    print_evidence(&v, unit);
    print_trust(&v, unit);
    print_staffing(&v);
}

#include "assess/assess.h"
#include "assess/assessview.h"

#include "base/utf8.h"
#include "base/vec.h"

/* A table of text whose columns are as wide as their widest cell. */
#define MOST_COLUMNS 8

struct row {
    const char *cells[MOST_COLUMNS]; /* NULL: nothing from here on */
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
        for (size_t c = 0; c < MOST_COLUMNS && row->cells[c]; c++) {
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

static void add_measure(struct view *v, struct table_text *table, const struct measure *measure) {
    const struct measure_result *r = assess_measure(v->a, measure);
    struct decimal variance = decimal_micro(0);
    bool varies = assessview_variance(r, &variance);
    const char *unit = r->variance_in_points ? " pt" : " %";
    add_row(table, (struct row){{label(v, 2, measure->id, measure->name), status_name(r->status),
                                 score_text(v, &r->score), "",
                                 figure(v, r->has_actual, r->actual, measure->decimals),
                                 figure(v, r->has_target, r->target, measure->decimals),
                                 signed_figure(v, varies, variance, unit),
                                 goodness_mark(r->trend.goodness)}});
}

static const char *objective_status(struct view *v, const struct objective_result *r) {
    if (!r->declared) {
        return status_name(r->status);
    }
    return arena_printf(v->arena, "declared %s (calculated %s)", status_name(r->declared_status),
                        status_name(r->status));
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

/* ---- staffing ---- */

static const char *band_text(struct view *v, bool known, struct decimal min, struct decimal max) {
    if (!known) {
        return "-";
    }
    return arena_printf(v->arena, "%s to %s", figure(v, true, min, 2), figure(v, true, max, 2));
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
            (struct row){{"Sum of the rows", "", "", band_text(v, true, s->sum_min, s->sum_max)}});
    textbuf_char(v->out, '\n');
    print_table(&table, v->out);
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
    print_staffing(&v);
}

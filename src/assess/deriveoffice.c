/* The whole office of strategy management: FTE against the published total and against the sum of
 * the benchmarks of its processes, and its reporting line (domain.md section 2). */
#include "assess/derivepost.h"

/* The work on the office. */
struct work {
    struct deriving d;
    const struct staffing_result *staffing;
};

static void sum_step(struct work *w, const char *figure, const char *words,
                     enum derivepost_kind kind, struct decimal result) {
    derive_step(&w->d, figure, RULE_NONE, words);
    derivepost_sum(&w->d, NULL, kind, result);
}

static void vacant_step(struct work *w) {
    struct deriving *d = &w->d;
    derive_step(d, "vacant FTE", RULE_NONE, "Planned less filled.");
    derive_rounds(d,
                  formula_sub(d->arena, formula_decimal(d->arena, w->staffing->planned),
                              formula_decimal(d->arena, w->staffing->filled)),
                  w->staffing->vacant);
}

static void total_step(struct work *w) {
    struct deriving *d = &w->d;
    const struct staffing_result *s = w->staffing;
    if (!s->has_total) {
        derive_step(d, "against the published total", RULE_NONE,
                    "The workbook names no published total to compare with.");
        derive_result(d, assess_verdict_name(s->verdict));
        return;
    }
    derive_step(d, "against the published total", RULE_NONE,
                "Planned FTE against the least and the most of the published total; differences "
                "up to 0.005 are none.");
    derivepost_verdict(d, s->planned, s->total_min, s->total_max, s->verdict);
    derive_number(d, "published total, least", s->total_min, d->plan->published_total_min.place);
    derive_number(d, "published total, most", s->total_max, d->plan->published_total_max.place);
    if (d->plan->published_total_source && *d->plan->published_total_source) {
        derive_input(d, "source", d->plan->published_total_source, (struct place){0});
    }
}

static void sum_of_benchmarks(struct work *w, bool least) {
    struct deriving *d = &w->d;
    derive_step(d, least ? "sum of the benchmarks, least" : "sum of the benchmarks, most",
                RULE_NONE, "The benchmarks of all processes in scope, added up.");
    derivepost_benchmarks(d, NULL, least, least ? w->staffing->sum_min : w->staffing->sum_max);
}

static void rows_step(struct work *w) {
    struct deriving *d = &w->d;
    const struct staffing_result *s = w->staffing;
    derive_step(d, "against the sum of the benchmarks", RULE_NONE,
                s->row_verdict == STAFFING_NO_BENCHMARK
                    ? "No process in scope has a benchmark."
                    : "A note beside the published total, which need not be the sum of its rows.");
    if (s->row_verdict == STAFFING_NO_BENCHMARK) {
        derive_result(d, assess_verdict_name(s->row_verdict));
    } else {
        derivepost_verdict(d, s->planned, s->sum_min, s->sum_max, s->row_verdict);
    }
}

static void line_step(struct work *w) {
    static const char *const words[] = {
        [LINE_UNKNOWN] = "The workbook does not say to whom the office reports.",
        [LINE_DIRECT] = "The office reports to the chief executive: green.",
        [LINE_DOTTED] = "A dotted line to the chief executive beside a solid one is green.",
        [LINE_TWO_BELOW] = "Two levels below the chief executive without direct access is amber.",
        [LINE_THREE_BELOW] = "Three or more levels below the chief executive is red.",
    };
    struct deriving *d = &w->d;
    derive_step(d, "reporting line", RULE_NONE, words[d->plan->settings.reporting_line]);
    derive_result(d, status_words(w->staffing->line_status));
    derive_field(d, "reporting line", derive_only_row(d, SHEET_SETTINGS),
                 COLUMN_SETTINGS_REPORTING_LINE);
}

static const char *verdict_text(struct work *w) {
    const struct staffing_result *s = w->staffing;
    if (!s->has_total) {
        return "no published total to compare with";
    }
    return arena_printf(w->d.arena, "%s the published total of %s to %s",
                        assess_verdict_name(s->verdict),
                        derive_decimal_text(w->d.arena, s->total_min),
                        derive_decimal_text(w->d.arena, s->total_max));
}

const struct derivation *deriveoffice(struct arena *arena, const struct assessment *assessment) {
    struct work w = {.d = derive_begin(arena, assessment, 0, "office", "office",
                                       "Office of strategy management"),
                     .staffing = &assessment->staffing};
    const struct staffing_result *s = w.staffing;
    w.d.out->answer =
        arena_printf(arena, "office: %s FTE planned, %s filled, %s, as of %s",
                     derive_decimal_text(arena, s->planned), derive_decimal_text(arena, s->filled),
                     verdict_text(&w), derive_date_text(arena, assessment->as_of));
    sum_step(&w, "planned FTE", "The rows of the sheet that have not ended, on a solid line.",
             DERIVEPOST_PLANNED, s->planned);
    sum_step(&w, "filled FTE", "Of these, those in post.", DERIVEPOST_FILLED, s->filled);
    vacant_step(&w);
    sum_step(&w, "dotted-line FTE", "People lent by other functions: listed, not counted.",
             DERIVEPOST_DOTTED, s->dotted);
    total_step(&w);
    sum_of_benchmarks(&w, true);
    sum_of_benchmarks(&w, false);
    rows_step(&w);
    line_step(&w);
    return w.d.out;
}

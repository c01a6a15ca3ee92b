/* Processes of strategy management: people against the benchmark (domain.md section 2). */
#include "assess/derivepost.h"

/* The work on one process. */
struct work {
    struct deriving d;
    const struct process *process;
    const struct process_result *result;
};

static void sum_step(struct work *w, const char *figure, const char *words,
                     enum derivepost_kind kind, struct decimal result) {
    derive_step(&w->d, figure, RULE_NONE, words);
    derivepost_sum(&w->d, w->process, kind, result);
}

static void benchmark_inputs(struct work *w) {
    struct deriving *d = &w->d;
    const struct record *row =
        derive_row(d, SHEET_BENCHMARKS, COLUMN_BENCHMARKS_PROCESS, w->process->id);
    derive_field(d, "benchmark, least", row, COLUMN_BENCHMARKS_FTE_MIN);
    derive_field(d, "benchmark, most", row, COLUMN_BENCHMARKS_FTE_MAX);
    derive_field(d, "source", row, COLUMN_BENCHMARKS_SOURCE);
}

static void verdict_steps(struct work *w) {
    struct deriving *d = &w->d;
    const struct process_result *r = w->result;
    if (r->verdict == STAFFING_NO_BENCHMARK) {
        derive_step(d, "against the benchmark", RULE_NONE,
                    w->process->in_scope ? "There is no benchmark to compare with."
                                         : "Out of scope: it is not compared.");
        derive_result(d, "none");
        return;
    }
    derive_step(d, "against the benchmark", RULE_NONE,
                "Planned FTE against the least and the most of the benchmark; differences up to "
                "0.005 are none.");
    derivepost_verdict(d, r->planned, w->process->fte_min, w->process->fte_max, r->verdict);
    benchmark_inputs(w);
    if (r->verdict != STAFFING_WITHIN) {
        bool under = r->verdict == STAFFING_UNDER;
        derive_step(d, "gap in FTE", RULE_NONE,
                    under ? "Planned less the least of the benchmark."
                          : "Planned less the most of the benchmark.");
        derive_rounds(d,
                      formula_sub(d->arena, formula_decimal(d->arena, r->planned),
                                  formula_decimal(d->arena, under ? w->process->fte_min
                                                                  : w->process->fte_max)),
                      r->gap);
    }
}

static const char *colour_words(const struct work *w) {
    const struct process_result *r = w->result;
    static const char *const words[] = {
        [STAFFING_WITHIN] = "Within the benchmark.",
        [STAFFING_OVER] = "More than the benchmark is a note, never a fault.",
        [STAFFING_NO_BENCHMARK] = "Without a comparison there is no colour.",
    };
    if (r->verdict != STAFFING_UNDER) {
        return words[r->verdict];
    }
    if (w->process->group == PROCESS_CORE) {
        return "A core process short by more than half a post (0.5 FTE, with the tolerance of "
               "0.005) is red, otherwise amber.";
    }
    if (w->process->group == PROCESS_INTEGRATIVE) {
        return r->colour == STATUS_NO_DATA
                   ? "An integrative process that is short is only a note where the partner "
                     "function that runs it is named."
                   : "An integrative process that is short is amber where no partner function is "
                     "named.";
    }
    return "A desirable process that is short is amber.";
}

static void colour_step(struct work *w) {
    struct deriving *d = &w->d;
    const struct process_result *r = w->result;
    const char *word = r->colour == STATUS_NO_DATA ? "note only" : status_words(r->colour);
    const struct record *row = derive_row(d, SHEET_PROCESSES, COLUMN_PROCESSES_ID, w->process->id);
    derive_step(d, "colour", RULE_NONE, colour_words(w));
    derive_result(d, word);
    if (r->verdict == STAFFING_UNDER && w->process->group == PROCESS_CORE) {
        struct formula missing = formula_abs(d->arena, formula_decimal(d->arena, r->gap));
        struct formula most = formula_decimal(d->arena, decimal_micro(505000));
        derive_verdict(
            d, formula_compare(d->arena, missing, r->colour == STATUS_RED ? ">" : "<=", most),
            word);
    }
    derive_field(d, "group", row, COLUMN_PROCESSES_GROUP);
    derive_field(d, "owner or partner function", row, COLUMN_PROCESSES_PRIMARY_OWNER_FUNCTION);
}

static void rate_steps(struct work *w) {
    struct deriving *d = &w->d;
    const struct process_result *r = w->result;
    struct formula hundred = formula_whole(d->arena, 100);
    struct formula planned = formula_decimal(d->arena, r->planned);
    bool less = decimal_compare(r->planned, w->process->fte_min) < 0;
    if (r->verdict != STAFFING_NO_BENCHMARK && less) {
        derive_step(d, "coverage in %", RULE_NONE, "Planned of the least of the benchmark.");
        derive_rounds(d,
                      formula_div(d->arena, formula_mul(d->arena, hundred, planned),
                                  formula_decimal(d->arena, w->process->fte_min)),
                      r->coverage);
    }
    if (r->has_fill_rate) {
        derive_step(d, "fill rate in %", RULE_NONE, "Filled of planned.");
        derive_rounds(
            d,
            formula_div(d->arena,
                        formula_mul(d->arena, hundred, formula_decimal(d->arena, r->filled)),
                        planned),
            r->fill_rate);
    }
    if (r->vacant) {
        derive_step(d, "vacancy", RULE_NONE,
                    "FTE are planned and nobody is in post; the colour follows the plan.");
        derive_result(d, "vacant");
    }
}

static void answer(struct work *w) {
    struct deriving *d = &w->d;
    const struct process_result *r = w->result;
    const char *verdict = "with no benchmark";
    if (r->verdict != STAFFING_NO_BENCHMARK) {
        verdict =
            arena_printf(d->arena, "%s the benchmark of %s to %s", assess_verdict_name(r->verdict),
                         derive_decimal_text(d->arena, w->process->fte_min),
                         derive_decimal_text(d->arena, w->process->fte_max));
    }
    d->out->answer = arena_printf(
        d->arena, "%s %s %s: %s FTE planned, %s filled, %s, as of %s", w->process->id,
        w->process->name,
        r->colour == STATUS_NO_DATA ? "has no colour" : derive_status_words(r->colour),
        derive_decimal_text(d->arena, r->planned), derive_decimal_text(d->arena, r->filled),
        verdict, derive_date_text(d->arena, d->assessment->as_of));
}

const struct derivation *derivestaffing(struct arena *arena, const struct assessment *assessment,
                                        const struct process_result *result) {
    const struct process *process = result->process;
    struct work w = {.d = derive_begin(arena, assessment, 0, "process", process->id, process->name),
                     .process = process,
                     .result = result};
    w.d.out->place = process->place;
    answer(&w);
    sum_step(&w, "planned FTE", "The rows of the sheet that have not ended, on a solid line.",
             DERIVEPOST_PLANNED, result->planned);
    sum_step(&w, "filled FTE", "Of these, those in post.", DERIVEPOST_FILLED, result->filled);
    if (result->dotted.micro > 0) {
        sum_step(&w, "dotted-line FTE", "Listed, not counted.", DERIVEPOST_DOTTED, result->dotted);
    }
    verdict_steps(&w);
    colour_step(&w);
    rate_steps(&w);
    return w.d.out;
}

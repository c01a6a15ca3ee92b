#include "assess/derivepost.h"

#include <assert.h>

#define TOLERANCE 5000 /* 0.005 FTE */

bool derivepost_counts(const struct deriving *d, const struct staffing *row,
                       enum derivepost_kind kind) {
    struct date as_of = d->assessment->as_of;
    bool ended = date_set(row->to) && date_compare(row->to, as_of) < 0;
    bool in_post = row->filled && (!date_set(row->from) || date_compare(row->from, as_of) <= 0);
    if (ended || row->dotted != (kind == DERIVEPOST_DOTTED)) {
        return false;
    }
    return kind == DERIVEPOST_PLANNED || in_post;
}

const char *derivepost_name(struct deriving *d, const struct staffing *row) {
    return arena_printf(d->arena, "%s, process %s", row->person, row->process->id);
}

void derivepost_sum(struct deriving *d, const struct process *process, enum derivepost_kind kind,
                    struct decimal result) {
    struct derivesum sum = derivesum_begin(d);
    for (size_t i = 0; i < d->plan->staffing.count; i++) {
        const struct staffing *row = &d->plan->staffing.items[i];
        if ((!process || row->process == process) && derivepost_counts(d, row, kind)) {
            derivesum_add(d, &sum, process ? row->person : derivepost_name(d, row), row->fte,
                          row->place);
        }
    }
    derivesum_result(d, &sum, result);
}

void derivepost_benchmarks(struct deriving *d, const bool *begun, bool least,
                           struct decimal result) {
    struct derivesum sum = derivesum_begin(d);
    for (size_t i = 0; i < d->plan->processes.count; i++) {
        const struct process *process = &d->plan->processes.items[i];
        if ((!begun || begun[i]) && process->in_scope && process->benchmarked) {
            int column = least ? COLUMN_BENCHMARKS_FTE_MIN : COLUMN_BENCHMARKS_FTE_MAX;
            derivesum_add(
                d, &sum, arena_printf(d->arena, "%s %s", process->id, process->name),
                least ? process->fte_min : process->fte_max,
                derive_cell(d, SHEET_BENCHMARKS, COLUMN_BENCHMARKS_PROCESS, process->id, column));
        }
    }
    derivesum_result(d, &sum, result);
}

void derivepost_verdict(struct deriving *d, struct decimal planned, struct decimal min,
                        struct decimal max, enum staffing_verdict verdict) {
    assert(verdict != STAFFING_NO_BENCHMARK);
    struct formula tolerance = formula_decimal(d->arena, decimal_micro(TOLERANCE));
    struct formula fte = formula_decimal(d->arena, planned);
    struct formula missing = formula_sub(d->arena, formula_decimal(d->arena, min), fte);
    struct formula more = formula_sub(d->arena, fte, formula_decimal(d->arena, max));
    const char *conditions = "";
    if (verdict == STAFFING_UNDER) {
        conditions = formula_compare(d->arena, missing, ">", tolerance);
    } else if (verdict == STAFFING_OVER) {
        conditions = formula_compare(d->arena, more, ">", tolerance);
    } else {
        conditions = derive_both(d, formula_compare(d->arena, missing, "<=", tolerance),
                                 formula_compare(d->arena, more, "<=", tolerance));
    }
    derive_verdict(d, conditions, assess_verdict_name(verdict));
}

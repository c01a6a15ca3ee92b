#include "assess/signalwords.h"

#include <assert.h>

static const char *span_name(enum frequency frequency) {
    static const char *const names[] = {"periods",  "weeks",      "months",
                                        "quarters", "half-years", "years"};
    assert((size_t)frequency < sizeof names / sizeof *names);
    return names[frequency];
}

static const char *period_text(struct arena *arena, const struct assessment *a,
                               struct period period) {
    char text[16];
    period_format(period, &a->plan->organization.fiscal, text);
    return arena_strdup(arena, text);
}

bool signalwords_present(const struct signal_result *result, const struct signal *signal) {
    return signal->last + 1 == result->count;
}

const char *signalwords_side(const struct signal *signal) {
    if (signal->kind == SIGNAL_SLOPE) {
        return signal->side > 0 ? "rising" : "falling";
    }
    return signal->side > 0 ? "above" : "below";
}

/* "since 2026-03" while it lasts, else "from 2025-10 to 2026-03". */
static const char *when(struct arena *arena, const struct assessment *a,
                        const struct signal_result *result, const struct signal *signal) {
    const char *first = period_text(arena, a, result->points[signal->first].period);
    if (signalwords_present(result, signal)) {
        return arena_printf(arena, "since %s", first);
    }
    return arena_printf(arena, "from %s to %s", first,
                        period_text(arena, a, result->points[signal->last].period));
}

const char *signalwords(struct arena *arena, const struct assessment *assessment,
                        const struct signal_result *result, const struct signal *signal) {
    const char *side = signalwords_side(signal);
    const char *limit = signal->side > 0 ? "upper" : "lower";
    size_t points = signal->last - signal->first + 1;
    const char *spans = span_name(result->points[signal->first].period.frequency);
    if (signal->kind == SIGNAL_RUN) {
        return arena_printf(arena, "%zu %s %s the mean %s", points, spans, side,
                            when(arena, assessment, result, signal));
    }
    if (signal->kind == SIGNAL_SLOPE) {
        return arena_printf(arena, "%zu %s %s without a break %s", points, spans, side,
                            when(arena, assessment, result, signal));
    }
    if (signal->kind == SIGNAL_NEAR) {
        return arena_printf(arena, "close to the %s limit more than once %s", limit,
                            when(arena, assessment, result, signal));
    }
    return arena_printf(arena, "%s the %s limit in %s", side, limit,
                        period_text(arena, assessment, result->points[signal->first].period));
}

const char *signalwords_now(struct arena *arena, const struct assessment *assessment,
                            const struct signal_result *result) {
    if (!result || !result->now) {
        return NULL;
    }
    struct textbuf out;
    textbuf_init(&out, arena);
    const char *before = result->trial ? "trial: " : "";
    for (size_t i = 0; i < result->signals.count; i++) {
        const struct signal *signal = &result->signals.items[i];
        if (signalwords_present(result, signal)) {
            textbuf_str(&out, before);
            textbuf_str(&out, signalwords(arena, assessment, result, signal));
            before = "; ";
        }
    }
    return textbuf_text(&out);
}

const char *signalwords_line(struct arena *arena, const struct assessment *assessment,
                             const struct signal_result *result) {
    const struct signal *longest = NULL;
    for (size_t i = 0; result && i < result->signals.count; i++) {
        const struct signal *signal = &result->signals.items[i];
        if (signalwords_present(result, signal) && (!longest || signal->first < longest->first)) {
            longest = signal;
        }
    }
    if (!longest) {
        return NULL;
    }
    return arena_printf(arena, "signal%s: %s", result->trial ? " (trial)" : "",
                        signalwords(arena, assessment, result, longest));
}

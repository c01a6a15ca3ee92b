#include "assess/rollup.h"

#include "assess/score.h"
#include "assess/wide.h"

/* Fractions with a weight's 10^-6 cancelled: only ratios of weights matter. */
struct sums {
    wide weight;                    /* of children in scope */
    wide scored;                    /* of those that give a score */
    wide covered_simple;            /* of scored children without a coverage of their own */
    const struct rational *points;  /* sum of weight x score */
    const struct rational *covered; /* sum of weight x coverage, where they have one */
    int votes[3];                   /* green, amber, red */
    enum status worst;
    bool gap, red_critical, any_not_due;
};

bool rollup_in_scope(enum status status) {
    return status != STATUS_NOT_APPLICABLE && status != STATUS_NOT_DUE && status != STATUS_UNSCORED;
}

enum status rollup_worse(enum status a, enum status b) {
    return a > b ? a : b;
}

void rollup_count(struct tally *tally, enum status status) {
    switch (status) {
    case STATUS_EXCEEDS:
        tally->exceeds++;
        break;
    case STATUS_GREEN:
        tally->green++;
        break;
    case STATUS_AMBER:
        tally->amber++;
        break;
    case STATUS_RED:
        tally->red++;
        break;
    case STATUS_NO_DATA:
    case STATUS_NOT_DUE:
    case STATUS_NOT_APPLICABLE:
    case STATUS_STALE:
    case STATUS_INSUFFICIENT:
        tally->grey++;
        break;
    case STATUS_UNSCORED:
        break;
    }
}

void rollup_add_tally(struct tally *sum, const struct tally *tally) {
    sum->exceeds += tally->exceeds;
    sum->green += tally->green;
    sum->amber += tally->amber;
    sum->red += tally->red;
    sum->grey += tally->grey;
}

static const struct rational *add_product(struct arena *arena, const struct rational *sum,
                                          struct decimal weight, const struct rational *factor) {
    const struct rational *product =
        rational_mul(arena, rational_of(arena, weight.micro, 1), factor);
    return sum ? rational_add(arena, sum, product) : product;
}

static void add_voice(struct sums *sums, enum status status) {
    enum status colour = status == STATUS_EXCEEDS ? STATUS_GREEN : status;
    sums->votes[colour - STATUS_GREEN]++;
    sums->worst = rollup_worse(sums->worst, colour);
}

static void add_child(struct arena *arena, const struct settings *settings, struct sums *sums,
                      const struct rollup_child *child) {
    if (child->critical && child->status == STATUS_RED) {
        sums->red_critical = true;
    }
    if (child->weight.micro == 0) {
        return;
    }
    sums->weight += child->weight.micro;
    if (child->coverage) {
        sums->covered = add_product(arena, sums->covered, child->weight, child->coverage);
    } else if (child->score) {
        sums->covered_simple += child->weight.micro;
    }
    if (child->score) {
        sums->scored += child->weight.micro;
        sums->points = add_product(arena, sums->points, child->weight, child->score);
        add_voice(sums, child->status);
        return;
    }
    sums->gap = true;
    if (settings->missing == MISSING_ZERO) {
        sums->scored += child->weight.micro;
        add_voice(sums, STATUS_RED);
    }
}

static const struct rational *coverage_of(struct arena *arena, const struct sums *sums) {
    const struct rational *simple = wide_rational(arena, sums->covered_simple, sums->weight);
    if (!sums->covered) {
        return simple;
    }
    const struct rational *own =
        rational_div(arena, sums->covered, wide_rational(arena, sums->weight, 1));
    return rational_add(arena, simple, own);
}

static enum status majority(const struct sums *sums) {
    int best = 0;
    for (int i = 1; i < 3; i++) {
        if (sums->votes[i] >= sums->votes[best]) {
            best = i; /* a tie goes to the worse */
        }
    }
    return (enum status)(STATUS_GREEN + best);
}

static enum status banded(const struct settings *settings, const struct sums *sums,
                          const struct rational *score) {
    switch (settings->rollup) {
    case ROLLUP_WORST:
        return sums->worst;
    case ROLLUP_MAJORITY:
        return majority(sums);
    case ROLLUP_WEIGHTED:
        break;
    }
    return score_status(score);
}

/* True if covered (0..1) is less than the settings' percentage. */
static bool too_thin(const struct settings *settings, const struct rational *covered) {
    return rational_compare_of(covered, settings->minimum_coverage.micro, 100 * DECIMAL_ONE) < 0;
}

struct rollup_result rollup(struct arena *arena, const struct settings *settings,
                            const struct rollup_child *children, size_t count) {
    struct rollup_result result = {.status = STATUS_NOT_APPLICABLE};
    struct sums sums = {.worst = STATUS_GREEN};
    for (size_t i = 0; i < count; i++) {
        const struct rollup_child *child = &children[i];
        if (!child->unlisted) {
            rollup_count(&result.tally, child->status);
        }
        if (rollup_in_scope(child->status)) {
            add_child(arena, settings, &sums, child);
        }
        sums.any_not_due = sums.any_not_due || child->status == STATUS_NOT_DUE;
    }
    if (sums.weight == 0) {
        result.coverage = rational_of(arena, 0, 1);
        result.status = sums.any_not_due ? STATUS_NOT_DUE : STATUS_NOT_APPLICABLE;
        return result;
    }
    result.in_scope = true;
    result.coverage = coverage_of(arena, &sums);
    if (too_thin(settings, result.coverage) || (settings->missing == MISSING_STRICT && sums.gap)) {
        result.status = STATUS_INSUFFICIENT;
        return result;
    }
    if (sums.scored == 0) {
        result.status = STATUS_NO_DATA;
        return result;
    }
    const struct rational *points = sums.points ? sums.points : rational_of(arena, 0, 1);
    result.score = rational_div(arena, points, wide_rational(arena, sums.scored, 1));
    result.status = banded(settings, &sums, result.score);
    if (sums.red_critical && result.status == STATUS_GREEN) {
        result.status = STATUS_AMBER;
        result.capped = true;
    }
    return result;
}

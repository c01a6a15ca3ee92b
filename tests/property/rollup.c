/* Laws of scores and rollups (domain.md section 4, rules 3 to 5), each on thousands of random
 * families; what fails tells the seed that makes the family again.
 *
 * - Scores and means agree with a reference in __int128 that knows no fraction.
 * - Only the ratio of weights counts; one child is as good as two halves of it.
 * - All options give one score; their colours lie between the worst child and the best, and
 *   `worst` is no better than any other.
 * - A better child never makes its parent worse; one more answer never lowers the coverage. */
#include "unit/planfixture.h"

#include "assess/rollup.h"
#include "assess/score.h"
#include "assess/threshold.h"

__extension__ typedef __int128 large;

enum { FAMILIES = 4000, MOST = 8 };
#define HUNDRED (100 * (int64_t)DECIMAL_ONE)

struct family {
    struct arena *arena;
    unsigned seed;
    struct settings settings;
    struct rollup_child child[MOST];
    int64_t micro[MOST]; /* the scores */
    size_t count;
};

static void give(struct family *f, size_t i, int64_t micro) {
    f->micro[i] = micro;
    f->child[i].score = rational_decimal(f->arena, decimal_micro(micro));
    f->child[i].status = score_status(f->child[i].score);
}

static struct family family_of(unsigned seed, uint32_t missing) {
    struct dice dice = {seed * 2654435761u + 1};
    struct family f = {
        .arena = arena_new(0, NULL, NULL), .seed = seed, .settings = plain_settings()};
    f.settings.rollup = (enum rollup_policy)roll(&dice, 3);
    f.settings.missing = (enum missing_policy)roll(&dice, 4);
    f.settings.minimum_coverage = decimal_of((int64_t)roll(&dice, 5) * 25);
    f.count = 1 + roll(&dice, MOST);
    static const int64_t marks[] = {0, 33333333, 33333334, 50000000, 66666666, 66666667, 100000000};
    for (size_t i = 0; i < f.count; i++) {
        f.child[i].weight =
            decimal_micro(1 + (int64_t)roll(&dice, 100) * (int64_t)roll(&dice, 1000000));
        f.child[i].critical = roll(&dice, 4) == 0;
        if (roll(&dice, 100) < missing)
            f.child[i].status = roll(&dice, 3) ? STATUS_NO_DATA : STATUS_NOT_APPLICABLE;
        else
            give(&f, i, roll(&dice, 2) ? marks[roll(&dice, 7)] : (int64_t)roll(&dice, 100000001));
    }
    return f;
}

static struct rollup_result rolled(const struct family *f) {
    return rollup(f->arena, &f->settings, f->child, f->count);
}

static bool same(const struct rational *a, const struct rational *b) {
    return a && b ? rational_compare(a, b) == 0 : a == b;
}

static void same_result(const struct family *f, struct rollup_result a, struct rollup_result b) {
    if (!same(a.score, b.score) || !same(a.coverage, b.coverage) || a.status != b.status ||
        a.in_scope != b.in_scope || a.capped != b.capped)
        fail_msg("seed %u: %s %s, not %s %s", f->seed, status_name(b.status),
                 b.score ? rational_text(f->arena, b.score) : "-", status_name(a.status),
                 a.score ? rational_text(f->arena, a.score) : "-");
}

/* ---- against whole numbers ---- */

static int64_t to_nearest(large part, large whole) {
    return (int64_t)((2 * part + whole) / (2 * whole)); /* both positive */
}

static enum status band_of(large part, large whole) { /* of micro scores */
    return 3 * part < HUNDRED * whole       ? STATUS_RED
           : 3 * part < 2 * HUNDRED * whole ? STATUS_AMBER
                                            : STATUS_GREEN;
}

static void means_agree_with_whole_numbers(void **state) {
    (void)state;
    for (unsigned seed = 0; seed < FAMILIES; seed++) {
        struct family f = family_of(seed, 0);
        f.settings.rollup = ROLLUP_WEIGHTED;
        large part = 0, whole = 0;
        bool cap = false;
        for (size_t i = 0; i < f.count; i++) {
            part += (large)f.child[i].weight.micro * f.micro[i];
            whole += f.child[i].weight.micro;
            cap |= f.child[i].critical && f.child[i].status == STATUS_RED;
        }
        struct rollup_result r = rolled(&f);
        enum status wanted = band_of(part, whole);
        struct decimal found;
        if (!rational_round(r.score, DECIMAL_PLACES, &found) ||
            found.micro != to_nearest(part, whole))
            fail_msg("seed %u: %lld, not %lld", seed, (long long)found.micro,
                     (long long)to_nearest(part, whole));
        if (r.status != (cap && wanted == STATUS_GREEN ? STATUS_AMBER : wanted))
            fail_msg("seed %u: %s", seed, status_name(r.status));
        arena_free(f.arena);
    }
}

/* Score of a value where more is better, in 10^-6: by whole numbers from the piece it lies on. */
static int64_t score_by_pieces(const int64_t *at, int64_t value) {
    static const int thirds[] = {0, 1, 2, 3};
    if (value >= at[3])
        return HUNDRED;
    for (int piece = 2; piece >= 0; piece--) {
        if (value >= at[piece]) {
            large width = at[piece + 1] - at[piece];
            return to_nearest((large)HUNDRED * (thirds[piece] * width + (value - at[piece])),
                              3 * width);
        }
    }
    return 0;
}

static void scores_agree_with_whole_numbers(void **state) {
    (void)state;
    struct arena *arena = arena_new(0, NULL, NULL);
    for (unsigned seed = 0; seed < 5 * FAMILIES; seed++) {
        struct dice dice = {seed * 2654435761u + 1};
        bool lower = roll(&dice, 2);
        int64_t at[4] = {(int64_t)roll(&dice, 2000000000) - 1000000000}; /* where more is better */
        for (int i = 1; i < 4; i++)
            at[i] = at[i - 1] + 1 + (int64_t)roll(&dice, 1u << (1 + roll(&dice, 30)));
        int64_t value = at[0] - 5 + (int64_t)roll(&dice, 1000) * (at[3] - at[0] + 10) / 1000;
        if (roll(&dice, 3) == 0)
            value = at[roll(&dice, 4)] + (int64_t)roll(&dice, 3) - 1;
        int64_t sign = lower ? -1 : 1;
        const struct judged_thresholds t = {.known = true,
                                            .worst = decimal_micro(sign * at[0]),
                                            .red = decimal_micro(sign * at[1]),
                                            .target = decimal_micro(sign * at[2]),
                                            .stretch = decimal_micro(sign * at[3])};
        enum polarity polarity = lower ? POLARITY_LOWER : POLARITY_HIGHER;
        const struct rational *score =
            score_of(arena, polarity, &t, exact_decimal(decimal_micro(sign * value)));
        struct decimal found;
        if (!rational_round(score, DECIMAL_PLACES, &found) ||
            found.micro != score_by_pieces(at, value))
            fail_msg("seed %u: %lld, not %lld", seed, (long long)found.micro,
                     (long long)score_by_pieces(at, value));
        enum status status =
            threshold_status(arena, polarity, &t, exact_decimal(decimal_micro(sign * value)));
        if (status != score_status(score))
            fail_msg("seed %u: status %s", seed, status_name(status));
    }
    arena_free(arena);
}

/* ---- weights ---- */

static void weights_times_any_decimal_say_the_same(void **state) {
    (void)state;
    for (unsigned seed = 0; seed < FAMILIES; seed++) {
        struct family f = family_of(seed, 30);
        struct rollup_result before = rolled(&f);
        struct dice dice = {seed + 99};
        int64_t factor = 1 + (int64_t)roll(&dice, 5000); /* of thousandths: 0.001 to 5 */
        for (size_t i = 0; i < f.count; i++)
            f.child[i].weight.micro *= 1000;
        same_result(&f, before, rolled(&f));
        for (size_t i = 0; i < f.count; i++)
            f.child[i].weight.micro = f.child[i].weight.micro / 1000 * factor;
        same_result(&f, before, rolled(&f));
        arena_free(f.arena);
    }
}

static void a_child_is_as_good_as_two_halves_of_it(void **state) {
    (void)state;
    for (unsigned seed = 0; seed < FAMILIES; seed++) {
        struct family f = family_of(seed, 30);
        f.settings.rollup = ROLLUP_WEIGHTED;
        if (f.count == MOST)
            f.count--;
        for (size_t i = 0; i < f.count; i++)
            f.child[i].weight.micro *= 2;
        struct rollup_result before = rolled(&f);
        size_t parted = seed % f.count;
        f.child[parted].weight.micro /= 2;
        f.child[f.count] = f.child[parted];
        f.count++;
        same_result(&f, before, rolled(&f));
        arena_free(f.arena);
    }
}

static void the_order_of_children_says_nothing(void **state) {
    (void)state;
    for (unsigned seed = 0; seed < FAMILIES; seed++) {
        struct family f = family_of(seed, 30);
        struct rollup_result before = rolled(&f);
        for (size_t i = 0; i < f.count / 2; i++) {
            struct rollup_child swap = f.child[i];
            f.child[i] = f.child[f.count - 1 - i];
            f.child[f.count - 1 - i] = swap;
        }
        same_result(&f, before, rolled(&f));
        arena_free(f.arena);
    }
}

/* ---- options ---- */

static enum status by(struct family *f, enum rollup_policy policy) {
    f->settings.rollup = policy;
    return rolled(f).status;
}

static void every_option_lies_between_the_worst_child_and_the_best(void **state) {
    (void)state;
    size_t apart = 0;
    for (unsigned seed = 0; seed < FAMILIES; seed++) {
        struct family f = family_of(seed, 0);
        enum status best = STATUS_RED, least = STATUS_GREEN;
        for (size_t i = 0; i < f.count; i++) {
            f.child[i].critical = false;
            best = f.child[i].status < best ? f.child[i].status : best;
            least = f.child[i].status > least ? f.child[i].status : least;
        }
        enum status worst = by(&f, ROLLUP_WORST), common = by(&f, ROLLUP_MAJORITY);
        const struct rational *score = rolled(&f).score;
        enum status mean = by(&f, ROLLUP_WEIGHTED);
        if (worst != least || common > worst || mean > worst || common < best || mean < best)
            fail_msg("seed %u: worst %s, majority %s, weighted %s", seed, status_name(worst),
                     status_name(common), status_name(mean));
        if (!same(score, rolled(&f).score))
            fail_msg("seed %u: an option changes the score", seed);
        apart += worst != common && common != mean;
        arena_free(f.arena);
    }
    assert_true(apart > 0); /* or the options were never told apart */
}

/* ---- better and more ---- */

static void a_better_child_never_makes_its_parent_worse(void **state) {
    (void)state;
    size_t risen = 0;
    for (unsigned seed = 0; seed < FAMILIES; seed++) {
        struct family f = family_of(seed, 20);
        if (f.settings.rollup == ROLLUP_MAJORITY)
            f.settings.rollup = ROLLUP_WORST; /* the commonest is no ladder */
        size_t i = seed % f.count;
        if (f.child[i].score) {
            struct rollup_result before = rolled(&f);
            struct dice dice = {seed};
            give(&f, i, f.micro[i] + (int64_t)roll(&dice, (uint32_t)(HUNDRED - f.micro[i] + 1)));
            struct rollup_result after = rolled(&f);
            if (after.status > before.status || !after.score != !before.score ||
                (after.score && rational_compare(after.score, before.score) < 0))
                fail_msg("seed %u: %s after %s", seed, status_name(after.status),
                         status_name(before.status));
            risen += after.status < before.status;
        }
        arena_free(f.arena);
    }
    assert_true(risen > 100);
}

static void one_more_answer_never_lowers_the_coverage(void **state) {
    (void)state;
    size_t told = 0;
    for (unsigned seed = 0; seed < FAMILIES; seed++) {
        struct family f = family_of(seed, 60);
        size_t i = seed % f.count;
        if (f.child[i].status == STATUS_NO_DATA) {
            struct rollup_result before = rolled(&f);
            give(&f, i, 50000000);
            struct rollup_result after = rolled(&f);
            if (rational_compare(after.coverage, before.coverage) <= 0)
                fail_msg("seed %u: coverage %s after %s", seed,
                         rational_text(f.arena, after.coverage),
                         rational_text(f.arena, before.coverage));
            if (before.score && !after.score)
                fail_msg("seed %u: an answer takes the score away", seed);
            told++;
        }
        arena_free(f.arena);
    }
    assert_true(told > 100);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(means_agree_with_whole_numbers),
        cmocka_unit_test(scores_agree_with_whole_numbers),
        cmocka_unit_test(weights_times_any_decimal_say_the_same),
        cmocka_unit_test(a_child_is_as_good_as_two_halves_of_it),
        cmocka_unit_test(the_order_of_children_says_nothing),
        cmocka_unit_test(every_option_lies_between_the_worst_child_and_the_best),
        cmocka_unit_test(a_better_child_never_makes_its_parent_worse),
        cmocka_unit_test(one_more_answer_never_lowers_the_coverage),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

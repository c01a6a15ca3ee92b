/* Whether the test of links keeps its promise, on series whose truth is known: two that have
 * nothing to do with each other are called associated at most 5 times in 100, whatever memory,
 * trend, length and limits of the scale they have; two that have are found, the better the stronger
 * they are tied and the longer they are watched.
 *
 * `evidence table` prints the rates that doc/evidence.md tells, of more trials. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "assess/association.h"
#include <stdio.h>
#include <string.h>

#define TRIALS 1000
#define LAG    3

enum shape { SHAPE_LEVEL, SHAPE_TREND, SHAPE_LIMITS, SHAPE_TREND_TO_LIMIT, SHAPE_COUNT };

static const char *const shape_names[SHAPE_COUNT] = {"level", "trend", "level, at times 100",
                                                     "trend that ends at 100"};

struct world {
    int months;
    int memory; /* percent of what is left one month later */
    enum shape shape;
    bool searched;
    int tie; /* percent: correlation of the outcome with the driver three months before */
};

/* ---- numbers ---- */

struct generator {
    uint64_t state;
};

static uint32_t next(struct generator *g) {
    g->state = g->state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    uint64_t mixed = g->state ^ (g->state >> 29);
    return (uint32_t)(mixed * UINT64_C(0xbf58476d1ce4e5b9) >> 32);
}

/* About normal, of standard deviation 1000. */
static int64_t noise(struct generator *g) {
    int64_t sum = 0;
    for (int i = 0; i < 12; i++)
        sum += next(g) % 2000;
    return (sum - 12 * 1000 + 6) * 1000 / 2000;
}

static int64_t square_root(int64_t square) {
    int64_t low = 0;
    while ((low + 1) * (low + 1) <= square)
        low++;
    return low;
}

/* First-order memory, of standard deviation 1000 at every month. */
static void remember(struct generator *g, int memory, int64_t *out, int count) {
    int64_t share = square_root(10000 - memory * memory); /* percent */
    int64_t value = noise(g);
    for (int i = 0; i < count; i++) {
        out[i] = value;
        value = (memory * value + share * noise(g)) / 100;
    }
}

/* ---- worlds ---- */

static struct association_series scores_of(const int64_t *values, const struct world *w) {
    struct association_series s = {{false}, {{0}}};
    bool high = w->shape == SHAPE_LIMITS || w->shape == SHAPE_TREND_TO_LIMIT;
    bool rising = w->shape == SHAPE_TREND || w->shape == SHAPE_TREND_TO_LIMIT;
    for (int i = 0; i < w->months; i++) {
        int64_t value = values[i] + (rising ? (int64_t)4000 * i / w->months : 0);
        int64_t micro = high ? 75000000 + value * 15000 : 40000000 + value * 7000;
        s.known[i] = true;
        s.score[i].micro = micro < 0 ? 0 : micro > 100000000 ? 100000000 : micro;
    }
    return s;
}

static struct association try_once(struct generator *g, const struct world *w) {
    int64_t driver[ASSOCIATION_MOST + LAG], own[ASSOCIATION_MOST], outcome[ASSOCIATION_MOST];
    remember(g, w->memory, driver, w->months + LAG);
    remember(g, w->memory, own, w->months);
    int64_t rest = square_root(10000 - w->tie * w->tie);
    for (int i = 0; i < w->months; i++)
        outcome[i] = (w->tie * driver[i] + rest * own[i]) / 100;
    struct association_series from = scores_of(driver + LAG, w), to = scores_of(outcome, w);
    return association_test(&from, &to, w->months, w->searched ? 0 : LAG, w->searched ? 6 : LAG);
}

struct rates {
    int trials, enough, shown, against; /* against: of shown, of the wrong sign */
    int lag_found;                      /* of shown */
};

static struct rates rates_of(const struct world *w, int trials, uint64_t seed) {
    struct generator g = {seed};
    struct rates r = {.trials = trials};
    for (int i = 0; i < trials; i++) {
        struct association a = try_once(&g, w);
        r.enough += a.enough;
        r.shown += a.shown;
        r.against += a.shown && a.moved.micro < 0;
        r.lag_found += a.shown && a.lag == LAG;
    }
    return r;
}

static const int lengths[] = {15, 24, 36};
static const int memories[] = {0, 50, 80};
static const int ties[] = {50, 70, 90};

/* ---- promises ---- */

static void a_thousand_unrelated_pairs_are_called_associated_at_most_fifty_times(void **state) {
    (void)state;
    struct generator g = {2026};
    int shown = 0, enough = 0;
    for (int i = 0; i < TRIALS; i++) {
        struct world w = {.months = lengths[next(&g) % 3],
                          .memory = memories[next(&g) % 3],
                          .shape = (enum shape)(next(&g) % SHAPE_COUNT),
                          .searched = next(&g) % 2 == 0};
        struct association a = try_once(&g, &w);
        shown += a.shown;
        enough += a.enough;
    }
    assert_true(enough > TRIALS / 2);
    if (shown > TRIALS / 20)
        fail_msg("%d of %d", shown, TRIALS);
}

/* Each kind of world has so few trials that its rate wavers by 7 in 1,000 (standard deviation). */
static void no_kind_of_unrelated_pairs_is_much_worse(void **state) {
    (void)state;
    int shown = 0, trials = 0;
    for (size_t n = 0; n < 3; n++)
        for (size_t m = 0; m < 3; m++)
            for (int shape = 0; shape < SHAPE_COUNT; shape++)
                for (int searched = 0; searched < 2; searched++) {
                    struct world w = {lengths[n], memories[m], (enum shape)shape, searched, 0};
                    struct rates r = rates_of(&w, TRIALS, 7 + (uint64_t)trials);
                    if (r.shown > 65)
                        fail_msg("%d months, memory %d, %s: %d of %d", w.months, w.memory,
                                 shape_names[shape], r.shown, r.trials);
                    shown += r.shown;
                    trials += r.trials;
                }
    assert_true(shown * 20 <= trials);
}

static void a_strong_tie_is_found_at_its_lag_and_with_its_sign(void **state) {
    (void)state;
    for (size_t m = 0; m < 3; m++) {
        struct world w = {24, memories[m], SHAPE_LEVEL, true, 90};
        struct rates r = rates_of(&w, 200, 11);
        assert_true(r.shown >= 180);
        assert_int_equal(r.against, 0);
        assert_true(r.lag_found >= r.shown - 2);
    }
}

static void the_same_figures_come_out_every_time(void **state) {
    (void)state;
    struct world w = {24, 50, SHAPE_TREND, true, 70};
    struct generator g = {5}, h = {5};
    for (int i = 0; i < 50; i++) {
        struct association a = try_once(&g, &w), b = try_once(&h, &w);
        assert_int_equal(a.p.micro, b.p.micro);
        assert_int_equal(a.rho.micro, b.rho.micro);
    }
}

/* ---- the table ---- */

static void print_rates(const struct world *w, int trials) {
    struct rates r = rates_of(w, trials, 1);
    printf(" %5.1f", 100.0 * r.shown / r.trials);
    if (r.enough < r.trials)
        printf("/%3.0f", 100.0 * r.enough / r.trials);
}

static int print_table(void) {
    for (int searched = 0; searched < 2; searched++)
        for (int shape = 0; shape < SHAPE_COUNT; shape++) {
            printf("%-9s %-24s", searched ? "searched" : "declared", shape_names[shape]);
            for (size_t n = 0; n < 3; n++) {
                printf(" | %d:", lengths[n]);
                for (size_t m = 0; m < 3; m++)
                    print_rates(
                        &(struct world){lengths[n], memories[m], (enum shape)shape, searched, 0},
                        4000);
            }
            puts("");
        }
    for (int searched = 0; searched < 2; searched++)
        for (size_t t = 0; t < 3; t++) {
            printf("%-9s tie 0.%d", searched ? "searched" : "declared", ties[t] / 10);
            for (size_t n = 0; n < 3; n++) {
                printf(" | %d:", lengths[n]);
                for (size_t m = 0; m < 3; m++)
                    print_rates(
                        &(struct world){lengths[n], memories[m], SHAPE_LEVEL, searched, ties[t]},
                        1000);
            }
            puts("");
        }
    return 0;
}

int main(int count, char **arguments) {
    if (count > 1 && strcmp(arguments[1], "table") == 0)
        return print_table();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_thousand_unrelated_pairs_are_called_associated_at_most_fifty_times),
        cmocka_unit_test(no_kind_of_unrelated_pairs_is_much_worse),
        cmocka_unit_test(a_strong_tie_is_found_at_its_lag_and_with_its_sign),
        cmocka_unit_test(the_same_figures_come_out_every_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Whether the test of links keeps its promise, on series whose truth is known: two that have
 * nothing to do with each other are called associated at most 5 times in 100, whatever memory,
 * trend, length and limits of the scale they have; two that have are found, the better the stronger
 * they are tied and the longer they are watched.
 *
 * `evidence table` prints the rates that doc/evidence.md tells, of more trials. */
#include "unit/planfixture.h"

#include "assess/association.h"
#include "assess/evidence.h"
#include <stdio.h>

#define TRIALS 1000
#define LAG    3

/* What the two series have in common although they have nothing to do with each other.  The
 * promises are about the first four. */
enum shape {
    SHAPE_LEVEL,
    SHAPE_TREND,
    SHAPE_LIMITS,
    SHAPE_TREND_TO_LIMIT,
    SHAPE_PROMISED,
    SHAPE_STEP = SHAPE_PROMISED, /* both jump up in the same month */
    SHAPE_SEASON,                /* both have the same season */
    SHAPE_COUNT
};

static const char *const shape_names[SHAPE_COUNT] = {
    "level",       "trend",        "level, at times 100", "trend that ends at 100",
    "common jump", "common season"};

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

/* What the shape adds in a month. */
static int64_t added(const struct world *w, int month) {
    static const int season[12] = {0, 750,  1300,  1500,  1300,  750,
                                   0, -750, -1300, -1500, -1300, -750};
    switch (w->shape) {
    case SHAPE_TREND:
    case SHAPE_TREND_TO_LIMIT:
        return (int64_t)4000 * month / w->months;
    case SHAPE_STEP:
        return month > w->months * 2 / 3 ? 3000 : 0;
    case SHAPE_SEASON:
        return season[month % 12];
    case SHAPE_LEVEL:
    case SHAPE_LIMITS:
    case SHAPE_COUNT:
        break;
    }
    return 0;
}

static struct association_series scores_of(const int64_t *values, const struct world *w) {
    struct association_series s = {{false}, {{0}}};
    bool high = w->shape == SHAPE_LIMITS || w->shape == SHAPE_TREND_TO_LIMIT;
    for (int i = 0; i < w->months; i++) {
        int64_t value = values[i] + added(w, i);
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
    static struct association_orders orders; /* the same for all pairs */
    return association_test(&from, &to, w->months, w->searched ? 0 : LAG, w->searched ? 6 : LAG,
                            &orders);
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
                          .shape = (enum shape)(next(&g) % SHAPE_PROMISED),
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
            for (int shape = 0; shape < SHAPE_PROMISED; shape++)
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

/* ---- whole workbooks ---- */

#define OBJECTIVES 6
#define LINKS      8

/* Objectives of two measures each, that have nothing to do with each other; every link is declared
 * supported, so that what goes against it is found. */
static struct fixture *unrelated_workbook(struct generator *g) {
    struct fixture *f = fixture_new();
    FIXTURE_LIST(f, links, LINKS);
    struct unit *unit = add_unit(f, "U");
    struct perspective *perspective = add_perspective(f, "P");
    int months = lengths[next(g) % 3];
    for (int i = 0; i < 2 * OBJECTIVES; i++) {
        struct objective *o =
            i % 2 == 0 ? add_objective(f, arena_printf(f->arena, "O%d", i / 2), unit, perspective)
                       : &f->plan.objectives.items[i / 2];
        struct measure *m = add_measure(f, arena_printf(f->arena, "M%d", i), o);
        int64_t values[ASSOCIATION_MOST];
        int64_t slope = (int64_t)(next(g) % 7) * 1000;
        remember(g, memories[next(g) % 3], values, months);
        for (int j = 0; j < months; j++) {
            struct value v = {.period = period_next(f->plan.organization.period, j + 1 - months),
                              .value = decimal_of(100)};
            vec_push(f->arena, &m->series[SERIES_TARGET], v);
            v.value = decimal_micro(94000000 + (values[j] * 4 + slope * j / months) * 1000);
            vec_push(f->arena, &m->series[SERIES_ACTUAL], v);
        }
    }
    for (size_t i = 0; i < LINKS; i++) {
        struct link *link = FIXTURE_NEXT(f, links);
        *link = (struct link){.from = &f->plan.objectives.items[i % OBJECTIVES],
                              .to = &f->plan.objectives.items[(i * 2 + 1) % OBJECTIVES],
                              .evidence = EVIDENCE_SUPPORTED,
                              .lag_given = i % 2 == 0,
                              .lag_months = i % 2 == 0 ? (int)(i / 2) : 0};
        if (link->from == link->to)
            link->to = &f->plan.objectives.items[(i * 2 + 2) % OBJECTIVES];
    }
    return f;
}

static void of_a_thousand_unrelated_workbooks_few_have_a_finding(void **state) {
    (void)state;
    struct generator g = {77};
    size_t tested = 0, shown = 0, accused = 0;
    for (int i = 0; i < TRIALS; i++) {
        struct fixture *f = unrelated_workbook(&g);
        const struct assessment *a = evidence_judge(f->arena, fixture_assess(f), f->diags);
        for (size_t j = 0; j < LINKS; j++) {
            tested += a->evidence[j].verdict != FOUND_TOO_LITTLE;
            shown += a->evidence[j].verdict == FOUND_SUPPORTED ||
                     a->evidence[j].verdict == FOUND_CONTRADICTED;
        }
        accused += count_code(f, BP4041) > 0;
        fixture_free(f);
    }
    printf("%zu links tested, %zu shown; %zu of %d workbooks with a finding\n", tested, shown,
           accused, TRIALS);
    assert_true(tested > TRIALS * LINKS / 2);
    assert_true(shown * 20 <= tested);
    assert_true(accused * 20 <= TRIALS);
}

/* ---- the table ---- */

/* What is often done instead: the scores themselves in shuffled order, at the declared lag. */
static bool plainly_associated(struct generator *g, const struct world *w) {
    int64_t driver[ASSOCIATION_MOST + LAG], outcome[ASSOCIATION_MOST];
    int64_t x[ASSOCIATION_MOST] = {0}, y[ASSOCIATION_MOST] = {0};
    remember(g, w->memory, driver, w->months + LAG);
    remember(g, w->memory, outcome, w->months);
    struct association_series from = scores_of(driver + LAG, w), to = scores_of(outcome, w);
    int count = w->months - LAG;
    for (int i = 0; i < count; i++)
        for (int j = 0; j < count; j++) { /* ranks about their mean, doubled */
            int64_t a = from.score[i].micro - from.score[j].micro;
            int64_t b = to.score[i + LAG].micro - to.score[j + LAG].micro;
            x[i] += (a > 0) - (a < 0);
            y[i] += (b > 0) - (b < 0);
        }
    int64_t found = 0;
    int strong = 1;
    for (int shuffle = 0; shuffle < 500; shuffle++) {
        int64_t sum = 0;
        for (int i = 0; i < count; i++)
            sum += x[i] * y[i];
        sum = sum < 0 ? -sum : sum;
        found = shuffle == 0 ? sum : found;
        strong += shuffle > 0 && sum >= found;
        for (int i = count - 1; i > 0; i--) {
            int j = (int)(next(g) % (uint32_t)(i + 1));
            int64_t swap = x[i];
            x[i] = x[j];
            x[j] = swap;
        }
    }
    return strong <= 25; /* p at most 0.05 */
}

static void print_plainly(enum shape shape) {
    printf("%-9s %-24s", "plainly", shape_names[shape]);
    for (size_t n = 0; n < 3; n++) {
        printf(" | %d:", lengths[n]);
        for (size_t m = 0; m < 3; m++) {
            struct world w = {lengths[n], memories[m], shape, false, 0};
            struct generator g = {3};
            int shown = 0;
            for (int i = 0; i < 1000; i++)
                shown += plainly_associated(&g, &w);
            printf(" %5.1f", shown / 10.0);
        }
    }
    puts("");
}

static void print_rates(const struct world *w, int trials) {
    struct rates r = rates_of(w, trials, 1);
    printf(" %5.1f", 100.0 * r.shown / r.trials);
    if (r.enough < r.trials)
        printf("/%3.0f", 100.0 * r.enough / r.trials);
}

static int print_table(void) {
    print_plainly(SHAPE_LEVEL);
    print_plainly(SHAPE_TREND);
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
        cmocka_unit_test(of_a_thousand_unrelated_workbooks_few_have_a_finding),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

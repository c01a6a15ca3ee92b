#include "derivecase.h"

#include "assess/derivepost.h"

static struct deriving begin(struct fixture *f) {
    one_objective(f);
    struct deriving d = derive_begin(f->arena, fixture_assess(f), 0, "post", "P", "Post");
    derive_step(&d, "verdict", RULE_NONE, "Compared.");
    return d;
}

static void a_post_counts_while_it_lasts(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct deriving d = begin(f);
    struct process process = {.id = "3"};
    struct staffing row = {.person = "Ann", .process = &process, .filled = true};
    assert_string_equal(derivepost_name(&d, &row), "Ann, process 3");
    assert_true(derivepost_counts(&d, &row, DERIVEPOST_PLANNED));
    assert_true(derivepost_counts(&d, &row, DERIVEPOST_FILLED));
    assert_false(derivepost_counts(&d, &row, DERIVEPOST_DOTTED));
    row.dotted = true;
    assert_true(derivepost_counts(&d, &row, DERIVEPOST_DOTTED));
    row.filled = false;
    assert_false(derivepost_counts(&d, &row, DERIVEPOST_DOTTED));
    row = (struct staffing){.filled = true, .from = day("2026-10-31")};
    assert_true(derivepost_counts(&d, &row, DERIVEPOST_FILLED));
    row.from = day("2026-11-01");
    assert_false(derivepost_counts(&d, &row, DERIVEPOST_FILLED));
    assert_true(derivepost_counts(&d, &row, DERIVEPOST_PLANNED));
    row.to = day("2026-10-31");
    assert_true(derivepost_counts(&d, &row, DERIVEPOST_PLANNED));
    row.to = day("2026-10-30");
    assert_false(derivepost_counts(&d, &row, DERIVEPOST_PLANNED));
    fixture_free(f);
}

static void posts_are_added_for_one_process_or_for_all(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct process *one = FIXTURE_NEXT(f, processes), *two = FIXTURE_NEXT(f, processes);
    *one = (struct process){.id = "1", .name = "Reviews", .owner = ""};
    *two = (struct process){.id = "2", .name = "Sharing", .owner = ""};
    *FIXTURE_NEXT(f, staffing) =
        (struct staffing){.person = "Ann", .process = one, .fte = dec("1")};
    *FIXTURE_NEXT(f, staffing) = (struct staffing){.person = "Bo", .process = two, .fte = dec("2")};
    *FIXTURE_NEXT(f, staffing) =
        (struct staffing){.person = "Cy", .process = two, .fte = dec("4"), .dotted = true};
    struct deriving d = begin(f);
    derivepost_sum(&d, one, DERIVEPOST_PLANNED, dec("1"));
    step_is(d.out, "verdict", "1", "");
    derivepost_sum(&d, NULL, DERIVEPOST_PLANNED, dec("3"));
    step_is(d.out, "verdict", "3", "1 + 2 = 3");
    fixture_free(f);
}

static void benchmarks_are_added_of_what_has_begun_or_of_all(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    static const bool scoped[] = {true, true, false, true},
                      benchmarked[] = {true, true, true, false};
    for (int i = 0; i < 4; i++)
        *FIXTURE_NEXT(f, processes) = (struct process){.id = "P",
                                                       .name = "Process",
                                                       .owner = "",
                                                       .in_scope = scoped[i],
                                                       .benchmarked = benchmarked[i],
                                                       .fte_min = dec("0.5"),
                                                       .fte_max = dec("2")};
    struct deriving d = begin(f);
    derivepost_benchmarks(&d, NULL, true, dec("1"));
    step_is(d.out, "verdict", "1", "0.5 + 0.5 = 1");
    static const bool begun[] = {false, true, true, true};
    derivepost_benchmarks(&d, begun, false, dec("2"));
    step_is(d.out, "verdict", "2", "");
    fixture_free(f);
}

static void a_verdict_has_a_tolerance(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct deriving d = begin(f);
    derivepost_verdict(&d, dec("0.9"), dec("1"), dec("2"), STAFFING_UNDER);
    step_is(d.out, "verdict", "under", "1 - 0.9 > 0.005 -> under");
    derivepost_verdict(&d, dec("0.995"), dec("1"), dec("2"), STAFFING_WITHIN);
    step_is(d.out, "verdict", "within", "1 - 0.995 <= 0.005 and 0.995 - 2 <= 0.005 -> within");
    derivepost_verdict(&d, dec("2.1"), dec("1"), dec("2"), STAFFING_OVER);
    step_is(d.out, "verdict", "over", "2.1 - 2 > 0.005 -> over");
    fixture_free(f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_post_counts_while_it_lasts),
        cmocka_unit_test(posts_are_added_for_one_process_or_for_all),
        cmocka_unit_test(benchmarks_are_added_of_what_has_begun_or_of_all),
        cmocka_unit_test(a_verdict_has_a_tolerance),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

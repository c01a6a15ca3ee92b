#include "derivecase.h"

static struct process *add_process(struct fixture *f, const char *id) {
    struct process *p = FIXTURE_NEXT(f, processes);
    *p = (struct process){.id = id,
                          .name = "Reviews",
                          .owner = "Office",
                          .in_scope = true,
                          .benchmarked = true,
                          .fte_min = dec("0.5"),
                          .fte_max = dec("1")};
    return p;
}

static struct staffing *add_share(struct fixture *f, struct process *p, const char *person,
                                  const char *fte, bool filled) {
    struct staffing *s = FIXTURE_NEXT(f, staffing);
    *s = (struct staffing){.person = person, .process = p, .fte = dec(fte), .filled = filled};
    return s;
}

static void the_total_is_compared_with_the_published_one_and_with_the_rows(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct process *p3 = add_process(f, "3"), *p5 = add_process(f, "5");
    add_process(f, "6")->in_scope = false;
    add_process(f, "7")->benchmarked = false;
    add_share(f, p3, "Ann", "0.75", true);
    add_share(f, p5, "Bob", "0.5", false);
    add_share(f, p5, "Cid", "0.2", true)->dotted = true;
    f->plan.published_total_min = known("2");
    f->plan.published_total_max = known("3");
    f->plan.settings.reporting_line = LINE_DIRECT;
    const struct derivation *d = derived(f, "office");
    assert_string_equal(d->answer, "office: 1.25 FTE planned, 0.75 filled, under the published "
                                   "total of 2 to 3, as of 2026-10-31");
    step_is(d, "planned FTE", "1.25", "0.75 + 0.5 = 1.25");
    step_is(d, "filled FTE", "0.75", "");
    step_is(d, "vacant FTE", "0.5", "1.25 - 0.75 = 0.5");
    step_is(d, "dotted-line FTE", "0.2", "");
    step_is(d, "against the published total", "under", "2 - 1.25 > 0.005 -> under");
    step_is(d, "sum of the benchmarks, least", "1", "0.5 + 0.5 = 1");
    step_is(d, "sum of the benchmarks, most", "2", "1 + 1 = 2");
    step_is(d, "against the sum of the benchmarks", "within",
            "1 - 1.25 <= 0.005 and 1.25 - 2 <= 0.005 -> within");
    step_is(d, "reporting line", "green", "");
    f->plan.published_total_max = known("1");
    f->plan.published_total_min = known("1");
    f->plan.published_total_source = "A paper";
    d = derived(f, "office");
    step_is(d, "against the published total", "over", "1.25 - 1 > 0.005 -> over");
    assert_string_equal(input_of(step_of(d, "against the published total"), "source")->value,
                        "A paper");
    f->plan.published_total_source = "";
    assert_int_equal(step_of(derived(f, "office"), "against the published total")->inputs.count, 2);
    fixture_free(f);
}

static void without_benchmarks_nothing_is_compared(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    add_process(f, "3")->benchmarked = false;
    const struct derivation *d = derived(f, "office");
    assert_string_equal(d->answer, "office: 0 FTE planned, 0 filled, no published total to compare "
                                   "with, as of 2026-10-31");
    step_is(d, "against the published total", "none", "");
    step_is(d, "against the sum of the benchmarks", "none", "");
    step_is(d, "reporting line", "no data", "");
    fixture_free(f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_total_is_compared_with_the_published_one_and_with_the_rows),
        cmocka_unit_test(without_benchmarks_nothing_is_compared),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "derivecase.h"

static struct process *add_process(struct fixture *f, const char *id) {
    struct process *p = FIXTURE_NEXT(f, processes);
    *p = (struct process){.id = id, .name = "Reviews", .owner = "Office", .in_scope = true};
    return p;
}

static struct staffing *add_share(struct fixture *f, struct process *p, const char *person,
                                  const char *fte, bool filled) {
    struct staffing *s = FIXTURE_NEXT(f, staffing);
    *s = (struct staffing){.person = person, .process = p, .fte = dec(fte), .filled = filled};
    return s;
}

static void a_person_is_the_sum_of_shares_in_each_process(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct process *p3 = add_process(f, "3"), *p5 = add_process(f, "5");
    add_process(f, "6");
    add_share(f, p3, "Ann", "0.25", true);
    add_share(f, p3, "Ann", "0.3", true);
    add_share(f, p5, "Ann", "0.2", true);
    add_share(f, p5, "Bob", "0.1", true);
    f->plan.staffing.items[0].from = day("2026-01-01");
    f->plan.staffing.items[1].to = day("2026-12-31");
    add_share(f, p5, "Ann", "0.1", true)->to = day("2026-01-31");
    const struct derivation *d = derived(f, "Ann");
    assert_string_equal(d->entity, "person");
    assert_string_equal(d->answer, "Ann: 0.75 FTE, as of 2026-10-31");
    step_is(d, "FTE of process 3", "0.55", "0.25 + 0.3 = 0.55");
    step_is(d, "FTE of process 5", "0.2", "");
    assert_false(has_step(d, "FTE of process 6"));
    step_is(d, "FTE", "0.75", "0.55 + 0.2 = 0.75");
    assert_string_equal(input_of(step_of(d, "FTE"), "5 Reviews")->of, "5");
    fixture_free(f);
}

static void vacancies_and_dotted_lines_stand_apart(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct process *p3 = add_process(f, "3");
    add_share(f, p3, "Ann", "0.25", true);
    add_share(f, p3, "Ann", "0.5", true)->dotted = true;
    add_share(f, p3, "Ann", "0.1", false);
    add_share(f, p3, "Ann", "0.2", false)->dotted = true;
    add_share(f, p3, "Ann", "0.3", true)->from = day("2026-11-01"); /* not yet in post */
    struct derivations all = {.list = {0}};
    derivation_of(f->arena, fixture_assess(f), "Ann", 0, &all);
    assert_int_equal(all.list.count, 4);
    static const char *const entities[] = {"person", "person on a dotted line", "vacancy",
                                           "vacancy on a dotted line"};
    static const char *const answers[] = {
        "Ann: 0.25 FTE, as of 2026-10-31",
        "Ann: 0.5 FTE on a dotted line, listed and not counted, as of 2026-10-31",
        "Ann (vacant): 0.4 FTE, as of 2026-10-31",
        "Ann (vacant): 0.2 FTE on a dotted line, listed and not counted, as of 2026-10-31"};
    for (size_t i = 0; i < 4; i++) {
        assert_string_equal(all.list.items[i]->entity, entities[i]);
        assert_string_equal(all.list.items[i]->answer, answers[i]);
    }
    fixture_free(f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_person_is_the_sum_of_shares_in_each_process),
        cmocka_unit_test(vacancies_and_dotted_lines_stand_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "derivecase.h"

static void weigh(struct measure *m, const char *weight) {
    m->weight = known(weight);
}

/* Test vector of domain.md section 4: w = 50, 30, 20; s = 100, 50, missing. */
static struct fixture *vector(enum missing_policy missing) {
    struct fixture *f = fixture_new();
    f->plan.settings.missing = missing;
    struct objective *o = one_objective(f);
    weigh(add_simple(f, "M1", o, "110"), "50");
    weigh(add_simple(f, "M2", o, "95"), "30");
    weigh(add_simple(f, "M3", o, NULL), "20");
    return f;
}

static void a_missing_child_is_left_out(void **state) {
    (void)state;
    struct fixture *f = vector(MISSING_EXCLUDE);
    const struct derivation *d = derived(f, "O1");
    step_is(d, "score", "81.25", "(50 x 100 + 30 x 50) / (50 + 30) = 81.25");
    step_is(d, "coverage in %", "80", "100 x (50 x 1 + 30 x 1 + 20 x 0) / (50 + 30 + 20) = 80");
    step_is(d, "enough to judge", "yes", "80 >= 50 -> yes");
    step_is(d, "status", "green", "81.25 >= (200/3) -> green");
    assert_string_equal(d->answer, "O1 O1 is green (score 81.3, coverage 80 %) in 2026-10");
    fixture_free(f);
}

static void a_missing_child_may_count_0(void **state) {
    (void)state;
    struct fixture *f = vector(MISSING_ZERO);
    const struct derivation *d = derived(f, "O1");
    step_is(d, "score", "65", "(50 x 100 + 30 x 50 + 20 x 0) / (50 + 30 + 20) = 65");
    step_is(d, "status", "amber", "65 >= (100/3) and 65 < (200/3) -> amber");
    fixture_free(f);
}

static void a_missing_child_may_leave_all_open(void **state) {
    (void)state;
    struct fixture *f = vector(MISSING_STRICT);
    const struct derivation *d = derived(f, "O1");
    step_is(d, "status", "too little data", "");
    assert_false(has_step(d, "score"));
    assert_string_equal(d->answer, "O1 O1 has too little data in 2026-10");
    fixture_free(f);
}

static void too_little_coverage_gives_no_status(void **state) {
    (void)state;
    struct fixture *f = vector(MISSING_EXCLUDE);
    f->plan.settings.minimum_coverage = dec("90");
    step_is(derived(f, "O1"), "status", "too little data", "80 < 90 -> too little data");
    fixture_free(f);
}

static void thirds_of_weights_add_up_to_the_whole(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct objective *o = one_objective(f);
    static const char *const ids[] = {"M1", "M2", "M3"};
    for (size_t i = 0; i < 3; i++)
        weigh(add_simple(f, ids[i], o, "110"), "33.33");
    step_is(derived(f, "O1"), "score", "100",
            "(33.33 x 100 + 33.33 x 100 + 33.33 x 100) / (33.33 + 33.33 + 33.33) = 100");
    fixture_free(f);
}

static void a_critical_red_child_caps_its_parent(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct objective *o = one_objective(f);
    weigh(add_simple(f, "M1", o, "110"), "9");
    struct measure *red = add_simple(f, "M2", o, "80");
    weigh(red, "1");
    red->critical = true;
    const struct derivation *d = derived(f, "O1");
    step_is(d, "status", "green", "90 >= (200/3) -> green");
    step_is(d, "cap", "amber", "");
    assert_non_null(strstr(step_of(d, "children")->words, "critical and red leaves its parent"));
    assert_string_equal(d->answer, "O1 O1 is amber (score 90.0, coverage 100 %) in 2026-10");
    fixture_free(f);
}

static void a_contributory_objective_is_one_more_child(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct objective *o = one_objective(f);
    struct unit *part = add_unit(f, "U2");
    part->parent = o->unit;
    struct objective *child = add_objective(f, "O2", part, &f->plan.perspectives.items[0]);
    add_support(f, child, o, LINK_CONTRIBUTORY, "3");
    weigh(add_simple(f, "M1", o, "110"), "1");
    add_simple(f, "M2", child, "95");
    const struct derivation *d = derived(f, "O1");
    const struct derivation_input *input = input_of(step_of(d, "children"), "O2 O2 (contributory)");
    assert_string_equal(input->value, "amber, score 50");
    assert_string_equal(input->of, "O2");
    step_is(d, "score", "62.5", "(1 x 100 + 3 x 50) / (1 + 3) = 62.5");
    fixture_free(f);
}

static void options_choose_the_worst_or_the_commonest(void **state) {
    (void)state;
    struct fixture *f = vector(MISSING_EXCLUDE);
    f->plan.settings.rollup = ROLLUP_WORST;
    const struct derivation *d = derived(f, "O1");
    step_is(d, "status", "amber", "");
    assert_string_equal(input_of(step_of(d, "status"), "children that are green")->value, "1");
    f->plan.settings.rollup = ROLLUP_MAJORITY;
    step_is(derived(f, "O1"), "status", "amber", "");
    fixture_free(f);
}

static void a_declared_status_stands_beside_the_calculated_one(void **state) {
    (void)state;
    struct fixture *f = vector(MISSING_EXCLUDE);
    f->plan.objectives.items[0].declared = DECLARED_RED;
    assert_string_equal(step_of(derived(f, "O1"), "declared status")->result,
                        "declared red (calculated green)");
    fixture_free(f);
}

static void perspectives_and_units_are_made_of_what_is_below(void **state) {
    (void)state;
    struct fixture *f = vector(MISSING_EXCLUDE);
    const struct derivation *d = derived(f, "U1/P1");
    assert_string_equal(d->entity, "perspective");
    step_is(d, "score", "81.25", "1 x 81.25 / 1 = 81.25");
    step_is(d, "coverage in %", "80", "100 x (1 x 0.8) / 1 = 80");
    assert_string_equal(input_of(step_of(derived(f, "U1"), "children"), "U1/P1 P1")->of, "U1/P1");
    fixture_free(f);
}

static void what_is_not_judged_says_why(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct objective *o = one_objective(f);
    assert_string_equal(step_of(derived(f, "O1"), "status")->result, "no data");
    o->state = STATE_PROPOSED;
    assert_string_equal(step_of(derived(f, "O1"), "status")->result, "not due");
    add_unit(f, "U9");
    assert_string_equal(step_of(derived(f, "U9"), "status")->result, "not applicable");
    fixture_free(f);
}

static void a_weight_of_0_takes_no_part(void **state) {
    (void)state;
    struct fixture *f = vector(MISSING_EXCLUDE);
    weigh(&f->plan.measures.items[1], "0");
    const struct derivation *d = derived(f, "O1");
    step_is(d, "score", "100", "50 x 100 / 50 = 100");
    step_is(d, "coverage in %", "71.428571",
            "100 x (50 x 1 + 20 x 0) / (50 + 20) = 71.428571 rounded");
    weigh(&f->plan.measures.items[0], "0");
    weigh(&f->plan.measures.items[2], "0");
    step_is(derived(f, "O1"), "status", "not applicable", "");
    fixture_free(f);
}

static void what_is_not_due_or_does_not_apply_leaves_its_parent_open(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct objective *o = one_objective(f);
    struct measure *m = add_simple(f, "M1", o, "95");
    m->state = STATE_PROPOSED;
    assert_string_equal(step_of(derived(f, "O1"), "status")->words,
                        "Nothing is due yet: it leaves its own parent's scope.");
    m->state = STATE_RETIRED;
    assert_string_equal(step_of(derived(f, "O1"), "status")->words,
                        "Nothing here applies: it leaves its own parent's scope.");
    fixture_free(f);
}

static void what_is_not_active_takes_no_part_in_the_forecast(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct objective *parent = one_objective(f);
    struct objective *child = add_objective(f, "O2", add_unit(f, "U2"), parent->perspective);
    child->unit->parent = parent->unit;
    child->state = STATE_PROPOSED;
    add_simple(f, "M1", parent, "95");
    add_simple(f, "M2", child, "80");
    add_support(f, child, parent, LINK_CONTRIBUTORY, "1");
    const struct derivation *d = derived(f, "O1");
    assert_string_equal(input_of(step_of(d, "children at the end of the year"), "O2 O2")->value,
                        "not due, covered 0");
    fixture_free(f);
}

static void a_red_parent_lies_below_a_third(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct objective *o = one_objective(f);
    o->theme = add_theme(f, "Safety");
    add_simple(f, "M1", o, "89");
    step_is(derived(f, "O1"), "status", "red", "30 < (100/3) -> red");
    assert_string_equal(derived(f, "U1/Safety")->entity, "theme");
    fixture_free(f);
}

static void children_vote_as_far_as_they_are_judged(void **state) {
    (void)state;
    struct fixture *f = vector(MISSING_EXCLUDE);
    f->plan.settings.rollup = ROLLUP_MAJORITY;
    struct measure *exceeds = add_simple(f, "M4", &f->plan.objectives.items[0], "130");
    add_threshold(f, exceeds, "90")->stretch = known("120");
    add_simple(f, "M5", &f->plan.objectives.items[0], "95")->state = STATE_PROPOSED;
    const struct derivation *d = derived(f, "O1");
    step_is(d, "status", "green", "");
    const struct derivation_step *step = step_of(d, "status");
    assert_string_equal(input_of(step, "children that are green")->value, "2");
    assert_string_equal(input_of(step, "children that are amber")->value, "1");
    assert_string_equal(input_of(step, "children that are red")->value, "0");
    f->plan.settings.missing = MISSING_ZERO;
    step = step_of(derived(f, "O1"), "status");
    assert_string_equal(input_of(step, "children that are red")->value, "1");
    fixture_free(f);
}

static void without_a_minimum_nothing_judged_is_no_data(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    f->plan.settings.minimum_coverage = decimal_of(0);
    add_simple(f, "M1", one_objective(f), NULL);
    const struct derivation *d = derived(f, "O1");
    step_is(d, "status", "no data", "");
    assert_string_equal(step_of(d, "status")->words, "No child gives a score.");
    fixture_free(f);
}

static void measures_for_information_measure_nothing(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    add_simple(f, "M1", one_objective(f), "95")->polarity = POLARITY_INFO;
    const struct derivation *d = derived(f, "O1");
    assert_string_equal(step_of(d, "status")->words,
                        "No measure of it can be judged: what is not measured is missing.");
    step_is(d, "forecast status", "no data", "");
    fixture_free(f);
}

static void the_forecast_of_a_parent_is_made_of_those_below(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct objective *o = one_objective(f);
    static const char *const actuals[] = {"120", "120", "80"};
    for (size_t i = 0; i < 3; i++) {
        struct measure *m = add_simple(f, arena_printf(f->arena, "M%zu", i), o, actuals[i]);
        add_value(f, m, SERIES_TARGET, "2026-12", "100");
        m->critical = i > 0;
    }
    const struct derivation *d = derived(f, "O1");
    step_is(d, "cap", "amber", "");
    assert_int_equal(step_of(d, "cap")->inputs.count, 1);
    step_is(d, "forecast score", "66.666667",
            "(1 x 100 + 1 x 100 + 1 x 0) / (1 + 1 + 1) = (200/3) = 66.666667 rounded");
    step_is(d, "forecast status", "green", "66.666667 >= (200/3) -> green");
    step_is(d, "forecast status, capped", "amber", "");
    f->plan.settings.rollup = ROLLUP_WORST;
    const struct derivation_step *step = step_of(derived(f, "O1"), "forecast status");
    assert_string_equal(step->result, "red");
    assert_string_equal(input_of(step, "children that are green")->value, "2");
    f->plan.measures.items[2].series[SERIES_TARGET].count--; /* one without a year to judge by */
    f->plan.settings.missing = MISSING_STRICT;
    step_is(derived(f, "O1"), "forecast status", "too little data", "");
    f->plan.settings.minimum_coverage = dec("70");
    step = step_of(derived(f, "O1"), "forecast status");
    assert_string_equal(step->formula, "66.666667 < 70 -> too little data");
    assert_string_equal(input_of(step, "covered in %")->value, "66.666667");
    fixture_free(f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_missing_child_is_left_out),
        cmocka_unit_test(a_missing_child_may_count_0),
        cmocka_unit_test(a_missing_child_may_leave_all_open),
        cmocka_unit_test(too_little_coverage_gives_no_status),
        cmocka_unit_test(thirds_of_weights_add_up_to_the_whole),
        cmocka_unit_test(a_critical_red_child_caps_its_parent),
        cmocka_unit_test(a_contributory_objective_is_one_more_child),
        cmocka_unit_test(options_choose_the_worst_or_the_commonest),
        cmocka_unit_test(a_declared_status_stands_beside_the_calculated_one),
        cmocka_unit_test(perspectives_and_units_are_made_of_what_is_below),
        cmocka_unit_test(what_is_not_judged_says_why),
        cmocka_unit_test(a_weight_of_0_takes_no_part),
        cmocka_unit_test(what_is_not_due_or_does_not_apply_leaves_its_parent_open),
        cmocka_unit_test(what_is_not_active_takes_no_part_in_the_forecast),
        cmocka_unit_test(a_red_parent_lies_below_a_third),
        cmocka_unit_test(children_vote_as_far_as_they_are_judged),
        cmocka_unit_test(without_a_minimum_nothing_judged_is_no_data),
        cmocka_unit_test(measures_for_information_measure_nothing),
        cmocka_unit_test(the_forecast_of_a_parent_is_made_of_those_below),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "assessfixture.h"

static void units_are_told_one_by_one(void **state) {
    (void)state;
    struct fixture *f = output_fixture();
    const char *text = wrote(f, NULL, assess_text);
    contains(text, "Fixture, 2026-10, as of 2026-10-31\n");
    contains(text, "amber, score 50.0, coverage 100 %; objectives: 0 exceeds, 0 green, 1 amber, "
                   "0 red, 0 grey\n");
    contains(text, "declared green (calculated red)");
    contains(text, "-5.0 %");
    contains(text, "-13.0 pt");
    contains(text, "Sum of the rows");
    contains(text, "0.50 to 1.00");
    contains(text, "New site");
    lacks(text, " \n");
    fixture_free(f);
}

static void columns_are_aligned(void **state) {
    (void)state;
    struct fixture *f = output_fixture();
    const char *text = wrote(f, NULL, assess_text);
    const char *header = strstr(text, "STATUS");
    const char *line = strstr(header, "P1  P1");
    const char *status = strstr(line, "amber");
    const char *header_start = strstr(text, "  PERSPECTIVE");
    assert_int_equal(header - header_start, status - (line - 2));
    fixture_free(f);
}

static void control_characters_of_names_do_not_reach_the_terminal(void **state) {
    (void)state;
    struct fixture *f = output_fixture();
    f->plan.units.items[0].name = "Bad\033[31m";
    const char *text = wrote(f, NULL, assess_text);
    lacks(text, "\033");
    contains(text, "Bad");
    fixture_free(f);
}

static void a_unit_without_objectives_has_no_table(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct unit *empty = add_unit(f, "U9");
    empty->name = NULL;
    const char *text = wrote(f, empty, assess_text);
    contains(text, "U9");
    contains(text, "not-applicable, coverage 0 %");
    lacks(text, "PERSPECTIVE");
    lacks(text, "Staffing");
    fixture_free(f);
}

static void one_unit_shows_only_its_own(void **state) {
    (void)state;
    struct fixture *f = output_fixture();
    const char *text = wrote(f, &f->plan.units.items[1], assess_text);
    lacks(text, "M1");
    contains(text, "M2");
    lacks(text, "New site");
    fixture_free(f);
}

static void a_measure_of_two_objectives_is_listed_at_home(void **state) {
    (void)state;
    struct fixture *f = output_fixture();
    struct objective *o2 = &f->plan.objectives.items[1];
    struct measure *m1 = &f->plan.measures.items[0];
    vec_push(f->arena, &m1->objectives, o2);
    vec_push(f->arena, &o2->measures, m1);
    const char *text = wrote(f, NULL, assess_text);
    const char *first = strstr(text, "M1  M1");
    assert_non_null(first);
    assert_null(strstr(first + 1, "M1  M1"));
    fixture_free(f);
}

static void supports_stand_under_the_objective_they_are_for(void **state) {
    (void)state;
    struct fixture *f = output_fixture();
    struct objective *o = f->plan.objectives.items;
    add_support(f, &o[1], &o[0], LINK_IDENTICAL, NULL);
    contains(wrote(f, NULL, assess_text), "    + O2  O2 (identical, beside)");
    o[1].supports.items[0].kind = LINK_CONTRIBUTORY;
    contains(wrote(f, NULL, assess_text), "    + O2  O2 (contributory, counted)");
    lacks(wrote(f, &f->plan.units.items[1], assess_text), "contributory");
    fixture_free(f);
}

static void an_incomplete_year_to_date_says_so(void **state) {
    (void)state;
    struct fixture *f = output_fixture();
    lacks(wrote(f, NULL, assess_text), " of 10)");
    f->plan.settings.headline_ytd = true;
    contains(wrote(f, NULL, assess_text), "95 (2 of 10)");
    fixture_free(f);
}

static void what_stands_beside_the_statuses_has_its_own_tables(void **state) {
    (void)state;
    struct fixture *f = wide_fixture();
    const char *text = wrote(f, NULL, assess_text);
    contains(text, "B1  Fewer trips  amber       100        90         -     90 %  2027\n");
    contains(text, "All cashable     amber       100        90         -     90 %\n");
    contains(text, "25 %   25 %           -      -      -    1.5\n");
    contains(text, "Beside them, what research found (Kaplan & Norton (2005)):\n");
    contains(text, "    over 90 % of front-line staff have no incentive linked to it\n");
    contains(text, "  Owner, One ");
    contains(text, "2 of 3");
    contains(text, "0.00 FTE vacant, 0.00 FTE lent on a dotted line; reporting line: no-data\n");
    contains(text, "27 people and one part-time: Chrysler, while it turned itself around, 90,000 "
                   "employees (Kaplan & Norton (2005))\n");
    contains(text,
             "  2         0.25    0.25            0.25           0.25      0.50 to 1.00  under\n");
    lacks(text, " \n");
    struct benefit *other = FIXTURE_NEXT(f, benefits);
    *other = f->plan.benefits.items[0];
    other->unit_of_value = "trips";
    other->due = span(f, "2025");
    text = wrote(f, NULL, assess_text);
    contains(text, "All cashable (1 in other units left out)");
    contains(text, "2025, overdue\n");
    text = wrote(f, &f->plan.units.items[1], assess_text);
    lacks(text, "Benefits");
    lacks(text, "Owner, One");
    fixture_free(f);
}

static void a_unit_is_listed_perspective_by_perspective(void **state) {
    (void)state;
    struct fixture *f = output_fixture();
    struct objective *o3 =
        add_objective(f, "O3", &f->plan.units.items[0], add_perspective(f, "P2"));
    add_simple(f, "M5", o3, "95");
    const char *text = wrote(f, &f->plan.units.items[0], assess_text);
    const char *first = strstr(text, "P1  P1"), *second = strstr(text, "P2  P2");
    assert_true(first && second && first < strstr(text, "O1  "));
    assert_true(strstr(text, "O1  ") < second && second < strstr(text, "O3  O3"));
    assert_null(strstr(strstr(text, "O1  ") + 1, "O1  ")); /* once, in its own */
    assert_null(strstr(strstr(text, "O3  O3") + 1, "O3  O3"));
    fixture_free(f);
}

static void a_supporter_without_a_name_has_its_id(void **state) {
    (void)state;
    struct fixture *f = output_fixture();
    struct objective *o = f->plan.objectives.items;
    add_support(f, &o[1], &o[0], LINK_IDENTICAL, NULL);
    o[1].name = NULL;
    contains(wrote(f, NULL, assess_text), "    + O2   (identical, beside)");
    fixture_free(f);
}

static void a_benefit_may_have_cents_and_no_due_date(void **state) {
    (void)state;
    struct fixture *f = wide_fixture();
    f->plan.benefits.items[0].forecast = known("90.5");
    f->plan.benefits.items[0].due = (struct period){.frequency = FREQUENCY_NONE};
    contains(wrote(f, NULL, assess_text),
             "B1  Fewer trips  amber       100     90.50         -     91 %  -\n");
    fixture_free(f);
}

static void the_sum_of_all_benefits_is_not_that_of_one_unit(void **state) {
    (void)state;
    struct fixture *f = wide_fixture();
    const char *text = wrote(f, &f->plan.units.items[0], assess_text);
    contains(text, "B1  Fewer trips");
    lacks(text, "All cashable");
    fixture_free(f);
}

static void alignment_is_told_from_objectives_or_people_alone(void **state) {
    (void)state;
    static const char title[] = "Alignment with the strategy";
    struct fixture *f = output_fixture();
    struct unit *units = f->plan.units.items;
    lacks(wrote(f, NULL, assess_text), title);
    struct workforce_fact *fact = FIXTURE_NEXT(f, workforce);
    *fact = (struct workforce_fact){.unit = &units[0],
                                    .period = span(f, "2026-Q3"),
                                    .headcount = known("0"),
                                    .goals_linked = known("0")};
    const char *text = wrote(f, NULL, assess_text);
    contains(text, title);
    const char *row = strstr(strstr(text, title), "U1  ");
    assert_non_null(row);
    const char *end = strchr(row, '\n');
    for (const char *at = row; at < end; at++)
        assert_true(*at != '%'); /* of nobody there is no share */
    f->plan.workforce.count = 0;
    units[1].parent = &units[0];
    text = wrote(f, NULL, assess_text);
    contains(text, title);
    contains(strstr(text, title), "0 of 1");
    fixture_free(f);
}

static void links_that_were_tested_are_counted(void **state) {
    (void)state;
    struct fixture *f = output_fixture();
    const char *text = wrote_links(f, NULL, 2, 0, assess_text);
    contains(text, "  O1 drives O2 at once: no association shown, rho 0.25, p 0.000, 24 months\n");
    contains(text, "\n  Of 2 links tested, chance alone may show an association for 1.\n");
    text = wrote_links(f, NULL, 2, 1, assess_text);
    contains(text, "\n  Of 1 link tested, chance alone may show an association for 1.\n");
    text = wrote_links(f, NULL, 2, 2, assess_text);
    contains(text, "  O1 drives O2 at once: too little data");
    lacks(text, "tested, chance");
    lacks(wrote_links(f, NULL, 0, 0, assess_text), "Links tested");
    struct unit *elsewhere = add_unit(f, "U3");
    lacks(wrote_links(f, elsewhere, 2, 0, assess_text), "Links tested");
    contains(wrote_links(f, &f->plan.units.items[1], 2, 0, assess_text), "Of 2 links tested");
    fixture_free(f);
}

static void without_posts_or_benchmarks_there_is_no_roadmap(void **state) {
    (void)state;
    struct fixture *f = output_fixture();
    contains(wrote(f, NULL, assess_text), "Roadmap of the staffing");
    f->plan.staffing.count = 0;
    for (size_t i = 0; i < f->plan.processes.count; i++)
        f->plan.processes.items[i].in_scope = false;
    const char *text = wrote(f, NULL, assess_text);
    lacks(text, "Roadmap of the staffing");
    contains(text, "For scale, not as a benchmark:");
    fixture_free(f);
}

static void posts_without_a_phase_stand_in_a_row_of_their_own(void **state) {
    (void)state;
    struct fixture *f = wide_fixture();
    struct staffing *s = FIXTURE_NEXT(f, staffing);
    *s = f->plan.staffing.items[0];
    s->phase = NULL;
    contains(wrote(f, NULL, assess_text), "  (no phase)  ");
    fixture_free(f);
}

static void a_variance_upwards_has_its_sign(void **state) {
    (void)state;
    struct fixture *f = output_fixture();
    f->plan.measures.items[0].series[SERIES_ACTUAL].items[1].value = dec("103");
    contains(wrote(f, NULL, assess_text), "+3.0 %");
    f->plan.measures.items[0].series[SERIES_ACTUAL].items[1].value = dec("100");
    const char *row = strstr(wrote(f, NULL, assess_text), "M1  M1");
    contains(row, " 0.0 %");
    fixture_free(f);
}

static void a_signal_that_lasts_stands_under_its_measure(void **state) {
    (void)state;
    struct fixture *f = output_fixture();
    add_signals(f, &f->plan.objectives.items[0]);
    const char *text = wrote(f, NULL, assess_text);
    const char *s1 = strstr(text, "S1  S1"), *s2 = strstr(text, "S2  S2");
    const char *s3 = strstr(text, "S3  S3");
    const char *run = strstr(text, "signal: 7 months above the mean since 2026-04\n");
    const char *outside = strstr(text, "signal (trial): above the upper limit in 2026-10\n");
    assert_true(s1 && s1 < run && run < s2 && s2 < outside && outside < s3);
    lacks(s3, "signal");
    fixture_free(f);
}

static void a_row_without_cells_does_not_widen_the_first_column(void **state) {
    (void)state;
    struct fixture *f = output_fixture();
    const char *before = strstr(wrote(f, NULL, assess_text), "PERSPECTIVE, OBJECTIVE");
    int wide = (int)(strstr(before, "STATUS") - before);
    add_signals(f, &f->plan.objectives.items[0]);
    const char *after = strstr(wrote(f, NULL, assess_text), "PERSPECTIVE, OBJECTIVE");
    assert_int_equal(strstr(after, "STATUS") - after, wide);
    fixture_free(f);
}

static void sums_of_benefits_are_told_in_whole_units(void **state) {
    (void)state;
    struct fixture *f = wide_fixture();
    f->plan.benefits.items[0].planned = known("100.4");
    f->plan.benefits.items[0].forecast = known("90.6");
    f->plan.benefits.items[0].realised = known("12.3");
    contains(wrote(f, NULL, assess_text),
             "All cashable     amber       100        91        12     90 %");
    fixture_free(f);
}

static void each_level_is_indented_by_one_step_more(void **state) {
    (void)state;
    struct fixture *f = output_fixture();
    const char *text = wrote(f, NULL, assess_text);
    contains(text, "\nU2  U2\n");
    contains(text, "\n  P1  P1  ");
    contains(text, "\n    O2  O2  ");
    contains(text, "\n      M2  M2  ");
    fixture_free(f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(units_are_told_one_by_one),
        cmocka_unit_test(columns_are_aligned),
        cmocka_unit_test(control_characters_of_names_do_not_reach_the_terminal),
        cmocka_unit_test(a_unit_without_objectives_has_no_table),
        cmocka_unit_test(supports_stand_under_the_objective_they_are_for),
        cmocka_unit_test(an_incomplete_year_to_date_says_so),
        cmocka_unit_test(what_stands_beside_the_statuses_has_its_own_tables),
        cmocka_unit_test(one_unit_shows_only_its_own),
        cmocka_unit_test(a_measure_of_two_objectives_is_listed_at_home),
        cmocka_unit_test(a_unit_is_listed_perspective_by_perspective),
        cmocka_unit_test(a_supporter_without_a_name_has_its_id),
        cmocka_unit_test(a_benefit_may_have_cents_and_no_due_date),
        cmocka_unit_test(the_sum_of_all_benefits_is_not_that_of_one_unit),
        cmocka_unit_test(alignment_is_told_from_objectives_or_people_alone),
        cmocka_unit_test(links_that_were_tested_are_counted),
        cmocka_unit_test(without_posts_or_benchmarks_there_is_no_roadmap),
        cmocka_unit_test(posts_without_a_phase_stand_in_a_row_of_their_own),
        cmocka_unit_test(a_variance_upwards_has_its_sign),
        cmocka_unit_test(a_signal_that_lasts_stands_under_its_measure),
        cmocka_unit_test(a_row_without_cells_does_not_widen_the_first_column),
        cmocka_unit_test(sums_of_benefits_are_told_in_whole_units),
        cmocka_unit_test(each_level_is_indented_by_one_step_more),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "assessfixture.h"

static void every_line_has_the_cells_of_the_header(void **state) {
    (void)state;
    struct fixture *f = wide_fixture();
    const char *text = wrote(f, NULL, assess_csv);
    size_t commas = 0, expected = 0, lines = 0;
    bool quoted = false;
    for (; *text; text++) {
        if (*text == '"')
            quoted = !quoted;
        commas += !quoted && *text == ',';
        if (!quoted && *text == '\n') {
            assert_int_equal(text[-1], '\r');
            if (lines++ == 0)
                expected = commas;
            assert_int_equal(commas, expected);
            commas = 0;
        }
    }
    /* header, units, perspectives, objectives, measures, initiative, benefit and its two sums,
     * figures of alignment, base rates, figures of trust of four, phase, processes, total */
    assert_int_equal(lines, 1 + 2 + 2 + 2 + 4 + 1 + 3 + 3 + 7 + 4 * 9 + 1 + 2 + 1);
    assert_int_equal(expected, 34);
    fixture_free(f);
}

static void cells_are_quoted_only_where_they_must_be(void **state) {
    (void)state;
    struct fixture *f = output_fixture();
    const char *text = wrote(f, NULL, assess_csv);
    contains(text, "\r\nunit,U1,U1,\"Blood \"\"Service\"\", East\",2026-10,amber,50,100,");
    contains(text, "\r\nobjective,O1,U1,\"Line one\nline two\",2026-10,amber,50,100,");
    contains(text, "\r\nperspective,P1,U2,P1,2026-10,red,23.333333,50,,,,,,0,0,0,1,0,");
    contains(text, "\r\nmeasure,M1,U1,M1,2026-10,amber,50,,95,100,-5,up,improving,");
    contains(text, "\r\nmeasure,M4,U1,M4,,not-applicable,,,,,,,,");
    contains(text,
             "\r\ninitiative,I1,U1,New site,2026-10,amber,,,,,,,,,,,,,no-data,amber,no-data,");
    contains(text,
             "\r\nprocess,PR1,,Reviews,,,,,,,,,,,,,,,,,,0.25,0.25,0.5,1,under,-0.25,,,,,,,,\r\n");
    contains(text, "\r\nprocess,PR2,,Sharing,,,,,,,,,,,,,,,,,,0,0,,,none,,,,,,,,,\r\n");
    contains(text, "\r\nstaffing,,,,");
    fixture_free(f);
}

static void figures_beside_the_statuses_stand_one_to_a_row(void **state) {
    (void)state;
    struct fixture *f = wide_fixture();
    const char *text = wrote(f, NULL, assess_csv);
    contains(text, "\r\nbenefit,B1,U1,Fewer trips,2027,amber,,,,,,,,,,,,,,,,100,,,,,,90,,90,,,"
                   "cashable,,\r\n");
    contains(text, "\r\nbenefits,,,,,amber,,,,,,,,,,,,,,,,100,,,,,,90,,90,,,cashable,,\r\n");
    contains(text, ",,25,,,budget linked,30,120\r\n");
    contains(text, ",,25,,,goals linked,10,40\r\n");
    contains(text, ",,,,,executive hours,1.5,\r\n");
    contains(text, "\r\nbase rate,aware,,of employees are not aware of it,");
    contains(text, "\r\ntrust,,,,,,");
    contains(text, "\r\ntrust,\"Owner, One\",,,,");
    contains(text, ",measures with an actual,2,3\r\n");
    contains(text, ",restated values,0,\r\n");
    contains(text,
             "\r\nphase,2,,,,,,,,,,,,,,,,,,,,0.25,0.25,0.5,1,under,-0.25,,,,0.25,0.25,,,\r\n");
    text = wrote(f, &f->plan.units.items[1], assess_csv);
    lacks(text, "\r\nbenefit");
    lacks(text, "Owner, One");
    contains(text, "\r\ntrust,,U2,");
    fixture_free(f);
}

static void a_year_to_date_says_how_much_of_it_is_there(void **state) {
    (void)state;
    struct fixture *f = output_fixture();
    lacks(wrote(f, NULL, assess_csv), "year to date");
    f->plan.settings.headline_ytd = true;
    contains(wrote(f, NULL, assess_csv), ",periods of the year to date,2,10\r\n");
    fixture_free(f);
}

static void supports_have_rows_of_their_own(void **state) {
    (void)state;
    struct fixture *f = output_fixture();
    struct objective *o = f->plan.objectives.items;
    o[0].name = "Fill";
    add_support(f, &o[1], &o[0], LINK_SHARED, NULL);
    contains(wrote(f, NULL, assess_csv),
             "\r\nsupport,O1,U1,Fill,2026-10,red,23.333333,,,,,,,,,,,,,,,"
             ",,,,,,,,,,,shared,O2,\r\n");
    lacks(wrote(f, &f->plan.units.items[1], assess_csv), "\r\nsupport");
    fixture_free(f);
}

static void one_unit_shows_only_its_own(void **state) {
    (void)state;
    struct fixture *f = output_fixture();
    const char *text = wrote(f, &f->plan.units.items[1], assess_csv);
    lacks(text, ",U1,");
    contains(text, "measure,M2,U2,");
    contains(text, "process,PR1,");
    fixture_free(f);
}

static void sums_of_an_initiative_are_those_of_its_unit(void **state) {
    (void)state;
    struct fixture *f = wide_fixture();
    const char *text = wrote(f, &f->plan.units.items[0], assess_csv);
    contains(text, "\r\nbenefits,I1,U1,New site,,amber,");
    lacks(text, "\r\nbenefits,,,,,amber,");
    fixture_free(f);
}

static void of_nobody_there_is_no_share(void **state) {
    (void)state;
    struct fixture *f = wide_fixture();
    f->plan.workforce.items[0].headcount = known("0");
    f->plan.workforce.items[0].goals_linked = known("0");
    contains(wrote(f, NULL, assess_csv), ",,,,,goals linked,0,0\r\n");
    fixture_free(f);
}

static void links_have_a_row_for_each_figure(void **state) {
    (void)state;
    struct fixture *f = output_fixture();
    const char *text = wrote_links(f, NULL, 2, 1, assess_csv);
    contains(text, "\r\nlink,O1>O2,U2,,,too little data,");
    contains(text, ",points,0,\r\nlink,O1>O2,U2,,,not shown,");
    contains(text, ",points,24,\r\n");
    contains(text, ",lag in months,0,\r\n");
    contains(text, ",rho,0.25,\r\n");
    const char *first = strstr(text, ",rho,");
    assert_null(strstr(first + 1, ",rho,")); /* nothing was found out about the other */
    lacks(wrote_links(f, add_unit(f, "U3"), 2, 0, assess_csv), "\r\nlink,");
    fixture_free(f);
}

static void signals_that_last_have_rows(void **state) {
    (void)state;
    struct fixture *f = output_fixture();
    add_signals(f, &f->plan.objectives.items[0]);
    const char *text = wrote(f, NULL, assess_csv);
    contains(text, "\r\nsignal,S1/signal,U1,S1,2026-04,,,,,,,above,");
    contains(text, ",run,7,14\r\n");
    contains(text, ",-4.003077,14.003077,"); /* 5 - and + 2.66 x 44 / 13 */
    contains(text, "\r\nsignal,S2/signal,U1,S2,2026-10,,,,,,,above,");
    contains(text, ",trial,,,,,,,outside,1,7\r\n");
    lacks(text, "S3/signal");
    /* the run below the mean is over */
    const char *first = strstr(text, "S1/signal");
    assert_null(strstr(first + 1, "S1/signal"));
    lacks(wrote(f, &f->plan.units.items[1], assess_csv), "\r\nsignal");
    fixture_free(f);
}

static void the_whole_staffing_stands_last(void **state) {
    (void)state;
    struct fixture *f = output_fixture();
    f->plan.staffing.items[0].fte = dec("0.75");
    contains(wrote(f, NULL, assess_csv),
             "\r\nstaffing,,,,,,,,,,,,,,,,,,,,,0.75,0.75,,,none,,,,,,,,,\r\n");
    f->plan.staffing.items[0].filled = false;
    f->plan.published_total_min = known("6");
    f->plan.published_total_max = known("8");
    contains(wrote(f, NULL, assess_csv),
             "\r\nstaffing,,,,,,,,,,,,,,,,,,,,,0.75,0,6,8,under,,,,,,,,,\r\n");
    fixture_free(f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_line_has_the_cells_of_the_header),
        cmocka_unit_test(cells_are_quoted_only_where_they_must_be),
        cmocka_unit_test(figures_beside_the_statuses_stand_one_to_a_row),
        cmocka_unit_test(a_year_to_date_says_how_much_of_it_is_there),
        cmocka_unit_test(supports_have_rows_of_their_own),
        cmocka_unit_test(one_unit_shows_only_its_own),
        cmocka_unit_test(sums_of_an_initiative_are_those_of_its_unit),
        cmocka_unit_test(of_nobody_there_is_no_share),
        cmocka_unit_test(links_have_a_row_for_each_figure),
        cmocka_unit_test(signals_that_last_have_rows),
        cmocka_unit_test(the_whole_staffing_stands_last),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

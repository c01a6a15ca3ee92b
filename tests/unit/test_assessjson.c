#include "assessfixture.h"

static void starts(const char *text, const char *with) {
    if (strncmp(text, with, strlen(with)) != 0)
        fail_msg("does not start with\n%s\nbut is\n%s", with, text);
}

static void the_json_has_exactly_the_promised_shape(void **state) {
    (void)state;
    struct fixture *f = output_fixture();
    starts(
        wrote(f, NULL, assess_json),
        "{\"workbook\":{\"sha256\":"
        "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\","
        "\"as_of\":\"2026-10-31\",\"period\":\"2026-10\"},\n"
        " \"units\":[\n"
        "  {\"id\":\"U1\",\"status\":\"amber\",\"score\":50,\"coverage\":100,"
        "\"tally\":{\"exceeds\":0,\"green\":0,\"amber\":1,\"red\":0,\"grey\":0}},\n"
        "  {\"id\":\"U2\",\"status\":\"red\",\"score\":23.333333,\"coverage\":50,"
        "\"tally\":{\"exceeds\":0,\"green\":0,\"amber\":0,\"red\":1,\"grey\":0}}],\n"
        " \"perspectives\":[\n"
        "  {\"unit\":\"U1\",\"id\":\"P1\",\"status\":\"amber\",\"score\":50,\"coverage\":100,"
        "\"tally\":{\"exceeds\":0,\"green\":0,\"amber\":1,\"red\":0,\"grey\":0}},\n"
        "  {\"unit\":\"U2\",\"id\":\"P1\",\"status\":\"red\",\"score\":23.333333,"
        "\"coverage\":50,"
        "\"tally\":{\"exceeds\":0,\"green\":0,\"amber\":0,\"red\":1,\"grey\":0}}],\n"
        " \"themes\":[],\n"
        " \"objectives\":[\n"
        "  {\"id\":\"O1\",\"unit\":\"U1\",\"status\":\"amber\",\"score\":50,"
        "\"coverage\":100,\"goodness\":\"improving\",\"supported_by\":[],"
        "\"tally\":{\"exceeds\":0,\"green\":0,\"amber\":1,\"red\":0,\"grey\":1},"
        "\"forecast_status\":\"insufficient\",\"declared\":null},\n"
        "  {\"id\":\"O2\",\"unit\":\"U2\",\"status\":\"red\",\"score\":23.333333,"
        "\"coverage\":50,\"goodness\":null,\"supported_by\":[],\"tally\":{\"exceeds\":0,"
        "\"green\":0,\"amber\":0,\"red\":1,\"grey\":1},"
        "\"forecast_status\":\"insufficient\",\"declared\":\"green\"}],\n"
        " \"measures\":[\n"
        "  {\"id\":\"M1\",\"period\":\"2026-10\",\"actual\":95,\"target\":100,"
        "\"year_to_date\":null,\"status\":\"amber\",\"score\":50,\"variance\":-5,"
        "\"direction\":\"up\",\"goodness\":\"improving\","
        "\"trend_year\":{\"direction\":null,\"goodness\":null},"
        "\"trend_mean\":{\"direction\":null,\"goodness\":null},\"consecutive\":2,"
        "\"carried_from\":null,\"signals\":null,\"forecast\":{\"method\":\"last\",\"value\":95,"
        "\"target\":null,\"status\":\"no-data\"}},\n"
        "  {\"id\":\"M2\",\"period\":\"2026-10\",\"actual\":87,\"target\":100,"
        "\"year_to_date\":null,\"status\":\"red\",\"score\":23.333333,\"variance\":-13,"
        "\"direction\":null,\"goodness\":null,\"trend_year\":{\"direction\":null,"
        "\"goodness\":null},\"trend_mean\":{\"direction\":null,\"goodness\":null},"
        "\"consecutive\":1,\"carried_from\":null,\"signals\":null,\"forecast\":{\"method\":"
        "\"last\","
        "\"value\":87,\"target\":null,\"status\":\"no-data\"}},\n"
        "  {\"id\":\"M3\",\"period\":\"2026-10\",\"actual\":null,\"target\":100,"
        "\"year_to_date\":null,\"status\":\"no-data\",\"score\":null,\"variance\":null,"
        "\"direction\":null,\"goodness\":null,\"trend_year\":{\"direction\":null,"
        "\"goodness\":null},\"trend_mean\":{\"direction\":null,\"goodness\":null},"
        "\"consecutive\":1,\"carried_from\":null,\"signals\":null,\"forecast\":{\"method\":"
        "\"none\","
        "\"value\":null,\"target\":null,\"status\":\"no-data\"}},\n"
        "  {\"id\":\"M4\",\"period\":null,\"actual\":null,\"target\":null,"
        "\"year_to_date\":null,\"status\":\"not-applicable\",\"score\":null,"
        "\"variance\":null,\"direction\":null,\"goodness\":null,"
        "\"trend_year\":{\"direction\":null,\"goodness\":null},"
        "\"trend_mean\":{\"direction\":null,\"goodness\":null},\"consecutive\":0,"
        "\"carried_from\":null,\"signals\":null,\"forecast\":{\"method\":\"none\",\"value\":null,"
        "\"target\":null,\"status\":\"not-applicable\"}}],\n"
        " \"initiatives\":[\n"
        "  {\"id\":\"I1\",\"status\":\"amber\",\"schedule\":\"no-data\",\"budget\":\"amber\","
        "\"benefit\":\"no-data\"}],\n"
        " \"benefits\":[],\n"
        " \"benefit_totals\":[],\n"
        " \"alignment\":[\n"
        "  {\"unit\":\"U1\",\"objectives\":0,\"traced\":0,\"budget\":null,\"linked\":null,"
        "\"orphaned\":null,\"counted\":null,\"headcount\":null,\"goals\":null,"
        "\"goals_of\":null,\"incentives\":null,\"incentives_of\":null,\"plans\":null,"
        "\"plans_of\":null,\"aware\":null,\"aware_of\":null,\"executive_hours\":null},\n"
        "  {\"unit\":\"U2\",\"objectives\":0,\"traced\":0,\"budget\":null,\"linked\":null,"
        "\"orphaned\":null,\"counted\":null,\"headcount\":null,\"goals\":null,"
        "\"goals_of\":null,\"incentives\":null,\"incentives_of\":null,\"plans\":null,"
        "\"plans_of\":null,\"aware\":null,\"aware_of\":null,\"executive_hours\":null}],\n"
        " \"base_rates\":[\n"
        "  {\"key\":\"units\",\"percent\":67,\"at_least\":false,"
        "\"says\":\"of HR and IT units are not aligned with the strategy\","
        "\"source\":\"Kaplan & Norton (2005)\"},\n");
    fixture_free(f);
}

static void staffing_is_told_by_process_person_and_phase(void **state) {
    (void)state;
    struct fixture *f = output_fixture();
    contains(wrote(f, NULL, assess_json),
             "],\n"
             " \"staffing\":{\"processes\":[\n"
             "  {\"id\":\"PR1\",\"planned\":0.25,\"filled\":0.25,\"min\":0.5,\"max\":1,"
             "\"verdict\":\"under\",\"gap\":-0.25},\n"
             "  {\"id\":\"PR2\",\"planned\":0,\"filled\":0,\"min\":null,\"max\":null,"
             "\"verdict\":\"none\",\"gap\":null}],\n"
             "  \"people\":[\n"
             "  {\"person\":\"Ann\",\"vacancy\":false,\"dotted\":false,\"total\":0.25,"
             "\"shares\":{\"PR1\":0.25}}],\n"
             "  \"phases\":[\n"
             "  {\"phase\":\"core\",\"by_group\":true,\"planned\":0.25,\"filled\":0.25,"
             "\"dotted\":0,\"planned_so_far\":0.25,\"filled_so_far\":0.25,\"min\":0.5,\"max\":1,"
             "\"verdict\":\"under\",\"gap\":-0.25}],\n"
             "  \"for_scale\":[\n"
             "  {\"key\":\"median\",\"says\":\"median of 160 European chiefs of strategy, 2014\","
             "\"people\":6,\"part_time\":0,\"employees\":null,");
    contains(wrote(f, NULL, assess_json),
             "}],\n"
             "  \"reporting_line\":\"no-data\",\n"
             "  \"total\":{\"planned\":0.25,\"filled\":0.25,\"min\":null,\"max\":null,"
             "\"verdict\":\"none\",\"vacant\":0,\"dotted\":0,\"sum_min\":0.5,\"sum_max\":1,"
             "\"sum_verdict\":\"under\"}}}\n");
    fixture_free(f);
}

static void benefits_alignment_and_trust_stand_beside(void **state) {
    (void)state;
    struct fixture *f = wide_fixture();
    const char *text = wrote(f, NULL, assess_json);
    contains(text, " \"benefits\":[\n"
                   "  {\"id\":\"B1\",\"initiative\":\"I1\",\"type\":\"cashable\","
                   "\"due\":\"2027\",\"status\":\"amber\",\"planned\":100,\"forecast\":90,"
                   "\"realised\":null,\"percent\":90,\"in_currency\":true,"
                   "\"overdue\":false,\"reconciled\":false}],\n"
                   " \"benefit_totals\":[\n"
                   "  {\"initiative\":null,\"type\":\"cashable\",\"benefits\":1,"
                   "\"in_other_units\":0,\"planned\":100,\"realised\":null,\"expected\":90,"
                   "\"percent\":90,\"status\":\"amber\",\"overdue\":0},\n"
                   "  {\"initiative\":\"I1\",\"type\":\"cashable\",");
    contains(text, "\"budget\":120,\"linked\":30,\"orphaned\":0,\"counted\":\"2026-Q3\","
                   "\"headcount\":40,\"goals\":10,\"goals_of\":40,\"incentives\":null,");
    contains(text, "\"executive_hours\":1.5}");
    contains(text, " \"trust\":[\n"
                   "  {\"unit\":null,\"owner\":null,\"measures\":3,\"with_actual\":2,"
                   "\"stale\":0,\"attested\":0,\"estimated\":0,\"unattested\":2,"
                   "\"restated\":0,\"provisional\":0,\"initiatives\":1,\"disagreeing\":0,"
                   "\"bands\":0,\"widest\":0},\n"
                   "  {\"unit\":\"U1\",\"owner\":null,\"measures\":1,");
    contains(text, "  {\"unit\":null,\"owner\":\"Owner, One\",\"measures\":1,");
    contains(text, "{\"phase\":\"2\",\"by_group\":false,");
    text = wrote(f, &f->plan.units.items[1], assess_json);
    contains(text, " \"benefits\":[],\n \"benefit_totals\":[],\n \"alignment\":[\n"
                   "  {\"unit\":\"U2\",");
    lacks(text, "Owner, One");
    fixture_free(f);
}

static void one_unit_shows_only_its_own(void **state) {
    (void)state;
    struct fixture *f = output_fixture();
    const char *text = wrote(f, &f->plan.units.items[1], assess_json);
    lacks(text, "\"U1\"");
    lacks(text, "\"M1\"");
    lacks(text, "\"I1\"");
    contains(text, "\"initiatives\":[]");
    contains(text, "\"M2\"");
    contains(text, "\"PR1\"");
    fixture_free(f);
}

static void supports_stand_with_the_objective_they_are_for(void **state) {
    (void)state;
    struct fixture *f = output_fixture();
    struct objective *o = f->plan.objectives.items;
    add_support(f, &o[1], &o[0], LINK_IDENTICAL, NULL);
    contains(wrote(f, NULL, assess_json),
             "\"supported_by\":[{\"id\":\"O2\",\"kind\":\"identical\",\"counted\":false,"
             "\"status\":\"red\",\"score\":23.333333,\"coverage\":50}],");
    o[1].supports.items[0].kind = LINK_CONTRIBUTORY;
    contains(wrote(f, NULL, assess_json), "\"kind\":\"contributory\",\"counted\":true,");
    fixture_free(f);
}

static void a_year_to_date_says_how_much_of_it_is_there(void **state) {
    (void)state;
    struct fixture *f = output_fixture();
    f->plan.settings.headline_ytd = true;
    contains(wrote(f, NULL, assess_json), "\"year_to_date\":{\"have\":2,\"due\":10},");
    fixture_free(f);
}

static void a_published_total_is_given(void **state) {
    (void)state;
    struct fixture *f = output_fixture();
    f->plan.published_total_min = known("6");
    f->plan.published_total_max = known("8");
    contains(wrote(f, NULL, assess_json), "\"min\":6,\"max\":8,\"verdict\":\"under\",");
    fixture_free(f);
}

static void sums_of_an_initiative_are_those_of_its_unit(void **state) {
    (void)state;
    struct fixture *f = wide_fixture();
    contains(wrote(f, &f->plan.units.items[0], assess_json),
             " \"benefit_totals\":[\n"
             "  {\"initiative\":\"I1\",\"type\":\"cashable\",");
    fixture_free(f);
}

static void links_are_told_with_what_was_found(void **state) {
    (void)state;
    struct fixture *f = output_fixture();
    const char *text = wrote_links(f, NULL, 2, 1, assess_json);
    contains(text, " \"links\":[\n"
                   "  {\"from\":\"O1\",\"to\":\"O2\",\"sign\":\"+\","
                   "\"association\":\"too little data\",\"lag_months\":0,"
                   "\"lag_searched\":false,\"step\":\"none\",\"points\":0,\"rho\":null,"
                   "\"rho_of_moves\":null,\"p\":null},\n"
                   "  {\"from\":\"O1\",\"to\":\"O2\",\"sign\":\"-\","
                   "\"association\":\"not shown\",");
    contains(text, "\"points\":24,\"rho\":0.25,\"rho_of_moves\":0,\"p\":0}],\n");
    contains(wrote_links(f, add_unit(f, "U3"), 2, 0, assess_json), " \"links\":[],\n");
    fixture_free(f);
}

static void themes_and_all_supporters_are_listed(void **state) {
    (void)state;
    struct fixture *f = output_fixture();
    struct objective *o = f->plan.objectives.items;
    struct objective *o3 = add_objective(f, "O3", o[1].unit, o[1].perspective);
    o[0].theme = add_theme(f, "T1");
    add_support(f, &o[1], &o[0], LINK_IDENTICAL, NULL);
    add_support(f, o3, &o[0], LINK_SHARED, NULL);
    const char *text = wrote(f, NULL, assess_json);
    contains(text, " \"themes\":[\n  {\"unit\":\"U1\",\"id\":\"T1\",\"status\":\"amber\",");
    contains(text, "\"coverage\":50},{\"id\":\"O3\",\"kind\":\"shared\",\"counted\":false,"
                   "\"status\":\"no-data\",\"score\":null,\"coverage\":0}],");
    fixture_free(f);
}

static void signals_are_told_with_their_chart(void **state) {
    (void)state;
    struct fixture *f = output_fixture();
    add_signals(f, &f->plan.objectives.items[0]);
    const char *text = wrote(f, NULL, assess_json);
    contains(text, "\"signals\":{\"points\":14,\"trial\":false,\"mean\":5,");
    contains(text, "\"found\":[{\"kind\":\"run\",\"side\":\"below\",\"first\":\"2025-09\","
                   "\"last\":\"2026-03\",\"points\":7,\"now\":false},"
                   "{\"kind\":\"run\",\"side\":\"above\",\"first\":\"2026-04\","
                   "\"last\":\"2026-10\",\"points\":7,\"now\":true}]},");
    contains(text, "\"signals\":{\"points\":7,\"trial\":true,");
    contains(text, "\"signals\":{\"points\":5,\"trial\":true,\"mean\":2,\"range\":1.5,"
                   "\"dropped\":0,\"lower\":-1.99,\"upper\":5.99,\"found\":[]},");
    fixture_free(f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_json_has_exactly_the_promised_shape),
        cmocka_unit_test(staffing_is_told_by_process_person_and_phase),
        cmocka_unit_test(benefits_alignment_and_trust_stand_beside),
        cmocka_unit_test(one_unit_shows_only_its_own),
        cmocka_unit_test(supports_stand_with_the_objective_they_are_for),
        cmocka_unit_test(a_year_to_date_says_how_much_of_it_is_there),
        cmocka_unit_test(a_published_total_is_given),
        cmocka_unit_test(sums_of_an_initiative_are_those_of_its_unit),
        cmocka_unit_test(links_are_told_with_what_was_found),
        cmocka_unit_test(themes_and_all_supporters_are_listed),
        cmocka_unit_test(signals_are_told_with_their_chart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "outlookcase.h"

static void an_objective_is_followed_by_its_measures(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct objective *o = lone_objective(f);
    o->name = "Serve, \"well\"";
    add_year(f, o, AGGREGATE_SUM, "11", tens, 10);
    const char *text = printed(f, NULL, outlook_csv);
    has(text, "kind,id,objective,unit,name,group,status,");
    has(text, "\r\nobjective,O1,O1,U1,\"Serve, \"\"well\"\"\",missing,amber,");
    has(text, "\r\nmeasure,M1,O1,U1,M1,,amber,amber,36.363636,1,,,expected,run rate,120,132,-12,"
              "-9.090909,average,2,10,16,\r\n");
    fixture_free(f);
}

static void what_is_not_known_stays_empty(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    add_measure(f, "M1", lone_objective(f));
    const char *text = printed(f, NULL, outlook_csv);
    has(text, "objective,O1,O1,U1,O1,unsaid,insufficient,insufficient,,1,,0,,,,,,,,,,,\r\n");
    has(text, "measure,M1,O1,U1,M1,,no-data,no-data,,1,,,no-forecast,none,,,,,unknown,12,,,\r\n");
    fixture_free(f);
}

static void what_is_too_large_stays_empty_too(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    add_year_beyond_numbers(f);
    has(printed(f, NULL, outlook_csv), "average,2,-9000000000000,,\r\n");
    fixture_free(f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_objective_is_followed_by_its_measures),
        cmocka_unit_test(what_is_not_known_stays_empty),
        cmocka_unit_test(what_is_too_large_stays_empty_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "outlookcase.h"

static void every_figure_has_its_key(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    lone_year(f, AGGREGATE_SUM, "11");
    const char *text = printed(f, NULL, outlook_json);
    has(text, "\"as_of\":\"2026-10-31\",\"period\":\"2026-10\"}");
    has(text, "\"unit\":null");
    has(text, "\"summary\":{\"objectives\":1,\"off_track\":0,\"at_risk\":1,\"on_target\":0,"
              "\"unsaid\":0,\"warnings\":0,\"recovering\":0}");
    has(text, "{\"id\":\"O1\",\"unit\":\"U1\",\"name\":\"O1\",\"group\":\"missing\",\"status\":"
              "\"amber\"");
    has(text, "\"share\":1,");
    has(text,
        "\"method\":\"run rate\",\"expected\":120,\"target\":132,\"lower\":null,\"upper\":null,"
        "\"gap\":-12,\"gap_percent\":-9.090909,\"gap_in_points\":false,\"periods\":12,"
        "\"have\":10,\"need\":\"average\",\"so_far\":10,\"least\":16,\"most\":null,"
        "\"hindsight\":null}");
    fixture_free(f);
}

static void what_is_not_known_is_null(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    add_measure(f, "M1", lone_objective(f));
    const char *text = printed(f, &f->plan.units.items[0], outlook_json);
    has(text, "\"unit\":\"U1\"");
    has(text,
        "\"forecast_score\":null,\"share\":1,\"shortfall\":null,\"urgency\":0,\"supporters\":[]");
    has(text, "\"reason\":\"no-forecast\",\"method\":\"none\",\"expected\":null,\"target\":null");
    fixture_free(f);
}

static void what_is_too_large_is_null_too(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    add_year_beyond_numbers(f);
    has(printed(f, NULL, outlook_json), "\"least\":null,\"most\":null");
    fixture_free(f);
}

static void a_range_and_a_look_back_are_objects(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct unit *u1 = add_unit(f, "U1"), *u2 = add_unit(f, "U2");
    u2->parent = u1;
    struct perspective *p = add_perspective(f, "P1");
    struct objective *parent = add_objective(f, "O1", u1, p),
                     *child = add_objective(f, "O2", u2, p);
    add_support(f, child, parent, LINK_CONTRIBUTORY, NULL);
    struct measure *m = add_year(f, child, AGGREGATE_MAX, "11", tens, 10);
    add_months(f, m, "2025-01", NULL, NULL, 0);
    for (size_t i = 0; i < 12; i++)
        add_value(f, m, SERIES_ACTUAL, arena_printf(f->arena, "2025-%02zu", i + 1), "10");
    const char *text = printed(f, NULL, outlook_json);
    has(text, "\"supporters\":[\"O2\"]");
    has(text, "\"hindsight\":{\"foreseen\":10,\"ended\":10}");
    m->polarity = POLARITY_RANGE;
    struct threshold *t = add_threshold(f, m, NULL);
    t->lower = known("11");
    t->upper = known("13");
    t->margin = known("2");
    has(printed(f, NULL, outlook_json), "\"lower\":11,\"upper\":13,\"gap\":-1");
    fixture_free(f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_figure_has_its_key),
        cmocka_unit_test(what_is_not_known_is_null),
        cmocka_unit_test(what_is_too_large_is_null_too),
        cmocka_unit_test(a_range_and_a_look_back_are_objects),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

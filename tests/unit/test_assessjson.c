#include "assessfixture.h"

static void the_json_has_exactly_the_promised_shape(void **state) {
    (void)state;
    struct fixture *f = output_fixture();
    assert_string_equal(
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
        "  {\"unit\":\"U1\",\"id\":\"P1\",\"status\":\"amber\",\"score\":50,\"coverage\":100},\n"
        "  {\"unit\":\"U2\",\"id\":\"P1\",\"status\":\"red\",\"score\":23.333333,"
        "\"coverage\":50}],\n"
        " \"objectives\":[\n"
        "  {\"id\":\"O1\",\"unit\":\"U1\",\"status\":\"amber\",\"score\":50,\"coverage\":100,"
        "\"goodness\":\"improving\"},\n"
        "  {\"id\":\"O2\",\"unit\":\"U2\",\"status\":\"red\",\"score\":23.333333,"
        "\"coverage\":50,\"goodness\":null}],\n"
        " \"measures\":[\n"
        "  {\"id\":\"M1\",\"period\":\"2026-10\",\"actual\":95,\"target\":100,"
        "\"status\":\"amber\",\"score\":50,\"variance\":-5,\"direction\":\"up\","
        "\"goodness\":\"improving\"},\n"
        "  {\"id\":\"M2\",\"period\":\"2026-10\",\"actual\":87,\"target\":100,"
        "\"status\":\"red\",\"score\":23.333333,\"variance\":-13,\"direction\":null,"
        "\"goodness\":null},\n"
        "  {\"id\":\"M3\",\"period\":\"2026-10\",\"actual\":null,\"target\":100,"
        "\"status\":\"no-data\",\"score\":null,\"variance\":null,\"direction\":null,"
        "\"goodness\":null},\n"
        "  {\"id\":\"M4\",\"period\":null,\"actual\":null,\"target\":null,"
        "\"status\":\"not-applicable\",\"score\":null,\"variance\":null,\"direction\":null,"
        "\"goodness\":null}],\n"
        " \"initiatives\":[\n"
        "  {\"id\":\"I1\",\"status\":\"amber\",\"schedule\":\"no-data\",\"budget\":\"amber\","
        "\"benefit\":\"no-data\"}],\n"
        " \"staffing\":{\"processes\":[\n"
        "  {\"id\":\"PR1\",\"planned\":0.25,\"filled\":0.25,\"min\":0.5,\"max\":1,"
        "\"verdict\":\"under\",\"gap\":-0.25},\n"
        "  {\"id\":\"PR2\",\"planned\":0,\"filled\":0,\"min\":null,\"max\":null,"
        "\"verdict\":\"none\",\"gap\":null}],\n"
        "  \"total\":{\"planned\":0.25,\"filled\":0.25,\"min\":null,\"max\":null,"
        "\"verdict\":\"none\"}}}\n");
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

static void a_published_total_is_given(void **state) {
    (void)state;
    struct fixture *f = output_fixture();
    f->plan.published_total_min = known("6");
    f->plan.published_total_max = known("8");
    contains(wrote(f, NULL, assess_json), "\"min\":6,\"max\":8,\"verdict\":\"under\"}}}");
    fixture_free(f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_json_has_exactly_the_promised_shape),
        cmocka_unit_test(one_unit_shows_only_its_own),
        cmocka_unit_test(a_published_total_is_given),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "planfixture.h"

#include "assess/assesshead.h"

static const char *head(struct fixture *f, const struct plan *changed) {
    struct textbuf out;
    struct json json;
    textbuf_init(&out, f->arena);
    json_init(&json, &out);
    json_open(&json, NULL, '{');
    assesshead_json(&json, fixture_assess(f), changed);
    json_close(&json);
    return textbuf_text(&out);
}

static void a_head_says_of_which_workbook_day_and_period(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    strcpy(f->plan.digest, "aa11");
    assert_string_equal(head(f, NULL), "{\"format\":1,\"workbook\":{\"sha256\":\"aa11\","
                                       "\"as_of\":\"2026-10-31\",\"period\":\"2026-10\"}}");
    fixture_free(f);
}

static void what_is_tried_has_its_digest_beside_that_of_the_workbook(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    strcpy(f->plan.digest, "aa11");
    const struct plan changed = {.digest = "bb22"};
    assert_string_equal(head(f, &changed),
                        "{\"format\":1,\"workbook\":{\"sha256\":\"aa11\",\"sha256_what_if\":"
                        "\"bb22\",\"as_of\":\"2026-10-31\",\"period\":\"2026-10\"}}");
    fixture_free(f);
}

static void periods_are_named_as_the_fiscal_year_does(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    f->plan.organization.fiscal.start_month = 2;
    f->plan.organization.period = span(f, "FY2026-Q1");
    if (!strstr(head(f, NULL), "\"period\":\"FY2026-Q1\"}"))
        fail_msg("%s", head(f, NULL));
    fixture_free(f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_head_says_of_which_workbook_day_and_period),
        cmocka_unit_test(what_is_tried_has_its_digest_beside_that_of_the_workbook),
        cmocka_unit_test(periods_are_named_as_the_fiscal_year_does),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "reportcase.h"

#include "report/brieftext.h"

static const char *wrote(struct reportcase *c, const char *unit, bool all, bool json) {
    const struct sentence_voice voice = wording_voice(c->arena, c->template->catalogue, c->plan);
    const struct briefing *briefing =
        briefing_make(c->arena, c->assessment, plan_unit(c->plan, unit));
    struct textbuf out;
    textbuf_init(&out, c->arena);
    if (json)
        brieftext_json(&voice, briefing, all, &out);
    else
        brieftext_text(&voice, briefing, all, &out);
    return textbuf_text(&out);
}

static void the_head_names_unit_period_and_day(void **state) {
    struct reportcase *c = *state;
    const char *text = wrote(c, "RBS", false, false);
    assert_int_equal(
        strncmp(text, "Regional Blood Service, September 2026, as of 30 September 2026\n\n1. ", 67),
        0);
    assert_says(text, "\n5. ");
    assert_null(strstr(text, "\n6. "));
    assert_says(text, "\n10 more messages with --all\n");
}

static void all_means_all(void **state) {
    struct reportcase *c = *state;
    const char *text = wrote(c, "RBS", true, false);
    assert_says(text, "\n15. ");
    assert_null(strstr(text, "--all"));
}

static void a_message_has_cause_request_notes_and_sources(void **state) {
    struct reportcase *c = *state;
    const char *text = wrote(c, "RBS", false, false);
    assert_says(text, "\n   C3 Meet patients' need for plasma medicines\n");
    assert_says(text, "\n   Cause: Two of four centres are open");
    assert_says(text, "\n   Asked for: Approve the recovery plan");
    assert_says(text, "\n   Driver I2: Source plasma collected fell to");
    assert_says(text, "\n   Sources:\n   - ");
    assert_says(text, "\n   boardpack why FILE C3 M05 I2 M16\n");
}

static void long_lines_go_on_below_the_text_they_belong_to(void **state) {
    struct reportcase *c = *state;
    const char *text = wrote(c, "RBS", true, false);
    assert_says(text, "fourth quarter off\n   track;");
    size_t width = 0;
    for (; *text; text++) {
        width = *text == '\n' ? 0 : width + (((unsigned char)*text & 0xC0) != 0x80);
        assert_true(width <= 100);
    }
}

static void json_has_the_figures_unrounded(void **state) {
    struct reportcase *c = *state;
    const char *json = wrote(c, "RBS", false, true);
    assert_says(json, "\"unit\":\"RBS\"");
    assert_says(json, "\"language\":\"en\"");
    assert_says(json, "\"kind\":\"off-track\"");
    assert_says(json, "\"id\":\"M05\",\"status\":\"red\"");
    assert_says(json,
                "\"move\":\"up\",\"before\":19.1,\"change\":0.3,\"side\":\"under\",\"gap\":-5.6");
    assert_says(json, "\"over_budget\":1250000,\"benefit_short\":850000");
    assert_says(json, "\"process\":null");
    const char *all = wrote(c, "RBS", true, true);
    assert_says(all, "\"action\":{\"id\":\"A-52\",\"due\":\"2026-08-14\"}");
    assert_says(all, "\"planned\":0.75,\"filled\":");
}

static void a_unit_without_news_says_so(void **state) {
    struct reportcase *c = *state;
    const struct sentence_voice voice = wording_voice(c->arena, c->template->catalogue, c->plan);
    struct briefing quiet = {.assessment = c->assessment, .unit = plan_root(c->plan)};
    struct textbuf out;
    textbuf_init(&out, c->arena);
    brieftext_text(&voice, &quiet, true, &out);
    assert_says(textbuf_text(&out), "\n\nNothing has to be raised.\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_head_names_unit_period_and_day),
        cmocka_unit_test(all_means_all),
        cmocka_unit_test(a_message_has_cause_request_notes_and_sources),
        cmocka_unit_test(long_lines_go_on_below_the_text_they_belong_to),
        cmocka_unit_test(json_has_the_figures_unrounded),
        cmocka_unit_test(a_unit_without_news_says_so),
    };
    return cmocka_run_group_tests(tests, reportcase_sample, reportcase_close);
}

#include "reportcase.h"

#include "report/message.h"

static const struct measure_result *measure(struct reportcase *c, const char *id) {
    return assess_measure(c->assessment, plan_measure(c->plan, id));
}

static void a_measure_says_where_it_went_and_what_was_planned(void **state) {
    struct reportcase *c = *state;
    assert_string_equal(
        message_measure(&c->report, measure(c, "M16")),
        "Source plasma collected fell from 7\u2009980 to 7\u2009420\u00a0L, short of "
        "the plan of 9\u2009055\u00a0L");
    assert_string_equal(message_measure(&c->report, measure(c, "M25")),
                        "Front-line nursing vacancy rate rose from 11.5 to 11.8\u00a0%, above the "
                        "plan of 6.0\u00a0%");
    assert_string_equal(message_measure(&c->report, measure(c, "M02")),
                        "Red-cell stock cover, all groups fell from 5.0 to 4.6\u00a0days, outside "
                        "the planned 5.0\u20139.0\u00a0days");
}

static void a_measure_without_a_value_says_so(void **state) {
    struct reportcase *c = *state;
    assert_string_equal(message_measure(&c->report, measure(c, "M24")),
                        "Shipments with a complete record has no value for the period");
}

static void an_initiative_names_each_limit_it_breaks(void **state) {
    struct reportcase *c = *state;
    for (size_t i = 0; i < c->plan->initiatives.count; i++) {
        const struct initiative_result *result = &c->assessment->initiatives[i];
        const char *text = message_initiative(&c->report, result);
        if (strcmp(result->initiative->id, "N01") == 0)
            assert_string_equal(text, "7 % over budget, 61 days late and expected to bring 86 % "
                                      "of its planned benefit");
        if (strcmp(result->initiative->id, "N13") == 0)
            assert_string_equal(text, "as planned");
    }
}

static void the_lead_measure_is_the_one_with_the_lowest_score(void **state) {
    struct reportcase *c = *state;
    const struct measure_result *lead = message_lead(&c->report, plan_objective(c->plan, "P1"));
    assert_non_null(lead);
    assert_string_equal(lead->measure->id, "M25");
}

static void the_brief_has_five_messages_worst_first_and_good_news_last(void **state) {
    struct reportcase *c = *state;
    struct message messages[MESSAGE_MOST];
    assert_int_equal(message_rank(&c->report, messages), MESSAGE_MOST);
    assert_int_equal(messages[0].status, STATUS_RED);
    assert_non_null(strstr(messages[0].finding, "nursing vacancy"));
    assert_non_null(strstr(messages[1].cause, "Driver I2 is off track too: Source plasma"));
    assert_non_null(strstr(messages[2].finding, "Plasma centre build-out is"));
    assert_non_null(strstr(messages[3].finding, "phase 2 is 14 % over budget"));
    assert_true(messages[4].status <= STATUS_GREEN);
    for (size_t i = 0; i < MESSAGE_MOST; i++)
        assert_non_null(messages[i].anchor);
}

static void the_executive_speaks_first_for_an_objective(void **state) {
    struct reportcase *c = *state;
    struct message messages[MESSAGE_MOST];
    message_rank(&c->report, messages);
    assert_string_equal(messages[0].ask,
                        "Discuss a market supplement for nurses, with its cost, in December.");
}

static void every_message_of_a_unit_is_about_that_unit(void **state) {
    struct reportcase *c = *state;
    c->report.unit = plan_unit(c->plan, "PEO");
    struct message messages[MESSAGE_MOST];
    size_t count = message_rank(&c->report, messages);
    for (size_t i = 0; i < count; i++)
        assert_null(strstr(messages[i].finding, "Front-line nursing vacancy rate"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_measure_says_where_it_went_and_what_was_planned),
        cmocka_unit_test(a_measure_without_a_value_says_so),
        cmocka_unit_test(an_initiative_names_each_limit_it_breaks),
        cmocka_unit_test(the_lead_measure_is_the_one_with_the_lowest_score),
        cmocka_unit_test(the_brief_has_five_messages_worst_first_and_good_news_last),
        cmocka_unit_test(the_executive_speaks_first_for_an_objective),
        cmocka_unit_test(every_message_of_a_unit_is_about_that_unit),
    };
    return cmocka_run_group_tests(tests, reportcase_sample, reportcase_close);
}

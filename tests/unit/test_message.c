#include "reportcase.h"

#include "report/message.h"

static struct sentence_voice voice_of(struct reportcase *c) {
    return wording_voice(c->arena, c->template->catalogue, c->plan);
}

static const char *measure_says(struct reportcase *c, const char *id) {
    const struct sentence_voice voice = voice_of(c);
    const struct reading reading =
        reading_of(c->assessment, assess_measure(c->assessment, plan_measure(c->plan, id)));
    return message_reading(&voice, &reading);
}

static void a_measure_says_where_it_went_and_how_far_it_is_from_its_target(void **state) {
    struct reportcase *c = *state;
    assert_string_equal(
        measure_says(c, "M16"),
        "Source plasma collected fell to 7\u202f420\u00a0L, 1\u202f635\u00a0L under "
        "target");
    assert_string_equal(measure_says(c, "M25"),
                        "Front-line nursing vacancy rate rose to 11.8\u00a0%, 5.8\u00a0points over "
                        "target");
    assert_string_equal(measure_says(c, "M02"),
                        "Red-cell stock cover, all groups fell to 4.6\u00a0days, 0.4\u00a0days "
                        "below the target range");
    assert_string_equal(measure_says(c, "M34"),
                        "Backup power test passed at every site: yes; the target is yes");
}

static void a_measure_without_a_value_says_since_when(void **state) {
    struct reportcase *c = *state;
    assert_string_equal(
        measure_says(c, "M24"),
        "Shipments with a complete record has no value for September 2026; the last is of June "
        "2026");
}

static void an_initiative_names_each_limit_it_breaks(void **state) {
    struct reportcase *c = *state;
    const struct sentence_voice voice = voice_of(c);
    for (size_t i = 0; i < c->plan->initiatives.count; i++) {
        const struct initiative_result *result = &c->assessment->initiatives[i];
        const char *text = message_initiative(&voice, result);
        if (strcmp(result->initiative->id, "N01") == 0)
            assert_string_equal(text, "7\u00a0% over budget, 61 days late and expected to bring "
                                      "86\u00a0% of its planned benefit");
        if (strcmp(result->initiative->id, "N13") == 0)
            assert_string_equal(text, "as planned");
    }
}

/* The message of a fact of the sample. */
static struct message message_about(struct reportcase *c, enum briefing_kind kind, size_t n) {
    const struct sentence_voice voice = voice_of(c);
    const struct briefing *briefing = briefing_make(c->arena, c->assessment, c->report.unit);
    for (size_t i = 0; i < briefing->facts.count; i++)
        if (briefing->facts.items[i].kind == kind && n-- == 0)
            return message_of(&voice, &briefing->facts.items[i]);
    fail_msg("there is no such fact");
    return (struct message){0};
}

static void a_failure_is_told_with_its_run_its_owner_and_its_driver(void **state) {
    struct reportcase *c = *state;
    const struct message message = message_about(c, BRIEFING_OFF_TRACK, 0);
    assert_string_equal(message.finding,
                        "Immune globulin self-sufficiency rose to 19.4\u00a0%, 5.6\u00a0points "
                        "under target; fourth quarter off track; owner VP Plasma Program; driver "
                        "I2 is also off track");
    assert_string_equal(message.drivers, "Driver I2: Source plasma collected fell to "
                                         "7\u202f420\u00a0L, 1\u202f635\u00a0L under target.");
    assert_string_equal(message.notes, "Forecast for the end of the year: 19.8\u00a0%, "
                                       "6.0\u00a0points under target (by its owner).");
    assert_string_equal(message.anchor, "exceptions");
}

static void the_executive_speaks_first_for_an_objective(void **state) {
    struct reportcase *c = *state;
    assert_string_equal(message_about(c, BRIEFING_OFF_TRACK, 1).ask,
                        "Discuss a market supplement for nurses, with its cost, in December.");
}

static void good_news_needs_no_cause(void **state) {
    struct reportcase *c = *state;
    const struct message message = message_about(c, BRIEFING_RECOVERED, 0);
    assert_string_equal(message.finding,
                        "“Welcome younger and more diverse donors” is back on track with a score "
                        "of 75; it was at risk the period before");
    assert_false(message.cause_missing);
    assert_string_equal(message.cause, "");
    assert_string_equal(message.ask, "");
}

static void a_source_names_its_entity_period_and_cell(void **state) {
    struct reportcase *c = *state;
    const struct sentence_voice voice = voice_of(c);
    const struct briefing_source cell = {
        .kind = BRIEFING_OF_ACTUAL,
        .of = "M07",
        .period = c->assessment->period,
        .place = {.file = "a.fods", .line = 4, .sheet = "Values", .row = 10, .col = 26}};
    assert_string_equal(message_source(&voice, &cell), "actual M07, September 2026: Values!Z10");
    const struct briefing_source row = {
        .kind = BRIEFING_OF_OWNER, .of = "M07", .place = {.file = "a.xml", .line = 4}};
    assert_string_equal(message_source(&voice, &row), "owner M07: a.xml:4");
    const struct briefing_source nowhere = {.kind = BRIEFING_OF_LINK, .of = "I2"};
    assert_string_equal(message_source(&voice, &nowhere), "driver I2");
}

static void each_id_is_named_once(void **state) {
    struct reportcase *c = *state;
    assert_string_equal(message_ids(c->arena, message_about(c, BRIEFING_OFF_TRACK, 0).fact),
                        "C3 M05 I2 M16");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_measure_says_where_it_went_and_how_far_it_is_from_its_target),
        cmocka_unit_test(a_measure_without_a_value_says_since_when),
        cmocka_unit_test(an_initiative_names_each_limit_it_breaks),
        cmocka_unit_test(a_failure_is_told_with_its_run_its_owner_and_its_driver),
        cmocka_unit_test(the_executive_speaks_first_for_an_objective),
        cmocka_unit_test(good_news_needs_no_cause),
        cmocka_unit_test(a_source_names_its_entity_period_and_cell),
        cmocka_unit_test(each_id_is_named_once),
    };
    return cmocka_run_group_tests(tests, reportcase_sample, reportcase_close);
}

#include "reportcase.h"

#include "planfixture.h"
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
        "Source plasma collected fell to 7\u202f420\u00a0litres, 1\u202f635\u00a0litres under "
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
    assert_string_equal(message.drivers,
                        "Driver I2: Source plasma collected fell to "
                        "7\u202f420\u00a0litres, 1\u202f635\u00a0litres under target.");
    assert_string_equal(message.notes, "Forecast for the end of the year: 19.8\u00a0%, "
                                       "6.0\u00a0points under target (by its owner).");
    assert_string_equal(message.anchor, "exceptions");
}

static void what_happened_is_set_apart_from_whose_it_is(void **state) {
    struct reportcase *c = *state;
    const struct message failed = message_about(c, BRIEFING_OFF_TRACK, 0);
    assert_says(failed.finding + failed.finding_head, "owner VP Plasma Program; driver");
    assert_memory_equal(failed.finding + failed.finding_head, "owner", 5);
    const struct message good = message_about(c, BRIEFING_RECOVERED, 0);
    assert_int_equal(good.finding_head, strlen(good.finding));
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

/* ---- each feature by itself, on plans made by hand ---- */

static struct fixture *f;
static struct objective *home;

static int open_plan(void **state) {
    (void)state;
    f = fixture_new();
    FIXTURE_LIST(f, links, FIXTURE_ROOM);
    FIXTURE_LIST(f, actions, FIXTURE_ROOM);
    home = add_objective(f, "O1", add_unit(f, "U1"), add_perspective(f, "P1"));
    home->name = "Serve well";
    return 0;
}

static int close_plan(void **state) {
    (void)state;
    fixture_free(f);
    return 0;
}

static struct sentence_voice speaker(const char *language) {
    return wording_voice(f->arena, catalogue_builtin(f->arena, language, f->diags), &f->plan);
}

/* "Fill rate" in %, with one decimal. */
static struct measure *fill_rate(const char *target, const char *const *actuals, size_t count) {
    struct measure *m = add_measure(f, "M1", home);
    m->name = "Fill rate";
    m->unit_of_measure = "%";
    m->decimals = 1;
    m->owner = "Supply Chain";
    char first[16];
    period_format(period_next(span(f, "2026-10"), 1 - (int)count), &f->plan.organization.fiscal,
                  first);
    add_months(f, m, arena_strdup(f->arena, first), target, actuals, count);
    return m;
}
#define FILL_RATE(target, ...)                                                                     \
    fill_rate(target, (const char *[]){__VA_ARGS__},                                               \
              sizeof((const char *[]){__VA_ARGS__}) / sizeof(char *))

static const char *reading_says(const struct measure *measure, const char *language) {
    const struct sentence_voice voice = speaker(language);
    const struct assessment *a = fixture_assess(f);
    const struct reading reading = reading_of(a, assess_measure(a, measure));
    return message_reading(&voice, &reading);
}

/* The n-th message of the brief. */
static const char *says(size_t n, const char *language) {
    const struct sentence_voice voice = speaker(language);
    const struct briefing *briefing =
        briefing_make(f->arena, fixture_assess(f), &f->plan.units.items[0]);
    assert_true(n < briefing->facts.count);
    return message_of(&voice, &briefing->facts.items[n]).finding;
}

static void the_sentence_of_the_manual(void **state) {
    (void)state;
    struct measure *m = FILL_RATE("95", "96", "94", "93.5", "93.1");
    add_threshold(f, m, "94.5");
    struct objective *driver = add_objective(f, "I2", home->unit, home->perspective);
    add_simple(f, "M2", driver, "80");
    *FIXTURE_NEXT(f, links) = (struct link){.from = driver, .to = home};
    assert_string_equal(says(0, "en"),
                        "Fill rate fell to 93.1\u00a0%, 1.9\u00a0points under target; "
                        "third month off track; owner Supply Chain; driver I2 is "
                        "also off track");
    assert_string_equal(says(0, "fr"),
                        "Fill rate\u00a0: baisse à 93,1\u202f%, 1,9\u00a0point sous la "
                        "cible\u202f; troisième mois de suite hors trajectoire\u202f; "
                        "responsable\u00a0: Supply Chain\u202f; le levier I2 est aussi hors "
                        "trajectoire");
    assert_string_equal(says(0, "de"),
                        "Fill rate: Rückgang auf 93,1\u00a0%, 1,9\u00a0Punkte unter dem "
                        "Ziel; im dritten Monat in Folge nicht auf Kurs; "
                        "verantwortlich: Supply Chain; auch Treiber I2 ist nicht "
                        "auf Kurs");
}

static void two_drivers_are_plural(void **state) {
    (void)state;
    add_simple(f, "M1", home, "80");
    for (int i = 0; i < 2; i++) {
        struct objective *driver = add_objective(f, i ? "I3" : "I2", home->unit, home->perspective);
        add_simple(f, i ? "M3" : "M2", driver, "80");
        *FIXTURE_NEXT(f, links) = (struct link){.from = driver, .to = home};
    }
    assert_says(says(0, "en"), "; drivers I2 and I3 are also off track");
    assert_says(says(0, "fr"), "les leviers I2 et I3 sont aussi hors trajectoire");
    assert_says(says(0, "de"), "auch die Treiber I2 und I3 sind nicht auf Kurs");
}

static void the_first_period_has_no_move(void **state) {
    (void)state;
    assert_string_equal(reading_says(FILL_RATE("95", "93.1"), "en"),
                        "Fill rate stands at 93.1\u00a0%, 1.9\u00a0points under target");
}

static void without_a_target_the_sentence_says_so(void **state) {
    (void)state;
    assert_string_equal(reading_says(FILL_RATE(NULL, "93.1"), "en"),
                        "Fill rate stands at 93.1\u00a0%, no target is set");
    assert_string_equal(reading_says(FILL_RATE(NULL, "93.1"), "de"),
                        "Fill rate: Stand 93,1\u00a0%, ohne Zielwert");
}

static void a_move_that_rounding_would_hide_is_hardly_one(void **state) {
    (void)state;
    struct measure *m = FILL_RATE("95", "93.14", "93.06");
    m->dead_band = known("0");
    assert_string_equal(reading_says(m, "en"), "Fill rate is nearly unchanged at 93.1\u00a0%, "
                                               "1.9\u00a0points under target");
    m->dead_band = known("1");
    assert_string_equal(reading_says(m, "en"),
                        "Fill rate stands at 93.1\u00a0%, 1.9\u00a0points under target");
}

static void a_gap_that_rounding_would_hide_is_just_under(void **state) {
    (void)state;
    assert_string_equal(reading_says(FILL_RATE("95", "94.97"), "en"),
                        "Fill rate stands at 95.0\u00a0%, just under target");
    assert_string_equal(reading_says(FILL_RATE("95", "95.01"), "fr"),
                        "Fill rate\u00a0: niveau de 95,0\u202f%, juste au-dessus de la cible");
    assert_string_equal(reading_says(FILL_RATE("95", "95"), "en"),
                        "Fill rate stands at 95.0\u00a0%, on target");
}

static void a_year_to_date_says_how_much_of_it_there_is(void **state) {
    (void)state;
    f->plan.settings.headline_ytd = true;
    f->plan.organization.fiscal.start_month = 8;
    struct measure *m = FILL_RATE("95", "93", "", "92");
    m->aggregation = AGGREGATE_MEAN;
    assert_string_equal(reading_says(m, "en"),
                        "Fill rate stands at 92.5\u00a0% for the year to date (2 of 3 periods), "
                        "2.5\u00a0points under target");
    add_value(f, m, SERIES_ACTUAL, "2026-09", "91");
    assert_string_equal(reading_says(m, "de"), "Fill rate: Stand 92,0\u00a0% im laufenden Jahr, "
                                               "3,0\u00a0Punkte unter dem Ziel");
}

static void a_carried_value_says_of_when_it_is(void **state) {
    (void)state;
    f->plan.settings.missing = MISSING_CARRY;
    assert_string_equal(reading_says(FILL_RATE("95", "93", ""), "en"),
                        "Fill rate stands at 93.0\u00a0% (the value of September 2026), "
                        "2.0\u00a0points under target");
}

static void a_yes_or_no_is_told_as_one(void **state) {
    (void)state;
    struct measure *m = FILL_RATE("1", "1", "0");
    m->polarity = POLARITY_BINARY;
    assert_string_equal(reading_says(m, "en"), "Fill rate: no; the target is yes");
    assert_string_equal(reading_says(m, "fr"), "Fill rate\u00a0: non\u202f; la cible est oui");
}

static void a_run_without_a_beginning_is_all_there_is_on_record(void **state) {
    (void)state;
    FILL_RATE("95", "80", "80", "80");
    assert_says(says(0, "en"), "; off track in all 3 months on record;");
    assert_says(says(0, "fr"), "hors trajectoire pendant les 3 mois connus");
    assert_says(says(0, "de"), "nicht auf Kurs in allen 3 bekannten Monaten");
}

static void a_run_of_one_is_new_if_there_was_another_status(void **state) {
    (void)state;
    FILL_RATE("95", "96", "80");
    assert_says(says(0, "en"), "; newly off track, on track the month before;");
    assert_says(says(0, "de"), "; neu nicht auf Kurs, im Monat davor auf Kurs;");
}

static void one_value_alone_has_no_run(void **state) {
    (void)state;
    FILL_RATE("95", "80");
    assert_string_equal(says(0, "en"), "Fill rate stands at 80.0\u00a0%, 15.0\u00a0points under "
                                       "target; owner Supply Chain");
}

static void who_answers_is_named_or_missed(void **state) {
    (void)state;
    FILL_RATE("95", "80")->owner = "";
    assert_says(says(0, "en"), "; no owner is named");
    assert_says(says(0, "fr"), "aucun responsable désigné");
    home->owner = "Ann";
    assert_says(says(0, "en"), "; owner of O1 is Ann");
    assert_says(says(0, "de"), "; verantwortlich für O1: Ann");
}

static void a_failure_without_a_measure_tells_the_objective(void **state) {
    (void)state;
    struct unit *below = add_unit(f, "U2");
    struct objective *child = add_objective(f, "O2", below, home->perspective);
    add_simple(f, "M2", child, "80");
    add_support(f, child, home, LINK_CONTRIBUTORY, NULL);
    home->owner = "Ann";
    assert_string_equal(says(0, "en"), "“Serve well” is off track with a score of 0; owner Ann");
}

static struct initiative *add_site(const char *budget, const char *cost) {
    struct initiative *i = FIXTURE_NEXT(f, initiatives);
    *i = (struct initiative){.id = "I1",
                             .name = "Site",
                             .unit = home->unit,
                             .budget = known(budget),
                             .forecast_cost = known(cost)};
    return i;
}

static void an_overrun_is_told_in_money_where_percents_say_nothing(void **state) {
    (void)state;
    struct initiative *i = add_site("100", "115.4");
    assert_string_equal(says(0, "en"), "Site is 15\u00a0% over budget; no owner is named");
    i->forecast_cost = known("1100");
    assert_says(says(0, "en"), "Site is EUR\u00a01\u202f000 over budget");
    i->budget = known("0");
    assert_says(says(0, "de"), "Site: 1.100\u00a0EUR über Budget");
    i->budget = known("-9000000000000");
    i->forecast_cost = known("9000000000000");
    assert_says(says(0, "en"), "EUR\u00a09\u202f000\u202f000\u202f000\u202f000 over budget");
}

static void a_schedule_is_told_by_days_the_end_or_the_gap(void **state) {
    (void)state;
    struct initiative *i = add_site("100", "100");
    i->start = day("2026-01-01");
    i->end = day("2026-12-31");
    i->done_percent = known("50");
    assert_says(says(0, "en"), "Site is 33\u00a0points behind schedule");
    i->end = day("2026-10-01");
    assert_says(says(0, "fr"), "Site\u00a0: fin prévue le 1er octobre 2026 dépassée");
    struct milestone milestone = {.id = "S1", .initiative = i, .due = day("2026-10-30")};
    vec_push(f->arena, &i->milestones, &milestone);
    assert_says(says(0, "en"), "Site is 1 day late");
    i->self_reported = DECLARED_GREEN;
    assert_says(says(0, "en"), "; reported as on track;");
}

static void a_flattered_initiative_says_both(void **state) {
    (void)state;
    home->state = STATE_RETIRED;
    add_site("100", "108")->self_reported = DECLARED_GREEN;
    assert_string_equal(says(0, "en"), "Site is reported as on track and comes out at risk: "
                                       "8\u00a0% over budget; no owner is named");
}

static void a_negative_benefit_keeps_its_minus(void **state) {
    (void)state;
    struct initiative *i = add_site("100", "100");
    i->benefit_planned = known("100");
    i->benefit_forecast = known("-20");
    assert_says(says(0, "en"), "expected to bring \u221220\u00a0% of its planned benefit");
}

static void benefits_say_what_was_realised_if_anybody_did(void **state) {
    (void)state;
    home->state = STATE_RETIRED;
    struct benefit *b = FIXTURE_NEXT(f, benefits);
    *b = (struct benefit){.id = "B1",
                          .name = "Trips",
                          .unit_of_value = "",
                          .owner = "Ann",
                          .initiative = add_site("100", "100"),
                          .due = span(f, "2026-09"),
                          .planned = known("1000")};
    assert_string_equal(says(0, "en"), "Trips was due in September 2026; owner Ann");
    b->realised = known("400");
    assert_string_equal(says(0, "en"), "Trips was due in September 2026: EUR\u00a0400 of "
                                       "EUR\u00a01\u202f000 is realised; owner Ann");
    b->unit_of_value = "km";
    assert_says(says(0, "de"), "fällig September 2026, 400\u00a0km von 1.000\u00a0km erreicht");
}

static void actions_and_offices_are_told(void **state) {
    (void)state;
    home->state = STATE_RETIRED;
    *FIXTURE_NEXT(f, actions) =
        (struct action){.id = "A1", .name = "Call", .owner = "Ann", .due = day("2026-10-30")};
    assert_string_equal(says(0, "en"), "“Call” is 1 day overdue, since 30 October 2026; owner Ann");
    struct process *p = FIXTURE_NEXT(f, processes);
    *p = (struct process){.id = "R1",
                          .name = "Reviews",
                          .owner = "",
                          .in_scope = true,
                          .benchmarked = true,
                          .fte_min = dec("0.5"),
                          .fte_max = dec("1")};
    struct staffing *s = FIXTURE_NEXT(f, staffing);
    *s = (struct staffing){.person = "x", .process = p, .fte = dec("0.25"), .planned = true};
    assert_string_equal(says(1, "en"), "Reviews plans 0.25\u00a0FTE where the benchmark starts at "
                                       "0.50; no owner is named");
    s->fte = dec("0.5");
    assert_string_equal(says(1, "en"),
                        "Reviews plans 0.50\u00a0FTE and nobody is in post; no owner is named");
}

static void a_warning_gives_its_forecast(void **state) {
    (void)state;
    struct measure *m = FILL_RATE("95", "95");
    add_value(f, m, SERIES_TARGET, "2026-12", "98");
    assert_string_equal(says(0, "en"),
                        "“Serve well” is on track, and forecast to end the year at risk: Fill rate "
                        "is forecast at 95.0\u00a0%; owner Supply Chain");
}

#define BY_HAND(name) cmocka_unit_test_setup_teardown(name, open_plan, close_plan)

static int run_by_hand(void) {
    const struct CMUnitTest tests[] = {
        BY_HAND(the_sentence_of_the_manual),
        BY_HAND(two_drivers_are_plural),
        BY_HAND(the_first_period_has_no_move),
        BY_HAND(without_a_target_the_sentence_says_so),
        BY_HAND(a_move_that_rounding_would_hide_is_hardly_one),
        BY_HAND(a_gap_that_rounding_would_hide_is_just_under),
        BY_HAND(a_year_to_date_says_how_much_of_it_there_is),
        BY_HAND(a_carried_value_says_of_when_it_is),
        BY_HAND(a_yes_or_no_is_told_as_one),
        BY_HAND(a_run_without_a_beginning_is_all_there_is_on_record),
        BY_HAND(a_run_of_one_is_new_if_there_was_another_status),
        BY_HAND(one_value_alone_has_no_run),
        BY_HAND(who_answers_is_named_or_missed),
        BY_HAND(a_failure_without_a_measure_tells_the_objective),
        BY_HAND(an_overrun_is_told_in_money_where_percents_say_nothing),
        BY_HAND(a_schedule_is_told_by_days_the_end_or_the_gap),
        BY_HAND(a_flattered_initiative_says_both),
        BY_HAND(a_negative_benefit_keeps_its_minus),
        BY_HAND(benefits_say_what_was_realised_if_anybody_did),
        BY_HAND(actions_and_offices_are_told),
        BY_HAND(a_warning_gives_its_forecast),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_measure_says_where_it_went_and_how_far_it_is_from_its_target),
        cmocka_unit_test(a_measure_without_a_value_says_since_when),
        cmocka_unit_test(an_initiative_names_each_limit_it_breaks),
        cmocka_unit_test(a_failure_is_told_with_its_run_its_owner_and_its_driver),
        cmocka_unit_test(what_happened_is_set_apart_from_whose_it_is),
        cmocka_unit_test(the_executive_speaks_first_for_an_objective),
        cmocka_unit_test(good_news_needs_no_cause),
        cmocka_unit_test(a_source_names_its_entity_period_and_cell),
        cmocka_unit_test(each_id_is_named_once),
    };
    return cmocka_run_group_tests(tests, reportcase_sample, reportcase_close) + run_by_hand();
}

#include "planfixture.h"

#include "assess/briefing.h"

static struct fixture *f;
static struct unit *top, *below;
static struct perspective *row;

static int setup(void **state) {
    (void)state;
    f = fixture_new();
    FIXTURE_LIST(f, links, FIXTURE_ROOM);
    FIXTURE_LIST(f, actions, FIXTURE_ROOM);
    top = add_unit(f, "U1");
    below = add_unit(f, "U2");
    below->parent = top;
    row = add_perspective(f, "P1");
    return 0;
}

static int teardown(void **state) {
    (void)state;
    fixture_free(f);
    return 0;
}

static const struct briefing *briefing_for(const struct unit *unit) {
    return briefing_make(f->arena, fixture_assess(f), unit);
}

static const struct briefing *briefing(void) {
    return briefing_for(top);
}

/* An objective of the unit at the top with one measure; 95 is amber, 80 is red, 100 green. */
static struct objective *judged(const char *id, const char *actual) {
    struct objective *o = add_objective(f, id, top, row);
    add_simple(f, arena_printf(f->arena, "M-%s", id), o, actual);
    return o;
}

/* The same with the actual of the month before. */
static struct objective *moved(const char *id, const char *before, const char *actual) {
    struct objective *o = judged(id, actual);
    add_value(f, o->measures.items[0], SERIES_TARGET, "2026-09", "100");
    add_value(f, o->measures.items[0], SERIES_ACTUAL, "2026-09", before);
    return o;
}

static struct link *add_link(struct objective *from, struct objective *to) {
    struct link *link = FIXTURE_NEXT(f, links);
    *link = (struct link){.from = from, .to = to};
    return link;
}

static struct initiative *add_initiative(const char *id, const char *budget, const char *cost) {
    struct initiative *i = FIXTURE_NEXT(f, initiatives);
    *i = (struct initiative){
        .id = id, .name = id, .unit = top, .budget = known(budget), .forecast_cost = known(cost)};
    return i;
}

static struct commentary *comment_on(const char *id, enum commentary_kind kind, const char *cause) {
    struct commentary *c = FIXTURE_NEXT(f, commentaries);
    *c = (struct commentary){
        .linked_id = id, .kind = kind, .cause = cause, .period = span(f, "2026-10")};
    return c;
}

/* "off-track O1, step-in I1": kinds and subjects in their order. */
static const char *told_of(const struct briefing *b) {
    struct textbuf out;
    textbuf_init(&out, f->arena);
    for (size_t i = 0; i < b->facts.count; i++) {
        const struct briefing_fact *fact = &b->facts.items[i];
        const char *id = fact->objective    ? fact->objective->objective->id
                         : fact->benefit    ? fact->benefit->benefit->id
                         : fact->initiative ? fact->initiative->initiative->id
                         : fact->process    ? fact->process->process->id
                         : fact->action     ? fact->action->id
                                            : fact->reading.result->measure->id;
        assert_int_equal(fact->rank, i + 1);
        textbuf_printf(&out, "%s%s %s", i > 0 ? ", " : "", briefing_kind_name(fact->kind), id);
    }
    return textbuf_text(&out);
}

#define TELLS(expected) assert_string_equal(told_of(briefing()), expected)

static void weighs(const struct briefing_fact *fact, int64_t numerator, int64_t denominator) {
    if (rational_compare(fact->weight, rational_of(f->arena, numerator, denominator)) != 0)
        fail_msg("weight %s, not %lld/%lld", rational_text(f->arena, fact->weight),
                 (long long)numerator, (long long)denominator);
}

static void nothing_to_tell_is_an_empty_brief(void **state) {
    (void)state;
    TELLS("");
    judged("O1", "100");
    TELLS("");
    const struct briefing_fact *chosen[BRIEFING_MOST];
    assert_int_equal(briefing_choose(briefing(), chosen), 0);
}

static void failures_stand_by_what_the_unit_loses_through_them(void **state) {
    (void)state;
    judged("O1", "85")->weight = known("1");
    judged("O2", "85")->weight = known("3");
    judged("O3", "89")->weight = known("0");
    TELLS("off-track O2, off-track O1, off-track O3");
    const struct briefing *b = briefing();
    weighs(&b->facts.items[0], 3 * 250, 4 * 3); /* three quarters of 100 - 16 2/3 */
    weighs(&b->facts.items[2], 0, 1);
}

static void what_is_critical_comes_first(void **state) {
    (void)state;
    judged("O1", "80");
    judged("O2", "89")->critical = true;
    judged("O3", "80");
    judged("O4", "89")->critical = true;
    judged("O5", "89")->critical = true;
    TELLS("off-track O2, off-track O4, off-track O5, off-track O1, off-track O3");
}

static void objectives_of_other_units_and_inactive_ones_are_not_told(void **state) {
    (void)state;
    judged("O1", "80")->unit = below;
    judged("O2", "80")->state = STATE_RETIRED;
    judged("O3", "80");
    TELLS("off-track O3");
    assert_string_equal(told_of(briefing_for(below)), "off-track O1");
}

static void a_driver_off_track_is_named_with_its_effect(void **state) {
    (void)state;
    struct objective *driver = judged("O1", "80");
    struct objective *effect = judged("O2", "85");
    driver->critical = true;
    add_link(driver, effect);
    add_link(driver, effect); /* twice on the sheet is still one driver */
    TELLS("off-track O2");
    const struct briefing_fact *fact = &briefing()->facts.items[0];
    assert_int_equal(fact->drivers.count, 1);
    assert_ptr_equal(fact->drivers.items[0].objective->objective, driver);
    assert_true(fact->drivers.items[0].has_reading);
    assert_true(fact->critical);
    weighs(fact, 50, 1); /* of the driver, which is the heavier: a half of 100 - 0 */
}

static void drivers_are_named_in_the_order_of_their_links(void **state) {
    (void)state;
    struct objective *first = judged("O1", "80");
    struct objective *second = judged("O2", "80");
    struct objective *effect = judged("O3", "80");
    effect->critical = true;
    add_link(second, effect);
    add_link(first, effect);
    TELLS("off-track O3");
    const struct briefing_fact *fact = &briefing()->facts.items[0];
    assert_ptr_equal(fact->drivers.items[0].objective->objective, second);
    assert_ptr_equal(fact->drivers.items[1].objective->objective, first);
    assert_true(fact->critical);
}

static void a_lighter_driver_does_not_lighten_its_effect(void **state) {
    (void)state;
    add_link(judged("O1", "89"), judged("O2", "80"));
    weighs(&briefing()->facts.items[0], 50, 1);
}

static void a_driver_of_a_driver_is_told_by_itself(void **state) {
    (void)state;
    struct objective *first = judged("O1", "80");
    struct objective *second = judged("O2", "80");
    struct objective *third = judged("O3", "80");
    add_link(first, second);
    add_link(second, third);
    TELLS("off-track O3, off-track O1");
}

static void what_fails_in_a_circle_is_told_once(void **state) {
    (void)state;
    struct objective *first = judged("O1", "80");
    struct objective *second = judged("O2", "80");
    add_link(first, second);
    add_link(second, first);
    add_link(first, first);
    TELLS("off-track O1");
    assert_int_equal(briefing()->facts.items[0].drivers.count, 1);
}

static void links_that_do_not_drive_down_name_no_driver(void **state) {
    (void)state;
    struct objective *red = judged("O1", "80");
    struct objective *other = judged("O2", "80");
    struct objective *green = judged("O3", "100");
    struct objective *elsewhere = judged("O4", "80");
    elsewhere->unit = below;
    add_link(red, other)->negative = true;
    add_link(green, red);
    add_link(red, green);
    add_link(elsewhere, red);
    add_link(red, elsewhere);
    TELLS("off-track O1, off-track O2");
    assert_int_equal(briefing()->facts.items[0].drivers.count, 0);
}

static void an_objective_without_a_measure_of_its_own_still_tells(void **state) {
    (void)state;
    struct objective *parent = add_objective(f, "O1", top, row);
    struct objective *child = judged("O2", "80");
    child->unit = below;
    add_support(f, child, parent, LINK_CONTRIBUTORY, NULL);
    struct objective *effect = judged("O3", "80");
    add_link(parent, effect);
    const struct briefing_fact *fact = &briefing()->facts.items[0];
    assert_ptr_equal(fact->objective->objective, effect);
    assert_false(fact->drivers.items[0].has_reading);
    f->plan.links.count = 0;
    fact = &briefing()->facts.items[1];
    assert_ptr_equal(fact->objective->objective, effect);
    fact = &briefing()->facts.items[0];
    assert_ptr_equal(fact->objective->objective, parent);
    assert_false(fact->has_reading);
}

static void the_owner_is_the_measure_s_else_the_objective_s(void **state) {
    (void)state;
    struct objective *o = judged("O1", "80");
    assert_string_equal(briefing()->facts.items[0].owner, "");
    o->measures.items[0]->owner = o->owner = "";
    assert_string_equal(briefing()->facts.items[0].owner, "");
    o->owner = "Ann";
    assert_string_equal(briefing()->facts.items[0].owner, "Ann");
    assert_true(briefing()->facts.items[0].owner_of_objective);
    o->measures.items[0]->owner = "Ben";
    assert_string_equal(briefing()->facts.items[0].owner, "Ben");
    assert_false(briefing()->facts.items[0].owner_of_objective);
}

static void commentary_of_the_period_is_the_executive_s_else_the_last(void **state) {
    (void)state;
    judged("O1", "80");
    assert_null(briefing()->facts.items[0].commentary);
    assert_true(briefing()->facts.items[0].commentary_wanted);
    comment_on("M-O1", COMMENTARY_ANALYSIS, "measure");
    assert_string_equal(briefing()->facts.items[0].commentary->cause, "measure");
    comment_on("O1", COMMENTARY_ANALYSIS, "first");
    comment_on("O1", COMMENTARY_ANALYSIS, "second");
    comment_on("O1", COMMENTARY_ANALYSIS, "old")->period = span(f, "2026-09");
    assert_string_equal(briefing()->facts.items[0].commentary->cause, "second");
    comment_on("O1", COMMENTARY_EXECUTIVE, "executive");
    comment_on("O1", COMMENTARY_RECOMMENDATION, "late");
    assert_string_equal(briefing()->facts.items[0].commentary->cause, "executive");
    comment_on("O1", COMMENTARY_EXECUTIVE, "again");
    assert_string_equal(briefing()->facts.items[0].commentary->cause, "again");
}

static void a_critical_measure_off_track_is_told_of_an_objective_that_is_not(void **state) {
    (void)state;
    struct objective *o = judged("O1", "110");
    add_simple(f, "M1", o, "95")->critical = true;
    struct measure *first = add_simple(f, "M2", o, "88");
    struct measure *worst = add_simple(f, "M3", o, "87");
    add_simple(f, "M4", o, "89")->critical = true;
    TELLS("critical O1");
    first->critical = worst->critical = true;
    TELLS("critical O1");
    assert_ptr_equal(briefing()->facts.items[0].reading.result->measure, worst);
}

static void a_measure_without_weight_has_no_share(void **state) {
    (void)state;
    struct objective *o = judged("O1", "120");
    add_threshold(f, o->measures.items[0], "90")->stretch = known("110");
    o->measures.items[0]->weight = known("0");
    TELLS("exceeds M-O1");
    weighs(&briefing()->facts.items[0], 0, 1);
}

static void a_worse_band_than_before_is_told(void **state) {
    (void)state;
    moved("O1", "100", "95");
    moved("O2", "94", "95");
    moved("O3", "80", "95");
    TELLS("worsened O1");
    assert_int_equal(briefing()->facts.items[0].before, STATUS_GREEN);
}

static void a_worse_year_s_end_is_a_warning(void **state) {
    (void)state;
    struct objective *o = judged("O1", "100");
    add_value(f, o->measures.items[0], SERIES_TARGET, "2026-12", "120");
    TELLS("warning O1");
    assert_false(briefing()->facts.items[0].commentary_wanted);
}

static void a_worse_band_or_year_is_told_without_a_measure_of_its_own(void **state) {
    (void)state;
    struct objective *parent = add_objective(f, "O1", top, row);
    struct objective *child = moved("O2", "100", "95");
    child->unit = below;
    add_support(f, child, parent, LINK_CONTRIBUTORY, NULL);
    TELLS("worsened O1");
    assert_false(briefing()->facts.items[0].has_reading);
    child->measures.items[0]->series[SERIES_ACTUAL].items[0].value = dec("95");
    add_value(f, child->measures.items[0], SERIES_TARGET, "2026-12", "200");
    TELLS("warning O1");
}

static void what_is_back_on_track_is_good_news(void **state) {
    (void)state;
    moved("O1", "95", "100");
    moved("O2", "100", "100");
    moved("O3", "80", "95");
    TELLS("recovered O1");
    weighs(&briefing()->facts.items[0], 50, 9); /* a third of 16 2/3 points */
}

static void an_objective_in_scope_without_a_status_is_told(void **state) {
    (void)state;
    struct objective *o = judged("O1", NULL);
    add_simple(f, "M2", o, NULL);
    judged("O2", "100");
    struct objective *idle = judged("O3", NULL);
    idle->measures.items[0]->state = STATE_NOT_APPLICABLE;
    TELLS("unjudged O1");
    const struct briefing_fact *fact = &briefing()->facts.items[0];
    assert_string_equal(fact->reading.result->measure->id, "M-O1");
    weighs(fact, 1, 2);
}

static void the_measure_told_of_it_is_the_first_that_should_have_a_value(void **state) {
    (void)state;
    struct objective *o = judged("O1", "100");
    struct measure *idle = add_simple(f, "M2", o, NULL);
    idle->state = STATE_NOT_APPLICABLE;
    add_simple(f, "M3", o, NULL);
    add_simple(f, "M4", o, NULL);
    TELLS("unjudged O1");
    assert_string_equal(briefing()->facts.items[0].reading.result->measure->id, "M3");
}

static void an_objective_may_lack_a_status_for_others(void **state) {
    (void)state;
    struct objective *parent = add_objective(f, "O1", top, row);
    struct objective *child = judged("O2", NULL);
    child->unit = below;
    add_support(f, child, parent, LINK_CONTRIBUTORY, NULL);
    TELLS("unjudged O1");
    assert_false(briefing()->facts.items[0].has_reading);
}

static void a_measure_without_a_value_is_told_of_an_objective_that_has_a_status(void **state) {
    (void)state;
    struct objective *o = judged("O1", "100");
    add_simple(f, "M2", o, "101");
    struct measure *silent = add_simple(f, "M3", o, NULL);
    struct measure *idle = add_simple(f, "M4", o, NULL);
    idle->state = STATE_NOT_APPLICABLE;
    struct measure *info = add_simple(f, "M5", o, NULL);
    info->polarity = POLARITY_INFO;
    silent->weight = known("1");
    o->measures.items[0]->weight = known("2");
    o->measures.items[1]->weight = known("2");
    idle->weight = info->weight = known("1");
    TELLS("no-value M3");
    weighs(&briefing()->facts.items[0], 1, 5);
    /* Neither a measure without an objective nor that of another unit. */
    add_simple(f, "M6", NULL, NULL);
    add_simple(f, "M7", add_objective(f, "O9", below, row), NULL);
    TELLS("no-value M3");
}

static void a_value_beyond_its_stretch_is_good_news(void **state) {
    (void)state;
    struct objective *o = judged("O1", "120");
    struct threshold *t = add_threshold(f, o->measures.items[0], "90");
    t->stretch = known("110");
    TELLS("exceeds M-O1");
    weighs(&briefing()->facts.items[0], 1, 1);
}

static void initiatives_stand_by_the_money_at_stake(void **state) {
    (void)state;
    add_initiative("I1", "100", "120");
    struct initiative *benefit = add_initiative("I2", "100", "90");
    benefit->benefit_planned = known("100");
    benefit->benefit_forecast = known("60");
    add_initiative("I3", "100", "100");
    add_initiative("I4", "100", "200")->closed = true;
    add_initiative("I5", "100", "200")->state = STATE_PROPOSED;
    TELLS("step-in I2, step-in I1");
    const struct briefing_fact *fact = &briefing()->facts.items[0];
    assert_int_equal(fact->money.micro, decimal_of(40).micro);
    assert_int_equal(fact->expense.micro, decimal_of(-10).micro);
    assert_int_equal(fact->shortfall.micro, decimal_of(40).micro);
    weighs(fact, 40, 1);
}

static struct initiative *late(const char *id, const char *due) {
    struct initiative *i = FIXTURE_NEXT(f, initiatives);
    *i = (struct initiative){.id = id, .name = id, .unit = top};
    struct milestone *m = FIXTURE_NEXT(f, milestones);
    *m = (struct milestone){.id = id, .name = id, .initiative = i, .due = day(due)};
    vec_push(f->arena, &i->milestones, m);
    return i;
}

static void at_equal_money_the_later_comes_first_then_the_sheet_s_order(void **state) {
    (void)state;
    late("I1", "2026-08-01");
    late("I2", "2026-07-01");
    late("I3", "2026-07-01");
    late("I4", "2026-08-01")->budget = known("5");
    late("I5", "2026-06-01");
    TELLS("step-in I5, step-in I2, step-in I3, step-in I1, step-in I4");
}

static void sums_of_money_that_do_not_fit_stand_at_the_largest(void **state) {
    (void)state;
    struct initiative *i = add_initiative("I1", "-9000000000000", "9000000000000");
    i->benefit_planned = known("9000000000000");
    i->benefit_forecast = known("-9000000000000");
    const struct briefing_fact *fact = &briefing()->facts.items[0];
    assert_int_equal(fact->expense.micro, INT64_MAX);
    assert_int_equal(fact->money.micro, INT64_MAX);
    i->forecast_cost = known("-9000000000000");
    i->budget = known("9000000000000");
    fact = &briefing()->facts.items[0];
    assert_int_equal(fact->expense.micro, -INT64_MAX);
}

static void an_initiative_belongs_by_its_unit_or_its_objectives(void **state) {
    (void)state;
    struct objective *o = judged("O1", "100");
    struct objective *lower = judged("O2", "100");
    lower->unit = below;
    add_initiative("I1", "100", "200")->unit = below;
    struct initiative *serving = add_initiative("I2", "100", "200");
    vec_push(f->arena, &serving->objectives, o);
    vec_push(f->arena, &serving->objectives, lower);
    TELLS("step-in I1, step-in I2");
    assert_string_equal(told_of(briefing_for(below)), "step-in I1, step-in I2");
    serving->objectives.count = 1;
    assert_string_equal(told_of(briefing_for(below)), "step-in I1");
}

static void an_initiative_reported_better_than_it_comes_out_is_told(void **state) {
    (void)state;
    struct initiative *i = add_initiative("I1", "100", "108");
    i->self_reported = DECLARED_GREEN;
    i->owner = "Ann";
    add_initiative("I2", "100", "108")->owner = "";
    add_initiative("I3", "100", "120")->self_reported = DECLARED_AMBER;
    TELLS("step-in I3, flattered I1");
    assert_string_equal(briefing()->facts.items[1].owner, "Ann");
    weighs(&briefing()->facts.items[1], 1, 1);
    assert_false(briefing()->facts.items[1].commentary_wanted);
}

static struct benefit *add_benefit(const char *id, struct initiative *i, const char *unit) {
    struct benefit *b = FIXTURE_NEXT(f, benefits);
    *b = (struct benefit){.id = id,
                          .name = id,
                          .unit_of_value = unit,
                          .initiative = i,
                          .due = span(f, "2026-09"),
                          .planned = known("100")};
    return b;
}

static void an_overdue_benefit_stands_by_what_was_not_realised(void **state) {
    (void)state;
    struct initiative *i = add_initiative("I1", "100", "100");
    add_benefit("B1", i, "")->realised = known("40");
    add_benefit("B2", i, "")->owner = "Ann";
    add_benefit("B3", i, "trips")->owner = "";
    add_benefit("B4", i, "")->realised = known("100");
    struct initiative *stopped = add_initiative("I2", "100", "100");
    add_benefit("B5", stopped, "");
    stopped->closed = true;
    TELLS("benefit B2, benefit B1, benefit B3");
    const struct briefing *b = briefing();
    weighs(&b->facts.items[1], 60, 1);
    weighs(&b->facts.items[2], 0, 1);
    assert_string_equal(b->facts.items[0].owner, "Ann");
    assert_string_equal(b->facts.items[2].owner, "");
    assert_ptr_equal(b->facts.items[0].initiative->initiative, i);
}

static struct action *add_action(const char *id, const char *due, const char *linked) {
    struct action *action = FIXTURE_NEXT(f, actions);
    *action = (struct action){.id = id, .name = id, .due = day(due), .linked_id = linked};
    return action;
}

static void overdue_actions_stand_by_their_days(void **state) {
    (void)state;
    add_action("A1", "2026-10-30", NULL)->owner = "Ann";
    add_action("A2", "2026-10-01", NULL)->owner = "";
    add_action("A3", "2026-10-31", NULL);
    add_action("A4", "2026-10-01", NULL)->status = ACTION_DONE;
    TELLS("action A2, action A1");
    assert_int_equal(briefing()->facts.items[0].days, 30);
    assert_string_equal(briefing()->facts.items[1].owner, "Ann");
}

static void a_unit_has_the_actions_of_its_branch(void **state) {
    (void)state;
    struct objective *o = judged("O1", "100");
    o->unit = below;
    add_simple(f, "M-loose", NULL, "100");
    add_initiative("I1", "100", "100")->unit = below;
    fixture_index(f);
    add_action("A1", "2026-10-01", NULL);
    add_action("A2", "2026-10-01", "O1");
    add_action("A3", "2026-10-01", "M-O1");
    add_action("A4", "2026-10-01", "I1");
    add_action("A5", "2026-10-01", "U2");
    add_action("A6", "2026-10-01", "U1");
    add_action("A7", "2026-10-01", "nothing");
    add_action("A8", "2026-10-01", "M-loose");
    assert_string_equal(told_of(briefing_for(below)), "action A2, action A3, action A4, action A5");
}

static struct process *add_process(const char *id, enum process_group group, const char *least) {
    struct process *p = FIXTURE_NEXT(f, processes);
    *p = (struct process){.id = id,
                          .name = id,
                          .owner = "Office",
                          .group = group,
                          .in_scope = true,
                          .benchmarked = true,
                          .fte_min = dec(least),
                          .fte_max = dec("9")};
    return p;
}

static void staff(struct process *process, const char *fte, bool filled) {
    struct staffing *s = FIXTURE_NEXT(f, staffing);
    *s = (struct staffing){
        .person = "Ann", .process = process, .fte = dec(fte), .filled = filled, .planned = true};
}

static void core_processes_short_of_people_are_told(void **state) {
    (void)state;
    staff(add_process("R1", PROCESS_CORE, "1"), "0.75", true);
    struct process *empty = add_process("R2", PROCESS_CORE, "0.5");
    empty->owner = "";
    staff(empty, "0.5", false);
    staff(add_process("R3", PROCESS_CORE, "0.5"), "0.5", true);
    add_process("R4", PROCESS_DESIRABLE, "1");
    add_process("R5", PROCESS_CORE, "2");
    TELLS("office R5, office R1, office R2");
    const struct briefing *b = briefing();
    weighs(&b->facts.items[1], 1, 4);
    weighs(&b->facts.items[2], 0, 1);
    assert_string_equal(b->facts.items[2].owner, "");
    assert_string_equal(told_of(briefing_for(below)), "");
}

static void a_page_shows_five_and_keeps_one_place_for_good_news(void **state) {
    (void)state;
    for (int i = 0; i < 7; i++)
        judged(arena_printf(f->arena, "R%d", i), "80");
    const struct briefing_fact *chosen[BRIEFING_MOST];
    assert_int_equal(briefing_choose(briefing(), chosen), 5);
    assert_int_equal(chosen[4]->kind, BRIEFING_OFF_TRACK);
    moved("O1", "95", "100");
    struct objective *o = judged("O2", "120");
    add_threshold(f, o->measures.items[0], "90")->stretch = known("110");
    assert_int_equal(briefing_choose(briefing(), chosen), 5);
    assert_int_equal(chosen[3]->kind, BRIEFING_OFF_TRACK);
    assert_int_equal(chosen[4]->kind, BRIEFING_RECOVERED);
}

static void one_piece_of_good_news_is_enough(void **state) {
    (void)state;
    moved("O1", "95", "100");
    moved("O2", "95", "100");
    struct objective *o = judged("O3", "120");
    add_threshold(f, o->measures.items[0], "90")->stretch = known("110");
    TELLS("recovered O1, recovered O2, exceeds M-O3");
    const struct briefing_fact *chosen[BRIEFING_MOST];
    assert_int_equal(briefing_choose(briefing(), chosen), 1);
}

static void a_page_shows_few_of_a_kind_and_no_actions(void **state) {
    (void)state;
    for (int i = 0; i < 4; i++) {
        add_initiative(arena_printf(f->arena, "I%d", i), "100", "200");
        moved(arena_printf(f->arena, "W%d", i), "100", "95");
        add_action(arena_printf(f->arena, "A%d", i), "2026-10-01", NULL);
    }
    struct objective *o = judged("O2", "120");
    add_threshold(f, o->measures.items[0], "90")->stretch = known("110");
    const struct briefing *b = briefing();
    const struct briefing_fact *chosen[BRIEFING_MOST];
    assert_int_equal(briefing_choose(b, chosen), 5);
    static const enum briefing_kind kinds[] = {
        BRIEFING_STEP_IN, BRIEFING_STEP_IN, BRIEFING_WORSENED, BRIEFING_WORSENED, BRIEFING_EXCEEDS};
    for (size_t i = 0; i < 5; i++)
        assert_int_equal(chosen[i]->kind, kinds[i]);
    assert_int_equal(b->facts.count, 13);
}

static void every_kind_and_source_has_a_name_of_its_own(void **state) {
    (void)state;
    struct idmap *names = idmap_new(f->arena);
    for (size_t i = 0; i < BRIEFING_KIND_COUNT; i++)
        assert_int_equal(idmap_put(names, briefing_kind_name((enum briefing_kind)i), i), i);
    names = idmap_new(f->arena);
    for (size_t i = 0; i < BRIEFING_SOURCE_COUNT; i++)
        assert_int_equal(idmap_put(names, briefing_source_name((enum briefing_source_kind)i), i),
                         i);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(nothing_to_tell_is_an_empty_brief),
        TEST(failures_stand_by_what_the_unit_loses_through_them),
        TEST(what_is_critical_comes_first),
        TEST(objectives_of_other_units_and_inactive_ones_are_not_told),
        TEST(a_driver_off_track_is_named_with_its_effect),
        TEST(drivers_are_named_in_the_order_of_their_links),
        TEST(a_lighter_driver_does_not_lighten_its_effect),
        TEST(a_driver_of_a_driver_is_told_by_itself),
        TEST(what_fails_in_a_circle_is_told_once),
        TEST(links_that_do_not_drive_down_name_no_driver),
        TEST(an_objective_without_a_measure_of_its_own_still_tells),
        TEST(the_owner_is_the_measure_s_else_the_objective_s),
        TEST(commentary_of_the_period_is_the_executive_s_else_the_last),
        TEST(a_critical_measure_off_track_is_told_of_an_objective_that_is_not),
        TEST(a_measure_without_weight_has_no_share),
        TEST(a_worse_band_than_before_is_told),
        TEST(a_worse_year_s_end_is_a_warning),
        TEST(a_worse_band_or_year_is_told_without_a_measure_of_its_own),
        TEST(what_is_back_on_track_is_good_news),
        TEST(an_objective_in_scope_without_a_status_is_told),
        TEST(the_measure_told_of_it_is_the_first_that_should_have_a_value),
        TEST(an_objective_may_lack_a_status_for_others),
        TEST(a_measure_without_a_value_is_told_of_an_objective_that_has_a_status),
        TEST(a_value_beyond_its_stretch_is_good_news),
        TEST(initiatives_stand_by_the_money_at_stake),
        TEST(at_equal_money_the_later_comes_first_then_the_sheet_s_order),
        TEST(sums_of_money_that_do_not_fit_stand_at_the_largest),
        TEST(an_initiative_belongs_by_its_unit_or_its_objectives),
        TEST(an_initiative_reported_better_than_it_comes_out_is_told),
        TEST(an_overdue_benefit_stands_by_what_was_not_realised),
        TEST(overdue_actions_stand_by_their_days),
        TEST(a_unit_has_the_actions_of_its_branch),
        TEST(core_processes_short_of_people_are_told),
        TEST(a_page_shows_five_and_keeps_one_place_for_good_news),
        TEST(one_piece_of_good_news_is_enough),
        TEST(a_page_shows_few_of_a_kind_and_no_actions),
        TEST(every_kind_and_source_has_a_name_of_its_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "unit/plancase.h"

#define MEETING                                                                                    \
    "<meeting id='BM-1' type='board' name='Board' date='2027-03-18' unit='U0' chair='Ann' "        \
    "attendees='Board; CEO' period='2026-10'><description>Why.</description></meeting>"
#define ITEM(meeting, number, name, more)                                                          \
    "<agendaItem meeting='" meeting "' item='" number "' name='" name "' purpose='decision' " more \
    "/>"
#define PAPER(id, meeting, more)                                                                   \
    "<paper id='" id "' meeting='" meeting "' question='Shall we?' " more                          \
    "><recommendation>Yes.</recommendation></paper>"
#define SHEETS(agenda, papers)                                                                     \
    ((struct sections){.more = "<meetings>" MEETING "</meetings><agenda>\n" agenda                 \
                               "</agenda><papers>\n" papers "</papers>"})

static void a_meeting_has_its_agenda_by_number(void **state) {
    struct built built = plan_of(
        state, SHEETS(ITEM("BM-1", "2", "Second", "minutes='20' presenter='Ben' linked='O1'")
                          ITEM("BM-1", "10", "Tenth", "") ITEM("BM-1", "1", "First", ""),
                      ""));
    assert_codes(&built, "");
    const struct meeting *meeting = plan_meeting(built.plan, "BM-1");
    assert_non_null(meeting);
    assert_null(plan_meeting(built.plan, "BM-2"));
    assert_int_equal(meeting->type, MEETING_BOARD);
    assert_string_equal(meeting->name, "Board");
    assert_string_equal(meeting->chair, "Ann");
    assert_string_equal(meeting->attendees, "Board; CEO");
    assert_string_equal(meeting->description, "Why.");
    assert_ptr_equal(meeting->unit, plan_unit(built.plan, "U0"));
    assert_true(period_set(meeting->period));
    assert_int_equal(meeting->agenda.count, 3);
    assert_string_equal(meeting->agenda.items[0]->name, "First");
    assert_string_equal(meeting->agenda.items[1]->name, "Second");
    assert_string_equal(meeting->agenda.items[2]->name, "Tenth");
    const struct agenda_item *second = meeting->agenda.items[1];
    assert_int_equal(second->minutes, 20);
    assert_int_equal(second->purpose, ITEM_DECIDE);
    assert_string_equal(second->presenter, "Ben");
    assert_string_equal(second->linked_id, "O1");
    assert_ptr_equal(second->meeting, meeting);
}

static void a_number_twice_on_an_agenda_is_an_error_BP3958(void **state) {
    struct built built = plan_of(
        state, SHEETS(ITEM("BM-1", "2", "One", "") "\n" ITEM("BM-1", "2", "Other", ""), ""));
    assert_codes(&built, "3958");
    assert_int_equal(built.plan->meetings.items[0].agenda.count, 2);
}

static void items_and_papers_of_unknown_meetings_are_errors(void **state) {
    struct built built =
        plan_of(state, SHEETS(ITEM("BM-2", "1", "One", "") "\n" ITEM("BM-1", "1", "One", ""),
                              PAPER("DP1", "BM-9", "")));
    assert_codes(&built, "3104 3104");
    assert_says(&built, BP3104, "agenda item of 'BM-2, 1' refers to unknown meeting 'BM-2'");
    assert_string_equal(finding(&built, BP3104)->hint, "did you mean 'BM-1'?");
    assert_int_equal(built.plan->agenda.count, 1);
    assert_null(built.plan->papers.items[0].meeting);
}

static void papers_put_a_question(void **state) {
    struct built built = plan_of(state, SHEETS("", PAPER("DP1", "BM-1", "cost='450' linked='O2'")));
    assert_codes(&built, "");
    const struct decision_paper *paper = &built.plan->papers.items[0];
    assert_string_equal(paper->question, "Shall we?");
    assert_string_equal(paper->recommendation, "Yes.");
    assert_string_equal(paper->linked_id, "O2");
    assert_int_equal(paper->cost.value.micro, 450 * DECIMAL_ONE);
    assert_ptr_equal(paper->meeting, plan_meeting(built.plan, "BM-1"));
}

static void a_paper_that_costs_less_than_nothing_is_an_error_BP3952(void **state) {
    struct built built = plan_of(state, SHEETS("", PAPER("DP1", "BM-1", "cost='-1'")));
    assert_codes(&built, "3952");
    assert_says(&built, BP3952, "decision paper 'DP1': Cost is -1, which is negative");
}

#define ACTION(meeting)                                                                            \
    "<action id='A1' name='Act' owner='Ann' meeting='" meeting                                     \
    "' raised='2026-09-01' due='2026-12-01'/>"
#define DECISION(meeting)                                                                          \
    "<decision id='D1' name='Decide' meeting='" meeting "' date='2026-09-01'/>"

static void without_meetings_their_ids_are_free_text(void **state) {
    struct built built = plan_of(state, (struct sections){.settings = "<settings meeting='X-1'/>",
                                                          .actions = ACTION("X-2"),
                                                          .decisions = DECISION("X-3")});
    assert_codes(&built, "");
}

static void with_meetings_their_ids_must_exist(void **state) {
    struct sections sections = SHEETS("", "");
    sections.settings = "<settings meeting='BM-2'/>\n";
    sections.actions = ACTION("BM-3");
    sections.decisions = DECISION("BM-4");
    struct built built = plan_of(state, sections);
    assert_codes(&built, "3104 3104 3104");
    assert_says(&built, BP3104, "setting 'Meeting ID' refers to unknown meeting 'BM-2'");
    sections.settings = "<settings meeting='BM-1'/>";
    sections.actions = ACTION("BM-1");
    sections.decisions = DECISION("BM-1");
    built = plan_of(state, sections);
    assert_codes(&built, "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        fixture_test(a_meeting_has_its_agenda_by_number),
        fixture_test(a_number_twice_on_an_agenda_is_an_error_BP3958),
        fixture_test(items_and_papers_of_unknown_meetings_are_errors),
        fixture_test(papers_put_a_question),
        fixture_test(a_paper_that_costs_less_than_nothing_is_an_error_BP3952),
        fixture_test(without_meetings_their_ids_are_free_text),
        fixture_test(with_meetings_their_ids_must_exist),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "unit/plancase.h"

#define MEETING(id, date) "<meeting id='" id "' type='board' unit='U0' date='" date "'/>"
#define ITEM(meeting, number, more)                                                                \
    "<agendaItem meeting='" meeting "' item='" number "' name='Item' purpose='discussion' " more   \
    "/>"
#define WITH(meetings_, items)                                                                     \
    ((struct sections){.more = "<meetings>\n" meetings_ "</meetings>\n<agenda>\n" items            \
                               "</agenda>\n"})
#define TIMED ITEM("BM1", "1", "minutes='20'")

static void assert_found(void **state, struct sections sections, const char *codes) {
    struct built built = plan_of(state, sections);
    assert_codes(&built, codes);
}

static void a_meeting_of_the_coming_month_has_an_agenda(void **state) {
    struct built built =
        plan_of(state, WITH(MEETING("BM1", "2026-11-19") MEETING("BM2", "2026-12-01"), TIMED));
    assert_codes(&built, "3751");
    assert_says(&built, BP3751, "meeting 'BM2' on 2026-12-01 has no agenda yet");
    assert_found(state, WITH(MEETING("BM1", "2026-11-19") MEETING("BM2", "2026-10-31"), TIMED),
                 "3751");
}

static void earlier_and_later_meetings_need_none(void **state) {
    assert_found(state, WITH(MEETING("BM1", "2026-11-19") MEETING("BM2", "2026-12-02"), TIMED), "");
    assert_found(state, WITH(MEETING("BM1", "2026-11-19") MEETING("BM2", "2026-10-30"), TIMED), "");
}

static void a_workbook_without_agenda_is_not_asked_for_one(void **state) {
    assert_found(state, WITH(MEETING("BM1", "2026-11-19"), ""), "");
}

static void agenda_items_have_their_time(void **state) {
    struct built built = plan_of(
        state, WITH(MEETING("BM1", "2026-11-19"), TIMED ITEM("BM1", "2", "") ITEM("BM1", "3", "")));
    assert_codes(&built, "3752");
    assert_says(&built, BP3752, "meeting 'BM1' on 2026-11-19: 2 of 3 agenda items have no minutes");
    assert_found(state, WITH(MEETING("BM1", "2026-09-17"), TIMED ITEM("BM1", "2", "")), "");
}

static void an_unreadable_agenda_is_not_counted(void **state) {
    assert_found(state,
                 WITH(MEETING("BM1", "2026-11-19"), TIMED ITEM("BM1", "2", "minutes='soon'")),
                 "2013");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        fixture_test(a_meeting_of_the_coming_month_has_an_agenda),
        fixture_test(earlier_and_later_meetings_need_none),
        fixture_test(a_workbook_without_agenda_is_not_asked_for_one),
        fixture_test(agenda_items_have_their_time),
        fixture_test(an_unreadable_agenda_is_not_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

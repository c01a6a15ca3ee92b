#include "report/section.h"
#include "sectioncase.h"

report_section_fn section_cover;

static const char *cover(struct sectioncase *s) {
    return sectioncase_text(s, section_cover, "cover");
}

static void the_latest_versions_stand_first_and_four_at_most(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    const char *text = cover(s);
    const char *issued = strstr(text, "\"Issued to the board\"");
    assert_non_null(issued);
    assert_says(issued, "\"v0.8\"");
    struct packet_version many[6];
    for (size_t i = 0; i < 6; i++)
        many[i] = s->plan.versions.items[0];
    s->plan.versions.items = many;
    s->plan.versions.count = 6;
    assert_int_equal(sectioncase_count(cover(s), "\"Issued to the board\""), 4);
}

static void without_versions_there_is_no_table_of_them(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    s->plan.versions.count = 0;
    const char *text = cover(s);
    assert_silent(text, "\"Change\"");
    assert_says(text, "Document control");
}

static void who_stands_for_it_is_told_with_the_day_and_room_to_sign(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    assert_says(cover(s), "\"Reviewed by\" | \"Chief Financial Officer\" | \"13 Oct 2026\" | \"\"");
    s->plan.settings.reviewed_on = (struct date){0};
    s->plan.settings.reviewed_by = "";
    assert_says(cover(s), "\"Reviewed by\" | \"none\" | \"\xE2\x80\x93\"");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_latest_versions_stand_first_and_four_at_most),
        cmocka_unit_test(without_versions_there_is_no_table_of_them),
        cmocka_unit_test(who_stands_for_it_is_told_with_the_day_and_room_to_sign),
    };
    return SECTIONCASE_MAIN(tests);
}

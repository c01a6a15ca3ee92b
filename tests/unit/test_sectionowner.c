#include "report/filter.h"
#include "sectioncase.h"

report_section_fn section_owner;

static void a_milestone_that_is_late_is_not_told_as_the_next(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    const struct template_filter wishes = {.owner = "Chief People Officer"};
    s->report.filter =
        filter_of(s->report.arena, &s->assessment, s->report.unit, &wishes, s->report.diags);
    const char *text = sectioncase_text(s, section_owner, "owner");
    assert_says(text, "First thirty nurses in the pool, 15 Sep, overdue\"");
    assert_says(text, "Ninety nurses hired, 12 Feb 2027\"");
    assert_silent(text, "12 Feb 2027, overdue");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_milestone_that_is_late_is_not_told_as_the_next),
    };
    return SECTIONCASE_MAIN(tests);
}

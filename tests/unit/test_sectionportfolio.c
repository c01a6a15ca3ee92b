#include "sectioncase.h"

report_section_fn section_portfolio;

static const char *title_in(struct reportcase *c, const char *kind) {
    struct sectioncase *s = sectioncase_new(c);
    s->report.template = template_builtin(c->arena, kind, c->diags);
    return sectioncase_text(s, section_portfolio, "portfolio");
}

static void the_headline_names_those_who_read_the_packet(void **state) {
    assert_says(title_in(*state, "board"), "Three of 14 initiatives need the board to step in");
    assert_says(title_in(*state, "unit"), "Three of 14 initiatives need the head of the unit to");
    assert_says(title_in(*state, "committee"), "initiatives need the committee to step in");
    assert_says(title_in(*state, "theme"), "Three of 14 initiatives need intervention");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_headline_names_those_who_read_the_packet)};
    return SECTIONCASE_MAIN(tests);
}

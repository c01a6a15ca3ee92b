#include "sectioncase.h"

report_section_fn section_dictionary;

static const char *said(struct sectioncase *s) {
    return sectioncase_text(s, section_dictionary, "dictionary");
}

/* A template of this section alone. */
static void only(struct sectioncase *s, const char *kind) {
    struct template *template = arena_alloc(s->report.arena, sizeof *template);
    *template = *s->report.template;
    template->sections.count = 1;
    template->sections.items = arena_alloc(s->report.arena, sizeof *template->sections.items);
    template->sections.items[0] = (struct template_section){.kind = kind, .name = kind};
    s->report.template = template;
}

static void what_the_full_scorecards_judge_is_defined(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    const char *text = said(s);
    assert_says(text, "44 measures are defined");
    assert_says(text, "Days from opening to signed offer"); /* of a unit below */
}

static void without_them_only_the_packets_own_measures_are(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    only(s, "dictionary");
    const char *text = said(s);
    assert_says(text, "34 measures are defined");
    assert_silent(text, "Days from opening to signed offer");
}

static void a_unit_at_the_bottom_has_its_own(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    s->report.unit = plan_unit(&s->plan, "PEO");
    assert_says(said(s), "Two measures are defined");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_the_full_scorecards_judge_is_defined),
        cmocka_unit_test(without_them_only_the_packets_own_measures_are),
        cmocka_unit_test(a_unit_at_the_bottom_has_its_own),
    };
    return SECTIONCASE_MAIN(tests);
}

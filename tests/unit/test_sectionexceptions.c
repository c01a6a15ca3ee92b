#include "sectioncase.h"

report_section_fn section_exceptions;

static const char *said(struct sectioncase *s) {
    return sectioncase_text(s, section_exceptions, "exceptions");
}

/* Of the sample's measures only those off track for this many periods or more, and these. */
static struct sectioncase *lasting(struct reportcase *c, int periods) {
    struct sectioncase *s = sectioncase_new(c);
    struct measure_result *all = arena_array(c->arena, s->plan.measures.count, sizeof *all);
    for (size_t i = 0; i < s->plan.measures.count; i++) {
        all[i] = s->assessment.measures[i];
        if (all[i].status == STATUS_RED && all[i].consecutive >= periods)
            continue;
        all[i].status = all[i].previous_status = STATUS_GREEN;
        all[i].consecutive = 5;
    }
    s->assessment.measures = all;
    return s;
}

static void the_title_tells_how_many_of_them_have_lasted(void **state) {
    assert_says(said(sectioncase_new(*state)),
                "Eight measures need an explanation; three of them have been off track for two");
}

static void if_all_of_them_have_lasted_it_says_all_and_not_their_number_again(void **state) {
    assert_says(said(lasting(*state, 2)),
                "Three measures need an explanation: all have been off track for two periods");
    assert_says(said(lasting(*state, 4)),
                "Two measures need an explanation: both have been off track for two periods");
    assert_says(said(lasting(*state, 10)),
                "One measure needs an explanation: it has been off track for two periods");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_title_tells_how_many_of_them_have_lasted),
        cmocka_unit_test(if_all_of_them_have_lasted_it_says_all_and_not_their_number_again),
    };
    return SECTIONCASE_MAIN(tests);
}

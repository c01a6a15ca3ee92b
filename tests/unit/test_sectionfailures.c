#include "sectioncase.h"

report_section_fn section_failures;

static const char *said(struct sectioncase *s) {
    return sectioncase_text(s, section_failures, "failures");
}

/* A copy of the alignment, to be changed. */
static struct alignment_result *own(struct sectioncase *s) {
    struct alignment_result *all = arena_array(s->report.arena, s->plan.units.count, sizeof *all);
    memcpy(all, s->assessment.alignment, s->plan.units.count * sizeof *all);
    s->assessment.alignment = all;
    return &all[s->report.unit - s->plan.units.items];
}

static const char *whole(const struct sectioncase *s, struct decimal value) {
    return words_number(s->report.arena, s->report.words, value, 0, false);
}

static void the_figures_are_the_alignments(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    const struct alignment_result *root = own(s);
    const char *text = said(s);
    const char *linked = compose_millions(&s->report, root->linked);
    assert_says(text, arena_printf(s->report.arena, "%s of %s of the budget", linked,
                                   compose_millions(&s->report, root->budget)));
    assert_says(text, arena_printf(s->report.arena, "%s of %s people know it",
                                   whole(s, root->aware), whole(s, root->aware_of)));
    assert_says(text, "5 hours a month");
    assert_says(text, "One of the six failure points that can be told is worse here than the");
}

static void what_the_workbook_does_not_tell_is_left_open(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    struct alignment_result *root = own(s);
    root->has_budget = root->has_aware = root->has_hours = false;
    const char *text = said(s);
    assert_says(text, "three failure points");
    assert_int_equal(sectioncase_count(text, "not recorded"), 3);
    root->has_incentives = false;
    for (size_t i = 0; i < s->plan.units.count; i++)
        s->assessment.alignment[i].objectives = 0;
    assert_says(said(s), "None of the six failure points can be told yet");
}

/* The base rate beside the bar of a failure point, as the chart writes it. */
static const char *base_label(const struct sectioncase *s, size_t point) {
    const struct block_list *blocks = &s->report.document->sections.items[0]->blocks;
    for (size_t i = 0; i < blocks->items.count; i++) {
        const struct table_block *table = blocks->items.items[i]->table;
        if (table)
            return table->rows.items[point].cells.items[2].chart->as.rate.base.label;
    }
    return "";
}

static void a_rate_published_as_over_90_is_less_than_10_and_not_10(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    said(s);
    assert_memory_equal(base_label(s, 0), "33", 2);
    assert_memory_equal(base_label(s, 3), "<10", 3);
}

static void an_hour_a_month_is_ahead_and_less_is_behind(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    struct alignment_result *root = own(s);
    root->hours = decimal_micro(DECIMAL_ONE / 2);
    assert_says(said(s), "Two of the six failure points that can be told are worse here");
    assert_says(said(s), "0.5 hours a month");
    root->hours = decimal_of(1);
    root->incentives = root->incentives_of;
    assert_says(said(s), "On none of the six failure points that can be told");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_figures_are_the_alignments),
        cmocka_unit_test(what_the_workbook_does_not_tell_is_left_open),
        cmocka_unit_test(a_rate_published_as_over_90_is_less_than_10_and_not_10),
        cmocka_unit_test(an_hour_a_month_is_ahead_and_less_is_behind),
    };
    return SECTIONCASE_MAIN(tests);
}

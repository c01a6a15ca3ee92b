#include "sectioncase.h"

#include "report/evidencechart.h"

static void the_points_are_the_pairs_that_were_tested(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    int tested = 0;
    for (size_t i = 0; i < s->plan.links.count; i++) {
        const struct evidence_result *result = &s->assessment.evidence[i];
        if (result->verdict == FOUND_TOO_LITTLE)
            continue;
        assert_int_equal(evidencechart_pairs(&s->report, result).count, result->moves);
        tested++;
    }
    assert_int_equal(tested, 19);
}

static void the_clearest_and_the_least_clear_link_stand_side_by_side(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    struct section *section = document_section(s->report.document, "evidence", "Evidence");
    evidencechart_add(&s->report, section);
    assert_int_equal(section->blocks.items.count, 1);
    const struct block *columns = section->blocks.items.items[0];
    assert_int_equal(columns->columns.count, 2);
    for (size_t i = 0; i < 2; i++) {
        const struct block *block = columns->columns.items[i].items.items[0];
        assert_int_equal(block->chart->kind, CHART_SCATTER);
        assert_non_null(block->chart->alt);
    }
}

static void what_was_not_tested_has_no_picture(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    struct section *section = document_section(s->report.document, "evidence", "Evidence");
    s->assessment.evidence = NULL;
    evidencechart_add(&s->report, section);
    assert_int_equal(section->blocks.items.count, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_points_are_the_pairs_that_were_tested),
        cmocka_unit_test(the_clearest_and_the_least_clear_link_stand_side_by_side),
        cmocka_unit_test(what_was_not_tested_has_no_picture),
    };
    return SECTIONCASE_MAIN(tests);
}

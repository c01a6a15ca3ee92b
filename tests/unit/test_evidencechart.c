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

static const char *alt_of(const struct section *section, size_t column) {
    const struct block *columns = section->blocks.items.items[0];
    const struct block *block = columns->columns.items[column].items.items[0];
    assert_int_equal(block->chart->kind, CHART_SCATTER);
    return block->chart->alt;
}

static void the_clearest_link_stands_beside_one_that_goes_against_it(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    struct section *section = document_section(s->report.document, "evidence", "Evidence");
    evidencechart_add(&s->report, section);
    assert_int_equal(section->blocks.items.count, 1);
    assert_int_equal(((const struct block *)section->blocks.items.items[0])->columns.count, 2);
    assert_non_null(strstr(alt_of(section, 0), "figures move together"));
    assert_non_null(strstr(alt_of(section, 1), "Test and release products right first time"));
    assert_non_null(strstr(alt_of(section, 1), "figures move against it"));
}

static void without_one_it_stands_beside_the_least_clear(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    struct evidence_result *all = arena_array(s->report.arena, s->plan.links.count, sizeof *all);
    for (size_t i = 0; i < s->plan.links.count; i++) {
        all[i] = s->assessment.evidence[i];
        if (all[i].verdict == FOUND_CONTRADICTED)
            all[i].verdict = FOUND_NOT_SHOWN;
    }
    s->assessment.evidence = all;
    struct section *section = document_section(s->report.document, "evidence", "Evidence");
    evidencechart_add(&s->report, section);
    assert_non_null(strstr(alt_of(section, 0), "figures move together"));
    assert_non_null(strstr(alt_of(section, 1), "Learn from every near miss"));
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
        cmocka_unit_test(the_clearest_link_stands_beside_one_that_goes_against_it),
        cmocka_unit_test(without_one_it_stands_beside_the_least_clear),
        cmocka_unit_test(what_was_not_tested_has_no_picture),
    };
    return SECTIONCASE_MAIN(tests);
}

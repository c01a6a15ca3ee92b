#include "comparecase.h"

#include "compare/standing.h"

#define THRESHOLDS                                                                                 \
    "<threshold measure='M1' redFlag='50'/>"                                                       \
    "<threshold measure='M1' from='2026-06-01' redFlag='55'/>"
#define BEFORE ((struct sections){.thresholds = THRESHOLDS})

/* Approved requests that cover nothing, because nothing moved: those whose value stands nowhere. */
static const char *unseen(void **state, const char *more) {
    struct sections after = BEFORE;
    after.more = more;
    const struct comparison *comparison = compare_of(state, BEFORE, after);
    struct textbuf out;
    textbuf_init(&out, *state);
    for (size_t i = 0; i < comparison->unseen.count; i++)
        textbuf_printf(&out, "%s ", comparison->unseen.items[i]->id);
    return textbuf_text(&out);
}

static void a_value_that_stands_in_the_row_is_seen(void **state) {
    assert_string_equal(
        unseen(state,
               CHANGES(CHANGE("C1", "M1", APPROVED "field='Polarity' newValue='Higher'")
                           CHANGE("C2", "M1", APPROVED "field='Polarity' newValue='lower'"))),
        "C2 ");
}

static void one_of_the_parts_of_a_row_is_enough(void **state) {
    assert_string_equal(
        unseen(state,
               CHANGES(CHANGE("C1", "M1", APPROVED "field='Red Flag' newValue='50.0'")
                           CHANGE("C2", "M1", APPROVED "field='Red Flag' newValue='55'")
                               CHANGE("C3", "M1", APPROVED "field='Red Flag' newValue='60'"))),
        "C3 ");
}

static void a_value_of_a_series_stands_in_its_period(void **state) {
    assert_string_equal(
        unseen(
            state,
            CHANGES(CHANGE("C1", "M1", APPROVED "field='target' period='2026-10' newValue='100'")
                        CHANGE("C2", "M1", APPROVED "field='target' period='2026-10' newValue='1'")
                            CHANGE("C3", "M1",
                                   APPROVED "field='target' period='2020-10' newValue='1'"))),
        "C2 C3 ");
}

static void the_policy_is_asked_for_by_the_organization(void **state) {
    assert_string_equal(
        unseen(state,
               CHANGES(CHANGE("C1", "ORG", APPROVED "field='Rollup Policy' newValue='weighted'")
                           CHANGE("C2", "ORG", APPROVED "field='Rollup Policy' newValue='worst'"))),
        "C2 ");
}

static void what_points_nowhere_is_unseen(void **state) {
    assert_string_equal(
        unseen(state, CHANGES(CHANGE("C1", "M1", APPROVED "field='Colour' newValue='red'"))),
        "C1 ");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        fixture_test(a_value_that_stands_in_the_row_is_seen),
        fixture_test(one_of_the_parts_of_a_row_is_enough),
        fixture_test(a_value_of_a_series_stands_in_its_period),
        fixture_test(the_policy_is_asked_for_by_the_organization),
        fixture_test(what_points_nowhere_is_unseen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

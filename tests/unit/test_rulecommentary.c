#include "unit/plancase.h"

#define COMMENT(linked, period, text)                                                              \
    "<comment linked='" linked "' period='" period "' author='Author'><analysis>" text             \
    "</analysis></comment>\n"

static void commentary_repeated_word_for_word_is_a_warning(void **state) {
    struct built built = plan_of(
        state, (struct sections){.commentary = COMMENT("M1", "2026-10", "We are  on\nthe case.")
                                     COMMENT("M1", "2026-09", "We are on the case.")});
    assert_codes(&built, "3723");
    assert_says(&built, BP3723,
                "commentary on 'M1' for 2026-10 repeats that for 2026-09 word for "
                "word");
}

static void other_words_subjects_or_periods_are_no_repetition(void **state) {
    struct built built = plan_of(
        state, (struct sections){.commentary = COMMENT("M1", "2026-10", "We are on the case.")
                                     COMMENT("M1", "2026-09", "We are still on the case.")
                                         COMMENT("M2", "2026-09", "We are on the case.")
                                             COMMENT("M1", "2026-07", "We are on the case.")});
    assert_codes(&built, "");
}

static void two_rows_for_one_subject_and_period_are_a_warning(void **state) {
    struct built built =
        plan_of(state, (struct sections){.commentary = COMMENT("M1", "2026-10", "One.")
                                             COMMENT("M1", "2026-10", "Two.")});
    assert_codes(&built, "3724");
    assert_says(&built, BP3724,
                "commentary on 'M1' for 2026-10 stands twice; the first is in line 15");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        fixture_test(commentary_repeated_word_for_word_is_a_warning),
        fixture_test(other_words_subjects_or_periods_are_no_repetition),
        fixture_test(two_rows_for_one_subject_and_period_are_a_warning),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

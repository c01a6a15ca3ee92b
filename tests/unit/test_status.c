#include "planfixture.h"

#include "assess/status.h"

static void statuses_have_the_words_of_the_data_format(void **state) {
    (void)state;
    static const char *const words[] = {"exceeds",      "green",   "amber",          "red",
                                        "no-data",      "not-due", "not-applicable", "stale",
                                        "insufficient", "unscored"};
    for (int i = 0; i <= STATUS_UNSCORED; i++)
        assert_string_equal(status_name((enum status)i), words[i]);
}

static void statuses_can_be_read(void **state) {
    (void)state;
    static const char *const words[] = {"exceeds",         "green",     "amber",          "red",
                                        "no data",         "not due",   "not applicable", "stale",
                                        "too little data", "not judged"};
    for (int i = 0; i <= STATUS_UNSCORED; i++)
        assert_string_equal(status_words((enum status)i), words[i]);
}

static void only_colours_are_scored(void **state) {
    (void)state;
    assert_true(status_scored(STATUS_EXCEEDS));
    assert_true(status_scored(STATUS_RED));
    for (int i = STATUS_NO_DATA; i <= STATUS_UNSCORED; i++)
        assert_false(status_scored((enum status)i));
}

static void directions_and_goodness_have_words(void **state) {
    (void)state;
    assert_string_equal(direction_name(DIRECTION_UNKNOWN), "n/a");
    assert_string_equal(direction_name(DIRECTION_UP), "up");
    assert_string_equal(direction_name(DIRECTION_DOWN), "down");
    assert_string_equal(direction_name(DIRECTION_FLAT), "flat");
    assert_string_equal(goodness_name(GOODNESS_UNKNOWN), "n/a");
    assert_string_equal(goodness_name(GOODNESS_IMPROVING), "improving");
    assert_string_equal(goodness_name(GOODNESS_STEADY), "steady");
    assert_string_equal(goodness_name(GOODNESS_WORSENING), "worsening");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(statuses_have_the_words_of_the_data_format),
        cmocka_unit_test(statuses_can_be_read),
        cmocka_unit_test(only_colours_are_scored),
        cmocka_unit_test(directions_and_goodness_have_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

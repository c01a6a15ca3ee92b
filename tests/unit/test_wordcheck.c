#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "report/wordcheck.h"

struct fixture {
    struct arena *arena;
    struct wordcheck check;
};

static int setup(void **state) {
    static struct fixture f;
    static const struct number_format numbers = {".", " ", "-", 4};
    f.arena = arena_new(0, NULL, NULL);
    struct diags *diags = diags_new(f.arena);
    struct words *measure = words_new(f.arena, diags, "en.xml", "en", &numbers);
    words_add(measure, "days", "{1} {2=one:day|other:days}, {3}");
    words_add(measure, "page", "page {page}");
    f.check = (struct wordcheck){f.arena, diags, {.file = "fr.xml", .line = 7}, "fr", measure};
    *state = &f;
    return 0;
}

static int teardown(void **state) {
    struct fixture *f = *state;
    arena_free(f->arena);
    return 0;
}

static void a_text_may_show_what_the_measure_only_chooses_by(void **state) {
    struct fixture *f = *state;
    assert_true(wordcheck_text(&f->check, "days", "{3}: {1} ({2} jours)"));
}

static void a_text_need_not_choose(void **state) {
    struct fixture *f = *state;
    assert_true(wordcheck_text(&f->check, "days", "{3}: {1}"));
}

static void what_is_shown_in_a_case_or_an_optional_part_is_shown(void **state) {
    struct fixture *f = *state;
    assert_true(wordcheck_text(&f->check, "days", "{1=0:rien|many:{1} de|other:{1}}[ {3}]"));
}

static void names_filled_later_are_held_to_as_well(void **state) {
    struct fixture *f = *state;
    assert_true(wordcheck_text(&f->check, "page", "p. {page}"));
    assert_false(wordcheck_text(&f->check, "page", "p. {pages}"));
    assert_int_equal(diags_count(f->check.diags, DIAG_ERROR), 2); /* one too many, one lost */
}

static void each_missing_key_is_told(void **state) {
    struct fixture *f = *state;
    const struct number_format numbers = {".", " ", "-", 4};
    struct words *words = words_new(f->arena, f->check.diags, "fr.xml", "fr", &numbers);
    words_add(words, "page", "p. {page}");
    wordcheck_complete(words, f->check.measure, f->check.place, f->check.diags);
    size_t count;
    const struct diag *diag = diags_sorted(f->check.diags, &count);
    assert_int_equal(count, 1);
    assert_string_equal(diag->message, "the word 'days' is missing");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_text_may_show_what_the_measure_only_chooses_by, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_text_need_not_choose, setup, teardown),
        cmocka_unit_test_setup_teardown(what_is_shown_in_a_case_or_an_optional_part_is_shown, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(names_filled_later_are_held_to_as_well, setup, teardown),
        cmocka_unit_test_setup_teardown(each_missing_key_is_told, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

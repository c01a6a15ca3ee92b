#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "pagecase.h"
#include "report/wordbook.h"
#include <string.h>

/* The English catalogue with one thing changed; read as a stranger's. */
static const struct words *changed(struct fixture *f, const char *from, const char *to) {
    size_t length;
    const char *bytes = catalogue_text(f->arena, "words.en.xml", &length);
    const char *at = strstr(bytes, from);
    assert_non_null(at);
    const char *text =
        arena_printf(f->arena, "%.*s%s%s", (int)(at - bytes), bytes, to, at + strlen(from));
    return wordbook_read(f->arena, "my.xml", text, strlen(text), f->diags);
}

static void every_catalogue_holds_to_the_schema_and_to_english(void **state) {
    struct fixture *f = *state;
    static const char *const languages[] = {"en", "fr", "de", "es", "pt", "ja", "ar"};
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++) {
        const char *name = arena_printf(f->arena, "words.%s.xml", languages[i]);
        size_t length, count;
        const char *bytes = catalogue_text(f->arena, name, &length);
        assert_non_null(bytes);
        const struct words *words = wordbook_read(f->arena, name, bytes, length, f->diags);
        const struct diag *diag = diags_sorted(f->diags, &count);
        if (!words || count > 0)
            fail_msg("%s:%u: %s", name, count ? diag->place.line : 0, count ? diag->message : "");
        assert_string_equal(words_language(words), languages[i]);
        assert_true(wordbook_has(f->arena, languages[i])); /* sentences, too */
    }
}

static void a_language_is_found_with_or_without_its_region(void **state) {
    struct fixture *f = *state;
    assert_string_equal(words_text(wordbook_builtin(f->arena, "en-CA", f->diags), "status.red"),
                        "Off track");
    assert_null(wordbook_builtin(f->arena, "it", f->diags));
    assert_true(wordbook_has(f->arena, "en-GB"));
    assert_false(wordbook_has(f->arena, "tlh"));
    assert_non_null(strstr(wordbook_languages(f->arena), "en"));
}

static void a_missing_word_is_a_finding_BP5030(void **state) {
    assert_null(changed(*state, "<word key=\"yes\">yes</word>", ""));
    assert_only(*state, BP5030);
}

static void an_unknown_word_is_a_finding_BP5031(void **state) {
    assert_null(changed(*state, "</words>", "<word key=\"yess\">yes</word></words>"));
    assert_only(*state, BP5031);
}

static void a_word_given_twice_breaks_the_schema(void **state) {
    assert_null(changed(*state, "</words>", "<word key=\"yes\">aye</word></words>"));
    assert_only(*state, BP1016);
}

static void a_text_that_is_no_pattern_is_a_finding_BP5032(void **state) {
    assert_null(changed(*state, ">as of {1}<", ">as of {1<"));
    size_t count;
    assert_int_equal(diags_sorted(((struct fixture *)*state)->diags, &count)->code, BP5032);
}

static void a_name_that_is_not_filled_is_a_finding_BP5033(void **state) {
    assert_null(changed(*state, ">as of {1}<", ">as of {1} {2}<"));
    assert_only(*state, BP5033);
}

static void a_name_that_got_lost_is_a_finding_BP5034(void **state) {
    assert_null(changed(*state, ">as of {1}<", ">now<"));
    assert_only(*state, BP5034);
}

static void a_choice_without_other_is_a_finding_BP5035(void **state) {
    assert_null(changed(*state, ">as of {1}<", ">as of {1}{1=one:!}<"));
    assert_only(*state, BP5035);
}

static void a_form_that_the_language_lacks_is_a_finding_BP5036(void **state) {
    assert_null(changed(*state, ">as of {1}<", ">as of {1}{1=few:!|other:}<"));
    assert_only(*state, BP5036);
}

static void a_replaced_word_must_show_the_same(void **state) {
    struct fixture *f = *state;
    struct words *words = wordbook_builtin(f->arena, "en", f->diags);
    const struct place place = {.file = "my.xml", .line = 3};
    assert_true(wordbook_replace(f->arena, words, "frame.as-of", "on {1}", place, f->diags));
    assert_string_equal(words_text(words, "frame.as-of"), "on {1}");
    assert_false(wordbook_replace(f->arena, words, "frame.as-of", "today", place, f->diags));
    assert_only(f, BP5034);
    assert_string_equal(words_text(words, "frame.as-of"), "on {1}");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_catalogue_holds_to_the_schema_and_to_english, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_language_is_found_with_or_without_its_region, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_missing_word_is_a_finding_BP5030, setup, teardown),
        cmocka_unit_test_setup_teardown(an_unknown_word_is_a_finding_BP5031, setup, teardown),
        cmocka_unit_test_setup_teardown(a_word_given_twice_breaks_the_schema, setup, teardown),
        cmocka_unit_test_setup_teardown(a_text_that_is_no_pattern_is_a_finding_BP5032, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_name_that_is_not_filled_is_a_finding_BP5033, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_name_that_got_lost_is_a_finding_BP5034, setup, teardown),
        cmocka_unit_test_setup_teardown(a_choice_without_other_is_a_finding_BP5035, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_form_that_the_language_lacks_is_a_finding_BP5036, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_replaced_word_must_show_the_same, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

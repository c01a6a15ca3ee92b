#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "pagecase.h"
#include "report/catalogue.h"
#include "report/plural.h"
#include <string.h>

static struct arena *arena;
static struct diags *diags;

static int begin(void **state) {
    setup(state);
    const struct fixture *f = *state;
    arena = f->arena;
    diags = f->diags;
    return 0;
}

/* The English catalogue with one piece of its text replaced. */
static const struct catalogue *changed(const char *from, const char *to) {
    size_t length;
    const char *bytes = catalogue_text(arena, "sentences.en.xml", &length);
    const char *at = strstr(bytes, from);
    if (!at)
        fail_msg("no '%s' in the catalogue", from);
    const char *text =
        arena_printf(arena, "%.*s%s%s", (int)(at - bytes), bytes, to, at + strlen(from));
    return catalogue_read(arena, "my.xml", text, strlen(text), diags);
}

/* The one finding of a change. */
static void finds(const char *from, const char *to, enum diag_code code, const char *message) {
    assert_null(changed(from, to));
    size_t count;
    const struct diag *found = diags_sorted(diags, &count);
    assert_int_equal(count, 1);
    assert_int_equal(found->code, code);
    assert_string_equal(found->message, message);
    assert_string_equal(found->place.file, "my.xml");
    assert_true(found->place.line > 2 || code == BP5044);
}

static void every_catalogue_is_valid_and_whole(void **state) {
    (void)state;
    static const char *const languages[] = {"en", "fr", "de"};
    for (size_t i = 0; i < 3; i++) {
        const char *name = arena_printf(arena, "sentences.%s.xml", languages[i]);
        size_t length;
        const char *bytes = catalogue_text(arena, name, &length);
        assert_non_null(bytes);
        const struct catalogue *c = catalogue_read(arena, name, bytes, length, diags);
        assert_non_null(c);
        assert_string_equal(c->language, languages[i]);
        for (size_t key = 0; key < SENTENCE_COUNT; key++)
            assert_non_null(c->patterns[key]);
        assert_string_equal(c->numbers.minus, "\u2212");
        assert_true(plural_known(c->language));
    }
    assert_int_equal(diags_count(diags, DIAG_NOTE), 0);
}

static void a_region_takes_the_language_s_catalogue(void **state) {
    (void)state;
    assert_string_equal(catalogue_builtin(arena, "fr-CA", diags)->language, "fr");
    assert_null(catalogue_builtin(arena, "it", diags));
}

static void no_catalogue_breaks_a_figure_from_its_unit(void **state) {
    (void)state;
    static const char *const languages[] = {"en", "fr", "de"};
    for (size_t i = 0; i < 3; i++) {
        const struct catalogue *c = catalogue_builtin(arena, languages[i], diags);
        const enum catalogue_key keys[] = {SENTENCE_QUANTITY, SENTENCE_PERCENT, SENTENCE_POINTS,
                                           SENTENCE_MONEY};
        for (size_t j = 0; j < 4; j++)
            for (const struct pattern *p = c->patterns[keys[j]]; p; p = p->next)
                assert_true(p->kind != PATTERN_TEXT || !strchr(p->text, ' '));
        assert_false(strchr(c->numbers.group_mark, ' '));
    }
}

static void an_open_brace_is_no_sentence_BP5040(void **state) {
    (void)state;
    finds("owner {owner}<", "owner {owner<", BP5040,
          "the sentence 'owner' is not written as sentences are: its end");
}

static void a_number_in_words_is_for_words_alone_BP5040(void **state) {
    (void)state;
    finds("owner {owner}<", "owner {#owner}<", BP5040,
          "the sentence 'owner' is not written as sentences are: #owner");
}

static void a_loose_bracket_is_no_sentence_BP5040(void **state) {
    (void)state;
    finds("owner {owner}<", "owner ]{owner}<", BP5040,
          "the sentence 'owner' is not written as sentences are: ]{owner}");
}

static void what_a_sentence_cannot_tell_is_refused_BP5041(void **state) {
    (void)state;
    finds("owner {owner}<", "owner {ownr}<", BP5041, "the sentence 'owner' cannot tell 'ownr'");
    size_t count;
    assert_string_equal(diags_sorted(diags, &count)->hint, "did you mean 'owner'?");
}

static void a_choice_without_a_case_is_refused_BP5042(void **state) {
    (void)state;
    finds("{value=yes:yes|no:no}[ (", "{value=yes:yes}[ (", BP5042,
          "the sentence 'measure.binary' chooses by 'value' and has nothing to say for 'no'");
}

static void a_number_needs_the_case_other_BP5042(void **state) {
    (void)state;
    finds("{number=one:point|other:points}", "{number=one:point}", BP5042,
          "the sentence 'points' chooses by 'number' and has nothing to say for 'other'");
}

static void a_choice_by_what_may_be_unknown_needs_the_case_other_BP5042(void **state) {
    (void)state;
    finds("hardly:is nearly unchanged at|other:stands at}", "hardly:is nearly unchanged at}",
          BP5042, "the sentence 'measure' chooses by 'move' and has nothing to say for 'other'");
}

static void a_case_of_no_meaning_is_refused_BP5043(void **state) {
    (void)state;
    finds("|hardly:is nearly", "|barely:is nearly", BP5043,
          "'barely' is no case of 'move' in the sentence 'measure'");
}

static void a_plural_form_of_another_language_is_refused_BP5043(void **state) {
    (void)state;
    finds("{number=one:point|", "{number=few:pointy|one:point|", BP5043,
          "'few' is no case of 'number' in the sentence 'points'");
}

static void an_ordinal_form_of_another_language_is_refused_BP5043(void **state) {
    (void)state;
    finds("|few:{n}rd|", "|many:{n}rd|", BP5043,
          "'many' is no case of 'n' in the sentence 'ordinal'");
}

static void text_has_no_cases_but_other_BP5043(void **state) {
    (void)state;
    finds("owner {owner}<", "owner {owner=one:x|other:y}<", BP5043,
          "'one' is no case of 'owner' in the sentence 'owner'");
}

static void a_sentence_that_is_missing_is_named_BP5044(void **state) {
    (void)state;
    finds("<sentence key=\"owner.none\">no owner is named</sentence>", "", BP5044,
          "the sentence 'owner.none' is missing");
}

static void what_may_be_unknown_stands_in_brackets_BP5045(void **state) {
    (void)state;
    finds("[; {run}]; {owner}[; {drivers}]", "; {run}; {owner}[; {drivers}]", BP5045,
          "'run' may be unknown, and the sentence 'off-track' does not say what is told then");
}

static void a_sentence_nobody_asks_for_is_refused_BP5046(void **state) {
    (void)state;
    finds("<sentence key=\"owner\">", "<sentence key=\"ownr\">x</sentence><sentence key=\"owner\">",
          BP5046, "there is no sentence 'ownr'");
}

static void a_sentence_given_twice_breaks_the_schema(void **state) {
    (void)state;
    assert_null(changed("key=\"owner.none\"", "key=\"owner\""));
    size_t count;
    assert_int_equal(diags_sorted(diags, &count)->code, BP1016);
}

static void what_is_no_xml_is_no_catalogue(void **state) {
    (void)state;
    assert_null(changed("<?xml", "xml"));
    assert_true(diags_count(diags, DIAG_ERROR) > 0);
}

static void the_table_says_what_a_sentence_can_tell(void **state) {
    (void)state;
    struct catalogue_form form = catalogue_form_of(arena, SENTENCE_MEASURE);
    assert_string_equal(form.key, "measure");
    assert_string_equal(form.arguments.items[1].name, "move");
    assert_true(form.arguments.items[1].may_miss);
    assert_int_equal(form.arguments.items[1].cases, CASES_CHOICE);
    assert_int_equal(form.arguments.items[1].choices.count, 4);
    assert_string_equal(form.arguments.items[1].choices.items[3], "hardly");
    assert_int_equal(form.arguments.items[2].cases, CASES_NONE);
    assert_false(form.arguments.items[2].may_miss);
    assert_int_equal(catalogue_form_of(arena, SENTENCE_ORDINAL).arguments.items[0].cases,
                     CASES_ORDINAL);
    assert_int_equal(catalogue_form_of(arena, SENTENCE_POINTS).arguments.items[0].cases,
                     CASES_PLURAL);
    assert_int_equal(catalogue_form_of(arena, SENTENCE_OWNER_NONE).arguments.count, 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(every_catalogue_is_valid_and_whole),
        TEST(a_region_takes_the_language_s_catalogue),
        TEST(no_catalogue_breaks_a_figure_from_its_unit),
        TEST(an_open_brace_is_no_sentence_BP5040),
        TEST(a_number_in_words_is_for_words_alone_BP5040),
        TEST(a_loose_bracket_is_no_sentence_BP5040),
        TEST(what_a_sentence_cannot_tell_is_refused_BP5041),
        TEST(a_choice_without_a_case_is_refused_BP5042),
        TEST(a_number_needs_the_case_other_BP5042),
        TEST(a_choice_by_what_may_be_unknown_needs_the_case_other_BP5042),
        TEST(a_case_of_no_meaning_is_refused_BP5043),
        TEST(a_plural_form_of_another_language_is_refused_BP5043),
        TEST(an_ordinal_form_of_another_language_is_refused_BP5043),
        TEST(text_has_no_cases_but_other_BP5043),
        TEST(a_sentence_that_is_missing_is_named_BP5044),
        TEST(what_may_be_unknown_stands_in_brackets_BP5045),
        TEST(a_sentence_nobody_asks_for_is_refused_BP5046),
        TEST(a_sentence_given_twice_breaks_the_schema),
        TEST(what_is_no_xml_is_no_catalogue),
        TEST(the_table_says_what_a_sentence_can_tell),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

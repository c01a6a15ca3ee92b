#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "workbook/nameword.h"
#include <stdio.h>
#include <string.h>

static int setup(void **state) {
    *state = arena_new(0, NULL, NULL);
    return 0;
}

static int teardown(void **state) {
    arena_free(*state);
    return 0;
}

static void becomes(struct arena *arena, const char *name, const char *text, const char *expected) {
    struct namewords *names = namewords_new(arena);
    nameword_add(names, name, "P1", false);
    assert_string_equal(nameword_replace(names, text), expected);
}

static void a_name_is_met_in_any_capitals(void **state) {
    becomes(*state, "Ada Brandt", "ask ADA BRANDT, ada brandt and aDa BrAnDt", "ask P1, P1 and P1");
    becomes(*state, "Olga Щукина", "ОЛЬГА и OLGA щукина", "ОЛЬГА и P1");
    becomes(*state, "Νίκος Παππάς", "ο ΝΙΚΟΣ ΠΑΠΠΑΣ είπε", "ο P1 είπε");
}

static void accents_may_be_left_out_or_be_characters_of_their_own(void **state) {
    becomes(*state, "Renée Lefèbvre", "RENÉE LEFÈBVRE, Renee Lefebvre", "P1, P1");
    becomes(*state, "Renée", "Rene\u0301e et", "P1 et");
    becomes(*state, "Łukasz Żak", "lukasz zak", "P1");
    becomes(*state, "Nguyễn Văn", "NGUYEN VAN", "P1");
}

static void names_are_whole_words(void **state) {
    becomes(*state, "Ada", "Adam, Canada, Ada-Lovelace, (Ada) Ada.",
            "Adam, Canada, P1-Lovelace, (P1) P1.");
    becomes(*state, "Ada", "Adaé éAda", "Adaé éAda");
    becomes(*state, "Lin Wu", "Lin Wubben", "Lin Wubben");
}

static void signs_beyond_ascii_are_no_letters(void **state) {
    becomes(*state, "Ada Brandt", "“Ada Brandt” — Ada Brandt’s …Ada Brandt… «Ada Brandt»",
            "“P1” — P1’s …P1… «P1»");
}

static void blanks_and_apostrophes_vary(void **state) {
    becomes(*state, "Ada Brandt", "Ada\u00a0Brandt Ada  \n Brandt", "P1 P1");
    becomes(*state, "Sean O'Neill", "Sean O’Neill", "P1");
}

static void an_s_of_possession_goes_with_the_name(void **state) {
    becomes(*state, "Brandt", "Brandts Plan, Brandtss", "P1 Plan, Brandtss");
    becomes(*state, "Ada", "Adas", "Adas"); /* too short to be sure */
}

static void scripts_without_blanks_need_none(void **state) {
    becomes(*state, "田中", "担当は田中さんです", "担当はP1さんです");
    becomes(*state, "أحمد", "قال أحمد وأحمد وحده", "قال P1 وP1 وحده");
}

static void the_longest_name_goes_first(void **state) {
    struct namewords *names = namewords_new(*state);
    nameword_add(names, "Brandt", "P2", false);
    nameword_add(names, "Ada Brandt", "P1", false);
    assert_string_equal(nameword_replace(names, "Ada Brandt, Brandt"), "P1, P2");
    assert_string_equal(nameword_replace(names, "ADA  BRANDT, Ada"), "P1, Ada");
}

static void a_word_like_others_goes_only_with_a_capital(void **state) {
    struct namewords *names = namewords_new(*state);
    nameword_add(names, "Hope", "P1", true);
    assert_string_equal(nameword_replace(names, "we hope that Hope and HOPE agree"),
                        "we hope that P1 and P1 agree");
}

static void a_text_without_names_is_itself(void **state) {
    struct namewords *names = namewords_new(*state);
    const char *text = "nobody \xff here";
    nameword_add(names, "Ada", "P1", false);
    assert_ptr_equal(nameword_replace(names, text), text);
    assert_string_equal(nameword_replace(names, "\xff"
                                                "Ada \xff"),
                        "\xff"
                        "P1 \xff");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_name_is_met_in_any_capitals, setup, teardown),
        cmocka_unit_test_setup_teardown(accents_may_be_left_out_or_be_characters_of_their_own,
                                        setup, teardown),
        cmocka_unit_test_setup_teardown(names_are_whole_words, setup, teardown),
        cmocka_unit_test_setup_teardown(signs_beyond_ascii_are_no_letters, setup, teardown),
        cmocka_unit_test_setup_teardown(blanks_and_apostrophes_vary, setup, teardown),
        cmocka_unit_test_setup_teardown(an_s_of_possession_goes_with_the_name, setup, teardown),
        cmocka_unit_test_setup_teardown(scripts_without_blanks_need_none, setup, teardown),
        cmocka_unit_test_setup_teardown(the_longest_name_goes_first, setup, teardown),
        cmocka_unit_test_setup_teardown(a_word_like_others_goes_only_with_a_capital, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_text_without_names_is_itself, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

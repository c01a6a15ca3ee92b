#include "unit/plancase.h"

#define TRANSLATION(kind, linked, field, language, text)                                           \
    "<translation kind='" kind "' linked='" linked "' field='" field "' language='" language       \
    "'><text>" text "</text></translation>"
#define TRANSLATIONS(rows) ((struct sections){.more = "<translations>\n" rows "</translations>"})

static void names_and_texts_have_translations(void **state) {
    struct built built = plan_of(
        state, TRANSLATIONS(TRANSLATION("objective", "O1", "", "fr", "Objectif") TRANSLATION(
                   "measure", "m1", "Definition", "fr-CA", "Ce que c’est.")));
    assert_codes(&built, "");
    assert_int_equal(built.plan->translations.count, 2);
    const struct translation *name = &built.plan->translations.items[0];
    assert_string_equal(name->kind, "objective");
    assert_string_equal(name->linked_id, "O1");
    assert_string_equal(name->field, "Objective");
    assert_string_equal(name->language, "fr");
    assert_string_equal(name->text, "Objectif");
    assert_int_equal(built.plan->translations.items[1].row, 0);
    assert_string_equal(built.plan->translations.items[1].field, "Definition/Formula");
}

static void the_organization_needs_no_id(void **state) {
    struct built built = plan_of(
        state, TRANSLATIONS("<translation kind='organization' language='fr'><text>Service</text>"
                            "</translation>"));
    assert_int_equal(built.plan->translations.count, 1);
    assert_string_equal(built.plan->translations.items[0].field, "Organization Name");
}

static void a_translation_of_nothing_is_an_error_BP5065(void **state) {
    struct built built =
        plan_of(state, TRANSLATIONS(TRANSLATION("objective", "O9", "", "fr", "Objectif")));
    assert_says(&built, BP5065, "a translation is of objective 'O9', which there is not");
    assert_int_equal(built.plan->translations.count, 0);
}

static void numbers_and_ids_are_not_translated_BP5066(void **state) {
    static const char *const fields[] = {"Weight", "Objective ID", "Colour"};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        char xml[256];
        snprintf(xml, sizeof xml,
                 "<translations>" TRANSLATION("objective", "O1", "%s", "fr", "x") "</translations>",
                 fields[i]);
        struct built built = plan_of(state, (struct sections){.more = xml});
        assert_non_null(finding(&built, BP5066));
        assert_int_equal(built.plan->translations.count, 0);
    }
}

static void a_language_is_a_tag_BP5067(void **state) {
    static const char *const wrong[] = {"f", "fr CA", "französisch", "f1", "fr_CA"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        char xml[256];
        snprintf(xml, sizeof xml,
                 "<translations>" TRANSLATION("objective", "O1", "", "%s", "x") "</translations>",
                 wrong[i]);
        struct built built = plan_of(state, (struct sections){.more = xml});
        assert_non_null(finding(&built, BP5067));
    }
}

static void a_second_translation_of_one_text_is_left_out_BP5068(void **state) {
    struct built built =
        plan_of(state, TRANSLATIONS(TRANSLATION("unit", "U0", "", "fr", "Un")
                                        TRANSLATION("unit", "U0", "Unit Name", "fr", "Deux")));
    assert_says(&built, BP5068,
                "Unit Name of 'U0' is translated into 'fr' twice: the first translation is used");
    assert_int_equal(built.plan->translations.count, 1);
    assert_string_equal(built.plan->translations.items[0].text, "Un");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        fixture_test(names_and_texts_have_translations),
        fixture_test(the_organization_needs_no_id),
        fixture_test(a_translation_of_nothing_is_an_error_BP5065),
        fixture_test(numbers_and_ids_are_not_translated_BP5066),
        fixture_test(a_language_is_a_tag_BP5067),
        fixture_test(a_second_translation_of_one_text_is_left_out_BP5068),
    };
    return cmocka_run_group_tests_name("readtranslations", tests, NULL, NULL);
}

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/embedded.h"
#include "pagecase.h"
#include "report/template.h"
#include "xml/xmlcheck.h"
#include <string.h>

#define HEAD                                                                                       \
    "<template xmlns='urn:boardpack:packet-template:1' kind='board' name='Board packet' "          \
    "language='en' paper='Letter'>"
#define WORDS "<words><word key='yes'>Text &amp; more</word></words></template>"

static const struct template *read(struct fixture *f, const char *text) {
    return template_read(f->arena, "my.xml", text, strlen(text), f->diags);
}

static void a_template_gives_its_sections_paper_and_words(void **state) {
    struct fixture *f = *state;
    const struct template *t =
        read(f, HEAD "<sections><section kind='cover' name='Cover'/><section kind='scorecard' "
                     "name='Card' orientation='landscape' appendix='yes'/></sections>" WORDS);
    assert_non_null(t);
    assert_int_equal(t->paper, PAPER_LETTER);
    assert_int_equal(t->sections.count, 2);
    assert_int_equal(t->sections.items[0].orientation, PORTRAIT);
    assert_int_equal(t->sections.items[1].orientation, LANDSCAPE);
    assert_true(t->sections.items[1].appendix);
    assert_string_equal(t->sections.items[1].name, "Card");
    assert_string_equal(words_text(t->words, "yes"), "Text & more");
}

static void an_unknown_section_is_named_with_its_place(void **state) {
    struct fixture *f = *state;
    assert_null(read(f, HEAD "<sections>\n<section kind='scorcard' name='x'/></sections>" WORDS));
    assert_only(f, BP5011);
    size_t count;
    assert_int_equal(diags_sorted(f->diags, &count)->place.line, 2);
}

static void a_wrong_attribute_value_breaks_the_schema(void **state) {
    struct fixture *f = *state;
    assert_null(read(f, HEAD "<sections><section kind='cover' name='x' orientation='upright'/>"
                             "</sections>" WORDS));
    size_t count;
    assert_int_equal(diags_sorted(f->diags, &count)->code, BP1016);
}

static const struct template *in_language(struct fixture *f, const char *language,
                                          const char *rest) {
    return read(f, arena_printf(f->arena,
                                "<template xmlns='urn:boardpack:packet-template:1' kind='board' "
                                "name='Mine' language='%s' paper='A4'><sections><section "
                                "kind='cover' name='Front'/></sections>%s</template>",
                                language, rest));
}

static void a_language_without_a_catalogue_is_a_finding_BP5037(void **state) {
    struct fixture *f = *state;
    assert_null(in_language(f, "it", ""));
    size_t count;
    assert_int_equal(diags_sorted(f->diags, &count)->code, BP5037);
    assert_string_equal(in_language(f, "en-CA", "")->catalogue->language, "en");
}

static void a_word_that_no_page_asks_for_is_a_finding_with_its_place(void **state) {
    struct fixture *f = *state;
    assert_null(in_language(f, "en", "<words>\n<word key='yess'>aye</word></words>"));
    assert_only(f, BP5031);
    size_t count;
    assert_int_equal(diags_sorted(f->diags, &count)->place.line, 2);
}

static void a_template_speaks_another_language_without_its_own_words(void **state) {
    struct fixture *f = *state;
    const struct template *t = in_language(f, "en",
                                           "<words><word key='yes'>aye</word></words>"
                                           "<words language='en-x-b'><word key='no'>nay</word>"
                                           "</words><words language='de'><word key='yes'>jo</word>"
                                           "</words>");
    assert_string_equal(t->name, "Mine");
    assert_string_equal(t->sections.items[0].name, "Front");
    assert_string_equal(words_text(t->words, "yes"), "aye");
    assert_string_equal(words_text(t->words, "no"), "nay");
    const struct number_format numbers = {",", ".", "-", 4};
    struct words *german = words_new(f->arena, f->diags, "de.xml", "de", &numbers);
    words_add(german, "yes", "ja");
    words_add(german, "packet.board", "Sitzungsmappe");
    words_add(german, "section.cover", "Titelseite");
    const struct template *other =
        template_speak(f->arena, t, "de-CH", german, t->catalogue, f->diags);
    assert_string_equal(other->name, "Sitzungsmappe");
    assert_string_equal(other->sections.items[0].name, "Titelseite");
    assert_string_equal(other->language, "de-CH");
    assert_string_equal(words_text(other->words, "yes"), "jo");
    assert_string_equal(t->sections.items[0].name, "Front");
}

static void a_word_given_twice_breaks_the_schema(void **state) {
    struct fixture *f = *state;
    assert_null(read(f, HEAD "<sections><section kind='cover' name='x'/></sections><words>"
                             "<word key='a'>1</word><word key='a'>2</word></words></template>"));
    size_t count;
    assert_int_equal(diags_sorted(f->diags, &count)->code, BP1016);
}

static void a_doctype_is_refused(void **state) {
    struct fixture *f = *state;
    assert_null(read(f, "<!DOCTYPE template><template/>"));
    assert_int_equal(diags_count(f->diags, DIAG_ERROR), 1);
}

static void the_built_in_template_is_valid_and_usable(void **state) {
    struct fixture *f = *state;
    const struct embedded *file = embedded_file("board.xml");
    const struct embedded *schema = embedded_file("template.xsd");
    assert_non_null(file);
    assert_true(xmlcheck_valid(f->arena, "board.xml", file->bytes, file->length, schema->bytes,
                               schema->length, f->diags));
    assert_non_null(template_builtin(f->arena, "board", f->diags));
    assert_int_equal(diags_count(f->diags, DIAG_NOTE), 0);
    assert_null(template_builtin(f->arena, "nosuch", f->diags));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_template_gives_its_sections_paper_and_words, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(an_unknown_section_is_named_with_its_place, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_wrong_attribute_value_breaks_the_schema, setup, teardown),
        cmocka_unit_test_setup_teardown(a_language_without_a_catalogue_is_a_finding_BP5037, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_word_that_no_page_asks_for_is_a_finding_with_its_place,
                                        setup, teardown),
        cmocka_unit_test_setup_teardown(a_template_speaks_another_language_without_its_own_words,
                                        setup, teardown),
        cmocka_unit_test_setup_teardown(a_word_given_twice_breaks_the_schema, setup, teardown),
        cmocka_unit_test_setup_teardown(a_doctype_is_refused, setup, teardown),
        cmocka_unit_test_setup_teardown(the_built_in_template_is_valid_and_usable, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/embedded.h"
#include "pagecase.h"
#include "report/template.h"
#include "report/wordbook.h"
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

static void a_section_may_follow_and_fit_what_there_is(void **state) {
    struct fixture *f = *state;
    const struct template *t =
        read(f, HEAD "<sections><section kind='brief'/><section kind='map' orientation='fit' "
                     "follows='yes'/></sections></template>");
    assert_non_null(t);
    assert_false(t->sections.items[0].follows || t->sections.items[0].fitted);
    assert_true(t->sections.items[1].follows && t->sections.items[1].fitted);
    assert_int_equal(t->sections.items[1].orientation, LANDSCAPE);
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

/* A template of this body, in English on this paper. */
static const struct template *with(struct fixture *f, const char *attributes, const char *body) {
    return read(f, arena_printf(f->arena,
                                "<template xmlns='urn:boardpack:packet-template:1' language='en' "
                                "%s>\n%s</template>",
                                attributes, body));
}
#define USUAL "kind='board' paper='A4'"
#define COVER "<sections><section kind='cover'/></sections>"

static void a_section_twice_is_a_finding_BP5012(void **state) {
    assert_null(
        with(*state, USUAL, "<sections><section kind='cover'/><section kind='cover'/></sections>"));
    assert_only(*state, BP5012);
}

static void an_unknown_column_is_a_finding_BP5013(void **state) {
    struct fixture *f = *state;
    assert_null(
        with(f, USUAL, "<sections><section kind='scorecard' columns='actuel'/></sections>"));
    assert_only(f, BP5013);
    size_t count;
    assert_non_null(strstr(diags_sorted(f->diags, &count)->hint, "actual"));
}

static void only_the_scorecard_has_columns_to_choose_BP5013(void **state) {
    assert_null(
        with(*state, USUAL, "<sections><section kind='cover' columns='actual'/></sections>"));
    assert_only(*state, BP5013);
}

static void columns_are_kept_in_their_order(void **state) {
    const struct template *t =
        with(*state, USUAL,
             "<sections><section kind='scorecard' columns='status  measure' pages='2' "
             "theme='weakest'/></sections>");
    const struct template_section *section = &t->sections.items[0];
    assert_int_equal(section->columns.count, 2);
    assert_string_equal(section->columns.items[0], "status");
    assert_string_equal(section->columns.items[1], "measure");
    assert_int_equal(section->pages, 2);
    assert_string_equal(section->theme, "weakest");
}

static void a_kind_of_ones_own_needs_a_name_BP5014(void **state) {
    assert_null(with(*state, "kind='mine' paper='A4'", COVER));
    assert_only(*state, BP5014);
}

static void a_kind_with_a_name_keeps_it_in_every_language(void **state) {
    struct fixture *f = *state;
    const struct template *t = with(f, "kind='mine' name='Mine' paper='A4'", COVER);
    const struct template *french =
        template_speak(f->arena, t, "fr", wordbook_builtin(f->arena, "fr", f->diags),
                       catalogue_builtin(f->arena, "fr", f->diags), f->diags);
    assert_string_equal(french->name, "Mine");
    assert_string_equal(french->sections.items[0].name, "Couverture");
}

static void large_paper_is_for_the_map_alone_BP5016(void **state) {
    assert_null(with(*state, "kind='board' paper='A3'", COVER));
    assert_only(*state, BP5016);
}

static void a_poster_has_its_sheet(void **state) {
    const struct template *t =
        with(*state, "kind='poster' paper='Tabloid'", "<sections><section kind='map'/></sections>");
    assert_true(t->poster);
    assert_int_equal(t->sheet, MAP_TABLOID);
}

static void a_filter_says_what_a_packet_is_about(void **state) {
    const struct template *t =
        with(*state, "kind='theme' needs='theme' about='One theme' paper='A4'",
             "<filter theme='T1' purpose='decide'/>" COVER);
    assert_string_equal(t->filter.theme, "T1");
    assert_string_equal(t->filter.purpose, "decide");
    assert_null(t->filter.owner);
    assert_int_equal(t->filter.place.line, 2);
    assert_string_equal(t->needs, "theme");
    assert_string_equal(t->about, "One theme");
}

#define BRAND(colours) "<brand logo='a.png'>" colours "</brand>" COVER

static void
words_of_its_own_sections_stand_in_the_template_in_each_language_or_as_written(void **state) {
    struct fixture *f = *state;
    const struct template *t =
        with(f, USUAL,
             COVER "<words><word key='own.title'>Three wishes</word><word key='own.note'>Note"
                   "</word></words><words language='fr'><word key='own.title'>Trois voeux</word>"
                   "</words>");
    assert_string_equal(words_text(t->words, "own.title"), "Three wishes");
    const struct template *french =
        template_speak(f->arena, t, "fr", wordbook_builtin(f->arena, "fr", f->diags),
                       catalogue_builtin(f->arena, "fr", f->diags), f->diags);
    assert_string_equal(words_text(french->words, "own.title"), "Trois voeux");
    assert_string_equal(words_text(french->words, "own.note"), "Note");
    assert_int_equal(diags_count(f->diags, DIAG_NOTE), 0);
}

static void a_brand_gives_colours_and_a_logo(void **state) {
    const struct template *t = with(*state, USUAL, BRAND("<colour of='navy' value='#5B2245'/>"));
    assert_int_equal(t->brand.palette.colours[ROLE_NAVY], 0x5B2245);
    assert_string_equal(t->brand.logo, "a.png");
}

static void an_unknown_colour_is_a_finding_BP5020(void **state) {
    assert_null(with(*state, USUAL, BRAND("<colour of='navi' value='#5B2245'/>")));
    assert_only(*state, BP5020);
}

static void words_too_pale_are_a_finding_BP5021(void **state) {
    assert_null(with(*state, USUAL, BRAND("<colour of='grey' value='#AAAAAA'/>")));
    assert_only(*state, BP5021);
}

static void marks_too_pale_are_a_finding_BP5022(void **state) {
    assert_null(with(*state, USUAL, BRAND("<colour of='on-track' value='#A0E0C0'/>")));
    assert_only(*state, BP5022);
}

static void statuses_too_alike_are_a_finding_BP5023(void **state) {
    assert_null(with(*state, USUAL, BRAND("<colour of='off-track' value='#148A6A'/>")));
    assert_only(*state, BP5023);
}

static void statuses_in_another_order_are_a_finding_BP5024(void **state) {
    assert_null(with(*state, USUAL, BRAND("<colour of='exceeds' value='#C02020'/>")));
    assert_only(*state, BP5024);
}

static void a_family_without_bold_is_a_finding_BP5028(void **state) {
    assert_null(with(*state, USUAL, BRAND("<font of='text' regular='a.ttf' heavy='c.ttf'/>")));
    assert_only(*state, BP5028);
}

static void a_family_for_text_wants_a_regular_font_BP5028(void **state) {
    assert_null(with(*state, USUAL, BRAND("<font of='text' bold='b.ttf'/>")));
    assert_only(*state, BP5028);
}

static void fonts_and_colours_stand_in_any_order(void **state) {
    const struct template *template =
        with(*state, USUAL,
             BRAND("<font of='headings' bold='h.otf'/><colour of='navy' value='#5B2245'/>"
                   "<font of='text' regular='a.ttf' bold='b.ttf'/>"));
    assert_non_null(template);
    assert_string_equal(template->brand.text.files[WEIGHT_REGULAR], "a.ttf");
    assert_null(template->brand.text.files[WEIGHT_HEAVY]);
    assert_string_equal(template->brand.headings.files[WEIGHT_BOLD], "h.otf");
    assert_non_null(template->brand.headings.place.file);
}

static void a_doctype_is_refused(void **state) {
    struct fixture *f = *state;
    assert_null(read(f, "<!DOCTYPE template><template/>"));
    assert_int_equal(diags_count(f->diags, DIAG_ERROR), 1);
}

/* Every file of templates/ that is one. */
static void the_built_in_templates_are_valid_and_usable(void **state) {
    struct fixture *f = *state;
    const struct embedded *schema = embedded_file("template.xsd");
    const struct template_kinds kinds = template_kinds(f->arena);
    assert_true(kinds.items.count >= 9);
    for (size_t i = 0; i < kinds.items.count; i++) {
        const struct template_kind *kind = &kinds.items.items[i];
        assert_true(xmlcheck_valid(f->arena, kind->file->name, kind->file->bytes,
                                   kind->file->length, schema->bytes, schema->length, f->diags));
        const struct template *template = template_builtin(f->arena, kind->kind, f->diags);
        assert_non_null(template);
        assert_string_equal(template->kind, kind->kind);
        assert_non_null(template->about);
    }
    assert_int_equal(diags_count(f->diags, DIAG_NOTE), 0);
    assert_null(template_builtin(f->arena, "nosuch", f->diags));
    assert_null(template_builtin(f->arena, "words.en", f->diags));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_template_gives_its_sections_paper_and_words, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_section_may_follow_and_fit_what_there_is, setup,
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
        cmocka_unit_test_setup_teardown(a_section_twice_is_a_finding_BP5012, setup, teardown),
        cmocka_unit_test_setup_teardown(an_unknown_column_is_a_finding_BP5013, setup, teardown),
        cmocka_unit_test_setup_teardown(only_the_scorecard_has_columns_to_choose_BP5013, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(columns_are_kept_in_their_order, setup, teardown),
        cmocka_unit_test_setup_teardown(a_kind_of_ones_own_needs_a_name_BP5014, setup, teardown),
        cmocka_unit_test_setup_teardown(a_kind_with_a_name_keeps_it_in_every_language, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(large_paper_is_for_the_map_alone_BP5016, setup, teardown),
        cmocka_unit_test_setup_teardown(a_poster_has_its_sheet, setup, teardown),
        cmocka_unit_test_setup_teardown(a_filter_says_what_a_packet_is_about, setup, teardown),
        cmocka_unit_test_setup_teardown(a_brand_gives_colours_and_a_logo, setup, teardown),
        cmocka_unit_test_setup_teardown(
            words_of_its_own_sections_stand_in_the_template_in_each_language_or_as_written, setup,
            teardown),
        cmocka_unit_test_setup_teardown(an_unknown_colour_is_a_finding_BP5020, setup, teardown),
        cmocka_unit_test_setup_teardown(words_too_pale_are_a_finding_BP5021, setup, teardown),
        cmocka_unit_test_setup_teardown(marks_too_pale_are_a_finding_BP5022, setup, teardown),
        cmocka_unit_test_setup_teardown(statuses_too_alike_are_a_finding_BP5023, setup, teardown),
        cmocka_unit_test_setup_teardown(statuses_in_another_order_are_a_finding_BP5024, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_family_without_bold_is_a_finding_BP5028, setup, teardown),
        cmocka_unit_test_setup_teardown(a_family_for_text_wants_a_regular_font_BP5028, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(fonts_and_colours_stand_in_any_order, setup, teardown),
        cmocka_unit_test_setup_teardown(a_doctype_is_refused, setup, teardown),
        cmocka_unit_test_setup_teardown(the_built_in_templates_are_valid_and_usable, setup,
                                        teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

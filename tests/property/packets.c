/* packets: the pages of the samples end where they may, on either paper (packet-look.md sections 5,
 * 6 and 9). */
#include "unit/reportcase.h"

#include "layout/composer.h"
#include "layout/mirror.h"

static struct arena *arena;

#include "property/pagelaws.h"
#include "report/catalogue.h"
#include "report/wordbook.h"

static const struct template *spoken(struct reportcase *c) {
    const char *language = c->plan->organization.language;
    struct words *words = wordbook_builtin(c->arena, language, c->diags);
    const struct catalogue *sentences = catalogue_builtin(c->arena, language, c->diags);
    return template_speak(c->arena, c->template, language, words, sentences, c->diags);
}

static void look_at(struct reportcase *c, const struct document *document) {
    struct composer composer = {.arena = c->arena,
                                .lasting = c->arena,
                                .fonts = c->fonts,
                                .document = document,
                                .diags = c->diags,
                                .page_digits = 2,
                                .anchors = idmap_new(c->arena),
                                .unknown = idmap_new(c->arena),
                                .mirrored = mirror_language(document->language)};
    const struct pagination *pages = paginate(&composer);
    assert_true(pages->pages.count > 12);
    assert_page_laws(pages);
    assert_heads_hold(pages);
}

static void try_sample(void **state, const char *name) {
    static const char *const papers[] = {"A4", "Letter"};
    reportcase_open(state, name);
    struct reportcase *c = *state;
    arena = c->arena;
    for (size_t i = 0; i < 2; i++) {
        struct template template = *spoken(c);
        assert_true(template_paper(&template, papers[i]));
        pages_of = arena_printf(arena, "%s on %s", name, papers[i]);
        look_at(c, report_packet(c->arena, c->fonts, c->assessment, plan_root(c->plan), &template,
                                 (struct report_logo){0}, c->diags));
    }
    reportcase_close(state);
}

static void pages_of_an_english_packet(void **state) {
    try_sample(state, "samples/regional-blood-service.xml");
}

static void pages_of_long_names_and_texts(void **state) {
    try_sample(state, "samples/stress.xml");
}

static void pages_of_an_arabic_packet(void **state) {
    try_sample(state, "samples/water-authority-ar.xml");
}

static void pages_of_a_japanese_packet(void **state) {
    try_sample(state, "samples/machine-maker-ja.xml");
}

static void pages_of_a_bilingual_packet(void **state) {
    try_sample(state, "samples/ferry-service-en-fr.xml");
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(pages_of_an_english_packet),
                                       cmocka_unit_test(pages_of_long_names_and_texts),
                                       cmocka_unit_test(pages_of_an_arabic_packet),
                                       cmocka_unit_test(pages_of_a_japanese_packet),
                                       cmocka_unit_test(pages_of_a_bilingual_packet)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

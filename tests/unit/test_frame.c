#include "layoutcase.h"

static void fill_frame(const char *unit) {
    document->frame = (struct frame){.unit = unit,
                                     .packet_kind = "Board packet",
                                     .period = "September 2025",
                                     .classification = "Confidential",
                                     .version = "v1.0",
                                     .as_of = "as of 30 Sep 2025",
                                     .source = "source 51c0e8d2aa",
                                     .page_of = "Page {page} of {pages}",
                                     .cover_note = "For the recipients only.",
                                     .cover_source = "Source x.xml"};
    add_text("Body.");
}

static void head_and_footer_are_artifacts_at_their_lines(void **state) {
    (void)state;
    fill_frame("Service");
    const struct scene *scene = laid_out();
    const struct scene_item *name = the_word(scene, 0, "First", 0);
    assert_int_equal(name->element, SCENE_HEADER);
    assert_int_equal(name->as.text.y, MM(12.5));
    assert_int_equal(name->as.text.colour, NAVY);
    assert_near(right_end(the_word(scene, 0, "September 2025", 0)), MM(18 + 174), 100);
    const struct scene_item *classification = the_word(scene, 0, "Confidential", 0);
    assert_int_equal(classification->element, SCENE_FOOTER);
    assert_int_equal(classification->as.text.y, MM(297) - MM(9.2));
    assert_int_equal(path_box(the_path(scene, FOOTER_RULE, true, 0)).y, MM(297) - MM(13));
}

static void pages_are_counted(void **state) {
    (void)state;
    fill_frame("Service");
    section = document_section(document, "second", "Second");
    add_text("Body.");
    const struct scene *scene = laid_out();
    the_word(scene, 0, "1", 0);
    assert_near(the_word(scene, 1, "2", 0)->as.text.size, PT(7), 0);
    the_word(scene, 1, "Page", 0);
    the_word(scene, 1, " of", 0);
}

static void the_cover_has_no_head_and_its_own_footer(void **state) {
    (void)state;
    fill_frame("Service");
    section->bare = true;
    const struct scene *scene = laid_out();
    assert_null(find_word(scene, 0, "September 2025"));
    assert_null(find_word(scene, 0, "v1.0"));
    the_word(scene, 0, "For the recipients only.", 0);
    the_word(scene, 0, "Source x.xml", 0);
}

static void a_long_head_gives_up_the_packet_kind_first(void **state) {
    (void)state;
    fill_frame(
        "A regional service with quite a long name that needs most of the line for itself, so "
        "that little is left for other words");
    const struct scene *scene = laid_out();
    assert_null(find_word(scene, 0, "Board packet"));
    the_word(scene, 0, document->frame.unit, 0);
}

static void and_then_shortens_the_unit_and_says_so_BP5073(void **state) {
    (void)state;
    char name[201];
    memset(name, 'n', 200);
    name[200] = '\0';
    fill_frame(name);
    const struct scene *scene = laid_out();
    assert_null(find_word(scene, 0, name));
    the_word(scene, 0, "September 2025", 0);
    bool shortened = false;
    for (size_t i = 0; i < scene->pages.items[0].items.count; i++) {
        const struct scene_item *item = &scene->pages.items[0].items.items[i];
        if (item->kind == SCENE_TEXT && strstr(item->as.text.run->text, "n\u2026"))
            shortened = item->as.text.x > MM(18);
    }
    assert_true(shortened);
    size_t count = 0;
    const struct diag *all = diags_sorted(diags, &count);
    assert_int_equal(count, 1); /* for all pages together */
    assert_true(count == 1 && all && all[0].code == BP5073);
}

static void a_long_footer_gives_up_the_version(void **state) {
    (void)state;
    fill_frame("Service");
    document->frame.source =
        "source with a very long description that fills the line of the footer "
        "up to the place where the page number has to stand";
    const struct scene *scene = laid_out();
    assert_null(find_word(scene, 0, "v1.0"));
    the_word(scene, 0, "Confidential", 0);
}

static void a_long_classification_is_shortened(void **state) {
    (void)state;
    fill_frame("Service");
    char words[400];
    memset(words, 'C', sizeof words);
    words[sizeof words - 1] = '\0';
    document->frame.classification = words;
    const struct scene *scene = laid_out();
    assert_null(scene_problem(scene));
    the_word(scene, 0, "source 51c0e8d2aa", 0);
}

static void a_section_that_goes_on_says_so(void **state) {
    (void)state;
    fill_frame("Service");
    document->frame.continued = "(continued)";
    add_lines(60);
    const struct scene *scene = laid_out();
    assert_null(find_word(scene, 0, "(continued)"));
    the_word(scene, 1, "(continued)", 0);
}

static void the_logo_stands_at_the_right_of_the_head_and_the_words_beside_it(void **state) {
    (void)state;
    static const uint8_t pixels[200 * 50 * 3];
    static const struct picture logo = {.width = 200, .height = 50, .colour = pixels};
    fill_frame("Service");
    document->frame.logo = &logo;
    const struct scene *scene = laid_out();
    const struct scene_page *page = &scene->pages.items[0];
    const struct scene_item *image = NULL;
    for (size_t i = 0; i < page->items.count; i++)
        if (page->items.items[i].kind == SCENE_IMAGE)
            image = &page->items.items[i];
    if (!image) {
        fail_msg("no picture");
        return;
    }
    assert_int_equal(image->element, SCENE_HEADER);
    const struct rect box = image->as.image.rect;
    assert_int_equal(box.x + box.w, MM(18 + 174));
    assert_near(box.w, box.h * 4, 4);
    assert_true(box.y > MM(7) && box.y + box.h < MM(16));
    assert_true(right_end(the_word(scene, 0, "September 2025", 0)) < box.x - MM(2));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        CASE(head_and_footer_are_artifacts_at_their_lines),
        CASE(pages_are_counted),
        CASE(the_cover_has_no_head_and_its_own_footer),
        CASE(a_long_head_gives_up_the_packet_kind_first),
        CASE(and_then_shortens_the_unit_and_says_so_BP5073),
        CASE(a_long_footer_gives_up_the_version),
        CASE(a_long_classification_is_shortened),
        CASE(a_section_that_goes_on_says_so),
        CASE(the_logo_stands_at_the_right_of_the_head_and_the_words_beside_it)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "layoutcase.h"

static void a_title_is_h1_beside_a_navy_bar(void **state) {
    (void)state;
    block_title(document, &section->blocks, "Message", "Subtitle");
    const struct scene *scene = laid_out();
    const struct rect bar = filled_box(scene, NAVY, 0);
    assert_int_equal(bar.x, MM(18));
    assert_int_equal(bar.w, MM(1.4));
    assert_int_equal(bar.h, PT(21));
    assert_int_equal(the_word(scene, 0, "Message", 0)->as.text.x, MM(18) + MM(5.4));
    assert_int_equal(the_word(scene, 0, "Subtitle", 0)->as.text.x, MM(18) + MM(5.4));
    assert_int_equal(count_tags(scene, TAG_H1), 1);
}

static void headings_never_skip_a_level(void **state) {
    (void)state;
    block_heading(document, &section->blocks, "Third", NULL)->level = 3;
    block_heading(document, &section->blocks, "Also third", NULL)->level = 3;
    const struct scene *scene = laid_out();
    assert_int_equal(count_tags(scene, TAG_H1), 1);
    assert_int_equal(count_tags(scene, TAG_H2), 1);
    assert_int_equal(count_tags(scene, TAG_H3), 0);
}

static void a_heading_and_its_note_share_a_line(void **state) {
    (void)state;
    block_heading(document, &section->blocks, "Heading", "note");
    const struct scene *scene = laid_out();
    const struct scene_item *note = the_word(scene, 0, "note", 0);
    assert_int_equal(note->as.text.y, the_word(scene, 0, "Heading", 0)->as.text.y);
    assert_int_equal(note->as.text.colour, GREY);
    assert_int_equal(note->as.text.size, PT(8.5));
}

static void lists_have_labels_and_bodies(void **state) {
    (void)state;
    struct block *block = block_add(document, &section->blocks, BLOCK_LIST);
    for (int i = 0; i < 2; i++) {
        struct list_item *item = vec_add(arena, &block->list);
        content_text(arena, &item->label, i ? "2." : "1.");
        content_text(arena, &item->body, "Body");
    }
    const struct scene *scene = laid_out();
    assert_int_equal(count_tags(scene, TAG_L), 1);
    assert_int_equal(count_tags(scene, TAG_LI), 2);
    assert_int_equal(count_tags(scene, TAG_LBL), 2);
    assert_int_equal(count_tags(scene, TAG_LBODY), 2);
    assert_int_equal(the_word(scene, 0, "1.", 0)->as.text.x, MM(18));
    assert_true(the_word(scene, 0, "Body", 0)->as.text.x > MM(20));
}

static void contents_are_links_with_page_numbers(void **state) {
    (void)state;
    struct block *toc = block_add(document, &section->blocks, BLOCK_TOC);
    const struct toc_entry entry = {"Second", "second", 1, "a note"};
    vec_push(arena, &toc->toc, entry);
    section = document_section(document, "second", "Second section");
    add_text("There.");
    const struct scene *scene = laid_out();
    assert_int_equal(count_tags(scene, TAG_TOC), 1);
    assert_int_equal(count_tags(scene, TAG_TOCI), 1);
    assert_int_equal(count_tags(scene, TAG_REFERENCE), 1);
    assert_near(right_end(the_word(scene, 0, "2", 0)), MM(18 + 174), 100);
    assert_int_equal(scene->pages.items[0].links.count, 2);
    assert_int_equal(scene->pages.items[0].links.items[0].page, 1);
    assert_int_equal(count_paths(scene, HAIRLINE, true), 1);
}

static void a_panel_is_tinted_and_a_recommendation_barred(void **state) {
    (void)state;
    struct block *panel = block_add(document, &section->blocks, BLOCK_PANEL);
    block_text(document, &panel->children, STYLE_BODY, "Inside");
    struct block *advice = block_add(document, &section->blocks, BLOCK_RECOMMENDATION);
    block_text(document, &advice->children, STYLE_BODY, "Advice");
    const struct scene *scene = laid_out();
    assert_int_equal(filled_box(scene, PANEL, 0).w, MM(174));
    const struct rect bar = filled_box(scene, NAVY, 0);
    assert_int_equal(bar.w, MM(1.4));
    assert_int_equal(bar.h, PT(13.5));
    assert_true(the_word(scene, 0, "Advice", 0)->as.text.x > bar.x + bar.w);
}

static void a_drawing_is_a_figure_at_its_place(void **state) {
    (void)state;
    struct scene *drawing = scene_new(arena);
    scene_add_page(drawing, MM(50), MM(50), "1");
    const struct pen pen = {drawing, 0, SCENE_ARTIFACT};
    draw_rect(pen, (struct rect){MM(5), MM(5), MM(10), MM(10)}, BAD_BAR);
    struct block *block = block_add(document, &section->blocks, BLOCK_DRAWING);
    block->drawing = drawing;
    block->width = MM(50);
    block->height = MM(50);
    block->alt = "A red square";
    const struct scene *scene = laid_out();
    const struct rect box = filled_box(scene, BAD_BAR, 0);
    assert_int_equal(box.x, MM(18) + MM(5));
    assert_int_equal(box.y, MM(20) + MM(5));
    const struct scene_detail *figure = scene_detail(the_tag(scene, TAG_FIGURE, 0));
    assert_string_equal(figure->alt, "A red square");
    assert_int_equal(figure->bbox.w, MM(50));
}

static void a_rule_crosses_its_column(void **state) {
    (void)state;
    block_add(document, &section->blocks, BLOCK_RULE);
    add_text("Below.");
    const struct scene *scene = laid_out();
    assert_int_equal(path_box(the_path(scene, HEAD_RULE, true, 0)).w, MM(174));
}

static void the_cover_title_is_a_heading(void **state) {
    (void)state;
    block_text(document, &section->blocks, STYLE_COVER_TITLE, "Packet");
    block_text(document, &section->blocks, STYLE_BODY, "Also")->level = 1;
    block_heading(document, &section->blocks, "Control", NULL);
    const struct scene *scene = laid_out();
    assert_int_equal(count_tags(scene, TAG_H1), 2);
    assert_int_equal(count_tags(scene, TAG_H2), 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {CASE(a_title_is_h1_beside_a_navy_bar),
                                       CASE(headings_never_skip_a_level),
                                       CASE(a_heading_and_its_note_share_a_line),
                                       CASE(lists_have_labels_and_bodies),
                                       CASE(contents_are_links_with_page_numbers),
                                       CASE(a_panel_is_tinted_and_a_recommendation_barred),
                                       CASE(a_drawing_is_a_figure_at_its_place),
                                       CASE(a_rule_crosses_its_column),
                                       CASE(the_cover_title_is_a_heading)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

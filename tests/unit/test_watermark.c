#include "layoutcase.h"

#include "base/colour.h"

#define GROUND 0xF1F4F8u

static void mark_pages(const char *words) {
    document->frame = (struct frame){.unit = "Service", .page_of = "{page}", .watermark = words};
    add_text("Body.");
}

/* A white card on a panel over the whole body. */
static void add_panel(void) {
    struct scene *drawing = scene_new(arena);
    const uint32_t page = scene_add_page(drawing, MM(174), MM(220), "1");
    const struct pen pen = {drawing, page, SCENE_ARTIFACT};
    draw_rect(pen, (struct rect){0, 0, MM(174), MM(220)}, GROUND);
    draw_rect(pen, (struct rect){MM(60), MM(80), MM(60), MM(60)}, WHITE);
    struct block *block = block_add(document, &section->blocks, BLOCK_DRAWING);
    block->drawing = drawing;
    block->width = MM(174);
    block->height = MM(220);
    block->alt = "A panel.";
}

static const struct scene_item *item_at(const struct scene *scene, size_t i) {
    return &scene->pages.items[0].items.items[i];
}

static const struct scene_item *filled_with(const struct scene *scene, uint32_t colour) {
    size_t i = 0;
    while (item_at(scene, i)->kind != SCENE_PATH || item_at(scene, i)->as.path->fill != colour)
        assert_true(++i < scene->pages.items[0].items.count);
    return item_at(scene, i);
}

static bool inside(struct rect inner, struct rect outer) {
    return inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.w <= outer.x + outer.w &&
           inner.y + inner.h <= outer.y + outer.h;
}

static void words_lie_from_corner_to_corner_behind_all_else(void **state) {
    (void)state;
    mark_pages("DRAFT");
    const struct scene *scene = laid_out();
    const struct scene_item *first = item_at(scene, 0);
    assert_int_equal(first->kind, SCENE_PATH);
    assert_int_equal(first->element, SCENE_ARTIFACT);
    const struct rect box = path_box(first->as.path);
    assert_true(inside(box, (struct rect){0, 0, MM(210), MM(297)}));
    assert_true(box.w > MM(90) && box.h > MM(120));
    assert_near(box.x + box.w / 2, MM(105), MM(6));
    assert_near(box.y + box.h / 2, MM(148.5), MM(6));
    assert_null(find_word(scene, 0, "DRAFT"));
}

static void secondary_words_keep_their_contrast_on_them(void **state) {
    (void)state;
    mark_pages("DRAFT");
    const uint32_t colour = item_at(laid_out(), 0)->as.path->fill;
    assert_true(colour_contrast(colour, GREY) >= 4.5);
    assert_true(colour_contrast(colour, WHITE) >= 1.15); /* and are seen */
}

static void long_words_fit_the_page(void **state) {
    (void)state;
    mark_pages("NOT FOR VOTING, FOR THE COMMENT OF THE COMMITTEE ALONE AND NOBODY BESIDE IT");
    const struct rect box = path_box(item_at(laid_out(), 0)->as.path);
    assert_true(inside(box, (struct rect){0, 0, MM(210), MM(297)}));
}

static void they_go_on_through_panels_and_cards(void **state) {
    (void)state;
    mark_pages("DRAFT");
    add_panel();
    const struct scene *scene = laid_out();
    const struct scene_item *panel = filled_with(scene, GROUND);
    const struct scene_item *card = filled_with(scene, WHITE);
    assert_int_equal(panel[1].element, SCENE_ARTIFACT);
    assert_true(panel[1].as.path->fill < GROUND && card[1].as.path->fill < WHITE);
    assert_true(colour_contrast(panel[1].as.path->fill, GREY) >= 4.5);
    assert_int_equal(card[1].as.path->fill, item_at(scene, 0)->as.path->fill);
    assert_true(inside(path_box(panel[1].as.path), path_box(panel->as.path)));
    assert_true(inside(path_box(card[1].as.path), path_box(card->as.path)));
}

static void pages_without_words_have_none(void **state) {
    (void)state;
    mark_pages(NULL);
    add_panel();
    const struct scene *scene = laid_out();
    assert_ptr_equal(filled_with(scene, WHITE), filled_with(scene, GROUND) + 1);
}

static void pages_from_the_right_have_the_same_words(void **state) {
    (void)state;
    mark_pages("DRAFT");
    const struct rect left = path_box(item_at(laid_out(), 0)->as.path);
    document->language = "ar";
    const struct rect right = path_box(item_at(laid_out(), 0)->as.path);
    assert_memory_equal(&left, &right, sizeof left);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        CASE(words_lie_from_corner_to_corner_behind_all_else),
        CASE(secondary_words_keep_their_contrast_on_them),
        CASE(long_words_fit_the_page),
        CASE(they_go_on_through_panels_and_cards),
        CASE(pages_without_words_have_none),
        CASE(pages_from_the_right_have_the_same_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

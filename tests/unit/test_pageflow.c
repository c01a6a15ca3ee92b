#include "layout/pageflow.h"
#include "placecase.h"

static void every_line_is_placed_once_inside_the_body(void **state) {
    (void)state;
    add_lines(100);
    const struct pagination *p = made();
    const struct page_geometry g = layout_geometry(PAPER_A4, PORTRAIT);
    assert_int_equal(p->placements.count, 100);
    assert_int_equal(p->pages.count, 3);
    for (size_t i = 0; i < 100; i++) {
        assert_true(placed(p, i)->y >= g.body_top);
        assert_true(placed(p, i)->y + placed(p, i)->item->height <= g.body_bottom);
        assert_int_equal(placed(p, i)->x, g.margin);
    }
    assert_int_equal(placed(p, 0)->y, g.body_top);
}

static void a_place_on_the_page_is_kept(void **state) {
    (void)state;
    add_lines(1);
    block_add(document, &section->blocks, BLOCK_AT)->height = MM(138);
    add_text("There.");
    assert_int_equal(placed(made(), 1)->y, MM(138));
}

static void blocks_inside_a_panel_are_placed_inside_it(void **state) {
    (void)state;
    struct block *panel = block_add(document, &section->blocks, BLOCK_PANEL);
    block_text(document, &panel->children, STYLE_BODY, "Inside.")->anchor = "inside";
    const struct pagination *p = made();
    assert_int_equal(p->placements.count, 2);
    assert_true(placed(p, 1)->x > placed(p, 0)->x);
    assert_true(placed(p, 1)->y > placed(p, 0)->y);
    assert_int_equal(composer_find(&composer, "inside")->y, placed(p, 1)->y);
}

int main(void) {
    const struct CMUnitTest tests[] = {CASE(every_line_is_placed_once_inside_the_body),
                                       CASE(a_place_on_the_page_is_kept),
                                       CASE(blocks_inside_a_panel_are_placed_inside_it)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "layout/balance.h"
#include "layoutcase.h"

static struct galley *galley_of(const mp *heights, size_t count) {
    struct galley *galley = arena_alloc(arena, sizeof *galley);
    for (size_t i = 0; i < count; i++)
        galley_add(&composer, galley, GALLEY_LINE, i > 0 ? 2 : 0)->height = heights[i];
    return galley;
}

static void a_column_takes_what_fits(void **state) {
    (void)state;
    const mp heights[] = {10, 10, 10, 10};
    struct galley *galley = galley_of(heights, 4);
    assert_int_equal(balance_end(galley, 0, 34), 3);
    assert_int_equal(balance_end(galley, 0, 33), 2);
    assert_int_equal(balance_end(galley, 1, 22), 3); /* no distance above the first */
    assert_int_equal(balance_end(galley, 0, 100), 4);
}

static void what_stays_together_is_not_parted(void **state) {
    (void)state;
    const mp heights[] = {10, 10, 10, 10};
    struct galley *galley = galley_of(heights, 4);
    galley->items.items[1].keep = true;
    assert_int_equal(balance_end(galley, 0, 22), 1);
    galley->items.items[0].keep = true;
    assert_int_equal(balance_end(galley, 0, 22), 2); /* nothing better is possible */
    galley->items.items[3].keep = true;
    assert_int_equal(balance_end(galley, 0, 100), 4);
}

static void something_is_always_taken(void **state) {
    (void)state;
    const mp heights[] = {50, 10};
    assert_int_equal(balance_end(galley_of(heights, 2), 0, 20), 1);
}

static void columns_are_about_equally_high(void **state) {
    (void)state;
    const mp heights[] = {1000, 1000, 1000, 1000, 1000, 1000, 1000};
    struct galley *galley = galley_of(heights, 7);
    assert_near(balance_height(galley, 0, 2), 4006, 210);
    assert_near(balance_height(galley, 0, 3), 3004, 210);
    assert_near(balance_height(galley, 3, 2), 2002, 210);
    assert_int_equal(balance_height(galley, 0, 9), 1000);
    assert_near(balance_height(galley, 0, 1), 7012, 210);
}

static void the_height_found_is_enough(void **state) {
    (void)state;
    unsigned long random = 3;
    for (int round = 0; round < 200; round++) {
        mp heights[20];
        for (size_t i = 0; i < 20; i++) {
            random = random * 1103515245u + 12345u;
            heights[i] = (mp)(1000 + random / 65536 % 20000);
        }
        struct galley *galley = galley_of(heights, 20);
        for (size_t i = 0; i < 20; i += 3)
            galley->items.items[i].keep = true;
        const mp height = balance_height(galley, 0, 3);
        size_t at = 0;
        for (int column = 0; column < 3 && at < 20; column++)
            at = balance_end(galley, at, height);
        assert_int_equal(at, 20);
    }
}

static void text_runs_through_columns_and_pages(void **state) {
    (void)state;
    struct block *block = block_add(document, &section->blocks, BLOCK_BALANCED);
    for (int i = 0; i < 31; i++)
        block_text(document, &block->children, STYLE_BODY, arena_printf(arena, "L%d", i));
    const struct scene *scene = laid_out();
    assert_int_equal(scene->pages.count, 1);
    const struct scene_item *first = the_word(scene, 0, "L0", 0);
    const struct scene_item *next = the_word(scene, 0, "L16", 0);
    assert_int_equal(first->as.text.y, next->as.text.y);
    assert_int_equal(next->as.text.x - first->as.text.x, (MM(174) + MM(6)) / 2);
    add_text("After.");
    const mp after = the_word(laid_out(), 0, "After.", 0)->as.text.y;
    assert_true(after > the_word(scene, 0, "L15", 0)->as.text.y);
    /* More than a page: full columns, then balanced ones. */
    for (int i = 31; i < 100; i++)
        block_text(document, &block->children, STYLE_BODY, arena_printf(arena, "L%d", i));
    scene = laid_out();
    assert_int_equal(scene->pages.count, 2);
    size_t words[2] = {0, 0};
    for (int i = 0; i < 100; i++)
        for (uint32_t page = 0; page < 2; page++)
            words[page] += count_words(scene, page, arena_printf(arena, "L%d", i));
    assert_int_equal(words[0] + words[1], 100);
    assert_true(words[0] > 60 && words[1] > 10);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        CASE(a_column_takes_what_fits),   CASE(what_stays_together_is_not_parted),
        CASE(something_is_always_taken),  CASE(columns_are_about_equally_high),
        CASE(the_height_found_is_enough), CASE(text_runs_through_columns_and_pages)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

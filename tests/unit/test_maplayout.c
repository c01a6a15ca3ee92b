#include "mapfixture.h"
#include "report/maplayout.h"

static void a_box_is_filled_and_has_no_border(void **state) {
    (void)state;
    struct arena *arena = arena_new(0, NULL, NULL);
    struct map_layout layout = {0};
    struct rect rect = {1, 2, 3, 4};
    maplayout_box(arena, &layout, HOLDER_CARD, 6, rect, 1, WHITE);
    struct map_piece *box = maplayout_box(arena, &layout, HOLDER_LINK, 7, rect, 5, GREY);
    assert_int_equal(layout.pieces.count, 2);
    assert_ptr_equal(box, &layout.pieces.items[1]);
    assert_int_equal(box->kind, PIECE_BOX);
    assert_int_equal(box->holder, HOLDER_LINK);
    assert_int_equal(box->index, 7);
    assert_memory_equal(&box->rect, &rect, sizeof rect);
    assert_int_equal(box->radius, 5);
    assert_int_equal(box->fill, GREY);
    assert_int_equal(box->stroke, COLOUR_NONE);
    assert_int_equal(box->width, 0);
    arena_free(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_box_is_filled_and_has_no_border),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

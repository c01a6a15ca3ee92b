#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/glyphshape.h"
#include "text/shape.h"

static struct arena *arena;
static struct fontset *fonts;

static int setup(void **state) {
    (void)state;
    arena = arena_new(0, NULL, NULL);
    fonts = fontset_open(arena, diags_new(arena));
    return fonts ? 0 : 1;
}

static int teardown(void **state) {
    (void)state;
    arena_free(arena);
    return 0;
}

static struct glyphshape shape_of(const char *text) {
    const struct run *run = shape_text(fonts, FONT_REGULAR, text, 1, NULL, NULL)->runs[0];
    struct glyphshape shape;
    assert_true(glyphshape_of(arena, run->face, run->glyphs[0].id, &shape));
    return shape;
}

static size_t count(const struct glyphshape *shape, char letter) {
    size_t found = 0;
    for (size_t i = 0; i < shape->strokes.count; i++)
        found += shape->strokes.items[i].letter == letter;
    return found;
}

static void a_letter_has_a_contour_for_each_edge_and_closes_it(void **state) {
    (void)state;
    const struct glyphshape o = shape_of("o"), l = shape_of("l");
    assert_int_equal(count(&o, 'M'), 2);
    assert_int_equal(count(&o, 'Z'), 2);
    assert_true(count(&o, 'Q') > 4);
    assert_int_equal(count(&l, 'M'), 1);
    assert_int_equal(o.strokes.items[0].letter, 'M');
}

static void a_blank_has_none(void **state) {
    (void)state;
    assert_int_equal(shape_of(" ").strokes.count, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_letter_has_a_contour_for_each_edge_and_closes_it),
        cmocka_unit_test(a_blank_has_none),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}

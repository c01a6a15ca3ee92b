/* fontcase: tests that need an arena and the fonts: FONT_TEST(name) gives each its own. */
#ifndef TESTS_UNIT_FONTCASE_H
#define TESTS_UNIT_FONTCASE_H

#include "unit/arenacase.h"

#include "text/fontset.h"

static struct fontset *fonts;

static int fontcase_begin(void **state) {
    arenacase_begin(state);
    fonts = fontset_open(arena, diags_new(arena));
    return fonts ? 0 : -1;
}

#define FONT_TEST(name) cmocka_unit_test_setup_teardown(name, fontcase_begin, arenacase_end)

#endif

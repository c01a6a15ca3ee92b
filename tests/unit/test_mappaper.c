#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "report/mappaper.h"

/* By their standards, in tenths of a millimetre. */
static const struct {
    const char *name;
    int64_t width, height;
} papers[MAP_PAPERS] = {{"A4", 2970, 2100}, {"A3", 4200, 2970},     {"A2", 5940, 4200},
                        {"A1", 8410, 5940}, {"Letter", 2794, 2159}, {"Tabloid", 4318, 2794}};

static void sheets_have_the_millimetres_of_their_standard(void **state) {
    (void)state;
    for (int i = 0; i < MAP_PAPERS; i++) {
        const struct map_sheet sheet = mappaper_sheet((enum map_paper)i, false);
        assert_string_equal(sheet.name, papers[i].name);
        assert_int_equal(sheet.width, (papers[i].width * 72000 * 2 + 254) / (2 * 254));
        assert_int_equal(sheet.height, (papers[i].height * 72000 * 2 + 254) / (2 * 254));
    }
}

static void a_board_has_the_proportions_of_its_paper(void **state) {
    (void)state;
    for (int i = 0; i < MAP_PAPERS; i++) {
        const struct map_sheet sheet = mappaper_sheet((enum map_paper)i, false);
        const int64_t a = (int64_t)sheet.board_width * sheet.height;
        const int64_t b = (int64_t)sheet.board_height * sheet.width;
        assert_int_equal(sheet.board_width, MM(420));
        /* The ISO papers are rounded to millimetres: up to one in a thousand. */
        assert_true((a > b ? a - b : b - a) * 800 < a);
    }
}

static void an_upright_sheet_is_the_broad_one_on_its_side(void **state) {
    (void)state;
    for (int i = 0; i < MAP_PAPERS; i++) {
        const struct map_sheet broad = mappaper_sheet((enum map_paper)i, false);
        const struct map_sheet upright = mappaper_sheet((enum map_paper)i, true);
        assert_int_equal(upright.width, broad.height);
        assert_int_equal(upright.height, broad.width);
        assert_int_equal(upright.board_width, broad.board_height);
        assert_int_equal(upright.board_height, broad.board_width);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sheets_have_the_millimetres_of_their_standard),
        cmocka_unit_test(a_board_has_the_proportions_of_its_paper),
        cmocka_unit_test(an_upright_sheet_is_the_broad_one_on_its_side)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/fontset.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define SCRIPT(a, b, c, d)                                                                         \
    ((uint32_t)(a) << 24 | (uint32_t)(b) << 16 | (uint32_t)(c) << 8 | (uint32_t)(d))

static const char *program;
static struct arena *arena;
static struct diags *diags;

static int setup(void **state) {
    (void)state;
    arena = arena_new(0, NULL, NULL);
    diags = diags_new(arena);
    return 0;
}

static int teardown(void **state) {
    (void)state;
    unsetenv("BOARDPACK_FONTS");
    arena_free(arena);
    return 0;
}

static void roles_resolve_to_four_weights_of_one_family(void **state) {
    (void)state;
    struct fontset *fonts = fontset_open(arena, diags);
    assert_non_null(fonts);
    static const int weights[] = {400, 600, 700, 700, 800};
    for (int role = 0; role < FONT_ROLES; role++) {
        const struct face *face = fontset_face(fonts, (enum font_role)role);
        assert_string_equal(face->family, "Lato");
        assert_int_equal(face->css_weight, weights[role]);
        assert_ptr_equal(fontset_at(fonts, (size_t)face->index), face);
        assert_true(face->ascent > 0 && face->descent < 0);
        assert_true(face->cap_height > face->x_height && face->x_height > 0);
    }
    assert_string_equal(fontset_face(fonts, FONT_SEMIBOLD)->postscript, "Lato-Semibold");
    assert_int_equal(fontset_count(fonts), 4);
    assert_int_equal(diags_count(diags, DIAG_NOTE), 0);
}

static void a_fallback_is_opened_once_and_on_first_use(void **state) {
    (void)state;
    struct fontset *fonts = fontset_open(arena, diags);
    const uint32_t hebrew = SCRIPT('H', 'e', 'b', 'r');
    const struct face *face = fontset_fallback(fonts, FONT_REGULAR, 0x5D0, hebrew, NULL);
    assert_non_null(face);
    assert_string_equal(face->family, "Noto Sans Hebrew");
    assert_int_equal(fontset_count(fonts), 5);
    assert_ptr_equal(fontset_fallback(fonts, FONT_REGULAR, 0x5D1, hebrew, "he"), face);
    assert_int_equal(fontset_count(fonts), 5);
    const struct face *bold = fontset_fallback(fonts, FONT_HEAVY, 0x5D0, hebrew, NULL);
    assert_int_equal(bold->css_weight, 700);
    assert_null(fontset_fallback(fonts, FONT_REGULAR, 0xE123, SCRIPT('Z', 'z', 'z', 'z'), NULL));
}

static void scripts_that_share_a_face_of_a_file_share_it_here_too(void **state) {
    (void)state;
    struct fontset *fonts = fontset_open(arena, diags);
    const uint32_t hira = SCRIPT('H', 'i', 'r', 'a'), kana = SCRIPT('K', 'a', 'n', 'a');
    const uint32_t hani = SCRIPT('H', 'a', 'n', 'i');
    const struct face *face = fontset_fallback(fonts, FONT_REGULAR, 0x3042, hira, "ja");
    if (!face)
        skip(); /* these fonts are optional */
    const size_t count = fontset_count(fonts);
    assert_ptr_equal(fontset_fallback(fonts, FONT_REGULAR, 0x30A2, kana, "ja"), face);
    assert_ptr_equal(fontset_fallback(fonts, FONT_REGULAR, 0x65E5, hani, "ja"), face);
    assert_int_equal(fontset_count(fonts), count);
    assert_ptr_not_equal(fontset_fallback(fonts, FONT_REGULAR, 0x65E5, hani, "zh"), face);
}

static void symbols_are_found_whatever_their_script(void **state) {
    (void)state;
    struct fontset *fonts = fontset_open(arena, diags);
    const struct face *face =
        fontset_fallback(fonts, FONT_BOLD, 0x2713, SCRIPT('L', 'a', 't', 'n'), NULL);
    assert_non_null(face);
    assert_true(fontset_covers(face, 0x2713));
}

static void coverage_counts_what_shaping_can_compose(void **state) {
    (void)state;
    struct fontset *fonts = fontset_open(arena, diags);
    const struct face *face = fontset_face(fonts, FONT_REGULAR);
    assert_true(fontset_covers(face, 'A'));
    assert_true(fontset_covers(face, 0x2009)); /* thin space */
    assert_true(fontset_covers(face, 0x2011)); /* hard hyphen, from the hyphen */
    assert_false(fontset_covers(face, 0x5D0));
    assert_false(fontset_covers(face, '\n'));
    assert_false(fontset_covers(face, 0xFFFFFF));
}

static void a_file_in_the_named_directory_goes_first_and_must_be_a_font(void **state) {
    (void)state;
    char *directory = arena_printf(arena, "%s.XXXXXX", program);
    assert_non_null(mkdtemp(directory));
    const char *path = arena_printf(arena, "%s/Lato-Bold.ttf", directory);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs("this is no font", file);
    fclose(file);
    setenv("BOARDPACK_FONTS", arena_printf(arena, "::/nowhere:%s", directory), 1);
    assert_null(fontset_open(arena, diags));
    size_t count = 0;
    const struct diag *all = diags_sorted(diags, &count);
    assert_int_equal(count, 1);
    assert_int_equal(all[0].code, BP9020);
    assert_non_null(strstr(all[0].message, "Lato-Bold.ttf"));
    unlink(path);
    rmdir(directory);
}

static void the_installed_files_are_the_listed_ones(void **state) {
    (void)state;
    struct fontset *fonts = fontset_open(arena, diags);
    fontset_compare(fonts, diags);
    /* Another distribution may differ; then each finding is the warning about it. */
    size_t count = 0;
    const struct diag *all = diags_sorted(diags, &count);
    for (size_t i = 0; i < count; i++)
        assert_int_equal(all[i].code, BP9021);
    assert_true(count <= FONT_ROLES);
}

int main(int count, char **values) {
    (void)count;
    program = values[0];
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(roles_resolve_to_four_weights_of_one_family, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_fallback_is_opened_once_and_on_first_use, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(scripts_that_share_a_face_of_a_file_share_it_here_too,
                                        setup, teardown),
        cmocka_unit_test_setup_teardown(symbols_are_found_whatever_their_script, setup, teardown),
        cmocka_unit_test_setup_teardown(coverage_counts_what_shaping_can_compose, setup, teardown),
        cmocka_unit_test_setup_teardown(a_file_in_the_named_directory_goes_first_and_must_be_a_font,
                                        setup, teardown),
        cmocka_unit_test_setup_teardown(the_installed_files_are_the_listed_ones, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/file.h"
#include "text/housefont.h"
#include "text/shape.h"
#include <stdio.h>
#include <string.h>

static struct arena *arena;
static struct diags *diags;

/* A font of another family that the program's own packages hold, to be spoiled. */
static char *bytes;
static size_t length;

static int setup(void **state) {
    (void)state;
    arena = arena_new(0, NULL, NULL);
    diags = diags_new(arena);
    struct fontset *fonts = fontset_open(arena, diags);
    const char *path = fontset_face(fonts, FONT_REGULAR)->file, *why;
    return file_read(arena, path, HOUSEFONT_BYTES_MOST, &bytes, &length, &why) == FILE_OK ? 0 : 1;
}

static int teardown(void **state) {
    (void)state;
    arena_free(arena);
    return 0;
}

static unsigned char *entry(const char *tag) {
    unsigned char *at = (unsigned char *)bytes + 12;
    while (memcmp(at, tag, 4) != 0)
        at += 16;
    return at;
}

static unsigned char *table(const char *tag) {
    const unsigned char *at = entry(tag);
    return (unsigned char *)bytes +
           ((size_t)at[8] << 24 | (size_t)at[9] << 16 | (size_t)at[10] << 8 | at[11]);
}

static void faulty(const char *words) {
    const char *fault = housefont_fault(arena, bytes, length);
    assert_non_null(fault);
    if (!strstr(fault, words))
        fail_msg("'%s' instead of '%s'", fault, words);
}

static void a_sound_font_passes_and_tells_its_weight(void **state) {
    (void)state;
    assert_null(housefont_fault(arena, bytes, length));
    assert_int_equal(housefont_weight(bytes, length), 400);
}

static void other_files_are_told_apart_BP5027(void **state) {
    (void)state;
    memcpy(bytes, "ttcf", 4);
    faulty("collection");
    memcpy(bytes, "wOF2", 4);
    faulty("for the web");
    memcpy(bytes, "%PDF", 4);
    faulty("no TrueType or OpenType");
    length = 11;
    faulty("no TrueType or OpenType");
}

static void tables_outside_the_file_are_damage(void **state) {
    (void)state;
    entry("glyf")[8] = 0xFF;
    faulty("damaged");
}

static void a_cut_file_is_damaged_wherever_it_is_cut(void **state) {
    (void)state;
    const size_t whole = length;
    for (size_t cut = 12; cut + 4 < whole; cut += whole / 97) {
        char *part = arena_alloc(arena, cut); /* so that a sanitizer sees its end */
        memcpy(part, bytes, cut);
        assert_non_null(housefont_fault(arena, part, cut));
    }
}

static void what_pages_need_must_be_there(void **state) {
    (void)state;
    memcpy(entry("cmap"), "cmaq", 4);
    faulty("'cmap' is missing");
    memcpy(entry("cmaq"), "cmap", 4);
    memcpy(entry("glyf"), "glyg", 4);
    faulty("no outlines");
}

static void a_variable_font_is_refused(void **state) {
    (void)state;
    memcpy(entry("GPOS"), "fvar", 4);
    faulty("variable");
}

static void what_may_not_be_embedded_is_refused(void **state) {
    (void)state;
    table("OS/2")[9] = 2;
    faulty("forbids to embed it");
    table("OS/2")[9] = 4; /* preview and print */
    assert_null(housefont_fault(arena, bytes, length));
    table("OS/2")[8] = 1;
    faulty("a part of it");
    table("OS/2")[8] = 2;
    faulty("forbids to embed it");
}

static void impossible_measures_are_refused(void **state) {
    (void)state;
    table("hhea")[4] = 0x80;
    faulty("height of its lines");
    table("hhea")[4] = 0x07;
    table("head")[18] = 0;
    table("head")[19] = 1;
    faulty("damaged");
}

static void a_font_without_letters_is_refused(void **state) {
    (void)state;
    memset(table("cmap"), 0, 4);
    faulty("it has no letter ' '");
}

/* Whatever passes can be opened and shaped with. */
static void spoiled_fonts_are_refused_or_harmless(void **state) {
    (void)state;
    uint32_t random = 7;
    char *own = arena_alloc(arena, length);
    for (int round = 0; round < 40; round++) {
        memcpy(own, bytes, length);
        for (int i = 0; i < 60; i++) {
            random = random * 1664525u + 1013904223u;
            own[(random >> 4) % (i < 8 ? 600 : length)] ^= (char)(1u << (random >> 29));
        }
        if (housefont_fault(arena, own, length))
            continue;
        const struct housefont file = {.path = "own.ttf", .bytes = own, .length = length};
        const struct font_house house = {{[FONT_REGULAR] = &file, [FONT_HEAVY] = &file}};
        struct fontset *fonts = fontset_open_house(arena, &house, diags);
        assert_ptr_equal(fontset_face(fonts, FONT_REGULAR)->file, file.path);
        shape_measure(fonts, FONT_REGULAR, PT(9), "AVATAR officially 1,234.5", diags);
    }
}

static void a_house_font_stands_for_its_role_and_others_for_what_it_lacks_BP5029(void **state) {
    (void)state;
    const struct housefont file = {
        .path = "own.ttf", .bytes = bytes, .length = length, .place = {.file = "t.xml", .line = 7}};
    const struct font_house house = {{[FONT_REGULAR] = &file, [FONT_HEADING] = &file}};
    struct fontset *fonts = fontset_open_house(arena, &house, diags);
    const struct face *own = fontset_face(fonts, FONT_REGULAR);
    assert_string_equal(own->file, "own.ttf");
    assert_string_equal(own->family, "Lato 2"); /* drawings tell it from the usual one */
    assert_ptr_equal(fontset_face(fonts, FONT_HEADING), own);
    assert_string_equal(fontset_face(fonts, FONT_BOLD)->postscript, "Lato-Bold");
    fontset_lacks(fonts, diags);
    assert_int_equal(diags_count(diags, DIAG_NOTE), 0);
    const struct shaped *shaped =
        shape_text(fonts, FONT_REGULAR, "a \u05d0", strlen("a \u05d0"), NULL, diags);
    assert_ptr_equal(shaped->runs[0]->face, own);
    for (int i = 0; i < 2; i++)
        fontset_lacks(fonts, diags);
    size_t count;
    const struct diag *all = diags_sorted(diags, &count);
    assert_int_equal(count, 1);
    assert_int_equal(all[0].code, BP5029);
    assert_int_equal(all[0].place.line, 7);
    assert_non_null(strstr(all[0].hint, "U+05D0"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_sound_font_passes_and_tells_its_weight, setup, teardown),
        cmocka_unit_test_setup_teardown(other_files_are_told_apart_BP5027, setup, teardown),
        cmocka_unit_test_setup_teardown(tables_outside_the_file_are_damage, setup, teardown),
        cmocka_unit_test_setup_teardown(a_cut_file_is_damaged_wherever_it_is_cut, setup, teardown),
        cmocka_unit_test_setup_teardown(what_pages_need_must_be_there, setup, teardown),
        cmocka_unit_test_setup_teardown(a_variable_font_is_refused, setup, teardown),
        cmocka_unit_test_setup_teardown(what_may_not_be_embedded_is_refused, setup, teardown),
        cmocka_unit_test_setup_teardown(impossible_measures_are_refused, setup, teardown),
        cmocka_unit_test_setup_teardown(a_font_without_letters_is_refused, setup, teardown),
        cmocka_unit_test_setup_teardown(spoiled_fonts_are_refused_or_harmless, setup, teardown),
        cmocka_unit_test_setup_teardown(
            a_house_font_stands_for_its_role_and_others_for_what_it_lacks_BP5029, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

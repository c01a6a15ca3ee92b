#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "output/svg.h"
#include "output/svgglyphs.h"
#include "unit/scenes.h"
#include <stdlib.h>

#include "unit/fontcase.h" /* last: others use these names for parameters */

static const char *render(const struct scene *scene) {
    struct textbuf out;
    const char *why = NULL;
    textbuf_init(&out, arena);
    if (!svg_render(arena, scene, 0, SVG_OUTLINES, &out, &why))
        fail_msg("%s", why);
    return textbuf_text(&out);
}

static const struct scene *line(const char *text, mp size) {
    struct scenes s = {.arena = arena, .fonts = fonts, .scene = scene_new(arena)};
    s.scene->title = "Line";
    s.page = scene_add_page(s.scene, PT(300), PT(100), "1");
    scenes_text(&s, SCENE_ARTIFACT, FONT_REGULAR, text, PT(30), PT(60), size);
    return s.scene;
}

static size_t occurrences(const char *text, const char *part) {
    size_t count = 0;
    for (const char *at = text; (at = strstr(at, part)); at++)
        count++;
    return count;
}

static void no_text_and_no_font_is_left(void **state) {
    (void)state;
    const char *svg = render(scenes_map(arena, fonts, NULL));
    assert_null(strstr(svg, "<text"));
    assert_null(strstr(svg, "@font-face"));
    assert_non_null(strstr(svg, "<title id=\"t\">"));
    assert_non_null(strstr(svg, "<use xlink:href=\"#glyph-"));
}

static void a_glyph_is_defined_once_and_used_wherever_it_stands(void **state) {
    (void)state;
    const char *svg = render(line("noon", PT(12)));
    assert_int_equal(occurrences(svg, "<path id="), 2);
    assert_int_equal(occurrences(svg, "<use "), 4);
}

static void a_line_is_named_by_its_words(void **state) {
    (void)state;
    const char *svg = render(line("a < b & c", PT(12)));
    assert_non_null(strstr(svg, "<g role=\"img\" aria-label=\"a &lt; b &amp; c\""));
    /* Blanks are passed over. */
    assert_int_equal(occurrences(svg, "<use "), 5);
}

/* 12 pt are 16 pixels; the y of fonts goes up. */
static void letters_have_the_size_of_the_text(void **state) {
    (void)state;
    const int32_t upem = fontset_face(fonts, FONT_REGULAR)->upem;
    const char *svg = render(line("x", PT(12)));
    const char *matrix = strstr(svg, "matrix(");
    assert_non_null(matrix);
    char *end;
    const double across = strtod(matrix + 7, &end), skew = strtod(end, &end);
    const double up = strtod(end, &end), down = strtod(end, &end);
    const double x = strtod(end, &end), y = strtod(end, &end);
    assert_true(across * upem > 15.9999 && across * upem < 16.0001);
    assert_true(down == -across && skew == 0 && up == 0);
    assert_true(x == 40 && y == 80);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_text_and_no_font_is_left),
        cmocka_unit_test(a_glyph_is_defined_once_and_used_wherever_it_stands),
        cmocka_unit_test(a_line_is_named_by_its_words),
        cmocka_unit_test(letters_have_the_size_of_the_text)};
    return cmocka_run_group_tests(tests, fontcase_begin, arenacase_end);
}

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "output/svg.h"
#include "unit/scenes.h"
#include <stdio.h>

#include "unit/fontcase.h" /* last: others use these names for parameters */

static const char *program;

static const char *render(const struct scene *scene) {
    struct textbuf out;
    const char *why = NULL;
    textbuf_init(&out, arena);
    if (!svg_render(arena, scene, 0, SVG_TEXT, &out, &why))
        fail_msg("%s", why);
    return textbuf_text(&out);
}

static void assert_has(const char *svg, const char *part) {
    if (!strstr(svg, part))
        fail_msg("no '%s'", part);
}

static size_t occurrences(const char *text, const char *part) {
    size_t count = 0;
    for (const char *at = text; (at = strstr(at, part)); at++)
        count++;
    return count;
}

static void a_map_is_rendered_and_kept_for_the_checkers(void **state) {
    (void)state;
    const char *svg = render(scenes_map(arena, fonts, diags_new(arena)));
    FILE *file = fopen(arena_printf(arena, "%s.svg", program), "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(svg, 1, strlen(svg), file), strlen(svg));
    fclose(file);
    assert_has(svg, "width=\"297mm\" height=\"210mm\" viewBox=\"0 0 1122.52 793.7\"");
    assert_has(svg, "role=\"graphics-document document\" aria-labelledby=\"t\"");
    assert_has(svg,
               "<title id=\"t\">Strategy map &lt;Blood &amp; more&gt;</title>\n<desc id=\"d\">");
}

static void a_line_of_words_is_one_text(void **state) {
    (void)state;
    const char *svg = render(scenes_map(arena, fonts, NULL));
    assert_has(svg, ">An efficient office affords AV</text>");
    assert_has(svg, ">waves</text>");
    assert_int_equal(occurrences(svg, ">Financial</text>"), 1);
    assert_has(svg, "font-weight=\"600\" fill=\"#16202c\">An efficient");
    assert_has(svg, "font-family=\"'Noto Sans Hebrew',");
    assert_int_equal(occurrences(svg, "textLength"), 0);
}

static void groups_carry_names_roles_and_unique_ids(void **state) {
    (void)state;
    const char *svg = render(scenes_map(arena, fonts, NULL));
    assert_has(svg, "<g id=\"band-fin\" role=\"graphics-object group\" aria-label=\"Financial\">");
    assert_has(svg, "<g id=\"obj-F0\" class=\"card green\" role=\"graphics-symbol img\" "
                    "data-status=\"green\" tabindex=\"0\">\n<title>An efficient");
    assert_has(svg, "<g id=\"obj-F0-2\"");
    assert_has(svg, "<desc>On track &amp; &lt;rising&gt;</desc>");
    assert_int_equal(occurrences(svg, "inkscape:groupmode=\"layer\""), 3);
    assert_int_equal(occurrences(svg, "<g"), occurrences(svg, "</g>"));
    assert_has(svg, "<a xlink:href=\"https://example.org/F1?a=1&amp;b=2\"");
    assert_int_equal(occurrences(svg, "</a>"), 1);
}

static void shapes_stay_shapes(void **state) {
    (void)state;
    const char *svg = render(scenes_map(arena, fonts, NULL));
    assert_int_equal(occurrences(svg, "<circle"), 4);
    assert_has(svg, "<rect x=\"188.98\" y=\"151.18\" width=\"226.77\" height=\"75.59\" rx=\"6.05\" "
                    "fill=\"#ffffff\" stroke=\"#c6cfd9\" stroke-width=\"1.06\"/>");
    assert_has(svg, "stroke-dasharray=\"6.43 4.54\"");
    assert_int_equal(occurrences(svg, "<path"), 2);
}

static void the_fonts_in_use_travel_along(void **state) {
    (void)state;
    const char *svg = render(scenes_map(arena, fonts, NULL));
    assert_int_equal(occurrences(svg, "@font-face"), 5);
    assert_has(svg, "font-family:'Lato';font-weight:800;src:url(data:font/woff;base64,d09GR");
}

static void hostile_words_cannot_leave_their_element(void **state) {
    (void)state;
    struct scene *scene = scene_new(arena);
    scene->title = "</title><script>alert(1)</script>";
    scene->language = "en\" onload=\"x";
    scene_add_page(scene, PT(100), PT(100), NULL);
    struct scene_group group = {.id = "\"><script>", .title = "</g>]]>", .href = "javascript:x"};
    scene_group_begin(scene, 0, group);
    scene_group_end(scene, 0);
    const char *svg = render(scene);
    assert_int_equal(occurrences(svg, "<script"), 0);
    assert_int_equal(occurrences(svg, "onload=\""), 0);
    assert_int_equal(occurrences(svg, "<a"), 0);
    assert_has(svg, "<g id=\"id----script-\"");
}

static void the_same_scene_gives_the_same_bytes(void **state) {
    (void)state;
    const char *first = render(scenes_map(arena, fonts, NULL));
    struct arena *other = arena_new(0, NULL, NULL);
    struct fontset *others = fontset_open(other, diags_new(other));
    shape_measure(others, FONT_HEAVY, PT(9), "\u0645 other words", NULL);
    assert_string_equal(render(scenes_map(other, others, NULL)), first);
    arena_free(other);
}

int main(int count, char **values) {
    (void)count;
    program = values[0];
    const struct CMUnitTest tests[] = {
        FONT_TEST(a_map_is_rendered_and_kept_for_the_checkers),
        FONT_TEST(a_line_of_words_is_one_text),
        FONT_TEST(groups_carry_names_roles_and_unique_ids),
        FONT_TEST(shapes_stay_shapes),
        FONT_TEST(the_fonts_in_use_travel_along),
        FONT_TEST(hostile_words_cannot_leave_their_element),
        FONT_TEST(the_same_scene_gives_the_same_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "output/svg.h"
#include "output/svgtext.h"
#include <string.h>

#include "unit/fontcase.h" /* last: others use these names for parameters */

static struct scene *page(void) {
    struct scene *scene = scene_new(arena);
    scene_add_page(scene, PT(400), PT(200), NULL);
    return scene;
}

static void add(struct scene *scene, const char *text, mp x, mp y) {
    scene_add_shaped(scene, 0, SCENE_ROOT,
                     shape_text(fonts, FONT_SEMIBOLD, text, strlen(text), "en", NULL), x, y, PT(10),
                     0);
}

/* A group of lines 12 pt apart. */
static void add_group(struct scene *scene, const char *id, const char *words,
                      const char *const *lines) {
    scene_group_begin(scene, 0, (struct scene_group){.id = "layer"});
    scene_group_begin(scene, 0, (struct scene_group){.id = id, .words = words});
    for (int i = 0; lines[i]; i++)
        add(scene, lines[i], PT(30), PT(30 + 12 * i));
    scene_group_end(scene, 0);
    scene_group_end(scene, 0);
}

static const char *render(const struct scene *scene, enum svg_letters letters) {
    struct textbuf out;
    const char *why = NULL;
    textbuf_init(&out, arena);
    if (!svg_render(arena, scene, 0, letters, &out, &why))
        fail_msg("%s", why);
    return textbuf_text(&out);
}

static const char *drawn(const char *id, const char *words, const char *const *lines) {
    struct scene *scene = page();
    add_group(scene, id, words, lines);
    return render(scene, SVG_TEXT);
}

static void assert_has(const char *svg, const char *part) {
    if (!strstr(svg, part))
        fail_msg("no '%s' in %s", part, strstr(svg, "<g"));
}

static void lines_of_a_title_are_one_text_that_can_be_searched(void **state) {
    (void)state;
    const char *svg = drawn("title-C1", "Keep promises to all",
                            (const char *[]){"Keep promises", "to all", NULL});
    assert_has(svg, "<text id=\"title-C1\" x=\"40\" y=\"40\" ");
    assert_has(svg, "style=\"line-height:1.2\"><tspan sodipodi:role=\"line\" x=\"40\" "
                    "y=\"40\">Keep promises </tspan>"
                    "<tspan sodipodi:role=\"line\" x=\"40\" y=\"56\">to all</tspan></text>");
}

static void a_divided_word_gets_no_blank(void **state) {
    (void)state;
    assert_has(
        drawn("name", "Wertschaffen jetzt", (const char *[]){"Wert-", "schaffen", "jetzt", NULL}),
        ">Wert-</tspan><tspan sodipodi:role=\"line\" x=\"40\" y=\"56\">schaffen </tspan>");
    assert_has(drawn("name", "Wert\u00ADschaffen", (const char *[]){"Wert-", "schaffen", NULL}),
               ">Wert-</tspan>");
    /* A hyphen of its own is not one of division. */
    assert_has(drawn("name", "End-to-end care", (const char *[]){"End-to-", "end care", NULL}),
               ">End-to-</tspan>");
}

static void a_short_line_without_a_name_needs_no_lines(void **state) {
    (void)state;
    assert_has(drawn(NULL, "Owner", (const char *[]){"Owner", NULL}),
               " fill=\"#000000\">Owner</text>");
}

static void lines_of_other_words_stay_texts_of_a_group(void **state) {
    (void)state;
    const char *svg =
        drawn("name", "Something else", (const char *[]){"Keep promises", "to all", NULL});
    assert_has(svg, "<g id=\"name\">\n<text");
    assert_has(svg, ">Keep promises</text>\n<text");
    svg = drawn("name", "Keep promises to all of them",
                (const char *[]){"Keep promises", "to all", NULL});
    assert_has(svg, "<g id=\"name\">\n<text");
}

static void lines_from_right_to_left_begin_at_their_right(void **state) {
    (void)state;
    const char *words = "\u0627\u0644\u0639\u0645\u0644 \u0627\u0644\u062f\u0627\u062e\u0644";
    const char *svg = drawn("name", words,
                            (const char *[]){"\u0627\u0644\u0639\u0645\u0644",
                                             "\u0627\u0644\u062f\u0627\u062e\u0644", NULL});
    mp width = shape_measure(fonts, FONT_SEMIBOLD, PT(10), "\u0627\u0644\u0639\u0645\u0644", NULL);
    assert_has(svg, " direction=\"rtl\"");
    assert_has(svg, "\u0627\u0644\u0639\u0645\u0644 </tspan>");
    struct textbuf right;
    textbuf_init(&right, arena);
    textbuf_fixed(&right, (((int64_t)PT(30) + width) * 2 + 7) / 15, 2);
    assert_has(svg, arena_printf(arena, "<tspan sodipodi:role=\"line\" x=\"%s\" y=\"40\">",
                                 textbuf_text(&right)));
}

static void letters_of_two_ways_keep_their_places(void **state) {
    (void)state;
    const char *words = "\u0646\u0638\u0627\u0645 SCADA";
    const char *svg = drawn("name", words, (const char *[]){words, NULL});
    assert_has(svg, "<g id=\"name\">\n<text");
    assert_has(svg, ">SCADA</text>");
    assert_has(svg, ">\u0646\u0638\u0627\u0645</text>"); /* its blank is the distance */
}

static void letters_of_another_face_stay_in_their_line(void **state) {
    (void)state;
    const char *words = "Care \u0905\u092c now";
    const char *svg = drawn("name", words, (const char *[]){words, NULL});
    assert_has(svg, ">Care <tspan font-family=\"'Noto Sans Devanagari',");
    assert_has(svg, "</tspan>now</tspan></text>");
    assert_null(strstr(svg, "sodipodi:role"));
}

static void outlines_are_a_group_of_the_same_name(void **state) {
    (void)state;
    struct scene *scene = page();
    add_group(scene, "name", "Keep promises", (const char *[]){"Keep promises", NULL});
    assert_has(render(scene, SVG_OUTLINES),
               "<g id=\"name\">\n<g role=\"img\" aria-label=\"Keep promises\"");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        FONT_TEST(lines_of_a_title_are_one_text_that_can_be_searched),
        FONT_TEST(a_divided_word_gets_no_blank),
        FONT_TEST(a_short_line_without_a_name_needs_no_lines),
        FONT_TEST(lines_of_other_words_stay_texts_of_a_group),
        FONT_TEST(lines_from_right_to_left_begin_at_their_right),
        FONT_TEST(letters_of_two_ways_keep_their_places),
        FONT_TEST(letters_of_another_face_stay_in_their_line),
        FONT_TEST(outlines_are_a_group_of_the_same_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "output/pdfpage.h"
#include "unit/scenes.h"

static struct arena *arena;
static struct scenes s;
static struct pdfmarks marks;

static int setup(void **state) {
    (void)state;
    arena = arena_new(0, NULL, NULL);
    s = (struct scenes){arena, fontset_open(arena, diags_new(arena)), NULL, scene_new(arena), 0};
    s.page = scene_add_page(s.scene, PT(500), PT(300), NULL);
    marks = (struct pdfmarks){0};
    return s.fonts ? 0 : -1;
}

static int teardown(void **state) {
    (void)state;
    arena_free(arena);
    return 0;
}

/* The content with the two bytes of each code as one letter: its place in the font plus '@'. */
static const char *content(void) {
    const char *why = NULL;
    struct pdffonts *fonts = pdffont_collect(arena, s.scene, &why);
    assert_non_null(fonts);
    struct textbuf out, shown;
    textbuf_init(&out, arena);
    textbuf_init(&shown, arena);
    const struct pdfpage_resources resources = {fonts, pdfimage_collect(arena, s.scene)};
    pdfpage_content(&resources, s.scene, 0, &out, &marks);
    for (size_t i = 0; i < out.length; i++) {
        if (out.bytes[i] == '\0' && i + 1 < out.length)
            textbuf_char(&shown, (char)('@' + out.bytes[++i]));
        else
            textbuf_char(&shown, out.bytes[i]);
    }
    return textbuf_text(&shown);
}

static void an_elements_items_are_one_marked_sequence(void **state) {
    (void)state;
    scene_element_id h1 = scene_add_element(s.scene, SCENE_ROOT, TAG_H1);
    scene_element_id p = scene_add_element(s.scene, SCENE_ROOT, TAG_P);
    struct pen pen = {s.scene, 0, h1};
    draw_rect(pen, (struct rect){PT(10), PT(20), PT(30), PT(40)}, 0xFF0000);
    draw_rect(pen, (struct rect){PT(50), PT(20), PT(30), PT(40)}, 0xFF0000);
    pen.element = p;
    draw_line(pen, (struct point){0, 0}, (struct point){PT(5), PT(5)}, 0x808080, PT(2));
    pen.element = SCENE_FOOTER;
    draw_line(pen, (struct point){0, 0}, (struct point){PT(5), 0}, 0x808080, PT(2));
    assert_string_equal(content(),
                        "/H1<</MCID 0>>BDC\n1 0 0 rg\n10 240 30 40 re\nf\n50 240 30 40 re\nf\nEMC\n"
                        "/P<</MCID 1>>BDC\n.502 G\n2 w\n0 300 m\n5 295 l\nS\nEMC\n"
                        "/Artifact<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>BDC\n"
                        "0 300 m\n5 300 l\nS\nEMC\n");
    assert_int_equal(marks.items.count, 2);
    assert_int_equal(marks.items.items[0].element, h1);
    assert_int_equal(marks.items.items[1].mcid, 1);
}

static void words_of_a_line_are_one_array_with_blanks(void **state) {
    (void)state;
    scene_element_id p = scene_add_element(s.scene, SCENE_ROOT, TAG_P);
    scenes_words(&s, p, FONT_REGULAR, "ab ba", PT(10), PT(20), PT(10), PT(200));
    /* Blank A, a B, b C. */
    assert_string_equal(content(), "BT\n/P<</MCID 0>>BDC\n.086 .125 .173 rg\n/F0 10 Tf\n"
                                   "10 280 Td\n[(BCACB)]TJ\nEMC\nET\n");
}

static void the_next_line_is_divided_by_a_blank_unless_hyphenated(void **state) {
    (void)state;
    scene_element_id p = scene_add_element(s.scene, SCENE_ROOT, TAG_P);
    scenes_text(&s, p, FONT_REGULAR, "a", PT(10), PT(20), PT(10));
    scenes_text(&s, p, FONT_REGULAR, "a", PT(10), PT(35), PT(10));
    scenes_text(&s, p, FONT_REGULAR, "a-", PT(10), PT(50), PT(10));
    scenes_text(&s, p, FONT_REGULAR, "a", PT(10), PT(65), PT(10));
    const char *text = content();
    assert_non_null(strstr(text, "10 280 Td\n[(BA)]TJ\n0 -15 Td\n[(BA)]TJ\n0 -15 Td\n[(BC)]TJ\n"
                                 "0 -15 Td\n[(B)]TJ\nEMC\nET\n"));
}

static void a_link_inside_a_line_is_divided_from_it(void **state) {
    (void)state;
    scene_element_id p = scene_add_element(s.scene, SCENE_ROOT, TAG_P);
    scene_element_id link = scene_add_element(s.scene, p, TAG_LINK);
    mp x = scenes_text(&s, p, FONT_REGULAR, "a", PT(10), PT(20), PT(10));
    scenes_text(&s, link, FONT_REGULAR, "b", x + PT(2), PT(20), PT(10));
    const char *text = content();
    assert_non_null(strstr(text, "[(BA)]TJ\nEMC\n/Link<</MCID 1>>BDC\n"));
}

static void cells_of_a_row_are_one_text_object_until_something_is_drawn(void **state) {
    (void)state;
    scene_element_id left = scene_add_element(s.scene, SCENE_ROOT, TAG_TD);
    scene_element_id right = scene_add_element(s.scene, SCENE_ROOT, TAG_TD);
    scenes_text(&s, left, FONT_REGULAR, "a", PT(10), PT(20), PT(10));
    scenes_text(&s, right, FONT_REGULAR, "a", PT(60), PT(20), PT(10));
    struct pen pen = {s.scene, 0, SCENE_ARTIFACT};
    draw_line(pen, (struct point){0, 0}, (struct point){PT(5), 0}, 0, PT(1));
    assert_string_equal(content(), "BT\n/TD<</MCID 0>>BDC\n.086 .125 .173 rg\n/F0 10 Tf\n"
                                   "10 280 Td\n[(B)]TJ\nEMC\n/TD<</MCID 1>>BDC\n50 0 Td\n"
                                   "[(B)]TJ\nEMC\nET\n/Artifact BMC\n0 300 m\n5 300 l\nS\n"
                                   "EMC\n");
}

static void texts_and_shapes_of_one_element_are_one_sequence(void **state) {
    (void)state;
    scene_element_id figure = scene_add_element(s.scene, SCENE_ROOT, TAG_FIGURE);
    scenes_text(&s, figure, FONT_REGULAR, "a", PT(10), PT(20), PT(10));
    struct pen pen = {s.scene, 0, figure};
    draw_line(pen, (struct point){0, 0}, (struct point){PT(5), 0}, 0, PT(1));
    assert_string_equal(content(), "/Figure<</MCID 0>>BDC\nBT\n.086 .125 .173 rg\n/F0 10 Tf\n"
                                   "10 280 Td\n[(B)]TJ\nET\n0 300 m\n5 300 l\nS\nEMC\n");
}

static void a_group_between_a_text_and_a_shape_parts_them(void **state) {
    (void)state;
    scene_element_id figure = scene_add_element(s.scene, SCENE_ROOT, TAG_FIGURE);
    scenes_text(&s, figure, FONT_REGULAR, "a", PT(10), PT(20), PT(10));
    scene_group_begin(s.scene, 0, (struct scene_group){.id = "g"});
    struct pen pen = {s.scene, 0, figure};
    draw_line(pen, (struct point){0, 0}, (struct point){PT(5), 0}, 0, PT(1));
    scene_group_end(s.scene, 0);
    assert_non_null(strstr(content(), "[(B)]TJ\nEMC\nET\n/Figure<</MCID 1>>BDC\n0 300 m\n"));
}

static void words_keep_their_places_within_a_thousandth(void **state) {
    (void)state;
    scene_element_id p = scene_add_element(s.scene, SCENE_ROOT, TAG_P);
    scenes_text(&s, p, FONT_REGULAR, "a", PT(10), PT(20), PT(10));
    mp width = shape_measure(s.fonts, FONT_REGULAR, PT(10), "a", NULL);
    mp blank = shape_measure(s.fonts, FONT_REGULAR, PT(10), " ", NULL);
    scenes_text(&s, p, FONT_REGULAR, "a", PT(10) + width + blank + PT(1), PT(20), PT(10));
    assert_non_null(strstr(content(), "[(BA)-100(B)]TJ")); /* a tenth of the size */
}

static void hidden_clusters_have_a_sequence_of_their_own(void **state) {
    (void)state;
    scene_element_id p = scene_add_element(s.scene, SCENE_ROOT, TAG_P);
    scenes_text(&s, p, FONT_REGULAR, "\u0939\u093F", PT(10), PT(20), PT(10));
    const char *text = content();
    assert_non_null(strstr(text, "/Span<</MCID 0/ActualText<FEFF0939093F>>>BDC\n"));
    assert_int_equal(marks.items.items[0].element, p);
    size_t begun = 0, ended = 0;
    for (const char *at = text; (at = strstr(at, "BDC")); at++)
        begun++;
    for (const char *at = text; (at = strstr(at, "EMC")); at++)
        ended++;
    assert_int_equal(begun, ended);
}

static void dashes_caps_and_curves_are_written(void **state) {
    (void)state;
    struct pen pen = {s.scene, 0, SCENE_ARTIFACT};
    draw_dashed(pen, (struct point){0, 0}, (struct point){PT(5), 0}, 0, PT(1), PT(2), PT(3));
    static const struct point points[] = {{0, 0}, {PT(5), 0}};
    draw_polyline(pen, points, 2, 0, PT(1));
    draw_circle(pen, (struct point){PT(50), PT(50)}, PT(10), 0xFFFFFF, 0, PT(1));
    assert_string_equal(content(), "/Artifact BMC\n[2 3]0 d\n0 300 m\n5 300 l\nS\n"
                                   "1 J 1 j\n[]0 d\n0 300 m\n5 300 l\nS\n"
                                   "1 g\n0 J 0 j\nq 1 0 0 1 60 250 cm\n"
                                   "0 0 m\n0 -5.52 -4.48 -10 -10 -10 c\n"
                                   "-15.52 -10 -20 -5.52 -20 0 c\n-20 5.52 -15.52 10 -10 10 c\n"
                                   "-4.48 10 0 5.52 0 0 c\nb\nQ\nEMC\n");
}

static void shapes_of_one_form_say_the_same_wherever_they_stand(void **state) {
    (void)state;
    struct pen pen = {s.scene, 0, SCENE_ARTIFACT};
    /* Where a rounded coordinate would be one or the other. */
    draw_circle(pen, (struct point){PT(50) + 1, PT(50) + 4}, PT(3), 0xFFFFFF, COLOUR_NONE, 0);
    draw_circle(pen, (struct point){PT(70) + 8, PT(90) + 7}, PT(3), 0xFFFFFF, COLOUR_NONE, 0);
    const char *first = strstr(content(), " cm\n0 0 m\n");
    assert_non_null(first);
    const char *second = strstr(first + 1, " cm\n0 0 m\n");
    assert_non_null(second);
    assert_memory_equal(first, second, (size_t)(strstr(first, "Q\n") - first) + 2);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(an_elements_items_are_one_marked_sequence),
        TEST(words_of_a_line_are_one_array_with_blanks),
        TEST(the_next_line_is_divided_by_a_blank_unless_hyphenated),
        TEST(a_link_inside_a_line_is_divided_from_it),
        TEST(cells_of_a_row_are_one_text_object_until_something_is_drawn),
        TEST(texts_and_shapes_of_one_element_are_one_sequence),
        TEST(a_group_between_a_text_and_a_shape_parts_them),
        TEST(words_keep_their_places_within_a_thousandth),
        TEST(hidden_clusters_have_a_sequence_of_their_own),
        TEST(dashes_caps_and_curves_are_written),
        TEST(shapes_of_one_form_say_the_same_wherever_they_stand),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

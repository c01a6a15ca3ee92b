#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "output/pdfnav.h"
#include <stdlib.h>
#include <string.h>

static struct arena *arena;
static struct scene *scene;
static struct pdfobject_store *store;
static struct pdftags_page pages[16];
static struct textbuf catalog;

static int setup(void **state) {
    (void)state;
    arena = arena_new(0, NULL, NULL);
    scene = scene_new(arena);
    store = pdfobject_open(arena);
    textbuf_init(&catalog, arena);
    return 0;
}

static int teardown(void **state) {
    (void)state;
    pdfobject_close(store);
    arena_free(arena);
    return 0;
}

static const char *written(const char *const *labels, size_t count) {
    for (size_t i = 0; i < count; i++) {
        scene_add_page(scene, PT(100), PT(200), labels[i]);
        pages[i].number = pdfobject_page(store, &pages[i].entries);
    }
    pdfnav_write(arena, scene, pages, store, &catalog);
    return textbuf_text(&catalog);
}

static void labels_are_ranges_of_prefix_and_number(void **state) {
    (void)state;
    static const char *const labels[] = {"1", "2", "3", "A1", "A2", "A4", "Cover", "B007", NULL};
    assert_string_equal(written(labels, 9),
                        "/PageLabels<</Nums[0<</S/D/St 1>>3<</S/D/St 1/P(A)>>5<</S/D/St 4/P(A)>>"
                        "6<</P(Cover)>>7<</S/D/St 7/P(B00)>>8<<>>]>>");
}

static void pages_without_labels_have_none(void **state) {
    (void)state;
    static const char *const labels[] = {NULL, NULL};
    assert_string_equal(written(labels, 2), "");
}

static const char *object_text(uint32_t number) {
    struct pdfobject object = pdfobject_at(store, number);
    return arena_strndup(arena, object.text, object.text_length);
}

static void bookmarks_are_linked_both_ways(void **state) {
    (void)state;
    static const char *const labels[] = {NULL, NULL};
    scene_add_outline(scene, 1, "One", 0, PT(10));
    scene_add_outline(scene, 2, "One \u2013 a", 0, PT(20));
    scene_add_outline(scene, 2, "One b", 1, 0);
    scene_add_outline(scene, 1, "Two", 1, PT(50));
    const char *text = written(labels, 2);
    assert_memory_equal(text, "/PageMode/UseOutlines/Outlines ", 31);
    uint32_t root = (uint32_t)strtoul(text + 31, NULL, 10);
    uint32_t one = root + 1, a = root + 2, b = root + 3, two = root + 4;
    assert_string_equal(
        object_text(root),
        arena_printf(arena, "<</Type/Outlines/First %u 0 R/Last %u 0 R/Count 2>>", one, two));
    assert_string_equal(
        object_text(one),
        arena_printf(arena,
                     "<</Title(One)/Parent %u 0 R/Next %u 0 R/First %u 0 R/Last %u 0 R/Count -2"
                     "/Dest[%u 0 R/XYZ null 190 null]>>",
                     root, two, a, b, pages[0].number));
    assert_string_equal(object_text(a),
                        arena_printf(arena,
                                     "<</Title<FEFF004F006E00650020201300200061>/Parent %u 0 R"
                                     "/Next %u 0 R/Dest[%u 0 R/XYZ null 180 null]>>",
                                     one, b, pages[0].number));
    assert_string_equal(object_text(b), arena_printf(arena,
                                                     "<</Title(One b)/Parent %u 0 R/Prev %u 0 R"
                                                     "/Dest[%u 0 R/XYZ null 200 null]>>",
                                                     one, a, pages[1].number));
    assert_string_equal(object_text(two), arena_printf(arena,
                                                       "<</Title(Two)/Parent %u 0 R/Prev %u 0 R"
                                                       "/Dest[%u 0 R/XYZ null 150 null]>>",
                                                       root, one, pages[1].number));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(labels_are_ranges_of_prefix_and_number),
        TEST(pages_without_labels_have_none),
        TEST(bookmarks_are_linked_both_ways),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

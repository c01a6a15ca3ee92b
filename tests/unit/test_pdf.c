#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "output/pdf.h"
#include "unit/scenes.h"
#include <stdio.h>
#include <stdlib.h>

#ifndef __has_feature
#define __has_feature(name) 0
#endif
#ifdef __SANITIZE_ADDRESS__
#define SANITIZED 1
#else
#define SANITIZED __has_feature(address_sanitizer)
#endif

static const char *program;
static struct arena *fonts_arena;
static struct fontset *fonts;

static int open_fonts(void **state) {
    (void)state;
    fonts_arena = arena_new(0, NULL, NULL);
    fonts = fontset_open(fonts_arena, diags_new(fonts_arena));
    return fonts ? 0 : -1;
}

static int close_fonts(void **state) {
    (void)state;
    arena_free(fonts_arena);
    return 0;
}

static struct textbuf render(struct arena *arena, const struct scene *scene) {
    struct textbuf out;
    const char *why = NULL;
    textbuf_init(&out, arena);
    if (!pdf_render(arena, scene, NULL, &out, &why))
        fail_msg("%s", why);
    return out;
}

static void every_kind_of_tag_is_rendered_and_kept_for_the_checkers(void **state) {
    (void)state;
    struct arena *arena = arena_new(0, NULL, NULL);
    struct diags *diags = diags_new(arena);
    struct scene *scene = scenes_packet(arena, fonts, diags);
    assert_int_equal(diags_count(diags, DIAG_NOTE), 0);
    struct textbuf out = render(arena, scene);
    assert_memory_equal(out.bytes, "%PDF-1.7\n", 9);
    assert_string_equal(out.bytes + out.length - 6, "%%EOF\n");
    FILE *file = fopen(arena_printf(arena, "%s.pdf", program), "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(out.bytes, 1, out.length, file), out.length);
    fclose(file);
    arena_free(arena);
}

static void a_scene_that_is_not_sound_is_refused_with_what_is_wrong(void **state) {
    (void)state;
    struct arena *arena = arena_new(0, NULL, NULL);
    struct scene *scene = scenes_packet(arena, fonts, NULL);
    scene_add_element(scene, SCENE_ROOT, TAG_FIGURE);
    struct textbuf out;
    const char *why = NULL;
    textbuf_init(&out, arena);
    assert_false(pdf_render(arena, scene, NULL, &out, &why));
    assert_string_equal(why, "a Figure has no alternative text");
    assert_int_equal(out.length, 0);
    arena_free(arena);
}

static void startxref_leads_to_the_table(void **state) {
    (void)state;
    struct arena *arena = arena_new(0, NULL, NULL);
    struct textbuf out = render(arena, scenes_packet(arena, fonts, NULL));
    const char *at = out.bytes + out.length - 30;
    while (memcmp(at, "startxref\n", 10) != 0)
        at++;
    size_t offset = 0;
    for (at += 10; *at >= '0' && *at <= '9'; at++)
        offset = offset * 10 + (size_t)(*at - '0');
    assert_true(offset < out.length);
    const char *table = out.bytes + offset;
    assert_non_null(strstr(table, " 0 obj\n<</Type/XRef"));
    assert_true(strstr(table, " 0 obj") - table < 8);
    arena_free(arena);
}

static void the_same_scene_gives_the_same_bytes(void **state) {
    (void)state;
    struct arena *a = arena_new(0, NULL, NULL), *b = arena_new(0, NULL, NULL);
    struct textbuf first = render(a, scenes_packet(a, fonts, NULL));
    /* Other fonts opened in another order, another state of the cache. */
    struct fontset *others = fontset_open(b, diags_new(b));
    shape_measure(others, FONT_BOLD, PT(9), "\u05D0 other words before", NULL);
    struct textbuf second = render(b, scenes_packet(b, others, NULL));
    assert_int_equal(first.length, second.length);
    assert_memory_equal(first.bytes, second.bytes, first.length);
    arena_free(a);
    arena_free(b);
}

static void an_empty_page_is_a_document(void **state) {
    (void)state;
    struct arena *arena = arena_new(0, NULL, NULL);
    struct scene *scene = scene_new(arena);
    scene_add_page(scene, PT(100), PT(100), NULL);
    assert_true(render(arena, scene).length > 500);
    arena_free(arena);
}

static void many_objects_take_several_object_streams(void **state) {
    (void)state;
    struct arena *arena = arena_new(0, NULL, NULL);
    struct scenes s = {arena, fonts, NULL, scene_new(arena), 0};
    s.scene->title = "Many";
    s.page = scene_add_page(s.scene, PT(600), PT(800), "1");
    for (int i = 0; i < 2000; i++)
        scenes_block(&s, SCENE_ROOT, TAG_P, arena_printf(arena, "Line %d", i), PT(10),
                     PT(20) + i * 300, PT(7));
    struct textbuf out = render(arena, s.scene);
    size_t streams = 0;
    for (size_t i = 0; i + 12 < out.length; i++)
        streams += memcmp(out.bytes + i, "/Type/ObjStm", 12) == 0;
    assert_int_equal(streams, 5);
    arena_free(arena);
}

static long resident_pages(void) {
    char line[128] = "";
    FILE *file = fopen("/proc/self/statm", "r");
    if (!file)
        return 0;
    if (!fgets(line, sizeof line, file))
        line[0] = '\0';
    fclose(file);
    char *end = line;
    strtol(line, &end, 10);
    return strtol(end, NULL, 10);
}

/* The tree is not kept as text: what stays of an element are its mark and its place in the file. */
static void a_large_structure_tree_takes_little_memory_beside_the_file(void **state) {
    (void)state;
    enum { ELEMENTS = 20000 };
    struct arena *arena = arena_new(0, NULL, NULL);
    struct scene *scene = scene_new(arena);
    scene->title = "Large";
    scene->language = "en";
    struct scenes s = {.arena = arena, .scene = scene, .fonts = fonts};
    for (int i = 0; i < ELEMENTS; i++) {
        if (i % 200 == 0)
            s.page = scene_add_page(scene, PT(595), PT(842), "1");
        scenes_block(&s, SCENE_ROOT, i == 0 ? TAG_H1 : TAG_P, "word", PT(40),
                     PT(40) + PT(4) * (i % 200), PT(9));
    }
    const size_t before = arena_used(arena);
    const struct textbuf out = render(arena, scene);
    assert_true(arena_used(arena) - before < 2 * out.capacity + ELEMENTS * (size_t)150);
    arena_free(arena);
}

static void three_hundred_documents_leave_memory_as_it_was(void **state) {
    (void)state;
    long before = 0;
    for (int i = 0; i < 300; i++) {
        struct arena *arena = arena_new(0, NULL, NULL);
        render(arena, scenes_packet(arena, fonts, NULL));
        arena_free(arena);
        if (i == 20)
            before = resident_pages();
    }
    /* The address sanitizer keeps what was freed. */
    assert_true(SANITIZED || resident_pages() - before < 512);
}

int main(int count, char **values) {
    (void)count;
    program = values[0];
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_kind_of_tag_is_rendered_and_kept_for_the_checkers),
        cmocka_unit_test(a_scene_that_is_not_sound_is_refused_with_what_is_wrong),
        cmocka_unit_test(startxref_leads_to_the_table),
        cmocka_unit_test(the_same_scene_gives_the_same_bytes),
        cmocka_unit_test(an_empty_page_is_a_document),
        cmocka_unit_test(many_objects_take_several_object_streams),
        cmocka_unit_test(a_large_structure_tree_takes_little_memory_beside_the_file),
        cmocka_unit_test(three_hundred_documents_leave_memory_as_it_was),
    };
    return cmocka_run_group_tests(tests, open_fonts, close_fonts);
}

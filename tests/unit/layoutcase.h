/* layoutcase: what the tests of the layout share: a document under way, and questions to a scene.
 */
#ifndef TESTS_UNIT_LAYOUTCASE_H
#define TESTS_UNIT_LAYOUTCASE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "layout/charts.h"
#include "layout/composer.h"
#include "layout/layout.h"
#include <string.h>

static struct arena *arena;
static struct fontset *fonts;
static struct diags *diags;
static struct document *document;
static struct section *section;
static struct composer composer;

static inline int setup(void **state) {
    (void)state;
    arena = arena_new(0, NULL, NULL);
    diags = diags_new(arena);
    fonts = fontset_open(arena, diags);
    document = document_new(arena);
    document->title = "Packet";
    section = document_section(document, "first", "First");
    composer = (struct composer){.arena = arena,
                                 .lasting = arena,
                                 .fonts = fonts,
                                 .document = document,
                                 .diags = diags,
                                 .page_digits = 2,
                                 .body_height = MM(260),
                                 .anchors = idmap_new(arena),
                                 .unknown = idmap_new(arena),
                                 .section = SCENE_ROOT};
    return fonts ? 0 : -1;
}

static inline int teardown(void **state) {
    (void)state;
    arena_free(arena);
    return 0;
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

/* ---- scenes ---------------------------------------------------------------------------------- */

/* A scene of one page to draw on, also the composer's. */
static inline struct pen new_page(scene_element_id element) {
    composer.scene = scene_new(arena);
    scene_add_page(composer.scene, MM(210), MM(297), "1");
    return (struct pen){composer.scene, 0, element};
}

static inline struct ink new_ink(void) {
    return (struct ink){new_page(SCENE_ARTIFACT), fonts, diags};
}

static inline const struct scene *laid_out(void) {
    const struct scene *scene = layout_document(arena, fonts, document, diags);
    assert_null(scene_problem(scene));
    return scene;
}

/* The run is this text, but for blanks at its end. */
static inline bool run_is(const struct run *run, const char *text) {
    size_t bytes = run->bytes;
    while (bytes > 0 && run->text[bytes - 1] == ' ')
        bytes--;
    return bytes == strlen(text) && memcmp(run->text, text, bytes) == 0;
}

/* The n-th text item (from 0) on a page that is this word, or NULL. */
static inline const struct scene_item *nth_word(const struct scene *scene, uint32_t page,
                                                const char *word, size_t n) {
    for (size_t i = 0; i < scene->pages.items[page].items.count; i++) {
        const struct scene_item *item = &scene->pages.items[page].items.items[i];
        if (item->kind == SCENE_TEXT && run_is(item->as.text.run, word) && n-- == 0)
            return item;
    }
    return NULL;
}

static inline const struct scene_item *find_word(const struct scene *scene, uint32_t page,
                                                 const char *word) {
    return nth_word(scene, page, word, 0);
}

/* The same where the word must be there. */
static inline const struct scene_item *the_word(const struct scene *scene, uint32_t page,
                                                const char *word, size_t n) {
    static const struct run no_run;
    static const struct scene_item none = {.as.text.run = &no_run};
    const struct scene_item *item = nth_word(scene, page, word, n);
    if (!item)
        fail_msg("no '%s' on page %u", word, page);
    return item ? item : &none;
}

static inline size_t count_words(const struct scene *scene, uint32_t page, const char *word) {
    size_t count = 0;
    while (nth_word(scene, page, word, count))
        count++;
    return count;
}

/* Right end of a text item. */
static inline mp right_end(const struct scene_item *item) {
    return item->as.text.x + shape_run_width(item->as.text.run, item->as.text.size);
}

static inline struct rect path_box(const struct path *path) {
    struct point low = path->points[0];
    struct point high = low;
    for (size_t i = 1; i < path->point_count; i++) {
        low.x = length_min(low.x, path->points[i].x);
        low.y = length_min(low.y, path->points[i].y);
        high.x = length_max(high.x, path->points[i].x);
        high.y = length_max(high.y, path->points[i].y);
    }
    return (struct rect){low.x, low.y, high.x - low.x, high.y - low.y};
}

/* The n-th path on the first page filled (or, with `stroke`, drawn) in a colour; NULL: none. */
static inline const struct path *nth_path(const struct scene *scene, uint32_t colour, bool stroke,
                                          size_t n) {
    for (size_t i = 0; i < scene->pages.items[0].items.count; i++) {
        const struct scene_item *item = &scene->pages.items[0].items.items[i];
        if (item->kind != SCENE_PATH)
            continue;
        const struct path *path = item->as.path;
        if ((stroke ? path->stroke : path->fill) == colour && n-- == 0)
            return path;
    }
    return NULL;
}

/* The same where the path must be there. */
static inline const struct path *the_path(const struct scene *scene, uint32_t colour, bool stroke,
                                          size_t n) {
    static const struct point no_points[3];
    static const struct path none = {.points = no_points, .point_count = 1};
    const struct path *path = nth_path(scene, colour, stroke, n);
    if (!path)
        fail_msg("no path of colour %06X", colour);
    return path ? path : &none;
}

static inline struct rect filled_box(const struct scene *scene, uint32_t colour, size_t n) {
    return path_box(the_path(scene, colour, false, n));
}

static inline size_t count_paths(const struct scene *scene, uint32_t colour, bool stroke) {
    size_t count = 0;
    while (nth_path(scene, colour, stroke, count))
        count++;
    return count;
}

static inline size_t count_tags(const struct scene *scene, enum tag tag) {
    size_t count = 0;
    for (size_t i = 0; i < scene->elements.count; i++)
        count += scene->elements.items[i].tag == tag;
    return count;
}

/* The n-th element of a tag, which must be there. */
static inline const struct scene_element *the_tag(const struct scene *scene, enum tag tag,
                                                  size_t n) {
    static const struct scene_element none;
    for (size_t i = 0; i < scene->elements.count; i++)
        if (scene->elements.items[i].tag == tag && n-- == 0)
            return &scene->elements.items[i];
    fail_msg("no element of tag %d", (int)tag);
    return &none;
}

static inline void assert_near(mp a, mp b, mp distance) {
    if (a - b > distance || b - a > distance)
        fail_msg("%d is not within %d of %d", (int)a, (int)distance, (int)b);
}

/* ---- documents ------------------------------------------------------------------------------- */

static inline struct block *add_text(const char *text) {
    return block_text(document, &section->blocks, STYLE_BODY, text);
}

/* Paragraphs of one line each. */
static inline void add_lines(size_t count) {
    for (size_t i = 0; i < count; i++)
        add_text("A line.");
}

static inline struct content *plain(const char *text) {
    struct content *content = arena_alloc(arena, sizeof *content);
    content_text(arena, content, text);
    return content;
}

/* A table of two columns: a flexible one to the left, a fixed one with numbers. */
static inline struct table_block *add_table(size_t rows) {
    struct table_block *table = block_table(document, &section->blocks, "Rows")->table;
    table_column(arena, table, "Name", ALIGN_LEFT, 0, STYLE_TABLE);
    table_column(arena, table, "Value", ALIGN_RIGHT, MM(20), STYLE_TABLE);
    for (size_t i = 0; i < rows; i++) {
        struct table_row *row = table_row(arena, table, ROW_BODY);
        table_text(arena, row, arena_printf(arena, "R%zu", i))->header = true;
        table_text(arena, row, "12.5");
    }
    return table;
}

#endif

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "output/pdftags.h"
#include <stdlib.h>
#include <string.h>

static struct arena *arena;
static struct scene *scene;
static struct pdfmarks marks;
static struct pdfobject_store *store;
static struct pdftags_page pages[2];
static uint32_t first; /* number of the Document element */
static struct pdftags *tags;

static int setup(void **state) {
    (void)state;
    arena = arena_new(0, NULL, NULL);
    scene = scene_new(arena);
    marks = (struct pdfmarks){0};
    store = pdfobject_open(arena);
    for (int i = 0; i < 2; i++) {
        scene_add_page(scene, PT(500), PT(300), NULL);
        pages[i].number = pdfobject_page(store, &pages[i].entries);
    }
    return 0;
}

static int teardown(void **state) {
    (void)state;
    pdftags_close(tags);
    pdfobject_close(store);
    arena_free(arena);
    return 0;
}

static scene_element_id add(scene_element_id parent, enum tag tag) {
    return scene_add_element(scene, parent, tag);
}

static void mark(scene_element_id element, uint32_t page, uint32_t mcid) {
    struct pdfmark mark = {element, page, mcid};
    vec_push(arena, &marks.items, mark);
}

static void build(void) {
    tags = pdftags_write(arena, scene, &marks, pages, store);
    assert_null(pdfobject_problem(store));
    first = 0;
    /* The elements are the last objects, the Document the first of them. */
    for (uint32_t i = pdfobject_count(store); i-- > 1;) {
        struct pdfobject object = pdfobject_at(store, i);
        if (object.text_length > 13 && memcmp(object.text, "<</S/Document", 13) == 0)
            first = i;
    }
    assert_true(first > 0);
}

static const char *object_text(uint32_t number) {
    struct pdfobject object = pdfobject_at(store, number);
    return arena_strndup(arena, object.text, object.text_length);
}

/* The text of the n-th element in the file, "<n>" for references to elements by that count. */
static const char *element_text(uint32_t n) {
    const char *text = object_text(first + n);
    struct textbuf out;
    textbuf_init(&out, arena);
    while (*text) {
        char *end = NULL;
        unsigned long number = *text >= '1' && *text <= '9' ? strtoul(text, &end, 10) : 0;
        if (end && strncmp(end, " 0 R", 4) == 0) {
            if (number >= first)
                textbuf_printf(&out, "<%lu>", number - first);
            else if (number == pages[0].number || number == pages[1].number)
                textbuf_printf(&out, "<page %d>", number == pages[0].number ? 1 : 2);
            else
                textbuf_str(&out, "<other>");
            text = end + 4;
        } else {
            textbuf_bytes(&out, text, end ? (size_t)(end - text) : 1);
            text = end ? end : text + 1;
        }
    }
    return textbuf_text(&out);
}

static void kids_are_in_the_order_of_drawing(void **state) {
    (void)state;
    scene_element_id p = add(SCENE_ROOT, TAG_P);
    scene_element_id span = add(p, TAG_SPAN);
    mark(p, 0, 0);
    mark(span, 0, 1);
    mark(p, 0, 2);
    mark(p, 1, 0);
    build();
    assert_string_equal(element_text(0), "<</S/Document/P <other>/K <1>>>");
    assert_string_equal(element_text(1), "<</S/P/P <0>/Pg <page 1>/K[0 <2> 2 "
                                         "<</Type/MCR/Pg <page 2>/MCID 0>>]>>");
    assert_string_equal(element_text(2), "<</S/Span/P <1>/Pg <page 1>/K 1>>");
}

static void elements_without_content_are_left_out_but_cells_stay(void **state) {
    (void)state;
    add(add(SCENE_ROOT, TAG_SECT), TAG_P);
    scene_element_id row = add(add(SCENE_ROOT, TAG_TABLE), TAG_TR);
    scene_element_id head = add(row, TAG_TH), cell = add(row, TAG_TD);
    scene_element(scene, head)->scope = SCOPE_COLUMN;
    scene_element(scene, head)->column_span = 3;
    scene_element(scene, cell)->row_span = 2;
    add(cell, TAG_P);
    mark(head, 0, 0);
    build();
    assert_string_equal(element_text(0), "<</S/Document/P <other>/K <1>>>");
    assert_string_equal(element_text(1), "<</S/Table/P <0>/K <2>>>");
    assert_string_equal(element_text(3), "<</S/TH/P <2>/Pg <page 1>/A<</O/Table/Scope/Column"
                                         "/ColSpan 3>>/K 0>>");
    assert_string_equal(element_text(4), "<</S/TD/P <2>/A<</O/Table/RowSpan 2>>>>");
}

static void attributes_follow_the_tag(void **state) {
    (void)state;
    scene_element_id list = add(SCENE_ROOT, TAG_L), figure = add(SCENE_ROOT, TAG_FIGURE);
    scene_element_id note = add(SCENE_ROOT, TAG_NOTE), table = add(SCENE_ROOT, TAG_TABLE);
    scene_describe(scene, list)->numbered = true;
    struct scene_detail *element = scene_describe(scene, figure);
    element->alt = "\u00FC";
    element->has_bbox = true;
    element->page = 1;
    element->bbox = (struct rect){PT(10), PT(20), PT(30), PT(40)};
    element->language = "de";
    element->actual = "x";
    scene_describe(scene, note)->note_id = "n(1)";
    scene_describe(scene, table)->summary = "All";
    mark(list, 0, 0);
    mark(figure, 0, 1);
    mark(note, 0, 2);
    mark(table, 0, 3);
    build();
    assert_string_equal(element_text(1), "<</S/L/P <0>/Pg <page 1>/A<</O/List/ListNumbering"
                                         "/Decimal>>/K 0>>");
    assert_string_equal(element_text(2),
                        "<</S/Figure/P <0>/Pg <page 1>/Alt<FEFF00FC>/ActualText(x)/Lang(de)"
                        "/A<</O/Layout/Placement/Block/BBox[10 240 40 280]>>/K 1>>");
    assert_string_equal(element_text(3), "<</S/Note/P <0>/Pg <page 1>/ID(n\\(1\\))/K 2>>");
    assert_string_equal(element_text(4), "<</S/Table/P <0>/Pg <page 1>/A<</O/Table/Summary(All)>>"
                                         "/K 3>>");
}

static void a_figure_without_a_box_is_measured(void **state) {
    (void)state;
    scene_element_id figure = add(SCENE_ROOT, TAG_FIGURE);
    scene_describe(scene, figure)->alt = "x";
    static const uint8_t ops[] = {PATH_MOVE, PATH_LINE};
    static const struct point points[] = {{PT(100), PT(50)}, {PT(20), PT(90)}};
    scene_add_path(scene, 0, figure,
                   (struct path){.ops = ops, .op_count = 2, .points = points, .point_count = 2});
    mark(figure, 0, 0);
    build();
    assert_non_null(strstr(element_text(1), "/BBox[20 210 100 250]"));
}

static void links_are_annotations_tied_to_their_element(void **state) {
    (void)state;
    scene_element_id link = add(add(SCENE_ROOT, TAG_P), TAG_LINK);
    struct scene_link target = {
        .element = link, .rect = {PT(10), PT(20), PT(30), PT(10)}, .page = 1, .y = PT(40)};
    target.contents = "Go";
    scene_add_link(scene, 0, target);
    target.uri = "javascript:alert(1)";
    scene_add_link(scene, 1, target); /* only the next one of that page is written */
    target.uri = "https://example.org/\u00FC-x";
    scene_add_link(scene, 1, target);
    mark(link, 0, 0);
    build();
    assert_non_null(strstr(textbuf_text(pages[0].entries), "/StructParents 0/Tabs/S/Annots[ "));
    assert_string_equal(element_text(2),
                        "<</S/Link/P <1>/Pg <page 1>/K[0 <</Type/OBJR/Obj <other>/Pg <page 1>>>"
                        " <</Type/OBJR/Obj <other>/Pg <page 2>>>]>>");
    const char *list = strstr(textbuf_text(pages[0].entries), "/Annots[ ") + 9;
    const char *annotation = object_text((uint32_t)strtoul(list, NULL, 10));
    assert_non_null(strstr(annotation, "/F 4/Border[0 0 0]/Rect[10 270 40 280]"));
    assert_non_null(strstr(annotation, "/StructParent 2/Contents(Go)/Dest["));
    assert_non_null(strstr(annotation, "/XYZ null 260 null]"));
    list = strstr(textbuf_text(pages[1].entries), "/Annots[ ") + 9;
    annotation = object_text((uint32_t)strtoul(list, NULL, 10));
    assert_non_null(strstr(annotation, "/StructParent 3/"));
    assert_non_null(strstr(annotation, "/URI(https://example.org/%C3%BC-x)"));
    assert_non_null(strstr(object_text(pdftags_root(tags)), "/ParentTreeNextKey 4"));
}

static void the_parent_tree_mirrors_the_marks(void **state) {
    (void)state;
    scene_element_id a = add(SCENE_ROOT, TAG_P), b = add(SCENE_ROOT, TAG_P);
    mark(a, 0, 0);
    mark(b, 0, 1);
    mark(a, 1, 0);
    build();
    const char *root = object_text(pdftags_root(tags));
    uint32_t tree = (uint32_t)strtoul(strstr(root, "/ParentTree ") + 12, NULL, 10);
    assert_string_equal(object_text(tree),
                        arena_printf(arena, "<</Nums[0[%u 0 R %u 0 R ]1[%u 0 R ]]>>", first + 1,
                                     first + 2, first + 1));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(kids_are_in_the_order_of_drawing),
        TEST(elements_without_content_are_left_out_but_cells_stay),
        TEST(attributes_follow_the_tag),
        TEST(a_figure_without_a_box_is_measured),
        TEST(links_are_annotations_tied_to_their_element),
        TEST(the_parent_tree_mirrors_the_marks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

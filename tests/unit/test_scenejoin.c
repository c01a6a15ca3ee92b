#include "unit/arenacase.h"

#include "scene/draw.h"
#include "scene/scenejoin.h"

#include <string.h>

/* Two pages, a figure with its place, a note, and a link from the first page to the second. */
static struct scene *part(const char *language, const char *title) {
    struct scene *scene = scene_new(arena);
    scene->language = language;
    scene->title = title;
    for (int i = 1; i <= 2; i++)
        scene_add_page(scene, 600000, 800000, arena_printf(arena, "%d", i));
    scene_element_id section = scene_add_element(scene, SCENE_ROOT, TAG_SECT);
    scene_element_id note = scene_add_element(scene, section, TAG_NOTE);
    scene_describe(scene, note)->note_id = "note-1";
    scene_element_id figure = scene_add_element(scene, section, TAG_FIGURE);
    struct scene_detail *detail = scene_describe(scene, figure);
    detail->alt = "A figure";
    detail->page = 1;
    detail->has_bbox = true;
    struct pen pen = {scene, 1, figure};
    draw_rect(pen, (struct rect){1000, 1000, 2000, 2000}, 0);
    scene_element_id link = scene_add_element(scene, section, TAG_LINK);
    scene_add_link(scene, 0,
                   (struct scene_link){.element = link, .page = 1, .contents = "to page 2"});
    scene_add_outline(scene, 1, "Section", 1, 0);
    return scene;
}

static const struct scene *joined(void) {
    const struct scenejoin_part parts[] = {{part("en", "Packet"), "English"},
                                           {part("fr-CA", "Dossier"), "Français"}};
    return scenejoin_parts(arena, parts, 2);
}

static void each_part_is_tagged_with_its_language(void **state) {
    (void)state;
    const struct scene *whole = joined();
    const char *languages[2] = {NULL, NULL};
    size_t count = 0;
    for (size_t i = 1; i < whole->elements.count; i++) {
        const struct scene_element *element = &whole->elements.items[i];
        assert_true(element->parent < i);
        if (element->tag == TAG_PART)
            languages[count++] = scene_detail(element)->language;
        else
            assert_true(element->parent != SCENE_ROOT);
    }
    assert_int_equal(count, 2);
    assert_string_equal(languages[0], "en");
    assert_string_equal(languages[1], "fr-CA");
    assert_string_equal(whole->language, "en");
    assert_string_equal(whole->title, "Packet / Dossier");
    assert_int_equal(whole->languages.count, 2); /* for the metadata */
    assert_string_equal(whole->languages.items[0].title, "Packet");
    assert_string_equal(whole->languages.items[1].language, "fr-CA");
    assert_string_equal(whole->languages.items[1].title, "Dossier");
    assert_null(scene_problem(whole));
}

static void pages_links_and_the_outline_keep_to_their_part(void **state) {
    (void)state;
    const struct scene *whole = joined();
    assert_int_equal(whole->pages.count, 4);
    assert_string_equal(whole->pages.items[1].label, "EN-2");
    assert_string_equal(whole->pages.items[2].label, "FR-1");
    assert_int_equal(whole->pages.items[2].links.items[0].page, 3);
    assert_int_equal(whole->outline.count, 4);
    assert_string_equal(whole->outline.items[2].title, "Français");
    assert_int_equal(whole->outline.items[2].level, 1);
    assert_int_equal(whole->outline.items[2].page, 2);
    assert_int_equal(whole->outline.items[3].level, 2);
    assert_int_equal(whole->outline.items[3].page, 3);
}

static void figures_and_notes_stay_apart(void **state) {
    (void)state;
    const struct scene *whole = joined();
    uint32_t pages[2] = {0, 0};
    const char *notes[2] = {NULL, NULL};
    size_t figures = 0, note_count = 0;
    for (size_t i = 1; i < whole->elements.count; i++) {
        const struct scene_element *element = &whole->elements.items[i];
        if (element->tag == TAG_FIGURE)
            pages[figures++] = scene_detail(element)->page;
        if (element->tag == TAG_NOTE)
            notes[note_count++] = scene_detail(element)->note_id;
    }
    assert_int_equal(pages[0], 1);
    assert_int_equal(pages[1], 3);
    assert_string_not_equal(notes[0], notes[1]);
    const struct scene_page *page = &whole->pages.items[3];
    assert_int_equal(whole->elements.items[page->items.items[0].element].tag, TAG_FIGURE);
    assert_int_equal(scene_detail(&whole->elements.items[page->items.items[0].element])->page, 3);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(each_part_is_tagged_with_its_language),
        ARENA_TEST(pages_links_and_the_outline_keep_to_their_part),
        ARENA_TEST(figures_and_notes_stay_apart),
    };
    return cmocka_run_group_tests_name("scenejoin", tests, NULL, NULL);
}

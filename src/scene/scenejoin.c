#include "scene/scenejoin.h"

#include <assert.h>
#include <string.h>

struct joining {
    struct scene *whole;
    const struct scene *part;
    scene_element_id root; /* of the part */
    scene_element_id first_element;
    uint32_t first_page;
};

/* Element n of a part becomes first_element + n - 1; its root becomes the Part. */
static scene_element_id element_of(const struct joining *j, scene_element_id id) {
    if (id >= j->part->elements.count)
        return id; /* artifacts */
    return id == SCENE_ROOT ? j->root : j->first_element + id - 1;
}

static void join_elements(struct joining *j) {
    struct scene *whole = j->whole;
    j->root = scene_add_element(whole, SCENE_ROOT, TAG_PART);
    scene_describe(whole, j->root)->language = j->part->language;
    j->first_element = (scene_element_id)whole->elements.count;
    for (size_t i = 1; i < j->part->elements.count; i++) {
        struct scene_element element = j->part->elements.items[i];
        element.parent = element_of(j, element.parent);
        if (element.detail) {
            struct scene_detail *detail = arena_alloc(whole->arena, sizeof *detail);
            *detail = *element.detail;
            detail->page += j->first_page;
            if (detail->note_id)
                detail->note_id =
                    arena_printf(whole->arena, "%s-%s",
                                 j->part->language ? j->part->language : "en", detail->note_id);
            element.detail = detail;
        }
        vec_push(whole->arena, &whole->elements, element);
    }
}

/* "EN-3" */
static const char *label_of(const struct joining *j, const char *label) {
    const char *language = j->part->language ? j->part->language : "en";
    const size_t length = strcspn(language, "-");
    char *prefix = arena_strndup(j->whole->arena, language, length);
    for (size_t i = 0; i < length; i++)
        if (prefix[i] >= 'a' && prefix[i] <= 'z')
            prefix[i] = (char)(prefix[i] - 'a' + 'A');
    return arena_printf(j->whole->arena, "%s-%s", prefix, label ? label : "");
}

static void join_page(struct joining *j, const struct scene_page *page) {
    struct scene *whole = j->whole;
    const uint32_t number =
        scene_add_page(whole, page->width, page->height, label_of(j, page->label));
    struct scene_page *to = &whole->pages.items[number];
    to->items.items = arena_array(whole->arena, page->items.count + 1, sizeof *to->items.items);
    to->items.count = to->items.capacity = page->items.count;
    for (size_t i = 0; i < page->items.count; i++) {
        to->items.items[i] = page->items.items[i];
        to->items.items[i].element = element_of(j, page->items.items[i].element);
    }
    to->links.items = arena_array(whole->arena, page->links.count + 1, sizeof *to->links.items);
    to->links.count = to->links.capacity = page->links.count;
    for (size_t i = 0; i < page->links.count; i++) {
        to->links.items[i] = page->links.items[i];
        to->links.items[i].element = element_of(j, page->links.items[i].element);
        to->links.items[i].page += j->first_page;
    }
}

static void join_part(struct scene *whole, const struct scenejoin_part *part) {
    struct joining j = {
        .whole = whole, .part = part->scene, .first_page = (uint32_t)whole->pages.count};
    join_elements(&j);
    for (size_t i = 0; i < part->scene->pages.count; i++)
        join_page(&j, &part->scene->pages.items[i]);
    vec_push(whole->arena, &whole->languages,
             ((struct scene_language){j.part->language, j.part->title, j.part->subject}));
    scene_add_outline(whole, 1, part->name, j.first_page, 0);
    for (size_t i = 0; i < part->scene->outline.count; i++) {
        const struct scene_outline *entry = &part->scene->outline.items[i];
        scene_add_outline(whole, entry->level + 1, entry->title, entry->page + j.first_page,
                          entry->y);
    }
}

struct scene *scenejoin_parts(struct arena *arena, const struct scenejoin_part *parts,
                              size_t count) {
    assert(count > 0);
    struct scene *whole = scene_new(arena);
    const struct scene *first = parts[0].scene;
    whole->title = first->title;
    for (size_t i = 1; i < count; i++)
        if (parts[i].scene->title && whole->title)
            whole->title = arena_printf(arena, "%s / %s", whole->title, parts[i].scene->title);
    whole->author = first->author;
    whole->subject = first->subject;
    whole->keywords = first->keywords;
    whole->language = first->language;
    whole->date = first->date;
    whole->source_digest = first->source_digest;
    whole->description = first->description;
    for (size_t i = 0; i < count; i++)
        join_part(whole, &parts[i]);
    return whole;
}

#include "scene/scene.h"

#include <assert.h>
#include <string.h>

struct scene *scene_new(struct arena *arena) {
    struct scene *scene = arena_alloc(arena, sizeof *scene);
    scene->arena = scene->drafts = arena;
    vec_push(arena, &scene->elements, ((struct scene_element){.tag = TAG_DOCUMENT}));
    return scene;
}

uint32_t scene_add_page(struct scene *scene, mp width, mp height, const char *label) {
    assert(width > 0 && height > 0 && scene->pages.count < UINT32_MAX);
    struct scene_page page = {
        .width = width, .height = height, .label = arena_strdup(scene->arena, label)};
    vec_push(scene->arena, &scene->pages, page);
    return (uint32_t)(scene->pages.count - 1);
}

scene_element_id scene_add_element(struct scene *scene, scene_element_id parent, enum tag tag) {
    assert(parent < scene->elements.count && scene->elements.count < SCENE_ARTIFACT);
    struct scene_element element = {.tag = tag, .parent = parent};
    vec_push(scene->arena, &scene->elements, element);
    return (scene_element_id)(scene->elements.count - 1);
}

struct scene_element *scene_element(struct scene *scene, scene_element_id id) {
    assert(id < scene->elements.count);
    return &scene->elements.items[id];
}

const struct scene_detail *scene_detail(const struct scene_element *element) {
    static const struct scene_detail nothing = {.alt = NULL};
    return element->detail ? element->detail : &nothing;
}

struct scene_detail *scene_describe(struct scene *scene, scene_element_id id) {
    struct scene_element *element = scene_element(scene, id);
    if (!element->detail)
        element->detail = arena_alloc(scene->arena, sizeof *element->detail);
    return element->detail;
}

static struct scene_page *page_of(struct scene *scene, uint32_t page) {
    assert(page < scene->pages.count);
    return &scene->pages.items[page];
}

/* Gives a page room for twice its items among the drafts. */
static void redraft(struct scene *scene, uint32_t page, struct scene_page *to) {
    const size_t room = to->items.count < 16 ? 32 : to->items.count * 2;
    struct scene_item *items = arena_array(scene->drafts, room, sizeof *items);
    if (to->items.count > 0)
        memcpy(items, to->items.items, to->items.count * sizeof *items);
    to->items.items = items;
    to->items.capacity = room;
    if (page < scene->first_draft)
        scene->first_draft = page;
}

void scene_draft(struct scene *scene, struct arena *drafts) {
    scene->drafts = drafts;
    scene->first_draft = UINT32_MAX;
}

void scene_settle(struct scene *scene) {
    for (size_t i = scene->first_draft; i < scene->pages.count; i++) {
        struct scene_page *page = &scene->pages.items[i];
        if (!arena_holds(scene->drafts, page->items.items))
            continue;
        struct scene_item *items = arena_array(scene->arena, page->items.count, sizeof *items);
        memcpy(items, page->items.items, page->items.count * sizeof *items);
        page->items.items = items;
        page->items.capacity = page->items.count;
    }
    scene->drafts = scene->arena;
}

static struct scene_item *add_item(struct scene *scene, uint32_t page, enum scene_kind kind,
                                   scene_element_id element) {
    struct scene_page *to = page_of(scene, page);
    if (scene->drafts != scene->arena && to->items.count == to->items.capacity)
        redraft(scene, page, to);
    struct scene_item *item = vec_add(scene->drafts, &to->items);
    item->kind = kind;
    item->element = element;
    return item;
}

static void add_text(struct scene *scene, uint32_t page, scene_element_id element,
                     const struct run *run, mp x, mp y, mp size, uint32_t colour) {
    assert(run && size > 0);
    add_item(scene, page, SCENE_TEXT, element)->as.text =
        (struct scene_text){.run = run, .x = x, .y = y, .size = size, .colour = colour};
}

mp scene_add_shaped(struct scene *scene, uint32_t page, scene_element_id element,
                    const struct shaped *shaped, mp x, mp y, mp size, uint32_t colour) {
    for (size_t i = 0; i < shaped->count; i++) {
        add_text(scene, page, element, shaped->runs[i], x, y, size, colour);
        x += shape_run_width(shaped->runs[i], size);
    }
    return x;
}

/* A path with its points and steps in one piece of memory. */
struct whole_path {
    struct path path;
    struct point points[];
};

static void add_moved_path(struct scene *scene, uint32_t page, scene_element_id element,
                           const struct path *path, mp dx, mp dy) {
    const size_t points = path->point_count * sizeof *path->points;
    struct whole_path *whole = arena_alloc(scene->arena, sizeof *whole + points + path->op_count);
    whole->path = *path;
    for (size_t i = 0; i < path->point_count; i++)
        whole->points[i] = (struct point){path->points[i].x + dx, path->points[i].y + dy};
    uint8_t *ops = (uint8_t *)(whole->points + path->point_count);
    if (path->op_count)
        memcpy(ops, path->ops, path->op_count);
    whole->path.points = whole->points;
    whole->path.ops = ops;
    add_item(scene, page, SCENE_PATH, element)->as.path = &whole->path;
}

void scene_add_path(struct scene *scene, uint32_t page, scene_element_id element,
                    struct path path) {
    add_moved_path(scene, page, element, &path, 0, 0);
}

void scene_add_image(struct scene *scene, uint32_t page, scene_element_id element,
                     const struct picture *picture, struct rect rect) {
    assert(picture);
    add_item(scene, page, SCENE_IMAGE, element)->as.image = (struct scene_image){picture, rect};
}

void scene_group_begin(struct scene *scene, uint32_t page, struct scene_group group) {
    struct arena *arena = scene->arena;
    const char **texts[] = {&group.id,    &group.css_class,   &group.role,
                            &group.title, &group.description, &group.href,
                            &group.label, &group.data_status, &group.words};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        *texts[i] = arena_strdup(arena, *texts[i]);
    struct scene_group *own = arena_alloc(arena, sizeof *own);
    *own = group;
    add_item(scene, page, SCENE_GROUP_BEGIN, SCENE_ARTIFACT)->as.group = own;
}

void scene_group_end(struct scene *scene, uint32_t page) {
    add_item(scene, page, SCENE_GROUP_END, SCENE_ARTIFACT);
}

void scene_add_link(struct scene *scene, uint32_t page, struct scene_link link) {
    link.uri = arena_strdup(scene->arena, link.uri);
    link.contents = arena_strdup(scene->arena, link.contents);
    vec_push(scene->arena, &page_of(scene, page)->links, link);
}

void scene_add_outline(struct scene *scene, int level, const char *title, uint32_t page, mp y) {
    assert(level > 0 && title);
    struct scene_outline entry = {
        .level = level, .title = arena_strdup(scene->arena, title), .page = page, .y = y};
    vec_push(scene->arena, &scene->outline, entry);
}

static void add_moved_image(struct scene *scene, uint32_t page, scene_element_id element,
                            struct scene_image image, mp dx, mp dy) {
    image.rect.x += dx;
    image.rect.y += dy;
    scene_add_image(scene, page, element, image.picture, image.rect);
}

void scene_add_drawing(struct scene *scene, uint32_t page, scene_element_id element,
                       const struct scene *drawing, mp dx, mp dy) {
    assert(drawing != scene && drawing->pages.count == 1);
    const struct scene_page *from = &drawing->pages.items[0];
    for (size_t i = 0; i < from->items.count; i++) {
        const struct scene_item *item = &from->items.items[i];
        const struct scene_text *text = &item->as.text;
        if (item->kind == SCENE_TEXT)
            add_text(scene, page, element, text->run, text->x + dx, text->y + dy, text->size,
                     text->colour);
        else if (item->kind == SCENE_PATH)
            add_moved_path(scene, page, element, item->as.path, dx, dy);
        else if (item->kind == SCENE_IMAGE)
            add_moved_image(scene, page, element, item->as.image, dx, dy);
    }
}

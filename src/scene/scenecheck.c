#include "scene/scene.h"

#include "base/idmap.h"

/* Strokes and rounding may reach this far beyond the page's edge. */
#define SLACK PT(2)

static bool inside(const struct scene_page *page, struct point p) {
    return p.x >= -SLACK && p.x <= page->width + SLACK && p.y >= -SLACK &&
           p.y <= page->height + SLACK;
}

static bool known_element(const struct scene *scene, scene_element_id id) {
    return id == SCENE_ARTIFACT || id == SCENE_HEADER || id == SCENE_FOOTER ||
           id < scene->elements.count;
}

static size_t points_of(enum path_op op) {
    switch (op) {
    case PATH_MOVE:
    case PATH_LINE:
        return 1;
    case PATH_CURVE:
        return 3;
    case PATH_CLOSE:
        return 0;
    }
    return SIZE_MAX;
}

static const char *path_problem(const struct scene_page *page, const struct path *path) {
    size_t points = 0;
    if (path->op_count == 0 || path->ops[0] != PATH_MOVE)
        return "a path does not begin with a move";
    for (size_t i = 0; i < path->op_count; i++) {
        size_t more = points_of((enum path_op)path->ops[i]);
        if (more > path->point_count - points)
            return "a path has fewer points than its operators take";
        points += more;
    }
    if (points != path->point_count)
        return "a path has more points than its operators take";
    for (size_t i = 0; i < path->point_count; i++)
        if (!inside(page, path->points[i]))
            return "a path lies outside its page";
    return path->width < 0 || path->dash_on < 0 || path->dash_off < 0
               ? "a path has a negative width or dash"
               : NULL;
}

static const char *text_problem(const struct scene_page *page, const struct scene_text *text) {
    if (!text->run || text->size <= 0)
        return "a text has no run or no size";
    struct point start = {text->x, text->y};
    struct point end = {text->x + shape_run_width(text->run, text->size), text->y};
    return inside(page, start) && inside(page, end) ? NULL : "a text lies outside its page";
}

static const char *image_problem(const struct scene_page *page, const struct scene_image *image) {
    const struct rect *rect = &image->rect;
    if (!image->picture || rect->w <= 0 || rect->h <= 0)
        return "an image has no picture or no size";
    struct point a = {rect->x, rect->y}, b = {rect->x + rect->w, rect->y + rect->h};
    return inside(page, a) && inside(page, b) ? NULL : "an image lies outside its page";
}

static const char *item_problem(const struct scene *scene, const struct scene_page *page,
                                const struct scene_item *item, size_t *depth) {
    switch (item->kind) {
    case SCENE_GROUP_BEGIN:
        ++*depth;
        return NULL;
    case SCENE_GROUP_END:
        return (*depth)-- == 0 ? "a group ends that did not begin" : NULL;
    case SCENE_TEXT:
        if (!known_element(scene, item->element))
            return "an item belongs to no known element";
        return text_problem(page, &item->as.text);
    case SCENE_PATH:
        if (!known_element(scene, item->element))
            return "an item belongs to no known element";
        return path_problem(page, item->as.path);
    case SCENE_IMAGE:
        if (!known_element(scene, item->element))
            return "an item belongs to no known element";
        return image_problem(page, &item->as.image);
    }
    return "an item is of no known kind";
}

static const char *link_problem(const struct scene *scene, const struct scene_link *link) {
    if (link->element >= scene->elements.count ||
        scene->elements.items[link->element].tag != TAG_LINK)
        return "a link has no Link element";
    if (!link->contents || !*link->contents)
        return "a link does not say where it leads";
    return !link->uri && link->page >= scene->pages.count ? "a link leads to no page" : NULL;
}

/* The problem with its page and, for a text, what it says: whoever drew it must find it. */
static const char *located(const struct scene *scene, size_t page, const struct scene_item *item,
                           const char *problem) {
    if (!problem || !item || item->kind != SCENE_TEXT || !item->as.text.run)
        return problem ? arena_printf(scene->arena, "page %zu: %s", page + 1, problem) : NULL;
    const struct scene_text *text = &item->as.text;
    return arena_printf(scene->arena, "page %zu: %s: \"%.40s\" at %d %d", page + 1, problem,
                        text->run->text, text->x / 1000, text->y / 1000);
}

static const char *page_problem(const struct scene *scene, size_t number) {
    const struct scene_page *page = &scene->pages.items[number];
    size_t depth = 0;
    for (size_t i = 0; i < page->items.count; i++) {
        const struct scene_item *item = &page->items.items[i];
        const char *problem = item_problem(scene, page, item, &depth);
        if (problem)
            return located(scene, number, item, problem);
    }
    if (depth)
        return located(scene, number, NULL, "a group does not end");
    for (size_t i = 0; i < page->links.count; i++) {
        const char *problem = link_problem(scene, &page->links.items[i]);
        if (problem)
            return located(scene, number, NULL, problem);
    }
    return NULL;
}

static const char *element_problem(const struct scene_element *element, struct idmap *notes) {
    const struct scene_detail *detail = scene_detail(element);
    if (element->tag == TAG_FIGURE && (!detail->alt || !*detail->alt))
        return "a Figure has no alternative text";
    if (element->tag == TAG_TH && element->scope == SCOPE_NONE)
        return "a header cell has no scope";
    if (element->tag != TAG_NOTE)
        return NULL;
    if (!detail->note_id)
        return "a Note has no id";
    size_t count = idmap_count(notes);
    idmap_put(notes, detail->note_id, count);
    return idmap_count(notes) == count ? "two Notes have the same id" : NULL;
}

/* Levels of headings in the order of reading: the first is 1, none is skipped. */
struct outline_walk {
    uint32_t *child, *next; /* first child and next sibling of an element, 0: none */
    int level;
};

static const char *heading_problem(struct outline_walk *walk, enum tag tag) {
    if (tag < TAG_H1 || tag > TAG_H4)
        return NULL;
    int level = (int)tag - (int)TAG_H1 + 1;
    if (level > walk->level + 1)
        return "a heading level is skipped";
    walk->level = level;
    return NULL;
}

static const char *walk_headings(const struct scene *scene, struct arena *arena) {
    size_t count = scene->elements.count;
    struct outline_walk walk = {
        .child = arena_array(arena, count, sizeof *walk.child),
        .next = arena_array(arena, count, sizeof *walk.next),
    };
    for (size_t i = count; i-- > 1;) {
        uint32_t parent = scene->elements.items[i].parent;
        walk.next[i] = walk.child[parent];
        walk.child[parent] = (uint32_t)i;
    }
    for (uint32_t at = walk.child[0]; at != 0;) {
        const char *problem = heading_problem(&walk, scene->elements.items[at].tag);
        if (problem)
            return problem;
        if (walk.child[at]) {
            at = walk.child[at];
            continue;
        }
        while (at != 0 && walk.next[at] == 0)
            at = scene->elements.items[at].parent;
        at = at ? walk.next[at] : 0;
    }
    return NULL;
}

static const char *heading_problems(const struct scene *scene) {
    struct arena *aside = arena_aside(scene->arena);
    const char *problem = walk_headings(scene, aside);
    arena_free(aside);
    return problem;
}

static const char *outline_problem(const struct scene *scene) {
    int level = 0;
    for (size_t i = 0; i < scene->outline.count; i++) {
        const struct scene_outline *entry = &scene->outline.items[i];
        if (entry->level > level + 1)
            return "the outline skips a level";
        if (entry->page >= scene->pages.count)
            return "the outline leads to no page";
        level = entry->level;
    }
    return NULL;
}

const char *scene_problem(const struct scene *scene) {
    struct idmap *notes = idmap_new(scene->arena);
    for (size_t i = 1; i < scene->elements.count; i++) {
        if (scene->elements.items[i].parent >= i)
            return "an element comes before its parent";
        const char *problem = element_problem(&scene->elements.items[i], notes);
        if (problem)
            return problem;
    }
    for (size_t i = 0; i < scene->pages.count; i++) {
        const char *problem = page_problem(scene, i);
        if (problem)
            return problem;
    }
    const char *problem = heading_problems(scene);
    return problem ? problem : outline_problem(scene);
}

#include "layout/mirror.h"

#include <assert.h>
#include <string.h>

bool mirror_language(const char *language) {
    static const char *const languages[] = {"ar", "he", "fa", "ur", "yi", "ps", "sd", "ug", "dv"};
    const size_t length = language ? strcspn(language, "-") : 0;
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
        if (length == 2 && strncmp(languages[i], language, 2) == 0)
            return true;
    return false;
}

void mirror_begin(struct composer *composer, uint32_t page, mp x, mp width) {
    if (!composer->mirrored || composer->mirror_depth++ > 0)
        return;
    const struct scene_page *on = &composer->scene->pages.items[page];
    const struct mirror_box box = {.page = page,
                                   .x = x,
                                   .width = width,
                                   .first_item = on->items.count,
                                   .first_link = on->links.count};
    vec_push(composer->lasting, &composer->mirror_boxes, box);
}

void mirror_end(struct composer *composer) {
    if (!composer->mirrored || --composer->mirror_depth > 0)
        return;
    assert(composer->mirror_boxes.count > 0);
    struct mirror_box *box = &composer->mirror_boxes.items[composer->mirror_boxes.count - 1];
    const struct scene_page *on = &composer->scene->pages.items[box->page];
    box->items = on->items.count - box->first_item;
    box->links = on->links.count - box->first_link;
}

static mp text_end(const struct scene_item *item) {
    return item->as.text.x + shape_run_width(item->as.text.run, item->as.text.size);
}

/* The item after the runs of a text. */
static size_t runs_end(const struct scene_page *page, size_t first) {
    size_t end = first + 1;
    while (end < page->items.count && page->items.items[end].kind == SCENE_TEXT &&
           page->items.items[end].as.text.y == page->items.items[first].as.text.y &&
           page->items.items[end].as.text.x == text_end(&page->items.items[end - 1]))
        end++;
    return end;
}

void mirror_texts(struct composer *composer, uint32_t page, size_t first_item) {
    if (!composer->mirrored || composer->mirror_depth > 0)
        return;
    const struct scene_page *on = &composer->scene->pages.items[page];
    size_t end = 0;
    for (size_t i = first_item; i < on->items.count; i = end) {
        end = i + 1;
        if (on->items.items[i].kind != SCENE_TEXT)
            continue;
        end = runs_end(on, i);
        const mp x = on->items.items[i].as.text.x;
        const struct mirror_box box = {.page = page,
                                       .x = x,
                                       .width = text_end(&on->items.items[end - 1]) - x,
                                       .first_item = i,
                                       .items = end - i};
        vec_push(composer->lasting, &composer->mirror_boxes, box);
    }
}

/* ---- moving ---------------------------------------------------------------------------------- */

/* Each x times `way` (1 or -1) and `add` further on, in points of the path's own. */
static void shift_path(struct composer *composer, struct path *path, mp way, mp add) {
    struct point *points = arena_array(composer->arena, path->point_count, sizeof *points);
    for (size_t i = 0; i < path->point_count; i++)
        points[i] = (struct point){way * path->points[i].x + add, path->points[i].y};
    path->points = points;
}

static void move_item(struct composer *composer, struct scene_item *item, mp dx) {
    switch (item->kind) {
    case SCENE_TEXT:
        item->as.text.x += dx;
        break;
    case SCENE_PATH:
        shift_path(composer, item->as.path, 1, dx);
        break;
    case SCENE_IMAGE:
        item->as.image.rect.x += dx;
        break;
    case SCENE_GROUP_BEGIN:
    case SCENE_GROUP_END:
    default:
        break;
    }
}

/* ---- turning --------------------------------------------------------------------------------- */

static mp turned(mp page, mp x, mp width) {
    return page - x - width;
}

static void turn_item(struct composer *composer, struct scene_item *item, mp page) {
    switch (item->kind) {
    case SCENE_TEXT:
        item->as.text.x =
            turned(page, item->as.text.x, shape_run_width(item->as.text.run, item->as.text.size));
        break;
    case SCENE_PATH:
        shift_path(composer, item->as.path, -1, page);
        break;
    case SCENE_IMAGE:
        item->as.image.rect.x = turned(page, item->as.image.rect.x, item->as.image.rect.w);
        break;
    case SCENE_GROUP_BEGIN:
    case SCENE_GROUP_END:
    default:
        break;
    }
}

/* What no box has moved. */
static void turn_page(struct composer *composer, uint32_t number, const bool *items_moved,
                      const bool *links_moved) {
    struct scene_page *page = &composer->scene->pages.items[number];
    for (size_t i = 0; i < page->items.count; i++)
        if (!items_moved[i])
            turn_item(composer, &page->items.items[i], page->width);
    for (size_t i = 0; i < page->links.count; i++)
        if (!links_moved[i])
            page->links.items[i].rect.x =
                turned(page->width, page->links.items[i].rect.x, page->links.items[i].rect.w);
}

static void move_box(struct composer *composer, const struct mirror_box *box, bool *items_moved,
                     bool *links_moved) {
    struct scene_page *page = &composer->scene->pages.items[box->page];
    const mp dx = turned(page->width, box->x, box->width) - box->x;
    for (size_t i = box->first_item; i < box->first_item + box->items; i++) {
        move_item(composer, &page->items.items[i], dx);
        items_moved[i] = true;
    }
    for (size_t i = box->first_link; i < box->first_link + box->links; i++) {
        page->links.items[i].rect.x += dx;
        links_moved[i] = true;
    }
}

void mirror_pages(struct composer *composer) {
    if (!composer->mirrored)
        return;
    struct scene *scene = composer->scene;
    const size_t count = scene->pages.count;
    bool **items = arena_array(composer->arena, count, sizeof *items);
    bool **links = arena_array(composer->arena, count, sizeof *links);
    for (size_t p = 0; p < count; p++) {
        items[p] = arena_array(composer->arena, scene->pages.items[p].items.count, sizeof(bool));
        links[p] = arena_array(composer->arena, scene->pages.items[p].links.count, sizeof(bool));
    }
    for (size_t i = 0; i < composer->mirror_boxes.count; i++) {
        const struct mirror_box *box = &composer->mirror_boxes.items[i];
        move_box(composer, box, items[box->page], links[box->page]);
    }
    for (uint32_t p = 0; p < count; p++)
        turn_page(composer, p, items[p], links[p]);
    for (size_t i = 0; i < scene->elements.count; i++) {
        struct scene_detail *detail = scene->elements.items[i].detail;
        if (detail && detail->has_bbox)
            detail->bbox.x =
                turned(scene->pages.items[detail->page].width, detail->bbox.x, detail->bbox.w);
    }
}

#include "output/pdfnav.h"

#include "base/ascii.h"
#include <string.h>

#define NONE ((size_t)-1)

/* A bookmark's neighbours. */
struct bookmark {
    uint32_t number;
    struct textbuf *body;
    size_t parent, previous, next, first, last; /* NONE: none; parent NONE: the root */
    size_t kids;
};

static void link_bookmarks(const struct scene *scene, struct bookmark *marks,
                           struct bookmark *root) {
    for (size_t i = 0; i < scene->outline.count; i++) {
        /* The nearest one before it of a lower level. */
        size_t parent = i ? i - 1 : NONE;
        while (parent != NONE &&
               scene->outline.items[parent].level >= scene->outline.items[i].level)
            parent = marks[parent].parent;
        struct bookmark *above = parent == NONE ? root : &marks[parent];
        struct bookmark *mark = &marks[i];
        mark->parent = parent;
        mark->previous = above->last;
        mark->next = mark->first = mark->last = NONE;
        if (above->last == NONE)
            above->first = i;
        else
            marks[above->last].next = i;
        above->last = i;
        above->kids++;
    }
}

static void put_neighbour(struct textbuf *out, const char *key, const struct bookmark *marks,
                          size_t at) {
    if (at == NONE)
        return;
    textbuf_str(out, key);
    pdfobject_reference(out, marks[at].number);
}

static void write_bookmark(const struct scene *scene, const struct pdftags_page *pages,
                           const struct bookmark *marks, size_t i, uint32_t root) {
    const struct scene_outline *entry = &scene->outline.items[i];
    const struct bookmark *mark = &marks[i];
    struct textbuf *out = mark->body;
    textbuf_str(out, "/Title");
    pdfobject_text(out, entry->title);
    textbuf_str(out, "/Parent ");
    pdfobject_reference(out, mark->parent == NONE ? root : marks[mark->parent].number);
    put_neighbour(out, "/Prev ", marks, mark->previous);
    put_neighbour(out, "/Next ", marks, mark->next);
    put_neighbour(out, "/First ", marks, mark->first);
    put_neighbour(out, "/Last ", marks, mark->last);
    /* Negative: shown closed. */
    if (mark->kids)
        textbuf_printf(out, "/Count -%zu", mark->kids);
    textbuf_str(out, "/Dest[");
    pdfobject_reference(out, pages[entry->page].number);
    textbuf_str(out, "/XYZ null ");
    pdfobject_length(out, scene->pages.items[entry->page].height - entry->y, ' ');
    textbuf_str(out, "null]");
}

static void write_outline(struct arena *arena, const struct scene *scene,
                          const struct pdftags_page *pages, struct pdfobject_store *store,
                          struct textbuf *catalog) {
    size_t count = scene->outline.count;
    struct bookmark *marks = arena_array(arena, count, sizeof *marks);
    struct bookmark root = {.first = NONE, .last = NONE};
    root.number = pdfobject_dict(store, &root.body);
    for (size_t i = 0; i < count; i++)
        marks[i].number = pdfobject_dict(store, &marks[i].body);
    link_bookmarks(scene, marks, &root);
    for (size_t i = 0; i < count; i++)
        write_bookmark(scene, pages, marks, i, root.number);
    textbuf_str(root.body, "/Type/Outlines");
    put_neighbour(root.body, "/First ", marks, root.first);
    put_neighbour(root.body, "/Last ", marks, root.last);
    textbuf_printf(root.body, "/Count %zu", root.kids);
    textbuf_str(catalog, "/PageMode/UseOutlines/Outlines ");
    pdfobject_reference(catalog, root.number);
}

/* "A12" is the prefix "A" and the number 12; "iv" is a prefix alone. */
static size_t label_number(const char *label, size_t *prefix) {
    size_t at = strlen(label), digits = 0, number = 0;
    while (at > 0 && ascii_digit(label[at - 1]) && digits < 6) {
        at--;
        digits++;
    }
    /* A number never begins with 0. */
    while (label[at] == '0')
        at++;
    *prefix = at;
    for (; label[at]; at++)
        number = number * 10 + (size_t)(label[at] - '0');
    return number;
}

static void write_labels(struct arena *arena, const struct scene *scene, struct textbuf *catalog) {
    const char *before = NULL;
    size_t before_prefix = 0, before_number = 0;
    textbuf_str(catalog, "/PageLabels<</Nums[");
    for (size_t i = 0; i < scene->pages.count; i++) {
        const char *label = scene->pages.items[i].label;
        if (!label)
            label = "";
        size_t prefix = 0, number = label_number(label, &prefix);
        bool follows = before && number != 0 && number == before_number + 1 &&
                       prefix == before_prefix && memcmp(label, before, prefix) == 0;
        if (!follows) {
            textbuf_printf(catalog, "%zu<<", i);
            if (number)
                textbuf_printf(catalog, "/S/D/St %zu", number);
            if (prefix) {
                textbuf_str(catalog, "/P");
                pdfobject_text(catalog, arena_strndup(arena, label, prefix));
            }
            textbuf_str(catalog, ">>");
        }
        before = label;
        before_prefix = prefix;
        before_number = number;
    }
    textbuf_str(catalog, "]>>");
}

void pdfnav_write(struct arena *arena, const struct scene *scene, const struct pdftags_page *pages,
                  struct pdfobject_store *store, struct textbuf *catalog) {
    if (scene->outline.count)
        write_outline(arena, scene, pages, store, catalog);
    for (size_t i = 0; i < scene->pages.count; i++) {
        if (!scene->pages.items[i].label)
            continue;
        write_labels(arena, scene, catalog);
        break;
    }
}

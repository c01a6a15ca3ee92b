#include "output/pdftags.h"

#include "output/address.h"
#include <string.h>

#define NONE ((uint32_t)-1)

/* A link annotation. */
struct annotation {
    scene_element_id element;
    uint32_t page;
    uint32_t number;
    uint32_t next; /* of the same element, or NONE */
};

/* An element of the scene on its way into the file. */
struct node {
    uint32_t number;      /* of its object, 0: left out */
    uint32_t child, next; /* NONE: none */
    uint32_t mark;        /* the first of its own, NONE: none */
    uint32_t first;       /* first mark of it or of what is below */
    uint32_t annotation;  /* NONE: none */
};

struct pdftags {
    struct arena *arena;
    const struct scene *scene;
    const struct pdfmarks *marks;
    const struct pdftags_page *pages;
    struct pdfobject_store *store;
    struct node *nodes;
    uint32_t *next_mark; /* of the same element */
    VEC(struct annotation) annotations;
    uint32_t root;
    scene_element_id *kept; /* in the order of their objects */
};

/* ---- links ---------------------------------------------------------------------------------- */

/* An address is ASCII: bytes beyond it as %E2. */
static const char *ascii_uri(struct arena *arena, const char *uri) {
    struct textbuf out;
    textbuf_init(&out, arena);
    for (; *uri; uri++) {
        if (*uri > 0x20 && *uri < 0x7F)
            textbuf_char(&out, *uri);
        else
            textbuf_printf(&out, "%%%02X", (unsigned)(unsigned char)*uri);
    }
    return textbuf_text(&out);
}

static void put_annotation(struct pdftags *tags, uint32_t page, const struct scene_link *link,
                           struct textbuf *body) {
    textbuf_str(body, "/Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect");
    pdfpage_box(body, &tags->scene->pages.items[page], link->rect);
    textbuf_str(body, "/P ");
    pdfobject_reference(body, tags->pages[page].number);
    /* Keys of the parent tree: pages first, then annotations. */
    textbuf_printf(body, "/StructParent %zu/Contents",
                   tags->scene->pages.count + tags->annotations.count);
    pdfobject_text(body, link->contents);
    if (link->uri) {
        textbuf_str(body, "/A<</S/URI/URI");
        pdfobject_text(body, ascii_uri(tags->arena, link->uri));
        textbuf_str(body, ">>");
    } else {
        textbuf_str(body, "/Dest[");
        pdfobject_reference(body, tags->pages[link->page].number);
        textbuf_str(body, "/XYZ null ");
        pdfobject_length(body, tags->scene->pages.items[link->page].height - link->y, ' ');
        textbuf_str(body, "null]");
    }
}

static void write_links(struct pdftags *tags) {
    struct textbuf body;
    textbuf_init(&body, tags->arena);
    for (uint32_t p = 0; p < tags->scene->pages.count; p++) {
        const struct scene_page *page = &tags->scene->pages.items[p];
        struct textbuf *entries = tags->pages[p].entries;
        textbuf_printf(entries, "/StructParents %u", p);
        if (page->links.count == 0)
            continue;
        textbuf_str(entries, "/Tabs/S/Annots[");
        for (size_t i = 0; i < page->links.count; i++) {
            const struct scene_link *link = &page->links.items[i];
            /* Of a link to elsewhere only the words remain. */
            if (link->uri && !address_allowed(link->uri))
                continue;
            textbuf_clear(&body);
            put_annotation(tags, p, link, &body);
            const struct annotation annotation = {
                .element = link->element, .page = p, .number = pdfobject_made(tags->store, &body)};
            vec_push(tags->arena, &tags->annotations, annotation);
            textbuf_char(entries, ' ');
            pdfobject_reference(entries, annotation.number);
        }
        textbuf_char(entries, ']');
    }
    /* The lists of the elements grow at their heads. */
    for (size_t i = tags->annotations.count; i-- > 0;) {
        struct node *node = &tags->nodes[tags->annotations.items[i].element];
        tags->annotations.items[i].next = node->annotation;
        node->annotation = (uint32_t)i;
    }
}

/* ---- the tree in order ---------------------------------------------------------------------- */

static void build_nodes(struct pdftags *tags) {
    const size_t count = tags->scene->elements.count;
    tags->nodes = arena_array(tags->arena, count, sizeof *tags->nodes);
    for (size_t i = 0; i < count; i++)
        tags->nodes[i] = (struct node){
            .child = NONE, .next = NONE, .mark = NONE, .first = NONE, .annotation = NONE};
    for (uint32_t i = (uint32_t)count; i-- > 1;) {
        struct node *parent = &tags->nodes[tags->scene->elements.items[i].parent];
        tags->nodes[i].next = parent->child;
        parent->child = i;
    }
}

static const struct pdfmark *mark_at(const struct pdftags *tags, uint32_t m) {
    return &tags->marks->items.items[m];
}

/* Hangs the marks on their elements and tells all above them which comes first. */
static void place_marks(struct pdftags *tags) {
    const uint32_t count = (uint32_t)tags->marks->items.count;
    tags->next_mark = arena_array(tags->arena, count, sizeof *tags->next_mark);
    for (uint32_t m = count; m-- > 0;) {
        struct node *node = &tags->nodes[mark_at(tags, m)->element];
        tags->next_mark[m] = node->mark;
        node->mark = m;
    }
    for (uint32_t m = 0; m < count; m++) {
        scene_element_id id = mark_at(tags, m)->element;
        while (tags->nodes[id].first == NONE) {
            tags->nodes[id].first = m;
            if (id != SCENE_ROOT)
                id = tags->scene->elements.items[id].parent;
        }
    }
}

static bool may_be_empty(enum tag tag) {
    return tag == TAG_TH || tag == TAG_TD || tag == TAG_LBL;
}

/* Keeps what has content, and what is above it; parents come before their kids. */
static uint32_t keep_nodes(struct pdftags *tags) {
    uint32_t kept = 0;
    for (size_t i = tags->scene->elements.count; i-- > 0;) {
        const struct scene_element *element = &tags->scene->elements.items[i];
        struct node *node = &tags->nodes[i];
        if (node->number || node->mark != NONE || node->annotation != NONE || i == 0 ||
            may_be_empty(element->tag)) {
            node->number = tags->nodes[element->parent].number = 1;
            kept++;
        }
    }
    return kept;
}

/* Those that are kept get their numbers. */
static void number_nodes(struct pdftags *tags, uint32_t number, uint32_t count) {
    tags->kept = arena_array(tags->arena, count, sizeof *tags->kept);
    uint32_t kept = 0;
    for (uint32_t i = 0; i < tags->scene->elements.count; i++) {
        if (!tags->nodes[i].number)
            continue;
        tags->nodes[i].number = number + kept;
        tags->kept[kept++] = i;
    }
}

/* ---- elements ------------------------------------------------------------------------------- */

static uint32_t page_number(const struct pdftags *tags, uint32_t page) {
    return tags->pages[page].number;
}

/* The kids of an element while they are written. */
struct kids {
    struct textbuf *out;
    size_t start; /* of the entry */
    uint32_t count;
};

static void next_kid(struct kids *kids) {
    if (kids->count++ == 0)
        textbuf_str(kids->out, "/K ");
    else
        textbuf_char(kids->out, ' ');
}

/* Most elements have one, which needs no list. */
static void end_kids(struct kids *kids) {
    if (kids->count <= 1)
        return;
    kids->out->bytes[kids->start + 2] = '[';
    textbuf_char(kids->out, ']');
}

/* A mark among the kids; those of other pages name theirs. */
static void put_mark(const struct pdftags *tags, uint32_t m, uint32_t home, struct kids *kids) {
    const struct pdfmark *mark = mark_at(tags, m);
    next_kid(kids);
    if (mark->page == home) {
        textbuf_int(kids->out, mark->mcid);
        return;
    }
    textbuf_str(kids->out, "<</Type/MCR/Pg ");
    pdfobject_reference(kids->out, page_number(tags, mark->page));
    textbuf_printf(kids->out, "/MCID %u>>", mark->mcid);
}

static void put_kids(const struct pdftags *tags, const struct node *node, uint32_t home,
                     struct textbuf *out) {
    struct kids kids = {out, out->length, 0};
    uint32_t m = node->mark;
    for (uint32_t c = node->child; c != NONE; c = tags->nodes[c].next) {
        const struct node *child = &tags->nodes[c];
        if (!child->number)
            continue;
        for (; m != NONE && child->first != NONE && m < child->first; m = tags->next_mark[m])
            put_mark(tags, m, home, &kids);
        next_kid(&kids);
        pdfobject_reference(out, child->number);
    }
    for (; m != NONE; m = tags->next_mark[m])
        put_mark(tags, m, home, &kids);
    for (uint32_t a = node->annotation; a != NONE; a = tags->annotations.items[a].next) {
        next_kid(&kids);
        textbuf_str(out, "<</Type/OBJR/Obj ");
        pdfobject_reference(out, tags->annotations.items[a].number);
        textbuf_str(out, "/Pg ");
        pdfobject_reference(out, page_number(tags, tags->annotations.items[a].page));
        textbuf_str(out, ">>");
    }
    end_kids(&kids);
}

static void put_string(struct textbuf *out, const char *key, const char *text) {
    if (!text || !*text)
        return;
    textbuf_str(out, key);
    pdfobject_text(out, text);
}

static void grow_box(struct rect *box, bool *any, struct rect add) {
    if (*any) {
        mp right = length_max(box->x + box->w, add.x + add.w);
        mp bottom = length_max(box->y + box->h, add.y + add.h);
        box->x = length_min(box->x, add.x);
        box->y = length_min(box->y, add.y);
        box->w = right - box->x;
        box->h = bottom - box->y;
    } else {
        *box = add;
    }
    *any = true;
}

/* The box of a Figure that did not say its own: that of its items on the page. */
static struct rect measured_box(const struct scene_page *page, scene_element_id element) {
    struct rect box = {0};
    bool any = false;
    for (size_t i = 0; i < page->items.count; i++) {
        const struct scene_item *item = &page->items.items[i];
        if (item->element != element)
            continue;
        if (item->kind == SCENE_TEXT) {
            const struct scene_text *text = &item->as.text;
            mp width = shape_run_width(text->run, text->size);
            grow_box(&box, &any, (struct rect){text->x, text->y - text->size, width, text->size});
        } else if (item->kind == SCENE_PATH) {
            for (size_t k = 0; k < item->as.path->point_count; k++) {
                struct point p = item->as.path->points[k];
                grow_box(&box, &any, (struct rect){p.x, p.y, 0, 0});
            }
        } else if (item->kind == SCENE_IMAGE) {
            grow_box(&box, &any, item->as.image.rect);
        }
    }
    return box;
}

static void put_figure(const struct pdftags *tags, const struct scene_element *element,
                       scene_element_id id, uint32_t home, struct textbuf *out) {
    const struct scene_detail *detail = scene_detail(element);
    uint32_t page = detail->has_bbox ? detail->page : home;
    if (page >= tags->scene->pages.count)
        return;
    const struct scene_page *on = &tags->scene->pages.items[page];
    textbuf_str(out, "/A<</O/Layout/Placement/Block/BBox");
    pdfpage_box(out, on, detail->has_bbox ? detail->bbox : measured_box(on, id));
    textbuf_str(out, ">>");
}

static void put_table_attributes(struct textbuf *out, const struct scene_element *element) {
    bool header = element->tag == TAG_TH && element->scope != SCOPE_NONE;
    if (!header && element->column_span <= 1 && element->row_span <= 1)
        return;
    textbuf_str(out, "/A<</O/Table");
    if (header)
        textbuf_str(out, element->scope == SCOPE_ROW ? "/Scope/Row" : "/Scope/Column");
    if (element->column_span > 1)
        textbuf_printf(out, "/ColSpan %d", element->column_span);
    if (element->row_span > 1)
        textbuf_printf(out, "/RowSpan %d", element->row_span);
    textbuf_str(out, ">>");
}

static void put_attributes(const struct pdftags *tags, const struct scene_element *element,
                           scene_element_id id, uint32_t home, struct textbuf *out) {
    const struct scene_detail *detail = scene_detail(element);
    switch ((int)element->tag) {
    case TAG_FIGURE:
        put_figure(tags, element, id, home, out);
        break;
    case TAG_TH:
    case TAG_TD:
        put_table_attributes(out, element);
        break;
    case TAG_TABLE:
        if (detail->summary && *detail->summary) {
            textbuf_str(out, "/A<</O/Table/Summary");
            pdfobject_text(out, detail->summary);
            textbuf_str(out, ">>");
        }
        break;
    case TAG_L:
        textbuf_printf(out, "/A<</O/List/ListNumbering/%s>>",
                       detail->numbered ? "Decimal" : "Disc");
        break;
    case TAG_NOTE:
        put_string(out, "/ID", detail->note_id);
        break;
    default:
        break;
    }
}

static void write_element(void *user, uint32_t which, struct textbuf *out) {
    const struct pdftags *tags = user;
    const scene_element_id id = tags->kept[which];
    const struct scene_element *element = &tags->scene->elements.items[id];
    const struct scene_detail *detail = scene_detail(element);
    const struct node *node = &tags->nodes[id];
    const uint32_t home = node->mark == NONE ? NONE : mark_at(tags, node->mark)->page;
    textbuf_str(out, "/S/");
    textbuf_str(out, scene_tag_name(element->tag));
    textbuf_str(out, "/P ");
    pdfobject_reference(out, id == SCENE_ROOT ? tags->root : tags->nodes[element->parent].number);
    if (home != NONE) {
        textbuf_str(out, "/Pg ");
        pdfobject_reference(out, page_number(tags, home));
    }
    put_string(out, "/Alt", detail->alt);
    put_string(out, "/ActualText", detail->actual);
    put_string(out, "/Lang", detail->language);
    put_attributes(tags, element, id, home, out);
    if (node->mark != NONE || node->child != NONE || node->annotation != NONE)
        put_kids(tags, node, home, out);
}

/* From a page's marks, and from an annotation, back to their elements. */
static void write_parent_tree(void *user, uint32_t which, struct textbuf *out) {
    (void)which;
    const struct pdftags *tags = user;
    const size_t pages = tags->scene->pages.count;
    size_t m = 0;
    textbuf_str(out, "/Nums[");
    for (uint32_t p = 0; p < pages; p++) {
        textbuf_printf(out, "%u[", p);
        for (; m < tags->marks->items.count && mark_at(tags, (uint32_t)m)->page == p; m++) {
            pdfobject_reference(out, tags->nodes[mark_at(tags, (uint32_t)m)->element].number);
            textbuf_char(out, ' ');
        }
        textbuf_char(out, ']');
    }
    for (size_t i = 0; i < tags->annotations.count; i++) {
        textbuf_printf(out, " %zu ", pages + i);
        pdfobject_reference(out, tags->nodes[tags->annotations.items[i].element].number);
    }
    textbuf_char(out, ']');
}

/* ---- calls ---------------------------------------------------------------------------------- */

struct pdftags *pdftags_write(struct arena *arena, const struct scene *scene,
                              const struct pdfmarks *marks, const struct pdftags_page *pages,
                              struct pdfobject_store *store) {
    struct arena *passing = arena_aside(arena); /* until pdftags_close() */
    struct pdftags *tags = arena_alloc(passing, sizeof *tags);
    *tags = (struct pdftags){
        .arena = passing, .scene = scene, .marks = marks, .pages = pages, .store = store};
    build_nodes(tags);
    place_marks(tags);
    write_links(tags);
    struct textbuf *root;
    tags->root = pdfobject_dict(store, &root);
    const uint32_t parent_tree = pdfobject_later(store, write_parent_tree, tags);
    const uint32_t count = keep_nodes(tags);
    number_nodes(tags, pdfobject_reserve(store, count, write_element, tags), count);
    textbuf_str(root, "/Type/StructTreeRoot/K[");
    pdfobject_reference(root, tags->nodes[SCENE_ROOT].number);
    textbuf_str(root, "]/ParentTree ");
    pdfobject_reference(root, parent_tree);
    textbuf_printf(root, "/ParentTreeNextKey %zu",
                   tags->scene->pages.count + tags->annotations.count);
    return tags;
}

uint32_t pdftags_root(const struct pdftags *tags) {
    return tags->root;
}

void pdftags_close(struct pdftags *tags) {
    arena_free(tags->arena);
}

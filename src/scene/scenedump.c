#include "scene/scene.h"

#include <string.h>

static const char *const tag_names[] = {
    [TAG_DOCUMENT] = "Document",
    [TAG_PART] = "Part",
    [TAG_SECT] = "Sect",
    [TAG_DIV] = "Div",
    [TAG_H1] = "H1",
    [TAG_H2] = "H2",
    [TAG_H3] = "H3",
    [TAG_H4] = "H4",
    [TAG_P] = "P",
    [TAG_SPAN] = "Span",
    [TAG_LINK] = "Link",
    [TAG_REFERENCE] = "Reference",
    [TAG_NOTE] = "Note",
    [TAG_L] = "L",
    [TAG_LI] = "LI",
    [TAG_LBL] = "Lbl",
    [TAG_LBODY] = "LBody",
    [TAG_TOC] = "TOC",
    [TAG_TOCI] = "TOCI",
    [TAG_TABLE] = "Table",
    [TAG_CAPTION] = "Caption",
    [TAG_THEAD] = "THead",
    [TAG_TBODY] = "TBody",
    [TAG_TR] = "TR",
    [TAG_TH] = "TH",
    [TAG_TD] = "TD",
    [TAG_FIGURE] = "Figure",
};

const char *scene_tag_name(enum tag tag) {
    return tag_names[tag];
}

static void dump_length(struct textbuf *out, mp length) {
    textbuf_char(out, ' ');
    textbuf_fixed(out, length, 3);
}

static void dump_quoted(struct textbuf *out, const char *name, const char *text) {
    if (!text)
        return;
    textbuf_char(out, ' ');
    textbuf_str(out, name);
    if (*name)
        textbuf_char(out, '=');
    textbuf_json(out, text);
}

static void dump_colour(struct textbuf *out, const char *name, uint32_t colour) {
    if (colour != COLOUR_NONE)
        textbuf_printf(out, " %s=#%06x", name, colour);
}

static void dump_owner(struct textbuf *out, scene_element_id element) {
    if (element == SCENE_ARTIFACT)
        textbuf_str(out, " artifact");
    else if (element == SCENE_HEADER)
        textbuf_str(out, " header");
    else if (element == SCENE_FOOTER)
        textbuf_str(out, " footer");
    else
        textbuf_printf(out, " e%u", element);
}

static void dump_text(struct textbuf *out, const struct scene_text *text) {
    dump_length(out, text->x);
    dump_length(out, text->y);
    dump_length(out, text->size);
    textbuf_printf(out, " %s #%06x", text->run->face->postscript, text->colour);
    dump_quoted(out, "", text->run->text);
}

static void dump_path(struct textbuf *out, const struct path *path) {
    static const char letters[] = "MLCZ";
    dump_colour(out, "fill", path->fill);
    dump_colour(out, "stroke", path->stroke);
    if (path->stroke != COLOUR_NONE) {
        textbuf_str(out, " width");
        dump_length(out, path->width);
    }
    if (path->dash_on) {
        textbuf_str(out, " dash");
        dump_length(out, path->dash_on);
        dump_length(out, path->dash_off);
    }
    if (path->round_caps)
        textbuf_str(out, " round");
    if (path->even_odd)
        textbuf_str(out, " even-odd");
    const struct point *point = path->points;
    for (size_t i = 0; i < path->op_count; i++) {
        int points = path->ops[i] == PATH_CURVE ? 3 : path->ops[i] == PATH_CLOSE ? 0 : 1;
        textbuf_char(out, ' ');
        textbuf_char(out, letters[path->ops[i]]);
        for (; points > 0; points--, point++) {
            dump_length(out, point->x);
            dump_length(out, point->y);
        }
    }
}

static void dump_rect(struct textbuf *out, struct rect rect) {
    dump_length(out, rect.x);
    dump_length(out, rect.y);
    dump_length(out, rect.w);
    dump_length(out, rect.h);
}

static void dump_image(struct textbuf *out, const struct scene_image *image) {
    const struct picture *picture = image->picture;
    dump_rect(out, image->rect);
    textbuf_printf(out, " %ux%u%s%s", picture->width, picture->height, picture->jpeg ? " jpeg" : "",
                   picture->alpha ? " alpha" : "");
}

static void dump_group(struct textbuf *out, const struct scene_group *group) {
    dump_quoted(out, "id", group->id);
    dump_quoted(out, "class", group->css_class);
    dump_quoted(out, "role", group->role);
    dump_quoted(out, "label", group->label);
    dump_quoted(out, "status", group->data_status);
    dump_quoted(out, "href", group->href);
    dump_quoted(out, "title", group->title);
    dump_quoted(out, "description", group->description);
    dump_quoted(out, "words", group->words);
    if (group->focusable)
        textbuf_str(out, " focusable");
}

static void dump_item(struct textbuf *out, const struct scene_item *item) {
    switch (item->kind) {
    case SCENE_TEXT:
        textbuf_str(out, "  text");
        dump_owner(out, item->element);
        dump_text(out, &item->as.text);
        break;
    case SCENE_PATH:
        textbuf_str(out, "  path");
        dump_owner(out, item->element);
        dump_path(out, item->as.path);
        break;
    case SCENE_IMAGE:
        textbuf_str(out, "  image");
        dump_owner(out, item->element);
        dump_image(out, &item->as.image);
        break;
    case SCENE_GROUP_BEGIN:
        textbuf_str(out, "  group");
        dump_group(out, item->as.group);
        break;
    case SCENE_GROUP_END:
        textbuf_str(out, "  end");
        break;
    }
    textbuf_char(out, '\n');
}

static void dump_element(struct textbuf *out, const struct scene *scene, size_t i) {
    const struct scene_element *element = &scene->elements.items[i];
    const struct scene_detail *detail = scene_detail(element);
    textbuf_printf(out, "element e%zu in e%u %s", i, element->parent, tag_names[element->tag]);
    dump_quoted(out, "alt", detail->alt);
    dump_quoted(out, "actual", detail->actual);
    dump_quoted(out, "language", detail->language);
    dump_quoted(out, "summary", detail->summary);
    dump_quoted(out, "note", detail->note_id);
    if (element->scope != SCOPE_NONE)
        textbuf_str(out, element->scope == SCOPE_ROW ? " scope=row" : " scope=column");
    if (element->column_span > 1 || element->row_span > 1)
        textbuf_printf(out, " span=%dx%d", element->column_span, element->row_span);
    if (detail->numbered)
        textbuf_str(out, " numbered");
    if (detail->has_bbox) {
        textbuf_printf(out, " page %u box", detail->page + 1);
        dump_rect(out, detail->bbox);
    }
    textbuf_char(out, '\n');
}

static void dump_link(struct textbuf *out, const struct scene_link *link) {
    textbuf_str(out, "  link");
    dump_owner(out, link->element);
    dump_rect(out, link->rect);
    if (link->uri) {
        dump_quoted(out, "uri", link->uri);
    } else {
        textbuf_printf(out, " to page %u", link->page + 1);
        dump_length(out, link->y);
    }
    dump_quoted(out, "contents", link->contents);
    textbuf_char(out, '\n');
}

void scene_dump(const struct scene *scene, struct textbuf *out) {
    textbuf_str(out, "scene");
    dump_quoted(out, "title", scene->title);
    dump_quoted(out, "language", scene->language);
    textbuf_char(out, '\n');
    for (size_t i = 1; i < scene->elements.count; i++)
        dump_element(out, scene, i);
    for (size_t i = 0; i < scene->pages.count; i++) {
        const struct scene_page *page = &scene->pages.items[i];
        textbuf_printf(out, "page %zu", i + 1);
        dump_length(out, page->width);
        dump_length(out, page->height);
        dump_quoted(out, "label", page->label);
        textbuf_char(out, '\n');
        for (size_t k = 0; k < page->items.count; k++)
            dump_item(out, &page->items.items[k]);
        for (size_t k = 0; k < page->links.count; k++)
            dump_link(out, &page->links.items[k]);
    }
    for (size_t i = 0; i < scene->outline.count; i++) {
        const struct scene_outline *entry = &scene->outline.items[i];
        textbuf_printf(out, "outline %d page %u", entry->level, entry->page + 1);
        dump_length(out, entry->y);
        dump_quoted(out, "", entry->title);
        textbuf_char(out, '\n');
    }
}

#include "layout/composer.h"

#include "text/shape.h"
#include <string.h>

void composer_place(struct composer *composer, const char *anchor, const char *title, uint32_t page,
                    mp y) {
    if (!anchor)
        return;
    const size_t next = composer->places.count;
    if (idmap_put(composer->anchors, anchor, next) != next)
        return;
    const bool passing = title && composer->arena != composer->lasting;
    const struct anchor_place place = {passing ? arena_strdup(composer->lasting, title) : title,
                                       page, y};
    vec_push(composer->lasting, &composer->places, place);
}

const struct anchor_place *composer_find(struct composer *composer, const char *anchor) {
    const size_t found = idmap_find(composer->anchors, anchor);
    if (found != IDMAP_NONE)
        return &composer->places.items[found];
    const size_t next = idmap_count(composer->unknown);
    if (idmap_put(composer->unknown, anchor, next) == next &&
        idmap_count(composer->unknown) == next + 1)
        diag_report_hint(
            composer->diags, BP5002, (struct place){0},
            diag_did_you_mean(composer->arena, idmap_nearest(composer->anchors, anchor)), anchor,
            (char *)NULL);
    return NULL;
}

void composer_cut(struct composer *composer, const char *text) {
    if (!composer->cut)
        composer->cut = idmap_new(composer->lasting);
    const size_t count = idmap_count(composer->cut);
    idmap_put(composer->cut, text, count);
    if (idmap_count(composer->cut) > count)
        diag_report(composer->diags, BP5073, (struct place){0}, text, (char *)NULL);
}

bool composer_artifact(scene_element_id element) {
    return element >= SCENE_ARTIFACT;
}

scene_element_id composer_element(struct composer *composer, scene_element_id parent,
                                  enum tag tag) {
    return composer_artifact(parent) ? parent : scene_add_element(composer->scene, parent, tag);
}

const char *composer_plain(struct composer *composer, const struct content *content) {
    struct textbuf out;
    textbuf_init(&out, composer->arena);
    for (size_t i = 0; i < content->items.count; i++) {
        const struct inline_item *item = &content->items.items[i];
        if (item->kind == INLINE_TEXT)
            textbuf_str(&out, item->text);
        else if (item->kind == INLINE_BREAK)
            textbuf_char(&out, ' ');
    }
    return textbuf_finish(&out);
}

mp composer_text_width(struct composer *composer, enum style style, const char *text) {
    const struct style_spec *spec = style_spec(style);
    return shape_measure(composer->fonts, spec->role, spec->size, text, composer->diags);
}

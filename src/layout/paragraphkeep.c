#include "layout/paragraphkeep.h"

#include <string.h>

enum { SLOTS_FIRST = 256, SLOTS_MOST = 8192 }; /* powers of two */

struct kept {
    const void *of; /* the content's items, or plain text; NULL: a free slot */
    const struct paragraph *paragraph;
    uint32_t colour;
    uint32_t items; /* 0: plain text */
    uint8_t style, align;
    bool balanced;
};

/* Open addressing, at most half full; what comes beyond SLOTS_MOST is not kept. */
struct paragraphkeep {
    struct arena *arena;           /* of the slots */
    const struct section *section; /* NULL: nothing is kept */
    const struct arena *lines;     /* where its paragraphs are */
    struct kept *slots;
    size_t size, count;
};

void paragraphkeep_begin(struct composer *composer, const struct section *section) {
    struct paragraphkeep *keep = composer->kept;
    if (!keep) {
        keep = arena_alloc(composer->lasting, sizeof *keep);
        keep->arena = composer->lasting;
        keep->size = SLOTS_FIRST;
        keep->slots = arena_array(keep->arena, keep->size, sizeof *keep->slots);
        composer->kept = keep;
    }
    if (keep->section == section && keep->lines == composer->arena)
        return;
    paragraphkeep_forget(composer);
    keep->section = section;
    keep->lines = composer->arena;
}

void paragraphkeep_forget(struct composer *composer) {
    struct paragraphkeep *keep = composer->kept;
    if (!keep)
        return;
    if (keep->count > 0)
        memset(keep->slots, 0, keep->size * sizeof *keep->slots);
    keep->count = 0;
    keep->section = NULL;
}

static size_t first_slot(const struct paragraphkeep *keep, const void *of) {
    return (size_t)((uintptr_t)of * UINT64_C(0x9E3779B97F4A7C15) >> 32) & (keep->size - 1);
}

static bool same(const struct kept *a, const struct kept *b) {
    return a->of == b->of && a->items == b->items && a->style == b->style &&
           a->colour == b->colour && a->align == b->align && a->balanced == b->balanced;
}

static bool serves(const struct paragraph *paragraph, mp width) {
    return paragraph->width == width ||
           (paragraph->whole && paragraph_natural_width(paragraph) <= width);
}

/* The slot of what was kept for that width, or the free one where it belongs. */
static struct kept *slot_of(const struct paragraphkeep *keep, const struct kept *wanted, mp width) {
    size_t at = first_slot(keep, wanted->of);
    while (keep->slots[at].of &&
           !(same(&keep->slots[at], wanted) && serves(keep->slots[at].paragraph, width)))
        at = (at + 1) & (keep->size - 1);
    return &keep->slots[at];
}

static void grow(struct paragraphkeep *keep) {
    const struct kept *old = keep->slots;
    const size_t count = keep->size;
    keep->size *= 2;
    keep->slots = arena_array(keep->arena, keep->size, sizeof *keep->slots);
    for (size_t i = 0; i < count; i++)
        if (old[i].of)
            *slot_of(keep, &old[i], old[i].paragraph->width) = old[i];
}

static void add(struct paragraphkeep *keep, struct kept kept, const struct paragraph *paragraph) {
    if (keep->count * 2 >= keep->size) {
        if (keep->size == SLOTS_MOST)
            return;
        grow(keep);
    }
    kept.paragraph = paragraph;
    *slot_of(keep, &kept, paragraph->width) = kept;
    keep->count++;
}

static struct kept kept_of(const void *of, size_t items, const struct paragraph_spec *spec) {
    return (struct kept){.of = of,
                         .items = (uint32_t)items,
                         .style = (uint8_t)spec->style,
                         .colour = spec->colour,
                         .align = (uint8_t)spec->align,
                         .balanced = spec->balanced};
}

/* What was kept, for that width; NULL: nothing. */
static struct paragraph *found(const struct composer *composer, const struct kept *wanted,
                               mp width) {
    const struct paragraph *paragraph = slot_of(composer->kept, wanted, width)->paragraph;
    if (!paragraph)
        return NULL;
    struct paragraph *copy = arena_alloc(composer->arena, sizeof *copy);
    *copy = *paragraph;
    copy->width = width;
    return copy;
}

static bool keeps(const struct composer *composer) {
    return composer->kept && composer->kept->section;
}

static bool same_each_time(const struct content *content) {
    for (size_t i = 0; i < content->items.count; i++)
        if (content->items.items[i].kind == INLINE_PAGE ||
            content->items.items[i].kind == INLINE_NOTE)
            return false;
    return content->items.count > 0;
}

struct paragraph *paragraphkeep_make(struct composer *composer, const struct content *content,
                                     const struct paragraph_spec *spec) {
    if (!keeps(composer) || !same_each_time(content))
        return paragraph_make(composer, content, spec);
    const struct kept wanted = kept_of(content->items.items, content->items.count, spec);
    struct paragraph *paragraph = found(composer, &wanted, spec->width);
    if (paragraph)
        return paragraph;
    paragraph = paragraph_make(composer, content, spec);
    add(composer->kept, wanted, paragraph);
    return paragraph;
}

struct paragraph *paragraphkeep_text(struct composer *composer, const char *text,
                                     const struct paragraph_spec *spec) {
    const struct kept wanted = kept_of(text, 0, spec);
    struct paragraph *paragraph = keeps(composer) ? found(composer, &wanted, spec->width) : NULL;
    if (paragraph)
        return paragraph;
    struct content content = {.items = {0}};
    content_text(composer->arena, &content, text);
    paragraph = paragraph_make(composer, &content, spec);
    if (keeps(composer))
        add(composer->kept, wanted, paragraph);
    return paragraph;
}

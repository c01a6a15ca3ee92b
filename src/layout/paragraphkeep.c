#include "layout/paragraphkeep.h"

#include "base/sametext.h"
#include <string.h>

#define SLOTS_FIRST 1024u /* a power of two */

struct kept {
    uint64_t hash;
    struct content content;
    struct paragraph_spec spec; /* but for its width */
    const struct paragraph *paragraph;
};

/* Open addressing, at most half full. */
struct paragraphkeep {
    struct arena *arena; /* its own: its size is known */
    struct kept **slots;
    size_t size, count;
    struct diags *lacking;
    /* What all of it has in common. */
    const char *language;
    bool divided, mirrored;
};

/* ---- where it is ----------------------------------------------------------------------------- */

static void forget(struct paragraphkeep *keep) {
    memset(keep->slots, 0, keep->size * sizeof(struct kept *));
    keep->count = 0;
}

static void release(void *keep) {
    arena_free(((struct paragraphkeep *)keep)->arena);
}

static struct paragraphkeep *keep_of(const struct composer *composer) {
    void **place = fontset_paragraphs(composer->fonts);
    struct paragraphkeep *keep = *place;
    if (!keep) {
        struct arena *fonts = fontset_arena(composer->fonts);
        keep = arena_alloc(fonts, sizeof *keep);
        arena_defer(fonts, release, keep);
        keep->arena = arena_aside(fonts);
        keep->size = SLOTS_FIRST;
        keep->slots = arena_array(keep->arena, keep->size, sizeof(struct kept *));
        keep->lacking = diags_new(keep->arena);
        *place = keep;
    }
    const char *language = composer->document->language;
    const bool divided = composer->hyphens != NULL;
    if (!sametext(keep->language, language) || keep->divided != divided ||
        keep->mirrored != composer->mirrored) {
        forget(keep);
        keep->language = arena_strdup(keep->arena, language);
        keep->divided = divided;
        keep->mirrored = composer->mirrored;
    }
    return keep;
}

static uint64_t mixed(uint64_t hash, uint64_t value) {
    return (hash ^ value) * UINT64_C(0x100000001B3);
}

static uint64_t mixed_text(uint64_t hash, const char *text) {
    for (; text && *text; text++)
        hash = mixed(hash, (unsigned char)*text);
    return hash;
}

static uint64_t hash_of(const struct content *content, const struct paragraph_spec *spec) {
    uint64_t hash = mixed(UINT64_C(0xCBF29CE484222325) ^ spec->colour, (uint64_t)spec->style);
    for (size_t i = 0; i < content->items.count; i++) {
        const struct inline_item *item = &content->items.items[i];
        hash = mixed(hash ^ item->colour, (uint64_t)item->kind << 8 ^ (uint64_t)item->style);
        hash = mixed_text(mixed(hash, (uint64_t)item->mark), item->text);
    }
    return hash ^ hash >> 32;
}

static bool same_item(const struct inline_item *a, const struct inline_item *b) {
    return a->kind == b->kind && a->style == b->style && a->colour == b->colour &&
           a->size == b->size && a->mark == b->mark && sametext(a->text, b->text) &&
           sametext(a->actual, b->actual) && sametext(a->target, b->target) &&
           sametext(a->uri, b->uri) && sametext(a->language, b->language);
}

static bool same_content(const struct content *a, const struct content *b) {
    if (a->items.count != b->items.count)
        return false;
    for (size_t i = 0; i < a->items.count; i++)
        if (!same_item(&a->items.items[i], &b->items.items[i]))
            return false;
    return true;
}

static bool serves(const struct kept *kept, const struct paragraph_spec *spec) {
    const struct paragraph *paragraph = kept->paragraph;
    return kept->spec.style == spec->style && kept->spec.colour == spec->colour &&
           kept->spec.align == spec->align && kept->spec.balanced == spec->balanced &&
           (paragraph->width == spec->width ||
            (paragraph->whole && paragraph_natural_width(paragraph) <= spec->width));
}

/* The slot of what serves, or the free one where it belongs. */
static struct kept **slot_of(const struct paragraphkeep *keep, uint64_t hash,
                             const struct content *content, const struct paragraph_spec *spec) {
    size_t at = hash & (keep->size - 1);
    for (struct kept *kept; (kept = keep->slots[at]); at = (at + 1) & (keep->size - 1))
        if (kept->hash == hash && serves(kept, spec) && same_content(&kept->content, content))
            break;
    return &keep->slots[at];
}

static void grow(struct paragraphkeep *keep) {
    struct kept **old = keep->slots;
    const size_t count = keep->size;
    keep->size *= 2;
    keep->slots = arena_array(keep->arena, keep->size, sizeof(struct kept *));
    for (size_t i = 0; i < count; i++) {
        if (!old[i])
            continue;
        size_t at = old[i]->hash & (keep->size - 1);
        while (keep->slots[at])
            at = (at + 1) & (keep->size - 1);
        keep->slots[at] = old[i];
    }
}

/* ---- what is kept ---------------------------------------------------------------------------- */

static bool same_each_time(const struct content *content) {
    for (size_t i = 0; i < content->items.count; i++)
        if (content->items.items[i].kind == INLINE_PAGE ||
            content->items.items[i].kind == INLINE_NOTE)
            return false;
    return content->items.count > 0;
}

/* The document that it was of may be gone before the fontset. */
static struct content own_content(struct arena *arena, const struct content *content) {
    struct content own = {.items = {0}};
    own.items.count = own.items.capacity = content->items.count;
    own.items.items = arena_array(arena, own.items.count, sizeof *own.items.items);
    for (size_t i = 0; i < own.items.count; i++) {
        struct inline_item *item = &own.items.items[i];
        *item = content->items.items[i];
        item->text = arena_strdup(arena, item->text);
        item->actual = arena_strdup(arena, item->actual);
        item->target = arena_strdup(arena, item->target);
        item->uri = arena_strdup(arena, item->uri);
        item->language = arena_strdup(arena, item->language);
    }
    return own;
}

/* Sets the paragraph where it lasts; NULL: it lacks a glyph. */
static const struct paragraph *set(struct composer *composer, struct paragraphkeep *keep,
                                   struct kept *kept) {
    struct arena *arena = composer->arena;
    struct diags *diags = composer->diags;
    composer->arena = keep->arena;
    composer->diags = keep->lacking;
    const struct paragraph *paragraph = paragraph_make(composer, &kept->content, &kept->spec);
    composer->arena = arena;
    composer->diags = diags;
    if (diags_count(keep->lacking, DIAG_NOTE) == 0)
        return paragraph;
    keep->lacking = diags_new(keep->arena);
    return NULL;
}

static const struct paragraph *kept_paragraph(struct composer *composer,
                                              const struct content *content,
                                              const struct paragraph_spec *spec) {
    struct paragraphkeep *keep = keep_of(composer);
    const uint64_t hash = hash_of(content, spec);
    struct kept **slot = slot_of(keep, hash, content, spec);
    if (*slot)
        return (*slot)->paragraph;
    if (arena_used(keep->arena) > PARAGRAPHKEEP_MOST)
        return NULL;
    struct kept *kept = arena_alloc(keep->arena, sizeof *kept);
    *kept =
        (struct kept){.hash = hash, .content = own_content(keep->arena, content), .spec = *spec};
    kept->paragraph = set(composer, keep, kept);
    if (!kept->paragraph)
        return NULL;
    *slot = kept;
    if (++keep->count * 2 > keep->size)
        grow(keep);
    return kept->paragraph;
}

struct paragraph *paragraphkeep_make(struct composer *composer, const struct content *content,
                                     const struct paragraph_spec *spec) {
    const struct paragraph *kept =
        same_each_time(content) ? kept_paragraph(composer, content, spec) : NULL;
    if (!kept)
        return paragraph_make(composer, content, spec);
    struct paragraph *copy = arena_alloc(composer->arena, sizeof *copy);
    *copy = *kept;
    copy->width = spec->width;
    return copy;
}

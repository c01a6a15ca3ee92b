#include "text/shape.h"

#include "base/sametext.h"
#include "base/vec.h"
#include "text/bidi.h"
#include "text/byletter.h"
#include "text/itemise.h"
#include <assert.h>
#include <hb.h>
#include <string.h>

#define LEVEL_AUTO (-1)

static const hb_feature_t features[] = {
    {HB_TAG('k', 'e', 'r', 'n'), 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
    {HB_TAG('l', 'i', 'g', 'a'), 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
    {HB_TAG('l', 'n', 'u', 'm'), 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
    {HB_TAG('t', 'n', 'u', 'm'), 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END}};

enum { FEATURES = sizeof features / sizeof *features };

/* The hash stands beside the address, so that a search looks at no piece but the one it wants. */
struct slot {
    uint64_t hash;
    struct cached *entry; /* NULL: empty */
};

/* What is asked for. */
struct key {
    const char *text;
    size_t bytes;
    const char *language; /* or NULL */
    enum font_role role;
    int level;
    uint64_t hash;
};

/* One cached piece: small, since most of the time it is looked at and no more.  `missing`: the
 * characters no font can draw, ended by 0, or NULL. */
struct cached {
    struct shaped shaped;
    const struct run *single; /* what shaped.runs is, if there is one */
    const char *language;     /* as given, or NULL */
    const uint32_t *missing;
    uint32_t bytes;
    int16_t role, level;
    char text[]; /* NUL-terminated */
};

struct cache {
    struct slot *slots; /* open addressing; a power of two */
    size_t size, count;
    hb_buffer_t *buffer;
    /* Work space: the runs of the pieces being shaped, each from where it began. */
    VEC(const struct run *) runs;
    VEC(uint8_t) levels;
    struct byletter *byletter;
};

/* What one call works on. */
struct shaping {
    struct fontset *fonts;
    struct arena *arena;
    struct cache *cache;
    const struct key *key;
    uint8_t *levels; /* a byte of text each */
    size_t first;    /* of its runs in the cache's work space */
};

/* ---- cache ---------------------------------------------------------------------------------- */

static void release_buffer(void *buffer) {
    hb_buffer_destroy(buffer);
}

static struct cache *cache_of(struct fontset *fonts) {
    void **slot = fontset_cache(fonts);
    struct cache *cache = *slot;
    if (cache)
        return cache;
    struct arena *arena = fontset_arena(fonts);
    cache = arena_alloc(arena, sizeof *cache);
    cache->size = 1024;
    cache->slots = arena_array(arena, cache->size, sizeof *cache->slots);
    cache->byletter = byletter_new(arena, features, FEATURES);
    cache->buffer = hb_buffer_create();
    arena_defer(arena, release_buffer, cache->buffer);
    *slot = cache;
    return cache;
}

static uint64_t hash_bytes(uint64_t hash, const char *bytes, size_t length) {
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)bytes[i]) * UINT64_C(0x100000001B3);
    return hash;
}

static uint64_t hash_key(const struct key *key) {
    uint64_t hash = UINT64_C(0xCBF29CE484222325) + (uint64_t)key->role * 4 + (uint64_t)key->level;
    if (key->language)
        hash = hash_bytes(hash, key->language, strlen(key->language) + 1);
    hash = hash_bytes(hash, key->text, key->bytes);
    return hash ^ hash >> 32;
}

static bool is_of(const struct cached *a, const struct key *b) {
    return a->bytes == b->bytes && (enum font_role)a->role == b->role && a->level == b->level &&
           memcmp(a->text, b->text, a->bytes) == 0 && sametext(a->language, b->language);
}

/* The slot of the key: empty if it is not cached. */
static struct slot *cache_slot(const struct cache *cache, const struct key *key) {
    size_t at = key->hash & (cache->size - 1);
    for (const struct slot *slot = &cache->slots[at]; slot->entry; slot = &cache->slots[at]) {
        if (slot->hash == key->hash && is_of(slot->entry, key))
            break;
        at = (at + 1) & (cache->size - 1);
    }
    return &cache->slots[at];
}

/* Slots of twice as many, in which no two pieces are the same. */
static void cache_grow(struct cache *cache, struct arena *arena) {
    const struct slot *old = cache->slots;
    const size_t old_size = cache->size;
    cache->size *= 2;
    cache->slots = arena_array(arena, cache->size, sizeof *cache->slots);
    for (size_t i = 0; i < old_size; i++) {
        size_t at = old[i].hash & (cache->size - 1);
        while (old[i].entry && cache->slots[at].entry)
            at = (at + 1) & (cache->size - 1);
        if (old[i].entry)
            cache->slots[at] = old[i];
    }
}

static void cache_add(struct cache *cache, struct arena *arena, const struct key *key,
                      struct cached *entry) {
    if (cache->count * 2 >= cache->size)
        cache_grow(cache, arena);
    *cache_slot(cache, key) = (struct slot){key->hash, entry};
    cache->count++;
}

/* ---- shaping -------------------------------------------------------------------------------- */

static void add_run(struct shaping *s, const struct run *run, int level) {
    vec_push(s->arena, &s->cache->runs, run);
    vec_push(s->arena, &s->cache->levels, (uint8_t)level);
}

/* Shapes bytes from..to of the piece, all of one face, script and direction. */
static void shape_item(struct shaping *s, const struct face *face, hb_script_t script, int level,
                       size_t from, size_t to) {
    hb_buffer_t *buffer = s->cache->buffer;
    hb_buffer_reset(buffer);
    hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
    hb_buffer_add_utf8(buffer, s->key->text, (int)s->key->bytes, (unsigned)from, (int)(to - from));
    hb_buffer_set_script(buffer, script);
    hb_buffer_set_direction(buffer, level & 1 ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    if (s->key->language)
        hb_buffer_set_language(buffer, hb_language_from_string(s->key->language, -1));
    hb_shape(face->shaper, buffer, features, FEATURES);
    /* Without memory it would hand out fewer letters than the text has. */
    assert(hb_buffer_allocation_successful(buffer));

    unsigned count = 0;
    const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t *positions = hb_buffer_get_glyph_positions(buffer, NULL);
    struct run *run = arena_alloc(s->arena, sizeof *run);
    struct glyph *glyphs = arena_array(s->arena, count, sizeof *glyphs);
    for (unsigned i = 0; i < count; i++) {
        glyphs[i] = (struct glyph){.id = infos[i].codepoint,
                                   .advance = positions[i].x_advance,
                                   .x_offset = positions[i].x_offset,
                                   .y_offset = positions[i].y_offset,
                                   .cluster = infos[i].cluster - (uint32_t)from};
        run->advance += positions[i].x_advance;
    }
    run->face = face;
    run->text = from == 0 && to == s->key->bytes
                    ? s->key->text
                    : arena_strndup(s->arena, s->key->text + from, to - from);
    run->bytes = to - from;
    run->glyphs = glyphs;
    run->count = count;
    run->rtl = level & 1;
    add_run(s, run, level);
}

static int level_at(const struct shaping *s, const struct itemise_letter *letter) {
    if (s->key->level != LEVEL_AUTO)
        return s->key->level;
    return s->levels ? s->levels[letter->at] : 0;
}

static void shape_letters(struct shaping *s, const struct itemise *piece) {
    const struct itemise_letter *letters = piece->letters;
    for (size_t i = 0; i < piece->count;) {
        const struct itemise_letter *first = &letters[i];
        const int level = level_at(s, first);
        size_t end = i + 1;
        while (end < piece->count && letters[end].face == first->face &&
               letters[end].script == first->script && level_at(s, &letters[end]) == level)
            end++;
        const size_t to = end < piece->count ? letters[end].at : s->key->bytes;
        if (first->face)
            shape_item(s, first->face, (hb_script_t)first->script, level, first->at, to);
        i = end;
    }
}

static const struct run *const *ordered_runs(const struct shaping *s, size_t count) {
    const struct run *const *logical = s->cache->runs.items + s->first;
    const struct run **runs = arena_array(s->arena, count, sizeof(struct run *));
    size_t *order = arena_array(s->arena, count, sizeof *order);
    bidi_reorder(s->cache->levels.items + s->first, count, order);
    for (size_t i = 0; i < count; i++)
        runs[i] = logical[order[i]];
    return runs;
}

static void keep_runs(struct shaping *s, struct cached *entry) {
    struct cache *cache = s->cache;
    entry->shaped.count = cache->runs.count - s->first;
    if (entry->shaped.count == 1) {
        entry->single = cache->runs.items[s->first];
        entry->shaped.runs = &entry->single;
    } else if (entry->shaped.count > 1) {
        entry->shaped.runs = ordered_runs(s, entry->shaped.count);
    }
    cache->runs.count = cache->levels.count = s->first;
}

static bool plain_ascii(const char *text, size_t bytes) {
    for (size_t i = 0; i < bytes; i++)
        if (text[i] < 0x20 || text[i] > 0x7E)
            return false;
    return true;
}

/* ---- a piece -------------------------------------------------------------------------------- */

/* Room for what is asked for; the key then speaks of the copy. */
static struct cached *new_entry(struct arena *arena, struct key *key) {
    struct cached *entry = arena_alloc(arena, sizeof *entry + key->bytes + 1);
    entry->bytes = (uint32_t)key->bytes;
    entry->role = (int16_t)key->role;
    entry->level = (int16_t)key->level;
    entry->language = arena_strdup(arena, key->language);
    memcpy(entry->text, key->text, key->bytes);
    key->text = entry->text;
    key->language = entry->language;
    return entry;
}

static const struct run *shape_joined(void *user, size_t from, size_t to) {
    const struct shaping *s = user;
    return shape_text_level(s->fonts, s->key->role, s->key->text + from, to - from,
                            s->key->language, s->key->level, NULL)
        ->runs[0];
}

/* A piece of one run that HarfBuzz need not see. */
static bool set_letters(struct shaping *s, const struct face *face) {
    const struct key *key = s->key;
    const struct byletter_piece piece = {face, key->text, key->bytes, key->language};
    const struct run *run = byletter_run(s->cache->byletter, &piece, shape_joined, s);
    if (run)
        add_run(s, run, 0);
    return run;
}

/* A piece that may have letters of many scripts.  Returns what no font can draw, or NULL. */
static const uint32_t *shape_mixed(struct shaping *s) {
    const struct key *key = s->key;
    struct itemise piece = {.fonts = s->fonts,
                            .role = key->role,
                            .text = key->text,
                            .bytes = key->bytes,
                            .language = key->language};
    itemise(&piece);
    if (key->level == LEVEL_AUTO && bidi_needed(key->text, key->bytes)) {
        s->levels = arena_alloc(s->arena, key->bytes);
        bidi_levels(s->arena, key->text, key->bytes, s->levels);
    }
    shape_letters(s, &piece);
    if (piece.missing.count > 0)
        vec_push(s->arena, &piece.missing, (uint32_t)0);
    return piece.missing.items;
}

static void shape_entry(struct fontset *fonts, struct cache *cache, const struct key *key,
                        struct cached *entry) {
    struct shaping s = {.fonts = fonts,
                        .arena = fontset_arena(fonts),
                        .cache = cache,
                        .key = key,
                        .first = cache->runs.count};
    const struct face *face = fontset_face(fonts, key->role);
    /* Figures and names in a text that is read from the right are set as ever. */
    const bool from_left = key->level == LEVEL_AUTO || !(key->level & 1);
    if (from_left && plain_ascii(key->text, key->bytes)) {
        if (key->bytes > 0 && !set_letters(&s, face))
            shape_item(&s, face, HB_SCRIPT_LATIN, 0, 0, key->bytes);
    } else if (!from_left || !set_letters(&s, face)) {
        entry->missing = shape_mixed(&s);
    }
    keep_runs(&s, entry);
}

/* ---- calls ---------------------------------------------------------------------------------- */

/* The collection itself remembers what was said: it may be another job's each time. */
static bool already_said(struct diags *diags, const char *number) {
    size_t count = 0;
    const struct diag *all = diags_sorted(diags, &count);
    for (size_t i = 0; i < count; i++) {
        const char *found = all[i].code == BP5001 ? strstr(all[i].message, number) : NULL;
        if (found && found[strlen(number)] == ' ')
            return true;
    }
    return false;
}

static void say_missing(struct fontset *fonts, struct diags *diags, const struct cached *entry) {
    size_t bytes = strlen(entry->text);
    while (bytes > 0 && entry->text[bytes - 1] == ' ')
        bytes--;
    const char *word = arena_strndup(fontset_arena(fonts), entry->text, bytes);
    for (const uint32_t *rune = entry->missing; *rune; rune++) {
        const char *number = arena_printf(fontset_arena(fonts), "U+%04X", *rune);
        if (!already_said(diags, number))
            diag_report(diags, BP5001, (struct place){0}, number + 2, word, (char *)NULL);
    }
}

const struct shaped *shape_text_level(struct fontset *fonts, enum font_role role, const char *text,
                                      size_t bytes, const char *language, int level,
                                      struct diags *diags) {
    assert(bytes < INT32_MAX && level >= LEVEL_AUTO && level < 128);
    struct cache *cache = cache_of(fonts);
    struct key key = {
        .text = text, .bytes = bytes, .language = language, .role = role, .level = level};
    key.hash = hash_key(&key);
    struct cached *entry = cache_slot(cache, &key)->entry;
    if (!entry) {
        struct arena *arena = fontset_arena(fonts);
        entry = new_entry(arena, &key);
        shape_entry(fonts, cache, &key, entry);
        cache_add(cache, arena, &key, entry);
    }
    if (entry->missing && diags)
        say_missing(fonts, diags, entry);
    return &entry->shaped;
}

const struct shaped *shape_text(struct fontset *fonts, enum font_role role, const char *text,
                                size_t bytes, const char *language, struct diags *diags) {
    return shape_text_level(fonts, role, text, bytes, language, LEVEL_AUTO, diags);
}

static mp scaled(int64_t units, mp size, int32_t upem) {
    int64_t product = units * size;
    int64_t half = upem / 2;
    return (mp)((product < 0 ? product - half : product + half) / upem);
}

mp shape_run_width(const struct run *run, mp size) {
    return scaled(run->advance, size, run->face->upem);
}

mp shape_width(const struct shaped *shaped, mp size) {
    mp width = 0;
    for (size_t i = 0; i < shaped->count; i++)
        width += shape_run_width(shaped->runs[i], size);
    return width;
}

mp shape_measure(struct fontset *fonts, enum font_role role, mp size, const char *text,
                 struct diags *diags) {
    return shape_width(shape_text(fonts, role, text, strlen(text), NULL, diags), size);
}

#include "text/shape.h"

#include "base/utf8.h"
#include "base/vec.h"
#include "text/bidi.h"
#include "text/typecase.h"
#include <assert.h>
#include <hb-ot.h>
#include <hb.h>
#include <string.h>

#define LEVEL_AUTO (-1)

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

/* The letters of a face in a language. */
struct opened_case {
    const struct face *face;
    const char *language;
    struct typecase *typecase; /* NULL: they cannot be set one by one */
};

struct cache {
    struct slot *slots; /* open addressing; a power of two */
    size_t size, count;
    hb_buffer_t *buffer;
    /* Work space: the runs of the pieces being shaped, each from where it began. */
    VEC(const struct run *) runs;
    VEC(uint8_t) levels;
    VEC(struct opened_case) cases;
};

/* One character of a piece. */
struct letter {
    uint32_t rune;
    uint32_t at; /* byte offset */
    hb_script_t script;
    const struct face *face; /* NULL: nothing to draw */
    bool continues;          /* belongs to the cluster of the letter before */
};

/* What one call works on. */
struct shaping {
    struct fontset *fonts;
    struct arena *arena;
    struct cache *cache;
    const struct key *key;
    struct letter *letters;
    size_t count;
    uint8_t *levels; /* a byte of text each */
    size_t first;    /* of its runs in the cache's work space */
    VEC(uint32_t) missing;
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

static bool same_language(const char *a, const char *b) {
    return a == b || (a && b && strcmp(a, b) == 0);
}

static bool is_of(const struct cached *a, const struct key *b) {
    return a->bytes == b->bytes && (enum font_role)a->role == b->role && a->level == b->level &&
           memcmp(a->text, b->text, a->bytes) == 0 && same_language(a->language, b->language);
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

/* ---- itemising ------------------------------------------------------------------------------ */

static bool invisible(uint32_t rune) {
    return rune == 0xAD || rune == 0x34F || rune == 0x61C || (rune >= 0x200B && rune <= 0x200F) ||
           (rune >= 0x202A && rune <= 0x202E) || (rune >= 0x2060 && rune <= 0x206F) ||
           (rune >= 0xFE00 && rune <= 0xFE0F) || rune == 0xFEFF ||
           (rune >= 0xE0000 && rune <= 0xE0FFF);
}

static bool is_mark(uint32_t rune) {
    hb_unicode_general_category_t category =
        hb_unicode_general_category(hb_unicode_funcs_get_default(), rune);
    return category == HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK ||
           category == HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK ||
           category == HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK;
}

static bool real_script(hb_script_t script) {
    return script != HB_SCRIPT_COMMON && script != HB_SCRIPT_INHERITED &&
           script != HB_SCRIPT_UNKNOWN;
}

static void decode(struct shaping *s) {
    hb_unicode_funcs_t *unicode = hb_unicode_funcs_get_default();
    s->letters = arena_array(s->arena, s->key->bytes, sizeof *s->letters);
    for (size_t at = 0; at < s->key->bytes;) {
        struct letter *letter = &s->letters[s->count];
        letter->at = (uint32_t)at;
        letter->rune = utf8_next(s->key->text, s->key->bytes, &at);
        letter->script = hb_unicode_script(unicode, letter->rune);
        letter->continues = s->count > 0 && (is_mark(letter->rune) || invisible(letter->rune) ||
                                             s->letters[s->count - 1].rune == 0x200D);
        s->count++;
    }
}

/* Characters of no script take that of their neighbour before, else after. */
static void settle_scripts(struct shaping *s) {
    hb_script_t before = HB_SCRIPT_INVALID;
    for (size_t i = 0; i < s->count; i++) {
        if (real_script(s->letters[i].script))
            before = s->letters[i].script;
        else if (before != HB_SCRIPT_INVALID)
            s->letters[i].script = before;
    }
    hb_script_t after = HB_SCRIPT_LATIN;
    for (size_t i = s->count; i-- > 0;) {
        if (real_script(s->letters[i].script))
            after = s->letters[i].script;
        else
            s->letters[i].script = after;
    }
}

static bool cluster_covered(const struct face *face, const struct letter *letters, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (!invisible(letters[i].rune) && !fontset_covers(face, letters[i].rune))
            return false;
    return true;
}

/* The face for one cluster: that of the text before if it will do for a character of no script
 * of its own, the role's, or a fallback. */
static const struct face *cluster_face(struct shaping *s, const struct letter *letters,
                                       size_t count, const struct face *before) {
    const struct face *own = fontset_face(s->fonts, s->key->role);
    hb_script_t script = hb_unicode_script(hb_unicode_funcs_get_default(), letters[0].rune);
    if (before && !real_script(script) && cluster_covered(before, letters, count))
        return before;
    if (cluster_covered(own, letters, count))
        return own;
    uint32_t wanted = (uint32_t)hb_script_to_iso15924_tag(letters[0].script);
    for (size_t i = 0; i < count; i++) {
        const struct face *face = invisible(letters[i].rune)
                                      ? NULL
                                      : fontset_fallback(s->fonts, s->key->role, letters[i].rune,
                                                         wanted, s->key->language);
        if (face && cluster_covered(face, letters, count))
            return face;
    }
    return NULL;
}

static void report_missing(struct shaping *s, const struct letter *letters, size_t count) {
    for (size_t i = 0; i < count; i++) {
        uint32_t rune = letters[i].rune;
        const struct face *own = fontset_face(s->fonts, s->key->role);
        if (invisible(rune) || fontset_covers(own, rune) ||
            fontset_fallback(s->fonts, s->key->role, rune,
                             (uint32_t)hb_script_to_iso15924_tag(letters[i].script),
                             s->key->language))
            continue;
        vec_push(s->arena, &s->missing, rune);
        return;
    }
    /* Each character has a font, but no font has all of them. */
    vec_push(s->arena, &s->missing, letters[count - 1].rune);
}

static void choose_faces(struct shaping *s) {
    const struct face *before = NULL;
    for (size_t i = 0; i < s->count;) {
        size_t count = 1;
        while (i + count < s->count && s->letters[i + count].continues)
            count++;
        const struct face *face = cluster_face(s, &s->letters[i], count, before);
        if (!face)
            report_missing(s, &s->letters[i], count);
        for (size_t k = 0; k < count; k++)
            s->letters[i + k].face = face;
        before = face ? face : before;
        i += count;
    }
}

/* ---- shaping -------------------------------------------------------------------------------- */

static const hb_feature_t features[] = {
    {HB_TAG('k', 'e', 'r', 'n'), 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
    {HB_TAG('l', 'i', 'g', 'a'), 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
    {HB_TAG('l', 'n', 'u', 'm'), 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
    {HB_TAG('t', 'n', 'u', 'm'), 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END}};

enum { FEATURES = sizeof features / sizeof *features };

static hb_language_t language_of(const char *language) {
    return language ? hb_language_from_string(language, -1) : HB_LANGUAGE_INVALID;
}

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
    hb_buffer_set_language(buffer, language_of(s->key->language));
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

static int level_at(const struct shaping *s, size_t i) {
    if (s->key->level != LEVEL_AUTO)
        return s->key->level;
    return s->levels ? s->levels[s->letters[i].at] : 0;
}

static void shape_letters(struct shaping *s) {
    for (size_t i = 0; i < s->count;) {
        const struct letter *first = &s->letters[i];
        int level = level_at(s, i);
        size_t end = i + 1;
        while (end < s->count && s->letters[end].face == first->face &&
               s->letters[end].script == first->script && level_at(s, end) == level)
            end++;
        size_t to = end < s->count ? s->letters[end].at : s->key->bytes;
        if (first->face)
            shape_item(s, first->face, first->script, level, first->at, to);
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

/* ---- letter by letter ----------------------------------------------------------------------- */

/* Whether the face sets Latin letters of the language as of no other. */
static bool has_ways_of(const struct face *face, hb_language_t language) {
    static const hb_tag_t tables[] = {HB_OT_TAG_GSUB, HB_OT_TAG_GPOS};
    hb_tag_t scripts[HB_OT_MAX_TAGS_PER_SCRIPT], languages[HB_OT_MAX_TAGS_PER_LANGUAGE];
    unsigned script_count = HB_OT_MAX_TAGS_PER_SCRIPT, count = HB_OT_MAX_TAGS_PER_LANGUAGE;
    hb_ot_tags_from_script_and_language(HB_SCRIPT_LATIN, language, &script_count, scripts, &count,
                                        languages);
    for (int i = 0; i < 2; i++) {
        unsigned script, found;
        hb_ot_layout_table_select_script(face->hb, tables[i], script_count, scripts, &script, NULL);
        if (hb_ot_layout_script_select_language(face->hb, tables[i], script, count, languages,
                                                &found))
            return true;
    }
    return false;
}

static struct typecase *open_case(struct arena *arena, const struct face *face,
                                  hb_language_t language) {
    const hb_segment_properties_t latin = {
        .direction = HB_DIRECTION_LTR, .script = HB_SCRIPT_LATIN, .language = language};
    hb_shape_plan_t *plan = hb_shape_plan_create_cached(face->hb, &latin, features, FEATURES, NULL);
    struct typecase *opened = typecase_open(arena, face, plan);
    hb_shape_plan_destroy(plan);
    return opened;
}

/* The letters of the face, NULL if they cannot be set one by one. */
static struct typecase *typecase_of(struct shaping *s, const struct face *face,
                                    const char *language) {
    struct cache *cache = s->cache;
    for (size_t i = 0; i < cache->cases.count; i++)
        if (cache->cases.items[i].face == face &&
            same_language(cache->cases.items[i].language, language))
            return cache->cases.items[i].typecase;
    const hb_language_t spoken = language_of(language);
    struct opened_case opened = {.face = face, .language = language};
    if (language && !has_ways_of(face, spoken))
        opened.typecase = typecase_of(s, face, NULL);
    else
        opened.typecase = open_case(s->arena, face, spoken);
    vec_push(s->arena, &cache->cases, opened);
    return opened.typecase;
}

/* A line of letters as it grows. */
struct setting {
    struct typecase *typecase;
    struct glyph *glyphs;
    size_t count;
    int last; /* letter, -1: none */
};

/* Beside a letter that stands so near to it. */
static void place_apart(struct setting *set, int letter, size_t at, int32_t kerning) {
    if (set->count > 0)
        set->glyphs[set->count - 1].advance += kerning;
    set->glyphs[set->count++] = (struct glyph){.id = typecase_drawn(set->typecase, letter),
                                               .advance = typecase_advance(set->typecase, letter),
                                               .cluster = (uint32_t)at};
    set->last = letter;
}

/* Letters from..to, which may be joined: as HarfBuzz sets them. */
static bool place_joined(struct shaping *s, struct setting *set, size_t from, size_t to) {
    const struct key *key = s->key;
    const struct run *joined = shape_text_level(s->fonts, key->role, key->text + from, to - from,
                                                key->language, key->level, NULL)
                                   ->runs[0];
    const struct glyph *g = joined->glyphs;
    const int first = joined->count > 0 ? typecase_glyph(set->typecase, g[0].id) : -1;
    if (first < 0 || joined->count > to - from)
        return false;
    if (set->last >= 0) {
        const struct typecase_pair pair = typecase_between(set->typecase, set->last, first);
        if (pair.bond != TYPECASE_APART)
            return false;
        set->glyphs[set->count - 1].advance += pair.kerning;
    }
    for (size_t i = 0; i < joined->count; i++) {
        set->glyphs[set->count] = g[i];
        set->glyphs[set->count++].cluster = (uint32_t)from + g[i].cluster;
    }
    set->last = typecase_glyph(set->typecase, g[joined->count - 1].id);
    return set->last >= 0;
}

/* Letters that may join, or one, and the letter behind. */
struct group {
    int letter, next;     /* the first, and the one behind: -1: none */
    size_t from, to, end; /* of the letter behind */
    bool joined;
    int32_t kerning; /* between the last and the one behind, where none is joined */
};

/* Goes on to the next.  False if there is a letter in it that is not at hand, or not for itself. */
static bool read_group(const struct key *key, struct typecase *typecase, struct group *group) {
    group->from = group->to;
    group->letter = group->next;
    group->joined = false;
    for (int last = group->letter; last >= 0; last = group->next, group->joined = true) {
        group->to = group->end;
        group->next = -1;
        if (group->to == key->bytes)
            return true;
        group->next = typecase_letter(typecase, utf8_next(key->text, key->bytes, &group->end));
        if (group->next < 0)
            return false;
        const struct typecase_pair pair = typecase_between(typecase, last, group->next);
        group->kerning = pair.kerning;
        if (pair.bond != TYPECASE_JOINS)
            return pair.bond == TYPECASE_APART;
    }
    return false;
}

static bool place_group(struct shaping *s, struct setting *set, const struct group *before,
                        const struct group *group) {
    if (group->joined)
        return group->to - group->from < s->key->bytes &&
               place_joined(s, set, group->from, group->to);
    int32_t kerning = before->kerning;
    if (before->joined) {
        const struct typecase_pair pair = typecase_between(set->typecase, set->last, group->letter);
        if (pair.bond != TYPECASE_APART)
            return false;
        kerning = pair.kerning;
    }
    place_apart(set, group->letter, group->from, kerning);
    return true;
}

/* A document has thousands of words, made of a few hundred pairs.  False if the piece has letters
 * that are not at hand, or nothing but such as join. */
static bool set_letters(struct shaping *s, const struct face *face) {
    const struct key *key = s->key;
    struct setting set = {.typecase = face->by_pairs ? typecase_of(s, face, key->language) : NULL,
                          .last = -1};
    if (!set.typecase)
        return false;
    set.glyphs = arena_array(s->arena, key->bytes, sizeof *set.glyphs);
    struct group group = {.to = 0}, before = {.to = 0};
    group.next = typecase_letter(set.typecase, utf8_next(key->text, key->bytes, &group.end));
    while (group.to < key->bytes) {
        if (!read_group(key, set.typecase, &group) || !place_group(s, &set, &before, &group))
            return false;
        before = group;
    }
    struct run *run = arena_alloc(s->arena, sizeof *run);
    *run = (struct run){.face = face,
                        .text = key->text,
                        .bytes = key->bytes,
                        .glyphs = set.glyphs,
                        .count = set.count};
    for (size_t i = 0; i < set.count; i++)
        run->advance += set.glyphs[i].advance;
    add_run(s, run, 0);
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
    if (from_left && key->bytes > 0 && set_letters(&s, face)) {
        /* done */
    } else if (from_left && plain_ascii(key->text, key->bytes)) {
        if (key->bytes > 0)
            shape_item(&s, face, HB_SCRIPT_LATIN, 0, 0, key->bytes);
    } else {
        decode(&s);
        settle_scripts(&s);
        choose_faces(&s);
        if (key->level == LEVEL_AUTO && bidi_needed(key->text, key->bytes)) {
            s.levels = arena_alloc(s.arena, key->bytes);
            bidi_levels(s.arena, key->text, key->bytes, s.levels);
        }
        shape_letters(&s);
    }
    keep_runs(&s, entry);
    if (s.missing.count) {
        vec_push(s.arena, &s.missing, (uint32_t)0);
        entry->missing = s.missing.items;
    }
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

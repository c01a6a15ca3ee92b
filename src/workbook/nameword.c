#include "workbook/nameword.h"

#include "base/ascii.h"
#include "base/idmap.h"
#include "base/utf8.h"
#include "base/vec.h"

#include <string.h>

enum { BUCKETS = 256, POSSESSED_LEAST = 4 };

/* A character as names are compared, and where it is written. */
struct sign {
    uint32_t folded; /* a small letter without accents; ' ' for any blanks */
    uint32_t rune;   /* as written */
    size_t from, to; /* bytes, with accents that follow */
};

struct signs {
    VEC(struct sign) items;
};

struct known_name {
    const char *key; /* folded */
    const char *instead;
    struct signs signs;
    bool capital;
};

struct namewords {
    struct arena *arena;
    struct idmap *keys;
    struct signs *scratch; /* of the text at hand */
    VEC(struct known_name) names;
    VEC(size_t) buckets[BUCKETS]; /* by the first sign */
};

/* ---- comparing ------------------------------------------------------------------------------ */

/* Letters of Latin scripts without their accents, from U+00C0 and from U+1E00 on; '.': others. */
static const char latin[] =
    "aaaaaaaceeeeiiiidnooooo.ouuuuytsaaaaaaaceeeeiiiidnooooo.ouuuuytyaaaaaaccccccccdd"
    "ddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssss"
    "ssttttttuuuuuuuuuuuuwwyyyzzzzzzsb..............e..f.............oo.............u"
    "u...................dddlllnnnaaiioouuuuuuuuuu.aaaa....ggkkoooo..jdddgg..nnaa...."
    "aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............................";
static const char latin_more[] =
    "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooo"
    "oooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwyas...."
    "aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuu"
    "uuyyyyyyyy......";

static uint32_t base_letter(uint32_t rune) {
    char letter = '.';
    if (rune >= 0xC0 && rune < 0xC0 + sizeof latin - 1)
        letter = latin[rune - 0xC0];
    else if (rune >= 0x1E00 && rune < 0x1E00 + sizeof latin_more - 1)
        letter = latin_more[rune - 0x1E00];
    return letter == '.' ? rune : (uint32_t)letter;
}

/* Greek, Cyrillic and Armenian capitals, and Greek letters with an accent. */
static uint32_t small_letter(uint32_t rune) {
    static const struct {
        uint32_t from, to;
    } single[] = {{0x386, 0x3B1}, {0x3AC, 0x3B1}, {0x388, 0x3B5}, {0x3AD, 0x3B5}, {0x389, 0x3B7},
                  {0x3AE, 0x3B7}, {0x38A, 0x3B9}, {0x3AF, 0x3B9}, {0x3CA, 0x3B9}, {0x38C, 0x3BF},
                  {0x3CC, 0x3BF}, {0x38E, 0x3C5}, {0x3CD, 0x3C5}, {0x38F, 0x3C9}, {0x3CE, 0x3C9},
                  {0x3C2, 0x3C3}, {0x401, 0x435}, {0x451, 0x435}};
    for (size_t i = 0; i < sizeof single / sizeof *single; i++)
        if (single[i].from == rune)
            return single[i].to;
    if ((rune >= 0x391 && rune <= 0x3AB) || (rune >= 0x410 && rune <= 0x42F))
        return rune + 0x20;
    if (rune >= 0x400 && rune <= 0x40F)
        return rune + 0x50;
    if (rune >= 0x531 && rune <= 0x556)
        return rune + 0x30;
    if (rune >= 0x460 && rune <= 0x52F && !(rune >= 0x482 && rune <= 0x489))
        return rune | 1; /* pairs */
    return rune;
}

static uint32_t folded_of(uint32_t rune) {
    if (rune < 0x80)
        return (uint32_t)(unsigned char)ascii_lower((char)rune);
    if (rune == 0x2018 || rune == 0x2019 || rune == 0x2BC || rune == 0x2032)
        return '\'';
    if (rune >= 0x2010 && rune <= 0x2013)
        return '-';
    return small_letter(base_letter(rune));
}

static bool is_accent(uint32_t rune) {
    return (rune >= 0x300 && rune <= 0x36F) || (rune >= 0x64B && rune <= 0x65F) || rune == 0x640 ||
           rune == 0x200C || rune == 0x200D || rune == 0xAD || rune == 0x2060;
}

static bool is_blank(uint32_t rune) {
    return rune < 0x80 ? rune == ' ' || (rune >= 9 && rune <= 13) : utf8_space(rune);
}

struct range {
    uint32_t from, to;
};

static bool within(const struct range *ranges, size_t count, uint32_t rune) {
    for (size_t i = 0; i < count; i++)
        if (rune >= ranges[i].from && rune <= ranges[i].to)
            return true;
    return false;
}

/* Scripts that write words without blanks between them. */
static bool runs_on(uint32_t rune) {
    static const struct range scripts[] = {{0x0E00, 0x0EFF}, {0x1000, 0x109F},  {0x1780, 0x17FF},
                                           {0x3040, 0x30FF}, {0x3400, 0x9FFF},  {0xAC00, 0xD7AF},
                                           {0xF900, 0xFAFF}, {0x20000, 0x3FFFF}};
    return within(scripts, sizeof scripts / sizeof *scripts, rune);
}

static bool is_letter(uint32_t rune) {
    static const struct range signs[] = {
        {0x80, 0xA9},     {0xAB, 0xB4},     {0xB6, 0xB9},     {0xBB, 0xBF},     {0xD7, 0xD7},
        {0xF7, 0xF7},     {0x60C, 0x60C},   {0x61B, 0x61B},   {0x61F, 0x61F},   {0x2000, 0x2BFF},
        {0x2E00, 0x303F}, {0xFE10, 0xFE6F}, {0xFF00, 0xFF0F}, {0xFF1A, 0xFF20}, {0xFFFD, 0xFFFD}};
    if (rune < 0x80)
        return ascii_letter((char)rune) || ascii_digit((char)rune);
    return !within(signs, sizeof signs / sizeof *signs, rune);
}

static bool has_capitals(uint32_t rune) {
    return rune < 0x590 || (rune >= 0x1E00 && rune <= 0x1FFF);
}

/* Small letters of the Latin table stand at odd places from U+0100 on, with few exceptions; that
 * one is met as a capital makes it a name once too often, never once too seldom. */
static bool is_capital(uint32_t rune) {
    if (rune < 0x80)
        return ascii_upper((char)rune);
    if (!has_capitals(rune))
        return true;
    if (rune >= 0xC0 && rune <= 0xFF)
        return rune <= 0xDE && rune != 0xD7;
    if (rune >= 0x100 && rune < 0x250)
        return true;
    return rune >= 0x1E00 ? rune % 2 == 0 : small_letter(rune) != rune;
}

static void read_signs(struct arena *arena, const char *text, struct signs *out) {
    const size_t length = strlen(text);
    out->items.count = 0;
    for (size_t at = 0; at < length;) {
        const size_t from = at;
        const uint32_t rune = utf8_next(text, length, &at);
        struct sign *last = out->items.count ? &out->items.items[out->items.count - 1] : NULL;
        if (last && (is_accent(rune) || (is_blank(rune) && last->folded == ' ')))
            last->to = at;
        else
            vec_push(arena, &out->items,
                     ((struct sign){is_blank(rune) ? ' ' : folded_of(rune), rune, from, at}));
    }
}

static struct signs signs_of(struct arena *arena, const char *text) {
    struct signs out = {{NULL, 0, 0}};
    read_signs(arena, text, &out);
    return out;
}

const char *nameword_folded(struct arena *arena, const char *name) {
    const struct signs signs = signs_of(arena, name);
    struct textbuf out;
    textbuf_init(&out, arena);
    for (size_t i = 0; i < signs.items.count; i++)
        textbuf_rune(&out, signs.items.items[i].folded);
    return textbuf_text(&out);
}

/* ---- names ---------------------------------------------------------------------------------- */

struct namewords *namewords_new(struct arena *arena) {
    struct namewords *names = arena_alloc(arena, sizeof *names);
    names->arena = arena;
    names->keys = idmap_new(arena);
    names->scratch = arena_alloc(arena, sizeof *names->scratch);
    return names;
}

void nameword_add(struct namewords *names, const char *name, const char *instead, bool capital) {
    const char *key = nameword_folded(names->arena, name);
    if (!*key || idmap_find(names->keys, key) != IDMAP_NONE)
        return;
    const size_t number = names->names.count;
    idmap_put(names->keys, key, number);
    struct known_name *known = vec_add(names->arena, &names->names);
    *known = (struct known_name){key, instead, signs_of(names->arena, key), capital};
    const uint32_t first = known->signs.items.items[0].folded;
    vec_push(names->arena, &names->buckets[first % BUCKETS], number);
}

/* ---- meeting them --------------------------------------------------------------------------- */

/* Of the words that Arabic joins to the front of others: and, so, with, for, like. */
static bool joined_before(const struct signs *text, size_t at) {
    static const uint32_t letters[] = {0x648, 0x641, 0x628, 0x644, 0x643};
    const uint32_t rune = text->items.items[at - 1].rune;
    bool one = false;
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
        one = one || letters[i] == rune;
    return one && (at == 1 || !is_letter(text->items.items[at - 2].rune));
}

static bool begins_word(const struct signs *text, size_t at) {
    const uint32_t own = text->items.items[at].rune;
    if (at == 0 || !is_letter(own) || runs_on(own))
        return true;
    const uint32_t before = text->items.items[at - 1].rune;
    return !is_letter(before) || runs_on(before) || joined_before(text, at);
}

static bool ends_word(const struct signs *text, size_t end) {
    const uint32_t own = text->items.items[end - 1].rune;
    if (end == text->items.count || !is_letter(own) || runs_on(own))
        return true;
    const uint32_t after = text->items.items[end].rune;
    return !is_letter(after) || runs_on(after);
}

/* Where the name that begins here ends, with an s of possession; 0: it is another word. */
static size_t end_of(const struct signs *text, size_t at, const struct known_name *name) {
    const size_t count = name->signs.items.count;
    if (count > text->items.count - at)
        return 0;
    for (size_t i = 0; i < count; i++)
        if (text->items.items[at + i].folded != name->signs.items.items[i].folded)
            return 0;
    if (name->capital && !is_capital(text->items.items[at].rune))
        return 0;
    const size_t end = at + count;
    if (ends_word(text, end))
        return end;
    const bool possessed = count >= POSSESSED_LEAST && text->items.items[end].folded == 's' &&
                           text->items.items[end - 1].folded != 's' && ends_word(text, end + 1);
    return possessed ? end + 1 : 0;
}

static const struct known_name *name_at(const struct namewords *names, const struct signs *text,
                                        size_t at, size_t *end) {
    const struct known_name *found = NULL;
    const uint32_t first = text->items.items[at].folded;
    *end = at;
    if (names->buckets[first % BUCKETS].count == 0 || !begins_word(text, at))
        return NULL;
    for (size_t i = 0; i < names->buckets[first % BUCKETS].count; i++) {
        const struct known_name *name =
            &names->names.items[names->buckets[first % BUCKETS].items[i]];
        const size_t to = end_of(text, at, name);
        if (to > *end) {
            *end = to;
            found = name;
        }
    }
    return found;
}

const char *nameword_replace(const struct namewords *names, const char *text) {
    const struct signs *signs = names->scratch;
    struct textbuf out;
    size_t kept = 0, end;
    read_signs(names->arena, text, names->scratch);
    textbuf_init(&out, names->arena);
    for (size_t at = 0; at < signs->items.count; at++) {
        const struct known_name *name = name_at(names, signs, at, &end);
        if (!name)
            continue;
        textbuf_bytes(&out, text + kept, signs->items.items[at].from - kept);
        textbuf_str(&out, name->instead);
        kept = signs->items.items[end - 1].to;
        at = end - 1;
    }
    if (kept == 0)
        return text;
    textbuf_str(&out, text + kept);
    return textbuf_text(&out);
}

void nameword_meet(const struct namewords *names, const char *text,
                   void (*met)(void *context, const char *folded, bool capital), void *context) {
    const struct signs *signs = names->scratch;
    size_t end;
    read_signs(names->arena, text, names->scratch);
    for (size_t at = 0; at < signs->items.count; at++) {
        const struct known_name *name = name_at(names, signs, at, &end);
        if (name)
            met(context, name->key, is_capital(signs->items.items[at].rune));
    }
}

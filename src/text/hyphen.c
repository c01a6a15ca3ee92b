#include "text/hyphen.h"

#include "base/ascii.h"
#include "base/file.h"
#include "base/idmap.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "text/breaks.h"
#include "text/hyphenrules.h"
#include <assert.h>
#include <hyphen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DIRECTORIES "/usr/share/hyphen:/usr/local/share/hyphen:/usr/share/myspell/dicts"
#define FILE_MOST   ((size_t)16 << 20)

enum { SHORTEST = 7, SIDE = 3, LONGEST = 60 };

struct hyphens {
    struct arena *arena;
    struct hyphenrules *rules;
    struct idmap *known;  /* words to where they may be divided */
    VEC(uint64_t) points; /* bit i: behind its letter i, from 0 */
    VEC(const char *) unknown;
    uint8_t *kinds;          /* of the text at hand */
    struct textbuf selected; /* the rules that bear on the unknown words */
};

/* A word in the letters of the dictionary. */
struct letters {
    char bytes[LONGEST * 4 + 1];
    size_t length;
    size_t ends[LONGEST]; /* of each letter, in the text */
    size_t count;
    bool small; /* at least one small letter: no abbreviation */
};

/* ---- dictionaries ---------------------------------------------------------------------------- */

/* Opens DIRECTORY/hyph_NAME.dic. */
static struct hyphens *open_file(struct arena *arena, const char *directory, size_t length,
                                 const char *name) {
    const char *path = arena_printf(arena, "%.*s/hyph_%s.dic", (int)length, directory, name);
    char *bytes = NULL;
    size_t count = 0;
    const char *why = NULL;
    if (file_read(arena, path, FILE_MOST, &bytes, &count, &why) != FILE_OK)
        return NULL;
    struct hyphenrules *rules = hyphenrules_new(arena, bytes, count);
    if (!rules)
        return NULL;
    struct hyphens *hyphens = arena_alloc(arena, sizeof *hyphens);
    hyphens->arena = arena;
    hyphens->rules = rules;
    hyphens->known = idmap_new(arena);
    textbuf_init(&hyphens->selected, arena);
    return hyphens;
}

static struct hyphens *open_name(struct arena *arena, const char *name) {
    const char *directories = DIRECTORIES;
    while (*directories) {
        const size_t length = strcspn(directories, ":");
        struct hyphens *found = open_file(arena, directories, length, name);
        if (found)
            return found;
        directories += length + (directories[length] == ':');
    }
    return NULL;
}

struct hyphens *hyphen_open(struct arena *arena, const char *language) {
    /* Where there is no file for the language as such. */
    static const char *const usual[] = {"en_US", "de_DE", "fr_FR", "es_ES", "pt_PT",
                                        "pt_BR", "nl_NL", "it_IT", "pl_PL", "ru_RU"};
    char *name = arena_strdup(arena, language);
    for (char *at = name; *at; at++)
        if (*at == '-')
            *at = '_';
        else if (!ascii_letter(*at) && !ascii_digit(*at))
            return NULL;
    struct hyphens *found = open_name(arena, name);
    name[strcspn(name, "_")] = '\0';
    if (!found)
        found = open_name(arena, name);
    for (size_t i = 0; !found && i < sizeof usual / sizeof *usual; i++)
        if (strlen(name) == 2 && strncmp(usual[i], name, 2) == 0)
            found = open_name(arena, usual[i]);
    return found;
}

struct hyphen_shelf {
    struct arena *arena;
    struct idmap *languages;
    VEC(struct hyphens *) opened; /* by the numbers of languages; NULL: there is none */
};

struct hyphen_shelf *hyphen_shelf_new(struct arena *arena) {
    struct hyphen_shelf *shelf = arena_alloc(arena, sizeof *shelf);
    *shelf = (struct hyphen_shelf){.arena = arena, .languages = idmap_new(arena)};
    return shelf;
}

struct hyphens *hyphen_take(struct hyphen_shelf *shelf, const char *language) {
    const size_t next = shelf->opened.count;
    const size_t at = idmap_put(shelf->languages, language, next);
    if (at == next)
        vec_push(shelf->arena, &shelf->opened, hyphen_open(shelf->arena, language));
    return shelf->opened.items[at];
}

/* ---- words ----------------------------------------------------------------------------------- */

/* Capitals of the alphabets that dictionaries are written in: small letters stand `step` further
 * on; of a row of pairs (0) the even or odd ones are capitals, and small letters follow them. */
static const struct capitals {
    uint32_t from, to, step;
} capitals[] = {{'A', 'Z', 32},     {0xC0, 0xD6, 32},   {0xD8, 0xDE, 32},  {0x391, 0x3A9, 32},
                {0x410, 0x42F, 32}, {0x400, 0x40F, 80}, {0x100, 0x137, 0}, {0x139, 0x148, 0},
                {0x14A, 0x177, 0},  {0x179, 0x17E, 0}};

static uint32_t small_letter(uint32_t rune) {
    for (size_t i = 0; i < sizeof capitals / sizeof *capitals; i++) {
        const struct capitals *row = &capitals[i];
        if (rune < row->from || rune > row->to)
            continue;
        return row->step ? rune + row->step : rune + (((rune - row->from) & 1) == 0);
    }
    return rune;
}

static bool is_letter(uint32_t rune) {
    return (rune < 0x80 && ascii_letter((char)rune)) ||
           (rune >= 0xC0 && rune <= 0x24F && rune != 0xD7 && rune != 0xF7) ||
           (rune >= 0x386 && rune <= 0x3FF && rune != 0x387) || (rune >= 0x400 && rune <= 0x52F);
}

/* False if the dictionary does not know the letter, or the word is too long. */
static bool add_letter(const struct hyphens *hyphens, struct letters *word, uint32_t rune,
                       size_t end) {
    const uint32_t small = small_letter(rune);
    const bool latin1 = hyphenrules_latin1(hyphens->rules);
    if (word->count == LONGEST || (latin1 && small > 0xFF))
        return false;
    word->small |= small == rune;
    word->ends[word->count++] = end;
    if (latin1)
        word->bytes[word->length++] = (char)small;
    else
        word->length += utf8_encode(small, word->bytes + word->length);
    return true;
}

/* Where the library divides a word; a division that would change the spelling is none. */
static uint64_t points_of(HyphenDict *dictionary, const char *word, bool latin1) {
    char found[LONGEST * 4 + 8];
    char **changed = NULL;
    int *places = NULL, *cuts = NULL;
    const size_t bytes = strlen(word);
    uint64_t points = 0;
    if (hnj_hyphen_hyphenate2(dictionary, word, (int)bytes, found, NULL, &changed, &places,
                              &cuts) == 0) {
        /* The library says it by letters where it knows them, which is in UTF-8. */
        const size_t letters = latin1 ? bytes : utf8_runes(word);
        for (size_t i = SIDE - 1; i + SIDE < letters; i++)
            if ((found[i] & 1) && !(changed && changed[i]))
                points |= UINT64_C(1) << i;
    }
    for (size_t i = 0; changed && i < bytes; i++)
        free(changed[i]);
    free(changed);
    free(places);
    free(cuts);
    return points;
}

/* Asks the library about all words that it was not yet asked about. */
static void learn(struct hyphens *hyphens) {
    struct textbuf *rules = &hyphens->selected;
    textbuf_clear(rules);
    hyphenrules_select(hyphens->rules, hyphens->unknown.items, hyphens->unknown.count, rules);
    FILE *file = fmemopen(rules->bytes, rules->length, "r");
    HyphenDict *dictionary = file ? hnj_hyphen_load_file(file) : NULL;
    if (file)
        (void)fclose(file);
    const bool latin1 = hyphenrules_latin1(hyphens->rules);
    for (size_t i = 0; i < hyphens->unknown.count; i++)
        vec_push(hyphens->arena, &hyphens->points,
                 dictionary ? points_of(dictionary, hyphens->unknown.items[i], latin1) : 0);
    if (dictionary)
        hnj_hyphen_free(dictionary);
    hyphens->unknown.count = 0;
}

/* The library is asked about many words at once: first they are gathered. */
static void gather(struct hyphens *hyphens, struct letters *word) {
    const size_t next = idmap_count(hyphens->known);
    word->bytes[word->length] = '\0';
    if (idmap_put(hyphens->known, word->bytes, next) == next)
        vec_push(hyphens->arena, &hyphens->unknown, idmap_key(hyphens->known, next));
}

static void divide(struct hyphens *hyphens, struct letters *word) {
    word->bytes[word->length] = '\0';
    const size_t known = idmap_find(hyphens->known, word->bytes);
    assert(known < hyphens->points.count);
    const uint64_t points = hyphens->points.items[known];
    for (size_t i = SIDE - 1; i + SIDE < word->count; i++)
        if ((points >> i & 1) && hyphens->kinds[word->ends[i] - 1] == BREAK_NO)
            hyphens->kinds[word->ends[i] - 1] = BREAK_HYPHEN;
}

typedef void word_fn(struct hyphens *hyphens, struct letters *word);

/* True for ids, addresses, figures, and words that their writer has divided by soft hyphens. */
static bool left_whole(const char *text, size_t from, size_t to) {
    for (size_t i = from; i < to; i++) {
        const char c = text[i];
        if (ascii_digit(c) || strchr("@/\\_", c) || (i + 1 < to && (c == '.' || c == ':')))
            return true;
        if (i + 1 < to && memcmp(text + i, "\u00AD", 2) == 0)
            return true;
    }
    return false;
}

/* What stands between two blanks: one word or several with hyphens or marks between them. */
static void look_at(struct hyphens *hyphens, const char *text, size_t from, size_t to,
                    word_fn *act) {
    struct letters word = {.length = 0};
    bool known = true;
    for (size_t i = from; i < to;) {
        const uint32_t rune = utf8_next(text, to, &i);
        if (is_letter(rune)) {
            known = known && add_letter(hyphens, &word, rune, i);
            if (i < to)
                continue;
        }
        if (known && word.small && word.count >= SHORTEST)
            act(hyphens, &word);
        word = (struct letters){.length = 0};
        known = true;
    }
}

static void each_word(struct hyphens *hyphens, const char *text, size_t bytes, word_fn *act) {
    for (size_t from = 0; from < bytes;) {
        size_t to = from;
        while (to < bytes && text[to] != ' ' && text[to] != '\n')
            to++;
        if (to - from >= SHORTEST && !left_whole(text, from, to))
            look_at(hyphens, text, from, to, act);
        from = to + 1;
    }
}

void hyphen_find(struct hyphens *hyphens, const char *text, size_t bytes, uint8_t *kinds) {
    hyphens->kinds = kinds;
    each_word(hyphens, text, bytes, gather);
    if (hyphens->unknown.count > 0)
        learn(hyphens);
    each_word(hyphens, text, bytes, divide);
}

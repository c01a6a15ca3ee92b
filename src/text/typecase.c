#include "text/typecase.h"

#include "text/kerning.h"
#include <hb-ot.h>
#include <hb.h>

enum {
    LETTERS = 192,  /* at most; more are refused */
    LOOKUPS = 31,   /* likewise: a bit each */
    DIRECT = 0x250, /* Latin up to Extended-B: found without a search */
    FRACTION = 0x2044,
    REPLACEMENT = 0xFFFD /* of bytes that are no character */
};

/* What a pair is, in two bits; the rest is its kerning. */
enum { PAIR_UNKNOWN, PAIR_APART, PAIR_JOINS, PAIR_WHOLE, PAIR_KINDS };

/* A bit for each of the plan's lookups. */
struct parts {
    uint32_t input, before, after;
};

struct letter {
    uint32_t rune; /* 0: a glyph of several characters */
    hb_codepoint_t nominal, glyph;
    int32_t advance;
    bool good;
    struct parts parts;
    struct kerning_first kerning;
    int16_t *pairs; /* with each letter as the second; NULL: not asked for yet */
};

struct typecase {
    struct arena *arena;
    const struct face *face;
    const struct kerning *kerning;
    unsigned lookups[LOOKUPS];
    hb_set_t *inputs[LOOKUPS], *befores[LOOKUPS], *afters[LOOKUPS];
    int lookup_count;
    uint32_t contextual; /* lookups that look at neighbours */
    struct letter letters[LETTERS];
    int count;
    uint8_t direct[DIRECT]; /* number plus one; 0: not asked for yet */
};

/* ---- opening -------------------------------------------------------------------------------- */

static void release_set(void *set) {
    hb_set_destroy(set);
}

static hb_set_t *new_set(struct arena *arena) {
    hb_set_t *set = hb_set_create();
    arena_defer(arena, release_set, set);
    return set;
}

/* The plan has those of fractions too, which stay asleep where no fraction slash is. */
static void without_fractions(struct arena *arena, const struct face *face, hb_set_t *lookups) {
    static const hb_tag_t fractions[] = {HB_TAG('f', 'r', 'a', 'c'), HB_TAG('n', 'u', 'm', 'r'),
                                         HB_TAG('d', 'n', 'o', 'm'), HB_TAG_NONE};
    hb_set_t *asleep = new_set(arena);
    hb_ot_layout_collect_lookups(face->hb, HB_OT_TAG_GSUB, NULL, NULL, fractions, asleep);
    hb_set_subtract(lookups, asleep);
}

static bool add_lookup(struct typecase *t, unsigned index) {
    if (t->lookup_count == LOOKUPS)
        return false;
    const int at = t->lookup_count++;
    t->lookups[at] = index;
    t->inputs[at] = new_set(t->arena);
    t->befores[at] = new_set(t->arena);
    t->afters[at] = new_set(t->arena);
    hb_ot_layout_lookup_collect_glyphs(t->face->hb, HB_OT_TAG_GSUB, index, t->befores[at],
                                       t->inputs[at], t->afters[at], NULL);
    if (!hb_set_is_empty(t->befores[at]) || !hb_set_is_empty(t->afters[at]))
        t->contextual |= UINT32_C(1) << at;
    return hb_set_allocation_successful(t->inputs[at]) &&
           hb_set_allocation_successful(t->befores[at]) &&
           hb_set_allocation_successful(t->afters[at]);
}

struct typecase *typecase_open(struct arena *arena, const struct face *face,
                               struct hb_shape_plan_t *plan) {
    hb_set_t *set = new_set(arena), *pairs = new_set(arena);
    if (plan == hb_shape_plan_get_empty())
        return NULL;
    hb_ot_shape_plan_collect_lookups(plan, HB_OT_TAG_GSUB, set);
    hb_ot_shape_plan_collect_lookups(plan, HB_OT_TAG_GPOS, pairs);
    without_fractions(arena, face, set);
    struct typecase *t = arena_alloc(arena, sizeof *t);
    t->arena = arena;
    t->face = face;
    for (hb_codepoint_t i = HB_SET_VALUE_INVALID; hb_set_next(set, &i);)
        if (!add_lookup(t, i))
            return NULL;
    if (!hb_set_allocation_successful(set) || !hb_set_allocation_successful(pairs))
        return NULL;
    t->kerning = kerning_open(arena, face->hb, pairs);
    return t->kerning ? t : NULL;
}

/* ---- letters -------------------------------------------------------------------------------- */

/* Letters and signs that stand for themselves, whatever the rest of the text is. */
static bool plain(uint32_t rune) {
    if (rune < 0x20 || rune == FRACTION || rune == REPLACEMENT)
        return false;
    if (rune < 0x7F)
        return true;
    hb_unicode_funcs_t *unicode = hb_unicode_funcs_get_default();
    const hb_script_t script = hb_unicode_script(unicode, rune);
    if (script != HB_SCRIPT_LATIN && script != HB_SCRIPT_COMMON)
        return false;
    switch ((int)hb_unicode_general_category(unicode, rune)) {
    case HB_UNICODE_GENERAL_CATEGORY_LOWERCASE_LETTER:
    case HB_UNICODE_GENERAL_CATEGORY_UPPERCASE_LETTER:
    case HB_UNICODE_GENERAL_CATEGORY_DASH_PUNCTUATION:
    case HB_UNICODE_GENERAL_CATEGORY_INITIAL_PUNCTUATION:
    case HB_UNICODE_GENERAL_CATEGORY_FINAL_PUNCTUATION:
    case HB_UNICODE_GENERAL_CATEGORY_OTHER_PUNCTUATION:
    case HB_UNICODE_GENERAL_CATEGORY_OPEN_PUNCTUATION:
    case HB_UNICODE_GENERAL_CATEGORY_CURRENCY_SYMBOL:
    case HB_UNICODE_GENERAL_CATEGORY_MATH_SYMBOL:
    case HB_UNICODE_GENERAL_CATEGORY_OTHER_SYMBOL:
    case HB_UNICODE_GENERAL_CATEGORY_SPACE_SEPARATOR:
        return true;
    default:
        return false;
    }
}

/* What the plan makes of the letter where it stands alone.  False if it is more than one glyph. */
static bool substitute(const struct typecase *t, hb_codepoint_t *glyph) {
    for (int i = 0; i < t->lookup_count; i++) {
        if (!hb_set_has(t->inputs[i], *glyph) || t->contextual >> i & 1 ||
            !hb_ot_layout_lookup_would_substitute(t->face->hb, t->lookups[i], glyph, 1, false))
            continue;
        unsigned count = 1;
        hb_codepoint_t other;
        if (hb_ot_layout_lookup_get_glyph_alternates(t->face->hb, t->lookups[i], *glyph, 0, &count,
                                                     &other) == 0)
            return false;
        *glyph = other;
    }
    return true;
}

static void add_parts(const struct typecase *t, hb_codepoint_t glyph, struct parts *parts) {
    for (int i = 0; i < t->lookup_count; i++) {
        parts->input |= (uint32_t)(hb_set_has(t->inputs[i], glyph) != 0) << i;
        parts->before |= (uint32_t)(hb_set_has(t->befores[i], glyph) != 0) << i;
        parts->after |= (uint32_t)(hb_set_has(t->afters[i], glyph) != 0) << i;
    }
}

static void complete(struct typecase *t, struct letter *letter) {
    letter->advance = hb_font_get_glyph_h_advance(t->face->shaper, letter->glyph);
    letter->kerning = kerning_of(t->arena, t->kerning, letter->glyph);
    add_parts(t, letter->nominal, &letter->parts);
    add_parts(t, letter->glyph, &letter->parts);
    letter->good = true;
}

static int add_letter(struct typecase *t, uint32_t rune) {
    if (t->count == LETTERS)
        return -1;
    struct letter *letter = &t->letters[t->count];
    letter->rune = rune;
    if (plain(rune) && hb_font_get_nominal_glyph(t->face->shaper, rune, &letter->nominal)) {
        letter->glyph = letter->nominal;
        if (substitute(t, &letter->glyph))
            complete(t, letter);
    }
    return t->count++;
}

int typecase_letter(struct typecase *t, uint32_t rune) {
    int at = -1;
    if (rune == 0)
        return -1;
    if (rune < DIRECT) {
        at = t->direct[rune] - 1;
    } else {
        for (int i = 0; i < t->count && at < 0; i++)
            if (t->letters[i].rune == rune)
                at = i;
    }
    if (at < 0) {
        at = add_letter(t, rune);
        if (rune < DIRECT)
            t->direct[rune] = (uint8_t)(at + 1);
    }
    return at >= 0 && t->letters[at].good ? at : -1;
}

int typecase_glyph(struct typecase *t, uint32_t glyph) {
    for (int i = 0; i < t->count; i++)
        if (t->letters[i].good && t->letters[i].glyph == glyph)
            return i;
    if (t->count == LETTERS)
        return -1;
    struct letter *letter = &t->letters[t->count];
    letter->nominal = letter->glyph = glyph;
    complete(t, letter);
    return t->count++;
}

uint32_t typecase_drawn(const struct typecase *t, int letter) {
    return t->letters[letter].glyph;
}

int32_t typecase_advance(const struct typecase *t, int letter) {
    return t->letters[letter].advance;
}

/* ---- pairs ---------------------------------------------------------------------------------- */

static bool joins(const struct typecase *t, const struct letter *a, const struct letter *b) {
    const uint32_t both = a->parts.input & b->parts.input & ~t->contextual;
    const hb_codepoint_t nominal[] = {a->nominal, b->nominal}, drawn[] = {a->glyph, b->glyph};
    for (int i = 0; both >> i; i++)
        if (both >> i & 1 &&
            (hb_ot_layout_lookup_would_substitute(t->face->hb, t->lookups[i], nominal, 2, false) ||
             hb_ot_layout_lookup_would_substitute(t->face->hb, t->lookups[i], drawn, 2, false)))
            return true;
    return false;
}

/* Where a lookup minds the neighbours of a glyph, the nearest is one that it knows. */
static bool minds(const struct typecase *t, const struct parts *a, const struct parts *b) {
    return ((a->input & (b->after | b->input)) | (b->input & (a->before | a->input))) &
           t->contextual;
}

static int16_t find_pair(const struct typecase *t, const struct letter *a, const struct letter *b) {
    if (minds(t, &a->parts, &b->parts))
        return PAIR_WHOLE;
    if (joins(t, a, b))
        return PAIR_JOINS;
    const int32_t apart = kerning_between(t->kerning, &a->kerning, b->glyph);
    return apart > INT16_MAX / PAIR_KINDS || apart < INT16_MIN / PAIR_KINDS
               ? PAIR_WHOLE
               : (int16_t)(apart * PAIR_KINDS + PAIR_APART);
}

struct typecase_pair typecase_between(struct typecase *t, int first, int second) {
    struct letter *letter = &t->letters[first];
    if (!letter->pairs)
        letter->pairs = arena_array(t->arena, LETTERS, sizeof *letter->pairs);
    int16_t *pair = &letter->pairs[second];
    if (*pair == PAIR_UNKNOWN)
        *pair = find_pair(t, letter, &t->letters[second]);
    if (*pair == PAIR_JOINS)
        return (struct typecase_pair){TYPECASE_JOINS, 0};
    if (*pair == PAIR_WHOLE)
        return (struct typecase_pair){TYPECASE_WHOLE, 0};
    return (struct typecase_pair){TYPECASE_APART, (*pair - PAIR_APART) / PAIR_KINDS};
}

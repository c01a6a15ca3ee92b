#include "text/byletter.h"

#include "base/sametext.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "text/typecase.h"
#include <hb-ot.h>
#include <hb.h>

/* The letters of a face in a language. */
struct opened_case {
    const struct face *face;
    const char *language;
    struct typecase *typecase; /* NULL: they cannot be set one by one */
};

struct byletter {
    struct arena *arena;
    const hb_feature_t *features;
    unsigned count;
    VEC(struct opened_case) cases;
};

struct byletter *byletter_new(struct arena *arena, const hb_feature_t *features, unsigned count) {
    struct byletter *byletter = arena_alloc(arena, sizeof *byletter);
    *byletter = (struct byletter){.arena = arena, .features = features, .count = count};
    return byletter;
}

/* ---- cases ----------------------------------------------------------------------------------- */

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

static struct typecase *open_case(struct byletter *byletter, const struct face *face,
                                  hb_language_t language) {
    const hb_segment_properties_t latin = {
        .direction = HB_DIRECTION_LTR, .script = HB_SCRIPT_LATIN, .language = language};
    hb_shape_plan_t *plan =
        hb_shape_plan_create_cached(face->hb, &latin, byletter->features, byletter->count, NULL);
    struct typecase *opened = typecase_open(byletter->arena, face, plan);
    hb_shape_plan_destroy(plan);
    return opened;
}

/* The letters of the face, NULL if they cannot be set one by one. */
static struct typecase *typecase_of(struct byletter *byletter, const struct face *face,
                                    const char *language) {
    for (size_t i = 0; i < byletter->cases.count; i++)
        if (byletter->cases.items[i].face == face &&
            sametext(byletter->cases.items[i].language, language))
            return byletter->cases.items[i].typecase;
    const hb_language_t spoken =
        language ? hb_language_from_string(language, -1) : HB_LANGUAGE_INVALID;
    struct opened_case opened = {.face = face, .language = language};
    if (language && !has_ways_of(face, spoken))
        opened.typecase = typecase_of(byletter, face, NULL);
    else
        opened.typecase = open_case(byletter, face, spoken);
    vec_push(byletter->arena, &byletter->cases, opened);
    return opened.typecase;
}

/* ---- a piece --------------------------------------------------------------------------------- */

/* A line of letters as it grows. */
struct setting {
    const struct byletter_piece *piece;
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

/* The letters that begin at `from`, of so many bytes, which may be joined. */
static bool place_joined(struct setting *set, const struct run *joined, size_t from, size_t bytes) {
    const struct glyph *g = joined->glyphs;
    const int first = joined->count > 0 ? typecase_glyph(set->typecase, g[0].id) : -1;
    if (first < 0 || joined->count > bytes)
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
static bool read_group(const struct setting *set, struct group *group) {
    const struct byletter_piece *piece = set->piece;
    group->from = group->to;
    group->letter = group->next;
    group->joined = false;
    for (int last = group->letter; last >= 0; last = group->next, group->joined = true) {
        group->to = group->end;
        group->next = -1;
        if (group->to == piece->bytes)
            return true;
        group->next =
            typecase_letter(set->typecase, utf8_next(piece->text, piece->bytes, &group->end));
        if (group->next < 0)
            return false;
        const struct typecase_pair pair = typecase_between(set->typecase, last, group->next);
        group->kerning = pair.kerning;
        if (pair.bond != TYPECASE_JOINS)
            return pair.bond == TYPECASE_APART;
    }
    return false;
}

/* One letter, behind a group. */
static bool place_letter(struct setting *set, const struct group *before,
                         const struct group *group) {
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

static bool set_letters(struct setting *set, byletter_joined_fn *joined, void *user) {
    const struct byletter_piece *piece = set->piece;
    struct group group = {.to = 0}, before = {.to = 0};
    group.next = typecase_letter(set->typecase, utf8_next(piece->text, piece->bytes, &group.end));
    while (group.to < piece->bytes) {
        if (!read_group(set, &group))
            return false;
        const size_t bytes = group.to - group.from;
        if (group.joined
                ? bytes == piece->bytes ||
                      !place_joined(set, joined(user, group.from, group.to), group.from, bytes)
                : !place_letter(set, &before, &group))
            return false;
        before = group;
    }
    return true;
}

const struct run *byletter_run(struct byletter *byletter, const struct byletter_piece *piece,
                               byletter_joined_fn *joined, void *user) {
    struct setting set = {.piece = piece, .last = -1};
    if (piece->bytes > 0 && piece->face->by_pairs)
        set.typecase = typecase_of(byletter, piece->face, piece->language);
    if (!set.typecase)
        return NULL;
    set.glyphs = arena_array(byletter->arena, piece->bytes, sizeof *set.glyphs);
    if (!set_letters(&set, joined, user))
        return NULL;
    struct run *run = arena_alloc(byletter->arena, sizeof *run);
    *run = (struct run){.face = piece->face,
                        .text = piece->text,
                        .bytes = piece->bytes,
                        .glyphs = set.glyphs,
                        .count = set.count};
    for (size_t i = 0; i < set.count; i++)
        run->advance += set.glyphs[i].advance;
    return run;
}

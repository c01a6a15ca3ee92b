#include "text/itemise.h"

#include "base/utf8.h"
#include <hb.h>

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

static bool real_script(uint32_t script) {
    return script != HB_SCRIPT_COMMON && script != HB_SCRIPT_INHERITED &&
           script != HB_SCRIPT_UNKNOWN;
}

static void decode(struct itemise *s) {
    hb_unicode_funcs_t *unicode = hb_unicode_funcs_get_default();
    s->letters = arena_array(fontset_arena(s->fonts), s->bytes, sizeof *s->letters);
    for (size_t at = 0; at < s->bytes;) {
        struct itemise_letter *letter = &s->letters[s->count];
        letter->at = (uint32_t)at;
        letter->rune = utf8_next(s->text, s->bytes, &at);
        letter->script = (uint32_t)hb_unicode_script(unicode, letter->rune);
        letter->continues = s->count > 0 && (is_mark(letter->rune) || invisible(letter->rune) ||
                                             s->letters[s->count - 1].rune == 0x200D);
        s->count++;
    }
}

/* Characters of no script take that of their neighbour before, else after. */
static void settle_scripts(struct itemise *s) {
    uint32_t before = HB_SCRIPT_INVALID;
    for (size_t i = 0; i < s->count; i++) {
        if (real_script(s->letters[i].script))
            before = s->letters[i].script;
        else if (before != HB_SCRIPT_INVALID)
            s->letters[i].script = before;
    }
    uint32_t after = HB_SCRIPT_LATIN;
    for (size_t i = s->count; i-- > 0;) {
        if (real_script(s->letters[i].script))
            after = s->letters[i].script;
        else
            s->letters[i].script = after;
    }
}

static bool cluster_covered(const struct face *face, const struct itemise_letter *letters,
                            size_t count) {
    for (size_t i = 0; i < count; i++)
        if (!invisible(letters[i].rune) && !fontset_covers(face, letters[i].rune))
            return false;
    return true;
}

/* The face for one cluster: that of the text before if it will do for a character of no script
 * of its own, the role's, or a fallback. */
static const struct face *cluster_face(struct itemise *s, const struct itemise_letter *letters,
                                       size_t count, const struct face *before) {
    const struct face *own = fontset_face(s->fonts, s->role);
    const hb_script_t script = hb_unicode_script(hb_unicode_funcs_get_default(), letters[0].rune);
    if (before && !real_script((uint32_t)script) && cluster_covered(before, letters, count))
        return before;
    if (cluster_covered(own, letters, count))
        return own;
    for (size_t i = 0; i < count; i++) {
        const struct face *face = invisible(letters[i].rune)
                                      ? NULL
                                      : fontset_fallback(s->fonts, s->role, letters[i].rune,
                                                         letters[0].script, s->language);
        if (face && cluster_covered(face, letters, count))
            return face;
    }
    return NULL;
}

static void report_missing(struct itemise *s, const struct itemise_letter *letters, size_t count) {
    for (size_t i = 0; i < count; i++) {
        uint32_t rune = letters[i].rune;
        const struct face *own = fontset_face(s->fonts, s->role);
        if (invisible(rune) || fontset_covers(own, rune) ||
            fontset_fallback(s->fonts, s->role, rune, letters[i].script, s->language))
            continue;
        vec_push(fontset_arena(s->fonts), &s->missing, rune);
        return;
    }
    /* Each character has a font, but no font has all of them. */
    vec_push(fontset_arena(s->fonts), &s->missing, letters[count - 1].rune);
}

static void choose_faces(struct itemise *s) {
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

void itemise(struct itemise *piece) {
    decode(piece);
    settle_scripts(piece);
    choose_faces(piece);
}

#include "layout/paragraphwords.h"

#include "layout/longword.h"
#include "text/breaks.h"
#include "text/shape.h"
#include <string.h>

#define LOOKED_AT 64u      /* bytes of a word: no column grows for a longer one */
#define MP_MOST   MM(1000) /* wider than any line */

mp paragraphwords_mark_size(const struct inline_item *item, mp text_size) {
    if (item->size)
        return item->size;
    if (text_size <= PT(7.5))
        return MM(2.3);
    if (text_size <= PT(8))
        return MM(2.6);
    return text_size <= PT(9) ? MM(2.7) : MM(3.0);
}

static const struct shaped *shape_piece(struct paragraphwords *w,
                                        const struct paragraphtext_span *span, enum font_role role,
                                        const char *text, size_t bytes, int level) {
    return shape_text_level(w->text->composer->fonts, role, text, bytes, span->item->language,
                            level, w->text->composer->diags);
}

static mp blank_width(struct paragraphwords *w, struct paragraphtext_span *span) {
    if (span->blank < 0)
        span->blank =
            shape_width(shape_piece(w, span, span->spec->role, " ", 1, -1), span->spec->size);
    return span->blank;
}

/* A shape stands close to what follows it, also where that begins with a blank that binds the two.
 */
static mp gap_after_mark(struct paragraphwords *w, struct paragraphtext_span *span) {
    const char *next = w->text->buffer.bytes + span->to;
    if (span->to >= w->text->buffer.length || *next == ' ' || *next == '\n')
        return 0;
    return strncmp(next, "\u00a0", 2) == 0 ? MARK_GAP - length_min(blank_width(w, span), MARK_GAP)
                                           : MARK_GAP;
}

/* A shape with its letter: "G" stands in the weight of the table's key figures. */
static void measure_mark(struct paragraphwords *w, struct paragraphtext_span *span,
                         struct piece *piece) {
    const struct inline_item *item = span->item;
    piece->width = paragraphwords_mark_size(item, piece->size);
    piece->colour = mark_colours(item->mark)->text;
    if (!item->text) {
        piece->width += gap_after_mark(w, span);
        return;
    }
    piece->role = FONT_BOLD;
    piece->shaped = shape_piece(w, span, FONT_BOLD, item->text, strlen(item->text), -1);
    piece->width += MARK_GAP + shape_width(piece->shaped, piece->size);
}

static void measure_pill(struct paragraphwords *w, const struct paragraphtext_span *span,
                         struct piece *piece) {
    const struct style_spec *pill = style_spec(STYLE_PILL);
    const char *word = span->item->text ? span->item->text : "";
    piece->size = pill->size;
    piece->role = (uint8_t)pill->role;
    piece->shaped = shape_piece(w, span, pill->role, word, strlen(word), -1);
    piece->width = MM(2.0) + shape_width(piece->shaped, pill->size);
    if (span->item->kind == INLINE_PILL)
        piece->width += MM(1.3) + paragraphwords_mark_size(span->item, pill->size) + MARK_GAP;
    else
        piece->width += MM(2.0);
}

static void measure_text(struct paragraphwords *w, struct paragraphtext_span *span, size_t from,
                         size_t to, struct piece *piece) {
    const char *text = w->text->buffer.bytes + from;
    piece->shaped =
        shape_piece(w, span, piece->role, text, to - from, w->text->levels ? piece->level : -1);
    piece->width = shape_width(piece->shaped, piece->size);
    for (size_t i = to; i > from && w->text->buffer.bytes[i - 1] == ' '; i--)
        piece->trailing += blank_width(w, span);
}

static void add_piece(struct paragraphwords *w, struct paragraphtext_span *span, size_t from,
                      size_t to) {
    struct piece piece = {.item = span->item,
                          .size = span->spec->size,
                          .role = (uint8_t)span->spec->role,
                          .colour = span->colour,
                          .level = w->text->levels ? w->text->levels[from] : (uint8_t)0,
                          .from = (uint32_t)from,
                          .to = (uint32_t)to,
                          .divides = to > from && w->text->kinds[to - 1] == BREAK_HYPHEN};
    switch (span->item->kind) {
    case INLINE_TEXT:
    case INLINE_PAGE:
        measure_text(w, span, from, to, &piece);
        break;
    case INLINE_NOTE:
        piece.size = length_max(PT(7), piece.size * 7 / 10);
        piece.role = FONT_SEMIBOLD;
        piece.colour = NAVY;
        measure_text(w, span, from, to, &piece);
        break;
    case INLINE_MARK:
        measure_mark(w, span, &piece);
        break;
    case INLINE_TREND:
        piece.width = MM(2.7);
        piece.colour = span->item->colour == COLOUR_INHERIT ? INK : span->item->colour;
        break;
    case INLINE_PILL:
    case INLINE_PURPOSE:
        measure_pill(w, span, &piece);
        break;
    case INLINE_SPACE:
        piece.width = span->item->size;
        piece.trailing = span->item->size;
        break;
    case INLINE_BREAK:
    default:
        return;
    }
    vec_push(w->text->arena, &w->pieces, piece);
}

void paragraphwords_shape_again(struct paragraphwords *w, struct piece *piece, const char *more) {
    const char *text =
        arena_printf(w->text->composer->arena, "%.*s%s", (int)(piece->to - piece->from),
                     w->text->buffer.bytes + piece->from, more);
    piece->shaped = shape_text(w->text->composer->fonts, piece->role, text, strlen(text),
                               piece->item->language, w->text->composer->diags);
    piece->width = shape_width(piece->shaped, piece->size);
}

/* How much wider the part of a word is with a hyphen behind it. */
static mp hyphen_width(struct paragraphwords *w, const struct piece *piece) {
    struct piece with = *piece;
    paragraphwords_shape_again(w, &with, PARAGRAPH_HYPHEN);
    return with.width - piece->width;
}

/* What of a sentence ends before byte `to`, blanks aside. */
static enum linebreak_pause pause_before(const struct paragraphwords *w, size_t to) {
    static const struct {
        const char *mark;
        enum linebreak_pause pause;
    } marks[] = {{";", PAUSE_CLAUSE},      {":", PAUSE_CLAUSE},      {",", PAUSE_COMMA},
                 {"\u061B", PAUSE_CLAUSE}, {"\u060C", PAUSE_COMMA},  {"\u3002", PAUSE_CLAUSE},
                 {"\u3001", PAUSE_COMMA},  {"\uFF1B", PAUSE_CLAUSE}, {"\uFF0C", PAUSE_COMMA}};
    const char *text = w->text->buffer.bytes;
    while (to > 0 && text[to - 1] == ' ')
        to--;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        const size_t length = strlen(marks[i].mark);
        if (to >= length && memcmp(text + to - length, marks[i].mark, length) == 0)
            return marks[i].pause;
    }
    return PAUSE_NONE;
}

static void push_word(struct paragraphwords *w, size_t first, bool ends_line) {
    struct linebreak_word word = {
        .first = first, .count = w->pieces.count - first, .ends_line = ends_line};
    if (w->text->spec->balanced && word.count > 0)
        word.pause = pause_before(w, w->pieces.items[w->pieces.count - 1].to);
    for (size_t i = first; i < w->pieces.count; i++) {
        const struct piece *piece = &w->pieces.items[i];
        word.width += piece->width;
        word.trailing =
            piece->trailing == piece->width ? word.trailing + piece->trailing : piece->trailing;
        word.hyphen = piece->divides ? hyphen_width(w, piece) : 0;
    }
    vec_push(w->text->arena, &w->words, word);
}

/* Notes how wide a line the part that begins at `from` would need to stay in one piece. */
static void note_cut(struct paragraphwords *w, const struct paragraphtext_span *span, size_t from,
                     size_t end, size_t to) {
    const size_t most = end > from + LOOKED_AT ? end : from + LOOKED_AT;
    size_t whole = from;
    while (whole < to && whole <= most && !longword_joint(w->text->buffer.bytes[whole]))
        whole++;
    whole += whole < to;
    if (end >= whole)
        return;
    if (whole - from > LOOKED_AT) {
        w->uncut = MP_MOST;
        return;
    }
    const struct shaped *shaped =
        shape_piece(w, span, span->spec->role, w->text->buffer.bytes + from, whole - from, -1);
    w->uncut = length_max(w->uncut, shape_width(shaped, span->spec->size) + PT(0.5));
}

/* Sets bytes from..to of a span again, in parts none of which is wider than the line. */
static void set_parts(struct paragraphwords *w, struct paragraphtext_span *span, size_t from,
                      size_t to) {
    while (from < to) {
        const struct longword part = {.fonts = w->text->composer->fonts,
                                      .role = span->spec->role,
                                      .size = span->spec->size,
                                      .language = span->item->language,
                                      .width = w->text->spec->width};
        const size_t end =
            span->item->kind == INLINE_TEXT
                ? from + longword_part(&part, w->text->buffer.bytes + from, to - from)
                : to;
        if (end < to)
            note_cut(w, span, from, end, to);
        add_piece(w, span, from, end);
        push_word(w, w->pieces.count - 1, false);
        from = end;
    }
}

/* The word of bytes from..to is wider than the line. */
static void set_long_word(struct paragraphwords *w, size_t from, size_t to, bool ends_line) {
    w->pieces.count = w->open;
    w->torn = true;
    for (size_t i = 0; i < w->text->spans.count; i++) {
        struct paragraphtext_span *span = &w->text->spans.items[i];
        const size_t a = span->from > from ? span->from : from;
        const size_t b = span->to < to ? span->to : to;
        if (a < b && span->item->kind != INLINE_BREAK)
            set_parts(w, span, a, b);
    }
    if (w->words.count > 0)
        w->words.items[w->words.count - 1].ends_line = ends_line;
}

static void close_word(struct paragraphwords *w, size_t from, size_t to, bool ends_line) {
    push_word(w, w->open, ends_line);
    const struct linebreak_word *word = &w->words.items[w->words.count - 1];
    if (word->width - word->trailing > w->text->spec->width) {
        w->words.count--;
        set_long_word(w, from, to, ends_line);
    }
    w->open = w->pieces.count;
}

/* True if a piece must end after byte i, although the word may go on. */
static bool level_changes(const struct paragraphwords *w, size_t i) {
    return w->text->levels && i + 1 < w->text->buffer.length &&
           w->text->levels[i] != w->text->levels[i + 1];
}

void paragraphwords_set(struct paragraphwords *w) {
    w->pieces.count = w->words.count = 0;
    w->open = 0;
    w->uncut = 0;
    w->torn = false;
    struct paragraphtext *text = w->text;
    size_t word_from = 0;
    for (size_t k = 0; k < text->spans.count; k++) {
        struct paragraphtext_span *span = &text->spans.items[k];
        size_t from = span->from;
        for (size_t i = span->from; i < span->to; i++) {
            const bool feed = text->buffer.bytes[i] == '\n';
            if (text->kinds[i] == BREAK_NO && !level_changes(w, i) && i + 1 < span->to && !feed)
                continue;
            if (feed ? i > from : true)
                add_piece(w, span, from, feed ? i : i + 1);
            from = i + 1;
            if (text->kinds[i] == BREAK_NO && !feed)
                continue;
            close_word(w, word_from, feed ? i : i + 1, feed || text->kinds[i] == BREAK_MUST);
            word_from = i + 1;
        }
    }
    if (w->open < w->pieces.count)
        close_word(w, word_from, text->buffer.length, false);
}

#include "layout/paragraph.h"

#include "base/languagetag.h"
#include "base/utf8.h"
#include "layout/footnote.h"
#include "layout/linebreak.h"
#include "layout/longword.h"
#include "text/bidi.h"
#include "text/breaks.h"
#include "text/hyphen.h"
#include "text/shape.h"
#include <assert.h>
#include <string.h>

#define OBJECT_CHARACTER "\uFFFC"
#define HYPHEN           "-"
#define LOOKED_AT        64u      /* bytes of a word: no column grows for a longer one */
#define MOST_BLANKS      4u       /* one after the other */
#define MP_MOST          MM(1000) /* wider than any line */

/* The text of one item inside the text of the paragraph: bytes from..to. */
struct span {
    const struct inline_item *item;
    const struct style_spec *spec;
    uint32_t colour;
    size_t from, to;
    mp blank; /* width of a blank; -1: not yet asked for */
};

/* Work space, used again for each paragraph: what lasts is copied when the lines are known. */
struct setting {
    struct arena *arena; /* of the work space */
    struct composer *composer;
    const struct paragraph_spec *spec;
    struct textbuf text;
    uint8_t *kinds; /* of breaks.h, a byte of text each */
    size_t kinds_size;
    uint8_t *levels; /* of bidi.h, or NULL: all left to right */
    bool marks_only; /* nothing but marks and foreign text: the marks' order is the document's */
    int base_level;
    VEC(struct span) spans;
    VEC(struct piece) pieces;
    VEC(struct linebreak_word) words;
    struct linebreak breaking;
    VEC(struct line) lines;
    size_t open; /* first piece of the word being set */
    mp uncut;    /* of struct paragraph */
    bool word;   /* no more than one, and short */
    bool torn;   /* a word was wider than its line */
};

mp paragraph_mark_size(const struct inline_item *item, mp text_size) {
    if (item->size)
        return item->size;
    if (text_size <= PT(7.5))
        return MM(2.3);
    if (text_size <= PT(8))
        return MM(2.6);
    return text_size <= PT(9) ? MM(2.7) : MM(3.0);
}

/* ---- one text out of many items --------------------------------------------------------------
 */

static const char *text_of(const struct setting *s, const struct inline_item *item) {
    switch (item->kind) {
    case INLINE_TEXT:
        return item->text;
    case INLINE_PAGE:
        return &"00000"[5 - s->composer->page_digits];
    case INLINE_NOTE:
        return arena_printf(s->composer->arena, "%u", footnote_of(s->composer, item)->number);
    case INLINE_BREAK:
        return "\n";
    case INLINE_SPACE:
        return " ";
    case INLINE_MARK:
    case INLINE_TREND:
    case INLINE_PILL:
    case INLINE_PURPOSE:
    default:
        return OBJECT_CHARACTER;
    }
}

static uint32_t colour_of(const struct setting *s, const struct inline_item *item,
                          const struct style_spec *spec) {
    if (item->colour != COLOUR_INHERIT)
        return item->colour;
    if (item->target || item->uri)
        return NAVY;
    if (item->style == STYLE_INHERIT && s->spec->colour != COLOUR_INHERIT)
        return s->spec->colour;
    return spec->colour;
}

/* Of the blanks that follow each other, those that hardly hang out of a line stay. */
static void squeeze_blanks(struct textbuf *text, size_t from) {
    size_t kept = from, blanks = 0;
    for (size_t i = from; i < text->length; i++) {
        blanks = text->bytes[i] == ' ' ? blanks + 1 : 0;
        if (blanks <= MOST_BLANKS)
            text->bytes[kept++] = text->bytes[i];
    }
    text->bytes[kept] = '\0';
    text->length = kept;
}

/* Control characters would be drawn as boxes; a line feed ends a line.  Hundreds of blanks would
 * hang out of the page. */
static void append_text(struct setting *s, const char *text) {
    const size_t from = s->text.length;
    textbuf_str(&s->text, text);
    char *bytes = s->text.bytes;
    bool wide = false;
    for (size_t i = from; i < s->text.length; i++)
        if ((unsigned char)bytes[i] <= ' ' && bytes[i] != '\n') {
            bytes[i] = ' ';
            wide |= i >= from + MOST_BLANKS &&
                    memcmp(bytes + i - MOST_BLANKS, "    ", MOST_BLANKS) == 0;
        }
    if (wide)
        squeeze_blanks(&s->text, from);
}

static void gather(struct setting *s, const struct content *content) {
    for (size_t i = 0; i < content->items.count; i++) {
        const struct inline_item *item = &content->items.items[i];
        const char *text = text_of(s, item);
        if (!text || !*text)
            continue;
        struct span span = {.item = item, .from = s->text.length, .blank = -1};
        span.spec = style_spec(item->style == STYLE_INHERIT ? s->spec->style : item->style);
        span.colour = colour_of(s, item, span.spec);
        append_text(s, text);
        span.to = s->text.length;
        vec_push(s->arena, &s->spans, span);
    }
}

static bool is_object(const struct inline_item *item) {
    return item->kind == INLINE_MARK || item->kind == INLINE_TREND || item->kind == INLINE_PILL ||
           item->kind == INLINE_PURPOSE;
}

/* A shape without its letter stays with the word that follows. */
static bool leads_word(const struct inline_item *item) {
    return item->kind == INLINE_TREND || (item->kind == INLINE_MARK && !item->text);
}

/* Objects are no text to the break rules: only blanks part them from their neighbours. */
static void bind_objects(struct setting *s) {
    const char *text = s->text.bytes;
    const size_t bytes = s->text.length;
    for (size_t i = 0; i < s->spans.count; i++) {
        const struct span *span = &s->spans.items[i];
        if (span->item->kind == INLINE_NOTE && span->from > 0)
            s->kinds[span->from - 1] = BREAK_NO;
        if (!is_object(span->item))
            continue;
        if (span->from > 0 && text[span->from - 1] != ' ' && text[span->from - 1] != '\n')
            s->kinds[span->from - 1] = BREAK_NO;
        if (span->to < bytes)
            s->kinds[span->to - 1] = BREAK_NO;
        for (size_t k = span->to; leads_word(span->item) && k + 1 < bytes && text[k] == ' '; k++)
            s->kinds[k] = BREAK_NO;
    }
}

static bool has_object(const struct setting *s) {
    for (size_t i = 0; i < s->spans.count; i++)
        if (is_object(s->spans.items[i].item))
            return true;
    return false;
}

/* In a document written from right to left, a paragraph is, even if it begins with a foreign name;
 * what stands in such a name, stops and brackets too, keeps its own order. */
static void find_levels(struct setting *s) {
    struct arena *arena = s->composer->arena;
    const char *text = s->text.bytes;
    const size_t bytes = s->text.length;
    s->levels = arena_alloc(arena, bytes);
    if (!s->composer->mirrored) {
        s->base_level = bidi_levels(arena, text, bytes, s->levels);
        return;
    }
    struct bidi_isolate *names = arena_array(arena, s->spans.count, sizeof *names);
    size_t count = 0;
    for (size_t i = 0; i < s->spans.count; i++) {
        const struct bidi_isolate name =
            bidi_inside(text, (struct bidi_isolate){s->spans.items[i].from, s->spans.items[i].to});
        if (bidi_left_to_right(text + name.from, name.to - name.from) ||
            (s->marks_only && name.from < name.to && !is_object(s->spans.items[i].item)))
            names[count++] = name;
    }
    s->base_level = bidi_levels_from_right(arena, text, bytes, names, count, s->levels);
}

/* Words of another language are left whole: they have other rules than those of the document. */
static void divide_words(struct setting *s) {
    for (size_t i = 0; i < s->spans.count; i++) {
        const size_t from = s->spans.items[i].from;
        const char *language = s->spans.items[i].item->language;
        if (language && !languagetag_same(language, s->composer->document->language))
            continue;
        while (i + 1 < s->spans.count && !s->spans.items[i + 1].item->language)
            i++;
        hyphen_find(s->composer->hyphens, s->text.bytes + from, s->spans.items[i].to - from,
                    s->kinds + from);
    }
}

static void find_breaks(struct setting *s) {
    const size_t bytes = s->text.length;
    if (bytes > s->kinds_size) {
        s->kinds_size = bytes * 2;
        s->kinds = arena_alloc(s->arena, s->kinds_size);
    }
    s->word = s->spans.count == 1 && !strpbrk(s->text.bytes, " -/\n") && bytes < 16;
    if (s->word) {
        memset(s->kinds, BREAK_NO, bytes);
        s->kinds[bytes - 1] = BREAK_MAY; /* most cells: a number, an id, a word */
        return;
    }
    breaks_find(s->text.bytes, bytes, s->composer->document->language, s->kinds);
    bind_objects(s);
    if (s->spec->balanced)
        breaks_keep_figures(s->text.bytes, bytes, s->kinds);
    const bool needed = bidi_needed(s->text.bytes, bytes);
    s->marks_only = !needed && s->composer->mirrored && has_object(s);
    if (needed || s->marks_only)
        find_levels(s);
}

/* ---- pieces and words ------------------------------------------------------------------------
 */

static const struct shaped *shape_piece(struct setting *s, const struct span *span,
                                        enum font_role role, const char *text, size_t bytes,
                                        int level) {
    return shape_text_level(s->composer->fonts, role, text, bytes, span->item->language, level,
                            s->composer->diags);
}

static mp blank_width(struct setting *s, struct span *span) {
    if (span->blank < 0)
        span->blank =
            shape_width(shape_piece(s, span, span->spec->role, " ", 1, -1), span->spec->size);
    return span->blank;
}

/* A shape stands close to what follows it, also where that begins with a blank that binds the two.
 */
static mp gap_after_mark(struct setting *s, struct span *span) {
    const char *next = s->text.bytes + span->to;
    if (span->to >= s->text.length || *next == ' ' || *next == '\n')
        return 0;
    return strncmp(next, "\u00a0", 2) == 0 ? MARK_GAP - length_min(blank_width(s, span), MARK_GAP)
                                           : MARK_GAP;
}

/* A shape with its letter: "G" stands in the weight of the table's key figures. */
static void measure_mark(struct setting *s, struct span *span, struct piece *piece) {
    const struct inline_item *item = span->item;
    piece->width = paragraph_mark_size(item, piece->size);
    piece->colour = mark_colours(item->mark)->text;
    if (!item->text) {
        piece->width += gap_after_mark(s, span);
        return;
    }
    piece->role = FONT_BOLD;
    piece->shaped = shape_piece(s, span, FONT_BOLD, item->text, strlen(item->text), -1);
    piece->width += MARK_GAP + shape_width(piece->shaped, piece->size);
}

static void measure_pill(struct setting *s, const struct span *span, struct piece *piece) {
    const struct style_spec *pill = style_spec(STYLE_PILL);
    const char *word = span->item->text ? span->item->text : "";
    piece->size = pill->size;
    piece->role = (uint8_t)pill->role;
    piece->shaped = shape_piece(s, span, pill->role, word, strlen(word), -1);
    piece->width = MM(2.0) + shape_width(piece->shaped, pill->size);
    if (span->item->kind == INLINE_PILL)
        piece->width += MM(1.3) + paragraph_mark_size(span->item, pill->size) + MARK_GAP;
    else
        piece->width += MM(2.0);
}

static void measure_text(struct setting *s, struct span *span, size_t from, size_t to,
                         struct piece *piece) {
    const char *text = s->text.bytes + from;
    piece->shaped =
        shape_piece(s, span, piece->role, text, to - from, s->levels ? piece->level : -1);
    piece->width = shape_width(piece->shaped, piece->size);
    for (size_t i = to; i > from && s->text.bytes[i - 1] == ' '; i--)
        piece->trailing += blank_width(s, span);
}

static void add_piece(struct setting *s, struct span *span, size_t from, size_t to) {
    struct piece piece = {.item = span->item,
                          .size = span->spec->size,
                          .role = (uint8_t)span->spec->role,
                          .colour = span->colour,
                          .level = s->levels ? s->levels[from] : (uint8_t)0,
                          .from = (uint32_t)from,
                          .to = (uint32_t)to,
                          .divides = to > from && s->kinds[to - 1] == BREAK_HYPHEN};
    switch (span->item->kind) {
    case INLINE_TEXT:
    case INLINE_PAGE:
        measure_text(s, span, from, to, &piece);
        break;
    case INLINE_NOTE:
        piece.size = length_max(PT(7), piece.size * 7 / 10);
        piece.role = FONT_SEMIBOLD;
        piece.colour = NAVY;
        measure_text(s, span, from, to, &piece);
        break;
    case INLINE_MARK:
        measure_mark(s, span, &piece);
        break;
    case INLINE_TREND:
        piece.width = MM(2.7);
        piece.colour = span->item->colour == COLOUR_INHERIT ? INK : span->item->colour;
        break;
    case INLINE_PILL:
    case INLINE_PURPOSE:
        measure_pill(s, span, &piece);
        break;
    case INLINE_SPACE:
        piece.width = span->item->size;
        piece.trailing = span->item->size;
        break;
    case INLINE_BREAK:
    default:
        return;
    }
    vec_push(s->arena, &s->pieces, piece);
}

static void shape_again(struct setting *s, struct piece *piece, const char *more) {
    const char *text = arena_printf(s->composer->arena, "%.*s%s", (int)(piece->to - piece->from),
                                    s->text.bytes + piece->from, more);
    piece->shaped = shape_text(s->composer->fonts, piece->role, text, strlen(text),
                               piece->item->language, s->composer->diags);
    piece->width = shape_width(piece->shaped, piece->size);
}

/* How much wider the part of a word is with a hyphen behind it. */
static mp hyphen_width(struct setting *s, const struct piece *piece) {
    struct piece with = *piece;
    shape_again(s, &with, HYPHEN);
    return with.width - piece->width;
}

static void push_word(struct setting *s, size_t first, bool ends_line) {
    struct linebreak_word word = {
        .first = first, .count = s->pieces.count - first, .ends_line = ends_line};
    for (size_t i = first; i < s->pieces.count; i++) {
        const struct piece *piece = &s->pieces.items[i];
        word.width += piece->width;
        word.trailing =
            piece->trailing == piece->width ? word.trailing + piece->trailing : piece->trailing;
        word.hyphen = piece->divides ? hyphen_width(s, piece) : 0;
    }
    vec_push(s->arena, &s->words, word);
}

/* Notes how wide a line the part that begins at `from` would need to stay in one piece. */
static void note_cut(struct setting *s, const struct span *span, size_t from, size_t end,
                     size_t to) {
    const size_t most = end > from + LOOKED_AT ? end : from + LOOKED_AT;
    size_t whole = from;
    while (whole < to && whole <= most && !longword_joint(s->text.bytes[whole]))
        whole++;
    whole += whole < to;
    if (end >= whole)
        return;
    if (whole - from > LOOKED_AT) {
        s->uncut = MP_MOST;
        return;
    }
    const struct shaped *shaped =
        shape_piece(s, span, span->spec->role, s->text.bytes + from, whole - from, -1);
    s->uncut = length_max(s->uncut, shape_width(shaped, span->spec->size) + PT(0.5));
}

/* Sets bytes from..to of a span again, in parts none of which is wider than the line. */
static void set_parts(struct setting *s, struct span *span, size_t from, size_t to) {
    while (from < to) {
        const struct longword part = {.fonts = s->composer->fonts,
                                      .role = span->spec->role,
                                      .size = span->spec->size,
                                      .language = span->item->language,
                                      .width = s->spec->width};
        const size_t end = span->item->kind == INLINE_TEXT
                               ? from + longword_part(&part, s->text.bytes + from, to - from)
                               : to;
        if (end < to)
            note_cut(s, span, from, end, to);
        add_piece(s, span, from, end);
        push_word(s, s->pieces.count - 1, false);
        from = end;
    }
}

/* The word of bytes from..to is wider than the line. */
static void set_long_word(struct setting *s, size_t from, size_t to, bool ends_line) {
    s->pieces.count = s->open;
    s->torn = true;
    for (size_t i = 0; i < s->spans.count; i++) {
        struct span *span = &s->spans.items[i];
        const size_t a = span->from > from ? span->from : from;
        const size_t b = span->to < to ? span->to : to;
        if (a < b && span->item->kind != INLINE_BREAK)
            set_parts(s, span, a, b);
    }
    if (s->words.count > 0)
        s->words.items[s->words.count - 1].ends_line = ends_line;
}

static void close_word(struct setting *s, size_t from, size_t to, bool ends_line) {
    push_word(s, s->open, ends_line);
    const struct linebreak_word *word = &s->words.items[s->words.count - 1];
    if (word->width - word->trailing > s->spec->width) {
        s->words.count--;
        set_long_word(s, from, to, ends_line);
    }
    s->open = s->pieces.count;
}

/* True if a piece must end after byte i, although the word may go on. */
static bool level_changes(const struct setting *s, size_t i) {
    return s->levels && i + 1 < s->text.length && s->levels[i] != s->levels[i + 1];
}

static void set_words(struct setting *s) {
    size_t word_from = 0;
    for (size_t k = 0; k < s->spans.count; k++) {
        struct span *span = &s->spans.items[k];
        size_t from = span->from;
        for (size_t i = span->from; i < span->to; i++) {
            const bool feed = s->text.bytes[i] == '\n';
            if (s->kinds[i] == BREAK_NO && !level_changes(s, i) && i + 1 < span->to && !feed)
                continue;
            if (feed ? i > from : true)
                add_piece(s, span, from, feed ? i : i + 1);
            from = i + 1;
            if (s->kinds[i] == BREAK_NO && !feed)
                continue;
            close_word(s, word_from, feed ? i : i + 1, feed || s->kinds[i] == BREAK_MUST);
            word_from = i + 1;
        }
    }
    if (s->open < s->pieces.count)
        close_word(s, word_from, s->text.length, false);
}

/* ---- lines -----------------------------------------------------------------------------------
 */

/* A line ends inside the word of this piece: both parts become one item, which says the word as it
 * is without the hyphen.  Links have their own words. */
static void say_whole(struct setting *s, size_t at) {
    struct piece *pieces = s->pieces.items;
    const struct inline_item *item = pieces[at].item;
    if (item->target || item->uri || item->actual)
        return;
    size_t first = at, last = at;
    while (first > 0 && pieces[first - 1].divides && pieces[first - 1].item == item)
        first--;
    while (pieces[last].divides && last + 1 < s->pieces.count && pieces[last + 1].item == item)
        last++;
    struct textbuf out;
    textbuf_init(&out, s->composer->arena);
    for (size_t i = pieces[first].from; i < pieces[last].to; i++)
        if (memcmp(s->text.bytes + i, "\u00AD", 2) == 0)
            i++;
        else
            textbuf_char(&out, s->text.bytes[i]);
    struct inline_item *whole = arena_alloc(s->composer->arena, sizeof *whole);
    *whole = *item;
    whole->actual = textbuf_text(&out);
    for (size_t i = first; i <= last; i++)
        pieces[i].item = whole;
}

/* Parts of a word that stand on one line become one piece again. */
static void join_parts(struct setting *s, struct line *line) {
    size_t kept = 0;
    for (size_t i = 0; i < line->count; i++) {
        struct piece *last = kept > 0 ? &line->pieces[kept - 1] : NULL;
        struct piece *piece = &line->pieces[i];
        if (!last || !last->divides || last->item != piece->item || last->to != piece->from) {
            line->pieces[kept++] = *piece;
            continue;
        }
        last->to = piece->to;
        last->divides = piece->divides;
        last->trailing = piece->trailing;
        shape_again(s, last, "");
    }
    line->count = kept;
}

/* A line that ends inside a word shows it. */
static void hyphenate(struct setting *s, struct line *line) {
    assert(line->pieces && line->count > 0);
    struct piece *last = &line->pieces[line->count - 1];
    if (last->to - last->from > 2 && memcmp(s->text.bytes + last->to - 2, "\u00AD", 2) == 0)
        last->to -= 2;
    last->divides = false;
    shape_again(s, last, HYPHEN);
}

/* The blank after the last word hangs over the end of the line, wherever in it that word has come
 * to stand: what is to the right of the blank moves up. */
static void hang_blank(struct line *line) {
    if (line->count == 0)
        return;
    const struct piece *last = &line->pieces[line->count - 1];
    const mp from = last->x;
    const bool before_word = last->level & 1;
    const mp blank = last->trailing;
    for (size_t i = 0; i < line->count; i++)
        if (line->pieces[i].x > from || (before_word && line->pieces[i].x == from))
            line->pieces[i].x -= blank;
}

static void place_pieces(struct setting *s, struct line *line) {
    struct arena *arena = s->composer->arena;
    mp x = 0;
    if (!s->levels) {
        for (size_t i = 0; i < line->count; i++) {
            line->pieces[i].x = x;
            x += line->pieces[i].width;
        }
        return;
    }
    uint8_t *levels = arena_alloc(arena, line->count);
    size_t *order = arena_array(arena, line->count, sizeof *order);
    for (size_t i = 0; i < line->count; i++)
        levels[i] = line->pieces[i].level;
    bidi_reorder(levels, line->count, order);
    for (size_t i = 0; i < line->count; i++) {
        line->pieces[order[i]].x = x;
        x += line->pieces[order[i]].width;
    }
    hang_blank(line);
}

/* The tallest style decides, of equal ones the larger; capitals stand in the middle of a line. */
static void set_height(const struct setting *s, struct line *line) {
    const struct style_spec *spec = style_spec(s->spec->style);
    mp height = spec->leading;
    mp size = spec->size;
    for (size_t i = 0; i < line->count; i++) {
        const struct inline_item *item = line->pieces[i].item;
        if (item->style == STYLE_INHERIT || item->kind == INLINE_SPACE)
            continue;
        const struct style_spec *own = style_spec(item->style);
        if (own->leading > height || (own->leading == height && own->size > size)) {
            height = own->leading;
            size = own->size;
        }
    }
    line->height = height;
    line->baseline = height / 2 + (mp)((int64_t)size * 36 / 100);
}

static struct line line_of(struct setting *s, size_t from, const struct linebreak_line *chosen) {
    const struct linebreak_word *first = &s->words.items[from];
    const struct linebreak_word *last = &s->words.items[chosen->end - 1];
    struct line line = {.width = chosen->width,
                        .pieces = s->pieces.items ? &s->pieces.items[first->first] : NULL,
                        .count = last->first + last->count - first->first};
    assert(line.pieces || line.count == 0);
    for (size_t k = 0; k < line.count; k++)
        line.has_page |= line.pieces[k].item->kind == INLINE_PAGE;
    return line;
}

/* Joined parts are a little wider or narrower than they were apart. */
static mp pieces_width(const struct line *line) {
    mp width = 0;
    for (size_t i = 0; i < line->count; i++)
        width += line->pieces[i].width;
    for (size_t i = line->count; i > 0 && line->pieces[i - 1].trailing; i--) {
        width -= line->pieces[i - 1].trailing;
        if (line->pieces[i - 1].trailing != line->pieces[i - 1].width)
            break;
    }
    return width;
}

static void set_lines(struct setting *s) {
    linebreak(&s->breaking, s->arena, s->words.items, s->words.count, s->spec->width,
              s->spec->balanced);
    for (size_t i = 0; i < s->breaking.lines.count; i++) {
        const struct linebreak_line *chosen = &s->breaking.lines.items[i];
        const struct linebreak_word *last = &s->words.items[chosen->end - 1];
        if (chosen->hyphen)
            say_whole(s, last->first + last->count - 1);
    }
    for (size_t i = 0, from = 0; i < s->breaking.lines.count; i++) {
        const struct linebreak_line *chosen = &s->breaking.lines.items[i];
        struct line line = line_of(s, from, chosen);
        join_parts(s, &line);
        if (chosen->hyphen)
            hyphenate(s, &line);
        if (s->composer->hyphens || chosen->hyphen)
            line.width = pieces_width(&line);
        place_pieces(s, &line);
        set_height(s, &line);
        vec_push(s->arena, &s->lines, line);
        from = chosen->end;
    }
}

/* The work space, emptied. */
static struct setting *begin(struct composer *composer, const struct paragraph_spec *spec) {
    struct setting *s = composer->setting;
    if (!s) {
        s = arena_alloc(composer->lasting, sizeof *s);
        s->arena = composer->lasting;
        textbuf_init(&s->text, s->arena);
        composer->setting = s;
    }
    s->composer = composer;
    s->spec = spec;
    textbuf_clear(&s->text);
    s->levels = NULL;
    s->base_level = 0;
    s->spans.count = 0;
    return s;
}

static void set(struct setting *s) {
    s->pieces.count = s->words.count = s->lines.count = 0;
    s->open = 0;
    s->uncut = 0;
    s->torn = false;
    set_words(s);
    set_lines(s);
}

/* Words are divided where that makes lines more even, or a word has no room otherwise. */
static bool asks_for_hyphens(const struct setting *s) {
    return s->composer->hyphens && !s->word && !s->spec->balanced && !s->levels &&
           (s->torn || !s->breaking.even);
}

/* Copies pieces and lines to memory of just their size. */
static void keep_lines(const struct setting *s, struct paragraph *paragraph) {
    struct arena *arena = s->composer->arena;
    const size_t pieces_size = s->pieces.count * sizeof(struct piece);
    struct piece *pieces = arena_alloc(arena, pieces_size);
    if (pieces_size > 0)
        memcpy(pieces, s->pieces.items, pieces_size);
    paragraph->count = s->lines.count;
    paragraph->lines = arena_array(arena, s->lines.count, sizeof *paragraph->lines);
    for (size_t i = 0; i < s->lines.count; i++) {
        struct line *line = &paragraph->lines[i];
        *line = s->lines.items[i];
        line->pieces = line->count > 0 ? pieces + (line->pieces - s->pieces.items) : NULL;
        paragraph->height += line->height;
    }
}

struct paragraph *paragraph_make(struct composer *composer, const struct content *content,
                                 const struct paragraph_spec *spec) {
    struct paragraph *paragraph = arena_alloc(composer->arena, sizeof *paragraph);
    paragraph->width = spec->width;
    paragraph->align = spec->align;
    struct setting *s = begin(composer, spec);
    gather(s, content);
    if (s->text.length == 0)
        return paragraph;
    find_breaks(s);
    set(s);
    const bool divided = asks_for_hyphens(s);
    if (divided) {
        divide_words(s);
        set(s);
    }
    paragraph->whole = s->lines.count == 1 && !s->torn && !divided;
    paragraph->uncut = s->uncut;
    if (s->base_level == 1 && spec->align == ALIGN_LEFT && !composer->mirrored)
        paragraph->align = ALIGN_RIGHT;
    keep_lines(s, paragraph);
    return paragraph;
}

mp paragraph_natural_width(const struct paragraph *paragraph) {
    mp width = 0;
    for (size_t i = 0; i < paragraph->count; i++)
        width = length_max(width, paragraph->lines[i].width);
    return width;
}

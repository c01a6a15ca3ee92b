#include "layout/paragraph.h"

#include "layout/paragraphwords.h"
#include "text/bidi.h"
#include <assert.h>
#include <string.h>

/* Work space, used again for each paragraph: what lasts is copied when the lines are known. */
struct setting {
    struct arena *arena; /* of the work space */
    struct paragraphtext text;
    struct paragraphwords words;
    struct linebreak breaking;
    VEC(struct line) lines;
};

/* A line ends inside the word of this piece: both parts become one item, which says the word as it
 * is without the hyphen.  Links have their own words. */
static void say_whole(struct setting *s, size_t at) {
    struct piece *pieces = s->words.pieces.items;
    const struct inline_item *item = pieces[at].item;
    if (item->target || item->uri || item->actual)
        return;
    size_t first = at, last = at;
    while (first > 0 && pieces[first - 1].divides && pieces[first - 1].item == item)
        first--;
    while (pieces[last].divides && last + 1 < s->words.pieces.count &&
           pieces[last + 1].item == item)
        last++;
    struct textbuf out;
    textbuf_init(&out, s->text.composer->arena);
    for (size_t i = pieces[first].from; i < pieces[last].to; i++)
        if (memcmp(s->text.buffer.bytes + i, "\u00AD", 2) == 0)
            i++;
        else
            textbuf_char(&out, s->text.buffer.bytes[i]);
    struct inline_item *whole = arena_alloc(s->text.composer->arena, sizeof *whole);
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
        paragraphwords_shape_again(&s->words, last, "");
    }
    line->count = kept;
}

/* A line that ends inside a word shows it. */
static void hyphenate(struct setting *s, struct line *line) {
    assert(line->pieces && line->count > 0);
    struct piece *last = &line->pieces[line->count - 1];
    if (last->to - last->from > 2 && memcmp(s->text.buffer.bytes + last->to - 2, "\u00AD", 2) == 0)
        last->to -= 2;
    last->divides = false;
    paragraphwords_shape_again(&s->words, last, PARAGRAPH_HYPHEN);
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
    struct arena *arena = s->text.composer->arena;
    mp x = 0;
    if (!s->text.levels) {
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
    const struct style_spec *spec = style_spec(s->text.spec->style);
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

static struct line line_of(const struct paragraphwords *words, size_t from,
                           const struct linebreak_line *chosen) {
    const struct linebreak_word *first = &words->words.items[from];
    const struct linebreak_word *last = &words->words.items[chosen->end - 1];
    struct line line = {.width = chosen->width,
                        .pieces = words->pieces.items ? &words->pieces.items[first->first] : NULL,
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
    const struct paragraphwords *words = &s->words;
    linebreak(&s->breaking, s->arena, words->words.items, words->words.count, s->text.spec->width,
              s->text.spec->balanced);
    for (size_t i = 0; i < s->breaking.lines.count; i++) {
        const struct linebreak_line *chosen = &s->breaking.lines.items[i];
        const struct linebreak_word *last = &words->words.items[chosen->end - 1];
        if (chosen->hyphen)
            say_whole(s, last->first + last->count - 1);
    }
    for (size_t i = 0, from = 0; i < s->breaking.lines.count; i++) {
        const struct linebreak_line *chosen = &s->breaking.lines.items[i];
        struct line line = line_of(words, from, chosen);
        join_parts(s, &line);
        if (chosen->hyphen)
            hyphenate(s, &line);
        if (s->text.composer->hyphens || chosen->hyphen)
            line.width = pieces_width(&line);
        place_pieces(s, &line);
        set_height(s, &line);
        vec_push(s->arena, &s->lines, line);
        from = chosen->end;
    }
}

static struct setting *setting_of(struct composer *composer) {
    struct setting *s = composer->setting;
    if (!s) {
        s = arena_alloc(composer->lasting, sizeof *s);
        s->arena = s->text.arena = composer->lasting;
        s->words.text = &s->text;
        textbuf_init(&s->text.buffer, s->arena);
        composer->setting = s;
    }
    return s;
}

static void set(struct setting *s) {
    paragraphwords_set(&s->words);
    s->lines.count = 0;
    set_lines(s);
}

/* Words are divided where that makes lines more even, or a word has no room otherwise. */
static bool asks_for_hyphens(const struct setting *s) {
    return s->text.composer->hyphens && !s->text.word && !s->text.spec->balanced &&
           !s->text.levels && (s->words.torn || !s->breaking.even);
}

/* Copies pieces and lines to memory of just their size. */
static void keep_lines(const struct setting *s, struct paragraph *paragraph) {
    struct arena *arena = s->text.composer->arena;
    const size_t pieces_size = s->words.pieces.count * sizeof(struct piece);
    struct piece *pieces = arena_alloc(arena, pieces_size);
    if (pieces_size > 0)
        memcpy(pieces, s->words.pieces.items, pieces_size);
    paragraph->count = s->lines.count;
    paragraph->lines = arena_array(arena, s->lines.count, sizeof *paragraph->lines);
    for (size_t i = 0; i < s->lines.count; i++) {
        struct line *line = &paragraph->lines[i];
        *line = s->lines.items[i];
        line->pieces = line->count > 0 ? pieces + (line->pieces - s->words.pieces.items) : NULL;
        paragraph->height += line->height;
    }
}

struct paragraph *paragraph_make(struct composer *composer, const struct content *content,
                                 const struct paragraph_spec *spec) {
    struct paragraph *paragraph = arena_alloc(composer->arena, sizeof *paragraph);
    paragraph->width = spec->width;
    paragraph->align = spec->align;
    struct setting *s = setting_of(composer);
    paragraphtext_gather(&s->text, composer, spec, content);
    if (s->text.buffer.length == 0)
        return paragraph;
    paragraphtext_breaks(&s->text);
    set(s);
    const bool divided = asks_for_hyphens(s);
    if (divided) {
        paragraphtext_divide(&s->text);
        set(s);
    }
    paragraph->whole = s->lines.count == 1 && !s->words.torn && !divided;
    paragraph->uncut = s->words.uncut;
    if (s->text.base_level == 1 && spec->align == ALIGN_LEFT && !composer->mirrored)
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

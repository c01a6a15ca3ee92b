#include "layout/paragraphtext.h"

#include "base/languagetag.h"
#include "layout/footnote.h"
#include "text/bidi.h"
#include "text/breaks.h"
#include "text/hyphen.h"
#include <string.h>

#define OBJECT_CHARACTER "\uFFFC"
#define MOST_BLANKS      4u /* one after the other */

static const char *text_of(const struct paragraphtext *t, const struct inline_item *item) {
    switch (item->kind) {
    case INLINE_TEXT:
        return item->text;
    case INLINE_PAGE:
        return &"00000"[5 - t->composer->page_digits];
    case INLINE_NOTE:
        return arena_printf(t->composer->arena, "%u", footnote_of(t->composer, item)->number);
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

static uint32_t colour_of(const struct paragraphtext *t, const struct inline_item *item,
                          const struct style_spec *spec) {
    if (item->colour != COLOUR_INHERIT)
        return item->colour;
    if (item->target || item->uri)
        return NAVY;
    if (item->style == STYLE_INHERIT && t->spec->colour != COLOUR_INHERIT)
        return t->spec->colour;
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
static void append_text(struct paragraphtext *t, const char *text) {
    const size_t from = t->buffer.length;
    textbuf_str(&t->buffer, text);
    char *bytes = t->buffer.bytes;
    bool wide = false;
    for (size_t i = from; i < t->buffer.length; i++)
        if ((unsigned char)bytes[i] <= ' ' && bytes[i] != '\n') {
            bytes[i] = ' ';
            wide |= i >= from + MOST_BLANKS &&
                    memcmp(bytes + i - MOST_BLANKS, "    ", MOST_BLANKS) == 0;
        }
    if (wide)
        squeeze_blanks(&t->buffer, from);
}

void paragraphtext_gather(struct paragraphtext *t, struct composer *composer,
                          const struct paragraph_spec *spec, const struct content *content) {
    t->composer = composer;
    t->spec = spec;
    textbuf_clear(&t->buffer);
    t->levels = NULL;
    t->base_level = 0;
    t->spans.count = 0;
    for (size_t i = 0; i < content->items.count; i++) {
        const struct inline_item *item = &content->items.items[i];
        const char *text = text_of(t, item);
        if (!text || !*text)
            continue;
        struct paragraphtext_span span = {.item = item, .from = t->buffer.length, .blank = -1};
        span.spec = style_spec(item->style == STYLE_INHERIT ? t->spec->style : item->style);
        span.colour = colour_of(t, item, span.spec);
        append_text(t, text);
        span.to = t->buffer.length;
        vec_push(t->arena, &t->spans, span);
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
static void bind_objects(struct paragraphtext *t) {
    const char *text = t->buffer.bytes;
    const size_t bytes = t->buffer.length;
    for (size_t i = 0; i < t->spans.count; i++) {
        const struct paragraphtext_span *span = &t->spans.items[i];
        if (span->item->kind == INLINE_NOTE && span->from > 0)
            t->kinds[span->from - 1] = BREAK_NO;
        if (!is_object(span->item))
            continue;
        if (span->from > 0 && text[span->from - 1] != ' ' && text[span->from - 1] != '\n')
            t->kinds[span->from - 1] = BREAK_NO;
        if (span->to < bytes)
            t->kinds[span->to - 1] = BREAK_NO;
        for (size_t k = span->to; leads_word(span->item) && k + 1 < bytes && text[k] == ' '; k++)
            t->kinds[k] = BREAK_NO;
    }
}

static bool has_object(const struct paragraphtext *t) {
    for (size_t i = 0; i < t->spans.count; i++)
        if (is_object(t->spans.items[i].item))
            return true;
    return false;
}

/* In a document written from right to left, a paragraph is, even if it begins with a foreign name;
 * what stands in such a name, stops and brackets too, keeps its own order. */
static void find_levels(struct paragraphtext *t) {
    struct arena *arena = t->composer->arena;
    const char *text = t->buffer.bytes;
    const size_t bytes = t->buffer.length;
    t->levels = arena_alloc(arena, bytes);
    if (!t->composer->mirrored) {
        t->base_level = bidi_levels(arena, text, bytes, t->levels);
        return;
    }
    struct bidi_isolate *names = arena_array(arena, t->spans.count, sizeof *names);
    size_t count = 0;
    for (size_t i = 0; i < t->spans.count; i++) {
        const struct bidi_isolate name =
            bidi_inside(text, (struct bidi_isolate){t->spans.items[i].from, t->spans.items[i].to});
        if (bidi_left_to_right(text + name.from, name.to - name.from) ||
            (t->marks_only && name.from < name.to && !is_object(t->spans.items[i].item)))
            names[count++] = name;
    }
    t->base_level = bidi_levels_from_right(arena, text, bytes, names, count, t->levels);
}

void paragraphtext_breaks(struct paragraphtext *t) {
    const size_t bytes = t->buffer.length;
    if (bytes > t->kinds_size) {
        t->kinds_size = bytes * 2;
        t->kinds = arena_alloc(t->arena, t->kinds_size);
    }
    t->word = t->spans.count == 1 && !strpbrk(t->buffer.bytes, " -/\n") && bytes < 16;
    if (t->word) {
        memset(t->kinds, BREAK_NO, bytes);
        t->kinds[bytes - 1] = BREAK_MAY; /* most cells: a number, an id, a word */
        return;
    }
    breaks_find(t->buffer.bytes, bytes, t->composer->document->language,
                fontset_thai(t->composer->fonts), t->kinds);
    bind_objects(t);
    if (t->spec->balanced)
        breaks_keep_figures(t->buffer.bytes, bytes, t->kinds);
    const bool needed = bidi_needed(t->buffer.bytes, bytes);
    t->marks_only = !needed && t->composer->mirrored && has_object(t);
    if (needed || t->marks_only)
        find_levels(t);
}

void paragraphtext_divide(struct paragraphtext *t) {
    for (size_t i = 0; i < t->spans.count; i++) {
        const size_t from = t->spans.items[i].from;
        const char *language = t->spans.items[i].item->language;
        if (language && !languagetag_same(language, t->composer->document->language))
            continue;
        while (i + 1 < t->spans.count && !t->spans.items[i + 1].item->language)
            i++;
        hyphen_find(t->composer->hyphens, t->buffer.bytes + from, t->spans.items[i].to - from,
                    t->kinds + from);
    }
}

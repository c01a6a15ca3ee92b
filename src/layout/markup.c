#include "layout/markup.h"

#include "base/ascii.h"
#include <string.h>

#define BULLET "\u2022"

/* A part of the text. */
struct slice {
    const char *start;
    size_t length;
};

/* A line, and what it is an item of. */
struct markup_line {
    struct slice text;
    const char *label; /* "3." or a bullet; NULL: no item */
    bool empty;
};

/* The work on one paragraph or item. */
struct writing {
    struct arena *arena;
    struct content *content;
    struct markup_styles styles;
    struct textbuf plain; /* not yet appended */
};

/* ---- within a line --------------------------------------------------------------------------- */

static struct inline_item *append(struct writing *w, const char *text, bool strong) {
    return content_styled(w->arena, w->content, strong ? w->styles.strong : w->styles.plain,
                          w->styles.colour, text);
}

static void flush(struct writing *w, bool strong) {
    if (w->plain.length > 0)
        append(w, arena_strndup(w->arena, w->plain.bytes, w->plain.length), strong);
    textbuf_clear(&w->plain);
}

static bool blank(char c) {
    return c == ' ' || c == '\n' || c == '\0';
}

/* Beside a star, what is no letter and no digit; bytes beyond ASCII count as letters. */
static bool outside(char c) {
    return blank(c) || (strchr("()[]{}\"'.,;:!?/-", c) != NULL);
}

static bool star_opens(struct slice text, size_t at) {
    return text.start[at] == '*' && at + 2 < text.length && !blank(text.start[at + 1]) &&
           text.start[at + 1] != '*' && (at == 0 || outside(text.start[at - 1]));
}

/* Where the star that closes the one at `at` stands, or 0: then none closes a later one either. */
static size_t star_end(struct slice text, size_t at) {
    for (size_t i = at + 2; i < text.length; i++)
        if (text.start[i] == '*' && !blank(text.start[i - 1]) &&
            (i + 1 == text.length || outside(text.start[i + 1])))
            return i;
    return 0;
}

static bool starts_with(struct slice text, size_t at, const char *prefix) {
    const size_t length = strlen(prefix);
    return text.length - at > length && memcmp(text.start + at, prefix, length) == 0;
}

/* How long the "https://" of an address is that begins at `at`; 0: no address. */
static size_t scheme_length(struct slice text, size_t at) {
    static const char *const schemes[] = {"https://", "http://", "mailto:"};
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
        if (starts_with(text, at, schemes[i]))
            return strlen(schemes[i]);
    return 0;
}

/* Where the address that begins at `at` ends; marks that end the sentence are not part of it. */
static size_t address_end(struct slice text, size_t at) {
    size_t end = at;
    while (end < text.length && !blank(text.start[end]) && !strchr("\t<>\"", text.start[end]))
        end++;
    const bool opened = memchr(text.start + at, '(', end - at) != NULL;
    while (end > at &&
           (strchr(".,;:!?'", text.start[end - 1]) || (text.start[end - 1] == ')' && !opened)))
        end--;
    return end;
}

/* A link and how much of the text it takes. */
struct link_found {
    struct slice words, address;
    size_t end; /* 0: none */
};

/* [words](address) */
static struct link_found bracket_link(struct slice text, size_t at) {
    struct link_found none = {.end = 0};
    const char *close = memchr(text.start + at, ']', text.length - at);
    const size_t middle = close ? (size_t)(close - text.start) : 0;
    if (!close || middle == at + 1 || middle + 1 >= text.length || text.start[middle + 1] != '(')
        return none;
    const size_t scheme = scheme_length(text, middle + 2);
    const char *last = scheme > 0 ? memchr(close, ')', text.length - middle) : NULL;
    if (!last || memchr(close, ' ', (size_t)(last - close)) || last == close + 2 + scheme)
        return none;
    return (struct link_found){{text.start + at + 1, middle - at - 1},
                               {close + 2, (size_t)(last - close) - 2},
                               (size_t)(last - text.start) + 1};
}

static struct link_found link_at(struct slice text, size_t at) {
    if (text.start[at] == '[')
        return bracket_link(text, at);
    const size_t scheme = scheme_length(text, at);
    if (scheme == 0 || (at > 0 && !outside(text.start[at - 1])))
        return (struct link_found){.end = 0};
    const struct slice address = {text.start + at, address_end(text, at) - at};
    if (address.length <= scheme)
        return (struct link_found){.end = 0};
    return (struct link_found){address, address, at + address.length};
}

static void write_link(struct writing *w, const struct link_found *link) {
    struct inline_item *item =
        append(w, arena_strndup(w->arena, link->words.start, link->words.length), false);
    item->colour = COLOUR_INHERIT; /* of links */
    item->uri = arena_strndup(w->arena, link->address.start, link->address.length);
}

static void write_text(struct writing *w, struct slice text, bool strong) {
    bool closes = !strong; /* there may be a star that closes another */
    for (size_t i = 0; i < text.length;) {
        const char c = text.start[i];
        const bool opens = closes && star_opens(text, i);
        const size_t star = opens ? star_end(text, i) : 0;
        closes &= !opens || star > 0;
        const struct link_found link =
            c == '[' || c == 'h' || c == 'm' ? link_at(text, i) : (struct link_found){.end = 0};
        if (star > 0) {
            flush(w, strong);
            write_text(w, (struct slice){text.start + i + 1, star - i - 1}, true);
            i = star + 1;
        } else if (link.end > 0) {
            flush(w, strong);
            write_link(w, &link);
            i = link.end;
        } else {
            const bool escapes =
                c == '\\' && i + 1 < text.length && strchr("*[]\\", text.start[i + 1]);
            i += escapes;
            textbuf_char(&w->plain, text.start[i++]);
        }
    }
    flush(w, strong);
}

/* ---- lines ----------------------------------------------------------------------------------- */

/* How long "12." or "3)" with its blank is at the beginning of a line; 0: no number. */
static size_t number_length(struct slice text) {
    size_t i = 0;
    while (i < text.length && i < 3 && ascii_digit(text.start[i]))
        i++;
    return i > 0 && i + 2 < text.length && (text.start[i] == '.' || text.start[i] == ')') &&
                   text.start[i + 1] == ' '
               ? i + 2
               : 0;
}

static size_t bullet_length(struct slice text) {
    static const char *const bullets[] = {"- ", "* ", BULLET " ", "\u2013 "};
    for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++)
        if (starts_with(text, 0, bullets[i]))
            return strlen(bullets[i]);
    return 0;
}

static struct slice trimmed(struct slice text) {
    while (text.length > 0 && (*text.start == ' ' || *text.start == '\t')) {
        text.start++;
        text.length--;
    }
    while (text.length > 0 && strchr(" \t\r", text.start[text.length - 1]))
        text.length--;
    return text;
}

/* Takes the first line off a text. */
static struct markup_line next_line(struct arena *arena, const char **text) {
    const size_t length = strcspn(*text, "\n");
    struct markup_line line = {.text = trimmed((struct slice){*text, length})};
    *text += length + ((*text)[length] == '\n');
    line.empty = line.text.length == 0;
    const size_t number = number_length(line.text);
    const size_t bullet = bullet_length(line.text);
    if (number > 0)
        line.label = arena_printf(arena, "%.*s.", (int)number - 2, line.text.start);
    else if (bullet > 0)
        line.label = BULLET;
    line.text.start += number + bullet;
    line.text.length -= number + bullet;
    return line;
}

static struct writing writing(struct arena *arena, struct content *content,
                              struct markup_styles styles) {
    struct writing w = {.arena = arena, .content = content, .styles = styles};
    textbuf_init(&w.plain, arena);
    return w;
}

static void write_line(struct writing *w, const struct markup_line *line, bool labelled) {
    if (labelled && line->label)
        append(w, arena_printf(w->arena, "%s\u00A0", line->label), false);
    write_text(w, line->text, false);
}

void markup_content(struct arena *arena, struct content *content, const char *text,
                    struct markup_styles styles) {
    struct writing w = writing(arena, content, styles);
    for (bool first = true; *text;) {
        const struct markup_line line = next_line(arena, &text);
        if (line.empty)
            continue;
        if (!first)
            content_break(arena, content);
        write_line(&w, &line, true);
        first = false;
    }
}

void markup_cell(struct arena *arena, struct table_cell *cell, const char *text,
                 struct markup_styles styles) {
    bool goes_on = false;
    struct content *content = NULL;
    while (*text) {
        const struct markup_line line = next_line(arena, &text);
        goes_on = goes_on && !line.empty && !line.label;
        if (line.empty)
            continue;
        if (goes_on)
            content_break(arena, content);
        else
            content = cell_paragraph(arena, cell);
        struct writing w = writing(arena, content, styles);
        write_line(&w, &line, true);
        goes_on = true;
    }
}

/* ---- blocks ---------------------------------------------------------------------------------- */

void markup_blocks(struct document *document, struct block_list *list, const char *text,
                   struct markup_styles styles) {
    struct arena *arena = document->arena;
    struct block *block = NULL; /* the paragraph or list that a line may go on with */
    while (*text) {
        const struct markup_line line = next_line(arena, &text);
        const enum block_kind kind = line.label ? BLOCK_LIST : BLOCK_TEXT;
        if (line.empty || (block && block->kind != kind && line.label))
            block = NULL;
        if (line.empty)
            continue;
        if (!block) {
            block = block_add(document, list, kind);
            block->style = styles.plain;
            block->colour = styles.colour;
        }
        struct content *content = &block->content;
        if (line.label) {
            struct list_item *item = vec_add(arena, &block->list);
            content_text(arena, &item->label, line.label);
            content = &item->body;
        } else if (block->kind == BLOCK_LIST) {
            content = &block->list.items[block->list.count - 1].body;
        }
        if (content->items.count > 0)
            content_break(arena, content);
        struct writing w = writing(
            arena, content, (struct markup_styles){STYLE_INHERIT, styles.strong, COLOUR_INHERIT});
        write_line(&w, &line, false);
    }
}

#include "output/svgtext.h"

#include "output/svgput.h"
#include <hb.h>
#include <stdlib.h>
#include <string.h>

/* Gaps in thousandths of the size: how far a blank may be from its natural width, and what is no
 * gap at all. */
#define BLANK_TOLERANCE 40
#define NO_GAP          15

#define SOFT_HYPHEN "\xC2\xAD"

/* ---- faces ---------------------------------------------------------------------------------- */

static void put_family(struct svgtext *line, const struct face *face) {
    if (strcmp(face->family, "Lato") == 0)
        svgput_attribute(line->out, "font-family", "Lato," SVGTEXT_FALLBACK);
    else
        svgput_attribute(line->out, "font-family",
                         arena_printf(line->arena, "'%s'," SVGTEXT_FALLBACK, face->family));
}

static void put_face(struct svgtext *line, const struct face *face, mp size, uint32_t colour) {
    if (strcmp(face->family, "Lato") != 0)
        put_family(line, face);
    svgput_length(line->out, "font-size", size);
    if (face->css_weight != 400)
        textbuf_printf(line->out, " font-weight=\"%d\"", face->css_weight);
    svgput_colour(line->out, "fill", colour);
}

static bool outer_blanks(const char *text) {
    size_t length = strlen(text);
    return length && (text[0] == ' ' || text[length - 1] == ' ' || strstr(text, "  "));
}

static void keep_blanks(struct svgtext *line, const char *text) {
    if (outer_blanks(text))
        textbuf_str(line->out, " xml:space=\"preserve\"");
}

/* ---- texts side by side --------------------------------------------------------------------- */

void svgtext_init(struct svgtext *line, struct arena *arena, struct textbuf *out) {
    *line = (struct svgtext){.arena = arena, .out = out};
    textbuf_init(&line->text, arena);
}

void svgtext_flush(struct svgtext *line) {
    if (!line->first)
        return;
    const char *text = textbuf_text(&line->text);
    textbuf_str(line->out, "<text");
    svgput_length(line->out, "x", line->x);
    svgput_length(line->out, "y", line->first->y);
    put_face(line, line->face, line->first->size, line->first->colour);
    keep_blanks(line, text);
    textbuf_char(line->out, '>');
    textbuf_xml(line->out, text);
    textbuf_str(line->out, "</text>\n");
    line->first = NULL;
}

/* Natural width of a blank in thousandths of the size. */
static int64_t blank_width(const struct face *face) {
    hb_codepoint_t glyph;
    if (!hb_font_get_nominal_glyph(face->shaper, ' ', &glyph))
        return 0;
    return (int64_t)hb_font_get_glyph_h_advance(face->shaper, glyph) * 1000 / face->upem;
}

/* What joins a text to the line: "" or a blank; NULL if it begins a line of its own. */
static const char *joint(const struct svgtext *line, const struct scene_text *text) {
    const struct scene_text *first = line->first;
    if (!first || !line->mergeable || text->run->rtl || text->run->face != line->face ||
        text->size != first->size || text->y != first->y || text->colour != first->colour)
        return NULL;
    int64_t gap = ((int64_t)text->x - line->end) * 1000 / first->size;
    int64_t over = gap - blank_width(line->face);
    if (gap > -NO_GAP && gap < NO_GAP)
        return "";
    return over > -BLANK_TOLERANCE && over < BLANK_TOLERANCE ? " " : NULL;
}

/* Blanks round a text from right to left are on its other side, and viewers do not agree where. */
static void add_trimmed(struct svgtext *line, const struct scene_text *text) {
    const char *from = text->run->text, *to = from + text->run->bytes;
    mp blank = (mp)(blank_width(line->face) * text->size / 1000);
    for (; to > from && to[-1] == ' '; to--)
        line->x += blank;
    while (from < to && *from == ' ')
        from++;
    textbuf_bytes(&line->text, from, (size_t)(to - from));
}

void svgtext_add(struct svgtext *line, const struct scene_text *text) {
    const char *between = joint(line, text);
    if (between) {
        textbuf_str(&line->text, between);
    } else {
        svgtext_flush(line);
        line->first = text;
        line->face = text->run->face;
        line->mergeable = !text->run->rtl;
        line->x = text->x;
        textbuf_clear(&line->text);
    }
    if (text->run->rtl)
        add_trimmed(line, text);
    else
        textbuf_bytes(&line->text, text->run->text, text->run->bytes);
    line->end = text->x + shape_run_width(text->run, text->size);
}

/* ---- words over several lines --------------------------------------------------------------- */

/* A line of the words; its texts stand from left to right. */
struct row {
    const struct scene_item *items;
    size_t count;
    bool blank; /* follows it in the words */
};

struct rows {
    struct row *rows;
    size_t count;
    bool rtl;       /* some run is */
    bool one_face;  /* all runs are of one */
    bool backwards; /* the words go from the right of a row to its left */
};

static const struct scene_text *text_of(const struct rows *rows, size_t row, size_t i) {
    const struct row *r = &rows->rows[row];
    return &r->items[rows->backwards ? r->count - 1 - i : i].as.text;
}

static bool rows_of(struct arena *arena, const struct scene_item *items, size_t count,
                    struct rows *out) {
    const struct scene_text *first = &items[0].as.text;
    *out =
        (struct rows){.rows = arena_array(arena, count + 1, sizeof *out->rows), .one_face = true};
    for (size_t i = 0; i < count; i++) {
        const struct scene_text *text = &items[i].as.text;
        if (items[i].kind != SCENE_TEXT || text->size != first->size ||
            text->colour != first->colour)
            return false;
        if (i == 0 || text->y != items[i - 1].as.text.y)
            out->rows[out->count++] = (struct row){.items = &items[i]};
        out->rows[out->count - 1].count++;
        out->rtl = out->rtl || text->run->rtl;
        out->one_face = out->one_face && text->run->face == first->run->face;
    }
    return true;
}

static const char *after_blanks(const char *words) {
    while (*words == ' ' || *words == '\n')
        words++;
    return words;
}

/* The words after a text that they begin with, or NULL.  A row may end with a hyphen of its own. */
static const char *after_text(const char *words, const struct run *run, bool last) {
    for (size_t i = 0; i < run->bytes; i++) {
        while (strncmp(words, SOFT_HYPHEN, 2) == 0 && strncmp(run->text + i, SOFT_HYPHEN, 2) != 0)
            words += 2;
        if (*words == run->text[i])
            words++;
        else if (!last || i + 1 != run->bytes || run->text[i] != '-')
            return NULL;
    }
    return words;
}

/* The rows are these words, one after the other; notes where blanks go. */
static bool follow(struct rows *rows, const char *words) {
    words = after_blanks(words);
    for (size_t row = 0; row < rows->count; row++) {
        for (size_t i = 0; words && i < rows->rows[row].count; i++)
            words = after_text(words, text_of(rows, row, i)->run, i + 1 == rows->rows[row].count);
        if (!words)
            return false;
        const char *next = after_blanks(words);
        rows->rows[row].blank = next > words && *next;
        words = next;
    }
    return *words == '\0';
}

/* The leading if it is the same throughout; 0 if it differs. */
static mp leading_of(const struct rows *rows) {
    const struct scene_text *first = &rows->rows[0].items[0].as.text;
    mp leading = first->size * 12 / 10;
    for (size_t row = 1; row < rows->count; row++) {
        mp step = rows->rows[row].items[0].as.text.y - rows->rows[row - 1].items[0].as.text.y;
        if (row > 1 && abs(step - leading) > 2)
            return 0;
        leading = step;
    }
    return leading;
}

/* Finds out which way the words go.  Where they go backwards viewers part words that are in several
 * elements, or of several lines that are not stacked. */
static bool readable(struct rows *rows, const char *words) {
    rows->backwards = rows->rtl;
    if (follow(rows, words))
        return !rows->backwards || (rows->one_face && leading_of(rows) > 0);
    rows->backwards = false;
    return rows->rtl && rows->one_face && follow(rows, words);
}

static void put_texts(struct svgtext *line, const struct rows *rows, size_t row) {
    const struct face *base = rows->rows[0].items[0].as.text.run->face;
    for (size_t i = 0; i < rows->rows[row].count; i++) {
        const struct run *run = text_of(rows, row, i)->run;
        if (run->face != base) {
            textbuf_str(line->out, "<tspan");
            put_family(line, run->face);
            if (run->face->css_weight != base->css_weight)
                textbuf_printf(line->out, " font-weight=\"%d\"", run->face->css_weight);
            textbuf_char(line->out, '>');
        }
        textbuf_xml(line->out, arena_strndup(line->arena, run->text, run->bytes));
        if (run->face != base)
            textbuf_str(line->out, "</tspan>");
    }
    if (rows->rows[row].blank)
        textbuf_char(line->out, ' ');
}

static void put_place(struct svgtext *line, const struct rows *rows, size_t row) {
    const struct row *r = &rows->rows[row];
    const struct scene_text *left = &r->items[0].as.text, *right = &r->items[r->count - 1].as.text;
    svgput_length(line->out, "x",
                  rows->backwards ? right->x + shape_run_width(right->run, right->size) : left->x);
    svgput_length(line->out, "y", left->y);
}

/* Rows that Inkscape may stack by itself: there a line more can be typed. */
static bool stackable(const struct rows *rows) {
    return rows->one_face && leading_of(rows) > 0;
}

static void put_rows(struct svgtext *line, const struct rows *rows, bool stacked) {
    for (size_t row = 0; row < rows->count; row++) {
        textbuf_str(line->out, stacked ? "<tspan sodipodi:role=\"line\"" : "<tspan");
        put_place(line, rows, row);
        textbuf_char(line->out, '>');
        put_texts(line, rows, row);
        textbuf_str(line->out, "</tspan>");
    }
}

bool svgtext_words(struct svgtext *line, const struct scene_item *items, size_t count,
                   const struct scene_group *group, const char *id) {
    struct rows rows;
    if (count == 0 || !rows_of(line->arena, items, count, &rows))
        return false;
    if (!readable(&rows, group->words))
        return false;
    const struct scene_text *first = &items[0].as.text;
    const bool whole = rows.count > 1 || id, stacked = whole && stackable(&rows);
    textbuf_str(line->out, "<text");
    svgput_optional(line->out, "id", id);
    svgput_optional(line->out, "class", group->css_class);
    put_place(line, &rows, 0);
    put_face(line, first->run->face, first->size, first->colour);
    if (rows.backwards)
        textbuf_str(line->out, " direction=\"rtl\"");
    if (stacked) {
        textbuf_str(line->out, " style=\"line-height:");
        textbuf_fixed(line->out, (int64_t)leading_of(&rows) * 1000 / first->size, 3);
        textbuf_char(line->out, '"');
    }
    keep_blanks(line, group->words);
    textbuf_char(line->out, '>');
    if (whole)
        put_rows(line, &rows, stacked);
    else
        put_texts(line, &rows, 0);
    textbuf_str(line->out, "</text>\n");
    return true;
}

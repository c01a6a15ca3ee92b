#include "output/pdfpage.h"

#include <assert.h>
#include <string.h>

#define NO_FONT ((unsigned)-1)

/* Gaps between texts in thousandths of the size: below the first it is one word, above the second
 * a new beginning. */
#define GAP_OF_WORDS 80
#define GAP_OF_LINES 1500
/* Tenths of them: less than that nobody sees, and it does not add up. */
#define MOVE_SEEN 10

/* What the page's graphics state holds, so that nothing is said twice. */
struct state {
    uint32_t fill, stroke;
    mp width, dash_on, dash_off;
    bool round;
};

/* The text object being written. */
struct text_state {
    bool open;     /* between BT and ET */
    bool array;    /* inside a TJ array */
    unsigned font; /* set by Tf */
    mp size;
    int32_t origin_x, origin_y; /* of the line, hundredths of a point, y upwards */
    int64_t x;                  /* end of what is written, in thousandths of mp */
    mp y;
    const struct pdffont_text *last; /* of this element, or NULL */
};

struct writer {
    const struct pdffonts *fonts;
    const struct pdfimages *images;
    const struct scene *scene;
    const struct scene_page *page;
    uint32_t page_index;
    struct textbuf *out;
    struct pdfmarks *marks;
    uint32_t mcid; /* the next */
    bool inside;   /* a marked sequence of `element` */
    bool words;    /* the items of `element` that follow one another are texts alone */
    scene_element_id element;
    struct state state;
    struct text_state text;
};

/* ---- numbers -------------------------------------------------------------------------------- */

static int32_t hundredths(mp length) {
    return (length + (length < 0 ? -5 : 5)) / 10;
}

/* A point of the page, where y is measured downwards from `top`. */
static void put_point_below(struct writer *w, struct point p, mp left, mp top) {
    pdfobject_length(w->out, p.x - left, ' ');
    pdfobject_length(w->out, top - p.y, ' ');
}

static void put_point(struct writer *w, struct point p) {
    put_point_below(w, p, 0, w->page->height);
}

/* A part of a colour as thousandths, and a blank. */
static void put_part(struct textbuf *out, uint32_t part) {
    uint32_t rest = (part * 2000 + 255) / 510;
    char *const room = textbuf_room(out, 5), *to = room;
    if (rest > 0 && rest < 1000)
        *to++ = '.';
    else
        *to++ = rest ? '1' : '0';
    for (rest %= 1000; rest > 0; rest = rest % 100 * 10)
        *to++ = (char)('0' + rest / 100);
    *to++ = ' ';
    *to = '\0';
    out->length += (size_t)(to - room);
}

static void put_colour(struct textbuf *out, uint32_t colour, const char *grey, const char *rgb) {
    const uint32_t red = colour >> 16 & 255, green = colour >> 8 & 255, blue = colour & 255;
    put_part(out, red);
    if (red == green && green == blue) {
        textbuf_str(out, grey);
        return;
    }
    put_part(out, green);
    put_part(out, blue);
    textbuf_str(out, rgb);
}

static void set_fill(struct writer *w, uint32_t colour) {
    if (w->state.fill != colour)
        put_colour(w->out, colour, "g\n", "rg\n");
    w->state.fill = colour;
}

/* ---- paths ---------------------------------------------------------------------------------- */

static void set_stroke(struct writer *w, const struct path *path) {
    struct state *state = &w->state;
    if (state->stroke != path->stroke)
        put_colour(w->out, path->stroke, "G\n", "RG\n");
    state->stroke = path->stroke;
    if (state->width != path->width) {
        pdfobject_length(w->out, path->width, ' ');
        textbuf_str(w->out, "w\n");
    }
    state->width = path->width;
    if (state->round != path->round_caps)
        textbuf_str(w->out, path->round_caps ? "1 J 1 j\n" : "0 J 0 j\n");
    state->round = path->round_caps;
    if (state->dash_on == path->dash_on && state->dash_off == path->dash_off)
        return;
    textbuf_char(w->out, '[');
    if (path->dash_on > 0) {
        pdfobject_length(w->out, path->dash_on, ' ');
        pdfobject_length(w->out, path->dash_off, ']');
    } else {
        textbuf_char(w->out, ']');
    }
    textbuf_str(w->out, "0 d\n");
    state->dash_on = path->dash_on;
    state->dash_off = path->dash_off;
}

/* A rectangle in the order of draw_rect(). */
static bool is_rectangle(const struct path *path) {
    const struct point *p = path->points;
    return path->op_count == 5 && path->point_count == 4 && path->ops[4] == PATH_CLOSE &&
           path->ops[3] == PATH_LINE && p[0].y == p[1].y && p[1].x == p[2].x && p[2].y == p[3].y &&
           p[3].x == p[0].x;
}

/* A closed shape is drawn from its first point: all of one form then say the same, and pack well.
 */
static bool is_form(const struct path *path) {
    return path->op_count > 3 && path->ops[path->op_count - 1] == PATH_CLOSE && !is_rectangle(path);
}

/* The last step is left out if it closes the path: painting does. */
static void put_outline(struct writer *w, const struct path *path, bool closed) {
    static const char *const operators[] = {"m\n", "l\n", "c\n", "h\n"};
    static const int points[] = {1, 1, 3, 0};
    const struct point *p = path->points;
    const struct point origin = is_form(path) ? p[0] : (struct point){0, w->page->height};
    if (is_rectangle(path)) {
        put_point(w, p[3]);
        pdfobject_length(w->out, p[2].x - p[3].x, ' ');
        pdfobject_length(w->out, p[2].y - p[1].y, ' ');
        textbuf_str(w->out, "re\n");
        return;
    }
    for (size_t i = 0; i + closed < path->op_count; i++) {
        for (int k = 0; k < points[path->ops[i]]; k++)
            put_point_below(w, *p++, origin.x, origin.y);
        textbuf_str(w->out, operators[path->ops[i]]);
    }
}

static void put_paint(struct textbuf *out, const struct path *path, bool fill, bool stroke,
                      bool close) {
    if (fill && stroke)
        textbuf_char(out, close ? 'b' : 'B');
    else if (fill)
        textbuf_char(out, 'f'); /* closes anyway */
    else
        textbuf_char(out, close ? 's' : 'S');
    textbuf_str(out, fill && path->even_odd ? "*\n" : "\n");
}

static void put_path(struct writer *w, const struct path *path) {
    bool fill = path->fill != COLOUR_NONE;
    bool stroke = path->stroke != COLOUR_NONE && path->width > 0;
    if (!fill && !stroke)
        return;
    if (fill)
        set_fill(w, path->fill);
    if (stroke)
        set_stroke(w, path);
    const bool form = is_form(path);
    if (form) {
        textbuf_str(w->out, "q 1 0 0 1 ");
        put_point(w, path->points[0]);
        textbuf_str(w->out, "cm\n");
    }
    const bool closed = path->op_count > 0 && path->ops[path->op_count - 1] == PATH_CLOSE;
    put_outline(w, path, closed);
    put_paint(w->out, path, fill, stroke, closed && !is_rectangle(path));
    if (form)
        textbuf_str(w->out, "Q\n");
}

/* ---- pictures ------------------------------------------------------------------------------- */

/* A picture is drawn on the unit square. */
static void put_image(struct writer *w, const struct scene_image *image) {
    textbuf_str(w->out, "q ");
    pdfobject_length(w->out, image->rect.w, ' ');
    textbuf_str(w->out, "0 0 ");
    pdfobject_length(w->out, image->rect.h, ' ');
    put_point(w, (struct point){image->rect.x, image->rect.y + image->rect.h});
    textbuf_printf(w->out, "cm /I%u Do Q\n", pdfimage_index(w->images, image->picture));
}

/* ---- text ----------------------------------------------------------------------------------- */

static void end_array(struct writer *w) {
    if (w->text.array)
        textbuf_str(w->out, "]TJ\n");
    w->text.array = false;
}

static void end_text(struct writer *w) {
    end_array(w);
    if (w->text.open)
        textbuf_str(w->out, "ET\n");
    w->text.open = false;
}

static void begin_text(struct writer *w) {
    if (w->text.open)
        return;
    textbuf_str(w->out, "BT\n");
    w->text.open = true;
    w->text.origin_x = w->text.origin_y = 0;
}

static void begin_array(struct writer *w) {
    if (!w->text.array)
        textbuf_char(w->out, '[');
    w->text.array = true;
}

/* Size and origin for a text that does not continue the last one. */
static void begin_line(struct writer *w, const struct scene_text *text, unsigned font, mp at) {
    end_array(w);
    begin_text(w);
    set_fill(w, text->colour);
    if (w->text.font != font || w->text.size != text->size) {
        textbuf_str(w->out, "/F");
        textbuf_int(w->out, font);
        textbuf_char(w->out, ' ');
        pdfobject_length(w->out, text->size, ' ');
        textbuf_str(w->out, "Tf\n");
        w->text.font = font;
        w->text.size = text->size;
    }
    int32_t x = hundredths(at), y = hundredths(w->page->height - text->y);
    pdfobject_hundredths(w->out, x - w->text.origin_x, ' ');
    pdfobject_hundredths(w->out, y - w->text.origin_y, ' ');
    textbuf_str(w->out, "Td\n");
    w->text.origin_x = x;
    w->text.origin_y = y;
    w->text.x = (int64_t)x * 10000;
    w->text.y = text->y;
}

static int64_t gap_before(const struct writer *w, const struct scene_text *text) {
    assert(w->text.size > 0);
    return ((int64_t)text->x * 1000 - w->text.x) / w->text.size;
}

/* Of an array whose elements from `from` on are new: a string right after another goes on with it.
 */
static void join_strings(struct textbuf *out, size_t from) {
    if (out->bytes[from - 1] != ')' || out->bytes[from] != '(')
        return;
    memmove(out->bytes + from - 1, out->bytes + from + 1, out->length - from);
    out->length -= 2;
}

/* A blank that readers of the text need and nobody sees. */
static void put_blank(struct writer *w, const struct face *face) {
    begin_array(w);
    const size_t from = w->out->length;
    int64_t width = pdffont_blank(w->fonts, w->text.font, w->out);
    join_strings(w->out, from);
    w->text.x += width * w->text.size * 1000 / face->upem;
}

/* True if a text must be divided from the last one: they are no parts of one word. */
static bool divides(const struct writer *w, const struct scene_text *text,
                    const struct pdffont_text *next) {
    const struct pdffont_text *last = w->text.last;
    if (!last || last->ends_blank || next->starts_blank)
        return false;
    int64_t gap = gap_before(w, text);
    bool same_line = text->y == w->text.y && gap > -GAP_OF_LINES && gap < GAP_OF_LINES;
    return same_line ? gap > GAP_OF_WORDS : !last->ends_hyphen;
}

static bool continues(const struct writer *w, const struct scene_text *text, unsigned font) {
    if (!w->text.array || w->text.font != font || w->text.size != text->size ||
        w->text.y != text->y || w->state.fill != text->colour)
        return false;
    int64_t gap = gap_before(w, text);
    return gap > -GAP_OF_LINES && gap < GAP_OF_LINES;
}

/* Moves to where a continuing text begins, within the array; `array` is what follows. */
static void adjust(struct writer *w, const struct scene_text *text, const char *array) {
    int64_t move = ((int64_t)text->x * 1000 - w->text.x) * 10;
    /* Tenths of a thousandth of the size. */
    move = (move + (move < 0 ? -w->text.size / 2 : w->text.size / 2)) / w->text.size;
    if (move > -MOVE_SEEN && move < MOVE_SEEN)
        return;
    textbuf_fixed(w->out, -move, 1);
    if (*array != '(')
        textbuf_char(w->out, ' ');
    w->text.x += move * w->text.size / 10;
}

/* ---- marked sequences ----------------------------------------------------------------------- */

/* Sequences of texts alone stand in one text object: what follows on the same line says only how
 * far it is away.  Any other sequence has its text objects inside. */
static void leave(struct writer *w) {
    if (w->words)
        end_array(w);
    else
        end_text(w);
    if (w->inside)
        textbuf_str(w->out, "EMC\n");
    w->inside = false;
}

static bool is_artifact(scene_element_id element) {
    return element == SCENE_ARTIFACT || element == SCENE_HEADER || element == SCENE_FOOTER;
}

static void enter_artifact(struct writer *w, scene_element_id element) {
    if (element == SCENE_ARTIFACT)
        textbuf_str(w->out, "/Artifact BMC\n");
    else
        textbuf_printf(w->out, "/Artifact<</Type/Pagination/Subtype/%s/Attached[/%s]>>BDC\n",
                       element == SCENE_HEADER ? "Header" : "Footer",
                       element == SCENE_HEADER ? "Top" : "Bottom");
}

/* Begins a sequence of the current element; actual: its text, where the codes do not tell it. */
static void enter(struct writer *w, const struct pdffont_piece *actual) {
    scene_element_id element = w->element;
    if (w->inside)
        return;
    w->inside = true;
    if (w->words)
        begin_text(w);
    else
        end_text(w);
    if (is_artifact(element)) {
        enter_artifact(w, element);
    } else {
        enum tag tag = w->scene->elements.items[element].tag;
        textbuf_char(w->out, '/');
        textbuf_str(w->out, actual ? "Span" : scene_tag_name(tag == TAG_DOCUMENT ? TAG_P : tag));
        textbuf_str(w->out, "<</MCID ");
        textbuf_int(w->out, w->mcid);
        if (actual) {
            textbuf_str(w->out, "/ActualText<FEFF");
            pdfobject_utf16(w->out, actual->actual, actual->actual_bytes);
            textbuf_char(w->out, '>');
        }
        textbuf_str(w->out, ">>BDC\n");
        struct pdfmark mark = {element, w->page_index, w->mcid++};
        vec_push(w->out->arena, &w->marks->items, mark);
    }
}

/* A run whose codes do not tell all its text: clusters that hide theirs get a sequence of their
 * own, because readers lose what follows a nested one. */
static void put_pieces(struct writer *w, const struct scene_text *text,
                       const struct pdffont_text *encoded) {
    const struct run *run = text->run;
    int64_t done = 0;
    for (size_t i = 0; i < run->count;) {
        struct pdffont_piece piece = pdffont_piece(w->fonts, encoded, i);
        bool own = piece.actual && !is_artifact(w->element);
        if (own)
            leave(w);
        enter(w, own ? &piece : NULL);
        mp at = text->x + (mp)(done * text->size / run->face->upem);
        begin_line(w, text, encoded->font, at);
        pdffont_show(w->fonts, encoded, &piece, text->size, w->out);
        if (own)
            leave(w);
        done += piece.advance;
        i = piece.to;
    }
}

/* A blank before the text: at the end of the last one if that is still open, else in front. */
static void put_division(struct writer *w, const struct scene_text *text,
                         const struct pdffont_text *encoded) {
    if (w->inside && w->text.open) {
        put_blank(w, w->text.last->run->face);
        return;
    }
    enter(w, NULL);
    struct textbuf unused;
    textbuf_init(&unused, w->out->arena);
    int64_t width = pdffont_blank(w->fonts, encoded->font, &unused);
    begin_line(w, text, encoded->font, text->x - (mp)(width * text->size / text->run->face->upem));
    put_blank(w, text->run->face);
}

static void put_text(struct writer *w, const struct scene_text *text) {
    const struct pdffont_text *encoded = pdffont_text(w->fonts, text->run);
    if (text->run->count == 0)
        return;
    if (divides(w, text, encoded))
        put_division(w, text, encoded);
    if (!encoded->array) {
        put_pieces(w, text, encoded);
        w->text.x = (int64_t)text->x * 1000;
    } else {
        enter(w, NULL);
        if (continues(w, text, encoded->font))
            adjust(w, text, encoded->array);
        else
            begin_line(w, text, encoded->font, text->x);
        begin_array(w);
        const size_t from = w->out->length;
        textbuf_bytes(w->out, encoded->array, encoded->length);
        join_strings(w->out, from);
    }
    w->text.x += text->run->advance * text->size * 1000 / text->run->face->upem;
    w->text.y = text->y;
    w->text.last = encoded;
}

/* Before another element's items: the next text may be a word of the same line (a link). */
static void part(struct writer *w, const struct scene_item *next) {
    if (w->inside && w->text.open && w->text.last && next->kind == SCENE_TEXT &&
        next->as.text.run->count && next->as.text.y == w->text.y) {
        int64_t gap = gap_before(w, &next->as.text);
        if (gap > 0 && gap < GAP_OF_LINES &&
            divides(w, &next->as.text, pdffont_text(w->fonts, next->as.text.run)))
            put_blank(w, w->text.last->run->face);
    }
    leave(w);
}

/* True if the items of the same element from `item` on are texts. */
static bool are_words(const struct scene_item *item, const struct scene_item *end) {
    const scene_element_id element = item->element;
    for (; item < end && item->element == element; item++)
        if (item->kind != SCENE_TEXT)
            return false;
    return true;
}

static void put_item(struct writer *w, const struct scene_item *item,
                     const struct scene_item *end) {
    if (item->element != w->element) {
        part(w, item);
        w->element = item->element;
        w->words = are_words(item, end);
        w->text.last = NULL;
    }
    if (item->kind == SCENE_TEXT) {
        put_text(w, &item->as.text);
    } else {
        if (w->words) /* parted by the mark of a group */
            leave(w);
        w->words = false;
        end_text(w);
        enter(w, NULL);
        if (item->kind == SCENE_IMAGE)
            put_image(w, &item->as.image);
        else
            put_path(w, item->as.path);
    }
}

void pdfpage_content(const struct pdfpage_resources *resources, const struct scene *scene,
                     uint32_t page, struct textbuf *out, struct pdfmarks *marks) {
    struct writer w = {.fonts = resources->fonts,
                       .images = resources->images,
                       .scene = scene,
                       .page = &scene->pages.items[page],
                       .page_index = page,
                       .out = out,
                       .marks = marks,
                       .element = SCENE_ARTIFACT,
                       .state = {.width = PT(1)},
                       .text = {.font = NO_FONT}};
    const struct scene_item *item = w.page->items.items, *end = item + w.page->items.count;
    for (; item < end; item++)
        if (item->kind == SCENE_TEXT || item->kind == SCENE_PATH || item->kind == SCENE_IMAGE)
            put_item(&w, item, end);
    leave(&w);
    end_text(&w);
}

void pdfpage_box(struct textbuf *out, const struct scene_page *page, struct rect rect) {
    textbuf_char(out, '[');
    pdfobject_length(out, rect.x, ' ');
    pdfobject_length(out, page->height - rect.y - rect.h, ' ');
    pdfobject_length(out, rect.x + rect.w, ' ');
    pdfobject_length(out, page->height - rect.y, ']');
}

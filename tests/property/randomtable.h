/* randomtable: tables of every shape, for the laws of tables and of pages. */
#ifndef TESTS_PROPERTY_RANDOMTABLE_H
#define TESTS_PROPERTY_RANDOMTABLE_H

#include "unit/layoutcase.h"

#include <stdlib.h>

static uint64_t seed;

static inline uint32_t draw_number(uint32_t below) {
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(seed >> 33) % below;
}

static inline bool chance(uint32_t percent) {
    return draw_number(100) < percent;
}

/* ---- words ----------------------------------------------------------------------------------- */

static inline const char *random_word(void) {
    static const char *const some[] = {"on",
                                       "donors",
                                       "Laboratory",
                                       "interoperability",
                                       "of",
                                       "R-12/2026",
                                       "\u05E9\u05DC\u05D5\u05DD",
                                       "80\u00A0%",
                                       "staff",
                                       "a",
                                       "re-plan",
                                       "units",
                                       "\u0441\u043B\u043E\u0432\u043E",
                                       "(pending)"};
    return some[draw_number(sizeof some / sizeof *some)];
}

static inline const char *random_words(uint32_t most) {
    const char *text = random_word();
    for (uint32_t i = draw_number(most); i > 0; i--)
        text = arena_printf(arena, "%s %s", text, random_word());
    return text;
}

static inline const char *long_word(void) {
    char *text = arena_alloc(arena, 80);
    const uint32_t length = 12 + draw_number(60);
    for (uint32_t i = 0; i < length; i++)
        text[i] = (char)('a' + draw_number(26));
    return text;
}

static inline const char *random_number(uint32_t places) {
    const char *sign = chance(30) ? "\u2212" : chance(20) ? "+" : "";
    const unsigned whole = draw_number(999);
    const char *digits = chance(20)
                             ? arena_printf(arena, "%u\u2009%03u", 1 + draw_number(99), whole)
                             : arena_printf(arena, "%u", whole);
    if (places == 0)
        return arena_printf(arena, "%s%s", sign, digits);
    const unsigned power = places == 1 ? 10 : places == 2 ? 100 : 1000;
    return arena_printf(arena, "%s%s.%0*u", sign, digits, (int)places, draw_number(power));
}

/* ---- cells ----------------------------------------------------------------------------------- */

static inline const struct chart *random_cell_chart(void) {
    struct chart *chart = arena_alloc(arena, sizeof *chart);
    *chart = (struct chart){.kind = CHART_RATE, .height = MM(4), .alt = "Share", .empty = "None."};
    chart->as.rate = (struct chart_rate){{true, 4, "4.0"}, {true, 6, "6.0"}, 10, "10.0"};
    return chart;
}

static inline void random_note(struct content *content) {
    struct content *note = document_note(arena, content);
    content_text(arena, note, random_words(chance(5) ? 60 : 8));
}

/* `tall`: paragraphs of many lines may come. */
static inline void fill_cell(struct table_cell *cell, enum align align, bool tall) {
    if (align == ALIGN_DECIMAL && chance(90)) {
        content_text(arena, cell_content(arena, cell),
                     chance(10) ? "\u2013" : random_number(draw_number(4)));
        return;
    }
    const uint32_t paragraphs = chance(10) ? 2 + draw_number(3) : 1;
    for (uint32_t i = 0; i < paragraphs; i++) {
        struct content *content = cell_paragraph(arena, cell);
        content_text(arena, content,
                     chance(3) ? long_word() : random_words(tall && chance(3) ? 160 : 6));
        if (chance(2))
            random_note(content);
    }
}

/* ---- rows ------------------------------------------------------------------------------------ */

struct random_table {
    struct table_block *block;
    unsigned covered[16]; /* rows that a span above still covers */
    bool tall, spans, notes;
};

static inline void random_row(struct random_table *t, enum row_kind kind) {
    struct table_row *row = table_row(arena, t->block, kind);
    const unsigned count = (unsigned)t->block->columns.count;
    row->keep_with_next = kind == ROW_BODY && chance(3);
    row->min_height = chance(3) ? MM(12) : 0;
    for (unsigned c = 0; c < count;) {
        if (t->covered[c] > 0) {
            t->covered[c++]--;
            continue;
        }
        struct table_cell *cell = table_cell(arena, row);
        if (kind == ROW_GROUP && c == 0 && chance(80)) {
            content_text(arena, cell_content(arena, cell), random_words(4));
            while (c < count && t->covered[c] == 0)
                c++;
            cell->column_span = c;
            continue;
        }
        cell->header = c == 0;
        unsigned columns = t->spans && chance(8) ? 1 + draw_number(3) : 1;
        unsigned taken = 0;
        if (t->spans && kind == ROW_BODY && chance(c < 2 ? 25 : 3))
            cell->row_span = 2 + draw_number(5);
        for (; taken < columns && c < count && t->covered[c] == 0; taken++)
            t->covered[c++] = cell->row_span ? cell->row_span - 1 : 0;
        cell->column_span = taken;
        const struct table_column *column = &t->block->columns.items[c - 1];
        if (taken == 1 && column->align == ALIGN_LEFT && chance(4))
            cell->chart = random_cell_chart();
        else if (chance(95))
            fill_cell(cell, taken == 1 ? column->align : ALIGN_LEFT,
                      t->tall && kind == ROW_BODY && !cell->row_span);
    }
}

static inline void random_columns(struct table_block *block, mp width) {
    static const enum align aligns[] = {ALIGN_LEFT, ALIGN_DECIMAL, ALIGN_DECIMAL, ALIGN_RIGHT,
                                        ALIGN_CENTRE};
    const unsigned count = 1 + draw_number(12);
    const bool bands = chance(15);
    const mp each = count > 1 ? (width - MM(45)) / (mp)(count - 1) - MM(3) : 0;
    for (unsigned c = 0; c < count; c++) {
        const bool flexible = c == 0 || chance(15);
        struct table_column *column =
            table_column(arena, block, chance(90) ? random_words(2) : "",
                         c == 0 ? ALIGN_LEFT : aligns[draw_number(5)],
                         flexible ? 0 : length_min(each, MM(8) + (mp)draw_number(80) * MM(0.5)),
                         chance(50) ? STYLE_TABLE : STYLE_INHERIT);
        if (bands && c > 0)
            column->band = c % 5 < 3 ? "Band" : c % 5 == 3 ? NULL : "Other";
        if (flexible)
            column->min_width = length_max(MM(8), each);
    }
}

static inline bool under_span(const struct random_table *t) {
    for (size_t i = 0; i < 16; i++)
        if (t->covered[i] > 0)
            return true;
    return false;
}

/* A table of about so many rows for a text of that width. */
static inline struct table_block *random_table(struct block_list *list, mp width, uint32_t rows) {
    struct random_table t = {.block = block_table(document, list, "Random rows")->table,
                             .tall = chance(40),
                             .spans = chance(50)};
    random_columns(t.block, width);
    t.block->no_head = chance(10);
    t.block->continued = chance(80) ? "(continued)" : NULL;
    t.block->head_style = chance(30) ? STYLE_DENSE_HEAD : STYLE_TABLE_HEAD;
    const bool groups = chance(50);
    for (uint32_t i = 1 + draw_number(rows); i > 0; i--)
        random_row(&t, groups && chance(12) && !under_span(&t) ? ROW_GROUP : ROW_BODY);
    for (t.spans = false; under_span(&t);)
        random_row(&t, ROW_BODY);
    for (uint32_t i = draw_number(3); i > 0; i--)
        random_row(&t, ROW_TOTAL);
    return t.block;
}

/* ---- what a scene says ----------------------------------------------------------------------- */

/* Where its letters are: blanks at its end do not count. */
static inline struct rect text_box(const struct scene_item *item) {
    const struct scene_text *text = &item->as.text;
    const struct run *run = text->run;
    size_t bytes = run->bytes;
    while (bytes > 0 && run->text[bytes - 1] == ' ')
        bytes--;
    int64_t blank = 0;
    for (size_t i = 0; i < run->count; i++)
        blank += run->glyphs[i].cluster >= bytes ? run->glyphs[i].advance : 0;
    const mp cut = (mp)(blank * text->size / (int64_t)run->face->upem);
    const mp cap = (mp)((int64_t)text->size * 72 / 100);
    const mp below = (mp)((int64_t)text->size * 18 / 100);
    return (struct rect){text->x + (run->rtl ? cut : 0), text->y - cap,
                         shape_run_width(run, text->size) - cut, cap + below};
}

static inline bool overlap(struct rect a, struct rect b) {
    return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

static inline struct rect both(struct rect a, struct rect b) {
    const mp x = length_min(a.x, b.x);
    const mp y = length_min(a.y, b.y);
    return (struct rect){x, y, length_max(a.x + a.w, b.x + b.w) - x,
                         length_max(a.y + a.h, b.y + b.h) - y};
}

static inline bool in_tree(scene_element_id element) {
    return element < SCENE_ARTIFACT;
}

static inline bool is_frame(const struct scene_item *item) {
    return item->element == SCENE_HEADER || item->element == SCENE_FOOTER;
}

/* The nearest of an element and those above it that has one of two tags; SCENE_ARTIFACT: none. */
static inline scene_element_id above_with(const struct scene *scene, scene_element_id element,
                                          enum tag a, enum tag b) {
    while (in_tree(element) && element != SCENE_ROOT) {
        const struct scene_element *e = &scene->elements.items[element];
        if (e->tag == a || e->tag == b)
            return element;
        element = e->parent;
    }
    return SCENE_ARTIFACT;
}

/* Bytes other than blanks, and their sum: two texts of the same letters agree. */
struct letters {
    size_t count, sum;
};

static inline struct letters letters_of(const char *text, size_t bytes) {
    struct letters letters = {0, 0};
    for (size_t i = 0; i < bytes; i++) {
        const unsigned char byte = (unsigned char)text[i];
        if (byte == ' ' || byte == '\n' || byte == '\0')
            continue;
        letters.count++;
        letters.sum += byte;
    }
    return letters;
}

static inline void letters_add(struct letters *sum, struct letters more) {
    sum->count += more.count;
    sum->sum += more.sum;
}

static inline struct letters letters_in(const struct content *content) {
    struct letters letters = {0, 0};
    for (size_t i = 0; i < content->items.count; i++)
        if (content->items.items[i].kind == INLINE_TEXT)
            letters_add(&letters, letters_of(content->items.items[i].text,
                                             strlen(content->items.items[i].text)));
    return letters;
}

/* The numbers of notes are not in the text itself. */
static inline bool is_reference(const struct scene *scene, scene_element_id element) {
    return in_tree(above_with(scene, element, TAG_REFERENCE, TAG_LINK));
}

static inline const char *dump_of(const struct scene *scene) {
    struct textbuf out;
    textbuf_init(&out, arena);
    scene_dump(scene, &out);
    return textbuf_text(&out);
}

/* Sizes of all letters of the tree: no paper makes them smaller. */
static inline int64_t sizes_of(const struct scene *scene) {
    int64_t sum = 0;
    for (uint32_t page = 0; page < scene->pages.count; page++)
        for (size_t i = 0; i < scene->pages.items[page].items.count; i++) {
            const struct scene_item *item = &scene->pages.items[page].items.items[i];
            if (item->kind == SCENE_TEXT && in_tree(item->element))
                sum +=
                    (int64_t)letters_of(item->as.text.run->text, item->as.text.run->bytes).count *
                    item->as.text.size;
        }
    return sum;
}

/* FIRST=522 ROUNDS=522 tries one round again; ROUNDS=5000 more than a build does. */
static inline unsigned long long round_wanted(const char *name, unsigned long long otherwise) {
    const char *value = getenv(name);
    return value ? strtoull(value, NULL, 10) : otherwise;
}

#endif

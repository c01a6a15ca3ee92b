#include "layout/footnote.h"

#define LABEL_WIDTH MM(4) /* or what the number needs */
#define LABEL_GAP   MM(1)
#define NOTE_GAP    (UNIT_U / 2)

/* What is done with each reference of an item. */
struct visit {
    struct composer *composer;
    struct galley *notes; /* collecting; NULL: measuring */
    mp width, height;
};

/* References are told apart by where they are kept. */
static const char *key_of(struct composer *composer, const struct inline_item *item) {
    return arena_printf(composer->lasting, "%p", (const void *)item);
}

struct footnote *footnote_of(struct composer *composer, const struct inline_item *item) {
    struct arena *arena = composer->lasting;
    if (!composer->footnote_index)
        composer->footnote_index = idmap_new(arena);
    const size_t count = composer->footnotes.count;
    const size_t found = idmap_put(composer->footnote_index, key_of(composer, item), count);
    if (found < count)
        return composer->footnotes.items[found];
    struct footnote *note = arena_alloc(arena, sizeof *note);
    note->item = item;
    note->number = (unsigned)count + 1;
    note->anchor = arena_printf(arena, "note:%u", note->number);
    const char *pattern = composer->document->frame.note;
    note->name = pattern ? arena_printf(arena, "%s %u", pattern, note->number)
                         : arena_printf(arena, "%u", note->number);
    vec_push(arena, &composer->footnotes, note);
    return note;
}

void footnote_forget(struct composer *composer, size_t count) {
    if (composer->footnotes.count <= count)
        return;
    composer->footnotes.count = count;
    composer->footnote_index = idmap_new(composer->lasting);
    for (size_t i = 0; i < count; i++)
        idmap_put(composer->footnote_index, key_of(composer, composer->footnotes.items[i]->item),
                  i);
}

static void measure(struct composer *composer, struct footnote *note, mp width) {
    struct arena *passing = composer->arena;
    composer->arena = composer->lasting;
    struct paragraph_spec spec = {.style = STYLE_KEY, .colour = COLOUR_INHERIT, .width = width};
    struct content *label = arena_alloc(composer->arena, sizeof *label);
    content_text(composer->arena, label, arena_printf(composer->arena, "%u", note->number));
    note->label = paragraph_make(composer, label, &spec);
    note->indent = length_max(LABEL_WIDTH, paragraph_natural_width(note->label) + LABEL_GAP);
    spec.width = width - note->indent;
    note->text = paragraph_make(composer, note->item->note, &spec);
    composer->arena = passing;
}

static void take(struct visit *v, const struct inline_item *item) {
    struct footnote *note = footnote_of(v->composer, item);
    if (!note->text)
        measure(v->composer, note, v->width);
    v->height += NOTE_GAP + note->text->height;
    if (!v->notes)
        return;
    struct galley_item *entry = galley_add(v->composer, v->notes, GALLEY_NOTE,
                                           v->notes->items.count > 0 ? NOTE_GAP : FOOTNOTE_ABOVE);
    entry->as.note = note;
    entry->indent = note->indent;
    entry->height = note->text->height;
    entry->part = note->text->count;
    entry->anchor = note->anchor;
    entry->title = note->name;
}

static void visit_line(struct visit *v, const struct line *line) {
    for (size_t i = 0; i < line->count; i++)
        if (line->pieces[i].item->kind == INLINE_NOTE)
            take(v, line->pieces[i].item);
}

static void visit_paragraph(struct visit *v, const struct paragraph *paragraph) {
    for (size_t i = 0; paragraph && i < paragraph->count; i++)
        visit_line(v, &paragraph->lines[i]);
}

/* The line of that number in a cell of a tall row. */
static void visit_part(struct visit *v, const struct cell_box *box, size_t part) {
    for (size_t k = 0; k < box->count; k++) {
        if (part < box->paragraphs[k]->count) {
            visit_line(v, &box->paragraphs[k]->lines[part]);
            return;
        }
        part -= box->paragraphs[k]->count;
    }
}

static void visit_row(struct visit *v, const struct galley_item *item) {
    const struct row_box *row = &item->as.table->rows[item->line];
    for (size_t i = 0; i < row->count; i++) {
        if (row->lines > 0)
            visit_part(v, &row->cells[i], item->part);
        else
            for (size_t k = 0; k < row->cells[i].count; k++)
                visit_paragraph(v, row->cells[i].paragraphs[k]);
    }
}

static void visit_text(struct visit *v, const struct galley_item *item) {
    if (item->line == 0)
        visit_paragraph(v, item->as.text->label);
    visit_line(v, &item->as.text->paragraph->lines[item->line]);
}

/* Items that hold others are visited by those. */
static void visit_item(struct visit *v, const struct galley_item *item) {
    if (item->kind == GALLEY_LINE)
        visit_text(v, item);
    else if (item->kind == GALLEY_ROW)
        visit_row(v, item);
    else if (item->kind == GALLEY_TITLE) {
        visit_paragraph(v, item->as.title->message);
        visit_paragraph(v, item->as.title->subtitle);
    }
}

static mp measure_galley(struct composer *composer, struct galley *galley, mp width);

static mp measure_inside(struct composer *composer, struct galley_item *item, mp width) {
    mp height = 0;
    if (item->kind == GALLEY_BOX)
        return measure_galley(composer, item->as.box->inner, width);
    if (item->kind == GALLEY_BALANCED)
        return measure_galley(composer, item->as.balanced->inner, width);
    for (size_t i = 0; item->kind == GALLEY_COLUMNS && i < item->as.columns->count; i++)
        height += measure_galley(composer, item->as.columns->galleys[i], width);
    return height;
}

static mp measure_galley(struct composer *composer, struct galley *galley, mp width) {
    mp height = 0;
    for (size_t i = 0; i < galley->items.count; i++) {
        struct galley_item *item = &galley->items.items[i];
        struct visit v = {.composer = composer, .width = width};
        visit_item(&v, item);
        item->notes = v.height + measure_inside(composer, item, width);
        height += item->notes;
    }
    return height;
}

void footnote_measure(struct composer *composer, struct galley *galley, mp width) {
    if (composer->footnotes.count > 0) /* else nothing measured so far refers to one */
        measure_galley(composer, galley, width);
}

struct galley *footnote_collect(struct composer *composer, struct galley *notes,
                                const struct galley_item *item, mp width) {
    if (item->notes == 0)
        return notes;
    if (!notes) {
        notes = arena_alloc(composer->lasting, sizeof *notes);
        notes->width = width;
    }
    struct arena *passing = composer->arena;
    composer->arena = composer->lasting; /* the page may end in the next section */
    struct visit v = {.composer = composer, .notes = notes, .width = width};
    visit_item(&v, item);
    composer->arena = passing;
    return notes;
}

/* ---- over pages ------------------------------------------------------------------------------
 */

mp footnote_sum(const struct galley *notes) {
    mp sum = 0;
    for (size_t i = 0; notes && i < notes->items.count; i++)
        sum += NOTE_GAP + notes->items.items[i].height;
    return sum;
}

/* How many lines of a note stand in a height, so that none is alone here or on the next page. */
static size_t lines_in(const struct galley_item *note, mp room) {
    const struct paragraph *text = note->as.note->text;
    const size_t all = note->part - note->line;
    size_t count = 0;
    mp height = NOTE_GAP;
    while (count < all && height + text->lines[note->line + count].height <= room)
        height += text->lines[note->line + count++].height;
    if (count > 0 && count + 1 == all)
        count--;
    return count < 2 && count < all ? 0 : count;
}

static struct galley *empty_galley(struct composer *composer, mp width) {
    struct galley *galley = arena_alloc(composer->lasting, sizeof *galley);
    galley->width = width;
    return galley;
}

/* Lines from..to of a note; what it is called where it begins. */
static void add_part(struct composer *composer, struct galley *galley,
                     const struct galley_item *note, size_t from, size_t to) {
    struct galley_item part = *note;
    part.gap = galley->items.count > 0 ? NOTE_GAP : FOOTNOTE_ABOVE;
    part.line = from;
    part.part = to;
    if (from > 0)
        part.anchor = part.title = NULL;
    part.height = 0;
    for (size_t i = from; i < to; i++)
        part.height += note->as.note->text->lines[i].height;
    vec_push(composer->lasting, &galley->items, part);
}

struct galley *footnote_divide(struct composer *composer, struct galley *notes, mp room,
                               struct galley **rest) {
    *rest = NULL;
    if (footnote_sum(notes) <= room)
        return notes;
    struct galley *here = empty_galley(composer, notes->width);
    *rest = empty_galley(composer, notes->width);
    for (size_t i = 0; i < notes->items.count; i++) {
        const struct galley_item *note = &notes->items.items[i];
        const size_t lines = (*rest)->items.count > 0 ? 0 : lines_in(note, room);
        if (lines > 0)
            add_part(composer, here, note, note->line, note->line + lines);
        if (note->line + lines < note->part)
            add_part(composer, *rest, note, note->line + lines, note->part);
        room -= NOTE_GAP + (lines > 0 ? here->items.items[here->items.count - 1].height : 0);
    }
    return here;
}

mp footnote_height(mp notes) {
    return notes > 0 ? FOOTNOTE_LEAD + FOOTNOTE_ABOVE + notes : 0;
}

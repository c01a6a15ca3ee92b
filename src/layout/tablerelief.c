#include "layout/tablerelief.h"

#include "layout/tablecolumns.h"

/* So many lines are too high in a column not wider than two words, a narrow one, any. */
#define LINES_FEW   4
#define LINES_HIGH  5
#define LINES_MANY  10
#define SLIVER      MM(16)
#define NARROW      MM(48)
#define LINES_WANT  3     /* as many will do: no column need be wider for less */
#define WORTH_FEWER 4     /* of so many lines at least one must go */
#define WORTH_LOWER 20    /* and of the height of the table a part */
#define CHOSEN_AIR  MM(3) /* columns that touch are read as one */

#define BLANK PT(2) /* about as wide as the blank at the end of a line */

/* Of each column. */
struct lengths {
    mp least;     /* what it cannot give away */
    mp whole;     /* text of its longest cell, all lines side by side; of a span a row's part */
    mp paragraph; /* its longest paragraph on one line: more is never needed */
    mp word;      /* its widest word that was not cut */
};

static mp one_line(const struct paragraph *paragraph) {
    mp width = 0;
    for (size_t i = 0; i < paragraph->count; i++)
        width += paragraph->lines[i].width;
    return width + (mp)paragraph->count * BLANK;
}

static void read_words(const struct paragraph *paragraph, mp most, mp *word) {
    for (size_t i = 0; i < paragraph->count; i++)
        for (size_t k = 0; k < paragraph->lines[i].count; k++)
            *word = length_max(*word, length_min(paragraph->lines[i].pieces[k].width, most));
}

static mp rows_of(const struct cell_box *box) {
    return box->rows > 1 ? (mp)box->rows : 1;
}

static void read_cell(struct lengths *lengths, const struct table_flow *table,
                      const struct cell_box *box) {
    struct lengths *of = &lengths[box->column];
    const mp width = table->columns[box->column].width;
    if (box->chart || box->tail >= 0 || (box->cell && box->cell->filled))
        of->least = width;
    if (box->columns != 1)
        return;
    mp whole = 0;
    for (size_t i = 0; i < box->count; i++) {
        const mp length = one_line(box->paragraphs[i]);
        of->paragraph = length_max(of->paragraph, length);
        whole += length;
        read_words(box->paragraphs[i], width, &of->word);
    }
    if (box->cell) /* heads are few */
        of->whole = length_max(of->whole, whole / rows_of(box));
}

static void read_row(struct lengths *lengths, const struct table_flow *table,
                     const struct row_box *row) {
    for (size_t i = 0; i < row->count; i++)
        read_cell(lengths, table, &row->cells[i]);
}

static size_t lines_high(mp width) {
    return width < SLIVER ? LINES_FEW : width < NARROW ? LINES_HIGH : LINES_MANY;
}

/* Lines of the highest cell of texts, a span's by its rows; *high: whether one is too high for its
 * width. */
static size_t most_lines(const struct table_flow *table, bool *high) {
    size_t most = 0;
    for (size_t r = 0; r < table->row_count; r++)
        for (size_t i = 0; i < table->rows[r].count; i++) {
            const struct cell_box *box = &table->rows[r].cells[i];
            size_t lines = 0;
            for (size_t k = 0; k < box->count && box->columns == 1 && !box->cell->filled; k++)
                lines += box->paragraphs[k]->count;
            lines /= (size_t)rows_of(box);
            most = lines > most ? lines : most;
            *high |= lines >= lines_high(box->width);
        }
    return most;
}

/* So that no cell of the column has more lines; half a word is lost at the end of each. */
static mp needed(const struct lengths *of, size_t lines) {
    const mp width = (mp)(of->whole / (int64_t)lines) + of->word / 2;
    return length_max(length_min(width, of->paragraph), of->least);
}

static int64_t needed_by_all(const struct lengths *lengths, size_t columns, size_t lines) {
    int64_t sum = 0;
    for (size_t i = 0; i < columns; i++)
        sum += needed(&lengths[i], lines);
    return sum;
}

/* The fewest lines for which there is room; `most` if there never is. */
static size_t fewest_lines(const struct lengths *lengths, size_t columns, int64_t room,
                           size_t most) {
    size_t low = LINES_WANT;
    size_t high = most;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (needed_by_all(lengths, columns, middle) <= room)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

/* Who grows has what it needs; the others keep alike of what they need not. */
static const struct table_block *widths(struct composer *composer, const struct table_flow *table,
                                        const struct lengths *lengths, size_t lines) {
    int64_t spare = 0;
    int64_t asked = 0;
    for (size_t i = 0; i < table->column_count; i++) {
        const mp more = needed(&lengths[i], lines) - table->columns[i].width;
        *(more > 0 ? &asked : &spare) += more > 0 ? more : -more;
    }
    struct table_block *copy = tablecolumns_copy(composer, table->block);
    for (size_t i = 0; i < table->column_count; i++) {
        const mp width = table->columns[i].width;
        const mp more = needed(&lengths[i], lines) - width;
        copy->columns.items[i].width =
            more > 0 ? width + more : width + (mp)(more * asked / (spare > 0 ? spare : 1));
    }
    return copy;
}

/* A column of texts keeps its words whole, and one whose width was chosen and holds its contents
 * on a line each keeps the lines and some air. */
static mp least_of(const struct table_flow *table, const struct lengths *of, size_t column) {
    const mp width = table->columns[column].width;
    const bool chosen = table->block->columns.items[column].width > 0;
    const bool texts =
        !chosen || (of->paragraph > width && table->columns[column].align == ALIGN_LEFT);
    const mp least = texts ? length_max(of->word, READABLE_LEAST) : of->paragraph + CHOSEN_AIR;
    return length_min(length_max(of->least, least), width);
}

const struct table_block *tablerelief_block(struct composer *composer,
                                            const struct table_flow *table) {
    bool high = false;
    const size_t most = most_lines(table, &high);
    if (!high)
        return NULL;
    struct lengths *lengths = arena_array(composer->arena, table->column_count, sizeof *lengths);
    int64_t room = 0;
    if (table->has_head) {
        read_row(lengths, table, &table->head);
        read_row(lengths, table, &table->bands);
    }
    for (size_t r = 0; r < table->row_count; r++)
        read_row(lengths, table, &table->rows[r]);
    for (size_t i = 0; i < table->column_count; i++) {
        lengths[i].least = least_of(table, &lengths[i], i);
        room += table->columns[i].width;
    }
    const size_t lines = fewest_lines(lengths, table->column_count, room, most);
    return lines > most - most / WORTH_FEWER ? NULL : widths(composer, table, lengths, lines);
}

static int64_t height_of(const struct table_flow *table) {
    int64_t height = table->has_head ? table->head.height : 0;
    for (size_t i = 0; i < table->row_count; i++)
        height += table->rows[i].height;
    return height;
}

bool tablerelief_lower(const struct table_flow *relieved, const struct table_flow *table) {
    const int64_t height = height_of(table);
    return height_of(relieved) <= height - height / WORTH_LOWER;
}

#include "layout/chartmatrix.h"

#include "layout/chartlines.h"
#include "layout/charts.h"
#include "layout/style.h"
#include <assert.h>
#include <string.h>

#define CELL_WIDTH MM(5.55) /* with the gap to the next */
#define ROW_HEIGHT MM(6.2)
#define GAP        MM(0.4)
#define WORD_MOST  MM(16)  /* by which a perspective may be wider than its columns */
#define GROUP_GAP  MM(1.2) /* more between perspectives */
#define BAR_HEIGHT MM(1.4)
#define NAME_GAP   MM(0.8)
#define HEAD_ROOM  MM(4.2)
#define TOTAL_GAP  MM(0.7)
#define END_GAP    MM(3.6)
#define LANE_MOST  40     /* percent of the width that the rows' names take at most */
#define WIDE_CELL  MM(10) /* from here on heads may wrap */
#define SHAPE      MM(2.6)
#define ROW_LEAST  MM(4.2)
#define LETTER     PT(4.4)
#define NAME_APART MM(1.6) /* between the names of two perspectives, at least */
#define LINES      2       /* of a perspective's name, usually */

struct matrix {
    const struct ink *ink;
    const struct chart_matrix *chart;
    struct rect rect;
    mp cells, cell_width; /* left end of the first column */
    mp heads;             /* baseline of the heads */
    mp top, row_height;   /* of the first row */
    size_t group_lines;   /* of the perspectives' names */
};

static mp head_room(const struct chart_matrix *matrix) {
    const mp more = matrix->head_lines > 1 ? (mp)matrix->head_lines - 1 : 0;
    return HEAD_ROOM + more * style_spec(STYLE_KEY)->leading;
}

static mp rows_height(const struct chart_matrix *chart, mp row) {
    return (mp)chart->row_count * row + (chart->total_name ? TOTAL_GAP + row : 0);
}

/* Without fonts: letters of the names' type are 4 pt wide, some more, some less. */
static size_t guessed_lines(const struct chart_matrix *matrix) {
    const mp column = matrix->cell_most ? matrix->cell_most : CELL_WIDTH;
    size_t most = LINES;
    for (size_t i = 0; i + 1 < matrix->group_count; i++) {
        const mp width = (mp)matrix->groups[i].columns * column;
        const size_t lines =
            strlen(matrix->groups[i].name) * (size_t)LETTER / (size_t)(width + 1) + 1;
        most = lines > most ? lines : most;
    }
    return most < CHARTLINES_MOST ? most : CHARTLINES_MOST;
}

mp chartmatrix_height(const struct chart_matrix *matrix) {
    mp height = head_room(matrix) + rows_height(matrix, ROW_HEIGHT);
    if (matrix->group_count > 0)
        height += BAR_HEIGHT + NAME_GAP +
                  (mp)guessed_lines(matrix) * style_spec(STYLE_DENSE_KEY)->leading;
    return height;
}

/* ---- places ----------------------------------------------------------------------------------
 */

static mp longest_word(const struct ink *ink, const char *name) {
    mp most = 0;
    for (const char *word = name; *word;) {
        const size_t bytes = strcspn(word, " \n");
        most = length_max(most, chartlines_width(ink, STYLE_DENSE_HEAD, word, bytes));
        word += bytes + strspn(word + bytes, " \n");
    }
    return most;
}

/* How much wider than its columns a perspective is, so that no word of its name is torn; the last
 * one reaches on over the figures at the right. */
static mp widening(const struct matrix *m, size_t group) {
    const struct chart_matrix *chart = m->chart;
    if (group + 1 >= chart->group_count || chart->groups[group].columns == 0)
        return 0;
    return length_max(longest_word(m->ink, chart->groups[group].name) + NAME_APART - GROUP_GAP -
                          m->cell_width * (mp)chart->groups[group].columns,
                      0);
}

/* No more than a usual word: a name of one endless word is torn all the same. */
static mp widened(const struct matrix *m, size_t group) {
    const mp more = widening(m, group);
    return more <= length_max(m->cell_width, WORD_MOST) ? more : 0;
}

static mp column_x(const struct matrix *m, size_t column) {
    mp x = m->cells + m->cell_width * (mp)column;
    size_t end = 0;
    for (size_t g = 0; g + 1 < m->chart->group_count; g++) {
        end += m->chart->groups[g].columns;
        x += column >= end ? GROUP_GAP + widened(m, g) : 0;
    }
    return x;
}

static enum style text_style(const struct chart_matrix_text *text) {
    return text->strong || text->bad ? STYLE_TABLE_BOLD : STYLE_TABLE;
}

static mp end_width(const struct matrix *m, size_t end) {
    const struct chart_matrix *chart = m->chart;
    mp width =
        chart->end_heads[end] ? chartink_width(m->ink, STYLE_TABLE_HEAD, chart->end_heads[end]) : 0;
    for (size_t i = 0; i <= chart->row_count; i++) {
        if (i == chart->row_count && !chart->total_ends)
            break;
        const struct chart_matrix_text *text =
            i < chart->row_count ? &chart->rows[i].ends[end] : &chart->total_ends[end];
        if (text->text)
            width = length_max(width, chartink_width(m->ink, text_style(text), text->text));
    }
    return width + END_GAP;
}

static mp names_width(const struct matrix *m) {
    mp width =
        m->chart->total_name ? chartink_width(m->ink, STYLE_TABLE_BOLD, m->chart->total_name) : 0;
    for (size_t i = 0; i < m->chart->row_count; i++)
        width = length_max(width, chartink_width(m->ink, STYLE_TABLE, m->chart->rows[i].name));
    return length_min(width + MM(2.4), (mp)((int64_t)m->rect.w * LANE_MOST / 100));
}

/* How many lines the names of the perspectives take: as many as they have, if the rows keep their
 * least height. */
static size_t group_lines(const struct matrix *m);

static struct matrix place(const struct ink *ink, const struct chart_matrix *chart,
                           struct rect rect) {
    struct matrix m = {.ink = ink, .chart = chart, .rect = rect};
    mp ends = 0;
    for (size_t i = 0; i < chart->end_count; i++)
        ends += end_width(&m, i);
    const mp groups = chart->group_count > 1 ? (mp)(chart->group_count - 1) * GROUP_GAP : 0;
    m.cells = rect.x + names_width(&m);
    m.cell_width = length_min((rect.x + rect.w - ends - groups - m.cells) / (mp)chart->column_count,
                              chart->cell_most ? chart->cell_most : CELL_WIDTH);
    mp more = 0;
    for (size_t i = 0; i < chart->group_count; i++)
        more += widened(&m, i);
    m.cell_width = length_min(m.cell_width, (rect.x + rect.w - ends - groups - more - m.cells) /
                                                (mp)chart->column_count);
    m.top = rect.y + head_room(chart);
    if (chart->group_count > 0) {
        m.group_lines = group_lines(&m);
        m.top += BAR_HEIGHT + NAME_GAP + (mp)m.group_lines * style_spec(STYLE_DENSE_KEY)->leading;
    }
    m.heads = m.top - MM(1.2);
    const mp rows = length_max((mp)chart->row_count + (chart->total_name ? 1 : 0), 1);
    m.row_height = length_min(
        (rect.y + rect.h - m.top - (chart->total_name ? TOTAL_GAP : 0)) / rows, ROW_HEIGHT);
    return m;
}

/* ---- heads -----------------------------------------------------------------------------------
 */

/* Right end of a perspective's bar, under which its name stays. */
static mp group_end(const struct matrix *m, size_t group, size_t first) {
    const struct chart_matrix_group *data = &m->chart->groups[group];
    const mp x = column_x(m, first);
    const mp cells = x + m->cell_width * (mp)data->columns - GAP;
    if (group + 1 == m->chart->group_count)
        return length_min(length_max(cells, x + longest_word(m->ink, data->name) + MM(0.1)),
                          m->rect.x + m->rect.w);
    return cells + length_max(widened(m, group) + GROUP_GAP + GAP - NAME_APART, 0);
}

static struct chartlines group_name(const struct matrix *m, size_t group, size_t first) {
    return chartlines_break(m->ink, STYLE_DENSE_HEAD, m->chart->groups[group].name,
                            group_end(m, group, first) - column_x(m, first));
}

static size_t group_lines(const struct matrix *m) {
    const mp free =
        m->rect.h - head_room(m->chart) - BAR_HEIGHT - NAME_GAP - rows_height(m->chart, ROW_LEAST);
    const mp room = free / style_spec(STYLE_DENSE_KEY)->leading;
    size_t most = LINES;
    size_t first = 0;
    for (size_t i = 0; i < m->chart->group_count; i++) {
        const size_t lines = group_name(m, i, first).count;
        most = lines > most ? lines : most;
        first += m->chart->groups[i].columns;
    }
    return room > LINES && (size_t)room < most ? (size_t)room : room > LINES ? most : LINES;
}

static void draw_groups(const struct matrix *m) {
    size_t first = 0;
    for (size_t i = 0; i < m->chart->group_count; i++) {
        const size_t columns = m->chart->groups[i].columns;
        if (columns == 0)
            continue;
        const mp x = column_x(m, first);
        const mp end = group_end(m, i, first);
        struct chartlines name = group_name(m, i, first);
        chartlines_keep(m->ink, &name, m->group_lines);
        draw_rect(m->ink->pen, (struct rect){x, m->rect.y, end - x, BAR_HEIGHT},
                  style_ramp((int)i));
        chartlines_draw(m->ink, &name, STYLE_DENSE_HEAD, NAVY, ALIGN_LEFT,
                        (struct point){x, m->rect.y + BAR_HEIGHT + NAME_GAP + PT(5.6)});
        first += columns;
    }
}

/* In a wide column a head may have several lines. */
static void draw_wide_head(const struct matrix *m, const char *head, mp middle) {
    struct chartlines lines =
        chartlines_break(m->ink, STYLE_KEY, head, m->cell_width - GAP - MM(0.6));
    chartlines_keep(m->ink, &lines, m->chart->head_lines > 1 ? m->chart->head_lines : 1);
    const mp up = style_spec(STYLE_KEY)->leading * (mp)(lines.count - 1);
    chartlines_draw(m->ink, &lines, STYLE_KEY, GREY, ALIGN_CENTRE,
                    (struct point){middle, m->heads - up});
}

/* A narrow head that would touch its neighbour is left out: the row above names its perspective. */
static void draw_heads(const struct matrix *m) {
    mp free = m->cells;
    for (size_t i = 0; i < m->chart->column_count; i++) {
        const char *head = m->chart->heads[i];
        if (!head)
            continue;
        const mp middle = column_x(m, i) + (m->cell_width - GAP) / 2;
        const mp width = chartink_width(m->ink, STYLE_KEY, head);
        if (m->cell_width >= WIDE_CELL) {
            draw_wide_head(m, head, middle);
            continue;
        }
        if (middle - width / 2 < free)
            continue;
        chartink_text(m->ink, STYLE_KEY, GREY, ALIGN_CENTRE, (struct point){middle, m->heads},
                      head);
        free = middle + width / 2 + MM(0.5);
    }
}

/* ---- rows ------------------------------------------------------------------------------------
 */

static void draw_status(const struct matrix *m, const struct chart_matrix_cell *cell,
                        struct rect rect) {
    const struct mark_colours *colours = mark_colours(cell->mark);
    const mp width =
        cell->label ? chartink_width(m->ink, STYLE_DENSE_BOLD, cell->label) + MM(0.9) : 0;
    const bool shape = rect.w >= width + SHAPE + MM(0.8);
    const mp left = rect.x + (rect.w - width - (shape ? SHAPE : 0)) / 2;
    draw_rect(m->ink->pen, rect, colours->tint);
    if (shape)
        mark_draw(m->ink->pen, cell->mark, (struct point){left + SHAPE / 2, rect.y + rect.h / 2},
                  SHAPE, false);
    if (cell->label)
        chartink_text(m->ink, STYLE_DENSE_BOLD, colours->text, ALIGN_LEFT,
                      (struct point){left + (shape ? SHAPE + MM(0.9) : 0),
                                     chartink_centred(STYLE_DENSE_BOLD, rect.y, rect.h)},
                      cell->label);
}

static void draw_cell(const struct matrix *m, const struct chart_matrix_cell *cell,
                      struct rect rect) {
    static const uint32_t tints[] = {0xF4F6F9, 0xC9D7E5, 0x7F9DBD, 0x2B5079};
    if (cell->mark != MARK_NONE) {
        draw_status(m, cell, rect);
        return;
    }
    assert(cell->level >= 0 && cell->level < 4);
    draw_rect(m->ink->pen, rect, tints[cell->level]);
    if (cell->label)
        chartink_text(
            m->ink, STYLE_DENSE, cell->level == 3 ? WHITE : INK, ALIGN_CENTRE,
            (struct point){rect.x + rect.w / 2, chartink_centred(STYLE_DENSE, rect.y, rect.h)},
            cell->label);
}

/* In one line, or in two smaller ones. */
static void draw_name(const struct matrix *m, const char *name, enum style style, mp y) {
    const mp width = m->cells - m->rect.x - MM(1.2);
    if (chartink_width(m->ink, style, name) <= width) {
        chartink_text(m->ink, style, INK, ALIGN_LEFT,
                      (struct point){m->rect.x, chartink_centred(style, y, m->row_height)}, name);
        return;
    }
    struct chartlines lines = chartlines_break(m->ink, STYLE_DENSE_KEY, name, width);
    chartlines_keep(m->ink, &lines, 2);
    const mp leading = style_spec(STYLE_DENSE_KEY)->leading;
    chartlines_draw(m->ink, &lines, STYLE_DENSE_KEY, INK, ALIGN_LEFT,
                    (struct point){m->rect.x, chartink_centred(STYLE_DENSE_KEY, y, m->row_height) -
                                                  leading * (mp)(lines.count - 1) / 2});
}

static void draw_text(const struct matrix *m, const struct chart_matrix_text *text,
                      enum align align, mp x, mp y) {
    const enum style style = text_style(text);
    if (text->text)
        chartink_text(m->ink, style, text->bad ? BAD_TEXT : INK, align,
                      (struct point){x, chartink_centred(style, y, m->row_height)}, text->text);
}

static void draw_ends(const struct matrix *m, const struct chart_matrix_text *ends, mp y) {
    mp right = m->rect.x + m->rect.w;
    for (size_t i = m->chart->end_count; i-- > 0;) {
        draw_text(m, &ends[i], ALIGN_RIGHT, right, y);
        right -= end_width(m, i);
    }
}

static void draw_end_heads(const struct matrix *m) {
    mp right = m->rect.x + m->rect.w;
    for (size_t i = m->chart->end_count; i-- > 0;) {
        if (m->chart->end_heads[i])
            chartink_text(m->ink, STYLE_TABLE_HEAD, GREY, ALIGN_RIGHT,
                          (struct point){right, m->heads}, m->chart->end_heads[i]);
        right -= end_width(m, i);
    }
}

static void draw_row(const struct matrix *m, size_t row) {
    const struct chart_matrix_row *data = &m->chart->rows[row];
    const mp y = m->top + m->row_height * (mp)row;
    draw_name(m, data->name, STYLE_TABLE, y);
    for (size_t i = 0; i < m->chart->column_count; i++)
        draw_cell(m, &data->cells[i],
                  (struct rect){column_x(m, i), y, m->cell_width - GAP, m->row_height - GAP});
    if (data->ends)
        draw_ends(m, data->ends, y);
    const mp below = y + m->row_height - GAP / 2;
    draw_line(m->ink->pen, (struct point){m->rect.x, below},
              (struct point){m->cells - MM(0.8), below}, HAIRLINE, MM(0.12));
}

static void draw_totals(const struct matrix *m) {
    const mp rule = m->top + m->row_height * (mp)m->chart->row_count + TOTAL_GAP / 2;
    const mp y = rule + TOTAL_GAP / 2;
    draw_line(m->ink->pen, (struct point){m->rect.x, rule},
              (struct point){m->rect.x + m->rect.w, rule}, HEAD_RULE, MM(0.3));
    draw_name(m, m->chart->total_name, STYLE_TABLE_BOLD, y);
    for (size_t i = 0; m->chart->totals && i < m->chart->column_count; i++)
        draw_text(m, &m->chart->totals[i], ALIGN_CENTRE, column_x(m, i) + (m->cell_width - GAP) / 2,
                  y);
    if (m->chart->total_ends)
        draw_ends(m, m->chart->total_ends, y);
}

void chartmatrix_draw(const struct ink *ink, const struct chart *chart, struct rect rect) {
    if (chart_empty(chart)) {
        chartink_empty(ink, rect, chart->empty);
        return;
    }
    const struct matrix m = place(ink, &chart->as.matrix, rect);
    draw_groups(&m);
    draw_heads(&m);
    draw_end_heads(&m);
    for (size_t i = 0; i < chart->as.matrix.row_count; i++)
        draw_row(&m, i);
    if (chart->as.matrix.total_name)
        draw_totals(&m);
}

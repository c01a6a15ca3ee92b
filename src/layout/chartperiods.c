#include "layout/chartperiods.h"

#include "layout/style.h"
#include <string.h>

enum value_column { ACTUAL_COLUMN, FORECAST_COLUMN, PLAN_COLUMN, VARIANCE_COLUMN, SIGNAL_COLUMN };
enum { VALUE_COLUMNS = SIGNAL_COLUMN + 1, ROWS_TOGETHER = 8 };

#define TEXT_WIDTH   MM(174)
#define HALF         MM(84) /* two of the grid's column sets */
#define NARROW       MM(66)
#define WIDE         MM(102)
#define GUTTER       MM(6)
#define VALUE_WIDTH  MM(12)
#define COLUMN_GAP   MM(1.6)
#define PERIOD_WIDTH MM(22) /* at least */

/* A period and its values, NULL: none. */
struct entry {
    const char *name;
    const char *values[VALUE_COLUMNS];
    bool signal;
};

struct entries {
    struct entry *items;
    size_t count, split; /* where the second part begins; 0: nowhere */
    bool shown[VALUE_COLUMNS];
    enum chartword heads[VALUE_COLUMNS];
};

/* ---- what there is to tell ------------------------------------------------------------------- */

static const char *label_of(const struct chart_value *value) {
    return value->known ? value->label : NULL;
}

/* The month of a point; count: none. */
static size_t month_of(const struct chart_columns *columns, const struct chart_xmr_point *point) {
    size_t i = 0;
    while (i < columns->count &&
           (!columns->months[i].name || strcmp(columns->months[i].name, point->name) != 0))
        i++;
    return i;
}

/* How many points lie before the first month. */
static size_t earlier_points(const struct chart_columns *columns, const struct chart_xmr *xmr) {
    size_t i = 0;
    while (i < xmr->count && month_of(columns, &xmr->points[i]) == columns->count)
        i++;
    return i;
}

static bool same_label(const struct chart_value *a, const struct chart_value *b) {
    const char *one = label_of(a);
    const char *other = label_of(b);
    return one && other && strcmp(one, other) == 0;
}

bool chartperiods_agree(const struct chart *chart, const struct chart *noise) {
    if ((chart->kind != CHART_COLUMNS && chart->kind != CHART_LINE) || noise->kind != CHART_XMR)
        return false;
    const struct chart_columns *columns = &chart->as.columns;
    const struct chart_xmr *xmr = &noise->as.xmr;
    for (size_t i = 0; i < xmr->count; i++)
        if (!xmr->points[i].name)
            return false;
    const size_t earlier = earlier_points(columns, xmr);
    for (size_t i = earlier; i < xmr->count; i++) {
        const size_t at = month_of(columns, &xmr->points[i]);
        if (at == columns->count || !same_label(&columns->months[at].actual, &xmr->points[i].value))
            return false;
    }
    return earlier < xmr->count;
}

static void read_point(const struct chartwords *words, const struct chart_xmr_point *point,
                       struct entry *entry) {
    entry->name = chart_point_name(point);
    entry->values[ACTUAL_COLUMN] = label_of(&point->value);
    entry->signal = point->signal;
    if (point->value.known)
        entry->values[SIGNAL_COLUMN] =
            words->text[point->signal ? CHARTWORD_IS_SIGNAL : CHARTWORD_IS_NOISE];
}

static struct entries entries_of_xmr(struct arena *arena, const struct chartwords *words,
                                     const struct chart_xmr *xmr) {
    struct entries entries = {
        .items = arena_array(arena, xmr->count, sizeof *entries.items),
        .count = xmr->count,
        .split = xmr->year_split,
        .shown = {[ACTUAL_COLUMN] = true, [SIGNAL_COLUMN] = true},
        .heads = {[ACTUAL_COLUMN] = CHARTWORD_HEAD_VALUE, [SIGNAL_COLUMN] = CHARTWORD_HEAD_SIGNAL}};
    for (size_t i = 0; i < xmr->count; i++)
        read_point(words, &xmr->points[i], &entries.items[i]);
    return entries;
}

static void read_month(const struct chart_month *month, struct entry *entry) {
    entry->name = chart_month_name(month);
    entry->values[ACTUAL_COLUMN] = label_of(&month->actual);
    entry->values[FORECAST_COLUMN] = label_of(&month->forecast);
    entry->values[PLAN_COLUMN] = label_of(&month->plan);
    entry->values[VARIANCE_COLUMN] = month->variance_label;
}

static struct entries entries_of_months(struct arena *arena, const struct chartwords *words,
                                        const struct chart_columns *columns,
                                        const struct chart_xmr *xmr) {
    const size_t earlier = xmr ? earlier_points(columns, xmr) : 0;
    struct entries entries = {
        .items = arena_array(arena, earlier + columns->count, sizeof *entries.items),
        .count = earlier + columns->count,
        .split = earlier + columns->year_split,
        .shown = {true, true, true, true, [SIGNAL_COLUMN] = xmr != NULL},
        .heads = {CHARTWORD_HEAD_ACTUAL, CHARTWORD_HEAD_FORECAST, CHARTWORD_HEAD_PLAN,
                  CHARTWORD_HEAD_VARIANCE, CHARTWORD_HEAD_SIGNAL}};
    for (size_t i = 0; i < columns->count; i++)
        read_month(&columns->months[i], &entries.items[earlier + i]);
    for (size_t i = 0; xmr && i < xmr->count; i++)
        read_point(words, &xmr->points[i],
                   &entries.items[i < earlier ? i : earlier + month_of(columns, &xmr->points[i])]);
    return entries;
}

/* ---- parts -----------------------------------------------------------------------------------
 */

struct part {
    size_t first, end;
    bool shown[VALUE_COLUMNS];
    mp needed;
};

static struct part part_of(const struct entries *entries, size_t first, size_t end) {
    struct part part = {.first = first, .end = end, .needed = PERIOD_WIDTH};
    for (size_t k = 0; k < VALUE_COLUMNS; k++) {
        part.shown[k] = entries->shown[k] && end == entries->count;
        for (size_t i = first; entries->shown[k] && i < end; i++)
            part.shown[k] |= entries->items[i].values[k] != NULL;
        part.needed += part.shown[k] ? VALUE_WIDTH + COLUMN_GAP : 0;
    }
    return part;
}

/* Where the later year begins, unless one part were more than twice as long as the other. */
static size_t split_of(const struct entries *entries) {
    const size_t third = entries->count / 3;
    return entries->split >= third && entries->split <= entries->count - third
               ? entries->split
               : (entries->count + 1) / 2;
}

/* Column sets of the grid, or as much as each needs; false: there is no room for two. */
static bool widths_of(const struct part parts[2], mp widths[2]) {
    const mp most = length_max(parts[0].needed, parts[1].needed);
    const mp least = length_min(parts[0].needed, parts[1].needed);
    const bool first_wider = parts[0].needed > parts[1].needed;
    mp wide = TEXT_WIDTH - GUTTER - least;
    if (most <= HALF)
        wide = HALF;
    else if (most <= WIDE && least <= NARROW)
        wide = WIDE;
    widths[0] = first_wider ? wide : TEXT_WIDTH - GUTTER - wide;
    widths[1] = TEXT_WIDTH - GUTTER - widths[0];
    return most <= wide;
}

/* ---- tables ----------------------------------------------------------------------------------
 */

struct writing {
    struct document *document;
    const struct entries *entries;
    const char *summary;
    const struct chartwords *words;
};

static void write_row(const struct writing *w, struct table_block *table, const struct part *part,
                      const struct entry *entry) {
    struct arena *arena = w->document->arena;
    struct table_row *row = table_row(arena, table, ROW_BODY);
    table_text(arena, row, entry->name ? entry->name : "")->header = true;
    for (size_t k = 0; k < VALUE_COLUMNS; k++) {
        if (!part->shown[k])
            continue;
        struct table_cell *cell = table_text(
            arena, row, entry->values[k] ? entry->values[k] : w->words->text[CHARTWORD_DASH]);
        if (k == SIGNAL_COLUMN)
            cell->style = entry->signal ? STYLE_DENSE_BOLD : STYLE_INHERIT;
        if (!entry->values[k] || (k == SIGNAL_COLUMN && !entry->signal))
            cell->colour = GREY;
    }
}

static void write_part(const struct writing *w, struct block_list *list, const struct part *part) {
    struct arena *arena = w->document->arena;
    struct table_block *table = block_table(w->document, list, w->summary)->table;
    table->head_style = STYLE_DENSE_HEAD;
    table->padding = MM(0.5);
    table_column(arena, table, w->words->text[CHARTWORD_HEAD_PERIOD], ALIGN_LEFT, 0, STYLE_DENSE)
        ->min_width = PERIOD_WIDTH;
    for (size_t k = 0; k < VALUE_COLUMNS; k++)
        if (part->shown[k])
            table_column(arena, table, w->words->text[w->entries->heads[k]], ALIGN_RIGHT,
                         VALUE_WIDTH, STYLE_DENSE);
    for (size_t i = part->first; i < part->end; i++)
        write_row(w, table, part, &w->entries->items[i]);
}

static void write_parts(const struct writing *w, struct block_list *list) {
    const size_t count = w->entries->count;
    const size_t split = split_of(w->entries);
    const struct part parts[2] = {part_of(w->entries, 0, split), part_of(w->entries, split, count)};
    mp widths[2];
    if (count <= ROWS_TOGETHER || !widths_of(parts, widths)) {
        const struct part whole = part_of(w->entries, 0, count);
        write_part(w, list, &whole);
        return;
    }
    struct arena *arena = w->document->arena;
    struct block *columns = block_add(w->document, list, BLOCK_COLUMNS);
    for (size_t i = 0; i < 2; i++) {
        vec_push(arena, &columns->column_widths, widths[i]);
        write_part(w, vec_add(arena, &columns->columns), &parts[i]);
    }
}

/* "Mean 9.5, lower limit 8.9, upper limit 10.0" */
static void write_limits(const struct writing *w, struct block_list *list,
                         const struct chart_xmr *xmr) {
    const struct chart_value *const levels[] = {&xmr->mean, &xmr->lower, &xmr->upper};
    const char *told = NULL;
    for (size_t i = 0; xmr->has_limits && i < sizeof levels / sizeof *levels; i++)
        told = chartwords_join(w->document->arena, w->words, told, label_of(levels[i]));
    if (told)
        block_text(w->document, list, STYLE_KEY, told);
}

void chartperiods_add(struct document *document, struct block_list *list, const struct chart *chart,
                      const struct chart *noise, const char *summary,
                      const struct chartwords *words) {
    const bool alone = chart->kind == CHART_XMR;
    const struct chart_xmr *xmr = alone ? &chart->as.xmr : noise ? &noise->as.xmr : NULL;
    const struct entries entries =
        alone ? entries_of_xmr(document->arena, words, &chart->as.xmr)
              : entries_of_months(document->arena, words, &chart->as.columns, xmr);
    const struct writing w = {document, &entries, summary, words};
    write_parts(&w, list);
    if (xmr)
        write_limits(&w, list, xmr);
}

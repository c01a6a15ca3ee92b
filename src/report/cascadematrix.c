#include "report/cascadematrix.h"

#include "assess/alignment.h"
#include "layout/chartalt.h"
#include "layout/chartmatrix.h"
#include "report/chartwording.h"
#include "report/compose.h"
#include "report/figures.h"
#include "report/subject.h"
#include <string.h>

enum { PORTRAIT_COLUMNS = 22, COLUMNS_MOST = 36, ROWS_MOST = 24, HEAT_MOST = 40, ENDS = 2 };
#define HEAT_CELL MM(21)

static size_t place_of(const struct report *report, const struct unit *unit) {
    return (size_t)(unit - report->plan->units.items);
}

static void collect_objectives(struct report *report, struct cascadematrix *matrix) {
    const struct plan *plan = report->plan;
    matrix->objectives =
        arena_array(report->arena, plan->objectives.count, sizeof *matrix->objectives);
    for (size_t p = 0; p < plan->perspectives.count; p++)
        for (size_t i = 0; i < plan->objectives.count; i++) {
            const struct objective *objective = &plan->objectives.items[i];
            if (objective->unit == matrix->above && objective->state == STATE_ACTIVE &&
                objective->perspective == &plan->perspectives.items[p])
                matrix->objectives[matrix->objective_count++] = objective;
        }
}

struct cascadematrix cascadematrix_of(struct report *report) {
    const struct plan *plan = report->plan;
    struct cascadematrix matrix = {
        .units = arena_array(report->arena, plan->units.count + 1, sizeof *matrix.units)};
    for (size_t i = 0; i < plan->units.count; i++)
        if (plan->units.items[i].parent == report->unit)
            matrix.units[matrix.count++] = &plan->units.items[i];
    matrix.above = matrix.count > 0 ? report->unit : report->unit->parent;
    if (!matrix.above)
        return matrix;
    if (matrix.count == 0)
        matrix.units[matrix.count++] = report->unit;
    collect_objectives(report, &matrix);
    return matrix;
}

bool cascadematrix_wide(const struct cascadematrix *matrix) {
    return matrix->objective_count > PORTRAIT_COLUMNS;
}

static bool shown(const struct cascadematrix *matrix, const struct unit *unit) {
    for (size_t i = 0; i < matrix->count; i++)
        if (matrix->units[i] == unit)
            return true;
    return false;
}

/* Of one kind, or of all if kind is below 0. */
static int links_of(const struct cascadematrix *matrix, const struct unit *unit,
                    const struct objective *above, int kind) {
    int links = 0;
    for (size_t i = 0; i < above->supported_by.count; i++) {
        const struct objective *child = above->supported_by.items[i];
        if (child->state != STATE_ACTIVE ||
            (unit ? child->unit != unit : !shown(matrix, child->unit)))
            continue;
        for (size_t s = 0; s < child->supports.count; s++)
            links += child->supports.items[s].parent == above &&
                     (kind < 0 || child->supports.items[s].kind == (enum link_kind)kind);
    }
    return links;
}

int cascadematrix_links(const struct cascadematrix *matrix, const struct unit *unit,
                        const struct objective *objective) {
    return links_of(matrix, unit, objective, -1);
}

/* ---- cells ----------------------------------------------------------------------------------- */

/* One link: the letter of its kind; several: how many.  The darker, the closer. */
static struct chart_matrix_cell link_cell(struct report *report, const struct cascadematrix *matrix,
                                          const struct unit *unit,
                                          const struct objective *objective) {
    static const struct {
        enum link_kind kind;
        int level;
        const char *key;
    } kinds[] = {{LINK_IDENTICAL, 3, "alignment.letter.identical"},
                 {LINK_CONTRIBUTORY, 2, "alignment.letter.contributory"},
                 {LINK_SHARED, 1, "alignment.letter.shared"}};
    const int links = links_of(matrix, unit, objective, -1);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (links_of(matrix, unit, objective, (int)kinds[i].kind) > 0)
            return (struct chart_matrix_cell){
                .label = links == 1 ? words_text(report->words, kinds[i].key)
                                    : arena_printf(report->arena, "%d", links),
                .level = kinds[i].level};
    return (struct chart_matrix_cell){0};
}

/* "7 of 8" and 88: with all units below. */
static const struct chart_matrix_text *traced_ends(struct report *report, int traced,
                                                   int objectives, bool strong) {
    struct arena *arena = report->arena;
    struct chart_matrix_text *ends = arena_array(arena, ENDS, sizeof *ends);
    struct decimal share;
    const bool known = alignment_share(decimal_of(traced), decimal_of(objectives), &share);
    ends[0] = (struct chart_matrix_text){
        .text = words_fill(arena, report->words, "alignment.of", arena_printf(arena, "%d", traced),
                           arena_printf(arena, "%d", objectives), NULL),
        .strong = strong};
    ends[1] = (struct chart_matrix_text){
        .text = known ? words_number(arena, report->words, share, 0, false)
                      : words_text(report->words, "missing"),
        .strong = true,
        .bad = known && decimal_compare(share, decimal_of(50)) <= 0};
    return ends;
}

/* ---- the matrix ------------------------------------------------------------------------------ */

static void add_groups(struct report *report, struct chart_matrix *chart,
                       const struct objective *const *objectives) {
    struct chart_matrix_group *groups =
        arena_array(report->arena, chart->column_count, sizeof *groups);
    const char **heads = arena_array(report->arena, chart->column_count, sizeof *heads);
    for (size_t i = 0; i < chart->column_count; i++) {
        heads[i] = objectives[i]->id;
        if (i == 0 || objectives[i]->perspective != objectives[i - 1]->perspective)
            groups[chart->group_count++] =
                (struct chart_matrix_group){objectives[i]->perspective->name, 0};
        groups[chart->group_count - 1].columns++;
    }
    chart->groups = groups;
    chart->heads = heads;
}

static void add_totals(struct report *report, struct chart_matrix *chart,
                       const struct cascadematrix *matrix,
                       const struct objective *const *objectives) {
    struct chart_matrix_text *totals =
        arena_array(report->arena, chart->column_count, sizeof *totals);
    for (size_t i = 0; i < chart->column_count; i++) {
        const int links = links_of(matrix, NULL, objectives[i], -1);
        totals[i] = (struct chart_matrix_text){
            .text = arena_printf(report->arena, "%d", links), .strong = true, .bad = links == 0};
    }
    int traced = 0;
    int all = 0;
    for (size_t i = 0; i < matrix->count; i++) {
        const struct alignment_result *result =
            &report->assessment->alignment[place_of(report, matrix->units[i])];
        traced += result->traced;
        all += result->objectives;
    }
    chart->total_name = words_text(report->words, "alignment.links");
    chart->totals = totals;
    chart->total_ends = traced_ends(report, traced, all, true);
}

static void add_rows(struct report *report, struct chart_matrix *chart,
                     const struct cascadematrix *matrix, size_t first_row,
                     const struct objective *const *objectives) {
    struct chart_matrix_row *rows = arena_array(report->arena, chart->row_count, sizeof *rows);
    for (size_t i = 0; i < chart->row_count; i++) {
        const struct unit *unit = matrix->units[first_row + i];
        const struct alignment_result *result =
            &report->assessment->alignment[place_of(report, unit)];
        struct chart_matrix_cell *cells =
            arena_array(report->arena, chart->column_count, sizeof *cells);
        for (size_t k = 0; k < chart->column_count; k++)
            cells[k] = link_cell(report, matrix, unit, objectives[k]);
        rows[i] = (struct chart_matrix_row){
            .name = unit->name,
            .cells = cells,
            .ends = traced_ends(report, result->traced, result->objectives, false)};
    }
    chart->rows = rows;
}

static struct chart *matrix_chart(struct report *report, const struct cascadematrix *matrix,
                                  size_t row, size_t column) {
    static const char *const keys[ENDS] = {"alignment.traced", "alignment.percent"};
    struct chart *chart = arena_alloc(report->arena, sizeof *chart);
    chart->kind = CHART_MATRIX;
    struct chart_matrix *m = &chart->as.matrix;
    const size_t rows = matrix->count - row;
    const size_t columns = matrix->objective_count - column;
    m->row_count = rows < ROWS_MOST ? rows : ROWS_MOST;
    m->column_count = columns < COLUMNS_MOST ? columns : COLUMNS_MOST;
    const char **ends = arena_array(report->arena, ENDS, sizeof *ends);
    for (size_t i = 0; i < ENDS; i++)
        ends[i] = words_text(report->words, keys[i]);
    m->end_heads = ends;
    m->end_count = ENDS;
    const struct objective *const *objectives = matrix->objectives + column;
    add_groups(report, m, objectives);
    add_rows(report, m, matrix, row, objectives);
    if (row + m->row_count == matrix->count && matrix->above == report->unit)
        add_totals(report, m, matrix, objectives);
    chart->height = chartmatrix_height(m);
    return chart;
}

static void add_chart(struct report *report, struct section *section, struct chart *chart,
                      const char *name, const char *note, const char *key) {
    const struct chartwords spoken = chartwording(report->words);
    chart->alt = chartalt_text(report->arena, chart, name, &spoken);
    struct block *block = block_add(report->document, &section->blocks, BLOCK_CHART);
    block->chart = chart;
    content_styled(report->arena, &block->content, STYLE_CAPTION_NAME, INK, name);
    content_styled(report->arena, &block->content, STYLE_CAPTION, GREY, note);
    figures_add(report, block,
                (struct charttable){.name = name, .about = note + strspn(note, " "), .note = key});
}

void cascadematrix_add(struct report *report, struct section *section,
                       const struct cascadematrix *matrix) {
    const struct words *words = report->words;
    if (!matrix->above || matrix->objective_count == 0) {
        compose_none(report, &section->blocks, "alignment.no-units");
        return;
    }
    const char *name =
        words_fill(report->arena, words, "alignment.matrix", matrix->above->name, NULL);
    const char *key = words_text(words, "alignment.matrix.key");
    for (size_t row = 0; row < matrix->count; row += ROWS_MOST)
        for (size_t column = 0; column < matrix->objective_count; column += COLUMNS_MOST)
            add_chart(report, section, matrix_chart(report, matrix, row, column), name,
                      words_text(words, "alignment.matrix.note"), key);
    block_text(report->document, &section->blocks, STYLE_KEY, key);
}

/* ---- how the units stand --------------------------------------------------------------------- */

struct heat {
    const struct unit **units;
    size_t count, left_out;
    const struct perspective **perspectives;
    size_t perspective_count;
};

static bool has_results(const struct report *report, const struct unit *unit) {
    return report->assessment->units[place_of(report, unit)].status != STATUS_NOT_APPLICABLE;
}

/* The unit with all units below it; of very many only those directly below. */
static void collect_units(struct report *report, struct heat *heat) {
    const struct plan *plan = report->plan;
    size_t within = 0;
    for (size_t i = 0; i < plan->units.count; i++)
        within += subject_within(report, &plan->units.items[i]);
    for (size_t i = 0; i < plan->units.count; i++) {
        const struct unit *unit = &plan->units.items[i];
        if (!subject_within(report, unit) || !has_results(report, unit))
            continue;
        const bool near = unit == report->unit || unit->parent == report->unit;
        if (heat->count < HEAT_MOST && (near || within <= HEAT_MOST))
            heat->units[heat->count++] = unit;
        else
            heat->left_out++;
    }
}

static struct heat heat_of(struct report *report) {
    const struct plan *plan = report->plan;
    struct heat heat = {.units = arena_array(report->arena, plan->units.count, sizeof *heat.units),
                        .perspectives = arena_array(report->arena, plan->perspectives.count,
                                                    sizeof *heat.perspectives)};
    collect_units(report, &heat);
    for (size_t p = 0; p < plan->perspectives.count; p++) {
        bool any = false;
        for (size_t i = 0; i < heat.count; i++)
            any |= assess_perspective(report->assessment, heat.units[i],
                                      &plan->perspectives.items[p]) != NULL;
        if (any)
            heat.perspectives[heat.perspective_count++] = &plan->perspectives.items[p];
    }
    return heat;
}

static struct chart_matrix_cell status_cell(struct report *report,
                                            const struct group_result *result) {
    if (!result || result->status == STATUS_NOT_APPLICABLE)
        return (struct chart_matrix_cell){0};
    return (struct chart_matrix_cell){.label = compose_score(report, result->score),
                                      .mark = compose_mark(result->status),
                                      .word = compose_status_word(report, result->status)};
}

static struct chart *heat_chart(struct report *report, const struct heat *heat, size_t first) {
    struct arena *arena = report->arena;
    struct chart *chart = arena_alloc(arena, sizeof *chart);
    chart->kind = CHART_MATRIX;
    struct chart_matrix *m = &chart->as.matrix;
    const size_t left = heat->count - first;
    m->row_count = left < ROWS_MOST ? left : ROWS_MOST;
    m->column_count = heat->perspective_count + 1;
    m->cell_most = HEAT_CELL;
    m->head_lines = 3;
    const char **heads = arena_array(arena, m->column_count, sizeof *heads);
    heads[0] = words_text(report->words, "alignment.overall");
    for (size_t p = 0; p < heat->perspective_count; p++)
        heads[p + 1] = heat->perspectives[p]->name;
    m->heads = heads;
    struct chart_matrix_row *rows = arena_array(arena, m->row_count, sizeof *rows);
    for (size_t i = 0; i < m->row_count; i++) {
        const struct unit *unit = heat->units[first + i];
        struct chart_matrix_cell *cells = arena_array(arena, m->column_count, sizeof *cells);
        cells[0] = status_cell(report, assess_unit(report->assessment, unit));
        for (size_t p = 0; p < heat->perspective_count; p++)
            cells[p + 1] = status_cell(
                report, assess_perspective(report->assessment, unit, heat->perspectives[p]));
        rows[i] = (struct chart_matrix_row){.name = unit->name, .cells = cells};
    }
    m->rows = rows;
    chart->height = chartmatrix_height(m);
    return chart;
}

void cascadematrix_heat(struct report *report, struct section *section) {
    const struct heat heat = heat_of(report);
    const struct words *words = report->words;
    if (heat.count < 2)
        return;
    for (size_t first = 0; first < heat.count; first += ROWS_MOST)
        add_chart(report, section, heat_chart(report, &heat, first),
                  words_text(words, "alignment.heat"), words_text(words, "alignment.heat.note"),
                  NULL);
    if (heat.left_out > 0)
        block_text(report->document, &section->blocks, STYLE_KEY,
                   words_fill(report->arena, words, "alignment.heat.more",
                              arena_printf(report->arena, "%zu", heat.left_out), NULL));
}

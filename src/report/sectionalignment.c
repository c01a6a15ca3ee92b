/* Alignment: how far units, money and people follow the strategy, beside what research found. */
#include "assess/alignment.h"
#include "layout/chartalt.h"
#include "report/cascadematrix.h"
#include "report/chartwording.h"
#include "report/compose.h"
#include "report/namedlist.h"
#include "report/section.h"
#include "report/subject.h"
#include <string.h>

#define RATE_WIDTH MM(56)
enum { MISSING_SHOWN = 8, UNSUPPORTED_SHOWN = 16 };
#define GAPS_WIDTH MM(84)

/* A part of a whole in percent, if there is a whole. */
struct share {
    bool known;
    struct decimal percent;
};

static struct share share_of(bool has, struct decimal part, struct decimal whole) {
    struct share share = {.known = has};
    share.known = has && alignment_share(part, whole, &share.percent);
    return share;
}

static const struct alignment_result *result_of(const struct report *report,
                                                const struct unit *unit) {
    return &report->assessment->alignment[unit - report->plan->units.items];
}

/* ---- beside the base rates ------------------------------------------------------------------- */

static bool traced(const struct objective *objective) {
    for (size_t i = 0; i < objective->supports.count; i++)
        if (objective->supports.items[i].parent->state == STATE_ACTIVE)
            return true;
    return false;
}

/* Of the objectives of support units, those that lead to one of the unit above. */
static struct share support_units(const struct report *report) {
    int all = 0;
    int found = 0;
    for (size_t i = 0; i < report->plan->objectives.count; i++) {
        const struct objective *objective = &report->plan->objectives.items[i];
        if (objective->state != STATE_ACTIVE || objective->unit->kind != UNIT_SUPPORT ||
            !objective->unit->parent || !subject_within(report, objective->unit))
            continue;
        all++;
        found += traced(objective);
    }
    return share_of(all > 0, decimal_of(found), decimal_of(all));
}

/* Of the units whose executives' hours are known, those with an hour a month or more. */
static struct share one_hour(const struct report *report) {
    int all = 0;
    int found = 0;
    for (size_t i = 0; i < report->plan->units.count; i++) {
        const struct alignment_result *result = &report->assessment->alignment[i];
        if (!result->has_hours || !subject_within(report, result->unit))
            continue;
        all++;
        found += decimal_compare(result->hours, decimal_of(1)) >= 0;
    }
    return share_of(all > 0, decimal_of(found), decimal_of(all));
}

/* A row of the table; rate NULL: nothing was published. */
struct row {
    const char *key, *rate;
    struct share own;
};
enum { ROWS = 8 };

static void own_shares(const struct report *report, struct row rows[ROWS]) {
    const struct alignment_result *r = result_of(report, report->unit);
    const struct share incentives = share_of(r->has_incentives, r->incentives, r->incentives_of);
    const struct row all[ROWS] = {
        {"alignment.own.units", "units", support_units(report)},
        {"alignment.own.budget", "budget", share_of(r->has_budget, r->linked, r->budget)},
        {"alignment.own.incentives", "incentives-managers", incentives},
        {"alignment.own.incentives.more", "incentives-front-line", incentives},
        {"alignment.own.aware", "aware", share_of(r->has_aware, r->aware, r->aware_of)},
        {"alignment.own.hours", "hours-under-one", one_hour(report)},
        {"alignment.own.goals", NULL, share_of(r->has_goals, r->goals, r->goals_of)},
        {"alignment.own.plans", NULL, share_of(r->has_plans, r->plans, r->plans_of)}};
    memcpy(rows, all, sizeof all);
}

/* Base rates are published as the share that is not linked. */
static struct chart_value base_value(const struct report *report,
                                     const struct alignment_rate *rate) {
    struct decimal linked;
    if (!rate || !decimal_sub(decimal_of(100), rate->percent, &linked))
        return (struct chart_value){0};
    const char *text = words_number(report->arena, report->words, linked, 0, false);
    if (rate->at_least)
        text = words_fill(report->arena, report->words, "less-than", text, NULL);
    return (struct chart_value){true, decimal_double(linked), text};
}

static void rate_cell(struct report *report, struct table_row *row, const struct row *data) {
    struct chart *chart = arena_alloc(report->arena, sizeof *chart);
    chart->kind = CHART_RATE;
    chart->width = RATE_WIDTH;
    chart->height = MM(5.2);
    struct chart_value own = {data->own.known, decimal_double(data->own.percent), NULL};
    own.label = data->own.known
                    ? words_number(report->arena, report->words, data->own.percent, 0, false)
                    : words_text(report->words, "missing");
    chart->as.rate = (struct chart_rate){
        .own = own,
        .base = base_value(report, data->rate ? alignment_rate(data->rate) : NULL),
        .most = 100,
        .widest = words_number(report->arena, report->words, decimal_of(100), 0, false)};
    const struct chartwords spoken = chartwording(report->words);
    chart->alt = chartalt_text(report->arena, chart, words_text(report->words, data->key), &spoken);
    table_chart(report->arena, row, chart);
}

/* "60 % of organizations do not link their budget" */
static const char *rate_words(struct report *report, const char *key) {
    if (!key)
        return words_text(report->words, "alignment.rate.none");
    const struct alignment_rate *rate = alignment_rate(key);
    return words_fill(report->arena, report->words,
                      arena_printf(report->arena, "alignment.rate.%s", key),
                      words_number(report->arena, report->words, rate->percent, 0, false), NULL);
}

static void rates(struct report *report, struct section *section) {
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    struct row rows[ROWS];
    own_shares(report, rows);
    struct block_list *list = &block_add(report->document, &section->blocks, BLOCK_KEEP)->children;
    block_heading(report->document, list, words_text(words, "alignment.rates"),
                  words_text(words, "alignment.rates.note"));
    struct table_block *table =
        block_table(report->document, list, words_text(words, "alignment.rates.summary"))->table;
    table->padding = MM(0.6);
    table_column(arena, table, words_text(words, "alignment.share"), ALIGN_LEFT, MM(50),
                 STYLE_TABLE);
    table_column(arena, table, words_text(words, "alignment.bars"), ALIGN_LEFT, RATE_WIDTH,
                 STYLE_TABLE);
    table_column(arena, table, words_text(words, "alignment.published"), ALIGN_LEFT, 0,
                 STYLE_TABLE_GREY);
    for (size_t i = 0; i < ROWS; i++) {
        struct table_row *row = table_row(arena, table, ROW_BODY);
        table_text(arena, row, words_text(words, rows[i].key))->header = true;
        rate_cell(report, row, &rows[i]);
        table_text(arena, row, rate_words(report, rows[i].rate));
    }
    const struct alignment_result *r = result_of(report, report->unit);
    block_text(report->document, list, STYLE_KEY,
               words_fill(arena, words, "alignment.source", alignment_source(),
                          period_set(r->counted) ? words_period(arena, words, r->counted,
                                                                &report->plan->organization.fiscal)
                                                 : words_text(words, "missing"),
                          NULL));
}

/* ---- by unit --------------------------------------------------------------------------------- */

static void share_cell(struct report *report, struct table_row *row, struct share share) {
    table_text(report->arena, row,
               share.known ? words_number(report->arena, report->words, share.percent, 0, false)
                           : words_text(report->words, "missing"));
}

static void unit_row(struct report *report, struct table_block *table, const struct unit *unit,
                     enum row_kind kind) {
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    const struct alignment_result *r = result_of(report, unit);
    const char *missing = words_text(words, "missing");
    struct table_row *row = table_row(arena, table, kind);
    struct table_cell *name =
        table_text(arena, row,
                   kind == ROW_TOTAL ? words_fill(arena, words, "alignment.whole", unit->name, NULL)
                                     : unit->name);
    name->header = true;
    table_text(arena, row, r->has_budget ? compose_in_millions(report, r->budget) : missing);
    share_cell(report, row, share_of(r->has_budget, r->linked, r->budget));
    table_text(arena, row,
               r->has_headcount ? words_number(arena, words, r->headcount, 0, false) : missing);
    share_cell(report, row, share_of(r->has_goals, r->goals, r->goals_of));
    share_cell(report, row, share_of(r->has_incentives, r->incentives, r->incentives_of));
    share_cell(report, row, share_of(r->has_plans, r->plans, r->plans_of));
    share_cell(report, row, share_of(r->has_aware, r->aware, r->aware_of));
    table_text(arena, row, r->has_hours ? words_number(arena, words, r->hours, 1, false) : missing);
    if (kind != ROW_TOTAL)
        return;
    for (size_t i = 0; i < row->cells.count; i++)
        row->cells.items[i].style = STYLE_TABLE_BOLD;
}

static bool tells(const struct alignment_result *r) {
    return r->has_budget || r->has_headcount || r->has_hours;
}

static void by_unit(struct report *report, struct section *section) {
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    static const char *const keys[] = {"alignment.column.linked", "alignment.column.people",
                                       "alignment.column.goals",  "alignment.column.incentives",
                                       "alignment.column.plans",  "alignment.column.aware",
                                       "alignment.column.hours"};
    block_heading(report->document, &section->blocks, words_text(words, "alignment.units"),
                  words_text(words, "alignment.units.note"));
    struct table_block *table = block_table(report->document, &section->blocks,
                                            words_text(words, "alignment.units.summary"))
                                    ->table;
    table->continued = words_text(words, "continued");
    table->padding = MM(0.7);
    table_column(arena, table, words_text(words, "alignment.unit"), ALIGN_LEFT, 0, STYLE_TABLE);
    table_column(arena, table,
                 words_fill(arena, words, "alignment.column.budget",
                            report->plan->organization.currency, NULL),
                 ALIGN_RIGHT, MM(16), STYLE_TABLE);
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        table_column(arena, table, words_text(words, keys[i]), ALIGN_RIGHT, MM(14), STYLE_TABLE);
    for (size_t i = 0; i < report->plan->units.count; i++) {
        const struct unit *unit = &report->plan->units.items[i];
        if (unit->parent == report->unit && tells(result_of(report, unit)))
            unit_row(report, table, unit, ROW_BODY);
    }
    unit_row(report, table, report->unit, ROW_TOTAL);
}

/* ---- where a link is missing ----------------------------------------------------------------- */

/* Of the things that lack a link only the first stand on the page. */
struct gaps {
    struct block_list *list;
    size_t most, count;
};

static void point(struct report *report, struct gaps *gaps, const char *id, const char *text) {
    if (++gaps->count <= gaps->most)
        namedlist_point(report, gaps->list, id, text);
}

static void closing(struct report *report, const struct gaps *gaps, const char *none) {
    if (gaps->count > 0 && gaps->count <= gaps->most)
        return;
    namedlist_quiet(report, gaps->list,
                    gaps->count == 0
                        ? words_text(report->words, none)
                        : words_fill(report->arena, report->words, "alignment.more",
                                     arena_printf(report->arena, "%zu", gaps->count - gaps->most),
                                     NULL));
}

static void unsupported(struct report *report, struct block *columns,
                        const struct cascadematrix *matrix) {
    struct gaps gaps = {
        namedlist_column(report, columns, GAPS_WIDTH, "alignment.unsupported", NULL),
        UNSUPPORTED_SHOWN, 0};
    for (size_t i = 0; i < matrix->objective_count; i++)
        if (cascadematrix_links(matrix, NULL, matrix->objectives[i]) == 0)
            point(report, &gaps, matrix->objectives[i]->id, matrix->objectives[i]->name);
    closing(report, &gaps, "alignment.unsupported.none");
}

static void untraced(struct report *report, struct block_list *list) {
    struct gaps gaps = {list, MISSING_SHOWN, 0};
    block_heading(report->document, list, words_text(report->words, "alignment.untraced"), NULL);
    for (size_t i = 0; i < report->plan->objectives.count; i++) {
        const struct objective *objective = &report->plan->objectives.items[i];
        if (objective->state != STATE_ACTIVE || !objective->unit->parent ||
            !subject_within(report, objective->unit) || traced(objective))
            continue;
        point(report, &gaps, objective->id, objective->name);
    }
    closing(report, &gaps, "alignment.untraced.none");
}

static struct block_list *unlinked(struct report *report, struct block *columns) {
    struct arena *arena = report->arena;
    const struct plan *plan = report->plan;
    struct gaps gaps = {namedlist_column(report, columns, GAPS_WIDTH, "alignment.unlinked", NULL),
                        MISSING_SHOWN, 0};
    const struct budget_line **lines = arena_array(arena, plan->budget_lines.count, sizeof *lines);
    size_t count = 0;
    for (size_t i = 0; i < plan->budget_lines.count; i++) {
        const struct budget_line *line = &plan->budget_lines.items[i];
        if (*line->linked_id || !subject_within(report, line->unit))
            continue;
        size_t at = count++;
        for (; at > 0 && decimal_compare(line->amount, lines[at - 1]->amount) > 0; at--)
            lines[at] = lines[at - 1];
        lines[at] = line;
    }
    for (size_t i = 0; i < count; i++)
        point(report, &gaps, lines[i]->id,
              words_fill(arena, report->words, "alignment.line", lines[i]->name,
                         compose_millions(report, lines[i]->amount), NULL));
    closing(report, &gaps,
            plan->budget_lines.count > 0 ? "alignment.unlinked.none" : "alignment.no-budget");
    return gaps.list;
}

/* ---- the message ----------------------------------------------------------------------------- */

static const char *alignment_title(struct report *report) {
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    const struct alignment_result *r = result_of(report, report->unit);
    const struct share budget = share_of(r->has_budget, r->linked, r->budget);
    const char *key = r->objectives == 0
                          ? budget.known ? "alignment.title.budget" : "alignment.title.unknown"
                      : r->traced == r->objectives
                          ? budget.known ? "alignment.title.all.budget" : "alignment.title.all"
                      : budget.known ? "alignment.title.some.budget"
                                     : "alignment.title.some";
    return words_fill(arena, words, key, arena_printf(arena, "%d", r->traced),
                      arena_printf(arena, "%d", r->objectives),
                      budget.known ? words_number(arena, words, budget.percent, 0, false) : "",
                      NULL);
}

static bool nothing(const struct report *report, const struct cascadematrix *matrix) {
    return (!matrix->above || matrix->objective_count == 0) &&
           !tells(result_of(report, report->unit));
}

SECTION(alignment) {
    struct section *section = compose_section(report, template);
    const struct cascadematrix matrix = cascadematrix_of(report);
    if (nothing(report, &matrix)) {
        subject_quiet(report, section, "alignment.none");
        return;
    }
    if (cascadematrix_wide(&matrix))
        section->orientation = LANDSCAPE;
    block_title(
        report->document, &section->blocks, alignment_title(report),
        words_fill(report->arena, report->words, "alignment.subtitle",
                   arena_printf(report->arena, "%zu", report->unit->parent ? 0 : matrix.count),
                   words_date(report->arena, report->words, report->assessment->as_of), NULL));
    cascadematrix_add(report, section, &matrix);
    block_gap(report->document, &section->blocks, 2 * UNIT_U);
    cascadematrix_heat(report, section);
    if (report->terse < 2)
        by_unit(report, section);
    rates(report, section);
    if (report->terse > 0)
        return;
    struct block *columns = block_add(report->document, &section->blocks, BLOCK_COLUMNS);
    const bool all = matrix.above == report->unit; /* one unit alone need not support everything */
    if (all)
        unsupported(report, columns, &matrix);
    struct block_list *list = unlinked(report, columns);
    if (!all) { /* else below it: the left column is long */
        list = vec_add(report->arena, &columns->columns);
        vec_push(report->arena, &columns->column_widths, GAPS_WIDTH);
    }
    untraced(report, list);
}

/* One-page scorecard: perspective, objective, measure, with every figure that judges them. */
#include "report/compose.h"
#include "report/scorecardcolumns.h"
#include "report/section.h"

#define ROW_LEAST    MM(3.9)
#define ROW_MOST     MM(4.9)
#define TABLE_HEIGHT MM(156)
#define HEAD_HEIGHT  MM(7)
#define TWO_LINES    MM(7.2)
enum { DROPPED_LANDSCAPE = 5, DROPPED_UPRIGHT = 8 };
enum { SCORECARD_MOST = 64, ROWS_FEW = 12 /* no more fill half an upright page */ };

/* What the template chooses, or all there is. */
struct choice {
    const struct scorecard_column *columns[SCORECARD_MOST];
    size_t count;
    enum scorecard_level finest; /* what a row is about */
};

static size_t rows_of(const struct choice *choice, const struct objective *objective) {
    return choice->finest == LEVEL_MEASURE && objective->measures.count > 0
               ? objective->measures.count
               : 1;
}

static size_t rows_in(const struct report *report, const struct choice *choice,
                      const struct perspective *perspective) {
    size_t rows = 0;
    for (size_t i = 0; i < report->plan->objectives.count; i++) {
        const struct objective *objective = &report->plan->objectives.items[i];
        if (compose_objective_here(report, objective) && objective->perspective == perspective)
            rows += rows_of(choice, objective);
    }
    return choice->finest == LEVEL_PERSPECTIVE && rows > 0 ? 1 : rows;
}

static struct choice chosen(const struct template_section *template) {
    struct choice choice = {.finest = LEVEL_PERSPECTIVE};
    for (size_t i = 0; i < template->columns.count && choice.count < SCORECARD_MOST; i++)
        choice.columns[choice.count++] = scorecardcolumns_named(template->columns.items[i]);
    for (const struct scorecard_column *column = scorecardcolumns_all();
         template->columns.count == 0 && column->name; column++)
        choice.columns[choice.count++] = column;
    for (size_t i = 0; i < choice.count; i++)
        if (choice.columns[i]->level > choice.finest)
            choice.finest = choice.columns[i]->level;
    return choice;
}

/* Columns go where there is too little room, and those of `most` at most: what a landscape page
 * would rather break than do without goes on an upright one.  Those a template has asked for stay.
 */
static void columns(struct report *report, struct table_block *table, const struct choice *choice,
                    unsigned most) {
    table->head_style = STYLE_DENSE_HEAD;
    table->padding = MM(0.25);
    table->row_most = ROW_MOST;
    for (size_t i = 0; i < choice->count; i++) {
        choice->columns[i]->head(report, table);
        table->columns.items[table->columns.count - 1].drop =
            choice->columns[i]->drop <= most ? choice->columns[i]->drop : 0;
    }
    table->fit_height = TABLE_HEIGHT;
}

/* Says so over all columns that would tell of a measure. */
static void no_measure(struct report *report, struct table_row *row, const struct choice *choice,
                       size_t from) {
    struct table_cell *cell =
        table_text(report->arena, row, words_text(report->words, "scorecard.no-measure"));
    cell->style = STYLE_DENSE_GREY;
    cell->column_span = 0;
    for (size_t i = from; i < choice->count && choice->columns[i]->level == LEVEL_MEASURE; i++)
        cell->column_span += (unsigned)choice->columns[i]->width;
}

static void cells(struct report *report, struct table_row *row, const struct choice *choice,
                  const struct scorecard_subject *subject, unsigned perspective_rows, bool first) {
    const unsigned span = (unsigned)rows_of(choice, subject->objective);
    for (size_t i = 0; i < choice->count; i++) {
        const struct scorecard_column *column = choice->columns[i];
        const enum scorecard_level before =
            i > 0 ? choice->columns[i - 1]->level : LEVEL_PERSPECTIVE;
        if (column->level == LEVEL_PERSPECTIVE) {
            if (perspective_rows > 0 && first)
                column->cell(report, row, subject, perspective_rows);
        } else if (column->level == LEVEL_OBJECTIVE) {
            if (first)
                column->cell(report, row, subject, span);
        } else if (subject->measure) {
            column->cell(report, row, subject, 1);
        } else if (before != LEVEL_MEASURE) {
            no_measure(report, row, choice, i);
        }
    }
}

static void objective_rows(struct report *report, struct table_block *table,
                           const struct choice *choice, struct scorecard_subject subject,
                           size_t block_rows, bool last) {
    const struct objective *objective = subject.objective;
    size_t rows = rows_of(choice, objective);
    for (size_t i = 0; i < rows; i++) {
        struct table_row *row = table_row(report->arena, table, ROW_BODY);
        row->min_height = ROW_LEAST;
        row->rule = i + 1 < rows ? RULE_HAIRLINE : last ? RULE_STRONG : RULE_OBJECTIVE;
        subject.measure = objective->measures.count > 0 ? objective->measures.items[i] : NULL;
        cells(report, row, choice, &subject, (unsigned)block_rows, i == 0);
    }
}

static void perspective_rows(struct report *report, struct table_block *table,
                             const struct choice *choice, size_t index) {
    struct scorecard_subject subject = {.perspective = &report->plan->perspectives.items[index],
                                        .order = (int)index};
    const size_t rows = rows_in(report, choice, subject.perspective);
    size_t done = 0;
    for (size_t i = 0; done < rows; i++) {
        subject.objective = &report->plan->objectives.items[i];
        if (!compose_objective_here(report, subject.objective) ||
            subject.objective->perspective != subject.perspective)
            continue;
        size_t here = rows_of(choice, subject.objective);
        objective_rows(report, table, choice, subject, done == 0 ? rows : 0, done + here == rows);
        done += here;
    }
}

static void key(struct report *report, struct section *section) {
    static const enum status order[] = {STATUS_EXCEEDS, STATUS_GREEN, STATUS_AMBER, STATUS_RED,
                                        STATUS_NO_DATA};
    struct arena *arena = report->arena;
    struct block *block = block_add(report->document, &section->blocks, BLOCK_TEXT);
    block->style = STYLE_DENSE_KEY;
    for (size_t i = 0; i < sizeof order / sizeof order[0]; i++) {
        enum mark mark = compose_mark(order[i]);
        content_mark(arena, &block->content, mark, mark_letter(mark), NULL);
        content_text(arena, &block->content,
                     arena_printf(arena, "\u00a0%s  ", compose_status_word(report, order[i])));
    }
    static const enum goodness trends[] = {GOODNESS_IMPROVING, GOODNESS_STEADY, GOODNESS_WORSENING};
    content_text(arena, &block->content, words_text(report->words, "scorecard.key.trend"));
    for (size_t i = 0; i < sizeof trends / sizeof trends[0]; i++) {
        content_text(arena, &block->content, " ");
        content_trend(arena, &block->content, compose_trend(trends[i]), NULL);
        content_text(arena, &block->content,
                     arena_printf(arena, "\u00a0%s ", compose_goodness_word(report, trends[i])));
    }
    content_text(arena, &block->content,
                 arena_printf(arena, "  %s", words_text(report->words, "scorecard.key")));
}

/* The perspective with the lowest score; NULL if there are not two to compare. */
static const struct group_result *weakest(const struct report *report) {
    const struct group_result *lowest = NULL;
    int scored = 0;
    for (size_t i = 0; i < report->plan->perspectives.count; i++) {
        const struct group_result *result = assess_perspective(
            report->assessment, report->unit, &report->plan->perspectives.items[i]);
        if (!result || !result->score.exact)
            continue;
        scored++;
        if (!lowest || rational_compare(result->score.exact, lowest->score.exact) < 0)
            lowest = result;
    }
    return scored > 1 ? lowest : NULL;
}

static const char *scorecard_title(struct report *report) {
    int counts[5];
    compose_tally(report, report->assessment, counts);
    int total = counts[0] + counts[1] + counts[2] + counts[3] + counts[4];
    struct arena *arena = report->arena;
    const char *plain = compose_plain_title(report, counts);
    if (plain)
        return plain;
    const struct group_result *low = report->filter ? NULL : weakest(report);
    if (low && counts[3] + counts[2] > 0)
        return words_fill(
            arena, report->words, "scorecard.title.weakest", low->perspective->name,
            compose_score(report, low->score),
            compose_score(report, assess_unit(report->assessment, report->unit)->score), NULL);
    const char *name = counts[3] > 0   ? "scorecard.title.red"
                       : counts[2] > 0 ? "scorecard.title"
                                       : "scorecard.title.green";
    return words_fill(arena, report->words, name,
                      words_count(arena, report->words, counts[3], true),
                      arena_printf(arena, "%d", counts[3]), arena_printf(arena, "%d", total),
                      words_count(arena, report->words, counts[2], false),
                      arena_printf(arena, "%d", counts[2]), NULL);
}

static const char *scorecard_subtitle(struct report *report) {
    const struct group_result *whole =
        filter_group(report->filter, report->assessment, report->unit);
    int measures = 0;
    for (size_t i = 0; i < report->plan->measures.count; i++)
        measures += compose_measure_here(report, &report->plan->measures.items[i]);
    if (!whole)
        return words_fill(report->arena, report->words, "scorecard.subtitle.part",
                          arena_printf(report->arena, "%d", measures),
                          report->document->frame.period, compose_fiscal_year(report), NULL);
    return words_fill(report->arena, report->words, "scorecard.subtitle",
                      arena_printf(report->arena, "%d", measures), report->document->frame.period,
                      compose_score(report, whole->score), compose_percent(report, whole->coverage),
                      compose_fiscal_year(report), NULL);
}

static struct table_block *start_table(struct report *report, struct section *section,
                                       const struct template_section *template,
                                       const struct choice *choice, size_t rows) {
    struct table_block *table = block_table(report->document, &section->blocks,
                                            words_text(report->words, "scorecard.summary"))
                                    ->table;
    const bool upright = template->fitted && section->orientation == PORTRAIT;
    table->continued = words_text(report->words, "continued");
    columns(report, table, choice,
            template->columns.count > 0 ? 0
            : upright                   ? DROPPED_UPRIGHT
                                        : DROPPED_LANDSCAPE);
    if (upright)
        table->fit_height = HEAD_HEIGHT + (mp)rows * TWO_LINES; /* rather fewer columns than rows */
    return table;
}

SECTION(scorecard) {
    struct section *section = compose_section(report, template);
    block_title(report->document, &section->blocks, scorecard_title(report),
                scorecard_subtitle(report));
    const struct choice choice = chosen(template);
    size_t rows = 0;
    for (size_t i = 0; i < report->plan->perspectives.count; i++)
        rows += rows_in(report, &choice, &report->plan->perspectives.items[i]);
    if (rows == 0) {
        compose_none(report, &section->blocks, "scorecard.none");
        return;
    }
    if (template->fitted && rows <= ROWS_FEW)
        section->orientation = PORTRAIT;
    struct table_block *table = start_table(report, section, template, &choice, rows);
    for (size_t i = 0; i < report->plan->perspectives.count; i++)
        if (rows_in(report, &choice, &report->plan->perspectives.items[i]) > 0)
            perspective_rows(report, table, &choice, i);
    key(report, section);
}

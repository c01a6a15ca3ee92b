/* Basis of preparation: options, rules, data quality, sources: what stands behind each colour. */
#include "report/compose.h"
#include "report/optionwording.h"
#include "report/section.h"

enum { RULES = 9 };

static void options(struct report *report, struct block_list *list) {
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    const struct settings *settings = &report->plan->settings;
    block_heading(report->document, list, words_text(words, "basis.options"),
                  words_text(words, "basis.options.note"));
    struct table_block *table =
        block_table(report->document, list, words_text(words, "basis.options.summary"))->table;
    table->padding = MM(0.5);
    table_column(arena, table, words_text(words, "basis.option"), ALIGN_LEFT, MM(36), STYLE_TABLE);
    table_column(arena, table, words_text(words, "basis.value"), ALIGN_LEFT, 0, STYLE_TABLE);
    for (int i = 0; i < OPTION_COUNT; i++) {
        enum plan_option option = (enum plan_option)i;
        if (option == OPTION_CARRY && settings->missing != MISSING_CARRY)
            continue; /* without effect */
        struct table_row *row = table_row(arena, table, ROW_BODY);
        table_text(arena, row, optionwording_name(words, option))->header = true;
        struct table_cell *cell =
            table_text(arena, row, optionwording_value(arena, words, settings, option));
        if (settings->changed[i])
            cell->style = STYLE_TABLE_BOLD;
    }
    for (int i = 0; i < CONVENTION_COUNT; i++) {
        enum convention convention = (enum convention)i;
        struct table_row *row = table_row(arena, table, ROW_BODY);
        table_text(arena, row, optionwording_convention(words, convention))->header = true;
        table_text(arena, row,
                   optionwording_convention_value(arena, words, report->plan, convention));
    }
}

static void rule(struct report *report, struct block_list *list, int number) {
    struct arena *arena = report->arena;
    struct block *block = block_add(report->document, list, BLOCK_TEXT);
    block->style = STYLE_NOTES;
    content_styled(arena, &block->content, STYLE_BODY_BOLD, NAVY,
                   arena_printf(arena, "%d\u2002", number));
    content_styled(arena, &block->content, STYLE_BODY_BOLD, INK,
                   words_text(report->words, arena_printf(arena, "basis.rule.%d.name", number)));
    content_text(
        arena, &block->content,
        arena_printf(arena, " %s",
                     words_text(report->words, arena_printf(arena, "basis.rule.%d", number))));
}

static void rules(struct report *report, struct section *section) {
    block_heading(report->document, &section->blocks, words_text(report->words, "basis.rules"),
                  words_text(report->words, "basis.rules.note"));
    struct block *columns = block_add(report->document, &section->blocks, BLOCK_BALANCED);
    for (int i = 1; i <= RULES; i++)
        rule(report, &block_add(report->document, &columns->children, BLOCK_KEEP)->children, i);
}

struct quality {
    int measures, without_value, defaults, carried, restated, uncommented;
};

static struct quality quality_of(const struct report *report) {
    struct quality quality = {0};
    for (size_t i = 0; i < report->plan->measures.count; i++) {
        const struct measure_result *result = &report->assessment->measures[i];
        if (!compose_measure_here(report, result->measure))
            continue;
        quality.measures++;
        quality.without_value += result->status == STATUS_NO_DATA || result->status == STATUS_STALE;
        quality.carried += period_set(result->carried);
        quality.defaults += result->thresholds.known && result->thresholds.red_default;
        quality.uncommented +=
            result->status == STATUS_RED &&
            !plan_commentary(report->plan, result->measure->id, report->assessment->period);
        for (size_t v = 0; v < result->measure->series[SERIES_ACTUAL].count; v++)
            quality.restated += result->measure->series[SERIES_ACTUAL].items[v].restated;
    }
    return quality;
}

static void quality_row(struct report *report, struct table_block *table, const char *key,
                        int count) {
    struct table_row *row = table_row(report->arena, table, ROW_BODY);
    table_text(report->arena, row, words_text(report->words, key))->header = true;
    table_text(report->arena, row, arena_printf(report->arena, "%d", count));
}

static void data_quality(struct report *report, struct block_list *list) {
    struct quality quality = quality_of(report);
    block_heading(report->document, list, words_text(report->words, "basis.quality"),
                  words_fill(report->arena, report->words, "basis.quality.note",
                             arena_printf(report->arena, "%d", quality.measures), NULL));
    struct table_block *table =
        block_table(report->document, list, words_text(report->words, "basis.quality.summary"))
            ->table;
    table->padding = MM(0.5);
    table_column(report->arena, table, words_text(report->words, "basis.finding"), ALIGN_LEFT, 0,
                 STYLE_TABLE);
    table_column(report->arena, table, words_text(report->words, "basis.count"), ALIGN_RIGHT,
                 MM(20), STYLE_TABLE_BOLD);
    quality_row(report, table, "basis.quality.missing", quality.without_value);
    if (report->plan->settings.missing == MISSING_CARRY)
        quality_row(report, table, "basis.quality.carried", quality.carried);
    quality_row(report, table, "basis.quality.defaults", quality.defaults);
    quality_row(report, table, "basis.quality.restated", quality.restated);
    quality_row(report, table, "basis.quality.uncommented", quality.uncommented);
}

static void sources(struct report *report, struct block_list *list) {
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    block_heading(report->document, list, words_text(words, "basis.sources"), NULL);
    block_text(report->document, list, STYLE_KEY,
               words_fill(arena, words, "basis.sources.workbook", report->plan->source,
                          report->plan->digest, NULL));
    block_text(report->document, list, STYLE_KEY, words_text(words, "basis.sources.program"));
    if (report->plan->published_total_source && *report->plan->published_total_source) {
        block_text(report->document, list, STYLE_KEY,
                   words_fill(arena, words, "basis.sources.benchmark",
                              report->plan->published_total_source, NULL));
    }
}

/* Side by side, because all are narrow: what was chosen, and what it was applied to. */
static void foundations(struct report *report, struct section *section) {
    struct block *columns = block_add(report->document, &section->blocks, BLOCK_COLUMNS);
    options(report, vec_add(report->arena, &columns->columns));
    struct block_list *right = vec_add(report->arena, &columns->columns);
    data_quality(report, right);
    sources(report, right);
    vec_push(report->arena, &columns->column_widths, MM(84));
    vec_push(report->arena, &columns->column_widths, MM(84));
}

SECTION(basis) {
    struct section *section = compose_section(report, template);
    section->run_on |= template->appendix;
    int changed = 0;
    for (int i = 0; i < OPTION_COUNT; i++)
        changed += report->plan->settings.changed[i];
    block_title(report->document, &section->blocks,
                words_fill(report->arena, report->words,
                           changed > 0 ? "basis.title.changed" : "basis.title",
                           words_count(report->arena, report->words, changed, false),
                           arena_printf(report->arena, "%d", changed), NULL),
                words_text(report->words, "basis.subtitle"));
    foundations(report, section);
    rules(report, section);
}

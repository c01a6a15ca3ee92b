/* Units: how every unit of the cascade stands, and where its pages are. */
#include "plan/planunits.h"
#include "report/compose.h"
#include "report/section.h"
#include "report/tallycolumn.h"

static void columns(struct report *report, struct table_block *table, bool paged) {
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    table_column(arena, table, words_text(words, "units.unit"), ALIGN_LEFT, 0, STYLE_TABLE_BOLD);
    table_column(arena, table, words_text(words, "column.status"), ALIGN_LEFT, MM(26), STYLE_TABLE);
    table_column(arena, table, words_text(words, "scorecard.score"), ALIGN_RIGHT, MM(12),
                 STYLE_TABLE);
    for (int i = 0; i < TALLYCOLUMNS; i++)
        table_column(arena, table, words_text(words, tallycolumn_word(i)), ALIGN_RIGHT, MM(15),
                     STYLE_TABLE);
    if (paged)
        table_column(arena, table, words_text(words, "units.page"), ALIGN_RIGHT, MM(12),
                     STYLE_TABLE);
}

/* Below the unit it belongs to. */
static const char *indented(struct report *report, const struct unit *unit) {
    enum { DEEPEST = 6 };
    const int depth = unit->depth - report->unit->depth;
    const char *text = unit->name;
    for (int i = 0; i < depth && i < DEEPEST; i++)
        text = arena_printf(report->arena, "\u2003%s", text);
    return text;
}

static void unit_row(struct report *report, struct table_block *table, const struct unit *unit,
                     const char *section) {
    struct arena *arena = report->arena;
    const struct group_result *r = assess_unit(report->assessment, unit);
    struct table_row *row = table_row(arena, table, ROW_BODY);
    table_text(arena, row, indented(report, unit))->header = true;
    struct content *status = cell_content(arena, compose_mark_cell(report, row, r->status, false));
    content_text(arena, status,
                 arena_printf(arena, "\u00a0%s", compose_status_word(report, r->status)));
    table_text(arena, row, compose_score(report, r->score));
    for (int i = 0; i < TALLYCOLUMNS; i++)
        table_text(arena, row, arena_printf(arena, "%d", tallycolumn_count(&r->tally, i)));
    if (section)
        content_page(arena, cell_content(arena, table_cell(arena, row)),
                     arena_printf(arena, "%s.%s", section, unit->id));
}

/* The kind of section that every unit has, or NULL. */
static const char *repeated(const struct template *template) {
    for (size_t i = 0; i < template->sections.count; i++)
        if (template->sections.items[i].each_unit)
            return template->sections.items[i].kind;
    return NULL;
}

SECTION(units) {
    struct arena *arena = report->arena;
    struct section *section = compose_section(report, template);
    const char *kind = repeated(report->template);
    size_t count;
    const struct unit **units = planunits_from(arena, report->plan, report->unit, &count);
    int red = 0, amber = 0;
    for (size_t i = 0; i < count; i++) {
        enum mark mark = compose_mark(assess_unit(report->assessment, units[i])->status);
        red += mark == MARK_RED;
        amber += mark == MARK_AMBER;
    }
    block_title(report->document, &section->blocks,
                words_fill(arena, report->words, "units.message", arena_printf(arena, "%d", red),
                           arena_printf(arena, "%zu", count), arena_printf(arena, "%d", amber),
                           NULL),
                words_fill(arena, report->words, "contents.subtitle", report->unit->name,
                           report->document->frame.period, NULL));
    struct table_block *table =
        block_table(report->document, &section->blocks, words_text(report->words, "units.summary"))
            ->table;
    columns(report, table, kind != NULL);
    for (size_t i = 0; i < count; i++)
        unit_row(report, table, units[i], kind);
}

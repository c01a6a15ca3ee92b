/* Best practices: what worked in one unit, who has taken it up since, and how it is known. */
#include "report/bearing.h"
#include "report/compose.h"
#include "report/section.h"
#include "report/subject.h"

static bool practice_here(const struct report *report, const struct best_practice *practice) {
    if (subject_within(report, practice->origin))
        return true;
    for (size_t i = 0; i < practice->adopted_by.count; i++)
        if (subject_within(report, practice->adopted_by.items[i]))
            return true;
    return false;
}

static void adopters(struct report *report, struct table_row *row,
                     const struct best_practice *practice) {
    const char **names = arena_array(report->arena, practice->adopted_by.count + 1, sizeof *names);
    for (size_t i = 0; i < practice->adopted_by.count; i++)
        names[i] = practice->adopted_by.items[i]->name;
    compose_or_none(report, row,
                    words_list(report->arena, report->words, names, practice->adopted_by.count));
}

static void practice_row(struct report *report, struct table_block *table,
                         const struct best_practice *practice) {
    struct arena *arena = report->arena;
    struct table_row *row = table_row(arena, table, ROW_BODY);
    compose_id_cell(report, row, practice->id, NULL);
    struct table_cell *cell = table_cell(arena, row);
    cell->header = true;
    content_styled(arena, cell_content(arena, cell), STYLE_TABLE_SEMIBOLD, INK, practice->name);
    if (practice->evidence && *practice->evidence)
        content_styled(arena, cell_paragraph(arena, cell), STYLE_TABLE_GREY, GREY,
                       practice->evidence);
    else
        content_styled(arena, cell_paragraph(arena, cell), STYLE_TABLE, BAD_TEXT,
                       words_text(report->words, "practices.no-evidence"));
    table_text(arena, row, practice->origin->name);
    adopters(report, row, practice);
    struct objective *one[] = {practice->objective};
    bearing_objectives_cell(report, row, one, practice->objective ? 1 : 0);
}

static const char *practices_title(struct report *report, int count, int alone) {
    struct arena *arena = report->arena;
    return words_fill(
        arena, report->words, alone > 0 ? "practices.title.alone" : "practices.title",
        words_count(arena, report->words, count, true), arena_printf(arena, "%d", count),
        words_count(arena, report->words, alone, false), arena_printf(arena, "%d", alone), NULL);
}

SECTION(practices) {
    struct section *section = compose_section(report, template);
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    int count = 0;
    int alone = 0;
    for (size_t i = 0; i < report->plan->practices.count; i++) {
        const struct best_practice *practice = &report->plan->practices.items[i];
        if (!practice_here(report, practice))
            continue;
        count++;
        alone += practice->adopted_by.count == 0;
    }
    if (count == 0) {
        subject_quiet(report, section, "practices.none");
        return;
    }
    section->run_on |= template->appendix;
    block_title(report->document, &section->blocks, practices_title(report, count, alone),
                words_text(words, "practices.subtitle"));
    struct table_block *table =
        block_table(report->document, &section->blocks, words_text(words, "practices.summary"))
            ->table;
    table->continued = words_text(words, "continued");
    table_column(arena, table, words_text(words, "column.id"), ALIGN_LEFT, MM(11),
                 STYLE_TABLE_BOLD);
    table_column(arena, table, words_text(words, "practices.practice"), ALIGN_LEFT, 0, STYLE_TABLE);
    table_column(arena, table, words_text(words, "practices.origin"), ALIGN_LEFT, MM(30),
                 STYLE_TABLE)
        ->gap = MM(3);
    table_column(arena, table, words_text(words, "practices.adopted"), ALIGN_LEFT, MM(36),
                 STYLE_TABLE)
        ->gap = MM(3);
    table_column(arena, table, words_text(words, "practices.serves"), ALIGN_LEFT, MM(18),
                 STYLE_TABLE_SEMIBOLD)
        ->gap = MM(3);
    for (size_t i = 0; i < report->plan->practices.count; i++)
        if (practice_here(report, &report->plan->practices.items[i]))
            practice_row(report, table, &report->plan->practices.items[i]);
}

/* Figures of the charts: every chart as a table, for those who read numbers rather than pictures.
 */
#include "layout/charttable.h"
#include "report/chartwording.h"
#include "report/compose.h"
#include "report/section.h"
#include "report/subject.h"

SECTION(figures) {
    struct section *section = compose_section(report, template);
    if (report->figures.count == 0) {
        subject_quiet(report, section, "figures.title.empty", "figures.none");
        return;
    }
    struct arena *arena = report->arena;
    section->run_on = true;
    block_title(report->document, &section->blocks,
                words_fill(arena, report->words, "figures.title",
                           arena_printf(arena, "%zu", report->figures.count), NULL),
                words_text(report->words, "figures.subtitle"));
    const struct chartwords words = chartwording(report->words);
    for (size_t i = 0; i < report->figures.count; i++) {
        const struct report_figure *figure = &report->figures.items[i];
        charttable_add(report->document, &section->blocks, figure->chart, figure->name,
                       figure->anchor, &words);
    }
}

/* Figures of the charts: every chart as a table, for those who read numbers rather than pictures.
 */
#include "report/chartwording.h"
#include "report/compose.h"
#include "report/figures.h"
#include "report/section.h"
#include "report/subject.h"

SECTION(figures) {
    struct section *section = compose_section(report, template);
    if (report->figures.count == 0) {
        subject_quiet(report, section, "figures.none");
        return;
    }
    struct arena *arena = report->arena;
    section->run_on = true;
    block_title(report->document, &section->blocks,
                words_fill(arena, report->words, "figures.title",
                           arena_printf(arena, "%zu", figures_charts(report)), NULL),
                words_text(report->words, "figures.subtitle"));
    const struct chartwords words = chartwording(report->words);
    for (size_t i = 0; i < report->figures.count; i++)
        charttable_add(report->document, &section->blocks, &report->figures.items[i], &words);
}

#include "report/figures.h"

#include "layout/charttable.h"
#include "report/chartwording.h"
#include <string.h>

static bool printed(const struct report *report) {
    for (size_t i = 0; i < report->template->sections.count; i++)
        if (strcmp(report->template->sections.items[i].kind, "figures") == 0)
            return true;
    return false;
}

void figures_add(struct report *report, struct block *block, const char *name) {
    if (!printed(report) || !charttable_has(block->chart))
        return;
    const struct chartwords words = chartwording(report->words);
    const char *anchor = arena_printf(report->arena, "figures:%zu", report->figures.count + 1);
    charttable_link(report->document, &block->content, anchor, &words);
    vec_push(report->arena, &report->figures, ((struct report_figure){block->chart, name, anchor}));
}

#include "report/figures.h"

#include "layout/chartperiods.h"
#include "report/chartwording.h"
#include <string.h>

static bool printed(const struct report *report) {
    for (size_t i = 0; i < report->template->sections.count; i++)
        if (strcmp(report->template->sections.items[i].kind, "figures") == 0)
            return true;
    return false;
}

static void link_caption(struct report *report, struct block *block, const char *anchor) {
    const struct chartwords words = chartwording(report->words);
    charttable_link(report->document, &block->content, anchor, &words);
}

void figures_add(struct report *report, struct block *block, struct charttable figures) {
    if (!printed(report) || !charttable_has(block->chart))
        return;
    figures.chart = block->chart;
    figures.anchor = arena_printf(report->arena, "figures:%zu", report->figures.count + 1);
    link_caption(report, block, figures.anchor);
    vec_push(report->arena, &report->figures, figures);
}

void figures_noise(struct report *report, struct block *block, const char *name) {
    const size_t count = report->figures.count;
    struct charttable *before = count > 0 ? &report->figures.items[count - 1] : NULL;
    if (!before || before->noise || !chartperiods_agree(before->chart, block->chart)) {
        figures_add(report, block, (struct charttable){.name = name});
        return;
    }
    before->noise = block->chart;
    link_caption(report, block, before->anchor);
}

size_t figures_charts(const struct report *report) {
    size_t charts = 0;
    for (size_t i = 0; i < report->figures.count; i++)
        charts += report->figures.items[i].noise ? 2 : 1;
    return charts;
}

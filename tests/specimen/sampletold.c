/* Every chart of the specimen told in words and, where it holds values that do not stand beside it,
 * as a table at the end, to which its caption leads. */
#include "layout/chartalt.h"
#include "layout/charttable.h"
#include "specimen/sample.h"
#include "unit/wordcase.h"
#include <string.h>

struct told {
    struct document *document;
    struct section *figures;
    unsigned count;
};

/* Without the blank before what follows it in the caption. */
static const char *name_of(struct arena *arena, const struct block *block) {
    if (block->content.items.count == 0)
        return "Chart";
    const char *name = block->content.items.items[0].text;
    const size_t bytes = strlen(name);
    return arena_strndup(arena, name, bytes - (bytes > 0 && name[bytes - 1] == ' '));
}

static void tell(struct told *told, struct block *block) {
    struct arena *arena = told->document->arena;
    const char *name = name_of(arena, block);
    struct chart *chart = arena_alloc(arena, sizeof *chart);
    *chart = *block->chart;
    chart->alt = chartalt_text(arena, chart, name, &english);
    block->chart = chart;
    if (!charttable_has(chart))
        return;
    const char *anchor = arena_printf(arena, "figures-%u", ++told->count);
    charttable_link(told->document, &block->content, anchor, &english);
    charttable_add(told->document, &told->figures->blocks,
                   &(struct charttable){.chart = chart, .name = name, .anchor = anchor}, &english);
}

static void tell_list(struct told *told, const struct block_list *list) {
    for (size_t i = 0; i < list->items.count; i++) {
        struct block *block = list->items.items[i];
        if (block->kind == BLOCK_CHART)
            tell(told, block);
        tell_list(told, &block->children);
        for (size_t k = 0; k < block->columns.count; k++)
            tell_list(told, &block->columns.items[k]);
    }
}

void sample_told(struct document *d) {
    const size_t sections = d->sections.count;
    struct section *figures = document_section(d, "figures", "Appendix A3 \u00B7 Figures");
    figures->appendix = true;
    block_title(d, &figures->blocks, "What every chart shows, in numbers", NULL);
    struct told told = {d, figures, 0};
    for (size_t i = 0; i < sections; i++)
        tell_list(&told, &d->sections.items[i]->blocks);
}

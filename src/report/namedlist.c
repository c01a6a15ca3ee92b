#include "report/namedlist.h"

struct block_list *namedlist_column(struct report *report, struct block *columns, mp width,
                                    const char *key, const char *note) {
    struct block_list *list = vec_add(report->arena, &columns->columns);
    vec_push(report->arena, &columns->column_widths, width);
    block_heading(report->document, list, words_text(report->words, key),
                  note ? words_text(report->words, note) : NULL);
    return list;
}

void namedlist_point(struct report *report, struct block_list *list, const char *id,
                     const char *text) {
    struct block *block = block_add(report->document, list, BLOCK_TEXT);
    block->style = STYLE_NOTES;
    content_styled(report->arena, &block->content, STYLE_BODY_BOLD, NAVY,
                   arena_printf(report->arena, "%s ", id));
    content_text(report->arena, &block->content, text);
}

void namedlist_quiet(struct report *report, struct block_list *list, const char *text) {
    block_text(report->document, list, STYLE_NOTES, text)->colour = GREY;
}

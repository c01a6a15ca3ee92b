#include "layout/chartplace.h"

#include "base/utf8.h"
#include "layout/mirror.h"
#include <string.h>

/* A voice reads an alternative text in one breath: of a longer one it gets the beginning and, since
 * the figures stand there, the end, both of whole words. */
enum { ALT_RUNES = 240, ALT_HEAD = 120, WORD_MOST = 24 };

/* The end of the last word that ends before `at`, or `at` itself within a very long one. */
static size_t word_end(const char *text, size_t at) {
    for (size_t back = 0; back < WORD_MOST && back < at; back++)
        if (text[at - back] == ' ')
            return at - back;
    return at;
}

static size_t word_start(const char *text, size_t at) {
    for (size_t on = 0; on < WORD_MOST && text[at + on]; on++)
        if (text[at + on] == ' ')
            return at + on + 1;
    return at;
}

static const char *breath(struct composer *composer, const char *alt) {
    const size_t bytes = strlen(alt);
    size_t runes = 0;
    for (size_t at = 0; at < bytes; runes++)
        utf8_next(alt, bytes, &at);
    if (runes <= ALT_RUNES)
        return alt;
    size_t head = 0, tail = 0;
    for (size_t i = 0; i < ALT_HEAD; i++)
        utf8_next(alt, bytes, &head);
    for (size_t i = 0; i < runes - (ALT_RUNES - ALT_HEAD); i++)
        utf8_next(alt, bytes, &tail);
    return arena_printf(composer->arena, "%.*s \u2026 %s", (int)word_end(alt, head), alt,
                        alt + word_start(alt, tail));
}

scene_element_id chartplace_figure(struct composer *composer, scene_element_id parent,
                                   const char *alt, uint32_t page, struct rect rect) {
    const scene_element_id id = composer_element(composer, parent, TAG_FIGURE);
    if (composer_artifact(id))
        return id;
    struct scene_detail *detail = scene_describe(composer->scene, id);
    detail->alt = breath(composer, alt);
    detail->page = page;
    detail->bbox = rect;
    detail->has_bbox = true;
    return id;
}

void chartplace_draw(struct composer *composer, const struct chart *chart, scene_element_id parent,
                     uint32_t page, struct rect rect) {
    struct pen pen = {composer->scene, page, SCENE_ARTIFACT};
    if (chart->alt)
        pen.element = chartplace_figure(composer, parent, chart->alt, page, rect);
    else if (chart->kind == CHART_SHARE)
        pen.element = parent; /* its label is what the cell says */
    /* Time and scales run from left to right in every language; a tally and a matrix, which is read
     * like a table, have none, and are turned. */
    const bool moves_whole = chart->kind != CHART_TALLY && chart->kind != CHART_MATRIX;
    const size_t first = composer->scene->pages.items[page].items.count;
    if (moves_whole)
        mirror_begin(composer, page, rect.x, rect.w);
    chart_draw(pen, composer->fonts, chart, rect, composer->diags);
    if (moves_whole)
        mirror_end(composer);
    else
        mirror_texts(composer, page, first);
}

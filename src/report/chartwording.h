/* chartwording: the template's words for charts, so that a page gives each of its charts its
 * alternative text and its table in one way:
 *
 *     const struct chartwords words = chartwording(report->words);
 *     chart->alt = chartalt_text(arena, chart, measure->name, &words);
 *     charttable_link(document, &block->content, anchor, &words);
 *     charttable_add(document, appendix, chart, measure->name, anchor, &words); */
#ifndef REPORT_CHARTWORDING_H
#define REPORT_CHARTWORDING_H

#include "layout/chartwords.h"
#include "report/words.h"

struct chartwords chartwording(const struct words *words);

#endif

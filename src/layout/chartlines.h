/* chartlines: the names below and beside the bars of a chart, broken to a width: at blanks, and a
 * word that is too long anywhere between two characters. */
#ifndef LAYOUT_CHARTLINES_H
#define LAYOUT_CHARTLINES_H

#include "layout/chartink.h"

#define CHARTLINES_MOST 8u

struct chartlines {
    const char *starts[CHARTLINES_MOST]; /* within the text that was broken */
    size_t bytes[CHARTLINES_MOST];
    size_t count;
    mp width; /* of the longest */
};

/* NULL has no lines; what goes beyond CHARTLINES_MOST lines is left out, with BP5050. */
struct chartlines chartlines_break(const struct ink *ink, enum style style, const char *text,
                                   mp width);
/* No more than so many lines; BP5050 if that cuts the text. */
void chartlines_keep(const struct ink *ink, struct chartlines *lines, size_t most);
/* Of so many bytes of the text on one line. */
mp chartlines_width(const struct ink *ink, enum style style, const char *text, size_t bytes);
/* at: as chartink_text(), of the first line; each next one a leading lower. */
void chartlines_draw(const struct ink *ink, const struct chartlines *lines, enum style style,
                     uint32_t colour, enum align align, struct point at);

#endif

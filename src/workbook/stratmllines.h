/* stratmllines: what a StratML indicator cannot say, as lines of its OtherInformation.
 *
 * The text is the measure's definition.  Lines at its end that read "Polarity: higher", with the
 * title of one of some columns of the sheet Measures and a value that fits it, are taken for that
 * column; boardpack writes them so, and people can. */
#ifndef WORKBOOK_STRATMLLINES_H
#define WORKBOOK_STRATMLLINES_H

#include "workbook/fieldcheck.h"
#include "workbook/workbook.h"

#define STRATMLLINES_MOST 10

/* COLUMN_MEASURES_..., in the order of writing. */
extern const int stratmllines_columns[STRATMLLINES_MOST];

struct stratmllines {
    struct stratmllines_line {
        int column;
        const char *value;
    } items[STRATMLLINES_MOST];
    size_t count;
    const char *rest; /* the text before them, trimmed */
};

void stratmllines_read(struct fieldcheck *check, const char *text, struct stratmllines *out);

/* True for a measure that is judged by a range: its limits have no line, and the word alone says
 * nothing, so that it is not written. */
bool stratmllines_range(const struct record *measure);

/* The definition of a measure and the lines that say the rest; "" if there is neither. */
const char *stratmllines_write(struct arena *arena, const struct record *measure);

#endif

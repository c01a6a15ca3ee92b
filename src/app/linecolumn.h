/* linecolumn: from the column of a place, which counts bytes, to one that counts characters, which
 * is what formats for other programs mean. */
#ifndef APP_LINECOLUMN_H
#define APP_LINECOLUMN_H

#include <stddef.h>
#include <stdint.h>

/* A reader of one file that goes forward only: ask in the order of lines.  Zeroed but for bytes and
 * length it stands at the start. */
struct linecolumn {
    const char *bytes; /* of the file; NULL: none of its columns is known */
    size_t length;
    size_t at;     /* where the line starts */
    uint32_t line; /* lines before it */
};

/* Code points up to and with the one at byte `column` (from 1) of `line` (from 1), as a column from
 * 1; 0 if the file has no such place or is not UTF-8 up to there. */
uint32_t linecolumn_runes(struct linecolumn *reader, uint32_t line, uint32_t column);

#endif

#include "app/linecolumn.h"

#include "base/utf8.h"
#include <stdbool.h>
#include <string.h>

/* Lines end with a line feed, as the parser counts them. */
static bool go_to(struct linecolumn *reader, uint32_t line) {
    while (reader->line + 1 < line) {
        const char *rest = reader->bytes + reader->at;
        const char *end = memchr(rest, '\n', reader->length - reader->at);
        if (!end)
            return false;
        reader->at += (size_t)(end - rest) + 1;
        reader->line++;
    }
    return reader->line + 1 == line;
}

uint32_t linecolumn_runes(struct linecolumn *reader, uint32_t line, uint32_t column) {
    if (!reader->bytes || line == 0 || column == 0 || !go_to(reader, line))
        return 0;
    size_t before = column - 1;
    if (before > reader->length - reader->at)
        return 0;
    const char *text = reader->bytes + reader->at;
    uint32_t runes = 1;
    for (size_t at = 0; at < before; runes++) {
        size_t start = at;
        if (utf8_next(text, before, &at) == 0xFFFD && at - start == 1)
            return 0;
    }
    /* The mark of a file's first three bytes is no character of its first line. */
    if (line == 1 && before >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0)
        runes--;
    return runes;
}

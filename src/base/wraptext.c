#include "base/wraptext.h"

#include <string.h>

static size_t columns_of(const char *word, size_t bytes) {
    size_t columns = 0;
    for (size_t i = 0; i < bytes; i++)
        columns += ((unsigned char)word[i] & 0xC0) != 0x80;
    return columns;
}

void wraptext(struct textbuf *out, const char *text, size_t width, size_t at, size_t indent) {
    for (bool first = true; *text; first = false) {
        const size_t bytes = strcspn(text, " ");
        const size_t columns = columns_of(text, bytes);
        if (!first && at + 1 + columns > width) {
            textbuf_printf(out, "\n%*s", (int)indent, "");
            at = indent;
        } else if (!first) {
            textbuf_char(out, ' ');
            at++;
        }
        textbuf_bytes(out, text, bytes);
        at += columns;
        text += bytes + (text[bytes] == ' ');
    }
    textbuf_char(out, '\n');
}

#include "base/csvline.h"

#include <string.h>

static void put_cell(struct textbuf *out, const char *text) {
    if (!strpbrk(text, ",\"\r\n")) {
        textbuf_str(out, text);
        return;
    }
    textbuf_char(out, '"');
    for (; *text; text++) {
        if (*text == '"') {
            textbuf_char(out, '"');
        }
        textbuf_char(out, *text);
    }
    textbuf_char(out, '"');
}

void csvline(struct textbuf *out, const char *const *cells, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (i > 0) {
            textbuf_char(out, ',');
        }
        put_cell(out, cells[i] ? cells[i] : "");
    }
    textbuf_str(out, "\r\n");
}

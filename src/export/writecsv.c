#include "export/writecsv.h"
#include <string.h>

/* A # without quotes may be the error of a formula. */
static bool needs_quotes(const char *text) {
    size_t length = strlen(text);
    return text[0] == '#' || strpbrk(text, ",\"\r\n") ||
           (length > 0 && (strchr(" \t", text[0]) || strchr(" \t", text[length - 1])));
}

static void put_cell(const char *text, struct textbuf *out) {
    if (!needs_quotes(text)) {
        textbuf_str(out, text);
        return;
    }
    textbuf_char(out, '"');
    for (; *text; text++) {
        textbuf_str(out, *text == '"' ? "\"" : "");
        textbuf_char(out, *text);
    }
    textbuf_char(out, '"');
}

void writecsv(const struct sheetplan_sheet *sheet, struct textbuf *out) {
    size_t at = 0;
    for (uint32_t row = 1; row <= sheet->rows; row++) {
        for (uint32_t col = 1; col <= sheet->columns.count; col++) {
            textbuf_str(out, col > 1 ? "," : "");
            if (at < sheet->cells.count && sheet->cells.items[at].row == row &&
                sheet->cells.items[at].col == col) {
                put_cell(sheet->cells.items[at++].text, out);
            }
        }
        textbuf_str(out, "\r\n");
    }
}

const char *writecsv_name(struct arena *arena, const struct sheetplan_sheet *sheet) {
    return arena_printf(arena, "%s.csv", sheet->title);
}

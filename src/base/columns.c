#include "base/columns.h"

#include "base/utf8.h"

static void blanks(struct textbuf *out, size_t count) {
    for (; count > 0; count--) {
        textbuf_char(out, ' ');
    }
}

static void print_row(const struct columns *columns, const struct columns_row *row,
                      const size_t *widths, struct textbuf *out) {
    size_t owed = 0; /* blanks that only count if a cell follows */
    for (size_t c = 0; c < COLUMNS_MOST && row->cells[c]; c++) {
        size_t room = widths[c] - utf8_runes(row->cells[c]);
        bool right = (columns->right >> c & 1) != 0;
        blanks(out, owed + 2 + (right ? room : 0));
        textbuf_str(out, row->cells[c]);
        owed = right ? 0 : room;
    }
    textbuf_char(out, '\n');
}

void columns_add(struct columns *columns, struct columns_row row) {
    vec_push(columns->arena, &columns->rows, row);
}

void columns_print(const struct columns *columns, struct textbuf *out) {
    size_t widths[COLUMNS_MOST] = {0};
    for (size_t i = 0; i < columns->rows.count; i++) {
        const struct columns_row *row = &columns->rows.items[i];
        for (size_t c = 0; c < COLUMNS_MOST && row->cells[c]; c++) {
            size_t runes = utf8_runes(row->cells[c]);
            widths[c] = runes > widths[c] ? runes : widths[c];
        }
    }
    for (size_t i = 0; i < columns->rows.count; i++) {
        print_row(columns, &columns->rows.items[i], widths, out);
    }
}

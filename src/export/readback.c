#include "export/readback.h"
#include <string.h>

static bool at_break(const char *text) {
    return *text == '\r' || *text == '\n';
}

static const char *past_break(const char *text) {
    return text + (text[0] == '\r' && text[1] == '\n' ? 2 : 1);
}

static bool same_text(const char *a, const char *b) {
    while (*a && *b) {
        if (at_break(a) && at_break(b)) {
            a = past_break(a);
            b = past_break(b);
        } else if (*a++ != *b++) {
            return false;
        }
    }
    return *a == *b;
}

static bool same_cell(const struct sheetplan_cell *meant, const struct cell *read) {
    if (meant->row != read->row || meant->col != read->col || meant->kind != read->kind) {
        return false;
    }
    switch (meant->kind) {
    case CELL_NUMBER:
    case CELL_PERCENT:
        return decimal_compare(meant->number, read->number) == 0;
    case CELL_DATE:
        return date_compare(meant->date, read->date) == 0;
    case CELL_TEXT:
    case CELL_FLAG:
    case CELL_ERROR:
        break;
    }
    return same_text(meant->text, read->text);
}

static bool blank(const struct sheetplan_cell *cell) {
    return cell->kind == CELL_TEXT && cell->text[0] == '\0';
}

static bool same_cells(const struct sheetplan_sheet *meant, const struct sheet *read) {
    size_t at = 0;
    for (size_t i = 0; i < meant->cells.count; i++) {
        if (blank(&meant->cells.items[i])) {
            continue;
        }
        if (at == read->cells.count || !same_cell(&meant->cells.items[i], &read->cells.items[at])) {
            return false;
        }
        at++;
    }
    return at == read->cells.count;
}

bool readback_same(const struct sheetplan *plan, const struct sheets *sheets) {
    if (plan->sheets.count != sheets->items.count) {
        return false;
    }
    for (size_t i = 0; i < plan->sheets.count; i++) {
        const struct sheetplan_sheet *meant = &plan->sheets.items[i];
        const struct sheet *read = &sheets->items.items[i];
        if (strcmp(meant->title, read->title) != 0 ||
            (meant->kind != SHEET_NONE && !same_cells(meant, read))) {
            return false;
        }
    }
    return true;
}

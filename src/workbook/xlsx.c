#include "workbook/xlsx.h"
#include "workbook/xlsxsheet.h"

/* Sheets of other names are listed, not read. */
static bool read_sheet(const struct xlsxsheet_context *context, const struct xlsxbook_sheet *sheet,
                       struct sheet_builder *builder) {
    if (!sheet_begin(builder, sheet->title, 0, 0)) {
        return false;
    }
    sheet_current(builder)->hidden = sheet->hidden;
    if (sheet->part && sheet_current(builder)->known &&
        !xlsxsheet_read(context, sheet->part, builder)) {
        return false;
    }
    sheet_end(builder);
    return true;
}

bool xlsx_read(struct arena *arena, const char *path, const char *bytes, size_t length,
               struct diags *diags, struct sheets *out) {
    struct package *package = package_open(arena, path, bytes, length, diags);
    struct xlsxbook book;
    struct xlsxstyles styles;
    struct xlsxstrings strings;
    if (!package || !xlsxbook_read(package, &book) ||
        !xlsxstyles_read(package, book.styles, &styles) ||
        !xlsxstrings_read(package, book.strings, &strings)) {
        return false;
    }
    struct xlsxsheet_context context = {package, &book, &styles, &strings};
    struct sheet_builder builder = {.arena = arena, .diags = diags, .path = path, .sheets = out};
    textbuf_init(&builder.text, arena);
    for (size_t i = 0; i < book.sheets.count; i++) {
        if (!read_sheet(&context, &book.sheets.items[i], &builder)) {
            return false;
        }
    }
    return true;
}

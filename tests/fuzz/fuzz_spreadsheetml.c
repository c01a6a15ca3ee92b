/* Any bytes as Excel's XML Spreadsheet 2003, from cells to records. */
#include "fuzzsheets.h"
#include "workbook/spreadsheetml.h"

static void fuzz_reader(struct arena *arena, const char *text, size_t length) {
    fuzz_sheets(arena, text, length, spreadsheetml_read);
}

/* Any bytes as a flat ODF spreadsheet, from cells to records. */
#include "fuzzsheets.h"
#include "workbook/flatodf.h"

static void fuzz_reader(struct arena *arena, const char *text, size_t length) {
    fuzz_sheets(arena, text, length, flatodf_read);
}

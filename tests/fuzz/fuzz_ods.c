/* Any bytes as an OpenDocument spreadsheet, from the package to records. */
#include "fuzzpackage.h"
#include "fuzzsheets.h"
#include "workbook/ods.h"
#include "workbook/sniffpackage.h"

static void fuzz_reader(struct arena *arena, const char *text, size_t length) {
    struct fuzzpackage package = fuzzpackage_of(arena, text, length);
    sniffpackage_format(arena, "fuzz", package.bytes, package.length, diags_new(arena));
    fuzz_sheets(arena, package.bytes, package.length, ods_read);
}

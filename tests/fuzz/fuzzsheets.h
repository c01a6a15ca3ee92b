/* Targets for the readers whose result is sheets of cells: from cells on to records and back. */
#ifndef TESTS_FUZZSHEETS_H
#define TESTS_FUZZSHEETS_H

#include "export/writecanonical.h"
#include "fuzzreader.h"
#include "workbook/mapping.h"
#include "workbook/record.h"

typedef bool fuzz_sheets_reader(struct arena *arena, const char *path, const char *bytes,
                                size_t length, struct diags *diags, struct sheets *out);

static void fuzz_check_order(const struct sheets *sheets) {
    for (size_t i = 0; i < sheets->items.count; i++) {
        const struct sheet *sheet = &sheets->items.items[i];
        for (size_t k = 1; k < sheet->cells.count; k++) {
            const struct cell *before = &sheet->cells.items[k - 1], *cell = before + 1;
            assert(before->row < cell->row ||
                   (before->row == cell->row && before->col < cell->col));
        }
    }
}

static void fuzz_sheets(struct arena *arena, const char *bytes, size_t length,
                        fuzz_sheets_reader *read) {
    struct diags *diags = diags_new(arena);
    struct sheets sheets = {.items = {.count = 0}};
    struct workbook *workbook = arena_alloc(arena, sizeof *workbook);
    struct textbuf out;
    textbuf_init(&out, arena);
    workbook->path = "fuzz";
    workbook->fiscal.start_month = 1;
    struct fieldcheck check = {.arena = arena, .diags = diags, .fiscal = workbook->fiscal};
    if (read(arena, "fuzz", bytes, length, diags, &sheets)) {
        fuzz_check_order(&sheets);
        mapping_run(&check, workbook, &sheets);
        record_settle(&check, workbook);
        workbook_dump(workbook, &out);
        writecanonical(workbook, true, &out);
    } else {
        assert(diags_count(diags, DIAG_ERROR) > 0); /* never a silent refusal */
    }
    diags_text(diags, &out, BOUND_DIAGS);
}

#endif

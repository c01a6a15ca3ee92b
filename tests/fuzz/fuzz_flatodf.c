/* Any bytes as a flat ODF spreadsheet, from cells to records. */
#include "fuzzreader.h"
#include "workbook/flatodf.h"
#include "workbook/mapping.h"
#include "workbook/record.h"

static void check_order(const struct sheets *sheets) {
    for (size_t i = 0; i < sheets->items.count; i++) {
        const struct sheet *sheet = &sheets->items.items[i];
        for (size_t k = 1; k < sheet->cells.count; k++) {
            const struct cell *before = &sheet->cells.items[k - 1], *cell = before + 1;
            assert(before->row < cell->row ||
                   (before->row == cell->row && before->col < cell->col));
        }
    }
}

static void fuzz_reader(struct arena *arena, const char *text, size_t length) {
    struct diags *diags = diags_new(arena);
    struct sheets sheets = {.items = {.count = 0}};
    struct workbook *workbook = arena_alloc(arena, sizeof *workbook);
    struct textbuf out;
    textbuf_init(&out, arena);
    workbook->path = "fuzz";
    workbook->fiscal.start_month = 1;
    struct fieldcheck check = {.arena = arena, .diags = diags, .fiscal = workbook->fiscal};
    if (flatodf_read(arena, "fuzz", text, length, diags, &sheets)) {
        check_order(&sheets);
        mapping_run(&check, workbook, &sheets);
        record_settle(&check, workbook);
        workbook_dump(workbook, &out);
        workbook_canonical(workbook, &out);
    }
    diags_text(diags, &out, BOUND_DIAGS);
}

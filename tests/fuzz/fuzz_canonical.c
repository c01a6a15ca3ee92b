/* Any bytes as workbook XML, without the sniffing that would turn most away; and what was read must
 * survive being written and read again. */
#include "export/writecanonical.h"
#include "fuzzreader.h"
#include "workbook/canonical.h"
#include "workbook/record.h"

static bool read_once(struct arena *arena, struct diags *diags, const char *text, size_t length,
                      struct textbuf *out) {
    struct workbook *workbook = arena_alloc(arena, sizeof *workbook);
    workbook->path = "fuzz";
    workbook->format = WORKBOOK_CANONICAL;
    workbook->fiscal.start_month = 1;
    struct fieldcheck check = {.arena = arena, .diags = diags, .fiscal = workbook->fiscal};
    if (!canonical_read(&check, workbook, text, length))
        return false;
    record_settle(&check, workbook);
    writecanonical(workbook, true, out);
    return true;
}

static void fuzz_reader(struct arena *arena, const char *text, size_t length) {
    struct diags *diags = diags_new(arena);
    struct textbuf once, twice, findings;
    textbuf_init(&once, arena);
    textbuf_init(&twice, arena);
    textbuf_init(&findings, arena);
    bool read = read_once(arena, diags, text, length, &once);
    diags_text(diags, &findings, BOUND_DIAGS);
    if (!read || diags_count(diags, DIAG_ERROR) > 0)
        return;
    assert(read_once(arena, diags_new(arena), once.bytes, once.length, &twice));
    assert(strcmp(textbuf_text(&once), textbuf_text(&twice)) == 0);
}

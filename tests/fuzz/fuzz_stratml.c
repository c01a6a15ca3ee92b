/* Any bytes as a plan of StratML: read, judged, written as StratML again, which must be one. */
#include "assess/assess.h"
#include "export/writecanonical.h"
#include "export/writestratml.h"
#include "fuzzreader.h"
#include "workbook/record.h"
#include "workbook/stratml.h"

static struct workbook *read_plan(struct arena *arena, const char *text, size_t length,
                                  struct diags *diags) {
    struct workbook *workbook = arena_alloc(arena, sizeof *workbook);
    workbook->path = "fuzz";
    workbook->format = WORKBOOK_STRATML;
    workbook->fiscal.start_month = 1;
    struct fieldcheck check = {.arena = arena, .diags = diags, .fiscal = workbook->fiscal};
    if (!stratml_read(&check, workbook, text, length)) {
        assert(diags_count(diags, DIAG_ERROR) > 0); /* never a silent refusal */
        return NULL;
    }
    record_settle(&check, workbook);
    return workbook;
}

static void write_again(struct arena *arena, const struct workbook *workbook) {
    struct textbuf out;
    textbuf_init(&out, arena);
    struct diags *diags = diags_new(arena);
    writestratml(arena, workbook, diags, &out);
    assert(read_plan(arena, textbuf_text(&out), out.length, diags_new(arena)));
}

static void fuzz_reader(struct arena *arena, const char *text, size_t length) {
    struct diags *diags = diags_new(arena);
    struct textbuf out;
    textbuf_init(&out, arena);
    const struct workbook *workbook = read_plan(arena, text, length, diags);
    if (workbook) {
        workbook_dump(workbook, &out);
        writecanonical(workbook, false, &out);
        struct plan_options options = {.period = NULL};
        const struct plan *plan = plan_build(arena, workbook, &options, diags);
        if (diags_count(diags, DIAG_ERROR) == 0) {
            plan_dump(plan, &out);
            assess_json(assess(arena, plan, diags), NULL, &out);
            write_again(arena, workbook);
        }
    }
    diags_text(diags, &out, BOUND_DIAGS);
}

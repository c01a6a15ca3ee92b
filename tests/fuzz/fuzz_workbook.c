/* Any bytes as a workbook, through reading, planning and judging: every reader of the program sees
 * the input of strangers here. */
#include "assess/assess.h"
#include "base/bounds.h"
#include "export/writecanonical.h"
#include <setjmp.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static jmp_buf full; /* one input at a time */

static void exhausted(void *user) {
    (void)user;
    longjmp(full, 1);
}

static void judge(struct arena *arena, const char *text, size_t length) {
    struct diags *diags = diags_new(arena);
    struct workbook *workbook;
    struct textbuf out;
    textbuf_init(&out, arena);
    if (workbook_read(arena, "fuzz", text, length, diags, &workbook) == WORKBOOK_READ) {
        workbook_dump(workbook, &out);
        writecanonical(workbook, true, &out);
        struct plan_options options = {.period = NULL};
        const struct plan *plan = plan_build(arena, workbook, &options, diags);
        if (diags_count(diags, DIAG_ERROR) == 0) {
            plan_dump(plan, &out);
            assess_json(assess(arena, plan, diags), NULL, &out);
        }
    }
    diags_text(diags, &out, BOUND_DIAGS);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
    struct arena *arena = arena_new((size_t)256 * 1024 * 1024, exhausted, NULL);
    if (arena && setjmp(full) == 0)
        judge(arena, (const char *)bytes, length);
    arena_free(arena);
    return 0;
}

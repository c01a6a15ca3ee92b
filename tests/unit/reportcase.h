/* The sample, read, judged and ready for the report: what its pages say can be asked for as text.
 * Programs run from the root of the tree. */
#ifndef TESTS_REPORTCASE_H
#define TESTS_REPORTCASE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/file.h"
#include "report/compose.h"
#include "workbook/workbook.h"
#include <string.h>

struct reportcase {
    struct arena *arena;
    struct diags *diags;
    const struct plan *plan;
    const struct assessment *assessment;
    const struct template *template;
    struct fontset *fonts;
    struct report report; /* of the root unit */
};

static inline int reportcase_open(void **state, const char *path) {
    static struct reportcase c;
    memset(&c, 0, sizeof c);
    c.arena = arena_new(0, NULL, NULL);
    c.diags = diags_new(c.arena);
    char *bytes;
    size_t length;
    const char *why;
    if (file_read(c.arena, path, 1 << 26, &bytes, &length, &why) != FILE_OK)
        fail_msg("%s: %s", path, why);
    struct workbook *workbook;
    assert_int_equal(workbook_read(c.arena, path, bytes, length, c.diags, &workbook),
                     WORKBOOK_READ);
    const struct plan_options options = {.period = NULL};
    c.plan = plan_build(c.arena, workbook, &options, c.diags);
    assert_int_equal(diags_count(c.diags, DIAG_ERROR), 0);
    c.assessment = assess(c.arena, c.plan, c.diags);
    c.template = template_builtin(c.arena, "board", c.diags);
    c.fonts = fontset_open(c.arena, c.diags);
    c.report = (struct report){.arena = c.arena,
                               .assessment = c.assessment,
                               .plan = c.plan,
                               .unit = plan_root(c.plan),
                               .template = c.template,
                               .words = c.template->words,
                               .fonts = c.fonts,
                               .diags = c.diags,
                               .document = document_new(c.arena)};
    *state = &c;
    return 0;
}

static inline int reportcase_sample(void **state) {
    return reportcase_open(state, "samples/regional-blood-service.xml");
}

static inline int reportcase_close(void **state) {
    struct reportcase *c = *state;
    arena_free(c->arena);
    return 0;
}

/* The packet of a unit as text. */
static inline const char *reportcase_text(struct reportcase *c, const char *unit) {
    const struct document *document =
        report_packet(c->arena, c->fonts, c->assessment, plan_unit(c->plan, unit), c->template,
                      (struct report_logo){0}, c->diags);
    struct textbuf text;
    textbuf_init(&text, c->arena);
    document_dump(document, &text);
    return textbuf_text(&text);
}

#define assert_says(text, part)                                                                    \
    do {                                                                                           \
        if (!strstr((text), (part)))                                                               \
            fail_msg("the pages do not say: %s", (part));                                          \
    } while (0)

#endif

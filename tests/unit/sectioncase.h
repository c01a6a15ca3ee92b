/* One section of the packet, built alone from the sample or from a changed copy of it. */
#ifndef TESTS_SECTIONCASE_H
#define TESTS_SECTIONCASE_H

#include "assess/evidence.h"
#include "reportcase.h"

/* A report of its own: plan, assessment and template may be changed without touching the case's. */
struct sectioncase {
    struct plan plan;
    struct assessment assessment;
    struct report report;
};

static inline struct sectioncase *sectioncase_new(struct reportcase *c) {
    struct sectioncase *s = arena_alloc(c->arena, sizeof *s);
    s->plan = *c->plan;
    s->assessment = *evidence_judge(c->arena, c->assessment, c->diags);
    s->assessment.plan = &s->plan;
    s->report = c->report;
    s->report.plan = &s->plan;
    s->report.assessment = &s->assessment;
    s->report.document = document_new(c->arena);
    return s;
}

/* What the section says, as text. */
static inline const char *sectioncase_text(struct sectioncase *s, report_section_fn *build,
                                           const char *kind) {
    const struct template_section asked = {.kind = kind, .name = kind, .appendix = true};
    s->report.document = document_new(s->report.arena);
    build(&s->report, &asked);
    struct textbuf text;
    textbuf_init(&text, s->report.arena);
    document_dump(s->report.document, &text);
    return textbuf_text(&text);
}

static inline size_t sectioncase_count(const char *text, const char *part) {
    size_t count = 0;
    for (const char *at = strstr(text, part); at; at = strstr(at + 1, part))
        count++;
    return count;
}

#define assert_silent(text, part)                                                                  \
    do {                                                                                           \
        if (strstr((text), (part)))                                                                \
            fail_msg("the pages say: %s", (part));                                                 \
    } while (0)

#define SECTIONCASE_MAIN(tests) cmocka_run_group_tests(tests, reportcase_sample, reportcase_close)

#endif

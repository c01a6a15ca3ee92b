#include "sectioncase.h"

report_section_fn section_glossary;

static const char *said(struct sectioncase *s, const char *page) {
    const struct template_section asked = {.kind = "glossary", .name = "Glossary"};
    s->report.document = document_new(s->report.arena);
    struct section *section = document_section(s->report.document, "page", "Page");
    block_text(s->report.document, &section->blocks, STYLE_BODY, page);
    section_glossary(&s->report, &asked);
    struct textbuf text;
    textbuf_init(&text, s->report.arena);
    document_dump(s->report.document, &text);
    return strstr(textbuf_text(&text), "section @glossary");
}

static void only_terms_that_occur_are_explained(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    const char *text = said(s, "Nothing out of the ordinary");
    assert_says(text, "These pages use eight terms");
    assert_silent(text, "Milestone");
    text = said(s, "Three milestones are overdue and the plan has 2.5 FTE");
    assert_says(text, "These pages use ten terms");
    assert_says(text, "\"Milestone\"");
    assert_says(text, "\"FTE\"");
}

static void the_basic_terms_are_always_there(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    const char *text = said(s, "");
    assert_says(text, "\"Objective\"");
    assert_says(text, "\"Coverage\"");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_terms_that_occur_are_explained),
        cmocka_unit_test(the_basic_terms_are_always_there),
    };
    return SECTIONCASE_MAIN(tests);
}

#include "reportcase.h"

static const struct document *packet(struct reportcase *c, const char *unit) {
    return report_packet(c->arena, c->fonts, c->assessment, plan_unit(c->plan, unit), c->template,
                         (struct report_logo){0}, c->diags);
}

static int diags_of(struct diags *diags, enum diag_code code) {
    size_t count;
    const struct diag *all = diags_sorted(diags, &count);
    int found = 0;
    for (size_t i = 0; i < count; i++)
        found += all[i].code == code;
    return found;
}

/* A section may go on as several, each with a name of its own. */
static bool goes_on(const char *anchor, const char *kind) {
    const size_t length = strlen(kind);
    return strncmp(anchor, kind, length) == 0 && anchor[length] == ':';
}

static void the_sections_stand_in_the_order_of_the_template(void **state) {
    struct reportcase *c = *state;
    struct template whole = *c->template;
    whole.core = 0; /* nothing moves to the appendix */
    const struct document *document =
        report_packet(c->arena, c->fonts, c->assessment, plan_root(c->plan), &whole,
                      (struct report_logo){0}, c->diags);
    size_t at = 0;
    for (size_t i = 0; i < whole.sections.count; i++) {
        const char *kind = whole.sections.items[i].kind;
        if (at < document->sections.count &&
            strcmp(document->sections.items[at]->anchor, kind) != 0)
            continue; /* it had nothing to say that another section would miss */
        for (at++;
             at < document->sections.count && goes_on(document->sections.items[at]->anchor, kind);)
            at++;
    }
    assert_int_equal(at, document->sections.count);
}

static void every_section_but_the_cover_begins_with_a_message(void **state) {
    struct reportcase *c = *state;
    const struct document *document = packet(c, "RBS");
    for (size_t i = 1; i < document->sections.count; i++) {
        const struct section *section = document->sections.items[i];
        /* What has nothing to say is no more than its name and a line. */
        assert_int_equal(section->blocks.items.items[0]->kind,
                         section->brief ? BLOCK_HEADING : BLOCK_TITLE);
    }
}

static void the_figures_of_the_pages_agree(void **state) {
    struct reportcase *c = *state;
    const char *text = reportcase_text(c, "RBS");
    assert_says(text, "Three objectives are off track and six at risk; ten are on track");
    assert_says(text, "People & Technology is the weakest perspective with a score of 41");
    assert_says(text, "20 objectives · overall score 57 of 100, last period 61");
    assert_says(text, "The office plans 6.65 FTE and has 5.80 in place");
    assert_says(text, "Three of 14 initiatives need the board to step in");
}

static void an_incomplete_year_to_date_says_so_on_the_scorecard(void **state) {
    struct reportcase *c = *state;
    assert_null(strstr(reportcase_text(c, "RBS"), "year to date of"));
    struct plan plan = *c->plan;
    plan.settings.headline_ytd = true;
    struct diags *diags = diags_new(c->arena);
    const struct document *document =
        report_packet(c->arena, c->fonts, assess(c->arena, &plan, diags), plan_root(&plan),
                      c->template, (struct report_logo){0}, diags);
    struct textbuf text;
    textbuf_init(&text, c->arena);
    document_dump(document, &text);
    /* of the record sheets of shipments nothing came since June */
    assert_says(textbuf_text(&text), "year to date of 3 of 6 months");
}

static void a_red_measure_without_commentary_is_named(void **state) {
    struct reportcase *c = *state;
    const char *text = reportcase_text(c, "RBS");
    const char *heading = strstr(text, "Off track without commentary of its own");
    assert_non_null(heading);
    assert_says(heading, "Voluntary turnover, front line, 12 months");
}

/* Made by another language's rules, divided words of the workbook would be wrong. */
static void words_of_a_workbook_in_another_language_are_not_divided_BP5064(void **state) {
    struct reportcase *c = *state;
    struct template template = *c->template;
    template.hyphenate = true;
    struct diags *diags = diags_new(c->arena);
    assert_true(report_packet(c->arena, c->fonts, c->assessment, plan_root(c->plan), &template,
                              (struct report_logo){0}, diags)
                    ->hyphenate);
    assert_int_equal(diags_of(diags, BP5064), 0);
    template.language = "de-AT";
    const struct document *document =
        report_packet(c->arena, c->fonts, c->assessment, plan_root(c->plan), &template,
                      (struct report_logo){0}, diags);
    assert_false(document->hyphenate);
    assert_int_equal(diags_of(diags, BP5064), 1);
}

static void the_packet_of_every_unit_finds_all_its_words(void **state) {
    struct reportcase *c = *state;
    for (size_t i = 0; i < c->plan->units.count; i++)
        assert_non_null(packet(c, c->plan->units.items[i].id));
    assert_int_equal(diags_count(c->diags, DIAG_ERROR), 0);
}

static void unknown_kinds_of_sections_are_known_as_such(void **state) {
    (void)state;
    assert_true(report_section_known("scorecard"));
    assert_false(report_section_known("horoscope"));
}

static void empty_sections_say_that_nothing_is_recorded(void **state) {
    struct reportcase *c = *state;
    struct plan bare = *c->plan;
    bare.actions.count = bare.decisions.count = bare.initiatives.count = bare.processes.count = 0;
    struct assessment judged = *c->assessment;
    judged.plan = &bare;
    const struct document *document = report_packet(c->arena, c->fonts, &judged, plan_root(&bare),
                                                    c->template, (struct report_logo){0}, c->diags);
    struct textbuf text;
    textbuf_init(&text, c->arena);
    document_dump(document, &text);
    assert_says(textbuf_text(&text), "No actions recorded.");
    assert_says(textbuf_text(&text), "No decisions recorded.");
    assert_says(textbuf_text(&text), "No initiatives recorded.");
    assert_says(textbuf_text(&text), "No processes recorded.");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_sections_stand_in_the_order_of_the_template),
        cmocka_unit_test(every_section_but_the_cover_begins_with_a_message),
        cmocka_unit_test(the_figures_of_the_pages_agree),
        cmocka_unit_test(an_incomplete_year_to_date_says_so_on_the_scorecard),
        cmocka_unit_test(a_red_measure_without_commentary_is_named),
        cmocka_unit_test(words_of_a_workbook_in_another_language_are_not_divided_BP5064),
        cmocka_unit_test(the_packet_of_every_unit_finds_all_its_words),
        cmocka_unit_test(unknown_kinds_of_sections_are_known_as_such),
        cmocka_unit_test(empty_sections_say_that_nothing_is_recorded),
    };
    return cmocka_run_group_tests(tests, reportcase_sample, reportcase_close);
}

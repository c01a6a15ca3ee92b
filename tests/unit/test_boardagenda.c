#include "sectioncase.h"

#include "report/agendatable.h"
#include "report/boardagenda.h"
#include "workbook/schema.h"

static void build(struct report *report, const struct template_section *asked) {
    struct section *section = document_section(report->document, asked->kind, asked->name);
    boardagenda_add(report, section);
    boardagenda_consent(report, &section->blocks);
}

static void items_follow_each_other_by_their_minutes(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    const char *text = sectioncase_text(s, build, "contents");
    assert_says(text, "\"09:30\" | \"1\xE2\x80\x93"
                      "2\" | \"Consent block (items below)\"");
    assert_says(text, "\"09:40\" | \"3\" | \"What changed since June\"");
    assert_says(text, "\"12:05\" | \"11\" | \"Next meeting and questions\"");
    assert_says(text, "\"Total, of which 75 minutes for decisions\"");
    assert_says(text, "\"160\"");
}

static void the_items_of_consent_stand_in_their_panel_and_once_in_the_table(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    const char *text = sectioncase_text(s, build, "contents");
    const char *panel = strstr(text, "panel");
    assert_non_null(panel);
    assert_says(panel, "Minutes of 18 June");
    assert_int_equal(sectioncase_count(text, "Minutes of 18 June"), 1);
}

static void without_a_start_or_behind_an_item_without_minutes_there_are_no_times(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    s->plan.settings.meeting_time = "in the morning";
    assert_silent(sectioncase_text(s, build, "contents"), "09:");
    s = sectioncase_new(*state);
    const struct meeting *meeting = agendatable_meeting(&s->report);
    struct agenda_item *listed = meeting->agenda.items[2];
    struct agenda_item open = *listed;
    open.minutes = 0;
    meeting->agenda.items[2] = &open;
    const char *text = sectioncase_text(s, build, "contents");
    meeting->agenda.items[2] = listed;
    assert_says(text, "\"09:40\" | \"3\"");
    assert_silent(text, "09:55");
    assert_says(text, "\xE2\x89\xA5 145");
}

static void no_meeting_is_said_quietly_and_a_unit_says_nothing(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    s->plan.meetings.count = 0;
    s->plan.settings.meeting = "";
    assert_says(sectioncase_text(s, build, "contents"), "No meeting with an agenda is recorded.");
    s->report.unit = plan_unit(&s->plan, "COL");
    assert_silent(sectioncase_text(s, build, "contents"), "genda");
}

/* The section an item names, as the schema lists them. */
static void every_section_an_item_may_name_is_one_of_a_packet(void **state) {
    struct reportcase *c = *state;
    const char *at = schema_sheet(SHEET_AGENDA)->columns[COLUMN_AGENDA_SECTION].choices;
    while (*at) {
        const size_t length = strcspn(at, ";");
        const char *kind = arena_strndup(c->arena, at, length);
        if (!report_section_known(kind))
            fail_msg("no section '%s'", kind);
        at += length + (at[length] == ';');
    }
}

static void items_say_where_to_read_and_how_long_it_takes(void **state) {
    struct reportcase *c = *state;
    const struct document *document =
        report_packet(c->arena, c->fonts, &sectioncase_new(c)->assessment, plan_root(c->plan),
                      c->template, (struct report_logo){0}, c->diags);
    struct textbuf text;
    textbuf_init(&text, c->arena);
    document_dump(document, &text);
    const char *all = textbuf_text(&text);
    assert_says(all, "Performance");
    const char *risks = strstr(all, "\"Risks above appetite\"");
    assert_non_null(risks);
    assert_says(arena_strndup(c->arena, risks, 120), "page #risks");
    assert_says(arena_strndup(c->arena, risks, 120), "\"4\" | \"15\"");
    const char *nurses = strstr(all, "\"Nurses: pay, offers and who leaves\"");
    assert_non_null(nurses);
    assert_says(arena_strndup(c->arena, nurses, 120), "page #dives");
}

/* Nothing tells of the last packet here, so the section of what changed since has nothing to say.
 */
static void an_item_of_a_section_that_did_not_come_to_be_has_nothing_to_read(void **state) {
    struct reportcase *c = *state;
    size_t at = 0;
    while (strcmp(c->plan->agenda.items[at].name, "Risks above appetite") != 0)
        at++;
    struct agenda_item *item = &c->plan->agenda.items[at];
    const char *usual = item->section;
    item->section = "since";
    const struct document *document =
        report_packet(c->arena, c->fonts, &sectioncase_new(c)->assessment, plan_root(c->plan),
                      c->template, (struct report_logo){0}, c->diags);
    item->section = usual;
    struct textbuf text;
    textbuf_init(&text, c->arena);
    document_dump(document, &text);
    const char *risks = strstr(textbuf_text(&text), "\"Risks above appetite\"");
    assert_non_null(risks);
    assert_says(arena_strndup(c->arena, risks, 120), "\"–\" | \"–\" | \"15\"");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(items_follow_each_other_by_their_minutes),
        cmocka_unit_test(the_items_of_consent_stand_in_their_panel_and_once_in_the_table),
        cmocka_unit_test(without_a_start_or_behind_an_item_without_minutes_there_are_no_times),
        cmocka_unit_test(an_item_of_a_section_that_did_not_come_to_be_has_nothing_to_read),
        cmocka_unit_test(every_section_an_item_may_name_is_one_of_a_packet),
        cmocka_unit_test(items_say_where_to_read_and_how_long_it_takes),
        cmocka_unit_test(no_meeting_is_said_quietly_and_a_unit_says_nothing),
    };
    return SECTIONCASE_MAIN(tests);
}

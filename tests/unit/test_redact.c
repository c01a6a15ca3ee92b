#include "plancase.h"

#include "workbook/redact.h"

/* Two on the sheet People with the same title, one without any; two who are not on it. */
#define PEOPLE_ROWS                                                                                \
    "<people><person id='P1' name='Ada Brandt' title='Director' email='ada@x.example'/>"           \
    "<person id='P2' name='M. Okafor' title='Director'/><person id='P3' name='Lin Wu'/></people>"
#define ACTIONS_ROWS                                                                               \
    "<action id='A1' name='Ask Okafor and ADA BRANDT' owner='M. Okafor' raised='2026-01-01' "      \
    "due='2026-02-01' status='open'/>"                                                             \
    "<action id='A2' name='Ms Wubben and Lin Wu, Rosa Diaz' owner='Rosa Diaz' "                    \
    "raised='2026-01-01' due='2026-02-01' status='open'/>"                                         \
    "<action id='A3' name='Board of ada@x.example' owner='Board' raised='2026-01-01' "             \
    "due='2026-02-01' status='open'/>"                                                             \
    "<action id='A4' name='Directors' owner='director' raised='2026-01-01' due='2026-02-01' "      \
    "status='open'/>"                                                                              \
    "<action id='A5' name='ask ada, BRANDT, Brandt, Ada and Rosa' owner='director' "               \
    "raised='2026-01-01' due='2026-02-01' status='open'/>"                                         \
    "<action id='A6' name='Planning is planning and planning, DIAZ says' "                         \
    "owner='Alignment Planning' raised='2026-01-01' due='2026-02-01' status='open'/>"

struct redacted {
    const struct workbook *before, *after;
    struct redaction *redaction;
};

static struct redacted redacted(void **state) {
    const struct sections sections = {.actions = ACTIONS_ROWS, .more = PEOPLE_ROWS};
    struct textbuf xml;
    struct workbook *workbook;
    textbuf_init(&xml, *state);
    fixture_xml(&xml, &sections);
    assert_int_equal(workbook_read(*state, "plan.xml", textbuf_text(&xml), xml.length,
                                   diags_new(*state), &workbook),
                     WORKBOOK_READ);
    struct redacted out = {.before = workbook, .redaction = NULL};
    out.after = redact_people(*state, workbook, "Person {1}", &out.redaction);
    return out;
}

static const char *action(const struct workbook *workbook, size_t row, int column) {
    return workbook_field(&workbook->tables[SHEET_ACTIONS].records.items[row], column)->text;
}

static void people_are_called_by_their_titles_numbered_where_several_have_one(void **state) {
    const struct redacted r = redacted(state);
    assert_string_equal(redact_name(r.redaction, "Ada Brandt"), "Director 1");
    assert_string_equal(redact_name(r.redaction, "m. okafor"), "Director 2");
    assert_string_equal(action(r.after, 0, COLUMN_ACTIONS_OWNER), "Director 2");
}

static void whoever_has_no_title_or_is_not_listed_is_a_numbered_person(void **state) {
    const struct redacted r = redacted(state);
    assert_string_equal(redact_name(r.redaction, "Lin Wu"), "Person 1");
    const char *rosa = redact_name(r.redaction, "Rosa Diaz");
    assert_non_null(strstr(rosa, "Person "));
    assert_string_equal(action(r.after, 1, COLUMN_ACTIONS_OWNER), rosa);
}

static void names_within_texts_go_as_whole_words_and_surnames_with_them(void **state) {
    const struct redacted r = redacted(state);
    assert_string_equal(action(r.after, 0, COLUMN_ACTIONS_NAME), "Ask Director 2 and Director 1");
    assert_null(strstr(action(r.after, 1, COLUMN_ACTIONS_NAME), "Lin Wu"));
    assert_null(strstr(action(r.after, 1, COLUMN_ACTIONS_NAME), "Diaz"));
    assert_non_null(strstr(action(r.after, 1, COLUMN_ACTIONS_NAME), "Wubben"));
}

static void a_single_word_is_redacted_where_persons_stand_and_kept_in_texts(void **state) {
    const struct redacted r = redacted(state);
    assert_non_null(strstr(action(r.after, 2, COLUMN_ACTIONS_OWNER), "Person "));
    assert_string_equal(action(r.after, 2, COLUMN_ACTIONS_NAME), "Board of Director 1");
}

static void titles_are_roles_and_stay(void **state) {
    const struct redacted r = redacted(state);
    assert_string_equal(action(r.after, 3, COLUMN_ACTIONS_OWNER), "director");
    assert_string_equal(redact_text(r.redaction, "two Directors"), "two Directors");
}

static void whoever_was_met_in_another_workbook_keeps_the_name(void **state) {
    struct redacted r = redacted(state);
    const char *rosa = redact_name(r.redaction, "Rosa Diaz");
    const struct workbook *again = redact_people(*state, r.before, "Person {1}", &r.redaction);
    assert_string_equal(action(again, 1, COLUMN_ACTIONS_OWNER), rosa);
    assert_string_equal(redact_name(r.redaction, "Ada Brandt"), "Director 1");
}

static void the_tables_that_were_read_keep_their_names(void **state) {
    const struct redacted r = redacted(state);
    assert_string_equal(action(r.before, 0, COLUMN_ACTIONS_OWNER), "M. Okafor");
    assert_string_equal(action(r.before, 0, COLUMN_ACTIONS_NAME), "Ask Okafor and ADA BRANDT");
}

static void given_names_and_surnames_go_in_any_capitals(void **state) {
    const struct redacted r = redacted(state);
    const char *text = action(r.after, 4, COLUMN_ACTIONS_NAME);
    assert_null(strstr(text, "da"));
    assert_null(strstr(text, "RANDT"));
    assert_null(strstr(text, "Rosa"));
    assert_non_null(strstr(text, "ask Director 1, Director 1, Director 1 and "));
    assert_string_equal(redact_text(r.redaction, "A. Brandt; Brandt, Ada; M Okafor; Okafor M."),
                        "Director 1; Director 1; Director 2; Director 2");
}

/* Whose names are words like others has a post. */
static void words_of_posts_stay_in_texts(void **state) {
    const struct redacted r = redacted(state);
    const char *text = action(r.after, 5, COLUMN_ACTIONS_NAME);
    assert_non_null(strstr(text, "Planning is planning and planning, "));
    assert_null(strstr(text, "DIAZ"));
    assert_string_equal(redact_text(r.redaction, "the Alignment of all"), "the Alignment of all");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            people_are_called_by_their_titles_numbered_where_several_have_one, fixture_open,
            fixture_close),
        cmocka_unit_test_setup_teardown(whoever_has_no_title_or_is_not_listed_is_a_numbered_person,
                                        fixture_open, fixture_close),
        cmocka_unit_test_setup_teardown(names_within_texts_go_as_whole_words_and_surnames_with_them,
                                        fixture_open, fixture_close),
        cmocka_unit_test_setup_teardown(
            a_single_word_is_redacted_where_persons_stand_and_kept_in_texts, fixture_open,
            fixture_close),
        cmocka_unit_test_setup_teardown(titles_are_roles_and_stay, fixture_open, fixture_close),
        cmocka_unit_test_setup_teardown(whoever_was_met_in_another_workbook_keeps_the_name,
                                        fixture_open, fixture_close),
        cmocka_unit_test_setup_teardown(given_names_and_surnames_go_in_any_capitals, fixture_open,
                                        fixture_close),
        cmocka_unit_test_setup_teardown(words_of_posts_stay_in_texts, fixture_open, fixture_close),
        cmocka_unit_test_setup_teardown(the_tables_that_were_read_keep_their_names, fixture_open,
                                        fixture_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

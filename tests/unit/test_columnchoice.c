#include "report/columnchoice.h"
#include "sectioncase.h"

report_section_fn section_actions, section_portfolio, section_risks, section_dictionary,
    section_scorecards;

/* The section's first table with those columns, as text; names are divided by blanks. */
static const char *with(struct sectioncase *s, report_section_fn *build, const char *kind,
                        const char *names) {
    struct arena *arena = s->report.arena;
    struct template_section *asked = arena_alloc(arena, sizeof *asked);
    *asked = (struct template_section){.kind = kind, .name = kind};
    for (const char *at = names; *at;) {
        const size_t length = strcspn(at, " ");
        vec_push(arena, &asked->columns, arena_strndup(arena, at, length));
        at += length + (at[length] == ' ');
    }
    s->report.asked = asked;
    const char *text = sectioncase_text(s, build, kind);
    s->report.asked = NULL;
    const char *table = strstr(text, "table");
    assert_non_null(table);
    return table;
}

static void columns_stand_in_the_order_asked_for(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    const char *text = with(s, section_actions, "actions", "action owner id");
    assert_says(text, "\"Find a second supplier for temperature loggers\"");
    assert_says(text, "| \"Director, Logistics & Fleet\" | \"A-52\"\n");
}

static void cells_over_several_columns_keep_those_beside_each_other(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    const char *text =
        with(s, section_scorecards, "scorecards", "id name actual plan status variance");
    assert_says(text, "\"C1\"");
    assert_silent(text, "Director, Hospital Services");
    text = with(s, section_dictionary, "dictionary", "measure target source");
    assert_says(text, "Red-cell stock cover");
}

static void totals_stay_below_their_columns(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    const char *text = with(s, section_portfolio, "portfolio", "name approved forecast");
    assert_says(text, "\"14 initiatives\" | ");
    text = with(s, section_risks, "risks", "id residual appetite");
    assert_says(text, "row | \"R-02\" | ");
}

static void what_is_no_column_is_told_with_what_was_meant_BP5013(void **state) {
    struct reportcase *c = *state;
    struct diags *diags = diags_new(c->arena);
    const struct place place = {.file = "my.xml", .line = 3};
    assert_true(columnchoice_check(c->arena, "risks", "appetite", place, diags));
    assert_true(columnchoice_check(c->arena, "scorecard", "actual", place, diags));
    assert_true(columnchoice_check(c->arena, "sheet", "objective-owner", place, diags));
    assert_false(columnchoice_check(c->arena, "risks", "apetite", place, diags));
    size_t count;
    const struct diag *told = diags_sorted(diags, &count);
    assert_int_equal(count, 1);
    assert_int_equal(told->code, BP5013);
    assert_says(told->hint, "appetite");
    assert_false(columnchoice_check(c->arena, "cover", "name", place, diags));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_stand_in_the_order_asked_for),
        cmocka_unit_test(cells_over_several_columns_keep_those_beside_each_other),
        cmocka_unit_test(totals_stay_below_their_columns),
        cmocka_unit_test(what_is_no_column_is_told_with_what_was_meant_BP5013),
    };
    return SECTIONCASE_MAIN(tests);
}

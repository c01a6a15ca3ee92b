#include "report/columnchoice.h"
#include "sectioncase.h"

report_section_fn section_actions, section_portfolio, section_risks, section_dictionary,
    section_scorecards, section_scorecard;

/* Asked for with those columns; names are divided by blanks. */
static const struct template_section *asked_for(struct arena *arena, const char *kind,
                                                const char *names) {
    struct template_section *asked = arena_alloc(arena, sizeof *asked);
    *asked = (struct template_section){.kind = kind, .name = kind};
    for (const char *at = names; *at;) {
        const size_t length = strcspn(at, " ");
        vec_push(arena, &asked->columns, arena_strndup(arena, at, length));
        at += length + (at[length] == ' ');
    }
    return asked;
}

/* The section's first table with those columns, as text. */
static const char *with(struct sectioncase *s, report_section_fn *build, const char *kind,
                        const char *names) {
    s->report.asked = asked_for(s->report.arena, kind, names);
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

/* A row without a cell of its own would be no row to a screen reader. */
static size_t rows_with(struct sectioncase *s, const char *names) {
    s->report.document = document_new(s->report.arena);
    section_scorecard(&s->report, asked_for(s->report.arena, "scorecard", names));
    const struct section *made = s->report.document->sections.items[0];
    for (size_t i = 0; i < made->blocks.items.count; i++) {
        const struct table_block *table = made->blocks.items.items[i]->table;
        for (size_t r = 0; table && r < table->rows.count; r++)
            assert_true(table->rows.items[r].cells.count > 0);
        if (table)
            return table->rows.count;
    }
    return 0;
}

static void a_row_of_the_scorecard_is_about_the_finest_that_is_told(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    assert_int_equal(rows_with(s, "perspective"), s->plan.perspectives.count);
    const size_t objectives = rows_with(s, "score perspective objective");
    assert_int_equal(rows_with(s, "coverage"), objectives);
    assert_true(objectives > s->plan.perspectives.count);
    assert_true(rows_with(s, "actual objective") > objectives);
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
        cmocka_unit_test(a_row_of_the_scorecard_is_about_the_finest_that_is_told),
        cmocka_unit_test(cells_over_several_columns_keep_those_beside_each_other),
        cmocka_unit_test(totals_stay_below_their_columns),
        cmocka_unit_test(what_is_no_column_is_told_with_what_was_meant_BP5013),
    };
    return SECTIONCASE_MAIN(tests);
}

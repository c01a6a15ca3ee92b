#include "comparecase.h"

#include "compare/comparesheet.h"

static struct comparing comparing_of(void **state, struct sections before, struct sections after) {
    struct pair pair = pair_of(state, before, after);
    struct comparing c = {.arena = *state,
                          .before = {.plan = pair.before.plan},
                          .after = {.plan = pair.after.plan},
                          .approvals = approval_book(*state, pair.before.plan, pair.after.plan),
                          .out = arena_alloc(*state, sizeof *c.out)};
    for (int sheet = 0; sheet < SHEET_COUNT; sheet++) {
        c.before.tables[sheet] =
            comparerow_read(*state, pair.before.plan, (enum schema_sheet)sheet);
        c.after.tables[sheet] = comparerow_read(*state, pair.after.plan, (enum schema_sheet)sheet);
    }
    comparesheet_match(&c);
    return c;
}

#define THEME(id, name) "<theme id='" id "' name='" name "'/>"

static void rows_are_found_by_their_id(void **state) {
    struct comparing c = comparing_of(state, (struct sections){0}, (struct sections){0});
    assert_string_equal(comparing_row(&c.after, SHEET_OBJECTIVES, "O2")->name, "Objective O2");
    assert_null(comparing_row(&c.after, SHEET_OBJECTIVES, "O3"));
    assert_null(comparing_row(&c.after, SHEET_LINKS, "O2"));
}

static void an_old_id_has_a_newer_one_on_its_own_sheet(void **state) {
    struct comparing c =
        comparing_of(state, (struct sections){.themes = THEME("T1", "Supply") THEME("T2", "Care")},
                     (struct sections){.themes = THEME("T9", "Supply") THEME("T2", "Care")});
    assert_string_equal(comparing_id(&c, SHEET_THEMES, "T1"), "T9");
    assert_string_equal(comparing_id(&c, SHEET_THEMES, "T2"), "T2");
    assert_string_equal(comparing_id(&c, SHEET_UNITS, "T1"), "T1");
    assert_string_equal(comparing_id(&c, SHEET_NONE, "T1"), "T9");
}

static void a_part_is_told_of_its_owner(void **state) {
    struct sections s = {.thresholds = "<threshold measure='M1' from='2026-01-01' redFlag='9'/>"};
    struct comparing c = comparing_of(state, s, s);
    const struct comparerow *row = &c.after.tables[SHEET_THRESHOLDS].rows[0];
    struct difference d = comparing_difference(&c, SHEET_THRESHOLDS, row->other, row);
    assert_string_equal(d.entity, "measure");
    assert_string_equal(d.id, "M1");
    assert_string_equal(d.name, "Measure M1");
    assert_string_equal(d.part, "threshold from 2026-01-01");
    assert_string_equal(d.subjects[0], "M1");
    assert_null(d.subjects[1]);
    assert_int_equal(d.holds_from.year, 2026);
}

static void a_link_may_be_named_by_either_end(void **state) {
    struct comparing c = comparing_of(state, (struct sections){0}, (struct sections){0});
    const struct comparerow *row = &c.after.tables[SHEET_LINKS].rows[0];
    struct difference d = comparing_difference(&c, SHEET_LINKS, NULL, row);
    assert_string_equal(d.id, "O2 to O1");
    assert_string_equal(d.subjects[0], "O2");
    assert_string_equal(d.subjects[1], "O1");
    assert_null(d.old_place.file);
    assert_string_equal(d.new_place.file, "new.xml");
}

static void settings_are_the_organizations(void **state) {
    struct comparing c = comparing_of(state, (struct sections){0}, (struct sections){0});
    const struct comparerow *row = &c.after.tables[SHEET_SETTINGS].rows[0];
    struct difference d = comparing_difference(&c, SHEET_SETTINGS, row->other, row);
    assert_string_equal(d.subjects[0], "ORG");
}

static void where_no_approval_is_needed_none_is_missing(void **state) {
    struct comparing c = comparing_of(state, (struct sections){0}, (struct sections){0});
    const struct comparerow *row = &c.after.tables[SHEET_UNITS].rows[0];
    struct difference d = comparing_difference(&c, SHEET_UNITS, row->other, row);
    comparing_add(&c, &d, false);
    comparing_add(&c, &d, true);
    assert_int_equal(c.out->differences.items[0].approval, APPROVAL_NOT_NEEDED);
    assert_int_equal(c.out->differences.items[1].approval, APPROVAL_MISSING);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        fixture_test(rows_are_found_by_their_id),
        fixture_test(an_old_id_has_a_newer_one_on_its_own_sheet),
        fixture_test(a_part_is_told_of_its_owner),
        fixture_test(a_link_may_be_named_by_either_end),
        fixture_test(settings_are_the_organizations),
        fixture_test(where_no_approval_is_needed_none_is_missing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

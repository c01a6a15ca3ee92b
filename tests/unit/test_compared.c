#include "comparecase.h"

#include "compare/compared.h"

static void every_sheet_is_compared(void **state) {
    (void)state;
    for (int sheet = 0; sheet < SHEET_COUNT; sheet++) {
        struct compared_entity entity = compared_entity((enum schema_sheet)sheet);
        if (!entity.word || !*entity.word)
            fail_msg("%s is not compared", schema_sheet((enum schema_sheet)sheet)->title);
    }
}

static void every_row_can_be_found_again(void **state) {
    (void)state;
    for (int sheet = 0; sheet < SHEET_COUNT; sheet++) {
        const struct schema_sheet_def *def = schema_sheet((enum schema_sheet)sheet);
        struct compared_entity entity = compared_entity((enum schema_sheet)sheet);
        if (def->form == SHEET_ROWS && !(entity.flags & COMPARED_BY_PLAN) && entity.keys[0] < 0)
            fail_msg("%s has no key", def->title);
        for (size_t i = 0; i < COMPARED_KEYS; i++)
            assert_true(entity.keys[i] < (int)def->column_count);
    }
}

static void sheets_with_ids_are_known_by_them(void **state) {
    (void)state;
    assert_true(compared_entity(SHEET_MEASURES).has_ids);
    assert_int_equal(compared_entity(SHEET_MEASURES).keys[0], COLUMN_MEASURES_ID);
    assert_false(compared_entity(SHEET_LINKS).has_ids);
    assert_false(compared_entity(SHEET_BENCHMARKS).has_ids);
    assert_false(compared_entity(SHEET_SETTINGS).has_ids);
}

static void an_owner_is_a_row_of_another_sheet(void **state) {
    (void)state;
    for (int sheet = 0; sheet < SHEET_COUNT; sheet++) {
        struct compared_entity entity = compared_entity((enum schema_sheet)sheet);
        if (entity.owner < 0)
            continue;
        const struct schema_column *column =
            &schema_sheet((enum schema_sheet)sheet)->columns[entity.owner];
        assert_int_equal(column->type, FIELD_REFERENCE);
        assert_true(column->target != SHEET_NONE);
    }
}

/* A blank means something that the sheet itself could say. */
static void what_a_blank_means_is_a_value_of_its_column(void **state) {
    for (int sheet = 0; sheet < SHEET_COUNT; sheet++) {
        const struct schema_sheet_def *def = schema_sheet((enum schema_sheet)sheet);
        const struct compared_field *fields = compared_fields(*state, (enum schema_sheet)sheet);
        for (size_t i = 0; i < def->column_count; i++) {
            const struct schema_column *column = &def->columns[i];
            const char *blank = fields[i].blank;
            assert_non_null(blank);
            if (*blank && column->type == FIELD_CHOICE &&
                !schema_title_among(column->choices, blank))
                fail_msg("%s, %s: '%s' is no choice", def->title, column->title, blank);
            if (*blank && column->type == FIELD_FLAG)
                assert_true(strcmp(blank, "Y") == 0 || strcmp(blank, "N") == 0);
            if (*blank)
                assert_false(column->flags & FIELD_REQUIRED);
        }
    }
}

static void states_in_force_are_choices_of_the_state(void **state) {
    (void)state;
    for (int sheet = 0; sheet < SHEET_COUNT; sheet++) {
        struct compared_entity entity = compared_entity((enum schema_sheet)sheet);
        if (entity.state < 0)
            continue;
        const struct schema_column *column =
            &schema_sheet((enum schema_sheet)sheet)->columns[entity.state];
        char word[32];
        const char *at = entity.in_force;
        while (*at) {
            size_t span = strcspn(at, ";");
            assert_true(span < sizeof word);
            memcpy(word, at, span);
            word[span] = 0;
            assert_true(schema_title_among(column->choices, word));
            at += span + (at[span] == ';');
        }
    }
}

static void what_scores_follow_from_is_agreed(void **state) {
    const struct compared_field *measures = compared_fields(*state, SHEET_MEASURES);
    assert_true(compared_agreed(measures[COLUMN_MEASURES_WEIGHT].treatment));
    assert_true(compared_agreed(measures[COLUMN_MEASURES_BASELINE].treatment));
    assert_false(compared_agreed(measures[COLUMN_MEASURES_OWNER].treatment));
    const struct compared_field *thresholds = compared_fields(*state, SHEET_THRESHOLDS);
    assert_int_equal(thresholds[COLUMN_THRESHOLDS_RED_FLAG].treatment, COMPARED_OWN_UNIT);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        fixture_test(every_sheet_is_compared),
        fixture_test(every_row_can_be_found_again),
        fixture_test(sheets_with_ids_are_known_by_them),
        fixture_test(an_owner_is_a_row_of_another_sheet),
        fixture_test(what_a_blank_means_is_a_value_of_its_column),
        fixture_test(states_in_force_are_choices_of_the_state),
        fixture_test(what_scores_follow_from_is_agreed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "workbook/fieldstore.h"
#include "workbookfixture.h"
#include <stdio.h>

struct scene {
    struct arena *arena;
    struct fieldcheck check;
    struct fieldstore *store;
};

static const struct schema_column number = {.title = "N", .type = FIELD_NUMBER};
static const struct schema_column share = {.title = "S", .type = FIELD_SHARE};
static const struct schema_column id = {.title = "I", .type = FIELD_ID};
static const struct schema_column ids = {.title = "L", .type = FIELD_REFERENCES};
static const struct schema_column title = {.title = "T", .type = FIELD_TITLE};
static const struct schema_column text = {.title = "X", .type = FIELD_TEXT};
static const struct schema_column period = {.title = "P", .type = FIELD_PERIOD};

static int set_up(void **state) {
    struct arena *arena = arena_new(0, NULL, NULL);
    struct scene *scene = arena_alloc(arena, sizeof *scene);
    scene->arena = arena;
    scene->check = (struct fieldcheck){
        .arena = arena, .diags = diags_new(arena), .fiscal = {.start_month = 1}};
    scene->store = fieldstore_new(arena);
    *state = scene;
    return 0;
}

static int tear_down(void **state) {
    struct scene *scene = *state;
    arena_free(scene->arena);
    return 0;
}

static const struct field *read_cell(struct scene *s, const struct schema_column *column,
                                     struct cell cell) {
    struct place place = {.file = "in.xml", .line = 3, .column = 4};
    return fieldstore_read(s->store, &s->check, column, &cell, place);
}

static const struct field *read_text(struct scene *s, const struct schema_column *column,
                                     const char *words) {
    return read_cell(s, column, (struct cell){.kind = CELL_TEXT, .text = words});
}

static void what_is_said_twice_is_kept_once(void **state) {
    struct scene *s = *state;
    const struct field *first = read_text(s, &id, "M1");
    assert_ptr_equal(read_text(s, &id, "M1"), first);
    assert_ptr_not_equal(read_text(s, &id, "M2"), first);
    assert_ptr_equal(read_text(s, &number, "1.50"), read_text(s, &number, "1.50"));
    assert_string_equal(read_text(s, &number, "1.50")->text, "1.5");
    assert_ptr_not_equal(read_text(s, &number, "1.50"), read_text(s, &share, "1.50"));
}

static void the_text_of_the_cell_may_be_reused(void **state) {
    struct scene *s = *state;
    char words[16] = "M1";
    const struct field *first = read_text(s, &id, words);
    strcpy(words, "M2");
    const struct field *second = read_text(s, &id, words);
    assert_string_equal(first->text, "M1");
    assert_string_equal(second->text, "M2");
    strcpy(words, "O1; O2");
    const struct field *list = read_text(s, &ids, words);
    memset(words, 'x', sizeof words - 1);
    assert_string_equal(list->list[1], "O2");
    assert_null(list->list[2]);
    assert_string_equal(list->text, "O1;O2");
}

static void longer_texts_are_kept_whole(void **state) {
    struct scene *s = *state;
    for (size_t length = 1; length < 6000; length = length * 3 / 2 + 1) {
        char *words = arena_alloc(s->arena, length + 1);
        memset(words, 'a' + (int)(length % 26), length);
        const struct field *field = read_text(s, &text, words);
        assert_string_equal(field->text, words);
        assert_ptr_not_equal(field->text, words);
    }
}

static void an_empty_cell_makes_no_field(void **state) {
    struct scene *s = *state;
    assert_null(read_text(s, &number, ""));
    assert_null(read_text(s, &number, "n/a"));
    assert_null(read_text(s, &number, "n/a"));
    assert_null(read_text(s, &title, "  "));
    assert_int_equal(diags_count(s->check.diags, DIAG_NOTE), 0);
}

static void a_mistake_is_reported_each_time(void **state) {
    struct scene *s = *state;
    assert_true(read_text(s, &number, "many")->wrong);
    assert_true(read_text(s, &number, "many")->wrong);
    assert_int_equal(diags_count(s->check.diags, DIAG_ERROR), 2);
}

static void each_rounded_number_is_counted(void **state) {
    struct scene *s = *state;
    read_text(s, &number, "0.1234567");
    assert_int_equal(read_text(s, &number, "0.1234567")->number.micro, 123457);
    assert_int_equal(s->check.rounded, 2);
}

static void the_same_words_in_cells_of_other_kinds_are_other_fields(void **state) {
    struct scene *s = *state;
    struct cell plain = {.kind = CELL_NUMBER, .text = "0.87", .number = {870000}};
    struct cell percent = plain;
    percent.kind = CELL_PERCENT;
    assert_false(read_cell(s, &number, plain)->percent);
    assert_true(read_cell(s, &number, percent)->percent);
    assert_string_equal(read_cell(s, &number, percent)->text, "87%");
    assert_string_equal(read_cell(s, &number, plain)->text, "0.87");
    struct cell uncalculated = {.kind = CELL_TEXT, .text = "0.87", .uncalculated = true};
    assert_true(read_cell(s, &number, uncalculated)->wrong);
    struct cell error = {.kind = CELL_ERROR, .text = "0.87"};
    assert_true(read_cell(s, &number, error)->wrong);
}

static void cells_without_words_are_read_by_their_value(void **state) {
    struct scene *s = *state;
    struct cell one = {.kind = CELL_NUMBER, .number = {1000000}};
    struct cell two = {.kind = CELL_NUMBER, .number = {2000000}};
    assert_string_equal(read_cell(s, &number, one)->text, "1");
    assert_string_equal(read_cell(s, &number, two)->text, "2");
}

static void other_rules_read_anew(void **state) {
    struct scene *s = *state;
    s->check.style = NUMBER_POINT;
    assert_int_equal(read_text(s, &number, "1,234")->number.micro, 1234 * DECIMAL_ONE);
    s->check.style = NUMBER_COMMA;
    assert_int_equal(read_text(s, &number, "1,234")->number.micro, 1234000);
    int32_t calendar = read_text(s, &period, "FY2026")->period.start;
    s->check.fiscal.start_month = 4;
    int32_t fiscal = read_text(s, &period, "FY2026")->period.start;
    assert_int_equal(calendar - fiscal, 9);
    s->check.fiscal.named_by_start = true;
    assert_int_equal(read_text(s, &period, "FY2026")->period.start, fiscal + 12);
    s->check.language = "de";
    assert_true(read_text(s, &period, "Oktober 2026")->filled);
    s->check.defer_periods = true;
    assert_false(period_set(read_text(s, &period, "FY2026")->period));
}

/* More different cells than are remembered, in turn: each must still give its own field. */
static void forgetting_changes_nothing_but_the_room_taken(void **state) {
    struct scene *s = *state;
    char words[32];
    for (int round = 0; round < 2; round++) {
        for (int i = 0; i < 50000; i++) {
            snprintf(words, sizeof words, "M%d", i);
            assert_string_equal(read_text(s, &id, words)->text, words);
            snprintf(words, sizeof words, "%d", i + 1);
            assert_int_equal(read_text(s, &number, words)->number.micro, (i + 1) * DECIMAL_ONE);
        }
    }
}

static void a_field_made_elsewhere_is_copied_with_its_text(void **state) {
    struct scene *s = *state;
    char words[8] = "wrong";
    struct field made = {.wrong = true, .text = words};
    const struct field *kept = fieldstore_keep(s->store, &made);
    words[0] = 'x';
    made.wrong = false;
    assert_true(kept->wrong);
    assert_string_equal(kept->text, "wrong");
}

int main(void) {
#define T(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        T(what_is_said_twice_is_kept_once),
        T(the_text_of_the_cell_may_be_reused),
        T(longer_texts_are_kept_whole),
        T(an_empty_cell_makes_no_field),
        T(a_mistake_is_reported_each_time),
        T(each_rounded_number_is_counted),
        T(the_same_words_in_cells_of_other_kinds_are_other_fields),
        T(cells_without_words_are_read_by_their_value),
        T(other_rules_read_anew),
        T(forgetting_changes_nothing_but_the_room_taken),
        T(a_field_made_elsewhere_is_copied_with_its_text),
    };
#undef T
    return cmocka_run_group_tests(tests, NULL, NULL);
}

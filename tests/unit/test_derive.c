#include "derivebook.h"

#include "assess/derive.h"

#define UNITS_UNDER TOP UNIT("U1", "kind='business' parent='U0'")
#define LIMITS(from, red)                                                                          \
    "<threshold measure='M1' from='" from "' method='absolute' redFlag='" red "'/>"

static struct deriving begun(const struct built *built) {
    struct deriving d = derive_begin(built->arena, assess(built->arena, built->plan, built->diags),
                                     0, "unit", "U0", "Head office");
    derive_step(&d, "figure", RULE_NONE, "Words.");
    return d;
}

static struct deriving begun_by_hand(struct fixture *f) {
    add_simple(f, "M1", one_objective(f), "95");
    struct deriving d = derive_begin(f->arena, fixture_assess(f), 0, "unit", "U1", "U1");
    derive_step(&d, "figure", RULE_NONE, "Words.");
    return d;
}

static const struct derivation_input *last_input(const struct deriving *d) {
    const struct derivation_step *step = &d->out->steps.items[0];
    return &step->inputs.items[step->inputs.count - 1];
}

static void a_row_is_found_by_what_a_column_says(void **state) {
    struct built built = plan_of(state, (struct sections){.units = UNITS_UNDER});
    struct deriving d = begun(&built);
    const struct record *row = derive_row(&d, SHEET_UNITS, COLUMN_UNITS_ID, "U1");
    assert_string_equal(workbook_field(row, COLUMN_UNITS_NAME)->text, "Unit U1");
    /* the first row leaves this column empty */
    assert_ptr_equal(derive_row(&d, SHEET_UNITS, COLUMN_UNITS_PARENT, "U0"), row);
    assert_null(derive_row(&d, SHEET_UNITS, COLUMN_UNITS_ID, "U2"));
}

static void a_row_is_found_by_its_place_in_a_file_of_one_line(void **state) {
    struct built built = plan_of(state, (struct sections){.thresholds = LIMITS("2026-01-01", "90")
                                                              LIMITS("2026-10-01", "95")});
    struct deriving d = begun(&built);
    const struct threshold *rows = built.plan->measures.items[0].thresholds.items;
    assert_int_equal(rows[0].place.line, rows[1].place.line);
    const char *const dates[] = {"2026-01-01", "2026-10-01"};
    for (size_t i = 0; i < 2; i++) {
        const struct record *row =
            derive_row_at(&d, SHEET_THRESHOLDS, COLUMN_THRESHOLDS_MEASURE, rows[i].place);
        derive_field(&d, "in force from", row, COLUMN_THRESHOLDS_EFFECTIVE_FROM);
        assert_string_equal(last_input(&d)->value, dates[i]);
        assert_int_equal(last_input(&d)->place.line, rows[i].place.line);
    }
    struct place elsewhere = {.file = "plan.xml", .line = 1, .column = 1};
    assert_null(derive_row_at(&d, SHEET_THRESHOLDS, COLUMN_THRESHOLDS_MEASURE, elsewhere));
}

static void a_cell_is_found_by_the_id_of_its_row(void **state) {
    struct built built = plan_of(state, (struct sections){.units = UNITS_UNDER});
    struct deriving d = begun(&built);
    struct place parent = derive_cell(&d, SHEET_UNITS, COLUMN_UNITS_ID, "U1", COLUMN_UNITS_PARENT);
    assert_string_equal(parent.file, "plan.xml");
    assert_null(derive_cell(&d, SHEET_UNITS, COLUMN_UNITS_ID, "U0", COLUMN_UNITS_PARENT).file);
    assert_null(derive_cell(&d, SHEET_UNITS, COLUMN_UNITS_ID, "U9", COLUMN_UNITS_PARENT).file);
}

static void an_empty_field_is_no_input(void **state) {
    struct built built = plan_of(state, (struct sections){.units = UNITS_UNDER});
    struct deriving d = begun(&built);
    const struct record *row = derive_row(&d, SHEET_UNITS, COLUMN_UNITS_ID, "U0");
    derive_field(&d, "parent", row, COLUMN_UNITS_PARENT);
    derive_field(&d, "nothing", NULL, COLUMN_UNITS_ID);
    assert_int_equal(d.out->steps.items[0].inputs.count, 0);
    derive_field(&d, "unit", row, COLUMN_UNITS_ID);
    assert_string_equal(last_input(&d)->value, "U0");
}

static void a_plan_made_by_hand_has_no_rows(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct deriving d = begun_by_hand(f);
    assert_null(derive_row(&d, SHEET_UNITS, COLUMN_UNITS_ID, "U1"));
    assert_null(derive_row_at(&d, SHEET_UNITS, COLUMN_UNITS_ID, (struct place){0}));
    assert_null(derive_only_row(&d, SHEET_ORGANIZATION));
    derive_as_of(&d);
    assert_string_equal(last_input(&d)->value, "2026-10-31");
    assert_null(last_input(&d)->place.file);
    fixture_free(f);
}

static void the_reporting_date_has_a_cell_unless_another_one_is_given(void **state) {
    struct built built = plan_of(state, (struct sections){.units = NULL});
    struct deriving d = begun(&built);
    derive_as_of(&d);
    assert_string_equal(last_input(&d)->value, "2026-10-31");
    assert_non_null(last_input(&d)->place.file);
    built = plan_of(state, (struct sections){.options = {.as_of = {2026, 11, 15}}});
    d = begun(&built);
    derive_as_of(&d);
    assert_string_equal(last_input(&d)->value, "2026-11-15");
    assert_null(last_input(&d)->place.file);
}

static void the_reporting_period_has_a_cell_unless_another_one_is_given(void **state) {
    const struct derivation *d = derived_of(state, (struct sections){.units = NULL}, "M1");
    assert_non_null(input_of(step_of(d, "period"), "reporting period")->place.file);
    d = derived_of(state,
                   (struct sections){.values = VALUES VALUE("M1", "2026-09", "target", "99"),
                                     .options = {.period = "2026-09"}},
                   "M1");
    assert_null(input_of(step_of(d, "period"), "reporting period")->place.file);
    assert_string_equal(input_of(step_of(d, "period"), "reporting period")->value, "2026-09");
}

/* "value, cell" or "value, default" or "value" of each option. */
static const char *told_options(struct deriving *d) {
    struct textbuf out;
    textbuf_init(&out, d->arena);
    for (int option = 0; option < OPTION_COUNT; option++) {
        derive_option(d, (enum plan_option)option);
        const struct derivation_input *input = last_input(d);
        assert_memory_equal(input->name, "option: ", 8);
        textbuf_printf(&out, "%s%s%s\n", input->value, input->place.file ? ", cell" : "",
                       input->standard ? ", default" : "");
    }
    return textbuf_text(&out);
}

#define DEFAULTS                                                                                   \
    "weighted mean, default\nleft out, default\n1, default\n10, default\n"                         \
    "percent of the target, default\n50, default\nperiod, default\n1, default\n"

static void options_that_are_left_blank_have_their_defaults(void **state) {
    struct fixture *f = fixture_new();
    struct deriving d = begun_by_hand(f);
    f->plan.settings.changed[OPTION_DEAD_BAND] = true;
    assert_string_equal(told_options(&d),
                        "weighted mean, default\nleft out, default\n1, default\n10, default\n"
                        "percent of the target, default\n50, default\nperiod, default\n1\n");
    fixture_free(f);
    struct built built = plan_of(state, (struct sections){.settings = ""});
    d = begun(&built);
    assert_null(derive_only_row(&d, SHEET_SETTINGS));
    assert_string_equal(told_options(&d), DEFAULTS);
    built = plan_of(state, (struct sections){.settings = "<settings classification='Internal'/>"});
    d = begun(&built);
    assert_non_null(derive_only_row(&d, SHEET_SETTINGS));
    assert_string_equal(told_options(&d), DEFAULTS);
}

static void options_that_are_written_are_told_as_written(void **state) {
    struct built built = plan_of(
        state,
        (struct sections){.settings = "<settings rollupPolicy='worst' missingDataPolicy='carry' "
                                      "carryPeriods='2' defaultTolerance='5' "
                                      "toleranceUnit='points' minimumCoverage='60' headline='ytd' "
                                      "trendDeadBand='3'/>"});
    struct deriving d = begun(&built);
    assert_string_equal(told_options(&d),
                        "worst, cell\ncarry, cell\n2, cell\n5, cell\npoints, cell\n60, cell\nytd, "
                        "cell\n3, cell\n");
}

static void fractions_are_told_with_their_decimals(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct arena *arena = f->arena;
    assert_string_equal(derive_fraction_text(arena, rational_of(arena, 99, 2), 1), "49.5");
    assert_string_equal(derive_fraction_text(arena, rational_of(arena, 136, 3), 1),
                        "(136/3) (about 45.3)");
    const struct rational *long_one = rational_of(arena, 1, 999999937);
    long_one = rational_mul(arena, long_one, rational_of(arena, 1, 999999929));
    assert_string_equal(derive_fraction_text(arena, long_one, 4), "about 0");
    fixture_free(f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        fixture_test(a_row_is_found_by_what_a_column_says),
        fixture_test(a_row_is_found_by_its_place_in_a_file_of_one_line),
        fixture_test(a_cell_is_found_by_the_id_of_its_row),
        fixture_test(an_empty_field_is_no_input),
        cmocka_unit_test(fractions_are_told_with_their_decimals),
        cmocka_unit_test(a_plan_made_by_hand_has_no_rows),
        fixture_test(the_reporting_date_has_a_cell_unless_another_one_is_given),
        fixture_test(the_reporting_period_has_a_cell_unless_another_one_is_given),
        fixture_test(options_that_are_left_blank_have_their_defaults),
        fixture_test(options_that_are_written_are_told_as_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

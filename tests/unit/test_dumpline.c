#include "unit/plancase.h"

#include "plan/dumpline.h"

static struct dumpline line_of(void **state, struct textbuf *out) {
    struct arena *arena = *state;
    struct plan *plan = arena_alloc(arena, sizeof *plan);
    plan->organization.fiscal.start_month = 4;
    textbuf_init(out, arena);
    return (struct dumpline){.out = out, .plan = plan};
}

static void a_line_holds_the_fields_that_are_there(void **state) {
    struct textbuf out;
    struct dumpline d = line_of(state, &out);
    struct unit unit = {.id = "U1"};
    dumpline_begin(&d, "thing");
    dumpline_word(&d, "id", "T1");
    dumpline_text(&d, "name", "say \"hi\"");
    dumpline_flag(&d, "big", true);
    dumpline_int(&d, "count", -3);
    dumpline_decimal(&d, "half", (struct decimal){500000});
    dumpline_quantity(&d, "none", (struct quantity){.known = true});
    dumpline_date(&d, "on", (struct date){2026, 2, 3});
    dumpline_unit(&d, "unit", &unit);
    dumpline_end(&d);
    assert_string_equal(
        textbuf_text(&out),
        "thing id=T1 name=\"say \\\"hi\\\"\" big count=-3 half=0.5 none=0 on=2026-02-03 unit=U1\n");
}

static void what_is_missing_is_left_out(void **state) {
    struct textbuf out;
    struct dumpline d = line_of(state, &out);
    dumpline_begin(&d, "thing");
    dumpline_word(&d, "id", "");
    dumpline_text(&d, "name", NULL);
    dumpline_text(&d, "owner", "");
    dumpline_flag(&d, "big", false);
    dumpline_quantity(&d, "none", (struct quantity){.known = false});
    dumpline_date(&d, "on", (struct date){0});
    dumpline_period(&d, "period", (struct period){0});
    dumpline_unit(&d, "unit", NULL);
    dumpline_end(&d);
    assert_string_equal(textbuf_text(&out), "thing\n");
}

static void periods_are_those_of_the_fiscal_year(void **state) {
    struct textbuf out;
    struct dumpline d = line_of(state, &out);
    struct period quarter = period_holding((struct date){2026, 5, 1}, FREQUENCY_QUARTERLY,
                                           &d.plan->organization.fiscal);
    dumpline_begin(&d, "thing");
    dumpline_period(&d, "period", quarter);
    dumpline_end(&d);
    char text[16];
    period_format(quarter, &d.plan->organization.fiscal, text);
    assert_string_equal(textbuf_text(&out), arena_printf(*state, "thing period=%s\n", text));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        fixture_test(a_line_holds_the_fields_that_are_there),
        fixture_test(what_is_missing_is_left_out),
        fixture_test(periods_are_those_of_the_fiscal_year),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

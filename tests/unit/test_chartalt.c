#include "layout/chartalt.h"
#include "monthcase.h"
#include "wordcase.h"

static void assert_told(const struct chart *chart, const char *expected) {
    assert_string_equal(chartalt_text(arena, chart, "Cover", &english), expected);
}

static void months_tell_the_last_value_the_lines_and_the_extremes(void **state) {
    (void)state;
    fill_months(CHART_COLUMNS);
    months[17].name = "September 2025";
    months[17].actual = (struct chart_value){true, 3.4, "3.4"};
    months[2].actual.known = false;
    months[14].actual = (struct chart_value){true, 6.1, "6.1"};
    months[14].name = "June 2025";
    months[23].name = "March 2026";
    assert_told(&month_chart,
                "Cover: September 2025 3.4, Plan 4.8, Red flag 4.2, forecast for March "
                "2026 4.5, lowest 3.4 in September 2025, highest 6.1 in June 2025, no "
                "value for 1 of 24 periods.");
}

static void an_empty_chart_says_so(void **state) {
    (void)state;
    struct chart chart = {.kind = CHART_LINE};
    assert_told(&chart, "Cover: no values.");
    chart.empty = "No values yet.";
    assert_told(&chart, "Cover: No values yet.");
}

static void a_waterfall_tells_its_totals_and_changes(void **state) {
    (void)state;
    static const struct chart_step steps[] = {{"Scope cut", -2, "\u22122.0", EFFECT_BAD}};
    const struct chart chart = {.kind = CHART_WATERFALL,
                                .as.waterfall = {.from_name = "case",
                                                 .to_name = "forecast",
                                                 .from = {true, 14.2, "14.2"},
                                                 .to = {true, 12.2, "12.2"},
                                                 .steps = steps,
                                                 .count = 1,
                                                 .done = {true, 4, "4.0"},
                                                 .done_word = "realised"}};
    assert_told(&chart, "Cover: case 14.2, forecast 12.2, realised 4.0, Scope cut \u22122.0.");
}

static void risks_above_appetite_are_named(void **state) {
    (void)state;
    static struct chart_risk risks[] = {
        {"R1", 1, 1, 1, 1, true}, {"R2", 1, 1, 1, 1, false}, {"R3", 1, 1, 1, 1, true}};
    const struct chart chart = {.kind = CHART_RISKMAP, .as.riskmap = {.risks = risks, .count = 3}};
    assert_told(&chart, "Cover: 3 risks, above appetite R1, R3.");
    risks[0].above = risks[2].above = false;
    assert_told(&chart, "Cover: 3 risks, none above appetite.");
    risks[0].above = risks[2].above = true;
}

static void a_matrix_tells_its_size_gaps_and_statuses(void **state) {
    (void)state;
    static const char *const heads[] = {"S1", "S2"};
    static const struct chart_matrix_cell cells[] = {
        {.label = "G", .mark = MARK_GREEN}, {.label = "R", .mark = MARK_RED, .word = "Off track"}};
    static const struct chart_matrix_row rows[] = {{"HR", cells, NULL}};
    static const struct chart_matrix_text totals[] = {{"1", true, false}, {"0", true, true}};
    const struct chart chart = {
        .kind = CHART_MATRIX,
        .as.matrix = {
            .heads = heads, .column_count = 2, .rows = rows, .row_count = 1, .totals = totals}};
    assert_told(&chart, "Cover: 1 rows by 2 columns, nothing for S2, G 1, Off track 1.");
}

static void control_charts_and_scatters_tell_what_the_caller_found(void **state) {
    (void)state;
    static struct chart_xmr_point points[] = {
        {.initial = "A", .name = "April", .value = {true, 5, "5.0"}, .signal = true},
        {.initial = "M", .value = {true, 6, "6.0"}}};
    const struct chart xmr = {
        .kind = CHART_XMR,
        .as.xmr = {
            .points = points, .count = 2, .has_limits = true, .mean = {true, 5, "Mean 5.0"}}};
    assert_told(&xmr, "Cover: M 6.0, Mean 5.0, signals in April.");
    static const struct chart_pair pairs[] = {{.x = 1, .y = 2}, {.x = 2, .y = 3}};
    const struct chart scatter = {.kind = CHART_SCATTER,
                                  .as.scatter = {.pairs = pairs,
                                                 .count = 2,
                                                 .x_label = "Move of L1",
                                                 .y_label = "Move of I2",
                                                 .verdict = "Association not shown"}};
    assert_told(&scatter,
                "Cover: Association not shown, 2 points, across Move of L1, upright Move of I2.");
}

static void runs_of_signals_are_told_by_their_ends_and_long_lists_are_cut(void **state) {
    (void)state;
    static struct chart_xmr_point points[12];
    for (size_t i = 0; i < 12; i++)
        points[i] = (struct chart_xmr_point){.initial = arena_printf(arena, "P%zu", i),
                                             .value = {true, 5, "5.0"},
                                             .signal = i == 1 || (i >= 3 && i <= 6) || i == 11};
    struct chart xmr = {.kind = CHART_XMR,
                        .as.xmr = {.points = points, .count = 12, .has_limits = true}};
    assert_told(&xmr, "Cover: P11 5.0, signals from P3 to P6, signals in P1, P11.");
    for (size_t i = 0; i < 12; i++)
        points[i].signal = i % 2 == 0;
    assert_told(&xmr, "Cover: P11 5.0, signals in P0, P2, P4, P6, 2 more.");
    for (size_t i = 0; i < 12; i++)
        points[i].signal = false;
    assert_told(&xmr, "Cover: P11 5.0, no signals.");
    for (size_t i = 0; i < 12; i++)
        points[i].signal = true;
    assert_told(&xmr, "Cover: P11 5.0, signals from P0 to P11.");
}

static void bars_in_tables_tell_their_labels_and_rows_of_time_nothing(void **state) {
    (void)state;
    const struct chart rate = {.kind = CHART_RATE,
                               .as.rate = {.own = {true, 71, "71"}, .base = {true, 40, "40"}}};
    assert_told(&rate, "Cover: 71, base rate 40.");
    const struct chart gantt = {.kind = CHART_GANTT_ROW};
    assert_null(chartalt_text(arena, &gantt, "Cover", &english));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        CASE(months_tell_the_last_value_the_lines_and_the_extremes),
        CASE(an_empty_chart_says_so),
        CASE(a_waterfall_tells_its_totals_and_changes),
        CASE(risks_above_appetite_are_named),
        CASE(a_matrix_tells_its_size_gaps_and_statuses),
        CASE(control_charts_and_scatters_tell_what_the_caller_found),
        CASE(runs_of_signals_are_told_by_their_ends_and_long_lists_are_cut),
        CASE(bars_in_tables_tell_their_labels_and_rows_of_time_nothing)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Charts over time and of evidence, side by side on one scale, and what they look like with little
 * or nothing in them. */
#include "layout/chartscale.h"
#include "specimen/sample.h"

enum { MONTHS = 24 };

static const char *const initials[] = {"A", "M", "J", "J", "A", "S", "O", "N", "D", "J", "F", "M"};

static const char *tenths(struct document *d, double value) {
    const int n = (int)(value * 10 + (value < 0 ? -0.5 : 0.5));
    const int whole = n < 0 ? -n : n;
    return arena_printf(d->arena, "%s%d.%d", n < 0 ? "\u2212" : "", whole / 10, whole % 10);
}

static double wave(int seed, int i) {
    static const double steps[] = {0.3, -0.2, 0.5, 0.1, -0.6, 0.4, -0.1, 0.2, -0.4, 0.6, -0.3};
    return steps[(i * 7 + seed * 3) % 11] + steps[(i * 3 + seed) % 11] / 2;
}

/* ---- XmR -------------------------------------------------------------------------------------
 */

static void xmr(struct document *d, struct block_list *list, size_t count, size_t signals,
                const char *name) {
    struct chart_xmr_point *points = arena_array(d->arena, count, sizeof *points);
    for (size_t i = 0; i < count; i++) {
        const bool late = i + signals >= count;
        const double at = 5 + wave(1, (int)i) - (late ? 1.6 : 0);
        points[i] = (struct chart_xmr_point){.initial = initials[i % 12],
                                             .name = sample_month(d, (int)i),
                                             .value = {i != 4, at, tenths(d, at)},
                                             .signal = late || i == 9,
                                             .effect = late ? EFFECT_BAD : EFFECT_NONE};
    }
    struct chart *chart = sample_figure(d, list, CHART_XMR, MM(52), name, "days, monthly");
    chart->as.xmr = (struct chart_xmr){.points = points,
                                       .count = count,
                                       .year_split = 12,
                                       .first_year = "2024/25",
                                       .second_year = "2025/26",
                                       .has_limits = count > 4,
                                       .trial = count < 12,
                                       .mean = {true, 4.9, "Mean 4.9"},
                                       .lower = {true, 3.7, "Lower limit 3.7"},
                                       .upper = {true, 6.1, "Upper limit 6.1"}};
}

/* ---- evidence --------------------------------------------------------------------------------
 */

static void scatter(struct document *d, struct block_list *list, bool related,
                    const char *verdict) {
    enum { PAIRS = 23 };
    static const struct chart_value ticks[] = {
        {true, -10, "\u221210"}, {true, 0, "0"}, {true, 10, "+10"}};
    struct chart_pair *pairs = arena_array(d->arena, PAIRS, sizeof *pairs);
    for (int i = 0; i < PAIRS; i++) {
        const double x = i % 8 == 0 ? 0 : 9 * wave(2, i) + (i * 13 % 17 - 8) / 2.0;
        const double y = related ? x * 0.8 + 3 * wave(4, i) : 9 * wave(5, i * 2) + i % 7 - 3;
        pairs[i] = (struct chart_pair){.x = x, .y = i % 8 == 0 ? 0 : y};
        pairs[i].name = sample_month(d, i - 5 + 12);
        pairs[i].x_text = tenths(d, pairs[i].x);
        pairs[i].y_text = tenths(d, pairs[i].y);
    }
    pairs[PAIRS - 1].label = "Sep 2025";
    struct chart *chart =
        sample_figure(d, list, CHART_SCATTER, MM(70), related ? "L1 drives I2 " : "S2 drives G1 ",
                      "month by month");
    chart->as.scatter =
        (struct chart_scatter){.pairs = pairs,
                               .count = PAIRS,
                               .x_label = "Move of L1 Skilled teams, points of score",
                               .y_label = "Move of I2 Inventory 3 months later, points of score",
                               .x_ticks = ticks,
                               .x_tick_count = 3,
                               .y_ticks = ticks,
                               .y_tick_count = 3,
                               .verdict = verdict,
                               .latest_marked = true};
}

void sample_evidence(struct document *d) {
    struct section *s = document_section(d, "evidence", "Link evidence");
    struct block_list *list = &s->blocks;
    block_title(d, list,
                "One of two links is borne out by what was measured; seven months are more "
                "than noise",
                "Moves of scores after trend and memory were taken away; limits of usual noise");
    struct block *columns = block_add(d, list, BLOCK_COLUMNS);
    for (int i = 0; i < 2; i++)
        vec_add(d->arena, &columns->columns);
    scatter(d, &columns->columns.items[0], true, "Association shown, rho 0.61, p 0.004");
    scatter(d, &columns->columns.items[1], false, "Association not shown");
    xmr(d, list, 24, 7, "Red-cell cover, group O ");
    xmr(d, list, 8, 0, "Plasma, trial limits of eight months ");
    xmr(d, list, 48, 3, "Four years ");
}

/* ---- many small ones -------------------------------------------------------------------------
 */

static struct chart *small(struct document *d, struct block_list *list, enum chart_kind kind,
                           int seed, double level, mp height) {
    struct chart_month *months = arena_array(d->arena, MONTHS, sizeof *months);
    for (int i = 0; i < MONTHS; i++) {
        const double at = level + wave(seed, i);
        const struct chart_value value = {true, at, tenths(d, at)};
        months[i] = (struct chart_month){
            .initial = initials[i % 12], .name = sample_month(d, i), .prior_year = i < 12};
        if (i < 18)
            months[i].actual = value;
        else
            months[i].forecast = value;
        if (i >= 12)
            months[i].plan = (struct chart_value){true, level, NULL};
    }
    static const char *const names[] = {"East ", "West ", "North ", "South "};
    struct chart *chart = sample_figure(d, list, kind, height, names[seed % 4], "days of cover");
    chart->as.columns = (struct chart_columns){.months = months,
                                               .count = MONTHS,
                                               .year_split = 12,
                                               .first_year = "2024/25",
                                               .second_year = "2025/26"};
    return chart;
}

static void side_by_side(struct document *d, struct block_list *list, enum chart_kind kind,
                         int count, mp height) {
    struct block *columns = block_add(d, list, BLOCK_COLUMNS);
    struct chart *charts[4];
    for (int i = 0; i < count; i++)
        vec_add(d->arena, &columns->columns);
    for (int i = 0; i < count; i++)
        charts[i] = small(d, &columns->columns.items[i], kind, i, 3 + 1.5 * i, height);
    chartscale_share(charts, (size_t)count);
}

void sample_multiples(struct document *d) {
    struct section *s = document_section(d, "multiples", "Small multiples");
    struct block_list *list = &s->blocks;
    block_title(d, list, "The same unit stands on the same scale in every picture of a page",
                "Three lines, two columns, all with 24 months");
    side_by_side(d, list, CHART_LINE, 3, MM(42));
    side_by_side(d, list, CHART_COLUMNS, 2, MM(48));
    side_by_side(d, list, CHART_COLUMNS, 3, MM(42));
}

/* ---- little and nothing ----------------------------------------------------------------------
 */

enum series { NOTHING, ONE, EQUAL, ZEROS, NEGATIVE, MIXED, HUGE_ONES, GAPS, SERIES };

static struct chart_value value_of(struct document *d, enum series series, int i, int count) {
    static const char *const huge[] = {"9\u202F200\u202F000\u202F000", "120"};
    switch (series) {
    case ONE:
        return i == count - 1 ? (struct chart_value){true, 4.2, "4.2"} : (struct chart_value){0};
    case EQUAL:
        return (struct chart_value){true, 5, "5.0"};
    case ZEROS:
        return (struct chart_value){true, 0, "0.0"};
    case NEGATIVE:
        return (struct chart_value){true, -3 - wave(1, i), tenths(d, -3 - wave(1, i))};
    case MIXED:
        return (struct chart_value){true, 3 * wave(2, i), tenths(d, 3 * wave(2, i))};
    case HUGE_ONES:
        return (struct chart_value){true, i % 6 ? 9.2e9 : 120, huge[i % 6 ? 0 : 1]};
    case GAPS:
        return i % 3 == 1 ? (struct chart_value){0}
                          : (struct chart_value){true, 4 + wave(3, i), tenths(d, 4 + wave(3, i))};
    case NOTHING:
    case SERIES:
    default:
        return (struct chart_value){0};
    }
}

static struct chart *series_chart(struct document *d, struct block_list *list, enum chart_kind kind,
                                  enum series series, int count) {
    static const char *const names[] = {"No value ", "One value ", "All equal ",
                                        "All zero ", "Negative ",  "Both sides of zero ",
                                        "Huge ",     "Gaps "};
    struct chart_month *months = arena_array(d->arena, (size_t)count, sizeof *months);
    for (int i = 0; i < count; i++)
        months[i] = (struct chart_month){.initial = initials[i % 12],
                                         .name = sample_month(d, i + 12),
                                         .actual = value_of(d, series, i, count)};
    struct chart *chart = sample_figure(d, list, kind, MM(34), names[series],
                                        kind == CHART_LINE ? "as a line" : "as columns");
    chart->as.columns =
        (struct chart_columns){.months = months, .count = (size_t)count, .first_year = "2025/26"};
    return chart;
}

void sample_little(struct document *d) {
    struct section *s = document_section(d, "little", "Little, nothing and too much");
    struct block_list *list = &s->blocks;
    block_title(d, list, "A chart with little in it says so, and one with much stays legible",
                "The same data as columns and as lines");
    for (int i = 0; i < SERIES; i++) {
        struct block *columns = block_add(d, list, BLOCK_COLUMNS);
        for (int k = 0; k < 2; k++)
            vec_add(d->arena, &columns->columns);
        series_chart(d, &columns->columns.items[0], CHART_COLUMNS, (enum series)i, 12);
        series_chart(d, &columns->columns.items[1], CHART_LINE, (enum series)i, 12);
    }
    series_chart(d, list, CHART_COLUMNS, MIXED, 48);
    series_chart(d, list, CHART_COLUMNS, EQUAL, 1);
    series_chart(d, list, CHART_LINE, GAPS, 60);
    struct chart *chart =
        sample_figure(d, list, CHART_WATERFALL, MM(30), "Benefits ", "without a case");
    chart->as.waterfall = (struct chart_waterfall){.from_name = "Case", .to_name = "Forecast"};
    chart = sample_figure(d, list, CHART_SCATTER, MM(34), "Evidence ", "too little data");
    chart->as.scatter =
        (struct chart_scatter){.x_label = "Move of the driver", .y_label = "Move of the outcome"};
    chart = sample_figure(d, list, CHART_XMR, MM(30), "Noise ", "no value");
    chart = sample_figure(d, list, CHART_MATRIX, MM(14), "Alignment ", "no units");
    sample_no_risks(d, list);
}

/* charts: whatever the numbers, no two labels of a chart touch, none leaves its rectangle, none
 * lies across a line, and every one stands on a ground it can be read on (packet-look.md sections
 * 7, 11 and 12).
 *
 * Charts are drawn from random data of every kind, size and oddity into a scene; then the scene is
 * asked.  A label is the box of its letters; its ground is what was painted last below it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "layout/chartmatrix.h"
#include "layout/charts.h"
#include "layout/style.h"
#include <math.h>
#include <string.h>

enum { ROUNDS = 400, SLOTS_MOST = 60 };

static struct arena *arena;
static struct fontset *fonts;
static struct diags *diags;
static uint64_t seed;

static uint32_t draw_number(uint32_t below) {
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(seed >> 33) % below;
}

static bool chance(uint32_t percent) {
    return draw_number(100) < percent;
}

/* ---- data ------------------------------------------------------------------------------------
 */

enum family { SMALL, EQUAL, ZERO, NEGATIVE, MIXED, HUGE_ONE, FAMILIES };

static double number_of(enum family family) {
    const double part = draw_number(1000) / 100.0;
    switch (family) {
    case EQUAL:
        return 5;
    case ZERO:
        return 0;
    case NEGATIVE:
        return -part;
    case MIXED:
        return part - 5;
    case HUGE_ONE:
        return chance(30) ? 9.2e12 : part * 1e5;
    case SMALL:
    case FAMILIES:
    default:
        return part;
    }
}

static const char *label_of(double value) {
    const double tenths = floor(fabs(value) * 10 + 0.5);
    const char *sign = value < 0 && tenths > 0 ? "\u2212" : "";
    if (tenths < 10000)
        return arena_printf(arena, "%s%d.%d", sign, (int)tenths / 10, (int)tenths % 10);
    const double thousands = floor(tenths / 10000);
    if (thousands < 1000)
        return arena_printf(arena, "%s%d\u202F%03d", sign, (int)thousands,
                            (int)(tenths / 10 - thousands * 1000));
    return arena_printf(arena, "%s%d\u202F%03d\u202F000", sign, (int)(thousands / 1000),
                        (int)(thousands - floor(thousands / 1000) * 1000));
}

static struct chart_value value_of(enum family family, uint32_t missing) {
    struct chart_value value = {.known = !chance(missing), .at = number_of(family)};
    value.label = value.known ? label_of(value.at) : NULL;
    return value;
}

static const char *name_of(uint32_t words) {
    static const char *const some[] = {"Re-estimate",      "Scope", "cut,", "N06",
                                       "Interoperability", "of",    "the",  "net",
                                       "Laboratories"};
    const char *name = some[draw_number(9)];
    for (uint32_t i = draw_number(words); i > 0; i--)
        name = arena_printf(arena, "%s %s", name, some[draw_number(9)]);
    return name;
}

static struct chart_columns random_months(void) {
    static const char *const initials[] = {"A", "M", "J", "J", "A", "S",
                                           "O", "N", "D", "J", "F", "M"};
    const size_t count = draw_number(SLOTS_MOST);
    const enum family family = (enum family)draw_number(FAMILIES);
    const uint32_t missing = draw_number(3) * 30;
    struct chart_month *months = arena_array(arena, count + 1, sizeof *months);
    const size_t split = chance(50) ? count / 2 : 0;
    const size_t now = draw_number((uint32_t)count + 1);
    for (size_t i = 0; i < count; i++) {
        months[i].initial = initials[i % 12];
        months[i].prior_year = i < split && chance(95);
        if (i <= now)
            months[i].actual = value_of(family, missing);
        else
            months[i].forecast = value_of(family, missing);
        if (i >= split && chance(80))
            months[i].plan = value_of(family, 10);
        months[i].variance_label = chance(80) ? label_of(number_of(family)) : NULL;
        months[i].has_red = chance(20);
        months[i].red = number_of(family);
        months[i].status = (enum mark)draw_number(6);
    }
    return (struct chart_columns){.months = months,
                                  .count = count,
                                  .year_split = split,
                                  .first_year = "2024/25",
                                  .second_year = "2025/26",
                                  .first_note = chance(50) ? "prior year" : NULL,
                                  .second_note = chance(50) ? "actual, hatched = forecast" : NULL,
                                  .has_red = chance(50),
                                  .red = number_of(family),
                                  .plan_label = chance(70) ? "Plan 5.0" : NULL,
                                  .red_label = chance(70) ? "Red flag 4.0" : NULL,
                                  .variance_label = chance(70) ? "Variance to plan" : NULL,
                                  .forecast_label = chance(70) ? "forecast" : NULL,
                                  .variance_strip = chance(60)};
}

static struct chart_waterfall random_waterfall(void) {
    const size_t count = draw_number(CHART_STEPS_MOST + 1);
    const enum family family = (enum family)draw_number(FAMILIES);
    struct chart_step *steps = arena_array(arena, count + 1, sizeof *steps);
    for (size_t i = 0; i < count; i++) {
        steps[i].change = number_of(chance(50) ? family : MIXED);
        steps[i].label = label_of(steps[i].change);
        steps[i].name = name_of(4);
        steps[i].effect = (enum chart_effect)draw_number(3);
    }
    return (struct chart_waterfall){.from_name = "Business case",
                                    .to_name = name_of(3),
                                    .from = value_of(family, 10),
                                    .to = value_of(family, 10),
                                    .steps = steps,
                                    .count = count,
                                    .done = value_of(family, 10),
                                    .rest = value_of(family, 10),
                                    .done_word = "realised",
                                    .rest_word = "to come"};
}

static struct chart_riskmap random_risks(void) {
    const size_t count = draw_number(30);
    struct chart_risk *risks = arena_array(arena, count + 1, sizeof *risks);
    const bool piled = chance(20);
    const bool wide = chance(20);
    for (size_t i = 0; i < count; i++)
        risks[i] =
            (struct chart_risk){.id = arena_printf(arena, wide ? "RISK-%03zu" : "R%02zu", i + 1),
                                .likelihood = piled ? 2 : (int)draw_number(6),
                                .impact = piled ? 3 : (int)draw_number(6),
                                .inherent_likelihood = (int)draw_number(6),
                                .inherent_impact = (int)draw_number(6),
                                .above = chance(30)};
    return (struct chart_riskmap){.risks = risks,
                                  .count = count,
                                  .likelihood_label = "Likelihood: 1 rare to 5 almost certain",
                                  .impact_label = "Impact: 1 minor to 5 severe"};
}

static struct chart_matrix_text text_of(void) {
    return (struct chart_matrix_text){chance(10) ? NULL : label_of(number_of(SMALL)), chance(50),
                                      chance(20)};
}

static struct chart_matrix random_matrix(void) {
    static const char *const end_heads[] = {"Traced", "%"};
    const size_t groups = draw_number(7);
    struct chart_matrix_group *all = arena_array(arena, groups + 1, sizeof *all);
    size_t columns = groups ? 0 : draw_number(12);
    for (size_t i = 0; i < groups; i++) {
        all[i] = (struct chart_matrix_group){name_of(2), 2 + draw_number(3)};
        columns += all[i].columns;
    }
    const size_t rows = draw_number(14);
    const char **heads = arena_array(arena, columns + 1, sizeof *heads);
    struct chart_matrix_text *totals = arena_array(arena, columns + 1, sizeof *totals);
    for (size_t i = 0; i < columns; i++) {
        heads[i] = arena_printf(arena, "S%zu", i + 1);
        totals[i] = (struct chart_matrix_text){"3", true, chance(20)};
    }
    struct chart_matrix_row *lines = arena_array(arena, rows + 1, sizeof *lines);
    struct chart_matrix_text *ends = arena_array(arena, 2 * rows + 2, sizeof *ends);
    for (size_t i = 0; i < rows; i++) {
        struct chart_matrix_cell *cells = arena_array(arena, columns + 1, sizeof *cells);
        for (size_t k = 0; k < columns; k++) {
            const enum mark mark = groups ? MARK_NONE : (enum mark)draw_number(6);
            const char *count = chance(60) ? NULL : "3";
            cells[k] = (struct chart_matrix_cell){.label = mark ? mark_letter(mark) : count,
                                                  .level = (int)draw_number(4),
                                                  .mark = mark};
        }
        ends[2 * i] = text_of();
        ends[2 * i + 1] = text_of();
        lines[i] = (struct chart_matrix_row){name_of(4), cells, &ends[2 * i]};
    }
    const bool total = chance(60);
    return (struct chart_matrix){.groups = all,
                                 .group_count = groups,
                                 .heads = heads,
                                 .column_count = columns,
                                 .rows = lines,
                                 .row_count = rows,
                                 .end_heads = end_heads,
                                 .end_count = 2,
                                 .total_name = total ? "Links in all" : NULL,
                                 .totals = total ? totals : NULL,
                                 .total_ends = total ? &ends[2 * rows] : NULL,
                                 .cell_most = groups ? 0 : MM(8) + (mp)draw_number(30) * MM(1)};
}

static struct chart_scatter random_scatter(void) {
    const size_t count = draw_number(40);
    const enum family family = chance(50) ? MIXED : (enum family)draw_number(FAMILIES);
    struct chart_pair *pairs = arena_array(arena, count + 1, sizeof *pairs);
    for (size_t i = 0; i < count; i++) {
        pairs[i].x = floor(number_of(family));
        pairs[i].y = chance(20) ? 0 : number_of(family);
        pairs[i].label = chance(30) ? "Sep 2025" : NULL;
    }
    static const struct chart_value ticks[] = {
        {true, -10, "\u221210"}, {true, 0, "0"}, {true, 10, "+10"}};
    return (struct chart_scatter){.pairs = pairs,
                                  .count = count,
                                  .x_label = name_of(9),
                                  .y_label = name_of(9),
                                  .x_ticks = ticks,
                                  .y_ticks = ticks,
                                  .x_tick_count = 3,
                                  .y_tick_count = 3,
                                  .verdict = chance(50) ? "Association not shown" : NULL,
                                  .latest_marked = chance(50)};
}

static struct chart_xmr random_xmr(void) {
    const struct chart_columns months = random_months();
    struct chart_xmr_point *points = arena_array(arena, months.count + 1, sizeof *points);
    for (size_t i = 0; i < months.count; i++)
        points[i] = (struct chart_xmr_point){.initial = months.months[i].initial,
                                             .value = months.months[i].actual,
                                             .signal = chance(20),
                                             .effect = (enum chart_effect)draw_number(3)};
    return (struct chart_xmr){.points = points,
                              .count = months.count,
                              .year_split = months.year_split,
                              .first_year = "2024/25",
                              .second_year = "2025/26",
                              .has_limits = chance(70),
                              .trial = chance(30),
                              .mean = {true, 5, "Mean 5.0"},
                              .lower = {true, 4.5, "Lower limit 4.5"},
                              .upper = {true, 5.5, "Upper limit 5.5"}};
}

static struct chart_fte random_fte(void) {
    const double planned = draw_number(900) / 100.0;
    return (struct chart_fte){.planned = planned,
                              .filled = planned * draw_number(100) / 100,
                              .min = 6,
                              .max = 8,
                              .scale = 9,
                              .has_band = chance(80),
                              .planned_label = "plan 6.00",
                              .filled_label = "filled 4.50",
                              .band_label = "published benchmark 6\u20138"};
}

static struct chart_tally random_tally(void) {
    static const char *const words[5] = {"Exceeds", "On track", "At risk", "Off track", "No data"};
    struct chart_tally tally = {.count = 1 + draw_number(3)};
    struct chart_tally_row *rows = arena_array(arena, 3, sizeof *rows);
    for (size_t i = 0; i < 3; i++) {
        rows[i].label = "This packet";
        rows[i].strong = i == 1;
        for (int k = 0; k < 5; k++)
            rows[i].counts[k] = (int)draw_number(chance(30) ? 200 : 9);
    }
    tally.rows = rows;
    memcpy(tally.words, words, sizeof words);
    return tally;
}

/* ---- the questions ---------------------------------------------------------------------------
 */

static struct rect text_box(const struct scene_item *item) {
    const struct scene_text *text = &item->as.text;
    const mp cap = (mp)((int64_t)text->size * 70 / 100);
    return (struct rect){text->x, text->y - cap, shape_run_width(text->run, text->size), cap};
}

static struct rect path_box(const struct path *path) {
    struct point low = path->points[0];
    struct point high = low;
    for (size_t i = 1; i < path->point_count; i++) {
        low.x = length_min(low.x, path->points[i].x);
        low.y = length_min(low.y, path->points[i].y);
        high.x = length_max(high.x, path->points[i].x);
        high.y = length_max(high.y, path->points[i].y);
    }
    return (struct rect){low.x, low.y, high.x - low.x, high.y - low.y};
}

static bool inside(struct rect outer, struct rect inner) {
    return inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.w <= outer.x + outer.w &&
           inner.y + inner.h <= outer.y + outer.h;
}

static bool overlap(struct rect a, struct rect b) {
    return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

/* A way between two points touches a box: asked at enough places between. */
static bool way_touches(struct point a, struct point b, struct rect box) {
    if (length_max(a.x, b.x) < box.x || length_min(a.x, b.x) > box.x + box.w ||
        length_max(a.y, b.y) < box.y || length_min(a.y, b.y) > box.y + box.h)
        return false;
    for (int i = 0; i <= 200; i++) {
        const struct point at = {a.x + (mp)((int64_t)(b.x - a.x) * i / 200),
                                 a.y + (mp)((int64_t)(b.y - a.y) * i / 200)};
        if (at.x > box.x && at.x < box.x + box.w && at.y > box.y && at.y < box.y + box.h)
            return true;
    }
    return false;
}

static struct point on_curve(struct point from, const struct point *to, int step) {
    const double t = step / 8.0;
    const double u = 1 - t;
    const double a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;
    return (struct point){(mp)(a * from.x + b * to[0].x + c * to[1].x + d * to[2].x),
                          (mp)(a * from.y + b * to[0].y + c * to[1].y + d * to[2].y)};
}

static bool curve_touches(struct point from, const struct point *to, struct rect box) {
    for (int step = 0; step < 8; step++)
        if (way_touches(on_curve(from, to, step), on_curve(from, to, step + 1), box))
            return true;
    return false;
}

static bool stroke_touches(const struct path *path, struct rect box) {
    if (path->stroke == COLOUR_NONE || path->width == 0)
        return false;
    const struct point *next = path->points;
    struct point here = {0, 0};
    struct point first = {0, 0};
    for (size_t i = 0; i < path->op_count; i++) {
        const struct point from = here;
        const enum path_op op = (enum path_op)path->ops[i];
        if (op == PATH_CURVE && curve_touches(from, next, box))
            return true;
        here = op == PATH_CLOSE ? first : op == PATH_CURVE ? next[2] : *next;
        next += op == PATH_CLOSE ? 0 : op == PATH_CURVE ? 3 : 1;
        if (op == PATH_MOVE)
            first = here;
        else if (op != PATH_CURVE && way_touches(from, here, box))
            return true;
    }
    return false;
}

static double channel(uint32_t value) {
    const double part = value / 255.0;
    return part <= 0.03928 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4);
}

static double luminance(uint32_t colour) {
    return 0.2126 * channel(colour >> 16 & 255) + 0.7152 * channel(colour >> 8 & 255) +
           0.0722 * channel(colour & 255);
}

static double contrast(uint32_t a, uint32_t b) {
    const double x = luminance(a);
    const double y = luminance(b);
    return (fmax(x, y) + 0.05) / (fmin(x, y) + 0.05);
}

static void assert_contrast(const struct scene_item *item, uint32_t ground, uint64_t from) {
    if (contrast(ground, item->as.text.colour) < 4.5)
        fail_msg("round %llu: '%s' of %06X on %06X", (unsigned long long)from,
                 item->as.text.run->text, item->as.text.colour, ground);
}

/* Looks down from the label through all that lies below it to the first fill that holds it whole:
 * it can be read on each, and no line crosses it. */
static void assert_ground(const struct scene_page *page, size_t label, uint64_t from) {
    const struct scene_item *item = &page->items.items[label];
    const struct rect box = text_box(item);
    for (size_t i = label; i-- > 0;) {
        const struct scene_item *below = &page->items.items[i];
        if (below->kind != SCENE_PATH)
            continue;
        const struct path *path = below->as.path;
        const struct rect area = path_box(path);
        if (stroke_touches(path, box))
            fail_msg("round %llu: a line crosses '%s'", (unsigned long long)from,
                     item->as.text.run->text);
        if (path->fill == COLOUR_NONE || !overlap(area, box))
            continue;
        assert_contrast(item, path->fill, from);
        if (inside(area, box))
            return;
    }
    assert_contrast(item, WHITE, from);
}

/* The numbers in the cells of a risk map are the last that arrows avoid. */
static bool may_be_covered(const struct scene_item *item) {
    return item->as.text.colour == TINT_NUMBER;
}

static void assert_legible(const struct scene_page *page, size_t label, uint64_t from) {
    const struct scene_item *item = &page->items.items[label];
    const struct rect box = text_box(item);
    assert_ground(page, label, from);
    for (size_t i = label + 1; i < page->items.count && !may_be_covered(item); i++) {
        const struct scene_item *above = &page->items.items[i];
        if (above->kind == SCENE_PATH &&
            (stroke_touches(above->as.path, box) ||
             (above->as.path->fill != COLOUR_NONE && overlap(path_box(above->as.path), box))))
            fail_msg("round %llu: something is painted over '%s'", (unsigned long long)from,
                     item->as.text.run->text);
    }
}

/* Not even on a plate: the line would seem to end there. */
static void assert_off_lines(const struct scene_page *page, struct rect box, uint64_t from) {
    for (size_t i = 0; i < page->items.count; i++)
        if (page->items.items[i].kind == SCENE_PATH &&
            stroke_touches(page->items.items[i].as.path, box))
            fail_msg("round %llu: a label hides a part of a line", (unsigned long long)from);
}

static void ask(const struct scene *scene, enum chart_kind kind, struct rect rect, uint64_t from) {
    const struct scene_page *page = &scene->pages.items[0];
    /* Runs of one text touch; the next label does not begin where the last one ended. */
    for (size_t i = 0; i < page->items.count; i++) {
        if (page->items.items[i].kind != SCENE_TEXT)
            continue;
        const struct rect box = text_box(&page->items.items[i]);
        if (!inside(rect, box))
            fail_msg("round %llu: '%s' leaves the chart: %d %d %d %d in %d %d %d %d",
                     (unsigned long long)from, page->items.items[i].as.text.run->text, box.x, box.y,
                     box.w, box.h, rect.x, rect.y, rect.w, rect.h);
        for (size_t k = 0; k < i; k++)
            if (page->items.items[k].kind == SCENE_TEXT &&
                overlap(box, text_box(&page->items.items[k])))
                fail_msg("round %llu: '%s' overprints '%s'", (unsigned long long)from,
                         page->items.items[i].as.text.run->text,
                         page->items.items[k].as.text.run->text);
        assert_legible(page, i, from);
        if (kind == CHART_XMR)
            assert_off_lines(page, box, from);
    }
}

static void fill(struct chart *chart) {
    switch ((int)chart->kind) {
    case CHART_COLUMNS:
    case CHART_LINE:
        chart->as.columns = random_months();
        break;
    case CHART_WATERFALL:
        chart->as.waterfall = random_waterfall();
        break;
    case CHART_RISKMAP:
        chart->as.riskmap = random_risks();
        break;
    case CHART_MATRIX:
        chart->as.matrix = random_matrix();
        chart->height = chartmatrix_height(&chart->as.matrix);
        break;
    case CHART_SCATTER:
        chart->as.scatter = random_scatter();
        break;
    case CHART_XMR:
        chart->as.xmr = random_xmr();
        break;
    case CHART_FTE_TOTAL:
        chart->as.fte = random_fte();
        break;
    case CHART_TALLY:
        chart->as.tally = random_tally();
        break;
    case CHART_VARIANCE:
        chart->as.variance =
            (struct chart_variance){value_of((enum family)draw_number(FAMILIES), 10), 10, NULL,
                                    (enum chart_effect)draw_number(3)};
        break;
    case CHART_RATE:
        chart->as.rate = (struct chart_rate){value_of(SMALL, 10), value_of(SMALL, 10), 10, "10.0"};
        break;
    default:
        break;
    }
}

static void try_kind(enum chart_kind kind, mp width_least, mp width_more, mp height_least,
                     mp height_more) {
    for (uint64_t round = 0; round < ROUNDS; round++) {
        seed = round * 977 + (uint64_t)kind;
        arena = arena_new(0, NULL, NULL);
        struct chart chart = {.kind = kind, .alt = "A chart", .empty = "No values yet."};
        chart.height = height_least + (mp)draw_number((uint32_t)height_more + 1);
        const mp width = width_least + (mp)draw_number((uint32_t)width_more + 1);
        fill(&chart);
        const struct rect rect = {MM(18), MM(20), width, chart.height};
        struct scene *scene = scene_new(arena);
        scene_add_page(scene, MM(297), MM(297), "1");
        chart_draw((struct pen){scene, 0, SCENE_ARTIFACT}, fonts, &chart, rect, diags);
        assert_null(scene_problem(scene));
        ask(scene, kind, rect, round);
        arena_free(arena);
    }
}

static void labels_of_columns_are_apart_and_legible(void **state) {
    (void)state;
    try_kind(CHART_COLUMNS, MM(54), MM(130), MM(34), MM(60));
}

static void labels_of_lines_are_apart_and_legible(void **state) {
    (void)state;
    try_kind(CHART_LINE, MM(54), MM(130), MM(34), MM(60));
}

static void labels_of_waterfalls_are_apart_and_legible(void **state) {
    (void)state;
    try_kind(CHART_WATERFALL, MM(102), MM(72), MM(50), MM(40));
}

static void labels_of_risk_maps_are_apart_and_legible(void **state) {
    (void)state;
    try_kind(CHART_RISKMAP, MM(102), MM(10), MM(81.4), MM(4));
}

static void labels_of_matrices_are_apart_and_legible(void **state) {
    (void)state;
    try_kind(CHART_MATRIX, MM(174), MM(90), MM(50), 0);
}

static void labels_of_scatters_are_apart_and_legible(void **state) {
    (void)state;
    try_kind(CHART_SCATTER, MM(54), MM(120), MM(50), MM(50));
}

static void labels_of_control_charts_are_apart_and_legible(void **state) {
    (void)state;
    try_kind(CHART_XMR, MM(84), MM(90), MM(40), MM(40));
}

static void labels_of_bars_in_tables_are_apart_and_legible(void **state) {
    (void)state;
    try_kind(CHART_VARIANCE, MM(60), MM(4), MM(4), 0);
    try_kind(CHART_RATE, MM(40), MM(30), MM(4.9), 0);
}

static void labels_of_the_staffing_total_are_apart_and_legible(void **state) {
    (void)state;
    try_kind(CHART_FTE_TOTAL, MM(120), MM(54), MM(17), 0);
}

static void labels_of_tallies_are_apart_and_legible(void **state) {
    (void)state;
    try_kind(CHART_TALLY, MM(147), MM(27), MM(17), 0);
}

static int open_fonts(void **state) {
    (void)state;
    static struct arena *kept;
    kept = arena_new(0, NULL, NULL);
    *state = kept;
    diags = diags_new(kept);
    fonts = fontset_open(kept, diags);
    return fonts ? 0 : -1;
}

static int close_fonts(void **state) {
    arena_free(*state);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(labels_of_columns_are_apart_and_legible),
        cmocka_unit_test(labels_of_lines_are_apart_and_legible),
        cmocka_unit_test(labels_of_waterfalls_are_apart_and_legible),
        cmocka_unit_test(labels_of_risk_maps_are_apart_and_legible),
        cmocka_unit_test(labels_of_matrices_are_apart_and_legible),
        cmocka_unit_test(labels_of_scatters_are_apart_and_legible),
        cmocka_unit_test(labels_of_control_charts_are_apart_and_legible),
        cmocka_unit_test(labels_of_bars_in_tables_are_apart_and_legible),
        cmocka_unit_test(labels_of_the_staffing_total_are_apart_and_legible),
        cmocka_unit_test(labels_of_tallies_are_apart_and_legible)};
    return cmocka_run_group_tests(tests, open_fonts, close_fonts);
}

#include "layout/chart.h"

#include "layout/charts.h"
#include <assert.h>

typedef void draw_fn(const struct ink *ink, const struct chart *chart, struct rect rect);

static draw_fn *const drawers[] = {
    [CHART_SPARKLINE] = chartsparkline_draw, [CHART_BULLET] = chartbullet_draw,
    [CHART_COLUMNS] = chartcolumns_draw,     [CHART_LINE] = chartline_draw,
    [CHART_TALLY] = charttally_draw,         [CHART_FTE_ROW] = chartfte_draw_row,
    [CHART_FTE_TOTAL] = chartfte_draw_total, [CHART_GANTT_HEAD] = chartgantt_draw_head,
    [CHART_GANTT_ROW] = chartgantt_draw_row, [CHART_RAMP] = chartramp_draw,
    [CHART_SHARE] = chartshare_draw,         [CHART_WATERFALL] = chartwaterfall_draw,
    [CHART_VARIANCE] = chartvariance_draw,   [CHART_RISKMAP] = chartriskmap_draw,
    [CHART_MATRIX] = chartmatrix_draw,       [CHART_RATE] = chartrate_draw,
    [CHART_YEAR_HEAD] = chartyear_draw_head, [CHART_YEAR_ROW] = chartyear_draw_row,
    [CHART_SCATTER] = chartscatter_draw,     [CHART_XMR] = chartxmr_draw};

bool chart_fills_row(const struct chart *chart) {
    return chart->kind == CHART_GANTT_ROW || chart->kind == CHART_FTE_ROW ||
           chart->kind == CHART_YEAR_ROW;
}

static bool no_points(const struct chart_value *points, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (points[i].known)
            return false;
    return true;
}

static bool no_months(const struct chart_columns *columns) {
    for (size_t i = 0; i < columns->count; i++)
        if (columns->months[i].actual.known || columns->months[i].forecast.known)
            return false;
    return true;
}

static bool no_counts(const struct chart_tally *tally) {
    for (size_t i = 0; i < tally->count; i++)
        for (int k = 0; k < 5; k++)
            if (tally->rows[i].counts[k] > 0)
                return false;
    return true;
}

static bool no_signals(const struct chart_xmr *xmr) {
    for (size_t i = 0; i < xmr->count; i++)
        if (xmr->points[i].value.known)
            return false;
    return true;
}

static bool no_activity(const struct chart_year *year) {
    for (size_t i = 0; i < year->count; i++)
        if (year->marks[i] != YEAR_NOTHING)
            return false;
    return true;
}

const char *chart_month_name(const struct chart_month *month) {
    return month->name ? month->name : month->initial;
}

const char *chart_point_name(const struct chart_xmr_point *point) {
    return point->name ? point->name : point->initial;
}

bool chart_empty(const struct chart *chart) {
    switch ((int)chart->kind) {
    case CHART_SPARKLINE:
        return no_points(chart->as.sparkline.points, chart->as.sparkline.count);
    case CHART_BULLET:
        return !chart->as.bullet.actual.known && !chart->as.bullet.forecast.known;
    case CHART_COLUMNS:
    case CHART_LINE:
        return no_months(&chart->as.columns);
    case CHART_TALLY:
        return no_counts(&chart->as.tally);
    case CHART_WATERFALL:
        return !chart->as.waterfall.from.known && !chart->as.waterfall.to.known;
    case CHART_VARIANCE:
        return !chart->as.variance.value.known;
    case CHART_RISKMAP:
        return chart->as.riskmap.count == 0;
    case CHART_MATRIX:
        return chart->as.matrix.row_count == 0 || chart->as.matrix.column_count == 0;
    case CHART_RATE:
        return !chart->as.rate.own.known && !chart->as.rate.base.known;
    case CHART_YEAR_ROW:
        return no_activity(&chart->as.year);
    case CHART_SCATTER:
        return chart->as.scatter.count == 0;
    case CHART_XMR:
        return no_signals(&chart->as.xmr);
    default:
        return false;
    }
}

void chart_draw(struct pen pen, struct fontset *fonts, const struct chart *chart, struct rect rect,
                struct diags *diags) {
    assert((size_t)chart->kind < sizeof drawers / sizeof *drawers);
    const struct ink ink = {pen, fonts, diags};
    drawers[chart->kind](&ink, chart, rect);
}

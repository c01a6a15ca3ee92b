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
    [CHART_SHARE] = chartshare_draw};

bool chart_fills_row(const struct chart *chart) {
    return chart->kind == CHART_GANTT_ROW || chart->kind == CHART_FTE_ROW;
}

void chart_draw(struct pen pen, struct fontset *fonts, const struct chart *chart, struct rect rect,
                struct diags *diags) {
    assert((size_t)chart->kind < sizeof drawers / sizeof *drawers);
    const struct ink ink = {pen, fonts, diags};
    drawers[chart->kind](&ink, chart, rect);
}

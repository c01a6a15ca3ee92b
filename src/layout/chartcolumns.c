#include "layout/charts.h"
#include "layout/chartstrip.h"
#include "layout/chartvalues.h"
#include "layout/style.h"

#define LABEL_ROOM MM(3.8) /* above the highest column, where a label stands there */
#define BARE_ROOM  MM(0.6)
#define PRIOR_LINE MM(0.16)

/* Nothing fills it: the red flag's line is seen through. */
static void draw_plan(const struct chartmonths *m, size_t i) {
    struct rect rect;
    if (chartmonths_plan(m, i, &rect))
        draw_frame(m->ink->pen, rect, COLOUR_NONE, INK, MM(0.2));
}

/* Its outline ends on the axis: below it, it would show as feet of another grey. */
static void draw_prior(const struct chartmonths *m, struct rect rect) {
    draw_rect(m->ink->pen, rect, PRIOR);
    rect.h = length_max(rect.h - PRIOR_LINE, 0);
    draw_frame(m->ink->pen, rect, COLOUR_NONE, PRIOR_OUTLINE, PRIOR_LINE);
}

static void draw_column(const struct chartmonths *m, size_t i) {
    const struct chart_month *month = &m->chart->months[i];
    if (month->actual.known && month->prior_year)
        draw_prior(m, chartmonths_column(m, i, month->actual.at));
    else if (month->actual.known)
        draw_rect(m->ink->pen, chartmonths_column(m, i, month->actual.at), ACTUAL);
    else if (month->forecast.known)
        chartink_hatched(m->ink, chartmonths_column(m, i, month->forecast.at), ACTUAL);
}

/* Columns and their labels below the strip. */
static struct chartmonths months_below(const struct ink *ink, const struct chart_columns *columns,
                                       struct rect rect, mp top, mp room) {
    struct chartmonths m = chartmonths_make(ink, columns, rect, top + room, true);
    m.labels.bounds.y = top;
    m.labels.bounds.h = m.axis - top;
    return m;
}

void chartcolumns_draw(const struct ink *ink, const struct chart *chart, struct rect rect) {
    const struct chart_columns *columns = &chart->as.columns;
    const struct chartstrip strip = chartstrip_make(ink, columns, rect);
    const mp top = rect.y + strip.height;
    struct chartvalues values;
    struct chartmonths m = months_below(ink, columns, rect, top, BARE_ROOM);
    m.labels.bounds.y -= LABEL_ROOM;
    m.labels.bounds.h += LABEL_ROOM;
    chartvalues_place(&m, &values);
    if (values.top < top) {
        m = months_below(ink, columns, rect, top, LABEL_ROOM);
        chartvalues_place(&m, &values);
    }
    if (strip.height > 0)
        chartstrip_draw(&m, &strip);
    chartmonths_draw_red(&m);
    for (size_t i = 0; i < columns->count; i++) {
        draw_plan(&m, i);
        draw_column(&m, i);
    }
    chartvalues_draw(&m, &values);
    chartmonths_draw_axis(&m);
    if (chartmonths_empty(&m))
        chartink_empty(ink, (struct rect){rect.x, rect.y, m.end - rect.x, m.axis - rect.y},
                       chart->empty);
    chartmonths_draw_lane(&m);
}

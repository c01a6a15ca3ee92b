#include "layout/charts.h"

#include "layout/style.h"

#define BAR_HEIGHT MM(2.4)
#define MARK_HALF  MM(1.45)
#define ARROW      MM(1.5)

static struct scale scale_of(const struct chart_gantt *g, struct rect rect) {
    return (struct scale){g->from, g->to, rect.x, rect.x + rect.w};
}

static void upright(const struct ink *ink, mp x, mp from, mp to, uint32_t colour, mp width) {
    draw_line(ink->pen, (struct point){x, from}, (struct point){x, to}, colour, width);
}

/* ---- head: years above months ----------------------------------------------------------------
 */

static bool begins_year(const struct chart_gantt *g, int32_t day) {
    for (size_t i = 0; i < g->year_count; i++)
        if (g->years[i] == day)
            return true;
    return false;
}

void chartgantt_draw_head(const struct ink *ink, const struct chart *chart, struct rect rect) {
    const struct chart_gantt *g = &chart->as.gantt;
    const struct scale scale = scale_of(g, rect);
    const mp bottom = rect.y + rect.h;
    for (size_t i = 0; i < g->year_count; i++) {
        const mp x = chartink_at(&scale, g->years[i]);
        const mp room =
            (i + 1 < g->year_count ? chartink_at(&scale, g->years[i + 1]) : rect.x + rect.w) - x;
        upright(ink, x, rect.y + MM(0.4), bottom, GROUP_RULE, MM(0.2));
        if (chartink_width(ink, STYLE_TABLE_HEAD, g->year_labels[i]) + MM(1) < room)
            chartink_text(ink, STYLE_TABLE_HEAD, GREY, ALIGN_LEFT,
                          (struct point){x + MM(0.8), rect.y + MM(2.8)}, g->year_labels[i]);
    }
    for (size_t i = 0; i < g->month_count; i++) {
        const mp x = chartink_at(&scale, g->months[i]);
        const mp next =
            i + 1 < g->month_count ? chartink_at(&scale, g->months[i + 1]) : rect.x + rect.w;
        chartink_text(ink, STYLE_DENSE_KEY, GREY, ALIGN_CENTRE,
                      (struct point){x + (next - x) / 2, bottom - MM(0.9)}, g->month_initials[i]);
    }
}

/* ---- row -------------------------------------------------------------------------------------
 */

static void draw_grid(const struct ink *ink, const struct chart_gantt *g, const struct scale *scale,
                      struct rect rect) {
    for (size_t i = 0; i < g->quarter_count; i++) {
        const bool year = begins_year(g, g->quarters[i]);
        upright(ink, chartink_at(scale, g->quarters[i]), rect.y, rect.y + rect.h,
                year ? GROUP_RULE : HAIRLINE, year ? MM(0.16) : MM(0.12));
    }
}

static void arrowhead(const struct ink *ink, mp x, mp y, mp length, uint32_t colour) {
    const mp half = BAR_HEIGHT / 2;
    const struct point corners[] = {{x, y - half}, {x + length, y}, {x, y + half}};
    draw_polygon(ink->pen, corners, 3, colour, COLOUR_NONE, 0);
}

static void draw_piece(const struct ink *ink, mp from, mp to, mp y, uint32_t colour) {
    if (to > from)
        draw_rect(ink->pen, (struct rect){from, y - BAR_HEIGHT / 2, to - from, BAR_HEIGHT}, colour);
}

/* What lies outside the window is told by an arrowhead at its edge. */
static void draw_span(const struct ink *ink, const struct chart_gantt *g, const struct scale *scale,
                      struct rect rect) {
    if (g->end <= g->start)
        return;
    const mp y = rect.y + rect.h / 2;
    const double done_day = g->start + g->done * (double)(g->end - g->start);
    const bool early = g->start < g->from;
    const bool late = g->end > g->to;
    const uint32_t left = done_day > g->from ? ACTUAL : PLANNED_SPAN;
    const uint32_t right = done_day >= g->to ? ACTUAL : PLANNED_SPAN;
    if (g->end <= g->from) {
        arrowhead(ink, rect.x + ARROW, y, -ARROW, g->done >= 1 ? ACTUAL : PLANNED_SPAN);
        return;
    }
    if (g->start >= g->to) {
        arrowhead(ink, rect.x + rect.w - ARROW, y, ARROW, g->done > 0 ? ACTUAL : PLANNED_SPAN);
        return;
    }
    const mp from = length_max(chartink_at(scale, g->start), rect.x + (early ? ARROW : 0));
    const mp to = length_min(chartink_at(scale, g->end), rect.x + rect.w - (late ? ARROW : 0));
    const mp done = length_min(chartink_at(scale, done_day), to);
    draw_piece(ink, from, to, y, PLANNED_SPAN);
    draw_piece(ink, from, done, y, ACTUAL);
    if (early)
        arrowhead(ink, from, y, -ARROW, left);
    if (late)
        arrowhead(ink, to, y, ARROW, right);
}

/* A diamond on the first or last days stays within the chart. */
static mp milestone_at(const struct scale *scale, int32_t day) {
    return length_max(scale->a + MARK_HALF,
                      length_min(chartink_at(scale, day), scale->b - MARK_HALF));
}

void chartgantt_draw_row(const struct ink *ink, const struct chart *chart, struct rect rect) {
    const struct chart_gantt *g = &chart->as.gantt;
    const struct scale scale = scale_of(g, rect);
    draw_grid(ink, g, &scale, rect);
    draw_span(ink, g, &scale, rect);
    if (g->as_of >= g->from && g->as_of <= g->to)
        upright(ink, chartink_at(&scale, g->as_of), rect.y, rect.y + rect.h, INK, MM(0.25));
    for (size_t i = 0; i < g->milestone_count; i++) {
        const struct chart_gantt_milestone *m = &g->milestones[i];
        if (m->day >= g->from && m->day <= g->to)
            mark_milestone(ink->pen, m->state,
                           (struct point){milestone_at(&scale, m->day), rect.y + rect.h / 2},
                           MARK_HALF);
    }
}

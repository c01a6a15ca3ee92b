#include "layout/chartlabels.h"
#include "layout/chartlines.h"
#include "layout/charts.h"
#include "layout/chartscale.h"
#include "layout/style.h"

#define RADIUS      MM(0.85)
#define RADIUS_MOST MM(2.4)
#define TICK_GAP    MM(1.2)
#define FOOT_ROOM   MM(4.4) /* figures of the axis across */
#define POINTS_MOST 200u
#define HEADROOM    0.08

struct scatter {
    const struct ink *ink;
    const struct chart_scatter *chart;
    struct rect plot;
    struct scale x, y;
    struct chartlabels *labels;
};

/* Points at one place become one, larger by their number. */
struct dot {
    struct point at;
    int64_t count;
    const char *label;
    bool latest;
};

static struct chart_range roomy(double from, double to) {
    const double room = to > from ? (to - from) * HEADROOM : 1;
    return (struct chart_range){true, from - room, to + room};
}

static void reach(double *from, double *to, double at) {
    if (at < *from)
        *from = at;
    if (at > *to)
        *to = at;
}

/* Moves are read against "did not move": zero is always there. */
static struct chart_range range_of(const struct chart_scatter *chart, bool upright) {
    const struct chart_range given = upright ? chart->y_range : chart->x_range;
    if (given.set)
        return given;
    double from = 0, to = 0;
    for (size_t i = 0; i < chart->count; i++)
        reach(&from, &to, upright ? chart->pairs[i].y : chart->pairs[i].x);
    const struct chart_value *ticks = upright ? chart->y_ticks : chart->x_ticks;
    for (size_t i = 0; i < (upright ? chart->y_tick_count : chart->x_tick_count); i++)
        reach(&from, &to, ticks[i].at);
    return roomy(from, to);
}

/* ---- axes ------------------------------------------------------------------------------------
 */

static mp tick_lane(const struct ink *ink, const struct chart_scatter *chart) {
    mp width = 0;
    for (size_t i = 0; i < chart->y_tick_count; i++)
        if (chart->y_ticks[i].label)
            width = length_max(width, chartink_width(ink, STYLE_KEY, chart->y_ticks[i].label));
    return width > 0 ? width + TICK_GAP : 0;
}

static void draw_zero_lines(const struct scatter *s) {
    const mp x = chartink_at(&s->x, 0);
    const mp y = chartink_at(&s->y, 0);
    const struct rect *plot = &s->plot;
    draw_line(s->ink->pen, (struct point){plot->x, y}, (struct point){plot->x + plot->w, y},
              GROUP_RULE, MM(0.16));
    draw_line(s->ink->pen, (struct point){x, plot->y}, (struct point){x, plot->y + plot->h},
              GROUP_RULE, MM(0.16));
}

/* A figure that would touch the one before it is left out. */
static void draw_ticks(const struct scatter *s) {
    const mp foot = s->plot.y + s->plot.h;
    const mp cap = style_spec(STYLE_KEY)->size;
    struct chartlabels taken = {.count = 0};
    for (size_t i = 0; i < s->chart->y_tick_count; i++) {
        const struct chart_value *tick = &s->chart->y_ticks[i];
        const mp y = chartink_at(&s->y, tick->at) + PT(2.7);
        const struct rect box = {s->plot.x - TICK_GAP - MM(1), y - cap, MM(1), cap};
        if (tick->label && chartlabels_take(&taken, box))
            chartink_text(s->ink, STYLE_KEY, GREY, ALIGN_RIGHT,
                          (struct point){s->plot.x - TICK_GAP, y}, tick->label);
    }
    for (size_t i = 0; i < s->chart->x_tick_count; i++) {
        const struct chart_value *tick = &s->chart->x_ticks[i];
        if (!tick->label)
            continue;
        const mp width = chartink_width(s->ink, STYLE_KEY, tick->label);
        const mp x = length_min(length_max(chartink_at(&s->x, tick->at) - width / 2, s->plot.x),
                                s->plot.x + s->plot.w - width);
        if (chartlabels_take(&taken, (struct rect){x - MM(0.6), foot, width + MM(1.2), cap}))
            chartink_text(s->ink, STYLE_KEY, GREY, ALIGN_LEFT, (struct point){x, foot + MM(3.2)},
                          tick->label);
    }
}

/* ---- points ----------------------------------------------------------------------------------
 */

static size_t collect(const struct scatter *s, struct dot *dots) {
    size_t count = 0;
    for (size_t i = 0; i < s->chart->count; i++) {
        const struct chart_pair *pair = &s->chart->pairs[i];
        const struct point at = {chartink_at(&s->x, pair->x), chartink_at(&s->y, pair->y)};
        size_t k = 0;
        while (k < count && (dots[k].at.x != at.x || dots[k].at.y != at.y))
            k++;
        if (k == POINTS_MOST)
            continue;
        if (k == count)
            dots[count++] = (struct dot){.at = at};
        dots[k].count++;
        dots[k].label = pair->label ? pair->label : dots[k].label;
        dots[k].latest |= s->chart->latest_marked && i + 1 == s->chart->count;
    }
    return count;
}

static mp radius_of(const struct dot *dot) {
    return length_min(RADIUS + (mp)(dot->count - 1) * MM(0.35), RADIUS_MOST);
}

/* The point's own name; else "x3" where several moves fell on one place. */
static const char *dot_label(const struct dot *dot, char text[8]) {
    if (dot->label || dot->count < 2)
        return dot->label;
    size_t at = 7;
    text[at] = '\0';
    for (int64_t rest = dot->count; rest > 0 && at > 2; rest /= 10)
        text[--at] = (char)('0' + rest % 10);
    text[--at] = '\x97';
    text[--at] = '\xC3'; /* the sign of multiplication */
    return &text[at];
}

static void draw_label(const struct scatter *s, const struct dot *dot) {
    char text[8];
    const char *label = dot_label(dot, text);
    if (!label)
        return;
    const enum style style = dot->latest ? STYLE_CHART_LABEL : STYLE_KEY;
    struct rect box = {0, 0, chartink_width(s->ink, style, label) + MM(0.4), PT(8)};
    struct point places[CHARTLABELS_AROUND];
    chartlabels_around(dot->at, radius_of(dot) + MM(0.5), box.w, box.h, places);
    if (!chartlabels_first(s->labels, places, CHARTLABELS_AROUND, &box))
        return;
    draw_rect(s->ink->pen, box, WHITE);
    chartink_text(s->ink, style, dot->latest ? INK : GREY, ALIGN_CENTRE,
                  (struct point){box.x + box.w / 2, chartink_centred(style, box.y, box.h)}, label);
}

static void draw_dots(const struct scatter *s) {
    struct dot dots[POINTS_MOST];
    const size_t count = collect(s, dots);
    for (size_t i = 0; i < count; i++) {
        const mp r = radius_of(&dots[i]) + MM(0.2);
        chartlabels_block(s->labels,
                          (struct rect){dots[i].at.x - r, dots[i].at.y - r, 2 * r, 2 * r});
    }
    for (int latest = 1; latest >= 0; latest--)
        for (size_t i = 0; i < count; i++)
            if (dots[i].latest == (latest == 1))
                draw_label(s, &dots[i]);
    for (size_t i = 0; i < count; i++) {
        const bool hollow = dots[i].latest;
        draw_circle(s->ink->pen, dots[i].at, radius_of(&dots[i]), hollow ? WHITE : ACTUAL,
                    hollow ? ACTUAL : WHITE, hollow ? MM(0.4) : MM(0.12));
    }
}

/* ---- all -------------------------------------------------------------------------------------
 */

static mp write_line(const struct ink *ink, enum style style, const char *text, struct rect rect,
                     mp y) {
    if (!text)
        return y;
    const struct style_spec *spec = style_spec(style);
    const struct chartlines lines = chartlines_break(ink, style, text, rect.w);
    chartlines_draw(ink, &lines, style, spec->colour, ALIGN_LEFT,
                    (struct point){rect.x, y + spec->size});
    return y + spec->leading * (mp)lines.count;
}

static mp lines_height(const struct ink *ink, const char *text, mp width) {
    return (mp)chartlines_break(ink, STYLE_KEY, text, width).count * style_spec(STYLE_KEY)->leading;
}

void chartscatter_draw(const struct ink *ink, const struct chart *chart, struct rect rect) {
    const struct chart_scatter *scatter = &chart->as.scatter;
    struct chartlabels labels = {.count = 0};
    mp top = write_line(ink, STYLE_CHART_LABEL, scatter->verdict, rect, rect.y);
    top = write_line(ink, STYLE_KEY, scatter->y_label, rect, top) + MM(1.2);
    const mp lane = tick_lane(ink, scatter);
    const mp foot = rect.y + rect.h - lines_height(ink, scatter->x_label, rect.w - lane);
    struct scatter s = {
        .ink = ink,
        .chart = scatter,
        .plot = {rect.x + lane, top, rect.w - lane, length_max(foot - FOOT_ROOM - top, 0)},
        .labels = &labels};
    write_line(ink, STYLE_KEY, scatter->x_label,
               (struct rect){s.plot.x, foot, s.plot.w, rect.y + rect.h - foot}, foot);
    if (chart_empty(chart)) {
        chartink_empty(ink, s.plot, chart->empty);
        return;
    }
    labels.bounds = s.plot;
    s.x = chartscale_make(range_of(scatter, false), s.plot.x, s.plot.x + s.plot.w);
    s.y = chartscale_make(range_of(scatter, true), s.plot.y + s.plot.h, s.plot.y);
    draw_zero_lines(&s);
    draw_ticks(&s);
    draw_dots(&s);
}

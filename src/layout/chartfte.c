#include "layout/chartlabels.h"
#include "layout/charts.h"

#include "layout/style.h"

#define PLAN_HEIGHT   MM(3.0)
#define FILLED_HEIGHT MM(1.9)
#define POINT_BAND    MM(1.0)
#define LABEL_ROOM    MM(4) /* above and below the bar of the total */

/* A benchmark that is one number is drawn as a narrow band round it. */
static void draw_band(const struct ink *ink, const struct chart_fte *fte, const struct scale *scale,
                      struct rect rect) {
    if (!fte->has_band)
        return;
    mp from = chartink_at(scale, fte->min);
    mp to = chartink_at(scale, fte->max);
    if (to - from < POINT_BAND) {
        const mp middle = from + (to - from) / 2;
        from = middle - POINT_BAND / 2;
        to = from + POINT_BAND;
    }
    draw_rect(ink->pen, (struct rect){from, rect.y, to - from, rect.h}, BAND_DARK);
}

static void draw_bars(const struct ink *ink, const struct chart_fte *fte, const struct scale *scale,
                      struct rect rect, mp plan_height, mp filled_height) {
    const mp middle = rect.y + rect.h / 2;
    const mp plan = chartink_at(scale, fte->planned) - rect.x;
    const mp filled = chartink_at(scale, fte->filled) - rect.x;
    if (plan > 0)
        draw_frame(ink->pen, (struct rect){rect.x, middle - plan_height / 2, plan, plan_height},
                   WHITE, INK, MM(0.2));
    if (filled > 0)
        draw_rect(ink->pen,
                  (struct rect){rect.x, middle - filled_height / 2, filled, filled_height}, ACTUAL);
}

void chartfte_draw_row(const struct ink *ink, const struct chart *chart, struct rect rect) {
    const struct chart_fte *fte = &chart->as.fte;
    const struct scale scale = {0, fte->scale, rect.x, rect.x + rect.w};
    const mp inset = length_max((rect.h - MM(4.6)) / 2, 0);
    draw_band(ink, fte, &scale, (struct rect){rect.x, rect.y + inset, rect.w, rect.h - 2 * inset});
    draw_bars(ink, fte, &scale, rect, PLAN_HEIGHT, FILLED_HEIGHT);
    draw_line(ink->pen, (struct point){rect.x, rect.y}, (struct point){rect.x, rect.y + rect.h},
              INK, MM(0.25));
}

/* ---- the total, with an axis and labels ------------------------------------------------------
 */

static void draw_axis(const struct ink *ink, const struct chart_fte *fte, const struct scale *scale,
                      mp baseline) {
    const int last = (int)fte->scale;
    const int step = last > 24 ? 5 : last > 12 ? 2 : 1;
    for (int i = 0; i <= last && i < 100; i += step) {
        char text[3] = {0};
        if (i < 10)
            text[0] = (char)('0' + i);
        else {
            text[0] = (char)('0' + i / 10);
            text[1] = (char)('0' + i % 10);
        }
        const mp x = chartink_at(scale, i);
        const enum align align = i == 0 ? ALIGN_LEFT : x == scale->b ? ALIGN_RIGHT : ALIGN_CENTRE;
        chartink_text(ink, STYLE_KEY, GREY, align, (struct point){x, baseline}, text);
    }
}

#define CAP PT(5.8) /* height of a label's capitals */

/* Labels avoid one another, the solid bar and the end of the planned one. */
static void block_bars(struct chartlabels *labels, const struct chart_fte *fte,
                       const struct scale *scale, struct rect bar) {
    const mp filled = chartink_at(scale, fte->filled);
    const mp planned = chartink_at(scale, fte->planned);
    chartlabels_block(labels, (struct rect){bar.x, bar.y, filled - bar.x + MM(0.4), bar.h});
    chartlabels_block(labels, (struct rect){planned - MM(0.4), bar.y, MM(0.8), bar.h});
}

static void draw_at(const struct ink *ink, struct chartlabels *labels, const char *text,
                    const mp *lefts, size_t count, mp above, struct rect bar) {
    const mp width = chartink_width(ink, STYLE_CHART_VALUE, text);
    struct point places[6];
    struct rect box = {0, 0, width, CAP};
    for (size_t i = 0; i < count; i++)
        places[i] = (struct point){lefts[i], bar.y + (bar.h - CAP) / 2};
    /* Where the bars leave no room: above them. */
    places[count++] =
        (struct point){length_min(lefts[0], labels->bounds.x + labels->bounds.w - width), above};
    places[count++] = (struct point){labels->bounds.x, above};
    if (chartlabels_first(labels, places, count, &box))
        chartink_text(ink, STYLE_CHART_VALUE, INK, ALIGN_LEFT, (struct point){box.x, box.y + CAP},
                      text);
}

static void draw_total_labels(const struct ink *ink, const struct chart_fte *fte,
                              const struct scale *scale, struct rect rect, struct rect bar) {
    struct chartlabels labels = {.bounds = rect};
    const mp filled = chartink_at(scale, fte->filled);
    const mp planned = chartink_at(scale, fte->planned);
    const mp above = rect.y + MM(2.7) - CAP;
    block_bars(&labels, fte, scale, bar);
    if (fte->band_label && fte->has_band) {
        const mp width = chartink_width(ink, STYLE_KEY, fte->band_label);
        const mp x = length_max(chartink_at(scale, fte->max) - width, rect.x);
        chartlabels_block(&labels, (struct rect){x - MM(1), above, width + MM(2), CAP});
        chartink_text(ink, STYLE_KEY, GREY, ALIGN_LEFT, (struct point){x, rect.y + MM(2.7)},
                      fte->band_label);
    }
    const char *solid = fte->filled_label;
    if (solid && filled - bar.x > chartink_width(ink, STYLE_CHART_VALUE, solid) + MM(2.4))
        chartink_text(
            ink, STYLE_CHART_VALUE, WHITE, ALIGN_RIGHT,
            (struct point){filled - MM(1.2), chartink_centred(STYLE_CHART_VALUE, bar.y, bar.h)},
            solid);
    else if (solid)
        draw_at(ink, &labels, solid, (const mp[]){filled + MM(1), planned + MM(1)}, 2, above, bar);
    if (fte->planned_label) {
        const mp width = chartink_width(ink, STYLE_CHART_VALUE, fte->planned_label);
        draw_at(ink, &labels, fte->planned_label,
                (const mp[]){planned + MM(1), rect.x + rect.w - width, planned - MM(1.2) - width},
                3, above, bar);
    }
}

void chartfte_draw_total(const struct ink *ink, const struct chart *chart, struct rect rect) {
    const struct chart_fte *fte = &chart->as.fte;
    const struct scale scale = {0, fte->scale, rect.x, rect.x + rect.w};
    const struct rect bar = {rect.x, rect.y + LABEL_ROOM, rect.w,
                             length_max(rect.h - 2 * LABEL_ROOM, MM(6))};
    draw_band(ink, fte, &scale, bar);
    draw_bars(ink, fte, &scale, bar, (mp)((int64_t)bar.h * 64 / 100),
              (mp)((int64_t)bar.h * 42 / 100));
    draw_line(ink->pen, (struct point){bar.x, bar.y}, (struct point){bar.x, bar.y + bar.h}, INK,
              MM(0.4));
    draw_total_labels(ink, fte, &scale, rect, bar);
    draw_axis(ink, fte, &scale, bar.y + bar.h + MM(3));
}

#include "layout/chartpoints.h"

#include "layout/style.h"

#define LABEL_HEIGHT PT(8)
#define RADIUS       MM(1.5) /* of what a label leaves free round its point */
#define STEP         MM(0.5)
#define UPRIGHT      2 /* of the places round a point: above and below */

struct point chartpoints_at(const struct chartmonths *m, size_t i, double value) {
    return (struct point){chartmonths_x(m, i) + m->pitch / 2, chartink_at(&m->value, value)};
}

void chartpoints_draw(const struct chartmonths *m, chartpoints_value *value, uint32_t colour,
                      mp width) {
    struct point points[CHARTMONTHS_MOST];
    const size_t months = chartmonths_count(m);
    size_t count = 0;
    for (size_t i = 0; i <= months; i++) {
        const struct chart_value *v = i < months ? value(&m->chart->months[i]) : NULL;
        if (v && v->known) {
            points[count++] = chartpoints_at(m, i, v->at);
            continue;
        }
        if (count > 1)
            draw_polyline(m->ink->pen, points, count, colour, width);
        else if (count == 1)
            draw_circle(m->ink->pen, points[0], width, colour, COLOUR_NONE, 0);
        count = 0;
    }
}

/* The line of zero is blocked, too: a plate would leave a stub of it that reads like a minus. */
void chartpoints_block(struct chartmonths *m, mp radius) {
    struct point before = {0, 0};
    bool any = false;
    if (m->value.from <= 0 && m->value.to >= 0)
        chartlabels_block(&m->labels, (struct rect){m->rect.x, chartink_at(&m->value, 0) - MM(0.2),
                                                    m->end - m->rect.x, MM(0.4)});
    for (size_t i = 0; i < chartmonths_count(m); i++) {
        const struct chart_month *month = &m->chart->months[i];
        const struct chart_value *value = month->actual.known ? &month->actual : &month->forecast;
        if (!value->known) {
            any = false;
            continue;
        }
        const struct point at = chartpoints_at(m, i, value->at);
        if (any)
            chartlabels_block_line(&m->labels, before, at);
        chartlabels_block(&m->labels,
                          (struct rect){at.x - radius, at.y - radius, 2 * radius, 2 * radius});
        before = at;
        any = true;
    }
}

/* The first of so many places round the point at that distance. */
static bool find_place(struct chartmonths *m, struct point at, mp radius, size_t count,
                       struct rect *box) {
    struct point places[CHARTLABELS_AROUND];
    chartlabels_around(at, radius, box->w, box->h, places);
    /* Above and below, a wide label at an end of the line moves inwards. */
    const struct rect *bounds = &m->labels.bounds;
    const mp right = bounds->x + bounds->w - box->w;
    for (size_t k = 0; k < UPRIGHT; k++)
        places[k].x = length_max(length_min(places[k].x, right), bounds->x);
    return chartlabels_first(&m->labels, places, count, box);
}

static struct rect box_of(const struct chartmonths *m, const struct chart_value *value,
                          enum style style) {
    return (struct rect){0, 0, chartink_width(m->ink, style, value->label) + MM(0.4), LABEL_HEIGHT};
}

static void draw_label(const struct chartmonths *m, struct rect box,
                       const struct chart_value *value, enum style style, uint32_t colour) {
    draw_rect(m->ink->pen, box, WHITE);
    chartink_text(m->ink, style, colour, ALIGN_CENTRE,
                  (struct point){box.x + box.w / 2, chartink_centred(style, box.y, box.h)},
                  value->label);
}

bool chartpoints_label(struct chartmonths *m, size_t i, const struct chart_value *value,
                       enum style style, uint32_t colour) {
    struct rect box = box_of(m, value, style);
    if (!find_place(m, chartpoints_at(m, i, value->at), RADIUS, CHARTLABELS_AROUND, &box))
        return false;
    draw_label(m, box, value, style, colour);
    return true;
}

bool chartpoints_upright(struct chartmonths *m, size_t i, const struct chart_value *value,
                         enum style style, uint32_t colour, mp reach) {
    struct rect box = box_of(m, value, style);
    for (mp away = 0; away <= reach; away += STEP) {
        if (!find_place(m, chartpoints_at(m, i, value->at), RADIUS + away, UPRIGHT, &box))
            continue;
        draw_label(m, box, value, style, colour);
        return true;
    }
    return false;
}

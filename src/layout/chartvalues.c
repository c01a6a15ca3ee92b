#include "layout/chartvalues.h"

#include "layout/style.h"

#define HEIGHT       PT(8)
#define APART        MM(0.3)
#define LEAST_INSIDE MM(4.6)  /* a lower column has its label above */
#define INSET        MM(0.35) /* of a label inside its column */
#define CAP          MM(3.4)  /* the white top of one, for its label */
#define TIE_LEAST    MM(1.6)
#define LINE_ROOM    MM(0.3) /* half of what a line needs for itself */

static const struct chart_value *value_of(const struct chart_month *month) {
    return month->actual.known ? &month->actual : &month->forecast;
}

/* ---- what a label must not hide --------------------------------------------------------------
 */

/* What of a month the box would lie on: where it must move up to (or down to); false: nothing. */
static bool hides(const struct chartmonths *m, size_t i, struct rect box, bool down, mp *end) {
    const struct chart_value *value = value_of(&m->chart->months[i]);
    struct rect things[3];
    size_t count = 0;
    double red = 0;
    if (value->known)
        things[count++] = chartmonths_column(m, i, value->at);
    if (chartmonths_plan(m, i, &things[count]))
        count++;
    if (chartmonths_red(m, i, &red))
        things[count++] = (struct rect){
            chartmonths_x(m, i), chartink_at(&m->value, red) - LINE_ROOM, m->pitch, 2 * LINE_ROOM};
    bool any = false;
    for (size_t k = 0; k < count; k++) {
        if (!chartink_overlap(things[k], box))
            continue;
        const mp here = down ? things[k].y + things[k].h : things[k].y;
        *end = !any ? here : down ? length_max(*end, here) : length_min(*end, here);
        any = true;
    }
    return any;
}

/* Up (or down) until it hides nothing: each step clears at least one thing for good.  Returns how
 * far it was driven. */
static mp lift(const struct chartmonths *m, struct rect *box, bool down) {
    const mp from = box->y;
    for (bool moved = true; moved;) {
        moved = false;
        for (size_t i = 0; i < m->chart->count; i++) {
            mp end = 0;
            if (!hides(m, i, *box, down, &end))
                continue;
            box->y = down ? end + APART : end - box->h - APART;
            moved = true;
        }
    }
    return down ? box->y - from : from - box->y;
}

/* ---- placing ---------------------------------------------------------------------------------
 */

static mp clamp(mp x, mp from, mp to) {
    return length_max(length_min(x, to), from);
}

/* Above a low column, in the empty outline of its plan; false: no room there. */
static bool set_in_plan(const struct chartmonths *m, size_t i, struct chartvalue *label,
                        struct rect column, mp width) {
    struct rect plan;
    if (label->down || !chartmonths_plan(m, i, &plan))
        return false;
    const struct rect box = {plan.x + plan.w / 2 - width / 2, column.y - HEIGHT - APART, width,
                             HEIGHT};
    double red = 0;
    const bool lined = chartmonths_red(m, i, &red);
    const mp line = lined ? chartink_at(&m->value, red) : 0;
    if (width > plan.w - MM(0.2) || box.y < plan.y + APART ||
        (lined && line > box.y - LINE_ROOM && line < box.y + box.h + LINE_ROOM))
        return false;
    label->box = box;
    return true;
}

/* At the end of its column, outside; of a column below zero that is its lower end.  A label that
 * its neighbours or its plan drove far away stands in the plan's outline, or else is tied to its
 * column by a thin line. */
static void set_outside(const struct chartmonths *m, size_t i, struct chartvalue *label,
                        struct rect column, mp width) {
    const bool down = label->down;
    const mp end = down ? column.y + column.h : column.y;
    const mp x = column.x + column.w / 2;
    label->plate = true;
    label->box = (struct rect){
        clamp(x - width / 2, m->labels.bounds.x, m->labels.bounds.x + m->labels.bounds.w - width),
        down ? end + APART : end - HEIGHT - APART, width, HEIGHT};
    label->tied =
        lift(m, &label->box, down) > TIE_LEAST && !set_in_plan(m, i, label, column, width);
    label->from = (struct point){x, end};
    label->to = (struct point){x, down ? label->box.y : label->box.y + label->box.h};
}

/* White on a dark column; a hatched one is white at its end. */
static void set_inside(struct chartvalue *label, struct rect column, mp width, bool hatched) {
    const mp height = hatched ? CAP : HEIGHT;
    const mp inset = hatched ? 0 : INSET;
    label->plate = hatched;
    label->colour = hatched ? INK : WHITE;
    label->box =
        (struct rect){column.x + column.w / 2 - width / 2, column.y + inset, width, height};
    if (hatched) {
        label->outline = column;
        label->box.x = column.x;
        label->box.w = column.w;
    }
    if (label->down)
        label->box.y = column.y + column.h - inset - height;
}

static void place(struct chartmonths *m, struct chartvalues *values, size_t i, bool inside,
                  mp apart) {
    const struct chart_month *month = &m->chart->months[i];
    const struct chart_value *value = value_of(month);
    const struct rect column = chartmonths_column(m, i, value->at);
    struct chartvalue label = {.text = value->label,
                               .style = month->prior_year ? STYLE_KEY : STYLE_CHART_LABEL,
                               .colour = month->prior_year ? GREY : INK,
                               .down = value->at < 0};
    const mp width = chartink_width(m->ink, label.style, label.text) + MM(0.3);
    if (inside)
        set_inside(&label, column, width, !month->actual.known);
    else
        set_outside(m, i, &label, column, width);
    const mp left = length_max(label.box.x - apart / 2, m->labels.bounds.x);
    const mp right =
        length_min(label.box.x + label.box.w + apart / 2, m->labels.bounds.x + m->labels.bounds.w);
    if (values->count == CHARTMONTHS_MOST || label.box.w > m->labels.bounds.w ||
        !chartlabels_take(&m->labels, (struct rect){left, label.box.y, right - left, label.box.h}))
        return;
    values->items[values->count++] = label;
    values->top = length_min(values->top, label.box.y);
}

static bool fits_inside(const struct chartmonths *m, size_t i) {
    const struct chart_month *month = &m->chart->months[i];
    const struct chart_value *value = value_of(month);
    const struct rect rect = chartmonths_column(m, i, value->at);
    const mp outlined = month->actual.known ? 0 : 2 * INSET; /* no digit touches the outline */
    return value->at != 0 && rect.h > LEAST_INSIDE &&
           chartink_width(m->ink, STYLE_CHART_LABEL, value->label) + outlined <= rect.w;
}

/* All labels of this year's actuals (or forecasts) stand inside their columns, or all above. */
static bool all_inside(const struct chartmonths *m, bool actual) {
    for (size_t i = 0; i < chartmonths_count(m); i++) {
        const struct chart_month *month = &m->chart->months[i];
        const struct chart_value *value = value_of(month);
        if (!month->prior_year && month->actual.known == actual && value->known && value->label &&
            !fits_inside(m, i))
            return false;
    }
    return true;
}

/* True if every column has room for its own label. */
static bool all_fit(const struct chartmonths *m) {
    for (size_t i = 0; i < chartmonths_count(m); i++) {
        const struct chart_value *value = value_of(&m->chart->months[i]);
        if (value->known && value->label &&
            chartink_width(m->ink, STYLE_CHART_LABEL, value->label) > m->pitch - MM(0.5))
            return false;
    }
    return true;
}

void chartvalues_place(struct chartmonths *m, struct chartvalues *values) {
    size_t order[CHARTMONTHS_MOST];
    size_t key = 0;
    const bool all = all_fit(m);
    const mp apart = all ? 0 : MM(0.8);
    const bool actual_inside = all_inside(m, true);
    const bool forecast_inside = all_inside(m, false);
    const size_t months = chartmonths_count(m);
    const size_t count = chartlabels_order(m->chart->months, months, order, &key);
    values->count = 0;
    values->top = m->axis;
    for (size_t i = 0; i < (all ? count : key); i++)
        place(m, values, order[i], actual_inside && !m->chart->months[order[i]].prior_year, apart);
    for (size_t i = months; i-- > 0;) {
        const struct chart_month *month = &m->chart->months[i];
        if (month->actual.known || !month->forecast.known || !month->forecast.label)
            continue;
        place(m, values, i, forecast_inside && !month->prior_year, apart);
        if (!all)
            return;
    }
}

void chartvalues_draw(const struct chartmonths *m, const struct chartvalues *values) {
    for (size_t i = 0; i < values->count; i++)
        if (values->items[i].tied)
            draw_line(m->ink->pen, values->items[i].from, values->items[i].to, PRIOR_OUTLINE,
                      MM(0.15));
    for (size_t i = 0; i < values->count; i++) {
        const struct chartvalue *label = &values->items[i];
        if (label->plate)
            draw_rect(m->ink->pen, label->box, WHITE);
        if (label->outline.w > 0)
            draw_frame(m->ink->pen, label->outline, COLOUR_NONE, ACTUAL, MM(0.2));
        chartink_text(m->ink, label->style, label->colour, ALIGN_CENTRE,
                      (struct point){label->box.x + label->box.w / 2,
                                     chartink_centred(label->style, label->box.y, label->box.h)},
                      label->text);
    }
}

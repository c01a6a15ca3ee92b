#include "layout/charts.h"

#include "layout/style.h"

#define OWN_HEIGHT  MM(2.5)
#define BASE_HEIGHT MM(1.5)
#define LABEL_GAP   MM(0.8)
#define AWAY        MM(0.45)

/* Behind the longest bar of the column there is room for its widest label. */
static mp bars_width(const struct ink *ink, const struct chart_rate *rate, mp width) {
    const char *const labels[] = {rate->widest, rate->own.label, rate->base.label};
    mp widest = 0;
    for (size_t i = 0; i < 3; i++)
        if (labels[i])
            widest = length_max(widest, chartink_width(ink, STYLE_TABLE_BOLD, labels[i]));
    return length_max(width - widest - LABEL_GAP, 0);
}

static mp end_of(const struct scale *scale, const struct chart_value *value) {
    return value->known ? chartink_at(scale, value->at) : scale->a;
}

/* Both labels are higher than their bars: each moves away from the other, but not out of the row.
 */
static void label(const struct ink *ink, enum style style, const struct chart_value *value, mp x,
                  struct rect bar, struct rect row, mp away) {
    if (!value->label)
        return;
    const mp half = style_spec(style)->size * 36 / 100 + MM(0.05);
    const mp middle =
        length_min(length_max(bar.y + bar.h / 2 + away, row.y + half), row.y + row.h - half);
    chartink_text(ink, style, value->known ? style_spec(style)->colour : GREY, ALIGN_LEFT,
                  (struct point){x + LABEL_GAP, chartink_centred(style, middle, 0)}, value->label);
}

void chartrate_draw(const struct ink *ink, const struct chart *chart, struct rect rect) {
    const struct chart_rate *rate = &chart->as.rate;
    const struct scale scale = {0, rate->most, rect.x, rect.x + bars_width(ink, rate, rect.w)};
    const bool alone = !rate->base.label;
    const mp top = rect.y + (rect.h - OWN_HEIGHT - (alone ? 0 : BASE_HEIGHT)) / 2;
    const struct rect own = {rect.x, top, end_of(&scale, &rate->own) - rect.x, OWN_HEIGHT};
    const struct rect base = {rect.x, top + OWN_HEIGHT, end_of(&scale, &rate->base) - rect.x,
                              BASE_HEIGHT};
    chartink_bar(ink, own, SCENARIO_ACTUAL);
    chartink_bar(ink, base, SCENARIO_PRIOR);
    label(ink, STYLE_TABLE_BOLD, &rate->own, own.x + own.w, own, rect, alone ? 0 : -AWAY);
    label(ink, STYLE_KEY, &rate->base, base.x + base.w, base, rect, AWAY);
}

#include "layout/charts.h"

#include "layout/style.h"

#define BAR_HEIGHT MM(2.4)
#define LABEL_GAP  MM(0.7)

static enum style style_of(enum chart_effect effect) {
    return effect == EFFECT_BAD ? STYLE_TABLE_BOLD : STYLE_TABLE;
}

/* Beyond the longest bar of the column there is room for its widest label. */
static mp longest(const struct ink *ink, const struct chart_variance *variance, mp half) {
    const char *widest = variance->widest ? variance->widest : variance->value.label;
    if (!widest)
        return half;
    return length_max(half - chartink_width(ink, STYLE_TABLE_BOLD, widest) - 2 * LABEL_GAP, 0);
}

void chartvariance_draw(const struct ink *ink, const struct chart *chart, struct rect rect) {
    const struct chart_variance *variance = &chart->as.variance;
    const enum style style = style_of(variance->effect);
    const mp middle = rect.x + rect.w / 2;
    const mp baseline = chartink_centred(style, rect.y, rect.h);
    draw_line(ink->pen, (struct point){middle, rect.y}, (struct point){middle, rect.y + rect.h},
              INK, MM(0.2));
    if (!variance->value.known) {
        if (variance->value.label)
            chartink_text(ink, STYLE_TABLE_GREY, GREY, ALIGN_LEFT,
                          (struct point){middle + LABEL_GAP, baseline}, variance->value.label);
        return;
    }
    const double at = variance->value.at;
    const mp most = longest(ink, variance, rect.w / 2);
    const struct scale scale = {0, variance->most, 0, most};
    const mp length = variance->most > 0 ? chartink_at(&scale, at < 0 ? -at : at) : 0;
    const mp height = length_min(BAR_HEIGHT, rect.h);
    if (length > 0)
        draw_rect(ink->pen,
                  (struct rect){at < 0 ? middle - length : middle, rect.y + (rect.h - height) / 2,
                                length, height},
                  chartink_effect_bar(variance->effect));
    if (variance->value.label)
        chartink_text(
            ink, style, chartink_effect_text(variance->effect), at < 0 ? ALIGN_RIGHT : ALIGN_LEFT,
            (struct point){middle + (at < 0 ? -length - LABEL_GAP : length + LABEL_GAP), baseline},
            variance->value.label);
}

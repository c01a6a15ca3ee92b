#include "layout/charts.h"

#include "layout/style.h"

void chartramp_draw(const struct ink *ink, const struct chart *chart, struct rect rect) {
    const int count = chart->as.ramp;
    if (count <= 0)
        return;
    const mp gap = MM(1);
    const mp width = (rect.w - gap * (count - 1)) / count;
    for (int i = 0; i < count; i++) {
        const mp x = rect.x + (width + gap) * i;
        /* The last bar ends flush with the margin. */
        const mp w = i + 1 < count ? width : rect.x + rect.w - x;
        draw_rect(ink->pen, (struct rect){x, rect.y, w, rect.h}, style_ramp(i));
    }
}

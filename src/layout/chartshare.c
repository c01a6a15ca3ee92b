#include "layout/charts.h"

#include "layout/style.h"
#include <assert.h>

#define INSET MM(0.25) /* neighbours do not touch */

void chartshare_draw(const struct ink *ink, const struct chart *chart, struct rect rect) {
    static const uint32_t tints[] = {0xF4F6F9, 0xC9D7E5, 0x7F9DBD, 0x2B5079};
    const struct chart_share *share = &chart->as.share;
    assert(share->tint >= 0 && share->tint < 4);
    const struct rect cell = {rect.x + INSET, rect.y, rect.w - 2 * INSET, rect.h};
    if (share->outlined)
        draw_frame(ink->pen, cell, WHITE, INK, MM(0.2));
    else
        draw_rect(ink->pen, cell, tints[share->label ? share->tint : 0]);
    if (share->label)
        chartink_text(
            ink, STYLE_DENSE, share->tint == 3 && !share->outlined ? WHITE : INK, ALIGN_CENTRE,
            (struct point){cell.x + cell.w / 2, chartink_centred(STYLE_DENSE, cell.y, cell.h)},
            share->label);
}

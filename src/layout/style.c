#include "layout/style.h"

#include <assert.h>

static const struct style_spec specs[STYLE_COUNT] = {
    [STYLE_INHERIT] = {FONT_REGULAR, PT(9), PT(13.5), INK},
    [STYLE_COVER_TITLE] = {FONT_HEAVY, PT(34), PT(40.5), INK},
    [STYLE_COVER_PERIOD] = {FONT_SEMIBOLD, PT(17), PT(22.5), NAVY},
    [STYLE_COVER_UNIT] = {FONT_SEMIBOLD, PT(12), PT(18), GREY},
    [STYLE_TITLE] = {FONT_HEAVY, PT(17), PT(21), INK},
    [STYLE_TITLE_WIDE] = {FONT_HEAVY, PT(15), PT(18), INK},
    [STYLE_SUBTITLE] = {FONT_REGULAR, PT(9), PT(13.5), GREY},
    [STYLE_HEADING] = {FONT_HEADING, PT(10.5), PT(13.5), NAVY},
    [STYLE_HEADING_NOTE] = {FONT_REGULAR, PT(8.5), PT(13.5), GREY},
    [STYLE_CAPTION] = {FONT_REGULAR, PT(8.5), PT(11.25), GREY},
    [STYLE_CAPTION_NAME] = {FONT_BOLD, PT(8.5), PT(11.25), INK},
    [STYLE_BIG_NUMBER] = {FONT_HEAVY, PT(13), PT(13.5), INK},
    [STYLE_BODY] = {FONT_REGULAR, PT(9), PT(13.5), INK},
    [STYLE_BODY_BOLD] = {FONT_BOLD, PT(9), PT(13.5), INK},
    [STYLE_NOTES] = {FONT_REGULAR, PT(9), PT(12.5), INK},
    [STYLE_TABLE] = {FONT_REGULAR, PT(8.5), PT(11.25), INK},
    [STYLE_TABLE_BOLD] = {FONT_BOLD, PT(8.5), PT(11.25), INK},
    [STYLE_TABLE_SEMIBOLD] = {FONT_SEMIBOLD, PT(8.5), PT(11.25), INK},
    [STYLE_TABLE_GREY] = {FONT_REGULAR, PT(8.5), PT(11.25), GREY},
    [STYLE_DENSE] = {FONT_REGULAR, PT(8), PT(9.2), INK},
    [STYLE_DENSE_BOLD] = {FONT_BOLD, PT(8), PT(9.2), INK},
    [STYLE_DENSE_SEMIBOLD] = {FONT_SEMIBOLD, PT(8), PT(9.2), INK},
    [STYLE_DENSE_GREY] = {FONT_REGULAR, PT(8), PT(9.2), GREY},
    [STYLE_TABLE_HEAD] = {FONT_SEMIBOLD, PT(7.5), PT(9.5), GREY},
    [STYLE_DENSE_HEAD] = {FONT_SEMIBOLD, PT(7), PT(8.6), GREY},
    [STYLE_CHART_LABEL] = {FONT_SEMIBOLD, PT(7.5), PT(9.5), INK},
    [STYLE_CHART_VALUE] = {FONT_BOLD, PT(8), PT(9.5), INK},
    [STYLE_KEY] = {FONT_REGULAR, PT(7.5), PT(10), GREY},
    [STYLE_DENSE_KEY] = {FONT_REGULAR, PT(7), PT(8), GREY},
    [STYLE_RUNNING] = {FONT_BOLD, PT(7.5), PT(9), NAVY},
    [STYLE_FOOTER] = {FONT_REGULAR, PT(7), PT(9), GREY},
    [STYLE_PILL] = {FONT_SEMIBOLD, PT(8), PT(11.5), INK},
};

const struct style_spec *style_spec(enum style style) {
    assert((unsigned)style < STYLE_COUNT);
    return &specs[style];
}

uint32_t style_ramp(int i) {
    static const uint32_t ramp[] = {0x1B3557, 0x234268, 0x2B5079, 0x335D8A, 0x3B6A9B, 0x4374A4};
    const int last = (int)(sizeof ramp / sizeof *ramp) - 1;
    assert(i >= 0);
    return ramp[i < last ? i : last];
}

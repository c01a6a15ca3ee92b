/* style: the type scale and colours of the packet (packet-look.md sections 2 and 3). */
#ifndef LAYOUT_STYLE_H
#define LAYOUT_STYLE_H

#include "base/length.h"
#include "text/fontset.h"
#include <stdint.h>

enum style {
    STYLE_INHERIT,
    STYLE_COVER_TITLE,
    STYLE_COVER_PERIOD,
    STYLE_COVER_UNIT,
    STYLE_TITLE, /* page message, portrait; landscape is STYLE_TITLE_WIDE */
    STYLE_TITLE_WIDE,
    STYLE_SUBTITLE,
    STYLE_HEADING, /* h2 */
    STYLE_HEADING_NOTE,
    STYLE_CAPTION, /* chart caption: unit and period */
    STYLE_CAPTION_NAME,
    STYLE_BIG_NUMBER,
    STYLE_BODY,
    STYLE_BODY_BOLD,
    STYLE_NOTES, /* half-width notes 9/12.5 */
    STYLE_TABLE,
    STYLE_TABLE_BOLD,
    STYLE_TABLE_SEMIBOLD,
    STYLE_TABLE_GREY,
    STYLE_DENSE,
    STYLE_DENSE_BOLD,
    STYLE_DENSE_SEMIBOLD,
    STYLE_DENSE_GREY,
    STYLE_TABLE_HEAD,
    STYLE_DENSE_HEAD,
    STYLE_CHART_LABEL,
    STYLE_CHART_VALUE,
    STYLE_KEY,
    STYLE_DENSE_KEY,
    STYLE_RUNNING,
    STYLE_FOOTER,
    STYLE_PILL,
    STYLE_COUNT
};

struct style_spec {
    enum font_role role;
    mp size, leading;
    uint32_t colour;
};

const struct style_spec *style_spec(enum style style);

/* Colour tokens. */
#define INK           0x16202Cu
#define GREY          0x52606Du
#define NAVY          0x1F3A5Fu
#define WHITE         0xFFFFFFu
#define ACTUAL        0x234268u
#define PRIOR         0xB4C2D1u
#define PRIOR_OUTLINE 0x7B8DA1u
#define ON_TRACK_CELL 0x15775Du
#define TINT_NUMBER   0x3E4C59u
#define BAND_LIGHT    0xEEF2F6u
#define BAND_MIDDLE   0xDDE5EDu
#define BAND_DARK     0xC6D2DEu
#define HAIRLINE      0xD5DCE4u
#define GROUP_RULE    0x9FB0C1u
#define HEAD_RULE     0x1F3A5Fu
#define FOOTER_RULE   0xC6CFD9u
#define PANEL         0xF1F4F8u
#define GOOD_BAR      0x1A8F70u
#define BAD_BAR       0x9F1D20u
#define GOOD_TEXT     0x0B4A38u
#define BAD_TEXT      0x7A1512u
#define PLANNED_SPAN  0xDCE5EFu

/* Perspective ramp, top to bottom; i beyond the last repeats the last. */
uint32_t style_ramp(int i);

/* Baseline unit u = 4.5 pt. */
#define UNIT_U PT(4.5)

#endif

/* mark: status shapes, trend arrows, milestones: colour + shape + letter (packet-look.md 4). */
#ifndef LAYOUT_MARK_H
#define LAYOUT_MARK_H

#include "scene/draw.h"

enum mark {
    MARK_NONE,
    MARK_EXCEEDS,
    MARK_GREEN,
    MARK_AMBER,
    MARK_RED,
    MARK_GREY /* no data, not due, not applicable, stale, insufficient */
};

enum trend_mark { TREND_NONE, TREND_IMPROVING, TREND_STEADY, TREND_WORSENING };
enum milestone_mark { MILESTONE_REACHED, MILESTONE_DUE, MILESTONE_OVERDUE };
enum purpose_mark { PURPOSE_DECIDE, PURPOSE_DISCUSS, PURPOSE_NOTE };

struct mark_colours {
    uint32_t solid, outline, tint, text; /* outline == solid where the shape has none */
};

const struct mark_colours *mark_colours(enum mark mark);
const char *mark_letter(enum mark mark); /* "E" "G" "A" "R" and an en dash */

/* Shape in a box of side d with its centre there; inverse: white, for solid cells. */
void mark_draw(struct pen pen, enum mark mark, struct point centre, mp d, bool inverse);
/* Arrow of length 2.7 mm times scale_percent / 100. */
void mark_trend(struct pen pen, enum trend_mark trend, struct point centre, uint32_t colour,
                int scale_percent);
void mark_milestone(struct pen pen, enum milestone_mark state, struct point centre, mp half);

#endif

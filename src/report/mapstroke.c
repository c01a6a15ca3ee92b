#include "report/mapstroke.h"

#include "layout/style.h"

#define FAINT 0x8A96A3u

struct map_stroke mapstroke_of(enum map_link_look look, bool negative) {
    static const struct map_stroke strokes[] = {
        [LOOK_CAUSE] = {MAPSTROKE_LINK, 0, 0},
        [LOOK_SHOWN] = {NAVY, 0, 0},
        [LOOK_AGAINST] = {MAPSTROKE_NEGATIVE, MM(3), MM(0.9)},
        [LOOK_NOT_SHOWN] = {MAPSTROKE_LINK, MM(1.5), MM(1)},
        [LOOK_UNKNOWN] = {FAINT, MM(0.4), MM(1.1)},
        [LOOK_SAME] = {NAVY, 0, 0},
        [LOOK_CONTRIBUTES] = {MAPSTROKE_LINK, 0, 0},
        [LOOK_SHARED] = {MAPSTROKE_LINK, MM(1.5), MM(1)},
    };
    static const struct map_stroke against = {MAPSTROKE_NEGATIVE, MM(1.7), MM(1.2)};
    return look == LOOK_CAUSE && negative ? against : strokes[look];
}

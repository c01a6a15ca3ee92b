/* maplook: the lengths and sizes of a map's picture, as on A3, brought to the picture's scale
 * (strategy map design section 5).  All other map files take their lengths from here. */
#ifndef REPORT_MAPLOOK_H
#define REPORT_MAPLOOK_H

#include "report/strategymap.h"

struct map_look {
    int32_t thousandths;       /* of A3 */
    bool compact;              /* no eyebrow above the titles: the id stands at the bottom */
    mp floor;                  /* no text smaller than this while there is a choice; 0: none */
    struct rect page, drawing; /* drawing: bands with their labels */
    mp margin, label_width;    /* of the band labels */
    mp band_gap, band_radius;
    mp card_gap, card_widest; /* between cards of a row; widest card */
    mp card_radius, stripe, padding;
    mp pitch, pitch_least; /* between parallel tracks */
    mp corridor_clear, corridor_pitch;
    mp port_inset, port_pitch;
    mp end_offset; /* second arrow into one card */
    mp radius;     /* of a link's corners */
    mp arrow_length, arrow_width;
    mp chip_height, chip_pad, chip_lift, chip_text;
    mp near;                       /* two uprights closer than this look like one */
    mp thirty;                     /* 30 mm: what lengths are counted in */
    mp far;                        /* no corridor is sought further off than this */
    mp jog;                        /* a shorter sideways step looks like a slip */
    mp above_tracks, below_tracks; /* least room between cards and tracks */
    mp header_height;              /* of a theme's box */
    mp title_most, title_least, title_step;
    mp title_alone; /* no single card's title is made smaller than this for a long word */
    mp small;       /* eyebrow, footer, chips */
};

/* The look of a picture; cards: how many, because few cards may speak louder. */
struct map_look maplook_of(const struct map_options *options, size_t cards);
/* A length given for A3. */
mp maplook_length(const struct map_look *look, mp on_a3);
/* A text size given for A3, never under the floor. */
mp maplook_size(const struct map_look *look, mp on_a3);
/* Width of a link of a strength. */
mp maplook_stroke(const struct map_look *look, enum strength strength);

#endif

/* chartink: what the charts share: text at a place, hatching, scales. */
#ifndef LAYOUT_CHARTINK_H
#define LAYOUT_CHARTINK_H

#include "layout/chart.h"
#include "layout/document.h"

struct ink {
    struct pen pen;
    struct fontset *fonts;
    struct diags *diags;
};

/* From values to places: `from` stands at a, `to` at b; values outside stand at the nearer end. */
struct scale {
    double from, to;
    mp a, b;
};

mp chartink_at(const struct scale *scale, double value);
mp chartink_width(const struct ink *ink, enum style style, const char *text);
/* at: left end, middle or right end of the baseline, by align. */
void chartink_text(const struct ink *ink, enum style style, uint32_t colour, enum align align,
                   struct point at, const char *text);
/* Forecast: hatched on white with a thin outline. */
void chartink_hatched(const struct ink *ink, struct rect rect, uint32_t colour);
/* The sign of "no data": a dashed grey line over 70 % of the width. */
void chartink_nothing(const struct ink *ink, struct rect rect);
bool chartink_overlap(struct rect a, struct rect b);
/* Baseline of one line of a style whose capitals stand in the middle of a height. */
mp chartink_centred(enum style style, mp y, mp height);

#endif

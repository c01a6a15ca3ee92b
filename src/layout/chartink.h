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
/* What a bar stands for: solid, light, outlined or hatched (domain.md section 5). */
enum scenario { SCENARIO_ACTUAL, SCENARIO_PRIOR, SCENARIO_PLAN, SCENARIO_FORECAST };
void chartink_bar(const struct ink *ink, struct rect rect, enum scenario scenario);
/* Colours of what a change does: of its bar and of its figure. */
uint32_t chartink_effect_bar(enum chart_effect effect);
uint32_t chartink_effect_text(enum chart_effect effect);
/* The sign of "no data": a dashed grey line over 70 % of the width. */
void chartink_nothing(const struct ink *ink, struct rect rect);
/* The same, and in a chart high enough for it the sentence (NULL: none) above the line. */
void chartink_empty(const struct ink *ink, struct rect rect, const char *sentence);
/* True if the straight way from a to b touches the rectangle. */
bool chartink_touches(struct point a, struct point b, struct rect rect);
bool chartink_overlap(struct rect a, struct rect b);
/* Baseline of one line of a style whose capitals stand in the middle of a height. */
mp chartink_centred(enum style style, mp y, mp height);

#endif

/* charts: the drawing functions of chart.c's table, one file each (packet-look.md section 7). */
#ifndef LAYOUT_CHARTS_H
#define LAYOUT_CHARTS_H

#include "layout/chartink.h"

void chartsparkline_draw(const struct ink *ink, const struct chart *chart, struct rect rect);
void chartbullet_draw(const struct ink *ink, const struct chart *chart, struct rect rect);
void chartcolumns_draw(const struct ink *ink, const struct chart *chart, struct rect rect);
void chartline_draw(const struct ink *ink, const struct chart *chart, struct rect rect);
void charttally_draw(const struct ink *ink, const struct chart *chart, struct rect rect);
void chartfte_draw_row(const struct ink *ink, const struct chart *chart, struct rect rect);
void chartfte_draw_total(const struct ink *ink, const struct chart *chart, struct rect rect);
void chartgantt_draw_head(const struct ink *ink, const struct chart *chart, struct rect rect);
void chartgantt_draw_row(const struct ink *ink, const struct chart *chart, struct rect rect);
void chartramp_draw(const struct ink *ink, const struct chart *chart, struct rect rect);
void chartshare_draw(const struct ink *ink, const struct chart *chart, struct rect rect);
void chartwaterfall_draw(const struct ink *ink, const struct chart *chart, struct rect rect);
void chartvariance_draw(const struct ink *ink, const struct chart *chart, struct rect rect);
void chartriskmap_draw(const struct ink *ink, const struct chart *chart, struct rect rect);
void chartmatrix_draw(const struct ink *ink, const struct chart *chart, struct rect rect);
void chartrate_draw(const struct ink *ink, const struct chart *chart, struct rect rect);
void chartyear_draw_head(const struct ink *ink, const struct chart *chart, struct rect rect);
void chartyear_draw_row(const struct ink *ink, const struct chart *chart, struct rect rect);
void chartscatter_draw(const struct ink *ink, const struct chart *chart, struct rect rect);
void chartxmr_draw(const struct ink *ink, const struct chart *chart, struct rect rect);

#endif

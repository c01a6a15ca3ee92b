#include "layout/charts.h"

#include "layout/style.h"

#define DOT_RADIUS MM(1.05)
#define JOINT      0x7F9DBDu
#define JOINT_LINE MM(0.8)
#define RING       MM(0.3)

static mp slot_x(const struct chart_year *year, struct rect rect, size_t i) {
    return rect.x + (mp)((int64_t)rect.w * (int64_t)i / (int64_t)year->count);
}

static struct point centre(const struct chart_year *year, struct rect rect, size_t i) {
    const mp left = slot_x(year, rect, i);
    return (struct point){left + (slot_x(year, rect, i + 1) - left) / 2, rect.y + rect.h / 2};
}

static enum style name_style(const struct chart_year *year, size_t i) {
    return i == year->now ? STYLE_CHART_VALUE : STYLE_TABLE_HEAD;
}

/* All months alike: a head that names only the short ones looks like a year with gaps. */
static const char *const *fitting(const struct ink *ink, const struct chart_year *year, mp width) {
    for (size_t i = 0; year->names && year->initials && i < year->count; i++)
        if (chartink_width(ink, name_style(year, i), year->names[i]) > width)
            return year->initials;
    return year->names;
}

void chartyear_draw_head(const struct ink *ink, const struct chart *chart, struct rect rect) {
    const struct chart_year *year = &chart->as.year;
    if (year->count == 0)
        return;
    const mp width = rect.w / (mp)year->count;
    const char *const *names = fitting(ink, year, width);
    for (size_t i = 0; names && i < year->count; i++) {
        const enum style style = name_style(year, i);
        if (chartink_width(ink, style, names[i]) <= width)
            chartink_text(ink, style, i == year->now ? INK : GREY, ALIGN_CENTRE,
                          (struct point){centre(year, rect, i).x, rect.y + rect.h - MM(0.9)},
                          names[i]);
    }
}

void chartyear_draw_row(const struct ink *ink, const struct chart *chart, struct rect rect) {
    const struct chart_year *year = &chart->as.year;
    if (year->count == 0)
        return;
    if (year->now < year->count) {
        const mp left = slot_x(year, rect, year->now);
        draw_rect(ink->pen,
                  (struct rect){left, rect.y, slot_x(year, rect, year->now + 1) - left, rect.h},
                  BAND_LIGHT);
    }
    for (size_t i = 1; i < year->count && !year->separate; i++)
        if (year->marks[i - 1] != YEAR_NOTHING && year->marks[i] != YEAR_NOTHING)
            draw_line(ink->pen, centre(year, rect, i - 1), centre(year, rect, i), JOINT,
                      JOINT_LINE);
    for (size_t i = 0; i < year->count; i++) {
        const bool done = year->marks[i] == YEAR_DONE;
        if (year->marks[i] != YEAR_NOTHING)
            draw_circle(ink->pen, centre(year, rect, i), DOT_RADIUS - RING / 2,
                        done ? ACTUAL : WHITE, ACTUAL, RING);
    }
}

/* chart: pictures of numbers as data (domain.md section 5, packet-look.md section 7).  Labels are
 * finished text; doubles only place ink.  Layout draws a chart into a rectangle it chose. */
#ifndef LAYOUT_CHART_H
#define LAYOUT_CHART_H

#include "layout/mark.h"
#include <stdbool.h>
#include <stddef.h>

enum chart_kind {
    CHART_SPARKLINE,
    CHART_BULLET,
    CHART_COLUMNS,
    CHART_LINE,
    CHART_TALLY,
    CHART_FTE_ROW,
    CHART_FTE_TOTAL,
    CHART_GANTT_HEAD,
    CHART_GANTT_ROW,
    CHART_RAMP,
    CHART_SHARE /* a matrix cell: one FTE share on a tint or outlined */
};

struct chart_value {
    bool known;
    double at;
    const char *label; /* NULL: not labelled */
};

struct chart_sparkline {
    const struct chart_value *points; /* slots, oldest first; gaps stay gaps */
    size_t count;                     /* 12 */
    bool has_low, has_high;           /* on-target zone: above low, below high, or between */
    double low, high;
};

enum chart_shade { SHADE_LIGHT, SHADE_MIDDLE, SHADE_DARK }; /* on track, at risk, off track */

/* A stretch of a bullet graph's ground, from the end of the one before to `to`. */
struct chart_zone {
    double to;
    enum chart_shade shade;
};

#define CHART_ZONES_MOST 5

/* Zones in ascending order, the last one going on to the end of the scale; without any, bands
 * from the thresholds: bad, watch, good; where lower is better the order is mirrored. */
struct chart_bullet {
    double from, to; /* scale */
    double red, target;
    bool has_red, has_target, lower_better, range; /* range: good band from red to target */
    struct chart_value actual, forecast;
    struct chart_zone zones[CHART_ZONES_MOST];
    size_t zone_count;
    bool zoomed; /* the scale does not begin at zero: the actual is a dot, no bar */
};

/* One column (or point) of the 24-month chart. */
struct chart_month {
    const char *initial; /* "A"; "Q1" */
    struct chart_value actual, plan, forecast;
    const char *variance_label; /* "-1.2", for the strip; NULL: not labelled */
    bool prior_year;            /* drawn light */
    enum mark status;
    bool has_red; /* this period's red flag: a step of the line */
    double red;
};

struct chart_columns {
    const struct chart_month *months;
    size_t count, year_split;             /* first month of the second fiscal year */
    const char *first_year, *second_year; /* "2025/26" */
    const char *first_note, *second_note; /* "prior year", after the year's name; or NULL */
    bool has_red;                         /* one red flag for all, if no month has its own */
    double red;
    const char *plan_label, *red_label;          /* "Plan 5.0", "Red flag 4.0" */
    const char *variance_label, *forecast_label; /* "Variance to plan", "forecast"; or NULL */
    bool variance_strip, lower_better;
    unsigned months_each; /* of a period; 0: 1.  Quarters stand three times as far apart */
    mp lane;              /* room for the labels at the right, at least; 0: by the labels */
};

struct chart_tally_row {
    const char *label;
    bool strong;   /* this packet: solid cells */
    int counts[5]; /* exceeds green amber red grey */
};

struct chart_tally {
    const struct chart_tally_row *rows;
    size_t count;
    const char *words[5]; /* "Exceeds" "On track" ... */
};

struct chart_fte {
    double planned, filled, min, max, scale; /* scale: right end */
    bool has_band;
    const char *planned_label, *filled_label, *band_label; /* total only */
};

struct chart_gantt_milestone {
    int32_t day; /* days since 1970-01-01 */
    enum milestone_mark state;
};

struct chart_gantt {
    int32_t from, to, as_of; /* window, days; from and to lie on quarter starts */
    const int32_t *quarters;
    size_t quarter_count;
    /* head */
    const int32_t *months;
    const char *const *month_initials;
    size_t month_count;
    const int32_t *years;
    const char *const *year_labels;
    size_t year_count;
    /* row */
    int32_t start, end;
    double done; /* 0..1 */
    const struct chart_gantt_milestone *milestones;
    size_t milestone_count;
};

struct chart_share {
    const char *label; /* NULL: empty pale cell */
    bool outlined;     /* vacancy or dotted line */
    int tint;          /* 0..3 */
};

struct chart {
    enum chart_kind kind;
    mp width, height; /* natural size; width 0: all there is */
    const char *alt;  /* NULL: an artifact, the numbers stand beside it */
    union {
        struct chart_sparkline sparkline;
        struct chart_bullet bullet;
        struct chart_columns columns;
        struct chart_tally tally;
        struct chart_fte fte;
        struct chart_gantt gantt;
        struct chart_share share;
        int ramp; /* number of bars */
    } as;
};

/* True for the charts of rows that together make one picture: they reach over the whole row. */
bool chart_fills_row(const struct chart *chart);

/* Draws into rect; pen.element is the Figure or an artifact.  Texts use the fontset. */
void chart_draw(struct pen pen, struct fontset *fonts, const struct chart *chart, struct rect rect,
                struct diags *diags);

#endif

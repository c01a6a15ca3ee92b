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
    CHART_SHARE, /* a matrix cell: one FTE share on a tint or outlined */
    CHART_WATERFALL,
    CHART_VARIANCE, /* a bar in a table */
    CHART_RISKMAP,
    CHART_MATRIX, /* cascade matrix, heat table */
    CHART_RATE,   /* own figure and base rate, in a table */
    CHART_YEAR_HEAD,
    CHART_YEAR_ROW, /* one process of the year's calendar, in a table */
    CHART_SCATTER,
    CHART_XMR
};

struct chart_value {
    bool known;
    double at;
    const char *label; /* NULL: not labelled */
};

/* The ends of a value scale.  Not set: by the chart's own data.  chartscale.h gives several charts
 * of one unit the same. */
struct chart_range {
    bool set;
    double from, to;
};

/* What a change does, whatever its sign. */
enum chart_effect { EFFECT_NONE, EFFECT_GOOD, EFFECT_BAD };

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
    const char *name; /* "April 2025", for words and tables; NULL: the initial */
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
    struct chart_range range;
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

/* A change between the two totals of a waterfall. */
struct chart_step {
    const char *name;
    double change;
    const char *label; /* "+0.5" */
    enum chart_effect effect;
};

#define CHART_STEPS_MOST 6 /* with the two totals eight columns */

/* From one total to another: changes in the order in which they are drawn, at most 30. */
struct chart_waterfall {
    const char *from_name, *to_name;
    struct chart_value from, to; /* the case, outlined; the forecast, hatched */
    const struct chart_step *steps;
    size_t count;
    struct chart_value done, rest; /* the realised share of `to`, solid, and what is to come */
    const char *done_word, *rest_word;
    struct chart_range range;
};

/* All rows of a column share `most`, the length of half the width, and `widest`. */
struct chart_variance {
    struct chart_value value;
    double most;
    const char *widest; /* the label for which room is left; NULL: the own one */
    enum chart_effect effect;
};

/* Likelihood and impact from 1 to 5; 0: not rated. */
struct chart_risk {
    const char *id;
    int likelihood, impact;                   /* residual */
    int inherent_likelihood, inherent_impact; /* before controls */
    bool above;                               /* appetite */
};

struct chart_riskmap {
    const struct chart_risk *risks; /* by id */
    size_t count;
    const char *likelihood_label, *impact_label; /* "Likelihood: 1 rare to 5 almost certain" */
};

struct chart_matrix_group {
    const char *name; /* of a perspective, under a bar in its colour */
    size_t columns;
};

/* A count on a tint, or a status on its own tint. */
struct chart_matrix_cell {
    const char *label; /* NULL: an empty pale cell */
    int level;         /* 0 to 3 */
    enum mark mark;    /* MARK_NONE: a count */
    const char *word;  /* of the status, for voices and tables; NULL: its letter */
};

struct chart_matrix_text {
    const char *text; /* NULL: nothing */
    bool strong, bad;
};

struct chart_matrix_row {
    const char *name;
    const struct chart_matrix_cell *cells; /* one a column */
    const struct chart_matrix_text *ends;  /* one an end */
};

struct chart_matrix {
    const struct chart_matrix_group *groups;
    size_t group_count;
    const char *const *heads; /* of the columns: "S1" */
    size_t column_count;
    const struct chart_matrix_row *rows;
    size_t row_count;
    const char *const *end_heads; /* of the figures at the right: "Traced" */
    size_t end_count;
    const char *total_name; /* NULL: no totals */
    const struct chart_matrix_text *totals, *total_ends;
    mp cell_most;        /* a column is no wider; 0: 5.55 mm */
    unsigned head_lines; /* of the longest head in a wide column; 0: 1 */
};

struct chart_rate {
    struct chart_value own, base;
    double most;        /* right end of the scale, and */
    const char *widest; /* the label there is room for behind it: the same in all rows */
};

enum year_mark { YEAR_NOTHING, YEAR_DONE, YEAR_TO_COME };

struct chart_year {
    const enum year_mark *marks;
    size_t count;                /* 12 */
    size_t now;                  /* the current month's place; count: none */
    bool separate;               /* events of their own: consecutive ones are not joined */
    const char *const *names;    /* head: "Apr" */
    const char *const *initials; /* in their place when one of them is wider than its month */
};

/* How far a driver and, some periods later, its outcome moved. */
struct chart_pair {
    double x, y;
    const char *label;                  /* NULL: not named in the picture */
    const char *name, *x_text, *y_text; /* for words and tables: "April 2025", "+1.2" */
};

/* No line is drawn through the points: what may be said of them is the caller's word. */
struct chart_scatter {
    const struct chart_pair *pairs; /* the last one is the latest */
    size_t count;
    const char *x_label, *y_label;     /* of both axes */
    const struct chart_value *x_ticks; /* lowest, zero, highest: as many as there are labels for */
    const struct chart_value *y_ticks;
    size_t x_tick_count, y_tick_count;
    const char *verdict; /* "association not shown"; NULL: nothing */
    bool latest_marked;
    struct chart_range x_range, y_range;
};

struct chart_xmr_point {
    const char *initial, *name; /* "A", "April 2025" */
    struct chart_value value;
    bool signal; /* told by a square, larger than the dots of the others */
    enum chart_effect effect;
};

struct chart_xmr {
    const struct chart_xmr_point *points;
    size_t count, year_split;
    const char *first_year, *second_year;
    bool has_limits, trial;                /* trial: of few points, dashed */
    struct chart_value mean, lower, upper; /* labels stand at the right end */
    struct chart_range range;
};

struct chart {
    enum chart_kind kind;
    mp width, height;  /* natural size; width 0: all there is */
    const char *alt;   /* NULL: an artifact, the numbers stand beside it */
    const char *empty; /* what a chart without values says; NULL: nothing but its sign */
    union {
        struct chart_sparkline sparkline;
        struct chart_bullet bullet;
        struct chart_columns columns;
        struct chart_tally tally;
        struct chart_fte fte;
        struct chart_gantt gantt;
        struct chart_share share;
        int ramp; /* number of bars */
        struct chart_waterfall waterfall;
        struct chart_variance variance;
        struct chart_riskmap riskmap;
        struct chart_matrix matrix;
        struct chart_rate rate;
        struct chart_year year;
        struct chart_scatter scatter;
        struct chart_xmr xmr;
    } as;
};

/* What words and tables call it. */
const char *chart_month_name(const struct chart_month *month);
const char *chart_point_name(const struct chart_xmr_point *point);

/* True if there is no value in it. */
bool chart_empty(const struct chart *chart);

/* True for the charts of rows that together make one picture: they reach over the whole row. */
bool chart_fills_row(const struct chart *chart);

/* Draws into rect; pen.element is the Figure or an artifact.  Texts use the fontset. */
void chart_draw(struct pen pen, struct fontset *fonts, const struct chart *chart, struct rect rect,
                struct diags *diags);

#endif

/* chartwords: the words in which charts are told to those who do not see them, and the heads of
 * their tables.  Layout has no words of its own: the caller fills the texts, a page by the keys of
 * its template ("chart.last", ...).  In a text {1}, {2}, ... stand for names and values. */
#ifndef LAYOUT_CHARTWORDS_H
#define LAYOUT_CHARTWORDS_H

#include "base/arena.h"
#include <stddef.h>

enum chartword {
    CHARTWORD_TELL,     /* "{1}: {2}.": a chart's name and what it shows, a sentence */
    CHARTWORD_AND,      /* "{1}, {2}": two of the things it shows */
    CHARTWORD_NOTHING,  /* "no values" */
    CHARTWORD_LAST,     /* "{1} {2}": period and value */
    CHARTWORD_PLAN,     /* "plan {1}" */
    CHARTWORD_FORECAST, /* "forecast for {1} {2}": period and value */
    CHARTWORD_LOWEST,   /* "lowest {2} in {1}" */
    CHARTWORD_HIGHEST,  /* "highest {2} in {1}" */
    CHARTWORD_MISSING,  /* "no value for {1} of {2} periods" */
    CHARTWORD_STEP,     /* "{1} {2}": a total or change and its value */
    CHARTWORD_BASE,     /* "base rate {1}" */
    CHARTWORD_RISKS,    /* "{1} risks" */
    CHARTWORD_ABOVE,    /* "above appetite {1}": ids */
    CHARTWORD_NONE_ABOVE,
    CHARTWORD_ROWS,        /* "{1} rows by {2} columns" */
    CHARTWORD_WITHOUT,     /* "nothing for {1}": columns whose total is bad */
    CHARTWORD_STATUS,      /* "{2} {1}": how often a status occurs; "Off track 3" */
    CHARTWORD_POINTS,      /* "{1} points" */
    CHARTWORD_AXES,        /* "across {1}, upright {2}" */
    CHARTWORD_SIGNALS,     /* "signals in {1}": periods */
    CHARTWORD_SIGNALS_RUN, /* "signals from {1} to {2}" */
    CHARTWORD_NO_SIGNAL,
    CHARTWORD_MORE,    /* "{1} more": of a list that is too long to be told */
    CHARTWORD_DASH,    /* a missing value in a table */
    CHARTWORD_FIGURES, /* before the page number of a chart's table: "figures on page " */
    CHARTWORD_HEAD_PERIOD,
    CHARTWORD_HEAD_ACTUAL,
    CHARTWORD_HEAD_PLAN,
    CHARTWORD_HEAD_FORECAST,
    CHARTWORD_HEAD_VARIANCE,
    CHARTWORD_HEAD_VALUE,
    CHARTWORD_HEAD_SIGNAL,
    CHARTWORD_HEAD_STEP,
    CHARTWORD_HEAD_RISK,
    CHARTWORD_HEAD_INHERENT, /* likelihood by impact */
    CHARTWORD_HEAD_RESIDUAL,
    CHARTWORD_HEAD_POSITION,
    CHARTWORD_HEAD_NAME,
    CHARTWORD_IS_SIGNAL, /* in the column of signals */
    CHARTWORD_IS_NOISE,
    CHARTWORD_IS_ABOVE, /* in the column of positions */
    CHARTWORD_IS_WITHIN,
    CHARTWORD_COUNT
};

struct chartwords {
    const char *text[CHARTWORD_COUNT];
};

/* "chart.last": the key of a word in a template. */
const char *chartwords_key(enum chartword word);
/* The text with {1} and {2} filled; NULL for an argument that it has none of. */
const char *chartwords_fill(struct arena *arena, const struct chartwords *words,
                            enum chartword word, const char *first, const char *second);
/* Both joined by CHARTWORD_AND; NULL is nothing. */
const char *chartwords_join(struct arena *arena, const struct chartwords *words, const char *told,
                            const char *more);

#endif

#include "layout/density.h"

#include "layout/style.h"
#include <assert.h>

/* Parts of what is designed, in per cent. */
static const struct {
    mp gap, padding, chart;
} steps[DENSITY_STEPS] = {{100, 100, 100}, {88, 88, 92}, {76, 76, 84}, {64, 64, 74}};

/* What nothing that is designed larger goes below. */
#define GAP_LEAST     (UNIT_U / 2)
#define PADDING_LEAST MM(0.3)

/* Least height of a chart, in per cent of the designed one: 100 where marks, rows or words of it
 * have a size of their own. */
static mp chart_least(enum chart_kind kind) {
    switch ((int)kind) {
    case CHART_COLUMNS:
        return 74; /* 81 to 60 mm */
    case CHART_WATERFALL:
        return 80; /* 75 to 60 mm */
    case CHART_LINE:
    case CHART_SCATTER:
    case CHART_XMR:
        return 84;
    default:
        return 100;
    }
}

static mp less(mp length, mp percent, mp least) {
    return length_max(length_min(length, least), length * percent / 100);
}

mp density_gap(unsigned step, mp gap) {
    assert(step < DENSITY_STEPS);
    return less(gap, steps[step].gap, GAP_LEAST);
}

mp density_padding(unsigned step, mp padding) {
    assert(step < DENSITY_STEPS);
    return less(padding, steps[step].padding, PADDING_LEAST);
}

mp density_chart(unsigned step, const struct chart *chart) {
    assert(step < DENSITY_STEPS);
    return less(chart->height, steps[step].chart, chart->height * chart_least(chart->kind) / 100);
}

/* length: geometry is integer millipoints (1 pt = 1000 mp), x to the right, y downwards from the
 * top left corner of the page. */
#ifndef BASE_LENGTH_H
#define BASE_LENGTH_H

#include <stdint.h>

typedef int32_t mp;

/* Constants only. */
#define PT(points)      ((mp)((points)*1000.0 + ((points) < 0 ? -0.5 : 0.5)))
#define MM(millimetres) ((mp)((millimetres)*72000.0 / 25.4 + ((millimetres) < 0 ? -0.5 : 0.5)))

struct point {
    mp x, y;
};

struct rect {
    mp x, y, w, h;
};

static inline mp length_max(mp a, mp b) {
    return a > b ? a : b;
}

static inline mp length_min(mp a, mp b) {
    return a < b ? a : b;
}

/* Millimetres as a double, for charts, maps and layout JSON. */
static inline double length_mm(mp a) {
    return (double)a * 25.4 / 72000.0;
}

static inline mp length_of_mm(double a) {
    double scaled = a * 72000.0 / 25.4;
    return (mp)(scaled < 0 ? scaled - 0.5 : scaled + 0.5);
}

#endif

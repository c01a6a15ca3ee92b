#include "base/colour.h"

#include <math.h>

#define PI 3.14159265358979323846

struct lab {
    double l, a, b;
};

static double linear(unsigned channel) {
    const double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static void linear_of(uint32_t colour, double out[3]) {
    out[0] = linear(colour >> 16 & 0xFF);
    out[1] = linear(colour >> 8 & 0xFF);
    out[2] = linear(colour & 0xFF);
}

double colour_luminance(uint32_t colour) {
    double c[3];
    linear_of(colour, c);
    return 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2];
}

double colour_contrast(uint32_t a, uint32_t b) {
    const double x = colour_luminance(a), y = colour_luminance(b);
    return (fmax(x, y) + 0.05) / (fmin(x, y) + 0.05);
}

uint32_t colour_words_on(uint32_t colour) {
    if (colour_contrast(colour, 0xFFFFFF) >= 4.5)
        return 0xFFFFFF;
    return colour_contrast(colour, COLOUR_DARK_WORDS) >= 4.5 ? COLOUR_DARK_WORDS
                                                             : COLOUR_UNREADABLE;
}

uint32_t colour_mixed(uint32_t colour, uint32_t with, int part) {
    uint32_t out = 0;
    for (int shift = 16; shift >= 0; shift -= 8)
        out = out << 8 | ((colour >> shift & 0xFF) * (uint32_t)part +
                          (with >> shift & 0xFF) * (uint32_t)(100 - part)) /
                             100;
    return out;
}

static double unit(double value) {
    return fmin(1, fmax(0, value));
}

static void seen(double c[3], enum colour_sight sight) {
    static const double matrices[SIGHT_COUNT][3][3] = {
        [SIGHT_FULL] = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
        [SIGHT_PROTAN] = {{0.152286, 1.052583, -0.204868},
                          {0.114503, 0.786281, 0.099216},
                          {-0.003882, -0.048116, 1.051998}},
        [SIGHT_DEUTAN] = {{0.367322, 0.860646, -0.227968},
                          {0.280085, 0.672501, 0.047413},
                          {-0.011820, 0.042940, 0.968881}},
        [SIGHT_TRITAN] = {{1.255528, -0.076749, -0.178779},
                          {-0.078411, 0.930809, 0.147602},
                          {0.004733, 0.691367, 0.303900}},
        [SIGHT_GREY] = {
            {0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}}};
    double out[3];
    for (int row = 0; row < 3; row++)
        out[row] = unit(matrices[sight][row][0] * c[0] + matrices[sight][row][1] * c[1] +
                        matrices[sight][row][2] * c[2]);
    for (int row = 0; row < 3; row++)
        c[row] = out[row];
}

static double lab_part(double t) {
    return t > 0.008856 ? cbrt(t) : 7.787 * t + 16.0 / 116;
}

static struct lab lab_of(uint32_t colour, enum colour_sight sight) {
    double c[3];
    linear_of(colour, c);
    seen(c, sight);
    const double x = lab_part((0.4124 * c[0] + 0.3576 * c[1] + 0.1805 * c[2]) / 0.95047);
    const double y = lab_part(0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2]);
    const double z = lab_part((0.0193 * c[0] + 0.1192 * c[1] + 0.9505 * c[2]) / 1.08883);
    return (struct lab){116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

static double radians(double degrees) {
    return degrees * PI / 180;
}

static double hue(double a, double b) {
    if (a == 0 && b == 0)
        return 0;
    const double degrees = atan2(b, a) * 180 / PI;
    return degrees < 0 ? degrees + 360 : degrees;
}

/* The names are those of the formula. */
static double ciede2000(struct lab p, struct lab q) {
    const double mean_chroma = (hypot(p.a, p.b) + hypot(q.a, q.b)) / 2;
    const double seventh = pow(mean_chroma, 7), limit = pow(25, 7);
    const double g = 0.5 * (1 - sqrt(seventh / (seventh + limit)));
    const double c1 = hypot((1 + g) * p.a, p.b), c2 = hypot((1 + g) * q.a, q.b);
    const double h1 = hue((1 + g) * p.a, p.b), h2 = hue((1 + g) * q.a, q.b);
    double dh = 0, hm = h1 + h2;
    if (c1 * c2 > 0) {
        dh = h2 - h1;
        dh += dh > 180 ? -360 : dh < -180 ? 360 : 0;
        hm = (h1 + h2) / 2;
        if (fabs(h1 - h2) > 180)
            hm += h1 + h2 < 360 ? 180 : -180;
    }
    const double dl = q.l - p.l, dc = c2 - c1, lm = (p.l + q.l) / 2, cm = (c1 + c2) / 2;
    const double dhue = 2 * sqrt(c1 * c2) * sin(radians(dh / 2));
    const double t = 1 - 0.17 * cos(radians(hm - 30)) + 0.24 * cos(radians(2 * hm)) +
                     0.32 * cos(radians(3 * hm + 6)) - 0.2 * cos(radians(4 * hm - 63));
    const double sl = 1 + 0.015 * (lm - 50) * (lm - 50) / sqrt(20 + (lm - 50) * (lm - 50));
    const double sc = 1 + 0.045 * cm, sh = 1 + 0.015 * cm * t;
    const double c7 = pow(cm, 7);
    const double turn = sin(radians(60 * exp(-((hm - 275) / 25) * ((hm - 275) / 25))));
    const double rt = -2 * sqrt(c7 / (c7 + limit)) * turn;
    return sqrt(dl / sl * (dl / sl) + dc / sc * (dc / sc) + dhue / sh * (dhue / sh) +
                rt * (dc / sc) * (dhue / sh));
}

double colour_distance(uint32_t a, uint32_t b, enum colour_sight sight) {
    return ciede2000(lab_of(a, sight), lab_of(b, sight));
}

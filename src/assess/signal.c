#include "assess/signal.h"

#include "assess/wide.h"
#include <assert.h>

#define FEWEST      5  /* points, for any signal */
#define FEWEST_FULL 12 /* points, for more than a trial */
#define LONG        7  /* points of a run or slope */
#define MOST        10000
#define LIMIT       266 /* hundredths of the mean range, from mean to limit */
#define LIMIT_PARTS 100
#define LARGE       3267 /* thousandths of the mean range, from which a range is dropped */
#define LARGE_PARTS 1000

/* Where a point lies, to either side: no further than the mean, the inner or the outer third of the
 * way to the limit, or beyond it. */
enum zone { ZONE_MEAN, ZONE_INNER, ZONE_NEAR, ZONE_OUTSIDE };

/* All that signals are found by. */
struct chart {
    const struct signal_point *points;
    size_t count;
    int *zones; /* of the points; negative below the mean */
    int *steps; /* to each point from the one before it: +1 up, -1 down */
};

/* ---- with decimals, which is the usual case ---- */

/* The mean is sum / count, the mean range ranges / kept, all in 10^-6. */
struct sums {
    wide count, sum, ranges, kept;
};

static wide value(const struct chart *c, size_t i) {
    return c->points[i].value.rounded.micro;
}

/* Sums the ranges that are smaller than the bound (in thousandths of a mean range that is
 * ranges / kept of `of`); of NULL: all of them. */
static void add_ranges(const struct chart *c, const struct sums *of, struct sums *out) {
    out->ranges = out->kept = 0;
    for (size_t i = 1; i < c->count; i++) {
        wide r = wide_abs(value(c, i) - value(c, i - 1));
        if (of && r * of->kept * LARGE_PARTS >= LARGE * of->ranges) {
            continue;
        }
        out->ranges += r;
        out->kept++;
    }
}

static struct sums sums_of(const struct chart *c) {
    struct sums all = {.count = (wide)c->count};
    for (size_t i = 0; i < c->count; i++) {
        all.sum += value(c, i);
    }
    add_ranges(c, NULL, &all);
    struct sums rest = all;
    add_ranges(c, &all, &rest);
    return rest.ranges > 0 ? rest : all;
}

static int zone_of(const struct sums *s, wide value) {
    wide distance = (value * s->count - s->sum) * s->kept * LIMIT_PARTS * 3;
    wide third = LIMIT * s->ranges * s->count;
    wide far = wide_abs(distance);
    int zone = (far > 0) + (far > 2 * third) + (far > 3 * third);
    return distance < 0 ? -zone : zone;
}

/* False if a figure is too large to be shown. */
static bool fill_figures(const struct sums *s, struct signal_result *out) {
    wide divisor = s->count * s->kept * LIMIT_PARTS;
    wide centre = s->sum * s->kept * LIMIT_PARTS;
    wide width = LIMIT * s->ranges * s->count;
    bool fits = wide_decimal(wide_divide(s->sum, s->count), &out->mean);
    assert(fits); /* it lies among the points */
    out->dropped = out->count - 1 - (size_t)s->kept;
    return wide_decimal(wide_divide(s->ranges, s->kept), &out->range) &&
           wide_decimal(wide_divide(centre - width, divisor), &out->lower) &&
           wide_decimal(wide_divide(centre + width, divisor), &out->upper);
}

static bool chart_decimals(struct chart *c, struct signal_result *out) {
    struct sums sums = sums_of(c);
    for (size_t i = 0; i < c->count; i++) {
        c->zones[i] = zone_of(&sums, value(c, i));
    }
    return fill_figures(&sums, out);
}

/* ---- with fractions ---- */

static const struct rational *size_of(struct arena *arena, const struct rational *a) {
    return rational_sign(a) < 0 ? rational_sub(arena, rational_of(arena, 0, 1), a) : a;
}

/* The mean of the ranges below the bound (NULL: of all), and how many there are; NULL of none. */
static const struct rational *mean_range(struct arena *arena, const struct rational *const *values,
                                         size_t count, const struct rational *bound, size_t *kept) {
    const struct rational *sum = rational_of(arena, 0, 1);
    *kept = 0;
    for (size_t i = 1; i < count; i++) {
        const struct rational *r = size_of(arena, rational_sub(arena, values[i], values[i - 1]));
        if (!bound || rational_compare(r, bound) < 0) {
            sum = rational_add(arena, sum, r);
            (*kept)++;
        }
    }
    return *kept == 0 ? NULL : rational_div(arena, sum, rational_of(arena, (int64_t)*kept, 1));
}

static bool chart_fractions(struct arena *arena, struct chart *c, struct signal_result *out) {
    const struct rational **values = arena_array(arena, c->count, sizeof *values);
    const struct rational *mean = rational_of(arena, 0, 1);
    for (size_t i = 0; i < c->count; i++) {
        values[i] = exact_rational(arena, c->points[i].value);
        mean = rational_add(arena, mean, values[i]);
    }
    mean = rational_div(arena, mean, rational_of(arena, (int64_t)c->count, 1));
    size_t all, kept;
    const struct rational *range = mean_range(arena, values, c->count, NULL, &all);
    const struct rational *bound =
        rational_mul(arena, range, rational_of(arena, LARGE, LARGE_PARTS));
    const struct rational *rest = mean_range(arena, values, c->count, bound, &kept);
    bool drops = rest && rational_sign(rest) > 0;
    range = drops ? rest : range;
    out->dropped = drops ? all - kept : 0;
    const struct rational *width =
        rational_mul(arena, range, rational_of(arena, LIMIT, LIMIT_PARTS));
    const struct rational *near = rational_mul(arena, width, rational_of(arena, 2, 3));
    for (size_t i = 0; i < c->count; i++) {
        const struct rational *distance = rational_sub(arena, values[i], mean);
        const struct rational *far = size_of(arena, distance);
        int zone = (rational_sign(far) > 0) + (rational_compare(far, near) > 0) +
                   (rational_compare(far, width) > 0);
        c->zones[i] = rational_sign(distance) < 0 ? -zone : zone;
    }
    bool fits = rational_round(mean, DECIMAL_PLACES, &out->mean);
    assert(fits); /* it lies among the points */
    return rational_round(range, DECIMAL_PLACES, &out->range) &&
           rational_round(rational_sub(arena, mean, width), DECIMAL_PLACES, &out->lower) &&
           rational_round(rational_add(arena, mean, width), DECIMAL_PLACES, &out->upper);
}

/* ---- either way ---- */

/* False if a figure is too large to be shown. */
static bool fill_chart(struct arena *arena, struct chart *c, struct signal_result *out) {
    bool fractions = false;
    c->zones = arena_array(arena, c->count, sizeof *c->zones);
    c->steps = arena_array(arena, c->count, sizeof *c->steps);
    for (size_t i = 0; i < c->count; i++) {
        fractions = fractions || c->points[i].value.fraction;
        c->steps[i] = i > 0 ? exact_compare(c->points[i].value, c->points[i - 1].value) : 0;
    }
    return fractions ? chart_fractions(arena, c, out) : chart_decimals(c, out);
}

/* +1 if the point lies in that zone or further above the mean, -1 if below it, else 0. */
static int beyond(const struct chart *c, size_t i, enum zone zone) {
    return (c->zones[i] >= (int)zone) - (c->zones[i] <= -(int)zone);
}

static void add(struct arena *arena, struct signal_result *out, struct signal found) {
    vec_push(arena, &out->signals, found);
    out->now = out->now || found.last + 1 == out->count;
}

static void find_outside(struct arena *arena, const struct chart *c, struct signal_result *out) {
    for (size_t i = 0; i < out->count; i++) {
        int side = beyond(c, i, ZONE_OUTSIDE);
        if (side != 0) {
            add(arena, out, (struct signal){SIGNAL_OUTSIDE, i, i, side});
        }
    }
}

static void find_runs(struct arena *arena, const struct chart *c, struct signal_result *out) {
    for (size_t i = 0; i < out->count;) {
        int side = beyond(c, i, ZONE_INNER);
        size_t end = i + 1;
        while (end < out->count && beyond(c, end, ZONE_INNER) == side) {
            end++;
        }
        if (side != 0 && end - i >= LONG) {
            add(arena, out, (struct signal){SIGNAL_RUN, i, end - 1, side});
        }
        i = end;
    }
}

/* A slope of seven points has six steps of one sign; the last point of one may begin the next. */
static void find_slopes(struct arena *arena, const struct chart *c, struct signal_result *out) {
    for (size_t i = 1; i < out->count;) {
        int side = c->steps[i];
        size_t end = i + 1;
        while (end < out->count && c->steps[end] == side) {
            end++;
        }
        if (side != 0 && end - i + 1 >= LONG) {
            add(arena, out, (struct signal){SIGNAL_SLOPE, i - 1, end - 1, side});
        }
        i = end;
    }
}

static void find_near(struct arena *arena, const struct chart *c, struct signal_result *out,
                      int side) {
    size_t first = 0;
    size_t last = 0;
    size_t held = 0; /* points in the row from first to last */
    for (size_t i = 0; i <= out->count; i++) {
        bool ended = i == out->count || i - last > 2;
        bool hit = i < out->count && beyond(c, i, ZONE_NEAR) == side;
        if (held > 0 && ended) {
            if (held > 1) {
                add(arena, out, (struct signal){SIGNAL_NEAR, first, last, side});
            }
            held = 0;
        }
        if (hit) {
            first = held == 0 ? i : first;
            last = i;
            held++;
        }
    }
}

const struct signal_result *signal_judge(struct arena *arena, const struct signal_point *points,
                                         size_t count) {
    assert(count <= MOST);
    if (count < FEWEST) {
        return NULL;
    }
    struct chart c = {.points = points, .count = count};
    struct signal_result *out = arena_alloc(arena, sizeof *out);
    out->points = points;
    out->count = count;
    out->trial = count < FEWEST_FULL;
    if (!fill_chart(arena, &c, out)) {
        return NULL;
    }
    find_outside(arena, &c, out);
    find_runs(arena, &c, out);
    find_slopes(arena, &c, out);
    find_near(arena, &c, out, 1);
    find_near(arena, &c, out, -1);
    return out;
}

const struct signal_result *signal_of(struct arena *arena, const struct measure_result *r) {
    if (r->measure->polarity == POLARITY_BINARY) {
        return NULL;
    }
    struct signal_point *points = arena_array(arena, r->history_count, sizeof *points);
    size_t count = 0;
    for (size_t i = 0; i < r->history_count; i++) {
        if (r->history[i].has_actual) { /* periods still to come show none */
            points[count++] = (struct signal_point){
                r->history[i].period, exact_of(r->history[i].actual, r->history[i].exact_actual)};
        }
    }
    return signal_judge(arena, points, count);
}

const char *signal_name(enum signal_kind kind) {
    static const char *const names[] = {"outside", "run", "slope", "near"};
    assert((size_t)kind < sizeof names / sizeof *names);
    return names[kind];
}

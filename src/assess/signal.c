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

/* The mean is sum / count, the mean range ranges / kept, all in 10^-6. */
struct chart {
    const struct signal_point *points;
    wide count, sum, ranges, kept;
};

static wide value(const struct chart *c, size_t i) {
    return c->points[i].value.micro;
}

static wide range(const struct chart *c, size_t i) {
    return wide_abs(value(c, i) - value(c, i - 1));
}

/* Sums the ranges that are smaller than the bound (in thousandths of a mean range that is
 * ranges / kept of `of`); of NULL: all of them. */
static void add_ranges(struct chart *c, const struct chart *of) {
    c->ranges = c->kept = 0;
    for (size_t i = 1; i < (size_t)c->count; i++) {
        wide r = range(c, i);
        if (of && r * of->kept * LARGE_PARTS >= LARGE * of->ranges) {
            continue;
        }
        c->ranges += r;
        c->kept++;
    }
}

static struct chart chart_of(const struct signal_point *points, size_t count) {
    struct chart all = {.points = points, .count = (wide)count};
    for (size_t i = 0; i < count; i++) {
        all.sum += value(&all, i);
    }
    add_ranges(&all, NULL);
    struct chart rest = all;
    add_ranges(&rest, &all);
    return rest.ranges > 0 ? rest : all;
}

/* +1 if the point lies strictly beyond so many thirds of the way from the mean to the upper limit,
 * -1 if to the lower one, else 0. */
static int beyond(const struct chart *c, size_t i, int thirds) {
    wide distance = (value(c, i) * c->count - c->sum) * c->kept * LIMIT_PARTS * 3;
    wide limit = thirds * LIMIT * c->ranges * c->count;
    return (distance > limit) - (distance < -limit);
}

static int side_of_mean(const struct chart *c, size_t i) {
    return beyond(c, i, 0);
}

static int step_to(const struct chart *c, size_t i) {
    return (value(c, i) > value(c, i - 1)) - (value(c, i) < value(c, i - 1));
}

static void add(struct arena *arena, struct signal_result *out, struct signal found) {
    vec_push(arena, &out->signals, found);
    out->now = out->now || found.last + 1 == out->count;
}

static void find_outside(struct arena *arena, const struct chart *c, struct signal_result *out) {
    for (size_t i = 0; i < out->count; i++) {
        int side = beyond(c, i, 3);
        if (side != 0) {
            add(arena, out, (struct signal){SIGNAL_OUTSIDE, i, i, side});
        }
    }
}

static void find_runs(struct arena *arena, const struct chart *c, struct signal_result *out) {
    for (size_t i = 0; i < out->count;) {
        int side = side_of_mean(c, i);
        size_t end = i + 1;
        while (end < out->count && side_of_mean(c, end) == side) {
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
        int side = step_to(c, i);
        size_t end = i + 1;
        while (end < out->count && step_to(c, end) == side) {
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
        bool hit = i < out->count && beyond(c, i, 2) == side;
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

/* False if a figure is too large to be shown. */
static bool fill_figures(const struct chart *c, struct signal_result *out) {
    wide divisor = c->count * c->kept * LIMIT_PARTS;
    wide centre = c->sum * c->kept * LIMIT_PARTS;
    wide width = LIMIT * c->ranges * c->count;
    bool fits = wide_decimal(wide_divide(c->sum, c->count), &out->mean);
    assert(fits); /* it lies among the points */
    return wide_decimal(wide_divide(c->ranges, c->kept), &out->range) &&
           wide_decimal(wide_divide(centre - width, divisor), &out->lower) &&
           wide_decimal(wide_divide(centre + width, divisor), &out->upper);
}

const struct signal_result *signal_judge(struct arena *arena, const struct signal_point *points,
                                         size_t count) {
    assert(count <= MOST);
    if (count < FEWEST) {
        return NULL;
    }
    struct chart c = chart_of(points, count);
    struct signal_result *out = arena_alloc(arena, sizeof *out);
    out->points = points;
    out->count = count;
    out->trial = count < FEWEST_FULL;
    out->dropped = count - 1 - (size_t)c.kept;
    if (!fill_figures(&c, out)) {
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
            points[count++] = (struct signal_point){r->history[i].period, r->history[i].actual};
        }
    }
    return signal_judge(arena, points, count);
}

const char *signal_name(enum signal_kind kind) {
    static const char *const names[] = {"outside", "run", "slope", "near"};
    assert((size_t)kind < sizeof names / sizeof *names);
    return names[kind];
}

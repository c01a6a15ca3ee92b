#include "assess/association.h"

#include "assess/wide.h"
#include <assert.h>
#include <string.h>

#define MOST         ASSOCIATION_MOST
#define FULL         (100 * DECIMAL_ONE) /* the highest score */
#define RHO_ONE      DECIMAL_ONE
#define FEWEST_MOVES (ASSOCIATION_POINTS - 1)
#define LANES        40 /* MOST, filled up so that eight can be multiplied at a time */

_Static_assert(LANES >= MOST && LANES % 8 == 0, "a row of ranks is multiplied in eights");

/* What is not explained by a series' own trend and memory, as ranks. */
struct moves {
    bool known[MOST];
    wide size[MOST];
    int16_t rank[MOST]; /* doubled, so that shared ranks are whole */
};

/* The driver's moves one after the other, in whatever order. */
struct row {
    int16_t rank[LANES]; /* zeros behind `count` */
    int count;
    int sum, squares; /* of all, whatever the order */
};

/* What the row is held against at one lag, place by place. */
struct partners {
    int lag, count;         /* of pairs */
    int16_t outcome[LANES]; /* rank of the outcome, 0 without one */
    int alone[MOST];        /* places without an outcome */
    int alone_count;
    int sum, spread; /* of the outcomes */
};

/* A correlation: top / root(left * right); a negative top for a falling one. */
struct correlation {
    int64_t top, left, right;
    int count;
};

/* ---- moves ---- */

static bool at_end(const struct association_series *s, int i) {
    return s->score[i].micro <= 0 || s->score[i].micro >= FULL;
}

static bool between(const struct association_series *s, int i) {
    return s->known[i] && !at_end(s, i);
}

/* The scores less their straight trend, both estimated where the scale has not ended. */
static int without_trend(const struct association_series *s, int count, wide rest[MOST]) {
    wide n = 0, x = 0, t = 0, xt = 0, tt = 0;
    for (int i = 0; i < count; i++) {
        if (between(s, i)) {
            n++;
            x += s->score[i].micro;
            t += i;
            xt += (wide)s->score[i].micro * i;
            tt += i * i;
        }
    }
    wide spread = n * tt - t * t;
    wide slope = n * xt - t * x; /* over spread */
    for (int i = 0; i < count; i++) {
        wide level = n > 0 ? wide_divide(x, n) : 0;
        if (spread > 0) {
            level = wide_divide(x * spread + slope * (n * i - t), n * spread);
        }
        rest[i] = s->score[i].micro - level;
    }
    return (int)n;
}

/* How much of what is left is left one step later, in 10^-6.  Short series show too little memory:
 * on the average (2 + 4 memory) / n too little once a trend was taken away. */
static wide memory_of(const struct association_series *s, int count, const wide rest[MOST], int n) {
    wide products = 0, squares = 0;
    for (int i = 1; i < count; i++) {
        if (between(s, i) && between(s, i - 1)) {
            products += rest[i] * rest[i - 1];
            squares += rest[i - 1] * rest[i - 1];
        }
    }
    wide memory = squares > 0 ? wide_divide(products * DECIMAL_ONE, squares) : 0;
    memory += wide_divide(2 * DECIMAL_ONE + 4 * memory, n > 0 ? n : 1);
    if (memory > DECIMAL_ONE) {
        return DECIMAL_ONE;
    }
    return memory < -DECIMAL_ONE ? -DECIMAL_ONE : memory;
}

static bool is_move(const struct association_series *s, int i) {
    bool stuck = s->score[i].micro == s->score[i - 1].micro && at_end(s, i);
    return s->known[i] && s->known[i - 1] && !stuck;
}

static void rank_all(const wide *sizes, const bool *known, int count, int16_t *ranks) {
    for (int i = 0; i < count; i++) {
        ranks[i] = known[i]; /* it is as large as itself */
        for (int j = 0; j < i && known[i]; j++) {
            if (known[j]) {
                int order = (sizes[i] > sizes[j]) - (sizes[i] < sizes[j]);
                ranks[i] = (int16_t)(ranks[i] + 1 + order);
                ranks[j] = (int16_t)(ranks[j] + 1 - order);
            }
        }
    }
}

static void find_moves(const struct association_series *s, int count, struct moves *out) {
    wide rest[MOST];
    *out = (struct moves){0};
    int n = without_trend(s, count, rest);
    wide memory = memory_of(s, count, rest, n);
    for (int i = 1; i < count; i++) {
        out->known[i] = is_move(s, i);
        if (out->known[i]) {
            out->size[i] = rest[i] - wide_divide(memory * rest[i - 1], DECIMAL_ONE);
        }
    }
    rank_all(out->size, out->known, count, out->rank);
}

/* ---- correlations ---- */

static void row_of(const int16_t *ranks, const bool *known, int count, struct row *out) {
    *out = (struct row){.count = 0};
    for (int i = 0; i < count; i++) {
        if (known[i]) {
            out->rank[out->count++] = ranks[i];
            out->sum += ranks[i];
            out->squares += ranks[i] * ranks[i];
        }
    }
}

/* from, to: where the driver and the outcome are known. */
static void find_partners(const bool *from, const bool *to, const int16_t *outcome, int count,
                          int lag, struct partners *out) {
    *out = (struct partners){.lag = lag};
    int squares = 0, place = 0;
    for (int i = 0; i < count; i++) {
        if (!from[i]) {
            continue;
        }
        if (i + lag < count && to[i + lag]) {
            int rank = outcome[i + lag];
            out->outcome[place] = (int16_t)rank;
            out->sum += rank;
            squares += rank * rank;
            out->count++;
        } else {
            out->alone[out->alone_count++] = place;
        }
        place++;
    }
    out->spread = out->count * squares - out->sum * out->sum;
}

/* Ranks are 72 at most and there are 36 of them: all this lies below 2^23. */
static struct correlation correlate(const struct row *row, const struct partners *partners) {
    int products = 0;
    for (int i = 0; i < LANES; i++) {
        products += row->rank[i] * partners->outcome[i];
    }
    int sum = row->sum, squares = row->squares;
    for (int i = 0; i < partners->alone_count; i++) {
        int rank = row->rank[partners->alone[i]];
        sum -= rank;
        squares -= rank * rank;
    }
    return (struct correlation){.top = partners->count * products - sum * partners->sum,
                                .left = partners->count * squares - sum * sum,
                                .right = partners->spread,
                                .count = partners->count};
}

/* How strong a correlation is: rho^2 (pairs - 1), as a fraction; below 2^52 over below 2^46.  Where
 * nothing varies there is none. */
struct strength {
    int64_t top, bottom;
};

static struct strength strength_of(const struct correlation *c) {
    int64_t bottom = c->left * c->right;
    return bottom > 0 ? (struct strength){c->top * c->top * (c->count - 1), bottom}
                      : (struct strength){0, 1};
}

static int compare_strength(struct strength a, struct strength b) {
    wide left = (wide)a.top * b.bottom, right = (wide)b.top * a.bottom;
    return (left > right) - (left < right);
}

static wide root(wide square) {
    wide low = 0;
    wide high = (wide)1 << 62;
    while (low < high) { /* the largest whose square is not above */
        wide middle = low + (high - low + 1) / 2;
        if (middle <= square / middle) {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    return low;
}

static struct decimal rho_of(const struct correlation *c) {
    wide bottom = (wide)c->left * c->right;
    if (bottom == 0) {
        return decimal_micro(0);
    }
    wide doubled = root((wide)c->top * c->top * 4 * RHO_ONE * RHO_ONE / bottom);
    int64_t micro = (int64_t)((doubled + 1) / 2);
    return decimal_micro(c->top < 0 ? -micro : micro);
}

/* Spearman's of the scores themselves that are paired at the lag. */
static struct decimal rho_of_scores(const struct association_series *driver,
                                    const struct association_series *outcome, int count, int lag) {
    wide left[MOST] = {0}, right[MOST] = {0};
    int16_t left_rank[MOST], right_rank[MOST];
    bool all[MOST] = {false};
    int pairs = 0;
    for (int i = 0; i + lag < count; i++) {
        if (driver->known[i] && outcome->known[i + lag]) {
            left[pairs] = driver->score[i].micro;
            right[pairs] = outcome->score[i + lag].micro;
            all[pairs++] = true;
        }
    }
    rank_all(left, all, pairs, left_rank);
    rank_all(right, all, pairs, right_rank);
    struct row row;
    struct partners partners;
    row_of(left_rank, all, pairs, &row);
    find_partners(all, all, right_rank, pairs, 0, &partners);
    struct correlation c = correlate(&row, &partners);
    return rho_of(&c);
}

/* ---- shuffles ---- */

/* SplitMix64: a counter, well stirred. */
static uint64_t draw(uint64_t *state) {
    *state += UINT64_C(0x9e3779b97f4a7c15);
    uint64_t z = *state;
    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    return z ^ (z >> 31);
}

static int below(uint64_t *state, int bound) {
    return (int)((draw(state) >> 32) * (uint64_t)bound >> 32);
}

/* Shuffles places, each within its block of neighbours. */
static void shuffle(uint64_t *state, uint8_t *places, int count) {
    const int blocks = count / ASSOCIATION_BLOCK; /* there are 11 moves at least */
    for (int b = 0; b < blocks; b++) {
        int first = b * count / blocks;
        int end = (b + 1) * count / blocks;
        for (int i = end - 1; i > first; i--) {
            int j = first + below(state, i - first + 1);
            uint8_t kept = places[i];
            places[i] = places[j];
            places[j] = kept;
        }
    }
}

/* Each order is the one before, shuffled once more. */
static void make_orders(struct association_orders *orders, int count) {
    uint8_t places[MOST];
    uint64_t state = ASSOCIATION_SEED;
    for (int i = 0; i < count; i++) {
        places[i] = (uint8_t)i;
    }
    for (int k = 0; k < ASSOCIATION_SHUFFLES; k++) {
        shuffle(&state, places, count);
        memcpy(orders->places[count][k], places, sizeof places);
    }
    orders->made[count] = true;
}

/* The driver's moves, and the outcomes at each lag that has enough. */
struct trial {
    struct row row;
    struct partners lags[MOST];
    int lag_count;
};

static struct correlation strongest(const struct trial *t, int *which) {
    struct correlation best = {0};
    *which = 0;
    for (int i = 0; i < t->lag_count; i++) {
        struct correlation c = correlate(&t->row, &t->lags[i]);
        if (i == 0 || compare_strength(strength_of(&c), strength_of(&best)) > 0) {
            best = c;
            *which = i;
        }
    }
    return best;
}

/* True if in that order the strongest is as strong as what was found: then some lag is. */
static bool reaches(const struct trial *t, const uint8_t *order, struct strength found) {
    struct row row = {.count = t->row.count, .sum = t->row.sum, .squares = t->row.squares};
    for (int i = 0; i < row.count; i++) {
        row.rank[i] = t->row.rank[order[i]];
    }
    for (int i = 0; i < t->lag_count; i++) {
        struct correlation c = correlate(&row, &t->lags[i]);
        if (compare_strength(strength_of(&c), found) >= 0) {
            return true;
        }
    }
    return false;
}

static void fill_p(const struct trial *t, struct association_orders *orders, struct strength found,
                   struct association *out) {
    int strong = 0;
    int made = 1;
    if (!orders->made[t->row.count]) {
        make_orders(orders, t->row.count);
    }
    while (made < ASSOCIATION_SHUFFLES && strong < ASSOCIATION_EARLY) {
        strong += reaches(t, orders->places[t->row.count][made - 1], found);
        made++;
    }
    /* the order that was found counts, unless the rest was not made */
    out->strong = strong == ASSOCIATION_EARLY ? ASSOCIATION_EARLY : strong + 1;
    out->made = strong == ASSOCIATION_EARLY ? made - 1 : made;
    out->p = decimal_micro((int64_t)wide_divide((wide)out->strong * DECIMAL_ONE, out->made));
}

static int sign_of(struct decimal value) {
    return (value.micro > 0) - (value.micro < 0);
}

static int paired(const bool *from, const bool *to, int count, int lag) {
    int pairs = 0;
    for (int i = 0; i + lag < count; i++) {
        pairs += from[i] && to[i + lag];
    }
    return pairs;
}

struct association association_test(const struct association_series *driver,
                                    const struct association_series *outcome, int count, int first,
                                    int last, struct association_orders *orders) {
    assert(count >= 0 && count <= MOST && first >= 0 && first <= last);
    struct moves left, right;
    find_moves(driver, count, &left);
    find_moves(outcome, count, &right);
    struct trial t;
    t.lag_count = 0;
    row_of(left.rank, left.known, count, &t.row);
    for (int lag = first; lag <= last && lag < count; lag++) {
        struct partners *partners = &t.lags[t.lag_count];
        find_partners(left.known, right.known, right.rank, count, lag, partners);
        t.lag_count += paired(driver->known, outcome->known, count, lag) >= ASSOCIATION_POINTS &&
                       partners->count >= FEWEST_MOVES;
    }
    if (t.lag_count == 0) {
        return (struct association){.lag = first,
                                    .points = paired(driver->known, outcome->known, count, first)};
    }
    int which;
    struct correlation found = strongest(&t, &which);
    int lag = t.lags[which].lag;
    struct association result = {.enough = true,
                                 .lag = lag,
                                 .points = paired(driver->known, outcome->known, count, lag),
                                 .moves = t.lags[which].count,
                                 .rho = rho_of_scores(driver, outcome, count, lag),
                                 .moved = rho_of(&found)};
    if (orders) {
        fill_p(&t, orders, strength_of(&found), &result);
        result.shown =
            result.p.micro <= ASSOCIATION_LEVEL && sign_of(result.rho) == sign_of(result.moved);
    }
    return result;
}

struct association_moves association_moves(const struct association_series *series, int count) {
    struct association_moves out = {.memory = decimal_micro(0)};
    struct moves moves;
    wide rest[MOST];
    int n = without_trend(series, count, rest);
    find_moves(series, count, &moves);
    out.memory = decimal_micro((int64_t)memory_of(series, count, rest, n));
    for (int i = 0; i < count; i++) {
        out.known[i] = moves.known[i];
        out.level[i] = decimal_micro((int64_t)(series->score[i].micro - rest[i]));
        out.rest[i] = decimal_micro((int64_t)rest[i]);
        out.size[i] = decimal_micro((int64_t)moves.size[i]);
    }
    return out;
}

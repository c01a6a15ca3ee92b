#include "assess/association.h"

#include "assess/wide.h"
#include <assert.h>
#include <stdint.h>

#define MOST         ASSOCIATION_MOST
#define BLOCK        4   /* neighbours that are shuffled, about */
#define EARLY        100 /* shuffles as strong, after which p is known to be large */
#define SEED         UINT64_C(0x626f617264706163)
#define FULL         (100 * DECIMAL_ONE) /* the highest score */
#define RHO_ONE      DECIMAL_ONE
#define FEWEST_MOVES (ASSOCIATION_POINTS - 1)

/* What is not explained by a series' own trend and memory, as ranks. */
struct moves {
    bool known[MOST];
    wide size[MOST];
    int64_t rank[MOST]; /* doubled, so that shared ranks are whole */
};

/* Places of a pair: the driver at `from`, the outcome at `to`. */
struct pairs {
    int count, lag;
    int from[MOST], to[MOST];
};

/* Sums of one side of the pairs. */
struct side {
    int64_t sum, squares;
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

static void rank_all(const wide *sizes, const bool *known, int count, int64_t *ranks) {
    for (int i = 0; i < count; i++) {
        ranks[i] = 0;
        for (int j = 0; j < count && known[i]; j++) {
            if (known[j]) {
                ranks[i] += 2 * (sizes[j] < sizes[i]) + (sizes[j] == sizes[i]);
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

static void pair_up(const bool *from, const bool *to, int count, int lag, struct pairs *out) {
    out->count = 0;
    out->lag = lag;
    for (int i = 0; i + lag < count; i++) {
        if (from[i] && to[i + lag]) {
            out->from[out->count] = i;
            out->to[out->count++] = i + lag;
        }
    }
}

static struct side side_of(const int64_t *ranks, const int *places, int count) {
    struct side side = {0, 0};
    for (int i = 0; i < count; i++) {
        int64_t rank = ranks[places[i]];
        side.sum += rank;
        side.squares += rank * rank;
    }
    return side;
}

static int64_t spread_of(const struct side *side, int count) {
    return count * side->squares - side->sum * side->sum;
}

static struct correlation correlate(const int64_t *driver, const int64_t *outcome,
                                    const struct pairs *pairs, const struct side *right) {
    struct side left = side_of(driver, pairs->from, pairs->count);
    int64_t products = 0;
    for (int i = 0; i < pairs->count; i++) {
        products += driver[pairs->from[i]] * outcome[pairs->to[i]];
    }
    return (struct correlation){.top = pairs->count * products - left.sum * right->sum,
                                .left = spread_of(&left, pairs->count),
                                .right = spread_of(right, pairs->count),
                                .count = pairs->count};
}

/* Compares strengths, exactly: rho^2 (pairs - 1).  Where nothing varies there is none. */
static int compare_strength(const struct correlation *a, const struct correlation *b) {
    wide a_bottom = (wide)a->left * a->right;
    wide b_bottom = (wide)b->left * b->right;
    wide a_top = a_bottom > 0 ? (wide)a->top * a->top * (a->count - 1) : 0;
    wide b_top = b_bottom > 0 ? (wide)b->top * b->top * (b->count - 1) : 0;
    wide left = a_top * (b_bottom > 0 ? b_bottom : 1);
    wide right = b_top * (a_bottom > 0 ? a_bottom : 1);
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

/* Spearman's of the paired scores themselves. */
static struct decimal rho_of_scores(const struct association_series *driver,
                                    const struct association_series *outcome,
                                    const struct pairs *pairs) {
    wide left[MOST] = {0}, right[MOST] = {0};
    int64_t left_rank[MOST], right_rank[MOST];
    bool all[MOST] = {false};
    struct pairs same = {.count = pairs->count};
    for (int i = 0; i < pairs->count; i++) {
        left[i] = driver->score[pairs->from[i]].micro;
        right[i] = outcome->score[pairs->to[i]].micro;
        all[i] = true;
        same.from[i] = same.to[i] = i;
    }
    rank_all(left, all, pairs->count, left_rank);
    rank_all(right, all, pairs->count, right_rank);
    struct side side = side_of(right_rank, same.to, same.count);
    struct correlation c = correlate(left_rank, right_rank, &same, &side);
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

struct trial {
    int64_t driver[MOST]; /* ranks, shuffled */
    int places[MOST];     /* of the driver's moves */
    int place_count;
    const struct moves *outcome;
    struct pairs pairs[MOST]; /* one a lag that has enough */
    struct side right[MOST];
    int lag_count;
    uint64_t state;
};

static void shuffle(struct trial *t) {
    int blocks = t->place_count / BLOCK;
    blocks = blocks > 0 ? blocks : 1;
    for (int b = 0; b < blocks; b++) {
        int first = b * t->place_count / blocks;
        int end = (b + 1) * t->place_count / blocks;
        for (int i = end - 1; i > first; i--) {
            int j = first + below(&t->state, i - first + 1);
            int64_t rank = t->driver[t->places[i]];
            t->driver[t->places[i]] = t->driver[t->places[j]];
            t->driver[t->places[j]] = rank;
        }
    }
}

static struct correlation strongest(const struct trial *t, int *which) {
    struct correlation best = {0};
    *which = 0;
    for (int i = 0; i < t->lag_count; i++) {
        struct correlation c = correlate(t->driver, t->outcome->rank, &t->pairs[i], &t->right[i]);
        if (i == 0 || compare_strength(&c, &best) > 0) {
            best = c;
            *which = i;
        }
    }
    return best;
}

static void fill_p(struct trial *t, const struct correlation *found, struct association *out) {
    int strong = 0;
    int made = 1;
    while (made < ASSOCIATION_SHUFFLES && strong < EARLY) {
        int which;
        shuffle(t);
        struct correlation c = strongest(t, &which);
        strong += compare_strength(&c, found) >= 0;
        made++;
    }
    /* the order that was found counts, unless the rest was not made */
    out->strong = strong == EARLY ? EARLY : strong + 1;
    out->made = strong == EARLY ? made - 1 : made;
    out->p = decimal_micro((int64_t)wide_divide((wide)out->strong * DECIMAL_ONE, out->made));
}

static int sign_of(struct decimal value) {
    return (value.micro > 0) - (value.micro < 0);
}

static void prepare(struct trial *t, const struct moves *driver, int count) {
    for (int i = 0; i < count; i++) {
        t->driver[i] = driver->rank[i];
        if (driver->known[i]) {
            t->places[t->place_count++] = i;
        }
    }
}

struct association association_test(const struct association_series *driver,
                                    const struct association_series *outcome, int count, int first,
                                    int last) {
    assert(count >= 0 && count <= MOST && first >= 0 && first <= last);
    struct moves left, right;
    find_moves(driver, count, &left);
    find_moves(outcome, count, &right);
    struct trial t = {.outcome = &right, .state = SEED};
    prepare(&t, &left, count);
    struct pairs scores;
    pair_up(driver->known, outcome->known, count, first, &scores);
    struct association result = {.lag = first, .points = scores.count};
    for (int lag = first; lag <= last && lag < count; lag++) {
        struct pairs *moves = &t.pairs[t.lag_count];
        pair_up(driver->known, outcome->known, count, lag, &scores);
        pair_up(left.known, right.known, count, lag, moves);
        if (scores.count >= ASSOCIATION_POINTS && moves->count >= FEWEST_MOVES) {
            t.right[t.lag_count] = side_of(right.rank, moves->to, moves->count);
            t.lag_count++;
        }
    }
    if (t.lag_count == 0) {
        return result;
    }
    int which;
    struct correlation found = strongest(&t, &which);
    pair_up(driver->known, outcome->known, count, t.pairs[which].lag, &scores);
    result = (struct association){.enough = true,
                                  .lag = t.pairs[which].lag,
                                  .points = scores.count,
                                  .moves = t.pairs[which].count,
                                  .rho = rho_of_scores(driver, outcome, &scores),
                                  .moved = rho_of(&found)};
    fill_p(&t, &found, &result);
    result.shown =
        result.p.micro <= ASSOCIATION_LEVEL && sign_of(result.rho) == sign_of(result.moved);
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

/* A link of the strategy held against the scores of its two objectives (domain.md section 4, rule
 * 14; association.h says how). */
#include "assess/association.h"
#include "assess/derive.h"
#include "assess/evidence.h"
#include "assess/judge.h"
#include "assess/pastscores.h"

#include <assert.h>
#include <inttypes.h>

/* Values of two series that belong together, and their ranks, doubled so that shared ones are
 * whole. */
struct pairs {
    int count;
    int from[ASSOCIATION_MOST], to[ASSOCIATION_MOST]; /* steps */
    struct decimal left[ASSOCIATION_MOST], right[ASSOCIATION_MOST];
    int64_t left_rank[ASSOCIATION_MOST], right_rank[ASSOCIATION_MOST];
};

/* The work on one link. */
struct work {
    struct deriving d;
    const struct evidence_result *result;
    const struct link *link;
    const struct record *row;
    int lag;            /* in steps */
    struct period last; /* of the series */
    const struct association_series *from, *to;
    struct association_moves from_moves, to_moves;
    struct pairs scores, moves;
};

static struct period period_at(const struct work *w, int step) {
    return period_next(w->last, step - (ASSOCIATION_MOST - 1));
}

/* ---- pairs ---- */

/* Among the known ones; known NULL: all. */
static int64_t doubled_rank(const struct decimal *values, const bool *known, int count, int at) {
    int64_t rank = 2;
    for (int i = 0; i < count; i++) {
        int order = !known || known[i] ? decimal_compare(values[i], values[at]) : 1;
        rank += 2 * (order < 0) + (order == 0 && i != at);
    }
    return rank;
}

static void pair_up(const struct work *w, const bool *from, const bool *to,
                    const struct decimal *left, const struct decimal *right, struct pairs *out) {
    out->count = 0;
    for (int i = 0; i + w->lag < ASSOCIATION_MOST; i++) {
        if (from[i] && to[i + w->lag]) {
            out->from[out->count] = i;
            out->to[out->count] = i + w->lag;
            out->left[out->count] = left[i];
            out->right[out->count++] = right[i + w->lag];
        }
    }
}

/* Scores are ranked among those that have a partner. */
static void rank_scores(struct pairs *pairs) {
    for (int i = 0; i < pairs->count; i++) {
        pairs->left_rank[i] = doubled_rank(pairs->left, NULL, pairs->count, i);
        pairs->right_rank[i] = doubled_rank(pairs->right, NULL, pairs->count, i);
    }
}

static int64_t move_rank(const struct association_moves *moves, int at) {
    return doubled_rank(moves->size, moves->known, ASSOCIATION_MOST, at);
}

static int moves_of(const struct association_moves *moves) {
    int count = 0;
    for (int i = 0; i < ASSOCIATION_MOST; i++) {
        count += moves->known[i];
    }
    return count;
}

/* Moves are ranked among all of their series: a shuffle moves those without a partner, too. */
static void rank_moves(struct work *w) {
    for (int i = 0; i < w->moves.count; i++) {
        w->moves.left_rank[i] = move_rank(&w->from_moves, w->moves.from[i]);
        w->moves.right_rank[i] = move_rank(&w->to_moves, w->moves.to[i]);
    }
}

static struct formula half(struct deriving *d, int64_t doubled) {
    return formula_decimal(d->arena, decimal_micro(doubled * (DECIMAL_ONE / 2)));
}

static const char *ranked(struct work *w, struct decimal value, int64_t rank) {
    return arena_printf(w->d.arena, "%s (rank %s)", derive_decimal_text(w->d.arena, value),
                        half(&w->d, rank).text);
}

static void pair_inputs(struct work *w, const struct pairs *pairs) {
    struct deriving *d = &w->d;
    for (int i = 0; i < pairs->count; i++) {
        const char *name =
            arena_printf(d->arena, "%s in %s, %s in %s", w->link->from->id,
                         derive_period_text(d, period_at(w, pairs->from[i])), w->link->to->id,
                         derive_period_text(d, period_at(w, pairs->to[i])));
        derive_input(d, name,
                     arena_printf(d->arena, "%s, %s",
                                  ranked(w, pairs->left[i], pairs->left_rank[i]),
                                  ranked(w, pairs->right[i], pairs->right_rank[i])),
                     (struct place){0});
    }
}

/* ---- correlation of ranks ---- */

static struct formula sum_step(struct work *w, const char *figure, const struct objective *of,
                               const int64_t *ranks, int count) {
    struct deriving *d = &w->d;
    derive_step(d, arena_printf(d->arena, "%s: sum of the ranks of %s", figure, of->id), RULE_NONE,
                "The ranks above, added up.");
    struct formula sum = half(d, ranks[0]);
    for (int i = 1; i < count; i++) {
        sum = formula_add(d->arena, sum, half(d, ranks[i]));
    }
    derive_equals(d, sum, sum.value);
    return formula_fraction(d->arena, sum.value);
}

/* One side of the pairs: its ranks, and their sum. */
struct side {
    const int64_t *ranks;
    struct formula sum;
};

/* count x (products of ranks) - sum x sum */
static struct formula together_step(struct work *w, const char *figure, const char *words,
                                    const struct side *a, const struct side *b, int count) {
    struct deriving *d = &w->d;
    struct formula products = formula_mul(d->arena, half(d, a->ranks[0]), half(d, b->ranks[0]));
    for (int i = 1; i < count; i++) {
        products = formula_add(d->arena, products,
                               formula_mul(d->arena, half(d, a->ranks[i]), half(d, b->ranks[i])));
    }
    struct formula result =
        formula_sub(d->arena, formula_mul(d->arena, formula_whole(d->arena, count), products),
                    formula_mul(d->arena, a->sum, b->sum));
    derive_step(d, figure, RULE_NONE, words);
    derive_equals(d, result, result.value);
    return formula_fraction(d->arena, result.value);
}

/* Spearman's correlation of the pairs. */
static void rho_steps(struct work *w, const struct pairs *pairs, const char *figure,
                      struct decimal rho) {
    struct deriving *d = &w->d;
    const struct objective *from = w->link->from, *to = w->link->to;
    int n = pairs->count;
    struct side left = {pairs->left_rank, sum_step(w, figure, from, pairs->left_rank, n)};
    struct side right = {pairs->right_rank, sum_step(w, figure, to, pairs->right_rank, n)};
    struct formula top = together_step(
        w, arena_printf(d->arena, "%s: how the ranks go together", figure),
        "Number of pairs times the products of their ranks, less the product of the sums.", &left,
        &right, n);
    struct formula driver =
        together_step(w, arena_printf(d->arena, "%s: spread of %s", figure, from->id),
                      "The same with the ranks of the driver alone.", &left, &left, n);
    struct formula outcome =
        together_step(w, arena_printf(d->arena, "%s: spread of %s", figure, to->id),
                      "The same with the ranks of the outcome alone.", &right, &right, n);
    struct formula spread = formula_mul(d->arena, driver, outcome);
    if (rational_sign(spread.value) == 0) {
        derive_step(d, figure, RULE_NONE, "Where one side never changes there is none.");
        derive_number_result(d, rho);
        return;
    }
    derive_step(d, figure, RULE_NONE,
                "Spearman's rank correlation: 1 if both always rise together, -1 if one falls "
                "whenever the other rises, about 0 if neither tells anything of the other.");
    struct formula quotient = formula_div(d->arena, top, formula_root(d->arena, spread));
    /* a root is rounded, and rho again */
    struct decimal near;
    bool fits = rational_round(quotient.value, DECIMAL_PLACES, &near);
    assert(fits && near.micro - rho.micro <= 1 && rho.micro - near.micro <= 1);
    quotient.value = rational_decimal(d->arena, rho);
    derive_rounds(d, quotient, rho);
}

/* ---- steps ---- */

static void objective_input(struct work *w, const char *name, const struct objective *objective) {
    derive_other(&w->d, name, arena_printf(w->d.arena, "%s %s", objective->id, objective->name),
                 objective->id);
}

static const char *steps_name(enum frequency step) {
    static const char *const names[] = {"", "", "monthly", "quarterly", "half-yearly", "yearly"};
    assert((size_t)step < sizeof names / sizeof *names);
    return names[step];
}

static void step_step(struct work *w) {
    struct deriving *d = &w->d;
    bool none = w->result->step == FREQUENCY_NONE;
    derive_step(d, "scores compared", RULE_NONE,
                none ? "One of the two has no measure to score."
                     : "Scores are judged anew for each period with the targets of then; of two "
                       "rhythms the slower one counts.");
    derive_result(d, none ? "none" : steps_name(w->result->step));
    objective_input(w, "driver", w->link->from);
    objective_input(w, "outcome", w->link->to);
    derive_field(d, "sign", w->row, COLUMN_LINKS_SIGN);
}

static void lag_step(struct work *w) {
    struct deriving *d = &w->d;
    const struct evidence_result *r = w->result;
    derive_step(d, "lag in months", RULE_NONE,
                !r->searched ? "As declared, in whole periods: so much later the outcome is looked "
                               "at."
                : r->verdict == FOUND_TOO_LITTLE
                    ? "None is declared, and at none of 0 to 6 months there is enough data."
                    : "None is declared: of 0 to 6 months that with the strongest association; "
                      "every shuffle below is given the same choice.");
    derive_result(d, arena_printf(d->arena, "%d", r->lag));
    derive_field(d, "declared lag", w->row, COLUMN_LINKS_LAG);
}

static void pairs_step(struct work *w) {
    struct deriving *d = &w->d;
    derive_step(d, "pairs of scores", RULE_NONE,
                "The driver's score and the outcome's, later by the lag, where both are known; of "
                "the last 36 periods.  Rank 1 is the lowest; equal scores share their ranks.");
    derive_result(d, arena_printf(d->arena, "%d", w->result->points));
    pair_inputs(w, &w->scores);
}

/* How the scores of one side become moves. */
static void memory_steps(struct work *w, const struct objective *objective,
                         const struct association_series *series,
                         const struct association_moves *moves) {
    struct deriving *d = &w->d;
    struct arena *arena = d->arena;
    derive_step(d, arena_printf(arena, "%s less its trend", objective->id), RULE_NONE,
                "Scores that rise together, or change slowly, seem to belong together whatever "
                "they mean.  So the straight line nearest to the scores (by least squares; scores "
                "of 0 and 100 aside) is taken away.");
    int known = 0;
    for (int i = 0; i < ASSOCIATION_MOST; i++) {
        if (series->known[i]) {
            known++;
            derive_input(d, derive_period_text(d, period_at(w, i)),
                         arena_printf(arena, "score %s, line %s, left %s",
                                      derive_decimal_text(arena, series->score[i]),
                                      derive_decimal_text(arena, moves->level[i]),
                                      derive_decimal_text(arena, moves->rest[i])),
                         (struct place){0});
        }
    }
    derive_result(d, arena_printf(arena, "%d", known));
    derive_step(d, arena_printf(arena, "memory of %s", objective->id), RULE_NONE,
                "The share of what is left that is still there a period later, from neighbours "
                "whose scores are neither 0 nor 100: what is left times what was left before, "
                "added up, over the squares of what was left before, added up.  As short series "
                "show too little of it, (2 + 4 x this) over the number of scores between 0 and "
                "100 is added.  It is never beyond 1 or -1.");
    derive_number_result(d, moves->memory);
    derive_step(d, arena_printf(arena, "moves of %s", objective->id), RULE_NONE,
                "What is left, less memory times what was left a period before, rounded.  A score "
                "that stays at 0 or at 100 has no move.  Rank 1 is the lowest.");
    int moved = 0;
    for (int i = 1; i < ASSOCIATION_MOST; i++) {
        if (moves->known[i]) {
            moved++;
            derive_input(d, derive_period_text(d, period_at(w, i)),
                         ranked(w, moves->size[i], move_rank(moves, i)), (struct place){0});
        }
    }
    derive_result(d, arena_printf(arena, "%d", moved));
}

static void moves_step(struct work *w) {
    struct deriving *d = &w->d;
    derive_step(d, "pairs of moves", RULE_NONE,
                "Paired by the same lag, with their ranks among all moves.");
    derive_result(d, arena_printf(d->arena, "%d", w->moves.count));
    pair_inputs(w, &w->moves);
}

static void too_little_step(struct work *w) {
    struct deriving *d = &w->d;
    int points = w->result->points;
    derive_step(d, "verdict", RULE_NONE,
                "At least 12 pairs of scores and 11 pairs of moves are needed.");
    if (w->result->step == FREQUENCY_NONE) {
        derive_result(d, evidence_name(FOUND_TOO_LITTLE));
        return;
    }
    bool scores = points < ASSOCIATION_POINTS;
    derive_verdict(d,
                   formula_compare(d->arena,
                                   formula_whole(d->arena, scores ? points : w->moves.count), "<",
                                   formula_whole(d->arena, scores ? ASSOCIATION_POINTS
                                                                  : ASSOCIATION_POINTS - 1)),
                   evidence_name(FOUND_TOO_LITTLE));
}

/* How the orders were made, so that they can be made again (doc/evidence.md tells it in full). */
static void orders_step(struct work *w) {
    struct deriving *d = &w->d;
    const struct evidence_result *r = w->result;
    bool early = r->made < ASSOCIATION_SHUFFLES;
    derive_step(
        d, "orders tried", RULE_NONE,
        arena_printf(
            d->arena,
            "The ranks of all %d moves of %s were put into other orders, each time among about %d "
            "neighbours only, and rho of the moves was computed again%s.  The orders are drawn by "
            "chance, but from a fixed seed: they are the same in every run.%s",
            moves_of(&w->from_moves), w->link->from->id, ASSOCIATION_BLOCK,
            r->searched ? " at each lag" : "",
            early ? "  Once 100 are as strong p is above 0.05 for sure, and no more are made."
                  : ""));
    derive_result(d, arena_printf(d->arena, "%d", early ? r->made : r->made - 1));
    derive_input(d, "seed", arena_printf(d->arena, "0x%" PRIx64, ASSOCIATION_SEED),
                 (struct place){0});
}

static void p_step(struct work *w) {
    struct deriving *d = &w->d;
    struct arena *arena = d->arena;
    const struct evidence_result *r = w->result;
    bool early = r->made < ASSOCIATION_SHUFFLES;
    int strong = early ? r->strong : r->strong - 1, made = early ? r->made : r->made - 1;
    derive_step(d, "orders at least as strong", RULE_NONE,
                r->searched
                    ? "Those in which, at the best lag for each, rho of the moves squared, times "
                      "the pairs less one, comes to as much as in the order found, or to more."
                    : "Those in which rho of the moves is as far from 0 as in the order found, or "
                      "farther, whether above or below.");
    derive_result(d, arena_printf(arena, "%d", strong));
    derive_step(d, "p", RULE_NONE,
                early ? "How often chance alone does as much: orders as strong of those tried."
                      : "How often chance alone does as much: orders as strong of those tried, the "
                        "order found counted with both.");
    struct formula one = formula_whole(arena, 1);
    struct formula top = formula_whole(arena, strong), bottom = formula_whole(arena, made);
    derive_rounds(
        d,
        early ? formula_div(arena, top, bottom)
              : formula_div(arena, formula_add(arena, top, one), formula_add(arena, bottom, one)),
        r->p);
}

/* "rho x moved > 0 and moved < 0": the two agree, and which way they go. */
static const char *way(struct work *w) {
    struct deriving *d = &w->d;
    struct formula zero = formula_whole(d->arena, 0);
    struct formula moved = formula_decimal(d->arena, w->result->moved);
    struct formula both = formula_mul(d->arena, formula_decimal(d->arena, w->result->rho), moved);
    return derive_both(
        d, formula_compare(d->arena, both, ">", zero),
        formula_compare(d->arena, moved, w->result->moved.micro < 0 ? "<" : ">", zero));
}

static void verdict_step(struct work *w) {
    struct deriving *d = &w->d;
    const struct evidence_result *r = w->result;
    struct formula p = formula_decimal(d->arena, r->p);
    struct formula level = formula_decimal(d->arena, decimal_micro(ASSOCIATION_LEVEL));
    derive_step(d, "verdict", RULE_NONE,
                "Shown if p is at most 0.04 and scores and moves go the same way: supported if "
                "that is the way of the link, else contradicted.  An association is no proof.");
    if (r->verdict != FOUND_NOT_SHOWN) {
        derive_verdict(d, derive_both(d, formula_compare(d->arena, p, "<=", level), way(w)),
                       evidence_name(r->verdict));
    } else if (formula_holds(p, ">", level)) {
        derive_verdict(d, formula_compare(d->arena, p, ">", level), evidence_name(r->verdict));
    } else {
        struct formula both = formula_mul(d->arena, formula_decimal(d->arena, r->rho),
                                          formula_decimal(d->arena, r->moved));
        derive_verdict(d, formula_compare(d->arena, both, "<=", formula_whole(d->arena, 0)),
                       evidence_name(r->verdict));
    }
    derive_input(d, "way of the link",
                 w->link->negative ? "falls when the driver rises" : "rises with the driver",
                 (struct place){0});
}

static void declared_step(struct work *w) {
    static const char *const names[] = {
        [EVIDENCE_UNTESTED] = "untested",
        [EVIDENCE_SUPPORTED] = "supported",
        [EVIDENCE_REFUTED] = "refuted",
    };
    struct deriving *d = &w->d;
    if (w->link->evidence == EVIDENCE_UNTESTED) {
        return;
    }
    derive_step(d, "declared evidence", RULE_NONE, "Stands beside it and changes nothing.");
    derive_result(d, names[w->link->evidence]);
    derive_field(d, "declared evidence", w->row, COLUMN_LINKS_DECLARED_EVIDENCE);
}

/* ---- together ---- */

/* The scores of both objectives, as the evidence was judged by. */
static void read_series(struct work *w) {
    struct deriving *d = &w->d;
    const struct plan *plan = d->plan;
    const struct evidence_result *r = w->result;
    size_t from = (size_t)(w->link->from - plan->objectives.items);
    size_t to = (size_t)(w->link->to - plan->objectives.items);
    bool *wanted = arena_array(d->arena, plan->objectives.count, sizeof *wanted);
    wanted[from] = wanted[to] = true;
    const struct association_series *series = pastscores(d->arena, d->assessment, r->step, wanted);
    w->from = &series[from];
    w->to = &series[to];
    int months = 12 / period_per_year(r->step);
    /* too little data: the declared lag in whole steps, half up */
    w->lag = (r->lag + months / 2) / months;
    w->last = judge_period(r->step, d->assessment->period, &plan->organization.fiscal);
    w->from_moves = association_moves(w->from, ASSOCIATION_MOST);
    w->to_moves = association_moves(w->to, ASSOCIATION_MOST);
    pair_up(w, w->from->known, w->to->known, w->from->score, w->to->score, &w->scores);
    pair_up(w, w->from_moves.known, w->to_moves.known, w->from_moves.size, w->to_moves.size,
            &w->moves);
    rank_scores(&w->scores);
    rank_moves(w);
    assert(w->scores.count == r->points);
}

static void tested_steps(struct work *w) {
    const struct evidence_result *r = w->result;
    assert(w->moves.count == r->moves);
    rho_steps(w, &w->scores, "rho", r->rho);
    memory_steps(w, w->link->from, w->from, &w->from_moves);
    memory_steps(w, w->link->to, w->to, &w->to_moves);
    moves_step(w);
    rho_steps(w, &w->moves, "rho of the moves", r->moved);
    orders_step(w);
    p_step(w);
    verdict_step(w);
}

const struct derivation *derivelink(struct arena *arena, const struct assessment *assessment,
                                    const struct evidence_result *result) {
    const struct link *link = result->link;
    const char *id = arena_printf(arena, "%s:%s", link->from->id, link->to->id);
    struct work w = {
        .d = derive_begin(arena, assessment, 0, "link", id,
                          arena_printf(arena, "%s drives %s", link->from->id, link->to->id)),
        .result = result,
        .link = link};
    w.row = derive_row_at(&w.d, SHEET_LINKS, COLUMN_LINKS_TO, link->place);
    w.d.out->place = link->place;
    w.d.out->answer = arena_printf(arena, "%s: %s", id, evidence_sentence(arena, result));
    step_step(&w);
    if (result->step != FREQUENCY_NONE) {
        read_series(&w);
        lag_step(&w);
        pairs_step(&w);
    }
    if (result->verdict == FOUND_TOO_LITTLE) {
        if (result->points >= ASSOCIATION_POINTS) {
            memory_steps(&w, link->from, w.from, &w.from_moves);
            memory_steps(&w, link->to, w.to, &w.to_moves);
            moves_step(&w);
        }
        too_little_step(&w);
    } else {
        tested_steps(&w);
    }
    declared_step(&w);
    return w.d.out;
}

/* Benefits added up by type: of an initiative, or of all (domain.md section 4, rule 11). */
#include "assess/benefitstatus.h"
#include "assess/derivebenefit.h"
#include "assess/derivesum.h"

/* The work on the sums of one type. */
struct work {
    struct deriving d;
    const struct benefit_total *total;
};

enum part { PART_PLANNED, PART_EXPECTED, PART_REALISED };

static const char *figure(struct work *w, const char *name) {
    return arena_printf(w->d.arena, "%s: %s", benefitstatus_type_name(w->total->type), name);
}

/* The benefits of the type that are promised; *added: they can be added up. */
static bool belongs(const struct work *w, const struct benefit_result *r, bool *added) {
    const struct benefit *benefit = r->benefit;
    const struct initiative *of = w->total->initiative;
    *added = r->in_currency && benefit->planned.known;
    return benefit->type == w->total->type && (!of || benefit->initiative == of) &&
           benefit->initiative->state == STATE_ACTIVE;
}

static void count_step(struct work *w) {
    struct deriving *d = &w->d;
    derive_step(d, figure(w, "benefits"), RULE_INITIATIVES,
                w->total->other == 0
                    ? "Those that are added up: in the base currency, of initiatives that are "
                      "neither proposed nor stopped."
                    : "Those that are added up: in the base currency, of initiatives that are "
                      "neither proposed nor stopped.  Others are left out.");
    derive_result(d, arena_printf(d->arena, "%d", w->total->count));
    for (size_t i = 0; i < d->plan->benefits.count; i++) {
        const struct benefit_result *r = &d->assessment->benefits[i];
        bool added;
        if (belongs(w, r, &added)) {
            derive_other(d, arena_printf(d->arena, "%s %s", r->benefit->id, r->benefit->name),
                         added ? "added" : "in another unit, left out", r->benefit->id);
        }
    }
    if (w->total->other > 0) {
        derive_step(d, figure(w, "benefits in other units"), RULE_INITIATIVES,
                    "Those that are left out.");
        derive_result(d, arena_printf(d->arena, "%d", w->total->other));
    }
}

/* Which of its figures is added for the part, and what that is called. */
static const struct quantity *figure_of(const struct benefit_result *r, enum part part,
                                        const char **name) {
    const struct benefit *benefit = r->benefit;
    if (part == PART_PLANNED) {
        *name = "planned";
        return &benefit->planned;
    }
    bool realised = part == PART_REALISED || r->due;
    *name = realised ? "realised" : "forecast";
    return realised ? &benefit->realised : &benefit->forecast;
}

static void sum_step(struct work *w, const char *name, const char *words, enum part part,
                     struct decimal result) {
    struct deriving *d = &w->d;
    derive_step(d, figure(w, name), RULE_INITIATIVES, words);
    struct derivesum sum = derivesum_begin(d);
    for (size_t i = 0; i < d->plan->benefits.count; i++) {
        const struct benefit_result *r = &d->assessment->benefits[i];
        const char *told;
        const struct quantity *quantity = figure_of(r, part, &told);
        bool added;
        if (belongs(w, r, &added) && added && quantity->known) {
            derivesum_add(d, &sum, arena_printf(d->arena, "%s, %s", r->benefit->id, told),
                          quantity->value, quantity->place);
        }
    }
    if (sum.count == 0) {
        derive_result(d, "none"); /* nobody told any: that is not 0 */
        return;
    }
    derivesum_result(d, &sum, result);
}

static void status_steps(struct work *w) {
    struct deriving *d = &w->d;
    const struct benefit_total *t = w->total;
    if (!status_scored(t->status)) {
        derive_step(d, figure(w, "status"), RULE_INITIATIVES,
                    "A sum is judged only if every benefit in it has an expected value: a missing "
                    "one is never counted as 0.");
        derive_result(d, status_words(t->status));
        return;
    }
    struct formula percent = derivebenefit_percent(d, t->expected, t->planned);
    if (t->has_percent) { /* else too large a number */
        derive_step(d, figure(w, "percent of the case"), RULE_INITIATIVES,
                    "Expected in percent of planned.");
        derive_rounds(d, percent, t->percent);
    }
    derive_step(d, figure(w, "status"), RULE_INITIATIVES,
                "By the exact percentage: green from 95, amber from 80, else red.");
    derive_verdict(d, derivebenefit_band(d, percent, t->status), status_words(t->status));
}

static void overdue_step(struct work *w) {
    struct deriving *d = &w->d;
    derive_step(d, figure(w, "overdue"), RULE_INITIATIVES,
                "How many are due and not realised in full, in any unit.");
    derive_result(d, arena_printf(d->arena, "%d", w->total->overdue));
    for (size_t i = 0; i < d->plan->benefits.count; i++) {
        const struct benefit_result *r = &d->assessment->benefits[i];
        bool added;
        if (belongs(w, r, &added) && r->overdue) {
            derive_other(d, r->benefit->id, "overdue", r->benefit->id);
        }
    }
}

static void total_steps(struct work *w) {
    const struct benefit_total *t = w->total;
    count_step(w);
    if (t->count > 0) {
        sum_step(w, "planned", "Planned values, added up.", PART_PLANNED, t->planned);
        sum_step(w, "expected",
                 "Of each what it is judged by, added up: what was realised if it is due, else "
                 "its forecast.",
                 PART_EXPECTED, t->expected);
        sum_step(w, "realised", "Realised values, as far as they are told, added up.",
                 PART_REALISED, t->realised);
        status_steps(w);
    } else {
        derive_step(&w->d, figure(w, "status"), RULE_INITIATIVES, "There is nothing to add up.");
        derive_result(&w->d, status_words(t->status));
    }
    overdue_step(w);
}

const struct derivation *derivebenefittotal(struct arena *arena,
                                            const struct assessment *assessment,
                                            const struct initiative *initiative) {
    const char *id = initiative ? arena_printf(arena, "%s/benefits", initiative->id) : "benefits";
    const char *name = initiative ? initiative->name : "All benefits";
    struct work w = {.d = derive_begin(arena, assessment, 0, "benefits", id, name)};
    struct textbuf answer;
    textbuf_init(&answer, arena);
    textbuf_printf(&answer, "%s %s:", id, name);
    bool any = false;
    for (size_t i = 0; i < assessment->benefit_total_count; i++) {
        w.total = &assessment->benefit_totals[i];
        if (w.total->initiative == initiative) {
            textbuf_printf(&answer, "%s %s %s", any ? "," : "",
                           benefitstatus_type_name(w.total->type), status_words(w.total->status));
            any = true;
            total_steps(&w);
        }
    }
    textbuf_printf(&answer, ", as of %s", derive_date_text(arena, assessment->as_of));
    w.d.out->answer = textbuf_text(&answer);
    return w.d.out;
}

/* Initiatives: late, over budget, not delivering. */
#include "assess/derive.h"

#include "assess/benefitstatus.h"
#include "assess/initiativestatus.h"
#include <assert.h>

/* The work on one initiative. */
struct work {
    struct deriving d;
    const struct initiative *initiative;
    const struct initiative_result *result;
    const struct record *row;
    struct formula expected, done; /* if the result has them: unrounded */
    struct decimal done_percent;
};

static bool happened(struct date date, struct date as_of) {
    return date_set(date) && date_compare(date, as_of) <= 0;
}

static void answer(struct work *w) {
    struct deriving *d = &w->d;
    const struct initiative_result *r = w->result;
    d->out->answer =
        arena_printf(d->arena, "%s %s %s (schedule %s, budget %s, benefit %s) as of %s",
                     w->initiative->id, w->initiative->name, derive_status_words(r->status),
                     status_words(r->schedule), status_words(r->budget), status_words(r->benefit),
                     derive_date_text(d->arena, d->assessment->as_of));
}

/* ---- schedule ---- */

static const struct record *milestone_row(struct work *w, const struct milestone *m) {
    return derive_row(&w->d, SHEET_MILESTONES, COLUMN_MILESTONES_ID, m->id);
}

static bool weighted(const struct initiative *initiative) {
    wide sum = 0;
    for (size_t i = 0; i < initiative->milestones.count; i++) {
        if (!initiative->milestones.items[i]->weight.known) {
            return false;
        }
        sum += initiative->milestones.items[i]->weight.value.micro;
    }
    return sum > 0;
}

/* 100 x the weight of the milestones that are due (done) over that of all. */
static struct formula milestone_share(struct work *w, bool done) {
    struct deriving *d = &w->d;
    struct formula part = formula_whole(d->arena, 0), whole = part;
    bool any = false;
    for (size_t i = 0; i < w->initiative->milestones.count; i++) {
        const struct milestone *m = w->initiative->milestones.items[i];
        struct formula weight = formula_decimal(d->arena, m->weight.value);
        whole = i == 0 ? weight : formula_add(d->arena, whole, weight);
        if (happened(done ? m->done : m->due, d->assessment->as_of)) {
            part = any ? formula_add(d->arena, part, weight) : weight;
            any = true;
        }
        derive_number(d, arena_printf(d->arena, "weight of %s", m->id), m->weight.value,
                      m->weight.place);
        derive_field(d, arena_printf(d->arena, done ? "%s done" : "%s due", m->id),
                     milestone_row(w, m),
                     done ? COLUMN_MILESTONES_ACTUAL_DATE : COLUMN_MILESTONES_PLANNED_DATE);
    }
    return formula_div(d->arena, formula_mul(d->arena, formula_whole(d->arena, 100), part), whole);
}

static struct formula elapsed_share(struct work *w) {
    struct deriving *d = &w->d;
    int duration = date_between(w->initiative->start, w->initiative->end);
    int elapsed = date_between(w->initiative->start, d->assessment->as_of);
    derive_field(d, "start", w->row, COLUMN_INITIATIVES_START_DATE);
    derive_field(d, "end", w->row, COLUMN_INITIATIVES_END_DATE);
    derive_as_of(d);
    derive_input(d, "days from start to end", arena_printf(d->arena, "%d", duration),
                 (struct place){0});
    derive_input(d, "days gone by", arena_printf(d->arena, "%d", elapsed), (struct place){0});
    if (elapsed >= duration) {
        return formula_whole(d->arena, 100);
    }
    if (elapsed < 0) {
        return formula_whole(d->arena, 0);
    }
    return formula_div(
        d->arena,
        formula_mul(d->arena, formula_whole(d->arena, 100), formula_whole(d->arena, elapsed)),
        formula_whole(d->arena, duration));
}

static void expected_step(struct work *w) {
    struct deriving *d = &w->d;
    if (!w->result->has_expected) {
        return;
    }
    bool by_weight = weighted(w->initiative);
    derive_step(d, "expected %", RULE_INITIATIVES,
                by_weight ? "Weight of the milestones that are due, of all."
                          : "Days gone by since the start, of all until the end; never more "
                            "than all.");
    w->expected = by_weight ? milestone_share(w, false) : elapsed_share(w);
    derive_rounds(d, w->expected, w->result->expected_percent);
}

/* False if nothing says how much is done. */
static bool done_step(struct work *w) {
    struct deriving *d = &w->d;
    const struct quantity *given = &w->initiative->done_percent;
    if (!given->known && !weighted(w->initiative)) {
        return false;
    }
    derive_step(d, "done %", RULE_INITIATIVES,
                given->known ? "As reported by the owner."
                             : "Not reported: weight of the milestones that are done, of all.");
    if (given->known) {
        w->done = formula_decimal(d->arena, given->value);
        w->done_percent = given->value;
        derive_number_result(d, given->value);
        derive_number(d, "% complete", given->value, given->place);
        return true;
    }
    w->done = milestone_share(w, true);
    bool fits = rational_round(w->done.value, DECIMAL_PLACES, &w->done_percent);
    assert(fits);
    derive_rounds(d, w->done, w->done_percent);
    return true;
}

/* "x <= first", "x > first and x <= second" or "x > second", with its colour. */
static void limits_verdict(struct work *w, struct formula x, int first, int second, bool more) {
    struct deriving *d = &w->d;
    const char *within = more ? ">=" : "<=", *without = more ? "<" : ">";
    struct formula one = formula_whole(d->arena, first), two = formula_whole(d->arena, second);
    if (formula_holds(x, within, one)) {
        derive_verdict(d, formula_compare(d->arena, x, within, one), status_words(STATUS_GREEN));
    } else if (formula_holds(x, within, two)) {
        derive_verdict(d,
                       derive_both(d, formula_compare(d->arena, x, without, one),
                                   formula_compare(d->arena, x, within, two)),
                       status_words(STATUS_AMBER));
    } else {
        derive_verdict(d, formula_compare(d->arena, x, without, two), status_words(STATUS_RED));
    }
}

static void gap_steps(struct work *w) {
    struct deriving *d = &w->d;
    derive_step(d, "gap in points", RULE_INITIATIVES, "Expected less done.");
    derive_rounds(d,
                  formula_sub(d->arena, formula_decimal(d->arena, w->result->expected_percent),
                              formula_decimal(d->arena, w->done_percent)),
                  w->result->gap_points);
    derive_step(d, "status of the gap", RULE_INITIATIVES,
                "Green up to 5 points, amber up to 15, else red; by the exact gap.");
    limits_verdict(w, formula_sub(d->arena, w->expected, w->done), 5, 15, false);
}

static void overdue_step(struct work *w) {
    struct deriving *d = &w->d;
    const struct initiative_result *r = w->result;
    if (!r->overdue) {
        return;
    }
    derive_step(d, "overdue milestone", RULE_INITIATIVES,
                arena_printf(d->arena, "%s %s is %d days late: amber up to 30 days, then red.",
                             r->overdue->id, r->overdue->name, r->days_overdue));
    struct formula days = formula_whole(d->arena, r->days_overdue);
    struct formula month = formula_whole(d->arena, 30);
    enum status status = initiativestatus_overdue(r->days_overdue);
    derive_verdict(d, formula_compare(d->arena, days, status == STATUS_AMBER ? "<=" : ">", month),
                   status_words(status));
    derive_field(d, "due", milestone_row(w, r->overdue), COLUMN_MILESTONES_PLANNED_DATE);
    derive_as_of(d);
}

static void schedule_steps(struct work *w) {
    struct deriving *d = &w->d;
    const struct initiative_result *r = w->result;
    bool done = done_step(w);
    expected_step(w);
    if (done && r->has_expected) {
        gap_steps(w);
    }
    overdue_step(w);
    derive_step(d, "schedule", RULE_INITIATIVES,
                r->past_end ? "Past its end and not finished: red."
                : status_scored(r->schedule)
                    ? "The worst of gap and overdue milestone."
                    : "Nothing says how far it should be, and no milestone is overdue.");
    derive_result(d, status_words(r->schedule));
    if (r->past_end) {
        derive_field(d, "end", w->row, COLUMN_INITIATIVES_END_DATE);
        derive_as_of(d);
    }
}

/* ---- money ---- */

static void budget_step(struct work *w) {
    struct deriving *d = &w->d;
    const struct initiative *initiative = w->initiative;
    if (!status_scored(w->result->budget)) {
        return;
    }
    derive_step(d, "budget", RULE_INITIATIVES,
                "Forecast cost in % of the approved budget: green up to 105, amber up to 110, else "
                "red.");
    struct formula cost = formula_decimal(d->arena, initiative->forecast_cost.value);
    struct formula approved = formula_decimal(d->arena, initiative->budget.value);
    if (initiative->budget.value.micro > 0) {
        struct formula hundred = formula_mul(d->arena, formula_whole(d->arena, 100), cost);
        limits_verdict(w, formula_div(d->arena, hundred, approved), 105, 110, false);
    } else {
        /* nothing approved: green with nothing to spend */
        limits_verdict(w, cost, 0, 0, false);
    }
    assert(d->out->steps.items[d->out->steps.count - 1].result == status_words(w->result->budget));
    derive_number(d, "forecast at completion", initiative->forecast_cost.value,
                  initiative->forecast_cost.place);
    derive_number(d, "budget", initiative->budget.value, initiative->budget.place);
}

/* The case and what is expected of it. */
struct benefit_case {
    struct formula planned, expected;
};

static struct benefit_case own_case(struct work *w) {
    struct deriving *d = &w->d;
    const struct quantity *planned = &w->initiative->benefit_planned;
    const struct quantity *forecast = &w->initiative->benefit_forecast;
    derive_number(d, "benefit forecast", forecast->value, forecast->place);
    derive_number(d, "benefit planned", planned->value, planned->place);
    return (struct benefit_case){.planned = formula_decimal(d->arena, planned->value),
                                 .expected = formula_decimal(d->arena, forecast->value)};
}

/* That of its benefits in the base currency, where its own row gives none. */
static struct benefit_case summed_case(struct work *w) {
    struct deriving *d = &w->d;
    struct benefit_case sum = {.planned = {.text = NULL}};
    for (size_t i = 0; i < w->initiative->benefits.count; i++) {
        const struct benefit *benefit = w->initiative->benefits.items[i];
        struct benefit_result r =
            benefitstatus(benefit, d->assessment->as_of, d->plan->organization.currency);
        if (!r.in_currency || !benefit->planned.known) {
            continue;
        }
        const struct quantity *source = r.due ? &benefit->realised : &benefit->forecast;
        struct formula planned = formula_decimal(d->arena, benefit->planned.value);
        struct formula expected = formula_decimal(d->arena, r.expected);
        bool first = !sum.planned.text;
        sum.planned = first ? planned : formula_add(d->arena, sum.planned, planned);
        sum.expected = first ? expected : formula_add(d->arena, sum.expected, expected);
        derive_number(d, arena_printf(d->arena, r.due ? "%s realised" : "%s forecast", benefit->id),
                      r.expected, source->place);
        derive_number(d, arena_printf(d->arena, "%s planned", benefit->id), benefit->planned.value,
                      benefit->planned.place);
    }
    return sum;
}

static void benefit_step(struct work *w) {
    struct deriving *d = &w->d;
    if (!status_scored(w->result->benefit)) {
        return;
    }
    bool summed = w->result->benefit_summed;
    derive_step(d, "benefit", RULE_INITIATIVES,
                summed ? "What is expected of its benefits in % of their case, as its own row "
                         "gives none: green from 95, amber from 80, else red."
                       : "Forecast benefit in % of the case: green from 95, amber from 80, else "
                         "red.");
    struct benefit_case stated = summed ? summed_case(w) : own_case(w);
    struct formula hundred = formula_mul(d->arena, formula_whole(d->arena, 100), stated.expected);
    limits_verdict(w, formula_div(d->arena, hundred, stated.planned), 95, 80, true);
    assert(d->out->steps.items[d->out->steps.count - 1].result == status_words(w->result->benefit));
}

static void status_step(struct work *w) {
    struct deriving *d = &w->d;
    const struct initiative_result *r = w->result;
    static const char *const names[] = {"schedule", "budget", "benefit"};
    const enum status parts[] = {r->schedule, r->budget, r->benefit};
    derive_step(d, "status", RULE_INITIATIVES,
                status_scored(r->status)
                    ? "The worst of schedule, budget and benefit; what lacks a "
                      "figure to be judged by has no data and is left out."
                    : "Nothing is reported that could be judged.");
    derive_result(d, status_words(r->status));
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        derive_input(d, names[i], status_words(parts[i]), (struct place){0});
    }
}

static void reported_step(struct work *w) {
    struct deriving *d = &w->d;
    if (!status_scored(w->result->reported)) {
        return;
    }
    derive_step(d, "reported by the owner", RULE_INITIATIVES,
                w->result->disagrees ? "Stands beside it and changes nothing; it is better than "
                                       "what the figures say."
                                     : "Stands beside it and changes nothing.");
    derive_result(d, status_words(w->result->reported));
    derive_field(d, "self-reported status", w->row, COLUMN_INITIATIVES_SELF_REPORTED_STATUS);
}

const struct derivation *deriveinitiative(struct arena *arena, const struct assessment *assessment,
                                          const struct initiative_result *result) {
    const struct initiative *initiative = result->initiative;
    struct work w = {
        .d = derive_begin(arena, assessment, 0, "initiative", initiative->id, initiative->name),
        .initiative = initiative,
        .result = result};
    w.row = derive_row(&w.d, SHEET_INITIATIVES, COLUMN_INITIATIVES_ID, initiative->id);
    w.d.out->place = initiative->place;
    answer(&w);
    if (initiative->state != STATE_ACTIVE) {
        derive_step(&w.d, "status", RULE_INITIATIVES, "What is not active is not judged.");
        derive_result(&w.d, status_words(result->status));
        derive_field(&w.d, "state", w.row, COLUMN_INITIATIVES_STATE);
        return w.d.out;
    }
    if (initiative->closed) {
        derive_step(&w.d, "schedule", RULE_INITIATIVES,
                    "It is closed: there is no schedule to judge any more.");
        derive_result(&w.d, status_words(result->schedule));
        derive_field(&w.d, "state", w.row, COLUMN_INITIATIVES_STATE);
    } else {
        schedule_steps(&w);
    }
    budget_step(&w);
    benefit_step(&w);
    status_step(&w);
    reported_step(&w);
    return w.d.out;
}

#include "assess/initiativestatus.h"

#include "assess/benefitstatus.h"
#include "assess/judge.h"
#include "assess/rollup.h"
#include <assert.h>

/* A share of the work as a fraction. */
struct share {
    bool known;
    wide part, whole; /* whole > 0 */
};

enum status initiativestatus_gap(wide expected_part, wide expected_whole,
                                 struct decimal done_percent) {
    assert(expected_whole > 0);
    wide whole = expected_whole;
    /* (100 part / whole - done) x whole x 10^6 */
    wide gap = 100 * DECIMAL_ONE * expected_part - done_percent.micro * whole;
    if (gap <= 5 * DECIMAL_ONE * whole) {
        return STATUS_GREEN;
    }
    return gap <= 15 * DECIMAL_ONE * whole ? STATUS_AMBER : STATUS_RED;
}

enum status initiativestatus_overdue(int days) {
    if (days <= 0) {
        return STATUS_GREEN;
    }
    return days <= 30 ? STATUS_AMBER : STATUS_RED;
}

enum status initiativestatus_budget(struct decimal forecast, struct decimal approved) {
    wide hundred = 100 * (wide)forecast.micro;
    if (hundred <= 105 * (wide)approved.micro) {
        return STATUS_GREEN;
    }
    return hundred <= 110 * (wide)approved.micro ? STATUS_AMBER : STATUS_RED;
}

enum status initiativestatus_benefit(struct decimal forecast, struct decimal planned) {
    return benefitstatus_band(forecast.micro, planned.micro);
}

static bool happened(struct date date, struct date as_of) {
    return date_set(date) && date_compare(date, as_of) <= 0;
}

/* Weight of the milestones due (done: done) by the date; unknown if they are not weighted. */
static struct share milestone_share(const struct initiative *initiative, struct date as_of,
                                    bool done) {
    struct share share = {.known = false};
    for (size_t i = 0; i < initiative->milestones.count; i++) {
        const struct milestone *m = initiative->milestones.items[i];
        if (!m->weight.known) {
            return share;
        }
        share.whole += m->weight.value.micro;
        if (happened(done ? m->done : m->due, as_of)) {
            share.part += m->weight.value.micro;
        }
    }
    share.known = share.whole > 0;
    return share;
}

static struct share elapsed_share(const struct initiative *initiative, struct date as_of) {
    struct share share = {.known = false};
    if (!date_set(initiative->start) || !date_set(initiative->end)) {
        return share;
    }
    int duration = date_between(initiative->start, initiative->end);
    int elapsed = date_between(initiative->start, as_of);
    share.known = true;
    share.whole = duration > 0 ? duration : 1;
    if (elapsed >= duration) {
        share.part = share.whole;
    } else if (elapsed > 0) {
        share.part = elapsed;
    }
    return share;
}

static struct decimal share_percent(const struct share *share) {
    struct decimal percent;
    bool fits = wide_decimal(wide_divide(share->part * 100 * DECIMAL_ONE, share->whole), &percent);
    assert(fits);
    return percent;
}

static void find_milestones(const struct initiative *initiative, struct date as_of,
                            struct initiative_result *r) {
    for (size_t i = 0; i < initiative->milestones.count; i++) {
        const struct milestone *m = initiative->milestones.items[i];
        if (!date_set(m->due) || happened(m->done, as_of)) {
            continue;
        }
        int late = date_between(m->due, as_of);
        if (late > r->days_overdue) {
            r->days_overdue = late;
            r->overdue = m;
        }
        if (late <= 0 && (!r->next || date_compare(m->due, r->next->due) < 0)) {
            r->next = m;
        }
    }
}

static void worsen(enum status *status, enum status other) {
    *status = status_scored(*status) ? rollup_worse(*status, other) : other;
}

static void judge_schedule(const struct initiative *initiative, struct date as_of,
                           struct initiative_result *r) {
    struct quantity done = initiative->done_percent;
    struct share reached = milestone_share(initiative, as_of, true);
    bool by_milestones = !done.known && reached.known;
    if (by_milestones) {
        done.known = true;
        done.value = share_percent(&reached);
    }
    struct share share = milestone_share(initiative, as_of, false);
    if (!share.known) {
        share = elapsed_share(initiative, as_of);
    }
    r->has_expected = share.known;
    if (share.known) {
        r->expected_percent = share_percent(&share);
    }
    if (share.known && done.known) {
        r->gap_points.micro = r->expected_percent.micro - done.value.micro;
        /* of the same milestones, so of the same whole: a third done is not 33.333333 % */
        r->schedule = by_milestones ? initiativestatus_gap(share.part - reached.part, share.whole,
                                                           decimal_micro(0))
                                    : initiativestatus_gap(share.part, share.whole, done.value);
    }
    if (r->overdue) {
        worsen(&r->schedule, initiativestatus_overdue(r->days_overdue));
    }
    bool finished = by_milestones ? reached.part == reached.whole
                                  : done.known && done.value.micro >= 100 * DECIMAL_ONE;
    if (date_set(initiative->end) && date_compare(initiative->end, as_of) < 0 && !finished) {
        r->past_end = true;
        r->schedule = STATUS_RED;
    }
}

/* 100 a / b */
static bool percentage(struct decimal a, struct decimal b, struct decimal *out) {
    return b.micro > 0 &&
           wide_decimal(wide_divide((wide)a.micro * 100 * DECIMAL_ONE, b.micro), out);
}

/* The case and what is expected of it: the initiative's own, or the sums of its benefits. */
static bool benefit_case(const struct initiative *initiative, struct date as_of,
                         const char *currency, struct initiative_result *r) {
    const struct quantity *planned = &initiative->benefit_planned;
    const struct quantity *forecast = &initiative->benefit_forecast;
    if (!planned->known && !forecast->known) {
        r->benefit_summed = benefitstatus_case(initiative, as_of, currency, &r->benefit_planned,
                                               &r->benefit_expected);
        return r->benefit_summed;
    }
    r->benefit_planned = planned->known ? planned->value : decimal_micro(0);
    r->benefit_expected = forecast->known ? forecast->value : decimal_micro(0);
    return planned->known && forecast->known && planned->value.micro > 0;
}

static void judge_money(const struct initiative *initiative, struct date as_of,
                        const char *currency, struct initiative_result *r) {
    if (initiative->budget.known && initiative->forecast_cost.known) {
        struct decimal approved = initiative->budget.value;
        struct decimal cost = initiative->forecast_cost.value;
        r->budget = initiativestatus_budget(cost, approved);
        r->has_cost = percentage(cost, approved, &r->cost_percent);
    }
    if (benefit_case(initiative, as_of, currency, r)) {
        r->benefit = initiativestatus_benefit(r->benefit_expected, r->benefit_planned);
        r->has_benefit = percentage(r->benefit_expected, r->benefit_planned, &r->benefit_percent);
    }
}

struct initiative_result initiativestatus(const struct initiative *initiative, struct date as_of,
                                          const char *currency) {
    enum status unjudged = STATUS_NO_DATA;
    if (initiative->state == STATE_PROPOSED) {
        unjudged = STATUS_NOT_DUE;
    } else if (initiative->state != STATE_ACTIVE) {
        unjudged = STATUS_NOT_APPLICABLE;
    }
    struct initiative_result r = {.initiative = initiative,
                                  .status = unjudged,
                                  .schedule = unjudged,
                                  .budget = unjudged,
                                  .benefit = unjudged,
                                  .reported = judge_declared(initiative->self_reported)};
    if (unjudged != STATUS_NO_DATA) {
        return r;
    }
    if (initiative->closed) {
        r.schedule = STATUS_NOT_APPLICABLE;
        r.status = STATUS_NOT_APPLICABLE;
    } else {
        find_milestones(initiative, as_of, &r);
        judge_schedule(initiative, as_of, &r);
    }
    judge_money(initiative, as_of, currency, &r);
    const enum status parts[] = {r.schedule, r.budget, r.benefit};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (status_scored(parts[i])) {
            worsen(&r.status, parts[i]);
        }
    }
    if (status_scored(r.reported) && status_scored(r.status)) {
        r.flattery = (int)r.status - (int)r.reported;
    }
    r.disagrees = r.flattery > 0;
    return r;
}

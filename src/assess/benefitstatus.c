#include "assess/benefitstatus.h"

#include "assess/judge.h"
#include "base/ascii.h"
#include <assert.h>

enum { TYPES = BENEFIT_NON_FINANCIAL + 1 };

/* What a sum is made of; in 10^-6, so that no sheet is too long for it. */
struct sum {
    int count, other, expected_of, realised_of, overdue;
    wide planned, realised, expected;
};

enum status benefitstatus_band(wide expected, wide planned) {
    assert(planned != 0);
    wide sign = planned < 0 ? -1 : 1;
    wide hundred = 100 * expected * sign;
    wide whole = planned * sign;
    if (hundred >= 95 * whole) {
        return STATUS_GREEN;
    }
    return hundred >= 80 * whole ? STATUS_AMBER : STATUS_RED;
}

/* whole is not 0. */
static bool percentage(wide part, wide whole, struct decimal *out) {
    wide sign = whole < 0 ? -1 : 1;
    return wide_decimal(wide_divide(sign * part * 100 * DECIMAL_ONE, sign * whole), out);
}

/* What the state of its initiative, which every benefit has, says of it; no data if nothing. */
static enum status state_of(const struct benefit *benefit) {
    return judge_state(benefit->initiative->state);
}

/* A fall is realised in full once it is as low as planned. */
static bool short_of_plan(const struct benefit *benefit) {
    if (!benefit->planned.known) {
        return false;
    }
    if (!benefit->realised.known) {
        return !decimal_zero(benefit->planned.value);
    }
    int order = decimal_compare(benefit->realised.value, benefit->planned.value);
    return benefit->planned.value.micro < 0 ? order > 0 : order < 0;
}

struct benefit_result benefitstatus(const struct benefit *benefit, struct date as_of,
                                    const char *currency) {
    struct benefit_result r = {.benefit = benefit, .status = state_of(benefit)};
    const char *unit = benefit->unit_of_value;
    r.in_currency = !*unit || ascii_same(unit, currency);
    r.reconciled = benefit->realised.known && date_set(benefit->reconciled_on);
    if (r.status != STATUS_NO_DATA) {
        return r;
    }
    r.due = period_set(benefit->due) && date_compare(period_last(benefit->due), as_of) <= 0;
    r.overdue = r.due && short_of_plan(benefit);
    const struct quantity *expected = r.due ? &benefit->realised : &benefit->forecast;
    r.has_expected = expected->known;
    r.expected = expected->known ? expected->value : decimal_micro(0);
    if (expected->known && benefit->planned.known && !decimal_zero(benefit->planned.value)) {
        wide planned = benefit->planned.value.micro;
        r.status = benefitstatus_band(expected->value.micro, planned);
        r.has_percent = percentage(expected->value.micro, planned, &r.percent);
    }
    return r;
}

static void add(struct sum *sum, const struct benefit_result *r) {
    const struct benefit *benefit = r->benefit;
    sum->overdue += r->overdue;
    if (!r->in_currency || !benefit->planned.known) {
        sum->other++;
        return;
    }
    sum->count++;
    sum->planned += benefit->planned.value.micro;
    if (benefit->realised.known) {
        sum->realised_of++;
        sum->realised += benefit->realised.value.micro;
    }
    if (r->has_expected) {
        sum->expected_of++;
        sum->expected += r->expected.micro;
    }
}

bool benefitstatus_case(const struct initiative *initiative, struct date as_of,
                        const char *currency, struct decimal *planned, struct decimal *expected) {
    struct sum sum = {0};
    for (size_t i = 0; i < initiative->benefits.count; i++) {
        struct benefit_result r = benefitstatus(initiative->benefits.items[i], as_of, currency);
        add(&sum, &r);
    }
    return sum.count > 0 && sum.expected_of == sum.count && sum.planned > 0 &&
           wide_decimal(sum.planned, planned) && wide_decimal(sum.expected, expected);
}

/* ---- sums ---- */

static struct benefit_total total_of(const struct initiative *initiative, enum benefit_type type,
                                     const struct sum *sum) {
    struct benefit_total total = {.initiative = initiative,
                                  .type = type,
                                  .count = sum->count,
                                  .other = sum->other,
                                  .expected_of = sum->expected_of,
                                  .realised_of = sum->realised_of,
                                  .overdue = sum->overdue,
                                  .status = STATUS_NO_DATA};
    bool fits = wide_decimal(sum->planned, &total.planned) &&
                wide_decimal(sum->realised, &total.realised) &&
                wide_decimal(sum->expected, &total.expected);
    total.too_large = !fits;
    if (fits && sum->count > 0 && sum->expected_of == sum->count && sum->planned > 0) {
        total.status = benefitstatus_band(sum->expected, sum->planned);
        total.has_percent = percentage(sum->expected, sum->planned, &total.percent);
    }
    return total;
}

static bool promised(const struct benefit_result *r) {
    return state_of(r->benefit) == STATUS_NO_DATA;
}

static void add_totals(struct assessment *a, const struct initiative *initiative,
                       const struct sum sums[TYPES]) {
    for (int type = 0; type < TYPES; type++) {
        if (sums[type].count + sums[type].other > 0) {
            a->benefit_totals[a->benefit_total_count++] =
                total_of(initiative, (enum benefit_type)type, &sums[type]);
        }
    }
}

static void fill_totals(struct arena *arena, struct assessment *a) {
    const struct plan *plan = a->plan;
    struct sum whole[TYPES] = {{0}};
    struct sum *own = arena_array(arena, plan->initiatives.count * TYPES, sizeof *own);
    for (size_t i = 0; i < plan->benefits.count; i++) {
        const struct benefit_result *r = &a->benefits[i];
        const struct benefit *benefit = r->benefit;
        if (!promised(r)) {
            continue;
        }
        add(&whole[benefit->type], r);
        size_t at = (size_t)(benefit->initiative - plan->initiatives.items);
        assert(at < plan->initiatives.count);
        add(&own[at * TYPES + (size_t)benefit->type], r);
    }
    a->benefit_totals =
        arena_array(arena, (plan->initiatives.count + 1) * TYPES, sizeof *a->benefit_totals);
    add_totals(a, NULL, whole);
    for (size_t i = 0; i < plan->initiatives.count; i++) {
        add_totals(a, &plan->initiatives.items[i], &own[i * TYPES]);
    }
}

void benefitstatus_fill(struct arena *arena, struct assessment *assessment, bool current) {
    const struct plan *plan = assessment->plan;
    assessment->benefits = arena_array(arena, plan->benefits.count, sizeof *assessment->benefits);
    for (size_t i = 0; i < plan->benefits.count; i++) {
        const struct benefit *benefit = &plan->benefits.items[i];
        if (current) {
            assessment->benefits[i] =
                benefitstatus(benefit, assessment->as_of, plan->organization.currency);
        } else {
            assessment->benefits[i] =
                (struct benefit_result){.benefit = benefit, .status = STATUS_NO_DATA};
        }
    }
    if (current) {
        fill_totals(arena, assessment);
    }
}

/* ---- findings ---- */

static const char *number(struct arena *arena, struct decimal value) {
    char text[32];
    decimal_format(value, -1, text);
    return arena_strdup(arena, text);
}

/* The case in the initiative's own row against the sum of its benefits. */
static void compare_cases(struct arena *arena, const struct assessment *a, struct diags *diags) {
    const struct plan *plan = a->plan;
    wide *sums = arena_array(arena, plan->initiatives.count, sizeof *sums);
    bool *summed = arena_array(arena, plan->initiatives.count, sizeof *summed);
    for (size_t i = 0; i < a->benefit_total_count; i++) {
        const struct benefit_total *total = &a->benefit_totals[i];
        if (total->initiative && total->count > 0 && !total->too_large) {
            size_t at = (size_t)(total->initiative - plan->initiatives.items);
            sums[at] += total->planned.micro;
            summed[at] = true;
        }
    }
    for (size_t i = 0; i < plan->initiatives.count; i++) {
        const struct initiative *initiative = &plan->initiatives.items[i];
        if (summed[i] && initiative->benefit_planned.known &&
            initiative->benefit_planned.value.micro != sums[i]) {
            diag_report(diags, BP4051, initiative->benefit_planned.place, initiative->id,
                        number(arena, initiative->benefit_planned.value), wide_text(arena, sums[i]),
                        NULL);
        }
    }
}

/* What is left of a benefit, in words. */
static const char *open_part(struct arena *arena, const struct benefit *benefit) {
    if (!benefit->realised.known) {
        return "nobody has said what is realised";
    }
    return arena_printf(arena, "only %s of %s is realised", number(arena, benefit->realised.value),
                        number(arena, benefit->planned.value));
}

/* The benefit of a type with the largest figure; there is one. */
static const struct benefit *largest(const struct plan *plan, enum benefit_type type) {
    const struct benefit *found = NULL;
    int64_t most = -1;
    for (size_t i = 0; i < plan->benefits.count; i++) {
        const struct benefit *benefit = &plan->benefits.items[i];
        const struct quantity *const figures[] = {&benefit->planned, &benefit->forecast,
                                                  &benefit->realised};
        for (size_t f = 0; f < sizeof figures / sizeof *figures; f++) {
            int64_t size = figures[f]->known ? decimal_abs(figures[f]->value).micro : 0;
            if (benefit->type == type && size > most) {
                most = size;
                found = benefit;
            }
        }
    }
    assert(found);
    return found;
}

void benefitstatus_findings(struct arena *arena, const struct assessment *assessment,
                            struct diags *diags) {
    const struct plan *plan = assessment->plan;
    for (size_t i = 0; i < plan->benefits.count; i++) {
        const struct benefit_result *r = &assessment->benefits[i];
        const struct benefit *benefit = r->benefit;
        /* of a closed initiative it is the plan's finding */
        if (r->overdue && !benefit->initiative->closed) {
            char period[16];
            period_format(benefit->due, &plan->organization.fiscal, period);
            diag_report(diags, BP4052, benefit->place, benefit->id, arena_strdup(arena, period),
                        open_part(arena, benefit), NULL);
        }
    }
    for (size_t i = 0; i < assessment->benefit_total_count; i++) {
        const struct benefit_total *total = &assessment->benefit_totals[i];
        if (total->too_large && !total->initiative) {
            diag_report(diags, BP4055, largest(plan, total->type)->place,
                        arena_printf(arena, "%s benefits", benefitstatus_type_name(total->type)),
                        NULL);
        }
    }
    compare_cases(arena, assessment, diags);
}

const char *benefitstatus_type_name(enum benefit_type type) {
    static const char *const names[] = {"cashable", "non-cashable", "non-financial"};
    assert((size_t)type < sizeof names / sizeof *names);
    return names[type];
}

#include "plan/ruleattestations.h"

/* The last period of a measure that ended by the end of what is reported. */
static struct period due_period(const struct planbuild *b, const struct measure *measure) {
    const struct organization *organization = &b->plan->organization;
    struct date end = period_last(organization->period);
    if (date_compare(organization->as_of, end) < 0)
        end = organization->as_of;
    return period_ended(end, measure->frequency, &organization->fiscal);
}

/* For each measure the attestation of its actual that counts: one that stands for it before one
 * that refuses to. */
static const struct attestation **collect(struct planbuild *b) {
    const struct plan *plan = b->plan;
    const struct attestation **of =
        arena_array(b->arena, plan->measures.count, sizeof *of); /* cleared */
    for (size_t i = 0; i < plan->attestations.count; i++) {
        const struct attestation *attestation = &plan->attestations.items[i];
        if (!attestation->measure ||
            !period_equal(attestation->period, due_period(b, attestation->measure)))
            continue;
        size_t index = (size_t)(attestation->measure - plan->measures.items);
        if (!of[index] || of[index]->statement == ATTESTED_NOT)
            of[index] = attestation;
    }
    return of;
}

static void check_measure(struct planbuild *b, const struct measure *measure,
                          const struct attestation *attestation) {
    const struct value *actual = plan_value(measure, SERIES_ACTUAL, due_period(b, measure));
    if (!actual)
        return;
    const char *period = planbuild_period_text(b, actual->period);
    if (!attestation)
        diag_report(b->diags, BP3761, plan_value_place(b->plan, actual), measure->id, period, NULL);
    else if (attestation->statement == ATTESTED_NOT)
        diag_report(b->diags, BP3762, attestation->place, measure->id, period, attestation->by,
                    NULL);
}

void ruleattestations(struct planbuild *b) {
    const struct plan *plan = b->plan;
    if (!b->workbook->tables[SHEET_ATTESTATIONS].present || !date_set(plan->organization.as_of) ||
        !period_set(plan->organization.period))
        return;
    const struct attestation **of = collect(b);
    for (size_t i = 0; i < plan->measures.count; i++)
        if (plan->measures.items[i].state == STATE_ACTIVE)
            check_measure(b, &plan->measures.items[i], of[i]);
}

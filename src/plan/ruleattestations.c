#include "plan/ruleattestations.h"

/* The last period of a measure that ended by the end of what is reported. */
static struct period due_period(const struct planbuild *b, const struct measure *measure) {
    const struct organization *organization = &b->plan->organization;
    struct date end = period_last(organization->period);
    if (date_compare(organization->as_of, end) < 0)
        end = organization->as_of;
    return period_ended(end, measure->frequency, &organization->fiscal);
}

/* For each measure the attestation of the actual that is judged, or NULL. */
static const struct attestation **collect(struct planbuild *b) {
    const struct plan *plan = b->plan;
    const struct attestation **of =
        arena_array(b->arena, plan->measures.count, sizeof *of); /* cleared */
    for (size_t i = 0; i < plan->attestations.count; i++) {
        const struct attestation *attestation = &plan->attestations.items[i];
        if (period_equal(attestation->period, due_period(b, attestation->measure)))
            of[attestation->measure - plan->measures.items] = attestation;
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

/* True if some row could not be read in full: it may be the one that is missed. */
static bool in_doubt(const struct planbuild *b) {
    const struct plan_rows *rows = &b->rows[SHEET_ATTESTATIONS];
    for (size_t i = 0; i < rows->list.count; i++)
        if (!planbuild_filled(rows->list.items[i], COLUMN_ATTESTATIONS_STATEMENT))
            return true;
    return rows->list.count > b->plan->attestations.count || b->partial[SHEET_ATTESTATIONS];
}

void ruleattestations(struct planbuild *b) {
    const struct plan *plan = b->plan;
    if (!b->rows[SHEET_ATTESTATIONS].list.count || in_doubt(b) ||
        !date_set(plan->organization.as_of) || !period_set(plan->organization.period))
        return;
    const struct attestation **of = collect(b);
    for (size_t i = 0; i < plan->measures.count; i++)
        if (plan->measures.items[i].state == STATE_ACTIVE)
            check_measure(b, &plan->measures.items[i], of[i]);
}

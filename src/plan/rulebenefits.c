#include "plan/rulebenefits.h"

static void check_evidence(struct planbuild *b, const struct benefit *benefit) {
    if (benefit->realised.known && !decimal_zero(benefit->realised.value) && !benefit->evidence[0])
        diag_report(b->diags, BP3521, benefit->realised.place, benefit->id,
                    planbuild_number_text(b, benefit->realised.value), NULL);
}

/* True if less is realised than expected; a saving may be written as a negative number. */
static bool short_of(struct decimal realised, struct decimal expected) {
    int order = decimal_compare(realised, expected);
    return expected.micro < 0 ? order > 0 : order < 0;
}

static bool still_due(const struct planbuild *b, const struct benefit *benefit) {
    struct date as_of = b->plan->organization.as_of;
    return !period_set(benefit->due) || !date_set(as_of) ||
           date_compare(period_last(benefit->due), as_of) > 0;
}

/* What is left of a benefit in words, or NULL if nothing is. */
static const char *open_part(struct planbuild *b, const struct benefit *benefit) {
    struct decimal expected =
        benefit->forecast.known ? benefit->forecast.value : benefit->planned.value;
    if (!benefit->realised.known)
        return decimal_zero(expected) ? NULL : "it has no realised value";
    if (!short_of(benefit->realised.value, expected) || !still_due(b, benefit))
        return NULL;
    return arena_printf(b->arena, "only %s of %s is realised",
                        planbuild_number_text(b, benefit->realised.value),
                        planbuild_number_text(b, expected));
}

void rulebenefits(struct planbuild *b) {
    for (size_t i = 0; i < b->plan->benefits.count; i++) {
        const struct benefit *benefit = &b->plan->benefits.items[i];
        check_evidence(b, benefit);
        const struct record *record = b->rows[SHEET_BENEFITS].list.items[i];
        if (!benefit->initiative || !benefit->initiative->closed ||
            workbook_field(record, COLUMN_BENEFITS_REALISED_VALUE)->wrong)
            continue;
        const char *left = open_part(b, benefit);
        if (left)
            diag_report(b->diags, BP3522, benefit->place, benefit->initiative->id, benefit->id,
                        left, NULL);
    }
}

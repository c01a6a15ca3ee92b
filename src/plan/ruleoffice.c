#include "plan/ruleoffice.h"

/* domain.md section 2: shares are exact hundredths, compared with a tolerance of 0.005. */
#define TOLERANCE  (5 * DECIMAL_ONE / 1000)
#define SHARE_MOST DECIMAL_ONE
#define SHARE_FEW  (80 * DECIMAL_ONE / 100)

struct post_holder {
    const struct staffing *first, *last;
    struct decimal total;
    bool employed; /* at least one share is filled: not only a vacancy */
};

/* Solid-line shares on the reporting date: people on loan are listed, not counted. */
static bool counts(const struct planbuild *b, const struct staffing *share) {
    struct date as_of = b->plan->organization.as_of;
    if (share->dotted)
        return false;
    if (!date_set(as_of))
        return true;
    return (!date_set(share->from) || date_compare(share->from, as_of) <= 0) &&
           (!date_set(share->to) || date_compare(share->to, as_of) >= 0);
}

static void check_person(struct planbuild *b, const struct post_holder *person) {
    if (!person->employed)
        return;
    const char *total = planbuild_number_text(b, person->total);
    if (person->total.micro > SHARE_MOST + TOLERANCE)
        diag_report(b->diags, BP3601, person->last->place, person->last->person, total, NULL);
    else if (person->total.micro < SHARE_FEW - TOLERANCE)
        diag_report(b->diags, BP3602, person->first->place, person->first->person, total, NULL);
}

void ruleoffice(struct planbuild *b) {
    const struct plan *plan = b->plan;
    struct idmap *names = idmap_new(b->arena);
    struct post_holder *people = arena_array(b->arena, plan->staffing.count, sizeof *people);
    for (size_t i = 0; i < plan->staffing.count; i++) {
        const struct staffing *share = &plan->staffing.items[i];
        if (!counts(b, share))
            continue;
        struct post_holder *person = &people[idmap_put(names, share->person, idmap_count(names))];
        if (!person->first)
            person->first = share;
        person->last = share;
        person->employed |= share->filled;
        if (!decimal_add(person->total, share->fte, &person->total))
            person->total = decimal_micro(INT64_MAX);
    }
    for (size_t i = 0; i < idmap_count(names); i++)
        check_person(b, &people[i]);
}

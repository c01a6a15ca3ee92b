/* comparecase: two small workbooks, an older and a newer one, for the tests of compare.  See
 * plancase.h for the sections; what is not named is the same on both sides. */
#ifndef TESTS_COMPARECASE_H
#define TESTS_COMPARECASE_H

#include "plancase.h"

#include "compare/compare.h"

#define CHANGE(id, linked, more)                                                                   \
    "<change id='" id "' requestedOn='2026-09-30' requestedBy='Owner' linked='" linked "' " more   \
    "><reason>Because.</reason></change>"
#define APPROVED      "status='approved' approvedBy='Board' approvedOn='2026-10-06' "
#define CHANGES(rows) "<changes>" rows "</changes>"

struct pair {
    struct built before, after;
};

static inline struct pair pair_of(void **state, struct sections before, struct sections after) {
    before.path = before.path ? before.path : "old.xml";
    after.path = after.path ? after.path : "new.xml";
    struct pair pair = {plan_of(state, before), plan_of(state, after)};
    const struct built *sides[] = {&pair.before, &pair.after};
    for (size_t i = 0; i < 2; i++) {
        if (diags_count(sides[i]->diags, DIAG_ERROR) == 0)
            continue;
        struct textbuf text;
        textbuf_init(&text, sides[i]->arena);
        diags_text(sides[i]->diags, &text, 10);
        fail_msg("%s", textbuf_text(&text));
    }
    return pair;
}

static inline const struct comparison *compare_of(void **state, struct sections before,
                                                  struct sections after) {
    struct pair pair = pair_of(state, before, after);
    return compare_plans(*state, pair.before.plan, NULL, pair.after.plan, NULL);
}

static inline const struct comparison *judged_of(void **state, struct sections before,
                                                 struct sections after) {
    struct pair pair = pair_of(state, before, after);
    struct diags *diags = diags_new(*state);
    return compare_plans(*state, pair.before.plan, assess(*state, pair.before.plan, diags),
                         pair.after.plan, assess(*state, pair.after.plan, diags));
}

/* "agreed measure M1 Weight: 50 > 40, missing" a line each, then "unseen CR3". */
static inline const char *differences_of(const struct comparison *comparison, struct arena *arena) {
    struct textbuf out;
    textbuf_init(&out, arena);
    for (size_t i = 0; i < comparison->differences.count; i++) {
        const struct difference *d = &comparison->differences.items[i];
        textbuf_printf(&out, "%s %s", compare_kind_name(d->kind), d->entity);
        const char *words[] = {d->id, d->part, d->field};
        for (size_t k = 0; k < 3; k++)
            textbuf_printf(&out, "%s%s", *words[k] ? " " : "", words[k]);
        char first[16], last[16];
        if (period_set(d->period)) {
            period_format(d->period, &comparison->after->organization.fiscal, first);
            period_format(d->last, &comparison->after->organization.fiscal, last);
            textbuf_printf(&out, " %s..%s", first, last);
        }
        if (d->count != 1)
            textbuf_printf(&out, " x%zu", d->count);
        if (*d->before || *d->after)
            textbuf_printf(&out, ": %s > %s", d->before, d->after);
        if (d->approval != APPROVAL_NOT_NEEDED)
            textbuf_printf(&out, ", %s", compare_approval_name(d->approval));
        if (d->request)
            textbuf_printf(&out, " %s", d->request->id);
        textbuf_char(&out, '\n');
    }
    for (size_t i = 0; i < comparison->unseen.count; i++)
        textbuf_printf(&out, "unseen %s\n", comparison->unseen.items[i]->id);
    return textbuf_text(&out);
}

#define assert_differences(comparison, expected)                                                   \
    assert_string_equal(differences_of((comparison), *state), expected)

#endif

#include "plan/rulecommentary.h"

#include "base/ascii.h"
#include "base/utf8.h"

static const char *key_of(struct planbuild *b, const struct commentary *commentary,
                          struct period period) {
    return arena_printf(b->arena, "%s %d %d %d", commentary->linked_id, (int)commentary->kind,
                        (int)period.frequency, (int)period.start);
}

static void check_repetition(struct planbuild *b, const struct idmap *seen,
                             const struct commentary *commentary) {
    struct period before = period_next(commentary->period, -1);
    size_t earlier = idmap_find(seen, key_of(b, commentary, before));
    if (earlier == IDMAP_NONE || !commentary->analysis[0])
        return;
    const char *words = utf8_squeeze(b->arena, commentary->analysis);
    if (ascii_same(words, utf8_squeeze(b->arena, b->plan->commentaries.items[earlier].analysis)))
        diag_report(b->diags, BP3723, commentary->place, commentary->linked_id,
                    planbuild_period_text(b, commentary->period), planbuild_period_text(b, before),
                    NULL);
}

void rulecommentary(struct planbuild *b) {
    const struct plan *plan = b->plan;
    struct idmap *seen = idmap_new(b->arena);
    for (size_t i = 0; i < plan->commentaries.count; i++) {
        const struct commentary *commentary = &plan->commentaries.items[i];
        size_t first = idmap_put(seen, key_of(b, commentary, commentary->period), i);
        if (first != i)
            diag_report(b->diags, BP3724, commentary->place, commentary->linked_id,
                        planbuild_period_text(b, commentary->period),
                        planbuild_where(b, plan->commentaries.items[first].place), NULL);
    }
    for (size_t i = 0; i < plan->commentaries.count; i++)
        check_repetition(b, seen, &plan->commentaries.items[i]);
}

#include "assess/derivetally.h"

#include "assess/rollup.h"
#include <assert.h>
#include <string.h>

static void count_group(struct deriving *d, const struct group_result *group,
                        struct tally *counted) {
    for (size_t i = 0; i < group->child_count; i++) {
        const struct rollup_child *child = &group->children[i];
        if (child->unlisted) {
            continue;
        }
        const struct objective *objective = child->objective;
        rollup_count(counted, child->status);
        derive_other(d, arena_printf(d->arena, "%s %s", objective->id, objective->name),
                     status_words(child->status), objective->id);
    }
}

void derivetally(struct deriving *d, const struct group_result *unit) {
    const struct assessment *a = d->assessment;
    const struct tally *t = &unit->tally;
    struct tally counted = {0};
    derive_step(d, "objectives by status", RULE_ROLLUP,
                "Counted, without weights; grey are those without a status of their own.");
    for (size_t i = 0; i < a->perspective_count; i++) {
        if (a->perspectives[i].unit == unit->unit) {
            count_group(d, &a->perspectives[i], &counted);
        }
    }
    assert(memcmp(&counted, t, sizeof counted) == 0);
    derive_result(d, arena_printf(d->arena, "%d green, %d amber, %d red, %d grey", t->green,
                                  t->amber, t->red, t->grey));
}

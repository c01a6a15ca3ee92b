#include "workbook/ladder.h"
#include <assert.h>
#include <string.h>

unsigned ladder_enter(struct ladder *ladder, const struct xmlread_element *element) {
    assert(ladder->depth < BOUND_DEPTH);
    unsigned char parent = ladder->levels[ladder->depth];
    unsigned char level = LADDER_SKIP;
    for (size_t i = 0; i < ladder->count && parent != LADDER_SKIP; i++) {
        const struct ladder_step *step = &ladder->steps[i];
        if (step->parent == parent && (!step->name || (strcmp(step->name, element->name) == 0 &&
                                                       strcmp(step->space, element->space) == 0))) {
            level = step->level;
            break;
        }
    }
    ladder->levels[++ladder->depth] = level;
    return level;
}

unsigned ladder_leave(struct ladder *ladder) {
    assert(ladder->depth > 0);
    return ladder->levels[ladder->depth--];
}

unsigned ladder_level(const struct ladder *ladder) {
    return ladder->levels[ladder->depth];
}

unsigned ladder_parent(const struct ladder *ladder) {
    return ladder->depth > 0 ? ladder->levels[ladder->depth - 1] : LADDER_TOP;
}

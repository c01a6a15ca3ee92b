/* mapmemo: what arrangements cost that a search has judged before: it comes back to every third.
 *
 * A fixed number of the latest ones is kept, each known by 64 bits made of its numbers. */
#ifndef REPORT_MAPMEMO_H
#define REPORT_MAPMEMO_H

#include "base/arena.h"

#include <stdint.h>

struct mapmemo;

/* A key that one more number makes different. */
static inline uint64_t mapmemo_key(uint64_t key, uint64_t number) {
    key = (key + number + 1) * UINT64_C(0x9E3779B97F4A7C15);
    return key ^ key >> 29;
}

struct mapmemo_entry {
    uint64_t key;       /* of the arrangement; 0: not used yet */
    int64_t cost, work; /* of judging it */
};

struct mapmemo *mapmemo_new(struct arena *arena);
/* What stands for an arrangement: true if its cost is known, else the caller is to set cost and
 * work.  space: arrangements that are not of one space differ, whatever their numbers. */
bool mapmemo_known(struct mapmemo *memo, int space, const int *numbers, size_t count,
                   struct mapmemo_entry **entry);

#endif

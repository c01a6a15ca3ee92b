#include "report/mapmemo.h"

enum { ENTRIES = 8192 }; /* a power of two */

struct mapmemo {
    struct mapmemo_entry entries[ENTRIES];
};

struct mapmemo *mapmemo_new(struct arena *arena) {
    return arena_alloc(arena, sizeof(struct mapmemo));
}

bool mapmemo_known(struct mapmemo *memo, int space, const int *numbers, size_t count,
                   struct mapmemo_entry **entry) {
    uint64_t key = mapmemo_key(count, (uint64_t)space);
    for (size_t i = 0; i < count; i++)
        key = mapmemo_key(key, (unsigned)numbers[i]);
    key += key == 0;
    struct mapmemo_entry *slot = &memo->entries[key % ENTRIES];
    *entry = slot;
    if (slot->key == key)
        return true;
    *slot = (struct mapmemo_entry){.key = key};
    return false;
}

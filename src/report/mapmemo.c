#include "report/mapmemo.h"

enum { ENTRIES = 8192 }; /* a power of two */

struct mapmemo {
    struct mapmemo_entry entries[ENTRIES];
};

struct mapmemo *mapmemo_new(struct arena *arena) {
    return arena_alloc(arena, sizeof(struct mapmemo));
}

static uint64_t mixed(uint64_t key, int number) {
    key = (key + (uint64_t)(unsigned)number + 1) * UINT64_C(0x9E3779B97F4A7C15);
    return key ^ key >> 29;
}

bool mapmemo_known(struct mapmemo *memo, int space, const int *numbers, size_t count,
                   struct mapmemo_entry **entry) {
    uint64_t key = mixed(count, space);
    for (size_t i = 0; i < count; i++)
        key = mixed(key, numbers[i]);
    key += key == 0;
    struct mapmemo_entry *slot = &memo->entries[key % ENTRIES];
    *entry = slot;
    if (slot->key == key)
        return true;
    *slot = (struct mapmemo_entry){.key = key};
    return false;
}

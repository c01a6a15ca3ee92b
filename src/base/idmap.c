#include "base/idmap.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "base/vec.h"
#include <assert.h>
#include <stdint.h>
#include <string.h>

/* Suggestions are looked for among so many keys of so many characters. */
#define NEAREST_KEYS  20000u
#define NEAREST_RUNES 48u

struct entry {
    const char *key;
    uint64_t hash;
    size_t value;
};

struct idmap {
    struct arena *arena;
    uint64_t seed[2];
    VEC(struct entry) entries;
    uint32_t *slots;   /* index of the entry + 1, 0: free */
    size_t slot_count; /* a power of two */
};

static uint64_t turn(uint64_t value, unsigned bits) {
    return value << bits | value >> (64 - bits);
}

static inline __attribute__((always_inline)) void sip_round(uint64_t v[4]) {
    v[0] += v[1];
    v[1] = turn(v[1], 13) ^ v[0];
    v[0] = turn(v[0], 32);
    v[2] += v[3];
    v[3] = turn(v[3], 16) ^ v[2];
    v[0] += v[3];
    v[3] = turn(v[3], 21) ^ v[0];
    v[2] += v[1];
    v[1] = turn(v[1], 17) ^ v[2];
    v[2] = turn(v[2], 32);
}

/* A keyed hash (SipHash-1-3): a stranger's file must not be able to choose keys that collide.
 * Nothing that anyone sees depends on its value. */
static uint64_t hash_of(const struct idmap *map, const char *key, size_t length) {
    uint64_t v[4] = {
        map->seed[0] ^ UINT64_C(0x736f6d6570736575), map->seed[1] ^ UINT64_C(0x646f72616e646f6d),
        map->seed[0] ^ UINT64_C(0x6c7967656e657261), map->seed[1] ^ UINT64_C(0x7465646279746573)};
    for (size_t at = 0; at <= length; at += 8) {
        uint64_t word = 0;
        if (length - at >= 8) {
            memcpy(&word, key + at, 8);
        } else {
            memcpy(&word, key + at, length - at);
            word |= (uint64_t)length << 56;
        }
        v[3] ^= word;
        sip_round(v);
        v[0] ^= word;
    }
    v[2] ^= 0xFF;
    for (int i = 0; i < 3; i++)
        sip_round(v);
    return v[0] ^ v[1] ^ v[2] ^ v[3];
}

struct idmap *idmap_new(struct arena *arena) {
    struct idmap *map = arena_alloc(arena, sizeof *map);
    map->arena = arena;
    map->seed[0] = (uintptr_t)map * UINT64_C(0x9E3779B97F4A7C15);
    map->seed[1] = (uintptr_t)&map ^ (uintptr_t)&idmap_new;
    map->slot_count = 16;
    map->slots = arena_array(arena, map->slot_count, sizeof *map->slots);
    return map;
}

/* The slot that holds the key, or the free one where it belongs. */
static size_t slot_of(const struct idmap *map, const char *key, uint64_t hash) {
    size_t mask = map->slot_count - 1;
    size_t slot = (size_t)hash & mask;
    while (map->slots[slot]) {
        const struct entry *entry = &map->entries.items[map->slots[slot] - 1];
        if (entry->hash == hash && strcmp(entry->key, key) == 0)
            return slot;
        slot = (slot + 1) & mask;
    }
    return slot;
}

static void enlarge(struct idmap *map) {
    map->slot_count *= 2;
    map->slots = arena_array(map->arena, map->slot_count, sizeof *map->slots);
    size_t mask = map->slot_count - 1;
    for (size_t i = 0; i < map->entries.count; i++) {
        size_t slot = (size_t)map->entries.items[i].hash & mask;
        while (map->slots[slot])
            slot = (slot + 1) & mask;
        map->slots[slot] = (uint32_t)(i + 1);
    }
}

/* The entry of the key, added with the value if absent. */
static struct entry *entry_of(struct idmap *map, const char *key, size_t value) {
    size_t length = strlen(key);
    uint64_t hash = hash_of(map, key, length);
    size_t slot = slot_of(map, key, hash);
    if (map->slots[slot])
        return &map->entries.items[map->slots[slot] - 1];
    assert(map->entries.count < UINT32_MAX - 1);
    struct entry fresh = {arena_strndup(map->arena, key, length), hash, value};
    vec_push(map->arena, &map->entries, fresh);
    map->slots[slot] = (uint32_t)map->entries.count;
    if (map->entries.count * 2 > map->slot_count)
        enlarge(map);
    return &map->entries.items[map->entries.count - 1];
}

size_t idmap_put(struct idmap *map, const char *key, size_t value) {
    return entry_of(map, key, value)->value;
}

void idmap_set(struct idmap *map, const char *key, size_t value) {
    entry_of(map, key, value)->value = value;
}

size_t idmap_find(const struct idmap *map, const char *key) {
    size_t slot = slot_of(map, key, hash_of(map, key, strlen(key)));
    return map->slots[slot] ? map->entries.items[map->slots[slot] - 1].value : IDMAP_NONE;
}

size_t idmap_count(const struct idmap *map) {
    return map->entries.count;
}

const char *idmap_key(const struct idmap *map, size_t i) {
    assert(i < map->entries.count);
    return map->entries.items[i].key;
}

struct word {
    uint32_t runes[NEAREST_RUNES];
    size_t count;
};

/* Case-folded characters; false if the text is too long to be compared. */
static bool word_of(const char *text, struct word *out) {
    size_t length = strlen(text);
    out->count = 0;
    for (size_t at = 0; at < length;) {
        if (out->count == NEAREST_RUNES)
            return false;
        uint32_t rune = utf8_next(text, length, &at);
        out->runes[out->count++] = rune < 0x80 ? (uint32_t)ascii_lower((char)rune) : rune;
    }
    return true;
}

static size_t least(size_t a, size_t b) {
    return a < b ? a : b;
}

/* Insertions, deletions, replacements and swaps of neighbours that make b of a; any number above
 * `most` once it cannot be `most` any more. */
static size_t distance(const struct word *a, const struct word *b, size_t most) {
    size_t rows[3][NEAREST_RUNES + 1] = {{0}};
    size_t *before = rows[0], *above = rows[1], *row = rows[2];
    for (size_t j = 0; j <= b->count; j++)
        above[j] = j;
    for (size_t i = 1; i <= a->count; i++) {
        size_t best = row[0] = i;
        for (size_t j = 1; j <= b->count; j++) {
            bool same = a->runes[i - 1] == b->runes[j - 1];
            size_t cost = least(least(above[j], row[j - 1]) + 1, above[j - 1] + (same ? 0 : 1));
            if (i > 1 && j > 1 && a->runes[i - 1] == b->runes[j - 2] &&
                a->runes[i - 2] == b->runes[j - 1])
                cost = least(cost, before[j - 2] + 1);
            row[j] = cost;
            best = least(best, cost);
        }
        if (best > most)
            return best;
        size_t *spare = before;
        before = above;
        above = row;
        row = spare;
    }
    return above[b->count];
}

/* *equals: whether another key is as near as the one found. */
static const char *nearest(const struct idmap *map, const char *key, bool *equals) {
    struct word wanted, other;
    if (!word_of(key, &wanted) || wanted.count == 0)
        return NULL;
    size_t most = 1 + wanted.count / 4;
    if (most >= wanted.count)
        most = wanted.count - 1;
    const char *found = NULL;
    size_t keys = least(map->entries.count, NEAREST_KEYS);
    for (size_t i = 0; i < keys; i++) {
        const char *candidate = map->entries.items[i].key;
        if (!word_of(candidate, &other) || other.count > wanted.count + most ||
            other.count + most < wanted.count)
            continue;
        size_t apart = distance(&wanted, &other, most);
        if (apart > most)
            continue;
        *equals = found && apart == most;
        if (*equals)
            continue;
        found = candidate;
        if (apart == 0)
            break;
        most = apart; /* only something nearer replaces it */
    }
    return found;
}

const char *idmap_nearest(const struct idmap *map, const char *key) {
    bool equals = false;
    return nearest(map, key, &equals);
}

const char *idmap_nearest_alone(const struct idmap *map, const char *key) {
    bool equals = false;
    const char *found = nearest(map, key, &equals);
    return equals ? NULL : found;
}

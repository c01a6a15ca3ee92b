/* idmap: from a string key to a number, insertion order kept.  Keys are copied into the arena. */
#ifndef BASE_IDMAP_H
#define BASE_IDMAP_H

#include "base/arena.h"
#include <stdbool.h>
#include <stddef.h>

struct idmap;

#define IDMAP_NONE ((size_t)-1)

struct idmap *idmap_new(struct arena *arena);
/* Adds key -> value if absent; returns the value now stored (the older one if present). */
size_t idmap_put(struct idmap *map, const char *key, size_t value);
/* Replaces or adds. */
void idmap_set(struct idmap *map, const char *key, size_t value);
size_t idmap_find(const struct idmap *map, const char *key);
size_t idmap_count(const struct idmap *map);
/* The i-th key in insertion order. */
const char *idmap_key(const struct idmap *map, size_t i);
/* The key nearest to `key` by edit distance (case folded) if near enough to be a likely slip of
 * the pen (distance <= 1 + length/4, and not every character wrong), else NULL.  Ties: the first
 * inserted.  Looks at the first 20,000 keys, and at none of more than 48 characters. */
const char *idmap_nearest(const struct idmap *map, const char *key);
/* The same, but NULL where several keys are equally near, as M1 and M2 are to M7. */
const char *idmap_nearest_alone(const struct idmap *map, const char *key);

#endif

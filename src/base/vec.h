/* vec: a growing array in an arena.  `VEC(struct cell) cells;` zero-initialised is empty. */
#ifndef BASE_VEC_H
#define BASE_VEC_H

#include "base/arena.h"

#define VEC(type)                                                                                  \
    struct {                                                                                       \
        type *items;                                                                               \
        size_t count;                                                                              \
        size_t capacity;                                                                           \
    }

/* Appends a value (exhaustion ends the job). */
#define vec_push(arena, vec, value)                                                                \
    ((vec)->items =                                                                                \
         arena_grow((arena), (vec)->items, (vec)->count, &(vec)->capacity, sizeof *(vec)->items),  \
     (vec)->items[(vec)->count++] = (value))

/* Appends a zeroed item and gives its address; valid until the next append. */
#define vec_add(arena, vec)                                                                        \
    ((vec)->items =                                                                                \
         arena_grow((arena), (vec)->items, (vec)->count, &(vec)->capacity, sizeof *(vec)->items),  \
     &(vec)->items[(vec)->count++])

#endif

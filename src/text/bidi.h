/* bidi: embedding levels of a paragraph (FriBidi), and the visual order of a line. */
#ifndef TEXT_BIDI_H
#define TEXT_BIDI_H

#include "base/arena.h"
#include <stdbool.h>
#include <stdint.h>

/* True if any character needs right-to-left treatment: most paragraphs skip the rest. */
bool bidi_needed(const char *text, size_t bytes);
/* True if any letter is written from right to left; isolates and marks do not count. */
bool bidi_has_right(const char *text, size_t bytes);
/* True if there are letters, and all of them are written from left to right: a name that keeps its
 * own order, with its own stops and brackets, inside a sentence written the other way. */
bool bidi_left_to_right(const char *text, size_t bytes);

/* A part of the text, in bytes, that is read for itself: from left to right. */
struct bidi_isolate {
    size_t from, to;
};

/* Without the blanks, hard or not, at either end: they stand between it and what comes next. */
struct bidi_isolate bidi_inside(const char *text, struct bidi_isolate part);

/* Levels per byte; returns the paragraph's base level (0 or 1), found by its first letter: outside
 * isolates, else in them. */
int bidi_levels(struct arena *arena, const char *text, size_t bytes, uint8_t *levels);
/* The same for a paragraph of a document written from right to left, whatever it begins with; the
 * isolates are in order and do not touch. */
int bidi_levels_from_right(struct arena *arena, const char *text, size_t bytes,
                           const struct bidi_isolate *isolates, size_t isolate_count,
                           uint8_t *levels);
/* Visual order of `count` pieces with the given levels: order[i] = piece drawn i-th from left. */
void bidi_reorder(const uint8_t *levels, size_t count, size_t *order);

#endif

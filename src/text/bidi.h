/* bidi: embedding levels of a paragraph (FriBidi), and the visual order of a line. */
#ifndef TEXT_BIDI_H
#define TEXT_BIDI_H

#include "base/arena.h"
#include <stdbool.h>
#include <stdint.h>

/* True if any character needs right-to-left treatment: most paragraphs skip the rest. */
bool bidi_needed(const char *text, size_t bytes);
/* Levels per byte; returns the paragraph's base level (0 or 1). */
int bidi_levels(struct arena *arena, const char *text, size_t bytes, uint8_t *levels);
/* Visual order of `count` pieces with the given levels: order[i] = piece drawn i-th from left. */
void bidi_reorder(const uint8_t *levels, size_t count, size_t *order);

#endif

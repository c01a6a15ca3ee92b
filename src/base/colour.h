/* colour: mixtures of colours, and how far they stand apart: contrast as WCAG 2 defines it, and the
 * distance CIEDE2000 for eyes that see red, green or blue not (Machado and others 2009, complete)
 * or only grey. Colours are 0xRRGGBB; doubles only judge, they place no ink. */
#ifndef BASE_COLOUR_H
#define BASE_COLOUR_H

#include <stdint.h>

enum colour_sight {
    SIGHT_FULL,
    SIGHT_PROTAN,
    SIGHT_DEUTAN,
    SIGHT_TRITAN,
    SIGHT_GREY, /* in print */
    SIGHT_COUNT
};

/* Relative luminance, 0 to 1. */
double colour_luminance(uint32_t colour);
/* 1 to 21. */
double colour_contrast(uint32_t a, uint32_t b);
/* White or dark words, whichever is read with 4.5 : 1 on the colour, white rather than dark;
 * COLOUR_UNREADABLE if neither is. */
#define COLOUR_DARK_WORDS 0x16202Cu
#define COLOUR_UNREADABLE 0xFFFFFFFFu
uint32_t colour_words_on(uint32_t colour);
/* `part` of a hundred of the colour, the rest of another; channels are rounded down. */
uint32_t colour_mixed(uint32_t colour, uint32_t with, int part);
/* 0 to about 100. */
double colour_distance(uint32_t a, uint32_t b, enum colour_sight sight);

#endif

/* mappaper: the papers a strategy map is printed on, and the board it is laid out on for each
 * (strategy map design section 5).
 *
 * The ISO papers share one board, A3: the others are exact reductions and enlargements of it, so
 * that a map looks the same on a desk and on a wall.  Letter and Tabloid are of other proportions;
 * their boards are as wide as A3 and as high as their proportion asks. */
#ifndef REPORT_MAPPAPER_H
#define REPORT_MAPPAPER_H

#include "base/length.h"
#include <stdbool.h>

/* In the order of --paper. */
enum map_paper { MAP_A4, MAP_A3, MAP_A2, MAP_A1, MAP_LETTER, MAP_TABLOID, MAP_PAPERS };

struct map_sheet {
    const char *name;             /* "A4", for messages */
    mp width, height;             /* of the paper, broad side down */
    mp board_width, board_height; /* of what the map is laid out on */
};

/* A sheet of a paper, broad side down or upright. */
struct map_sheet mappaper_sheet(enum map_paper paper, bool upright);

#endif

#include "report/mappaper.h"

#include <assert.h>
#include <stddef.h>

#define BOARD_WIDTH  MM(420)
#define BOARD_HEIGHT MM(297)

/* ISO 216 in millimetres; Letter is 11 by 8.5 inches, Tabloid 17 by 11. */
#define ISO_SHEET(name, wide, high)                                                                \
    { name, MM(wide), MM(high), BOARD_WIDTH, BOARD_HEIGHT }
#define INCH_SHEET(name, wide, high)                                                               \
    { name, PT((wide)*72), PT((high)*72), BOARD_WIDTH, MM(420.0 * (high) / (wide)) }

struct map_sheet mappaper_sheet(enum map_paper paper, bool upright) {
    static const struct map_sheet sheets[MAP_PAPERS] = {
        [MAP_A4] = ISO_SHEET("A4", 297, 210),         [MAP_A3] = ISO_SHEET("A3", 420, 297),
        [MAP_A2] = ISO_SHEET("A2", 594, 420),         [MAP_A1] = ISO_SHEET("A1", 841, 594),
        [MAP_LETTER] = INCH_SHEET("Letter", 11, 8.5), [MAP_TABLOID] = INCH_SHEET("Tabloid", 17, 11),
    };
    assert((size_t)paper < MAP_PAPERS);
    const struct map_sheet broad = sheets[paper];
    if (!upright)
        return broad;
    return (struct map_sheet){broad.name, broad.height, broad.width, broad.board_height,
                              broad.board_width};
}

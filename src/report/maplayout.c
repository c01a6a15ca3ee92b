#include "report/maplayout.h"

struct map_piece *maplayout_box(struct arena *arena, struct map_layout *layout,
                                enum map_holder holder, int index, struct rect rect, mp radius,
                                uint32_t fill) {
    struct map_piece *piece = vec_add(arena, &layout->pieces);
    *piece = (struct map_piece){.kind = PIECE_BOX,
                                .holder = holder,
                                .index = index,
                                .rect = rect,
                                .radius = radius,
                                .fill = fill,
                                .stroke = COLOUR_NONE};
    return piece;
}

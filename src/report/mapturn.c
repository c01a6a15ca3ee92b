#include "report/mapturn.h"

static void turn(struct rect *rect, mp page) {
    rect->x = page - rect->x - rect->w;
}

static void turn_all(struct rect *rects, size_t count, mp page) {
    for (size_t i = 0; i < count; i++)
        turn(&rects[i], page);
}

static void turn_piece(struct map_piece *piece, mp page) {
    const mp before = piece->rect.x;
    turn(&piece->rect, page);
    piece->x += piece->rect.x - before;
    piece->turned = true;
}

static struct point *turned(struct arena *arena, const struct point *points, size_t count,
                            mp page) {
    struct point *out = arena_array(arena, count + 1, sizeof *out);
    for (size_t i = 0; i < count; i++)
        out[i] = (struct point){page - points[i].x, points[i].y};
    return out;
}

static void turn_way(struct arena *arena, struct map_way *way, mp page) {
    way->points = turned(arena, way->points, way->count, page);
    way->drawn = turned(arena, way->drawn, way->drawn_count, page);
    turn(&way->chip, page);
    turn(&way->badge, page);
}

void mapturn_layout(struct arena *arena, struct map_layout *layout,
                    const struct mapturn_counts *counts) {
    const mp page = layout->look.page.w;
    turn_all(layout->bands, counts->bands, page);
    turn_all(layout->themes, counts->themes, page);
    turn_all(layout->cards, counts->cards, page);
    for (size_t i = 0; i < counts->links; i++)
        turn_way(arena, &layout->ways[i], page);
    for (size_t i = 0; i < layout->pieces.count; i++)
        turn_piece(&layout->pieces.items[i], page);
    for (size_t i = 0; i < layout->crossings.count; i++)
        layout->crossings.items[i].at.x = page - layout->crossings.items[i].at.x;
    turn(&layout->logo_box, page);
}

#include "layout/chartrisk.h"
#include "layout/charts.h"
#include "layout/style.h"

#define CELL_WIDTH  MM(17.2)
#define CELL_HEIGHT MM(13)
#define GAP         MM(0.5)
#define NUMBER_LANE MM(5)   /* left of the cells */
#define TOP_ROOM    MM(5)   /* name of the axis of impact */
#define FOOT_ROOM   MM(9.4) /* numbers and name of the axis of likelihood */
#define PILL_WIDTH  MM(7)
#define PILL_HEIGHT MM(3.5)
#define ARROW       0x56677Bu
#define HEAD_LENGTH MM(1.5)

static uint32_t tint_of(int product) {
    return product < 5    ? 0xF4F6F9
           : product < 10 ? BAND_LIGHT
           : product < 15 ? BAND_MIDDLE
                          : BAND_DARK;
}

static const char *digits_of(unsigned value, char text[8]) {
    size_t at = 7;
    text[at] = '\0';
    do {
        text[--at] = (char)('0' + value % 10);
        value /= 10;
    } while (value > 0 && at > 1);
    return &text[at];
}

static void draw_cells(const struct ink *ink, const struct chartrisk_grid *grid) {
    for (int cell = 0; cell < 25; cell++) {
        const int likelihood = cell % 5 + 1;
        const int impact = cell / 5 + 1;
        const struct rect rect = chartrisk_cell(grid, likelihood, impact);
        const struct rect number = chartrisk_number(grid, cell);
        char text[8];
        draw_rect(ink->pen, rect, tint_of(likelihood * impact));
        chartink_text(ink, STYLE_DENSE_KEY, TINT_NUMBER, ALIGN_RIGHT,
                      (struct point){number.x + number.w,
                                     chartink_centred(STYLE_DENSE_KEY, number.y, number.h)},
                      digits_of((unsigned)(likelihood * impact), text));
    }
}

static void draw_axes(const struct ink *ink, const struct chart_riskmap *chart,
                      const struct chartrisk_grid *grid, struct rect rect) {
    for (int i = 1; i <= 5; i++) {
        const struct rect row = chartrisk_cell(grid, 1, i);
        const struct rect column = chartrisk_cell(grid, i, 1);
        char text[8];
        const char *digit = digits_of((unsigned)i, text);
        chartink_text(ink, STYLE_KEY, GREY, ALIGN_LEFT,
                      (struct point){rect.x, chartink_centred(STYLE_KEY, row.y, row.h)}, digit);
        chartink_text(ink, STYLE_KEY, GREY, ALIGN_CENTRE,
                      (struct point){column.x + column.w / 2, column.y + column.h + MM(3.4)},
                      digit);
    }
    const struct rect last = chartrisk_cell(grid, 1, 1);
    if (chart->impact_label)
        chartink_text(ink, STYLE_KEY, GREY, ALIGN_LEFT, (struct point){rect.x, grid->y - MM(1.6)},
                      chart->impact_label);
    if (chart->likelihood_label)
        chartink_text(ink, STYLE_KEY, GREY, ALIGN_LEFT,
                      (struct point){last.x, last.y + last.h + MM(7.4)}, chart->likelihood_label);
}

/* ---- risks -----------------------------------------------------------------------------------
 */

static mp part(mp length, int64_t of, int64_t whole) {
    return whole > 0 ? (mp)(length * of / whole) : 0;
}

static int64_t distance(struct point a, struct point b) {
    const int64_t square = (int64_t)(b.x - a.x) * (b.x - a.x) + (int64_t)(b.y - a.y) * (b.y - a.y);
    int64_t root = square;
    for (int64_t next = square / 2 + 1; next < root;) {
        root = next;
        next = (root + square / root) / 2;
    }
    return root;
}

static void draw_arrow(const struct ink *ink, const struct chartrisk_pill *pill) {
    const struct point from = pill->bent ? pill->bend : pill->circle;
    const int64_t length = distance(from, pill->tip);
    const struct point way = {from.x - pill->tip.x, from.y - pill->tip.y};
    const struct point neck = {pill->tip.x + part(way.x, HEAD_LENGTH, length),
                               pill->tip.y + part(way.y, HEAD_LENGTH, length)};
    const struct point across = {part(way.y, HEAD_LENGTH * 2 / 5, length),
                                 part(way.x, HEAD_LENGTH * 2 / 5, length)};
    if (pill->bent)
        draw_polyline(ink->pen, (const struct point[]){pill->circle, from, neck}, 3, ARROW,
                      MM(0.3));
    else
        draw_line(ink->pen, from, neck, ARROW, MM(0.3));
    draw_polygon(ink->pen,
                 (const struct point[]){pill->tip,
                                        {neck.x - across.x, neck.y + across.y},
                                        {neck.x + across.x, neck.y - across.y}},
                 3, ARROW, COLOUR_NONE, 0);
}

enum { DIGITS = 8 };

/* "+3" */
static const char *others_label(const struct chartrisk_pill *pill, char label[DIGITS + 1]) {
    char text[DIGITS];
    const char *digits = digits_of((unsigned)pill->others, text);
    size_t at = 0;
    label[at++] = '+';
    while (*digits)
        label[at++] = *digits++;
    label[at] = '\0';
    return label;
}

static void draw_pill(const struct ink *ink, const struct chartrisk_pill *pill) {
    const struct rect rect = pill->rect;
    char text[DIGITS + 1];
    draw_round_rect(ink->pen, rect, rect.h / 2, pill->above ? BAD_BAR : WHITE,
                    pill->above ? WHITE : NAVY, MM(0.25));
    chartink_text(
        ink, STYLE_CHART_LABEL, pill->above ? WHITE : NAVY, ALIGN_CENTRE,
        (struct point){rect.x + rect.w / 2, chartink_centred(STYLE_CHART_LABEL, rect.y, rect.h)},
        pill->risk ? pill->risk->id : others_label(pill, text));
}

static struct chartrisk_grid grid_of(const struct ink *ink, const struct chart_riskmap *chart,
                                     struct rect rect) {
    struct chartrisk_grid grid = {.gap = GAP,
                                  .x = rect.x + NUMBER_LANE,
                                  .y = rect.y + TOP_ROOM,
                                  .pill_width = PILL_WIDTH,
                                  .pill_height = PILL_HEIGHT,
                                  .slots = 4};
    grid.cell_width = length_min((rect.w - NUMBER_LANE - 4 * GAP) / 5, CELL_WIDTH);
    grid.cell_height = length_min((rect.h - TOP_ROOM - FOOT_ROOM - 4 * GAP) / 5, CELL_HEIGHT);
    for (size_t i = 0; i < chart->count; i++)
        grid.pill_width = length_max(
            grid.pill_width, chartink_width(ink, STYLE_CHART_LABEL, chart->risks[i].id) + MM(1.8));
    if (grid.pill_width > (grid.cell_width - MM(2)) / 2)
        grid.slots = 2;
    return grid;
}

/* In the middle of the map, on a plate of its own. */
static void draw_empty(const struct ink *ink, const struct chartrisk_grid *grid,
                       const char *sentence) {
    if (!sentence)
        return;
    const struct rect cell = chartrisk_cell(grid, 3, 3);
    const mp width = chartink_width(ink, STYLE_KEY, sentence) + MM(4);
    const struct rect plate = {cell.x + (cell.w - width) / 2, cell.y + cell.h / 2 - MM(2.6), width,
                               MM(5.2)};
    draw_round_rect(ink->pen, plate, MM(1), WHITE, COLOUR_NONE, 0);
    chartink_text(
        ink, STYLE_KEY, GREY, ALIGN_CENTRE,
        (struct point){plate.x + plate.w / 2, chartink_centred(STYLE_KEY, plate.y, plate.h)},
        sentence);
}

void chartriskmap_draw(const struct ink *ink, const struct chart *chart, struct rect rect) {
    const struct chart_riskmap *risks = &chart->as.riskmap;
    struct chartrisk map = {.grid = grid_of(ink, risks, rect)};
    chartrisk_place(&map, risks->risks, risks->count);
    draw_cells(ink, &map.grid);
    draw_axes(ink, risks, &map.grid, rect);
    for (size_t i = 0; i < map.count; i++)
        if (map.pills[i].moved)
            draw_arrow(ink, &map.pills[i]);
    for (size_t i = 0; i < map.count; i++)
        if (map.pills[i].moved)
            draw_circle(ink->pen, map.pills[i].circle, CHARTRISK_RADIUS - MM(0.12), WHITE, ARROW,
                        MM(0.25));
    for (size_t i = 0; i < map.count; i++)
        draw_pill(ink, &map.pills[i]);
    if (map.count == 0)
        draw_empty(ink, &map.grid, chart->empty);
}

#include "layout/charts.h"

#include "layout/style.h"

#define LABEL_LANE MM(27)
#define BAR_HEIGHT MM(4.6)
#define CELL_GAP   MM(0.6)
#define LEAST_CELL MM(6.6) /* shape and count */
#define WORD_CELL  MM(20)  /* from this width on the word is said */
#define SHAPE      MM(2.6)

static const enum mark order[5] = {MARK_EXCEEDS, MARK_GREEN, MARK_AMBER, MARK_RED, MARK_GREY};

struct look {
    uint32_t fill, outline, text;
    bool inverse;
};

static struct look look_of(enum mark mark, bool strong) {
    const struct mark_colours *c = mark_colours(mark);
    if (!strong)
        return (struct look){c->tint, COLOUR_NONE, c->text, false};
    if (mark == MARK_AMBER)
        return (struct look){c->solid, c->outline, INK, true};
    if (mark == MARK_GREY)
        return (struct look){WHITE, c->solid, c->text, false};
    return (struct look){mark == MARK_GREEN ? ON_TRACK_CELL : c->solid, COLOUR_NONE, WHITE, true};
}

enum { DIGITS = 16 };

static const char *digits_of(int count, char text[DIGITS]) {
    size_t at = DIGITS - 1;
    text[at] = '\0';
    do {
        text[--at] = (char)('0' + count % 10);
        count /= 10;
    } while (count > 0 && at > 0);
    return &text[at];
}

static void draw_count(const struct ink *ink, struct rect cell, uint32_t colour, int count) {
    char text[DIGITS];
    chartink_text(ink, STYLE_TABLE_BOLD, colour, ALIGN_RIGHT,
                  (struct point){cell.x + cell.w - MM(1.2),
                                 chartink_centred(STYLE_TABLE_BOLD, cell.y, cell.h)},
                  digits_of(count, text));
}

/* Shape and count side by side. */
static mp least_cell(const struct ink *ink, int count) {
    char text[DIGITS];
    return length_max(LEAST_CELL,
                      MM(2.9) + SHAPE +
                          chartink_width(ink, STYLE_TABLE_BOLD, digits_of(count, text)));
}

/* From this width on there is room for the word between shape and count. */
static mp word_cell(const struct ink *ink, enum style style, const char *word, int count) {
    return length_max(WORD_CELL,
                      least_cell(ink, count) + chartink_width(ink, style, word) + MM(1.9));
}

static void draw_cell(const struct ink *ink, struct rect cell, enum mark mark, int count,
                      const char *word, bool strong) {
    const struct look look = look_of(mark, strong);
    if (look.outline == COLOUR_NONE) {
        draw_rect(ink->pen, cell, look.fill);
    } else {
        const mp half = MM(0.1);
        draw_frame(
            ink->pen,
            (struct rect){cell.x + half, cell.y + half, cell.w - 2 * half, cell.h - 2 * half},
            look.fill, look.outline, 2 * half);
    }
    mark_draw(ink->pen, mark, (struct point){cell.x + MM(1.3) + SHAPE / 2, cell.y + cell.h / 2},
              SHAPE, look.inverse);
    const enum style style = strong ? STYLE_TABLE_SEMIBOLD : STYLE_TABLE;
    if (word && cell.w > word_cell(ink, style, word, count))
        chartink_text(ink, style, look.text, ALIGN_LEFT,
                      (struct point){cell.x + MM(1.3) + SHAPE + MM(0.9),
                                     chartink_centred(style, cell.y, cell.h)},
                      word);
    draw_count(ink, cell, look.text, count);
}

/* Cells share the width by count, but none is too narrow for its shape and number. */
static void share_width(const struct ink *ink, const int counts[5], mp width, mp cells[5]) {
    int total = 0;
    mp free = width + CELL_GAP;
    for (int i = 0; i < 5; i++) {
        cells[i] = 0;
        total += counts[i];
        free -= counts[i] > 0 ? CELL_GAP : 0;
    }
    int shared = total;
    mp rest = free;
    for (bool settled = false; !settled && shared > 0;) {
        settled = true;
        for (int i = 0; i < 5; i++) {
            const mp least = least_cell(ink, counts[i]);
            if (counts[i] == 0 || cells[i] || (int64_t)rest * counts[i] / shared >= least)
                continue;
            cells[i] = least;
            rest -= least;
            shared -= counts[i];
            settled = false;
        }
    }
    for (int i = 0; i < 5; i++)
        if (counts[i] > 0 && !cells[i])
            cells[i] = (mp)((int64_t)rest * counts[i] / shared);
}

static void draw_row(const struct ink *ink, const struct chart_tally *tally,
                     const struct chart_tally_row *row, struct rect rect) {
    const enum style style = row->strong ? STYLE_TABLE_BOLD : STYLE_TABLE_GREY;
    if (row->label)
        chartink_text(ink, style, style_spec(style)->colour, ALIGN_LEFT,
                      (struct point){rect.x, chartink_centred(style, rect.y, rect.h)}, row->label);
    mp cells[5];
    share_width(ink, row->counts, rect.w - LABEL_LANE, cells);
    mp x = rect.x + LABEL_LANE;
    const mp left = x;
    for (int i = 0; i < 5; i++) {
        if (row->counts[i] == 0)
            continue;
        draw_cell(ink, (struct rect){x, rect.y, cells[i], rect.h}, order[i], row->counts[i],
                  tally->words[i], row->strong);
        x += cells[i] + CELL_GAP;
    }
    if (x == left)
        chartink_nothing(ink, (struct rect){x, rect.y, rect.w - LABEL_LANE, rect.h});
}

void charttally_draw(const struct ink *ink, const struct chart *chart, struct rect rect) {
    const struct chart_tally *tally = &chart->as.tally;
    if (tally->count == 0)
        return;
    const mp pitch = rect.h / (mp)tally->count;
    const mp height = length_min(BAR_HEIGHT, pitch);
    for (size_t i = 0; i < tally->count; i++)
        draw_row(
            ink, tally, &tally->rows[i],
            (struct rect){rect.x, rect.y + pitch * (mp)i + (pitch - height) / 2, rect.w, height});
}

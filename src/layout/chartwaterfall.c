#include "layout/chartwaterfall.h"

#include "layout/chartlabels.h"
#include "layout/chartlines.h"
#include "layout/charts.h"
#include "layout/chartscale.h"
#include "layout/style.h"
#include <assert.h>
#include <math.h>

#define COLUMNS_MOST 32u
#define COLUMN_MOST  MM(24)
#define LABEL_ROOM   MM(5.2) /* above the highest column */
#define LABEL_GAP    MM(1.1)
#define NAME_GAP     PT(9.6)
#define TWO_LINES    MM(8.4) /* a share of that height holds its figure and its word */
#define ONE_LINE     MM(4.2)

struct waterfall {
    const struct ink *ink;
    const struct chart_waterfall *chart;
    struct scale scale;
    mp left, pitch, column, floor;
    struct chartlabels *labels;
    bool small; /* labels that would touch are set smaller, and have room for two rows */
};

/* ---- which changes ---------------------------------------------------------------------------
 */

static bool before(const double *changes, size_t a, size_t b) {
    const bool loss = changes[a] < 0;
    if (loss != (changes[b] < 0))
        return loss;
    return fabs(changes[a]) > fabs(changes[b]);
}

static bool larger(const double *changes, size_t a, size_t b) {
    return fabs(changes[a]) > fabs(changes[b]);
}

/* Moves the item at `from` up to `to`; those between go one down. */
static void move_up(size_t *order, size_t from, size_t to) {
    const size_t item = order[from];
    for (; from > to; from--)
        order[from] = order[from - 1];
    order[to] = item;
}

size_t chartwaterfall_order(const double *changes, size_t count, size_t most, size_t *order) {
    for (size_t i = 0; i < count; i++)
        order[i] = i;
    size_t alone = 0;
    for (; alone < count && alone < most; alone++) {
        size_t best = alone;
        for (size_t i = alone + 1; i < count; i++)
            if (larger(changes, order[i], order[best]))
                best = i;
        if (changes[order[best]] == 0)
            break;
        move_up(order, best, alone);
    }
    for (size_t i = 1; i < alone; i++) {
        size_t to = i;
        while (to > 0 && before(changes, order[i], order[to - 1]))
            to--;
        move_up(order, i, to);
    }
    return alone;
}

/* ---- drawing ---------------------------------------------------------------------------------
 */

static mp column_x(const struct waterfall *w, size_t i) {
    return w->left + w->pitch * (mp)i + (w->pitch - w->column) / 2;
}

static struct rect column(const struct waterfall *w, size_t i, double from, double to) {
    const mp a = chartink_at(&w->scale, from);
    const mp b = chartink_at(&w->scale, to);
    return (struct rect){column_x(w, i), length_min(a, b), w->column,
                         length_max(a, b) - length_min(a, b)};
}

static enum style label_style(const struct waterfall *w, enum chart_effect effect) {
    if (w->small)
        return effect == EFFECT_GOOD ? STYLE_KEY : STYLE_CHART_VALUE;
    return effect == EFFECT_GOOD ? STYLE_BODY : STYLE_BODY_BOLD;
}

/* Above its column; one that has no room beside its neighbour, or would lie on the line of zero,
 * stands higher. */
static void draw_label(const struct waterfall *w, struct rect bar, const char *text,
                       enum chart_effect effect) {
    if (!text)
        return;
    const enum style style = label_style(w, effect);
    const mp size = style_spec(style)->size;
    const mp width = chartink_width(w->ink, style, text) + MM(0.8);
    const mp zero = chartink_at(&w->scale, 0);
    const mp left = length_max(length_min(bar.x + bar.w / 2 - width / 2,
                                          w->labels->bounds.x + w->labels->bounds.w - width),
                               w->labels->bounds.x);
    struct rect box = {left, bar.y - LABEL_GAP - size * 3 / 4, width, size * 3 / 4};
    if (box.y < zero + MM(0.2) && box.y + box.h > zero - MM(0.2))
        box.y = zero - LABEL_GAP - box.h;
    bool placed = chartlabels_take(w->labels, box);
    for (int tries = 0; tries < 3 && !placed; tries++) {
        box.y -= size;
        placed = chartlabels_take(w->labels, box);
    }
    if (placed)
        chartink_text(w->ink, style, chartink_effect_text(effect), ALIGN_CENTRE,
                      (struct point){box.x + box.w / 2, box.y + box.h}, text);
}

static void draw_connector(const struct waterfall *w, size_t i, double level) {
    const mp y = chartink_at(&w->scale, level);
    const struct point from = {column_x(w, i) + w->column, y};
    const struct point to = {column_x(w, i + 1), y};
    draw_line(w->ink->pen, from, to, PRIOR_OUTLINE, MM(0.15));
    chartlabels_block_line(w->labels, from, to);
}

/* A share's figure and, if there is room below it, its word. */
static void draw_share(const struct waterfall *w, struct rect part, const struct chart_value *value,
                       const char *word, bool solid) {
    const mp width =
        value->label ? chartink_width(w->ink, STYLE_BODY_BOLD, value->label) + MM(2) : 0;
    const mp word_width = word ? chartink_width(w->ink, STYLE_KEY, word) + MM(2) : 0;
    if (!value->label || part.h < ONE_LINE || width > part.w)
        return;
    const bool two = word && part.h >= TWO_LINES && word_width <= part.w;
    const mp wide = two ? length_max(width, word_width) : width;
    const mp high = two ? MM(7.4) : MM(4);
    const struct rect plate = {part.x + (part.w - wide) / 2, part.y + (part.h - high) / 2, wide,
                               high};
    const mp x = part.x + part.w / 2;
    if (!solid)
        draw_rect(w->ink->pen, plate, WHITE);
    chartink_text(w->ink, STYLE_BODY_BOLD, solid ? WHITE : INK, ALIGN_CENTRE,
                  (struct point){x, chartink_centred(STYLE_BODY_BOLD, plate.y, MM(4))},
                  value->label);
    if (two)
        chartink_text(w->ink, STYLE_KEY, solid ? WHITE : INK, ALIGN_CENTRE,
                      (struct point){x, plate.y + MM(6.3)}, word);
}

static bool between(double value, double a, double b) {
    return (a <= value && value <= b) || (b <= value && value <= a);
}

/* The realised share solid from zero on, the rest hatched; a realised one beyond the forecast is
 * all there is.  Returns what both cover. */
static struct rect draw_to(const struct waterfall *w, size_t i) {
    const struct chart_waterfall *chart = w->chart;
    const double done = chart->done.known ? chart->done.at : 0;
    const struct rect all = column(w, i, 0, chart->to.at);
    const struct rect solid = column(w, i, 0, done);
    const struct rect rest = column(w, i, done, chart->to.at);
    const bool inside = between(done, 0, chart->to.at);
    chartink_bar(w->ink, inside ? rest : all, SCENARIO_FORECAST);
    chartink_bar(w->ink, solid, SCENARIO_ACTUAL);
    if (inside)
        draw_share(w, rest, &chart->rest, chart->rest_word, false);
    if (chart->done.known)
        draw_share(w, solid, &chart->done, chart->done_word, true);
    const mp top = length_min(all.y, solid.y);
    return (struct rect){all.x, top, all.w, length_max(all.y + all.h, solid.y + solid.h) - top};
}

static struct rect draw_step(const struct waterfall *w, size_t i, double level) {
    const struct chart_step *step = &w->chart->steps[i - 1];
    const struct rect bar = column(w, i, level, level + step->change);
    if (bar.h > 0)
        draw_rect(w->ink->pen, bar, chartink_effect_bar(step->effect));
    else
        draw_line(w->ink->pen, (struct point){bar.x, bar.y}, (struct point){bar.x + bar.w, bar.y},
                  INK, MM(0.25));
    return bar;
}

/* The bar of a column, with the connector to the next; of an unknown total only its place. */
static struct rect draw_bar(const struct waterfall *w, size_t i, double *level) {
    const struct chart_waterfall *chart = w->chart;
    const size_t last = chart->count + 1;
    struct rect bar = column(w, i, 0, 0);
    if (i == 0) {
        *level = chart->from.known ? chart->from.at : 0;
        bar = column(w, 0, 0, *level);
        if (chart->from.known)
            chartink_bar(w->ink, bar, SCENARIO_PLAN);
    } else if (i < last) {
        bar = draw_step(w, i, *level);
        *level += chart->steps[i - 1].change;
    } else if (chart->to.known) {
        bar = draw_to(w, i);
    }
    if (i < chart->count || (i < last && chart->to.known))
        draw_connector(w, i, *level);
    return bar;
}

static const char *name_of(const struct chart_waterfall *chart, size_t i) {
    if (i == 0)
        return chart->from_name;
    return i <= chart->count ? chart->steps[i - 1].name : chart->to_name;
}

static enum style name_style(const struct chart_waterfall *chart, size_t i) {
    return i == 0 || i == chart->count + 1 ? STYLE_CHART_LABEL : STYLE_KEY;
}

/* Room below the baseline for the names. */
static mp names_height(const struct waterfall *w) {
    size_t most = 1;
    for (size_t i = 0; i < w->chart->count + 2; i++) {
        const struct chartlines lines = chartlines_break(w->ink, name_style(w->chart, i),
                                                         name_of(w->chart, i), w->pitch - MM(1));
        most = lines.count > most ? lines.count : most;
    }
    return NAME_GAP + (mp)(most - 1) * style_spec(STYLE_KEY)->leading + PT(2.4);
}

static void draw_names(const struct waterfall *w) {
    for (size_t i = 0; i < w->chart->count + 2; i++) {
        const enum style style = name_style(w->chart, i);
        const struct chartlines lines =
            chartlines_break(w->ink, style, name_of(w->chart, i), w->pitch - MM(1));
        chartlines_draw(w->ink, &lines, style, INK, ALIGN_CENTRE,
                        (struct point){column_x(w, i) + w->column / 2, w->floor + NAME_GAP});
    }
}

static const char *label_of(const struct chart_waterfall *chart, size_t i) {
    if (i == 0)
        return chart->from.label;
    return i <= chart->count ? chart->steps[i - 1].label : chart->to.label;
}

/* Labels come last: they avoid all bars and connectors. */
static void draw_columns(const struct waterfall *w) {
    const struct chart_waterfall *chart = w->chart;
    assert(chart->count + 2 <= COLUMNS_MOST);
    const size_t count = chart->count + 2;
    struct rect bars[COLUMNS_MOST];
    double level = 0;
    for (size_t i = 0; i < count; i++) {
        bars[i] = draw_bar(w, i, &level);
        chartlabels_block(w->labels, bars[i]);
    }
    for (size_t i = 0; i < count; i++)
        draw_label(w, bars[i], label_of(chart, i),
                   i > 0 && i <= chart->count ? chart->steps[i - 1].effect : EFFECT_NONE);
}

static bool too_wide(const struct waterfall *w, const char *label) {
    return label && chartink_width(w->ink, STYLE_BODY_BOLD, label) > w->pitch - MM(1.2);
}

static bool any_too_wide(const struct waterfall *w) {
    bool found = too_wide(w, w->chart->from.label) || too_wide(w, w->chart->to.label);
    for (size_t i = 0; i < w->chart->count; i++)
        found |= too_wide(w, w->chart->steps[i].label);
    return found;
}

void chartwaterfall_draw(const struct ink *ink, const struct chart *chart, struct rect rect) {
    struct chartlabels labels = {.bounds = rect};
    struct waterfall w = {.ink = ink,
                          .chart = &chart->as.waterfall,
                          .left = rect.x,
                          .pitch = rect.w / (mp)(chart->as.waterfall.count + 2),
                          .labels = &labels};
    w.column = length_min((mp)((int64_t)w.pitch * 61 / 100), COLUMN_MOST);
    w.floor = rect.y + rect.h - names_height(&w);
    w.small = any_too_wide(&w);
    const bool empty = chart_empty(chart);
    if (!empty)
        w.scale = chartscale_make(chartscale_of(chart), w.floor,
                                  rect.y + LABEL_ROOM + (w.small ? PT(9) : 0));
    const mp zero = empty ? w.floor : chartink_at(&w.scale, 0);
    if (empty)
        chartink_empty(ink, (struct rect){rect.x, rect.y, rect.w, w.floor - rect.y}, chart->empty);
    draw_line(ink->pen, (struct point){rect.x, zero}, (struct point){rect.x + rect.w, zero}, INK,
              MM(0.25));
    if (!empty)
        draw_columns(&w);
    draw_names(&w);
}

#include "report/mapcard.h"

#include "layout/style.h"
#include <string.h>

#define CARD_RULE    0xC6CFD9u
#define CARD_SHADOW  0xE2E7EDu
#define NO_STRIPE    0xC3CCD6u
#define TREND_LENGTH MM(3.5)

struct cards {
    const struct map_task *task;
    struct fontset *fonts;
    const struct map_metrics *metrics;
    struct map_layout *layout;
    struct diags *diags;
    mp small, inset;
    mp owner;  /* size of the owners, smaller if that spares one from being cut */
    int tally; /* 2: measures in words, 1: short, 0: not at all */
};

static struct map_piece *box(struct cards *c, int card, struct rect rect, mp radius,
                             uint32_t fill) {
    return maplayout_box(c->task->arena, c->layout, HOLDER_CARD, card, rect, radius, fill);
}

static void body(struct cards *c, int card) {
    const struct map_look *look = &c->layout->look;
    struct rect r = c->layout->cards[card];
    enum mark mark = c->task->model->cards.items[card].mark;
    struct rect shadow = {r.x, r.y + maplook_length(look, MM(0.5)), r.w, r.h};
    box(c, card, shadow, look->card_radius, CARD_SHADOW);
    struct map_piece *front = box(c, card, r, look->card_radius, WHITE);
    front->stroke = CARD_RULE;
    front->width = maplook_length(look, MM(0.28));
    if (c->task->model->cards.items[card].focus) {
        front->stroke = NAVY;
        front->width = maplook_length(look, MM(0.8));
    }
    struct map_piece *stripe =
        box(c, card, (struct rect){r.x, r.y, look->stripe, r.h}, look->card_radius,
            mark == MARK_GREY || mark == MARK_NONE ? NO_STRIPE : mark_colours(mark)->solid);
    stripe->left_only = true;
}

static struct map_text_style style(const struct cards *c, enum font_role role, mp size,
                                   uint32_t colour, enum map_align align, const char *kind) {
    return (struct map_text_style){role, size, colour, align, kind, c->task->model->language};
}

static void eyebrow(struct cards *c, int card) {
    const struct map_look *look = &c->layout->look;
    const struct map_card *m = &c->task->model->cards.items[card];
    struct rect r = c->layout->cards[card];
    mp left = r.x + look->stripe + look->padding, right = r.x + r.w - look->padding;
    mp baseline = r.y + c->inset + c->small * 4 / 5;
    struct map_piece *id = maptext_add(c->task->arena, c->fonts, c->layout, HOLDER_CARD, card,
                                       style(c, FONT_BOLD, c->small, NAVY, MAP_LEFT, "meta"), left,
                                       baseline, m->id, c->diags);
    mp room = right - left - id->rect.w - c->small * 7 / 10;
    bool cut = false;
    if (!m->owner || !*m->owner)
        return;
    const char *owner = maptext_shorten(c->task->arena, c->fonts, FONT_REGULAR, c->owner, m->owner,
                                        room, &cut, c->diags);
    if (!*owner)
        return;
    maptext_add(c->task->arena, c->fonts, c->layout, HOLDER_CARD, card,
                style(c, FONT_REGULAR, c->owner, GREY, MAP_RIGHT, "meta"), right, baseline, owner,
                c->diags)
        ->truncated = cut;
}

/* The largest size between the eyebrow's and the least at which no owner is cut. */
static mp owner_size(const struct cards *c) {
    const struct map_look *look = &c->layout->look;
    for (mp size = c->small; size > look->small; size -= length_max(look->title_step, 1)) {
        bool fits = true;
        for (int i = 0; i < c->task->cards && fits; i++) {
            const struct map_card *m = &c->task->model->cards.items[i];
            mp room = mapplan_text_width(look, c->layout->cards[i].w) - c->small * 7 / 10 -
                      shape_measure(c->fonts, FONT_BOLD, c->small, m->id, c->diags);
            fits = !m->owner ||
                   shape_measure(c->fonts, FONT_REGULAR, size, m->owner, c->diags) <= room;
        }
        if (fits)
            return size;
    }
    return look->small;
}

static void title(struct cards *c, int card) {
    const struct map_look *look = &c->layout->look;
    struct rect r = c->layout->cards[card];
    mp size = (mp)((int64_t)c->layout->title_size * c->metrics->percent[card] / 100);
    struct map_lines lines = maptext_lines(c->task->arena, c->fonts, &c->task->titles[card], size,
                                           mapplan_text_width(look, r.w));
    mp y = r.y + c->inset + mapplan_eyebrow(look, c->layout->title_size) + size * 9 / 10;
    for (size_t i = 0; i < lines.count; i++)
        maptext_add(c->task->arena, c->fonts, c->layout, HOLDER_CARD, card,
                    style(c, FONT_SEMIBOLD, size, INK, MAP_LEFT, "title"),
                    r.x + look->stripe + look->padding, y + (mp)i * (size * 12 / 10),
                    lines.lines[i], c->diags)
            ->whole = c->task->titles[card].text;
}

static mp pill_width(const struct cards *c, const struct map_card *m) {
    return c->small * 19 / 10 +
           shape_measure(c->fonts, FONT_SEMIBOLD, c->small, m->score_text, c->diags);
}

static mp trend_width(const struct cards *c, const struct map_card *m) {
    if (m->trend == TREND_NONE)
        return 0;
    return maplook_length(&c->layout->look, TREND_LENGTH) * 12 / 10 + c->small / 2;
}

/* The status in a tinted pill; ringed if it has changed. Returns its right end. */
static mp pill(struct cards *c, int card, mp left, mp top, mp height) {
    const struct map_look *look = &c->layout->look;
    const struct map_card *m = &c->task->model->cards.items[card];
    const struct mark_colours *colours = mark_colours(m->mark);
    struct rect r = {left, top, pill_width(c, m), height};
    struct map_piece *tint = box(c, card, r, height / 2, colours->tint);
    if (m->changed) {
        tint->stroke = NAVY;
        tint->width = maplook_length(look, MM(0.4));
    }
    struct map_piece *mark = box(c, card, r, 0, COLOUR_NONE);
    mark->kind = PIECE_MARK;
    mark->mark = m->mark;
    mark->rect =
        (struct rect){left + c->small * 3 / 8, top + (height - c->small) / 2 + c->small / 20,
                      c->small * 9 / 10, c->small * 9 / 10};
    maptext_add(c->task->arena, c->fonts, c->layout, HOLDER_CARD, card,
                style(c, FONT_SEMIBOLD, c->small, colours->text, MAP_LEFT, "meta"),
                left + c->small * 15 / 10, top + height / 2 + c->small * 35 / 100, m->score_text,
                c->diags);
    return left + r.w;
}

static const char *tally_of(const struct map_card *m, int level) {
    const char *text = level == 2 ? m->measures_text : level == 1 ? m->measures_short : NULL;
    return text && *text ? text : NULL;
}

static void bottom(struct cards *c, int card) {
    const struct map_look *look = &c->layout->look;
    const struct map_card *m = &c->task->model->cards.items[card];
    struct rect r = c->layout->cards[card];
    mp height = c->small * 15 / 10, top = r.y + r.h - c->inset * 9 / 10 - height;
    mp end = pill(c, card, r.x + look->stripe + look->padding - c->small / 4, top, height);
    if (m->trend != TREND_NONE) {
        struct map_piece *trend = box(c, card, r, 0, COLOUR_NONE);
        mp width = maplook_length(look, TREND_LENGTH);
        trend->kind = PIECE_TREND;
        trend->trend = m->trend;
        trend->fill = INK;
        trend->percent = (int)((int64_t)look->thousandths * TREND_LENGTH / MM(27));
        trend->rect = (struct rect){end + c->small * 4 / 10, top, width, height};
    }
    const char *tally = tally_of(m, c->tally);
    if (look->compact) {
        maptext_add(c->task->arena, c->fonts, c->layout, HOLDER_CARD, card,
                    style(c, FONT_BOLD, c->small, NAVY, MAP_RIGHT, "meta"),
                    r.x + r.w - look->padding, top + height / 2 + c->small * 35 / 100, m->id,
                    c->diags);
        return;
    }
    if (tally)
        maptext_add(c->task->arena, c->fonts, c->layout, HOLDER_CARD, card,
                    style(c, FONT_REGULAR, c->small, GREY, MAP_RIGHT, "meta"),
                    r.x + r.w - look->padding, top + height / 2 + c->small * 35 / 100, tally,
                    c->diags);
}

/* The fullest tally that fits into every card. */
static int tally_level(const struct cards *c) {
    for (int level = 2; level > 0; level--) {
        bool fits = true;
        for (int i = 0; i < c->task->cards && fits; i++) {
            const struct map_card *m = &c->task->model->cards.items[i];
            const char *text = tally_of(m, level);
            mp room = mapplan_text_width(&c->layout->look, c->layout->cards[i].w) -
                      pill_width(c, m) - trend_width(c, m) - c->small / 2;
            fits = !text || shape_measure(c->fonts, FONT_REGULAR, c->small, text, c->diags) <= room;
        }
        if (fits)
            return level;
    }
    return 0;
}

void mapcard_fill(const struct map_task *task, struct fontset *fonts,
                  const struct map_metrics *metrics, struct map_layout *layout,
                  struct diags *diags) {
    struct cards c = {task, fonts, metrics, layout, diags, 0, 0, 0, 0};
    c.small = mapplan_small_size(&layout->look, layout->title_size);
    c.inset = mapplan_inset(&layout->look, layout->title_size);
    c.owner = owner_size(&c);
    c.tally = tally_level(&c);
    for (int i = 0; i < task->cards; i++) {
        body(&c, i);
        if (!layout->look.compact)
            eyebrow(&c, i);
        title(&c, i);
        bottom(&c, i);
    }
}

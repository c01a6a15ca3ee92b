#include "report/mapcaption.h"

#include "layout/document.h"
#include "layout/style.h"
#include "report/mapstroke.h"
#include <string.h>

/* A row of marks, samples and words, growing to the right. */
struct caption {
    const struct map_frame *frame;
    enum map_holder holder;
    mp x, baseline, size, gap;
};

static struct map_piece *piece(const struct caption *c, enum map_piece_kind kind,
                               struct rect rect) {
    struct map_piece *p = vec_add(c->frame->task->arena, &c->frame->layout->pieces);
    *p = (struct map_piece){.kind = kind,
                            .holder = c->holder,
                            .rect = rect,
                            .fill = COLOUR_NONE,
                            .stroke = COLOUR_NONE};
    return p;
}

static mp text_at(const struct caption *c, enum font_role role, mp size, uint32_t colour,
                  enum map_align align, mp x, mp baseline, const char *text) {
    const struct map_frame *f = c->frame;
    struct map_text_style style = {role, size, colour, align, "note", f->task->model->language};
    struct map_piece *p = maptext_add(f->task->arena, f->fonts, f->layout, c->holder, 0, style, x,
                                      baseline, text, f->diags);
    return p->rect.x + p->rect.w;
}

static void word(struct caption *c, const char *text) {
    c->x = text_at(c, FONT_REGULAR, c->size, GREY, MAP_LEFT, c->x + c->size * 5 / 10, c->baseline,
                   text) +
           c->gap;
}

static void mark(struct caption *c, enum mark kind) {
    mp d = c->size;
    struct map_piece *p =
        piece(c, PIECE_MARK, (struct rect){c->x, c->baseline - d * 85 / 100, d, d});
    p->mark = kind;
    c->x += d;
}

static void arrow(struct caption *c, enum trend_mark kind) {
    const struct map_look *look = &c->frame->layout->look;
    mp width = maplook_length(look, MM(3)), height = c->size;
    struct map_piece *p =
        piece(c, PIECE_TREND, (struct rect){c->x, c->baseline - height * 85 / 100, width, height});
    p->trend = kind;
    p->fill = INK;
    p->percent = look->thousandths / 9;
    c->x += width;
}

/* Goes on in the next line if a sample with its word would not fit into this one. */
static void make_room(struct caption *c, const char *text) {
    const struct map_frame *f = c->frame;
    const struct map_look *look = &f->layout->look;
    mp need = maplook_length(look, MM(6.2)) + c->size / 2 +
              shape_measure(f->fonts, FONT_REGULAR, c->size, text, f->diags);
    if (!f->framed || c->x + need <= look->page.w - look->margin)
        return;
    c->x = look->margin;
    c->baseline += c->size * 14 / 10;
}

static void line(struct caption *c, mp width, struct map_stroke stroke) {
    const struct map_look *look = &c->frame->layout->look;
    mp length = maplook_length(look, MM(6.2)), middle = c->baseline - c->size * 35 / 100;
    struct map_piece *p =
        piece(c, PIECE_STROKE, (struct rect){c->x, middle - width / 2, length, width});
    p->stroke = stroke.colour;
    p->width = width;
    p->dash_on = maplook_length(look, stroke.dash_on);
    p->dash_off = maplook_length(look, stroke.dash_off);
    c->x += length;
}

/* A line with its arrow. */
static void arrow_line(struct caption *c, enum map_head head) {
    const struct map_look *look = &c->frame->layout->look;
    line(c, maplook_stroke(look, STRENGTH_MEDIUM), mapstroke_of(LOOK_CAUSE, false));
    mp middle = c->baseline - c->size * 35 / 100;
    struct map_piece *p =
        piece(c, PIECE_HEAD,
              (struct rect){c->x - look->arrow_length / 2, middle - look->arrow_width / 2,
                            look->arrow_length, look->arrow_width});
    p->stroke = MAPSTROKE_LINK;
    p->width = look->thousandths;
    p->percent = (int)head;
    c->x += look->arrow_length / 2;
}

static void sample_box(struct caption *c, mp width, mp height, uint32_t fill, uint32_t stroke,
                       mp weight) {
    struct rect rect = {c->x, c->baseline - c->size * 35 / 100 - height / 2, width, height};
    struct map_piece *p = piece(c, PIECE_BOX, rect);
    p->radius = height / 2;
    p->fill = fill;
    p->stroke = stroke;
    p->width = weight;
    c->x += width;
}

/* ---- title block ---------------------------------------------------------------------------- */

static const enum mark marks[5] = {MARK_EXCEEDS, MARK_GREEN, MARK_AMBER, MARK_RED, MARK_GREY};
static const char *const mark_names[5] = {"exceeds", "green", "amber", "red", "no-data"};

static const char *number(const struct map_frame *f, int n) {
    return arena_printf(f->task->arena, "%d", n);
}

static const char *count_text(const struct map_frame *f, int i) {
    const char *key = arena_printf(f->task->arena, "map.count.%s", mark_names[i]);
    return words_fill(f->task->arena, f->words, key, number(f, f->task->model->counts[i]), NULL);
}

static void counts(const struct map_frame *f, mp right, mp baseline) {
    struct caption c = {f, HOLDER_PAGE, 0, baseline, maplook_size(&f->layout->look, PT(9)), 0};
    c.gap = c.size * 13 / 10;
    mp width = -c.gap;
    for (int i = 0; i < 5; i++)
        if (f->task->model->counts[i] > 0)
            width += c.size * 15 / 10 + c.gap +
                     shape_measure(f->fonts, FONT_REGULAR, c.size, count_text(f, i), f->diags);
    c.x = right - width;
    for (int i = 0; i < 5; i++) {
        if (f->task->model->counts[i] == 0)
            continue;
        mark(&c, marks[i]);
        c.x = text_at(&c, FONT_REGULAR, c.size, INK, MAP_LEFT, c.x + c.size / 2, c.baseline,
                      count_text(f, i)) +
              c.gap;
    }
}

/* The organization's mark at the right end; gives where the words may reach. */
static mp logo(const struct map_frame *f, mp right, mp top) {
    const struct map_look *look = &f->layout->look;
    if (!f->layout->logo)
        return right;
    struct rect box = document_fitted(f->layout->logo, maplook_length(look, MM(44)),
                                      maplook_length(look, MM(14)));
    box.x = right - box.w;
    box.y = top;
    f->layout->logo_box = box;
    return box.x - maplook_length(look, MM(5));
}

void mapcaption_title(const struct map_frame *f) {
    const struct map_look *look = &f->layout->look;
    const struct map_model *model = f->task->model;
    const mp left = look->margin;
    mp top = left;
    mp right = logo(f, look->page.w - look->margin, top);
    struct caption c = {f, HOLDER_PAGE, 0, 0, 0, 0};
    bool mission = model->mission && *model->mission;
    struct map_piece *bar = piece(&c, PIECE_BOX,
                                  (struct rect){left, top, maplook_length(look, MM(1.6)),
                                                maplook_length(look, mission ? MM(15) : MM(9))});
    bar->fill = NAVY;
    mp x = left + maplook_length(look, MM(4.6)), room = (right - x) * 7 / 10;
    mp size = maplook_size(look, PT(21));
    while (size > look->small &&
           shape_measure(f->fonts, FONT_HEAVY, size, model->title, f->diags) > room)
        size = size * 19 / 20;
    bool cut;
    text_at(&c, FONT_HEAVY, size, INK, MAP_LEFT, x, top + maplook_length(look, MM(6.9)),
            maptext_shorten(f->task->arena, f->fonts, FONT_HEAVY, size, model->title, room, &cut,
                            f->diags));
    mp small = maplook_size(look, PT(11.5));
    if (mission)
        text_at(&c, FONT_REGULAR, small, GREY, MAP_LEFT, x, top + maplook_length(look, MM(13.6)),
                maptext_shorten(f->task->arena, f->fonts, FONT_REGULAR, small, model->mission, room,
                                &cut, f->diags));
    if (model->period)
        text_at(&c, FONT_SEMIBOLD, maplook_size(look, PT(11)), NAVY, MAP_RIGHT, right,
                top + maplook_length(look, MM(5)), model->period);
    counts(f, right, top + maplook_length(look, MM(13.6)));
}

/* ---- legend --------------------------------------------------------------------------------- */

static void legend_marks(struct caption *c) {
    const struct map_frame *f = c->frame;
    for (int i = 0; i < 5; i++) {
        /* Objectives never exceed by rule; the star is explained only where it stands. */
        if (i == 0 && f->task->model->counts[0] == 0)
            continue;
        const char *text =
            words_text(f->words, arena_printf(f->task->arena, "status.%s", mark_names[i]));
        make_room(c, text);
        mark(c, marks[i]);
        word(c, text);
    }
}

static void legend_trends(struct caption *c) {
    static const enum trend_mark trends[3] = {TREND_IMPROVING, TREND_STEADY, TREND_WORSENING};
    static const char *const names[3] = {"goodness.improving", "goodness.steady",
                                         "goodness.worsening"};
    for (int i = 0; i < 3; i++) {
        make_room(c, words_text(c->frame->words, names[i]));
        arrow(c, trends[i]);
        word(c, words_text(c->frame->words, names[i]));
    }
}

static bool any_link(const struct map_model *model, bool negative) {
    for (size_t i = 0; i < model->links.count; i++)
        if (negative ? model->links.items[i].negative : model->links.items[i].lag_text != NULL)
            return true;
    return false;
}

static bool any_look(const struct map_model *model, enum map_link_look look) {
    for (size_t i = 0; i < model->links.count; i++)
        if (model->links.items[i].look == look)
            return true;
    return false;
}

static void legend_strengths(struct caption *c) {
    static const char *const names[3] = {"map.legend.weak", "map.legend.medium",
                                         "map.legend.strong"};
    const struct map_frame *f = c->frame;
    const struct map_look *look = &f->layout->look;
    if (!any_look(f->task->model, LOOK_CAUSE))
        return;
    for (int i = 0; i < 3; i++) {
        make_room(c, words_text(f->words, names[i]));
        line(c, maplook_stroke(look, (enum strength)i), mapstroke_of(LOOK_CAUSE, false));
        word(c, words_text(f->words, names[i]));
    }
    if (any_link(f->task->model, true)) {
        make_room(c, words_text(f->words, "map.legend.negative"));
        line(c, maplook_stroke(look, STRENGTH_MEDIUM), mapstroke_of(LOOK_CAUSE, true));
        word(c, words_text(f->words, "map.legend.negative"));
    }
}

/* What lines tell in a view: only those that are there. */
static void legend_looks(struct caption *c) {
    static const struct {
        const char *key;
        enum strength strength;
    } looks[] = {[LOOK_CAUSE] = {NULL, STRENGTH_MEDIUM},
                 [LOOK_SHOWN] = {"map.evidence.shown", STRENGTH_MEDIUM},
                 [LOOK_AGAINST] = {"map.evidence.against", STRENGTH_MEDIUM},
                 [LOOK_NOT_SHOWN] = {"map.evidence.not-shown", STRENGTH_MEDIUM},
                 [LOOK_UNKNOWN] = {"map.evidence.unknown", STRENGTH_MEDIUM},
                 [LOOK_SAME] = {"map.support.identical", STRENGTH_STRONG},
                 [LOOK_CONTRIBUTES] = {"map.support.contributory", STRENGTH_MEDIUM},
                 [LOOK_SHARED] = {"map.support.shared", STRENGTH_WEAK}};
    for (int i = LOOK_SHOWN; i <= LOOK_SHARED; i++) {
        if (!any_look(c->frame->task->model, (enum map_link_look)i))
            continue;
        const char *text = words_text(c->frame->words, looks[i].key);
        make_room(c, text);
        line(c, maplook_stroke(&c->frame->layout->look, looks[i].strength),
             mapstroke_of((enum map_link_look)i, false));
        word(c, text);
    }
}

/* What arrows tell of the evidence on a map whose lines tell something else. */
static void legend_heads(struct caption *c) {
    static const char *const keys[HEAD_COUNT] = {[HEAD_SOLID] = "map.evidence.shown",
                                                 [HEAD_HALF] = "map.evidence.some",
                                                 [HEAD_HOLLOW] = "map.evidence.not-shown"};
    const struct map_frame *f = c->frame;
    bool there[HEAD_COUNT] = {false}, against = false;
    for (int i = 0; i < f->task->links && f->layout->heads; i++) {
        const struct map_way *way = &f->layout->ways[i];
        there[way->head] = there[way->head] || way->look == LOOK_CAUSE;
        against = against || way->badge.w > 0;
    }
    for (int i = 0; i < HEAD_COUNT; i++) {
        if (!there[i])
            continue;
        make_room(c, words_text(f->words, keys[i]));
        arrow_line(c, (enum map_head)i);
        word(c, words_text(f->words, keys[i]));
    }
    if (!against)
        return;
    make_room(c, words_text(f->words, "map.evidence.against"));
    mp width = f->layout->look.chip_height, x = c->x + width / 2;
    sample_box(c, width, width, WHITE, MAPSTROKE_NEGATIVE,
               maplook_length(&f->layout->look, MM(0.3)));
    struct map_text_style style = {
        FONT_BOLD, f->layout->look.chip_text, MAPSTROKE_NEGATIVE, MAP_CENTRE,
        "note",    f->task->model->language};
    maptext_add(f->task->arena, f->fonts, f->layout, c->holder, 0, style, x, c->baseline, "\u00d7",
                f->diags);
    word(c, words_text(f->words, "map.evidence.against"));
}

static void legend_lags(struct caption *c) {
    const struct map_frame *f = c->frame;
    const struct map_look *look = &f->layout->look;
    if (!any_link(f->task->model, false))
        return;
    const char *sample = words_text(f->words, "map.legend.lag.sample");
    mp text = shape_measure(f->fonts, FONT_SEMIBOLD, look->chip_text, sample, f->diags);
    make_room(c, words_text(f->words, "map.legend.lag"));
    mp x = c->x + look->chip_pad;
    sample_box(c, text + 2 * look->chip_pad, look->chip_height, WHITE, MAPSTROKE_LINK,
               maplook_length(look, MM(0.2)));
    text_at(c, FONT_SEMIBOLD, look->chip_text, INK, MAP_LEFT, x, c->baseline, sample);
    word(c, words_text(f->words, "map.legend.lag"));
}

static void legend_changed(struct caption *c) {
    const struct map_model *model = c->frame->task->model;
    bool any = false;
    for (size_t i = 0; i < model->cards.count; i++)
        any = any || model->cards.items[i].changed;
    if (!any)
        return;
    make_room(c, words_text(c->frame->words, "map.legend.changed"));
    sample_box(c, c->size * 2, c->size * 12 / 10, COLOUR_NONE, NAVY,
               maplook_length(&c->frame->layout->look, MM(0.4)));
    word(c, words_text(c->frame->words, "map.legend.changed"));
}

/* "Confidential · As of 30 Sep 2025 · Office of Strategy · v2.0 · source 51c0e8d2aa" */
static const char *imprint(const struct map_frame *f) {
    const struct map_model *model = f->task->model;
    const char *parts[] = {
        model->classification,
        model->as_of ? words_fill(f->task->arena, f->words, "map.as-of", model->as_of, NULL) : NULL,
        model->owner, model->version,
        model->source ? words_fill(f->task->arena, f->words, "frame.source",
                                   arena_strndup(f->task->arena, model->source, 10), NULL)
                      : NULL};
    const char *text = "";
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (parts[i] && *parts[i])
            text = *text ? arena_printf(f->task->arena, "%s \u00b7 %s", text, parts[i]) : parts[i];
    return text;
}

static void legend_rows(struct caption *c) {
    const struct map_frame *f = c->frame;
    legend_marks(c);
    legend_trends(c);
    legend_strengths(c);
    legend_looks(c);
    legend_lags(c);
    legend_heads(c);
    legend_changed(c);
    if (!f->task->model->scores_of_100)
        return;
    make_room(c, words_text(f->words, "map.legend.score"));
    word(c, words_text(f->words, "map.legend.score"));
}

/* Room for the legend in its line: closer together where the language has longer words; without a
 * frame, where there is one line only, then in smaller print. */
static void legend_fitted(struct caption *c) {
    const struct map_frame *f = c->frame;
    const struct caption start = *c;
    const size_t before = f->layout->pieces.count;
    const mp room = f->layout->look.page.w - 2 * f->layout->look.margin;
    for (int tenths = 10; tenths >= 6; tenths--) {
        f->layout->pieces.count = before;
        *c = start;
        c->gap = start.gap / 10 * tenths;
        legend_rows(c);
        if (c->baseline == start.baseline && c->x - c->gap - start.x <= room)
            return;
    }
    const mp used = c->x - c->gap - start.x;
    f->layout->pieces.count = before;
    *c = start;
    if (!f->framed) {
        c->size = (mp)((int64_t)start.size * room / used * 94 / 100); /* arrows keep their size */
        c->gap = (mp)((int64_t)start.gap * 6 / 10 * room / used * 94 / 100);
    }
    legend_rows(c);
}

void mapcaption_legend(const struct map_frame *f) {
    const struct map_look *look = &f->layout->look;
    mp rule =
        f->framed ? look->page.h - maplook_length(look, MM(15)) : look->drawing.y + look->drawing.h;
    struct caption c = {
        f, HOLDER_LEGEND, look->margin, rule + maplook_length(look, MM(5.4)), look->small, 0};
    c.gap = maplook_length(look, MM(3.6));
    if (f->framed) {
        struct map_piece *p =
            piece(&c, PIECE_STROKE, (struct rect){look->margin, rule, look->drawing.w, 0});
        p->stroke = FOOTER_RULE;
        p->width = maplook_length(look, MM(0.2));
    }
    legend_fitted(&c);
    if (!f->framed)
        return;
    bool cut;
    const char *text = maptext_shorten(f->task->arena, f->fonts, FONT_REGULAR, c.size, imprint(f),
                                       look->drawing.w, &cut, f->diags);
    struct caption end = c;
    end.holder = HOLDER_FOOTER;
    mp right = look->page.w - look->margin;
    mp width = shape_measure(f->fonts, FONT_REGULAR, c.size, text, f->diags);
    if (right - width < c.x)
        end.baseline += c.size * 14 / 10;
    if (*text)
        text_at(&end, FONT_REGULAR, c.size, GREY, MAP_RIGHT, right, end.baseline, text);
}

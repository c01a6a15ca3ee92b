#include "report/mapframe.h"

#include "base/colour.h"
#include "layout/style.h"
#include "report/mapheader.h"
#include <string.h>

#define HEADER_FILL   0xDCE5EFu
#define COLUMN_TINT   0xE7ECF1u
#define QUESTION_TEXT 0xE8EEF5u
enum { RAMP_LIGHT = 5 }; /* from here on only white is readable on the ramp */

static struct map_piece *box(const struct map_frame *f, enum map_holder holder, int index,
                             struct rect rect, mp radius, uint32_t fill) {
    return maplayout_box(f->task->arena, f->layout, holder, index, rect, radius, fill);
}

/* ---- bands ---------------------------------------------------------------------------------- */

struct label {
    struct map_lines name, question;
    mp name_size, question_size, height;
};

static struct map_lines wrapped(const struct map_frame *f, enum font_role role, const char *text,
                                mp size, mp width) {
    const char *language = f->task->model->language;
    struct map_words words =
        maptext_words(f->task->arena, f->fonts, role, text, language, f->diags);
    return maptext_lines(f->task->arena, f->fonts, &words, size, width);
}

static struct label label_at(const struct map_frame *f, const struct map_band *band, mp name_size,
                             mp width, bool with_question) {
    struct label label = {.name_size = name_size};
    label.question_size = f->layout->look.small;
    label.name = wrapped(f, FONT_BOLD, band->name, name_size, width);
    label.height = (mp)label.name.count * (name_size * 12 / 10);
    if (with_question && band->question && *band->question) {
        label.question = wrapped(f, FONT_REGULAR, band->question, label.question_size, width);
        label.height += label.question_size * 7 / 10 +
                        (mp)label.question.count * (label.question_size * 13 / 10);
    }
    return label;
}

/* A name of one word, as those of scripts without spaces, reads best in one line. */
static bool divided(const struct map_band *band, const struct label *label) {
    return label->name.count > 1 && !strchr(band->name, ' ');
}

/* The largest label that fits the band's height. */
static struct label fitting(const struct map_frame *f, const struct map_band *band, mp width,
                            mp height, bool question) {
    mp size = maplook_size(&f->layout->look, PT(10.5));
    struct label label = label_at(f, band, size, width, question);
    const mp least = size * 85 / 100;
    while (divided(band, &label) && size * 97 / 100 >= least) {
        size = size * 97 / 100;
        label = label_at(f, band, size, width, question);
    }
    if (question)
        return label;
    while ((label.height > height || label.name.broken) && size > f->layout->look.small * 2 / 3) {
        size = size * 9 / 10;
        label = label_at(f, band, size, width, false);
    }
    return label;
}

static mp label_inset(const struct map_frame *f) {
    return maplook_length(&f->layout->look, MM(3.4));
}

/* Questions stand in all bands or in none. */
static bool questions_fit(const struct map_frame *f) {
    mp inset = label_inset(f), size = maplook_size(&f->layout->look, PT(10.5));
    if (f->layout->look.compact)
        return false;
    for (int band = 0; band < f->task->bands; band++) {
        mp height = f->metrics->band_bottom[band] - f->metrics->band_top[band];
        if (height <= 0)
            continue;
        struct label label = label_at(f, &f->task->model->bands.items[band], size,
                                      f->layout->look.label_width - inset * 3 / 2, true);
        if (label.height > height - inset || label.name.broken)
            return false;
    }
    return true;
}

/* On a dark ground a colour chosen for paper would turn light under its white name. */
static uint32_t own_colour(const struct map_frame *f, int band) {
    return f->layout->dark ? 0 : f->task->model->bands.items[band].colour;
}

static void label_text(const struct map_frame *f, int band, struct rect r, bool question) {
    mp inset = label_inset(f);
    const struct map_band *b = &f->task->model->bands.items[band];
    struct label label = fitting(f, b, r.w - inset * 3 / 2, r.h - inset, question);
    const uint32_t own = own_colour(f, band), words = own ? colour_words_on(own) : WHITE;
    struct map_text_style style = {FONT_BOLD, label.name_size, words,
                                   MAP_LEFT,  "band",          f->task->model->language};
    mp y = r.y + (r.h - label.height) / 2;
    for (size_t i = 0; i < label.name.count; i++, y += label.name_size * 12 / 10)
        maptext_add(f->task->arena, f->fonts, f->layout, HOLDER_BAND, band, style, r.x + inset,
                    y + label.name_size * 92 / 100, label.name.lines[i], f->diags)
            ->whole = b->name;
    style.role = FONT_REGULAR;
    style.size = label.question_size;
    style.colour = own || band >= RAMP_LIGHT ? words : QUESTION_TEXT;
    y += label.question_size * 7 / 10;
    for (size_t i = 0; i < label.question.count; i++, y += label.question_size * 13 / 10)
        maptext_add(f->task->arena, f->fonts, f->layout, HOLDER_BAND, band, style, r.x + inset,
                    y + label.question_size * 95 / 100, label.question.lines[i], f->diags)
            ->whole = b->question;
}

void mapframe_bands(const struct map_frame *f) {
    const struct map_look *look = &f->layout->look;
    f->layout->bands =
        arena_array(f->task->arena, (size_t)f->task->bands + 1, sizeof *f->layout->bands);
    bool question = questions_fit(f);
    for (int band = 0; band < f->task->bands; band++) {
        mp top = f->metrics->band_top[band], bottom = f->metrics->band_bottom[band];
        struct rect r = {look->drawing.x, top, look->drawing.w, bottom - top};
        f->layout->bands[band] = r;
        if (r.h <= 0)
            continue;
        box(f, HOLDER_BAND, band, r, look->band_radius, PANEL);
        struct rect label = {r.x, r.y, look->label_width, r.h};
        const uint32_t fill = own_colour(f, band) ? own_colour(f, band) : style_ramp(band);
        box(f, HOLDER_BAND, band, label, look->band_radius, fill)->left_only = true;
        /* A plain rectangle inside tells readers of the SVG what its text stands on. */
        mp inset = maplook_length(look, MM(0.6));
        box(f, HOLDER_BAND, band,
            (struct rect){label.x + inset, label.y + inset, label.w - 2 * inset,
                          length_max(0, label.h - 2 * inset)},
            0, fill);
        label_text(f, band, label, question);
    }
}

/* ---- themes --------------------------------------------------------------------------------- */

static void header(const struct map_frame *f, int theme, struct rect r) {
    const struct map_look *look = &f->layout->look;
    box(f, HOLDER_THEME, theme, r, maplook_length(look, MM(1.4)), HEADER_FILL);
    struct rect stretch = mapheader_free(f->route, f->metrics->header_row, r);
    mp inset = maplook_length(look, MM(1.6)), size = maplook_size(look, PT(10));
    const char *name = f->task->model->themes.items[theme].name;
    while (size > look->small &&
           shape_measure(f->fonts, FONT_SEMIBOLD, size, name, f->diags) > stretch.w - 2 * inset)
        size -= look->title_step;
    bool cut = false;
    name = maptext_shorten(f->task->arena, f->fonts, FONT_SEMIBOLD, size, name,
                           stretch.w - 2 * inset, &cut, f->diags);
    struct map_text_style style = {FONT_SEMIBOLD, size,    NAVY,
                                   MAP_CENTRE,    "theme", f->task->model->language};
    if (*name)
        maptext_add(f->task->arena, f->fonts, f->layout, HOLDER_THEME, theme, style,
                    stretch.x + stretch.w / 2, r.y + r.h / 2 + size * 35 / 100, name, f->diags)
            ->truncated = cut;
}

/* Top and bottom of a column's tint in a band; false if the band has no themed row. */
static bool tint_range(const struct map_frame *f, int band, mp *top, mp *bottom) {
    const struct map_plan *plan = f->route->plan;
    const struct map_metrics *m = f->metrics;
    mp inset = maplook_length(&f->layout->look, MM(2.2));
    int first = plan->first[band], last = plan->last[band];
    while (first <= last && plan->rows[first].free)
        first++;
    while (last >= first && plan->rows[last].free)
        last--;
    if (first > last)
        return false;
    bool below_free = first > plan->first[band], above_free = last < plan->last[band];
    bool head = first == 0 || plan->rows[first - 1].free || first == m->header_row;
    bool foot = last + 1 < plan->row_count && plan->rows[last + 1].free;
    *top = below_free ? m->row_y[first] - inset : m->band_top[band] + (head ? inset / 2 : 0);
    if (first == m->header_row)
        *top = m->header_y;
    mp end = m->row_y[last] + m->row_height[last] + inset;
    *bottom = above_free || foot ? length_min(end, m->band_bottom[band]) : m->band_bottom[band];
    return true;
}

void mapframe_themes(const struct map_frame *f) {
    const struct map_look *look = &f->layout->look;
    const struct map_model *model = f->task->model;
    f->layout->themes =
        arena_array(f->task->arena, model->themes.count + 1, sizeof *f->layout->themes);
    for (int column = 0; column < f->task->columns; column++) {
        struct rect r = mapheader_box(f->route, column);
        int theme = f->task->column_theme[column];
        for (int band = 0; band < f->task->bands; band++) {
            mp top, bottom;
            if (tint_range(f, band, &top, &bottom))
                box(f, HOLDER_THEME, theme, (struct rect){r.x, top, r.w, bottom - top},
                    maplook_length(look, MM(1.4)), COLUMN_TINT);
        }
        r.y = f->metrics->header_y;
        f->layout->themes[theme] = r;
        header(f, theme, r);
    }
}

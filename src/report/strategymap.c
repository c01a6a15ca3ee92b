#include "report/strategymap.h"

#include "layout/fitpage.h"
#include "layout/mirror.h"
#include "layout/style.h"
#include "report/mapcaption.h"
#include "report/mapcard.h"
#include "report/mapdraw.h"
#include "report/mapframe.h"
#include "report/mapjson.h"
#include "report/mapmodel.h"
#include "report/mappath.h"
#include "report/mappin.h"
#include "report/mapsearch.h"
#include "report/mapstay.h"
#include "report/mapstroke.h"
#include "report/mapturn.h"

static void place_cards(const struct map_task *task, const struct route *route,
                        const struct map_metrics *metrics, struct map_layout *layout) {
    layout->cards = arena_array(task->arena, (size_t)task->cards + 1, sizeof *layout->cards);
    for (int i = 0; i < task->cards; i++) {
        int row = route->row[i];
        layout->cards[i] =
            (struct rect){route->x[i], metrics->row_y[row], route->w[i], metrics->row_height[row]};
    }
}

static void place_chips(const struct map_task *task, struct fontset *fonts,
                        struct map_layout *layout, struct diags *diags) {
    for (int i = 0; i < task->links; i++) {
        const struct map_way *way = &layout->ways[i];
        const struct map_link *link = &task->model->links.items[i];
        if (way->chip.w == 0)
            continue;
        struct map_piece *box =
            maplayout_box(task->arena, layout, HOLDER_LINK, i, way->chip, way->chip.h / 2, WHITE);
        box->stroke = mapstroke_of(link->look, link->negative).colour;
        box->width = maplook_length(task->look, MM(0.2));
        struct map_text_style style = {FONT_SEMIBOLD,
                                       task->look->chip_text,
                                       link->negative ? MAPSTROKE_NEGATIVE : INK,
                                       MAP_CENTRE,
                                       "chip",
                                       task->model->language};
        maptext_add(task->arena, fonts, layout, HOLDER_LINK, i, style,
                    way->chip.x + way->chip.w / 2,
                    way->chip.y + way->chip.h / 2 + task->look->chip_text * 36 / 100,
                    link->chip_text, diags);
    }
}

/* A link that figures speak against says so itself, because its arrow may be shared. */
static void place_badges(const struct map_task *task, struct fontset *fonts,
                         struct map_layout *layout, struct diags *diags) {
    const struct map_look *look = task->look;
    mp size = look->chip_height * 8 / 10;
    for (int i = 0; i < task->links && layout->heads; i++) {
        struct map_way *way = &layout->ways[i];
        if (task->model->links.items[i].verdict != FOUND_CONTRADICTED || way->look != LOOK_CAUSE)
            continue;
        struct point a = way->points[0], b = way->points[1];
        mp lift = look->chip_lift / 2 + size / 2;
        struct point at = a.x == b.x ? (struct point){a.x, a.y + (b.y > a.y ? lift : -lift)}
                                     : (struct point){a.x + (b.x > a.x ? lift : -lift), a.y};
        if (way->chip.w > 0)
            at = (struct point){way->chip.x, way->chip.y + way->chip.h / 2};
        way->badge = (struct rect){at.x - size / 2, at.y - size / 2, size, size};
        struct map_piece *box =
            maplayout_box(task->arena, layout, HOLDER_LINK, i, way->badge, size / 2, WHITE);
        box->stroke = MAPSTROKE_NEGATIVE;
        box->width = maplook_length(look, MM(0.3));
        struct map_text_style style = {FONT_BOLD,  look->chip_text, MAPSTROKE_NEGATIVE,
                                       MAP_CENTRE, "chip",          task->model->language};
        maptext_add(task->arena, fonts, layout, HOLDER_LINK, i, style, at.x,
                    at.y + look->chip_text * 36 / 100, "\u00d7", diags);
    }
}

const struct map_model *strategymap_of(struct arena *arena, const struct assessment *assessment,
                                       const struct unit *unit, const struct words *words) {
    return mapmodel_of(arena, assessment, unit, words);
}

/* A map without objectives is a frame that says so. */
static void place_nothing(struct map_frame *frame) {
    const struct map_look *look = &frame->layout->look;
    struct arena *arena = frame->task->arena;
    frame->layout->bands =
        arena_array(arena, frame->task->model->bands.count + 1, sizeof *frame->layout->bands);
    frame->layout->themes =
        arena_array(arena, frame->task->model->themes.count + 1, sizeof *frame->layout->themes);
    frame->layout->cards = arena_alloc(arena, sizeof *frame->layout->cards);
    frame->layout->ways = arena_alloc(arena, sizeof *frame->layout->ways);
    struct map_text_style style = {FONT_REGULAR, maplook_size(look, PT(11.5)), GREY, MAP_LEFT,
                                   "note",       frame->task->model->language};
    maptext_add(arena, frame->fonts, frame->layout, HOLDER_PAGE, 0, style, look->drawing.x,
                look->drawing.y + style.size, words_text(frame->words, "map.empty"), frame->diags);
}

/* Nothing below this is read with ease on paper (domain.md section 6). */
#define TITLE_LEAST PT(7)

static void warn_of_density(const struct map_frame *frame, const struct map_options *options) {
    const struct map_layout *layout = frame->layout;
    mp size = fitpage_length(layout->title_size, layout->look.page,
                             (struct rect){0, 0, layout->sheet_width, layout->sheet_height});
    if (size >= TITLE_LEAST)
        return;
    struct textbuf points;
    textbuf_init(&points, frame->task->arena);
    textbuf_decimal(&points, decimal_round(decimal_micro((int64_t)size * 1000), 1));
    diag_report(frame->diags, BP5005, (struct place){0}, textbuf_text(&points),
                options->sheet_name ? options->sheet_name : "a page of the packet", NULL);
}

/* Nothing but what the workbook moved leaves its place. */
static void keep(struct map_frame *frame, struct map_task *task,
                 const struct map_options *options) {
    struct map_stay stay = mapstay_best(task, options->kept);
    frame->route = stay.route;
    frame->metrics = mapmetrics_solve(task, stay.route);
    if (!options->told)
        mapstay_report(task, options->kept, &stay, frame->metrics, frame->diags);
}

static void place_all(struct map_frame *frame, struct map_task *task,
                      const struct map_options *options) {
    struct map_layout *layout = frame->layout;
    if (options->kept)
        keep(frame, task, options);
    else
        frame->route = mapsearch_best(task);
    mappin_report(task, frame->route->plan, frame->route->row, frame->route->at, frame->diags);
    frame->metrics = frame->metrics ? frame->metrics : mapmetrics_solve(task, frame->route);
    layout->arrangement = mapkeep_of(task, frame->route, frame->metrics);
    layout->title_size = frame->metrics->title_size;
    warn_of_density(frame, options);
    place_cards(task, frame->route, frame->metrics, layout);
    mapframe_bands(frame);
    mapframe_themes(frame);
    mappath_fill(task, frame->route, frame->metrics, layout);
    place_chips(task, frame->fonts, layout, frame->diags);
    place_badges(task, frame->fonts, layout, frame->diags);
    mapcard_fill(task, frame->fonts, frame->metrics, layout, frame->diags);
}

const struct map_layout *strategymap_place(struct arena *arena, struct fontset *fonts,
                                           const struct map_model *model, const struct words *words,
                                           const struct map_options *options, struct diags *diags) {
    struct map_layout *layout = arena_alloc(arena, sizeof *layout);
    layout->look = maplook_of(options, model->cards.count);
    struct map_task *task = maptask_new(arena, fonts, model, &layout->look, diags);
    task->effort = options->effort > 0 ? options->effort : 100;
    struct map_frame frame = {task, fonts, words, NULL, NULL, layout, diags, options->framed};
    layout->logo = options->framed ? options->logo : NULL;
    layout->logo_alt = options->logo_alt;
    layout->monochrome = options->monochrome;
    layout->heads = options->framed && model->tested;
    layout->dark = options->dark;
    layout->palette = options->palette;
    layout->sheet_width = options->sheet_width ? options->sheet_width : options->width;
    layout->sheet_height = options->sheet_height ? options->sheet_height : options->height;
    if (options->framed)
        mapcaption_title(&frame);
    if (task->cards > 0)
        place_all(&frame, task, options);
    else
        place_nothing(&frame);
    mapcaption_legend(&frame);
    if (mirror_language(model->language))
        mapturn_layout(arena, layout,
                       &(struct mapturn_counts){task->cards > 0 ? (size_t)task->cards : 0,
                                                model->bands.count, model->themes.count,
                                                task->cards > 0 ? (size_t)task->links : 0});
    return layout;
}

const struct scene *strategymap_draw(struct arena *arena, struct fontset *fonts,
                                     const struct map_model *model, const struct map_layout *layout,
                                     const struct words *words, struct diags *diags) {
    (void)fonts;
    (void)diags;
    return mapdraw_scene(arena, model, layout, words);
}

void strategymap_json(const struct map_model *model, const struct map_layout *layout,
                      struct textbuf *out) {
    mapjson_write(model, layout, out);
}

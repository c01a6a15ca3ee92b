/* Small maps for the tests of the map's files. */
#ifndef TESTS_MAPFIXTURE_H
#define TESTS_MAPFIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "report/mapmodel.h"
#include "report/mapsearch.h"
#include "report/template.h"
#include <string.h>

struct mapfixture {
    struct arena *arena;
    struct diags *diags;
    struct fontset *fonts;
    const struct words *words;
    struct map_model *model;
    struct map_options options;
    struct map_look look;
};

static inline struct mapfixture *map_new(int bands, int themes) {
    struct arena *arena = arena_new(0, NULL, NULL);
    struct mapfixture *f = arena_alloc(arena, sizeof *f);
    f->arena = arena;
    f->diags = diags_new(arena);
    f->fonts = fontset_open(arena, f->diags);
    assert_non_null(f->fonts);
    f->words = template_builtin(arena, "board", f->diags)->words;
    f->model = arena_alloc(arena, sizeof *f->model);
    f->model->id = "M";
    f->model->title = "Map";
    f->model->language = "en";
    f->options = (struct map_options){.width = MM(420), .height = MM(297), .framed = true};
    for (int i = 0; i < bands; i++)
        vec_push(arena, &f->model->bands,
                 ((struct map_band){arena_printf(arena, "B%d", i),
                                    arena_printf(arena, "Band %d", i), "What must we do?", 0}));
    for (int i = 0; i < themes; i++)
        vec_push(arena, &f->model->themes,
                 ((struct map_theme){arena_printf(arena, "T%d", i),
                                     arena_printf(arena, "Theme %d", i)}));
    return f;
}

/* Ids are O0, O1, ... */
static inline int map_card(struct mapfixture *f, int band, int theme, const char *title) {
    int index = (int)f->model->cards.count;
    struct map_card *card = vec_add(f->arena, &f->model->cards);
    *card = (struct map_card){.id = arena_printf(f->arena, "O%d", index),
                              .title = title,
                              .owner = "Head of Work",
                              .band = band,
                              .theme = theme,
                              .mark = MARK_AMBER,
                              .status = STATUS_AMBER,
                              .trend = TREND_IMPROVING,
                              .score_text = "52",
                              .measures_text = "2 measures",
                              .measures_short = "2 KPIs",
                              .status_word = "At risk",
                              .trend_word = "improving",
                              .scored = true};
    f->model->counts[2]++;
    return index;
}

static inline struct map_link *map_link(struct mapfixture *f, int from, int to) {
    struct map_link *link = vec_add(f->arena, &f->model->links);
    *link = (struct map_link){.from = from, .to = to, .strength = STRENGTH_MEDIUM};
    return link;
}

static inline struct map_task *map_task(struct mapfixture *f) {
    mapmodel_finish(f->arena, f->model, f->words);
    f->look = maplook_of(&f->options, f->model->cards.count);
    return maptask_new(f->arena, f->fonts, f->model, &f->look, f->diags);
}

/* One row a band, no themes: cards at the given quarters. */
static inline struct route *map_route(struct mapfixture *f, int quarters, const int *at) {
    struct map_task *task = map_task(f);
    struct map_plan *plan = arena_alloc(f->arena, sizeof *plan);
    int rows = (int)f->model->bands.count;
    plan->rows = arena_array(f->arena, (size_t)rows, sizeof *plan->rows);
    plan->first = arena_array(f->arena, (size_t)rows, sizeof(int));
    plan->last = arena_array(f->arena, (size_t)rows, sizeof(int));
    plan->row_count = rows;
    plan->quarters = quarters;
    plan->level_room = 99;
    for (int i = 0; i < rows; i++) {
        plan->rows[i] = (struct map_row){i, true, MAP_SLOT};
        plan->first[i] = plan->last[i] = i;
    }
    struct route *route = maproute_new(task, plan);
    for (int i = 0; i < task->cards; i++) {
        route->row[i] = f->model->cards.items[i].band;
        route->at[i] = at[i];
    }
    maproute_find(route);
    maproute_place(route);
    return route;
}

/* Four bands, two themes, a free row at the bottom, chips, a negative link. */
static inline struct mapfixture *map_sample(void) {
    struct mapfixture *f = map_new(4, 2);
    for (int band = 0; band < 3; band++)
        for (int i = 0; i < 4; i++)
            map_card(f, band, i % 2, "Do the next thing in the right way");
    map_card(f, 3, -1, "Keep people");
    map_card(f, 3, -1, "Replace systems that nobody understands any more");
    for (int i = 4; i < 12; i++)
        map_link(f, i, i - 4);
    map_link(f, 9, 0)->lag_text = "6m";
    map_link(f, 8, 5)->negative = true;
    map_link(f, 12, 8)->lag_text = "1y";
    map_link(f, 12, 11);
    map_link(f, 13, 9)->strength = STRENGTH_STRONG;
    map_link(f, 13, 2);
    map_link(f, 10, 11);
    return f;
}

static inline bool overlap(struct rect a, struct rect b) {
    return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

static inline bool inside(struct rect a, struct rect b) {
    mp slack = MM(0.2);
    return a.x >= b.x - slack && a.y >= b.y - slack && a.x + a.w <= b.x + b.w + slack &&
           a.y + a.h <= b.y + b.h + slack;
}

#endif

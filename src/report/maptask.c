#include "report/maptask.h"

#include "report/mapchannel.h"
#include "report/mapcorridor.h"

static void themes_of(struct map_task *task) {
    const struct map_model *model = task->model;
    int *column_of = arena_array(task->arena, model->themes.count + 1, sizeof(int));
    task->theme_of = arena_array(task->arena, model->cards.count + 1, sizeof(int));
    task->column_theme = arena_array(task->arena, model->themes.count + 1, sizeof(int));
    for (size_t t = 0; t < model->themes.count; t++) {
        column_of[t] = -1;
        for (size_t i = 0; i < model->cards.count && column_of[t] < 0; i++)
            if (model->cards.items[i].theme == (int)t) {
                column_of[t] = task->columns;
                task->column_theme[task->columns++] = (int)t;
            }
    }
    for (size_t i = 0; i < model->cards.count; i++) {
        int theme = model->cards.items[i].theme;
        task->theme_of[i] = theme < 0 ? -1 : column_of[theme];
    }
}

struct map_task *maptask_new(struct arena *arena, struct fontset *fonts,
                             const struct map_model *model, const struct map_look *look,
                             struct diags *diags) {
    struct map_task *task = arena_alloc(arena, sizeof *task);
    task->arena = arena;
    task->model = model;
    task->look = look;
    task->effort = 100;
    task->cards = (int)model->cards.count;
    task->links = (int)model->links.count;
    task->bands = (int)model->bands.count;
    themes_of(task);
    task->titles = arena_array(arena, model->cards.count + 1, sizeof *task->titles);
    for (size_t i = 0; i < model->cards.count; i++)
        task->titles[i] = maptext_words(arena, fonts, FONT_SEMIBOLD, model->cards.items[i].title,
                                        model->language, diags);
    task->chip_width = arena_array(arena, model->links.count + 1, sizeof(mp));
    for (size_t i = 0; i < model->links.count; i++) {
        const char *text = model->links.items[i].chip_text;
        if (text)
            task->chip_width[i] =
                length_max(look->chip_height,
                           shape_measure(fonts, FONT_SEMIBOLD, look->chip_text, text, diags) +
                               2 * look->chip_pad);
    }
    task->header_width = arena_array(arena, model->themes.count + 1, sizeof(mp));
    for (int i = 0; i < task->columns; i++)
        task->header_width[i] =
            shape_measure(fonts, FONT_SEMIBOLD, look->small,
                          model->themes.items[task->column_theme[i]].name, diags);
    task->known_ways = mapcorridor_known(arena);
    task->known_channels = mapchannel_known(arena);
    mp inset = maplook_length(look, MM(2.6));
    task->left = look->drawing.x + look->label_width + inset;
    task->width = look->drawing.w - look->label_width - 2 * inset;
    return task;
}

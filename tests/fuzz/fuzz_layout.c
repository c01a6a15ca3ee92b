/* Any bytes as the layout of an earlier map: read, and if that is one, kept by a small map. */
#include "report/mapchannel.h"
#include "report/mapcorridor.h"
#include "report/mapkeep.h"
#include "report/mapmodel.h"
#include "report/mapstay.h"

/* A map without words: the sizes of titles do not matter here. */
static void keep(struct arena *arena, const struct map_kept *kept) {
    static const char *const ids[] = {"A", "B", "C", "D", "E", "F"};
    struct map_options options = {.width = MM(420), .height = MM(297), .framed = true, .effort = 1};
    struct map_model model = {.id = "M", .title = "M", .language = "en"};
    struct map_words titles[6];
    struct map_look look = maplook_of(&options, 6);
    int theme_of[6], column_theme[2] = {0, 1};
    mp header_width[2] = {0, 0}, chip_width[5] = {0};
    for (int i = 0; i < 2; i++) {
        vec_push(arena, &model.bands, ((struct map_band){i ? "Q" : "P", "", NULL, 0}));
        vec_push(arena, &model.themes, ((struct map_theme){i ? "U" : "T", ""}));
    }
    for (int i = 0; i < 6; i++) {
        titles[i] = (struct map_words){0};
        theme_of[i] = i % 3 - 1;
        vec_push(
            arena, &model.cards,
            ((struct map_card){.id = ids[i], .title = "", .band = i / 3, .theme = theme_of[i]}));
        if (i > 0)
            vec_push(arena, &model.links, ((struct map_link){.from = i, .to = i - 1}));
    }
    struct map_task task = {.arena = arena, .model = &model, .look = &look, .effort = 1};
    task.cards = 6;
    task.links = 5;
    task.bands = task.columns = 2;
    task.theme_of = theme_of;
    task.column_theme = column_theme;
    task.titles = titles;
    task.header_width = header_width;
    task.chip_width = chip_width;
    task.left = MM(40);
    task.width = MM(360);
    task.known_ways = mapcorridor_known(arena);
    task.known_channels = mapchannel_known(arena);
    struct map_stay stay = mapstay_best(&task, kept);
    mapstay_report(&task, kept, &stay, mapmetrics_solve(&task, stay.route), diags_new(arena));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
    struct arena *arena = arena_new(256 * 1024 * 1024, NULL, NULL);
    if (!arena)
        return 0;
    const struct map_kept *kept =
        mapkeep_read(arena, "layout.json", (const char *)bytes, length, diags_new(arena));
    /* Larger ones only cost time. */
    if (kept && kept->quarters <= 64 && kept->rows.count <= 8)
        keep(arena, kept);
    arena_free(arena);
    return 0;
}

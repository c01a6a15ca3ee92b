#include "base/csvline.h"
#include "compare/whatif.h"

#define COLUMNS 15

static const char *score_text(struct arena *arena, const struct rational *score) {
    struct decimal rounded;
    char text[32];
    if (!score || !rational_round(score, DECIMAL_PLACES, &rounded))
        return NULL;
    decimal_format(rounded, -1, text);
    return arena_strdup(arena, text);
}

static const char *coverage_text(struct arena *arena, const struct whatif_side *side) {
    char text[32];
    if (!side->has_coverage)
        return NULL;
    decimal_format(side->coverage, -1, text);
    return arena_strdup(arena, text);
}

static void put_change(const struct whatif_change *c, struct textbuf *out) {
    struct arena *arena = out->arena;
    const char *cells[COLUMNS] = {whatif_kind_name(c->kind),
                                  c->id,
                                  c->unit ? c->unit->id : NULL,
                                  c->name,
                                  c->part,
                                  c->before.status,
                                  c->after.status,
                                  score_text(arena, c->before.score),
                                  score_text(arena, c->after.score),
                                  coverage_text(arena, &c->before),
                                  coverage_text(arena, &c->after),
                                  c->before.forecast,
                                  c->after.forecast,
                                  score_text(arena, c->before.forecast_score),
                                  score_text(arena, c->after.forecast_score)};
    csvline(out, cells, COLUMNS);
}

void whatif_csv(const struct whatif *result, struct textbuf *out) {
    static const char *const titles[COLUMNS] = {"kind",
                                                "id",
                                                "unit",
                                                "name",
                                                "part",
                                                "status",
                                                "status_what_if",
                                                "score",
                                                "score_what_if",
                                                "coverage",
                                                "coverage_what_if",
                                                "forecast_status",
                                                "forecast_status_what_if",
                                                "forecast_score",
                                                "forecast_score_what_if"};
    csvline(out, titles, COLUMNS);
    for (size_t i = 0; i < result->changes.count; i++)
        put_change(&result->changes.items[i], out);
}

#include "compare/comparestatus.h"

#include <string.h>

/* How one entity stands. */
struct standing {
    const char *id, *status;
    const struct score *score; /* NULL: has none */
    struct place place;
};

static struct standing standing_of(const struct assessment *a, enum schema_sheet sheet, size_t i) {
    const struct plan *plan = a->plan;
    if (sheet == SHEET_UNITS)
        return (struct standing){plan->units.items[i].id, status_name(a->units[i].status),
                                 &a->units[i].score, plan->units.items[i].place};
    if (sheet == SHEET_OBJECTIVES)
        return (struct standing){plan->objectives.items[i].id, status_name(a->objectives[i].status),
                                 &a->objectives[i].score, plan->objectives.items[i].place};
    if (sheet == SHEET_MEASURES)
        return (struct standing){plan->measures.items[i].id, status_name(a->measures[i].status),
                                 &a->measures[i].score, plan->measures.items[i].place};
    if (sheet == SHEET_INITIATIVES)
        return (struct standing){plan->initiatives.items[i].id,
                                 status_name(a->initiatives[i].status), NULL,
                                 plan->initiatives.items[i].place};
    return (struct standing){plan->processes.items[i].id,
                             assess_verdict_name(a->staffing.processes[i].verdict), NULL,
                             plan->processes.items[i].place};
}

static size_t count_of(const struct plan *plan, enum schema_sheet sheet) {
    if (sheet == SHEET_UNITS)
        return plan->units.count;
    if (sheet == SHEET_OBJECTIVES)
        return plan->objectives.count;
    if (sheet == SHEET_MEASURES)
        return plan->measures.count;
    return sheet == SHEET_INITIATIVES ? plan->initiatives.count : plan->processes.count;
}

static const char *score_text(struct arena *arena, const struct score *score) {
    struct decimal rounded;
    char text[32];
    if (!score || !score->exact || !rational_round(score->exact, 2, &rounded))
        return "";
    decimal_format(rounded, 2, text);
    return arena_strdup(arena, text);
}

static void add_status(struct comparing *c, enum schema_sheet sheet, const struct comparerow *row,
                       const struct standing *before, const struct standing *after) {
    struct difference d = comparing_difference(c, sheet, row->other, row);
    d.kind = CHANGED_STATUS;
    d.field = sheet == SHEET_PROCESSES ? "staffing" : "status";
    d.before = before->status;
    d.after = after->status;
    d.score_before = score_text(c->arena, before->score);
    d.score_after = score_text(c->arena, after->score);
    d.old_place = before->place;
    d.new_place = after->place;
    vec_push(c->arena, &c->out->differences, d);
}

static void compare_sheet(struct comparing *c, enum schema_sheet sheet) {
    struct idmap *ids = idmap_new(c->arena);
    size_t old_count = count_of(c->before.plan, sheet);
    for (size_t i = 0; i < old_count; i++)
        idmap_put(ids, standing_of(c->before.results, sheet, i).id, i);
    size_t new_count = count_of(c->after.plan, sheet);
    for (size_t i = 0; i < new_count; i++) {
        struct standing after = standing_of(c->after.results, sheet, i);
        const struct comparerow *row = comparing_row(&c->after, sheet, after.id);
        size_t at = row && row->other ? idmap_find(ids, row->other->id) : IDMAP_NONE;
        if (at == IDMAP_NONE)
            continue;
        struct standing before = standing_of(c->before.results, sheet, at);
        if (strcmp(before.status, after.status) != 0)
            add_status(c, sheet, row, &before, &after);
    }
}

void comparestatus(struct comparing *c) {
    static const enum schema_sheet judged[] = {SHEET_UNITS, SHEET_OBJECTIVES, SHEET_MEASURES,
                                               SHEET_INITIATIVES, SHEET_PROCESSES};
    for (size_t i = 0; i < sizeof judged / sizeof *judged; i++)
        compare_sheet(c, judged[i]);
}

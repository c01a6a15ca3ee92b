#include "base/columns.h"
#include "base/utf8.h"
#include "compare/whatif.h"
#include <string.h>

#define ARROW " -> "

/* One line, safe to print. */
static const char *clean(struct arena *arena, const char *text) {
    return utf8_printable(arena, utf8_squeeze(arena, text));
}

/* ---- what was asked ---- */

static void print_question(const struct edit *edit, struct textbuf *out) {
    struct arena *arena = out->arena;
    const char *cell = diag_cell(arena, edit->place);
    textbuf_printf(out, "What if %s were %s? (the workbook says %s%s%s%s)\n", edit->name,
                   *edit->after ? clean(arena, edit->after) : "empty",
                   edit->same ? "so already"
                              : (*edit->before ? clean(arena, edit->before) : "nothing"),
                   edit->same || *edit->before ? "" : " there", cell ? ": " : "", cell ? cell : "");
}

/* ---- figures ---- */

static const char *score_text(struct arena *arena, const struct rational *score, unsigned places) {
    struct decimal rounded;
    char text[32];
    if (!score || !rational_round(score, places, &rounded))
        return "-";
    decimal_format(rounded, (int)places, text);
    return arena_strdup(arena, text);
}

static const char *moved(struct arena *arena, const char *before, const char *after) {
    if (strcmp(before, after) == 0)
        return before;
    return arena_printf(arena, "%s" ARROW "%s", before, after);
}

/* Scores that differ are never shown as if they did not, as far as six decimals go. */
static const char *scores(struct arena *arena, const struct whatif_change *change) {
    const struct rational *before = change->before.score, *after = change->after.score;
    bool differ = before && after && rational_compare(before, after) != 0;
    unsigned places = 1;
    while (differ && places < 6 &&
           strcmp(score_text(arena, before, places), score_text(arena, after, places)) == 0)
        places++;
    return moved(arena, score_text(arena, before, places), score_text(arena, after, places));
}

static const char *coverage_text(struct arena *arena, const struct whatif_side *side) {
    char text[32];
    if (!side->has_coverage)
        return "-";
    decimal_format(decimal_round(side->coverage, 1), -1, text);
    return arena_printf(arena, "%s %%", text);
}

static const char *status_text(const struct whatif_side *side) {
    return side->there ? side->status : "-";
}

static const char *forecast_text(struct arena *arena, const struct whatif_side *side) {
    if (!side->forecast)
        return "-";
    return side->forecast_score ? arena_printf(arena, "%s %s", side->forecast,
                                               score_text(arena, side->forecast_score, 1))
                                : side->forecast;
}

/* ---- tables ---- */

static const char *count_text(struct arena *arena, int count) {
    return arena_printf(arena, "%d", count);
}

static void add_tally(struct columns *columns, const char *label, const struct tally *tally) {
    struct arena *arena = columns->arena;
    columns_add(columns,
                (struct columns_row){
                    {label, count_text(arena, tally->green), count_text(arena, tally->amber),
                     count_text(arena, tally->red), count_text(arena, tally->grey)}});
}

static void print_tallies(const struct whatif *result, struct textbuf *out) {
    struct columns columns = {.arena = out->arena, .right = 0x1e};
    columns_add(&columns, (struct columns_row){{"OBJECTIVES", "GREEN", "AMBER", "RED", "GREY"}});
    add_tally(&columns, "as it is", &result->objectives_before);
    add_tally(&columns, "what if", &result->objectives_after);
    textbuf_char(out, '\n');
    columns_print(&columns, out);
}

static const char *label(struct arena *arena, const struct whatif_change *change) {
    const char *name = change->name ? clean(arena, change->name) : "";
    return *change->part ? arena_printf(arena, "%s  %s: %s", change->id, name, change->part)
                         : arena_printf(arena, "%s  %s", change->id, name);
}

static struct columns_row titles_of(enum whatif_kind kind) {
    static const struct columns_row rows[WHATIF_KINDS] = {
        [WHATIF_UNIT] = {{"UNIT", "STATUS", "SCORE", "COVERAGE"}},
        [WHATIF_PERSPECTIVE] = {{"PERSPECTIVE", "STATUS", "SCORE", "COVERAGE"}},
        [WHATIF_OBJECTIVE] = {{"OBJECTIVE", "STATUS", "SCORE", "COVERAGE", "EXPECTED AT YEAR END"}},
        [WHATIF_MEASURE] = {{"MEASURE", "STATUS", "SCORE", "EXPECTED AT YEAR END"}},
        [WHATIF_INITIATIVE] = {{"INITIATIVE", "STATUS"}},
        [WHATIF_PROCESS] = {{"PROCESS", "STAFFING", "COVERAGE"}}};
    return rows[kind];
}

static struct columns_row row_of(struct arena *arena, const struct whatif_change *c) {
    const char *status = moved(arena, status_text(&c->before), status_text(&c->after));
    const char *coverage =
        moved(arena, coverage_text(arena, &c->before), coverage_text(arena, &c->after));
    const char *forecast =
        moved(arena, forecast_text(arena, &c->before), forecast_text(arena, &c->after));
    switch (c->kind) {
    case WHATIF_UNIT:
    case WHATIF_PERSPECTIVE:
        return (struct columns_row){{label(arena, c), status, scores(arena, c), coverage}};
    case WHATIF_OBJECTIVE:
        return (struct columns_row){
            {label(arena, c), status, scores(arena, c), coverage, forecast}};
    case WHATIF_MEASURE:
        return (struct columns_row){{label(arena, c), status, scores(arena, c), forecast}};
    case WHATIF_PROCESS:
        return (struct columns_row){{label(arena, c), status, coverage}};
    case WHATIF_INITIATIVE:
    case WHATIF_KINDS:
        break;
    }
    return (struct columns_row){{label(arena, c), status}};
}

static void print_kind(const struct whatif *result, enum whatif_kind kind, struct textbuf *out) {
    struct columns columns = {.arena = out->arena};
    columns_add(&columns, titles_of(kind));
    for (size_t i = 0; i < result->changes.count; i++)
        if (result->changes.items[i].kind == kind)
            columns_add(&columns, row_of(out->arena, &result->changes.items[i]));
    if (columns.rows.count > 1) {
        textbuf_char(out, '\n');
        columns_print(&columns, out);
    }
}

void whatif_text(const struct whatif *result, struct textbuf *out) {
    for (size_t i = 0; i < result->edits->list.count; i++)
        print_question(&result->edits->list.items[i], out);
    textbuf_str(out, "The workbook itself is not changed.\n");
    print_tallies(result, out);
    if (result->changes.count == 0) {
        textbuf_str(out, "\nNothing changes: every status, score, coverage and forecast stays "
                         "as it is.\n");
        return;
    }
    for (int kind = 0; kind < WHATIF_KINDS; kind++)
        print_kind(result, (enum whatif_kind)kind, out);
}

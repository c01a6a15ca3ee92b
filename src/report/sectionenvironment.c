/* The environment: what was found inside and around the organization, by frame, with the objectives
 * it bears on and how they stand. */
#include "base/ascii.h"
#include "report/bearing.h"
#include "report/compose.h"
#include "report/section.h"
#include "report/subject.h"

#include <string.h>

enum { FRAMES = 4, QUADRANTS = 4 };

static const char *const frame_keys[FRAMES] = {"environment.swot", "environment.pestel",
                                               "environment.forces", "environment.scenario"};

static bool item_here(const struct report *report, const struct environment_item *item) {
    if (!report->unit->parent)
        return true;
    for (size_t i = 0; i < item->objectives.count; i++)
        if (subject_within(report, item->objectives.items[i]->unit))
            return true;
    return false;
}

/* ---- the sides of a frame ---------------------------------------------------------------------
 */

/* What the sheet calls the sides, by the beginnings of the words that people write. */
static const struct side {
    enum environment_frame frame;
    const char *start, *key;
} sides[] = {
    {FRAME_SWOT, "strength", "environment.side.strengths"},
    {FRAME_SWOT, "weakness", "environment.side.weaknesses"},
    {FRAME_SWOT, "opportunit", "environment.side.opportunities"},
    {FRAME_SWOT, "threat", "environment.side.threats"},
    {FRAME_PESTEL, "political", "environment.side.political"},
    {FRAME_PESTEL, "economic", "environment.side.economic"},
    {FRAME_PESTEL, "social", "environment.side.social"},
    {FRAME_PESTEL, "technolog", "environment.side.technological"},
    {FRAME_PESTEL, "environment", "environment.side.environmental"},
    {FRAME_PESTEL, "legal", "environment.side.legal"},
    {FRAME_FIVE_FORCES, "rival", "environment.side.rivalry"},
    {FRAME_FIVE_FORCES, "entrant", "environment.side.entrants"},
    {FRAME_FIVE_FORCES, "substitute", "environment.side.substitutes"},
    {FRAME_FIVE_FORCES, "buyer", "environment.side.buyers"},
    {FRAME_FIVE_FORCES, "supplier", "environment.side.suppliers"},
};

static bool starts_with(const char *text, const char *start) {
    for (; *start; text++, start++)
        if (ascii_lower(*text) != *start)
            return false;
    return true;
}

/* NULL: a name of the workbook's own. */
static const struct side *side_of(const struct environment_item *item) {
    for (size_t i = 0; i < sizeof sides / sizeof sides[0]; i++)
        if (sides[i].frame == item->frame && starts_with(item->side, sides[i].start))
            return &sides[i];
    return NULL;
}

static const char *side_name(const struct report *report, const struct environment_item *item) {
    const struct side *side = side_of(item);
    return side ? words_text(report->words, side->key) : item->side;
}

/* ---- SWOT: four fields ------------------------------------------------------------------------
 */

static void bearing_line(struct report *report, struct table_cell *cell,
                         const struct environment_item *item) {
    struct arena *arena = report->arena;
    if (item->objectives.count == 0)
        return;
    struct content *content = cell_paragraph(arena, cell);
    for (size_t i = 0; i < item->objectives.count; i++) {
        const struct objective *objective = item->objectives.items[i];
        enum status status = assess_objective(report->assessment, objective)->status;
        content_styled(arena, content, STYLE_TABLE_GREY, GREY, i > 0 ? "   " : "");
        content_mark(arena, content, compose_mark(status), NULL,
                     compose_status_word(report, status));
        content_styled(arena, content, STYLE_DENSE_SEMIBOLD, NAVY,
                       arena_printf(arena, "\u00a0%s", objective->id))
            ->target = bearing_anchor(report, objective->id);
    }
}

static void field(struct report *report, struct block *columns, const struct side *side) {
    struct arena *arena = report->arena;
    struct block_list *list = vec_add(arena, &columns->columns);
    vec_push(arena, &columns->column_widths, MM(84));
    struct table_block *table =
        block_table(report->document, list, words_text(report->words, side->key))->table;
    table->padding = MM(0.8);
    table_column(arena, table, words_text(report->words, side->key), ALIGN_LEFT, 0, STYLE_TABLE);
    size_t count = 0;
    for (size_t i = 0; i < report->plan->environment.count; i++) {
        const struct environment_item *item = &report->plan->environment.items[i];
        if (side_of(item) != side || !item_here(report, item))
            continue;
        struct table_cell *cell = table_text(arena, table_row(arena, table, ROW_BODY), item->text);
        bearing_line(report, cell, item);
        count++;
    }
    if (count == 0)
        table_text(arena, table_row(arena, table, ROW_BODY),
                   words_text(report->words, "environment.side.none"))
            ->style = STYLE_TABLE_GREY;
}

static void four_fields(struct report *report, struct section *section) {
    for (size_t i = 0; i < QUADRANTS; i += 2) {
        struct block *columns = block_add(report->document, &section->blocks, BLOCK_COLUMNS);
        field(report, columns, &sides[i]);
        field(report, columns, &sides[i + 1]);
        if (i == 0)
            block_gap(report->document, &section->blocks, UNIT_U);
    }
}

/* ---- the other frames: a table each -----------------------------------------------------------
 */

static void table_of(struct report *report, struct section *section, enum environment_frame frame) {
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    struct table_block *table =
        block_table(report->document, &section->blocks, words_text(words, frame_keys[frame]))
            ->table;
    table->padding = MM(0.7);
    table->continued = words_text(words, "continued");
    table_column(arena, table,
                 words_text(words, frame == FRAME_SCENARIO ? "environment.scenario.name"
                                                           : "environment.side"),
                 ALIGN_LEFT, MM(34), STYLE_TABLE_SEMIBOLD);
    table_column(arena, table, words_text(words, "environment.found"), ALIGN_LEFT, 0, STYLE_TABLE);
    table_column(arena, table, words_text(words, "environment.bears-on"), ALIGN_LEFT, MM(34),
                 STYLE_TABLE_SEMIBOLD)
        ->gap = MM(3);
    for (size_t i = 0; i < report->plan->environment.count; i++) {
        const struct environment_item *item = &report->plan->environment.items[i];
        if (item->frame != frame || !item_here(report, item))
            continue;
        struct table_row *row = table_row(arena, table, ROW_BODY);
        table_text(arena, row, side_name(report, item))->header = true;
        table_text(arena, row, item->text);
        bearing_objectives_cell(report, row, item->objectives.items, item->objectives.count);
    }
}

/* Every side is one of the four. */
static bool fits_four_fields(const struct report *report) {
    for (size_t i = 0; i < report->plan->environment.count; i++) {
        const struct environment_item *item = &report->plan->environment.items[i];
        if (item->frame == FRAME_SWOT && item_here(report, item) && !side_of(item))
            return false;
    }
    return true;
}

static int count_frame(const struct report *report, enum environment_frame frame) {
    int count = 0;
    for (size_t i = 0; i < report->plan->environment.count; i++)
        count += report->plan->environment.items[i].frame == frame &&
                 item_here(report, &report->plan->environment.items[i]);
    return count;
}

static bool troubled(const struct report *report, const struct environment_item *item) {
    for (size_t i = 0; i < item->objectives.count; i++) {
        enum status status =
            assess_objective(report->assessment, item->objectives.items[i])->status;
        if (status == STATUS_RED || status == STATUS_AMBER)
            return true;
    }
    return false;
}

static const char *environment_title(struct report *report, int count) {
    struct arena *arena = report->arena;
    int bearing = 0;
    for (size_t i = 0; i < report->plan->environment.count; i++)
        bearing += item_here(report, &report->plan->environment.items[i]) &&
                   troubled(report, &report->plan->environment.items[i]);
    return words_fill(arena, report->words,
                      bearing > 0 ? "environment.title" : "environment.title.calm",
                      words_count(arena, report->words, bearing, true),
                      arena_printf(arena, "%d", bearing), arena_printf(arena, "%d", count), NULL);
}

static void absent(struct report *report, struct section *section, const char *const *names,
                   size_t count) {
    if (count > 0)
        block_text(report->document, &section->blocks, STYLE_KEY,
                   words_fill(report->arena, report->words, "environment.absent",
                              words_list(report->arena, report->words, names, count), NULL));
}

SECTION(environment) {
    struct section *section = compose_section(report, template);
    const char *missing[FRAMES];
    size_t missing_count = 0;
    int count = 0;
    for (int f = 0; f < FRAMES; f++)
        count += count_frame(report, (enum environment_frame)f);
    if (count == 0) {
        subject_quiet(report, section, "environment.none");
        return;
    }
    section->run_on |= template->appendix;
    block_title(report->document, &section->blocks, environment_title(report, count),
                words_text(report->words, "environment.subtitle"));
    for (int f = 0; f < FRAMES; f++) {
        if (count_frame(report, (enum environment_frame)f) == 0) {
            missing[missing_count++] = words_text(report->words, frame_keys[f]);
            continue;
        }
        block_heading(report->document, &section->blocks, words_text(report->words, frame_keys[f]),
                      NULL);
        if (f == FRAME_SWOT && fits_four_fields(report))
            four_fields(report, section);
        else
            table_of(report, section, (enum environment_frame)f);
    }
    absent(report, section, missing, missing_count);
}

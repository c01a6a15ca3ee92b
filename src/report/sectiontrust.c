/* Data quality and attestation: how far the figures can be relied on, by unit and by owner (the
 * assessment's trust: assess/trust.h). */
#include "report/bearing.h"
#include "report/compose.h"
#include "report/section.h"
#include "report/subject.h"

#include <string.h>

#define BAR_WIDTH MM(23)

enum { DOUBTS_SHOWN = 120 };

/* The whole's row is the first; owners are counted over the whole only. */
static bool of_the_whole(const struct report *report) {
    return !report->unit->parent && report->assessment->trust_count > 0;
}

static void add(struct trust_row *sum, const struct trust_row *row) {
    sum->measures += row->measures;
    sum->with_actual += row->with_actual;
    sum->stale += row->stale;
    sum->attested += row->attested;
    sum->estimated += row->estimated;
    sum->unattested += row->unattested;
    sum->restated += row->restated;
    sum->provisional += row->provisional;
    sum->initiatives += row->initiatives;
    sum->disagreeing += row->disagreeing;
    sum->bands += row->bands;
    sum->widest = row->widest > sum->widest ? row->widest : sum->widest;
}

/* Of the packet: rows of units are their own, so those below are added up. */
static struct trust_row sum_of(const struct report *report) {
    struct trust_row sum = {0};
    if (of_the_whole(report))
        return report->assessment->trust[0];
    for (size_t i = 0; i < report->assessment->trust_count; i++) {
        const struct trust_row *row = &report->assessment->trust[i];
        if (row->unit && subject_within(report, row->unit))
            add(&sum, row);
    }
    return sum;
}

/* ---- the tables by unit and by owner ---------------------------------------------------------
 */

static void columns(struct report *report, struct table_block *table, const char *who) {
    static const struct {
        const char *key;
        mp width;
    } heads[] = {{"trust.attested", MM(11)},     {"trust.estimated", MM(12)},
                 {"trust.unattested", MM(13.5)}, {"trust.stale", MM(10)},
                 {"trust.restated", MM(12)},     {"trust.provisional", MM(13.5)},
                 {"trust.flattered", MM(14)}};
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    table->padding = MM(0.5);
    table->head_style = STYLE_DENSE_HEAD;
    table->continued = words_text(words, "continued");
    table_column(arena, table, words_text(words, who), ALIGN_LEFT, 0, STYLE_TABLE);
    table_column(arena, table, words_text(words, "trust.with-figure"), ALIGN_RIGHT, MM(13),
                 STYLE_TABLE);
    table_column(arena, table, words_text(words, "trust.share"), ALIGN_LEFT, BAR_WIDTH, STYLE_TABLE)
        ->gap = MM(3);
    for (size_t i = 0; i < sizeof heads / sizeof heads[0]; i++)
        table_column(arena, table, words_text(words, heads[i].key), ALIGN_RIGHT, heads[i].width,
                     STYLE_TABLE)
            ->gap = MM(1);
}

static void count_cell(struct report *report, struct table_row *row, int count, bool finding) {
    struct table_cell *cell =
        table_text(report->arena, row, arena_printf(report->arena, "%d", count));
    if (count == 0) {
        cell->style = STYLE_TABLE_GREY;
    } else if (finding) {
        cell->style = STYLE_TABLE_BOLD;
        cell->colour = BAD_TEXT;
    }
}

/* The share of measures with a figure that somebody stands for as accurate. */
static void share_cell(struct report *report, struct table_row *row, const struct trust_row *of) {
    struct chart *chart = arena_alloc(report->arena, sizeof *chart);
    chart->kind = CHART_RATE;
    chart->width = BAR_WIDTH;
    chart->height = MM(4);
    struct chart_rate *rate = &chart->as.rate;
    rate->most = 100;
    rate->widest = words_fill(report->arena, report->words, "quantity.percent", "100", NULL);
    rate->own.known = of->measures > 0;
    rate->own.at = of->measures > 0 ? 100.0 * of->attested / of->measures : 0;
    struct decimal share;
    rate->own.label = of->measures > 0 && decimal_div(decimal_of(100 * (int64_t)of->attested),
                                                      decimal_of(of->measures), &share)
                          ? compose_percent(report, share)
                          : words_text(report->words, "missing");
    chart->alt = rate->own.label;
    table_chart(report->arena, row, chart);
}

static const char *part_of(struct report *report, int part, int whole) {
    return words_fill(report->arena, report->words, "trust.of",
                      arena_printf(report->arena, "%d", part),
                      arena_printf(report->arena, "%d", whole), NULL);
}

static void flattered_cell(struct report *report, struct table_row *row,
                           const struct trust_row *of) {
    if (of->disagreeing == 0) {
        count_cell(report, row, 0, false);
        return;
    }
    struct table_cell *cell =
        table_text(report->arena, row, part_of(report, of->disagreeing, of->initiatives));
    cell->style = STYLE_TABLE_BOLD;
    cell->colour = BAD_TEXT;
}

static void trust_cells(struct report *report, struct table_row *row, const struct trust_row *of) {
    table_text(report->arena, row, part_of(report, of->with_actual, of->measures));
    share_cell(report, row, of);
    count_cell(report, row, of->attested, false);
    count_cell(report, row, of->estimated, false);
    count_cell(report, row, of->unattested, true);
    count_cell(report, row, of->stale, true);
    count_cell(report, row, of->restated, false);
    count_cell(report, row, of->provisional, false);
    flattered_cell(report, row, of);
}

static void by_unit(struct report *report, struct section *section, const struct trust_row *sum) {
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    block_heading(report->document, &section->blocks, words_text(words, "trust.units"),
                  words_text(words, "trust.units.note"));
    struct table_block *table =
        block_table(report->document, &section->blocks, words_text(words, "trust.summary"))->table;
    columns(report, table, "trust.unit");
    for (size_t i = 0; i < report->assessment->trust_count; i++) {
        const struct trust_row *row = &report->assessment->trust[i];
        if (!row->unit || !subject_within(report, row->unit))
            continue;
        struct table_row *line = table_row(arena, table, ROW_BODY);
        table_text(arena, line, row->unit->name)->header = true;
        trust_cells(report, line, row);
    }
    struct table_row *total = table_row(arena, table, ROW_TOTAL);
    struct table_cell *together = table_text(arena, total, words_text(words, "trust.total"));
    together->style = STYLE_TABLE_BOLD;
    together->header = true;
    trust_cells(report, total, sum);
}

/* Owners are counted over the whole organization, so only its packet lists them. */
static void by_owner(struct report *report, struct section *section) {
    struct table_block *table = NULL;
    if (!of_the_whole(report))
        return;
    for (size_t i = 0; i < report->assessment->trust_count; i++) {
        const struct trust_row *row = &report->assessment->trust[i];
        if (!row->owner || row->measures + row->initiatives == 0)
            continue;
        if (!table) {
            block_heading(report->document, &section->blocks,
                          words_text(report->words, "trust.owners"),
                          words_text(report->words, "trust.owners.note"));
            table = block_table(report->document, &section->blocks,
                                words_text(report->words, "trust.summary"))
                        ->table;
            columns(report, table, "column.owner");
        }
        struct table_row *line = table_row(report->arena, table, ROW_BODY);
        table_text(report->arena, line, row->owner)->header = true;
        trust_cells(report, line, row);
    }
}

/* ---- what stands behind the counts ------------------------------------------------------------
 */

static bool measure_within(const struct report *report, const struct measure *measure) {
    return measure->state == STATE_ACTIVE && measure->objectives.count > 0 &&
           subject_within(report, measure->objectives.items[0]->unit);
}

/* Why a figure deserves a second look; NULL: it does not. */
static const char *doubt(const struct report *report, const struct measure_result *result,
                         const char **note) {
    *note = "";
    if (!measure_within(report, result->measure) || !period_set(result->period))
        return NULL;
    if (!plan_value(result->measure, SERIES_ACTUAL, result->period))
        return "trust.doubt.missing";
    const struct attestation *attestation =
        plan_attestation(report->plan, result->measure, result->period);
    if (!attestation)
        return "trust.doubt.unattested";
    *note = attestation->note;
    switch (attestation->statement) {
    case ATTESTED_ESTIMATED:
        return "trust.doubt.estimated";
    case ATTESTED_QUALIFIED:
        return "trust.doubt.qualified";
    case ATTESTED_NOT:
        return "trust.doubt.not";
    case ATTESTED_ACCURATE:
    default:
        return NULL;
    }
}

static const char *doubt_text(struct report *report, const struct measure_result *result,
                              const char *key) {
    const struct measure *measure = result->measure;
    size_t count = measure->series[SERIES_ACTUAL].count;
    if (strcmp(key, "trust.doubt.missing") != 0 || count == 0)
        return words_text(report->words, key);
    struct period last = measure->series[SERIES_ACTUAL].items[count - 1].period;
    return words_fill(
        report->arena, report->words, "trust.doubt.last",
        words_period(report->arena, report->words, last, &report->plan->organization.fiscal), NULL);
}

static struct table_block *doubt_table(struct report *report, struct section *section) {
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    struct table_block *table =
        block_table(report->document, &section->blocks, words_text(words, "trust.doubts.summary"))
            ->table;
    table->padding = MM(0.6);
    table->continued = words_text(words, "continued");
    table_column(arena, table, words_text(words, "column.id"), ALIGN_LEFT, MM(10),
                 STYLE_TABLE_BOLD);
    table_column(arena, table, words_text(words, "scorecard.measure"), ALIGN_LEFT, MM(52),
                 STYLE_TABLE);
    table_column(arena, table, words_text(words, "trust.finding"), ALIGN_LEFT, 0, STYLE_TABLE)
        ->gap = MM(3);
    table_column(arena, table, words_text(words, "column.owner"), ALIGN_LEFT, MM(42),
                 STYLE_TABLE_GREY)
        ->gap = MM(3);
    return table;
}

static void doubt_row(struct report *report, struct table_block *table,
                      const struct measure_result *result, const char *why, const char *note) {
    struct arena *arena = report->arena;
    struct table_row *row = table_row(arena, table, ROW_BODY);
    compose_id_cell(report, row, result->measure->id, bearing_anchor(report, result->measure->id));
    table_text(arena, row, result->measure->name)->header = true;
    struct table_cell *cell = table_text(arena, row, doubt_text(report, result, why));
    if (note && *note)
        content_styled(arena, cell_paragraph(arena, cell), STYLE_TABLE_GREY, GREY, note);
    compose_or_none(report, row, result->measure->owner);
}

/* At most some pages of them: where hardly a figure is attested the tables above say it all. */
static void doubts(struct report *report, struct section *section) {
    const struct words *words = report->words;
    struct table_block *table = NULL;
    int found = 0;
    block_heading(report->document, &section->blocks, words_text(words, "trust.doubts"), NULL);
    for (size_t i = 0; i < report->plan->measures.count; i++) {
        const struct measure_result *result = &report->assessment->measures[i];
        const char *note;
        const char *why = doubt(report, result, &note);
        if (!why || ++found > DOUBTS_SHOWN)
            continue;
        if (!table)
            table = doubt_table(report, section);
        doubt_row(report, table, result, why, note);
    }
    if (found > DOUBTS_SHOWN)
        block_text(report->document, &section->blocks, STYLE_KEY,
                   words_fill(report->arena, words, "changes.restated.more",
                              arena_printf(report->arena, "%d", found - DOUBTS_SHOWN), NULL));
    if (!table)
        compose_none(report, &section->blocks, "trust.doubts.none");
}

/* How far the owners' own word is from what comes out of the figures. */
static void distances(struct report *report, struct section *section) {
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    struct table_block *table = NULL;
    block_heading(report->document, &section->blocks, words_text(words, "trust.distance"),
                  words_text(words, "trust.distance.note"));
    for (size_t i = 0; i < report->plan->initiatives.count; i++) {
        const struct initiative_result *result = &report->assessment->initiatives[i];
        const struct initiative *initiative = result->initiative;
        if (result->flattery == 0 || initiative->closed || initiative->state != STATE_ACTIVE ||
            !initiative->unit || !subject_within(report, initiative->unit))
            continue;
        if (!table) {
            table = block_table(report->document, &section->blocks,
                                words_text(words, "trust.distance.summary"))
                        ->table;
            table->padding = MM(0.6);
            table_column(arena, table, words_text(words, "column.id"), ALIGN_LEFT, MM(10),
                         STYLE_TABLE_BOLD);
            table_column(arena, table, words_text(words, "portfolio.initiative"), ALIGN_LEFT,
                         MM(62), STYLE_TABLE);
            table_column(arena, table, words_text(words, "trust.distance.head"), ALIGN_LEFT, 0,
                         STYLE_TABLE)
                ->gap = MM(3);
            table_column(arena, table, words_text(words, "column.owner"), ALIGN_LEFT, MM(42),
                         STYLE_TABLE_GREY)
                ->gap = MM(3);
        }
        struct table_row *row = table_row(arena, table, ROW_BODY);
        compose_id_cell(report, row, initiative->id, bearing_anchor(report, initiative->id));
        table_text(arena, row, initiative->name)->header = true;
        struct content *content = cell_content(arena, table_cell(arena, row));
        compose_change(report, content, result->reported, result->status);
        int bands = result->flattery < 0 ? -result->flattery : result->flattery;
        content_text(
            arena, content,
            words_fill(arena, words,
                       result->flattery > 0 ? "trust.distance.better" : "trust.distance.worse",
                       arena_printf(arena, "%d", bands), NULL));
        compose_or_none(report, row, initiative->owner);
    }
    if (!table)
        compose_none(report, &section->blocks, "trust.distance.none");
}

static const char *trust_title(struct report *report, const struct trust_row *sum) {
    struct arena *arena = report->arena;
    const char *key = sum->disagreeing > 0   ? "trust.title.flattered"
                      : sum->initiatives > 0 ? "trust.title"
                                             : "trust.title.figures";
    return words_fill(arena, report->words, key, arena_printf(arena, "%d", sum->attested),
                      arena_printf(arena, "%d", sum->measures),
                      arena_printf(arena, "%d", sum->disagreeing),
                      arena_printf(arena, "%d", sum->initiatives), NULL);
}

SECTION(trust) {
    struct section *section = compose_section(report, template);
    const struct trust_row sum = sum_of(report);
    if (sum.measures + sum.initiatives == 0) {
        subject_quiet(report, section, "trust.none");
        return;
    }
    section->run_on |= template->appendix;
    block_title(report->document, &section->blocks, trust_title(report, &sum),
                words_text(report->words, "trust.subtitle"));
    by_unit(report, section, &sum);
    doubts(report, section);
    distances(report, section);
    by_owner(report, section);
}

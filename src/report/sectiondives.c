/* Deep dives: one objective a page: how it stands and why, what moves it, what is proposed.
 *
 * Which ones is divechoice's business. */
#include "base/utf8.h"
#include "layout/chartalt.h"
#include "report/chartwording.h"
#include "report/compose.h"
#include "report/divechoice.h"
#include "report/divework.h"
#include "report/figures.h"
#include "report/measurechart.h"
#include "report/message.h"
#include "report/section.h"
#include "report/subject.h"
#include <string.h>

enum { MEASURES_SHOWN = 5 };
#define BULLET_WIDTH  MM(46)
#define BULLET_LEAST  MM(30) /* beside long figures, so that names keep their room */
#define BULLET_HEIGHT MM(4.4)

/* ---- how it stands --------------------------------------------------------------------------- */

static const char *dive_title(struct report *report, const struct objective_result *result,
                              const struct measure_result *lead) {
    if (!lead)
        return words_fill(report->arena, report->words, "dives.title.plain",
                          result->objective->name, compose_in_text(report, result->status), NULL);
    const struct sentence_voice voice =
        wording_voice(report->arena, report->template->catalogue, report->plan);
    const struct reading reading = reading_of(report->assessment, lead);
    return message_reading(&voice, &reading);
}

/* "C3 Meet patients' need · Community & Patients · Secure supply" */
static const char *dive_subtitle(struct report *report, const struct objective *objective) {
    return arena_printf(report->arena, "%s\u00a0%s · %s%s%s", objective->id, objective->name,
                        objective->perspective->name, objective->theme ? " · " : "",
                        objective->theme ? objective->theme->name : "");
}

static void standing_line(struct report *report, struct section *section,
                          const struct objective_result *result) {
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    const struct assessment *before = report->assessment->previous;
    struct block *block = block_add(report->document, &section->blocks, BLOCK_TEXT);
    block->style = STYLE_BODY;
    struct inline_item *pill = vec_add(arena, &block->content.items);
    *pill = (struct inline_item){.kind = INLINE_PILL,
                                 .text = compose_status_word(report, result->status),
                                 .colour = COLOUR_INHERIT,
                                 .mark = compose_mark(result->status)};
    const char *owner = result->objective->owner;
    const size_t place = (size_t)(result - report->assessment->objectives);
    const char *was = before ? compose_score(report, before->objectives[place].score)
                             : words_text(words, "missing");
    content_text(arena, &block->content,
                 words_fill(arena, words, "dives.standing", compose_score(report, result->score),
                            was, compose_percent(report, result->coverage),
                            owner && *owner ? owner : words_text(words, "none.finding"), NULL));
    if (result->declared)
        content_text(arena, &block->content,
                     words_fill(arena, words, "dives.declared",
                                compose_in_text(report, result->declared_status),
                                result->objective->declared_by ? result->objective->declared_by
                                                               : words_text(words, "none.finding"),
                                NULL));
}

/* ---- charts ---------------------------------------------------------------------------------- */

/* A page says less, a step at a time, until it is one: smaller charts, then no XmR chart, then
 * neither drivers nor effects. */
enum { STEP_NO_XMR = 3, STEPS_MOST = DIVEWORK_TERSE };

static mp months_height(int step) {
    static const mp heights[STEPS_MOST + 1] = {MM(52), MM(45), MM(40), MM(50), MM(42)};
    return heights[step < STEPS_MOST ? step : STEPS_MOST];
}

static mp noise_height(int step) {
    static const mp heights[STEP_NO_XMR] = {MM(36), MM(33), MM(29)};
    return heights[step < STEP_NO_XMR ? step : STEP_NO_XMR - 1];
}

static void caption(struct report *report, struct block *block, const struct measure *measure,
                    const char *note) {
    content_styled(report->arena, &block->content, STYLE_CAPTION_NAME, INK, measure->name);
    content_styled(report->arena, &block->content, STYLE_CAPTION, GREY, note);
}

/* Signals that hold the latest value: what the XmR chart is shown for. */
static const struct signal_result *signals_now(const struct report *report,
                                               const struct measure_result *lead) {
    const struct signal_result *signals =
        report->assessment->signals
            ? report->assessment->signals[lead - report->assessment->measures]
            : NULL;
    return signals && signals->now && report->terse < STEP_NO_XMR ? signals : NULL;
}

static void months(struct report *report, struct section *section,
                   const struct measure_result *lead) {
    const struct words *words = report->words;
    const struct measure *measure = lead->measure;
    struct block *block = block_add(report->document, &section->blocks, BLOCK_CHART);
    block->chart = measurechart_months(report, lead, months_height(report->terse));
    const char *unit =
        words_fill(report->arena, words, "exceptions.chart.unit", compose_unit(report, measure),
                   words_text(words, arena_printf(report->arena, "dictionary.frequency.%s",
                                                  period_frequency_name(measure->frequency))),
                   NULL);
    caption(report, block, measure, unit);
    figures_add(report, block,
                (struct charttable){.name = measure->name, .about = unit + strspn(unit, " ")});
}

/* "7 periods below the mean since March 2026" */
static const char *signal_words(struct report *report, const struct signal_result *signals) {
    static const char *const keys[] = {[SIGNAL_OUTSIDE] = "dives.signal.outside",
                                       [SIGNAL_RUN] = "dives.signal.run",
                                       [SIGNAL_SLOPE] = "dives.signal.slope",
                                       [SIGNAL_NEAR] = "dives.signal.near"};
    const struct signal *longest = NULL;
    for (size_t i = 0; i < signals->signals.count; i++) {
        const struct signal *signal = &signals->signals.items[i];
        if (signal->last + 1 == signals->count && (!longest || signal->first < longest->first))
            longest = signal;
    }
    if (!longest)
        return "";
    return words_fill(report->arena, report->words, keys[longest->kind],
                      arena_printf(report->arena, "%zu", longest->last - longest->first + 1),
                      longest->side > 0 ? "1" : "0",
                      words_period(report->arena, report->words,
                                   signals->points[longest->first].period,
                                   &report->plan->organization.fiscal),
                      NULL);
}

static void noise(struct report *report, struct section *section, const struct measure_result *lead,
                  const struct signal_result *signals) {
    struct arena *arena = report->arena;
    struct block *block = block_add(report->document, &section->blocks, BLOCK_CHART);
    struct chart *chart = measurechart_xmr(report, lead, signals, noise_height(report->terse));
    const struct chartwords spoken = chartwording(report->words);
    const char *name = words_fill(arena, report->words, "dives.noise", lead->measure->name, NULL);
    chart->alt = chartalt_text(arena, chart, name, &spoken);
    block->chart = chart;
    content_styled(arena, &block->content, STYLE_CAPTION_NAME, INK,
                   words_text(report->words, "dives.signal"));
    content_styled(arena, &block->content, STYLE_CAPTION, GREY, signal_words(report, signals));
    figures_noise(report, block, name);
}

static void charts(struct report *report, struct section *section,
                   const struct measure_result *lead) {
    if (!lead || lead->history_count == 0 || !period_set(lead->period)) {
        compose_none(report, &section->blocks, "dives.no-history");
        return;
    }
    const struct signal_result *signals = signals_now(report, lead);
    months(report, section, lead);
    if (signals)
        noise(report, section, lead, signals);
}

/* ---- measures -------------------------------------------------------------------------------- */

#define FIGURE_WIDTH MM(13)
#define DIGIT_WIDTH  MM(1.65)
#define NAME_SPARE   MM(8) /* of the column of names, before the bullets give way */

enum { FIGURES = 4 };

/* Actual, plan, red flag, forecast for the year end. */
struct figures {
    const char *texts[FIGURES];
};

static struct figures figures_of(struct report *report, const struct measure_result *result) {
    const struct measure *measure = result->measure;
    const struct judged_thresholds *t = &result->thresholds;
    const bool range = measure->polarity == POLARITY_RANGE;
    return (struct figures){
        {compose_figure(report, measure, result->has_actual, result->actual, false),
         compose_plan(report, result),
         compose_figure(report, measure, t->known && !range, t->red, false),
         compose_figure(report, measure, result->forecast_method != FORECAST_NONE, result->forecast,
                        false)}};
}

static size_t measures_shown(const struct objective *objective) {
    return objective->measures.count < MEASURES_SHOWN ? objective->measures.count : MEASURES_SHOWN;
}

/* What the figures are wider than their columns would be taken from the names. */
static mp bullet_width(struct report *report, const struct objective *objective) {
    mp more[FIGURES] = {0};
    for (size_t i = 0; i < measures_shown(objective); i++) {
        const struct figures figures =
            figures_of(report, assess_measure(report->assessment, objective->measures.items[i]));
        for (size_t k = 0; k < FIGURES; k++)
            more[k] =
                length_max(more[k], (mp)utf8_runes(figures.texts[k]) * DIGIT_WIDTH - FIGURE_WIDTH);
    }
    mp sum = 0;
    for (size_t k = 0; k < FIGURES; k++)
        sum += more[k];
    return length_max(BULLET_LEAST, BULLET_WIDTH - length_max(sum - NAME_SPARE, 0));
}

static void measure_row(struct report *report, struct table_block *table,
                        const struct measure_result *result, mp width) {
    struct arena *arena = report->arena;
    const struct measure *measure = result->measure;
    struct table_row *row = table_row(arena, table, ROW_BODY);
    struct table_cell *cell = table_cell(arena, row);
    cell->header = true;
    content_styled(arena, cell_content(arena, cell), STYLE_TABLE_BOLD, INK, measure->name);
    content_styled(
        arena, cell_paragraph(arena, cell), STYLE_TABLE_GREY, GREY,
        words_fill(arena, report->words, "dives.unit", compose_unit(report, measure),
                   words_text(report->words, arena_printf(arena, "dives.better.%s",
                                                          plan_polarity_name(measure->polarity))),
                   NULL));
    if (measurechart_has_bullet(result))
        table_chart(arena, row, measurechart_bullet(report, result, width, BULLET_HEIGHT));
    else
        table_text(arena, row, words_text(report->words, "missing"));
    const struct figures figures = figures_of(report, result);
    for (size_t i = 0; i < FIGURES; i++)
        table_text(arena, row, figures.texts[i]);
    compose_mark_cell(report, row, result->status, true);
    compose_trend_cell(report, row, result->trend.goodness);
}

static void measure_columns(struct report *report, struct table_block *table, mp bullet) {
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    table->padding = MM(0.6);
    table_column(arena, table, words_text(words, "scorecard.measure"), ALIGN_LEFT, 0, STYLE_TABLE);
    table_column(arena, table, words_text(words, "dives.scale"), ALIGN_LEFT, bullet, STYLE_TABLE);
    table_column(arena, table, words_text(words, "scorecard.actual"), ALIGN_RIGHT, FIGURE_WIDTH,
                 STYLE_TABLE_BOLD);
    table_column(arena, table, words_text(words, "scorecard.plan"), ALIGN_RIGHT, FIGURE_WIDTH,
                 STYLE_TABLE);
    table_column(arena, table, words_text(words, "dictionary.red"), ALIGN_RIGHT, FIGURE_WIDTH,
                 STYLE_TABLE);
    table_column(arena, table, words_text(words, "dives.year-end"), ALIGN_RIGHT, FIGURE_WIDTH,
                 STYLE_TABLE);
    table_column(arena, table, words_text(words, "column.status"), ALIGN_LEFT, MM(9), STYLE_TABLE)
        ->gap = MM(3);
    table_column(arena, table, words_text(words, "dives.trend"), ALIGN_LEFT, MM(9), STYLE_TABLE);
}

static void measures(struct report *report, struct section *section,
                     const struct objective *objective) {
    if (objective->measures.count == 0)
        return;
    const struct words *words = report->words;
    struct table_block *table =
        block_table(report->document, &section->blocks, words_text(words, "dives.measures.summary"))
            ->table;
    const mp width = bullet_width(report, objective);
    measure_columns(report, table, width);
    const size_t count = objective->measures.count;
    for (size_t i = 0; i < measures_shown(objective); i++)
        measure_row(report, table, assess_measure(report->assessment, objective->measures.items[i]),
                    width);
    if (count > MEASURES_SHOWN)
        block_text(report->document, &section->blocks, STYLE_KEY,
                   words_fill(report->arena, words, "dives.measures.more",
                              arena_printf(report->arena, "%zu", count - MEASURES_SHOWN), NULL));
}

/* ---- pages ----------------------------------------------------------------------------------- */

/* The first page has the section's own name, so that the contents find it. */
static struct section *dive_section(struct report *report, const struct template_section *template,
                                    const struct objective *objective, bool first) {
    struct section *section = compose_section(report, template);
    if (!first)
        section->anchor = arena_printf(report->arena, "%s:%s", template->kind, objective->id);
    section->subject = objective->id;
    section->name = words_fill(report->arena, report->words, "dives.name", template->name,
                               objective->id, objective->name, NULL);
    return section;
}

static void dive(struct report *report, struct section *section,
                 const struct objective_result *result) {
    const struct objective *objective = result->objective;
    const struct measure_result *lead = divechoice_lead(report, result);
    block_title(report->document, &section->blocks, dive_title(report, result, lead),
                dive_subtitle(report, objective));
    standing_line(report, section, result);
    charts(report, section, lead);
    measures(report, section, objective);
    struct block *columns = block_add(report->document, &section->blocks, BLOCK_COLUMNS);
    divework_said(report, columns, objective);
    divework_moves(report, columns, objective);
}

struct page {
    const struct template_section *template;
    const struct objective_result *result;
    bool first;
};

static void build_page(struct report *report, void *user) {
    const struct page *page = user;
    dive(report, dive_section(report, page->template, page->result->objective, page->first),
         page->result);
}

SECTION(dives) {
    const struct divechoice chosen = divechoice_make(report, template);
    if (chosen.count == 0) {
        subject_quiet(report, compose_section(report, template), "dives.none");
        return;
    }
    const int terse = report->terse;
    for (size_t i = 0; i < chosen.count; i++) {
        struct page page = {template, chosen.items[i], i == 0};
        report->terse = 0;
        while (report->terse < STEPS_MOST && report_pages(report, build_page, &page) > 1)
            report->terse++;
        build_page(report, &page);
    }
    report->terse = terse;
}

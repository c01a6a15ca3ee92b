#include "report/compose.h"

#include "assess/rollup.h"
#include "base/languagetag.h"
#include "layout/markup.h"
#include "plan/translation.h"
#include "report/unitname.h"

#include <string.h>

struct section *compose_section(struct report *report, const struct template_section *template) {
    struct section *section = document_section(report->document, template->kind, template->name);
    section->in_outline = true;
    section->orientation = template->orientation;
    section->appendix = template->appendix;
    section->run_on = template->follows;
    section->detail_rank = template->detail;
    return section;
}

enum mark compose_mark(enum status status) {
    switch (status) {
    case STATUS_EXCEEDS:
        return MARK_EXCEEDS;
    case STATUS_GREEN:
        return MARK_GREEN;
    case STATUS_AMBER:
        return MARK_AMBER;
    case STATUS_RED:
        return MARK_RED;
    case STATUS_NO_DATA:
    case STATUS_NOT_DUE:
    case STATUS_NOT_APPLICABLE:
    case STATUS_STALE:
    case STATUS_INSUFFICIENT:
    case STATUS_UNSCORED:
    default:
        return MARK_GREY;
    }
}

enum trend_mark compose_trend(enum goodness goodness) {
    switch (goodness) {
    case GOODNESS_IMPROVING:
        return TREND_IMPROVING;
    case GOODNESS_STEADY:
        return TREND_STEADY;
    case GOODNESS_WORSENING:
        return TREND_WORSENING;
    case GOODNESS_UNKNOWN:
    default:
        return TREND_NONE;
    }
}

const char *compose_status_word(const struct report *report, enum status status) {
    return words_text(report->words, arena_printf(report->arena, "status.%s", status_name(status)));
}

const char *compose_in_text(const struct report *report, enum status status) {
    const char *key = arena_printf(report->arena, "in-text.%s", status_name(status));
    return words_text(report->words, status_scored(status) ? key : "in-text.grey");
}

const char *compose_goodness_word(const struct report *report, enum goodness goodness) {
    return words_text(report->words,
                      arena_printf(report->arena, "goodness.%s", goodness_name(goodness)));
}

const char *compose_figure(const struct report *report, const struct measure *measure, bool known,
                           struct decimal value, bool plus) {
    if (!known)
        return words_text(report->words, "missing");
    if (measure->polarity == POLARITY_BINARY)
        return words_text(report->words, decimal_zero(value) ? "no" : "yes");
    return words_number(report->arena, report->words, value, measure->decimals, plus);
}

const struct commentary *compose_commentary(const struct report *report, const char *id) {
    const struct commentary *found = NULL;
    for (size_t i = 0; i < report->plan->commentaries.count; i++) {
        const struct commentary *commentary = &report->plan->commentaries.items[i];
        if (strcmp(commentary->linked_id, id) != 0 ||
            !period_equal(commentary->period, report->assessment->period))
            continue;
        if (!found || found->kind != COMMENTARY_EXECUTIVE ||
            commentary->kind == COMMENTARY_EXECUTIVE)
            found = commentary;
    }
    return found;
}

const char *compose_cause(const struct commentary *commentary) {
    if (!commentary)
        return "";
    return commentary->cause && *commentary->cause ? commentary->cause : commentary->analysis;
}

const char *compose_plan(const struct report *report, const struct measure_result *result) {
    const struct judged_thresholds *t = &result->thresholds;
    if (result->measure->polarity != POLARITY_RANGE || !t->known)
        return compose_figure(report, result->measure, result->has_target, result->target, false);
    return words_fill(report->arena, report->words, "range",
                      compose_figure(report, result->measure, true, t->lower, false),
                      compose_figure(report, result->measure, true, t->upper, false), NULL);
}

const char *compose_unit(const struct report *report, const struct measure *measure) {
    const char *name =
        measure->polarity == POLARITY_BINARY ? "binary" : unitname_of(measure->unit_of_measure);
    return name ? words_text(report->words, arena_printf(report->arena, "unit.column.%s", name))
                : measure->unit_of_measure;
}

/* A unit in the words that go with a figure. */
static const char *unit_word(const struct report *report, const struct measure *measure,
                             struct decimal value) {
    const char *name = unitname_of(measure->unit_of_measure);
    char plain[32];
    decimal_format(value, (int)measure->decimals, plain);
    return name ? words_fill(report->arena, report->words,
                             arena_printf(report->arena, "unit.%s", name), plain, NULL)
                : measure->unit_of_measure;
}

/* Where currency codes and other units stand, with a space that never breaks, is the catalogue's.
 */
const char *compose_quantity(const struct report *report, const struct measure *measure, bool known,
                             struct decimal value) {
    const char *figure = compose_figure(report, measure, known, value, false);
    const char *unit = measure->unit_of_measure;
    if (!known || unitname_bare(unit) || measure->polarity == POLARITY_BINARY)
        return figure;
    if (strcmp(unit, "%") == 0)
        return words_fill(report->arena, report->words, "quantity.percent", figure, NULL);
    const bool money = strncmp(unit, report->plan->organization.currency,
                               strlen(report->plan->organization.currency)) == 0;
    if (money)
        return words_fill(report->arena, report->words, "quantity.money", figure, unit, NULL);
    return words_fill(report->arena, report->words, "quantity", figure,
                      unit_word(report, measure, value), NULL);
}

const char *compose_score(const struct report *report, struct score score) {
    if (!score.exact)
        return words_text(report->words, "missing");
    struct decimal whole;
    if (!rational_round(score.exact, 0, &whole))
        whole = decimal_round(score.rounded, 0);
    return words_number(report->arena, report->words, whole, 0, false);
}

const char *compose_percent(const struct report *report, struct decimal percent) {
    return words_fill(report->arena, report->words, "percent",
                      words_number(report->arena, report->words, percent, 0, false), NULL);
}

/* Keeps the larger of two amounts. */
static void larger(struct quantity amount, struct decimal *most) {
    if (amount.known && decimal_compare(decimal_abs(amount.value), *most) > 0)
        *most = decimal_abs(amount.value);
}

/* By the largest amount, so that a column reads alike: what is small beside it counts little. */
static unsigned millions_places(const struct report *report) {
    struct decimal most = decimal_of(0);
    for (size_t i = 0; i < report->plan->initiatives.count; i++) {
        const struct initiative *initiative = &report->plan->initiatives.items[i];
        if (!compose_initiative_here(report, initiative))
            continue;
        larger(initiative->budget, &most);
        larger(initiative->forecast_cost, &most);
    }
    if (decimal_compare(most, decimal_of(500000)) >= 0)
        return 1;
    return decimal_compare(most, decimal_of(5000)) >= 0 ? 3 : DECIMAL_PLACES;
}

/* Not nothing: less than the smallest figure printed. */
static const char *hardly_anything(const struct report *report, unsigned places) {
    struct decimal least = decimal_micro(DECIMAL_ONE);
    for (unsigned i = 0; i < places; i++)
        least.micro /= 10;
    return words_fill(report->arena, report->words, "less-than",
                      words_number(report->arena, report->words, least, places, false), NULL);
}

const char *compose_in_millions(const struct report *report, struct decimal amount) {
    struct decimal millions;
    if (!decimal_div(amount, decimal_of(1000000), &millions))
        return words_text(report->words, "missing");
    unsigned places = millions_places(report);
    if (!decimal_zero(amount) && decimal_zero(decimal_round(millions, places)))
        return hardly_anything(report, places);
    return words_number(report->arena, report->words, millions, places, false);
}

const char *compose_change_in_millions(const struct report *report, struct decimal change) {
    struct decimal millions;
    if (!decimal_div(change, decimal_of(1000000), &millions))
        return words_text(report->words, "missing");
    return words_number(report->arena, report->words, millions, millions_places(report), true);
}

const char *compose_millions(const struct report *report, struct decimal amount) {
    return words_fill(report->arena, report->words, "millions", report->plan->organization.currency,
                      compose_in_millions(report, amount), NULL);
}

void compose_columns(struct report *report, struct table_block *table,
                     const struct compose_column *columns, size_t count, mp gap_left,
                     mp gap_other) {
    for (size_t i = 0; i < count; i++)
        table_column(report->arena, table,
                     columns[i].key ? words_text(report->words, columns[i].key) : "",
                     columns[i].align, columns[i].width, columns[i].style)
            ->gap = columns[i].align == ALIGN_LEFT && columns[i].key ? gap_left : gap_other;
}

struct table_cell *compose_mark_cell(struct report *report, struct table_row *row,
                                     enum status status, bool letter) {
    struct table_cell *cell = table_cell(report->arena, row);
    enum mark mark = compose_mark(status);
    content_mark(report->arena, cell_content(report->arena, cell), mark,
                 letter ? mark_letter(mark) : NULL, compose_status_word(report, status));
    return cell;
}

struct table_cell *compose_trend_cell(struct report *report, struct table_row *row,
                                      enum goodness goodness) {
    struct table_cell *cell = table_cell(report->arena, row);
    struct content *content = cell_content(report->arena, cell);
    if (goodness == GOODNESS_UNKNOWN)
        content_text(report->arena, content, words_text(report->words, "not-available"));
    else
        content_trend(report->arena, content, compose_trend(goodness),
                      compose_goodness_word(report, goodness));
    return cell;
}

void compose_change(struct report *report, struct content *content, enum status from,
                    enum status to) {
    struct arena *arena = report->arena;
    enum mark before = compose_mark(from);
    enum mark after = compose_mark(to);
    content_mark(arena, content, before, mark_letter(before), compose_status_word(report, from));
    const char *arrow = arena_printf(arena, "\u2002%s\u2002", words_text(report->words, "arrow"));
    content_styled(arena, content, STYLE_TABLE_GREY, GREY, arrow)->actual =
        words_text(report->words, "brief.now");
    content_mark(arena, content, after, mark_letter(after), compose_status_word(report, to));
}

static const char *variance_text(const struct report *report, const struct measure_result *result,
                                 bool percent) {
    if (!result->has_variance || result->measure->polarity == POLARITY_BINARY)
        return words_text(report->words, "missing");
    if (!percent)
        return words_number(report->arena, report->words, result->variance,
                            result->measure->decimals, true);
    if (result->variance_in_points)
        return words_text(report->words, "points");
    if (!result->has_variance_percent)
        return words_text(report->words, "not-meaningful");
    /* From 100 % on decimals only pretend precision (packet-look: missing and empty). */
    bool large = decimal_compare(decimal_abs(result->variance_percent), decimal_of(100)) >= 0;
    return words_number(report->arena, report->words, result->variance_percent, large ? 0 : 1,
                        true);
}

struct table_cell *compose_variance_cell(struct report *report, struct table_row *row,
                                         const struct measure_result *result, bool percent,
                                         bool dense) {
    struct table_cell *cell =
        table_text(report->arena, row, variance_text(report, result, percent));
    bool coloured = result->has_variance && result->measure->polarity != POLARITY_BINARY &&
                    (!percent || result->has_variance_percent);
    if (percent && result->variance_in_points)
        coloured = false;
    if (!coloured) {
        cell->style = dense ? STYLE_DENSE_GREY : STYLE_TABLE_GREY;
    } else if (result->favourable < 0) {
        cell->style = dense ? STYLE_DENSE_BOLD : STYLE_TABLE_BOLD;
        cell->colour = BAD_TEXT;
    } else if (result->favourable > 0) {
        cell->colour = GOOD_TEXT;
    }
    return cell;
}

struct table_cell *compose_id_cell(struct report *report, struct table_row *row, const char *id,
                                   const char *anchor) {
    struct table_cell *cell = table_cell(report->arena, row);
    struct inline_item *item = content_text(report->arena, cell_content(report->arena, cell), id);
    item->target = anchor;
    item->colour = NAVY;
    cell->whole = true;
    return cell;
}

const char *compose_foreign(const struct report *report) {
    const char *workbook = report->plan->organization.language;
    const char *pages = report->template->language;
    return languagetag_same(workbook, pages) || translation_there(report->plan, pages) ? NULL
                                                                                       : workbook;
}

/* Words from an item on are said in a language; NULL: that of the pages. */
static void speak(struct content *content, size_t from, const char *language) {
    for (size_t i = from; i < content->items.count; i++)
        content->items.items[i].language = language;
}

struct table_cell *compose_or_none(struct report *report, struct table_row *row, const char *text) {
    if (text && *text) {
        struct table_cell *own = table_text(report->arena, row, text);
        speak(&own->paragraphs.items[0], 0, compose_foreign(report));
        return own;
    }
    struct table_cell *cell =
        table_text(report->arena, row, words_text(report->words, "none.finding"));
    cell->style = STYLE_TABLE_BOLD;
    cell->colour = BAD_TEXT;
    return cell;
}

static const struct markup_styles cell_styles = {STYLE_INHERIT, STYLE_TABLE_BOLD, COLOUR_INHERIT};
static const struct markup_styles body_styles = {STYLE_INHERIT, STYLE_BODY_BOLD, COLOUR_INHERIT};

struct table_cell *compose_prose_cell(struct report *report, struct table_row *row,
                                      const char *text) {
    if (!text || !*text)
        return compose_or_none(report, row, text);
    struct table_cell *cell = table_cell(report->arena, row);
    markup_cell(report->arena, cell, text, cell_styles);
    for (size_t i = 0; i < cell->paragraphs.count; i++)
        speak(&cell->paragraphs.items[i], 0, compose_foreign(report));
    return cell;
}

void compose_prose(struct report *report, struct content *content, const char *text) {
    const size_t from = content->items.count;
    markup_content(report->arena, content, text, body_styles);
    speak(content, from, compose_foreign(report));
}

enum { SPARKLINE_SLOTS = 12 };

/* The zone that counts as on target, from the thresholds of the judged period. */
static void sparkline_zone(struct chart_sparkline *line, const struct measure_result *result) {
    const struct judged_thresholds *t = &result->thresholds;
    if (!t->known)
        return;
    switch (result->measure->polarity) {
    case POLARITY_HIGHER:
        line->has_low = true;
        line->low = decimal_double(t->target);
        break;
    case POLARITY_LOWER:
        line->has_high = true;
        line->high = decimal_double(t->target);
        break;
    case POLARITY_RANGE:
        line->has_low = line->has_high = true;
        line->low = decimal_double(t->lower);
        line->high = decimal_double(t->upper);
        break;
    case POLARITY_BINARY:
    case POLARITY_INFO:
    default:
        break;
    }
}

const struct chart *compose_sparkline(struct report *report, const struct measure_result *result,
                                      mp width, mp height) {
    struct chart *chart = arena_alloc(report->arena, sizeof *chart);
    chart->kind = CHART_SPARKLINE;
    chart->width = width;
    chart->height = height;
    struct chart_value *points = arena_array(report->arena, SPARKLINE_SLOTS, sizeof *points);
    size_t now = result->history_now < result->history_count ? result->history_now + 1
                                                             : result->history_count;
    size_t take = now < SPARKLINE_SLOTS ? now : SPARKLINE_SLOTS;
    for (size_t i = 0; i < take; i++) {
        const struct point_result *point = &result->history[now - take + i];
        points[SPARKLINE_SLOTS - take + i] =
            (struct chart_value){point->has_actual, decimal_double(point->actual), NULL};
    }
    chart->as.sparkline.points = points;
    chart->as.sparkline.count = SPARKLINE_SLOTS;
    sparkline_zone(&chart->as.sparkline, result);
    return chart;
}

bool compose_objective_here(const struct report *report, const struct objective *objective) {
    return objective->unit == report->unit && objective->state == STATE_ACTIVE &&
           filter_objective(report->filter, objective);
}

bool compose_measure_here(const struct report *report, const struct measure *measure) {
    return measure->state != STATE_RETIRED && measure->state != STATE_PROPOSED &&
           measure->objectives.count > 0 &&
           compose_objective_here(report, measure->objectives.items[0]) &&
           filter_measure(report->filter, measure);
}

bool compose_measure_listed(const struct report *report, const struct measure *measure) {
    if (measure->state == STATE_RETIRED || measure->state == STATE_PROPOSED ||
        measure->objectives.count == 0 || measure->objectives.items[0]->state != STATE_ACTIVE)
        return false;
    const struct unit *unit = measure->objectives.items[0]->unit;
    return unit == report->unit || (unit && unit->parent == report->unit);
}

/* The weight of one child as a share of those of all. */
static const char *weight_share(struct report *report, const struct rollup_child *children,
                                size_t count, const void *one) {
    const struct rational *own = rational_of(report->arena, 0, 1);
    const struct rational *whole = own;
    for (size_t i = 0; i < count; i++) {
        const struct rollup_child *child = &children[i];
        if (child->unlisted)
            continue;
        const struct rational *weight = rational_of(report->arena, child->weight.micro, 1);
        whole = rational_add(report->arena, whole, weight);
        if (child->measure == one || (child->objective == one && !child->support))
            own = weight;
    }
    struct decimal percent;
    if (rational_sign(whole) == 0 ||
        !rational_round(
            rational_div(report->arena,
                         rational_mul(report->arena, own, rational_of(report->arena, 100, 1)),
                         whole),
            0, &percent))
        return words_text(report->words, "missing");
    return words_number(report->arena, report->words, percent, 0, false);
}

const char *compose_measure_weight(struct report *report, const struct objective *objective,
                                   const struct measure *measure) {
    const struct objective_result *result = assess_objective(report->assessment, objective);
    return weight_share(report, result->children, result->child_count, measure);
}

const char *compose_objective_weight(struct report *report, const struct objective *objective) {
    const struct group_result *group =
        assess_perspective(report->assessment, objective->unit, objective->perspective);
    return group ? weight_share(report, group->children, group->child_count, objective)
                 : words_text(report->words, "missing");
}

bool compose_initiative_here(const struct report *report, const struct initiative *initiative) {
    if (initiative->state == STATE_RETIRED || !filter_initiative(report->filter, initiative))
        return false;
    for (const struct unit *unit = initiative->unit; unit; unit = unit->parent)
        if (unit == report->unit)
            return true;
    for (size_t i = 0; i < initiative->objectives.count; i++)
        if (compose_objective_here(report, initiative->objectives.items[i]))
            return true;
    return false;
}

int compose_tally_index(enum status status) {
    switch (status) {
    case STATUS_EXCEEDS:
        return 0;
    case STATUS_GREEN:
        return 1;
    case STATUS_AMBER:
        return 2;
    case STATUS_RED:
        return 3;
    case STATUS_NO_DATA:
    case STATUS_NOT_DUE:
    case STATUS_NOT_APPLICABLE:
    case STATUS_STALE:
    case STATUS_INSUFFICIENT:
    case STATUS_UNSCORED:
    default:
        return 4;
    }
}

void compose_tally(const struct report *report, const struct assessment *assessment,
                   int counts[5]) {
    memset(counts, 0, 5 * sizeof *counts);
    for (size_t i = 0; i < report->plan->objectives.count; i++)
        if (compose_objective_here(report, &report->plan->objectives.items[i]))
            counts[compose_tally_index(assessment->objectives[i].status)]++;
}

const char *compose_plain_title(const struct report *report, const int counts[5]) {
    const struct words *words = report->words;
    int judged = counts[0] + counts[1] + counts[2] + counts[3];
    if (judged + counts[4] == 0)
        return words_text(words, "title.no-objective");
    if (judged == 0)
        return words_text(words, "title.unjudged");
    if (judged + counts[4] > 1)
        return NULL;
    const char *status = counts[3] ? "in-text.red" : counts[2] ? "in-text.amber" : "in-text.green";
    return words_fill(report->arena, words, "title.only", words_text(words, status), NULL);
}

const char *compose_or_no(const struct report *report, int n) {
    return n == 0 ? words_text(report->words, "count.no") : arena_printf(report->arena, "%d", n);
}

const char *compose_fiscal_year(const struct report *report) {
    char year[16];
    const struct organization *o = &report->plan->organization;
    period_fiscal_year(period_last(report->assessment->period), &o->fiscal, year);
    return arena_strdup(report->arena, year);
}

void compose_group_row(struct report *report, struct table_block *table, const char *name,
                       const char *note) {
    struct arena *arena = report->arena;
    struct content *content =
        cell_content(arena, table_cell(arena, table_row(arena, table, ROW_GROUP)));
    content_text(arena, content, name);
    if (note)
        content_styled(arena, content, STYLE_TABLE_GREY, GREY, note);
}

void compose_none(struct report *report, struct block_list *list, const char *key) {
    block_text(report->document, list, STYLE_BODY, words_text(report->words, key))->colour = GREY;
}

/* Changes and restatements: what was asked to change, old and new, who approved it; which past
 * figures moved; what stands in the figures although nobody approved it. */
#include "compare/approvalnow.h"
#include "report/compose.h"
#include "report/section.h"
#include "report/subject.h"
#include "report/unitname.h"
#include <string.h>

enum { RESTATED_SHOWN = 20, STATES = CHANGE_IMPLEMENTED + 1 };

/* A request of this packet, and whether its new value stands in the figures. */
struct request {
    const struct change_request *change;
    enum approval_standing standing;
};

struct requests {
    struct request *items;
    size_t count;
    size_t waiting, unapproved; /* not decided; in the figures without approval */
};

static bool approved(const struct change_request *change) {
    return change->status == CHANGE_APPROVED || change->status == CHANGE_IMPLEMENTED;
}

static bool waiting(const struct change_request *change) {
    return change->status == CHANGE_DRAFT || change->status == CHANGE_SUBMITTED;
}

static bool unapproved(const struct request *request) {
    return !approved(request->change) && request->standing == STANDING_THERE;
}

static struct requests collect(struct report *report) {
    const struct plan *plan = report->plan;
    struct approvalnow *now = approvalnow_new(report->arena, plan);
    struct requests requests = {
        .items = arena_array(report->arena, plan->changes.count, sizeof *requests.items)};
    for (size_t i = 0; i < plan->changes.count; i++) {
        const struct change_request *change = &plan->changes.items[i];
        if (!subject_here(report, change->linked_id))
            continue;
        struct request *request = &requests.items[requests.count++];
        *request = (struct request){change, approvalnow_standing(now, change)};
        requests.waiting += waiting(change);
        requests.unapproved += unapproved(request);
    }
    return requests;
}

/* ---- what a request says --------------------------------------------------------------------- */

/* What its numbers are of. */
enum field_unit { OF_NOTHING, OF_MEASURE, OF_MONEY };

struct known_field {
    const char *field, *key;
    enum field_unit unit;
};

/* NULL for a column of the workbook that has no name on pages. */
static const struct known_field *known_field(const char *field) {
    static const struct known_field known[] = {
        {"target", "dictionary.target", OF_MEASURE},     {"actual", "scorecard.actual", OF_MEASURE},
        {"forecast", "chart.head.forecast", OF_MEASURE}, {"red flag", "dictionary.red", OF_MEASURE},
        {"stretch", "dictionary.stretch", OF_MEASURE},   {"worst", "dictionary.worst", OF_MEASURE},
        {"weight", "changes.weight", OF_NOTHING},        {"budget", "changes.budget", OF_MONEY}};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (schema_same_title(known[i].field, field))
            return &known[i];
    return NULL;
}

/* A field as a page names it; what has no name here as it is written. */
static const char *field_word(const struct report *report, const char *field) {
    const struct known_field *known = known_field(field);
    return known    ? words_text(report->words, known->key)
           : *field ? field
                    : words_text(report->words, "changes.whole");
}

/* The measure whose figure a request is about; NULL if it is about anything else. */
static const struct measure *measure_of(const struct report *report,
                                        const struct change_request *change) {
    const struct known_field *known = known_field(change->field);
    return known && known->unit == OF_MEASURE ? plan_measure(report->plan, change->linked_id)
                                              : NULL;
}

/* "Target (litres)", "Budget (CAD)". */
static const char *field_in_unit(const struct report *report, const struct change_request *change) {
    const struct known_field *known = known_field(change->field);
    const struct measure *measure = measure_of(report, change);
    const char *word = field_word(report, change->field);
    const char *unit = known && known->unit == OF_MONEY ? report->plan->organization.currency
                       : measure && measure->polarity != POLARITY_BINARY &&
                               !unitname_bare(measure->unit_of_measure)
                           ? compose_unit(report, measure)
                           : "";
    return *unit ? words_fill(report->arena, report->words, "changes.in-unit", word, unit, NULL)
                 : word;
}

/* A number as pages write it, with the decimals of its measure; any other text as it is. */
static const char *value_text(const struct report *report, const struct change_request *change,
                              const char *text) {
    struct decimal value;
    if (!*text)
        return words_text(report->words, "missing");
    if (decimal_parse(text, strlen(text), &value) != DECIMAL_OK)
        return text;
    const char *point = strchr(text, '.');
    const struct measure *measure = measure_of(report, change);
    size_t places = point ? strlen(point + 1) : 0;
    if (measure && measure->decimals > places)
        places = measure->decimals;
    return words_number(report->arena, report->words, value, places > 6 ? 6 : (unsigned)places,
                        false);
}

static const char *short_date(const struct report *report, struct date date) {
    return words_date_short(report->arena, report->words, date, report->assessment->as_of.year);
}

static struct content *subject_cell(struct report *report, struct table_row *row, const char *id) {
    struct arena *arena = report->arena;
    const char *name = subject_name(report, id);
    struct table_cell *cell = table_cell(arena, row);
    cell->header = true;
    struct content *content = cell_content(arena, cell);
    content_styled(arena, content, STYLE_TABLE_BOLD, NAVY, id);
    if (name)
        content_text(arena, content, arena_printf(arena, " %s", name));
    return cell_paragraph(arena, cell);
}

/* "Target, April 2026 · asked by VP Donor Operations, 26 Feb" */
static void what_cell(struct report *report, struct table_row *row,
                      const struct change_request *change) {
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    struct content *about = subject_cell(report, row, change->linked_id);
    const char *field = field_in_unit(report, change);
    if (period_set(change->period))
        field = words_fill(
            arena, words, "changes.of-period", field,
            words_period(arena, words, change->period, &report->plan->organization.fiscal), NULL);
    content_styled(arena, about, STYLE_TABLE_GREY, GREY,
                   words_fill(arena, words, "changes.asked", field, change->requested_by,
                              short_date(report, change->requested_on), NULL));
}

static void finding(struct report *report, struct content *content, const char *text) {
    content_styled(report->arena, content, STYLE_TABLE_BOLD, BAD_TEXT, text);
}

/* Approved, and not there: from a later day on, or forgotten. */
static void not_there(struct report *report, struct table_cell *cell,
                      const struct change_request *change) {
    struct content *content = cell_paragraph(report->arena, cell);
    if (date_set(change->effective_from) &&
        date_compare(change->effective_from, report->assessment->as_of) > 0)
        content_styled(report->arena, content, STYLE_TABLE_GREY, GREY,
                       words_fill(report->arena, report->words, "changes.from",
                                  short_date(report, change->effective_from), NULL));
    else
        finding(report, content, words_text(report->words, "changes.not-there"));
}

static void decision_cell(struct report *report, struct table_row *row,
                          const struct request *request) {
    static const char *const keys[STATES] = {"changes.state.draft", "changes.state.submitted",
                                             "changes.state.approved", "changes.state.rejected",
                                             "changes.state.implemented"};
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    const struct change_request *change = request->change;
    struct table_cell *cell = table_text(arena, row, words_text(words, keys[change->status]));
    const bool decided = !waiting(change);
    if (decided && change->approved_by && *change->approved_by)
        content_styled(arena, cell_paragraph(arena, cell), STYLE_TABLE_GREY, GREY,
                       date_set(change->approved_on)
                           ? words_fill(arena, words, "changes.by", change->approved_by,
                                        short_date(report, change->approved_on), NULL)
                           : change->approved_by);
    else if (approved(change))
        finding(report, cell_paragraph(arena, cell), words_text(words, "changes.no-approver"));
    if (unapproved(request))
        finding(report, cell_paragraph(arena, cell), words_text(words, "changes.there"));
    else if (approved(change) && request->standing == STANDING_OTHERWISE)
        not_there(report, cell, change);
}

static void request_row(struct report *report, struct table_block *table,
                        const struct request *request) {
    struct arena *arena = report->arena;
    const struct change_request *change = request->change;
    struct table_row *row = table_row(arena, table, ROW_BODY);
    compose_id_cell(report, row, change->id, NULL);
    what_cell(report, row, change);
    table_text(arena, row, value_text(report, change, change->old_value));
    table_text(arena, row, value_text(report, change, change->new_value));
    compose_prose_cell(report, row, change->reason);
    decision_cell(report, row, request);
}

/* What it is of, two figures, why, and what came of it. */
static void figure_columns(struct report *report, struct table_block *table, const char *first,
                           const char *second, const char *outcome) {
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    table_column(arena, table, words_text(words, "changes.what"), ALIGN_LEFT, 0, STYLE_TABLE)
        ->share = 5;
    table_column(arena, table, words_text(words, first), ALIGN_RIGHT, MM(18), STYLE_TABLE);
    table_column(arena, table, words_text(words, second), ALIGN_RIGHT, MM(18), STYLE_TABLE_BOLD);
    struct table_column *why =
        table_column(arena, table, words_text(words, "changes.why"), ALIGN_LEFT, 0, STYLE_TABLE);
    why->gap = MM(3);
    why->share = 4;
    table_column(arena, table, words_text(words, outcome), ALIGN_LEFT, MM(34), STYLE_TABLE)->gap =
        MM(3);
}

static void request_columns(struct report *report, struct table_block *table) {
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    table->continued = words_text(words, "continued");
    table->padding = MM(0.8);
    table_column(arena, table, "", ALIGN_LEFT, MM(12), STYLE_TABLE_BOLD)->head_actual =
        words_text(words, "column.id");
    figure_columns(report, table, "changes.old", "changes.new", "changes.decision");
}

/* What waits first, then what was approved, then what was refused. */
static int group_of(const struct change_request *change) {
    return waiting(change) ? 0 : approved(change) ? 1 : 2;
}

static void group_rows(struct report *report, struct table_block *table,
                       const struct requests *requests, int group) {
    static const char *const keys[] = {"changes.group.waiting", "changes.group.approved",
                                       "changes.group.rejected"};
    bool begun = false;
    for (size_t i = 0; i < requests->count; i++) {
        if (group_of(requests->items[i].change) != group)
            continue;
        if (!begun)
            table_text(report->arena, table_row(report->arena, table, ROW_GROUP),
                       words_text(report->words, keys[group]));
        begun = true;
        request_row(report, table, &requests->items[i]);
    }
}

static void request_table(struct report *report, struct section *section,
                          const struct requests *requests) {
    const struct words *words = report->words;
    block_heading(report->document, &section->blocks, words_text(words, "changes.requests"),
                  words_text(words, "changes.requests.note"));
    if (requests->count == 0) {
        compose_none(report, &section->blocks, "changes.requests.none");
        return;
    }
    struct table_block *table = block_table(report->document, &section->blocks,
                                            words_text(words, "changes.requests.summary"))
                                    ->table;
    request_columns(report, table);
    for (int group = 0; group < 3; group++)
        group_rows(report, table, requests, group);
}

/* ---- targets moved without approval ---------------------------------------------------------- */

static void unapproved_list(struct report *report, struct section *section,
                            const struct requests *requests) {
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    block_heading(report->document, &section->blocks, words_text(words, "changes.unapproved"),
                  NULL);
    struct block *block = NULL;
    for (size_t i = 0; i < requests->count; i++) {
        const struct change_request *change = requests->items[i].change;
        if (!unapproved(&requests->items[i]))
            continue;
        if (block)
            content_break(arena, &block->content);
        else
            block = block_text(report->document, &section->blocks, STYLE_BODY, NULL);
        const char *name = subject_name(report, change->linked_id);
        content_styled(arena, &block->content, STYLE_BODY_BOLD, NAVY,
                       arena_printf(arena, "%s ", change->id));
        content_text(arena, &block->content,
                     words_fill(arena, words, "changes.unapproved.one",
                                name ? name : change->linked_id, field_in_unit(report, change),
                                value_text(report, change, change->old_value),
                                value_text(report, change, change->new_value), NULL));
    }
    if (!block)
        compose_none(report, &section->blocks, "changes.unapproved.none");
}

/* ---- restated actuals ------------------------------------------------------------------------ */

struct restatement {
    const struct measure *measure;
    const struct value *value;
};

struct restatements {
    struct restatement *items;
    size_t count;
};

static struct restatements restated(struct report *report) {
    const struct plan *plan = report->plan;
    size_t all = 0;
    for (int pass = 0; pass < 2; pass++) {
        struct restatements found = {
            .items = pass ? arena_array(report->arena, all, sizeof *found.items) : NULL};
        for (size_t i = 0; i < plan->measures.count; i++) {
            const struct measure *measure = &plan->measures.items[i];
            for (size_t k = 0; k < measure->series[SERIES_ACTUAL].count; k++) {
                const struct value *value = &measure->series[SERIES_ACTUAL].items[k];
                if (!value->restated || !subject_here(report, measure->id))
                    continue;
                if (pass)
                    found.items[found.count] = (struct restatement){measure, value};
                found.count++;
            }
        }
        all = found.count;
        if (pass)
            return found;
    }
    return (struct restatements){0};
}

/* The request that asked for it: the last one, approved ones first. */
static const struct change_request *request_of(const struct report *report,
                                               const struct restatement *one) {
    const struct change_request *found = NULL;
    for (size_t i = 0; i < report->plan->changes.count; i++) {
        const struct change_request *change = &report->plan->changes.items[i];
        if (strcmp(change->linked_id, one->measure->id) != 0 ||
            !schema_same_title(change->field, plan_series_name(SERIES_ACTUAL)) ||
            !period_equal(change->period, one->value->period))
            continue;
        if (!found || approved(change) || !approved(found))
            found = change;
    }
    return found;
}

static void restated_row(struct report *report, struct table_block *table,
                         const struct restatement *one) {
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    const struct change_request *change = request_of(report, one);
    struct table_row *row = table_row(arena, table, ROW_BODY);
    struct content *about = subject_cell(report, row, one->measure->id);
    const char *period =
        words_period(arena, words, one->value->period, &report->plan->organization.fiscal);
    content_styled(arena, about, STYLE_TABLE_GREY, GREY,
                   unitname_bare(one->measure->unit_of_measure)
                       ? period
                       : words_fill(arena, words, "changes.in-unit", period,
                                    compose_unit(report, one->measure), NULL));
    table_text(arena, row,
               change ? value_text(report, change, change->old_value)
                      : words_text(words, "missing"));
    table_text(arena, row, compose_figure(report, one->measure, true, one->value->value, false));
    const char *note = plan_value_note(one->value);
    compose_prose_cell(report, row, *note ? note : change ? change->reason : "");
    struct content *by = cell_content(arena, table_cell(arena, row));
    if (change && approved(change) && *change->approved_by)
        content_text(
            arena, by,
            words_fill(arena, words, "changes.approved-by", change->id, change->approved_by, NULL));
    else
        finding(report, by, words_text(words, "none.finding"));
}

static void restated_table(struct report *report, struct section *section,
                           const struct restatements *all) {
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    block_heading(report->document, &section->blocks, words_text(words, "changes.restated"),
                  words_text(words, "changes.restated.note"));
    if (all->count == 0) {
        compose_none(report, &section->blocks, "changes.restated.none");
        return;
    }
    struct table_block *table = block_table(report->document, &section->blocks,
                                            words_text(words, "changes.restated.summary"))
                                    ->table;
    table->continued = words_text(words, "continued");
    table->padding = MM(0.8);
    figure_columns(report, table, "changes.was", "changes.now", "changes.approval");
    const size_t most = report->terse > 0 ? RESTATED_SHOWN / 4 : RESTATED_SHOWN;
    for (size_t i = 0; i < all->count && i < most; i++)
        restated_row(report, table, &all->items[i]);
    if (all->count > most)
        block_text(report->document, &section->blocks, STYLE_KEY,
                   words_fill(arena, words, "changes.restated.more",
                              arena_printf(arena, "%zu", all->count - most), NULL));
}

static const char *changes_title(struct report *report, const struct requests *requests,
                                 size_t restatements) {
    struct arena *arena = report->arena;
    const char *key = requests->count == 0       ? "changes.title.restated"
                      : requests->unapproved > 0 ? "changes.title.unapproved"
                      : requests->waiting > 0    ? "changes.title.waiting"
                                                 : "changes.title.decided";
    return words_fill(arena, report->words, key,
                      words_count(arena, report->words, (int)requests->count, true),
                      arena_printf(arena, "%zu", requests->count),
                      words_count(arena, report->words, (int)requests->waiting, false),
                      arena_printf(arena, "%zu", requests->waiting),
                      arena_printf(arena, "%zu", requests->unapproved),
                      arena_printf(arena, "%zu", restatements), NULL);
}

SECTION(changes) {
    struct section *section = compose_section(report, template);
    const struct requests requests = collect(report);
    const struct restatements all = restated(report);
    if (requests.count == 0 && all.count == 0) {
        subject_quiet(report, section, "changes.none");
        return;
    }
    block_title(report->document, &section->blocks, changes_title(report, &requests, all.count),
                words_text(report->words, "changes.subtitle"));
    request_table(report, section, &requests);
    unapproved_list(report, section, &requests);
    restated_table(report, section, &all);
}

/* Benefits: what was promised, what has come in and what is forecast; who stands for it. */
#include "assess/alignment.h"
#include "assess/benefitstatus.h"
#include "layout/chartalt.h"
#include "layout/chartwaterfall.h"
#include "report/chartwording.h"
#include "report/compose.h"
#include "report/section.h"
#include "report/subject.h"

#define WATERFALL_HEIGHT MM(54)
#define WATERFALL_SHORT  MM(44) /* on Letter, so that all stands on one page */
#define BAR_WIDTH        MM(30)
enum { TYPES = BENEFIT_NON_FINANCIAL + 1 };

/* The benefits of one type in the base currency. */
struct sum {
    int count, forecast, evidenced; /* of count: with a forecast, with evidence */
    struct decimal planned, realised, expected;
    struct decimal judged;                 /* planned of those with a forecast */
    const struct benefit_result *shortest; /* that lacks most of its case; NULL: none lacks any */
};

/* The benefits of this packet, the largest change first within a type. */
struct listed {
    const struct benefit_result **items;
    size_t count, initiatives;
    struct sum sums[TYPES];
};

static bool promised(const struct benefit_result *result) {
    return result->status != STATUS_NOT_DUE && result->status != STATUS_NOT_APPLICABLE;
}

static bool in_money(const struct benefit_result *result) {
    return result->in_currency && result->benefit->planned.known;
}

static struct decimal plus(struct decimal a, struct decimal b) {
    struct decimal sum;
    return decimal_add(a, b, &sum) ? sum : a;
}

static struct decimal minus(struct decimal a, struct decimal b) {
    struct decimal difference;
    return decimal_sub(a, b, &difference) ? difference : decimal_of(0);
}

/* Forecast less case; 0 if one of them is not known. */
static struct decimal change_of(const struct benefit_result *result) {
    if (!result->has_expected || !result->benefit->planned.known)
        return decimal_of(0);
    return minus(result->expected, result->benefit->planned.value);
}

static bool evidenced(const struct benefit *benefit) {
    return benefit->evidence && *benefit->evidence;
}

static void add_up(struct sum *sum, const struct benefit_result *result) {
    const struct benefit *benefit = result->benefit;
    sum->count++;
    sum->evidenced += evidenced(benefit);
    sum->planned = plus(sum->planned, benefit->planned.value);
    if (benefit->realised.known)
        sum->realised = plus(sum->realised, benefit->realised.value);
    if (!result->has_expected)
        return;
    sum->forecast++;
    sum->expected = plus(sum->expected, result->expected);
    sum->judged = plus(sum->judged, benefit->planned.value);
    const struct decimal change = change_of(result);
    if (change.micro < 0 &&
        (!sum->shortest || decimal_compare(change, change_of(sum->shortest)) < 0))
        sum->shortest = result;
}

static bool precedes(const struct benefit_result *a, const struct benefit_result *b) {
    return decimal_compare(decimal_abs(change_of(a)), decimal_abs(change_of(b))) > 0;
}

static bool first_of_initiative(const struct listed *listed, const struct benefit_result *result) {
    for (size_t i = 0; i < listed->count; i++)
        if (listed->items[i]->benefit->initiative == result->benefit->initiative)
            return false;
    return true;
}

static struct listed list(struct report *report) {
    const struct plan *plan = report->plan;
    struct listed listed = {
        .items = arena_array(report->arena, plan->benefits.count, sizeof *listed.items)};
    for (size_t i = 0; i < plan->benefits.count; i++) {
        const struct benefit_result *result = &report->assessment->benefits[i];
        if (!subject_benefit_here(report, result->benefit) || !promised(result))
            continue;
        listed.initiatives += first_of_initiative(&listed, result);
        size_t at = listed.count++;
        for (; at > 0 && in_money(result) && precedes(result, listed.items[at - 1]); at--)
            listed.items[at] = listed.items[at - 1];
        listed.items[at] = result;
        if (in_money(result))
            add_up(&listed.sums[result->benefit->type], result);
    }
    return listed;
}

static const char *type_word(const struct report *report, enum benefit_type type) {
    return words_text(report->words, arena_printf(report->arena, "benefits.type.%s",
                                                  benefitstatus_type_name(type)));
}

/* ---- the waterfall --------------------------------------------------------------------------- */

/* The money that comes in, else the money's worth; TYPES: no benefit has a case and a forecast. */
static enum benefit_type drawn_type(const struct listed *listed) {
    return listed->sums[BENEFIT_CASHABLE].forecast > 0       ? BENEFIT_CASHABLE
           : listed->sums[BENEFIT_NON_CASHABLE].forecast > 0 ? BENEFIT_NON_CASHABLE
                                                             : (enum benefit_type)TYPES;
}

static enum chart_effect effect_of(struct decimal change) {
    return change.micro < 0 ? EFFECT_BAD : change.micro > 0 ? EFFECT_GOOD : EFFECT_NONE;
}

static const char *signed_millions(const struct report *report, struct decimal change) {
    return decimal_zero(change) ? words_text(report->words, "benefits.unchanged")
                                : compose_change_in_millions(report, change);
}

static struct chart_step step_of(const struct report *report, const struct benefit_result *result) {
    const struct decimal change = change_of(result);
    return (struct chart_step){.name = result->benefit->name,
                               .change = decimal_double(change),
                               .label = signed_millions(report, change),
                               .effect = effect_of(change)};
}

/* What the changes that do not stand alone come to together. */
static struct chart_step others_step(const struct report *report, struct decimal change,
                                     size_t count) {
    return (struct chart_step){.name = words_fill(report->arena, report->words, "benefits.others",
                                                  arena_printf(report->arena, "%zu", count), NULL),
                               .change = decimal_double(change),
                               .label = signed_millions(report, change),
                               .effect = effect_of(change)};
}

static void add_steps(struct report *report, struct chart_waterfall *fall,
                      const struct benefit_result **drawn, size_t count) {
    struct arena *arena = report->arena;
    double *changes = arena_array(arena, count, sizeof *changes);
    size_t *order = arena_array(arena, count, sizeof *order);
    for (size_t i = 0; i < count; i++)
        changes[i] = decimal_double(change_of(drawn[i]));
    const size_t most = count > CHART_STEPS_MOST ? CHART_STEPS_MOST - 1 : CHART_STEPS_MOST;
    const size_t alone = chartwaterfall_order(changes, count, most, order);
    struct chart_step *steps = arena_array(arena, CHART_STEPS_MOST, sizeof *steps);
    struct decimal rest = decimal_of(0);
    for (size_t i = 0; i < count; i++) {
        if (i < alone)
            steps[fall->count++] = step_of(report, drawn[order[i]]);
        else
            rest = plus(rest, change_of(drawn[order[i]]));
    }
    if (alone < count)
        steps[fall->count++] = others_step(report, rest, count - alone);
    fall->steps = steps;
}

static struct chart_value money_value(const struct report *report, struct decimal amount) {
    return (struct chart_value){true, decimal_double(amount), compose_in_millions(report, amount)};
}

static struct chart *waterfall(struct report *report, const struct listed *listed,
                               enum benefit_type type) {
    const struct sum *sum = &listed->sums[type];
    const struct words *words = report->words;
    const struct benefit_result **drawn = arena_array(report->arena, listed->count, sizeof *drawn);
    size_t count = 0;
    for (size_t i = 0; i < listed->count; i++)
        if (listed->items[i]->benefit->type == type && in_money(listed->items[i]) &&
            listed->items[i]->has_expected)
            drawn[count++] = listed->items[i];
    struct chart *chart = arena_alloc(report->arena, sizeof *chart);
    chart->kind = CHART_WATERFALL;
    chart->height = report->template->paper == PAPER_LETTER ? WATERFALL_SHORT : WATERFALL_HEIGHT;
    struct chart_waterfall *fall = &chart->as.waterfall;
    fall->from_name = words_text(words, "benefits.case");
    fall->to_name = words_text(words, "benefits.completion");
    fall->from = money_value(report, sum->judged);
    fall->to = money_value(report, sum->expected);
    fall->done = money_value(report, sum->realised);
    fall->done_word = words_text(words, "benefits.done");
    fall->rest = money_value(report, minus(sum->expected, sum->realised));
    fall->rest_word = words_text(words, "benefits.rest");
    add_steps(report, fall, drawn, count);
    return chart;
}

static void picture(struct report *report, struct section *section, const struct listed *listed) {
    const enum benefit_type type = drawn_type(listed);
    if ((int)type == TYPES)
        return;
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    const struct sum *sum = &listed->sums[type];
    struct block *block = block_add(report->document, &section->blocks, BLOCK_CHART);
    struct chart *chart = waterfall(report, listed, type);
    const char *name = type_word(report, type);
    const struct chartwords spoken = chartwording(words);
    chart->alt = chartalt_text(arena, chart, name, &spoken);
    block->chart = chart;
    content_styled(arena, &block->content, STYLE_CAPTION_NAME, INK, name);
    content_styled(
        arena, &block->content, STYLE_CAPTION, GREY,
        words_fill(arena, words, "benefits.caption", report->plan->organization.currency, NULL));
    content_text(arena, &block->second,
                 words_fill(arena, words, "benefits.key",
                            words_date_short(arena, words, report->assessment->as_of, 0),
                            arena_printf(arena, "%d", sum->count - sum->forecast), NULL));
}

/* ---- by benefit ------------------------------------------------------------------------------ */

static const char *missing(const struct report *report) {
    return words_text(report->words, "missing");
}

/* In millions if it is money, else the figure with the decimals it has. */
static const char *amount(const struct report *report, const struct benefit_result *result,
                          bool known, struct decimal value) {
    if (!known)
        return missing(report);
    if (result->in_currency)
        return compose_in_millions(report, value);
    unsigned places = 0;
    while (places < 2 && decimal_compare(decimal_round(value, places), value) != 0)
        places++;
    return words_number(report->arena, report->words, value, places, false);
}

static const char *difference(const struct report *report, const struct benefit_result *result) {
    if (!result->has_expected || !result->benefit->planned.known)
        return missing(report);
    const struct decimal change = change_of(result);
    if (result->in_currency)
        return signed_millions(report, change);
    return words_fill(report->arena, report->words, "quantity",
                      words_number(report->arena, report->words, change, 0, true),
                      result->benefit->unit_of_value, NULL);
}

/* The widest label and the longest bar are shared by the rows of the table. */
struct bars {
    double most;
    const char *widest;
};

static struct bars bars_of(const struct report *report, const struct listed *listed) {
    struct bars bars = {0, ""};
    for (size_t i = 0; i < listed->count; i++) {
        const struct benefit_result *result = listed->items[i];
        const double size = decimal_double(decimal_abs(change_of(result)));
        if (!in_money(result) || size <= bars.most)
            continue;
        bars.most = size;
        bars.widest = signed_millions(report, change_of(result));
    }
    return bars;
}

static void difference_cell(struct report *report, struct table_row *row,
                            const struct benefit_result *result, const struct bars *bars) {
    const struct decimal change = change_of(result);
    if (!in_money(result) || !result->has_expected) {
        struct table_cell *cell = table_text(report->arena, row, difference(report, result));
        cell->own_align = true;
        cell->align = ALIGN_CENTRE;
        return;
    }
    struct chart *chart = arena_alloc(report->arena, sizeof *chart);
    chart->kind = CHART_VARIANCE;
    chart->width = BAR_WIDTH;
    chart->height = MM(4);
    chart->alt = difference(report, result);
    chart->as.variance =
        (struct chart_variance){.value = {true, decimal_double(change), chart->alt},
                                .most = bars->most,
                                .widest = bars->widest,
                                .effect = effect_of(change)};
    table_chart(report->arena, row, chart);
}

static void due_cell(struct report *report, struct table_row *row,
                     const struct benefit_result *result) {
    const struct period due = result->benefit->due;
    struct table_cell *cell =
        table_text(report->arena, row,
                   period_set(due) ? words_period(report->arena, report->words, due,
                                                  &report->plan->organization.fiscal)
                                   : words_text(report->words, "none.finding"));
    if (!result->overdue && period_set(due))
        return;
    cell->style = STYLE_TABLE_BOLD;
    cell->colour = BAD_TEXT;
    if (result->overdue)
        cell->actual = words_fill(
            report->arena, report->words, "benefits.overdue",
            words_period(report->arena, report->words, due, &report->plan->organization.fiscal),
            NULL);
}

static void benefit_row(struct report *report, struct table_block *table,
                        const struct benefit_result *result, const struct bars *bars) {
    struct arena *arena = report->arena;
    const struct benefit *benefit = result->benefit;
    struct table_row *row = table_row(arena, table, ROW_BODY);
    compose_id_cell(report, row, benefit->id, NULL);
    table_text(arena, row, benefit->name)->header = true;
    table_text(arena, row, benefit->initiative->id)->colour = NAVY;
    table_text(arena, row, amount(report, result, benefit->planned.known, benefit->planned.value));
    table_text(arena, row,
               amount(report, result, benefit->realised.known, benefit->realised.value));
    table_text(arena, row, amount(report, result, result->has_expected, result->expected));
    difference_cell(report, row, result, bars);
    compose_mark_cell(report, row, result->status, true);
    due_cell(report, row, result);
}

/* "-1.1 (-9.8 %)" */
static void sum_difference(struct report *report, struct table_row *row, const struct sum *sum) {
    struct arena *arena = report->arena;
    struct decimal percent;
    const struct decimal change = minus(sum->expected, sum->judged);
    const char *text = signed_millions(report, change);
    if (alignment_share(change, sum->judged, &percent))
        text = words_fill(arena, report->words, "benefits.difference", text,
                          words_number(arena, report->words, percent, 1, true), NULL);
    struct table_cell *cell = table_text(arena, row, sum->forecast > 0 ? text : missing(report));
    cell->own_align = true;
    cell->align = ALIGN_CENTRE;
    cell->style = change.micro < 0 ? STYLE_TABLE_BOLD : STYLE_TABLE;
    cell->colour = change.micro < 0 ? BAD_TEXT : change.micro > 0 ? GOOD_TEXT : COLOUR_INHERIT;
}

/* The rules give a sum a status only if every benefit in it has a forecast. */
static enum status sum_status(const struct sum *sum) {
    if (sum->forecast < sum->count || sum->planned.micro <= 0)
        return STATUS_NO_DATA;
    return benefitstatus_band(sum->expected.micro, sum->planned.micro);
}

static void sum_row(struct report *report, struct table_block *table, const struct sum *sum) {
    struct arena *arena = report->arena;
    struct table_row *row = table_row(arena, table, ROW_TOTAL);
    table_text(arena, row, "");
    struct table_cell *cell = table_text(
        arena, row,
        words_fill(arena, report->words, "benefits.total", arena_printf(arena, "%d", sum->count),
                   arena_printf(arena, "%d", sum->evidenced), NULL));
    cell->style = STYLE_TABLE_BOLD;
    cell->header = true;
    table_text(arena, row, "");
    const struct decimal figures[] = {sum->planned, sum->realised, sum->expected};
    for (size_t i = 0; i < 3; i++)
        table_text(arena, row, compose_in_millions(report, figures[i]))->style = STYLE_TABLE_BOLD;
    sum_difference(report, row, sum);
    compose_mark_cell(report, row, sum_status(sum), true);
    table_text(arena, row, "");
}

static void columns(struct report *report, struct table_block *table) {
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    table->continued = words_text(words, "continued");
    table->padding = MM(0.55);
    table_column(arena, table, "", ALIGN_LEFT, MM(13), STYLE_TABLE_BOLD)->head_actual =
        words_text(words, "column.id");
    table_column(arena, table, words_text(words, "benefits.benefit"), ALIGN_LEFT, 0, STYLE_TABLE);
    table_column(arena, table, words_text(words, "benefits.column.initiative"), ALIGN_LEFT, MM(10),
                 STYLE_TABLE);
    table_column(arena, table, words_text(words, "benefits.column.case"), ALIGN_RIGHT, MM(11),
                 STYLE_TABLE);
    table_column(arena, table, words_text(words, "benefits.column.realised"), ALIGN_RIGHT, MM(13),
                 STYLE_TABLE_BOLD);
    table_column(arena, table, words_text(words, "benefits.column.forecast"), ALIGN_RIGHT, MM(13),
                 STYLE_TABLE);
    struct table_column *bar =
        table_column(arena, table, words_text(words, "benefits.column.difference"), ALIGN_CENTRE,
                     BAR_WIDTH, STYLE_TABLE);
    bar->gap = MM(2);
    table_column(arena, table, words_text(words, "column.status"), ALIGN_LEFT, MM(8), STYLE_TABLE)
        ->gap = MM(2);
    table_column(arena, table, words_text(words, "benefits.column.by"), ALIGN_RIGHT, MM(13),
                 STYLE_TABLE);
}

static void group_rows(struct report *report, struct table_block *table,
                       const struct listed *listed, enum benefit_type type,
                       const struct bars *bars) {
    bool begun = false;
    for (size_t i = 0; i < listed->count; i++) {
        if (listed->items[i]->benefit->type != type)
            continue;
        if (!begun)
            compose_group_row(report, table, type_word(report, type),
                              words_fill(report->arena, report->words,
                                         type == BENEFIT_NON_FINANCIAL ? "benefits.in-units"
                                                                       : "benefits.in-money",
                                         report->plan->organization.currency, NULL));
        begun = true;
        benefit_row(report, table, listed->items[i], bars);
    }
    if (listed->sums[type].count > 1)
        sum_row(report, table, &listed->sums[type]);
}

static void by_benefit(struct report *report, struct section *section,
                       const struct listed *listed) {
    const struct words *words = report->words;
    block_heading(report->document, &section->blocks, words_text(words, "benefits.list"),
                  words_text(words, "benefits.list.note"));
    struct table_block *table =
        block_table(report->document, &section->blocks, words_text(words, "benefits.list.summary"))
            ->table;
    columns(report, table);
    const struct bars bars = bars_of(report, listed);
    for (int type = 0; type < TYPES; type++)
        group_rows(report, table, listed, (enum benefit_type)type, &bars);
}

/* ---- evidence -------------------------------------------------------------------------------- */

static void reconciled_cell(struct report *report, struct table_row *row,
                            const struct benefit_result *result) {
    struct arena *arena = report->arena;
    const struct benefit *benefit = result->benefit;
    const struct words *words = report->words;
    if (!benefit->realised.known) {
        table_text(arena, row, words_text(words, "benefits.not-yet"))->style = STYLE_DENSE_GREY;
        return;
    }
    if (!result->reconciled) {
        struct table_cell *cell = table_text(arena, row, words_text(words, "none.finding"));
        cell->style = STYLE_DENSE_BOLD;
        cell->colour = BAD_TEXT;
        return;
    }
    const char *on =
        words_date_short(arena, words, benefit->reconciled_on, report->assessment->as_of.year);
    const bool named = benefit->reconciled_by && *benefit->reconciled_by;
    table_text(
        arena, row,
        named ? words_fill(arena, words, "benefits.reconciled", benefit->reconciled_by, on, NULL)
              : on);
}

static void evidence_row(struct report *report, struct table_block *table,
                         const struct benefit_result *result) {
    struct arena *arena = report->arena;
    const struct benefit *benefit = result->benefit;
    struct table_row *row = table_row(arena, table, ROW_BODY);
    compose_id_cell(report, row, benefit->id, NULL)->header = true;
    compose_or_none(report, row, benefit->owner);
    if (benefit->realised.known || evidenced(benefit))
        compose_prose_cell(report, row, benefit->evidence);
    else
        table_text(arena, row, words_text(report->words, "benefits.nothing-yet"))->style =
            STYLE_DENSE_GREY;
    reconciled_cell(report, row, result);
}

static void evidence(struct report *report, struct section *section, const struct listed *listed) {
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    block_heading(report->document, &section->blocks, words_text(words, "benefits.evidence"),
                  words_text(words, "benefits.evidence.note"));
    struct table_block *table = block_table(report->document, &section->blocks,
                                            words_text(words, "benefits.evidence.summary"))
                                    ->table;
    table->padding = MM(0.6);
    table_column(arena, table, "", ALIGN_LEFT, MM(13), STYLE_DENSE_BOLD)->head_actual =
        words_text(words, "column.id");
    table_column(arena, table, words_text(words, "column.owner"), ALIGN_LEFT, MM(38), STYLE_DENSE);
    table_column(arena, table, words_text(words, "benefits.column.evidence"), ALIGN_LEFT, 0,
                 STYLE_DENSE)
        ->gap = MM(3);
    table_column(arena, table, words_text(words, "benefits.column.reconciled"), ALIGN_LEFT, MM(29),
                 STYLE_DENSE)
        ->gap = MM(3);
    for (int type = 0; type < TYPES; type++)
        for (size_t i = 0; i < listed->count; i++)
            if ((int)listed->items[i]->benefit->type == type)
                evidence_row(report, table, listed->items[i]);
}

/* An initiative is over, and what it was for has not come in full. */
static void left_open(struct report *report, struct section *section, const struct listed *listed) {
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    struct block *block = NULL;
    for (size_t i = 0; i < listed->count; i++) {
        const struct benefit_result *result = listed->items[i];
        const struct benefit *benefit = result->benefit;
        if (!benefit->initiative->closed ||
            (benefit->realised.known && benefit->planned.known &&
             decimal_compare(decimal_abs(benefit->realised.value),
                             decimal_abs(benefit->planned.value)) >= 0))
            continue;
        if (!block) {
            block_heading(report->document, &section->blocks, words_text(words, "benefits.closed"),
                          NULL);
            block = block_add(report->document, &section->blocks, BLOCK_TEXT);
            block->style = STYLE_BODY;
        } else {
            content_break(arena, &block->content);
        }
        content_styled(arena, &block->content, STYLE_BODY_BOLD, NAVY,
                       arena_printf(arena, "%s\u00a0", benefit->initiative->id));
        content_text(
            arena, &block->content,
            words_fill(
                arena, words, "benefits.closed.open", benefit->initiative->name, benefit->name,
                amount(report, result, benefit->realised.known, benefit->realised.value),
                amount(report, result, benefit->planned.known, benefit->planned.value), NULL));
    }
    if (!block)
        block_text(report->document, &section->blocks, STYLE_NOTES,
                   words_text(words, "benefits.closed.none"))
            ->colour = GREY;
}

/* ---- the message ----------------------------------------------------------------------------- */

/* One benefit makes up at least half of what is missing. */
static bool mostly(const struct sum *sum, struct decimal change) {
    return sum->shortest && sum->count > 1 &&
           decimal_compare(plus(change_of(sum->shortest), change_of(sum->shortest)), change) <= 0;
}

static const char *benefits_title(struct report *report, const struct listed *listed) {
    const struct words *words = report->words;
    struct arena *arena = report->arena;
    const enum benefit_type type = drawn_type(listed);
    const char *count = arena_printf(arena, "%zu", listed->count);
    if ((int)type == TYPES)
        return words_fill(arena, words, "benefits.title.units", count, NULL);
    const struct sum *sum = &listed->sums[type];
    const char *name = type_word(report, type);
    if (sum->forecast < sum->count)
        return words_fill(arena, words, "benefits.title.unknown", name,
                          arena_printf(arena, "%d", sum->count - sum->forecast),
                          arena_printf(arena, "%d", sum->count), NULL);
    const struct decimal change = minus(sum->expected, sum->judged);
    const char *size = compose_millions(report, decimal_abs(change));
    const char *whole = compose_millions(report, sum->planned);
    if (change.micro < 0 && mostly(sum, change))
        return words_fill(arena, words, "benefits.title.mostly", name, size,
                          sum->shortest->benefit->initiative->name, NULL);
    const char *key = change.micro < 0   ? "benefits.title.short"
                      : change.micro > 0 ? "benefits.title.above"
                                         : "benefits.title.equal";
    return words_fill(arena, words, key, name, size, whole, NULL);
}

SECTION(benefits) {
    struct section *section = compose_section(report, template);
    const struct listed listed = list(report);
    if (listed.count == 0) {
        subject_quiet(report, section, "benefits.none");
        return;
    }
    block_title(report->document, &section->blocks, benefits_title(report, &listed),
                words_fill(report->arena, report->words, "benefits.subtitle",
                           arena_printf(report->arena, "%zu", listed.count),
                           arena_printf(report->arena, "%zu", listed.initiatives), NULL));
    picture(report, section, &listed);
    by_benefit(report, section, &listed);
    evidence(report, section, &listed);
    left_open(report, section, &listed);
}

/* An owner's action sheet: what one person has to do, first what is late; then what they answer
 * for, and how it stands. */
#include "report/compose.h"
#include "report/section.h"

#include "base/ascii.h"
#include <string.h>

#define SPARK_WIDTH  MM(20)
#define SPARK_HEIGHT MM(3.4)
enum { MILESTONE_DAYS = 92 };

static bool mine(const struct report *report, const char *owner) {
    const char *name = report->filter ? report->filter->owner : NULL;
    return !name || (owner && ascii_same(owner, name));
}

/* From the top one sees what is theirs in every unit. */
static bool measure_here(const struct report *report, const struct measure *measure) {
    if (report->unit->parent)
        return compose_measure_here(report, measure);
    return measure->state == STATE_ACTIVE && measure->objectives.count > 0 &&
           measure->objectives.items[0]->state == STATE_ACTIVE &&
           filter_measure(report->filter, measure);
}

static bool objective_here(const struct report *report, const struct objective *objective) {
    if (report->unit->parent)
        return compose_objective_here(report, objective);
    return objective->state == STATE_ACTIVE && filter_objective(report->filter, objective);
}

static struct table_column *column(struct report *report, struct table_block *table,
                                   const char *key, enum align align, mp width, enum style style) {
    return table_column(report->arena, table, words_text(report->words, key), align, width, style);
}

static struct table_block *part(struct report *report, struct section *section, const char *key,
                                const char *note) {
    const struct words *words = report->words;
    block_heading(report->document, &section->blocks, words_text(words, key),
                  note ? words_text(words, note) : NULL);
    struct table_block *table =
        block_table(report->document, &section->blocks, words_text(words, key))->table;
    table->padding = MM(0.8);
    table->continued = words_text(words, "continued");
    return table;
}

/* ---- to do ---------------------------------------------------------------------------------- */

static int days_late(const struct report *report, struct date due) {
    return date_set(due) ? date_between(due, report->assessment->as_of) : 0;
}

static bool open_action(const struct report *report, size_t i) {
    const struct action *action = &report->plan->actions.items[i];
    return action->status == ACTION_OPEN && mine(report, action->owner);
}

static bool to_attest(const struct report *report, size_t i) {
    const struct measure_result *result = &report->assessment->measures[i];
    return mine(report, result->measure->owner) && measure_here(report, result->measure) &&
           result->has_actual && period_set(result->period) &&
           !plan_attestation(report->plan, result->measure, result->period);
}

static bool to_explain(const struct report *report, size_t i) {
    const struct measure_result *result = &report->assessment->measures[i];
    return mine(report, result->measure->owner) && measure_here(report, result->measure) &&
           result->status == STATUS_RED &&
           !plan_commentary(report->plan, result->measure->id, report->assessment->period) &&
           !compose_commentary(report, result->measure->objectives.items[0]->id);
}

static bool to_report(const struct report *report, size_t i) {
    const struct measure_result *result = &report->assessment->measures[i];
    return mine(report, result->measure->owner) && measure_here(report, result->measure) &&
           (result->status == STATUS_NO_DATA || result->status == STATUS_STALE);
}

/* Of their initiatives, or their own; late, or due within three months. */
static bool milestone_due(const struct report *report, size_t i) {
    const struct milestone *milestone = &report->plan->milestones.items[i];
    const bool owned = milestone->owner && *milestone->owner
                           ? mine(report, milestone->owner)
                           : mine(report, milestone->initiative->owner);
    return owned && !date_set(milestone->done) && !milestone->initiative->closed &&
           milestone->initiative->state != STATE_RETIRED &&
           days_late(report, milestone->due) > -MILESTONE_DAYS;
}

/* At a meeting that is to come. */
static bool to_present(const struct report *report, size_t i) {
    const struct agenda_item *item = &report->plan->agenda.items[i];
    return item->meeting && item->presenter && *item->presenter && mine(report, item->presenter) &&
           date_compare(item->meeting->date, report->assessment->as_of) >= 0;
}

typedef bool chosen_fn(const struct report *report, size_t i);

static int count_of(const struct report *report, size_t count, chosen_fn *chosen) {
    int found = 0;
    for (size_t i = 0; i < count; i++)
        found += chosen(report, i);
    return found;
}

static int overdue_actions(const struct report *report) {
    int late = 0;
    for (size_t i = 0; i < report->plan->actions.count; i++)
        late += open_action(report, i) && days_late(report, report->plan->actions.items[i].due) > 0;
    return late;
}

static void late_cell(struct report *report, struct table_row *row, int late) {
    struct table_cell *cell = table_text(report->arena, row,
                                         late > 0 ? arena_printf(report->arena, "%d", late)
                                                  : words_text(report->words, "missing"));
    if (late > 0) {
        cell->style = STYLE_TABLE_BOLD;
        cell->colour = BAD_TEXT;
    }
}

static void task_row(struct report *report, struct table_block *table, const char *what,
                     const char *name, const char *detail, struct date due) {
    struct arena *arena = report->arena;
    struct table_row *row = table_row(arena, table, ROW_BODY);
    table_text(arena, row, words_text(report->words, what));
    struct table_cell *cell = table_text(arena, row, name);
    cell->header = true;
    if (detail && *detail)
        content_styled(arena, cell_paragraph(arena, cell), STYLE_TABLE_GREY, GREY, detail);
    table_text(arena, row,
               date_set(due)
                   ? words_date_short(arena, report->words, due, report->assessment->as_of.year)
                   : words_text(report->words, "owner.now"));
    late_cell(report, row, days_late(report, due));
}

static const char *meeting_of(const struct report *report, const struct action *action) {
    const struct meeting *meeting =
        action->meeting ? plan_meeting(report->plan, action->meeting) : NULL;
    return meeting ? meeting->name : "";
}

static const char *figure(struct report *report, const struct measure_result *result) {
    return words_fill(report->arena, report->words, "employee.figure.alone",
                      words_period(report->arena, report->words, result->period,
                                   &report->plan->organization.fiscal),
                      compose_quantity(report, result->measure, result->has_actual, result->actual),
                      NULL);
}

/* Actions and milestones in one list: late ones first, then by date as they stand on their sheets.
 */
static void dated_rows(struct report *report, struct table_block *table, bool late) {
    for (size_t i = 0; i < report->plan->actions.count; i++) {
        const struct action *action = &report->plan->actions.items[i];
        if (open_action(report, i) && (days_late(report, action->due) > 0) == late)
            task_row(report, table, "owner.task.action", action->name, meeting_of(report, action),
                     action->due);
    }
    for (size_t i = 0; i < report->plan->milestones.count; i++) {
        const struct milestone *milestone = &report->plan->milestones.items[i];
        if (milestone_due(report, i) && (days_late(report, milestone->due) > 0) == late)
            task_row(report, table, "owner.task.milestone", milestone->name,
                     milestone->initiative->name, milestone->due);
    }
}

static void meeting_rows(struct report *report, struct table_block *table) {
    for (size_t i = 0; i < report->plan->agenda.count; i++) {
        const struct agenda_item *item = &report->plan->agenda.items[i];
        if (to_present(report, i))
            task_row(report, table, "owner.task.present", item->name, item->meeting->name,
                     item->meeting->date);
    }
}

static void figure_rows(struct report *report, struct table_block *table) {
    const struct date now = {0};
    for (size_t i = 0; i < report->plan->measures.count; i++) {
        const struct measure_result *result = &report->assessment->measures[i];
        const char *name = result->measure->name;
        if (to_report(report, i))
            task_row(report, table, "owner.task.report", name,
                     words_period(report->arena, report->words, report->assessment->period,
                                  &report->plan->organization.fiscal),
                     now);
        if (to_explain(report, i))
            task_row(report, table, "owner.task.explain", name, figure(report, result), now);
        if (to_attest(report, i))
            task_row(report, table, "owner.task.attest", name, figure(report, result), now);
    }
}

static int tasks(const struct report *report) {
    const struct plan *plan = report->plan;
    return count_of(report, plan->actions.count, open_action) +
           count_of(report, plan->agenda.count, to_present) +
           count_of(report, plan->milestones.count, milestone_due) +
           count_of(report, plan->measures.count, to_report) +
           count_of(report, plan->measures.count, to_explain) +
           count_of(report, plan->measures.count, to_attest);
}

static void to_do(struct report *report, struct section *section) {
    if (tasks(report) == 0) {
        block_heading(report->document, &section->blocks, words_text(report->words, "owner.to-do"),
                      NULL);
        compose_none(report, &section->blocks, "owner.to-do.none");
        return;
    }
    struct table_block *table = part(report, section, "owner.to-do", "owner.to-do.note");
    column(report, table, "owner.task", ALIGN_LEFT, MM(38), STYLE_TABLE_GREY);
    column(report, table, "owner.what", ALIGN_LEFT, 0, STYLE_TABLE);
    column(report, table, "column.due", ALIGN_RIGHT, MM(18), STYLE_TABLE);
    column(report, table, "column.days-late", ALIGN_RIGHT, MM(18), STYLE_TABLE);
    dated_rows(report, table, true);
    figure_rows(report, table);
    meeting_rows(report, table);
    dated_rows(report, table, false);
}

/* ---- answers for ---------------------------------------------------------------------------- */

static bool my_objective(const struct report *report, size_t i) {
    const struct objective *objective = &report->plan->objectives.items[i];
    return objective_here(report, objective) && mine(report, objective->owner);
}

static void objectives(struct report *report, struct section *section) {
    struct arena *arena = report->arena;
    if (count_of(report, report->plan->objectives.count, my_objective) == 0)
        return;
    struct table_block *table = part(report, section, "owner.objectives", NULL);
    column(report, table, "column.objective", ALIGN_LEFT, MM(12), STYLE_TABLE_BOLD);
    table_column(arena, table, "", ALIGN_LEFT, 0, STYLE_TABLE)->head_actual =
        words_text(report->words, "column.objective");
    column(report, table, "scorecard.score", ALIGN_RIGHT, MM(13), STYLE_TABLE_BOLD);
    column(report, table, "scorecard.trend", ALIGN_CENTRE, MM(13), STYLE_TABLE);
    column(report, table, "column.status", ALIGN_LEFT, MM(28), STYLE_TABLE)->gap = MM(4);
    column(report, table, "brief.forecast", ALIGN_LEFT, MM(30), STYLE_TABLE);
    for (size_t i = 0; i < report->plan->objectives.count; i++) {
        const struct objective_result *result = &report->assessment->objectives[i];
        if (!my_objective(report, i))
            continue;
        struct table_row *row = table_row(arena, table, ROW_BODY);
        compose_id_cell(report, row, result->objective->id, NULL);
        table_text(arena, row, result->objective->name)->header = true;
        table_text(arena, row, compose_score(report, result->score));
        compose_trend_cell(report, row, result->trend.goodness);
        const enum status statuses[] = {result->status, result->forecast_status};
        for (int k = 0; k < 2; k++) {
            struct content *content = cell_content(arena, table_cell(arena, row));
            content_mark(arena, content, compose_mark(statuses[k]), NULL, NULL);
            content_text(arena, content,
                         arena_printf(arena, "\u00a0%s", compose_status_word(report, statuses[k])));
        }
    }
}

static bool my_measure(const struct report *report, size_t i) {
    const struct measure *measure = &report->plan->measures.items[i];
    return measure_here(report, measure) && mine(report, measure->owner);
}

static void measures(struct report *report, struct section *section) {
    struct arena *arena = report->arena;
    if (count_of(report, report->plan->measures.count, my_measure) == 0)
        return;
    struct table_block *table = part(report, section, "owner.measures", NULL);
    column(report, table, "scorecard.measure", ALIGN_LEFT, 0, STYLE_TABLE);
    column(report, table, "scorecard.actual", ALIGN_RIGHT, MM(22), STYLE_TABLE_BOLD);
    column(report, table, "scorecard.plan", ALIGN_RIGHT, MM(18), STYLE_TABLE);
    column(report, table, "scorecard.delta", ALIGN_RIGHT, MM(15), STYLE_TABLE);
    column(report, table, "scorecard.forecast", ALIGN_RIGHT, MM(17), STYLE_TABLE);
    column(report, table, "column.status", ALIGN_LEFT, MM(11), STYLE_TABLE)->gap = MM(4);
    column(report, table, "scorecard.trend", ALIGN_CENTRE, MM(12), STYLE_TABLE);
    column(report, table, "scorecard.sparkline", ALIGN_LEFT, SPARK_WIDTH, STYLE_TABLE);
    for (size_t i = 0; i < report->plan->measures.count; i++) {
        const struct measure_result *result = &report->assessment->measures[i];
        const struct measure *measure = result->measure;
        if (!my_measure(report, i))
            continue;
        struct table_row *row = table_row(arena, table, ROW_BODY);
        table_text(arena, row, measure->name)->header = true;
        table_text(arena, row,
                   compose_quantity(report, measure, result->has_actual, result->actual));
        table_text(arena, row, compose_plan(report, result));
        compose_variance_cell(report, row, result, false, false);
        table_text(arena, row,
                   compose_figure(report, measure, result->forecast_method != FORECAST_NONE,
                                  result->forecast, false));
        if (result->status == STATUS_UNSCORED)
            table_text(arena, row, words_text(report->words, "scorecard.info"))->style =
                STYLE_TABLE_GREY;
        else
            compose_mark_cell(report, row, result->status, true);
        compose_trend_cell(report, row, result->trend.goodness);
        table_chart(arena, row, compose_sparkline(report, result, SPARK_WIDTH, SPARK_HEIGHT));
    }
}

static bool my_initiative(const struct report *report, size_t i) {
    const struct initiative *initiative = &report->plan->initiatives.items[i];
    return compose_initiative_here(report, initiative) && !initiative->closed &&
           (mine(report, initiative->owner) || mine(report, initiative->sponsor));
}

/* The one that is late, or the next to come. */
static void milestone_cell(struct report *report, struct table_row *row,
                           const struct initiative_result *result) {
    struct arena *arena = report->arena;
    const struct milestone *next = result->overdue ? result->overdue : result->next;
    const char *text = next ? words_fill(arena, report->words, "owner.next.milestone", next->name,
                                         words_date_short(arena, report->words, next->due,
                                                          report->assessment->as_of.year),
                                         NULL)
                            : words_text(report->words, "missing");
    struct table_cell *cell = table_text(
        arena, row,
        result->overdue ? words_fill(arena, report->words, "benefits.overdue", text, NULL) : text);
    if (result->overdue) {
        cell->style = STYLE_TABLE_BOLD;
        cell->colour = BAD_TEXT;
    }
}

static void initiatives(struct report *report, struct section *section) {
    struct arena *arena = report->arena;
    if (count_of(report, report->plan->initiatives.count, my_initiative) == 0)
        return;
    struct table_block *table = part(report, section, "owner.initiatives", NULL);
    column(report, table, "column.id", ALIGN_LEFT, MM(12), STYLE_TABLE_BOLD);
    column(report, table, "portfolio.initiative", ALIGN_LEFT, 0, STYLE_TABLE);
    column(report, table, "portfolio.done", ALIGN_RIGHT, MM(15), STYLE_TABLE);
    column(report, table, "portfolio.schedule", ALIGN_LEFT, MM(20), STYLE_TABLE)->gap = MM(4);
    column(report, table, "portfolio.budget", ALIGN_LEFT, MM(17), STYLE_TABLE);
    column(report, table, "portfolio.benefit", ALIGN_LEFT, MM(17), STYLE_TABLE);
    column(report, table, "owner.next", ALIGN_LEFT, MM(48), STYLE_TABLE_GREY);
    for (size_t i = 0; i < report->plan->initiatives.count; i++) {
        const struct initiative_result *result = &report->assessment->initiatives[i];
        const struct initiative *initiative = result->initiative;
        if (!my_initiative(report, i))
            continue;
        struct table_row *row = table_row(arena, table, ROW_BODY);
        compose_id_cell(report, row, initiative->id, NULL);
        table_text(arena, row, initiative->name)->header = true;
        table_text(arena, row,
                   initiative->done_percent.known
                       ? compose_percent(report, initiative->done_percent.value)
                       : words_text(report->words, "missing"));
        compose_mark_cell(report, row, result->schedule, true);
        compose_mark_cell(report, row, result->budget, true);
        compose_mark_cell(report, row, result->benefit, true);
        milestone_cell(report, row, result);
    }
}

static bool my_risk(const struct report *report, size_t i) {
    const struct risk *risk = &report->plan->risks.items[i];
    return !risk->closed && mine(report, risk->owner);
}

static void risks(struct report *report, struct section *section) {
    struct arena *arena = report->arena;
    if (count_of(report, report->plan->risks.count, my_risk) == 0)
        return;
    struct table_block *table = part(report, section, "owner.risks", "owner.risks.note");
    column(report, table, "column.id", ALIGN_LEFT, MM(12), STYLE_TABLE_BOLD);
    column(report, table, "owner.risk", ALIGN_LEFT, 0, STYLE_TABLE);
    column(report, table, "owner.residual", ALIGN_RIGHT, MM(20), STYLE_TABLE_BOLD);
    column(report, table, "owner.appetite", ALIGN_RIGHT, MM(20), STYLE_TABLE);
    column(report, table, "owner.review", ALIGN_RIGHT, MM(22), STYLE_TABLE);
    for (size_t i = 0; i < report->plan->risks.count; i++) {
        const struct risk *risk = &report->plan->risks.items[i];
        if (!my_risk(report, i))
            continue;
        const int residual = risk->residual_likelihood * risk->residual_impact;
        struct table_row *row = table_row(arena, table, ROW_BODY);
        compose_id_cell(report, row, risk->id, NULL);
        table_text(arena, row, risk->name)->header = true;
        struct table_cell *cell = table_text(arena, row, arena_printf(arena, "%d", residual));
        if (risk->appetite > 0 && residual > risk->appetite)
            cell->colour = BAD_TEXT;
        table_text(arena, row,
                   risk->appetite > 0 ? arena_printf(arena, "%d", risk->appetite)
                                      : words_text(report->words, "missing"));
        table_text(arena, row,
                   date_set(risk->review) ? words_date_short(arena, report->words, risk->review,
                                                             report->assessment->as_of.year)
                                          : words_text(report->words, "missing"));
    }
}

static int off_track(const struct report *report) {
    int count = 0;
    for (size_t i = 0; i < report->plan->measures.count; i++)
        count += my_measure(report, i) && report->assessment->measures[i].status == STATUS_RED;
    return count;
}

SECTION(owner) {
    struct section *section = compose_section(report, template);
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    const int count = tasks(report), late = overdue_actions(report), red = off_track(report);
    const char *owner =
        report->filter && report->filter->owner ? report->filter->owner : report->unit->name;
    block_title(report->document, &section->blocks,
                words_fill(arena, words, "owner.title", words_count(arena, words, count, true),
                           arena_printf(arena, "%d", count), words_count(arena, words, late, false),
                           arena_printf(arena, "%d", late), words_count(arena, words, red, false),
                           arena_printf(arena, "%d", red), NULL),
                words_fill(arena, words, "owner.subtitle", owner,
                           words_date(arena, words, report->assessment->as_of), NULL));
    to_do(report, section);
    objectives(report, section);
    measures(report, section);
    initiatives(report, section);
    risks(report, section);
}

#include "report/bearing.h"

#include "report/compose.h"
#include "report/subject.h"
#include <string.h>

bool bearing_has(const struct report *report, const char *kind) {
    for (size_t i = 0; i < report->template->sections.count; i++)
        if (strcmp(report->template->sections.items[i].kind, kind) == 0)
            return true;
    return false;
}

const char *bearing_paper_anchor(const struct report *report, const struct decision_paper *paper) {
    return arena_printf(report->arena, "paper:%s", paper->id);
}

bool bearing_paper_here(const struct report *report, const struct decision_paper *paper) {
    if (!filter_paper(report->arena, report->filter, paper))
        return false;
    if (report->filter && report->filter->meeting)
        return true;
    if (paper->meeting && date_compare(paper->meeting->date, report->assessment->as_of) < 0)
        return false;
    return subject_here(report, paper->linked_id) ||
           (paper->meeting && paper->meeting->unit == report->unit);
}

/* The kind of the section that tells of the id, whether the packet has it or not. */
static const char *kind_of(const struct report *report, const char *id) {
    const struct plan *plan = report->plan;
    if (plan_objective(plan, id) || plan_measure(plan, id))
        return "scorecard";
    if (plan_initiative(plan, id))
        return "portfolio";
    if (plan_risk(plan, id))
        return "risks";
    if (plan_action(plan, id))
        return "actions";
    return plan_change(plan, id) ? "changes" : "";
}

const char *bearing_anchor(const struct report *report, const char *id) {
    if (!id || !*id)
        return NULL;
    const struct decision_paper *paper = plan_paper(report->plan, id);
    if (paper)
        return bearing_has(report, "decisions") && bearing_paper_here(report, paper)
                   ? bearing_paper_anchor(report, paper)
                   : NULL;
    const char *kind = kind_of(report, id);
    return *kind && bearing_has(report, kind) ? kind : NULL;
}

bool bearing_status(const struct report *report, const char *id, enum status *out) {
    if (!id || !*id)
        return false;
    const struct assessment *assessment = report->assessment;
    const struct objective *objective = plan_objective(report->plan, id);
    const struct measure *measure = plan_measure(report->plan, id);
    const struct initiative *initiative = plan_initiative(report->plan, id);
    const struct unit *unit = plan_unit(report->plan, id);
    if (objective)
        *out = assess_objective(assessment, objective)->status;
    else if (measure)
        *out = assess_measure(assessment, measure)->status;
    else if (initiative)
        *out = assessment->initiatives[initiative - report->plan->initiatives.items].status;
    else if (unit)
        *out = assess_unit(assessment, unit)->status;
    return objective || measure || initiative || unit;
}

const char *bearing_owner(const struct report *report, const char *id) {
    const struct plan *plan = report->plan;
    if (!id || !*id)
        return "";
    const struct objective *objective = plan_objective(plan, id);
    const struct measure *measure = plan_measure(plan, id);
    const struct initiative *initiative = plan_initiative(plan, id);
    const struct risk *risk = plan_risk(plan, id);
    const struct action *action = plan_action(plan, id);
    const char *owner = objective    ? objective->owner
                        : measure    ? measure->owner
                        : initiative ? initiative->owner
                        : risk       ? risk->owner
                        : action     ? action->owner
                                     : "";
    return owner ? owner : "";
}

void bearing_put(struct report *report, struct content *content, const char *id) {
    struct arena *arena = report->arena;
    enum status status;
    if (bearing_status(report, id, &status)) {
        content_mark(arena, content, compose_mark(status), NULL,
                     compose_status_word(report, status));
        content_text(arena, content, "\u00a0");
    }
    const char *name = subject_name(report, id);
    struct inline_item *item = content_styled(arena, content, STYLE_INHERIT, NAVY, id);
    item->target = bearing_anchor(report, id);
    if (name)
        content_text(arena, content, arena_printf(arena, " %s", name));
}

struct table_cell *bearing_objectives_cell(struct report *report, struct table_row *row,
                                           struct objective *const *objectives, size_t count) {
    struct arena *arena = report->arena;
    struct table_cell *cell = table_cell(arena, row);
    struct content *content = cell_content(arena, cell);
    if (count == 0)
        content_text(arena, content, words_text(report->words, "missing"));
    for (size_t i = 0; i < count; i++) {
        enum status status = assess_objective(report->assessment, objectives[i])->status;
        if (i > 0)
            content_text(arena, content, "   ");
        content_mark(arena, content, compose_mark(status), NULL,
                     compose_status_word(report, status));
        content_styled(arena, content, STYLE_INHERIT, NAVY,
                       arena_printf(arena, "\u00a0%s", objectives[i]->id))
            ->target = bearing_anchor(report, objectives[i]->id);
    }
    return cell;
}

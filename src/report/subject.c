#include "report/subject.h"

#include "report/compose.h"
#include <string.h>

bool subject_within(const struct report *report, const struct unit *unit) {
    while (unit && unit != report->unit)
        unit = unit->parent;
    return unit != NULL;
}

#define NAME_AMONG(list)                                                                           \
    for (size_t i = 0; i < (list).count; i++)                                                      \
        if (strcmp((list).items[i].id, id) == 0)                                                   \
    return (list).items[i].name

static const char *name_around(const struct plan *plan, const char *id) {
    NAME_AMONG(plan->perspectives);
    NAME_AMONG(plan->themes);
    NAME_AMONG(plan->processes);
    NAME_AMONG(plan->risks);
    NAME_AMONG(plan->controls);
    NAME_AMONG(plan->benefits);
    NAME_AMONG(plan->milestones);
    NAME_AMONG(plan->budget_lines);
    NAME_AMONG(plan->actions);
    return NULL;
}

const char *subject_name(const struct report *report, const char *id) {
    const struct plan *plan = report->plan;
    if (!id || !*id)
        return NULL;
    const struct objective *objective = plan_objective(plan, id);
    const struct measure *measure = plan_measure(plan, id);
    const struct initiative *initiative = plan_initiative(plan, id);
    const struct unit *unit = plan_unit(plan, id);
    if (objective || measure)
        return objective ? objective->name : measure->name;
    if (initiative || unit)
        return initiative ? initiative->name : unit->name;
    if (plan->organization.id && strcmp(plan->organization.id, id) == 0)
        return plan->organization.name;
    return name_around(plan, id);
}

/* NULL: of no unit. */
static const struct unit *unit_of(const struct report *report, const char *id) {
    const struct plan *plan = report->plan;
    const struct objective *objective = plan_objective(plan, id);
    const struct measure *measure = plan_measure(plan, id);
    const struct initiative *initiative = plan_initiative(plan, id);
    if (measure && measure->objectives.count > 0)
        objective = measure->objectives.items[0];
    if (objective)
        return objective->unit;
    return initiative ? initiative->unit : plan_unit(plan, id);
}

/* Where a packet is about a part of the strategy only, what belongs to none of it stays out. */
static bool filtered_in(const struct report *report, const char *id) {
    const struct objective *objective = plan_objective(report->plan, id);
    const struct measure *measure = plan_measure(report->plan, id);
    const struct initiative *initiative = plan_initiative(report->plan, id);
    return (objective && filter_objective(report->filter, objective)) ||
           (measure && filter_measure(report->filter, measure)) ||
           (initiative && filter_initiative(report->filter, initiative));
}

bool subject_here(const struct report *report, const char *id) {
    if (report->filter && !filtered_in(report, id ? id : ""))
        return false;
    if (!report->unit->parent)
        return true;
    return id && *id && subject_within(report, unit_of(report, id));
}

bool subject_action_here(const struct report *report, const struct action *action) {
    if (!filter_action(report->filter, action))
        return false;
    if (!report->unit->parent)
        return true;
    return action->linked_id && subject_within(report, unit_of(report, action->linked_id));
}

bool subject_risk_here(const struct report *report, const struct risk *risk) {
    if (!filter_risk(report->filter, risk))
        return false;
    if (!report->unit->parent)
        return true;
    for (size_t i = 0; i < risk->objectives.count; i++)
        if (subject_within(report, risk->objectives.items[i]->unit))
            return true;
    return false;
}

bool subject_benefit_here(const struct report *report, const struct benefit *benefit) {
    return benefit->initiative && compose_initiative_here(report, benefit->initiative);
}

void subject_quiet(struct report *report, struct section *section, const char *line) {
    const size_t count = report->document->sections.count;
    section->run_on = section->brief = true;
    if (count > 1) /* a line is no reason to turn the page */
        section->orientation = report->document->sections.items[count - 2]->orientation;
    block_heading(report->document, &section->blocks, section->name, NULL);
    compose_none(report, &section->blocks, line);
}

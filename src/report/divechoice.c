#include "report/divechoice.h"

#include "assess/reading.h"

#include "report/compose.h"
#include <string.h>

enum { DIVES_MOST = 3, DIVES_OF_THEME = 12 };

/* Whoever asks for a theme or an objective wants all of it. */
static bool all_wanted(const struct report *report) {
    return report->filter && (report->filter->theme || report->filter->objective);
}

static bool wanted(const struct report *report, const struct objective_result *result) {
    if (!compose_objective_here(report, result->objective))
        return false;
    if (all_wanted(report))
        return true;
    return result->status == STATUS_RED ||
           (result->status == STATUS_AMBER && result->trend.goodness == GOODNESS_WORSENING);
}

/* Worst first: by status, critical ones first, then by score. */
static bool worse(const struct objective_result *a, const struct objective_result *b) {
    const bool red = a->status == STATUS_RED;
    if (red != (b->status == STATUS_RED))
        return red;
    if (a->objective->critical != b->objective->critical)
        return a->objective->critical;
    if (!a->score.exact || !b->score.exact)
        return a->score.exact != NULL && b->score.exact == NULL;
    return decimal_compare(a->score.rounded, b->score.rounded) < 0;
}

static size_t most_of(const struct report *report, const struct template_section *section) {
    const size_t most = section->pages > 0   ? section->pages
                        : all_wanted(report) ? DIVES_OF_THEME
                                             : DIVES_MOST;
    const size_t less = (size_t)report->terse;
    return most > less ? most - less : 1;
}

struct divechoice divechoice_make(struct report *report, const struct template_section *section) {
    const struct plan *plan = report->plan;
    const size_t most = most_of(report, section);
    struct divechoice choice = {
        .items = arena_array(report->arena, plan->objectives.count, sizeof *choice.items)};
    for (size_t i = 0; i < plan->objectives.count; i++) {
        const struct objective_result *result = &report->assessment->objectives[i];
        if (!wanted(report, result))
            continue;
        size_t at = choice.count++;
        for (; at > 0 && worse(result, choice.items[at - 1]); at--)
            choice.items[at] = choice.items[at - 1];
        choice.items[at] = result;
    }
    if (choice.count > most)
        choice.count = most;
    return choice;
}

struct divechoice divechoice_promised(struct report *report) {
    for (size_t i = 0; i < report->template->sections.count; i++) {
        const struct template_section *section = &report->template->sections.items[i];
        if (strcmp(section->kind, "dives") != 0 || section->theme || section->pages > 0 ||
            section->each_unit || report->filter != report->template->only)
            continue;
        struct report whole = *report;
        whole.terse = 0;
        return divechoice_make(&whole, section);
    }
    return (struct divechoice){.count = 0};
}

const struct measure_result *divechoice_lead(const struct report *report,
                                             const struct objective_result *result) {
    return reading_lead(report->assessment, result->objective, false);
}

bool divechoice_shows(const struct report *report, const struct divechoice *choice,
                      const struct measure_result *result) {
    for (size_t i = 0; i < choice->count; i++)
        if (divechoice_lead(report, choice->items[i]) == result)
            return true;
    return false;
}

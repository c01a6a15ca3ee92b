#include "report/filter.h"

#include "base/ascii.h"
#include "base/idmap.h"

#include <stdlib.h>
#include <string.h>

struct search {
    struct arena *arena;
    const struct assessment *assessment;
    const struct plan *plan;
    const struct unit *unit;
    const struct template_filter *wishes;
    struct diags *diags;
};

static bool called(const char *text, const char *id, const char *name) {
    return ascii_same(text, id) || (name && ascii_same(text, name));
}

/* What there is: the ids and names that a wish could have meant. */
static void unknown(const struct search *s, const char *what, const char *wish,
                    const struct idmap *names) {
    diag_report_hint(s->diags, BP5019, s->wishes->place,
                     diag_did_you_mean(s->arena, idmap_nearest(names, wish)), what, wish, NULL);
}

/* ---- who owns ------------------------------------------------------------------------------- */

static void add_owner(struct idmap *names, const char *name) {
    if (name && *name)
        idmap_put(names, name, 0);
}

static int by_bytes(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Everyone that the workbook names as an owner, once, in alphabetical order of bytes; NULL ends. */
static const char *const *owners_of(struct arena *arena, const struct plan *plan) {
    struct idmap *names = idmap_new(arena);
    for (size_t i = 0; i < plan->objectives.count; i++)
        add_owner(names, plan->objectives.items[i].owner);
    for (size_t i = 0; i < plan->measures.count; i++)
        add_owner(names, plan->measures.items[i].owner);
    for (size_t i = 0; i < plan->initiatives.count; i++) {
        add_owner(names, plan->initiatives.items[i].owner);
        add_owner(names, plan->initiatives.items[i].sponsor);
    }
    for (size_t i = 0; i < plan->milestones.count; i++)
        add_owner(names, plan->milestones.items[i].owner);
    for (size_t i = 0; i < plan->actions.count; i++)
        add_owner(names, plan->actions.items[i].owner);
    for (size_t i = 0; i < plan->risks.count; i++)
        add_owner(names, plan->risks.items[i].owner);
    for (size_t i = 0; i < plan->controls.count; i++)
        add_owner(names, plan->controls.items[i].owner);
    for (size_t i = 0; i < plan->benefits.count; i++)
        add_owner(names, plan->benefits.items[i].owner);
    for (size_t i = 0; i < plan->themes.count; i++)
        add_owner(names, plan->themes.items[i].owner);
    for (size_t i = 0; i < plan->people.count; i++)
        add_owner(names, plan->people.items[i].name);
    size_t count = idmap_count(names);
    const char **out = arena_array(arena, count + 1, sizeof *out);
    for (size_t i = 0; i < count; i++)
        out[i] = idmap_key(names, i);
    if (count > 1)
        qsort(out, count, sizeof *out, by_bytes);
    return out;
}

/* ---- what is meant -------------------------------------------------------------------------- */

/* Of the unit; ties go to the first. */
static const struct theme *weakest(const struct search *s) {
    const struct group_result *lowest = NULL;
    for (size_t i = 0; i < s->assessment->theme_count; i++) {
        const struct group_result *result = &s->assessment->themes[i];
        if (result->unit != s->unit || !result->theme || !result->score.exact)
            continue;
        if (!lowest || rational_compare(result->score.exact, lowest->score.exact) < 0)
            lowest = result;
    }
    return lowest ? lowest->theme : NULL;
}

static bool find_theme(const struct search *s, struct filter *out) {
    const char *wish = s->wishes->theme;
    if (!wish)
        return true;
    if (strcmp(wish, "weakest") == 0) {
        out->theme = weakest(s);
        return true;
    }
    struct idmap *names = idmap_new(s->arena);
    for (size_t i = 0; i < s->plan->themes.count; i++) {
        const struct theme *theme = &s->plan->themes.items[i];
        if (called(wish, theme->id, theme->name))
            out->theme = theme;
        idmap_put(names, theme->id, i);
        idmap_put(names, theme->name, i);
    }
    if (!out->theme)
        unknown(s, "theme", wish, names);
    return out->theme;
}

static bool find_objective(const struct search *s, struct filter *out) {
    const char *wish = s->wishes->objective;
    if (!wish)
        return true;
    struct idmap *names = idmap_new(s->arena);
    for (size_t i = 0; i < s->plan->objectives.count; i++) {
        const struct objective *objective = &s->plan->objectives.items[i];
        if (called(wish, objective->id, objective->name) &&
            (!out->objective || objective->unit == s->unit))
            out->objective = objective;
        idmap_put(names, objective->id, i);
        idmap_put(names, objective->name, i);
    }
    if (!out->objective)
        unknown(s, "objective", wish, names);
    return out->objective;
}

static bool find_owner(const struct search *s, struct filter *out) {
    const char *wish = s->wishes->owner;
    if (!wish)
        return true;
    for (size_t i = 0; i < s->plan->people.count; i++)
        if (ascii_same(wish, s->plan->people.items[i].id))
            wish = s->plan->people.items[i].name;
    struct idmap *names = idmap_new(s->arena);
    for (const char *const *name = owners_of(s->arena, s->plan); *name; name++) {
        if (ascii_same(*name, wish))
            out->owner = *name;
        idmap_put(names, *name, 0);
    }
    if (!out->owner)
        unknown(s, "owner", s->wishes->owner, names);
    return out->owner;
}

static bool find_meeting(const struct search *s, struct filter *out) {
    const char *wish = s->wishes->meeting;
    if (!wish)
        return true;
    struct idmap *names = idmap_new(s->arena);
    for (size_t i = 0; i < s->plan->meetings.count; i++) {
        const struct meeting *meeting = &s->plan->meetings.items[i];
        if (called(wish, meeting->id, meeting->name))
            out->meeting = meeting;
        idmap_put(names, meeting->id, i);
        if (meeting->name && *meeting->name)
            idmap_put(names, meeting->name, i);
    }
    if (!out->meeting)
        unknown(s, "meeting", wish, names);
    return out->meeting;
}

static void find_purpose(const struct search *s, struct filter *out) {
    static const char *const names[] = {[ITEM_DECIDE] = "decide",
                                        [ITEM_DISCUSS] = "discuss",
                                        [ITEM_NOTE] = "information",
                                        [ITEM_CONSENT] = "consent"};
    for (size_t i = 0; s->wishes->purpose && i < sizeof names / sizeof *names; i++)
        if (strcmp(s->wishes->purpose, names[i]) == 0) {
            out->by_purpose = true;
            out->purpose = (enum agenda_purpose)i;
        }
}

/* ---- what belongs --------------------------------------------------------------------------- */

static void mark(const struct filter *f, bool *about, const struct objective *objective) {
    about[objective - f->plan->objectives.items] = true;
}

/* The objectives behind an id. */
static void mark_id(const struct filter *f, bool *about, const char *id) {
    if (!id || !*id)
        return;
    const struct objective *objective = plan_objective(f->plan, id);
    const struct measure *measure = plan_measure(f->plan, id);
    const struct initiative *initiative = plan_initiative(f->plan, id);
    if (objective)
        mark(f, about, objective);
    for (size_t i = 0; measure && i < measure->objectives.count; i++)
        mark(f, about, measure->objectives.items[i]);
    for (size_t i = 0; initiative && i < initiative->objectives.count; i++)
        mark(f, about, initiative->objectives.items[i]);
    for (size_t i = 0; i < f->plan->risks.count; i++) {
        const struct risk *risk = &f->plan->risks.items[i];
        for (size_t k = 0; strcmp(risk->id, id) == 0 && k < risk->objectives.count; k++)
            mark(f, about, risk->objectives.items[k]);
    }
}

/* What the meeting's items and papers are about; NULL if they name nothing: then it is about all.
 */
static const bool *of_meeting(struct arena *arena, const struct filter *f) {
    if (!f->meeting)
        return NULL;
    bool *about = arena_array(arena, f->plan->objectives.count + 1, sizeof *about);
    for (size_t i = 0; i < f->meeting->agenda.count; i++) {
        const struct agenda_item *item = f->meeting->agenda.items[i];
        if (!f->by_purpose || item->purpose == f->purpose)
            mark_id(f, about, item->linked_id);
    }
    for (size_t i = 0; i < f->plan->papers.count; i++)
        if (f->plan->papers.items[i].meeting == f->meeting)
            mark_id(f, about, f->plan->papers.items[i].linked_id);
    for (size_t i = 0; i < f->plan->objectives.count; i++)
        if (about[i])
            return about;
    return NULL;
}

static bool owned(const struct filter *f, const char *owner) {
    return owner && ascii_same(owner, f->owner);
}

static bool owns_one(const struct filter *f, const struct objective *objective) {
    for (size_t i = 0; i < objective->measures.count; i++)
        if (owned(f, objective->measures.items[i]->owner))
            return true;
    return owned(f, objective->owner);
}

static void mark_objectives(struct arena *arena, struct filter *f) {
    const bool *about = of_meeting(arena, f);
    for (size_t i = 0; i < f->plan->objectives.count; i++) {
        const struct objective *objective = &f->plan->objectives.items[i];
        f->objectives[i] = (!f->theme || objective->theme == f->theme) &&
                           (!f->objective || objective == f->objective) && (!about || about[i]) &&
                           (!f->owner || owns_one(f, objective));
    }
}

static void mark_measures(struct filter *f) {
    for (size_t i = 0; i < f->plan->measures.count; i++) {
        const struct measure *measure = &f->plan->measures.items[i];
        bool here =
            measure->objectives.count > 0 && filter_objective(f, measure->objectives.items[0]);
        f->measures[i] = here && (!f->owner || owned(f, measure->owner) ||
                                  owned(f, measure->objectives.items[0]->owner));
    }
}

static bool about_part(const struct filter *f) {
    return f->theme || f->objective || f->meeting;
}

static void mark_initiatives(struct filter *f) {
    for (size_t i = 0; i < f->plan->initiatives.count; i++) {
        const struct initiative *initiative = &f->plan->initiatives.items[i];
        bool serves = !about_part(f);
        for (size_t k = 0; k < initiative->objectives.count; k++)
            serves |= filter_objective(f, initiative->objectives.items[k]);
        f->initiatives[i] =
            serves && (!f->owner || owned(f, initiative->owner) || owned(f, initiative->sponsor));
    }
}

static bool id_about(struct arena *arena, const struct filter *f, const char *id) {
    bool *about = arena_array(arena, f->plan->objectives.count + 1, sizeof *about);
    mark_id(f, about, id);
    for (size_t i = 0; i < f->plan->objectives.count; i++)
        if (about[i] && f->objectives[i])
            return true;
    return false;
}

static bool action_about(struct arena *arena, const struct filter *f, const struct action *action) {
    if (id_about(arena, f, action->linked_id))
        return true;
    const struct meeting *meeting =
        f->meeting && action->meeting ? plan_meeting(f->plan, action->meeting) : NULL;
    return meeting && meeting->type == f->meeting->type && meeting->unit == f->meeting->unit;
}

static void mark_actions(struct arena *arena, struct filter *f) {
    for (size_t i = 0; i < f->plan->actions.count; i++) {
        const struct action *action = &f->plan->actions.items[i];
        f->actions[i] = (!f->owner || owned(f, action->owner)) &&
                        (!about_part(f) || action_about(arena, f, action));
    }
}

/* The narrowest of what was asked for. */
static const char *name_of(const struct filter *f) {
    if (f->owner)
        return f->owner;
    if (f->objective)
        return f->objective->name;
    if (f->theme)
        return f->theme->name;
    if (f->meeting)
        return f->meeting->name && *f->meeting->name ? f->meeting->name : f->meeting->id;
    return NULL;
}

const struct filter *filter_of(struct arena *arena, const struct assessment *assessment,
                               const struct unit *unit, const struct template_filter *wishes,
                               struct diags *diags) {
    const struct plan *plan = assessment->plan;
    const struct search search = {arena, assessment, plan, unit, wishes, diags};
    struct filter *f = arena_alloc(arena, sizeof *f);
    f->plan = plan;
    if (!find_theme(&search, f) || !find_objective(&search, f) || !find_owner(&search, f) ||
        !find_meeting(&search, f))
        return NULL;
    find_purpose(&search, f);
    f->name = name_of(f);
    f->objectives = arena_array(arena, plan->objectives.count + 1, sizeof(bool));
    f->measures = arena_array(arena, plan->measures.count + 1, sizeof(bool));
    f->initiatives = arena_array(arena, plan->initiatives.count + 1, sizeof(bool));
    f->actions = arena_array(arena, plan->actions.count + 1, sizeof(bool));
    mark_objectives(arena, f);
    mark_measures(f);
    mark_initiatives(f);
    mark_actions(arena, f);
    return f;
}

bool filter_objective(const struct filter *filter, const struct objective *objective) {
    return !filter || filter->objectives[objective - filter->plan->objectives.items];
}

bool filter_measure(const struct filter *filter, const struct measure *measure) {
    return !filter || filter->measures[measure - filter->plan->measures.items];
}

bool filter_initiative(const struct filter *filter, const struct initiative *initiative) {
    return !filter || filter->initiatives[initiative - filter->plan->initiatives.items];
}

bool filter_action(const struct filter *filter, const struct action *action) {
    return !filter || filter->actions[action - filter->plan->actions.items];
}

const struct group_result *filter_group(const struct filter *filter,
                                        const struct assessment *assessment,
                                        const struct unit *unit) {
    if (!filter)
        return assess_unit(assessment, unit);
    for (size_t i = 0; filter->theme && !filter->objective && !filter->owner && !filter->meeting &&
                       i < assessment->theme_count;
         i++)
        if (assessment->themes[i].unit == unit && assessment->themes[i].theme == filter->theme)
            return &assessment->themes[i];
    return NULL;
}

bool filter_risk(const struct filter *filter, const struct risk *risk) {
    if (!filter)
        return true;
    bool about = !about_part(filter);
    for (size_t i = 0; i < risk->objectives.count; i++)
        about |= filter_objective(filter, risk->objectives.items[i]);
    return about && (!filter->owner || owned(filter, risk->owner));
}

bool filter_paper(struct arena *arena, const struct filter *filter,
                  const struct decision_paper *paper) {
    if (!filter)
        return true;
    if (filter->meeting)
        return paper->meeting == filter->meeting;
    return !about_part(filter) || id_about(arena, filter, paper->linked_id);
}

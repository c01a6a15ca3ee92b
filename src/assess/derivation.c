#include "assess/derive.h"

#include "base/idmap.h"
#include <assert.h>
#include <string.h>

/* What can be asked about: its id, and its kind of result. */
enum kind {
    KIND_MEASURE,
    KIND_SIGNAL,
    KIND_OBJECTIVE,
    KIND_GROUP,
    KIND_ALIGNMENT,
    KIND_TRUST,
    KIND_INITIATIVE,
    KIND_BENEFIT,
    KIND_BENEFITS, /* result: the initiative, or NULL */
    KIND_LINK,
    KIND_PROCESS,
    KIND_PERSON,
    KIND_OFFICE,
    KIND_ROADMAP
};

struct subject {
    enum kind kind;
    const char *id;
    const char *also; /* a shorter id, which others may have too; NULL: none */
    const void *result;
};

struct subjects {
    struct arena *arena;
    const struct assessment *assessment;
    VEC(struct subject) list;
};

static void add(struct subjects *s, enum kind kind, const char *id, const void *result) {
    vec_push(s->arena, &s->list, ((struct subject){kind, id, NULL, result}));
}

/* "id/part", also known as "part" if that may be asked of all. */
static void add_part(struct subjects *s, enum kind kind, const char *id, const char *part,
                     bool of_all, const void *result) {
    const char *whole = arena_printf(s->arena, "%s/%s", id, part);
    vec_push(s->arena, &s->list, ((struct subject){kind, whole, of_all ? part : NULL, result}));
}

static void add_measures(struct subjects *s) {
    const struct assessment *a = s->assessment;
    for (size_t i = 0; i < a->plan->measures.count; i++) {
        add(s, KIND_MEASURE, a->plan->measures.items[i].id, &a->measures[i]);
    }
    for (size_t i = 0; i < a->plan->measures.count; i++) {
        if (a->signals[i]) {
            add_part(s, KIND_SIGNAL, a->plan->measures.items[i].id, "signal", false,
                     &a->measures[i]);
        }
    }
}

static void add_objectives(struct subjects *s) {
    const struct assessment *a = s->assessment;
    for (size_t i = 0; i < a->plan->objectives.count; i++) {
        add(s, KIND_OBJECTIVE, a->plan->objectives.items[i].id, &a->objectives[i]);
    }
}

static void add_groups(struct subjects *s, const struct group_result *groups, size_t count) {
    for (size_t i = 0; i < count; i++) {
        const struct group_result *group = &groups[i];
        add_part(s, KIND_GROUP, group->unit->id,
                 group->perspective ? group->perspective->id : group->theme->id, true, group);
    }
}

static void add_units(struct subjects *s) {
    const struct assessment *a = s->assessment;
    for (size_t i = 0; i < a->plan->units.count; i++) {
        add(s, KIND_GROUP, a->plan->units.items[i].id, &a->units[i]);
    }
    for (size_t i = 0; i < a->plan->units.count; i++) {
        add_part(s, KIND_ALIGNMENT, a->plan->units.items[i].id, "alignment", true,
                 &a->alignment[i]);
    }
    for (size_t i = 0; i < a->trust_count; i++) {
        const struct trust_row *row = &a->trust[i];
        if (row->unit) {
            add_part(s, KIND_TRUST, row->unit->id, "trust", false, row);
        } else {
            add(s, KIND_TRUST, row->owner ? row->owner : "trust", row);
        }
    }
}

static void add_initiatives(struct subjects *s) {
    const struct assessment *a = s->assessment;
    for (size_t i = 0; i < a->plan->initiatives.count; i++) {
        add(s, KIND_INITIATIVE, a->plan->initiatives.items[i].id, &a->initiatives[i]);
    }
    for (size_t i = 0; i < a->plan->benefits.count; i++) {
        add(s, KIND_BENEFIT, a->plan->benefits.items[i].id, &a->benefits[i]);
    }
    const struct initiative *last = NULL;
    for (size_t i = 0; i < a->benefit_total_count; i++) {
        const struct initiative *initiative = a->benefit_totals[i].initiative;
        if (i == 0) {
            add(s, KIND_BENEFITS, "benefits", NULL);
        }
        if (initiative && initiative != last) {
            add_part(s, KIND_BENEFITS, initiative->id, "benefits", false, initiative);
        }
        last = initiative;
    }
}

static void add_links(struct subjects *s) {
    const struct assessment *a = s->assessment;
    for (size_t i = 0; a->evidence && i < a->plan->links.count; i++) {
        const struct link *link = &a->plan->links.items[i];
        struct subject subject = {.kind = KIND_LINK, .result = &a->evidence[i]};
        subject.id = arena_printf(s->arena, "%s:%s", link->from->id, link->to->id);
        subject.also = arena_printf(s->arena, "%s>%s", link->from->id, link->to->id);
        vec_push(s->arena, &s->list, subject);
    }
}

static void add_office(struct subjects *s) {
    const struct assessment *a = s->assessment;
    for (size_t i = 0; i < a->plan->processes.count; i++) {
        add(s, KIND_PROCESS, a->plan->processes.items[i].id, &a->staffing.processes[i]);
    }
    for (size_t i = 0; i < a->staffing.people_count; i++) {
        add(s, KIND_PERSON, a->staffing.people[i].person, &a->staffing.people[i]);
    }
    if (a->plan->processes.count > 0) {
        add(s, KIND_OFFICE, "office", NULL);
        add(s, KIND_ROADMAP, "roadmap", NULL);
    }
}

/* All of it, in the order in which it is listed. */
static struct subjects subjects_of(struct arena *arena, const struct assessment *a) {
    assert(a->previous); /* the earlier one does not keep what it was made of */
    struct subjects s = {.arena = arena, .assessment = a};
    add_measures(&s);
    add_objectives(&s);
    add_groups(&s, a->perspectives, a->perspective_count);
    add_groups(&s, a->themes, a->theme_count);
    add_units(&s);
    add_initiatives(&s);
    add_links(&s);
    add_office(&s);
    return s;
}

static const struct derivation *derived(const struct subjects *s, const struct subject *subject,
                                        unsigned depth) {
    struct arena *arena = s->arena;
    const struct assessment *a = s->assessment;
    switch (subject->kind) {
    case KIND_MEASURE:
        return derivemeasure(arena, a, subject->result);
    case KIND_SIGNAL:
        return derivesignal(arena, a, subject->result);
    case KIND_OBJECTIVE:
        return deriverollup_objective(arena, a, subject->result, depth);
    case KIND_GROUP:
        return deriverollup_group(arena, a, subject->result, depth);
    case KIND_ALIGNMENT:
        return derivealignment(arena, a, subject->result);
    case KIND_TRUST:
        return derivetrust(arena, a, subject->result);
    case KIND_INITIATIVE:
        return deriveinitiative(arena, a, subject->result);
    case KIND_BENEFIT:
        return derivebenefit(arena, a, subject->result);
    case KIND_BENEFITS:
        return derivebenefittotal(arena, a, subject->result);
    case KIND_LINK:
        return derivelink(arena, a, subject->result);
    case KIND_PROCESS:
        return derivestaffing(arena, a, subject->result);
    case KIND_PERSON:
        return deriveperson(arena, a, subject->result);
    case KIND_ROADMAP:
        return deriveroadmap(arena, a);
    case KIND_OFFICE:
    default:
        return deriveoffice(arena, a);
    }
}

void derivation_of(struct arena *arena, const struct assessment *assessment, const char *id,
                   unsigned depth, struct derivations *out) {
    struct subjects s = subjects_of(arena, assessment);
    for (size_t i = 0; i < s.list.count; i++) {
        const struct subject *subject = &s.list.items[i];
        if (strcmp(subject->id, id) == 0 || (subject->also && strcmp(subject->also, id) == 0)) {
            vec_push(arena, &out->list, derived(&s, subject, depth));
        }
    }
}

void derivation_all(struct arena *arena, const struct assessment *assessment,
                    struct derivations *out) {
    struct subjects s = subjects_of(arena, assessment);
    for (size_t i = 0; i < s.list.count; i++) {
        vec_push(arena, &out->list, derived(&s, &s.list.items[i], 0));
    }
}

const char *derivation_nearest(struct arena *arena, const struct assessment *assessment,
                               const char *id) {
    struct subjects s = subjects_of(arena, assessment);
    struct idmap *ids = idmap_new(arena);
    for (size_t i = 0; i < s.list.count; i++) {
        idmap_put(ids, s.list.items[i].id, i);
        if (s.list.items[i].also) {
            idmap_put(ids, s.list.items[i].also, i);
        }
    }
    return idmap_nearest(ids, id);
}

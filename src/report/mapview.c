#include "report/mapview.h"

#include "base/idmap.h"
#include "report/mapmodel.h"
#include "report/maporder.h"
#include <assert.h>
#include <string.h>

enum { STEPS = 2 };

struct view {
    struct arena *arena;
    const struct assessment *assessment;
    const struct plan *plan;
    const struct unit *unit;
    const struct map_view *view;
    const struct words *words;
    struct diags *diags;
};

static bool known(const struct plan *plan, const struct map_view *view) {
    switch (view->kind) {
    case VIEW_THEME:
        return plan_theme(plan, view->id) != NULL;
    case VIEW_UNIT:
        return plan_unit(plan, view->id) != NULL;
    case VIEW_AROUND:
        return plan_objective(plan, view->id) != NULL;
    case VIEW_WHOLE:
    case VIEW_CASCADE:
    case VIEW_EVIDENCE:
    default:
        return true;
    }
}

static const char *nearest(struct arena *arena, const struct plan *plan,
                           const struct map_view *view) {
    struct idmap *ids = idmap_new(arena);
    for (size_t i = 0; view->kind == VIEW_THEME && i < plan->themes.count; i++)
        idmap_put(ids, plan->themes.items[i].id, i);
    for (size_t i = 0; view->kind == VIEW_UNIT && i < plan->units.count; i++)
        idmap_put(ids, plan->units.items[i].id, i);
    for (size_t i = 0; view->kind == VIEW_AROUND && i < plan->objectives.count; i++)
        idmap_put(ids, plan->objectives.items[i].id, i);
    return diag_did_you_mean(arena, idmap_nearest(ids, view->id));
}

bool mapview_parse(struct arena *arena, const struct plan *plan, const char *text,
                   struct map_view *out, struct diags *diags) {
    static const struct {
        const char *name, *what;
    } views[] = {[VIEW_WHOLE] = {"whole", NULL},     [VIEW_THEME] = {"theme:", "theme"},
                 [VIEW_UNIT] = {"unit:", "unit"},    [VIEW_AROUND] = {"around:", "objective"},
                 [VIEW_CASCADE] = {"cascade", NULL}, [VIEW_EVIDENCE] = {"evidence", NULL}};
    for (size_t i = 0; i < sizeof views / sizeof *views; i++) {
        size_t length = strlen(views[i].name);
        bool same = views[i].what ? strncmp(text, views[i].name, length) == 0 && text[length]
                                  : strcmp(text, views[i].name) == 0;
        if (!same)
            continue;
        *out = (struct map_view){(enum map_view_kind)i, views[i].what ? text + length : NULL};
        if (known(plan, out))
            return true;
        diag_report_hint(diags, BP5095, (struct place){0}, nearest(arena, plan, out), views[i].what,
                         out->id, NULL);
        return false;
    }
    diag_report(diags, BP5094, (struct place){0}, text, NULL);
    return false;
}

const struct unit *mapview_unit(const struct plan *plan, const struct map_view *view,
                                const struct unit *unit) {
    const struct objective *objective =
        view->kind == VIEW_AROUND ? plan_objective(plan, view->id) : NULL;
    if (view->kind == VIEW_UNIT)
        return plan_unit(plan, view->id);
    return objective ? objective->unit : unit;
}

/* ---- parts of a map ------------------------------------------------------------------------- */

static const char *number(const struct view *v, size_t n) {
    return arena_printf(v->arena, "%d", (int)n);
}

/* The cards that are kept, with their bands and the links among them. */
static struct map_model *part(const struct view *v, const struct map_model *whole,
                              const bool *kept) {
    struct map_model *model = arena_alloc(v->arena, sizeof *model);
    int *card_of = arena_array(v->arena, whole->cards.count + 1, sizeof(int));
    int *band_of = arena_array(v->arena, whole->bands.count + 1, sizeof(int));
    *model = *whole;
    memset(&model->bands, 0, sizeof model->bands);
    memset(&model->cards, 0, sizeof model->cards);
    memset(&model->links, 0, sizeof model->links);
    for (size_t b = 0; b < whole->bands.count; b++) {
        band_of[b] = -1;
        for (size_t i = 0; i < whole->cards.count && band_of[b] < 0; i++)
            if (kept[i] && whole->cards.items[i].band == (int)b) {
                band_of[b] = (int)model->bands.count;
                vec_push(v->arena, &model->bands, whole->bands.items[b]);
            }
    }
    for (size_t i = 0; i < whole->cards.count; i++) {
        card_of[i] = -1;
        if (!kept[i])
            continue;
        card_of[i] = (int)model->cards.count;
        struct map_card card = whole->cards.items[i];
        card.band = band_of[card.band];
        vec_push(v->arena, &model->cards, card);
    }
    for (size_t i = 0; i < whole->links.count; i++) {
        struct map_link link = whole->links.items[i];
        link.from = card_of[link.from];
        link.to = card_of[link.to];
        link.feedback = false; /* found anew for what is left */
        if (link.from >= 0 && link.to >= 0)
            vec_push(v->arena, &model->links, link);
    }
    return model;
}

static struct map_model *theme(const struct view *v, const struct map_model *whole) {
    const struct theme *theme = plan_theme(v->plan, v->view->id);
    assert(theme); /* the caller has asked */
    bool *kept = arena_array(v->arena, whole->cards.count + 1, sizeof *kept);
    for (size_t i = 0; i < whole->cards.count; i++)
        kept[i] = whole->cards.items[i].theme == (int)(theme - v->plan->themes.items);
    struct map_model *model = part(v, whole, kept);
    for (size_t i = 0; i < model->cards.count; i++)
        model->cards.items[i].theme = -1;
    model->title =
        words_fill(v->arena, v->words, "map.view.theme", whole->title, theme->name, NULL);
    model->mission = words_fill(v->arena, v->words, "map.view.theme.note",
                                number(v, model->cards.count), number(v, whole->cards.count), NULL);
    return model;
}

/* Marks what can be reached along the links, or against them. */
static void reach(const struct view *v, const struct map_model *whole, size_t from, bool forward,
                  bool *kept) {
    int *steps = arena_array(v->arena, whole->cards.count + 1, sizeof(int));
    for (size_t i = 0; i < whole->cards.count; i++)
        steps[i] = i == from ? 0 : STEPS + 1;
    for (int round = 0; round < STEPS; round++)
        for (size_t i = 0; i < whole->links.count; i++) {
            const struct map_link *link = &whole->links.items[i];
            int a = forward ? link->from : link->to, b = forward ? link->to : link->from;
            if (steps[a] == round && steps[b] > round + 1)
                steps[b] = round + 1;
        }
    for (size_t i = 0; i < whole->cards.count; i++)
        kept[i] = kept[i] || steps[i] <= STEPS;
}

static struct map_model *around(const struct view *v, const struct map_model *whole) {
    bool *kept = arena_array(v->arena, whole->cards.count + 1, sizeof *kept);
    size_t centre = whole->cards.count;
    for (size_t i = 0; i < whole->cards.count; i++)
        if (strcmp(whole->cards.items[i].id, v->view->id) == 0)
            centre = i;
    if (centre == whole->cards.count) /* retired */
        return part(v, whole, kept);
    reach(v, whole, centre, true, kept);
    reach(v, whole, centre, false, kept);
    struct map_model *model = part(v, whole, kept);
    const struct map_card *card = &whole->cards.items[centre];
    for (size_t i = 0; i < model->cards.count; i++)
        model->cards.items[i].focus = strcmp(model->cards.items[i].id, card->id) == 0;
    model->title = words_fill(v->arena, v->words, "map.view.around", card->id, card->title, NULL);
    model->mission = words_fill(v->arena, v->words, "map.view.around.note", number(v, STEPS),
                                number(v, whole->cards.count - model->cards.count), NULL);
    return model;
}

static struct map_model *evidence(const struct view *v, const struct map_model *whole) {
    bool *kept = arena_array(v->arena, whole->cards.count + 1, sizeof *kept);
    size_t counts[4] = {0};
    static const enum map_link_look looks[] = {[FOUND_TOO_LITTLE] = LOOK_UNKNOWN,
                                               [FOUND_NOT_SHOWN] = LOOK_NOT_SHOWN,
                                               [FOUND_SUPPORTED] = LOOK_SHOWN,
                                               [FOUND_CONTRADICTED] = LOOK_AGAINST};
    for (size_t i = 0; i < whole->cards.count; i++)
        kept[i] = true;
    struct map_model *model = part(v, whole, kept);
    for (size_t i = 0; i < model->links.count; i++) {
        struct map_link *link = &model->links.items[i];
        counts[link->verdict]++;
        link->look = looks[link->verdict];
    }
    model->title = words_fill(v->arena, v->words, "map.view.evidence", whole->title, NULL);
    model->mission =
        words_fill(v->arena, v->words, "map.view.evidence.note", number(v, model->links.count),
                   number(v, counts[FOUND_SUPPORTED]), number(v, counts[FOUND_CONTRADICTED]),
                   number(v, counts[FOUND_NOT_SHOWN]), number(v, counts[FOUND_TOO_LITTLE]), NULL);
    return model;
}

/* ---- units over units ----------------------------------------------------------------------- */

static bool supports(const struct objective *objective, const struct unit *parent) {
    for (size_t i = 0; i < objective->supports.count; i++)
        if (mapmodel_shows(parent, objective->supports.items[i].parent))
            return true;
    return false;
}

/* A link for each support between two cards that are there. */
static void add_supports(const struct view *v, struct map_model *model, const int *card_of) {
    static const struct {
        enum map_link_look look;
        enum strength strength;
        const char *key;
    } kinds[] = {
        [LINK_IDENTICAL] = {LOOK_SAME, STRENGTH_STRONG, "map.support.identical"},
        [LINK_CONTRIBUTORY] = {LOOK_CONTRIBUTES, STRENGTH_MEDIUM, "map.support.contributory"},
        [LINK_SHARED] = {LOOK_SHARED, STRENGTH_WEAK, "map.support.shared"},
    };
    for (size_t i = 0; i < v->plan->objectives.count; i++) {
        const struct objective *objective = &v->plan->objectives.items[i];
        for (size_t k = 0; k < objective->supports.count && card_of[i] >= 0; k++) {
            const struct support *support = &objective->supports.items[k];
            int to = card_of[support->parent - v->plan->objectives.items];
            if (to < 0)
                continue;
            struct map_link *link = vec_add(v->arena, &model->links);
            link->from = card_of[i];
            link->to = to;
            link->look = kinds[support->kind].look;
            link->strength = kinds[support->kind].strength;
            link->description = words_text(v->words, kinds[support->kind].key);
        }
    }
}

/* Cards of a unit's objectives; only: those that serve this parent, NULL: all. */
static size_t add_unit(const struct view *v, struct map_model *model, int *card_of,
                       const struct unit *unit, const struct unit *only, int band, int theme) {
    size_t count = 0;
    for (size_t i = 0; i < v->plan->objectives.count; i++) {
        const struct objective *objective = &v->plan->objectives.items[i];
        if (!mapmodel_shows(unit, objective) || (only && !supports(objective, only)))
            continue;
        card_of[i] = (int)model->cards.count;
        mapmodel_add_card(v->arena, model, v->assessment, v->words, i, band, theme);
        count++;
    }
    return count;
}

static int *no_cards(const struct view *v) {
    int *card_of = arena_array(v->arena, v->plan->objectives.count + 1, sizeof(int));
    for (size_t i = 0; i < v->plan->objectives.count; i++)
        card_of[i] = -1;
    return card_of;
}

/* How many of a unit's objectives others serve, of those on the map. */
static size_t served(const struct map_model *model, int band) {
    size_t count = 0;
    for (size_t i = 0; i < model->cards.count; i++) {
        bool found = false;
        for (size_t k = 0; k < model->links.count && !found; k++)
            found = model->links.items[k].to == (int)i && model->links.items[k].look >= LOOK_SAME;
        count += found && model->cards.items[i].band == band;
    }
    return count;
}

/* The parent's objectives that are served stand in a band above the unit's own map. */
static struct map_model *unit_view(const struct view *v, const struct map_model *whole) {
    const struct unit *parent = v->unit->parent;
    struct map_model *model = arena_alloc(v->arena, sizeof *model);
    *model = *whole;
    memset(&model->bands, 0, sizeof model->bands);
    vec_push(
        v->arena, &model->bands,
        ((struct map_band){parent->id, parent->name, words_text(v->words, "map.view.parent"), 0}));
    for (size_t i = 0; i < whole->bands.count; i++)
        vec_push(v->arena, &model->bands, whole->bands.items[i]);
    int *card_of = no_cards(v);
    for (size_t i = 0; i < model->cards.count; i++) {
        model->cards.items[i].band++;
        const struct objective *objective = plan_objective(v->plan, model->cards.items[i].id);
        card_of[objective - v->plan->objectives.items] = (int)i;
    }
    size_t all = 0, taken = 0;
    for (size_t i = 0; i < v->plan->objectives.count; i++) {
        const struct objective *objective = &v->plan->objectives.items[i];
        if (!mapmodel_shows(parent, objective))
            continue;
        all++;
        bool any = false;
        for (size_t k = 0; k < objective->supported_by.count && !any; k++)
            any = mapmodel_shows(v->unit, objective->supported_by.items[k]);
        if (!any)
            continue;
        taken++;
        card_of[i] = (int)model->cards.count;
        mapmodel_add_card(v->arena, model, v->assessment, v->words, i, 0, -1);
    }
    add_supports(v, model, card_of);
    model->title =
        words_fill(v->arena, v->words, "map.view.unit", whole->title, parent->name, NULL);
    model->mission = words_fill(v->arena, v->words, "map.view.unit.note", number(v, taken),
                                number(v, all), parent->name, NULL);
    return taken > 0 ? model : NULL;
}

/* The unit's objectives over those that serve them, a column for each unit below. */
static struct map_model *cascade(const struct view *v, const struct map_model *whole) {
    struct map_model *model = arena_alloc(v->arena, sizeof *model);
    *model = *whole;
    memset(&model->bands, 0, sizeof model->bands);
    memset(&model->themes, 0, sizeof model->themes);
    memset(&model->cards, 0, sizeof model->cards);
    memset(&model->links, 0, sizeof model->links);
    memset(model->counts, 0, sizeof model->counts);
    int *card_of = no_cards(v);
    vec_push(v->arena, &model->bands, ((struct map_band){v->unit->id, v->unit->name, NULL, 0}));
    vec_push(v->arena, &model->bands,
             ((struct map_band){"units", words_text(v->words, "map.view.units"),
                                words_text(v->words, "map.view.units.question"), 0}));
    add_unit(v, model, card_of, v->unit, NULL, 0, -1);
    size_t units = 0, own = model->cards.count;
    for (size_t u = 0; u < v->plan->units.count; u++) {
        const struct unit *unit = &v->plan->units.items[u];
        if (unit->parent != v->unit)
            continue;
        if (add_unit(v, model, card_of, unit, v->unit, 1, (int)units) == 0) {
            diag_report(v->diags, BP5097, unit->place, unit->id, v->unit->id, NULL);
            continue;
        }
        units++;
        vec_push(v->arena, &model->themes, ((struct map_theme){unit->id, unit->name}));
    }
    add_supports(v, model, card_of);
    model->title = words_fill(v->arena, v->words, "map.view.cascade", whole->title, NULL);
    model->mission =
        words_fill(v->arena, v->words, "map.view.cascade.note", number(v, served(model, 0)),
                   number(v, own), number(v, units), NULL);
    return units > 0 ? model : NULL;
}

/* ---- all ------------------------------------------------------------------------------------ */

static void count_statuses(struct map_model *model) {
    memset(model->counts, 0, sizeof model->counts);
    for (size_t i = 0; i < model->cards.count; i++)
        model->counts[mapmodel_tally(model->cards.items[i].status)]++;
}

static struct map_model *made(const struct view *v, const struct map_model *whole) {
    switch (v->view->kind) {
    case VIEW_THEME:
        return theme(v, whole);
    case VIEW_UNIT:
        return v->unit->parent ? unit_view(v, whole) : NULL;
    case VIEW_AROUND:
        return around(v, whole);
    case VIEW_CASCADE:
        return cascade(v, whole);
    case VIEW_WHOLE:
    case VIEW_EVIDENCE:
    default:
        return evidence(v, whole);
    }
}

const struct map_model *mapview_model(struct arena *arena, const struct assessment *assessment,
                                      const struct unit *unit, const struct map_view *view,
                                      const struct words *words, struct diags *diags) {
    static const char *const empty[] = {
        [VIEW_WHOLE] = "",
        [VIEW_THEME] = "no objective of the unit belongs to the theme",
        [VIEW_UNIT] = "the unit serves no objective of a unit above it",
        [VIEW_AROUND] = "the objective is not in force",
        [VIEW_CASCADE] = "no unit below it serves its objectives",
        [VIEW_EVIDENCE] = "the unit has no objectives"};
    const struct map_model *whole = mapmodel_of(arena, assessment, unit, words);
    if (view->kind == VIEW_WHOLE)
        return whole;
    struct view v = {arena, assessment, assessment->plan, unit, view, words, diags};
    struct map_model *model = made(&v, whole);
    if (!model || model->cards.count == 0) {
        diag_report(diags, BP5096, (struct place){0}, unit->id, empty[view->kind], NULL);
        return NULL;
    }
    count_statuses(model);
    maporder_model(arena, model);
    mapmodel_finish(arena, model, words);
    return model;
}

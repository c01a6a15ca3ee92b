#include "report/mapmodel.h"

#include "assess/lastpacket.h"
#include "report/compose.h"
#include "report/maporder.h"
#include <string.h>

struct maker {
    struct arena *arena;
    const struct assessment *assessment;
    const struct plan *plan;
    const struct unit *unit;
    const struct words *words;
    struct map_model *model;
    int *card_of; /* by objective; -1: not on the map */
    int *band_of; /* by perspective; -1: without objectives */
};

static const char *number(struct arena *arena, int n) {
    return arena_printf(arena, "%d", n);
}

/* ---- cards ---------------------------------------------------------------------------------- */

bool mapmodel_shows(const struct unit *unit, const struct objective *objective) {
    return objective->unit == unit && objective->state != STATE_RETIRED &&
           objective->state != STATE_NOT_APPLICABLE;
}

static void add_bands(struct maker *maker) {
    const struct plan *plan = maker->plan;
    for (size_t i = 0; i < plan->perspectives.count; i++) {
        const struct perspective *perspective = &plan->perspectives.items[i];
        maker->band_of[i] = -1;
        for (size_t k = 0; k < plan->objectives.count; k++)
            if (plan->objectives.items[k].perspective == perspective &&
                mapmodel_shows(maker->unit, &plan->objectives.items[k])) {
                maker->band_of[i] = (int)maker->model->bands.count;
                vec_push(maker->arena, &maker->model->bands,
                         ((struct map_band){
                             perspective->id, perspective->name, perspective->question,
                             perspective->colour == UINT32_MAX ? 0 : perspective->colour}));
                break;
            }
    }
    for (size_t i = 0; i < plan->themes.count; i++)
        vec_push(maker->arena, &maker->model->themes,
                 ((struct map_theme){plan->themes.items[i].id, plan->themes.items[i].name}));
}

static const char *score_text(const struct maker *maker, const struct objective_result *result) {
    if (compose_mark(result->status) == MARK_GREY)
        return words_text(maker->words,
                          arena_printf(maker->arena, "map.grey.%s", status_name(result->status)));
    if (!result->score.exact)
        return words_text(maker->words,
                          arena_printf(maker->arena, "status.%s", status_name(result->status)));
    struct decimal whole;
    if (!rational_round(result->score.exact, 0, &whole))
        whole = decimal_round(result->score.rounded, 0);
    return words_number(maker->arena, maker->words, whole, 0, false);
}

static bool changed(const struct maker *maker, size_t objective) {
    const struct objective_result *now = &maker->assessment->objectives[objective];
    enum status before;
    return lastpacket_objective(maker->assessment, now->objective, &before) &&
           before != now->status;
}

static const char *measure_count(const struct maker *maker, const struct objective *objective) {
    int count = 0;
    for (size_t i = 0; i < objective->measures.count; i++) {
        enum entity_state state = objective->measures.items[i]->state;
        count += state != STATE_RETIRED && state != STATE_NOT_APPLICABLE;
    }
    return number(maker->arena, count);
}

static void add_card(struct maker *maker, size_t i, int band, int theme) {
    const struct objective *objective = &maker->plan->objectives.items[i];
    const struct objective_result *result = &maker->assessment->objectives[i];
    struct map_card *card = vec_add(maker->arena, &maker->model->cards);
    const char *measures = measure_count(maker, objective);
    card->id = objective->id;
    card->title = objective->name;
    card->owner = objective->owner;
    card->band = band;
    card->theme = theme;
    card->mark = compose_mark(result->status);
    card->status = result->status;
    card->trend = compose_trend(result->trend.goodness);
    card->score_text = score_text(maker, result);
    card->measures_text = words_fill(maker->arena, maker->words, "map.measures", measures, NULL);
    card->measures_short =
        words_fill(maker->arena, maker->words, "map.measures.short", measures, NULL);
    card->status_word = words_text(
        maker->words, arena_printf(maker->arena, "status.%s", status_name(result->status)));
    card->trend_word =
        words_text(maker->words, arena_printf(maker->arena, "goodness.%s",
                                              goodness_name(result->trend.goodness)));
    card->changed = changed(maker, i);
    card->place = objective->place;
    card->scored = result->score.exact != NULL && card->mark != MARK_GREY;
    maker->model->counts[compose_tally_index(result->status)]++;
}

static void add_cards(struct maker *maker) {
    const struct plan *plan = maker->plan;
    for (size_t i = 0; i < plan->objectives.count; i++) {
        const struct objective *objective = &plan->objectives.items[i];
        maker->card_of[i] = -1;
        if (!mapmodel_shows(maker->unit, objective))
            continue;
        maker->card_of[i] = (int)maker->model->cards.count;
        add_card(maker, i, maker->band_of[objective->perspective - plan->perspectives.items],
                 objective->theme ? (int)(objective->theme - plan->themes.items) : -1);
        struct map_card *card = &maker->model->cards.items[maker->card_of[i]];
        card->pin_row = objective->map_row;
        card->pin_place = objective->map_place;
        card->pin = objective->pin;
    }
}

void mapmodel_add_card(struct arena *arena, struct map_model *model,
                       const struct assessment *assessment, const struct words *words,
                       size_t objective, int band, int theme) {
    struct maker maker = {.arena = arena,
                          .assessment = assessment,
                          .plan = assessment->plan,
                          .words = words,
                          .model = model};
    add_card(&maker, objective, band, theme);
}

int mapmodel_tally(enum status status) {
    return compose_tally_index(status);
}

/* ---- links ---------------------------------------------------------------------------------- */

const char *mapmodel_lag(struct arena *arena, const struct words *words, int months) {
    if (months <= 0)
        return NULL;
    bool years = months % 12 == 0;
    return words_fill(arena, words, years ? "map.lag.years" : "map.lag.months",
                      number(arena, years ? months / 12 : months), NULL);
}

static const char *link_description(const struct maker *maker, const struct link *link) {
    static const char *const keys[] = {"map.strength.weak", "map.strength.medium",
                                       "map.strength.strong"};
    const char *text = words_text(maker->words, keys[link->strength]);
    if (link->negative)
        text = words_fill(maker->arena, maker->words, "dives.link", text,
                          words_text(maker->words, "map.link.negative"), NULL);
    if (link->lag_months > 0)
        text = words_fill(maker->arena, maker->words, "dives.link", text,
                          words_fill(maker->arena, maker->words, "map.link.lag",
                                     number(maker->arena, link->lag_months), NULL),
                          NULL);
    return text;
}

static void add_links(struct maker *maker) {
    const struct plan *plan = maker->plan;
    for (size_t i = 0; i < plan->links.count; i++) {
        const struct link *link = &plan->links.items[i];
        int from = maker->card_of[link->from - plan->objectives.items];
        int to = maker->card_of[link->to - plan->objectives.items];
        if (from < 0 || to < 0 || from == to)
            continue;
        struct map_link *out = vec_add(maker->arena, &maker->model->links);
        out->from = from;
        out->to = to;
        out->strength = link->strength;
        out->negative = link->negative;
        out->lag_text = mapmodel_lag(maker->arena, maker->words, link->lag_months);
        out->description = link_description(maker, link);
        if (maker->assessment->evidence)
            out->verdict = maker->assessment->evidence[i].verdict;
    }
}

/* ---- finishing ------------------------------------------------------------------------------ */

static void chips(struct arena *arena, struct map_model *model) {
    for (size_t i = 0; i < model->links.count; i++) {
        struct map_link *link = &model->links.items[i];
        if (link->negative)
            link->chip_text =
                link->lag_text ? arena_printf(arena, "\u2212\u202F%s", link->lag_text) : "\u2212";
        else
            link->chip_text = link->lag_text;
    }
}

/* Links join if they look alike and have the same sign. */
static void bundles(struct map_model *model) {
    for (size_t i = 0; i < model->links.count; i++) {
        struct map_link *link = &model->links.items[i];
        link->bundle = (int)link->look * 2 + (link->negative ? 1 : 0);
        model->tested = model->tested || link->verdict != FOUND_TOO_LITTLE;
    }
}

struct walk {
    const struct map_model *model;
    uint8_t *state; /* 0 new, 1 open, 2 done */
    int depth;
};

/* A link to an open card closes a cycle. */
static void visit(struct walk *walk, int card) {
    enum { DEEPEST = 2000 };
    walk->state[card] = 1;
    walk->depth++;
    for (size_t i = 0; i < walk->model->links.count && walk->depth < DEEPEST; i++) {
        struct map_link *link = &walk->model->links.items[i];
        if (link->from != card || link->feedback)
            continue;
        if (walk->state[link->to] == 1)
            link->feedback = true;
        else if (walk->state[link->to] == 0)
            visit(walk, link->to);
    }
    walk->depth--;
    walk->state[card] = 2;
}

static void feedback(struct arena *arena, struct map_model *model) {
    for (size_t i = 0; i < model->links.count; i++) {
        struct map_link *link = &model->links.items[i];
        if (model->cards.items[link->to].band > model->cards.items[link->from].band)
            link->feedback = true;
    }
    struct walk walk = {model, arena_alloc(arena, model->cards.count + 1), 0};
    for (size_t i = 0; i < model->cards.count; i++)
        if (walk.state[i] == 0)
            visit(&walk, (int)i);
}

size_t mapmodel_chain(struct arena *arena, const struct map_model *model, int *chain) {
    size_t cards = model->cards.count;
    int *weight = arena_array(arena, cards + 1, sizeof(int)); /* of the best chain to here */
    int *before = arena_array(arena, cards + 1, sizeof(int));
    for (size_t i = 0; i < cards; i++)
        before[i] = -1;
    for (size_t round = 0; round < cards; round++) {
        bool more = false;
        for (size_t i = 0; i < model->links.count; i++) {
            const struct map_link *link = &model->links.items[i];
            int with = weight[link->from] + 2 + (int)link->strength;
            if (link->feedback || link->negative || with <= weight[link->to])
                continue;
            weight[link->to] = with;
            before[link->to] = link->from;
            more = true;
        }
        if (!more)
            break;
    }
    int best = -1;
    for (size_t i = 0; i < cards; i++)
        if (weight[i] > 0 && (best < 0 || weight[i] > weight[best]))
            best = (int)i;
    size_t count = 0;
    for (int card = best; card >= 0 && count < cards; card = before[card])
        chain[count++] = card;
    for (size_t i = 0; i < count / 2; i++) {
        int card = chain[i];
        chain[i] = chain[count - 1 - i];
        chain[count - 1 - i] = card;
    }
    return count;
}

static const char *chain_text(struct arena *arena, const struct map_model *model,
                              const struct words *words) {
    int *chain = arena_array(arena, model->cards.count + 1, sizeof(int));
    size_t count = mapmodel_chain(arena, model, chain);
    const char *text = NULL;
    for (size_t i = 0; i < count; i++) {
        const struct map_card *card = &model->cards.items[chain[i]];
        const char *name = arena_printf(arena, "%s %s", card->id, card->title);
        text = text ? words_fill(arena, words, "map.chain.step", text, name, NULL) : name;
    }
    return text;
}

static void describe(struct arena *arena, struct map_model *model, const struct words *words) {
    if (model->bands.count == 0) {
        model->description = words_text(words, "map.empty");
        return;
    }
    const int *n = model->counts;
    const char *text =
        words_fill(arena, words, "map.description", number(arena, (int)model->cards.count),
                   number(arena, (int)model->bands.count), number(arena, (int)model->links.count),
                   model->bands.items[model->bands.count - 1].name, model->bands.items[0].name,
                   number(arena, n[0] + n[1]), number(arena, n[2]), number(arena, n[3]),
                   number(arena, n[4]), NULL);
    const char *chain = chain_text(arena, model, words);
    model->description =
        chain ? arena_printf(arena, "%s %s", text,
                             words_fill(arena, words, "map.description.chain", chain, NULL))
              : text;
}

static void speak(struct arena *arena, struct map_card *card, const struct words *words) {
    const char *text = card->scored
                           ? words_fill(arena, words, "map.card.scored", card->id, card->title,
                                        card->status_word, card->score_text, NULL)
                           : words_fill(arena, words, "map.card.unscored", card->id, card->title,
                                        card->status_word, NULL);
    card->spoken =
        card->trend != TREND_NONE ? arena_printf(arena, "%s, %s", text, card->trend_word) : text;
}

void mapmodel_finish(struct arena *arena, struct map_model *model, const struct words *words) {
    chips(arena, model);
    bundles(model);
    feedback(arena, model);
    for (size_t i = 0; i < model->cards.count; i++)
        speak(arena, &model->cards.items[i], words);
    describe(arena, model, words);
}

const struct map_model *mapmodel_of(struct arena *arena, const struct assessment *assessment,
                                    const struct unit *unit, const struct words *words) {
    const struct plan *plan = assessment->plan;
    struct map_model *model = arena_alloc(arena, sizeof *model);
    struct maker maker = {arena, assessment, plan, unit, words, model, NULL, NULL};
    maker.card_of = arena_array(arena, plan->objectives.count + 1, sizeof(int));
    maker.band_of = arena_array(arena, plan->perspectives.count + 1, sizeof(int));
    model->id = unit->id;
    model->scores_of_100 = true;
    model->title = unit->name;
    /* The mission is the organization's; a unit's own map does not borrow it. */
    model->mission = unit->parent ? NULL : plan->organization.mission;
    model->period = words_period(arena, words, assessment->period, &plan->organization.fiscal);
    model->as_of = words_date(arena, words, assessment->as_of);
    model->version = plan->settings.version;
    model->classification = plan->settings.classification;
    model->owner = plan->settings.prepared_by;
    model->source = plan->digest;
    model->language = words_language(words);
    add_bands(&maker);
    add_cards(&maker);
    add_links(&maker);
    maporder_model(arena, model);
    mapmodel_finish(arena, model, words);
    return model;
}

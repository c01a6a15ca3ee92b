#include "report/mapspeech.h"

#include <string.h>

struct speech {
    struct arena *arena;
    const struct map_model *model;
    const struct words *words;
    struct textbuf text;
};

static const char *verdict_key(const struct map_link *link) {
    static const char *const keys[] = {[FOUND_TOO_LITTLE] = "map.evidence.unknown",
                                       [FOUND_NOT_SHOWN] = "map.evidence.not-shown",
                                       [FOUND_SUPPORTED] = "map.evidence.shown",
                                       [FOUND_CONTRADICTED] = "map.evidence.against"};
    return keys[link->verdict];
}

const char *mapspeech_how(struct arena *arena, const struct map_model *model,
                          const struct words *words, const struct map_link *link) {
    const char *text = link->description ? link->description : "";
    if (!model->tested || link->look >= LOOK_SAME)
        return text;
    const char *verdict = words_text(words, verdict_key(link));
    return *text ? arena_printf(arena, "%s; %s", text, verdict) : verdict;
}

/* "Leads to C1 Stay trusted (strong; takes 6 months) and C2 Keep safe (weak)." */
static const char *effects(const struct speech *s, int card) {
    const struct map_model *model = s->model;
    const char **names = arena_array(s->arena, model->links.count + 1, sizeof *names);
    size_t count = 0;
    for (size_t i = 0; i < model->links.count; i++) {
        const struct map_link *link = &model->links.items[i];
        if (link->from != card)
            continue;
        const struct map_card *to = &model->cards.items[link->to];
        const char *how = mapspeech_how(s->arena, model, s->words, link);
        names[count++] = *how ? arena_printf(s->arena, "%s %s (%s)", to->id, to->title, how)
                              : arena_printf(s->arena, "%s %s", to->id, to->title);
    }
    if (count == 0)
        return NULL;
    const char *list = words_list(s->arena, s->words, names, count);
    return words_fill(s->arena, s->words, "map.card.drives", list, NULL);
}

static void say_card(struct speech *s, int index, bool links) {
    const struct map_card *card = &s->model->cards.items[index];
    const char *drives = links ? effects(s, index) : NULL;
    textbuf_printf(&s->text, " %s.", card->spoken ? card->spoken : card->title);
    if (card->changed)
        textbuf_printf(&s->text, " %s", words_text(s->words, "map.card.changed"));
    if (drives)
        textbuf_printf(&s->text, " %s", drives);
}

static bool holds(const struct map_model *model, int band) {
    for (size_t i = 0; i < model->cards.count; i++)
        if (model->cards.items[i].band == band)
            return true;
    return false;
}

static const char *say(struct speech *s, bool links) {
    textbuf_clear(&s->text);
    textbuf_str(&s->text, s->model->description);
    for (size_t band = 0; band < s->model->bands.count; band++) {
        if (!holds(s->model, (int)band))
            continue;
        textbuf_printf(&s->text, " %s:", s->model->bands.items[band].name);
        for (size_t i = 0; i < s->model->cards.count; i++)
            if (s->model->cards.items[i].band == (int)band)
                say_card(s, (int)i, links);
    }
    return textbuf_text(&s->text);
}

const char *mapspeech_of(struct arena *arena, const struct map_model *model,
                         const struct words *words) {
    if (!model->description)
        return model->title;
    struct speech speech = {.arena = arena, .model = model, .words = words};
    textbuf_init(&speech.text, arena);
    for (int links = 1; links >= 0; links--) {
        const char *text = say(&speech, links);
        if (strlen(text) <= MAPSPEECH_MOST)
            return text;
    }
    return strlen(model->description) <= MAPSPEECH_MOST ? model->description : model->title;
}

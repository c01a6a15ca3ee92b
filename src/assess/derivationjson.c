#include "assess/derivation.h"

#include "base/idmap.h"
#include "base/json.h"

/* What stands in the file already, by entity and id. */
struct writer {
    struct json json;
    struct arena *arena;
    struct idmap *written;
};

static void put_cell(struct writer *w, const char *key, struct place place) {
    json_text(&w->json, key, place.file ? diag_cell(w->arena, place) : NULL);
}

static void put_input(struct writer *w, const struct derivation_input *input) {
    json_open(&w->json, NULL, '{');
    json_text(&w->json, "name", input->name);
    json_text(&w->json, "value", input->value);
    put_cell(w, "cell", input->place);
    json_flag(&w->json, "default", input->standard);
    json_text(&w->json, "of", input->of);
    json_close(&w->json);
}

static void put_step(struct writer *w, const struct derivation_step *step) {
    json_open(&w->json, NULL, '{');
    json_text(&w->json, "figure", step->figure);
    if (step->rule) {
        json_number(&w->json, "rule", step->rule);
    } else {
        json_null(&w->json, "rule");
    }
    json_text(&w->json, "words", step->words);
    json_text(&w->json, "formula", step->formula);
    json_text(&w->json, "result", step->result);
    json_open(&w->json, "inputs", '[');
    for (size_t i = 0; i < step->inputs.count; i++) {
        put_input(w, &step->inputs.items[i]);
    }
    json_close(&w->json);
    json_close(&w->json);
}

static void put_one(struct writer *w, const struct derivation *derivation) {
    json_open(&w->json, NULL, '{');
    json_text(&w->json, "entity", derivation->entity);
    json_text(&w->json, "id", derivation->id);
    json_text(&w->json, "name", derivation->name);
    json_text(&w->json, "answer", derivation->answer);
    put_cell(w, "cell", derivation->place);
    json_open_lines(&w->json, "steps", '[');
    for (size_t i = 0; i < derivation->steps.count; i++) {
        put_step(w, &derivation->steps.items[i]);
    }
    json_close(&w->json);
    json_close(&w->json);
}

static void put(struct writer *w, const struct derivation *derivation) {
    const char *key = arena_printf(w->arena, "%s %s", derivation->entity, derivation->id);
    size_t count = idmap_count(w->written);
    if (idmap_put(w->written, key, count) != count) {
        return;
    }
    put_one(w, derivation);
    for (size_t i = 0; i < derivation->steps.count; i++) {
        const struct derivation_step *step = &derivation->steps.items[i];
        for (size_t j = 0; j < step->inputs.count; j++) {
            if (step->inputs.items[j].source) {
                put(w, step->inputs.items[j].source);
            }
        }
    }
}

void derivation_json(const struct derivations *derivations, struct textbuf *out) {
    struct writer w = {.arena = out->arena, .written = idmap_new(out->arena)};
    json_init(&w.json, out);
    json_open_lines(&w.json, NULL, '[');
    for (size_t i = 0; i < derivations->list.count; i++) {
        put(&w, derivations->list.items[i]);
    }
    json_close(&w.json);
    textbuf_char(out, '\n');
}

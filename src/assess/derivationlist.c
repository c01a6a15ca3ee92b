#include "assess/derivation.h"

#include "base/json.h"
#include <string.h>

#define WIDEST 40 /* column of ids; longer ones push their answer along */

/* The answer without the id it begins with. */
static const char *answer_of(const struct derivation *derivation) {
    size_t length = strlen(derivation->id);
    const char *rest = derivation->answer + length;
    if (strncmp(derivation->answer, derivation->id, length) != 0) {
        return derivation->answer;
    }
    return rest + strspn(rest, ": ");
}

/* Characters, not bytes. */
static size_t columns(const char *text) {
    size_t count = 0;
    for (; *text; text++) {
        count += ((unsigned char)*text & 0xC0u) != 0x80u;
    }
    return count;
}

static bool of_kind(const struct derivation *derivation, const char *entity) {
    return strcmp(derivation->entity, entity) == 0;
}

/* Of the ids of a kind, as far as there is room. */
static size_t widest(const struct derivations *all, const char *entity) {
    size_t width = 0;
    for (size_t i = 0; i < all->list.count; i++) {
        size_t wide = of_kind(all->list.items[i], entity) ? columns(all->list.items[i]->id) : 0;
        width = wide > width ? wide : width;
    }
    return width > WIDEST ? WIDEST : width;
}

static void put_kind(const struct derivations *all, size_t first, struct textbuf *out) {
    const char *entity = all->list.items[first]->entity;
    size_t width = widest(all, entity);
    textbuf_printf(out, "%s%s\n", first > 0 ? "\n" : "", entity);
    for (size_t i = first; i < all->list.count; i++) {
        const struct derivation *derivation = all->list.items[i];
        if (!of_kind(derivation, entity)) {
            continue;
        }
        textbuf_printf(out, "  %s", derivation->id);
        for (size_t c = columns(derivation->id); c < width; c++) {
            textbuf_char(out, ' ');
        }
        textbuf_printf(out, "  %s\n", answer_of(derivation));
    }
}

static bool first_of_kind(const struct derivations *all, size_t at) {
    size_t i = 0;
    while (!of_kind(all->list.items[i], all->list.items[at]->entity)) {
        i++;
    }
    return i == at;
}

void derivation_list_text(const struct derivations *derivations, struct textbuf *out) {
    for (size_t i = 0; i < derivations->list.count; i++) {
        if (first_of_kind(derivations, i)) {
            put_kind(derivations, i, out);
        }
    }
}

void derivation_list_json(const struct derivations *derivations, struct textbuf *out) {
    struct json json;
    json_init(&json, out);
    json_open_lines(&json, NULL, '[');
    for (size_t i = 0; i < derivations->list.count; i++) {
        const struct derivation *derivation = derivations->list.items[i];
        json_open(&json, NULL, '{');
        json_text(&json, "entity", derivation->entity);
        json_text(&json, "id", derivation->id);
        json_text(&json, "name", derivation->name);
        json_text(&json, "answer", derivation->answer);
        json_text(&json, "cell",
                  derivation->place.file ? diag_cell(out->arena, derivation->place) : NULL);
        json_close(&json);
    }
    json_close(&json);
    textbuf_char(out, '\n');
}

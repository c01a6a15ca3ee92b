#include "report/maplink.h"

#include "base/ascii.h"
#include <string.h>

/* Letters that mean nothing else in an address. */
static bool plain(char c) {
    return ascii_letter(c) || ascii_digit(c) || (c != '\0' && strchr("-._~", c));
}

const char *maplink_address(struct arena *arena, const char *pattern, const char *id) {
    struct textbuf out;
    textbuf_init(&out, arena);
    const char *from = pattern;
    for (const char *at; (at = strstr(from, MAPLINK_ID)) != NULL; from = at + strlen(MAPLINK_ID)) {
        textbuf_bytes(&out, from, (size_t)(at - from));
        for (const char *c = id; *c; c++)
            if (plain(*c))
                textbuf_char(&out, *c);
            else
                textbuf_printf(&out, "%%%02X", (unsigned)(unsigned char)*c);
    }
    textbuf_str(&out, from);
    return textbuf_finish(&out);
}

/* Models are shared: the cards of this one are its own. */
static struct map_model *copied(struct arena *arena, const struct map_model *model) {
    struct map_model *copy = arena_alloc(arena, sizeof *copy);
    *copy = *model;
    copy->cards.items = arena_array(arena, model->cards.count + 1, sizeof *copy->cards.items);
    if (model->cards.count)
        memcpy(copy->cards.items, model->cards.items,
               model->cards.count * sizeof *copy->cards.items);
    copy->cards.capacity = model->cards.count;
    return copy;
}

const struct map_model *maplink_pattern(struct arena *arena, const struct map_model *model,
                                        const char *pattern) {
    struct map_model *linked = copied(arena, model);
    for (size_t i = 0; i < linked->cards.count; i++)
        linked->cards.items[i].href = maplink_address(arena, pattern, linked->cards.items[i].id);
    return linked;
}

/* The page a section begins on, from 1; 0: it has no entry in the outline. */
static uint32_t page_of(const struct scene *packet, const struct section *section) {
    for (size_t i = 0; i < packet->outline.count && section->name; i++)
        if (packet->outline.items[i].level == 1 &&
            strcmp(packet->outline.items[i].title, section->name) == 0)
            return packet->outline.items[i].page + 1;
    return 0;
}

/* Deep dives are called after their objective: its id and its name come last. */
static bool tells_of(struct arena *arena, const struct section *section,
                     const struct map_card *card) {
    if (!section->name || !section->anchor || strncmp(section->anchor, "dives", 5) != 0)
        return false;
    const char *end = arena_printf(arena, " %s %s", card->id, card->title);
    const size_t length = strlen(section->name), part = strlen(end);
    return length >= part && strcmp(section->name + length - part, end) == 0;
}

const struct map_model *maplink_pages(struct arena *arena, const struct map_model *model,
                                      const struct document *document, const struct scene *packet,
                                      uint32_t pages_before, const char *file) {
    struct map_model *linked = copied(arena, model);
    for (size_t i = 0; i < linked->cards.count; i++) {
        struct map_card *card = &linked->cards.items[i];
        uint32_t dive = 0, scorecard = 0;
        for (size_t k = 0; k < document->sections.count; k++) {
            const struct section *section = document->sections.items[k];
            if (!dive && tells_of(arena, section, card))
                dive = page_of(packet, section);
            else if (!scorecard && section->anchor && strcmp(section->anchor, "scorecard") == 0)
                scorecard = page_of(packet, section);
        }
        const uint32_t page = dive ? dive : scorecard;
        if (page)
            card->href = arena_printf(arena, "%s#page=%u", file, pages_before + page);
    }
    return linked;
}

#include "workbook/stratmlids.h"
#include "base/ascii.h"
#include "base/idmap.h"
#include "base/utf8.h"
#include "base/vec.h"
#include <string.h>

#define ID_BYTES 64u

/* What an Identifier of the plan has become. */
struct named {
    const char *id;
    enum schema_sheet sheet;
    uint32_t line;
};

/* Ids made on one sheet. */
struct made {
    size_t count;
    const struct stratmltree_node *first;
    const char *id; /* of the first */
};

struct stratmlids {
    struct arena *arena;
    struct diags *diags;
    const struct stratmltree *tree;
    VEC(struct named) named;
    struct idmap *by_identifier;      /* to an index of named */
    struct idmap *taken[SHEET_COUNT]; /* ids of a sheet, to an index of named */
    struct idmap *alike[SHEET_COUNT]; /* the same in small letters */
    struct idmap *counted;            /* "sheet id" to the next number behind it */
    struct made made[SHEET_COUNT];
};

struct stratmlids *stratmlids_new(struct arena *arena, struct diags *diags,
                                  const struct stratmltree *tree) {
    struct stratmlids *ids = arena_alloc(arena, sizeof *ids);
    ids->arena = arena;
    ids->diags = diags;
    ids->tree = tree;
    ids->by_identifier = idmap_new(arena);
    ids->counted = idmap_new(arena);
    for (size_t i = 0; i < SHEET_COUNT; i++) {
        ids->taken[i] = idmap_new(arena);
        ids->alike[i] = idmap_new(arena);
    }
    return ids;
}

static bool id_character(char c) {
    return ascii_letter(c) || ascii_digit(c) || c == '.' || c == '_' || c == '-';
}

const char *stratmlids_clean(struct arena *arena, const char *identifier) {
    char out[ID_BYTES + 1];
    size_t length = strlen(identifier), used = 0;
    for (size_t at = 0; at < length && used < ID_BYTES;) {
        uint32_t rune = utf8_next(identifier, length, &at);
        char c = rune < 0x80 && id_character((char)rune) ? (char)rune : '-';
        bool begins = ascii_letter(c) || ascii_digit(c);
        if (used > 0 ? !(c == '-' && out[used - 1] == '-') : begins) {
            out[used++] = c;
        }
    }
    while (used > 0 && out[used - 1] == '-') {
        used--;
    }
    return arena_strndup(arena, out, used);
}

static const char *small(struct arena *arena, const char *id) {
    char *out = arena_strdup(arena, id);
    for (char *at = out; *at; at++) {
        *at = ascii_lower(*at);
    }
    return out;
}

/* The id with a number behind it that nobody has yet, not even in other letters.  Each id
 * remembers how far it was counted. */
static const char *numbered(struct stratmlids *ids, enum schema_sheet sheet, const char *id,
                            const char *between, size_t from) {
    const char *base = arena_printf(ids->arena, "%.*s%s", (int)ID_BYTES - 12, id, between);
    const char *key = arena_printf(ids->arena, "%d %s", (int)sheet, small(ids->arena, base));
    for (size_t n = idmap_put(ids->counted, key, from);; n++) {
        const char *next = arena_printf(ids->arena, "%s%zu", base, n);
        if (idmap_find(ids->alike[sheet], small(ids->arena, next)) == IDMAP_NONE) {
            idmap_set(ids->counted, key, n + 1);
            return next;
        }
    }
}

static const char *make(struct stratmlids *ids, const struct stratmltree_node *node,
                        enum schema_sheet sheet, const char *prefix) {
    struct made *made = &ids->made[sheet];
    const char *id = numbered(ids, sheet, prefix, "", 1);
    if (made->count++ == 0) {
        made->first = node;
        made->id = id;
    }
    return id;
}

/* The id for an Identifier, different from those of the sheet so far. */
static const char *adopt(struct stratmlids *ids, const struct stratmltree_node *identifier,
                         enum schema_sheet sheet, const char *clean) {
    const char *text = identifier->text + (identifier->text[0] == '_');
    struct place place = stratmltree_place(ids->tree, identifier);
    size_t before = idmap_find(ids->taken[sheet], clean);
    if (before != IDMAP_NONE) {
        const char *id = numbered(ids, sheet, clean, "-", 2);
        diag_report(ids->diags, BP2081, place, identifier->text,
                    arena_printf(ids->arena, "%u", ids->named.items[before].line), id, NULL);
        return id;
    }
    if (strcmp(text, clean) != 0) {
        diag_report(ids->diags, BP2080, place, identifier->text, clean, NULL);
    }
    return clean;
}

const char *stratmlids_take(struct stratmlids *ids, const struct stratmltree_node *node,
                            enum schema_sheet sheet, const char *prefix) {
    struct stratmltree_node *identifier = stratmltree_filled(node, STRATMLTREE_IDENTIFIER);
    const char *id = NULL;
    if (identifier) {
        const char *clean = stratmlids_clean(ids->arena, identifier->text);
        identifier->taken = true;
        idmap_put(ids->by_identifier, identifier->text, ids->named.count);
        id = clean[0] ? adopt(ids, identifier, sheet, clean) : NULL;
    }
    if (!id) {
        id = make(ids, node, sheet, prefix);
    }
    idmap_put(ids->taken[sheet], id, ids->named.count);
    idmap_put(ids->alike[sheet], small(ids->arena, id), ids->named.count);
    vec_push(ids->arena, &ids->named, ((struct named){id, sheet, node->line}));
    return id;
}

const char *stratmlids_find(const struct stratmlids *ids, const char *identifier,
                            enum schema_sheet *sheet) {
    size_t at = idmap_find(ids->by_identifier, identifier);
    if (at == IDMAP_NONE) {
        return NULL;
    }
    *sheet = ids->named.items[at].sheet;
    return ids->named.items[at].id;
}

void stratmlids_report(struct stratmlids *ids) {
    for (size_t i = 0; i < SHEET_COUNT; i++) {
        const struct made *made = &ids->made[i];
        if (made->count > 0) {
            diag_report(ids->diags, BP2082, stratmltree_place(ids->tree, made->first),
                        arena_printf(ids->arena, "%zu", made->count),
                        stratmltree_name(made->first->kind), made->id, NULL);
        }
    }
}

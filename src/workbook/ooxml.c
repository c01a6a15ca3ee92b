#include "workbook/ooxml.h"
#include "base/ascii.h"
#include "workbook/ladder.h"
#include <string.h>

#define PACKAGE_RELATIONS "http://schemas.openxmlformats.org/package/2006/relationships"

/* ---- one namespace for both dialects ---- */

static const struct dialect {
    const char *strict, *transitional;
} dialects[] = {
    {"http://purl.oclc.org/ooxml/spreadsheetml/main", OOXML_SHEET},
    {"http://purl.oclc.org/ooxml/officeDocument/relationships", OOXML_RELATIONS},
};

static const char *transitional(const char *space) {
    for (size_t i = 0; i < sizeof dialects / sizeof dialects[0]; i++) {
        if (strcmp(space, dialects[i].strict) == 0) {
            return dialects[i].transitional;
        }
    }
    return space;
}

static bool on_start(void *user, const struct xmlread_element *element) {
    const struct xmlread_handler *handler = user;
    struct xmlread_attribute attributes[BOUND_ATTRIBUTES];
    struct xmlread_element copy = *element;
    copy.space = transitional(element->space);
    copy.attributes = attributes;
    for (size_t i = 0; i < element->attribute_count; i++) {
        attributes[i] = element->attributes[i];
        attributes[i].space = transitional(attributes[i].space);
    }
    return handler->start(handler->user, &copy);
}

static bool on_end(void *user) {
    const struct xmlread_handler *handler = user;
    return !handler->end || handler->end(handler->user);
}

static bool on_text(void *user, const char *text, size_t length) {
    const struct xmlread_handler *handler = user;
    return !handler->text || handler->text(handler->user, text, length);
}

enum xmlread_result ooxml_parse(struct package *package, const char *part,
                                const struct xmlread_handler *handler) {
    struct xmlread_handler inner = *handler;
    return package_parse(package, part,
                         &(struct xmlread_handler){on_start, on_end, on_text, &inner});
}

bool ooxml_true(const struct xmlread_element *element, const char *name) {
    const char *text = xmlread_value(element, "", name);
    return text && (strcmp(text, "1") == 0 || strcmp(text, "true") == 0 || strcmp(text, "on") == 0);
}

/* ---- relations ---- */

enum level { AT_TOP, AT_SKIP, AT_RELATIONS, AT_RELATION };

static const struct ladder_step steps[] = {
    {AT_TOP, PACKAGE_RELATIONS, "Relationships", AT_RELATIONS},
    {AT_RELATIONS, PACKAGE_RELATIONS, "Relationship", AT_RELATION},
};

struct relations_machine {
    struct package *package;
    struct ladder ladder;
    struct ooxml_relations *out;
};

/* "worksheet" of ".../relationships/worksheet" in either dialect. */
static const char *short_type(const char *type) {
    for (size_t i = 0; i < sizeof dialects / sizeof dialects[0]; i++) {
        const char *const bases[] = {dialects[i].strict, dialects[i].transitional};
        for (size_t k = 0; k < 2; k++) {
            size_t length = strlen(bases[k]);
            if (strncmp(type, bases[k], length) == 0 && type[length] == '/') {
                return type + length + 1;
            }
        }
    }
    return "";
}

static bool start_relation(void *user, const struct xmlread_element *element) {
    struct relations_machine *m = user;
    if (ladder_enter(&m->ladder, element) != AT_RELATION) {
        return true;
    }
    struct arena *arena = package_arena(m->package);
    if (m->out->items.count >= BOUND_MEMBERS) {
        diag_report(package_diags(m->package), BP1019, package_place(m->package),
                    arena_printf(arena, "%u", BOUND_MEMBERS), "parts", NULL);
        return false;
    }
    const char *id = xmlread_value(element, "", "Id");
    const char *type = xmlread_value(element, "", "Type");
    const char *target = xmlread_value(element, "", "Target");
    const char *mode = xmlread_value(element, "", "TargetMode");
    vec_push(arena, &m->out->items,
             ((struct ooxml_relation){.id = arena_strdup(arena, id ? id : ""),
                                      .type = arena_strdup(arena, short_type(type ? type : "")),
                                      .target = arena_strdup(arena, target ? target : ""),
                                      .external = mode && ascii_same(mode, "External")}));
    return true;
}

static bool end_relation(void *user) {
    struct relations_machine *m = user;
    ladder_leave(&m->ladder);
    return true;
}

/* Length of the folder of a part's name, with its slash. */
static size_t folder_length(const char *part) {
    const char *slash = strrchr(part, '/');
    return slash ? (size_t)(slash - part) + 1 : 0;
}

bool ooxml_relations_read(struct package *package, const char *part, struct ooxml_relations *out) {
    struct arena *arena = package_arena(package);
    size_t folder = folder_length(part);
    *out = (struct ooxml_relations){.part = part};
    const char *name =
        arena_printf(arena, "%s_rels/%s.rels", arena_strndup(arena, part, folder), part + folder);
    if (!package_has(package, name)) {
        return true;
    }
    struct relations_machine m = {
        package, {.steps = steps, .count = sizeof steps / sizeof steps[0]}, out};
    struct xmlread_handler handler = {start_relation, end_relation, NULL, &m};
    return package_parse(package, name, &handler) == XMLREAD_DONE;
}

const struct ooxml_relation *ooxml_relation_of_type(const struct ooxml_relations *relations,
                                                    const char *type) {
    for (size_t i = 0; i < relations->items.count; i++) {
        if (strcmp(relations->items.items[i].type, type) == 0) {
            return &relations->items.items[i];
        }
    }
    return NULL;
}

const struct ooxml_relation *ooxml_relation_of_id(const struct ooxml_relations *relations,
                                                  const char *id) {
    for (size_t i = 0; i < relations->items.count; i++) {
        if (strcmp(relations->items.items[i].id, id) == 0) {
            return &relations->items.items[i];
        }
    }
    return NULL;
}

/* Adds the segments of a target to a part's name; false if they climb above the package. */
static bool climb(struct textbuf *out, const char *target) {
    while (*target) {
        size_t segment = strcspn(target, "/");
        if (segment == 2 && target[0] == '.' && target[1] == '.') {
            if (out->length == 0) {
                return false;
            }
            out->bytes[out->length - 1] = '\0'; /* the slash */
            size_t folder = folder_length(out->bytes);
            out->bytes[folder] = '\0';
            out->length = folder;
        } else if (segment > 0 && !(segment == 1 && target[0] == '.')) {
            textbuf_bytes(out, target, segment);
            textbuf_str(out, target[segment] ? "/" : "");
        }
        target += segment + (target[segment] == '/');
    }
    return true;
}

const char *ooxml_target(struct package *package, const struct ooxml_relations *relations,
                         const struct ooxml_relation *relation) {
    struct textbuf name;
    textbuf_init(&name, package_arena(package));
    const char *target = relation->target;
    if (target[0] != '/') {
        textbuf_bytes(&name, relations->part, folder_length(relations->part));
    }
    if (relation->external || strchr(target, ':') || strchr(target, '\\') ||
        ascii_starts(target, "//") || !climb(&name, target)) {
        diag_report(package_diags(package), BP1050, package_place(package),
                    *relations->part ? relations->part : "_rels/.rels", target, NULL);
        return NULL;
    }
    return textbuf_text(&name);
}

/* ---- text ---- */

static int hex_digit(char c) {
    if (ascii_digit(c)) {
        return c - '0';
    }
    char low = ascii_lower(c);
    return low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
}

/* The code unit of "_xHHHH_" at the start of text, or -1. */
static int32_t escape(const char *text) {
    if (text[0] != '_' || text[1] != 'x') {
        return -1;
    }
    int32_t value = 0;
    for (size_t i = 2; i < 6; i++) {
        int digit = hex_digit(text[i]);
        if (digit < 0) {
            return -1;
        }
        value = value * 16 + digit;
    }
    return text[6] == '_' ? value : -1;
}

/* A character that can be shown, a tab or a line feed. */
static bool printable(int32_t unit) {
    return (unit >= 0x20 && unit < 0x7F) || (unit >= 0xA0 && unit < 0xD800) ||
           (unit >= 0xE000 && unit < 0xFFFE) || unit == '\t' || unit == '\n';
}

/* Puts the character of an escape and tells how many bytes it took; 0 if it is to stay. */
static size_t put_escape(struct textbuf *out, const char *text) {
    int32_t unit = escape(text);
    int32_t low = unit >= 0xD800 && unit < 0xDC00 ? escape(text + 7) : -1;
    if (unit == '\r') {
        if (text[7] != '\n' && escape(text + 7) != '\n') {
            textbuf_char(out, '\n');
        }
        return 7;
    }
    if (low >= 0xDC00 && low < 0xE000) {
        textbuf_rune(out, 0x10000u + ((uint32_t)(unit - 0xD800) << 10) + (uint32_t)(low - 0xDC00));
        return 14;
    }
    if (printable(unit)) {
        textbuf_rune(out, (uint32_t)unit);
        return 7;
    }
    return 0;
}

const char *ooxml_text(struct arena *arena, const char *text) {
    if (!strstr(text, "_x")) {
        return arena_strdup(arena, text);
    }
    struct textbuf out;
    textbuf_init(&out, arena);
    while (*text) {
        size_t step = put_escape(&out, text);
        if (step == 0) {
            textbuf_char(&out, *text);
            step = 1;
        }
        text += step;
    }
    return textbuf_text(&out);
}

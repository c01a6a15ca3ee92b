/* SARIF 2.1.0: one run, whose rules are the codes that were reported. */
#include "app/diagnostics.h"
#include "base/ascii.h"
#include "base/idmap.h"
#include "base/json.h"
#include "base/version.h"
#include <string.h>

#define SCHEMA                                                                                     \
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

struct sarif {
    struct json json;
    const struct diagnostics *all;
    struct idmap *rules; /* from a code to its index */
};

static const char *code_of(const struct sarif *sarif, enum diag_code code) {
    return arena_printf(sarif->all->arena, "BP%04u", (unsigned)code);
}

/* A message is a small language of its own: braces are placeholders, [text](target) is a link. */
static void message(struct sarif *sarif, const char *key, const char *text) {
    struct textbuf out;
    textbuf_init(&out, sarif->all->arena);
    bool links = strstr(text, "](") != NULL;
    for (; *text; text++) {
        if (*text == '{' || *text == '}')
            textbuf_char(&out, *text);
        else if (links && (*text == '[' || *text == ']' || *text == '\\'))
            textbuf_char(&out, '\\');
        textbuf_char(&out, *text);
    }
    json_open(&sarif->json, key, '{');
    json_text(&sarif->json, "text", textbuf_text(&out));
    json_close(&sarif->json);
}

/* A path as a reference: relative as it is, absolute as a file: URI. */
static const char *uri_of(struct arena *arena, const char *path) {
    struct textbuf out;
    textbuf_init(&out, arena);
    if (*path == '/')
        textbuf_str(&out, "file://");
    for (; *path; path++) {
        if (ascii_letter(*path) || ascii_digit(*path) || strchr("/-._~", *path))
            textbuf_char(&out, *path);
        else
            textbuf_printf(&out, "%%%c%c", "0123456789ABCDEF"[(unsigned char)*path >> 4],
                           "0123456789ABCDEF"[(unsigned char)*path & 15]);
    }
    return textbuf_text(&out);
}

static void rule(struct sarif *sarif, unsigned number) {
    struct json *json = &sarif->json;
    const char *code = code_of(sarif, (enum diag_code)number);
    enum diag_severity severity;
    diag_severity_of(number, &severity);
    json_open(json, NULL, '{');
    json_text(json, "id", code);
    message(sarif, "shortDescription", diag_headline(sarif->all->arena, number));
    message(sarif, "fullDescription", diag_explanation(number));
    message(sarif, "help", diag_explanation(number));
    json_open(json, "defaultConfiguration", '{');
    json_text(json, "level", diag_severity_name(severity));
    json_close(json);
    json_open(json, "properties", '{');
    json_open(json, "tags", '[');
    json_text(json, NULL, diag_family(number));
    json_close(json);
    json_close(json);
    json_close(json);
}

/* In the order of their numbers, whatever the order of the findings. */
static void rules(struct sarif *sarif) {
    struct idmap *reported = idmap_new(sarif->all->arena);
    for (size_t i = 0; i < sarif->all->count; i++)
        idmap_put(reported, code_of(sarif, sarif->all->items[i].diag->code), i);
    json_open_lines(&sarif->json, "rules", '[');
    for (size_t i = 0; diag_number(i); i++) {
        const char *code = code_of(sarif, (enum diag_code)diag_number(i));
        if (idmap_find(reported, code) == IDMAP_NONE)
            continue;
        idmap_put(sarif->rules, code, idmap_count(sarif->rules));
        rule(sarif, diag_number(i));
    }
    json_close(&sarif->json);
}

static void tool(struct sarif *sarif) {
    struct json *json = &sarif->json;
    json_open(json, "tool", '{');
    json_open(json, "driver", '{');
    json_text(json, "name", BOARDPACK_NAME);
    json_text(json, "version", BOARDPACK_VERSION);
    json_text(json, "semanticVersion", BOARDPACK_VERSION);
    rules(sarif);
    json_close(json);
    json_close(json);
}

static void invocation(struct sarif *sarif) {
    struct json *json = &sarif->json;
    json_open(json, "invocations", '[');
    json_open(json, NULL, '{');
    json_flag(json, "executionSuccessful", sarif->all->status <= OUTCOME_FINDINGS);
    json_number(json, "exitCode", (int64_t)sarif->all->status);
    if (sarif->all->unlisted > 0) {
        json_open(json, "toolExecutionNotifications", '[');
        json_open(json, NULL, '{');
        json_text(json, "level", "warning");
        message(sarif, "message",
                arena_printf(sarif->all->arena, "and %zu more findings", sarif->all->unlisted));
        json_close(json);
        json_close(json);
    }
    json_close(json);
    json_close(json);
}

/* The file, and line and column where they are known. */
static void physical(struct sarif *sarif, const char *path, uint32_t line, uint32_t column) {
    struct json *json = &sarif->json;
    json_open(json, "physicalLocation", '{');
    json_open(json, "artifactLocation", '{');
    json_text(json, "uri", uri_of(sarif->all->arena, path));
    json_close(json);
    if (line) {
        json_open(json, "region", '{');
        json_number(json, "startLine", line);
        if (column)
            json_number(json, "startColumn", column);
        json_close(json);
    }
    json_close(json);
}

static void logical(struct sarif *sarif, const char *cell) {
    struct json *json = &sarif->json;
    const char *mark = strrchr(cell, '!');
    json_open(json, "logicalLocations", '[');
    json_open(json, NULL, '{');
    json_text(json, "name", mark ? mark + 1 : cell);
    json_text(json, "fullyQualifiedName", cell);
    json_text(json, "kind", mark ? "cell" : "row");
    json_close(json);
    json_close(json);
}

static void locations(struct sarif *sarif, const struct diagnostic *item) {
    const char *path = item->path ? item->path : sarif->all->path;
    json_open(&sarif->json, "locations", '[');
    if (path || item->cell) {
        json_open(&sarif->json, NULL, '{');
        if (path)
            physical(sarif, path, item->path ? item->line : 0, item->column);
        if (item->cell)
            logical(sarif, item->cell);
        json_close(&sarif->json);
    }
    json_close(&sarif->json);
}

/* An empty list says: looked at and not suppressed. */
static void suppressions(struct sarif *sarif, const struct diagnostic *item) {
    struct json *json = &sarif->json;
    const struct diag *diag = item->diag;
    json_open(json, "suppressions", '[');
    if (diag->suppression != DIAG_TOLD) {
        const char *cell = diag_cell(sarif->all->arena, diag->waiver);
        json_open(json, NULL, '{');
        json_text(json, "kind", diag->suppression == DIAG_WAIVED ? "inSource" : "external");
        json_text(json, "status", "accepted");
        json_text(json, "justification", diag->justification);
        if (diag->suppression == DIAG_WAIVED && item->path) {
            json_open(json, "location", '{');
            physical(sarif, item->path, item->line ? diag->waiver.line : 0, 0);
            if (cell)
                logical(sarif, cell);
            json_close(json);
        }
        json_close(json);
    }
    json_close(json);
}

static void result(struct sarif *sarif, const struct diagnostic *item) {
    struct json *json = &sarif->json;
    const char *code = code_of(sarif, item->diag->code);
    json_open(json, NULL, '{');
    json_text(json, "ruleId", code);
    json_number(json, "ruleIndex", (int64_t)idmap_find(sarif->rules, code));
    json_text(json, "level", diag_severity_name(item->diag->severity));
    message(sarif, "message", item->sentence);
    locations(sarif, item);
    json_open(json, "partialFingerprints", '{');
    json_text(json, "boardpackFinding/v1", item->fingerprint);
    json_close(json);
    suppressions(sarif, item);
    json_close(json);
}

void diagnostics_sarif(const struct diagnostics *all, struct textbuf *out) {
    struct sarif sarif = {.all = all, .rules = idmap_new(all->arena)};
    struct json *json = &sarif.json;
    json_init(json, out);
    json_open_lines(json, NULL, '{');
    json_text(json, "$schema", SCHEMA);
    json_text(json, "version", "2.1.0");
    json_open(json, "runs", '[');
    json_open_lines(json, NULL, '{');
    tool(&sarif);
    invocation(&sarif);
    json_text(json, "columnKind", "unicodeCodePoints");
    json_open_lines(json, "results", '[');
    for (size_t i = 0; i < all->count; i++)
        result(&sarif, &all->items[i]);
    json_close(json);
    json_close(json);
    json_close(json);
    json_close(json);
    textbuf_char(out, '\n');
}

#include "app/sarifresult.h"

#include "base/ascii.h"
#include <string.h>

const char *sarifresult_code(const struct sarif *sarif, enum diag_code code) {
    return arena_printf(sarif->all->arena, "BP%04u", (unsigned)code);
}

/* A message is a small language of its own: braces are placeholders, [text](target) is a link. */
void sarifresult_message(struct sarif *sarif, const char *key, const char *text) {
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
        if (item->waiver_path) {
            json_open(json, "location", '{');
            physical(sarif, item->waiver_path, item->line ? diag->waiver.line : 0, 0);
            if (cell)
                logical(sarif, cell);
            json_close(json);
        }
        json_close(json);
    }
    json_close(json);
}

void sarifresult_write(struct sarif *sarif, const struct diagnostic *item) {
    struct json *json = &sarif->json;
    const char *code = sarifresult_code(sarif, item->diag->code);
    json_open(json, NULL, '{');
    json_text(json, "ruleId", code);
    json_number(json, "ruleIndex", (int64_t)idmap_find(sarif->rules, code));
    json_text(json, "level", diag_severity_name(item->diag->severity));
    sarifresult_message(sarif, "message", item->sentence);
    locations(sarif, item);
    json_open(json, "partialFingerprints", '{');
    json_text(json, "boardpackFinding/v1", item->fingerprint);
    json_close(json);
    suppressions(sarif, item);
    json_close(json);
}

/* SARIF 2.1.0: one run, whose rules are the codes that were reported. */
#include "app/sarifresult.h"
#include "base/version.h"

#define SCHEMA                                                                                     \
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

static void rule(struct sarif *sarif, unsigned number) {
    struct json *json = &sarif->json;
    const char *code = sarifresult_code(sarif, (enum diag_code)number);
    enum diag_severity severity;
    diag_severity_of(number, &severity);
    json_open(json, NULL, '{');
    json_text(json, "id", code);
    sarifresult_message(sarif, "shortDescription", diag_headline(sarif->all->arena, number));
    sarifresult_message(sarif, "fullDescription", diag_explanation(number));
    sarifresult_message(sarif, "help", diag_explanation(number));
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
        idmap_put(reported, sarifresult_code(sarif, sarif->all->items[i].diag->code), i);
    json_open_lines(&sarif->json, "rules", '[');
    for (size_t i = 0; diag_number(i); i++) {
        const char *code = sarifresult_code(sarif, (enum diag_code)diag_number(i));
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
        sarifresult_message(
            sarif, "message",
            arena_printf(sarif->all->arena, "and %zu more findings", sarif->all->unlisted));
        json_close(json);
        json_close(json);
    }
    json_close(json);
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
        sarifresult_write(&sarif, &all->items[i]);
    json_close(json);
    json_close(json);
    json_close(json);
    json_close(json);
    textbuf_char(out, '\n');
}

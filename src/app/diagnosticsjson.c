/* One object a line, so that a reader may take them one by one. */
#include "app/diagnostics.h"
#include "base/json.h"
#include "base/version.h"

static void number_or_null(struct json *json, const char *key, uint32_t value) {
    if (value)
        json_number(json, key, value);
    else
        json_null(json, key);
}

static void suppression(struct json *json, const struct diag *diag) {
    json_flag(json, "suppressed", diag->suppression != DIAG_TOLD);
    if (diag->suppression == DIAG_TOLD)
        return;
    json_text(json, "suppressed_by", diag->suppression == DIAG_WAIVED ? "waiver" : "ignore");
    json_text(json, "justification", diag->justification);
}

static void finding(struct json *json, const struct diagnostics *all,
                    const struct diagnostic *item) {
    const struct diag *diag = item->diag;
    json_open(json, NULL, '{');
    json_text(json, "type", "finding");
    json_text(json, "code", arena_printf(all->arena, "BP%04u", (unsigned)diag->code));
    json_text(json, "severity", diag_severity_name(diag->severity));
    json_text(json, "family", diag_family((unsigned)diag->code));
    json_text(json, "message", diag->message);
    json_open(json, "arguments", '[');
    for (size_t i = 0; i < diag->argument_count; i++)
        json_text(json, NULL, diag->arguments[i]);
    json_close(json);
    json_text(json, "hint", diag->hint);
    json_text(json, "explanation", diag_explanation((unsigned)diag->code));
    json_text(json, "file", item->path);
    number_or_null(json, "line", item->line);
    number_or_null(json, "column", item->column);
    json_text(json, "sheet", item->cell ? diag->place.sheet : NULL);
    number_or_null(json, "row", item->cell ? diag->place.row : 0);
    json_text(json, "cell", item->cell);
    json_text(json, "fingerprint", item->fingerprint);
    suppression(json, diag);
    json_close(json);
    textbuf_char(json->out, '\n');
}

static void summary(struct json *json, const struct diagnostics *all) {
    char date[11];
    json_open(json, NULL, '{');
    json_text(json, "type", "summary");
    json_text(json, "program", BOARDPACK_NAME);
    json_text(json, "version", BOARDPACK_VERSION);
    json_text(json, "input", all->input);
    if (date_set(all->as_of)) {
        date_format(all->as_of, date);
        json_text(json, "as_of", date);
    } else {
        json_null(json, "as_of");
    }
    json_number(json, "errors", (int64_t)all->errors);
    json_number(json, "warnings", (int64_t)all->warnings);
    json_number(json, "notes", (int64_t)all->notes);
    json_number(json, "not_listed", (int64_t)all->unlisted);
    json_number(json, "ignored", (int64_t)all->ignored);
    json_number(json, "waived", (int64_t)all->waived);
    json_number(json, "exit_status", (int64_t)all->status);
    json_close(json);
    textbuf_char(json->out, '\n');
}

void diagnostics_json(const struct diagnostics *all, struct textbuf *out) {
    struct json json;
    json_init(&json, out);
    for (size_t i = 0; i < all->count; i++)
        finding(&json, all, &all->items[i]);
    summary(&json, all);
}

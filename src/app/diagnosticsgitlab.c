/* A Code Quality report: an array of findings, each with a path and a line. */
#include "app/diagnostics.h"
#include "base/json.h"

static void entry(struct json *json, const char *description, const char *check,
                  const char *fingerprint, const char *severity) {
    json_open(json, NULL, '{');
    json_text(json, "description", description);
    json_text(json, "check_name", check);
    json_text(json, "fingerprint", fingerprint);
    json_text(json, "severity", severity);
}

/* The format wants a path and a line of every finding. */
static void location(struct json *json, const struct diagnostics *all, const char *path,
                     uint32_t line) {
    if (!path)
        path = all->path ? all->path : all->input;
    json_open(json, "location", '{');
    json_text(json, "path", path);
    json_open(json, "lines", '{');
    json_number(json, "begin", line ? line : 1);
    json_close(json);
    json_close(json);
    json_close(json);
}

void diagnostics_gitlab(const struct diagnostics *all, struct textbuf *out) {
    static const char *const severities[] = {
        [DIAG_NOTE] = "info", [DIAG_WARNING] = "minor", [DIAG_ERROR] = "critical"};
    struct json json;
    json_init(&json, out);
    json_open_lines(&json, NULL, '[');
    for (size_t i = 0; i < all->count; i++) {
        const struct diagnostic *item = &all->items[i];
        if (item->diag->suppression != DIAG_TOLD)
            continue;
        entry(&json, item->sentence, arena_printf(all->arena, "BP%04u", (unsigned)item->diag->code),
              item->fingerprint, severities[item->diag->severity]);
        location(&json, all, item->path, item->line);
    }
    if (all->unlisted > 0) {
        entry(&json, arena_printf(all->arena, "and %zu more findings", all->unlisted), "boardpack",
              "boardpack-not-listed", "info");
        location(&json, all, NULL, 0);
    }
    json_close(&json);
    textbuf_char(out, '\n');
}

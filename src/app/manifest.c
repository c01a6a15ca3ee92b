#include "app/manifest.h"

#include "assess/status.h"
#include "base/digest.h"
#include "base/json.h"
#include "base/version.h"
#include <string.h>

enum { MANIFEST_VERSION = 1 };

static const struct {
    const char *ending, *media_type;
} kinds[] = {{".pdf", "application/pdf"},
             {".svg", "image/svg+xml"},
             {".json", "application/json"},
             {".html", "text/html"}};

static const char *media_type(const char *path) {
    const char *ending = strrchr(path, '.');
    for (size_t i = 0; ending && i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(ending, kinds[i].ending) == 0)
            return kinds[i].media_type;
    return "application/octet-stream";
}

void manifest_note(struct manifest_file *file, const char *path, const struct textbuf *bytes,
                   size_t pages) {
    *file = (struct manifest_file){.path = path, .bytes = bytes->length, .pages = pages};
    digest_hex(textbuf_text(bytes), bytes->length, file->sha256);
}

static void list_file(struct json *json, const struct manifest_file *file) {
    if (!file->path)
        return;
    json_open(json, NULL, '{');
    json_text(json, "path", file->path);
    json_text(json, "media_type", media_type(file->path));
    if (file->language)
        json_text(json, "language", file->language);
    json_number(json, "bytes", (int64_t)file->bytes);
    json_text(json, "sha256", file->sha256);
    if (file->pages)
        json_number(json, "pages", (int64_t)file->pages);
    json_close(json);
}

static void list_unit(struct json *json, const struct job *job, const struct manifest_unit *unit) {
    const struct group_result *r = assess_unit(job->assessment, unit->unit);
    json_open(json, NULL, '{');
    json_text(json, "id", unit->unit->id);
    json_text(json, "name", unit->unit->name);
    json_text(json, "parent", unit->unit->parent ? unit->unit->parent->id : NULL);
    json_text(json, "status", status_name(r->status));
    if (r->score.exact)
        json_decimal(json, "score", r->score.rounded);
    else
        json_null(json, "score");
    json_open(json, "files", '[');
    for (size_t i = 0; i < unit->count; i++)
        if (unit->files[i].path)
            json_text(json, NULL, unit->files[i].path);
    json_close(json);
    json_close(json);
}

void manifest_json(const struct job *job, const struct manifest *manifest, struct textbuf *out) {
    char as_of[11], period[16];
    date_format(job->assessment->as_of, as_of);
    period_format(job->assessment->period, &job->plan->organization.fiscal, period);
    struct json json;
    json_init(&json, out);
    json_open_lines(&json, NULL, '{');
    json_number(&json, "version", MANIFEST_VERSION);
    json_text(&json, "program", BOARDPACK_NAME " " BOARDPACK_VERSION);
    json_text(&json, "workbook", job->plan->source);
    json_text(&json, "sha256", job->plan->digest);
    json_text(&json, "as_of", as_of);
    json_text(&json, "period", period);
    json_open(&json, "languages", '[');
    json_text(&json, NULL, job->template->language);
    for (size_t i = 0; i < job->further.count; i++)
        json_text(&json, NULL, job->further.items[i].language);
    json_close(&json);
    json_text(&json, "kind", job->template->kind);
    json_open_lines(&json, "units", '[');
    for (size_t i = 0; i < manifest->unit_count; i++)
        list_unit(&json, job, &manifest->units[i]);
    json_close(&json);
    json_open_lines(&json, "files", '[');
    for (size_t i = 0; i < manifest->count; i++)
        list_file(&json, &manifest->files[i]);
    for (size_t i = 0; i < manifest->unit_count; i++)
        for (size_t k = 0; k < manifest->units[i].count; k++)
            list_file(&json, &manifest->units[i].files[k]);
    json_close(&json);
    json_close(&json);
    textbuf_char(out, '\n');
}

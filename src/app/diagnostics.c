#include "app/diagnostics.h"

#include "app/findingrow.h"
#include "app/linecolumn.h"
#include "base/digest.h"
#include "base/idmap.h"
#include "base/utf8.h"
#include <assert.h>
#include <string.h>

#define FINGERPRINT_DIGITS 32

/* A name a program can open: standard input has none. */
static const char *path_of(const struct job *job, const char *file) {
    bool standard = job->options->operand_count > 0 && strcmp(job->options->operands[0], "-") == 0;
    if (!file || (standard && job->input && strcmp(file, job->input) == 0))
        return NULL;
    while (file[0] == '.' && file[1] == '/')
        file += 2;
    return utf8_printable(job->arena, file);
}

static const char *sentence_of(struct arena *arena, const struct diagnostic *item) {
    struct textbuf out;
    textbuf_init(&out, arena);
    if (item->cell)
        textbuf_printf(&out, "%s: ", item->cell);
    textbuf_str(&out, item->diag->message);
    if (item->diag->hint)
        textbuf_printf(&out, " (%s)", item->diag->hint);
    return textbuf_text(&out);
}

/* The n-th finding that says the same of the same row has the number n in what is digested. */
static const char *fingerprint_of(struct arena *arena, const struct diagnostic *item,
                                  const struct record *record, struct idmap *seen) {
    const struct diag *diag = item->diag;
    const char *id = findingrow_id(record);
    struct textbuf out;
    textbuf_init(&out, arena);
    textbuf_printf(&out, "BP%04u\n", (unsigned)diag->code);
    if (id)
        textbuf_printf(&out, "%s\n%s\n", schema_sheet((enum schema_sheet)record->sheet)->title, id);
    else
        textbuf_printf(&out, "%s\n", item->cell ? item->cell : "");
    for (size_t i = 0; i < diag->argument_count; i++)
        textbuf_printf(&out, "%s\n", diag->arguments[i]);
    size_t before = idmap_find(seen, textbuf_text(&out));
    before = before == IDMAP_NONE ? 0 : before;
    idmap_set(seen, textbuf_text(&out), before + 1);
    if (before > 0)
        textbuf_printf(&out, "%zu\n", before);
    char digest[65];
    digest_hex(textbuf_text(&out), out.length, digest);
    return arena_strndup(arena, digest, FINGERPRINT_DIGITS);
}

/* The file of the next findings, which come sorted by file and line. */
struct reading {
    const char *path;
    bool has_lines;
    struct linecolumn reader;
};

/* Text files only: of a zip's parts nobody can show a line. */
static void open_file(const struct job *job, struct reading *reading, const char *path) {
    static const char zip[] = "PK\x03\x04";
    if (reading->path && strcmp(reading->path, path) == 0)
        return;
    *reading = (struct reading){.path = path};
    for (size_t i = 0; i < job->files.count; i++) {
        const struct job_file *file = &job->files.items[i];
        if (strcmp(file->path, path) != 0)
            continue;
        reading->has_lines = file->length < 4 || memcmp(file->bytes, zip, 4) != 0;
        reading->reader = (struct linecolumn){.bytes = file->bytes, .length = file->length};
    }
}

static void place(const struct job *job, struct diagnostic *item, struct reading *reading) {
    const struct place *said = &item->diag->place;
    item->path = path_of(job, said->file);
    item->cell = diag_cell(job->arena, *said);
    item->waiver_path = path_of(job, item->diag->waiver.file);
    if (!said->file)
        return;
    open_file(job, reading, said->file);
    if (!reading->has_lines)
        return;
    item->line = said->line;
    item->column = linecolumn_runes(&reading->reader, said->line, said->column);
}

static const struct diagnostic *items_of(struct job *job, size_t *count) {
    const struct diag *diags = diags_sorted(job->diags, count);
    const struct record **rows = findingrow_all(job->arena, job->workbook, diags, *count);
    struct diagnostic *items = arena_array(job->arena, *count, sizeof *items);
    struct idmap *seen = idmap_new(job->arena);
    struct reading reading = {.path = NULL};
    for (size_t i = 0; i < *count; i++) {
        items[i].diag = &diags[i];
        place(job, &items[i], &reading);
        items[i].sentence = sentence_of(job->arena, &items[i]);
        items[i].fingerprint = fingerprint_of(job->arena, &items[i], rows[i], seen);
    }
    return items;
}

const struct diagnostics *diagnostics_of(struct job *job, enum outcome status) {
    struct diagnostics *all = arena_alloc(job->arena, sizeof *all);
    all->arena = job->arena;
    all->items = items_of(job, &all->count);
    const char *named = job->options->operand_count > 0 ? job->options->operands[0]
                                                        : job->options->value[SWITCH_CSV];
    all->input = utf8_printable(job->arena, job->input ? job->input : named ? named : "");
    all->path = path_of(job, named && strcmp(named, "-") == 0 ? NULL : named);
    all->errors = diags_count(job->diags, DIAG_ERROR);
    all->warnings = diags_count(job->diags, DIAG_WARNING) - all->errors;
    all->notes = diags_count(job->diags, DIAG_NOTE) - all->errors - all->warnings;
    all->ignored = diags_suppressed(job->diags, DIAG_IGNORED);
    all->waived = diags_suppressed(job->diags, DIAG_WAIVED);
    all->unlisted = all->errors + all->warnings + all->notes;
    for (size_t i = 0; i < all->count; i++)
        all->unlisted -= all->items[i].diag->suppression == DIAG_TOLD;
    all->fails = job_fails_from(job);
    all->status = status;
    if (job->plan)
        all->as_of = job->plan->organization.as_of;
    all->read = job->workbook != NULL;
    all->planned = job->plan != NULL;
    all->assessed = job->assessment != NULL;
    return all;
}

void diagnostics_write(const struct diagnostics *all, enum diagnostics_format format,
                       struct textbuf *out) {
    typedef void write_fn(const struct diagnostics *all, struct textbuf *out);
    static write_fn *const writers[] = {
        [DIAGNOSTICS_JSON] = diagnostics_json,     [DIAGNOSTICS_SARIF] = diagnostics_sarif,
        [DIAGNOSTICS_JUNIT] = diagnostics_junit,   [DIAGNOSTICS_GITHUB] = diagnostics_github,
        [DIAGNOSTICS_GITLAB] = diagnostics_gitlab,
    };
    assert(format > DIAGNOSTICS_TEXT && format <= DIAGNOSTICS_GITLAB);
    writers[format](all, out);
}

#include "app/bookfile.h"
#include "app/deliver.h"
#include "base/ascii.h"
#include "base/bounds.h"
#include "base/folder.h"
#include "export/writecanonical.h"
#include "export/writecsv.h"
#include "export/writefods.h"
#include "export/writeods.h"
#include "export/writespreadsheetml.h"
#include "export/writestratml.h"
#include "export/writexlsx.h"
#include <errno.h>
#include <string.h>

static const char *output(const struct job *job) {
    const char *path = job->options->value[SWITCH_OUTPUT];
    return path ? path : "-";
}

static bool ends_in(const char *text, const char *end) {
    size_t length = strlen(text), tail = strlen(end);
    return length >= tail && ascii_same(text + length - tail, end);
}

bool bookfile_format(struct job *job, enum workbook_format *out) {
    static const enum workbook_format chosen[] = {
        WORKBOOK_CANONICAL,     WORKBOOK_FLAT_ODF, WORKBOOK_ODS,    WORKBOOK_XLSX,
        WORKBOOK_SPREADSHEETML, WORKBOOK_CSV,      WORKBOOK_STRATML};
    static const struct {
        const char *end;
        enum workbook_format format;
    } ends[] = {{".excel.xml", WORKBOOK_SPREADSHEETML},
                {".xml", WORKBOOK_CANONICAL},
                {".fods", WORKBOOK_FLAT_ODF},
                {".ods", WORKBOOK_ODS},
                {".xlsx", WORKBOOK_XLSX},
                {".stratml", WORKBOOK_STRATML},
                {"/", WORKBOOK_CSV}};
    bool converts = job->options->command == COMMAND_CONVERT;
    int choice = job->options->choice[converts ? SWITCH_BOOK_FORMAT : SWITCH_INIT_FORMAT];
    const char *path = output(job);
    *out = choice >= 0              ? chosen[choice]
           : strcmp(path, "-") == 0 ? WORKBOOK_CANONICAL
                                    : WORKBOOK_UNKNOWN;
    for (size_t i = 0; i < sizeof ends / sizeof *ends && *out == WORKBOOK_UNKNOWN; i++)
        if (ends_in(path, ends[i].end))
            *out = ends[i].format;
    /* StratML is nothing to fill in: it has no room for most of it. */
    bool known = *out != WORKBOOK_UNKNOWN && (converts || *out != WORKBOOK_STRATML);
    if (!known)
        job_complain(job, BP9031, path, NULL);
    bool streamed = *out == WORKBOOK_CSV && strcmp(path, "-") == 0;
    if (streamed)
        job_complain(job, BP9034, NULL);
    return known && !streamed;
}

/* ---- one file ---- */

static bool make(struct job *job, const struct workbook *workbook, const struct sheetplan *plan,
                 enum workbook_format format, struct textbuf *out) {
    const char *why = NULL;
    bool made = true;
    switch (format) {
    case WORKBOOK_CANONICAL:
        writecanonical(workbook, job->options->given[SWITCH_PLACES], out);
        break;
    case WORKBOOK_FLAT_ODF:
        writefods(plan, out);
        break;
    case WORKBOOK_SPREADSHEETML:
        writespreadsheetml(plan, out);
        break;
    case WORKBOOK_ODS:
        made = writeods(plan, out, &why);
        break;
    case WORKBOOK_XLSX:
        made = writexlsx(plan, out, &why);
        break;
    case WORKBOOK_STRATML:
        writestratml(job->arena, workbook, job->diags, out);
        break;
    case WORKBOOK_CSV:
    case WORKBOOK_UNKNOWN:
        break;
    }
    if (!made)
        job_complain(job, BP9014, workbook_format_name(format), why, NULL);
    return made;
}

/* ---- a folder of files ---- */

const char *bookfile_table(struct arena *arena, const char *folder,
                           const struct sheetplan_sheet *sheet) {
    return arena_printf(arena, "%s%s%s", folder, ends_in(folder, "/") ? "" : "/",
                        writecsv_name(arena, sheet));
}

static bool is_ours(const struct job *job, const struct sheetplan *plan, const char *name) {
    for (size_t i = 0; i < plan->sheets.count; i++)
        if (strcmp(name, writecsv_name(job->arena, &plan->sheets.items[i])) == 0)
            return true;
    return false;
}

/* Files of another workbook in the folder would become part of this one. */
static bool folder_is_free(struct job *job, const struct sheetplan *plan, const char *path) {
    struct folder folder = {.culprit = NULL};
    const char *why = "";
    if (folder_read(job->arena, path, ".csv", BOUND_SHEETS, BOUND_FILE_BYTES, &folder, &why) !=
        FILE_OK) {
        job_complain(job, BP9002, folder.culprit ? folder.culprit : path, why, NULL);
        return false;
    }
    for (size_t i = 0; i < folder.files.count; i++)
        if (!is_ours(job, plan, folder.files.items[i].name)) {
            job_complain(job, BP9032, path, folder.files.items[i].name, NULL);
            return false;
        }
    return true;
}

static enum outcome write_folder(struct job *job, const struct sheetplan *plan) {
    const char *path = output(job);
    struct deliveries all = {{NULL, 0, 0}};
    enum outcome verdict = job_verdict(job); /* before a folder is made for nothing */
    if (verdict != OUTCOME_DONE)
        return verdict;
    if (!file_make_directory(path)) {
        const char *why = strerrordesc_np(errno);
        job_complain(job, BP9013, path, why ? why : "unknown error", NULL);
        return OUTCOME_UNWRITTEN;
    }
    if (!folder_is_free(job, plan, path))
        return OUTCOME_UNWRITTEN;
    for (size_t i = 0; i < plan->sheets.count; i++) {
        struct textbuf text;
        textbuf_init(&text, job->arena);
        writecsv(&plan->sheets.items[i], &text);
        const char *table = bookfile_table(job->arena, path, &plan->sheets.items[i]);
        if (!deliver_add(job, &all, table, &text, false))
            return OUTCOME_UNWRITTEN;
    }
    return deliver_commit(job, &all);
}

enum outcome bookfile_write(struct job *job, const struct workbook *workbook,
                            const struct sheetplan *plan, enum workbook_format format) {
    if (format == WORKBOOK_CSV)
        return write_folder(job, plan);
    struct textbuf bytes;
    textbuf_init(&bytes, job->arena);
    if (!make(job, workbook, plan, format, &bytes))
        return OUTCOME_UNWRITTEN;
    bool binary = format == WORKBOOK_ODS || format == WORKBOOK_XLSX;
    struct deliveries all = {{NULL, 0, 0}};
    if (!deliver_add(job, &all, output(job), &bytes, binary))
        return OUTCOME_UNWRITTEN;
    return deliver_commit(job, &all);
}

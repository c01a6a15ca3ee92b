#include "app/bookfile.h"
#include "app/command.h"
#include "base/embedded.h"
#include <assert.h>
#include <string.h>

#define STARTER "starter.xml"
#define READ_ME "starter.txt"

static const struct embedded *file(const char *name) {
    const struct embedded *found = embedded_file(name);
    assert(found);
    return found;
}

/* The example, or without it what is the same for everybody: the processes of an office of
 * strategy management and what is published of their staff. */
static struct workbook *starter(struct job *job) {
    const struct embedded *source = file(STARTER);
    struct workbook *workbook;
    enum workbook_result result =
        workbook_read(job->arena, STARTER, source->bytes, source->length, job->diags, &workbook);
    assert(result == WORKBOOK_READ && diags_count(job->diags, DIAG_ERROR) == 0);
    (void)result;
    for (int i = 0; job->options->given[SWITCH_EMPTY] && i < SHEET_COUNT; i++) {
        if (i != SHEET_PROCESSES && i != SHEET_BENCHMARKS) {
            workbook->tables[i].records.count = 0;
        }
    }
    return workbook;
}

static bool exists(const char *path) {
    return strcmp(path, "-") != 0 && file_same(path, path);
}

/* The file that stands where the starter, or one of its tables, would go; NULL if none does. */
static const char *in_the_way(const struct job *job, const struct sheetplan *plan,
                              enum workbook_format format) {
    const char *path = job->options->value[SWITCH_OUTPUT];
    if (format != WORKBOOK_CSV)
        return exists(path) ? path : NULL;
    for (size_t i = 0; i < plan->sheets.count; i++) {
        const char *table = bookfile_table(job->arena, path, &plan->sheets.items[i]);
        if (exists(table))
            return table;
    }
    return NULL;
}

enum outcome command_init(struct job *job) {
    enum workbook_format format;
    if (!bookfile_format(job, &format))
        return OUTCOME_USAGE;
    const struct workbook *workbook = starter(job);
    struct sheetplan *plan = sheetplan_of(job->arena, workbook, true);
    const char *old = in_the_way(job, plan, format);
    if (old) {
        job_complain(job, BP9033, old, NULL);
        return OUTCOME_UNWRITTEN;
    }
    if (format != WORKBOOK_CSV)
        sheetplan_prose(plan, SCHEMA_PROSE_TITLE, file(READ_ME)->bytes);
    return bookfile_write(job, workbook, plan, format);
}

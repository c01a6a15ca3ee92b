#include "app/job.h"

#include "app/kindchoice.h"
#include "app/language.h"
#include "app/privacy.h"
#include "app/since.h"
#include "app/suppression.h"
#include "app/tell.h"
#include "assess/evidence.h"
#include "base/bounds.h"
#include "base/folder.h"
#include "base/idmap.h"
#include <stdio.h>
#include <string.h>
#include <unistd.h>

struct job *job_new(struct arena *arena, const struct options *options) {
    struct job *job = arena_alloc(arena, sizeof *job);
    job->arena = arena;
    job->options = options;
    job->diags = diags_new(arena);
    return job;
}

struct job *job_beside(const struct job *job, size_t operand) {
    struct job *beside = job_new(job->arena, job->options);
    beside->operand = operand;
    return beside;
}

/* Once they are read, files of a workbook are wanted only to go into the packet and to count in
 * their lines. */
static void forget_files(struct job *job, size_t from) {
    if (job->options->given[SWITCH_ATTACH_WORKBOOK] || tell_to_program(job))
        return;
    for (size_t i = from; i < job->files.count; i++) {
        struct job_file *file = &job->files.items[i];
        arena_release(job->arena, file->bytes);
        file->bytes = NULL;
        file->length = 0;
    }
}

/* The files of a folder, each a sheet. */
static enum outcome read_folder(struct job *job, const char *path) {
    const char *why = "";
    job->input = path;
    job_progress(job, "reading", path);
    struct folder folder;
    if (folder_read(job->arena, path, ".csv", BOUND_SHEETS, BOUND_FILE_BYTES, &folder, &why) !=
        FILE_OK) {
        job_complain(job, BP9001, folder.culprit, why, NULL);
        return OUTCOME_UNREADABLE;
    }
    const size_t count = folder.files.count, from = job->files.count;
    struct workbook_part *parts = arena_array(job->arena, count, sizeof *parts);
    for (size_t i = 0; i < count; i++) {
        const struct folder_file *file = &folder.files.items[i];
        parts[i] = (struct workbook_part){file->name, file->path, file->bytes, file->length};
        vec_push(job->arena, &job->files,
                 ((struct job_file){file->path, file->bytes, file->length, false}));
    }
    struct workbook *workbook;
    if (workbook_read_parts(job->arena, path, parts, count, job->diags, &workbook) != WORKBOOK_READ)
        return OUTCOME_UNREADABLE;
    job->workbook = workbook;
    forget_files(job, from);
    return OUTCOME_DONE;
}

enum outcome job_prepare(struct job *job) {
    enum outcome outcome = suppression_ignore(job);
    return outcome == OUTCOME_DONE ? tell_prepare(job) : outcome;
}

static enum outcome read_workbook(struct job *job) {
    if (job->options->given[SWITCH_CSV] && !job->older)
        return read_folder(job, job->options->value[SWITCH_CSV]);
    const char *path = job->older ? job->older : job->options->operands[job->operand], *why = "";
    job->input = strcmp(path, "-") == 0 ? "standard input" : path;
    job_progress(job, "reading", job->input);
    char *bytes;
    size_t length;
    enum file_result result = file_read(job->arena, path, BOUND_FILE_BYTES, &bytes, &length, &why);
    if (result == FILE_IRREGULAR && (job->older || job->options->command == COMMAND_DIFF))
        return read_folder(job, path);
    if (result != FILE_OK) {
        bool folder = result == FILE_IRREGULAR && strcmp(why, "is a directory") == 0;
        diag_report_hint(job->diags, BP9001, (struct place){0},
                         folder ? "read a folder of CSV files with --csv" : NULL, job->input, why,
                         NULL);
        return OUTCOME_UNREADABLE;
    }
    vec_push(job->arena, &job->files, ((struct job_file){job->input, bytes, length, false}));
    struct workbook *workbook;
    if (workbook_read(job->arena, job->input, bytes, length, job->diags, &workbook) !=
        WORKBOOK_READ)
        return OUTCOME_UNREADABLE;
    job->workbook = workbook;
    forget_files(job, job->files.count - 1);
    return OUTCOME_DONE;
}

static enum outcome find_unit(struct job *job) {
    const char *id = job->options->value[SWITCH_UNIT];
    if (!id)
        return OUTCOME_DONE;
    job->unit = plan_unit(job->plan, id);
    if (job->unit)
        return OUTCOME_DONE;
    struct idmap *ids = idmap_new(job->arena);
    for (size_t i = 0; i < job->plan->units.count; i++)
        idmap_put(ids, job->plan->units.items[i].id, i);
    const char *hint = diag_did_you_mean(job->arena, idmap_nearest(ids, id));
    diag_report_hint(job->diags, BP9004, (struct place){0}, hint, id, NULL);
    return OUTCOME_USAGE;
}

/* Nothing is told but findings. */
static bool only_finds(const struct job *job) {
    return job->options->command == COMMAND_CHECK && !job->options->given[SWITCH_EMIT];
}

const struct plan *job_plan_of(const struct job *job, const struct workbook *workbook,
                               struct diags *diags) {
    struct plan_options options = {.period = job->options->value[SWITCH_PERIOD],
                                   .undigested = job->plan || only_finds(job)};
    const char *as_of = job->options->value[SWITCH_AS_OF];
    if (job->older) /* it stands at its own date */
        options.period = as_of = NULL;
    if (as_of)
        (void)date_parse(as_of, &options.as_of); /* looked at before */
    return plan_build(job->arena, workbook, &options, diags);
}

static enum outcome make_plan(struct job *job) {
    const char *period_asked = job->options->value[SWITCH_PERIOD];
    const char *as_of = job->options->value[SWITCH_AS_OF];
    struct date day;
    if (as_of && (strlen(as_of) != 10 || !date_parse(as_of, &day))) {
        job_complain(job, BP9010, as_of, NULL);
        return OUTCOME_USAGE;
    }
    struct fiscal calendar = {.start_month = 1};
    struct period period;
    if (period_asked && !period_parse(period_asked, &calendar, &period)) {
        job_complain(job, BP9011, period_asked, NULL);
        return OUTCOME_USAGE;
    }
    job->plan = job_plan_of(job, job->workbook, job->diags);
    return OUTCOME_DONE;
}

enum outcome job_load(struct job *job, enum job_stage last) {
    enum outcome status = read_workbook(job);
    if (status == OUTCOME_DONE)
        status = privacy_keep(job);
    if (status != OUTCOME_DONE || last == JOB_WORKBOOK)
        return status;
    return job_judge(job, last);
}

static void assess_plan(struct job *job) {
    job->assessment = assess(job->arena, job->plan, job->diags);
    if (only_finds(job))
        evidence_find(job->arena, job->assessment, job->diags);
    else
        job->assessment = evidence_judge(job->arena, job->assessment, job->diags);
}

enum outcome job_judge(struct job *job, enum job_stage last) {
    enum outcome status = make_plan(job);
    if (status != OUTCOME_DONE || last == JOB_PLAN)
        return status;
    if (diags_count(job->diags, DIAG_ERROR) > 0)
        return OUTCOME_FINDINGS;
    status = find_unit(job);
    if (status == OUTCOME_DONE)
        status = language_choose(job);
    if (status == OUTCOME_DONE)
        assess_plan(job);
    if (status == OUTCOME_DONE)
        status = since_read(job);
    if (status == OUTCOME_DONE)
        status = kindchoice_about(job);
    return status == OUTCOME_DONE ? language_further(job) : status;
}

enum diag_severity job_fails_from(const struct job *job) {
    return job->options->given[SWITCH_FAIL_ON]
               ? (enum diag_severity)job->options->choice[SWITCH_FAIL_ON]
               : DIAG_ERROR;
}

enum outcome job_verdict(struct job *job) {
    suppression_waive(job);
    return diags_count(job->diags, job_fails_from(job)) > 0 ? OUTCOME_FINDINGS : OUTCOME_DONE;
}

void job_progress(const struct job *job, const char *what, const char *name) {
    const struct options *options = job->options;
    /* Between findings that a program reads there is no room for it. */
    if (options->given[SWITCH_QUIET] || tell_to_standard_error(job) ||
        (!options->given[SWITCH_VERBOSE] && !isatty(STDERR_FILENO)))
        return;
    fprintf(stderr, "boardpack: %s %s\n", what, name);
}

enum outcome job_conclude(struct job *job, enum outcome status) {
    enum outcome verdict = job_verdict(job);
    return tell_findings(job, status == OUTCOME_DONE ? verdict : status);
}

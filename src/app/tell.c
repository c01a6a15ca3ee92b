#include "app/tell.h"

#include "app/deliver.h"
#include "app/diagnostics.h"
#include "app/memory.h"
#include "base/bounds.h"
#include <stdio.h>
#include <string.h>

static enum diagnostics_format format_of(const struct job *job) {
    return job->options->given[SWITCH_DIAGNOSTICS]
               ? (enum diagnostics_format)job->options->choice[SWITCH_DIAGNOSTICS]
               : DIAGNOSTICS_TEXT;
}

/* The findings are what check is for, unless it shows something else. */
static bool findings_are_the_result(const struct job *job) {
    return job->options->command == COMMAND_CHECK && !job->options->given[SWITCH_EMIT];
}

bool tell_to_standard_error(const struct job *job) {
    return format_of(job) != DIAGNOSTICS_TEXT && !job->options->given[SWITCH_DIAGNOSTICS_FILE] &&
           !findings_are_the_result(job);
}

static bool is_standard(const char *path) {
    return strcmp(path, "-") == 0;
}

static bool same(const char *a, const char *b) {
    return a && !is_standard(a) && (strcmp(a, b) == 0 || file_same(a, b));
}

/* Without -o the commands that may do without it print their result. */
static bool result_is_printed(const struct job *job) {
    const char *output = job->options->value[SWITCH_OUTPUT];
    return !findings_are_the_result(job) && (!output || is_standard(output));
}

static enum outcome refuse(struct job *job, enum outcome outcome) {
    job->plainly = true;
    return outcome;
}

enum outcome tell_prepare(struct job *job) {
    const struct options *options = job->options;
    const char *path = options->value[SWITCH_DIAGNOSTICS_FILE];
    if (!path)
        return OUTCOME_DONE;
    if (is_standard(path)) {
        if (!result_is_printed(job))
            return OUTCOME_DONE;
        job_complain(job, BP9042, NULL);
        return refuse(job, OUTCOME_USAGE);
    }
    for (size_t i = 0; i < options->operand_count; i++)
        if (same(options->operands[i], path)) {
            job_complain(job, BP9005, path, NULL);
            return refuse(job, OUTCOME_UNWRITTEN);
        }
    if (same(options->value[SWITCH_OUTPUT], path) ||
        same(options->value[SWITCH_LAYOUT_JSON], path)) {
        job_complain(job, BP9043, path, NULL);
        return refuse(job, OUTCOME_USAGE);
    }
    return OUTCOME_DONE;
}

static void count_words(struct textbuf *out, size_t count, const char *word) {
    textbuf_printf(out, "%zu %s%s", count, word, count == 1 ? "" : "s");
}

/* ", 3 ignored, 2 waived until 2027-01-31" */
static void suppressed(const struct job *job, struct textbuf *out) {
    size_t ignored = diags_suppressed(job->diags, DIAG_IGNORED);
    size_t waived = diags_suppressed(job->diags, DIAG_WAIVED);
    if (ignored > 0)
        textbuf_printf(out, ", %zu ignored", ignored);
    if (waived == 0)
        return;
    char day[11];
    textbuf_printf(out, ", %zu waived", waived);
    if (!date_set(job->waived_until))
        return;
    date_format(job->waived_until, day);
    bool several = date_compare(job->waived_until, job->waived_to) != 0;
    textbuf_printf(out, several ? ", the first until %s" : " until %s", day);
}

/* "boardpack: workbook.fods: 2 errors, 1 warning" */
static void summary(const struct job *job, struct textbuf *out) {
    size_t errors = diags_count(job->diags, DIAG_ERROR);
    size_t warnings = diags_count(job->diags, DIAG_WARNING) - errors;
    size_t hidden =
        diags_suppressed(job->diags, DIAG_IGNORED) + diags_suppressed(job->diags, DIAG_WAIVED);
    if (job->options->given[SWITCH_QUIET] || !job->input || !job->workbook)
        return;
    if (errors + warnings + hidden == 0 && job->options->command != COMMAND_CHECK)
        return;
    textbuf_printf(out, "boardpack: %s: ", job->input);
    count_words(out, errors, "error");
    textbuf_str(out, ", ");
    count_words(out, warnings, "warning");
    if (job_fails_from(job) == DIAG_NOTE) {
        textbuf_str(out, ", ");
        count_words(out, diags_count(job->diags, DIAG_NOTE) - errors - warnings, "note");
    }
    suppressed(job, out);
    textbuf_char(out, '\n');
}

static void tell_text(struct job *job) {
    struct textbuf out;
    textbuf_init(&out, job->arena);
    diags_text(job->diags, &out, BOUND_DIAGS);
    summary(job, &out);
    fputs(textbuf_text(&out), stderr);
}

/* What only the work has shown: a file of a folder, a result in one. */
static bool allowed(struct job *job, const char *path) {
    if (!is_standard(path) && deliver_is_input(job, path)) {
        job_complain(job, BP9005, path, NULL);
        return false;
    }
    for (size_t i = 0; i < job->written.count; i++)
        if (same(job->written.items[i], path)) {
            job_complain(job, BP9043, path, NULL);
            return false;
        }
    return true;
}

/* To a file or standard output, in any form. */
static enum outcome write_to(struct job *job, const char *path, enum outcome status) {
    if (!allowed(job, path))
        return status <= OUTCOME_FINDINGS ? OUTCOME_UNWRITTEN : status;
    struct textbuf out;
    textbuf_init(&out, job->arena);
    if (format_of(job) == DIAGNOSTICS_TEXT)
        diags_text(job->diags, &out, (size_t)-1);
    else
        diagnostics_write(diagnostics_of(job, status), format_of(job), &out);
    struct file_sink *sink = file_sink_open(job->arena, path);
    file_sink_write(sink, textbuf_text(&out), out.length);
    if (memory_failed()) { /* main() tells */
        file_sink_abandon(sink);
        return status;
    }
    if (file_sink_commit(sink))
        return status;
    const char *why = file_sink_error(sink);
    job_complain(job, BP9002, is_standard(path) ? "standard output" : path,
                 why ? why : "unknown error", NULL);
    return status <= OUTCOME_FINDINGS ? OUTCOME_UNWRITTEN : status;
}

bool tell_to_program(const struct job *job) {
    return job->options->value[SWITCH_DIAGNOSTICS_FILE] || format_of(job) != DIAGNOSTICS_TEXT;
}

enum outcome tell_findings(struct job *job, enum outcome status) {
    const struct options *options = job->options;
    const char *path = options->value[SWITCH_DIAGNOSTICS_FILE];
    const bool wanted = tell_to_program(job);
    if (!wanted || job->plainly || options->given[SWITCH_HELP] || options->given[SWITCH_VERSION]) {
        tell_text(job);
        return status;
    }
    if (tell_to_standard_error(job)) {
        struct textbuf out;
        textbuf_init(&out, job->arena);
        diagnostics_write(diagnostics_of(job, status), format_of(job), &out);
        fputs(textbuf_text(&out), stderr);
        return status;
    }
    enum outcome outcome = write_to(job, path ? path : "-", status);
    if (path || outcome != status)
        tell_text(job);
    return outcome;
}

#include "app/suppression.h"

#include "app/findingrow.h"
#include <string.h>

/* ---- --ignore ---- */

static enum outcome ignore(struct job *job, const char *word) {
    unsigned number = diag_named(word);
    if (!number) {
        const char *hint = diag_did_you_mean_code(job->arena, word);
        diag_report_hint(job->diags, BP9040, (struct place){0}, hint, word, NULL);
        return OUTCOME_USAGE;
    }
    if (!diag_suppressible(number)) {
        job_complain(job, BP9041, arena_printf(job->arena, "BP%04u", number), NULL);
        return OUTCOME_USAGE;
    }
    diags_ignore(job->diags, (enum diag_code)number);
    return OUTCOME_DONE;
}

enum outcome suppression_ignore(struct job *job) {
    enum outcome outcome = OUTCOME_DONE;
    const char *at = job->options->value[SWITCH_IGNORE];
    while (at) {
        size_t span = strcspn(at, ",");
        const char *word = arena_strndup(job->arena, at, span);
        if (ignore(job, word) != OUTCOME_DONE)
            outcome = OUTCOME_USAGE;
        at = at[span] ? at + span + 1 : NULL;
    }
    return outcome;
}

/* ---- waivers ---- */

struct waiving {
    struct job *job;
    const struct diag *findings;
    const struct record **rows; /* of each finding */
    bool *met;                  /* of each waiver */
    struct date today;
};

static bool in_force(const struct waiving *w, const struct waiver *waiver) {
    return date_set(waiver->expires) && date_compare(w->today, waiver->expires) <= 0;
}

static bool names(const struct diag *diag, const char *id) {
    for (size_t i = 0; i < diag->argument_count; i++)
        if (strcmp(diag->arguments[i], id) == 0)
            return true;
    return false;
}

/* What is said of waivers cannot be waived in turn. */
static bool is_about_waivers(enum diag_code code) {
    return code == BP3941 || code == BP3942;
}

static bool meets(const struct waiving *w, const struct waiver *waiver, const struct diag *diag) {
    if (waiver->code != (unsigned)diag->code || is_about_waivers(diag->code))
        return false;
    return !*waiver->linked_id || names(diag, waiver->linked_id) ||
           findingrow_names(w->rows[diag - w->findings], waiver->linked_id);
}

/* The first row that is in force gives the reason. */
static bool judge(void *context, struct diag *diag) {
    struct waiving *w = context;
    const struct plan *plan = w->job->plan;
    bool waived = false;
    for (size_t i = 0; i < plan->waivers.count; i++) {
        const struct waiver *waiver = &plan->waivers.items[i];
        if (!meets(w, waiver, diag))
            continue;
        w->met[i] = true;
        if (waived || !in_force(w, waiver))
            continue;
        char day[11];
        date_format(waiver->expires, day);
        diag->justification = arena_printf(w->job->arena, "%s (approved by %s, until %s)",
                                           waiver->reason, waiver->approved_by, day);
        diag->waiver = waiver->place;
        waived = true;
        if (!date_set(w->job->waived_until) ||
            date_compare(waiver->expires, w->job->waived_until) < 0)
            w->job->waived_until = waiver->expires;
        if (date_compare(waiver->expires, w->job->waived_to) > 0)
            w->job->waived_to = waiver->expires;
    }
    return waived;
}

/* Those beyond the caps have no row to look at: only a waiver for every row reaches them, and of
 * one for a single row nobody can say that it met nothing. */
static void waive_unlisted(struct waiving *w) {
    const struct plan *plan = w->job->plan;
    for (size_t i = 0; i < plan->waivers.count; i++) {
        const struct waiver *waiver = &plan->waivers.items[i];
        if (!diag_suppressible(waiver->code) ||
            diags_unlisted(w->job->diags, (enum diag_code)waiver->code) == 0)
            continue;
        w->met[i] = true;
        if (!*waiver->linked_id && in_force(w, waiver))
            diags_waive_unlisted(w->job->diags, (enum diag_code)waiver->code);
    }
}

/* Ignored ones are not waived, but a waiver for them is not idle. */
static void meet_ignored(struct waiving *w, size_t count) {
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < w->job->plan->waivers.count; k++)
            if (w->findings[i].suppression == DIAG_IGNORED &&
                meets(w, &w->job->plan->waivers.items[k], &w->findings[i]))
                w->met[k] = true;
}

/* The day's cell of the row whose code is told; a waiver remembers the place of its code. */
static struct place day_of(const struct job *job, const struct waiver *waiver) {
    const struct table *table = &job->workbook->tables[SHEET_WAIVERS];
    for (size_t i = 0; i < table->records.count; i++) {
        const struct record *record = &table->records.items[i];
        struct place code = workbook_place(job->workbook, record, COLUMN_WAIVERS_CODE);
        if (code.row == waiver->place.row && code.line == waiver->place.line &&
            code.column == waiver->place.column)
            return workbook_place(job->workbook, record, COLUMN_WAIVERS_EXPIRES);
    }
    return waiver->place;
}

/* Findings of the pages are made only by the commands that draw them, and everything is judged
 * only if the plan is sound and its own dates are kept. */
static bool judged(const struct job *job, const struct waiver *waiver) {
    return job->assessment && waiver->code < 5000 && !job->options->given[SWITCH_AS_OF] &&
           !job->options->given[SWITCH_PERIOD];
}

static void tell(const struct waiving *w) {
    struct job *job = w->job;
    for (size_t i = 0; i < job->plan->waivers.count; i++) {
        const struct waiver *waiver = &job->plan->waivers.items[i];
        if (!diag_suppressible(waiver->code)) /* its reader has said so */
            continue;
        const char *code = arena_printf(job->arena, "BP%04u", waiver->code);
        const char *rows =
            *waiver->linked_id ? arena_printf(job->arena, "'%s'", waiver->linked_id) : "all rows";
        char day[11];
        if (date_set(waiver->expires) && !in_force(w, waiver)) {
            date_format(waiver->expires, day);
            diag_report(job->diags, BP3941, day_of(job, waiver), code, rows, day, NULL);
        } else if (!w->met[i] && judged(job, waiver)) {
            diag_report(job->diags, BP3942, waiver->place, code, rows, NULL);
        }
    }
}

void suppression_waive(struct job *job) {
    if (!job->plan || job->plan->waivers.count == 0)
        return;
    size_t count;
    struct waiving w = {.job = job,
                        .findings = diags_sorted(job->diags, &count),
                        .met = arena_array(job->arena, job->plan->waivers.count, sizeof(bool)),
                        .today = job->plan->organization.as_of};
    w.rows = findingrow_all(job->arena, job->workbook, w.findings, count);
    diags_waive(job->diags, judge, &w);
    waive_unlisted(&w);
    meet_ignored(&w, count);
    if (!job->waivers_told)
        tell(&w);
    job->waivers_told = true;
}

#include "app/privacy.h"

#include "app/language.h"
#include "report/wordbook.h"
#include "workbook/redact.h"

/* The language of the pages is not chosen yet: the first of the option or of the workbook, else
 * English. */
static const struct words *words_of(struct job *job) {
    const struct table *organization = &job->workbook->tables[SHEET_ORGANIZATION];
    const char *list = job->options->value[SWITCH_LANGUAGE];
    if (!list && organization->records.count > 0)
        list = workbook_field(&organization->records.items[0], COLUMN_ORGANIZATION_LANGUAGE)->text;
    struct diags *unheard = diags_new(job->arena);
    const struct words *words = NULL;
    list = list ? list : "";
    for (const char *language; !words && language_next(job->arena, &list, &language);)
        words = wordbook_builtin(job->arena, language, unheard);
    return words ? words : wordbook_builtin(job->arena, "en", unheard);
}

static const char *without_names(void *context, const char *text) {
    return redact_text(context, text);
}

enum outcome privacy_keep(struct job *job) {
    const bool people =
        job->options->given[SWITCH_REDACT] && job->options->choice[SWITCH_REDACT] == 0;
    if (!people)
        return OUTCOME_DONE;
    if (job->options->given[SWITCH_ATTACH_WORKBOOK]) {
        job_complain(job, BP5048, NULL);
        return OUTCOME_USAGE;
    }
    job->workbook = redact_people(job->arena, job->workbook,
                                  words_text(words_of(job), "redact.person"), &job->redaction);
    diags_reword(job->diags, without_names, job->redaction); /* of the reading, which met names */
    return OUTCOME_DONE;
}

#include "app/privacy.h"

#include "report/wordbook.h"
#include "workbook/redact.h"

/* The language of the pages is not chosen yet: that of the option or of the workbook, else English.
 */
static const struct words *words_of(struct job *job) {
    const struct table *organization = &job->workbook->tables[SHEET_ORGANIZATION];
    const char *language = job->options->value[SWITCH_LANGUAGE];
    if (!language && organization->records.count > 0)
        language =
            workbook_field(&organization->records.items[0], COLUMN_ORGANIZATION_LANGUAGE)->text;
    struct diags *unheard = diags_new(job->arena);
    const struct words *words =
        language && *language ? wordbook_builtin(job->arena, language, unheard) : NULL;
    return words ? words : wordbook_builtin(job->arena, "en", unheard);
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
    return OUTCOME_DONE;
}

#include "app/language.h"

#include "app/kindchoice.h"
#include "assess/evidence.h"
#include "plan/translation.h"
#include "report/wordbook.h"

#include <string.h>

enum { CATALOGUE_BYTES = 1 << 20 };

/* A catalogue of the user's own, or bytes == NULL: then the one built in is taken. */
struct own {
    const char *path;
    char *bytes;
    size_t length;
    bool failed;
};

/* Letters, digits and hyphens: nothing else becomes part of a path. */
static bool tag_valid(const char *tag) {
    static const char characters[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-";
    size_t length = strlen(tag);
    return length >= 2 && length <= 35 && tag[0] != '-' && strspn(tag, characters) == length;
}

static bool read_file(struct job *job, const char *family, const char *language, int length,
                      struct own *out) {
    const char *why = "";
    out->path = arena_printf(job->arena, "%s/%s.%.*s.xml", job->options->value[SWITCH_CATALOGUES],
                             family, length, language);
    enum file_result result =
        file_read(job->arena, out->path, CATALOGUE_BYTES, &out->bytes, &out->length, &why);
    if (result == FILE_OK) {
        vec_push(job->arena, &job->files, ((struct job_file){out->path, out->bytes, out->length}));
        return true;
    }
    out->bytes = NULL;
    out->failed = result != FILE_MISSING;
    if (out->failed)
        job_complain(job, BP9001, out->path, why, NULL);
    return out->failed;
}

/* words.fr-CA.xml, else words.fr.xml. */
static struct own own_file(struct job *job, const char *family, const char *language) {
    struct own own = {NULL, NULL, 0, false};
    if (!job->options->value[SWITCH_CATALOGUES])
        return own;
    const int whole = (int)strlen(language), primary = (int)strcspn(language, "-");
    if (!read_file(job, family, language, whole, &own) && primary != whole)
        read_file(job, family, language, primary, &own);
    return own;
}

static bool there_is(struct job *job, const char *language) {
    if (wordbook_has(job->arena, language))
        return true;
    return own_file(job, "words", language).bytes && own_file(job, "sentences", language).bytes;
}

static enum outcome speak(struct job *job, const struct template *template, const char *language) {
    const struct own words_file = own_file(job, "words", language);
    const struct own sentences_file = own_file(job, "sentences", language);
    if (words_file.failed || sentences_file.failed)
        return OUTCOME_UNREADABLE;
    struct words *words = words_file.bytes
                              ? wordbook_read(job->arena, words_file.path, words_file.bytes,
                                              words_file.length, job->diags)
                              : wordbook_builtin(job->arena, language, job->diags);
    const struct catalogue *sentences =
        sentences_file.bytes ? catalogue_read(job->arena, sentences_file.path, sentences_file.bytes,
                                              sentences_file.length, job->diags)
                             : catalogue_builtin(job->arena, language, job->diags);
    if (words && sentences)
        job->template =
            template_speak(job->arena, template, language, words, sentences, job->diags);
    return job->template ? OUTCOME_DONE : OUTCOME_FINDINGS;
}

static bool makes_pages(const struct options *options) {
    return options->command == COMMAND_PACKET || options->command == COMMAND_MAP ||
           options->command == COMMAND_BUILD || options->command == COMMAND_BRIEF ||
           options->given[SWITCH_EMIT];
}

/* "en, fr" or "en; fr", one by one; false at the end. */
static bool next_language(struct arena *arena, const char **list, const char **out) {
    static const char between[] = ",; ";
    *list += strspn(*list, between);
    size_t length = strcspn(*list, between);
    *out = arena_strndup(arena, *list, length);
    *list += length;
    return length > 0;
}

/* The plan as it reads in the language; figures and findings are those of the workbook itself. */
static void translate(struct job *job, const char *language) {
    const struct plan *original = job->plan;
    struct plan *own = arena_alloc(job->arena, sizeof *own);
    *own = *job_plan_of(job, translation_workbook(job->arena, job->workbook, original, language),
                        diags_new(job->arena));
    memcpy(own->digest, original->digest, sizeof own->digest);
    job->plan = own;
    if (job->unit)
        job->unit = plan_unit(own, job->unit->id);
}

static enum outcome speak_first(struct job *job, const struct template *template,
                                const char *language) {
    enum outcome outcome = speak(job, template, language);
    if (outcome == OUTCOME_DONE && translation_there(job->plan, language))
        translate(job, language);
    return outcome;
}

static bool takes_several(const struct options *options) {
    return options->command == COMMAND_PACKET || options->command == COMMAND_BUILD;
}

/* Those that there are, of the workbook's; all of them, if it was the command line that asked. */
static enum outcome read_languages(struct job *job, const char *list, bool asked,
                                   const char **first) {
    const char *language;
    *first = NULL;
    for (const char *rest = list; next_language(job->arena, &rest, &language);) {
        if (!tag_valid(language) || !there_is(job, language)) {
            if (asked) {
                job_complain(job, BP5037, language, wordbook_languages(job->arena), NULL);
                return OUTCOME_USAGE;
            }
            diag_report(job->diags, BP5038, (struct place){.file = job->input}, language,
                        *first ? *first : "en", NULL);
        } else if (!*first) {
            *first = language;
        } else if (takes_several(job->options)) {
            vec_push(job->arena, &job->further, language);
        } else if (asked) {
            job_complain(job, BP5069, list, options_command_name(job->options->command), NULL);
            return OUTCOME_USAGE;
        }
    }
    return OUTCOME_DONE;
}

enum outcome language_choose(struct job *job) {
    const struct options *options = job->options;
    if (!makes_pages(options))
        return OUTCOME_DONE;
    const struct template *template;
    enum outcome outcome = kindchoice_template(job, &template);
    if (outcome != OUTCOME_DONE)
        return outcome;
    const char *asked = options->value[SWITCH_LANGUAGE], *first;
    const char *list = asked ? asked : job->plan->organization.language;
    outcome = read_languages(job, list, asked != NULL, &first);
    if (outcome != OUTCOME_DONE)
        return outcome;
    if (!first && asked) {
        job_complain(job, BP5037, asked, wordbook_languages(job->arena), NULL);
        return OUTCOME_USAGE;
    }
    return speak_first(job, template, first ? first : template->language);
}

struct job *language_part(const struct job *job, const char *language) {
    struct job *part = arena_alloc(job->arena, sizeof *part);
    const struct template *template;
    *part = *job;
    part->further.count = 0;
    if (kindchoice_template(part, &template) != OUTCOME_DONE ||
        speak(part, template, language) != OUTCOME_DONE)
        return NULL;
    translate(part, language);
    part->diags = diags_new(job->arena); /* the first part has told what there is to tell */
    part->assessment =
        evidence_judge(job->arena, assess(job->arena, part->plan, part->diags), part->diags);
    const enum outcome outcome = kindchoice_about(part);
    part->diags = job->diags;
    return outcome == OUTCOME_DONE ? part : NULL;
}

enum outcome language_again(struct job *job, const struct template *template) {
    return speak(job, template, job->template->language);
}

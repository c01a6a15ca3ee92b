#include "app/language.h"

#include "app/kindchoice.h"
#include "assess/evidence.h"
#include "assess/lastpacket.h"
#include "base/ascii.h"
#include "base/file.h"
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
        vec_push(job->arena, &job->files,
                 ((struct job_file){out->path, out->bytes, out->length, true}));
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
    if (!words_file.bytes && !sentences_file.bytes && strcmp(language, template->language) == 0) {
        job->template = template; /* it was read in the words built in */
        return OUTCOME_DONE;
    }
    struct words *words = words_file.bytes
                              ? wordbook_read(job->arena, words_file.path, words_file.bytes,
                                              words_file.length, job->diags)
                              : wordbook_builtin(job->arena, language, job->diags);
    const struct catalogue *sentences =
        sentences_file.bytes ? catalogue_read(job->arena, sentences_file.path, sentences_file.bytes,
                                              sentences_file.length, job->diags)
                             : catalogue_builtin(job->arena, language, job->diags);
    job->template = NULL;
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

bool language_next(struct arena *arena, const char **list, const char **out) {
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

/* True if it is one of those named before. */
static bool spoken(const struct job *job, const char *first, const char *language) {
    bool found = ascii_same(first, language);
    for (size_t i = 0; i < job->further.count && !found; i++)
        found = ascii_same(job->further.items[i].language, language);
    return found;
}

/* Those that there are, of the workbook's; all of them, if it was the command line that asked. */
static enum outcome read_languages(struct job *job, const char *list, bool asked,
                                   const char **first) {
    const char *language;
    *first = NULL;
    for (const char *rest = list; language_next(job->arena, &rest, &language);) {
        if (!tag_valid(language) || !there_is(job, language)) {
            if (asked) {
                job_complain(job, BP5037, language, wordbook_languages(job->arena), NULL);
                return OUTCOME_USAGE;
            }
            diag_report(job->diags, BP5038, (struct place){.file = job->input}, language,
                        *first ? *first : "en", NULL);
        } else if (!*first) {
            *first = language;
        } else if (spoken(job, *first, language)) {
            diag_report(job->diags, BP5084, (struct place){.file = asked ? NULL : job->input},
                        language, NULL);
        } else if (takes_several(job->options)) {
            vec_push(job->arena, &job->further, ((struct job_part){.language = language}));
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
    job->unspoken = template;
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

size_t language_count(const struct job *job) {
    return job->further.count + 1;
}

struct job language_part(const struct job *job, size_t i) {
    struct job part = *job;
    if (i == 0)
        return part;
    const struct job_part *of = &job->further.items[i - 1];
    part.further.count = 0;
    part.plan = of->plan;
    part.assessment = of->assessment;
    part.template = of->template;
    if (job->unit)
        part.unit = plan_unit(part.plan, job->unit->id);
    return part;
}

/* The first language has told what there is to tell. */
static enum outcome make_part(struct job *job, struct job_part *out) {
    struct job part = *job;
    part.further.count = 0;
    part.template = NULL;
    enum outcome outcome = speak(&part, job->unspoken, out->language);
    if (outcome != OUTCOME_DONE)
        return outcome;
    translate(&part, out->language);
    part.diags = diags_new(job->arena);
    part.assessment =
        evidence_translated(job->arena, assess(job->arena, part.plan, part.diags), job->assessment);
    if (job->assessment->last_packet)
        part.assessment =
            lastpacket_beside(job->arena, part.assessment, job->assessment->last_packet);
    outcome = kindchoice_about(&part);
    *out = (struct job_part){out->language, part.plan, part.assessment, part.template};
    return outcome;
}

enum outcome language_further(struct job *job) {
    enum outcome outcome = OUTCOME_DONE;
    for (size_t i = 0; i < job->further.count && outcome == OUTCOME_DONE; i++)
        outcome = make_part(job, &job->further.items[i]);
    return outcome;
}

enum outcome language_again(struct job *job, const struct template *template) {
    const size_t count = job->further.count;
    struct job_part *parts = arena_array(job->arena, count + 1, sizeof *parts);
    enum outcome outcome = speak(job, template, job->template->language);
    for (size_t i = 0; i < count && outcome == OUTCOME_DONE; i++) {
        struct job part = language_part(job, i + 1);
        outcome = speak(&part, template, part.template->language);
        parts[i] = job->further.items[i];
        parts[i].template = part.template;
    }
    job->further.items = parts;
    job->further.capacity = count;
    return outcome;
}

const char *language_path(const struct job *job, const char *path, size_t i) {
    if (!path || language_count(job) == 1)
        return path;
    const char *language = i == 0 ? job->template->language : job->further.items[i - 1].language;
    const char *ending = strrchr(file_name(path), '.');
    const int stem = (int)(ending ? (size_t)(ending - path) : strlen(path));
    return arena_printf(job->arena, "%.*s.%s%s", stem, path, language, ending ? ending : "");
}

#include "report/catalogue.h"

#include "base/ascii.h"
#include "base/idmap.h"
#include "report/pagefile.h"
#include "report/plural.h"

#include <stdlib.h>
#include <string.h>

static const struct {
    const char *key, *arguments;
} forms[] = {
#define SENTENCE(NAME, key, arguments) {key, arguments},
#include "report/sentence.def"
#undef SENTENCE
};

/* ---- what sentences can tell ---- */

static void read_choices(struct arena *arena, const char *text, const char *end,
                         struct catalogue_argument *argument) {
    while (text < end) {
        size_t length = strcspn(text, ", ");
        vec_push(arena, &argument->choices, arena_strndup(arena, text, length));
        text += length + 1;
    }
}

static struct catalogue_argument read_argument(struct arena *arena, const char *text,
                                               const char *end) {
    size_t length = strcspn(text, "?#^= ");
    struct catalogue_argument out = {.name = arena_strndup(arena, text, length)};
    text += length;
    out.may_miss = *text == '?';
    if (out.may_miss)
        text++;
    if (*text == '#')
        out.cases = CASES_PLURAL;
    else if (*text == '^')
        out.cases = CASES_ORDINAL;
    else if (*text == '=') {
        out.cases = CASES_CHOICE;
        read_choices(arena, text + 1, end, &out);
    }
    return out;
}

struct catalogue_form catalogue_form_of(struct arena *arena, enum catalogue_key key) {
    struct catalogue_form out = {.key = forms[key].key};
    for (const char *at = forms[key].arguments; *at;) {
        const char *end = at + strcspn(at, " ");
        vec_push(arena, &out.arguments, read_argument(arena, at, end));
        at = *end ? end + 1 : end;
    }
    return out;
}

/* ---- checking a pattern ---- */

struct check {
    struct arena *arena;
    struct diags *diags;
    struct place place;
    const char *language;
    struct catalogue_form form;
};

static const struct catalogue_argument *find_argument(const struct check *check, const char *name) {
    for (size_t i = 0; i < check->form.arguments.count; i++)
        if (strcmp(check->form.arguments.items[i].name, name) == 0)
            return &check->form.arguments.items[i];
    return NULL;
}

static void unknown_argument(const struct check *check, const char *name) {
    struct idmap *names = idmap_new(check->arena);
    for (size_t i = 0; i < check->form.arguments.count; i++)
        idmap_put(names, check->form.arguments.items[i].name, i);
    diag_report_hint(check->diags, BP5041, check->place,
                     diag_did_you_mean(check->arena, idmap_nearest(names, name)), check->form.key,
                     name, NULL);
}

static bool is_number(const char *text) {
    return *text && strspn(text, "0123456789") == strlen(text);
}

static bool case_known(const struct check *check, const struct catalogue_argument *argument,
                       const char *name) {
    enum plural form;
    if (strcmp(name, "other") == 0)
        return true;
    for (size_t i = 0; i < argument->choices.count; i++)
        if (strcmp(argument->choices.items[i], name) == 0)
            return true;
    if (argument->cases != CASES_PLURAL && argument->cases != CASES_ORDINAL)
        return false;
    return is_number(name) ||
           (plural_parse(name, &form) &&
            plural_used(check->language, form, argument->cases == CASES_ORDINAL));
}

static void check_run(const struct check *check, const struct pattern *pattern, bool optional);

static void check_choice(const struct check *check, const struct pattern *choice,
                         const struct catalogue_argument *argument) {
    for (size_t i = 0; i < choice->cases.count; i++) {
        const struct pattern_case *one = &choice->cases.items[i];
        if (!case_known(check, argument, one->name))
            diag_report(check->diags, BP5043, check->place, check->form.key, choice->text,
                        one->name, NULL);
    }
    if (pattern_find(choice, "other"))
        return;
    const char *lacking = argument->choices.count > 0 && !argument->may_miss ? NULL : "other";
    for (size_t i = 0; !lacking && i < argument->choices.count; i++)
        if (!pattern_find(choice, argument->choices.items[i]))
            lacking = argument->choices.items[i];
    if (lacking)
        diag_report(check->diags, BP5042, check->place, check->form.key, choice->text, lacking,
                    NULL);
}

/* optional: in brackets, so that what is missing takes the text around it along. */
static void check_named(const struct check *check, const struct pattern *piece, bool optional) {
    const struct catalogue_argument *argument = find_argument(check, piece->text);
    if (!argument) {
        unknown_argument(check, piece->text);
        return;
    }
    struct catalogue_argument present = *argument;
    present.may_miss = argument->may_miss && !optional;
    if (piece->spelling != SPELLING_FIGURES) /* words have that, sentences have their own names */
        diag_report(check->diags, BP5040, check->place, check->form.key,
                    arena_printf(check->arena, "%c%s",
                                 piece->spelling == SPELLING_WORDS ? '#' : '^', piece->text),
                    NULL);
    if (piece->kind == PATTERN_CHOICE)
        check_choice(check, piece, &present);
    else if (present.may_miss)
        diag_report(check->diags, BP5045, check->place, check->form.key, piece->text, NULL);
    for (size_t i = 0; i < piece->cases.count; i++)
        check_run(check, piece->cases.items[i].pattern, optional);
}

static void check_run(const struct check *check, const struct pattern *pattern, bool optional) {
    for (; pattern; pattern = pattern->next) {
        if (pattern->kind == PATTERN_OPTIONAL)
            check_run(check, pattern->inside, true);
        else if (pattern->kind != PATTERN_TEXT)
            check_named(check, pattern, optional);
    }
}

/* ---- reading ---- */

struct reader {
    struct arena *arena;
    struct diags *diags;
    struct catalogue *out;
    struct place root;
    bool there[SENTENCE_COUNT];
};

static void element(void *user, const struct xmlread_element *element, struct place place) {
    struct reader *reader = user;
    struct catalogue *out = reader->out;
    if (strcmp(element->name, "sentences") == 0) {
        out->language = pagefile_value(reader->arena, element, "language");
        reader->root = place;
    } else if (strcmp(element->name, "numbers") == 0) {
        out->numbers = pagefile_numbers(reader->arena, element);
    } else if (strcmp(element->name, "list") == 0) {
        out->comma = pagefile_value(reader->arena, element, "comma");
        out->last = pagefile_value(reader->arena, element, "last");
    }
}

static bool key_of(const char *key, enum catalogue_key *out) {
    for (size_t i = 0; i < SENTENCE_COUNT; i++)
        if (strcmp(forms[i].key, key) == 0) {
            *out = (enum catalogue_key)i;
            return true;
        }
    return false;
}

static void unknown_key(struct reader *reader, const char *key, struct place place) {
    struct idmap *keys = idmap_new(reader->arena);
    for (size_t i = 0; i < SENTENCE_COUNT; i++)
        idmap_put(keys, forms[i].key, i);
    diag_report_hint(reader->diags, BP5046, place,
                     diag_did_you_mean(reader->arena, idmap_nearest(keys, key)), key, NULL);
}

static void sentence(void *user, const char *name, const char *text, struct place place) {
    struct reader *reader = user;
    const char *wrong;
    enum catalogue_key key;
    if (!key_of(name, &key)) {
        unknown_key(reader, name, place);
        return;
    }
    struct check check = {reader->arena, reader->diags, place, reader->out->language,
                          catalogue_form_of(reader->arena, key)};
    reader->there[key] = true;
    if (pattern_parse(reader->arena, text, &reader->out->patterns[key], &wrong))
        check_run(&check, reader->out->patterns[key], false);
    else
        diag_report(reader->diags, BP5040, place, name, *wrong ? wrong : "its end", NULL);
}

static const struct catalogue *read_sentences(const struct pagefile *file) {
    struct reader reader = {.arena = file->arena,
                            .diags = file->diags,
                            .out = arena_alloc(file->arena, sizeof *reader.out)};
    const struct pagefile_reader to = {element, sentence, &reader};
    size_t errors = diags_count(file->diags, DIAG_ERROR);
    if (!pagefile_read(file, &to))
        return NULL;
    for (size_t i = 0; i < SENTENCE_COUNT; i++)
        if (!reader.there[i])
            diag_report(file->diags, BP5044, reader.root, forms[i].key, NULL);
    return diags_count(file->diags, DIAG_ERROR) > errors ? NULL : reader.out;
}

const struct catalogue *catalogue_read(struct arena *arena, const char *path, const char *bytes,
                                       size_t length, struct diags *diags) {
    const struct pagefile file = {
        .arena = arena, .diags = diags, .path = path, .bytes = bytes, .length = length};
    return pagefile_valid(&file, "sentences.xsd") ? read_sentences(&file) : NULL;
}

const struct catalogue *catalogue_builtin(struct arena *arena, const char *language,
                                          struct diags *diags) {
    const struct pagefile file = pagefile_language(arena, "sentences", language, diags);
    return file.table ? read_sentences(&file) : NULL;
}

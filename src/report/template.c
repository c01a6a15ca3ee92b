#include "report/template.h"

#include "base/ascii.h"
#include "report/pagefile.h"
#include "report/report.h"
#include "report/wordbook.h"

#include <string.h>

/* State of the reading; the schema has vouched for the structure, so only values are looked at. */
struct reader {
    struct arena *arena;
    struct diags *diags;
    struct template *template;
    const char *language; /* of the words at hand */
};

static const char *copy(struct reader *reader, const struct xmlread_element *element,
                        const char *name) {
    return pagefile_value(reader->arena, element, name);
}

/* A whole number of at most three digits, as the schema has seen to; 0 without one. */
static unsigned count_of(const struct xmlread_element *element, const char *name) {
    const char *text = xmlread_value(element, "", name);
    unsigned value = 0;
    for (; text && ascii_digit(*text) && value < 1000; text++)
        value = value * 10 + (unsigned)(*text - '0');
    return value;
}

static void read_section(struct reader *reader, const struct xmlread_element *element,
                         struct place place) {
    const char *kind = copy(reader, element, "kind");
    if (!kind)
        return; /* the schema has said so */
    if (!report_section_known(kind))
        diag_report(reader->diags, BP5011, place, kind, NULL);
    const char *orientation = xmlread_value(element, "", "orientation");
    const char *appendix = xmlread_value(element, "", "appendix");
    struct template_section *section = vec_add(reader->arena, &reader->template->sections);
    section->kind = kind;
    section->given = copy(reader, element, "name");
    section->place = place;
    section->orientation =
        orientation && strcmp(orientation, "landscape") == 0 ? LANDSCAPE : PORTRAIT;
    section->appendix = appendix && strcmp(appendix, "yes") == 0;
    section->detail = (int)count_of(element, "detail");
}

static void read_root(struct reader *reader, const struct xmlread_element *element) {
    struct template *template = reader->template;
    template->kind = copy(reader, element, "kind");
    template->given = copy(reader, element, "name");
    template->written = copy(reader, element, "language");
    const char *paper = xmlread_value(element, "", "paper");
    const char *hyphenate = xmlread_value(element, "", "hyphenate");
    template->core = count_of(element, "core");
    template->hyphenate = hyphenate &&strcmp(hyphenate, "yes") == 0;
    template->paper = paper &&strcmp(paper, "Letter") == 0 ? PAPER_LETTER : PAPER_A4;
}

static void element(void *user, const struct xmlread_element *element, struct place place) {
    struct reader *reader = user;
    if (strcmp(element->name, "template") == 0)
        read_root(reader, element);
    else if (strcmp(element->name, "section") == 0)
        read_section(reader, element, place);
    else if (strcmp(element->name, "words") == 0)
        reader->language = xmlread_value(element, "", "language")
                               ? copy(reader, element, "language")
                               : reader->template->written;
}

static void word(void *user, const char *key, const char *text, struct place place) {
    struct reader *reader = user;
    vec_push(reader->arena, &reader->template->own,
             ((struct template_word){reader->language, key, text, place}));
}

static const struct template *read_template(const struct pagefile *file) {
    struct arena *arena = file->arena;
    struct diags *diags = file->diags;
    struct reader reader = {
        .arena = arena, .diags = diags, .template = arena_alloc(arena, sizeof *reader.template)};
    const struct pagefile_reader to = {element, word, &reader};
    size_t errors = diags_count(diags, DIAG_ERROR);
    if (!pagefile_read(file, &to) || diags_count(diags, DIAG_ERROR) > errors)
        return NULL;
    const char *language = reader.template->written;
    struct words *words = wordbook_builtin(arena, language, diags);
    const struct catalogue *catalogue = catalogue_builtin(arena, language, diags);
    if (words && catalogue)
        return template_speak(arena, reader.template, language, words, catalogue, diags);
    diag_report(diags, BP5037, (struct place){.file = file->path}, language,
                wordbook_languages(arena), NULL);
    return NULL;
}

const struct template *template_read(struct arena *arena, const char *path, const char *bytes,
                                     size_t length, struct diags *diags) {
    const struct pagefile file = {arena, diags, path, bytes, length};
    return pagefile_valid(&file, "template.xsd") ? read_template(&file) : NULL;
}

const struct template *template_builtin(struct arena *arena, const char *kind,
                                        struct diags *diags) {
    const struct pagefile file =
        pagefile_builtin(arena, arena_printf(arena, "%s.xml", kind), diags);
    return file.bytes ? read_template(&file) : NULL;
}

/* "fr" and "fr-CA" are one language. */
static bool same_language(const char *first, const char *second) {
    size_t length = strcspn(first, "-");
    return length == strcspn(second, "-") && strncmp(first, second, length) == 0;
}

static const char *name_of(struct arena *arena, const struct template *template, const char *given,
                           const char *family, const char *kind) {
    if (given && same_language(template->written, template->language))
        return given;
    return words_text(template->words, arena_printf(arena, "%s.%s", family, kind));
}

const struct template *template_speak(struct arena *arena, const struct template *template,
                                      const char *language, struct words *words,
                                      const struct catalogue *catalogue, struct diags *diags) {
    struct template *out = arena_alloc(arena, sizeof *out);
    *out = *template;
    out->language = language;
    out->words = words;
    words_regional(words, language);
    out->catalogue = catalogue;
    const size_t errors = diags_count(diags, DIAG_ERROR);
    for (size_t i = 0; i < template->own.count; i++) {
        const struct template_word *own = &template->own.items[i];
        if (same_language(own->language, language))
            wordbook_replace(arena, words, own->key, own->text, own->place, diags);
    }
    out->name = name_of(arena, out, out->given, "packet", out->kind);
    out->sections.items = NULL;
    out->sections.count = out->sections.capacity = 0;
    for (size_t i = 0; i < template->sections.count; i++) {
        struct template_section section = template->sections.items[i];
        section.name = name_of(arena, out, section.given, "section", section.kind);
        vec_push(arena, &out->sections, section);
    }
    return diags_count(diags, DIAG_ERROR) > errors ? NULL : out;
}

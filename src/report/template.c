#include "report/template.h"

#include "base/ascii.h"
#include "base/embedded.h"
#include "report/report.h"
#include "report/wordbook.h"
#include "xml/xmlcheck.h"
#include "xml/xmlread.h"

#include <assert.h>
#include <string.h>

#define TEMPLATE_NAMESPACE "urn:boardpack:packet-template:1"

/* State of the reading; the schema has vouched for the structure, so only values are looked at. */
struct reader {
    struct arena *arena;
    struct diags *diags;
    const char *path;
    struct template *template;
    const char *language, *key; /* of the words at hand, and of the one being read */
    struct place place;
    struct textbuf text;
};

static struct place place_of(const struct reader *reader, const struct xmlread_element *element) {
    return (struct place){.file = reader->path, .line = element->line, .column = element->column};
}

static const char *copy(struct reader *reader, const struct xmlread_element *element,
                        const char *name) {
    return arena_strdup(reader->arena, xmlread_value(element, "", name));
}

/* A whole number of at most three digits, as the schema has seen to; 0 without one. */
static unsigned count_of(const struct xmlread_element *element, const char *name) {
    const char *text = xmlread_value(element, "", name);
    unsigned value = 0;
    for (; text && ascii_digit(*text) && value < 1000; text++)
        value = value * 10 + (unsigned)(*text - '0');
    return value;
}

static const char *given_name(struct reader *reader, const struct xmlread_element *element) {
    return xmlread_value(element, "", "name") ? copy(reader, element, "name") : NULL;
}

static void read_section(struct reader *reader, const struct xmlread_element *element) {
    struct place place = place_of(reader, element);
    const char *kind = copy(reader, element, "kind");
    if (!kind)
        return; /* the schema has said so */
    if (!report_section_known(kind))
        diag_report(reader->diags, BP5011, place, kind, NULL);
    const char *orientation = xmlread_value(element, "", "orientation");
    const char *appendix = xmlread_value(element, "", "appendix");
    struct template_section *section = vec_add(reader->arena, &reader->template->sections);
    section->kind = kind;
    section->given = given_name(reader, element);
    section->place = place;
    section->orientation =
        orientation && strcmp(orientation, "landscape") == 0 ? LANDSCAPE : PORTRAIT;
    section->appendix = appendix && strcmp(appendix, "yes") == 0;
    section->detail = (int)count_of(element, "detail");
}

static void read_root(struct reader *reader, const struct xmlread_element *element) {
    struct template *template = reader->template;
    template->kind = copy(reader, element, "kind");
    template->given = given_name(reader, element);
    template->written = copy(reader, element, "language");
    const char *paper = xmlread_value(element, "", "paper");
    const char *hyphenate = xmlread_value(element, "", "hyphenate");
    template->core = count_of(element, "core");
    template->hyphenate = hyphenate &&strcmp(hyphenate, "yes") == 0;
    template->paper = paper &&strcmp(paper, "Letter") == 0 ? PAPER_LETTER : PAPER_A4;
}

static bool start(void *user, const struct xmlread_element *element) {
    struct reader *reader = user;
    if (strcmp(element->name, "template") == 0)
        read_root(reader, element);
    else if (strcmp(element->name, "section") == 0)
        read_section(reader, element);
    else if (strcmp(element->name, "words") == 0)
        reader->language = xmlread_value(element, "", "language")
                               ? copy(reader, element, "language")
                               : reader->template->written;
    reader->place = place_of(reader, element);
    reader->key = strcmp(element->name, "word") == 0 ? copy(reader, element, "key") : NULL;
    textbuf_clear(&reader->text);
    return true;
}

static bool text(void *user, const char *bytes, size_t length) {
    struct reader *reader = user;
    if (reader->key)
        textbuf_bytes(&reader->text, bytes, length);
    return true;
}

static bool end(void *user) {
    struct reader *reader = user;
    if (reader->key)
        vec_push(reader->arena, &reader->template->own,
                 ((struct template_word){reader->language, reader->key,
                                         arena_strdup(reader->arena, textbuf_text(&reader->text)),
                                         reader->place}));
    reader->key = NULL;
    return true;
}

static const struct template *read_template(struct arena *arena, const char *path,
                                            const char *bytes, size_t length, struct diags *diags) {
    struct reader reader = {.arena = arena,
                            .diags = diags,
                            .path = path,
                            .template = arena_alloc(arena, sizeof *reader.template)};
    textbuf_init(&reader.text, arena);
    const struct xmlread_handler handler = {start, end, text, &reader};
    size_t errors = diags_count(diags, DIAG_ERROR);
    if (xmlread_parse(arena, path, bytes, length, diags, &handler) != XMLREAD_DONE ||
        diags_count(diags, DIAG_ERROR) > errors)
        return NULL;
    const char *language = reader.template->written;
    struct words *words = wordbook_builtin(arena, language, diags);
    const struct catalogue *catalogue = catalogue_builtin(arena, language, diags);
    if (words && catalogue)
        return template_speak(arena, reader.template, language, words, catalogue, diags);
    diag_report(diags, BP5037, (struct place){.file = path}, language, wordbook_languages(arena),
                NULL);
    return NULL;
}

const struct template *template_read(struct arena *arena, const char *path, const char *bytes,
                                     size_t length, struct diags *diags) {
    const struct embedded *schema = embedded_file("template.xsd");
    if (!schema ||
        !xmlcheck_valid(arena, path, bytes, length, schema->bytes, schema->length, diags))
        return NULL;
    return read_template(arena, path, bytes, length, diags);
}

/* A test holds the embedded templates to the schema, so a run need not compile it. */
const struct template *template_builtin(struct arena *arena, const char *kind,
                                        struct diags *diags) {
    const char *name = arena_printf(arena, "%s.xml", kind);
    const struct embedded *file = embedded_file(name);
    return file ? read_template(arena, name, file->bytes, file->length, diags) : NULL;
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

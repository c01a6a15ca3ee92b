#include "report/template.h"

#include "base/ascii.h"
#include "base/embedded.h"
#include "report/report.h"
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
    struct words *words;
    const char *key; /* of the word being read */
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

static void read_section(struct reader *reader, const struct xmlread_element *element) {
    struct place place = place_of(reader, element);
    const char *kind = copy(reader, element, "kind");
    const char *name = copy(reader, element, "name");
    if (!kind || !name)
        return; /* the schema has said so */
    if (!report_section_known(kind))
        diag_report(reader->diags, BP5011, place, kind, NULL);
    const char *orientation = xmlread_value(element, "", "orientation");
    const char *appendix = xmlread_value(element, "", "appendix");
    struct template_section *section = vec_add(reader->arena, &reader->template->sections);
    section->kind = kind;
    section->name = name;
    section->place = place;
    section->orientation =
        orientation && strcmp(orientation, "landscape") == 0 ? LANDSCAPE : PORTRAIT;
    section->appendix = appendix && strcmp(appendix, "yes") == 0;
    section->detail = (int)count_of(element, "detail");
}

static void read_root(struct reader *reader, const struct xmlread_element *element) {
    struct template *template = reader->template;
    template->kind = copy(reader, element, "kind");
    template->name = copy(reader, element, "name");
    template->language = copy(reader, element, "language");
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
    if (reader->key) {
        bool first = words_add(reader->words, reader->key, textbuf_text(&reader->text));
        assert(first); /* the schema allows a key once */
        (void)first;
    }
    reader->key = NULL;
    return true;
}

static const struct template *read_words(struct arena *arena, const char *path, const char *bytes,
                                         size_t length, struct diags *diags) {
    struct reader reader = {.arena = arena,
                            .diags = diags,
                            .path = path,
                            .template = arena_alloc(arena, sizeof *reader.template),
                            .words = words_new(arena, diags, path)};
    textbuf_init(&reader.text, arena);
    const struct xmlread_handler handler = {start, end, text, &reader};
    size_t errors = diags_count(diags, DIAG_ERROR);
    if (xmlread_parse(arena, path, bytes, length, diags, &handler) != XMLREAD_DONE ||
        diags_count(diags, DIAG_ERROR) > errors)
        return NULL;
    reader.template->words = reader.words;
    reader.template->catalogue = catalogue_builtin(arena, reader.template->language, diags);
    assert(reader.template->catalogue); /* the schema allows no language without one */
    return reader.template;
}

const struct template *template_read(struct arena *arena, const char *path, const char *bytes,
                                     size_t length, struct diags *diags) {
    const struct embedded *schema = embedded_file("template.xsd");
    if (!schema ||
        !xmlcheck_valid(arena, path, bytes, length, schema->bytes, schema->length, diags))
        return NULL;
    return read_words(arena, path, bytes, length, diags);
}

/* A test holds the embedded templates to the schema, so a run need not compile it. */
const struct template *template_builtin(struct arena *arena, const char *kind,
                                        struct diags *diags) {
    const char *name = arena_printf(arena, "%s.xml", kind);
    const struct embedded *file = embedded_file(name);
    return file ? read_words(arena, name, file->bytes, file->length, diags) : NULL;
}

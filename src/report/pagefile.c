#include "report/pagefile.h"

#include "base/embedded.h"
#include "base/textbuf.h"
#include "xml/xmlcheck.h"

#include <string.h>

/* State of the reading; the schema has vouched for the structure. */
struct reader {
    const struct pagefile *file;
    const struct pagefile_reader *to;
    const char *key; /* of the text being read, or NULL */
    struct place place;
    struct textbuf text;
};

struct pagefile pagefile_builtin(struct arena *arena, const char *name, struct diags *diags) {
    const struct embedded *file = embedded_file(name);
    return (struct pagefile){.arena = arena,
                             .diags = diags,
                             .path = name,
                             .bytes = file ? file->bytes : NULL,
                             .length = file ? file->length : 0};
}

struct pagefile pagefile_language(struct arena *arena, const char *family, const char *language,
                                  struct diags *diags) {
    const char *name =
        arena_printf(arena, "%s.%.*s.xml", family, (int)strcspn(language, "-"), language);
    struct pagefile file = {.arena = arena, .diags = diags, .path = name};
    for (const struct pagetable *table = pagetables; table->name && !file.table; table++)
        if (strcmp(table->name, name) == 0)
            file.table = table;
    return file;
}

bool pagefile_valid(const struct pagefile *file, const char *schema) {
    const struct embedded *xsd = embedded_file(schema);
    return xsd && xmlcheck_valid(file->arena, file->path, file->bytes, file->length, xsd->bytes,
                                 xsd->length, file->diags);
}

const char *pagefile_value(struct arena *arena, const struct xmlread_element *element,
                           const char *name) {
    const char *value = xmlread_value(element, "", name);
    return value ? arena_strdup(arena, value) : NULL;
}

struct number_format pagefile_numbers(struct arena *arena, const struct xmlread_element *element) {
    return (struct number_format){
        .decimal_mark = pagefile_value(arena, element, "decimal"),
        .group_mark = pagefile_value(arena, element, "group"),
        .minus = pagefile_value(arena, element, "minus"),
        .group_from_digits = (unsigned)(xmlread_value(element, "", "group-from")[0] - '0')};
}

static bool start(void *user, const struct xmlread_element *element) {
    struct reader *reader = user;
    reader->place = (struct place){
        .file = reader->file->path, .line = element->line, .column = element->column};
    reader->to->element(reader->to->user, element, reader->place);
    reader->key = pagefile_value(reader->file->arena, element, "key");
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
        reader->to->text(reader->to->user, reader->key,
                         arena_strdup(reader->file->arena, textbuf_text(&reader->text)),
                         reader->place);
    reader->key = NULL;
    return true;
}

static const char *next_string(const char **strings) {
    const char *string = *strings;
    *strings += strlen(string) + 1;
    return string;
}

/* What the XML reader told of the file when the program was made. */
static void read_table(const struct pagefile *file, const struct pagefile_reader *to) {
    const struct pagetable *table = file->table;
    const char *strings = table->strings;
    for (size_t i = 0; i < table->count; i++) {
        const struct pagetable_element *row = &table->elements[i];
        struct xmlread_attribute attributes[PAGETABLE_ATTRIBUTES];
        struct xmlread_element element = {.name = next_string(&strings),
                                          .space = "",
                                          .line = row->line,
                                          .column = row->column,
                                          .attribute_count = row->attributes,
                                          .attributes = attributes};
        for (size_t j = 0; j < row->attributes; j++) {
            attributes[j] = (struct xmlread_attribute){.name = next_string(&strings), .space = ""};
            attributes[j].value = next_string(&strings);
        }
        const struct place place = {.file = file->path, .line = row->line, .column = row->column};
        to->element(to->user, &element, place);
        const char *key = xmlread_value(&element, "", "key");
        if (key)
            to->text(to->user, key, next_string(&strings), place);
    }
}

bool pagefile_read(const struct pagefile *file, const struct pagefile_reader *to) {
    if (file->table) {
        read_table(file, to);
        return true;
    }
    struct reader reader = {.file = file, .to = to};
    textbuf_init(&reader.text, file->arena);
    const struct xmlread_handler handler = {start, end, text, &reader};
    return xmlread_parse(file->arena, file->path, file->bytes, file->length, file->diags,
                         &handler) == XMLREAD_DONE;
}

/* Writes C source with what the program's XML reader tells of the named files, so that the program
 * need not read them each time it starts: tabulate FILE... >tables.c (report/pagetable.h). */
#include "base/file.h"
#include "report/pagetable.h"
#include "xml/xmlread.h"

#include <stdio.h>
#include <string.h>

enum { FILE_BYTES = 1 << 20 };

struct tabulator {
    struct textbuf elements, strings;
    size_t count;
    bool keyed; /* the text of the element that is open is wanted */
};

static void put(struct textbuf *out, const char *text) {
    for (const char *at = text; *at; at++)
        textbuf_printf(out, "%u,", (unsigned)(unsigned char)*at);
}

static void put_end(struct textbuf *out) {
    textbuf_str(out, "0,\n");
}

static bool start(void *user, const struct xmlread_element *element) {
    struct tabulator *to = user;
    textbuf_printf(&to->elements, "{%u,%u,%zu},\n", element->line, element->column,
                   element->attribute_count);
    to->count++;
    put(&to->strings, element->name);
    put_end(&to->strings);
    for (size_t i = 0; i < element->attribute_count; i++) {
        put(&to->strings, element->attributes[i].name);
        put_end(&to->strings);
        put(&to->strings, element->attributes[i].value);
        put_end(&to->strings);
    }
    to->keyed = xmlread_value(element, "", "key") != NULL;
    return element->attribute_count <= PAGETABLE_ATTRIBUTES;
}

static bool text(void *user, const char *text, size_t length) {
    struct tabulator *to = user;
    (void)length;
    if (to->keyed)
        put(&to->strings, text);
    return true;
}

static bool end(void *user) {
    struct tabulator *to = user;
    if (to->keyed)
        put_end(&to->strings);
    to->keyed = false;
    return true;
}

static bool tabulate(struct arena *arena, const char *path, int number, struct tabulator *to) {
    const struct xmlread_handler handler = {start, end, text, to};
    struct diags *diags = diags_new(arena);
    const char *why;
    char *bytes;
    size_t length, count;
    if (file_read(arena, path, FILE_BYTES, &bytes, &length, &why) != FILE_OK) {
        fprintf(stderr, "%s: %s\n", path, why);
        return false;
    }
    if (xmlread_parse(arena, path, bytes, length, diags, &handler) != XMLREAD_DONE) {
        const struct diag *first = diags_sorted(diags, &count);
        fprintf(stderr, "%s: %s\n", path, count > 0 ? first->message : "too many attributes");
        return false;
    }
    printf("static const struct pagetable_element elements_%d[] = {\n%s};\n"
           "static const unsigned char strings_%d[] = {\n%s};\n",
           number, textbuf_text(&to->elements), number, textbuf_text(&to->strings));
    return true;
}

int main(int argc, char **argv) {
    struct arena *arena = arena_new(0, NULL, NULL);
    struct textbuf tables;
    bool good = arena != NULL;
    textbuf_init(&tables, arena);
    puts("#include \"report/pagetable.h\"\n#include <stddef.h>");
    for (int i = 1; i < argc && good; i++) {
        struct tabulator to = {.count = 0};
        textbuf_init(&to.elements, arena);
        textbuf_init(&to.strings, arena);
        good = tabulate(arena, argv[i], i, &to);
        textbuf_printf(&tables, "{\"%s\", elements_%d, %zu, (const char *)strings_%d},\n",
                       file_name(argv[i]), i, to.count, i);
    }
    printf("const struct pagetable pagetables[] = {\n%s{NULL, NULL, 0, NULL}};\n",
           textbuf_text(&tables));
    arena_free(arena);
    return good ? 0 : 1;
}

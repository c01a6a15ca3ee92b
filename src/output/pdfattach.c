#include "output/pdfattach.h"

#include "base/ascii.h"
#include <string.h>

/* A name object: what is not a letter, a digit or a harmless sign is escaped. */
static void put_name(struct textbuf *out, const char *text) {
    textbuf_char(out, '/');
    for (; *text; text++)
        if (ascii_letter(*text) || ascii_digit(*text) || *text == '.' || *text == '-')
            textbuf_char(out, *text);
        else
            textbuf_printf(out, "#%02X", (unsigned)(unsigned char)*text);
}

static void put_text(struct textbuf *out, const char *key, const char *text) {
    textbuf_str(out, key);
    pdfobject_text(out, text);
}

static uint32_t write_file(struct arena *arena, const struct scene *scene,
                           const struct pdfattach_file *file, struct pdfobject_store *store) {
    struct textbuf entries, *body;
    textbuf_init(&entries, arena);
    textbuf_str(&entries, "/Type/EmbeddedFile/Subtype");
    put_name(&entries, file->media_type);
    textbuf_printf(&entries, "/Params<</Size %zu", file->length);
    if (date_set(scene->date))
        textbuf_printf(&entries, "/ModDate(D:%04d%02d%02d000000Z)", scene->date.year,
                       scene->date.month, scene->date.day);
    textbuf_str(&entries, ">>");
    uint32_t stream =
        pdfobject_stream(store, textbuf_text(&entries), file->bytes, file->length, true);
    uint32_t number = pdfobject_dict(store, &body);
    put_text(body, "/Type/Filespec/F", file->name);
    put_text(body, "/UF", file->name);
    put_text(body, "/Desc", file->description);
    textbuf_str(body, "/AFRelationship/Source/EF<</F ");
    pdfobject_reference(body, stream);
    textbuf_str(body, "/UF ");
    pdfobject_reference(body, stream);
    textbuf_str(body, ">>");
    return number;
}

/* The keys of a name tree are in the order of their bytes; these are numbers of equal length. */
void pdfattach_write(struct arena *arena, const struct scene *scene,
                     const struct pdfattach *attached, struct pdfobject_store *store,
                     struct textbuf *catalog) {
    if (!attached || attached->count == 0)
        return;
    struct textbuf names, files;
    textbuf_init(&names, arena);
    textbuf_init(&files, arena);
    for (size_t i = 0; i < attached->count; i++) {
        uint32_t number = write_file(arena, scene, &attached->files[i], store);
        textbuf_printf(&names, "(%06zu)", i);
        pdfobject_reference(&names, number);
        textbuf_char(&files, ' ');
        pdfobject_reference(&files, number);
    }
    textbuf_str(catalog, "/Names<</EmbeddedFiles<</Names[");
    textbuf_str(catalog, textbuf_text(&names));
    textbuf_str(catalog, "]>>>>/AF[");
    textbuf_str(catalog, textbuf_text(&files));
    textbuf_char(catalog, ']');
}

#include "output/pdfsave.h"

#include <string.h>

#define OBJECTS_A_STREAM 500u
#define ROW              7u /* type, four bytes, two bytes */

/* Where an object is. */
struct location {
    uint32_t where; /* byte offset, or number of the object stream */
    uint16_t index; /* in the object stream */
    uint8_t type;   /* 0 free, 1 in the file, 2 in an object stream */
};

struct save {
    struct arena *arena;
    struct pdfobject_store *store;
    struct textbuf *out;
    struct location *locations;
    uint32_t count;    /* objects, with the object streams and the table itself */
    uint32_t stream;   /* number of the object stream being filled */
    uint16_t gathered; /* objects in it */
    struct textbuf index, bodies;
};

static void locate_here(struct save *save, uint32_t number) {
    if (save->out->length > UINT32_MAX)
        pdfobject_fail(save->store, "the PDF file is larger than 4 GB");
    save->locations[number] = (struct location){.type = 1, .where = (uint32_t)save->out->length};
}

static void put_stream(struct save *save, uint32_t number, const char *entries,
                       size_t entries_length, const void *bytes, size_t length) {
    locate_here(save, number);
    textbuf_printf(save->out, "%u 0 obj\n<<", number);
    textbuf_bytes(save->out, entries, entries_length);
    textbuf_printf(save->out, "/Length %zu>>\nstream\n", length);
    textbuf_bytes(save->out, bytes, length);
    textbuf_str(save->out, "\nendstream\nendobj\n");
}

static void put_deflated(struct save *save, uint32_t number, const char *entries,
                         const struct textbuf *data) {
    size_t length = 0;
    const void *bytes = pdfobject_deflate(save->store, data->bytes, data->length, &length);
    if (length == 0)
        pdfobject_fail(save->store, "compression failed");
    put_stream(save, number, entries, strlen(entries), bytes, length);
}

static void flush_objects(struct save *save) {
    if (save->gathered == 0)
        return;
    const char *entries =
        arena_printf(save->arena, "/Type/ObjStm/N %d/First %zu/Filter/FlateDecode", save->gathered,
                     save->index.length);
    /* Before the bodies, among which may be one of megabytes. */
    const size_t bodies = save->bodies.length;
    textbuf_bytes(&save->bodies, save->index.bytes, save->index.length);
    memmove(save->bodies.bytes + save->index.length, save->bodies.bytes, bodies);
    memcpy(save->bodies.bytes, save->index.bytes, save->index.length);
    put_deflated(save, save->stream, entries, &save->bodies);
    textbuf_clear(&save->index);
    textbuf_clear(&save->bodies);
    save->gathered = 0;
    save->stream++;
}

static void gather(struct save *save, uint32_t number, const struct pdfobject *object) {
    save->locations[number] =
        (struct location){.type = 2, .where = save->stream, .index = save->gathered};
    textbuf_int(&save->index, number);
    textbuf_char(&save->index, ' ');
    textbuf_int(&save->index, (int64_t)save->bodies.length);
    textbuf_char(&save->index, ' ');
    textbuf_bytes(&save->bodies, object->text, object->text_length);
    textbuf_char(&save->bodies, '\n');
    if (++save->gathered == OBJECTS_A_STREAM)
        flush_objects(save);
}

/* Rows of the table, each less the one above it (PNG predictor "up"): zeros pack well. */
static void put_rows(const struct save *save, struct textbuf *rows) {
    unsigned char above[ROW] = {0};
    char *to = textbuf_room(rows, (size_t)save->count * (ROW + 1));
    for (uint32_t i = 0; i < save->count; i++) {
        const struct location *at = &save->locations[i];
        const unsigned char row[ROW] = {at->type,
                                        (unsigned char)(at->where >> 24),
                                        (unsigned char)(at->where >> 16),
                                        (unsigned char)(at->where >> 8),
                                        (unsigned char)at->where,
                                        (unsigned char)(at->index >> 8),
                                        (unsigned char)at->index};
        *to++ = 2;
        for (unsigned k = 0; k < ROW; k++)
            *to++ = (char)(unsigned char)(row[k] - above[k]);
        memcpy(above, row, ROW);
    }
    *to = '\0';
    rows->length += (size_t)save->count * (ROW + 1);
}

static void put_table(struct save *save, const char *identifier) {
    struct textbuf rows;
    textbuf_init(&rows, save->arena);
    uint32_t number = save->count - 1;
    size_t start = save->out->length;
    locate_here(save, number);
    put_rows(save, &rows);
    const char *entries = arena_printf(
        save->arena,
        "/Type/XRef/Size %u/W[1 4 2]/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns %u>>"
        "/Root %u 0 R/Info %u 0 R/ID[<%s><%s>]",
        save->count, ROW, pdfobject_root(save->store), pdfobject_info_number(save->store),
        identifier, identifier);
    put_deflated(save, number, entries, &rows);
    textbuf_printf(save->out, "startxref\n%zu\n%%%%EOF\n", start);
}

bool pdfsave_write(struct arena *arena, struct pdfobject_store *store, const char *identifier,
                   struct textbuf *out) {
    uint32_t objects = pdfobject_count(store), values = 0;
    /* At most this many object streams; unused numbers at the end are not in the file. */
    uint32_t streams = objects / OBJECTS_A_STREAM + 1;
    struct save save = {.arena = arena, .store = store, .out = out, .stream = objects};
    save.locations = arena_array(arena, (size_t)objects + streams + 1, sizeof *save.locations);
    textbuf_init(&save.index, arena);
    textbuf_init(&save.bodies, arena);
    save.locations[0].index = UINT16_MAX;
    textbuf_str(out, "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n");
    for (uint32_t i = 1; i < objects; i++) {
        struct pdfobject object = pdfobject_at(store, i);
        if (object.kind == PDFOBJECT_STREAM)
            put_stream(&save, i, object.text, object.text_length, object.bytes, object.length);
        else if (object.kind == PDFOBJECT_VALUE)
            gather(&save, i, &object);
        else
            save.locations[i].index = UINT16_MAX;
        values += object.kind == PDFOBJECT_VALUE;
    }
    flush_objects(&save);
    save.count = save.stream + 1;
    put_table(&save, identifier);
    return values > 0 && !pdfobject_problem(store);
}

#include "output/pdfobject.h"

#include "base/utf8.h"
#include "base/vec.h"
#include <assert.h>
#include <hpdf.h>
#include <hpdf_mmgr.h>
#include <hpdf_objects.h>
#include <hpdf_pages.h>
#include <hpdf_streams.h>
#include <libdeflate.h>
#include <string.h>

/* Of a packet of 38 pages: contents 219 kB in 2.8 ms at level 1, 216 in 4.1 at 2, 200 in 6.0 at 5;
 * objects 147 kB in 1.6 ms at 1, 139 in 2.6 at 2, 122 in 3.9 at 5; fonts and maps 30 kB at any.  A
 * file of a tenth less is not worth a tenth of the job's time. */
#define DEFLATE_LEVEL 1
/* Below this a stream gains nothing by deflating. */
#define DEFLATE_FROM 64u

/* What hangs on a libharu object of ours or beside one of its own. */
struct addition {
    uint32_t number;
    bool stream;
    struct textbuf body;
    const void *bytes; /* of the stream, deflated already */
    size_t length;
    pdfobject_write_fn *write; /* says the body when it is asked for; NULL: there it is */
    void *user;
};

struct pdfobject_store {
    struct arena *arena;
    HPDF_Doc doc;
    struct libdeflate_compressor *compressor;
    const char *why;
    HPDF_Page page;                   /* the newest */
    VEC(struct addition *) additions; /* by rising number, but for the catalog's and Info's */
    VEC(struct addition *) numbered;  /* at its number, made when the file is written */
    VEC(uint8_t) dropped;             /* at its number: libharu's Length objects */
    uint32_t first_reserved, reserved_count; /* 0: none */
    pdfobject_write_fn *write_reserved;
    void *reserved_user;
    struct textbuf scratch, data;
};

/* ---- life ----------------------------------------------------------------------------------- */

static void release_store(void *handle) {
    struct pdfobject_store *store = handle;
    if (store->doc)
        HPDF_Free(store->doc);
    store->doc = NULL;
    if (store->compressor)
        libdeflate_free_compressor(store->compressor);
    store->compressor = NULL;
}

struct pdfobject_store *pdfobject_open(struct arena *arena) {
    struct pdfobject_store *store = arena_alloc(arena, sizeof *store);
    store->arena = arena;
    arena_defer(arena, release_store, store);
    textbuf_init(&store->scratch, arena);
    textbuf_init(&store->data, arena);
    store->doc = HPDF_New(NULL, NULL);
    store->compressor = libdeflate_alloc_compressor(DEFLATE_LEVEL);
    if (store->doc && store->compressor)
        return store;
    release_store(store);
    return NULL;
}

void pdfobject_close(struct pdfobject_store *store) {
    release_store(store);
}

void pdfobject_fail(struct pdfobject_store *store, const char *why) {
    if (!store->why)
        store->why = why;
}

const char *pdfobject_problem(const struct pdfobject_store *store) {
    if (store->why)
        return store->why;
    return HPDF_GetError(store->doc) == HPDF_OK ? NULL : "the PDF library failed";
}

const char *pdfobject_library(void) {
    return "Haru Free PDF Library " HPDF_VERSION_TEXT;
}

static void require(struct pdfobject_store *store, HPDF_STATUS status) {
    if (status != HPDF_OK)
        pdfobject_fail(store, "the PDF library is out of memory");
}

/* ---- making objects ------------------------------------------------------------------------- */

static uint32_t number_of(const HPDF_Obj_Header *header) {
    return header->obj_id & 0x00FFFFFFu;
}

static struct addition *add_to(struct pdfobject_store *store, uint32_t number) {
    struct addition *addition = arena_alloc(store->arena, sizeof *addition);
    addition->number = number;
    textbuf_init(&addition->body, store->arena);
    vec_push(store->arena, &store->additions, addition);
    return addition;
}

/* An empty dictionary in libharu's table; its text stays with us. */
static struct addition *new_object(struct pdfobject_store *store) {
    assert(store->first_reserved == 0);
    HPDF_Dict dict = HPDF_Dict_New(store->doc->mmgr);
    uint32_t number = 0;
    if (!dict)
        pdfobject_fail(store, "the PDF library is out of memory");
    else if (HPDF_Xref_Add(store->doc->xref, dict) != HPDF_OK) /* frees the dictionary itself */
        pdfobject_fail(store, "the PDF library takes no more objects");
    else
        number = number_of(&dict->header);
    return add_to(store, number);
}

uint32_t pdfobject_dict(struct pdfobject_store *store, struct textbuf **body) {
    struct addition *addition = new_object(store);
    *body = &addition->body;
    return addition->number;
}

uint32_t pdfobject_made(struct pdfobject_store *store, const struct textbuf *body) {
    struct addition *addition = new_object(store);
    addition->body.bytes = arena_strndup(store->arena, textbuf_text(body), body->length);
    addition->body.length = body->length;
    addition->body.capacity = body->length + 1;
    return addition->number;
}

uint32_t pdfobject_later(struct pdfobject_store *store, pdfobject_write_fn *write, void *user) {
    struct addition *addition = new_object(store);
    addition->write = write;
    addition->user = user;
    return addition->number;
}

const void *pdfobject_deflate(struct pdfobject_store *store, const void *bytes, size_t length,
                              size_t *deflated) {
    const size_t bound = libdeflate_zlib_compress_bound(store->compressor, length);
    struct textbuf *data = &store->data;
    if (data->capacity < bound) {
        data->bytes = arena_resize(store->arena, data->bytes, data->capacity, bound);
        data->capacity = bound;
    }
    *deflated =
        libdeflate_zlib_compress(store->compressor, bytes, length, data->bytes, data->capacity);
    return data->bytes;
}

/* Bytes of a stream, deflated; false if that does not make them fewer. */
static bool keep_deflated(struct pdfobject_store *store, struct addition *addition,
                          const void *bytes, size_t length, size_t most) {
    size_t deflated = 0;
    const void *smaller = pdfobject_deflate(store, bytes, length, &deflated);
    if (deflated == 0 || deflated > most)
        return false;
    addition->bytes = arena_strndup(store->arena, smaller, deflated);
    addition->length = deflated;
    textbuf_str(&addition->body, "/Filter/FlateDecode");
    return true;
}

uint32_t pdfobject_stream(struct pdfobject_store *store, const char *entries, const void *bytes,
                          size_t length, bool deflate) {
    struct addition *addition = new_object(store);
    addition->stream = true;
    addition->bytes = bytes;
    addition->length = length;
    textbuf_str(&addition->body, entries);
    if (deflate && length >= DEFLATE_FROM)
        keep_deflated(store, addition, bytes, length, length - 1);
    return addition->number;
}

uint32_t pdfobject_page(struct pdfobject_store *store, struct textbuf **entries) {
    assert(store->first_reserved == 0);
    store->page = HPDF_AddPage(store->doc);
    if (!store->page) {
        pdfobject_fail(store, "the PDF library takes no more pages");
        *entries = &add_to(store, 0)->body;
        return 0;
    }
    /* Its own are inexact (binary fractions) or obsolete (ProcSet). */
    require(store, HPDF_Dict_RemoveElement(store->page, "MediaBox"));
    require(store, HPDF_Dict_RemoveElement(store->page, "Resources"));
    struct addition *addition = add_to(store, number_of(&store->page->header));
    *entries = &addition->body;
    return addition->number;
}

void pdfobject_content(struct pdfobject_store *store, const struct textbuf *content) {
    if (!store->page || !store->page->attr)
        return;
    /* Readers dislike a deflated stream of no bytes. */
    const char *bytes = content->length ? content->bytes : "\n";
    size_t length = content->length ? content->length : 1;
    /* libharu would keep it in pieces of a size of its own. */
    HPDF_PageAttr attr = (HPDF_PageAttr)store->page->attr;
    struct addition *addition = add_to(store, number_of(&attr->contents->header));
    addition->stream = true;
    if (!keep_deflated(store, addition, bytes, length, SIZE_MAX))
        pdfobject_fail(store, "a page is too large");
}

struct textbuf *pdfobject_catalog(struct pdfobject_store *store) {
    return &add_to(store, pdfobject_root(store))->body;
}

struct textbuf *pdfobject_info(struct pdfobject_store *store) {
    /* HPDF_New writes its own name there. */
    if (store->doc->info)
        require(store, HPDF_Dict_RemoveElement(store->doc->info, "Producer"));
    else
        pdfobject_fail(store, "the PDF library is out of memory");
    return &add_to(store, pdfobject_info_number(store))->body;
}

uint32_t pdfobject_reserve(struct pdfobject_store *store, uint32_t count, pdfobject_write_fn *write,
                           void *user) {
    assert(store->first_reserved == 0);
    store->first_reserved = store->doc->xref->entries->count;
    store->reserved_count = count;
    store->write_reserved = write;
    store->reserved_user = user;
    return store->first_reserved;
}

/* ---- reading them back ---------------------------------------------------------------------- */

uint32_t pdfobject_count(const struct pdfobject_store *store) {
    return store->doc->xref->entries->count + store->reserved_count;
}

uint32_t pdfobject_root(const struct pdfobject_store *store) {
    return number_of(&store->doc->catalog->header);
}

uint32_t pdfobject_info_number(const struct pdfobject_store *store) {
    return store->doc->info ? number_of(&store->doc->info->header) : 0;
}

static void *object_of(const struct pdfobject_store *store, uint32_t number) {
    HPDF_XrefEntry entry = HPDF_List_ItemAt(store->doc->xref->entries, number);
    return entry && entry->entry_typ == HPDF_IN_USE_ENTRY ? entry->obj : NULL;
}

static bool is_dict(const void *object) {
    const HPDF_Obj_Header *header = object;
    return (header->obj_class & HPDF_OCLASS_ANY) == HPDF_OCLASS_DICT;
}

/* Additions at their numbers, and which objects are only lengths of libharu's streams. */
static void index_objects(struct pdfobject_store *store) {
    uint32_t count = store->doc->xref->entries->count;
    store->numbered.items = arena_array(store->arena, count, sizeof(struct addition *));
    store->dropped.items = arena_array(store->arena, count, 1);
    store->numbered.count = store->dropped.count = count;
    for (size_t i = 0; i < store->additions.count; i++) {
        uint32_t number = store->additions.items[i]->number;
        assert(number < count);
        store->numbered.items[number] = store->additions.items[i];
    }
    for (uint32_t i = 1; i < count; i++) {
        HPDF_Dict dict = object_of(store, i);
        if (!dict || !is_dict(dict) || !dict->stream)
            continue;
        HPDF_Number length = HPDF_Dict_GetItem(dict, "Length", HPDF_OCLASS_NUMBER);
        if (length && number_of(&length->header) < count)
            store->dropped.items[number_of(&length->header)] = 1;
    }
}

static void copy_stream(struct textbuf *out, HPDF_Stream stream) {
    HPDF_UINT count = HPDF_MemStream_GetBufCount(stream);
    for (HPDF_UINT i = 0; i < count; i++) {
        HPDF_UINT length = 0;
        const HPDF_BYTE *bytes = HPDF_MemStream_GetBufPtr(stream, i, &length);
        if (bytes)
            textbuf_bytes(out, bytes, length);
    }
}

/* What libharu would write for a value, as text. */
static void write_library_value(struct pdfobject_store *store, struct textbuf *out, void *value) {
    HPDF_Stream stream = HPDF_MemStream_New(store->doc->mmgr, 512);
    if (!stream) {
        pdfobject_fail(store, "the PDF library is out of memory");
        return;
    }
    require(store, HPDF_Obj_Write(value, stream, NULL));
    copy_stream(out, stream);
    HPDF_Stream_Free(stream);
}

static bool is_hidden(const void *value) {
    const HPDF_Obj_Header *header = value;
    return header->obj_id & HPDF_OTYPE_HIDDEN;
}

/* The entries of one of libharu's dictionaries, then ours. */
static void write_entries(struct pdfobject_store *store, struct textbuf *out, HPDF_Dict dict,
                          const struct addition *addition) {
    if (dict->before_write_fn)
        require(store, dict->before_write_fn(dict));
    for (HPDF_UINT i = 0; i < dict->list->count; i++) {
        HPDF_DictElement element = HPDF_List_ItemAt(dict->list, i);
        if (!element || !element->value || is_hidden(element->value) ||
            (dict->stream &&
             (strcmp(element->key, "Length") == 0 || strcmp(element->key, "Filter") == 0)))
            continue;
        textbuf_char(out, '/');
        textbuf_str(out, element->key);
        textbuf_char(out, ' ');
        write_library_value(store, out, element->value);
    }
    if (addition && addition->write)
        addition->write(addition->user, 0, out);
    else if (addition)
        textbuf_bytes(out, textbuf_text(&addition->body), addition->body.length);
}

static struct pdfobject library_object(struct pdfobject_store *store, uint32_t number) {
    const struct addition *addition = store->numbered.items[number];
    void *object = store->dropped.items[number] ? NULL : object_of(store, number);
    struct pdfobject result = {.kind = PDFOBJECT_FREE};
    if (!object)
        return result;
    textbuf_clear(&store->scratch);
    if (addition && addition->stream) {
        textbuf_bytes(&store->scratch, textbuf_text(&addition->body), addition->body.length);
        result = (struct pdfobject){
            .kind = PDFOBJECT_STREAM, .bytes = addition->bytes, .length = addition->length};
    } else if (!is_dict(object)) {
        result.kind = PDFOBJECT_VALUE;
        write_library_value(store, &store->scratch, object);
    } else if (((HPDF_Dict)object)->stream) {
        HPDF_Dict dict = object;
        write_entries(store, &store->scratch, dict, addition);
        textbuf_clear(&store->data);
        copy_stream(&store->data, dict->stream);
        result = (struct pdfobject){.kind = PDFOBJECT_STREAM,
                                    .bytes = textbuf_text(&store->data),
                                    .length = store->data.length};
    } else {
        result.kind = PDFOBJECT_VALUE;
        textbuf_str(&store->scratch, "<<");
        write_entries(store, &store->scratch, object, addition);
        textbuf_str(&store->scratch, ">>");
    }
    result.text = textbuf_text(&store->scratch);
    result.text_length = store->scratch.length;
    return result;
}

struct pdfobject pdfobject_at(struct pdfobject_store *store, uint32_t number) {
    if (!store->numbered.items)
        index_objects(store);
    if (number < store->doc->xref->entries->count)
        return library_object(store, number);
    const uint32_t which = number - store->first_reserved;
    assert(which < store->reserved_count);
    textbuf_clear(&store->scratch);
    textbuf_str(&store->scratch, "<<");
    store->write_reserved(store->reserved_user, which, &store->scratch);
    textbuf_str(&store->scratch, ">>");
    return (struct pdfobject){.kind = PDFOBJECT_VALUE,
                              .text = textbuf_text(&store->scratch),
                              .text_length = store->scratch.length};
}

/* ---- values --------------------------------------------------------------------------------- */

void pdfobject_reference(struct textbuf *out, uint32_t number) {
    textbuf_int(out, number);
    memcpy(textbuf_room(out, 4), " 0 R", 5);
    out->length += 4;
}

/* Of a number below one nothing stands before the point. */
static char *put_whole(char *to, uint32_t value) {
    if (value < 10000)
        return textbuf_digits(to, value);
    to = textbuf_digits(to, value / 10000);
    for (uint32_t unit = 1000; unit > 0; unit /= 10)
        *to++ = (char)('0' + value / unit % 10);
    return to;
}

void pdfobject_hundredths(struct textbuf *out, int32_t value, char after) {
    char *const room = textbuf_room(out, 16), *to = room;
    const uint32_t size = value < 0 ? 0 - (uint32_t)value : (uint32_t)value;
    const uint32_t tenths = size % 100 / 10, rest = size % 10;
    if (value < 0)
        *to++ = '-';
    to = put_whole(to, size / 100);
    if (tenths || rest) {
        *to++ = '.';
        *to++ = (char)('0' + tenths);
        if (rest)
            *to++ = (char)('0' + rest);
    } else if (size == 0) {
        *to++ = '0';
    }
    *to++ = after;
    *to = '\0';
    out->length += (size_t)(to - room);
}

void pdfobject_length(struct textbuf *out, mp length, char after) {
    pdfobject_hundredths(out, (length + (length < 0 ? -5 : 5)) / 10, after);
}

void pdfobject_hex16(struct textbuf *out, uint32_t value) {
    static const char digits[] = "0123456789ABCDEF";
    char hex[4] = {digits[value >> 12 & 15], digits[value >> 8 & 15], digits[value >> 4 & 15],
                   digits[value & 15]};
    textbuf_bytes(out, hex, sizeof hex);
}

void pdfobject_utf16(struct textbuf *out, const char *text, size_t bytes) {
    for (size_t at = 0; at < bytes;) {
        uint32_t rune = utf8_next(text, bytes, &at);
        if (rune >= 0x10000) {
            pdfobject_hex16(out, 0xD800 + ((rune - 0x10000) >> 10));
            rune = 0xDC00 + ((rune - 0x10000) & 0x3FF);
        }
        pdfobject_hex16(out, rune);
    }
}

static bool is_ascii(const char *text) {
    for (; *text; text++)
        if (*text < 0x20 || *text > 0x7E)
            return false;
    return true;
}

void pdfobject_text(struct textbuf *out, const char *text) {
    if (!is_ascii(text)) {
        textbuf_str(out, "<FEFF");
        pdfobject_utf16(out, text, strlen(text));
        textbuf_char(out, '>');
        return;
    }
    textbuf_char(out, '(');
    for (; *text; text++) {
        if (*text == '(' || *text == ')' || *text == '\\')
            textbuf_char(out, '\\');
        textbuf_char(out, *text);
    }
    textbuf_char(out, ')');
}

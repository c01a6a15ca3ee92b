#include "xml/xmlread.h"
#include "base/bounds.h"
#include "base/textbuf.h"
#include "base/utf8.h"
#include "xml/xmlscan.h"
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlschemas.h>
#include <stdint.h>
#include <string.h>

#define CHUNK       16384
#define FIRST_CHUNK 1024 /* whoever asks for the root alone has it read no further */

enum event_kind { EVENT_START, EVENT_END, EVENT_TEXT, EVENT_BREACH };

/* One thing found.  Names and namespaces belong to the parser's dictionary and live as long as it
 * does; values and text lie in the queue's bytes, NUL-terminated, one after the other. */
struct event {
    enum event_kind kind;
    uint32_t line, column;
    size_t at, length; /* text, or the first attribute's value */
    const char *name, *space;
    size_t names;                  /* of START: the first of its names in the queue, */
    size_t attributes, namespaces; /* two for each attribute, then its namespaces */
};

enum stop_reason {
    STOP_NONE,
    STOP_CALLBACK,
    STOP_DOCTYPE,
    STOP_DEPTH,
    STOP_ATTRIBUTES,
    STOP_NAMES,
    STOP_ERROR, /* message holds the parser's words */
    STOP_NAMESPACE,
    STOP_MEMORY
};

struct reader {
    struct arena *arena;
    const char *path;
    struct diags *diags;
    struct xmlscan_text text;
    struct xmlscan_cursor cursor;
    const struct xmlread_handler *handler;
    xmlParserCtxt *parser;
    xmlSchemaSAXPlugStruct *plug;
    struct event *events;
    size_t event_count, event_capacity;
    const char **names;
    size_t name_count, name_capacity;
    char *bytes;
    size_t byte_count, byte_capacity;
    unsigned depth;
    size_t tag_end; /* of the last tag noted */
    enum stop_reason stop;
    struct place here; /* of the last element begun or ended */
    char message[256];
};

/* ---- inside libxml2: only arena_try, never unwinding ---- */

static void halt(struct reader *reader, enum stop_reason reason) {
    if (reader->stop == STOP_NONE) {
        reader->stop = reason;
    }
    if (reader->parser) {
        xmlStopParser(reader->parser);
    }
}

/* Room for `more` bytes in the queue. */
static bool reserve(struct reader *reader, size_t more) {
    if (reader->byte_capacity - reader->byte_count >= more) {
        return true;
    }
    size_t capacity = (reader->byte_count + more) * 2;
    char *grown = arena_try(reader->arena, capacity);
    if (!grown) {
        halt(reader, STOP_MEMORY);
        return false;
    }
    if (reader->byte_count) {
        memcpy(grown, reader->bytes, reader->byte_count);
    }
    reader->bytes = grown;
    reader->byte_capacity = capacity;
    return true;
}

static bool put(struct reader *reader, const void *text, size_t length) {
    if (!reserve(reader, length + 1)) {
        return false;
    }
    if (length) {
        memcpy(reader->bytes + reader->byte_count, text, length);
    }
    reader->bytes[reader->byte_count + length] = '\0';
    reader->byte_count += length + 1;
    return true;
}

/* An attribute's value.  libxml2 hands over each ampersand as "&#38;" when it is not asked to
 * replace entities; since no other text can look like that, undoing it is exact. */
static bool put_value(struct reader *reader, const char *value, size_t length) {
    if (!reserve(reader, length + 1)) {
        return false;
    }
    char *out = reader->bytes + reader->byte_count;
    while (length > 0) {
        const char *ampersand = memchr(value, '&', length);
        size_t plain = ampersand ? (size_t)(ampersand - value) + 1 : length;
        memcpy(out, value, plain);
        out += plain;
        if (length - plain >= 4 && ampersand && memcmp(ampersand, "&#38;", 5) == 0) {
            plain += 4;
        }
        value += plain;
        length -= plain;
    }
    *out++ = '\0';
    reader->byte_count = (size_t)(out - reader->bytes);
    return true;
}

static const char *or_empty(const xmlChar *name) {
    return name ? (const char *)name : "";
}

/* Room for so many more names in the queue. */
static bool reserve_names(struct reader *reader, size_t more) {
    while (reader->name_capacity - reader->name_count < more) {
        const char **grown = arena_try_grow(reader->arena, reader->names, reader->name_capacity,
                                            &reader->name_capacity, sizeof *grown);
        if (!grown) {
            halt(reader, STOP_MEMORY);
            return false;
        }
        reader->names = grown;
    }
    return true;
}

static struct event *add_event(struct reader *reader, enum event_kind kind) {
    struct event *grown = arena_try_grow(reader->arena, reader->events, reader->event_count,
                                         &reader->event_capacity, sizeof *grown);
    if (!grown) {
        halt(reader, STOP_MEMORY);
        return NULL;
    }
    reader->events = grown;
    struct event *event = &grown[reader->event_count++];
    *event = (struct event){.kind = kind,
                            .line = reader->here.line,
                            .column = reader->here.column,
                            .at = reader->byte_count};
    return event;
}

/* Where the parser stands, as an offset into our text. */
static size_t offset_of(const struct reader *reader) {
    long consumed = xmlByteConsumed(reader->parser);
    size_t offset = consumed < 0 ? reader->cursor.offset : (size_t)consumed;
    return offset < reader->text.length ? offset : reader->text.length;
}

/* Notes the place of the tag that ends where the parser stands.  '<' cannot stand inside a tag. */
static void note_tag(struct reader *reader) {
    size_t end = offset_of(reader);
    if (end == reader->tag_end) {
        return; /* the end of an empty element is told where it begins */
    }
    reader->tag_end = end;
    size_t from = reader->cursor.offset, offset = from;
    const char *open = end > from ? memrchr(reader->text.bytes + from, '<', end - from) : NULL;
    if (open) {
        offset = (size_t)(open - reader->text.bytes);
    }
    reader->here = xmlscan_place(&reader->cursor, &reader->text, reader->path, offset);
}

static void on_start(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *space,
                     int namespace_count, const xmlChar **namespaces, int attribute_count,
                     int defaulted, const xmlChar **attributes) {
    (void)prefix;
    (void)defaulted;
    struct reader *reader = user;
    if (reader->stop != STOP_NONE) {
        return;
    }
    note_tag(reader);
    if (++reader->depth > BOUND_DEPTH) {
        halt(reader, STOP_DEPTH);
        return;
    }
    if (attribute_count + namespace_count > (int)BOUND_ATTRIBUTES) {
        halt(reader, STOP_ATTRIBUTES);
        return;
    }
    /* The parser's table of names has a fixed number of chains: many names make it crawl. */
    if (xmlDictSize(reader->parser->dict) > (int)BOUND_NAMES) {
        halt(reader, STOP_NAMES);
        return;
    }
    struct event *event = add_event(reader, EVENT_START);
    if (!event) {
        return;
    }
    event->name = (const char *)name;
    event->space = or_empty(space);
    event->names = reader->name_count;
    event->attributes = (size_t)attribute_count;
    event->namespaces = (size_t)namespace_count;
    if (!reserve_names(reader, 2 * event->attributes + event->namespaces)) {
        return;
    }
    const char **names = reader->names + reader->name_count;
    reader->name_count += 2 * event->attributes + event->namespaces;
    for (size_t i = 0; i < event->attributes; i++) {
        const xmlChar **parts = attributes + i * 5;
        *names++ = (const char *)parts[0];
        *names++ = or_empty(parts[2]);
        if (!put_value(reader, (const char *)parts[3], (size_t)(parts[4] - parts[3]))) {
            return;
        }
    }
    for (size_t i = 0; i < event->namespaces; i++) {
        *names++ = or_empty(namespaces[i * 2 + 1]);
    }
}

static void on_end(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *space) {
    (void)name;
    (void)prefix;
    (void)space;
    struct reader *reader = user;
    if (reader->stop != STOP_NONE) {
        return;
    }
    note_tag(reader);
    reader->depth--;
    add_event(reader, EVENT_END);
}

static void on_text(void *user, const xmlChar *text, int length) {
    struct reader *reader = user;
    if (reader->stop != STOP_NONE || length <= 0) {
        return;
    }
    struct event *event = add_event(reader, EVENT_TEXT);
    if (event && put(reader, text, (size_t)length)) {
        event->length = (size_t)length;
    }
}

static void on_doctype(void *user, const xmlChar *name, const xmlChar *public_id,
                       const xmlChar *system_id) {
    (void)name;
    (void)public_id;
    (void)system_id;
    note_tag(user);
    halt(user, STOP_DOCTYPE);
}

/* Keeps the first sentence of libxml2's message, without the name of its function. */
static void keep_message(struct reader *reader, const char *message) {
    const char *text = message ? message : "unknown error";
    if (strncmp(text, "xmlParse", 8) == 0 || strncmp(text, "xmlSAX", 6) == 0) {
        const char *colon = strchr(text, ':');
        text = colon ? colon + 1 : text;
    }
    while (*text == ' ') {
        text++;
    }
    size_t length = strcspn(text, "\n");
    if (length >= sizeof reader->message) {
        length = sizeof reader->message - 1;
        while (length > 0 && ((unsigned char)text[length] & 0xC0u) == 0x80u) {
            length--;
        }
    }
    memcpy(reader->message, text, length);
    reader->message[length] = '\0';
}

static void on_error(void *user, xmlError *error) {
    struct reader *reader = user;
    if (reader->stop != STOP_NONE || error->level == XML_ERR_WARNING) {
        return;
    }
    if (error->code == XML_ERR_NO_MEMORY) {
        halt(reader, STOP_MEMORY);
        return;
    }
    keep_message(reader, error->message);
    reader->here = xmlscan_place(&reader->cursor, &reader->text, reader->path, offset_of(reader));
    halt(reader, error->domain == XML_FROM_NAMESPACE ? STOP_NAMESPACE : STOP_ERROR);
}

/* A breach of the schema: queued, because the validator is still running. */
static void on_breach(void *user, xmlError *error) {
    struct reader *reader = user;
    if (reader->stop != STOP_NONE) {
        return;
    }
    if (error->code == XML_ERR_NO_MEMORY) {
        halt(reader, STOP_MEMORY);
        return;
    }
    struct event *event = add_event(reader, EVENT_BREACH);
    if (event) {
        const char *message = error->message ? error->message : "";
        put(reader, message, strcspn(message, "\n"));
    }
}

/* Nothing outside the file is ever read. */
static xmlParserInput *refuse_entity(const char *url, const char *id, xmlParserCtxt *context) {
    (void)url;
    (void)id;
    (void)context;
    return NULL;
}

/* ---- outside libxml2 ---- */

static bool deliver_start(struct reader *reader, const struct event *event) {
    struct xmlread_attribute attributes[BOUND_ATTRIBUTES];
    const char **names = reader->names + event->names;
    const char *value = reader->bytes + event->at;
    struct xmlread_element element = {.name = event->name,
                                      .space = event->space,
                                      .line = event->line,
                                      .column = event->column,
                                      .attribute_count = event->attributes,
                                      .attributes = attributes,
                                      .namespace_count = event->namespaces,
                                      .namespaces = names + 2 * event->attributes};
    for (size_t i = 0; i < event->attributes; i++) {
        attributes[i] = (struct xmlread_attribute){names[2 * i], names[2 * i + 1], value};
        value += strlen(value) + 1;
    }
    return !reader->handler->start || reader->handler->start(reader->handler->user, &element);
}

/* "Element '{urn:x}a': ..." -> "element 'a': ..." */
static const char *plain_words(struct arena *arena, const char *message) {
    struct textbuf out;
    textbuf_init(&out, arena);
    for (const char *at = message; *at; at++) {
        if (*at == '{') {
            const char *close = strchr(at, '}');
            if (close) {
                at = close;
                continue;
            }
        }
        textbuf_char(&out, at == message && *at == 'E' ? 'e' : *at);
    }
    return textbuf_text(&out);
}

static bool deliver(struct reader *reader, const struct event *event) {
    const struct xmlread_handler *handler = reader->handler;
    switch (event->kind) {
    case EVENT_START:
        return deliver_start(reader, event);
    case EVENT_END:
        return !handler->end || handler->end(handler->user);
    case EVENT_TEXT:
        return !handler->text ||
               handler->text(handler->user, reader->bytes + event->at, event->length);
    case EVENT_BREACH:
        break;
    }
    struct place place = {.file = reader->path, .line = event->line, .column = event->column};
    diag_report(reader->diags, BP1016, place, plain_words(reader->arena, reader->bytes + event->at),
                NULL);
    return !diags_full(reader->diags);
}

/* Hands over what was queued; what follows an error in the same chunk was never queued. */
static void deliver_all(struct reader *reader) {
    if (reader->stop == STOP_MEMORY) {
        return; /* the last thing queued may be half there */
    }
    for (size_t i = 0; i < reader->event_count; i++) {
        if (!deliver(reader, &reader->events[i])) {
            reader->stop = STOP_CALLBACK;
            break;
        }
    }
    reader->event_count = 0;
    reader->name_count = 0;
    reader->byte_count = 0;
}

/* Memory is gone: the arena's hook ends the job. */
static void give_up(struct reader *reader) {
    arena_alloc(reader->arena, SIZE_MAX / 4);
}

static void release_parser(void *handle) {
    struct reader *reader = handle;
    if (reader->plug) {
        xmlSchemaSAXUnplug(reader->plug);
        reader->plug = NULL;
    }
    if (reader->parser) {
        xmlFreeParserCtxt(reader->parser);
        reader->parser = NULL;
    }
}

static void open_parser(struct reader *reader, xmlSchemaValidCtxt *schema) {
    xmlInitParser();
    xmlSetExternalEntityLoader(refuse_entity); /* the one process-wide setting */
    xmlSAXHandler sax = {.initialized = XML_SAX2_MAGIC,
                         .startElementNs = on_start,
                         .endElementNs = on_end,
                         .characters = on_text,
                         .ignorableWhitespace = on_text,
                         .cdataBlock = on_text,
                         .internalSubset = on_doctype,
                         .serror = on_error};
    reader->parser = xmlCreatePushParserCtxt(&sax, reader, NULL, 0, NULL);
    arena_defer(reader->arena, release_parser, reader);
    if (!reader->parser) {
        give_up(reader);
        return;
    }
    xmlCtxtUseOptions(reader->parser, XML_PARSE_NONET | XML_PARSE_BIG_LINES);
    if (schema) {
        xmlSchemaSetValidStructuredErrors(schema, on_breach, reader);
        reader->plug = xmlSchemaSAXPlug(schema, &reader->parser->sax, &reader->parser->userData);
        if (!reader->plug) {
            give_up(reader);
        }
    }
}

static enum xmlread_result report_stop(struct reader *reader) {
    struct arena *arena = reader->arena;
    switch (reader->stop) {
    case STOP_NONE:
        return XMLREAD_DONE;
    case STOP_CALLBACK:
        return XMLREAD_STOPPED;
    case STOP_DOCTYPE:
        diag_report(reader->diags, BP1002, reader->here, NULL);
        break;
    case STOP_DEPTH:
        diag_report(reader->diags, BP1005, reader->here, arena_printf(arena, "%u", BOUND_DEPTH),
                    NULL);
        break;
    case STOP_ATTRIBUTES:
        diag_report(reader->diags, BP1006, reader->here,
                    arena_printf(arena, "%u", BOUND_ATTRIBUTES), NULL);
        break;
    case STOP_NAMES:
        diag_report(reader->diags, BP1021, reader->here, arena_printf(arena, "%u", BOUND_NAMES),
                    NULL);
        break;
    case STOP_NAMESPACE:
        diag_report(reader->diags, BP1007, reader->here, reader->message, NULL);
        break;
    case STOP_ERROR:
        diag_report(reader->diags, BP1001, reader->here, reader->message, NULL);
        break;
    case STOP_MEMORY:
        give_up(reader);
        break;
    }
    return XMLREAD_REFUSED;
}

enum xmlread_result xmlread_validate(struct arena *arena, const char *path, const char *bytes,
                                     size_t length, struct diags *diags,
                                     const struct xmlread_handler *handler,
                                     xmlSchemaValidCtxt *schema) {
    struct reader *reader = arena_alloc(arena, sizeof *reader);
    *reader = (struct reader){.arena = arena,
                              .path = path,
                              .diags = diags,
                              .handler = handler,
                              .here = {.file = path, .line = 1, .column = 1}};
    /* There from the start: an element without attributes points into them too. */
    reader->byte_capacity = CHUNK;
    reader->bytes = arena_alloc(arena, reader->byte_capacity);
    reader->name_capacity = BOUND_ATTRIBUTES;
    reader->names = arena_array(arena, reader->name_capacity, sizeof *reader->names);
    if (!xmlscan_accept(arena, path, bytes, length, diags, &reader->text)) {
        return XMLREAD_REFUSED;
    }
    open_parser(reader, schema);
    for (size_t at = 0, size; at < reader->text.length && reader->stop == STOP_NONE; at += size) {
        const size_t left = reader->text.length - at, most = at == 0 ? FIRST_CHUNK : CHUNK;
        size = left < most ? left : most;
        xmlParseChunk(reader->parser, reader->text.bytes + at, (int)size, size == left);
        deliver_all(reader);
    }
    bool complete = reader->parser->wellFormed && reader->parser->nsWellFormed;
    release_parser(reader);
    if (reader->stop == STOP_NONE && !complete) {
        /* The parser always says why; this line keeps a silent refusal from passing as success. */
        memcpy(reader->message, "incomplete", sizeof "incomplete");
        reader->stop = STOP_ERROR;
    }
    return report_stop(reader);
}

enum xmlread_result xmlread_parse(struct arena *arena, const char *path, const char *bytes,
                                  size_t length, struct diags *diags,
                                  const struct xmlread_handler *handler) {
    return xmlread_validate(arena, path, bytes, length, diags, handler, NULL);
}

const char *xmlread_value(const struct xmlread_element *element, const char *space,
                          const char *name) {
    for (size_t i = 0; i < element->attribute_count; i++) {
        const struct xmlread_attribute *attribute = &element->attributes[i];
        if (strcmp(attribute->name, name) == 0 &&
            (attribute->space[0] == '\0' || strcmp(attribute->space, space) == 0)) {
            return attribute->value;
        }
    }
    return NULL;
}

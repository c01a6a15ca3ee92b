#include "xml/xmlcheck.h"
#include "xml/xmlread.h"
#include <assert.h>
#include <libxml/parser.h>
#include <libxml/xmlschemas.h>
#include <stdint.h>

struct check {
    xmlSchema *schema;
    xmlSchemaValidCtxt *context;
};

static void release(void *handle) {
    struct check *check = handle;
    if (check->context) {
        xmlSchemaFreeValidCtxt(check->context);
    }
    if (check->schema) {
        xmlSchemaFree(check->schema);
    }
    *check = (struct check){0};
}

/* Our own schema is at fault, unless memory ran out. */
static void on_schema_error(void *user, xmlError *error) {
    bool *malformed = user;
    *malformed = *malformed || error->code != XML_ERR_NO_MEMORY;
}

bool xmlcheck_valid(struct arena *arena, const char *path, const char *bytes, size_t length,
                    const char *schema, size_t schema_length, struct diags *diags) {
    struct check *check = arena_alloc(arena, sizeof *check);
    arena_defer(arena, release, check);
    xmlInitParser();
    bool malformed = false;
    xmlSchemaParserCtxt *compiler = xmlSchemaNewMemParserCtxt(schema, (int)schema_length);
    if (compiler) {
        xmlSchemaSetParserStructuredErrors(compiler, on_schema_error, &malformed);
        check->schema = xmlSchemaParse(compiler);
        xmlSchemaFreeParserCtxt(compiler);
    }
    check->context = check->schema ? xmlSchemaNewValidCtxt(check->schema) : NULL;
    assert(!malformed);
    if (!check->context) {
        arena_alloc(arena, SIZE_MAX / 4); /* memory is gone: the arena's hook ends the job */
        return false;
    }
    size_t before = diags_count(diags, DIAG_ERROR);
    struct xmlread_handler handler = {0};
    enum xmlread_result result =
        xmlread_validate(arena, path, bytes, length, diags, &handler, check->context);
    release(check);
    return result == XMLREAD_DONE && diags_count(diags, DIAG_ERROR) == before;
}

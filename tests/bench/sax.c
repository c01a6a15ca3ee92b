/* What reading costs at least: the file through libxml2's push parser, nothing done with what it
 * finds.
 * bench_sax FILE.xml */
#include <libxml/parser.h>
#include <stdio.h>
#include <stdlib.h>

#define CHUNK 16384

static void on_start(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *space,
                     int namespace_count, const xmlChar **namespaces, int attribute_count,
                     int defaulted, const xmlChar **attributes) {
    (void)user, (void)name, (void)prefix, (void)space, (void)namespace_count, (void)namespaces;
    (void)attribute_count, (void)defaulted, (void)attributes;
}

static void on_end(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *space) {
    (void)user, (void)name, (void)prefix, (void)space;
}

static void on_text(void *user, const xmlChar *text, int length) {
    (void)user, (void)text, (void)length;
}

int main(int count, char **arguments) {
    FILE *file = count == 2 ? fopen(arguments[1], "rb") : NULL;
    if (!file)
        return 2;
    xmlSAXHandler sax = {.initialized = XML_SAX2_MAGIC,
                         .startElementNs = on_start,
                         .endElementNs = on_end,
                         .characters = on_text,
                         .ignorableWhitespace = on_text};
    xmlParserCtxt *parser = xmlCreatePushParserCtxt(&sax, NULL, NULL, 0, NULL);
    static char chunk[CHUNK];
    size_t length;
    while (parser && (length = fread(chunk, 1, sizeof chunk, file)) > 0)
        xmlParseChunk(parser, chunk, (int)length, 0);
    if (!parser || xmlParseChunk(parser, chunk, 0, 1) != 0 || !parser->wellFormed)
        return 1;
    xmlFreeParserCtxt(parser);
    fclose(file);
    return 0;
}

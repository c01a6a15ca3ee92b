#include "output/pdfmeta.h"

#include "base/digest.h"
#include "base/version.h"
#include <string.h>

static const char producer[] = BOARDPACK_NAME " " BOARDPACK_VERSION;

/* ---- colour --------------------------------------------------------------------------------- */

#define PROFILE_TAGS  9u
#define CURVE_POINTS  256u
#define CURVE_BYTES   (12 + 2 * CURVE_POINTS)
#define TAG_TABLE_END (128 + 4 + 12 * PROFILE_TAGS)

static void put_big(struct textbuf *out, uint32_t value, int bytes) {
    for (int i = bytes - 1; i >= 0; i--)
        textbuf_char(out, (char)(value >> (8 * i) & 255));
}

static void put_zeros(struct textbuf *out, size_t count) {
    for (size_t i = 0; i < count; i++)
        textbuf_char(out, '\0');
}

/* t^2.4 by t^2 (t^0.2)^2; the fifth root by Newton's method, so that every machine finds the same
 * digits. */
static double power_2_4(double t) {
    double root = 1.0;
    for (int i = 0; i < 60; i++) {
        double fourth = root * root * root * root;
        root -= (fourth * root - t) / (5.0 * fourth);
    }
    return t * t * root * root;
}

/* Light of an sRGB value 0..255, of 65535. */
static uint32_t srgb_light(uint32_t value) {
    double v = (double)value / 255.0;
    double light = v <= 0.04045 ? v / 12.92 : power_2_4((v + 0.055) / 1.055);
    return (uint32_t)(light * 65535.0 + 0.5);
}

static void put_xyz(struct textbuf *out, const int32_t xyz[3]) {
    textbuf_str(out, "XYZ ");
    put_zeros(out, 4);
    for (int i = 0; i < 3; i++)
        put_big(out, (uint32_t)xyz[i], 4);
}

/* A profile description: ASCII, then empty Unicode and Macintosh forms; padded to 4. */
static void put_description(struct textbuf *out, const char *text) {
    uint32_t length = (uint32_t)strlen(text) + 1;
    size_t start = out->length;
    textbuf_str(out, "desc");
    put_zeros(out, 4);
    put_big(out, length, 4);
    textbuf_bytes(out, text, length);
    put_zeros(out, 4 + 4 + 2 + 1 + 67);
    put_zeros(out, (4 - (out->length - start) % 4) % 4);
}

static void put_profile_header(struct textbuf *out, uint32_t size) {
    put_big(out, size, 4);
    put_zeros(out, 4);
    put_big(out, 0x02100000, 4);
    textbuf_str(out, "mntrRGB XYZ ");
    /* The date of the standard's profile, for this is a constant. */
    static const uint16_t date[] = {1999, 10, 18, 0, 0, 0};
    for (int i = 0; i < 6; i++)
        put_big(out, date[i], 2);
    textbuf_str(out, "acsp");
    put_zeros(out, 4 + 4 + 4 + 4 + 8);
    put_zeros(out, 4); /* perceptual */
    put_big(out, 0xF6D6, 4);
    put_big(out, 0x10000, 4);
    put_big(out, 0xD32D, 4);
    put_zeros(out, 4 + 44);
}

void pdfmeta_profile(struct textbuf *out) {
    /* In 1/65536: the white point D50 and the primaries of IEC 61966-2-1 adapted to it. */
    static const int32_t white[] = {0xF6D6, 0x10000, 0xD32D};
    static const int32_t primaries[3][3] = {
        {0x6FA2, 0x38F5, 0x0390}, {0x6299, 0xB785, 0x18DA}, {0x24A0, 0x0F84, 0xB6CF}};
    static const char description[] = "sRGB";
    static const char right[] = "No copyright, use freely";
    uint32_t desc_size = 12 + sizeof description + 78;
    desc_size = (desc_size + 3) / 4 * 4;
    uint32_t right_size = (8 + sizeof right + 3) / 4 * 4;
    uint32_t at = TAG_TABLE_END;
    struct {
        const char *name;
        uint32_t at, size;
    } tags[PROFILE_TAGS] = {
        {"desc", 0, desc_size},   {"cprt", 0, right_size},  {"wtpt", 0, 20},
        {"rXYZ", 0, 20},          {"gXYZ", 0, 20},          {"bXYZ", 0, 20},
        {"rTRC", 0, CURVE_BYTES}, {"gTRC", 0, CURVE_BYTES}, {"bTRC", 0, CURVE_BYTES}};
    for (unsigned i = 0; i < PROFILE_TAGS; i++) {
        tags[i].at = at;
        if (i < 6)
            at += tags[i].size;
    }
    put_profile_header(out, at + CURVE_BYTES);
    put_big(out, PROFILE_TAGS, 4);
    for (unsigned i = 0; i < PROFILE_TAGS; i++) {
        textbuf_str(out, tags[i].name);
        put_big(out, tags[i].at, 4);
        put_big(out, tags[i].size, 4);
    }
    put_description(out, description);
    textbuf_str(out, "text");
    put_zeros(out, 4);
    textbuf_bytes(out, right, sizeof right);
    put_zeros(out, right_size - 8 - sizeof right);
    put_xyz(out, white);
    for (int i = 0; i < 3; i++)
        put_xyz(out, primaries[i]);
    textbuf_str(out, "curv");
    put_zeros(out, 4);
    put_big(out, CURVE_POINTS, 4);
    for (uint32_t i = 0; i < CURVE_POINTS; i++)
        put_big(out, srgb_light(i), 2);
}

static void write_intent(struct arena *arena, struct pdfobject_store *store,
                         struct textbuf *catalog) {
    struct textbuf *profile = arena_alloc(arena, sizeof *profile), *body;
    textbuf_init(profile, arena);
    pdfmeta_profile(profile);
    uint32_t stream = pdfobject_stream(store, "/N 3", profile->bytes, profile->length, true);
    uint32_t number = pdfobject_dict(store, &body);
    textbuf_str(body, "/Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)"
                      "/Info(sRGB IEC61966-2.1)/DestOutputProfile ");
    pdfobject_reference(body, stream);
    textbuf_str(catalog, "/OutputIntents[");
    pdfobject_reference(catalog, number);
    textbuf_char(catalog, ']');
}

/* ---- words ---------------------------------------------------------------------------------- */

static void put_info(struct textbuf *out, const char *key, const char *text) {
    if (!text || !*text)
        return;
    textbuf_str(out, key);
    pdfobject_text(out, text);
}

static void write_info(const struct scene *scene, struct textbuf *out) {
    put_info(out, "/Title", scene->title);
    put_info(out, "/Author", scene->author);
    put_info(out, "/Subject", scene->subject);
    put_info(out, "/Keywords", scene->keywords);
    put_info(out, "/Creator", producer);
    put_info(out, "/Producer", pdfobject_library());
    if (!date_set(scene->date))
        return;
    for (int i = 0; i < 2; i++)
        textbuf_printf(out, "%s(D:%04d%02d%02d000000Z)", i ? "/ModDate" : "/CreationDate",
                       scene->date.year, scene->date.month, scene->date.day);
}

static void put_property(struct textbuf *out, const char *name, const char *text) {
    if (!text || !*text)
        return;
    textbuf_printf(out, "<%s>", name);
    textbuf_xml(out, text);
    textbuf_printf(out, "</%s>\n", name);
}

static void put_item(struct textbuf *out, const char *language, const char *text) {
    if (!text || !*text)
        return;
    textbuf_str(out, "<rdf:li");
    if (language)
        textbuf_printf(out, " xml:lang=\"%s\"", language);
    textbuf_char(out, '>');
    textbuf_xml(out, text);
    textbuf_str(out, "</rdf:li>");
}

/* A property of one person or thing. */
static void put_list(struct textbuf *out, const char *name, const char *container,
                     const char *text) {
    if (!text || !*text)
        return;
    textbuf_printf(out, "<%s><rdf:%s>", name, container);
    put_item(out, NULL, text);
    textbuf_printf(out, "</rdf:%s></%s>\n", container, name);
}

static void put_languages(struct textbuf *out, const struct scene *scene) {
    if (scene->languages.count == 0) {
        put_list(out, "dc:language", "Bag", scene->language);
        return;
    }
    textbuf_str(out, "<dc:language><rdf:Bag>");
    for (size_t i = 0; i < scene->languages.count; i++)
        put_item(out, NULL, scene->languages.items[i].language);
    textbuf_str(out, "</rdf:Bag></dc:language>\n");
}

/* The default, and what it is called in each of several languages. */
static void put_alternatives(struct textbuf *out, const char *name, const struct scene *scene,
                             const char *usual, bool title) {
    if (!usual || !*usual)
        return;
    textbuf_printf(out, "<%s><rdf:Alt>", name);
    put_item(out, "x-default", usual);
    for (size_t i = 0; i < scene->languages.count; i++) {
        const struct scene_language *of = &scene->languages.items[i];
        put_item(out, of->language, title ? of->title : of->subject);
    }
    textbuf_printf(out, "</rdf:Alt></%s>\n", name);
}

/* A property of an extension schema. */
static void put_extension(struct textbuf *out, const char *name, const char *type,
                          const char *what) {
    textbuf_printf(out,
                   "<rdf:li rdf:parseType=\"Resource\"><pdfaProperty:name>%s</pdfaProperty:name>"
                   "<pdfaProperty:valueType>%s</pdfaProperty:valueType>"
                   "<pdfaProperty:category>internal</pdfaProperty:category>"
                   "<pdfaProperty:description>%s</pdfaProperty:description></rdf:li>\n",
                   name, type, what);
}

static void begin_schema(struct textbuf *out, const char *title, const char *uri,
                         const char *prefix) {
    textbuf_printf(out,
                   "<rdf:li rdf:parseType=\"Resource\"><pdfaSchema:schema>%s</pdfaSchema:schema>"
                   "<pdfaSchema:namespaceURI>%s</pdfaSchema:namespaceURI>"
                   "<pdfaSchema:prefix>%s</pdfaSchema:prefix>"
                   "<pdfaSchema:property><rdf:Seq>\n",
                   title, uri, prefix);
}

static void end_schema(struct textbuf *out) {
    textbuf_str(out, "</rdf:Seq></pdfaSchema:property></rdf:li>\n");
}

#define OWN_NAMESPACE "urn:boardpack:provenance:1#"

/* PDF/A wants every property outside its own list described. */
static void put_schemas(struct textbuf *out) {
    textbuf_str(out, "<pdfaExtension:schemas><rdf:Bag>\n");
    begin_schema(out, "PDF/UA identification", "http://www.aiim.org/pdfua/ns/id/", "pdfuaid");
    put_extension(out, "part", "Integer", "Part of the standard");
    end_schema(out);
    begin_schema(out, "Provenance", OWN_NAMESPACE, "boardpack");
    put_extension(out, "source", "Text", "SHA-256 of the workbook");
    put_extension(out, "version", "Text", "Version of the program");
    end_schema(out);
    textbuf_str(out, "</rdf:Bag></pdfaExtension:schemas>\n");
}

static void put_dates(struct textbuf *out, struct date date) {
    static const char *const names[] = {"xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"};
    if (!date_set(date))
        return;
    char day[11];
    date_format(date, day);
    for (int i = 0; i < 3; i++)
        textbuf_printf(out, "<%s>%sT00:00:00Z</%s>\n", names[i], day, names[i]);
}

static void put_xmp(const struct scene *scene, int part, struct textbuf *out) {
    textbuf_str(
        out,
        "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
        "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
        " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
        " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
        " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\""
        " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
        " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
        " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\""
        " xmlns:boardpack=\"" OWN_NAMESPACE "\">\n"
        "<dc:format>application/pdf</dc:format>\n");
    put_alternatives(out, "dc:title", scene, scene->title, true);
    put_list(out, "dc:creator", "Seq", scene->author);
    put_alternatives(out, "dc:description", scene, scene->subject, false);
    put_languages(out, scene);
    put_property(out, "pdf:Keywords", scene->keywords);
    put_property(out, "pdf:Producer", pdfobject_library());
    put_property(out, "xmp:CreatorTool", producer);
    put_dates(out, scene->date);
    textbuf_printf(out,
                   "<pdfaid:part>%d</pdfaid:part>\n"
                   "<pdfaid:conformance>A</pdfaid:conformance>\n"
                   "<pdfuaid:part>1</pdfuaid:part>\n",
                   part);
    put_property(out, "boardpack:source", scene->source_digest);
    put_property(out, "boardpack:version", BOARDPACK_VERSION);
    put_schemas(out);
    textbuf_str(out, "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>");
}

void pdfmeta_write(struct arena *arena, const struct scene *scene, int part,
                   struct pdfobject_store *store, struct textbuf *catalog) {
    write_info(scene, pdfobject_info(store));
    struct textbuf *xmp = arena_alloc(arena, sizeof *xmp);
    textbuf_init(xmp, arena);
    put_xmp(scene, part, xmp);
    /* Left as it is, so that tools find it without reading PDF. */
    uint32_t metadata =
        pdfobject_stream(store, "/Type/Metadata/Subtype/XML", xmp->bytes, xmp->length, false);
    textbuf_str(catalog, "/Metadata ");
    pdfobject_reference(catalog, metadata);
    textbuf_str(catalog, "/Lang");
    pdfobject_text(catalog, scene->language && *scene->language ? scene->language : "en");
    textbuf_str(catalog, "/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>");
    write_intent(arena, store, catalog);
}

void pdfmeta_identifier(struct arena *arena, const struct scene *scene, char out[33]) {
    struct textbuf all;
    textbuf_init(&all, arena);
    const char *const parts[] = {scene->source_digest, scene->title,    scene->author,
                                 scene->subject,       scene->language, producer};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        textbuf_str(&all, parts[i] ? parts[i] : "");
        textbuf_char(&all, '\0');
    }
    textbuf_printf(&all, "%zu %zu", scene->pages.count, scene->elements.count);
    char hex[65];
    digest_hex(all.bytes, all.length, hex);
    memcpy(out, hex, 32);
    out[32] = '\0';
}

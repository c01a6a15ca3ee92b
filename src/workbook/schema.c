#include "workbook/schema.h"
#include "base/ascii.h"
#include "base/idmap.h"
#include "base/utf8.h"
#include <assert.h>
#include <string.h>

#define SHEET(name, title, aliases, container, row, form, about)                                   \
    static const struct schema_column columns_of_##name[] = {
#define COLUMN(sheet, name, title, aliases, attribute, type, flags, choices, target, unit, about,  \
               example)                                                                            \
    {title, aliases, attribute, type, flags, choices, target, unit, about, example},
#define END(name)                                                                                  \
    }                                                                                              \
    ;
#include "workbook/schema.def"
#undef SHEET
#undef COLUMN
#undef END

static const struct schema_sheet_def sheets[] = {
#define SHEET(name, title, aliases, container, row, form, about)                                   \
    {title, aliases, container, row, form, about, columns_of_##name, COLUMNS_##name},
#define COLUMN(sheet, name, title, aliases, attribute, type, flags, choices, target, unit, about,  \
               example)
#define END(name)
#include "workbook/schema.def"
#undef SHEET
#undef COLUMN
#undef END
};

const struct schema_sheet_def *schema_sheet(enum schema_sheet sheet) {
    assert(sheet >= 0 && sheet < SHEET_COUNT);
    return &sheets[sheet];
}

/* ---- titles ---- */

/* Walks a title: white space folded to single blanks, letters to lower case. */
struct walk {
    const char *text;
    size_t length, at;
};

static bool trails(uint32_t rune) {
    return rune == '*' || utf8_space(rune);
}

/* Where a title ends before blanks and asterisks: hardly any ends in more than ASCII, which need
 * not be walked from its beginning. */
static size_t title_end(const char *text, size_t length) {
    while (length > 0 && (unsigned char)text[length - 1] < 0x80 &&
           trails((unsigned char)text[length - 1])) {
        length--;
    }
    if (length == 0 || (unsigned char)text[length - 1] < 0x80) {
        return length;
    }
    size_t at = 0, end = 0;
    while (at < length) {
        if (!trails(utf8_next(text, length, &at))) {
            end = at;
        }
    }
    return end;
}

/* A title of `length` bytes without blanks at its ends and without a trailing asterisk. */
static struct walk walk_start(const char *text, size_t length) {
    struct walk walk = {text, length, 0};
    const size_t end = title_end(text, length);
    walk.length = end;
    while (walk.at < end) {
        size_t at = walk.at;
        if (!utf8_space(utf8_next(text, end, &at))) {
            break;
        }
        walk.at = at;
    }
    return walk;
}

/* The next letter, 0 at the end. */
static uint32_t walk_next(struct walk *walk) {
    if (walk->at >= walk->length) {
        return 0;
    }
    uint32_t rune = utf8_next(walk->text, walk->length, &walk->at);
    if (utf8_space(rune)) {
        size_t at = walk->at;
        while (at < walk->length && utf8_space(utf8_next(walk->text, walk->length, &at))) {
            walk->at = at;
        }
        return ' ';
    }
    if (rune == 0x2010 || rune == 0x2011 || rune == 0x2013) {
        return '-';
    }
    return rune < 0x80 ? (uint32_t)(unsigned char)ascii_lower((char)rune) : rune;
}

static bool same(const char *a, size_t a_length, const char *b, size_t b_length) {
    struct walk left = walk_start(a, a_length), right = walk_start(b, b_length);
    for (;;) {
        uint32_t x = walk_next(&left), y = walk_next(&right);
        if (x != y) {
            return false;
        }
        if (x == 0) {
            return true;
        }
    }
}

bool schema_same_title(const char *a, const char *b) {
    return same(a, strlen(a), b, strlen(b));
}

bool schema_title_among(const char *list, const char *title) {
    size_t length = strlen(title);
    while (*list) {
        size_t item = strcspn(list, ";");
        if (same(list, item, title, length)) {
            return true;
        }
        list += item + (list[item] == ';');
    }
    return false;
}

enum schema_sheet schema_sheet_named(const char *title) {
    for (int i = 0; i < SHEET_COUNT; i++) {
        if (schema_same_title(sheets[i].title, title)) {
            return (enum schema_sheet)i;
        }
    }
    for (int i = 0; i < SHEET_COUNT; i++) {
        if (schema_title_among(sheets[i].aliases, title)) {
            return (enum schema_sheet)i;
        }
    }
    return SHEET_NONE;
}

bool schema_prose_sheet(const char *title) {
    return schema_title_among(SCHEMA_PROSE_TITLE ";Readme;Read me first;Instructions", title);
}

bool schema_wide_sheet(const char *title) {
    return schema_title_among(SCHEMA_WIDE_ALIASES, title);
}

bool schema_staffing_matrix(const char *title) {
    return schema_title_among(SCHEMA_MATRIX_ALIASES, title);
}

bool schema_needed(enum schema_sheet sheet) {
    return sheet == SHEET_ORGANIZATION || sheet == SHEET_UNITS || sheet == SHEET_PERSPECTIVES ||
           sheet == SHEET_OBJECTIVES || sheet == SHEET_MEASURES;
}

enum schema_sheet schema_sheet_contained(const char *container) {
    for (int i = 0; i < SHEET_COUNT; i++) {
        if (strcmp(sheets[i].container, container) == 0) {
            return (enum schema_sheet)i;
        }
    }
    return SHEET_NONE;
}

int schema_column_titled(enum schema_sheet sheet, const char *title) {
    const struct schema_sheet_def *def = schema_sheet(sheet);
    for (size_t i = 0; i < def->column_count; i++) {
        if (schema_same_title(def->columns[i].title, title)) {
            return (int)i;
        }
    }
    for (size_t i = 0; i < def->column_count; i++) {
        if (schema_title_among(def->columns[i].aliases, title)) {
            return (int)i;
        }
    }
    return -1;
}

int schema_column_attribute(enum schema_sheet sheet, const char *attribute) {
    const struct schema_sheet_def *def = schema_sheet(sheet);
    for (size_t i = 0; i < def->column_count; i++) {
        if (strcmp(def->columns[i].attribute, attribute) == 0) {
            return (int)i;
        }
    }
    return -1;
}

/* Adds a title and its aliases to what may have been meant. */
static void offer(struct arena *arena, struct idmap *map, const char *title, const char *aliases) {
    idmap_put(map, title, 0);
    while (*aliases) {
        size_t item = strcspn(aliases, ";");
        idmap_put(map, arena_strndup(arena, aliases, item), 0);
        aliases += item + (aliases[item] == ';');
    }
}

/* True if the words stand in the text as they are, letter case aside: Measures in "Measures (2)".
 */
static bool has_words(const char *text, const char *words) {
    size_t length = strlen(words);
    for (const char *at = text; *at; at++) {
        size_t same = 0;
        while (same < length && ascii_lower(at[same]) == ascii_lower(words[same])) {
            same++;
        }
        if (same == length && !ascii_letter(at[length]) && (at == text || !ascii_letter(at[-1]))) {
            return true;
        }
    }
    return false;
}

const char *schema_nearest_sheet(struct arena *arena, const char *title) {
    struct idmap *map = idmap_new(arena);
    for (int i = 0; i < SHEET_COUNT; i++) {
        offer(arena, map, sheets[i].title, sheets[i].aliases);
    }
    offer(arena, map, SCHEMA_WIDE_TITLE, "");
    const char *near = idmap_nearest(map, title);
    if (near) {
        return near;
    }
    /* The longest: "Objective Links 2026" are links. */
    for (int i = 0; i < SHEET_COUNT; i++) {
        const char *known = sheets[i].title;
        if (has_words(title, known) && (!near || strlen(known) > strlen(near))) {
            near = known;
        }
    }
    return near;
}

const char *schema_nearest_column(struct arena *arena, enum schema_sheet sheet, const char *title) {
    const struct schema_sheet_def *def = schema_sheet(sheet);
    struct idmap *map = idmap_new(arena);
    for (size_t i = 0; i < def->column_count; i++) {
        offer(arena, map, def->columns[i].title, def->columns[i].aliases);
    }
    return idmap_nearest(map, title);
}

/* ---- the published schema ---- */

#define ID_PATTERN "[A-Za-z0-9][A-Za-z0-9._\\-]{0,63}"

static const char shared_types[] =
    " <xs:simpleType name=\"id\">\n"
    "  <xs:restriction base=\"xs:string\"><xs:pattern value=\"" ID_PATTERN "\"/></xs:restriction>\n"
    " </xs:simpleType>\n"
    " <xs:simpleType name=\"ids\">\n"
    "  <xs:annotation><xs:documentation>Ids divided by semicolons.</xs:documentation>"
    "</xs:annotation>\n"
    "  <xs:restriction base=\"xs:string\"><xs:maxLength value=\"32768\"/>"
    "<xs:pattern value=\"" ID_PATTERN "( *; *" ID_PATTERN ")*\"/></xs:restriction>\n"
    " </xs:simpleType>\n"
    " <xs:simpleType name=\"title\">\n"
    "  <xs:restriction base=\"xs:string\"><xs:minLength value=\"1\"/>"
    "<xs:maxLength value=\"400\"/></xs:restriction>\n"
    " </xs:simpleType>\n"
    " <xs:simpleType name=\"text\">\n"
    "  <xs:restriction base=\"xs:string\"><xs:maxLength value=\"32768\"/></xs:restriction>\n"
    " </xs:simpleType>\n"
    " <xs:simpleType name=\"number\">\n"
    "  <xs:annotation><xs:documentation>A decimal number; 87.5% is the share 0.875, as in a cell "
    "formatted as a percentage.</xs:documentation></xs:annotation>\n"
    "  <xs:restriction base=\"xs:string\"><xs:pattern value=\"-?[0-9]{1,13}(\\.[0-9]{1,30})?"
    "([eE][+\\-]?[0-9]{1,3})?%?\"/></xs:restriction>\n"
    " </xs:simpleType>\n"
    " <xs:simpleType name=\"share\">\n"
    "  <xs:annotation><xs:documentation>A percentage from 0 to 100.</xs:documentation>"
    "</xs:annotation>\n"
    "  <xs:restriction base=\"xs:decimal\"><xs:minInclusive value=\"0\"/>"
    "<xs:maxInclusive value=\"100\"/></xs:restriction>\n"
    " </xs:simpleType>\n"
    " <xs:simpleType name=\"count\">\n"
    "  <xs:restriction base=\"xs:nonNegativeInteger\"><xs:maxInclusive value=\"999999999\"/>"
    "</xs:restriction>\n"
    " </xs:simpleType>\n"
    " <xs:simpleType name=\"date\">\n"
    "  <xs:restriction base=\"xs:date\"><xs:pattern value=\"[0-9]{4}-[0-9]{2}-[0-9]{2}\"/>"
    "<xs:minInclusive value=\"1900-01-01\"/><xs:maxInclusive value=\"2199-12-31\"/>"
    "</xs:restriction>\n"
    " </xs:simpleType>\n"
    " <xs:simpleType name=\"monthDay\">\n"
    "  <xs:restriction base=\"xs:string\"><xs:pattern value=\"(--)?(0[1-9]|1[0-2])-"
    "(0[1-9]|[12][0-9]|3[01])\"/></xs:restriction>\n"
    " </xs:simpleType>\n"
    " <xs:simpleType name=\"period\">\n"
    "  <xs:annotation><xs:documentation>2026-03, 2026-Q1, 2026-H1, 2026, 2026-W09, FY2026-Q1, or a "
    "date in the period.</xs:documentation></xs:annotation>\n"
    "  <xs:restriction base=\"xs:string\"><xs:pattern value=\"(FY)?[0-9]{4}(-(Q[1-4]|H[12]|"
    "W[0-5][0-9]|(0[1-9]|1[0-2])(-[0-3][0-9])?))?\"/></xs:restriction>\n"
    " </xs:simpleType>\n"
    " <xs:simpleType name=\"flag\">\n"
    "  <xs:restriction base=\"xs:string\"><xs:enumeration value=\"Y\"/><xs:enumeration "
    "value=\"N\"/><xs:enumeration value=\"true\"/><xs:enumeration value=\"false\"/><xs:enumeration "
    "value=\"TRUE\"/><xs:enumeration value=\"FALSE\"/><xs:enumeration value=\"1\"/><xs:enumeration "
    "value=\"0\"/></xs:restriction>\n"
    " </xs:simpleType>\n";

static const char *type_name(enum field_type type) {
    switch (type) {
    case FIELD_ID:
    case FIELD_REFERENCE:
        return "id";
    case FIELD_REFERENCES:
        return "ids";
    case FIELD_TITLE:
        return "title";
    case FIELD_TEXT:
        return "text";
    case FIELD_NUMBER:
        return "number";
    case FIELD_SHARE:
        return "share";
    case FIELD_COUNT_OF:
        return "count";
    case FIELD_DATE:
        return "date";
    case FIELD_MONTH_DAY:
        return "monthDay";
    case FIELD_PERIOD:
        return "period";
    case FIELD_FLAG:
        return "flag";
    case FIELD_CHOICE:
        break;
    }
    return NULL;
}

static void put_about(struct textbuf *out, const char *indent, const char *about) {
    textbuf_printf(out, "%s<xs:annotation><xs:documentation>", indent);
    textbuf_xml(out, about);
    textbuf_str(out, "</xs:documentation></xs:annotation>\n");
}

static void put_choices(struct textbuf *out, const char *choices) {
    textbuf_str(out, "    <xs:simpleType><xs:restriction base=\"xs:string\">");
    while (*choices) {
        size_t item = strcspn(choices, ";");
        textbuf_str(out, "<xs:enumeration value=\"");
        textbuf_bytes(out, choices, item);
        textbuf_str(out, "\"/>");
        choices += item + (choices[item] == ';');
    }
    textbuf_str(out, "</xs:restriction></xs:simpleType>\n");
}

static void put_attribute(struct textbuf *out, const struct schema_column *column) {
    const char *type = type_name(column->type);
    textbuf_printf(out, "   <xs:attribute name=\"%s\"", column->attribute);
    if (type) {
        textbuf_printf(out, " type=\"w:%s\"", type);
    }
    textbuf_str(out, column->flags & FIELD_REQUIRED ? " use=\"required\">\n" : ">\n");
    put_about(out, "    ", column->about);
    if (!type) {
        put_choices(out, column->choices);
    }
    textbuf_str(out, "   </xs:attribute>\n");
}

/* The type of one row: long texts as child elements, everything else as attributes. */
static void put_row_type(struct textbuf *out, const struct schema_sheet_def *def) {
    textbuf_printf(out, "  <xs:complexType name=\"%sRow\">\n", def->row);
    put_about(out, "   ", def->about);
    textbuf_str(out, "   <xs:sequence>\n");
    for (size_t i = 0; i < def->column_count; i++) {
        const struct schema_column *column = &def->columns[i];
        if (column->type != FIELD_TEXT) {
            continue;
        }
        textbuf_printf(out, "    <xs:element name=\"%s\" type=\"w:text\"%s>\n", column->attribute,
                       column->flags & FIELD_REQUIRED ? "" : " minOccurs=\"0\"");
        put_about(out, "     ", column->about);
        textbuf_str(out, "    </xs:element>\n");
    }
    textbuf_str(out, "   </xs:sequence>\n");
    for (size_t i = 0; i < def->column_count; i++) {
        if (def->columns[i].type != FIELD_TEXT) {
            put_attribute(out, &def->columns[i]);
        }
    }
    if (def->form == SHEET_ROWS) {
        textbuf_str(out, "   <xs:attribute name=\"src\" type=\"w:title\"/>\n");
    }
    textbuf_str(out, "  </xs:complexType>\n");
}

static void put_container(struct textbuf *out, enum schema_sheet sheet) {
    const struct schema_sheet_def *def = &sheets[sheet];
    const char *least = schema_needed(sheet) ? "" : " minOccurs=\"0\"";
    if (def->form == SHEET_PROPERTIES) {
        textbuf_printf(out, "    <xs:element name=\"%s\" type=\"w:%sRow\"%s/>\n", def->container,
                       def->row, least);
        return;
    }
    textbuf_printf(out,
                   "    <xs:element name=\"%s\"%s><xs:complexType><xs:sequence>"
                   "<xs:element name=\"%s\" type=\"w:%sRow\" minOccurs=\"0\" "
                   "maxOccurs=\"unbounded\"/></xs:sequence></xs:complexType></xs:element>\n",
                   def->container, least, def->row, def->row);
}

/* Keys of ids and references to them; ;-lists of ids are checked by the program only. */
static void put_keys(struct textbuf *out) {
    for (size_t s = 0; s < SHEET_COUNT; s++) {
        const struct schema_sheet_def *def = &sheets[s];
        for (size_t i = 0; def->form == SHEET_ROWS && i < def->column_count; i++) {
            const struct schema_column *column = &def->columns[i];
            if (column->flags & FIELD_KEY) {
                textbuf_printf(out, "  <xs:key name=\"%sKey\">", def->container);
            } else if (column->type == FIELD_REFERENCE && column->target != SHEET_NONE) {
                textbuf_printf(out, "  <xs:keyref name=\"%s.%s\" refer=\"w:%sKey\">",
                               def->container, column->attribute, sheets[column->target].container);
            } else {
                continue;
            }
            textbuf_printf(out,
                           "<xs:selector xpath=\"w:%s/w:%s\"/><xs:field xpath=\"@%s\"/></xs:%s>\n",
                           def->container, def->row, column->attribute,
                           column->flags & FIELD_KEY ? "key" : "keyref");
        }
    }
}

void schema_xsd(struct textbuf *out) {
    textbuf_str(out,
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"\n"
                "    xmlns:w=\"" SCHEMA_NAMESPACE "\"\n"
                "    targetNamespace=\"" SCHEMA_NAMESPACE "\"\n"
                "    elementFormDefault=\"qualified\" version=\"1.0\">\n"
                " <xs:annotation><xs:documentation>The strategy workbook as XML: one container "
                "per sheet, one element per row, short fields as attributes, long texts as "
                "child elements. `src` names the spreadsheet cell a row came from."
                "</xs:documentation></xs:annotation>\n");
    textbuf_str(out, shared_types);
    for (size_t i = 0; i < SHEET_COUNT; i++) {
        put_row_type(out, &sheets[i]);
    }
    textbuf_str(out, " <xs:element name=\"workbook\">\n  <xs:complexType>\n   <xs:sequence>\n");
    for (size_t i = 0; i < SHEET_COUNT; i++) {
        put_container(out, (enum schema_sheet)i);
    }
    textbuf_str(out, "   </xs:sequence>\n"
                     "   <xs:attribute name=\"version\" use=\"required\"><xs:simpleType>"
                     "<xs:restriction base=\"xs:string\"><xs:enumeration value=\"1.0\"/>"
                     "</xs:restriction></xs:simpleType></xs:attribute>\n"
                     "  </xs:complexType>\n");
    put_keys(out);
    textbuf_str(out, " </xs:element>\n</xs:schema>\n");
}

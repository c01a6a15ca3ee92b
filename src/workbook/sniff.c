#include "workbook/sniff.h"
#include "base/ascii.h"
#include "base/bounds.h"
#include "workbook/flatodf.h"
#include "workbook/sniffpackage.h"
#include "workbook/spreadsheetml.h"
#include "workbook/stratmltree.h"
#include "xml/xmlread.h"
#include <string.h>

#define FROM_EXCEL       "open it in Excel and save it as 'Excel Workbook' (.xlsx)"
#define FROM_LIBREOFFICE "in LibreOffice, save it as 'ODF Spreadsheet' (.ods)"
#define FROM_EITHER      "open it in its program and save it as an Excel workbook (.xlsx) or as .ods"

#define BEGINNING 8192u

#define STRATML_PARTS                                                                              \
    "save it as a StratML part 1 plan (StrategicPlan) or part 2 plan or report "                   \
    "(PerformancePlanOrReport)"

static void refuse(struct diags *diags, const char *path, const char *kind, const char *way_out) {
    diag_report_hint(diags, BP1010, (struct place){.file = path, .line = 1, .column = 1}, way_out,
                     kind, NULL);
}

static bool named(const char *path, const char *ending) {
    size_t length = strlen(path), own = strlen(ending);
    return length > own && ascii_same(path + length - own, ending);
}

/* ---- files of many streams, as Office wrote them before 2007 and wraps locked ones ever since */

#define OLE_ENTRY 128u /* bytes of a directory entry, which stand at multiples of it */

static const struct ole_kind {
    const char *stream;
    const char *kind;
    const char *way_out;
} ole_kinds[] = {
    {"EncryptedPackage", "an Excel workbook with a password",
     "open it in Excel, remove the password (File, Info, Protect Workbook) and save it again"},
    {"Workbook", "an old Excel workbook (.xls)", FROM_EXCEL},
    {"Book", "an old Excel workbook (.xls)", FROM_EXCEL},
    {"WordDocument", "an old Word document (.doc)", "put its tables on the sheets of a workbook"},
};

/* Is there a directory entry of this name?  Names are UTF-16, their length in bytes follows. */
static bool ole_holds(const char *bytes, size_t length, const char *stream) {
    size_t letters = strlen(stream);
    for (size_t at = 512; at + OLE_ENTRY <= length; at += OLE_ENTRY) {
        const unsigned char *entry = (const unsigned char *)bytes + at;
        if (entry[64] != 2 * (letters + 1) || entry[65] != 0) {
            continue;
        }
        size_t i = 0;
        while (i < letters && entry[2 * i] == (unsigned char)stream[i] && entry[2 * i + 1] == 0) {
            i++;
        }
        if (i == letters) {
            return true;
        }
    }
    return false;
}

static void refuse_ole(const char *path, const char *bytes, size_t length, struct diags *diags) {
    for (size_t i = 0; i < sizeof ole_kinds / sizeof ole_kinds[0]; i++) {
        if (ole_holds(bytes, length, ole_kinds[i].stream)) {
            refuse(diags, path, ole_kinds[i].kind, ole_kinds[i].way_out);
            return;
        }
    }
    refuse(diags, path, "an old Excel workbook (.xls) or another old Office file", FROM_EXCEL);
}

/* ---- other kinds that are no XML ---- */

static const struct magic {
    const char *bytes;
    size_t length;
    const char *kind;
    const char *way_out;
} magics[] = {
    {"\x1F\x8B", 2, "a compressed file (gzip), as Gnumeric writes its own format",
     "in Gnumeric, save it as .xlsx or .ods; any other file: unpack it first"},
    {"\xFD"
     "7zXZ",
     5, "a compressed file (xz)", "unpack it first"},
    {"BZh", 3, "a compressed file (bzip2)", "unpack it first"},
    {"7z\xBC\xAF", 4, "a compressed file (7z)", "unpack it first"},
    {"Rar!", 4, "a compressed file (rar)", "unpack it first"},
    {"%PDF", 4, "a PDF document", "give the workbook that it was printed from"},
    {"{\\rtf", 5, "a rich text document", FROM_EITHER},
    {"\x89PNG", 4, "a picture (PNG)", "give the workbook that it shows"},
    {"\xFF\xD8\xFF", 3, "a picture (JPEG)", "give the workbook that it shows"},
};

static bool starts_with(const char *text, size_t length, const char *prefix) {
    for (size_t i = 0; prefix[i]; i++) {
        if (i >= length || ascii_lower(text[i]) != prefix[i]) {
            return false;
        }
    }
    return true;
}

/* Many programs write a table as a web page and call it .xls; Excel opens it with a warning. */
static void refuse_web_page(const char *path, struct diags *diags) {
    refuse(diags, path,
           named(path, ".xls") || named(path, ".xlsx") ? "a web page (HTML) named like a workbook"
                                                       : "a web page (HTML)",
           FROM_EITHER);
}

/* Text that is not XML; true after refusing it.  What cannot be told is left to the XML reader. */
static bool refuse_text(const char *path, const char *bytes, size_t length, struct diags *diags) {
    size_t at = length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    while (at < length && bytes[at] && strchr(" \t\r\n", bytes[at])) {
        at++;
    }
    if (at == length || bytes[at] == '\0' || (unsigned char)bytes[at] >= 0x80) {
        return false;
    }
    if (starts_with(bytes + at, length - at, "<!doctype html") ||
        starts_with(bytes + at, length - at, "<html")) {
        refuse_web_page(path, diags);
        return true;
    }
    if (starts_with(bytes + at, length - at, "mime-version:")) {
        refuse(diags, path, "a web archive (MHTML)", FROM_EITHER);
        return true;
    }
    if (bytes[at] != '<') {
        refuse(diags, path, "text that is not XML, perhaps CSV",
               "put one CSV file for each sheet into a folder and give it with --csv DIR");
        return true;
    }
    return false;
}

/* Kinds that are known without parsing; true after refusing one. */
static bool refuse_by_bytes(const char *path, const char *bytes, size_t length,
                            struct diags *diags) {
    if (length >= 4 && memcmp(bytes, "\xD0\xCF\x11\xE0", 4) == 0) {
        refuse_ole(path, bytes, length, diags);
        return true;
    }
    for (size_t i = 0; i < sizeof magics / sizeof magics[0]; i++) {
        if (length >= magics[i].length && memcmp(bytes, magics[i].bytes, magics[i].length) == 0) {
            refuse(diags, path, magics[i].kind, magics[i].way_out);
            return true;
        }
    }
    return refuse_text(path, bytes, length, diags);
}

struct root {
    struct arena *arena;
    char *name, *space;
    const char *mime;
    uint32_t line, column;
};

static bool on_root(void *user, const struct xmlread_element *element) {
    struct root *root = user;
    root->name = arena_strdup(root->arena, element->name);
    root->space = arena_strdup(root->arena, element->space);
    root->mime = arena_strdup(root->arena, xmlread_value(element, FLATODF_NAMESPACE, "mimetype"));
    root->line = element->line;
    root->column = element->column;
    return false;
}

static const struct foreign {
    const char *space; /* a part of the namespace */
    const char *kind;
    const char *way_out;
} foreigners[] = {
    {"gnumeric", "Gnumeric's XML, which holds formulas without their results",
     "in Gnumeric, save it as .xlsx or .ods"},
    {"spreadsheetml/2006", "one part of an Excel workbook (.xlsx)", FROM_EXCEL},
    {"spreadsheetml/main", "one part of an Excel workbook (.xlsx)", FROM_EXCEL},
    {"schemas.stratml.us", "StratML part 3 (another vocabulary)", STRATML_PARTS},
    {"schemas:AIIM", "StratML part 3 (another vocabulary)", STRATML_PARTS},
    {"stratml", "a part of a StratML plan", STRATML_PARTS},
    {"17469", "a part of a StratML plan", STRATML_PARTS},
    {"w3.org/1999/xhtml", "a web page (XHTML)", FROM_EITHER},
    {"w3.org/2000/svg", "a drawing (SVG)", FROM_EITHER},
    {"wordprocessingml", "a Word document", FROM_EITHER},
    {"office/word", "a Word document", FROM_EITHER},
};

static void refuse_root(const struct root *root, const char *path, struct diags *diags) {
    struct place place = {.file = path, .line = root->line, .column = root->column};
    if (ascii_starts(root->space, "urn:boardpack:")) {
        diag_report(diags, BP1015, place, root->space, NULL);
        return;
    }
    for (size_t i = 0; i < sizeof foreigners / sizeof foreigners[0]; i++) {
        if (strstr(root->space, foreigners[i].space)) {
            refuse(diags, path, foreigners[i].kind, foreigners[i].way_out);
            return;
        }
    }
    if (strcmp(root->space, FLATODF_NAMESPACE) == 0) {
        bool part = strcmp(root->name, "document") != 0;
        refuse(diags, path,
               part ? "one part of an OpenDocument file"
                    : "a flat OpenDocument file of another kind",
               FROM_LIBREOFFICE);
        return;
    }
    const char *hint = NULL;
    if (strcmp(root->name, "workbook") == 0) {
        hint = "the first element needs xmlns=\"" SCHEMA_NAMESPACE "\"";
    } else if (strcmp(root->name, "Workbook") == 0) {
        hint = "the first element needs xmlns=\"" SPREADSHEETML_NAMESPACE "\"";
    }
    diag_report_hint(diags, BP1012, place, hint, root->name, NULL);
}

/* Each record of a zip begins with PK and two small numbers. */
static bool zipped(const char *bytes, size_t length) {
    return length >= 4 && memcmp(bytes, "PK", 2) == 0 && (unsigned char)bytes[2] < 9;
}

static bool read_root(struct root *root, const char *path, const char *bytes, size_t length,
                      struct diags *diags) {
    const struct xmlread_handler handler = {.start = on_root, .user = root};
    return xmlread_parse(root->arena, path, bytes, length, diags, &handler) != XMLREAD_REFUSED;
}

/* So many bytes, to the end of a tag, tell the root of most files. */
static size_t beginning(const char *bytes, size_t length) {
    size_t most = length < BEGINNING ? length : BEGINNING;
    while (most > 0 && bytes[most - 1] != '>') {
        most--;
    }
    return most;
}

static enum workbook_format format_of(const struct root *root) {
    if (strcmp(root->name, "workbook") == 0 && strcmp(root->space, SCHEMA_NAMESPACE) == 0) {
        return WORKBOOK_CANONICAL;
    }
    if (strcmp(root->name, "Workbook") == 0 && strcmp(root->space, SPREADSHEETML_NAMESPACE) == 0) {
        return WORKBOOK_SPREADSHEETML;
    }
    if (strcmp(root->name, "document") == 0 && strcmp(root->space, FLATODF_NAMESPACE) == 0 &&
        (!root->mime || strstr(root->mime, "spreadsheet"))) {
        return WORKBOOK_FLAT_ODF;
    }
    return stratmltree_root(root->name, root->space) ? WORKBOOK_STRATML : WORKBOOK_UNKNOWN;
}

enum workbook_format sniff_format(struct arena *arena, const char *path, const char *bytes,
                                  size_t length, struct diags *diags) {
    if (zipped(bytes, length)) {
        return sniffpackage_format(arena, path, bytes, length, diags);
    }
    if (length <= BOUND_FILE_BYTES && refuse_by_bytes(path, bytes, length, diags)) {
        return WORKBOOK_UNKNOWN;
    }
    enum workbook_format format = WORKBOOK_UNKNOWN;
    struct root root = {.arena = arena};
    if (read_root(&root, path, bytes, beginning(bytes, length), diags_new(arena))) {
        format = format_of(&root);
    }
    /* Whoever reads a format looks through all of it; of others this is to be done here. */
    if (format == WORKBOOK_UNKNOWN && read_root(&root, path, bytes, length, diags)) {
        format = format_of(&root);
        if (format == WORKBOOK_UNKNOWN) {
            refuse_root(&root, path, diags);
        }
    }
    return format;
}

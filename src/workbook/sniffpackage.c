#include "workbook/sniffpackage.h"
#include "base/ascii.h"
#include "workbook/ladder.h"
#include "workbook/package.h"
#include <string.h>

#define CONTENT_TYPES "http://schemas.openxmlformats.org/package/2006/content-types"
#define MANIFEST      "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
#define SAVE_AS       "open it in its program and save it as an Excel workbook (.xlsx) or as .ods"

/* A kind of file, known by a part of the type that the package declares for its main content. */
struct kind {
    const char *type; /* in lower case */
    enum workbook_format format;
    const char *name, *way_out; /* of those refused */
};

static const struct kind office_kinds[] = {
    {"spreadsheetml.sheet.main", WORKBOOK_XLSX, NULL, NULL},
    {"spreadsheetml.template.main", WORKBOOK_XLSX, NULL, NULL},
    {"ms-excel.sheet.macroenabled.main", WORKBOOK_XLSX, NULL, NULL},
    {"ms-excel.template.macroenabled.main", WORKBOOK_XLSX, NULL, NULL},
    {"ms-excel.sheet.binary", WORKBOOK_UNKNOWN, "a binary Excel workbook (.xlsb)",
     "in Excel, save it as 'Excel Workbook' (.xlsx)"},
    {"wordprocessingml.document.main", WORKBOOK_UNKNOWN, "a Word document (.docx)",
     "put its tables on the sheets of a workbook"},
    {"ms-word.document", WORKBOOK_UNKNOWN, "a Word document (.docm)",
     "put its tables on the sheets of a workbook"},
    {"presentationml", WORKBOOK_UNKNOWN, "a PowerPoint presentation (.pptx)",
     "put its tables on the sheets of a workbook"},
    {"visio", WORKBOOK_UNKNOWN, "a Visio drawing", SAVE_AS},
};

static const struct kind odf_kinds[] = {
    {"opendocument.spreadsheet", WORKBOOK_ODS, NULL, NULL},
    {"opendocument.text", WORKBOOK_UNKNOWN, "an OpenDocument text (.odt)",
     "put its tables on the sheets of a workbook"},
    {"opendocument.presentation", WORKBOOK_UNKNOWN, "an OpenDocument presentation (.odp)",
     "put its tables on the sheets of a workbook"},
    {"opendocument.", WORKBOOK_UNKNOWN, "an OpenDocument file of another kind", SAVE_AS},
    {"sun.xml.calc", WORKBOOK_UNKNOWN, "an old OpenOffice spreadsheet (.sxc)",
     "in LibreOffice, save it as 'ODF Spreadsheet' (.ods)"},
};

struct package_kind {
    struct package *package;
    struct ladder ladder;
    const struct kind *kind; /* NULL: not known yet */
    bool locked;             /* by a password */
};

static const struct kind *find_kind(struct arena *arena, const struct kind *kinds, size_t count,
                                    const char *type) {
    char *lower = arena_strdup(arena, type ? type : "");
    for (char *at = lower; *at; at++) {
        *at = ascii_lower(*at);
    }
    for (size_t i = 0; i < count; i++) {
        if (strstr(lower, kinds[i].type)) {
            return &kinds[i];
        }
    }
    return NULL;
}

static void refuse(const struct package *package, const char *kind, const char *way_out) {
    diag_report_hint(package_diags(package), BP1010, package_place(package), way_out, kind, NULL);
}

static bool on_end(void *user) {
    struct package_kind *kind = user;
    ladder_leave(&kind->ladder);
    return true;
}

/* ---- Office packages: a list of the types of all parts ---- */

enum office_level { OFFICE_TOP, OFFICE_SKIP, OFFICE_TYPES, OFFICE_TYPE };

static const struct ladder_step office_steps[] = {
    {OFFICE_TOP, CONTENT_TYPES, "Types", OFFICE_TYPES},
    {OFFICE_TYPES, CONTENT_TYPES, "Override", OFFICE_TYPE},
    {OFFICE_TYPES, CONTENT_TYPES, "Default", OFFICE_TYPE},
};

static bool start_type(void *user, const struct xmlread_element *element) {
    struct package_kind *kind = user;
    if (ladder_enter(&kind->ladder, element) == OFFICE_TYPE && !kind->kind) {
        const char *type = xmlread_value(element, "", "ContentType");
        const char *main = type ? strstr(type, ".main") : NULL;
        kind->kind = main ? find_kind(package_arena(kind->package), office_kinds,
                                      sizeof office_kinds / sizeof office_kinds[0], type)
                          : NULL;
    }
    return true;
}

/* False after reporting. */
static bool office_kind(struct package_kind *kind) {
    kind->ladder = (struct ladder){.steps = office_steps,
                                   .count = sizeof office_steps / sizeof office_steps[0]};
    struct xmlread_handler handler = {start_type, on_end, NULL, kind};
    return package_parse(kind->package, "[Content_Types].xml", &handler) == XMLREAD_DONE;
}

/* ---- OpenDocument packages: a short part with the type, and a list of all parts ---- */

enum odf_level { ODF_TOP, ODF_SKIP, ODF_MANIFEST, ODF_ENTRY, ODF_LOCK };

static const struct ladder_step odf_steps[] = {
    {ODF_TOP, MANIFEST, "manifest", ODF_MANIFEST},
    {ODF_MANIFEST, MANIFEST, "file-entry", ODF_ENTRY},
    {ODF_ENTRY, MANIFEST, "encryption-data", ODF_LOCK},
};

static bool start_entry(void *user, const struct xmlread_element *element) {
    struct package_kind *kind = user;
    unsigned level = ladder_enter(&kind->ladder, element);
    if (level == ODF_ENTRY && !kind->kind) {
        const char *path = xmlread_value(element, MANIFEST, "full-path");
        const char *type = xmlread_value(element, MANIFEST, "media-type");
        if (path && strcmp(path, "/") == 0) {
            kind->kind = find_kind(package_arena(kind->package), odf_kinds,
                                   sizeof odf_kinds / sizeof odf_kinds[0], type);
        }
    }
    kind->locked = kind->locked || level == ODF_LOCK;
    return true;
}

/* False after reporting. */
static bool odf_kind(struct package_kind *kind) {
    const char *bytes;
    size_t length;
    if (package_has(kind->package, "mimetype")) {
        if (!package_read(kind->package, "mimetype", &bytes, &length)) {
            return false;
        }
        kind->kind = find_kind(package_arena(kind->package), odf_kinds,
                               sizeof odf_kinds / sizeof odf_kinds[0], bytes);
    }
    if (!package_has(kind->package, "META-INF/manifest.xml")) {
        return true;
    }
    kind->ladder =
        (struct ladder){.steps = odf_steps, .count = sizeof odf_steps / sizeof odf_steps[0]};
    struct xmlread_handler handler = {start_entry, on_end, NULL, kind};
    return package_parse(kind->package, "META-INF/manifest.xml", &handler) == XMLREAD_DONE;
}

/* ---- both ---- */

/* What is in a package of neither kind. */
static void refuse_stranger(const struct package *package) {
    if (package_has_ending(package, ".iwa") || package_has(package, "Index.zip")) {
        refuse(package, "an Apple Numbers document, or one of its sister programs",
               "in Numbers, choose File, Export To, Excel");
    } else if (package_has_ending(package, ".csv")) {
        refuse(package, "a zip archive with CSV files",
               "unpack it into a folder and give the folder with --csv DIR");
    } else if (package_has_ending(package, ".xlsx") || package_has_ending(package, ".ods") ||
               package_has_ending(package, ".xml") || package_has_ending(package, ".fods")) {
        refuse(package, "a zip archive", "unpack it and give the workbook that is in it");
    } else {
        refuse(package, "a zip archive", "give the workbook itself, as .xlsx or .ods");
    }
}

enum workbook_format sniffpackage_format(struct arena *arena, const char *path, const char *bytes,
                                         size_t length, struct diags *diags) {
    struct package_kind kind = {.package = package_open(arena, path, bytes, length, diags)};
    if (!kind.package) {
        return WORKBOOK_UNKNOWN;
    }
    bool office = package_has(kind.package, "[Content_Types].xml");
    if (office ? !office_kind(&kind) : !odf_kind(&kind)) {
        return WORKBOOK_UNKNOWN;
    }
    if (!kind.kind && package_has(kind.package, "xl/workbook.xml")) {
        return WORKBOOK_XLSX;
    }
    if (!kind.kind) {
        refuse_stranger(kind.package);
        return WORKBOOK_UNKNOWN;
    }
    if (kind.kind->format == WORKBOOK_UNKNOWN) {
        refuse(kind.package, kind.kind->name, kind.kind->way_out);
    } else if (kind.locked) {
        refuse(kind.package, "an OpenDocument spreadsheet with a password",
               "in LibreOffice, save it without the password");
        return WORKBOOK_UNKNOWN;
    }
    return kind.kind->format;
}

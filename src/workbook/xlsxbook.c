#include "workbook/xlsxbook.h"
#include "workbook/ladder.h"
#include <string.h>

enum level { AT_TOP, AT_SKIP, AT_BOOK, AT_PROPERTIES, AT_CALCULATION, AT_SHEETS, AT_SHEET };

static const struct ladder_step steps[] = {
    {AT_TOP, OOXML_SHEET, "workbook", AT_BOOK},
    {AT_BOOK, OOXML_SHEET, "workbookPr", AT_PROPERTIES},
    {AT_BOOK, OOXML_SHEET, "calcPr", AT_CALCULATION},
    {AT_BOOK, OOXML_SHEET, "sheets", AT_SHEETS},
    {AT_SHEETS, OOXML_SHEET, "sheet", AT_SHEET},
};

struct machine {
    struct package *package;
    struct ladder ladder;
    struct ooxml_relations relations;
    struct xlsxbook *out;
};

/* The part of a sheet of cells, NULL for one of another kind; false after reporting. */
static bool find_part(struct machine *m, const struct xmlread_element *element, const char **out) {
    const char *id = NULL;
    for (size_t i = 0; i < element->attribute_count; i++) {
        const struct xmlread_attribute *attribute = &element->attributes[i];
        if (strcmp(attribute->name, "id") == 0 && strcmp(attribute->space, OOXML_RELATIONS) == 0) {
            id = attribute->value;
        }
    }
    const struct ooxml_relation *relation = id ? ooxml_relation_of_id(&m->relations, id) : NULL;
    *out = NULL;
    if (!relation) {
        const char *title = xmlread_value(element, "", "name");
        diag_report(
            package_diags(m->package), BP1052, package_place(m->package),
            arena_printf(package_arena(m->package), "part for the sheet '%s'", title ? title : ""),
            NULL);
        return false;
    }
    if (strcmp(relation->type, "worksheet") == 0) {
        *out = ooxml_target(m->package, &m->relations, relation);
        return *out != NULL;
    }
    return true;
}

static bool start_sheet(struct machine *m, const struct xmlread_element *element) {
    struct arena *arena = package_arena(m->package);
    const char *title = xmlread_value(element, "", "name");
    const char *state = xmlread_value(element, "", "state");
    struct xlsxbook_sheet sheet = {
        .title = ooxml_text(arena, title ? title : ""),
        .hidden = state && (strcmp(state, "hidden") == 0 || strcmp(state, "veryHidden") == 0)};
    if (!find_part(m, element, &sheet.part)) {
        return false;
    }
    vec_push(arena, &m->out->sheets, sheet);
    return true;
}

static bool on_start(void *user, const struct xmlread_element *element) {
    struct machine *m = user;
    switch ((enum level)ladder_enter(&m->ladder, element)) {
    case AT_PROPERTIES:
        m->out->base = ooxml_true(element, "date1904") ? CELLFORMAT_1904 : CELLFORMAT_1900;
        return true;
    case AT_CALCULATION:
        m->out->uncalculated = ooxml_true(element, "fullCalcOnLoad");
        return true;
    case AT_SHEET:
        return start_sheet(m, element);
    case AT_TOP:
    case AT_SKIP:
    case AT_BOOK:
    case AT_SHEETS:
        break;
    }
    return true;
}

static bool on_end(void *user) {
    struct machine *m = user;
    ladder_leave(&m->ladder);
    return true;
}

/* The part that a relation of this type points to, NULL if there is none; false after reporting. */
static bool part_of_type(struct machine *m, const char *type, const char **out) {
    const struct ooxml_relation *relation = ooxml_relation_of_type(&m->relations, type);
    *out = relation ? ooxml_target(m->package, &m->relations, relation) : NULL;
    return !relation || *out;
}

bool xlsxbook_read(struct package *package, struct xlsxbook *out) {
    struct machine m = {.package = package,
                        .ladder = {.steps = steps, .count = sizeof steps / sizeof steps[0]},
                        .out = out};
    *out = (struct xlsxbook){.part = NULL};
    if (!ooxml_relations_read(package, "", &m.relations) ||
        !part_of_type(&m, "officeDocument", &out->part)) {
        return false;
    }
    if (!out->part) {
        diag_report(package_diags(package), BP1052, package_place(package), "workbook", NULL);
        return false;
    }
    if (!ooxml_relations_read(package, out->part, &m.relations) ||
        !part_of_type(&m, "styles", &out->styles) ||
        !part_of_type(&m, "sharedStrings", &out->strings)) {
        return false;
    }
    struct xmlread_handler handler = {on_start, on_end, NULL, &m};
    if (ooxml_parse(package, out->part, &handler) != XMLREAD_DONE) {
        return false;
    }
    if (out->sheets.count == 0) {
        diag_report(package_diags(package), BP1052, package_place(package), "sheet", NULL);
        return false;
    }
    return true;
}

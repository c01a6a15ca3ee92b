#include "workbook/xlsxstyles.h"
#include "base/idmap.h"
#include "workbook/ladder.h"
#include "workbook/sheet.h"

enum level { AT_TOP, AT_SKIP, AT_STYLES, AT_CODES, AT_CODE, AT_FORMATS, AT_FORMAT };

static const struct ladder_step steps[] = {
    {AT_TOP, OOXML_SHEET, "styleSheet", AT_STYLES}, {AT_STYLES, OOXML_SHEET, "numFmts", AT_CODES},
    {AT_CODES, OOXML_SHEET, "numFmt", AT_CODE},     {AT_STYLES, OOXML_SHEET, "cellXfs", AT_FORMATS},
    {AT_FORMATS, OOXML_SHEET, "xf", AT_FORMAT},
};

struct machine {
    struct arena *arena;
    struct ladder ladder;
    struct idmap *codes; /* by their number as text */
    struct xlsxstyles *out;
};

/* A code of the file's own, which may also redefine a known number. */
static void start_code(struct machine *m, const struct xmlread_element *element) {
    const char *id = xmlread_value(element, "", "numFmtId");
    const char *code = xmlread_value(element, "", "formatCode");
    if (id && code) {
        idmap_set(m->codes, id, (size_t)cellformat_code(ooxml_text(m->arena, code)));
    }
}

static void start_format(struct machine *m, const struct xmlread_element *element) {
    const char *id = xmlread_value(element, "", "numFmtId");
    size_t format = CELLFORMAT_NUMBER;
    uint32_t number;
    if (id) {
        format = idmap_find(m->codes, id);
        if (format == IDMAP_NONE) {
            format = sheet_whole(id, &number) ? cellformat_known(number) : CELLFORMAT_NUMBER;
        }
    }
    vec_push(m->arena, &m->out->formats, (unsigned char)format);
}

static bool on_start(void *user, const struct xmlread_element *element) {
    struct machine *m = user;
    unsigned level = ladder_enter(&m->ladder, element);
    if (level == AT_CODE) {
        start_code(m, element);
    } else if (level == AT_FORMAT) {
        start_format(m, element);
    }
    return true;
}

static bool on_end(void *user) {
    struct machine *m = user;
    ladder_leave(&m->ladder);
    return true;
}

bool xlsxstyles_read(struct package *package, const char *part, struct xlsxstyles *out) {
    struct arena *arena = package_arena(package);
    struct machine m = {.arena = arena,
                        .ladder = {.steps = steps, .count = sizeof steps / sizeof steps[0]},
                        .codes = idmap_new(arena),
                        .out = out};
    *out = (struct xlsxstyles){.formats = {.count = 0}};
    struct xmlread_handler handler = {on_start, on_end, NULL, &m};
    if (part && ooxml_parse(package, part, &handler) != XMLREAD_DONE) {
        return false;
    }
    if (out->formats.count == 0) {
        vec_push(arena, &out->formats, CELLFORMAT_NUMBER);
    }
    return true;
}

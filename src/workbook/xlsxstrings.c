#include "workbook/xlsxstrings.h"
#include "workbook/ladder.h"
#include "workbook/sheet.h"
#include <string.h>

enum level { AT_TOP, AT_SKIP, AT_TABLE, AT_ITEM, AT_RUN, AT_TEXT };

static const struct ladder_step steps[] = {
    {AT_TABLE, OOXML_SHEET, "si", AT_ITEM}, {AT_ITEM, OOXML_SHEET, "t", AT_TEXT},
    {AT_ITEM, OOXML_SHEET, "r", AT_RUN},    {AT_RUN, OOXML_SHEET, "t", AT_TEXT},
    {AT_TOP, OOXML_SHEET, "sst", AT_TABLE},
};

struct machine {
    struct package *package;
    struct ladder ladder;
    struct sheet_builder builder; /* for its text */
    size_t bytes;
    struct xlsxstrings *out;
};

static bool on_start(void *user, const struct xmlread_element *element) {
    struct machine *m = user;
    if (ladder_enter(&m->ladder, element) == AT_ITEM) {
        textbuf_clear(&m->builder.text);
        m->builder.overlong = false;
    }
    return true;
}

static bool on_end(void *user) {
    struct machine *m = user;
    if (ladder_leave(&m->ladder) != AT_ITEM) {
        return true;
    }
    struct arena *arena = m->builder.arena;
    const char *text = ooxml_text(arena, textbuf_text(&m->builder.text));
    vec_push(arena, &m->out->items, ((struct xlsxstrings_item){text, m->builder.overlong}));
    m->bytes += strlen(text);
    if (m->bytes > BOUND_STRINGS_BYTES) {
        diag_report(package_diags(m->package), BP1019, package_place(m->package),
                    arena_printf(arena, "%u", BOUND_STRINGS_BYTES / 1024 / 1024), "MB of text",
                    NULL);
        return false;
    }
    return true;
}

static bool on_text(void *user, const char *text, size_t length) {
    struct machine *m = user;
    if (ladder_level(&m->ladder) == AT_TEXT) {
        sheet_text(&m->builder, text, length);
    }
    return true;
}

bool xlsxstrings_read(struct package *package, const char *part, struct xlsxstrings *out) {
    struct machine *m = arena_alloc(package_arena(package), sizeof *m);
    *m = (struct machine){.package = package,
                          .ladder = {.steps = steps, .count = sizeof steps / sizeof steps[0]},
                          .builder = {.arena = package_arena(package)},
                          .out = out};
    textbuf_init(&m->builder.text, package_arena(package));
    *out = (struct xlsxstrings){.items = {.count = 0}};
    struct xmlread_handler handler = {on_start, on_end, on_text, m};
    return !part || ooxml_parse(package, part, &handler) == XMLREAD_DONE;
}

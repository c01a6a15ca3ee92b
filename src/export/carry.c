#include "export/carry.h"
#include "base/bounds.h"
#include "base/utf8.h"
#include "workbook/mapping.h"
#include <string.h>

#define EXCEL_CELL 32767u /* in UTF-16 */

struct carry {
    struct arena *arena;
    const struct workbook *workbook;
    enum workbook_format target;
    struct diags *diags;
    size_t returns; /* fields with a carriage return */
    struct place first_return;
};

static bool spreadsheet(enum workbook_format format) {
    return format == WORKBOOK_SPREADSHEETML || format == WORKBOOK_FLAT_ODF ||
           format == WORKBOOK_ODS || format == WORKBOOK_XLSX || format == WORKBOOK_CSV;
}

/* XML has no way to write these, not even by number, and in CSV they mark a file that is none. */
static bool unwritable(uint32_t rune) {
    return (rune < 0x20 && rune != '\t' && rune != '\n' && rune != '\r') || rune == 0xFFFE ||
           rune == 0xFFFF;
}

static size_t utf16_length(const char *text) {
    size_t length = 0;
    for (; *text; text++) {
        unsigned char byte = (unsigned char)*text;
        length += (byte & 0xC0) != 0x80;
        length += byte >= 0xF0;
    }
    return length;
}

static void check_letters(struct carry *carry, const char *text, struct place place) {
    size_t length = strlen(text);
    bool found = false;
    for (size_t at = 0; at < length;) {
        uint32_t rune = utf8_next(text, length, &at);
        if (unwritable(rune)) {
            diag_report(carry->diags, BP2071, place, arena_printf(carry->arena, "%04X", rune),
                        NULL);
            return;
        }
        found = found || rune == '\r';
    }
    bool changes = carry->target == WORKBOOK_FLAT_ODF || carry->target == WORKBOOK_ODS ||
                   carry->target == WORKBOOK_XLSX || carry->target == WORKBOOK_CSV;
    if (found && changes && carry->returns++ == 0) {
        carry->first_return = place;
    }
}

/* Six more letters for each _x that may have to be written as _x005F_x. */
static size_t escapes(const char *text) {
    size_t count = 0;
    for (text = strstr(text, "_x"); text; text = strstr(text + 1, "_x")) {
        count++;
    }
    return 6 * count;
}

static void check_length(struct carry *carry, const char *text, struct place place) {
    bool zipped = carry->target == WORKBOOK_XLSX;
    if (!zipped && carry->target != WORKBOOK_SPREADSHEETML) {
        return;
    }
    size_t bytes = strlen(text), more = zipped ? escapes(text) : 0;
    if (bytes + more <= EXCEL_CELL) {
        return;
    }
    size_t length = utf16_length(text) + more;
    if (length > EXCEL_CELL || (more > 0 && bytes + more > BOUND_FIELD_BYTES)) {
        diag_report(carry->diags, BP2073, place, arena_printf(carry->arena, "%zu", length), NULL);
    }
}

/* The column by which a row of a sheet counts. */
static int key_of(const struct schema_sheet_def *def) {
    int first = -1;
    for (size_t i = 0; i < def->column_count; i++) {
        if (def->columns[i].flags & FIELD_KEY) {
            return (int)i;
        }
        if (first < 0 && def->columns[i].flags & FIELD_REQUIRED) {
            first = (int)i;
        }
    }
    return first;
}

/* A row named Total is taken for a total, and one named n/a for a blank one. */
static void check_row(struct carry *carry, const struct record *record) {
    const struct schema_sheet_def *def = schema_sheet(record->sheet);
    int key = def->form == SHEET_ROWS ? key_of(def) : -1;
    if (key < 0 || !spreadsheet(carry->target) || record->sheet == SHEET_BENCHMARKS) {
        return;
    }
    const char *text = workbook_field(record, key)->text;
    if (number_missing(text) || schema_title_among(MAPPING_SKIP_WORDS, text)) {
        diag_report(carry->diags, BP2070, workbook_place(carry->workbook, record, key),
                    def->columns[key].title, text, NULL);
    }
}

static void check_record(struct carry *carry, const struct record *record) {
    const struct schema_sheet_def *def = schema_sheet(record->sheet);
    check_row(carry, record);
    for (size_t i = 0; i < def->column_count; i++) {
        const struct field *field = workbook_field(record, (int)i);
        if (field->filled &&
            (def->columns[i].type == FIELD_TEXT || def->columns[i].type == FIELD_TITLE)) {
            struct place place = workbook_place(carry->workbook, record, (int)i);
            check_letters(carry, field->text, place);
            check_length(carry, field->text, place);
        }
    }
}

void carry_check(struct arena *arena, const struct workbook *workbook, enum workbook_format target,
                 struct diags *diags) {
    struct carry carry = {.arena = arena, .workbook = workbook, .target = target, .diags = diags};
    for (size_t i = 0; i < SHEET_COUNT; i++) {
        for (size_t k = 0; k < workbook->tables[i].records.count; k++) {
            check_record(&carry, &workbook->tables[i].records.items[k]);
        }
    }
    if (carry.returns > 0) {
        diag_report(diags, BP2072, carry.first_return, arena_printf(arena, "%zu", carry.returns),
                    NULL);
    }
    if (spreadsheet(workbook->format) && workbook->format != WORKBOOK_CSV) {
        diag_report(diags, BP2074, (struct place){.file = workbook->path}, NULL);
    }
}

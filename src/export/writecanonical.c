#include "export/writecanonical.h"
#include "base/ascii.h"
#include <stdlib.h>
#include <string.h>

#define KEYS_MOST 4

/* ---- order ---- */

/* The tables that are sorted, and by what. */
static const struct sorting {
    enum schema_sheet sheet;
    int columns[KEYS_MOST]; /* ends with -1 if there are fewer */
} sortings[] = {
    {SHEET_VALUES,
     {COLUMN_VALUES_MEASURE, COLUMN_VALUES_PERIOD, COLUMN_VALUES_SERIES, COLUMN_VALUES_UNIT}},
    {SHEET_THRESHOLDS, {COLUMN_THRESHOLDS_MEASURE, COLUMN_THRESHOLDS_EFFECTIVE_FROM, -1}},
    {SHEET_ATTESTATIONS, {COLUMN_ATTESTATIONS_MEASURE, COLUMN_ATTESTATIONS_PERIOD, -1}},
    {SHEET_WORKFORCE, {COLUMN_WORKFORCE_UNIT, COLUMN_WORKFORCE_PERIOD, -1}},
};

struct ranked {
    const struct record *record;
    const struct field *keys[KEYS_MOST]; /* NULL: no further one */
    size_t order;
};

static size_t number_end(const char *text) {
    return strspn(text, "0123456789");
}

/* M2 before M10: runs of digits count as numbers. */
static int compare_ids(const char *a, const char *b) {
    const char *first = a, *second = b;
    while (*a && *b) {
        size_t a_digits = number_end(a), b_digits = number_end(b);
        if (a_digits > 0 && b_digits > 0) {
            size_t a_zeros = strspn(a, "0"), b_zeros = strspn(b, "0");
            a_zeros = a_zeros == a_digits ? a_digits - 1 : a_zeros;
            b_zeros = b_zeros == b_digits ? b_digits - 1 : b_zeros;
            size_t a_size = a_digits - a_zeros, b_size = b_digits - b_zeros;
            int order = a_size != b_size ? (a_size < b_size ? -1 : 1)
                                         : memcmp(a + a_zeros, b + b_zeros, a_size);
            if (order != 0) {
                return order;
            }
            a += a_digits;
            b += b_digits;
            continue;
        }
        if (*a != *b) {
            return (unsigned char)*a < (unsigned char)*b ? -1 : 1;
        }
        a++;
        b++;
    }
    return *a ? 1 : *b ? -1 : strcmp(first, second);
}

static int compare_fields(const struct field *a, const struct field *b) {
    if (a->filled != b->filled) {
        return a->filled ? 1 : -1; /* blanks first */
    }
    if (!a->filled) {
        return 0;
    }
    if (period_set(a->period) && period_set(b->period)) {
        return period_compare(a->period, b->period);
    }
    if (a->choice != b->choice) {
        return a->choice < b->choice ? -1 : 1;
    }
    return compare_ids(a->text, b->text);
}

static int compare_ranked(const void *a, const void *b) {
    const struct ranked *left = a, *right = b;
    for (size_t i = 0; i < KEYS_MOST && left->keys[i]; i++) {
        int order = compare_fields(left->keys[i], right->keys[i]);
        if (order != 0) {
            return order;
        }
    }
    return left->order < right->order ? -1 : left->order > right->order;
}

static const struct sorting *sorting_of(enum schema_sheet sheet) {
    for (size_t i = 0; i < sizeof sortings / sizeof sortings[0]; i++) {
        if (sortings[i].sheet == sheet) {
            return &sortings[i];
        }
    }
    return NULL;
}

/* The rows of a table in the order in which they are written. */
static const struct ranked *ordered(struct arena *arena, const struct table *table,
                                    enum schema_sheet sheet) {
    const struct sorting *sorting = sorting_of(sheet);
    struct ranked *rows = arena_array(arena, table->records.count, sizeof *rows);
    for (size_t i = 0; i < table->records.count; i++) {
        rows[i].record = &table->records.items[i];
        rows[i].order = i;
        for (size_t k = 0; sorting && k < KEYS_MOST && sorting->columns[k] >= 0; k++) {
            rows[i].keys[k] = workbook_field(rows[i].record, sorting->columns[k]);
        }
    }
    if (sorting && table->records.count > 1) {
        qsort(rows, table->records.count, sizeof *rows, compare_ranked);
    }
    return rows;
}

/* ---- rows ---- */

/* The cell a row is known by: that of its value or of its first filled field. */
static void put_src(const struct workbook *workbook, const struct record *record,
                    struct textbuf *out) {
    int column = record->sheet == SHEET_VALUES ? COLUMN_VALUES_VALUE : 0;
    struct place place = workbook_place(workbook, record, column);
    if (!place.sheet || place.row == 0 || place.col == 0 ||
        schema_sheet(record->sheet)->form == SHEET_PROPERTIES) {
        return;
    }
    char letters[8];
    size_t at = sizeof letters - 1;
    letters[at] = '\0';
    for (uint32_t col = place.col; col > 0; col = (col - 1) / 26) {
        letters[--at] = (char)('A' + (col - 1) % 26);
    }
    textbuf_str(out, " src=\"");
    textbuf_xml(out, place.sheet);
    textbuf_printf(out, "!%s%u\"", letters + at, place.row);
}

/* Text of an element, its line breaks as they are, so that each line can be compared. */
static void put_lines(const char *text, struct textbuf *out) {
    for (;;) {
        size_t length = strcspn(text, "\n");
        textbuf_xml(out, arena_strndup(out->arena, text, length));
        if (text[length] == '\0') {
            return;
        }
        textbuf_char(out, '\n');
        text += length + 1;
    }
}

static void put_attributes(const struct record *record, const struct schema_sheet_def *def,
                           struct textbuf *out) {
    for (size_t i = 0; i < def->column_count; i++) {
        const struct field *field = workbook_field(record, (int)i);
        if (field->filled && def->columns[i].type != FIELD_TEXT) {
            textbuf_printf(out, " %s=\"", def->columns[i].attribute);
            textbuf_xml(out, field->text);
            textbuf_char(out, '"');
        }
    }
}

static bool put_texts(const struct record *record, const struct schema_sheet_def *def,
                      const char *indent, struct textbuf *out) {
    bool any = false;
    for (size_t i = 0; i < def->column_count; i++) {
        const struct field *field = workbook_field(record, (int)i);
        if (!field->filled || def->columns[i].type != FIELD_TEXT) {
            continue;
        }
        textbuf_printf(out, "%s%s <%s>", any ? "" : ">\n", indent, def->columns[i].attribute);
        put_lines(field->text, out);
        textbuf_printf(out, "</%s>\n", def->columns[i].attribute);
        any = true;
    }
    return any;
}

static void put_record(const struct workbook *workbook, const struct record *record,
                       const char *indent, bool places, struct textbuf *out) {
    const struct schema_sheet_def *def = schema_sheet(record->sheet);
    textbuf_printf(out, "%s<%s", indent, def->row);
    put_attributes(record, def, out);
    if (places) {
        put_src(workbook, record, out);
    }
    if (put_texts(record, def, indent, out)) {
        textbuf_printf(out, "%s</%s>\n", indent, def->row);
    } else {
        textbuf_str(out, "/>\n");
    }
}

void writecanonical(const struct workbook *workbook, bool places, struct textbuf *out) {
    textbuf_str(out,
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<workbook xmlns=\"" SCHEMA_NAMESPACE
                "\" version=\"1.0\">\n");
    for (size_t i = 0; i < SHEET_COUNT; i++) {
        const struct schema_sheet_def *def = schema_sheet((enum schema_sheet)i);
        const struct table *table = &workbook->tables[i];
        if (!table->present) {
            continue;
        }
        bool rows = def->form == SHEET_ROWS;
        if (rows) {
            textbuf_printf(out, " <%s>\n", def->container);
        }
        const struct ranked *ranked = ordered(out->arena, table, (enum schema_sheet)i);
        for (size_t k = 0; k < table->records.count; k++) {
            put_record(workbook, ranked[k].record, rows ? "  " : " ", places, out);
        }
        if (rows) {
            textbuf_printf(out, " </%s>\n", def->container);
        }
    }
    textbuf_str(out, "</workbook>\n");
}

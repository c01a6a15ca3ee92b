#include "workbook/stratmllines.h"
#include "base/utf8.h"
#include <string.h>

const int stratmllines_columns[STRATMLLINES_MOST] = {
    COLUMN_MEASURES_POLARITY,     COLUMN_MEASURES_FREQUENCY,    COLUMN_MEASURES_AGGREGATION,
    COLUMN_MEASURES_WEIGHT,       COLUMN_MEASURES_DECIMALS,     COLUMN_MEASURES_OWNER,
    COLUMN_MEASURES_DATA_SOURCE,  COLUMN_MEASURES_DATA_STEWARD, COLUMN_MEASURES_BASELINE,
    COLUMN_MEASURES_BASELINE_DATE};

static const struct schema_column *column_of(int column) {
    return &schema_sheet(SHEET_MEASURES)->columns[column];
}

/* The column that a title names, or -1. */
static int titled(const char *title) {
    for (size_t i = 0; i < STRATMLLINES_MOST; i++) {
        if (schema_same_title(column_of(stratmllines_columns[i])->title, title)) {
            return stratmllines_columns[i];
        }
    }
    return -1;
}

/* True if the value fits the column; nothing is said if it does not. */
static bool fits(struct fieldcheck *check, int column, const char *value) {
    struct fieldcheck quiet = *check;
    struct field field = {.text = ""};
    struct cell cell = {.kind = CELL_TEXT, .text = value};
    quiet.diags = diags_new(check->arena);
    fieldcheck_read(&quiet, column_of(column), &cell, (struct place){0}, &field);
    return field.filled;
}

static bool given(const struct stratmllines *lines, int column) {
    for (size_t i = 0; i < lines->count; i++) {
        if (lines->items[i].column == column) {
            return true;
        }
    }
    return false;
}

/* Takes one line; false if it is no property. */
static bool read_line(struct fieldcheck *check, const char *line, size_t length,
                      struct stratmllines *out) {
    const char *colon = memchr(line, ':', length);
    if (!colon) {
        return false;
    }
    struct arena *arena = check->arena;
    int column = titled(arena_strndup(arena, line, (size_t)(colon - line)));
    if (column < 0 || given(out, column)) {
        return false;
    }
    const char *value =
        utf8_trim(arena, arena_strndup(arena, colon + 1, (size_t)(line + length - colon - 1)));
    if (!fits(check, column, value)) {
        return false;
    }
    out->items[out->count++] = (struct stratmllines_line){column, value};
    return true;
}

void stratmllines_read(struct fieldcheck *check, const char *text, struct stratmllines *out) {
    *out = (struct stratmllines){.count = 0};
    size_t end = strlen(text);
    while (end > 0) {
        size_t from = end;
        while (from > 0 && text[from - 1] != '\n') {
            from--;
        }
        if (!read_line(check, text + from, end - from, out)) {
            break;
        }
        end = from > 0 ? from - 1 : 0;
    }
    out->rest = utf8_trim(check->arena, arena_strndup(check->arena, text, end));
}

#define RANGE 2 /* of the choices of Polarity */

bool stratmllines_range(const struct record *measure) {
    const struct field *polarity = workbook_field(measure, COLUMN_MEASURES_POLARITY);
    return polarity->filled && polarity->choice == RANGE;
}

const char *stratmllines_write(struct arena *arena, const struct record *measure) {
    struct textbuf out;
    textbuf_init(&out, arena);
    textbuf_str(&out, workbook_field(measure, COLUMN_MEASURES_DEFINITION)->text);
    for (size_t i = 0; i < STRATMLLINES_MOST; i++) {
        const struct field *field = workbook_field(measure, stratmllines_columns[i]);
        bool range =
            stratmllines_columns[i] == COLUMN_MEASURES_POLARITY && stratmllines_range(measure);
        if (field->filled && !range) {
            textbuf_printf(&out, "%s%s: %s", out.length ? "\n" : "",
                           column_of(stratmllines_columns[i])->title, field->text);
        }
    }
    return textbuf_text(&out);
}

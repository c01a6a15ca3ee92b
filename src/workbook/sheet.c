#include "workbook/sheet.h"
#include "base/ascii.h"
#include "base/bounds.h"
#include "base/utf8.h"
#include "workbook/schema.h"
#include <string.h>

/* Texts of up to so many bytes are shared, if they are among so many kept lately. */
#define SHARED_MOST 40u
#define LATELY      4096u

struct sheet *sheet_current(struct sheet_builder *builder) {
    return &builder->sheets->items.items[builder->sheets->items.count - 1];
}

static bool too_many(struct sheet_builder *builder, uint32_t line, uint32_t column, unsigned cap,
                     const char *what) {
    struct place place = {.file = builder->path, .line = line, .column = column};
    diag_report(builder->diags, BP1019, place, arena_printf(builder->arena, "%u", cap), what, NULL);
    return false;
}

bool sheet_begin(struct sheet_builder *builder, const char *title, uint32_t line, uint32_t column) {
    if (builder->sheets->items.count >= BOUND_SHEETS) {
        return too_many(builder, line, column, BOUND_SHEETS, "sheets");
    }
    struct sheet *sheet = vec_add(builder->arena, &builder->sheets->items);
    sheet->path = builder->path;
    sheet->title = utf8_squeeze(builder->arena, title);
    sheet->known = schema_sheet_named(sheet->title) != SHEET_NONE ||
                   schema_wide_sheet(sheet->title) || schema_staffing_matrix(sheet->title);
    sheet->line = line;
    sheet->column = column;
    builder->last_column = 0;
    builder->hidden_columns.count = 0;
    return true;
}

void sheet_end(struct sheet_builder *builder) {
    for (size_t i = 0; i < builder->hidden_columns.count; i++) {
        struct sheet_range range = builder->hidden_columns.items[i];
        uint32_t last = range.last < builder->last_column ? range.last : builder->last_column;
        if (range.first <= last) {
            sheet_current(builder)->hidden_columns += last - range.first + 1;
        }
    }
}

/* A lasting copy of a text, shared by cells that repeat one kept lately. */
static const char *keep_text(struct sheet_builder *builder, const char *text) {
    size_t length = strlen(text);
    if (length > SHARED_MOST) {
        return arena_strndup(builder->arena, text, length);
    }
    if (!builder->lately) {
        builder->lately = arena_array(builder->arena, LATELY, sizeof *builder->lately);
    }
    uint32_t hash = (uint32_t)length;
    for (size_t i = 0; i < length; i++) {
        hash = hash * 33 + (unsigned char)text[i];
    }
    const char **kept = &builder->lately[(hash ^ hash >> 12) % LATELY];
    if (!*kept || strcmp(*kept, text) != 0) {
        *kept = arena_strndup(builder->arena, text, length);
    }
    return *kept;
}

/* The same without blanks at its ends. */
static const char *keep_trimmed(struct sheet_builder *builder, const char *text) {
    return sheet_trimmed(text) ? keep_text(builder, text) : utf8_trim(builder->arena, text);
}

bool sheet_trimmed(const char *text) {
    size_t length = strlen(text);
    unsigned char first = (unsigned char)text[0];
    unsigned char last = length > 0 ? (unsigned char)text[length - 1] : 0;
    return length == 0 || (first > ' ' && first < 0x7F && last > ' ' && last < 0x7F);
}

static bool blank(struct sheet_builder *builder, const char *text) {
    return *text == '\0' || (!sheet_trimmed(text) && *utf8_trim(builder->arena, text) == '\0');
}

bool sheet_add(struct sheet_builder *builder, struct cell cell) {
    const char *text = cell.text ? cell.text : textbuf_text(&builder->text);
    if (cell.kind == CELL_TEXT && !cell.uncalculated && blank(builder, text)) {
        return true;
    }
    struct sheet *sheet = sheet_current(builder);
    if (!sheet->known) {
        return true;
    }
    cell.text = cell.text ? cell.text : keep_text(builder, text);
    if (++builder->cell_count > BOUND_CELLS) {
        return too_many(builder, cell.line, cell.column, BOUND_CELLS, "cells");
    }
    if (builder->overlong) {
        struct place place = {builder->path, cell.line, cell.column,
                              sheet->title,  cell.row,  cell.col};
        diag_report(builder->diags, BP2026, place,
                    arena_printf(builder->arena, "%u", BOUND_FIELD_BYTES), NULL);
    }
    uint32_t last = cell.col + (cell.across > 1 ? cell.across - 1 : 0);
    builder->last_column = last > builder->last_column ? last : builder->last_column;
    vec_push(builder->arena, &sheet->cells, cell);
    return true;
}

void sheet_text(struct sheet_builder *builder, const char *text, size_t length) {
    size_t room = BOUND_FIELD_BYTES - builder->text.length;
    if (length > room) {
        length = room;
        while (length > 0 && ((unsigned char)text[length] & 0xC0u) == 0x80u) {
            length--;
        }
        builder->overlong = true;
    }
    textbuf_bytes(&builder->text, text, length);
}

/* The text with its digits from the sixteenth on taken for rounding: up if it begins with 5 or
 * more.  Programs that write 17 or 21 digits show 15 of them: 0.93600000000000005 is 0.936. */
static char *fifteen_digits(struct arena *arena, const char *text) {
    char *copy = arena_printf(arena, "0%s", text); /* room for a carry */
    bool negative = copy[1] == '-';
    if (negative) {
        copy[0] = '-';
        copy[1] = '0';
    }
    size_t digits = 0, last = 0;
    bool up = false;
    for (size_t i = 1; copy[i] && copy[i] != 'e' && copy[i] != 'E'; i++) {
        if (!ascii_digit(copy[i]) || (digits == 0 && copy[i] == '0')) {
            continue;
        }
        if (digits < 15) {
            last = i;
        } else {
            up = digits == 15 ? copy[i] >= '5' : up;
            copy[i] = '0';
        }
        digits++;
    }
    for (size_t i = last; up && i > 0; i--) {
        if (ascii_digit(copy[i])) {
            up = copy[i] == '9';
            copy[i] = up ? '0' : (char)(copy[i] + 1);
        }
    }
    if (up) {
        copy[0] = '1';
    }
    return copy;
}

/* True if the number has six decimals once it is cut to the digits that a program shows. */
static bool shown_exactly(struct arena *arena, const char *text) {
    const char *cut = fifteen_digits(arena, text);
    struct decimal number;
    return decimal_parse(cut, strlen(cut), &number) == DECIMAL_OK;
}

void sheet_set_number(struct sheet_builder *builder, struct cell *cell, const char *text) {
    const char *trimmed = keep_trimmed(builder, text);
    cell->text = trimmed;
    switch (decimal_parse(trimmed, strlen(trimmed), &cell->number)) {
    case DECIMAL_SYNTAX:
        cell->kind = CELL_TEXT;
        break;
    case DECIMAL_RANGE:
        cell->out_of_range = true;
        break;
    case DECIMAL_ROUNDED:
        cell->rounded = !shown_exactly(builder->arena, trimmed);
        break;
    case DECIMAL_OK:
        break;
    }
}

void sheet_set_date(struct sheet_builder *builder, struct cell *cell, const char *text) {
    const char *trimmed = keep_trimmed(builder, text);
    cell->text = trimmed;
    cell->kind = CELL_DATE;
    if (date_parse(trimmed, &cell->date)) {
        return;
    }
    cell->kind = CELL_TEXT;
    const char *time = strchr(trimmed, 'T');
    if (ascii_starts(trimmed, "1899-12-3") && time && strlen(time) >= 6) {
        cell->text = arena_strndup(builder->arena, time + 1, 5);
    }
}

bool sheet_whole(const char *text, uint32_t *out) {
    uint64_t value = 0;
    size_t digits = strspn(text, "0123456789");
    if (digits == 0 || digits > 10 || text[digits] != '\0') {
        return false;
    }
    for (size_t i = 0; i < digits; i++) {
        value = value * 10 + (uint64_t)(text[i] - '0');
    }
    *out = (uint32_t)value;
    return value < UINT64_C(1) << 31;
}

bool sheet_address(struct arena *arena, const char *text, const char **title, uint32_t *row,
                   uint32_t *col) {
    const char *bang = strrchr(text, '!');
    if (!bang || bang == text) {
        return false;
    }
    uint32_t column = 0;
    const char *at = bang + 1;
    for (; ascii_upper(*at) && column < BOUND_SHEET_COLUMNS; at++) {
        column = column * 26 + (uint32_t)(*at - 'A') + 1;
    }
    if (column == 0 || column > BOUND_SHEET_COLUMNS || !sheet_whole(at, row) || *row == 0 ||
        *row > BOUND_SHEET_ROWS) {
        return false;
    }
    *title = arena_strndup(arena, text, (size_t)(bang - text));
    *col = column;
    return true;
}

#include "export/sheetplan.h"
#include "base/utf8.h"
#include "workbook/schemadoc.h"
#include <assert.h>
#include <string.h>

#define COLUMNS_MOST   64u
#define SPARE_ROWS     200u
#define EXACT_BELOW    INT64_C(1000000000) /* a double holds six decimals below this */
#define WIDEST_WORD    40u
#define NARROWEST      9u
#define PROPERTY_WIDTH 26u
#define VALUE_WIDTH    56u
#define PROSE_WIDTH    96u

/* ---- cells ---- */

/* True if every spreadsheet keeps the number: they compute with binary fractions of 53 bits. */
static bool exact_double(struct decimal number) {
    struct decimal size = decimal_abs(number);
    return size.micro % DECIMAL_ONE == 0 || size.micro / DECIMAL_ONE < EXACT_BELOW;
}

/* A number as text, in the style the workbook declares. */
static const char *styled(struct arena *arena, const char *plain, enum number_style style) {
    char *text = arena_strdup(arena, plain);
    char *mark = strchr(text, '.');
    if (mark && (style == NUMBER_COMMA || style == NUMBER_SPACED)) {
        *mark = ',';
    }
    return text;
}

static void set_number(const struct sheetplan *plan, const struct field *field,
                       struct sheetplan_cell *cell) {
    cell->text = styled(plan->arena, field->text, plan->style);
    if (exact_double(field->number)) {
        cell->kind = field->percent ? CELL_PERCENT : CELL_NUMBER;
        cell->number = field->number;
    }
}

static void set_date(struct date date, struct sheetplan_cell *cell) {
    if (date_compare(date, (struct date){1900, 3, 1}) >= 0) {
        cell->kind = CELL_DATE;
        cell->date = date;
    }
}

/* Choices such as 1 to 5 are numbers to a spreadsheet; 1.0 is not, because it would show as 1. */
static void set_choice(const char *text, struct sheetplan_cell *cell) {
    size_t digits = strspn(text, "0123456789");
    if (digits > 0 && digits < 9 && text[digits] == '\0' && (digits == 1 || text[0] != '0')) {
        decimal_parse(text, digits, &cell->number);
        cell->kind = CELL_NUMBER;
    }
}

static const char *spaced_ids(struct arena *arena, const char *text) {
    struct textbuf out;
    textbuf_init(&out, arena);
    for (; *text; text++) {
        textbuf_char(&out, *text);
        if (*text == ';') {
            textbuf_char(&out, ' ');
        }
    }
    return textbuf_text(&out);
}

static struct sheetplan_cell cell_of(const struct sheetplan *plan, enum field_type type,
                                     const struct field *field) {
    struct sheetplan_cell cell = {.kind = CELL_TEXT, .text = field->text};
    switch (type) {
    case FIELD_NUMBER:
    case FIELD_SHARE:
    case FIELD_COUNT_OF:
        set_number(plan, field, &cell);
        break;
    case FIELD_DATE:
        set_date(field->date, &cell);
        break;
    case FIELD_CHOICE:
        set_choice(field->text, &cell);
        break;
    case FIELD_REFERENCES:
        cell.text = spaced_ids(plan->arena, field->text);
        break;
    case FIELD_ID:
    case FIELD_REFERENCE:
    case FIELD_TITLE:
    case FIELD_TEXT:
    case FIELD_MONTH_DAY:
    case FIELD_PERIOD:
    case FIELD_FLAG:
        break;
    }
    return cell;
}

static void put_cell(const struct sheetplan *plan, struct sheetplan_sheet *sheet,
                     struct sheetplan_cell cell, uint32_t row, uint32_t col) {
    cell.row = row;
    cell.col = col;
    vec_push(plan->arena, &sheet->cells, cell);
    sheet->rows = row > sheet->rows ? row : sheet->rows;
}

static void put_text(const struct sheetplan *plan, struct sheetplan_sheet *sheet, uint32_t row,
                     uint32_t col, enum sheetplan_look look, const char *text) {
    struct sheetplan_cell cell = {.kind = CELL_TEXT, .look = look, .text = text};
    put_cell(plan, sheet, cell, row, col);
}

/* ---- notes and lists ---- */

/* What a column is for, what may stand in it, and an example. */
static const char *note_of(struct arena *arena, const struct schema_column *column) {
    struct textbuf rule, out;
    textbuf_init(&rule, arena);
    textbuf_init(&out, arena);
    schemadoc_rule(column, &rule);
    textbuf_printf(&out, "%s\n", column->about);
    textbuf_str(&out, column->flags & FIELD_REQUIRED ? "Must be filled: " : "May be blank: ");
    for (const char *at = textbuf_text(&rule); *at; at++) {
        if (*at != '`') {
            textbuf_char(&out, *at);
        }
    }
    if (column->example && column->example[0]) {
        textbuf_printf(&out, ".\nExample: %s", column->example);
    } else {
        textbuf_char(&out, '.');
    }
    return textbuf_text(&out);
}

static void put_note(const struct sheetplan *plan, struct sheetplan_sheet *sheet, uint32_t row,
                     uint32_t col, const struct schema_column *column) {
    struct sheetplan_note note = {row, col, note_of(plan->arena, column)};
    vec_push(plan->arena, &sheet->notes, note);
}

static void put_list(const struct sheetplan *plan, struct sheetplan_sheet *sheet,
                     struct sheetplan_list at, const struct schema_column *column) {
    at.target = SHEET_NONE;
    at.title = column->title;
    if (column->type == FIELD_CHOICE) {
        at.choices = column->choices;
    } else if (column->type == FIELD_FLAG) {
        at.choices = "Y;N";
    } else if (column->type == FIELD_REFERENCE && column->target != SHEET_NONE) {
        at.target = column->target;
    } else {
        return;
    }
    vec_push(plan->arena, &sheet->lists, at);
}

/* ---- which columns ---- */

static bool column_used(const struct table *table, int column) {
    for (size_t i = 0; i < table->records.count; i++) {
        if (workbook_field(&table->records.items[i], column)->filled) {
            return true;
        }
    }
    return false;
}

/* Columns that must be there and those that are used; at least two, because a single title is not
 * taken for a header. */
static void choose_columns(const struct schema_sheet_def *def, const struct table *table,
                           bool *wanted) {
    size_t count = 0;
    for (size_t i = 0; i < def->column_count; i++) {
        wanted[i] = def->columns[i].flags & FIELD_REQUIRED || column_used(table, (int)i);
        count += wanted[i];
    }
    for (size_t i = 0; i < def->column_count && count < 2; i++) {
        count += !wanted[i];
        wanted[i] = true;
    }
}

/* The width a column asks for, by its type and what stands in it. */
static unsigned width_for(const struct schema_column *column, const struct table *table,
                          int index) {
    const size_t title = utf8_runes(column->title);
    size_t widest = title <= 18 ? title + 5 : title * 2 / 3 + 6; /* long ones break */
    if (column->type == FIELD_TEXT) {
        return 48;
    }
    for (size_t i = 0; i < table->records.count && i < 1000; i++) {
        const struct field *field = workbook_field(&table->records.items[i], index);
        size_t wide = field->filled ? utf8_runes(field->text) + 2 : 0;
        widest = wide > widest ? wide : widest;
    }
    size_t least = column->type == FIELD_TITLE ? 18 : column->type == FIELD_DATE ? 12 : NARROWEST;
    widest = widest < least ? least : widest;
    return (unsigned)(widest > WIDEST_WORD ? WIDEST_WORD : widest);
}

/* ---- sheets of rows ---- */

static void put_header(const struct sheetplan *plan, struct sheetplan_sheet *sheet,
                       const struct schema_column *column) {
    bool required = column->flags & FIELD_REQUIRED;
    uint32_t col = (uint32_t)sheet->columns.count;
    put_text(plan, sheet, 1, col, required ? SHEETPLAN_HEAD_REQUIRED : SHEETPLAN_HEAD,
             required ? arena_printf(plan->arena, "%s *", column->title) : column->title);
    put_note(plan, sheet, 1, col, column);
}

static void put_rows(const struct sheetplan *plan, struct sheetplan_sheet *sheet,
                     const struct table *table, const int *columns) {
    const struct schema_sheet_def *def = schema_sheet(sheet->kind);
    for (size_t i = 0; i < table->records.count; i++) {
        for (uint32_t col = 1; col <= sheet->columns.count; col++) {
            int column = columns[col - 1];
            const struct field *field = workbook_field(&table->records.items[i], column);
            if (field->filled) {
                put_cell(plan, sheet, cell_of(plan, def->columns[column].type, field),
                         (uint32_t)i + 2, col);
            }
        }
    }
}

static void fill_rows(const struct sheetplan *plan, struct sheetplan_sheet *sheet,
                      const struct table *table, bool every) {
    const struct schema_sheet_def *def = schema_sheet(sheet->kind);
    int columns[COLUMNS_MOST] = {0};
    bool wanted[COLUMNS_MOST] = {false};
    assert(def->column_count <= COLUMNS_MOST);
    choose_columns(def, table, wanted);
    for (size_t i = 0; i < def->column_count; i++) {
        const struct schema_column *column = &def->columns[i];
        if (!every && !wanted[i]) {
            continue;
        }
        columns[sheet->columns.count] = (int)i;
        struct sheetplan_column wide = {column->type, width_for(column, table, (int)i)};
        vec_push(plan->arena, &sheet->columns, wide);
        put_header(plan, sheet, column);
        if (column->flags & FIELD_KEY && column->type == FIELD_ID) {
            sheet->key = (uint32_t)sheet->columns.count;
        }
    }
    put_rows(plan, sheet, table, columns);
    for (uint32_t col = 1; col <= sheet->columns.count; col++) {
        struct sheetplan_list at = {.col = col, .first_row = 2, .last_row = sheetplan_reach(sheet)};
        put_list(plan, sheet, at, &def->columns[columns[col - 1]]);
    }
}

/* ---- sheets of properties ---- */

static void fill_properties(const struct sheetplan *plan, struct sheetplan_sheet *sheet,
                            const struct table *table, bool every) {
    const struct schema_sheet_def *def = schema_sheet(sheet->kind);
    vec_push(plan->arena, &sheet->columns,
             ((struct sheetplan_column){FIELD_TITLE, PROPERTY_WIDTH}));
    vec_push(plan->arena, &sheet->columns, ((struct sheetplan_column){FIELD_TEXT, VALUE_WIDTH}));
    put_text(plan, sheet, 1, 1, SHEETPLAN_HEAD_REQUIRED, "Property");
    put_text(plan, sheet, 1, 2, SHEETPLAN_HEAD_REQUIRED, "Value");
    uint32_t row = 1;
    for (size_t i = 0; i < def->column_count; i++) {
        const struct schema_column *column = &def->columns[i];
        bool required = column->flags & FIELD_REQUIRED;
        const struct field *field =
            table->records.count ? workbook_field(&table->records.items[0], (int)i) : NULL;
        bool filled = field && field->filled;
        if (!every && !required && !filled) {
            continue;
        }
        row++;
        put_text(plan, sheet, row, 1, SHEETPLAN_PROPERTY,
                 required ? arena_printf(plan->arena, "%s *", column->title) : column->title);
        if (filled) {
            put_cell(plan, sheet, cell_of(plan, column->type, field), row, 2);
        }
        put_note(plan, sheet, row, 1, column);
        struct sheetplan_list at = {.col = 2, .first_row = row, .last_row = row};
        put_list(plan, sheet, at, column);
    }
}

/* ---- heights ---- */

/* Lines that a text takes in a column of a width in characters. */
static size_t lines_of(const char *text, size_t width) {
    size_t lines = 0;
    for (;;) {
        size_t length = strcspn(text, "\n"), runes = 0;
        for (size_t i = 0; i < length; i++) {
            runes += ((unsigned char)text[i] & 0xC0) != 0x80;
        }
        lines += runes == 0 ? 1 : (runes + width - 1) / width;
        if (text[length] == '\0') {
            return lines;
        }
        text += length + 1;
    }
}

static size_t cell_lines(const struct sheetplan_sheet *sheet, const struct sheetplan_cell *cell) {
    size_t width = sheet->columns.items[cell->col - 1].width;
    switch (cell->look) {
    case SHEETPLAN_TITLE:
        return (size_t)2 * SHEETPLAN_LINES_TITLE;
    case SHEETPLAN_HEADING:
        return SHEETPLAN_LINES_TITLE;
    case SHEETPLAN_HEAD:
    case SHEETPLAN_HEAD_REQUIRED: /* a bold title breaks between words */
        return utf8_runes(cell->text) + 2 > width ? 2 : 1;
    case SHEETPLAN_PROPERTY:
    case SHEETPLAN_PROSE:
    case SHEETPLAN_BODY:
        break;
    }
    return cell->kind == CELL_TEXT ? lines_of(cell->text, width) : 1;
}

static void measure_rows(const struct sheetplan *plan, struct sheetplan_sheet *sheet) {
    for (uint32_t row = 0; row < sheet->rows; row++) {
        vec_push(plan->arena, &sheet->lines, 1);
    }
    for (size_t i = 0; i < sheet->cells.count; i++) {
        const struct sheetplan_cell *cell = &sheet->cells.items[i];
        size_t lines = cell_lines(sheet, cell);
        uint16_t *most = &sheet->lines.items[cell->row - 1];
        *most = lines > *most ? (uint16_t)(lines > 9999 ? 9999 : lines) : *most;
    }
}

/* ---- all together ---- */

uint32_t sheetplan_reach(const struct sheetplan_sheet *sheet) {
    return sheet->rows + SPARE_ROWS;
}

struct sheetplan *sheetplan_of(struct arena *arena, const struct workbook *workbook, bool every) {
    struct sheetplan *plan = arena_alloc(arena, sizeof *plan);
    plan->arena = arena;
    plan->style = workbook->number_style;
    for (int i = 0; i < SHEET_COUNT; i++) {
        const struct table *table = &workbook->tables[i];
        if (!every && !table->present) {
            continue;
        }
        const struct schema_sheet_def *def = schema_sheet((enum schema_sheet)i);
        struct sheetplan_sheet sheet = {.title = def->title,
                                        .kind = (enum schema_sheet)i,
                                        .properties = def->form == SHEET_PROPERTIES};
        if (sheet.properties) {
            fill_properties(plan, &sheet, table, every);
        } else {
            fill_rows(plan, &sheet, table, every);
        }
        measure_rows(plan, &sheet);
        vec_push(arena, &plan->sheets, sheet);
    }
    return plan;
}

void sheetplan_prose(struct sheetplan *plan, const char *title, const char *text) {
    struct sheetplan_sheet sheet = {.title = title, .kind = SHEET_NONE};
    vec_push(plan->arena, &sheet.columns, ((struct sheetplan_column){FIELD_TEXT, PROSE_WIDTH}));
    uint32_t row = 0;
    while (*text) {
        size_t length = strcspn(text, "\n");
        const char *line = arena_strndup(plan->arena, text, length);
        text += length + (text[length] == '\n');
        row++;
        size_t marks = strspn(line, "#");
        enum sheetplan_look look = marks == 0   ? SHEETPLAN_PROSE
                                   : marks == 1 ? SHEETPLAN_TITLE
                                                : SHEETPLAN_HEADING;
        line = utf8_trim(plan->arena, line + marks);
        if (*line) {
            put_text(plan, &sheet, row, 1, look, line);
        }
    }
    measure_rows(plan, &sheet);
    vec_push(plan->arena, &plan->sheets, sheet);
    struct sheetplan_sheet *all = plan->sheets.items;
    memmove(all + 1, all, (plan->sheets.count - 1) * sizeof *all);
    all[0] = sheet;
}

const struct sheetplan_sheet *sheetplan_sheet_of(const struct sheetplan *plan,
                                                 enum schema_sheet kind) {
    for (size_t i = 0; i < plan->sheets.count; i++) {
        if (plan->sheets.items[i].kind == kind) {
            return &plan->sheets.items[i];
        }
    }
    return NULL;
}

const char *sheetplan_area(const struct sheetplan *plan, const struct sheetplan_sheet *sheet,
                           uint32_t col, uint32_t first_row, uint32_t last_row, bool excel) {
    char letters[8];
    size_t at = sizeof letters - 1;
    letters[at] = '\0';
    for (; col > 0; col = (col - 1) / 26) {
        letters[--at] = (char)('A' + (col - 1) % 26);
    }
    const char *letter = letters + at;
    const char *quote = strchr(sheet->title, ' ') ? "'" : "";
    return arena_printf(plan->arena, "%s%s%s%s%s$%s$%u:%s$%s$%u", excel ? "" : "$", quote,
                        sheet->title, quote, excel ? "!" : ".", letter, first_row, excel ? "" : ".",
                        letter, last_row);
}

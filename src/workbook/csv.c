#include "workbook/csv.h"
#include "base/ascii.h"
#include "base/bounds.h"
#include "base/encoding.h"
#include "base/utf8.h"
#include <string.h>

#define TOP_ROWS     20u  /* the header is one of these */
#define LOOK_COLUMNS 256u /* where the titles of a sheet are expected */
#define TITLE_BYTES  400u /* as much of a cell as a title may have */
#define SEPARATORS   ",;\t"
#define PROPERTIES                                                                                 \
    "Property;Properties;Setting;Settings;Option;Item;Name;Field;Value;Values" /* head such rows   \
                                                                                */

enum cell_end { END_CELL, END_ROW, END_FILE };

/* Reads cells one after the other; the same for looking ahead and for reading. */
struct scanner {
    const char *text;
    size_t length, at;
    uint32_t line;
    size_t line_start;
    char separator;
    bool quoted; /* the last cell stood in quotes */
    bool open;   /* and they were never closed */
    bool untidy; /* text stood beside the quotes */
    void *user;  /* take() is given the text of the cell in pieces */
    void (*take)(void *user, const char *text, size_t length);
};

/* ---- names of files ---- */

static bool is_filler(char c) {
    return c == ' ' || c == '-' || c == '_';
}

/* Equal but for case and for blanks, hyphens and underscores anywhere. */
static bool same_name(const char *a, size_t a_length, const char *b, size_t b_length) {
    size_t i = 0, k = 0;
    for (;;) {
        while (i < a_length && is_filler(a[i])) {
            i++;
        }
        while (k < b_length && is_filler(b[k])) {
            k++;
        }
        if (i == a_length || k == b_length) {
            return i == a_length && k == b_length;
        }
        if (ascii_lower(a[i++]) != ascii_lower(b[k++])) {
            return false;
        }
    }
}

static bool name_among(const char *list, const char *name) {
    while (*list) {
        size_t item = strcspn(list, ";");
        if (same_name(list, item, name, strlen(name))) {
            return true;
        }
        list += item + (list[item] == ';');
    }
    return false;
}

static bool names_sheet(enum schema_sheet sheet, const char *name, bool alias) {
    const struct schema_sheet_def *def = schema_sheet(sheet);
    if (alias) {
        return name_among(def->aliases, name) || name_among(def->container, name);
    }
    return name_among(def->title, name);
}

const char *csv_title(struct arena *arena, const char *file_name, enum schema_sheet *kind) {
    const char *dot = strrchr(file_name, '.');
    size_t length = dot ? (size_t)(dot - file_name) : strlen(file_name);
    const char *name = utf8_squeeze(arena, arena_strndup(arena, file_name, length));
    *kind = SHEET_VALUES;
    if (name_among(SCHEMA_WIDE_ALIASES, name)) {
        return SCHEMA_WIDE_TITLE;
    }
    if (name_among(SCHEMA_MATRIX_ALIASES, name)) {
        *kind = SHEET_STAFFING;
        return SCHEMA_MATRIX_TITLE;
    }
    for (int alias = 0; alias < 2; alias++) {
        for (int i = 0; i < SHEET_COUNT; i++) {
            if (names_sheet((enum schema_sheet)i, name, alias != 0)) {
                *kind = (enum schema_sheet)i;
                return schema_sheet(*kind)->title;
            }
        }
    }
    *kind = SHEET_NONE;
    return name;
}

/* ---- cells ---- */

/* Past a line break, which may be CR, LF or both. */
static void pass_break(struct scanner *scanner) {
    bool both = scanner->text[scanner->at] == '\r' && scanner->at + 1 < scanner->length &&
                scanner->text[scanner->at + 1] == '\n';
    scanner->at += both ? 2 : 1;
    scanner->line++;
    scanner->line_start = scanner->at;
}

static bool at_break(const struct scanner *scanner) {
    return scanner->text[scanner->at] == '\n' || scanner->text[scanner->at] == '\r';
}

static enum cell_end cell_end(struct scanner *scanner) {
    if (scanner->at == scanner->length) {
        return END_FILE;
    }
    if (scanner->text[scanner->at] == scanner->separator) {
        scanner->at++;
        return END_CELL;
    }
    pass_break(scanner);
    return scanner->at == scanner->length ? END_FILE : END_ROW;
}

/* What stands without quotes, up to a separator or line break. */
static void pass_plain(struct scanner *scanner) {
    size_t from = scanner->at;
    while (scanner->at < scanner->length && !at_break(scanner) &&
           scanner->text[scanner->at] != scanner->separator) {
        scanner->at++;
    }
    scanner->take(scanner->user, scanner->text + from, scanner->at - from);
}

/* What stands between quotes; a doubled one is one, a line break of any kind a line feed. */
static void pass_quoted(struct scanner *scanner) {
    scanner->at++;
    size_t from = scanner->at;
    while (scanner->at < scanner->length) {
        char c = scanner->text[scanner->at];
        if (c != '"' && c != '\n' && c != '\r') {
            scanner->at++;
            continue;
        }
        scanner->take(scanner->user, scanner->text + from, scanner->at - from);
        if (c == '"') {
            scanner->at++;
            if (scanner->at == scanner->length || scanner->text[scanner->at] != '"') {
                return;
            }
            from = scanner->at++; /* the second of the two begins the next piece */
            continue;
        }
        pass_break(scanner);
        scanner->take(scanner->user, "\n", 1);
        from = scanner->at;
    }
    scanner->open = true;
}

static bool blank_until_quote(const struct scanner *scanner) {
    size_t at = scanner->at;
    while (at < scanner->length && scanner->text[at] == ' ') {
        at++;
    }
    return at > scanner->at && at < scanner->length && scanner->text[at] == '"';
}

static enum cell_end next_cell(struct scanner *scanner) {
    scanner->quoted = scanner->open = scanner->untidy = false;
    if (scanner->at < scanner->length && scanner->text[scanner->at] == '"') {
        scanner->quoted = true;
        pass_quoted(scanner);
        size_t closed = scanner->at;
        while (scanner->at < scanner->length && scanner->text[scanner->at] == ' ' &&
               scanner->separator != ' ') {
            scanner->at++;
        }
        scanner->untidy = scanner->at < scanner->length && !at_break(scanner) &&
                          scanner->text[scanner->at] != scanner->separator;
        if (scanner->untidy) {
            scanner->at = closed;
            pass_plain(scanner);
        }
        return cell_end(scanner);
    }
    scanner->untidy = blank_until_quote(scanner);
    pass_plain(scanner);
    return cell_end(scanner);
}

/* ---- which separator ---- */

/* What the first rows look like under one separator. */
struct prospect {
    size_t titles;   /* most that a row holds */
    uint32_t header; /* that row, 0: none */
    uint32_t width;  /* its last filled column */
    bool divides;    /* some row has more than one cell */
};

struct title {
    char text[TITLE_BYTES + 1];
    size_t length;
};

static void take_title(void *user, const char *text, size_t length) {
    struct title *title = user;
    size_t room = TITLE_BYTES - title->length;
    memcpy(title->text + title->length, text, length < room ? length : room);
    title->length += length < room ? length : room;
}

static bool known_title(enum schema_sheet kind, const char *text) {
    return schema_column_titled(kind, text) >= 0 ||
           (schema_sheet(kind)->form == SHEET_PROPERTIES && schema_title_among(PROPERTIES, text));
}

static struct prospect look(struct scanner scanner, enum schema_sheet kind, char separator) {
    struct title title = {.length = 0};
    struct prospect prospect = {.titles = 0};
    scanner.separator = separator;
    scanner.take = take_title;
    scanner.user = &title;
    enum cell_end end = END_ROW;
    for (uint32_t row = 1; row <= TOP_ROWS && end != END_FILE; row++) {
        size_t titles = 0;
        uint32_t col = 0, width = 0;
        do {
            title.length = 0;
            end = next_cell(&scanner);
            title.text[title.length] = '\0';
            col++;
            if (title.text[strspn(title.text, " ")] != '\0') {
                width = col;
                titles += col <= LOOK_COLUMNS && known_title(kind, title.text);
            }
        } while (end == END_CELL);
        prospect.divides = prospect.divides || col > 1;
        if (titles > prospect.titles) {
            prospect.titles = titles;
            prospect.header = row;
            prospect.width = width;
        }
    }
    return prospect;
}

static const char *separator_name(char separator) {
    return separator == ',' ? "comma" : separator == ';' ? "semicolon" : "tab";
}

/* False (reported) if two separators serve equally well. */
static bool choose_separator(const struct sheet_builder *builder, struct scanner *scanner,
                             enum schema_sheet kind, struct prospect *chosen) {
    char rival = 0;
    *chosen = look(*scanner, kind, ',');
    scanner->separator = ',';
    for (const char *at = &SEPARATORS[1]; *at; at++) {
        struct prospect prospect = look(*scanner, kind, *at);
        bool better = prospect.titles > chosen->titles ||
                      (prospect.titles == chosen->titles && prospect.divides && !chosen->divides);
        if (better) {
            *chosen = prospect;
            scanner->separator = *at;
            rival = 0;
        } else if (prospect.titles == chosen->titles && prospect.divides) {
            rival = *at;
        }
    }
    if (rival == 0) {
        return true;
    }
    diag_report_hint(builder->diags, BP1061,
                     (struct place){.file = builder->path, .line = scanner->line, .column = 1},
                     "put the column titles into the first line",
                     separator_name(scanner->separator), separator_name(rival), NULL);
    return false;
}

/* A first line `sep=;`, which Excel reads and no row is; true if it is there. */
static bool told_separator(struct scanner *scanner) {
    size_t at = scanner->at;
    bool quoted = at < scanner->length && scanner->text[at] == '"';
    at += quoted;
    if (scanner->length - at < 5 + (size_t)quoted) {
        return false;
    }
    for (size_t i = 0; i < 4; i++) {
        if (ascii_lower(scanner->text[at + i]) != "sep="[i]) {
            return false;
        }
    }
    if (!strchr(SEPARATORS, scanner->text[at + 4]) || (quoted && scanner->text[at + 5] != '"')) {
        return false;
    }
    size_t after = at + 5 + quoted;
    if (after < scanner->length && scanner->text[after] != '\r' && scanner->text[after] != '\n') {
        return false;
    }
    scanner->separator = scanner->text[at + 4];
    scanner->at = after;
    if (after < scanner->length) {
        pass_break(scanner);
    }
    return true;
}

/* ---- the sheet ---- */

struct reader {
    struct sheet_builder *builder;
    struct scanner scanner;
    struct prospect prospect;
    struct cell cell;
    bool wide;     /* the row's surplus was reported */
    bool confused; /* cells stand in wrong columns somewhere */
};

static struct place cell_place(const struct reader *reader) {
    return (struct place){reader->builder->path, reader->cell.line,
                          reader->cell.column,   sheet_current(reader->builder)->title,
                          reader->cell.row,      reader->cell.col};
}

static void take_text(void *user, const char *text, size_t length) {
    sheet_text(user, text, length);
}

static bool too_many(const struct reader *reader, unsigned most, const char *what) {
    diag_report(reader->builder->diags, BP1019, cell_place(reader),
                arena_printf(reader->builder->arena, "%u", most), what, NULL);
    return false;
}

/* A row longer than the header is one whose text holds a separator without quotes: from there on
 * every cell stands in the wrong column. */
static void check_width(struct reader *reader) {
    if (reader->wide || reader->prospect.header == 0 ||
        reader->cell.row <= reader->prospect.header || reader->cell.col <= reader->prospect.width ||
        *utf8_trim(reader->builder->arena, textbuf_text(&reader->builder->text)) == '\0') {
        return;
    }
    reader->wide = reader->confused = true;
    struct arena *arena = reader->builder->arena;
    diag_report_hint(reader->builder->diags, BP1064, cell_place(reader),
                     arena_printf(arena, "put a text that holds a %s into quotation marks",
                                  separator_name(reader->scanner.separator)),
                     arena_printf(arena, "%u", reader->prospect.width), NULL);
}

/* What a formula that failed leaves in a cell.  Text that only looks so is written in quotes;
 * #N/A is what people write for a value that is not there. */
static bool is_error(const struct reader *reader) {
    static const char *const words[] = {"#DIV/0!", "#NAME?",  "#NULL!", "#NUM!",
                                        "#REF!",   "#VALUE!", "#SPILL!"};
    const char *text = textbuf_text(&reader->builder->text);
    bool candidate = text[0] == '#' && !reader->scanner.quoted;
    for (size_t i = 0; candidate && i < sizeof words / sizeof words[0]; i++) {
        if (strcmp(text, words[i]) == 0) {
            return true;
        }
    }
    return false;
}

static bool read_cell(struct reader *reader, enum cell_end *end) {
    struct sheet_builder *builder = reader->builder;
    struct scanner *scanner = &reader->scanner;
    textbuf_clear(&builder->text);
    builder->overlong = false;
    reader->cell.line = scanner->line;
    reader->cell.column = (uint32_t)(scanner->at - scanner->line_start) + 1;
    *end = next_cell(scanner);
    if (scanner->open) {
        diag_report(builder->diags, BP1062, cell_place(reader), NULL);
        return false;
    }
    if (scanner->untidy) {
        diag_report(builder->diags, BP1063, cell_place(reader), NULL);
        reader->confused = true;
    }
    check_width(reader);
    reader->cell.kind = is_error(reader) ? CELL_ERROR : CELL_TEXT;
    return sheet_add(builder, reader->cell);
}

static bool read_rows(struct reader *reader) {
    enum cell_end end = END_ROW;
    for (reader->cell.row = 1; end != END_FILE; reader->cell.row++) {
        if (reader->cell.row > BOUND_SHEET_ROWS) {
            return too_many(reader, BOUND_SHEET_ROWS, "rows");
        }
        reader->wide = false;
        reader->cell.col = 0;
        do {
            if (++reader->cell.col > BOUND_SHEET_COLUMNS) {
                return too_many(reader, BOUND_SHEET_COLUMNS, "columns");
            }
            if (!read_cell(reader, &end)) {
                return false;
            }
        } while (end == END_CELL);
        if (diags_full(reader->builder->diags)) {
            return true;
        }
    }
    return true;
}

/* ---- bytes ---- */

/* Line and column of an offset, for findings before anything is read. */
static struct place byte_place(const struct sheet_builder *builder, const char *text, size_t at) {
    struct place place = {.file = builder->path, .line = 1, .column = 1};
    for (size_t i = 0; i < at; i++) {
        bool both = text[i] == '\r' && text[i + 1] == '\n';
        place.column++;
        if (!both && (text[i] == '\n' || text[i] == '\r')) {
            place.line++;
            place.column = 1;
        }
    }
    return place;
}

/* Offset of the first control character that text does not hold; length if there is none. */
static size_t find_control(const char *text, size_t length) {
    for (size_t at = 0; at < length; at++) {
        unsigned char c = (unsigned char)text[at];
        if (c < 0x20 && c != '\t' && c != '\n' && c != '\r') {
            return at;
        }
    }
    return length;
}

static bool refuse_control(const struct sheet_builder *builder, const char *text, size_t at) {
    bool zip = at > 0 && text[0] == 'P' && text[1] == 'K';
    char hex[] = "U+00XX";
    hex[4] = "0123456789ABCDEF"[text[at] >> 4 & 15];
    hex[5] = "0123456789ABCDEF"[text[at] & 15];
    diag_report_hint(builder->diags, BP1060, byte_place(builder, text, at),
                     zip ? "it may be a workbook (.xlsx or .ods) under a wrong name" : NULL, hex,
                     NULL);
    return false;
}

/* The text without byte order mark; false after reporting why the bytes are none. */
static bool accept(const struct sheet_builder *builder, const char *bytes, size_t length,
                   struct encoding_text *text) {
    struct place start = {.file = builder->path, .line = 1, .column = 1};
    if (!encoding_decode(builder->arena, bytes, length, text)) {
        diag_report(builder->diags, BP1004, start, "UTF-16 with damaged characters", NULL);
        return false;
    }
    if (text->length == 0) {
        diag_report(builder->diags, BP1009, (struct place){.file = builder->path}, NULL);
        return false;
    }
    size_t control = find_control(text->bytes, text->length);
    if (control < text->length) {
        return refuse_control(builder, text->bytes, control);
    }
    size_t unsound = encoding_sound(text->bytes, text->length);
    if (unsound < text->length) {
        diag_report_hint(builder->diags, BP1008, byte_place(builder, text->bytes, unsound),
                         "in Excel, save the sheet as 'CSV UTF-8 (comma delimited)'", NULL);
        return false;
    }
    return true;
}

bool csv_read(struct sheet_builder *builder, const char *title, enum schema_sheet kind,
              const char *bytes, size_t length) {
    if (!sheet_begin(builder, title, 1, 1)) {
        return false;
    }
    struct encoding_text text;
    if (kind == SHEET_NONE) {
        return true;
    }
    if (!accept(builder, bytes, length, &text)) {
        return false;
    }
    struct reader *reader = arena_alloc(builder->arena, sizeof *reader);
    *reader = (struct reader){.builder = builder};
    struct scanner *scanner = &reader->scanner;
    *scanner = (struct scanner){.text = text.bytes, .length = text.length, .line = 1};
    if (told_separator(scanner)) {
        reader->prospect = look(*scanner, kind, scanner->separator);
    } else if (!choose_separator(builder, scanner, kind, &reader->prospect)) {
        return false;
    }
    scanner->take = take_text;
    scanner->user = builder;
    bool read = read_rows(reader);
    sheet_end(builder);
    return read && !reader->confused; /* what stands in wrong columns gives idle findings */
}

#include "base/diag.h"

#include "base/ascii.h"
#include "base/bounds.h"
#include "base/idmap.h"
#include "base/sametext.h"
#include "base/utf8.h"
#include "base/vec.h"
#include <assert.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

/* Longer arguments are cut: a message is a line, not a dump of the cell. */
#define ARGUMENT_RUNES 200u
#define ARGUMENTS      9u

#define IGNORED "ignored for this run by --ignore"

struct row {
    unsigned number;
    enum diag_severity severity;
    const char *text;
    const char *explanation;
};

static const struct row rows[] = {
#define DIAG(number, severity, text, explanation) {number, DIAG_##severity, text, explanation},
#include "base/diag_table.def"
#undef DIAG
};

#define ROWS (sizeof rows / sizeof *rows)

enum row_index {
#define DIAG(number, severity, text, explanation) ROW_##number,
#include "base/diag_table.def"
#undef DIAG
};

struct diags {
    struct arena *arena;
    VEC(struct diag) kept;
    size_t kept_of[DIAG_ERROR + 1]; /* told when reported */
    size_t told[DIAG_ERROR + 1];    /* kept or not, less what was waived */
    size_t suppressed[DIAG_WAIVED + 1];
    /* By row of the table, which is long: NULL while there are none, as in nearly all. */
    size_t *unlisted; /* told, but beyond the cap */
    bool *ignored;
    bool sorted;
};

/* A number that stands twice in the table does not compile here. */
static const struct row *row_of(unsigned number) {
    switch (number) {
#define DIAG(number, severity, text, explanation)                                                  \
    case number:                                                                                   \
        return &rows[ROW_##number];
#include "base/diag_table.def"
#undef DIAG
    default:
        return NULL;
    }
}

struct diags *diags_new(struct arena *arena) {
    struct diags *diags = arena_alloc(arena, sizeof *diags);
    diags->arena = arena;
    return diags;
}

static void append_argument(struct textbuf *out, const char *argument) {
    size_t length = strlen(argument);
    size_t at = 0;
    for (size_t runes = 0; at < length && runes < ARGUMENT_RUNES; runes++)
        utf8_next(argument, length, &at);
    const char *shown = arena_strndup(out->arena, argument, at);
    textbuf_str(out, utf8_printable(out->arena, shown));
    if (at < length)
        textbuf_str(out, "\u2026");
}

/* Reads the arguments into the finding and its message. */
static void fill(struct arena *arena, struct diag *diag, const char *text, va_list args) {
    const char **arguments = arena_array(arena, ARGUMENTS, sizeof *arguments);
    struct textbuf out;
    for (const char *next = va_arg(args, const char *); next; next = va_arg(args, const char *)) {
        assert(diag->argument_count < ARGUMENTS);
        textbuf_init(&out, arena);
        append_argument(&out, next);
        arguments[diag->argument_count++] = textbuf_text(&out);
    }
    textbuf_init(&out, arena);
    for (; *text; text++) {
        if (text[0] != '{' || text[1] < '1' || text[1] > '9' || text[2] != '}') {
            textbuf_char(&out, *text);
            continue;
        }
        const char *argument = arguments[text[1] - '1'];
        textbuf_str(&out, argument ? argument : "?");
        text += 2;
    }
    diag->arguments = arguments;
    diag->message = textbuf_text(&out);
}

static size_t cap_of(enum diag_severity severity) {
    return severity == DIAG_ERROR ? BOUND_DIAGS : BOUND_REMARKS;
}

static bool ignores(const struct diags *diags, const struct row *row) {
    return diags->ignored && diags->ignored[row - rows];
}

static size_t *unlisted_of(struct diags *diags, size_t row) {
    if (!diags->unlisted)
        diags->unlisted = arena_array(diags->arena, ROWS, sizeof *diags->unlisted);
    return &diags->unlisted[row];
}

/* Ten thousand of one kind must not hide the only one of another. */
static bool first_of_its_code(struct diags *diags, const struct row *row) {
    if (row->severity == DIAG_ERROR || *unlisted_of(diags, (size_t)(row - rows)) > 0)
        return false;
    for (size_t i = 0; i < diags->kept.count; i++)
        if ((unsigned)diags->kept.items[i].code == row->number)
            return false;
    return true;
}

/* Counts it; true if it is to be kept. */
static bool keeps(struct diags *diags, const struct row *row) {
    if (ignores(diags, row))
        return diags->suppressed[DIAG_IGNORED]++ < BOUND_REMARKS;
    diags->told[row->severity]++;
    if (diags->kept_of[row->severity] < cap_of(row->severity) || first_of_its_code(diags, row)) {
        diags->kept_of[row->severity]++;
        return true;
    }
    *unlisted_of(diags, (size_t)(row - rows)) += 1;
    return false;
}

static void report(struct diags *diags, enum diag_code code, const struct place *place,
                   const char *hint, va_list args) {
    const struct row *row = row_of((unsigned)code);
    assert(row);
    if (!keeps(diags, row))
        return;
    struct diag diag = {.code = code, .severity = row->severity, .place = *place};
    /* Readers reuse their buffers: the names are copied. */
    diag.place.file = arena_strdup(diags->arena, place->file);
    diag.place.sheet = arena_strdup(diags->arena, place->sheet);
    fill(diags->arena, &diag, row->text, args);
    diag.hint = hint ? utf8_printable(diags->arena, hint) : NULL;
    diag.order = diags->kept.count;
    if (ignores(diags, row)) {
        diag.suppression = DIAG_IGNORED;
        diag.justification = IGNORED;
    }
    vec_push(diags->arena, &diags->kept, diag);
    diags->sorted = false;
}

void diag_report(struct diags *diags, enum diag_code code, struct place place, ...) {
    va_list args;
    va_start(args, place);
    report(diags, code, &place, NULL, args);
    va_end(args);
}

void diag_report_hint(struct diags *diags, enum diag_code code, struct place place,
                      const char *hint, ...) {
    va_list args;
    va_start(args, hint);
    report(diags, code, &place, hint, args);
    va_end(args);
}

static bool same_finding(const struct diag *a, const struct diag *b) {
    return a->code == b->code && a->place.line == b->place.line &&
           a->place.column == b->place.column && a->place.row == b->place.row &&
           a->place.col == b->place.col && sametext(a->place.file, b->place.file) &&
           sametext(a->place.sheet, b->place.sheet) && sametext(a->message, b->message);
}

static bool holds(const struct diags *diags, const struct diag *wanted) {
    for (size_t i = 0; i < diags->kept.count; i++)
        if (same_finding(&diags->kept.items[i], wanted))
            return true;
    return false;
}

static void adopt(struct diags *diags, const struct diag *other) {
    const struct row *row = row_of((unsigned)other->code);
    if (holds(diags, other) || !keeps(diags, row))
        return;
    struct diag diag = *other;
    diag.place.file = arena_strdup(diags->arena, other->place.file);
    diag.place.sheet = arena_strdup(diags->arena, other->place.sheet);
    diag.message = arena_strdup(diags->arena, other->message);
    diag.hint = arena_strdup(diags->arena, other->hint);
    const char **arguments = arena_array(diags->arena, ARGUMENTS, sizeof *arguments);
    for (size_t i = 0; i < other->argument_count; i++)
        arguments[i] = arena_strdup(diags->arena, other->arguments[i]);
    diag.arguments = arguments;
    diag.order = diags->kept.count;
    diag.suppression = ignores(diags, row) ? DIAG_IGNORED : DIAG_TOLD;
    diag.justification = diag.suppression == DIAG_IGNORED ? IGNORED : NULL;
    vec_push(diags->arena, &diags->kept, diag);
    diags->sorted = false;
}

void diag_report_once(struct diags *diags, enum diag_code code, struct place place, ...) {
    struct diags *one = diags_new(diags->arena);
    va_list args;
    va_start(args, place);
    report(one, code, &place, NULL, args);
    va_end(args);
    adopt(diags, &one->kept.items[0]);
}

void diags_adopt(struct diags *diags, struct diags *others) {
    size_t count;
    const struct diag *all = diags_sorted(others, &count);
    for (size_t i = 0; i < count; i++)
        adopt(diags, &all[i]);
    for (size_t i = 0; others->unlisted && i < ROWS; i++) {
        *unlisted_of(diags, i) += others->unlisted[i];
        diags->told[rows[i].severity] += others->unlisted[i];
    }
}

void diags_reword(struct diags *diags, const char *(*word)(void *context, const char *text),
                  void *context) {
    for (size_t i = 0; i < diags->kept.count; i++) {
        struct diag *diag = &diags->kept.items[i];
        const char **arguments = arena_array(diags->arena, ARGUMENTS, sizeof *arguments);
        for (size_t k = 0; k < diag->argument_count; k++)
            arguments[k] = word(context, diag->arguments[k]);
        diag->arguments = arguments;
        diag->message = word(context, diag->message);
        diag->hint = diag->hint ? word(context, diag->hint) : NULL;
    }
}

const char *diag_did_you_mean(struct arena *arena, const char *nearest) {
    return nearest ? arena_printf(arena, "did you mean '%s'?", nearest) : NULL;
}

void diags_ignore(struct diags *diags, enum diag_code code) {
    const struct row *row = row_of((unsigned)code);
    assert(row && row->severity != DIAG_ERROR);
    if (!diags->ignored)
        diags->ignored = arena_array(diags->arena, ROWS, sizeof *diags->ignored);
    diags->ignored[row - rows] = true;
}

void diags_waive(struct diags *diags, bool (*judge)(void *context, struct diag *diag),
                 void *context) {
    for (size_t i = 0; i < diags->kept.count; i++) {
        struct diag *diag = &diags->kept.items[i];
        if (diag->severity == DIAG_ERROR || diag->suppression != DIAG_TOLD || !judge(context, diag))
            continue;
        diag->suppression = DIAG_WAIVED;
        diags->suppressed[DIAG_WAIVED]++;
        diags->told[diag->severity]--;
    }
}

size_t diags_unlisted(const struct diags *diags, enum diag_code code) {
    const struct row *row = row_of((unsigned)code);
    assert(row);
    return diags->unlisted ? diags->unlisted[row - rows] : 0;
}

size_t diags_waive_unlisted(struct diags *diags, enum diag_code code) {
    const struct row *row = row_of((unsigned)code);
    assert(row && row->severity != DIAG_ERROR);
    size_t count = diags_unlisted(diags, code);
    if (count > 0)
        diags->unlisted[row - rows] = 0;
    diags->told[row->severity] -= count;
    diags->suppressed[DIAG_WAIVED] += count;
    return count;
}

size_t diags_suppressed(const struct diags *diags, enum diag_suppression how) {
    return diags->suppressed[how];
}

const struct diags *diags_mark(const struct diags *diags) {
    struct diags *mark = arena_alloc(diags->arena, sizeof *mark);
    *mark = *diags;
    if (diags->unlisted) {
        mark->unlisted = arena_array(diags->arena, ROWS, sizeof *mark->unlisted);
        memcpy(mark->unlisted, diags->unlisted, ROWS * sizeof *mark->unlisted);
    }
    return mark;
}

void diags_keep_last(struct diags *diags, const struct diags *mark) {
    struct diags now = *diags;
    *diags = *mark;
    diags->kept = now.kept;
    diags->kept.count = mark->kept.count;
    if (now.kept.count == mark->kept.count)
        return;
    assert(!now.sorted);
    struct diag last = now.kept.items[now.kept.count - 1];
    assert(last.suppression == DIAG_TOLD);
    last.order = diags->kept.count;
    diags->kept.items[diags->kept.count++] = last;
    diags->kept_of[last.severity]++;
    diags->told[last.severity]++;
    diags->sorted = false;
}

size_t diags_count(const struct diags *diags, enum diag_severity at_least) {
    size_t count = 0;
    for (size_t i = at_least; i <= DIAG_ERROR; i++)
        count += diags->told[i];
    return count;
}

bool diags_full(const struct diags *diags) {
    return diags->told[DIAG_ERROR] >= BOUND_DIAGS;
}

void diags_locate(struct diags *diags, enum diag_code code,
                  bool (*find)(void *context, const char *message, struct place *out),
                  void *context) {
    for (size_t i = 0; i < diags->kept.count; i++) {
        struct diag *diag = &diags->kept.items[i];
        struct place place = {0};
        if (diag->code != code || diag->place.file || !find(context, diag->message, &place))
            continue;
        diag->place = place;
        diag->place.file = arena_strdup(diags->arena, place.file);
        diag->place.sheet = arena_strdup(diags->arena, place.sheet);
        diags->sorted = false;
    }
}

static int compare_sizes(size_t a, size_t b) {
    return (a > b) - (a < b);
}

static int compare_cells(const struct place *a, const struct place *b) {
    int order = strcmp(a->sheet ? a->sheet : "", b->sheet ? b->sheet : "");
    if (order == 0)
        order = compare_sizes(a->row, b->row);
    return order ? order : compare_sizes(a->col, b->col);
}

static int compare(const void *left, const void *right) {
    const struct diag *a = left, *b = right;
    /* What has no file comes first. */
    int order = strcmp(a->place.file ? a->place.file : "", b->place.file ? b->place.file : "");
    if (order == 0)
        order = compare_sizes(a->place.line, b->place.line);
    if (order == 0)
        order = compare_sizes(a->place.column, b->place.column);
    /* Where the file has no lines, in the order of its cells. */
    if (order == 0 && a->place.line == 0)
        order = compare_cells(&a->place, &b->place);
    if (order == 0)
        order = compare_sizes((size_t)a->code, (size_t)b->code);
    return order ? order : compare_sizes(a->order, b->order);
}

const struct diag *diags_sorted(struct diags *diags, size_t *count) {
    *count = diags->kept.count;
    if (!diags->sorted && diags->kept.count > 1)
        qsort(diags->kept.items, diags->kept.count, sizeof *diags->kept.items, compare);
    diags->sorted = true;
    return diags->kept.items;
}

static void append_place(struct textbuf *out, const struct place *place) {
    if (!place->file)
        return;
    textbuf_str(out, utf8_printable(out->arena, place->file));
    textbuf_char(out, ':');
    if (place->line) {
        textbuf_printf(out, "%u:", place->line);
        if (place->column)
            textbuf_printf(out, "%u:", place->column);
    }
    textbuf_char(out, ' ');
}

void diag_line(struct textbuf *out, const struct diag *diag) {
    append_place(out, &diag->place);
    textbuf_printf(out, "%s: %s [BP%04u]\n", diag_severity_name(diag->severity), diag->message,
                   (unsigned)diag->code);
    const char *cell = diag_cell(out->arena, diag->place);
    if (cell)
        textbuf_printf(out, "  at %s\n", cell);
    if (diag->hint)
        textbuf_printf(out, "  %s\n", diag->hint);
}

void diags_text(struct diags *diags, struct textbuf *out, size_t most) {
    size_t count;
    const struct diag *all = diags_sorted(diags, &count);
    size_t shown = 0;
    for (size_t i = 0; i < count && shown < most; i++) {
        if (all[i].suppression != DIAG_TOLD)
            continue;
        diag_line(out, &all[i]);
        shown++;
    }
    size_t total = diags_count(diags, DIAG_NOTE);
    if (total > shown)
        textbuf_printf(out, "and %zu more\n", total - shown);
}

const char *diag_text_of(unsigned number) {
    const struct row *row = row_of(number);
    return row ? row->text : NULL;
}

const char *diag_explanation(unsigned number) {
    const struct row *row = row_of(number);
    return row ? row->explanation : NULL;
}

bool diag_severity_of(unsigned number, enum diag_severity *out) {
    const struct row *row = row_of(number);
    *out = row ? row->severity : DIAG_NOTE;
    return row != NULL;
}

unsigned diag_number(size_t i) {
    return i < ROWS ? rows[i].number : 0;
}

unsigned diag_named(const char *text) {
    if (ascii_starts(text, "BP") || ascii_starts(text, "bp"))
        text += 2;
    unsigned number = 0;
    for (size_t i = 0; i < 4; i++) {
        if (!ascii_digit(text[i]))
            return 0;
        number = number * 10 + (unsigned)(text[i] - '0');
    }
    return text[4] == '\0' && row_of(number) ? number : 0;
}

const char *diag_did_you_mean_code(struct arena *arena, const char *text) {
    struct idmap *codes = idmap_new(arena);
    for (size_t i = 0; i < ROWS; i++)
        idmap_put(codes, arena_printf(arena, "BP%04u", rows[i].number), i);
    return diag_did_you_mean(arena, idmap_nearest(codes, text));
}

bool diag_suppressible(unsigned number) {
    const struct row *row = row_of(number);
    return row && row->severity != DIAG_ERROR;
}

const char *diag_headline(struct arena *arena, unsigned number) {
    const struct row *row = row_of(number);
    assert(row);
    struct textbuf out;
    textbuf_init(&out, arena);
    for (const char *at = row->text; *at; at++) {
        if (at[0] == '{' && ascii_digit(at[1]) && at[2] == '}') {
            textbuf_str(&out, "\u2026");
            at += 2;
        } else {
            textbuf_char(&out, *at);
        }
    }
    return textbuf_text(&out);
}

const char *diag_family(unsigned number) {
    static const char *const families[] = {
        [1] = "reading",    [2] = "columns", [3] = "plan",
        [4] = "assessment", [5] = "pages",   [9] = "environment"};
    unsigned family = number / 1000;
    assert(family < sizeof families / sizeof *families && families[family]);
    return families[family];
}

const char *diag_severity_name(enum diag_severity severity) {
    static const char *const names[] = {"note", "warning", "error"};
    return names[severity];
}

static bool plain_name(const char *sheet) {
    for (; *sheet; sheet++)
        if (!ascii_letter(*sheet) && !ascii_digit(*sheet) && *sheet != '_')
            return false;
    return true;
}

/* Quoted as a spreadsheet writes it, so that it can be pasted there. */
static void append_sheet(struct textbuf *out, const char *sheet) {
    if (plain_name(sheet)) {
        textbuf_str(out, sheet);
        return;
    }
    textbuf_char(out, '\'');
    for (const char *c = utf8_printable(out->arena, sheet); *c; c++) {
        if (*c == '\'')
            textbuf_char(out, '\'');
        textbuf_char(out, *c);
    }
    textbuf_char(out, '\'');
}

const char *diag_cell(struct arena *arena, struct place place) {
    if (!place.sheet || place.row == 0)
        return NULL;
    struct textbuf out;
    textbuf_init(&out, arena);
    append_sheet(&out, place.sheet);
    if (place.col == 0) {
        textbuf_printf(&out, ", row %u", place.row);
        return textbuf_text(&out);
    }
    char letters[8]; /* from the end */
    size_t at = sizeof letters;
    letters[--at] = '\0';
    for (uint32_t rest = place.col; rest > 0; rest = (rest - 1) / 26)
        letters[--at] = (char)('A' + (rest - 1) % 26);
    textbuf_printf(&out, "!%s%u", letters + at, place.row);
    return textbuf_text(&out);
}

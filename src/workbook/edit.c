#include "workbook/edit.h"

#include "base/ascii.h"
#include "base/idmap.h"
#include "base/utf8.h"
#include "workbook/fieldcheck.h"
#include "workbook/periodtext.h"
#include "workbook/record.h"
#include <assert.h>
#include <string.h>

#define PARTS_MOST 4

/* One request on its way. */
struct editing {
    struct arena *arena;
    struct workbook *workbook; /* the copy */
    struct diags *diags;
    struct fieldcheck check;
    bool copied[SHEET_COUNT]; /* the sheet's records are the copy's own */
    const char *source;       /* "--what-if NAME=VALUE" */
    const char *parts[PARTS_MOST];
    size_t part_count;
    const char *value;
    struct edit edit;
};

/* Short names of the options of scoring. */
static const struct {
    const char *name;
    int column;
} options[] = {
    {"rollup", COLUMN_SETTINGS_ROLLUP_POLICY},
    {"missing", COLUMN_SETTINGS_MISSING_DATA_POLICY},
    {"carry", COLUMN_SETTINGS_CARRY_PERIODS},
    {"tolerance", COLUMN_SETTINGS_DEFAULT_TOLERANCE},
    {"tolerance-unit", COLUMN_SETTINGS_TOLERANCE_UNIT},
    {"coverage", COLUMN_SETTINGS_MINIMUM_COVERAGE},
    {"headline", COLUMN_SETTINGS_HEADLINE},
    {"dead-band", COLUMN_SETTINGS_TREND_DEAD_BAND},
};
#define OPTIONS (sizeof options / sizeof options[0])

/* ---- what is wrong with a request ---- */

static struct place at_source(const struct editing *e) {
    return (struct place){.file = e->source};
}

static bool unknown(struct editing *e, const char *what, const char *name, const char *nearest) {
    diag_report_hint(e->diags, BP9053, at_source(e), diag_did_you_mean(e->arena, nearest), what,
                     name, NULL);
    return false;
}

static bool refuse(struct editing *e, const char *why, const char *hint) {
    diag_report_hint(e->diags, BP9055, at_source(e), hint, e->edit.name, why, NULL);
    return false;
}

/* ---- taking the request apart ---- */

/* NAME=VALUE, NAME at its slashes; what is beyond the most parts stays with the last. */
static bool take_apart(struct editing *e, const char *request) {
    const char *equals = strchr(request, '=');
    if (!equals) {
        diag_report(e->diags, BP9052, at_source(e), request, NULL);
        return false;
    }
    e->value = utf8_trim(e->arena, equals + 1);
    const char *name = arena_strndup(e->arena, request, (size_t)(equals - request));
    for (e->part_count = 0; e->part_count < PARTS_MOST; name++) {
        size_t length = e->part_count + 1 < PARTS_MOST ? strcspn(name, "/") : strlen(name);
        e->parts[e->part_count++] = utf8_trim(e->arena, arena_strndup(e->arena, name, length));
        name += length;
        if (!*name) {
            break;
        }
    }
    for (size_t i = 0; i < e->part_count; i++) {
        if (!*e->parts[i]) {
            diag_report(e->diags, BP9052, at_source(e), request, NULL);
            return false;
        }
    }
    return true;
}

/* Parts from one on as one: titles such as Definition/Formula have a slash in them. */
static const char *rest(struct editing *e, size_t from) {
    const char *joined = e->parts[from];
    for (size_t i = from + 1; i < e->part_count; i++) {
        joined = arena_printf(e->arena, "%s/%s", joined, e->parts[i]);
    }
    return joined;
}

/* ---- the field ---- */

/* Reads the value as a cell of the column; NULL if it is reported.  An empty one gives a field of
 * its own too, so that what is said about it can be led back to the request. */
static struct field *read_field(struct editing *e, const struct schema_column *column,
                                const char *text) {
    struct field *field = arena_alloc(e->arena, sizeof *field);
    const struct cell cell = {.kind = CELL_TEXT, .text = text};
    *field = (struct field){.text = ""};
    fieldcheck_read(&e->check, column, &cell, at_source(e), field);
    if (field->filled && date_set(field->date) && column->type == FIELD_PERIOD) {
        diag_report(e->diags, BP2018, at_source(e), text, NULL);
        return NULL;
    }
    return field->wrong ? NULL : field;
}

static void remember(struct editing *e, const struct field *field) {
    vec_push(e->arena, &e->workbook->edits, ((struct workbook_edit){field, e->source}));
}

static struct table *own_table(struct editing *e, enum schema_sheet sheet) {
    struct table *table = &e->workbook->tables[sheet];
    if (!e->copied[sheet]) {
        size_t count = table->records.count;
        struct record *items = arena_array(e->arena, count + 1, sizeof *items);
        if (count > 0) {
            memcpy(items, table->records.items, count * sizeof *items);
        }
        table->records.items = items;
        table->records.capacity = count + 1;
        e->copied[sheet] = true;
    }
    return table;
}

/* Puts the field into a record of the copy. */
static void put_field(struct editing *e, struct record *record, int column,
                      const struct field *field) {
    uint64_t columns = record->columns | UINT64_C(1) << column;
    const struct field **fields =
        arena_array(e->arena, (size_t)__builtin_popcountll(columns), sizeof *fields);
    size_t at = 0;
    for (uint64_t left = columns; left; left &= left - 1) {
        int kept = __builtin_ctzll(left);
        fields[at++] = kept == column ? field : workbook_field(record, kept);
    }
    record->columns = columns;
    record->fields = fields;
}

/* ---- what cannot be tried ---- */

static bool decides_reading(enum schema_sheet sheet, int column) {
    return (sheet == SHEET_ORGANIZATION &&
            (column == COLUMN_ORGANIZATION_NUMBER_STYLE || column == COLUMN_ORGANIZATION_LANGUAGE ||
             column == COLUMN_ORGANIZATION_FISCAL_YEAR_START ||
             column == COLUMN_ORGANIZATION_CONVENTION_VERSION)) ||
           (sheet == SHEET_SETTINGS && column == COLUMN_SETTINGS_FISCAL_YEAR_NAMED_BY) ||
           (sheet == SHEET_MEASURES && column == COLUMN_MEASURES_FREQUENCY);
}

/* The column that names the row. */
static int key_column(enum schema_sheet sheet) {
    const struct schema_sheet_def *def = schema_sheet(sheet);
    for (size_t i = 0; i < def->column_count; i++) {
        if (def->columns[i].flags & FIELD_KEY) {
            return (int)i;
        }
    }
    return 0;
}

static bool may_be_tried(struct editing *e, enum schema_sheet sheet, int column) {
    if (column == key_column(sheet) && sheet != SHEET_SETTINGS) {
        return refuse(e, "it names the row", "change what other rows say of it instead");
    }
    if (decides_reading(sheet, column)) {
        return refuse(e, "it decides how other cells are read", "change it in the workbook");
    }
    if (sheet == SHEET_ORGANIZATION && column == COLUMN_ORGANIZATION_REPORTING_DATE) {
        return refuse(e, "both sides are judged as of one day", "give the day with --as-of");
    }
    if (sheet == SHEET_ORGANIZATION && column == COLUMN_ORGANIZATION_REPORTING_PERIOD) {
        return refuse(e, "both sides are judged at one period", "give the period with --period");
    }
    return true;
}

/* ---- rows ---- */

/* The cell was named by a request before. */
static bool twice(struct editing *e, const struct record *record, int column) {
    for (size_t i = 0; i < e->workbook->edits.count; i++) {
        if (workbook_field(record, column) == e->workbook->edits.items[i].field) {
            diag_report(e->diags, BP9056, at_source(e), e->edit.name, NULL);
            return true;
        }
    }
    return false;
}

static void note_before(struct editing *e, const struct record *record, int column) {
    e->edit.before = workbook_field(record, column)->text;
    if (record->line > 0) { /* it stands in the file */
        e->edit.place = workbook_place(e->workbook, record, column);
    }
}

static bool same_field(const struct field *a, const struct field *b) {
    return a->filled == b->filled && strcmp(a->text, b->text) == 0;
}

static bool change(struct editing *e, enum schema_sheet sheet, size_t row, int column) {
    const struct schema_sheet_def *def = schema_sheet(sheet);
    struct record *record = &own_table(e, sheet)->records.items[row];
    if (!may_be_tried(e, sheet, column) || twice(e, record, column)) {
        return false;
    }
    const struct field *field = read_field(e, &def->columns[column], e->value);
    if (!field) {
        return false;
    }
    if (!field->filled && (def->columns[column].flags & FIELD_REQUIRED)) {
        return refuse(e, "it must not be empty", NULL);
    }
    note_before(e, record, column);
    e->edit.after = field->text;
    e->edit.same = same_field(field, workbook_field(record, column));
    remember(e, field);
    put_field(e, record, column, field);
    return true;
}

/* Adds a row, its fields all of the request. */
static struct record *add_row(struct editing *e, enum schema_sheet sheet) {
    struct table *table = own_table(e, sheet);
    if (!table->present) {
        table->present = true;
        table->title = schema_sheet(sheet)->title;
        table->place = at_source(e);
    }
    struct record *record = vec_add(e->arena, &table->records);
    *record = (struct record){.sheet = (uint8_t)sheet};
    return record;
}

/* ---- properties ---- */

static int option_column(const char *name) {
    if (ascii_starts(name, "policy.")) {
        name += strlen("policy.");
    }
    for (size_t i = 0; i < OPTIONS; i++) {
        if (ascii_same(options[i].name, name)) {
            return options[i].column;
        }
    }
    return schema_column_titled(SHEET_SETTINGS, name);
}

static const char *nearest_setting(struct editing *e, const char *name) {
    struct idmap *known = idmap_new(e->arena);
    bool dotted = strchr(name, '.') != NULL;
    for (size_t i = 0; i < OPTIONS; i++) {
        idmap_put(known, arena_printf(e->arena, "%s%s", dotted ? "policy." : "", options[i].name),
                  i);
    }
    const char *nearest = idmap_nearest(known, name);
    return nearest ? nearest : schema_nearest_column(e->arena, SHEET_SETTINGS, name);
}

static bool edit_property(struct editing *e, enum schema_sheet sheet, int column) {
    const struct schema_sheet_def *def = schema_sheet(sheet);
    e->edit.name = arena_printf(e->arena, "%s/%s", def->title, def->columns[column].title);
    if (e->workbook->tables[sheet].records.count == 0) {
        (void)add_row(e, sheet);
    }
    return change(e, sheet, 0, column);
}

/* ---- rows with an id ---- */

/* Which row has the id; several are reported. */
static bool find_row(struct editing *e, enum schema_sheet sheet, const char *id, size_t *out) {
    const struct table *table = &e->workbook->tables[sheet];
    int key = key_column(sheet);
    size_t found = 0;
    struct idmap *known = idmap_new(e->arena);
    struct textbuf cells;
    textbuf_init(&cells, e->arena);
    for (size_t i = 0; i < table->records.count; i++) {
        const struct record *record = &table->records.items[i];
        const char *text = workbook_field(record, key)->text;
        idmap_put(known, text, i);
        if (!ascii_same(text, id)) {
            continue;
        }
        const char *cell = diag_cell(e->arena, workbook_place(e->workbook, record, key));
        textbuf_printf(&cells, "%s%s", found++ && cell ? ", " : "", cell ? cell : "");
        *out = i;
    }
    const struct schema_sheet_def *def = schema_sheet(sheet);
    if (found == 0) {
        return unknown(e, arena_printf(e->arena, "row of the sheet %s", def->title), id,
                       idmap_nearest(known, id));
    }
    if (found > 1) {
        diag_report(e->diags, BP9054, at_source(e), def->title,
                    arena_printf(e->arena, "%zu", found), id,
                    *textbuf_text(&cells) ? textbuf_text(&cells) : "they have no cells", NULL);
    }
    return found == 1;
}

static bool edit_cell(struct editing *e, enum schema_sheet sheet) {
    const struct schema_sheet_def *def = schema_sheet(sheet);
    bool properties = def->form == SHEET_PROPERTIES;
    if (!properties && e->part_count < 3) {
        diag_report(e->diags, BP9052, at_source(e), e->edit.request, NULL);
        return false;
    }
    const char *title = rest(e, properties ? 1 : 2);
    int column = schema_column_titled(sheet, title);
    if (column < 0 && properties && e->part_count > 2) { /* with the organization's id */
        title = rest(e, 2);
        column = schema_column_titled(sheet, title);
    }
    if (column < 0) {
        return unknown(e, arena_printf(e->arena, "column of the sheet %s", def->title), title,
                       schema_nearest_column(e->arena, sheet, title));
    }
    if (properties) {
        return edit_property(e, sheet, column);
    }
    size_t row;
    if (!find_row(e, sheet, e->parts[1], &row)) {
        return false;
    }
    const struct record *record = &e->workbook->tables[sheet].records.items[row];
    e->edit.name =
        arena_printf(e->arena, "%s/%s/%s", def->title,
                     workbook_field(record, key_column(sheet))->text, def->columns[column].title);
    return change(e, sheet, row, column);
}

/* ---- values of a series ---- */

struct wanted {
    const struct field *measure, *period, *series, *value;
};

static bool is_wanted(const struct record *record, const struct wanted *wanted) {
    const struct field *series = workbook_field(record, COLUMN_VALUES_SERIES);
    return series->filled && series->choice == wanted->series->choice &&
           period_equal(workbook_field(record, COLUMN_VALUES_PERIOD)->period,
                        wanted->period->period) &&
           strcmp(workbook_field(record, COLUMN_VALUES_MEASURE)->text, wanted->measure->text) == 0;
}

/* Every row that says it, as both forms of Measure Data may; one that says nothing now goes. */
static bool change_values(struct editing *e, const struct wanted *wanted, size_t *changed) {
    struct table *table = own_table(e, SHEET_VALUES);
    size_t kept = 0;
    *changed = 0;
    for (size_t i = 0; i < table->records.count; i++) {
        struct record *record = &table->records.items[i];
        if (is_wanted(record, wanted)) {
            if (twice(e, record, COLUMN_VALUES_VALUE)) {
                return false;
            }
            if ((*changed)++ == 0) {
                note_before(e, record, COLUMN_VALUES_VALUE);
                e->edit.same =
                    same_field(wanted->value, workbook_field(record, COLUMN_VALUES_VALUE));
            }
            if (!wanted->value->filled) {
                continue;
            }
            put_field(e, record, COLUMN_VALUES_VALUE, wanted->value);
        }
        table->records.items[kept++] = *record;
    }
    table->records.count = kept;
    return true;
}

static void add_value(struct editing *e, const struct wanted *wanted) {
    struct record *record = add_row(e, SHEET_VALUES);
    put_field(e, record, COLUMN_VALUES_MEASURE, wanted->measure);
    put_field(e, record, COLUMN_VALUES_PERIOD, wanted->period);
    put_field(e, record, COLUMN_VALUES_SERIES, wanted->series);
    put_field(e, record, COLUMN_VALUES_VALUE, wanted->value);
    remember(e, wanted->measure);
    remember(e, wanted->period);
    remember(e, wanted->series);
    remember(e, wanted->value);
}

/* MEASURE/PERIOD/SERIES from part `from` on. */
static bool edit_value(struct editing *e, size_t from) {
    const struct schema_column *columns = schema_sheet(SHEET_VALUES)->columns;
    size_t row;
    if (e->part_count != from + 3) {
        diag_report(e->diags, BP9052, at_source(e), e->edit.request, NULL);
        return false;
    }
    if (!find_row(e, SHEET_MEASURES, e->parts[from], &row)) {
        return false;
    }
    const struct record *measure = &e->workbook->tables[SHEET_MEASURES].records.items[row];
    const char *id = workbook_field(measure, COLUMN_MEASURES_ID)->text;
    struct wanted wanted = {
        .measure = read_field(e, &columns[COLUMN_VALUES_MEASURE], id),
        .period = read_field(e, &columns[COLUMN_VALUES_PERIOD], e->parts[from + 1]),
        .series = read_field(e, &columns[COLUMN_VALUES_SERIES], e->parts[from + 2]),
        .value = read_field(e, &columns[COLUMN_VALUES_VALUE], e->value),
    };
    if (!wanted.measure || !wanted.period || !wanted.series || !wanted.value) {
        return false;
    }
    e->edit.name = arena_printf(e->arena, "%s/%s/%s", id, wanted.period->text, wanted.series->text);
    e->edit.before = "";
    e->edit.after = wanted.value->text;
    size_t changed;
    if (!change_values(e, &wanted, &changed)) {
        return false;
    }
    if (changed > 0) {
        remember(e, wanted.value);
        return true;
    }
    if (!wanted.value->filled) {
        return unknown(e, "value", e->edit.name, NULL);
    }
    add_value(e, &wanted);
    return true;
}

/* ---- all of it ---- */

static bool known_measure(const struct editing *e, const char *id) {
    const struct table *table = &e->workbook->tables[SHEET_MEASURES];
    for (size_t i = 0; i < table->records.count; i++) {
        if (ascii_same(workbook_field(&table->records.items[i], COLUMN_MEASURES_ID)->text, id)) {
            return true;
        }
    }
    return false;
}

static bool looks_like_value(const struct editing *e) {
    struct period period;
    return e->part_count == 3 &&
           (known_measure(e, e->parts[0]) ||
            periodtext_parse(e->parts[1], &e->check.fiscal, e->check.language, &period));
}

static bool apply(struct editing *e, const char *request) {
    e->source = arena_printf(e->arena, "--what-if %s", request);
    e->edit = (struct edit){.request = request, .name = "", .before = "", .after = ""};
    if (!take_apart(e, request)) {
        return false;
    }
    const char *first = e->parts[0];
    if (e->part_count == 1) {
        int column = option_column(first);
        return column < 0 ? unknown(e, "setting", first, nearest_setting(e, first))
                          : edit_property(e, SHEET_SETTINGS, column);
    }
    enum schema_sheet sheet = schema_sheet_named(first);
    if (sheet == SHEET_VALUES || schema_wide_sheet(first)) {
        return edit_value(e, 1);
    }
    if (sheet != SHEET_NONE) {
        return edit_cell(e, sheet);
    }
    return looks_like_value(e) ? edit_value(e, 0)
                               : unknown(e, "sheet", first, schema_nearest_sheet(e->arena, first));
}

const struct workbook *edit_workbook(struct arena *arena, const struct workbook *workbook,
                                     const char *const *requests, size_t count, struct diags *diags,
                                     struct edits *out) {
    struct workbook *copy = arena_alloc(arena, sizeof *copy);
    *copy = *workbook;
    *out = (struct edits){.list = {0}};
    struct editing e = {.arena = arena,
                        .workbook = copy,
                        .diags = diags,
                        .check = {.arena = arena, .diags = diags}};
    record_learn(&e.check, copy);
    e.check.style = copy->number_style;
    e.check.points_doubtful = false; /* the command line is no spreadsheet in some country */
    bool sound = true;
    for (size_t i = 0; i < count; i++) {
        if (!apply(&e, requests[i])) {
            sound = false;
            continue;
        }
        vec_push(arena, &out->list, e.edit);
    }
    return sound ? copy : NULL;
}

const struct workbook *edit_texts(struct arena *arena, const struct workbook *workbook,
                                  const struct edit_text *texts, size_t count) {
    struct workbook *copy = arena_alloc(arena, sizeof *copy);
    *copy = *workbook;
    struct editing e = {.arena = arena, .workbook = copy};
    for (size_t i = 0; i < count; i++) {
        struct table *table = own_table(&e, texts[i].sheet);
        assert(texts[i].row < table->records.count);
        struct field *field = arena_alloc(arena, sizeof *field);
        *field = (struct field){.text = texts[i].text, .filled = true};
        put_field(&e, &table->records.items[texts[i].row], texts[i].column, field);
    }
    return copy;
}

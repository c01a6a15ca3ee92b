#include "workbook/record.h"
#include "base/bounds.h"
#include "base/idmap.h"
#include "workbook/fieldstore.h"
#include "workbook/periodtext.h"
#include <assert.h>

static uint64_t bit_of(int column) {
    assert(column >= 0 && column < WORKBOOK_COLUMNS_MOST);
    return UINT64_C(1) << column;
}

void record_begin(struct record_draft *draft, enum schema_sheet sheet, uint32_t line,
                  uint32_t column) {
    draft->sheet = sheet;
    draft->spot = (struct record_spot){.line = line, .column = column};
    draft->sheet_title = NULL;
    draft->cols = NULL;
    draft->columns = draft->placed = 0;
}

void record_place(struct record_draft *draft, int column, struct record_spot spot) {
    draft->placed |= bit_of(column);
    draft->spots[column] = spot;
}

void record_set(struct record_draft *draft, int column, const struct field *field) {
    draft->columns |= bit_of(column);
    draft->fields[column] = field;
}

static struct fieldstore *store_of(struct fieldcheck *check) {
    if (!check->store) {
        check->store = fieldstore_new(check->arena);
    }
    return check->store;
}

const struct field *record_share(struct fieldcheck *check, const struct field *field) {
    return fieldstore_keep(store_of(check), field);
}

void record_read(struct fieldcheck *check, struct record_draft *draft, int column,
                 const struct cell *cell, struct place place) {
    const struct field *field = fieldstore_read(
        store_of(check), check, &schema_sheet(draft->sheet)->columns[column], cell, place);
    if (field) {
        record_set(draft, column, field);
    }
}

/* ---- keeping ---- */

static const struct record_places *places_of(struct arena *arena,
                                             const struct record_draft *draft) {
    if (!draft->cols && !draft->placed) {
        return NULL;
    }
    size_t count = (size_t)__builtin_popcountll(draft->placed), at = 0;
    struct record_places *places =
        arena_alloc(arena, sizeof *places + count * sizeof places->spots[0]);
    places->cols = draft->cols;
    places->columns = draft->placed;
    for (uint64_t left = draft->placed; left; left &= left - 1) {
        places->spots[at++] = draft->spots[__builtin_ctzll(left)];
    }
    return places;
}

static struct record record_of(struct arena *arena, const struct record_draft *draft) {
    struct record record = {
        .line = draft->spot.line,
        .column = draft->spot.column,
        .row = draft->spot.row,
        .col = (uint16_t)draft->spot.col,
        .sheet = (uint8_t)draft->sheet,
        .columns = draft->columns,
        .places = places_of(arena, draft),
        .sheet_title = draft->sheet_title,
    };
    size_t at = 0;
    record.fields =
        arena_array(arena, (size_t)__builtin_popcountll(draft->columns), sizeof *record.fields);
    for (uint64_t left = draft->columns; left; left &= left - 1) {
        record.fields[at++] = draft->fields[__builtin_ctzll(left)];
    }
    return record;
}

static size_t record_count(const struct workbook *workbook) {
    size_t count = 0;
    for (size_t i = 0; i < SHEET_COUNT; i++) {
        count += workbook->tables[i].records.count;
    }
    return count;
}

static void report_empty(struct fieldcheck *check, const struct workbook *workbook,
                         const struct record *record) {
    const struct schema_sheet_def *def = schema_sheet((enum schema_sheet)record->sheet);
    for (size_t i = 0; i < def->column_count; i++) {
        if (!(def->columns[i].flags & FIELD_REQUIRED) || (record->columns & bit_of((int)i))) {
            continue;
        }
        struct place place = workbook_place(workbook, record, (int)i);
        if (def->form == SHEET_PROPERTIES) {
            diag_report(check->diags, BP2040, place, def->title, def->columns[i].title, NULL);
        } else if (!check->merged) {
            diag_report(check->diags, BP2011, place, def->columns[i].title, NULL);
        }
    }
}

bool record_keep(struct fieldcheck *check, struct workbook *workbook,
                 const struct record_draft *draft) {
    if (draft->sheet == SHEET_VALUES && !(draft->columns & bit_of(COLUMN_VALUES_VALUE))) {
        return true;
    }
    struct record record = record_of(check->arena, draft);
    if (workbook->format != WORKBOOK_STRATML) { /* which says itself what it cannot say */
        report_empty(check, workbook, &record);
    }
    struct table *table = &workbook->tables[draft->sheet];
    if (table->records.count % 4096 == 0 && record_count(workbook) > BOUND_ROWS) {
        diag_report(check->diags, BP1019, workbook_place(workbook, &record, -1),
                    arena_printf(check->arena, "%u", BOUND_ROWS), "rows", NULL);
        return false;
    }
    vec_push(check->arena, &table->records, record);
    return !diags_full(check->diags);
}

/* The one record of a property table, or NULL. */
static const struct record *properties(const struct workbook *workbook, enum schema_sheet sheet) {
    const struct table *table = &workbook->tables[sheet];
    return table->records.count ? &table->records.items[0] : NULL;
}

/* Text is the only kind of cell in the others. */
static bool cells_have_types(enum workbook_format format) {
    return format == WORKBOOK_SPREADSHEETML || format == WORKBOOK_FLAT_ODF ||
           format == WORKBOOK_ODS || format == WORKBOOK_XLSX;
}

void record_learn(struct fieldcheck *check, struct workbook *workbook) {
    workbook->fiscal = (struct fiscal){.start_month = 1, .named_by_start = false};
    workbook->number_style = NUMBER_PLAIN;
    const struct record *organization = properties(workbook, SHEET_ORGANIZATION);
    if (organization) {
        const struct field *start =
            workbook_field(organization, COLUMN_ORGANIZATION_FISCAL_YEAR_START);
        const struct field *style = workbook_field(organization, COLUMN_ORGANIZATION_NUMBER_STYLE);
        const struct field *language = workbook_field(organization, COLUMN_ORGANIZATION_LANGUAGE);
        workbook->fiscal.start_month = start->filled ? start->date.month : 1;
        workbook->number_style = style->filled ? (enum number_style)style->choice : NUMBER_PLAIN;
        check->points_doubtful = !style->filled && cells_have_types(workbook->format);
        check->language = language->filled ? language->text : NULL;
    }
    const struct record *settings = properties(workbook, SHEET_SETTINGS);
    if (settings) {
        const struct field *named = workbook_field(settings, COLUMN_SETTINGS_FISCAL_YEAR_NAMED_BY);
        workbook->fiscal.named_by_start = named->filled && named->choice == 0;
    }
    check->fiscal = workbook->fiscal;
}

/* ---- settling ---- */

/* Fields made lately of others: a date, or a text, is shared by many rows. */
#define SETTLED 256u

struct settler {
    struct fieldcheck *check;
    struct workbook *workbook;
    struct idmap *measures; /* id -> record */
    enum frequency reporting;
    struct {
        const struct field *from, *to;
        enum frequency frequency;
    } lately[SETTLED];
};

/* Puts another field in the place of one that is kept. */
static void replace(struct record *record, int column, const struct field *field) {
    size_t before = (size_t)__builtin_popcountll(record->columns & (bit_of(column) - 1));
    assert(record->columns & bit_of(column));
    record->fields[before] = field;
}

/* A date becomes the period that holds it, a text that was kept for later the one it names; NULL
 * if it names none. */
static const struct field *with_period(struct fieldcheck *check, const struct field *from,
                                       enum frequency frequency) {
    char text[16];
    struct field field = *from;
    if (date_set(field.date)) {
        field.period = period_holding(field.date, frequency, &check->fiscal);
    } else if (!periodtext_parse(field.text, &check->fiscal, check->language, &field.period)) {
        return NULL;
    }
    period_format(field.period, &check->fiscal, text);
    field.text = text;
    return record_share(check, &field);
}

static void settle_field(struct settler *settler, struct record *record, int column,
                         enum frequency frequency) {
    static const struct field wrong = {.text = "", .wrong = true};
    const struct field *field = workbook_field(record, column);
    if (!field->filled || period_set(field->period)) {
        return;
    }
    size_t at = ((uintptr_t)field / sizeof *field + frequency) % SETTLED;
    if (settler->lately[at].from != field || settler->lately[at].frequency != frequency) {
        settler->lately[at].to = with_period(settler->check, field, frequency);
        settler->lately[at].from = field;
        settler->lately[at].frequency = frequency;
    }
    const struct field *settled = settler->lately[at].to;
    if (!settled) {
        diag_report(settler->check->diags, BP2018,
                    workbook_place(settler->workbook, record, column), field->text, NULL);
    }
    replace(record, column, settled ? settled : &wrong);
}

/* The measure's frequency; of an unknown measure, and of one that says none, monthly. */
static enum frequency frequency_of(const struct settler *settler, const char *measure) {
    size_t at = idmap_find(settler->measures, measure);
    if (at == IDMAP_NONE) {
        return FREQUENCY_MONTHLY;
    }
    const struct table *measures = &settler->workbook->tables[SHEET_MEASURES];
    const struct field *given =
        workbook_field(&measures->records.items[at], COLUMN_MEASURES_FREQUENCY);
    return given->filled ? (enum frequency)(FREQUENCY_WEEKLY + given->choice) : FREQUENCY_MONTHLY;
}

/* The column that names the one measure a row is about, or -1. */
static int measure_column(const struct schema_sheet_def *def) {
    for (size_t i = 0; i < def->column_count; i++) {
        const struct schema_column *column = &def->columns[i];
        if (column->type == FIELD_REFERENCE && column->target == SHEET_MEASURES &&
            (column->flags & FIELD_REQUIRED)) {
            return (int)i;
        }
    }
    return -1;
}

static void settle_column(struct settler *settler, enum schema_sheet sheet, int column) {
    struct table *table = &settler->workbook->tables[sheet];
    int measure = measure_column(schema_sheet(sheet));
    for (size_t i = 0; i < table->records.count; i++) {
        struct record *record = &table->records.items[i];
        const struct field *field = workbook_field(record, column);
        if (!field->filled || period_set(field->period)) {
            continue;
        }
        enum frequency frequency =
            measure < 0 ? settler->reporting
                        : frequency_of(settler, workbook_field(record, measure)->text);
        settle_field(settler, record, column, frequency);
    }
}

static void settle_reporting_period(struct settler *settler) {
    struct table *table = &settler->workbook->tables[SHEET_ORGANIZATION];
    if (table->records.count == 0) {
        return;
    }
    struct record *record = &table->records.items[0];
    settle_field(settler, record, COLUMN_ORGANIZATION_REPORTING_PERIOD, FREQUENCY_MONTHLY);
    const struct field *period = workbook_field(record, COLUMN_ORGANIZATION_REPORTING_PERIOD);
    if (period->filled) {
        settler->reporting = period->period.frequency;
    }
}

void record_settle(struct fieldcheck *check, struct workbook *workbook) {
    struct settler *settler = arena_alloc(check->arena, sizeof *settler);
    *settler = (struct settler){.check = check,
                                .workbook = workbook,
                                .measures = idmap_new(check->arena),
                                .reporting = FREQUENCY_MONTHLY};
    const struct table *measures = &workbook->tables[SHEET_MEASURES];
    for (size_t i = 0; i < measures->records.count; i++) {
        idmap_put(settler->measures,
                  workbook_field(&measures->records.items[i], COLUMN_MEASURES_ID)->text, i);
    }
    settle_reporting_period(settler);
    for (int sheet = 0; sheet < SHEET_COUNT; sheet++) {
        const struct schema_sheet_def *def = schema_sheet((enum schema_sheet)sheet);
        for (size_t i = 0; i < def->column_count; i++) {
            if (def->columns[i].type == FIELD_PERIOD) {
                settle_column(settler, (enum schema_sheet)sheet, (int)i);
            }
        }
    }
}

#include "workbook/record.h"
#include "base/bounds.h"
#include "base/idmap.h"
#include "workbook/periodtext.h"

struct record record_new(struct arena *arena, enum schema_sheet sheet, uint32_t line,
                         uint32_t column) {
    const struct schema_sheet_def *def = schema_sheet(sheet);
    struct record record = {.sheet = sheet, .line = line, .column = column};
    record.fields = arena_array(arena, def->column_count, sizeof *record.fields);
    for (size_t i = 0; i < def->column_count; i++) {
        record.fields[i] = (struct field){.text = "", .line = line, .column = column};
    }
    return record;
}

void record_field_at(struct field *field, uint32_t line, uint32_t column, uint32_t row,
                     uint32_t col) {
    field->line = line;
    field->column = column;
    field->row = row;
    field->col = col;
}

static size_t record_count(const struct workbook *workbook) {
    size_t count = 0;
    for (size_t i = 0; i < SHEET_COUNT; i++) {
        count += workbook->tables[i].records.count;
    }
    return count;
}

bool record_keep(struct fieldcheck *check, struct workbook *workbook, const struct record *record) {
    const struct schema_sheet_def *def = schema_sheet(record->sheet);
    const struct field *value = &record->fields[COLUMN_VALUES_VALUE];
    if (record->sheet == SHEET_VALUES && !value->filled && !value->wrong) {
        return true;
    }
    for (size_t i = 0; i < def->column_count; i++) {
        const struct field *field = &record->fields[i];
        if (!(def->columns[i].flags & FIELD_REQUIRED) || field->filled || field->wrong) {
            continue;
        }
        struct place place = workbook_place(workbook, record, (int)i);
        if (def->form == SHEET_PROPERTIES) {
            diag_report(check->diags, BP2040, place, def->title, def->columns[i].title, NULL);
        } else {
            diag_report(check->diags, BP2011, place, def->columns[i].title, NULL);
        }
    }
    struct table *table = &workbook->tables[record->sheet];
    if (table->records.count % 4096 == 0 && record_count(workbook) > BOUND_ROWS) {
        diag_report(check->diags, BP1019, workbook_place(workbook, record, -1),
                    arena_printf(check->arena, "%u", BOUND_ROWS), "rows", NULL);
        return false;
    }
    vec_push(check->arena, &table->records, *record);
    return !diags_full(check->diags);
}

/* The one record of a property table, or NULL. */
static const struct record *properties(const struct workbook *workbook, enum schema_sheet sheet) {
    const struct table *table = &workbook->tables[sheet];
    return table->records.count ? &table->records.items[0] : NULL;
}

void record_learn(struct fieldcheck *check, struct workbook *workbook) {
    workbook->fiscal = (struct fiscal){.start_month = 1, .named_by_start = false};
    workbook->number_style = NUMBER_PLAIN;
    const struct record *organization = properties(workbook, SHEET_ORGANIZATION);
    if (organization) {
        const struct field *start = &organization->fields[COLUMN_ORGANIZATION_FISCAL_YEAR_START];
        const struct field *style = &organization->fields[COLUMN_ORGANIZATION_NUMBER_STYLE];
        const struct field *language = &organization->fields[COLUMN_ORGANIZATION_LANGUAGE];
        workbook->fiscal.start_month = start->filled ? start->date.month : 1;
        workbook->number_style = style->filled ? (enum number_style)style->choice : NUMBER_PLAIN;
        check->language = language->filled ? language->text : NULL;
    }
    const struct record *settings = properties(workbook, SHEET_SETTINGS);
    if (settings) {
        const struct field *named = &settings->fields[COLUMN_SETTINGS_FISCAL_YEAR_NAMED_BY];
        workbook->fiscal.named_by_start = named->filled && named->choice == 0;
    }
    check->fiscal = workbook->fiscal;
}

static void settle_field(struct fieldcheck *check, struct field *field, enum frequency frequency) {
    if (!field->filled || period_set(field->period)) {
        return;
    }
    char text[16];
    field->period = period_holding(field->date, frequency, &check->fiscal);
    period_format(field->period, &check->fiscal, text);
    field->text = arena_strdup(check->arena, text);
}

static void settle_table(struct fieldcheck *check, struct workbook *workbook,
                         enum schema_sheet sheet, int column, enum frequency frequency) {
    struct table *table = &workbook->tables[sheet];
    for (size_t i = 0; i < table->records.count; i++) {
        settle_field(check, &table->records.items[i].fields[column], frequency);
    }
}

/* Values: each by its measure's frequency; a value of an unknown measure by month. */
static void settle_values(struct fieldcheck *check, struct workbook *workbook) {
    struct table *values = &workbook->tables[SHEET_VALUES];
    const struct table *measures = &workbook->tables[SHEET_MEASURES];
    struct idmap *index = idmap_new(check->arena);
    for (size_t i = 0; i < measures->records.count; i++) {
        idmap_put(index, measures->records.items[i].fields[COLUMN_MEASURES_ID].text, i);
    }
    for (size_t i = 0; i < values->records.count; i++) {
        struct field *fields = values->records.items[i].fields;
        size_t at = idmap_find(index, fields[COLUMN_VALUES_MEASURE].text);
        enum frequency frequency = FREQUENCY_MONTHLY;
        if (at != IDMAP_NONE) {
            const struct field *given =
                &measures->records.items[at].fields[COLUMN_MEASURES_FREQUENCY];
            if (given->filled) {
                frequency = (enum frequency)(FREQUENCY_WEEKLY + given->choice);
            }
        }
        settle_field(check, &fields[COLUMN_VALUES_PERIOD], frequency);
    }
}

/* The reporting period was kept as text until the fiscal calendar was known. */
static void settle_reporting_period(struct fieldcheck *check, struct workbook *workbook) {
    struct table *table = &workbook->tables[SHEET_ORGANIZATION];
    if (table->records.count == 0) {
        return;
    }
    struct record *record = &table->records.items[0];
    struct field *field = &record->fields[COLUMN_ORGANIZATION_REPORTING_PERIOD];
    if (!field->filled || date_set(field->date)) {
        return;
    }
    if (!periodtext_parse(field->text, &check->fiscal, check->language, &field->period)) {
        diag_report(check->diags, BP2018,
                    workbook_place(workbook, record, COLUMN_ORGANIZATION_REPORTING_PERIOD),
                    field->text, NULL);
        field->filled = false;
        field->wrong = true;
        return;
    }
    char text[16];
    period_format(field->period, &check->fiscal, text);
    field->text = arena_strdup(check->arena, text);
}

void record_settle(struct fieldcheck *check, struct workbook *workbook) {
    settle_reporting_period(check, workbook);
    settle_table(check, workbook, SHEET_ORGANIZATION, COLUMN_ORGANIZATION_REPORTING_PERIOD,
                 FREQUENCY_MONTHLY);
    enum frequency reporting = FREQUENCY_MONTHLY;
    const struct record *organization = properties(workbook, SHEET_ORGANIZATION);
    if (organization && organization->fields[COLUMN_ORGANIZATION_REPORTING_PERIOD].filled) {
        reporting = organization->fields[COLUMN_ORGANIZATION_REPORTING_PERIOD].period.frequency;
    }
    settle_table(check, workbook, SHEET_COMMENTARY, COLUMN_COMMENTARY_PERIOD, reporting);
    settle_values(check, workbook);
}

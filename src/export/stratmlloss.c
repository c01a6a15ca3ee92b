#include "export/stratmlloss.h"
#include "base/idmap.h"
#include "workbook/stratmllines.h"
#include <string.h>

/* Columns that are written; the sheets without any are not written at all.  The period of a value
 * becomes its dates. */
static const struct written {
    enum schema_sheet sheet;
    uint64_t columns;
} written[] = {
#define BIT(column) (UINT64_C(1) << (column))
    {SHEET_ORGANIZATION,
     BIT(COLUMN_ORGANIZATION_ID) | BIT(COLUMN_ORGANIZATION_NAME) | BIT(COLUMN_ORGANIZATION_VISION) |
         BIT(COLUMN_ORGANIZATION_MISSION) | BIT(COLUMN_ORGANIZATION_VALUES) |
         BIT(COLUMN_ORGANIZATION_DESCRIPTION) | BIT(COLUMN_ORGANIZATION_REPORTING_DATE) |
         BIT(COLUMN_ORGANIZATION_CONVENTION_VERSION)},
    {SHEET_PERSPECTIVES, BIT(COLUMN_PERSPECTIVES_ID) | BIT(COLUMN_PERSPECTIVES_NAME) |
                             BIT(COLUMN_PERSPECTIVES_DISPLAY_ORDER)},
    {SHEET_THEMES, BIT(COLUMN_THEMES_ID) | BIT(COLUMN_THEMES_NAME) | BIT(COLUMN_THEMES_OWNER) |
                       BIT(COLUMN_THEMES_DESCRIPTION) | BIT(COLUMN_THEMES_DISPLAY_ORDER)},
    {SHEET_OBJECTIVES, BIT(COLUMN_OBJECTIVES_ID) | BIT(COLUMN_OBJECTIVES_NAME) |
                           BIT(COLUMN_OBJECTIVES_PERSPECTIVE) | BIT(COLUMN_OBJECTIVES_THEME) |
                           BIT(COLUMN_OBJECTIVES_OWNER) | BIT(COLUMN_OBJECTIVES_INTENDED_RESULT)},
    {SHEET_MEASURES, BIT(COLUMN_MEASURES_ID) | BIT(COLUMN_MEASURES_NAME) |
                         BIT(COLUMN_MEASURES_OBJECTIVE) | BIT(COLUMN_MEASURES_UNIT_OF_MEASURE) |
                         BIT(COLUMN_MEASURES_DECIMALS) | BIT(COLUMN_MEASURES_POLARITY) |
                         BIT(COLUMN_MEASURES_LEADING_LAGGING) | BIT(COLUMN_MEASURES_FREQUENCY) |
                         BIT(COLUMN_MEASURES_AGGREGATION) | BIT(COLUMN_MEASURES_WEIGHT) |
                         BIT(COLUMN_MEASURES_OWNER) | BIT(COLUMN_MEASURES_DATA_SOURCE) |
                         BIT(COLUMN_MEASURES_DATA_STEWARD) | BIT(COLUMN_MEASURES_BASELINE) |
                         BIT(COLUMN_MEASURES_BASELINE_DATE) | BIT(COLUMN_MEASURES_PARENT) |
                         BIT(COLUMN_MEASURES_DEFINITION)},
    {SHEET_VALUES, BIT(COLUMN_VALUES_MEASURE) | BIT(COLUMN_VALUES_PERIOD) |
                       BIT(COLUMN_VALUES_SERIES) | BIT(COLUMN_VALUES_VALUE) |
                       BIT(COLUMN_VALUES_NOTE)},
#undef BIT
};

#define RETIRED    2   /* of the choices of both columns */
#define LIST_BYTES 180 /* of a list in one finding */

bool stratmlloss_retired(const struct record *record) {
    int column = record->sheet == SHEET_OBJECTIVES ? (int)COLUMN_OBJECTIVES_STATE
                                                   : (int)COLUMN_MEASURES_STATE;
    const struct field *state = workbook_field(record, column);
    return state->filled && state->choice == RETIRED;
}

bool stratmlloss_value_kept(const struct record *value) {
    return workbook_field(value, COLUMN_VALUES_SERIES)->choice <= 1 &&
           !workbook_field(value, COLUMN_VALUES_UNIT)->filled;
}

/* The rows of a sheet by their ids, which come first. */
static struct idmap *rows_by_id(struct arena *arena, const struct table *table) {
    struct idmap *index = idmap_new(arena);
    for (size_t i = 0; i < table->records.count; i++) {
        idmap_put(index, workbook_field(&table->records.items[i], 0)->text, i);
    }
    return index;
}

static size_t home_of(const struct record *measure, const struct table *objectives,
                      const struct idmap *index) {
    const struct field *field = workbook_field(measure, COLUMN_MEASURES_OBJECTIVE);
    for (size_t i = 0; field->filled && field->list[i]; i++) {
        size_t at = idmap_find(index, field->list[i]);
        if (at != IDMAP_NONE && !stratmlloss_retired(&objectives->records.items[at])) {
            return at;
        }
    }
    return IDMAP_NONE;
}

const size_t *stratmlloss_homes(struct arena *arena, const struct workbook *workbook) {
    const struct table *measures = &workbook->tables[SHEET_MEASURES];
    const struct table *objectives = &workbook->tables[SHEET_OBJECTIVES];
    const struct idmap *index = rows_by_id(arena, objectives);
    size_t *homes = arena_array(arena, measures->records.count, sizeof *homes);
    for (size_t i = 0; i < measures->records.count; i++) {
        const struct record *measure = &measures->records.items[i];
        homes[i] = stratmlloss_retired(measure) ? IDMAP_NONE : home_of(measure, objectives, index);
    }
    return homes;
}

static uint64_t written_columns(enum schema_sheet sheet) {
    for (size_t i = 0; i < sizeof written / sizeof written[0]; i++) {
        if (written[i].sheet == sheet) {
            return written[i].columns;
        }
    }
    return 0;
}

/* A list on its way into findings, which have room for so much of it. */
struct losses {
    struct diags *diags;
    enum diag_code code;
    struct place place;
    const char *sheet; /* NULL: the list is of sheets */
    struct textbuf list;
};

static void flush(struct losses *losses) {
    const char *list = textbuf_text(&losses->list);
    if (list[0] == '\0') {
        return;
    }
    if (losses->sheet) {
        diag_report(losses->diags, losses->code, losses->place, losses->sheet, list, NULL);
    } else {
        diag_report(losses->diags, losses->code, losses->place, list, NULL);
    }
    textbuf_clear(&losses->list);
}

static void add(struct losses *losses, const char *what, size_t count) {
    if (count == 0) {
        return;
    }
    if (losses->list.length + strlen(what) > LIST_BYTES) {
        flush(losses);
    }
    textbuf_printf(&losses->list, "%s%s (%zu)", losses->list.length ? ", " : "", what, count);
}

static void add_objectives(const struct table *table, struct losses *losses) {
    size_t retired = 0;
    for (size_t i = 0; i < table->records.count; i++) {
        retired += stratmlloss_retired(&table->records.items[i]);
    }
    add(losses, "retired ones", retired);
}

/* Which measures are written, to ask by their ids. */
struct kept {
    const struct idmap *index;
    const size_t *homes;
};

static bool keeps(const struct kept *kept, const char *id) {
    size_t at = idmap_find(kept->index, id);
    return at != IDMAP_NONE && kept->homes[at] != IDMAP_NONE;
}

static void add_measures(const struct table *table, const struct kept *kept,
                         struct losses *losses) {
    size_t retired = 0, homeless = 0, several = 0, ranges = 0, parents = 0;
    for (size_t i = 0; i < table->records.count; i++) {
        const struct record *record = &table->records.items[i];
        const struct field *objectives = workbook_field(record, COLUMN_MEASURES_OBJECTIVE);
        const struct field *parent = workbook_field(record, COLUMN_MEASURES_PARENT);
        retired += stratmlloss_retired(record);
        homeless += kept->homes[i] == IDMAP_NONE && !stratmlloss_retired(record);
        several += objectives->filled && objectives->list[1];
        ranges += stratmllines_range(record);
        parents += kept->homes[i] != IDMAP_NONE && parent->filled && !keeps(kept, parent->text);
    }
    add(losses, "retired ones", retired);
    add(losses, "ones whose objective is not written", homeless);
    add(losses, "further objectives of a measure", several);
    add(losses, "parents that are not written", parents);
    add(losses, "Polarity range, which nothing says without thresholds", ranges);
}

static void add_values(const struct table *table, const struct kept *kept, struct losses *losses) {
    size_t series = 0, homeless = 0;
    for (size_t i = 0; i < table->records.count; i++) {
        const struct record *record = &table->records.items[i];
        bool own = stratmlloss_value_kept(record);
        series += !own;
        homeless += own && !keeps(kept, workbook_field(record, COLUMN_VALUES_MEASURE)->text);
    }
    add(losses, "values other than actuals and targets of the objective's own unit", series);
    add(losses, "values whose measure is not written", homeless);
}

/* Perspectives are written as goals or, where themes are, as what their objectives stand in. */
static void add_perspectives(struct arena *arena, const struct workbook *workbook,
                             struct losses *losses) {
    const struct table *perspectives = &workbook->tables[SHEET_PERSPECTIVES];
    const struct table *objectives = &workbook->tables[SHEET_OBJECTIVES];
    const struct idmap *index = rows_by_id(arena, perspectives);
    bool *used = arena_array(arena, perspectives->records.count, sizeof *used);
    size_t empty = 0;
    if (workbook->tables[SHEET_THEMES].records.count == 0) {
        return;
    }
    for (size_t i = 0; i < objectives->records.count; i++) {
        const struct record *objective = &objectives->records.items[i];
        size_t at =
            idmap_find(index, workbook_field(objective, COLUMN_OBJECTIVES_PERSPECTIVE)->text);
        if (at != IDMAP_NONE && !stratmlloss_retired(objective)) {
            used[at] = true;
        }
    }
    for (size_t i = 0; i < perspectives->records.count; i++) {
        empty += !used[i];
    }
    add(losses, "ones without objectives", empty);
}

/* Rows of a sheet that are left out although the sheet is written. */
static void add_rows(struct arena *arena, const struct workbook *workbook, enum schema_sheet sheet,
                     struct losses *losses) {
    const struct table *table = &workbook->tables[sheet];
    struct kept kept = {rows_by_id(arena, &workbook->tables[SHEET_MEASURES]),
                        stratmlloss_homes(arena, workbook)};
    if (sheet == SHEET_PERSPECTIVES) {
        add_perspectives(arena, workbook, losses);
    } else if (sheet == SHEET_OBJECTIVES) {
        add_objectives(table, losses);
    } else if (sheet == SHEET_MEASURES) {
        add_measures(table, &kept, losses);
    } else if (sheet == SHEET_VALUES) {
        add_values(table, &kept, losses);
    }
}

static void report_sheet(struct arena *arena, const struct workbook *workbook,
                         enum schema_sheet sheet, struct diags *diags) {
    const struct schema_sheet_def *def = schema_sheet(sheet);
    const struct table *table = &workbook->tables[sheet];
    uint64_t columns = written_columns(sheet);
    struct losses losses = {
        .diags = diags, .code = BP2096, .place = table->place, .sheet = def->title};
    textbuf_init(&losses.list, arena);
    for (size_t i = 0; i < def->column_count; i++) {
        size_t count = 0;
        for (size_t k = 0; k < table->records.count && !(columns & UINT64_C(1) << i); k++) {
            count += workbook_field(&table->records.items[k], (int)i)->filled;
        }
        add(&losses, def->columns[i].title, count);
    }
    add_rows(arena, workbook, sheet, &losses);
    flush(&losses);
}

void stratmlloss_report(struct arena *arena, const struct workbook *workbook, struct diags *diags) {
    struct losses sheets = {.diags = diags, .code = BP2097, .place = {.file = workbook->path}};
    textbuf_init(&sheets.list, arena);
    for (int i = 0; i < SHEET_COUNT; i++) {
        enum schema_sheet sheet = (enum schema_sheet)i;
        const struct table *table = &workbook->tables[i];
        bool only_unit = sheet == SHEET_UNITS && table->records.count == 1;
        if (written_columns(sheet)) {
            report_sheet(arena, workbook, sheet, diags);
        } else if (!only_unit) {
            add(&sheets, schema_sheet(sheet)->title, table->records.count);
        }
    }
    flush(&sheets);
}

#include "export/writestratml.h"
#include "base/ascii.h"
#include "base/idmap.h"
#include "base/utf8.h"
#include "export/stratmlloss.h"
#include "workbook/stratmllines.h"
#include <stdlib.h>
#include <string.h>

#define SPACE "urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport"

/* A value on its way into a measurement instance. */
struct result {
    const struct record *record;
    struct period period;
    bool actual;
    size_t order; /* as in the workbook */
};

struct results {
    VEC(struct result) list;
};

/* The identifier of a row. */
struct name {
    const char *text;
    bool given; /* to a row: another one of the same id needs another */
};

struct writer {
    struct arena *arena;
    const struct workbook *workbook;
    struct diags *diags;
    struct textbuf *out;
    unsigned depth;
    struct idmap *identifiers; /* "sheet id" to an index of names */
    struct idmap *used;        /* identifiers of the whole file */
    VEC(struct name) names;
    const size_t *homes;     /* parallel to the measures: rows of objectives or IDMAP_NONE */
    struct idmap *measures;  /* id of a measure that is written to its row */
    struct results *results; /* parallel to the measures */
};

/* ---- elements ---- */

static void indent(struct writer *w) {
    for (unsigned i = 0; i < w->depth; i++) {
        textbuf_str(w->out, "  ");
    }
}

/* name may bear attributes. */
static void open(struct writer *w, const char *name) {
    indent(w);
    textbuf_printf(w->out, "<%s>\n", name);
    w->depth++;
}

static void close(struct writer *w, const char *name) {
    w->depth--;
    indent(w);
    textbuf_printf(w->out, "</%s>\n", name);
}

static void text(struct writer *w, const char *name, const char *value) {
    indent(w);
    if (value[0] == '\0') {
        textbuf_printf(w->out, "<%s/>\n", name);
        return;
    }
    textbuf_printf(w->out, "<%s>", name);
    textbuf_xml(w->out, value);
    textbuf_printf(w->out, "</%s>\n", name);
}

static void text_if(struct writer *w, const char *name, const char *value) {
    if (value[0] != '\0') {
        text(w, name, value);
    }
}

static const char *said(const struct record *record, int column) {
    return workbook_field(record, column)->text;
}

/* ---- identifiers ---- */

/* An XML id that nothing in the file has: unlike ids of a workbook it may not begin with a digit
 * and must be different from those of all other rows. */
static const char *unused(struct writer *w, enum schema_sheet sheet, const char *id) {
    const char *plain = ascii_digit(id[0]) ? arena_printf(w->arena, "_%s", id) : id;
    const char *name = plain;
    for (size_t n = 2; idmap_find(w->used, name) != IDMAP_NONE; n++) {
        name = arena_printf(w->arena, "%s-%zu", plain, n);
    }
    if (name != plain) {
        diag_report(w->diags, BP2098, w->workbook->tables[sheet].place, schema_sheet(sheet)->title,
                    id, name, NULL);
    }
    idmap_put(w->used, name, 0);
    return name;
}

static struct name *name_of(struct writer *w, enum schema_sheet sheet, const char *id) {
    const char *key = arena_printf(w->arena, "%d %s", (int)sheet, id);
    size_t at = idmap_put(w->identifiers, key, w->names.count);
    if (at == w->names.count) {
        vec_push(w->arena, &w->names, ((struct name){unused(w, sheet, id), false}));
    }
    return &w->names.items[at];
}

/* The identifier of a row; of rows that share an id the first has what others mean by it. */
static const char *identifier(struct writer *w, enum schema_sheet sheet, const char *id) {
    struct name *name = name_of(w, sheet, id);
    bool again = name->given;
    name->given = true;
    return again ? unused(w, sheet, id) : name->text;
}

/* The identifier of the row that an id means. */
static const char *reference(struct writer *w, enum schema_sheet sheet, const char *id) {
    return name_of(w, sheet, id)->text;
}

/* ---- organization ---- */

static void write_statement(struct writer *w, const char *name, const char *value) {
    if (value[0] != '\0') {
        open(w, name);
        text(w, "Description", value);
        close(w, name);
    }
}

static void write_values(struct writer *w, const char *values) {
    while (*values) {
        size_t length = strcspn(values, ";");
        const char *value = utf8_trim(w->arena, arena_strndup(w->arena, values, length));
        values += length + (values[length] == ';');
        if (value[0] != '\0') {
            open(w, "Value");
            text(w, "Name", value);
            close(w, "Value");
        }
    }
}

static const struct record *organization(const struct workbook *workbook) {
    static const struct record none = {.sheet = SHEET_ORGANIZATION};
    const struct table *table = &workbook->tables[SHEET_ORGANIZATION];
    return table->records.count ? &table->records.items[0] : &none;
}

static void write_organization(struct writer *w) {
    const struct record *record = organization(w->workbook);
    const char *id = said(record, COLUMN_ORGANIZATION_ID);
    open(w, "Organization");
    text(w, "Name", said(record, COLUMN_ORGANIZATION_NAME));
    text_if(w, "Identifier", id[0] ? identifier(w, SHEET_ORGANIZATION, id) : "");
    text_if(w, "Description", said(record, COLUMN_ORGANIZATION_DESCRIPTION));
    close(w, "Organization");
    write_statement(w, "Vision", said(record, COLUMN_ORGANIZATION_VISION));
    write_statement(w, "Mission", said(record, COLUMN_ORGANIZATION_MISSION));
    write_values(w, said(record, COLUMN_ORGANIZATION_VALUES));
}

/* ---- results ---- */

static int compare_results(const void *a, const void *b) {
    const struct result *left = a, *right = b;
    int order = period_compare(left->period, right->period);
    if (order == 0) {
        order = (int)left->actual - (int)right->actual;
    }
    return order ? order : left->order < right->order ? -1 : 1;
}

static void gather_results(struct writer *w) {
    const struct table *measures = &w->workbook->tables[SHEET_MEASURES];
    const struct table *values = &w->workbook->tables[SHEET_VALUES];
    w->results = arena_array(w->arena, measures->records.count, sizeof *w->results);
    for (size_t i = 0; i < values->records.count; i++) {
        const struct record *record = &values->records.items[i];
        size_t at = idmap_find(w->measures, said(record, COLUMN_VALUES_MEASURE));
        if (at == IDMAP_NONE || !stratmlloss_value_kept(record)) {
            continue;
        }
        struct result result = {record, workbook_field(record, COLUMN_VALUES_PERIOD)->period,
                                workbook_field(record, COLUMN_VALUES_SERIES)->choice == 0, i};
        vec_push(w->arena, &w->results[at].list, result);
    }
    for (size_t i = 0; i < measures->records.count; i++) {
        struct results *results = &w->results[i];
        if (results->list.count > 1) {
            qsort(results->list.items, results->list.count, sizeof(struct result), compare_results);
        }
    }
}

/* A cell formatted as a percentage holds 0.87 where a measure in % means 87. */
static struct decimal amount_of(const struct field *value, const char *unit) {
    struct decimal amount = value->number;
    if (value->percent && strcmp(unit, "%") == 0) {
        decimal_mul(amount, decimal_of(100), &amount);
    }
    return amount;
}

static void write_result(struct writer *w, const struct result *result, const char *unit) {
    const char *name = result->actual ? "ActualResult" : "TargetResult";
    char day[11];
    char number[33];
    open(w, name);
    date_format(period_first(result->period), day);
    text(w, "StartDate", day);
    date_format(period_last(result->period), day);
    text(w, "EndDate", day);
    decimal_format(amount_of(workbook_field(result->record, COLUMN_VALUES_VALUE), unit), -1,
                   number);
    text(w, "NumberOfUnits", number);
    text_if(w, "Description", said(result->record, COLUMN_VALUES_NOTE));
    close(w, name);
}

/* One instance a period, its targets before its actuals. */
static void write_results(struct writer *w, size_t measure, const char *unit) {
    size_t count = w->results[measure].list.count;
    const struct result *results = w->results[measure].list.items;
    for (size_t i = 0; i < count; i++) {
        if (i == 0 || !period_equal(results[i - 1].period, results[i].period)) {
            open(w, "MeasurementInstance");
        }
        write_result(w, &results[i], unit);
        if (i + 1 == count || !period_equal(results[i].period, results[i + 1].period)) {
            close(w, "MeasurementInstance");
        }
    }
}

/* ---- indicators ---- */

static void write_parent(struct writer *w, const struct record *record) {
    const char *parent = said(record, COLUMN_MEASURES_PARENT);
    if (parent[0] != '\0' && idmap_find(w->measures, parent) != IDMAP_NONE) {
        open(w, "Relationship RelationshipType=\"Narrower_Than\"");
        text(w, "ReferentIdentifier", reference(w, SHEET_MEASURES, parent));
        close(w, "Relationship");
    }
}

static void write_indicator(struct writer *w, size_t row, const char *sequence) {
    const struct record *record = &w->workbook->tables[SHEET_MEASURES].records.items[row];
    const struct field *stage = workbook_field(record, COLUMN_MEASURES_LEADING_LAGGING);
    const char *unit = said(record, COLUMN_MEASURES_UNIT_OF_MEASURE);
    const char *id = said(record, COLUMN_MEASURES_ID);
    open(w,
         arena_printf(w->arena, "PerformanceIndicator%s PerformanceIndicatorType=\"Quantitative\"",
                      !stage->filled       ? ""
                      : stage->choice == 0 ? " ValueChainStage=\"Output\""
                                           : " ValueChainStage=\"Outcome\""));
    text(w, "SequenceIndicator", sequence);
    text(w, "MeasurementDimension", said(record, COLUMN_MEASURES_NAME));
    text(w, "UnitOfMeasurement", unit);
    text(w, "Identifier", identifier(w, SHEET_MEASURES, id));
    write_parent(w, record);
    write_results(w, row, unit);
    text_if(w, "OtherInformation", stratmllines_write(w->arena, record));
    close(w, "PerformanceIndicator");
}

/* ---- objectives ---- */

static void write_owner(struct writer *w, const char *owner) {
    if (owner[0] == '\0') {
        return;
    }
    open(w, "Stakeholder");
    text(w, "Name", owner);
    open(w, "Role");
    text(w, "Name", "Owner");
    text(w, "RoleType", "Performer");
    close(w, "Role");
    close(w, "Stakeholder");
}

/* Measures are sorted by the row of their objective: those of one stand together. */
struct measured {
    size_t objective, row;
};

/* An objective and the goal it stands under. */
struct placed {
    size_t goal, row;
    size_t perspective; /* its row, IDMAP_NONE: none */
};

struct writing {                   /* what stands under the goals */
    VEC(struct measured) measured; /* by objective, then row */
    VEC(struct placed) placed;     /* by goal, then row */
};

static int compare_measured(const void *a, const void *b) {
    const struct measured *left = a, *right = b;
    if (left->objective != right->objective) {
        return left->objective < right->objective ? -1 : 1;
    }
    return left->row < right->row ? -1 : 1;
}

static void write_objective(struct writer *w, const struct writing *writing, size_t row,
                            const char *sequence) {
    const struct record *record = &w->workbook->tables[SHEET_OBJECTIVES].records.items[row];
    size_t at = 0, end = writing->measured.count, number = 0;
    while (at < end) { /* the first of its measures */
        size_t middle = (at + end) / 2;
        if (writing->measured.items[middle].objective < row) {
            at = middle + 1;
        } else {
            end = middle;
        }
    }
    open(w, "Objective");
    text(w, "Name", said(record, COLUMN_OBJECTIVES_NAME));
    text_if(w, "Description", said(record, COLUMN_OBJECTIVES_INTENDED_RESULT));
    text(w, "Identifier", identifier(w, SHEET_OBJECTIVES, said(record, COLUMN_OBJECTIVES_ID)));
    text(w, "SequenceIndicator", sequence);
    write_owner(w, said(record, COLUMN_OBJECTIVES_OWNER));
    for (; at < writing->measured.count && writing->measured.items[at].objective == row; at++) {
        write_indicator(w, writing->measured.items[at].row,
                        arena_printf(w->arena, "%s.%zu", sequence, ++number));
    }
    close(w, "Objective");
}

/* ---- goals ---- */

static int compare_placed(const void *a, const void *b) {
    const struct placed *left = a, *right = b;
    if (left->goal != right->goal) {
        return left->goal < right->goal ? -1 : 1;
    }
    return left->row < right->row ? -1 : 1;
}

static int compare_perspectives(const void *a, const void *b) {
    const struct placed *left = a, *right = b;
    if (left->perspective != right->perspective) {
        return left->perspective < right->perspective ? -1 : 1;
    }
    return left->row < right->row ? -1 : 1;
}

/* "Perspectives: Customers: C1, C2; Finance: F1" of objectives of one goal. */
static const char *perspectives_of(struct writer *w, const struct placed *placed, size_t count) {
    const struct record *perspectives = w->workbook->tables[SHEET_PERSPECTIVES].records.items;
    const struct record *objectives = w->workbook->tables[SHEET_OBJECTIVES].records.items;
    struct placed *sorted = arena_array(w->arena, count, sizeof *sorted);
    struct textbuf out;
    textbuf_init(&out, w->arena);
    if (count > 0) {
        memcpy(sorted, placed, count * sizeof *sorted);
        qsort(sorted, count, sizeof *sorted, compare_perspectives);
    }
    for (size_t i = 0; i < count && sorted[i].perspective != IDMAP_NONE; i++) {
        if (i > 0 && sorted[i - 1].perspective == sorted[i].perspective) {
            textbuf_str(&out, ", ");
        } else {
            textbuf_printf(&out, "%s%s: ", out.length ? "; " : "Perspectives: ",
                           said(&perspectives[sorted[i].perspective], COLUMN_PERSPECTIVES_NAME));
        }
        textbuf_str(&out, said(&objectives[sorted[i].row], COLUMN_OBJECTIVES_ID));
    }
    return textbuf_text(&out);
}

struct goal {
    const char *name, *description, *identifier, *owner;
    bool themes; /* of the sheet Themes: its objectives' perspectives are said */
};

/* Writes a goal with the objectives from *at on that are its own, and moves *at past them. */
static void write_goal(struct writer *w, const struct writing *writing, const struct goal *goal,
                       size_t index, size_t *at) {
    const char *sequence = arena_printf(w->arena, "%zu", index + 1);
    size_t from = *at;
    while (*at < writing->placed.count && writing->placed.items[*at].goal == index) {
        (*at)++;
    }
    open(w, "Goal");
    text(w, "Name", goal->name);
    text(w, "Description", goal->description);
    text_if(w, "Identifier", goal->identifier);
    text(w, "SequenceIndicator", sequence);
    write_owner(w, goal->owner);
    text_if(w, "OtherInformation",
            goal->themes ? perspectives_of(w, writing->placed.items + from, *at - from) : "");
    for (size_t i = from; i < *at; i++) {
        write_objective(w, writing, writing->placed.items[i].row,
                        arena_printf(w->arena, "%s.%zu", sequence, i - from + 1));
    }
    close(w, "Goal");
}

static struct idmap *index_of(struct writer *w, enum schema_sheet sheet) {
    const struct table *table = &w->workbook->tables[sheet];
    struct idmap *index = idmap_new(w->arena);
    for (size_t i = 0; i < table->records.count; i++) {
        idmap_put(index, said(&table->records.items[i], 0), i); /* ids come first */
    }
    return index;
}

/* Sorts objectives under the rows of a sheet; those without one come last, under its count. */
static void sort_objectives(struct writer *w, struct writing *writing, enum schema_sheet sheet,
                            int column) {
    const struct table *objectives = &w->workbook->tables[SHEET_OBJECTIVES];
    const struct idmap *goals = index_of(w, sheet);
    const struct idmap *perspectives = index_of(w, SHEET_PERSPECTIVES);
    for (size_t i = 0; i < objectives->records.count; i++) {
        const struct record *objective = &objectives->records.items[i];
        size_t goal = idmap_find(goals, said(objective, column));
        if (stratmlloss_retired(objective)) {
            continue;
        }
        struct placed placed = {
            goal == IDMAP_NONE ? w->workbook->tables[sheet].records.count : goal, i,
            idmap_find(perspectives, said(objective, COLUMN_OBJECTIVES_PERSPECTIVE))};
        vec_push(w->arena, &writing->placed, placed);
    }
    if (writing->placed.count > 1) {
        qsort(writing->placed.items, writing->placed.count, sizeof(struct placed), compare_placed);
    }
}

static void sort_measures(struct writer *w, struct writing *writing) {
    const struct table *measures = &w->workbook->tables[SHEET_MEASURES];
    for (size_t i = 0; i < measures->records.count; i++) {
        if (w->homes[i] != IDMAP_NONE) {
            idmap_put(w->measures, said(&measures->records.items[i], COLUMN_MEASURES_ID), i);
            vec_push(w->arena, &writing->measured, ((struct measured){w->homes[i], i}));
        }
    }
    if (writing->measured.count > 1) {
        qsort(writing->measured.items, writing->measured.count, sizeof(struct measured),
              compare_measured);
    }
}

static void write_goals(struct writer *w) {
    struct writing writing = {.placed = {.count = 0}};
    size_t at = 0;
    bool themes = w->workbook->tables[SHEET_THEMES].records.count > 0;
    enum schema_sheet sheet = themes ? SHEET_THEMES : SHEET_PERSPECTIVES;
    const struct table *goals = &w->workbook->tables[sheet];
    sort_measures(w, &writing);
    gather_results(w);
    sort_objectives(w, &writing, sheet,
                    themes ? (int)COLUMN_OBJECTIVES_THEME : (int)COLUMN_OBJECTIVES_PERSPECTIVE);
    for (size_t i = 0; i < goals->records.count; i++) {
        const struct record *record = &goals->records.items[i];
        struct goal goal = {.name = said(record, 1),
                            .description =
                                said(record, themes ? (int)COLUMN_THEMES_DESCRIPTION
                                                    : (int)COLUMN_PERSPECTIVES_DESCRIPTION),
                            .identifier = identifier(w, sheet, said(record, 0)),
                            .owner = themes ? said(record, COLUMN_THEMES_OWNER) : "",
                            .themes = themes};
        write_goal(w, &writing, &goal, i, &at);
    }
    if (at < writing.placed.count || goals->records.count == 0) { /* a plan must have a goal */
        struct goal goal = {"Further objectives", "", "", "", themes};
        write_goal(w, &writing, &goal, goals->records.count, &at);
    }
}

/* ---- all together ---- */

/* A report has results, a performance plan targets, a strategic plan neither. */
static const char *type_of(const struct workbook *workbook) {
    const struct table *values = &workbook->tables[SHEET_VALUES];
    const char *type = "Strategic_Plan";
    for (size_t i = 0; i < values->records.count; i++) {
        const struct record *record = &values->records.items[i];
        if (stratmlloss_value_kept(record)) {
            if (workbook_field(record, COLUMN_VALUES_SERIES)->choice == 0) {
                return "Performance_Report";
            }
            type = "Performance_Plan";
        }
    }
    return type;
}

void writestratml(struct arena *arena, const struct workbook *workbook, struct diags *diags,
                  struct textbuf *out) {
    struct writer *w = arena_alloc(arena, sizeof *w);
    *w = (struct writer){
        .arena = arena, .workbook = workbook, .diags = diags, .out = out, .depth = 0};
    w->identifiers = idmap_new(arena);
    w->used = idmap_new(arena);
    w->homes = stratmlloss_homes(arena, workbook);
    w->measures = idmap_new(arena);
    const char *name = said(organization(workbook), COLUMN_ORGANIZATION_NAME);
    const char *date = said(organization(workbook), COLUMN_ORGANIZATION_REPORTING_DATE);
    textbuf_str(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    open(w, arena_printf(arena, "PerformancePlanOrReport xmlns=\"" SPACE "\" Type=\"%s\"",
                         type_of(workbook)));
    text(w, "Name", name);
    open(w, "StrategicPlanCore");
    write_organization(w);
    write_goals(w);
    close(w, "StrategicPlanCore");
    if (date[0] != '\0') {
        open(w, "AdministrativeInformation");
        text(w, "PublicationDate", date);
        close(w, "AdministrativeInformation");
    }
    close(w, "PerformancePlanOrReport");
    stratmlloss_report(arena, workbook, diags);
}

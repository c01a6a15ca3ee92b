#include "plan/planbuild.h"

#include "base/ascii.h"
#include <assert.h>
#include <string.h>

const char *planbuild_noun(enum schema_sheet sheet) {
    static const char *const nouns[SHEET_COUNT] = {
        [SHEET_ORGANIZATION] = "organization",
        [SHEET_SETTINGS] = "setting",
        [SHEET_UNITS] = "unit",
        [SHEET_PERSPECTIVES] = "perspective",
        [SHEET_THEMES] = "theme",
        [SHEET_OBJECTIVES] = "objective",
        [SHEET_LINKS] = "link",
        [SHEET_MEASURES] = "measure",
        [SHEET_THRESHOLDS] = "threshold of",
        [SHEET_VALUES] = "value of",
        [SHEET_INITIATIVES] = "initiative",
        [SHEET_MILESTONES] = "milestone",
        [SHEET_PROCESSES] = "process",
        [SHEET_STAFFING] = "staffing of",
        [SHEET_BENCHMARKS] = "benchmark of",
        [SHEET_ACTIONS] = "action",
        [SHEET_DECISIONS] = "decision",
        [SHEET_COMMENTARY] = "commentary on",
        [SHEET_BENEFITS] = "benefit",
        [SHEET_BUDGET_LINES] = "budget line",
        [SHEET_RISKS] = "risk",
        [SHEET_CONTROLS] = "control",
        [SHEET_CALENDAR] = "event",
        [SHEET_MEETINGS] = "meeting",
        [SHEET_AGENDA] = "agenda item of",
        [SHEET_PAPERS] = "decision paper",
        [SHEET_CHANGES] = "change request",
        [SHEET_ATTESTATIONS] = "attestation of",
        [SHEET_WAIVERS] = "waiver of",
        [SHEET_VERSIONS] = "version",
        [SHEET_TRANSLATIONS] = "translation of",
        [SHEET_PEOPLE] = "person",
        [SHEET_WORKFORCE] = "workforce of",
        [SHEET_PRACTICES] = "practice",
        [SHEET_ENVIRONMENT] = "environment item",
        [SHEET_JOBS] = "job family",
    };
    return sheet >= 0 && sheet < SHEET_COUNT && nouns[sheet] ? nouns[sheet] : "id";
}

bool planbuild_mapped(const struct objective *objective) {
    return objective->state != STATE_RETIRED && objective->unit && objective->perspective;
}

bool planbuild_filled(const struct record *record, int column) {
    return workbook_field(record, column)->filled;
}

const char *planbuild_text(const struct record *record, int column) {
    const struct field *field = workbook_field(record, column);
    return field->filled && field->text ? field->text : "";
}

struct date planbuild_date(const struct record *record, int column) {
    const struct field *field = workbook_field(record, column);
    return field->filled ? field->date : (struct date){0};
}

int planbuild_choice(const struct record *record, int column, int fallback) {
    const struct field *field = workbook_field(record, column);
    return field->filled ? field->choice : fallback;
}

struct period planbuild_period(const struct record *record, int column) {
    const struct field *field = workbook_field(record, column);
    return field->filled ? field->period : (struct period){0};
}

int planbuild_count(const struct record *record, int column, int most, int fallback) {
    const struct field *field = workbook_field(record, column);
    if (!field->filled)
        return fallback;
    int64_t count = field->number.micro / DECIMAL_ONE;
    return count > most ? most : (int)count;
}

struct place planbuild_place(const struct planbuild *b, const struct record *record, int column) {
    return workbook_place(b->workbook, record, column);
}

struct quantity planbuild_quantity(struct planbuild *b, const struct record *record, int column) {
    const struct field *field = workbook_field(record, column);
    return (struct quantity){
        .known = field->filled,
        .wrong = field->wrong,
        .value = field->filled ? field->number : decimal_of(0),
        .place = planbuild_place(b, record, column),
    };
}

/* How a message names a row: its id, or "O1 to O2" for a link. */
static const char *subject_of(struct planbuild *b, const struct record *record) {
    const char *first = planbuild_text(record, 0);
    if (record->sheet == SHEET_LINKS)
        return arena_printf(b->arena, "%s to %s", first, planbuild_text(record, COLUMN_LINKS_TO));
    if (record->sheet == SHEET_AGENDA && planbuild_filled(record, COLUMN_AGENDA_ITEM))
        return arena_printf(b->arena, "%s, %s", first, planbuild_text(record, COLUMN_AGENDA_ITEM));
    return first;
}

const char *planbuild_title(const struct record *record, int column) {
    return schema_sheet(record->sheet)->columns[column].title;
}

const char *planbuild_where(struct planbuild *b, struct place place) {
    const char *cell = diag_cell(b->arena, place);
    return cell ? cell : arena_printf(b->arena, "line %u", (unsigned)place.line);
}

const char *planbuild_date_text(struct planbuild *b, struct date date) {
    char text[11];
    date_format(date, text);
    return arena_strdup(b->arena, text);
}

const char *planbuild_period_text(struct planbuild *b, struct period period) {
    char text[16];
    period_format(period, &b->plan->organization.fiscal, text);
    return arena_strdup(b->arena, text);
}

const char *planbuild_number_text(struct planbuild *b, struct decimal number) {
    char text[32];
    decimal_format(number, -1, text);
    return arena_strdup(b->arena, text);
}

const char *planbuild_count_text(struct planbuild *b, size_t count) {
    return arena_printf(b->arena, "%zu", count);
}

/* ---- ids ---- */

static const char *fold(struct arena *arena, const char *id) {
    char *copy = arena_strdup(arena, id);
    for (char *c = copy; *c; c++)
        *c = ascii_lower(*c);
    return copy;
}

static void report_duplicate(struct planbuild *b, enum schema_sheet sheet,
                             const struct record *record, size_t first) {
    const struct record *other = b->rows[sheet].list.items[first];
    diag_report(b->diags, BP3101, planbuild_place(b, record, 0), planbuild_noun(sheet),
                planbuild_text(record, 0), planbuild_where(b, planbuild_place(b, other, 0)), NULL);
}

static void report_same_but_for_case(struct planbuild *b, enum schema_sheet sheet,
                                     const struct record *record, size_t other) {
    diag_report(b->diags, BP3102, planbuild_place(b, record, 0), planbuild_noun(sheet),
                planbuild_text(record, 0), planbuild_text(b->rows[sheet].list.items[other], 0),
                NULL);
}

static void register_ids(struct planbuild *b, enum schema_sheet sheet) {
    const struct table *table = &b->workbook->tables[sheet];
    struct plan_rows *rows = &b->rows[sheet];
    struct idmap *folded = idmap_new(b->arena);
    b->ids[sheet] = idmap_new(b->arena);
    for (size_t i = 0; i < table->records.count; i++) {
        const struct record *record = &table->records.items[i];
        if (!planbuild_filled(record, 0)) { /* reported by the workbook */
            b->partial[sheet] = true;
            continue;
        }
        const char *id = planbuild_text(record, 0);
        size_t index = rows->list.count;
        size_t known = idmap_put(b->ids[sheet], id, index);
        if (known != index) {
            report_duplicate(b, sheet, record, known);
            continue;
        }
        size_t alike = idmap_put(folded, fold(b->arena, id), index);
        if (alike != index)
            report_same_but_for_case(b, sheet, record, alike);
        size_t other = idmap_put(b->any, id, (size_t)sheet);
        if (other != (size_t)sheet)
            idmap_put(b->ambiguous, id, (size_t)sheet);
        vec_push(b->arena, &rows->list, record);
    }
}

static void take_all(struct planbuild *b, enum schema_sheet sheet) {
    const struct table *table = &b->workbook->tables[sheet];
    struct plan_rows *rows = &b->rows[sheet];
    size_t count = table->records.count;
    rows->list.items = arena_array(b->arena, count, sizeof *rows->list.items);
    rows->list.capacity = rows->list.count = count;
    for (size_t i = 0; i < count; i++)
        rows->list.items[i] = &table->records.items[i];
}

void planbuild_begin(struct planbuild *b) {
    b->any = idmap_new(b->arena);
    b->ambiguous = idmap_new(b->arena);
    for (int sheet = 0; sheet < SHEET_COUNT; sheet++) {
        const struct schema_column *first = schema_sheet((enum schema_sheet)sheet)->columns;
        b->partial[sheet] = b->workbook->tables[sheet].unread;
        if (first->type == FIELD_ID && (first->flags & FIELD_KEY))
            register_ids(b, (enum schema_sheet)sheet);
        else
            take_all(b, (enum schema_sheet)sheet);
    }
    const struct plan_rows *organization = &b->rows[SHEET_ORGANIZATION];
    if (organization->list.count && planbuild_filled(organization->list.items[0], 0))
        idmap_put(b->any, planbuild_text(organization->list.items[0], 0),
                  (size_t)SHEET_ORGANIZATION);
}

/* ---- references ---- */

/* True if what a sheet holds is not known, for reasons already reported: then an id that is not
 * there is no news. */
static bool unknowable(const struct planbuild *b, enum schema_sheet sheet) {
    const struct table *table = &b->workbook->tables[sheet];
    return b->partial[sheet] || (schema_needed(sheet) && !table->present) ||
           (sheet == SHEET_UNITS && table->records.count == 0);
}

static bool unknown_for_good(const struct planbuild *b, enum schema_sheet target) {
    if (target != SHEET_NONE)
        return !unknowable(b, target);
    for (int sheet = 0; sheet < SHEET_COUNT; sheet++)
        if (unknowable(b, (enum schema_sheet)sheet))
            return false;
    return true;
}

/* A cell that holds a number drops the zeros before it: 7 may have been 007. */
static const char *with_zeros(struct planbuild *b, const struct idmap *ids, const char *id) {
    if (id[strspn(id, "0123456789")] != '\0')
        return NULL;
    static const char zeros[] = "0000000";
    for (size_t count = 1; count < sizeof zeros; count++) {
        const char *padded = arena_printf(b->arena, "%.*s%s", (int)count, zeros, id);
        if (idmap_find(ids, padded) != IDMAP_NONE)
            return arena_printf(b->arena, "did you mean '%s'? Format the cell as text", padded);
    }
    return NULL;
}

/* How many ids are looked up although they may be of rows that could not be read. */
#define DOUBTED_MOST 1000u

/* Where the whole sheet is not there, one finding stands for all of its ids. */
static bool absent(struct planbuild *b, enum schema_sheet target, const char **hint) {
    if (target == SHEET_NONE || b->workbook->tables[target].present)
        return false;
    *hint = arena_printf(b->arena, "the workbook has no sheet '%s'", schema_sheet(target)->title);
    bool told = b->absent[target];
    b->absent[target] = true;
    return told;
}

/* What was meant; *sure if there is no doubt of it.  The search for a near id looks at all of them,
 * so it stops with the errors that are kept. */
static const char *near_id(struct planbuild *b, enum schema_sheet target, const char *id,
                           bool *sure) {
    const struct idmap *ids = target == SHEET_NONE ? b->any : b->ids[target];
    *sure = false;
    if (diags_full(b->diags))
        return NULL;
    const char *zeros = with_zeros(b, ids, id);
    const char *near = zeros ? NULL : idmap_nearest_alone(ids, id);
    *sure = zeros || (near && ascii_same(near, id));
    return zeros ? zeros : diag_did_you_mean(b->arena, near);
}

static void report_unknown(struct planbuild *b, const struct record *record, int column,
                           const char *id, enum schema_sheet target) {
    bool good = unknown_for_good(b, target), sure;
    if (!good && b->doubted++ >= DOUBTED_MOST)
        return;
    const char *hint = near_id(b, target, id, &sure);
    if ((!good && !sure) || absent(b, target, &hint))
        return;
    bool property = schema_sheet(record->sheet)->form == SHEET_PROPERTIES;
    diag_report_hint(b->diags, BP3104, planbuild_place(b, record, column), hint,
                     planbuild_noun(record->sheet),
                     property ? planbuild_title(record, column) : subject_of(b, record),
                     planbuild_noun(target), id, NULL);
}

static size_t resolve_any(struct planbuild *b, const struct record *record, int column,
                          const char *id) {
    size_t sheet = idmap_find(b->any, id);
    if (sheet == IDMAP_NONE) {
        report_unknown(b, record, column, id, SHEET_NONE);
        return IDMAP_NONE;
    }
    size_t second = idmap_find(b->ambiguous, id);
    if (second != IDMAP_NONE)
        diag_report(b->diags, BP3103, planbuild_place(b, record, column),
                    planbuild_noun(record->sheet), subject_of(b, record), id,
                    planbuild_noun((enum schema_sheet)sheet),
                    planbuild_noun((enum schema_sheet)second), NULL);
    return b->ids[sheet] ? idmap_find(b->ids[sheet], id) : 0;
}

static size_t resolve(struct planbuild *b, const struct record *record, int column,
                      const char *id) {
    enum schema_sheet target = schema_sheet(record->sheet)->columns[column].target;
    if (target == SHEET_NONE)
        return resolve_any(b, record, column, id);
    size_t index = idmap_find(b->ids[target], id);
    if (index == IDMAP_NONE)
        report_unknown(b, record, column, id, target);
    return index;
}

size_t planbuild_reference(struct planbuild *b, const struct record *record, int column) {
    if (!planbuild_filled(record, column))
        return IDMAP_NONE;
    return resolve(b, record, column, planbuild_text(record, column));
}

size_t planbuild_reference_if(struct planbuild *b, const struct record *record, int column,
                              enum schema_sheet target) {
    if (!planbuild_filled(record, column) || !b->workbook->tables[target].present)
        return IDMAP_NONE;
    const char *id = planbuild_text(record, column);
    size_t index = idmap_find(b->ids[target], id);
    if (index == IDMAP_NONE)
        report_unknown(b, record, column, id, target);
    return index;
}

struct unit *planbuild_unit(struct planbuild *b, const struct record *record, int column) {
    size_t index = planbuild_reference(b, record, column);
    return index == IDMAP_NONE ? NULL : &b->plan->units.items[index];
}

struct objective *planbuild_objective(struct planbuild *b, const struct record *record,
                                      int column) {
    size_t index = planbuild_reference(b, record, column);
    return index == IDMAP_NONE ? NULL : &b->plan->objectives.items[index];
}

struct measure *planbuild_measure(struct planbuild *b, const struct record *record, int column) {
    size_t index = planbuild_reference(b, record, column);
    return index == IDMAP_NONE ? NULL : &b->plan->measures.items[index];
}

/* True if the list has the index already; notes it if not.  Lists may be long, so that each entity
 * of the sheet keeps the number of the last list it stood in. */
static bool listed(struct planbuild *b, enum schema_sheet target, size_t index) {
    size_t **lists = &b->lists[target];
    if (!*lists)
        *lists = arena_array(b->arena, idmap_count(b->ids[target]), sizeof **lists);
    if ((*lists)[index] == b->list_count)
        return true;
    (*lists)[index] = b->list_count;
    return false;
}

size_t planbuild_references(struct planbuild *b, const struct record *record, int column,
                            size_t **out) {
    const struct field *field = workbook_field(record, column);
    *out = NULL;
    if (!field->filled || !field->list)
        return 0;
    size_t length = 0;
    while (field->list[length])
        length++;
    *out = arena_array(b->arena, length, sizeof **out);
    size_t count = 0;
    enum schema_sheet target = schema_sheet(record->sheet)->columns[column].target;
    assert(target != SHEET_NONE); /* indexes of several sheets could not be told apart */
    b->list_count++;
    for (size_t i = 0; i < length; i++) {
        size_t index = resolve(b, record, column, field->list[i]);
        if (index == IDMAP_NONE)
            continue;
        if (listed(b, target, index)) {
            diag_report(b->diags, BP3109, planbuild_place(b, record, column),
                        planbuild_noun(record->sheet), subject_of(b, record),
                        planbuild_noun(target), field->list[i], NULL);
            continue;
        }
        (*out)[count++] = index;
    }
    return count;
}

#include "plan/readchanges.h"

#include "base/ascii.h"
#include <stdlib.h>
#include <string.h>

#define CODE_DIGITS 4

static bool missing(const struct record *record, int column) {
    const struct field *field = workbook_field(record, column);
    return !field->filled && !field->wrong;
}

/* ---- change requests ---- */

static void add_titles(struct idmap *titles, enum schema_sheet sheet) {
    const struct schema_sheet_def *def = schema_sheet(sheet);
    for (size_t i = 0; i < def->column_count; i++)
        idmap_put(titles, def->columns[i].title, i);
}

static void add_series(struct idmap *titles) {
    for (int series = 0; series < SERIES_COUNT; series++)
        idmap_put(titles, plan_series_name((enum series)series), 0);
}

/* Sheets without ids of their own, whose figures are asked for by the row they belong to. */
static const struct {
    enum schema_sheet of, part;
} parts[] = {{SHEET_MEASURES, SHEET_THRESHOLDS},
             {SHEET_PROCESSES, SHEET_BENCHMARKS},
             {SHEET_OBJECTIVES, SHEET_LINKS}};
#define PARTS (sizeof parts / sizeof *parts)

static bool is_series(const char *name) {
    for (int series = 0; series < SERIES_COUNT; series++)
        if (schema_same_title(plan_series_name((enum series)series), name))
            return true;
    return false;
}

/* What a row of a sheet has that can be changed: its columns, those of what belongs to it and, of a
 * measure, its series. */
static bool is_figure(enum schema_sheet sheet, const char *name) {
    if (schema_column_titled(sheet, name) >= 0 || (sheet == SHEET_MEASURES && is_series(name)))
        return true;
    for (size_t i = 0; i < PARTS; i++)
        if (parts[i].of == sheet && schema_column_titled(parts[i].part, name) >= 0)
            return true;
    return false;
}

/* The scoring policy is asked for by the organization's id, which a unit may bear too. */
static bool is_policy(const struct planbuild *b, const struct change_request *change) {
    return strcmp(change->linked_id, b->plan->organization.id) == 0 &&
           (schema_column_titled(SHEET_SETTINGS, change->field) >= 0 ||
            schema_column_titled(SHEET_ORGANIZATION, change->field) >= 0);
}

static void check_field(struct planbuild *b, const struct record *record,
                        const struct change_request *change) {
    size_t sheet = idmap_find(b->any, change->linked_id);
    if (!change->field[0] || sheet == IDMAP_NONE ||
        is_figure((enum schema_sheet)sheet, change->field) || is_policy(b, change))
        return;
    struct idmap *titles = idmap_new(b->arena);
    if (sheet == SHEET_MEASURES)
        add_series(titles);
    for (size_t i = 0; i < PARTS; i++)
        if (parts[i].of == (enum schema_sheet)sheet)
            add_titles(titles, parts[i].part);
    add_titles(titles, (enum schema_sheet)sheet);
    diag_report_hint(b->diags, BP3969, planbuild_place(b, record, COLUMN_CHANGES_FIELD),
                     diag_did_you_mean(b->arena, idmap_nearest(titles, change->field)), change->id,
                     change->field, planbuild_noun((enum schema_sheet)sheet), change->linked_id,
                     NULL);
}

static void check_approval(struct planbuild *b, const struct record *record,
                           const struct change_request *change) {
    static const int approvals[] = {COLUMN_CHANGES_APPROVED_BY, COLUMN_CHANGES_APPROVED_ON};
    bool agreed = change->status == CHANGE_APPROVED || change->status == CHANGE_IMPLEMENTED;
    bool open = planbuild_filled(record, COLUMN_CHANGES_STATUS) &&
                (change->status == CHANGE_DRAFT || change->status == CHANGE_SUBMITTED);
    const char *status = planbuild_text(record, COLUMN_CHANGES_STATUS);
    for (size_t i = 0; i < sizeof approvals / sizeof *approvals; i++) {
        struct place place = planbuild_place(b, record, approvals[i]);
        const char *title = planbuild_title(record, approvals[i]);
        if (agreed && missing(record, approvals[i]))
            diag_report(b->diags, BP3966, place, change->id, status, title, NULL);
        if (open && planbuild_filled(record, approvals[i]))
            diag_report(b->diags, BP3968, place, change->id, status, title, NULL);
    }
    if (date_set(change->approved_on) && date_set(change->requested_on) &&
        date_compare(change->approved_on, change->requested_on) < 0)
        diag_report(b->diags, BP3967, planbuild_place(b, record, COLUMN_CHANGES_APPROVED_ON),
                    change->id, planbuild_date_text(b, change->approved_on),
                    planbuild_date_text(b, change->requested_on), NULL);
}

static void read_change(struct planbuild *b, const struct record *record,
                        struct change_request *change) {
    planbuild_reference(b, record, COLUMN_CHANGES_LINKED);
    *change = (struct change_request){
        .id = planbuild_text(record, COLUMN_CHANGES_ID),
        .requested_by = planbuild_text(record, COLUMN_CHANGES_REQUESTED_BY),
        .linked_id = planbuild_text(record, COLUMN_CHANGES_LINKED),
        .field = planbuild_text(record, COLUMN_CHANGES_FIELD),
        .old_value = planbuild_text(record, COLUMN_CHANGES_OLD_VALUE),
        .new_value = planbuild_text(record, COLUMN_CHANGES_NEW_VALUE),
        .reason = planbuild_text(record, COLUMN_CHANGES_REASON),
        .approved_by = planbuild_text(record, COLUMN_CHANGES_APPROVED_BY),
        .requested_on = planbuild_date(record, COLUMN_CHANGES_REQUESTED_ON),
        .approved_on = planbuild_date(record, COLUMN_CHANGES_APPROVED_ON),
        .effective_from = planbuild_date(record, COLUMN_CHANGES_EFFECTIVE_FROM),
        .period = planbuild_period(record, COLUMN_CHANGES_PERIOD),
        .status =
            (enum change_status)planbuild_choice(record, COLUMN_CHANGES_STATUS, (int)CHANGE_DRAFT),
        .place = planbuild_place(b, record, COLUMN_CHANGES_ID),
    };
    check_field(b, record, change);
    check_approval(b, record, change);
}

/* ---- attestations ---- */

/* Attested is a value, and values are those of the measure's own periods. */
static bool own_period(struct planbuild *b, const struct record *record,
                       const struct measure *measure, struct period period) {
    struct period own = period;
    size_t index = (size_t)(measure - b->plan->measures.items);
    if (!planbuild_filled(b->rows[SHEET_MEASURES].list.items[index], COLUMN_MEASURES_FREQUENCY))
        return true; /* reported there */
    if (period.frequency == measure->frequency && period.frequency > FREQUENCY_MONTHLY)
        own = period_holding(period_first(period), period.frequency, &b->plan->organization.fiscal);
    if (period.frequency == measure->frequency && period_equal(own, period))
        return true;
    diag_report(b->diags, BP3963, planbuild_place(b, record, COLUMN_ATTESTATIONS_PERIOD),
                measure->id, period_frequency_name(measure->frequency),
                planbuild_period_text(b, period), NULL);
    return false;
}

static void read_attestation(struct planbuild *b, const struct record *record, struct idmap *seen) {
    struct measure *measure = planbuild_measure(b, record, COLUMN_ATTESTATIONS_MEASURE);
    struct period period = planbuild_period(record, COLUMN_ATTESTATIONS_PERIOD);
    if (!measure || !period_set(period) || !own_period(b, record, measure, period))
        return;
    const char *period_text = planbuild_period_text(b, period);
    struct place place = planbuild_place(b, record, COLUMN_ATTESTATIONS_PERIOD);
    size_t index = b->plan->attestations.count;
    size_t first =
        idmap_put(seen, arena_printf(b->arena, "%s %s", measure->id, period_text), index);
    if (first != index) {
        diag_report(b->diags, BP3962, place, measure->id, period_text,
                    planbuild_where(b, b->plan->attestations.items[first].place), NULL);
        return;
    }
    struct attestation *attestation = vec_add(b->arena, &b->plan->attestations);
    *attestation = (struct attestation){
        .measure = measure,
        .period = period,
        .by = planbuild_text(record, COLUMN_ATTESTATIONS_ATTESTED_BY),
        .note = planbuild_text(record, COLUMN_ATTESTATIONS_NOTE),
        .on = planbuild_date(record, COLUMN_ATTESTATIONS_ATTESTED_ON),
        .statement = (enum attestation_statement)planbuild_choice(
            record, COLUMN_ATTESTATIONS_STATEMENT, (int)ATTESTED_NOT),
        .place = place,
    };
    /* Rule of workbook.md section 2.5: attested after the period has ended. */
    if (date_set(attestation->on) && date_compare(attestation->on, period_last(period)) < 0)
        diag_report(b->diags, BP3961, planbuild_place(b, record, COLUMN_ATTESTATIONS_ATTESTED_ON),
                    measure->id, period_text, planbuild_date_text(b, attestation->on),
                    planbuild_date_text(b, period_last(period)), NULL);
}

/* By measure, then period: the order of rows says nothing. */
static int compare_attestations(const void *a, const void *b) {
    const struct attestation *left = a, *right = b;
    if (left->measure != right->measure)
        return left->measure < right->measure ? -1 : 1;
    return period_compare(left->period, right->period);
}

/* ---- waivers ---- */

/* "BP3502", "bp3502", "3502" or, as printed, "[BP3502]"; 0 if it is none of these. */
static unsigned code_of(const char *text) {
    bool bracket = text[0] == '[';
    text += bracket;
    if (ascii_lower(text[0]) == 'b' && ascii_lower(text[1]) == 'p')
        text += 2;
    unsigned code = 0;
    size_t digits = 0;
    for (; digits <= CODE_DIGITS && ascii_digit(text[digits]); digits++)
        code = code * 10 + (unsigned)(text[digits] - '0');
    bool ends = strcmp(text + digits, bracket ? "]" : "") == 0;
    return ends && digits == CODE_DIGITS ? code : 0;
}

static void read_waiver(struct planbuild *b, const struct record *record) {
    planbuild_reference(b, record, COLUMN_WAIVERS_LINKED);
    if (!planbuild_filled(record, COLUMN_WAIVERS_CODE))
        return;
    const char *text = planbuild_text(record, COLUMN_WAIVERS_CODE);
    struct place place = planbuild_place(b, record, COLUMN_WAIVERS_CODE);
    unsigned code = code_of(text);
    enum diag_severity severity;
    if (!code || !diag_severity_of(code, &severity)) {
        diag_report(b->diags, BP3964, place, text, NULL);
        return;
    }
    if (severity == DIAG_ERROR) {
        diag_report(b->diags, BP3965, place, arena_printf(b->arena, "BP%04u", code), NULL);
        return;
    }
    struct waiver *waiver = vec_add(b->arena, &b->plan->waivers);
    *waiver = (struct waiver){
        .code = code,
        .linked_id = planbuild_text(record, COLUMN_WAIVERS_LINKED),
        .reason = planbuild_text(record, COLUMN_WAIVERS_REASON),
        .approved_by = planbuild_text(record, COLUMN_WAIVERS_APPROVED_BY),
        .expires = planbuild_date(record, COLUMN_WAIVERS_EXPIRES),
        .place = place,
    };
}

/* The latest first; of one day the last of the sheet. */
static int compare_versions(const void *a, const void *b) {
    const struct packet_version *left = a, *right = b;
    const int by_date = date_compare(right->date, left->date);
    if (by_date || left->place.line == right->place.line)
        return by_date
                   ? by_date
                   : (left->place.row < right->place.row) - (left->place.row > right->place.row);
    return left->place.line < right->place.line ? 1 : -1;
}

static void read_version(struct planbuild *b, const struct record *record,
                         struct packet_version *version) {
    *version = (struct packet_version){
        .version = planbuild_text(record, COLUMN_VERSIONS_VERSION),
        .date = planbuild_date(record, COLUMN_VERSIONS_DATE),
        .change = planbuild_text(record, COLUMN_VERSIONS_CHANGE),
        .by = planbuild_text(record, COLUMN_VERSIONS_BY),
        .place = planbuild_place(b, record, COLUMN_VERSIONS_VERSION),
    };
}

static void read_versions(struct planbuild *b) {
    struct plan *plan = b->plan;
    const struct plan_rows *rows = &b->rows[SHEET_VERSIONS];
    for (size_t i = 0; i < rows->list.count; i++)
        read_version(b, rows->list.items[i], vec_add(b->arena, &plan->versions));
    if (plan->versions.count > 1)
        qsort(plan->versions.items, plan->versions.count, sizeof *plan->versions.items,
              compare_versions);
}

void readchanges(struct planbuild *b) {
    const struct plan_rows *rows = &b->rows[SHEET_CHANGES];
    planbuild_room(b, SHEET_CHANGES, &b->plan->changes);
    for (size_t i = 0; i < rows->list.count; i++)
        read_change(b, rows->list.items[i], &b->plan->changes.items[i]);
    struct idmap *seen = idmap_new(b->arena);
    rows = &b->rows[SHEET_ATTESTATIONS];
    for (size_t i = 0; i < rows->list.count; i++)
        read_attestation(b, rows->list.items[i], seen);
    if (b->plan->attestations.count > 1)
        qsort(b->plan->attestations.items, b->plan->attestations.count,
              sizeof *b->plan->attestations.items, compare_attestations);
    rows = &b->rows[SHEET_WAIVERS];
    for (size_t i = 0; i < rows->list.count; i++)
        read_waiver(b, rows->list.items[i]);
    read_versions(b);
}

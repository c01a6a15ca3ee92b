#include "plan/readoffice.h"

#include "base/ascii.h"
#include <string.h>

/* The row of Benchmarks that holds the published total instead of a process. */
#define TOTAL "TOTAL"

/* ---- processes ---- */

static enum process_role role_of(const struct record *record, enum process_group group) {
    return (enum process_role)planbuild_choice(record, COLUMN_PROCESSES_OSM_ROLE, (int)group);
}

static void read_process(struct planbuild *b, const struct record *record) {
    enum process_group group = (enum process_group)planbuild_choice(record, COLUMN_PROCESSES_GROUP,
                                                                    (int)PROCESS_DESIRABLE);
    struct process *process = vec_add(b->arena, &b->plan->processes);
    *process = (struct process){
        .id = planbuild_text(record, COLUMN_PROCESSES_ID),
        .name = planbuild_text(record, COLUMN_PROCESSES_NAME),
        .owner = planbuild_text(record, COLUMN_PROCESSES_PRIMARY_OWNER_FUNCTION),
        .description = planbuild_text(record, COLUMN_PROCESSES_DESCRIPTION),
        .group = group,
        .role = role_of(record, group),
        .in_scope = planbuild_choice(record, COLUMN_PROCESSES_IN_SCOPE, 1) == 1,
        .benchmark_source = "",
        .place = planbuild_place(b, record, COLUMN_PROCESSES_ID),
    };
    if (process->in_scope && !process->owner[0])
        diag_report(b->diags, group == PROCESS_CORE ? BP3604 : BP3605,
                    planbuild_place(b, record, COLUMN_PROCESSES_PRIMARY_OWNER_FUNCTION),
                    process->name, NULL);
}

/* ---- benchmarks ---- */

static bool range_of(struct planbuild *b, const struct record *record, struct quantity *min,
                     struct quantity *max) {
    *min = planbuild_quantity(b, record, COLUMN_BENCHMARKS_FTE_MIN);
    *max = planbuild_quantity(b, record, COLUMN_BENCHMARKS_FTE_MAX);
    if (!min->known || !max->known)
        return false;
    if (decimal_compare(min->value, max->value) > 0) {
        diag_report(b->diags, BP3606, min->place, planbuild_text(record, COLUMN_BENCHMARKS_PROCESS),
                    planbuild_number_text(b, min->value), planbuild_number_text(b, max->value),
                    NULL);
        return false;
    }
    return true;
}

static bool is_total(struct planbuild *b, const char *id) {
    return ascii_same(id, TOTAL) && idmap_find(b->ids[SHEET_PROCESSES], id) == IDMAP_NONE;
}

static void read_benchmark(struct planbuild *b, const struct record *record, struct idmap *seen) {
    if (!planbuild_filled(record, COLUMN_BENCHMARKS_PROCESS))
        return;
    const char *id = planbuild_text(record, COLUMN_BENCHMARKS_PROCESS);
    bool total = is_total(b, id);
    size_t index = total ? 0 : planbuild_reference(b, record, COLUMN_BENCHMARKS_PROCESS);
    if (index == IDMAP_NONE)
        return;
    size_t row = (size_t)(record - b->workbook->tables[SHEET_BENCHMARKS].records.items);
    size_t first = idmap_put(seen, total ? TOTAL : id, row);
    if (first != row) {
        const struct record *other = &b->workbook->tables[SHEET_BENCHMARKS].records.items[first];
        diag_report(b->diags, BP3607, planbuild_place(b, record, COLUMN_BENCHMARKS_PROCESS), id,
                    planbuild_where(b, planbuild_place(b, other, COLUMN_BENCHMARKS_PROCESS)), NULL);
        return;
    }
    struct quantity min, max;
    if (!range_of(b, record, &min, &max))
        return;
    const char *source = planbuild_text(record, COLUMN_BENCHMARKS_SOURCE);
    if (total) {
        b->plan->published_total_min = min;
        b->plan->published_total_max = max;
        b->plan->published_total_source = source;
        return;
    }
    struct process *process = &b->plan->processes.items[index];
    process->benchmarked = true;
    process->fte_min = min.value;
    process->fte_max = max.value;
    process->benchmark_source = source;
}

/* ---- staffing ---- */

static void check_share(struct planbuild *b, const struct record *record,
                        const struct staffing *share) {
    if (share->fte.micro < 0)
        diag_report(b->diags, BP3603, planbuild_place(b, record, COLUMN_STAFFING_FTE),
                    share->person, NULL);
    if (date_set(share->from) && date_set(share->to) && date_compare(share->to, share->from) < 0)
        diag_report(b->diags, BP3608, planbuild_place(b, record, COLUMN_STAFFING_TO), share->person,
                    planbuild_date_text(b, share->to), planbuild_date_text(b, share->from), NULL);
    if (!share->process->in_scope)
        diag_report(b->diags, BP3609, planbuild_place(b, record, COLUMN_STAFFING_PROCESS),
                    share->person, share->process->id, NULL);
}

/* In the wide form the process stands in the header, above the share. */
static bool from_matrix(const struct planbuild *b, const struct record *record) {
    return planbuild_place(b, record, COLUMN_STAFFING_PROCESS).row !=
           planbuild_place(b, record, COLUMN_STAFFING_FTE).row;
}

/* A share that stands in both forms would count twice. */
static void check_forms(struct planbuild *b, const struct record *record,
                        const struct staffing *share, struct idmap *seen) {
    bool matrix = from_matrix(b, record);
    const char *mine =
        arena_printf(b->arena, "%d %s %s", matrix, share->process->id, share->person);
    const char *other =
        arena_printf(b->arena, "%d %s %s", !matrix, share->process->id, share->person);
    size_t first = idmap_find(seen, other);
    idmap_put(seen, mine, b->plan->staffing.count - 1);
    if (first != IDMAP_NONE)
        diag_report(b->diags, BP3979, share->place, share->person, share->process->id,
                    planbuild_where(b, b->plan->staffing.items[first].place), NULL);
}

static void read_share(struct planbuild *b, const struct record *record, struct idmap *seen) {
    enum { CHOICE_FILLED, CHOICE_VACANT, CHOICE_PLANNED };
    struct plan *plan = b->plan;
    int status = planbuild_choice(record, COLUMN_STAFFING_STATUS, CHOICE_FILLED);
    size_t process = planbuild_reference(b, record, COLUMN_STAFFING_PROCESS);
    size_t unit = planbuild_reference(b, record, COLUMN_STAFFING_UNIT);
    if (process == IDMAP_NONE || !planbuild_filled(record, COLUMN_STAFFING_FTE))
        return;
    struct staffing *share = vec_add(b->arena, &plan->staffing);
    *share = (struct staffing){
        .person = planbuild_text(record, COLUMN_STAFFING_NAME),
        .process = &plan->processes.items[process],
        .fte = workbook_field(record, COLUMN_STAFFING_FTE)->number,
        .filled = status == CHOICE_FILLED,
        .planned = status == CHOICE_PLANNED,
        .dotted = planbuild_choice(record, COLUMN_STAFFING_LINE, 0) == 1,
        .from = planbuild_date(record, COLUMN_STAFFING_FROM),
        .to = planbuild_date(record, COLUMN_STAFFING_TO),
        .basis = planbuild_text(record, COLUMN_STAFFING_BASIS),
        .phase = planbuild_text(record, COLUMN_STAFFING_PHASE),
        .unit = unit == IDMAP_NONE ? NULL : &plan->units.items[unit],
        .place = planbuild_place(b, record, COLUMN_STAFFING_FTE),
    };
    check_share(b, record, share);
    check_forms(b, record, share, seen);
}

/* ---- calendar ---- */

static void read_event(struct planbuild *b, const struct record *record,
                       struct calendar_event *event) {
    size_t process = planbuild_reference(b, record, COLUMN_CALENDAR_PROCESS);
    *event = (struct calendar_event){
        .id = planbuild_text(record, COLUMN_CALENDAR_ID),
        .name = planbuild_text(record, COLUMN_CALENDAR_NAME),
        .owner = planbuild_text(record, COLUMN_CALENDAR_OWNER),
        .process = process == IDMAP_NONE ? NULL : &b->plan->processes.items[process],
        .unit = planbuild_unit(b, record, COLUMN_CALENDAR_UNIT),
        .start = planbuild_date(record, COLUMN_CALENDAR_START_DATE),
        .end = planbuild_date(record, COLUMN_CALENDAR_END_DATE),
        .recurrence =
            (enum recurrence)planbuild_choice(record, COLUMN_CALENDAR_RECURRENCE, (int)RECURS_ONCE),
        .place = planbuild_place(b, record, COLUMN_CALENDAR_ID),
    };
    if (!date_set(event->end))
        event->end = event->start;
    if (date_set(event->start) && date_compare(event->end, event->start) < 0)
        diag_report(b->diags, BP3951, planbuild_place(b, record, COLUMN_CALENDAR_END_DATE),
                    event->id, planbuild_date_text(b, event->end),
                    planbuild_date_text(b, event->start), NULL);
}

void readoffice(struct planbuild *b) {
    if (!b->plan->published_total_source)
        b->plan->published_total_source = "";
    const struct plan_rows *rows = &b->rows[SHEET_PROCESSES];
    for (size_t i = 0; i < rows->list.count; i++)
        read_process(b, rows->list.items[i]);
    struct idmap *seen = idmap_new(b->arena);
    rows = &b->rows[SHEET_BENCHMARKS];
    for (size_t i = 0; i < rows->list.count; i++)
        read_benchmark(b, rows->list.items[i], seen);
    rows = &b->rows[SHEET_STAFFING];
    seen = idmap_new(b->arena);
    for (size_t i = 0; i < rows->list.count; i++)
        read_share(b, rows->list.items[i], seen);
    rows = &b->rows[SHEET_CALENDAR];
    planbuild_room(b, SHEET_CALENDAR, &b->plan->calendar);
    for (size_t i = 0; i < rows->list.count; i++)
        read_event(b, rows->list.items[i], &b->plan->calendar.items[i]);
}

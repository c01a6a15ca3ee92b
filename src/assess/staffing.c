#include "assess/staffing.h"

#include "assess/wide.h"
#include "base/idmap.h"
#include <assert.h>

/* FTE are hundredths: half of one is nothing. */
#define TOLERANCE    5000
#define RED_SHORTAGE 500000 /* half a post */

static void add(struct decimal *sum, struct decimal value) {
    bool fits = decimal_add(*sum, value, sum);
    assert(fits);
}

enum staffing_verdict staffing_verdict_of(struct decimal planned, struct decimal min,
                                          struct decimal max, struct decimal *gap) {
    *gap = decimal_micro(0);
    if (min.micro - planned.micro > TOLERANCE) {
        gap->micro = planned.micro - min.micro;
        return STAFFING_UNDER;
    }
    if (planned.micro - max.micro > TOLERANCE) {
        gap->micro = planned.micro - max.micro;
        return STAFFING_OVER;
    }
    return STAFFING_WITHIN;
}

static enum status shortage_colour(enum process_group group, struct decimal gap, bool partner) {
    if (group == PROCESS_CORE && -gap.micro > RED_SHORTAGE + TOLERANCE) {
        return STATUS_RED;
    }
    if (group == PROCESS_INTEGRATIVE && partner) {
        return STATUS_NO_DATA;
    }
    return STATUS_AMBER;
}

enum status staffing_colour(enum process_group group, enum staffing_verdict verdict,
                            struct decimal gap, bool partner) {
    switch (verdict) {
    case STAFFING_WITHIN:
        return STATUS_GREEN;
    case STAFFING_UNDER:
        return shortage_colour(group, gap, partner);
    case STAFFING_OVER:
    case STAFFING_NO_BENCHMARK:
        break;
    }
    return STATUS_NO_DATA;
}

static bool percentage(struct decimal part, struct decimal whole, struct decimal *out) {
    return whole.micro > 0 &&
           wide_decimal(wide_divide((wide)part.micro * 100 * DECIMAL_ONE, whole.micro), out);
}

struct decimal staffing_coverage(struct decimal planned, struct decimal min) {
    struct decimal coverage = decimal_of(100);
    if (decimal_compare(planned, min) < 0) {
        bool known = percentage(planned, min, &coverage);
        assert(known);
    }
    return coverage;
}

bool staffing_fill_rate(struct decimal filled, struct decimal planned, struct decimal *out) {
    return percentage(filled, planned, out);
}

enum status staffing_line(enum reporting_line line) {
    switch (line) {
    case LINE_DIRECT:
    case LINE_DOTTED:
        return STATUS_GREEN;
    case LINE_TWO_BELOW:
        return STATUS_AMBER;
    case LINE_THREE_BELOW:
        return STATUS_RED;
    case LINE_UNKNOWN:
        break;
    }
    return STATUS_NO_DATA;
}

static bool ended(const struct staffing *row, struct date as_of) {
    return date_set(row->to) && date_compare(row->to, as_of) < 0;
}

static bool filled_now(const struct staffing *row, struct date as_of) {
    return row->filled && (!date_set(row->from) || date_compare(row->from, as_of) <= 0);
}

static size_t process_index(const struct plan *plan, const struct process *process) {
    size_t index = (size_t)(process - plan->processes.items);
    assert(index < plan->processes.count);
    return index;
}

static struct person_result *person_of(struct arena *arena, const struct plan *plan,
                                       struct staffing_result *r, struct idmap *people,
                                       const struct staffing *row, bool vacancy) {
    const char *key = arena_printf(arena, "%d%d%s", (int)vacancy, (int)row->dotted, row->person);
    size_t index = idmap_put(people, key, r->people_count);
    struct person_result *person = &r->people[index];
    if (index == r->people_count) {
        r->people_count++;
        person->person = row->person;
        person->vacancy = vacancy;
        person->dotted = row->dotted;
        person->by_process = arena_array(arena, plan->processes.count, sizeof *person->by_process);
    }
    return person;
}

static void add_rows(struct arena *arena, const struct plan *plan, struct date as_of,
                     struct staffing_result *r) {
    struct idmap *people = idmap_new(arena);
    r->people = arena_array(arena, plan->staffing.count, sizeof *r->people);
    for (size_t i = 0; i < plan->staffing.count; i++) {
        const struct staffing *row = &plan->staffing.items[i];
        if (ended(row, as_of)) {
            continue;
        }
        bool filled = filled_now(row, as_of);
        size_t process = process_index(plan, row->process);
        struct person_result *person = person_of(arena, plan, r, people, row, !filled);
        add(&person->total, row->fte);
        add(&person->by_process[process], row->fte);
        if (row->dotted) {
            if (filled) {
                add(&r->processes[process].dotted, row->fte);
            }
            continue;
        }
        add(&r->processes[process].planned, row->fte);
        add(&r->planned, row->fte);
        if (filled) {
            add(&r->processes[process].filled, row->fte);
            add(&r->filled, row->fte);
        }
    }
}

static void judge_process(const struct process *process, struct process_result *p) {
    p->process = process;
    p->verdict = STAFFING_NO_BENCHMARK;
    p->coverage = decimal_of(100);
    if (process->in_scope && process->benchmarked) {
        p->verdict = staffing_verdict_of(p->planned, process->fte_min, process->fte_max, &p->gap);
        p->coverage = staffing_coverage(p->planned, process->fte_min);
    }
    bool partner = process->owner && *process->owner;
    p->colour = staffing_colour(process->group, p->verdict, p->gap, partner);
    p->vacant = p->planned.micro > 0 && decimal_zero(p->filled);
    p->has_fill_rate = staffing_fill_rate(p->filled, p->planned, &p->fill_rate);
}

struct staffing_result staffing_judge(struct arena *arena, const struct plan *plan,
                                      struct date as_of) {
    struct staffing_result r = {.verdict = STAFFING_NO_BENCHMARK};
    r.processes = arena_array(arena, plan->processes.count, sizeof *r.processes);
    add_rows(arena, plan, as_of, &r);
    for (size_t i = 0; i < plan->processes.count; i++) {
        const struct process *process = &plan->processes.items[i];
        judge_process(process, &r.processes[i]);
        if (process->in_scope && process->benchmarked) {
            add(&r.sum_min, process->fte_min);
            add(&r.sum_max, process->fte_max);
        }
    }
    r.line_status = staffing_line(plan->settings.reporting_line);
    r.has_total = plan->published_total_min.known && plan->published_total_max.known;
    if (r.has_total) {
        struct decimal gap;
        r.total_min = plan->published_total_min.value;
        r.total_max = plan->published_total_max.value;
        r.verdict = staffing_verdict_of(r.planned, r.total_min, r.total_max, &gap);
    }
    return r;
}

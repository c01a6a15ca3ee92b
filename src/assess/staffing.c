#include "assess/staffing.h"

#include "assess/wide.h"
#include "base/ascii.h"
#include "base/idmap.h"
#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* FTE are hundredths: half of one is nothing. */
#define TOLERANCE    5000
#define RED_SHORTAGE 500000 /* half a post */

static void add(struct staffing_result *r, struct decimal *sum, struct decimal value) {
    if (!decimal_add(*sum, value, sum)) {
        sum->micro = INT64_MAX;
        r->too_large = true;
    }
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
        add(r, &person->total, row->fte);
        add(r, &person->by_process[process], row->fte);
        if (row->dotted) {
            if (filled) {
                add(r, &r->processes[process].dotted, row->fte);
                add(r, &r->dotted, row->fte);
            }
            continue;
        }
        add(r, &r->processes[process].planned, row->fte);
        add(r, &r->planned, row->fte);
        if (filled) {
            add(r, &r->processes[process].filled, row->fte);
            add(r, &r->filled, row->fte);
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

/* ---- the roadmap ---- */

/* The value of a run of digits stands in its length once leading zeros are gone. */
static int compare_digits(const char **a, const char **b) {
    while (**a == '0') {
        ++*a;
    }
    while (**b == '0') {
        ++*b;
    }
    size_t length_a = strspn(*a, "0123456789");
    size_t length_b = strspn(*b, "0123456789");
    int order = (length_a > length_b) - (length_a < length_b);
    if (order == 0) {
        order = strncmp(*a, *b, length_a);
    }
    *a += length_a;
    *b += length_b;
    return order;
}

int staffing_compare_phases(const char *a, const char *b) {
    const char *left = a;
    const char *right = b;
    while (*left && *right) {
        int order = 0;
        if (ascii_digit(*left) && ascii_digit(*right)) {
            order = compare_digits(&left, &right);
        } else {
            order = (unsigned char)*left++ - (unsigned char)*right++;
        }
        if (order != 0) {
            return order;
        }
    }
    int rest = (*left != '\0') - (*right != '\0');
    return rest != 0 ? rest : strcmp(a, b);
}

static int compare_names(const void *left, const void *right) {
    return staffing_compare_phases(*(const char *const *)left, *(const char *const *)right);
}

/* The phase of a post, or NULL. */
static const char *phase_of(const struct staffing *row, bool by_group) {
    if (by_group) {
        return plan_group_name(row->process->group);
    }
    return row->phase && *row->phase ? row->phase : NULL;
}

static void list_groups(const struct plan *plan, struct staffing_result *r) {
    static const enum process_group order[] = {PROCESS_CORE, PROCESS_DESIRABLE,
                                               PROCESS_INTEGRATIVE};
    for (size_t g = 0; g < sizeof order / sizeof *order; g++) {
        bool found = false;
        for (size_t i = 0; i < plan->processes.count && !found; i++) {
            found = plan->processes.items[i].in_scope && plan->processes.items[i].group == order[g];
        }
        if (found) {
            r->phases[r->phase_count++] =
                (struct phase_result){.phase = plan_group_name(order[g]), .by_group = true};
        }
    }
}

/* The phases in their order, without figures.  Posts that have ended are in none. */
static void list_phases(struct arena *arena, const struct plan *plan, struct date as_of,
                        struct staffing_result *r) {
    struct idmap *seen = idmap_new(arena);
    bool without = false;
    for (size_t i = 0; i < plan->staffing.count; i++) {
        const struct staffing *row = &plan->staffing.items[i];
        const char *phase = phase_of(row, false);
        if (ended(row, as_of)) {
            continue;
        }
        without = without || !phase;
        if (phase) {
            idmap_put(seen, phase, 0);
        }
    }
    size_t count = idmap_count(seen);
    r->phases = arena_array(arena, count + 4, sizeof *r->phases);
    if (count == 0) {
        list_groups(plan, r);
        return;
    }
    const char **names = arena_array(arena, count, sizeof *names);
    for (size_t i = 0; i < count; i++) {
        names[i] = idmap_key(seen, i);
    }
    qsort(names, count, sizeof *names, compare_names);
    for (size_t i = 0; i < count; i++) {
        r->phases[r->phase_count++].phase = names[i];
    }
    r->phase_count += without; /* the last one, without a name */
}

static void add_posts(const struct plan *plan, struct date as_of, struct staffing_result *r,
                      struct phase_result *phase, bool *begun) {
    for (size_t i = 0; i < plan->staffing.count; i++) {
        const struct staffing *row = &plan->staffing.items[i];
        const char *own = phase_of(row, phase->by_group);
        bool here = own && phase->phase ? strcmp(own, phase->phase) == 0 : own == phase->phase;
        if (!here || ended(row, as_of)) {
            continue;
        }
        bool filled = filled_now(row, as_of);
        if (row->dotted) {
            add(r, &phase->dotted, filled ? row->fte : decimal_micro(0));
            continue;
        }
        add(r, &phase->planned, row->fte);
        add(r, &phase->filled, filled ? row->fte : decimal_micro(0));
        begun[process_index(plan, row->process)] = true;
    }
}

static void judge_phase(const struct plan *plan, struct staffing_result *r,
                        struct phase_result *phase, const bool *begun) {
    for (size_t i = 0; i < plan->processes.count; i++) {
        const struct process *process = &plan->processes.items[i];
        if (begun[i] && process->in_scope && process->benchmarked) {
            phase->has_band = true;
            add(r, &phase->min, process->fte_min);
            add(r, &phase->max, process->fte_max);
        }
    }
    phase->verdict = STAFFING_NO_BENCHMARK;
    if (phase->has_band) {
        phase->verdict =
            staffing_verdict_of(phase->planned_so_far, phase->min, phase->max, &phase->gap);
    }
}

static void make_roadmap(struct arena *arena, const struct plan *plan, struct date as_of,
                         struct staffing_result *r) {
    bool *begun = arena_array(arena, plan->processes.count, sizeof *begun);
    struct decimal planned = decimal_micro(0);
    struct decimal filled = decimal_micro(0);
    list_phases(arena, plan, as_of, r);
    for (size_t i = 0; i < r->phase_count; i++) {
        struct phase_result *phase = &r->phases[i];
        add_posts(plan, as_of, r, phase, begun);
        add(r, &planned, phase->planned);
        add(r, &filled, phase->filled);
        phase->planned_so_far = planned;
        phase->filled_so_far = filled;
        judge_phase(plan, r, phase, begun);
    }
}

/* ---- together ---- */

static void judge_total(const struct plan *plan, struct staffing_result *r) {
    struct decimal gap;
    bool fits = decimal_sub(r->planned, r->filled, &r->vacant);
    assert(fits); /* neither is negative */
    r->has_total = plan->published_total_min.known && plan->published_total_max.known;
    if (r->has_total) {
        r->total_min = plan->published_total_min.value;
        r->total_max = plan->published_total_max.value;
        r->verdict = staffing_verdict_of(r->planned, r->total_min, r->total_max, &gap);
    }
    r->row_verdict = STAFFING_NO_BENCHMARK;
    if (r->sum_max.micro > 0) {
        r->row_verdict = staffing_verdict_of(r->planned, r->sum_min, r->sum_max, &gap);
    }
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
            add(&r, &r.sum_min, process->fte_min);
            add(&r, &r.sum_max, process->fte_max);
        }
    }
    r.line_status = staffing_line(plan->settings.reporting_line);
    judge_total(plan, &r);
    make_roadmap(arena, plan, as_of, &r);
    return r;
}

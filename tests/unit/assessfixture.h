/* A small plan with one of everything, for the tests of the outputs of assess. */
#ifndef TESTS_ASSESSFIXTURE_H
#define TESTS_ASSESSFIXTURE_H

#include "planfixture.h"

static inline struct fixture *output_fixture(void) {
    struct fixture *f = fixture_new();
    struct unit *u1 = add_unit(f, "U1"), *u2 = add_unit(f, "U2");
    u1->name = "Blood \"Service\", East";
    struct perspective *p = add_perspective(f, "P1");
    struct objective *o1 = add_objective(f, "O1", u1, p), *o2 = add_objective(f, "O2", u2, p);
    o1->name = "Line one\nline two";
    struct measure *m1 = add_measure(f, "M1", o1);
    add_months(f, m1, "2026-09", "100", (const char *[]){"94", "95"}, 2);
    struct measure *m2 = add_simple(f, "M2", o2, "87");
    m2->unit_of_measure = "%";
    add_simple(f, "M3", o2, NULL);
    struct measure *m4 = add_measure(f, "M4", o1);
    m4->state = STATE_NOT_APPLICABLE;
    o2->declared = DECLARED_GREEN;
    struct initiative *i = FIXTURE_NEXT(f, initiatives);
    *i = (struct initiative){.id = "I1",
                             .name = "New site",
                             .unit = u1,
                             .budget = known("100"),
                             .forecast_cost = known("108")};
    struct process *pr = FIXTURE_NEXT(f, processes);
    *pr = (struct process){.id = "PR1",
                           .name = "Reviews",
                           .owner = "",
                           .in_scope = true,
                           .benchmarked = true,
                           .fte_min = dec("0.5"),
                           .fte_max = dec("1")};
    struct process *loose = FIXTURE_NEXT(f, processes);
    *loose = (struct process){.id = "PR2", .name = "Sharing", .owner = "", .in_scope = true};
    struct staffing *s = FIXTURE_NEXT(f, staffing);
    *s = (struct staffing){.person = "Ann", .process = pr, .fte = dec("0.25"), .filled = true};
    return f;
}

/* The same with what stands beside the statuses: a benefit, money, people. */
static inline struct fixture *wide_fixture(void) {
    struct fixture *f = output_fixture();
    struct unit *units = f->plan.units.items;
    f->plan.measures.items[0].owner = "Owner, One";
    struct benefit *b = FIXTURE_NEXT(f, benefits);
    *b = (struct benefit){.id = "B1",
                          .name = "Fewer trips",
                          .unit_of_value = "",
                          .initiative = &f->plan.initiatives.items[0],
                          .due = span(f, "2027"),
                          .planned = known("100"),
                          .forecast = known("90")};
    *FIXTURE_NEXT(f, budget_lines) = (struct budget_line){
        .id = "BL1", .linked_id = "O1", .unit = &units[0], .amount = dec("30")};
    *FIXTURE_NEXT(f, budget_lines) =
        (struct budget_line){.id = "BL2", .linked_id = "", .unit = &units[0], .amount = dec("90")};
    *FIXTURE_NEXT(f, workforce) = (struct workforce_fact){.unit = &units[0],
                                                          .period = span(f, "2026-Q3"),
                                                          .headcount = known("40"),
                                                          .goals_linked = known("10"),
                                                          .executive_hours = known("1.5")};
    f->plan.staffing.items[0].phase = "2";
    return f;
}

/* A measure for information with such actuals up to the reporting month. */
static inline struct measure *add_run(struct fixture *f, const char *id,
                                      struct objective *objective, const char *const *actuals,
                                      int count) {
    struct measure *m = add_measure(f, id, objective);
    m->polarity = POLARITY_INFO;
    for (int i = 0; i < count; i++) {
        struct value v = {.period = period_next(span(f, "2026-10"), i + 1 - count),
                          .value = dec(actuals[i])};
        vec_push(f->arena, &m->series[SERIES_ACTUAL], v);
    }
    return m;
}

/* One that jumped to another level in April, one with a single trial signal, one without any. */
static inline void add_signals(struct fixture *f, struct objective *objective) {
    add_run(f, "S1", objective,
            (const char *[]){"1", "4", "1", "4", "1", "4", "1", "9", "6", "9", "6", "9", "6", "9"},
            14);
    add_run(f, "S2", objective, (const char *[]){"10", "10", "10", "10", "10", "10", "20"}, 7);
    add_run(f, "S3", objective, (const char *[]){"1", "3", "2", "3", "1"}, 5);
}

static inline const char *wrote(struct fixture *f, const struct unit *unit,
                                void (*write)(const struct assessment *, const struct unit *,
                                              struct textbuf *)) {
    struct textbuf out;
    textbuf_init(&out, f->arena);
    write(fixture_assess(f), unit, &out);
    return textbuf_text(&out);
}

/* The same with evidence for so many links from O1 to O2, the first few with too little data. */
static inline const char *
wrote_links(struct fixture *f, const struct unit *unit, size_t links, size_t too_little,
            void (*write)(const struct assessment *, const struct unit *, struct textbuf *)) {
    struct assessment a = *fixture_assess(f);
    struct plan plan = f->plan;
    struct evidence_result *evidence = arena_array(f->arena, links, sizeof *evidence);
    plan.links.count = 0;
    for (size_t i = 0; i < links; i++)
        vec_push(f->arena, &plan.links,
                 ((struct link){.from = &plan.objectives.items[0],
                                .to = &plan.objectives.items[1],
                                .negative = i % 2 == 1}));
    for (size_t i = 0; i < links; i++) {
        bool enough = i >= too_little;
        evidence[i] =
            (struct evidence_result){.link = &plan.links.items[i],
                                     .verdict = enough ? FOUND_NOT_SHOWN : FOUND_TOO_LITTLE,
                                     .step = enough ? FREQUENCY_MONTHLY : FREQUENCY_NONE,
                                     .points = enough ? 24 : 0,
                                     .rho = dec(enough ? "0.25" : "0")};
    }
    a.plan = &plan;
    a.evidence = evidence;
    struct textbuf out;
    textbuf_init(&out, f->arena);
    write(&a, unit, &out);
    return textbuf_text(&out);
}

static inline void contains(const char *text, const char *part) {
    if (!strstr(text, part))
        fail_msg("no \"%s\" in\n%s", part, text);
}

static inline void lacks(const char *text, const char *part) {
    if (strstr(text, part))
        fail_msg("\"%s\" in\n%s", part, text);
}

#endif

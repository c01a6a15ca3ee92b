/* What the tests of the outlook look at. */
#ifndef TESTS_OUTLOOKCASE_H
#define TESTS_OUTLOOKCASE_H

#include "planfixture.h"

#include "assess/outlook.h"

/* A unit, a perspective and an objective for measures. */
static inline struct objective *lone_objective(struct fixture *f) {
    return add_objective(f, "O1", add_unit(f, "U1"), add_perspective(f, "P1"));
}

/* Monthly: targets in all of 2026 and these actuals from January on. */
static inline struct measure *add_year(struct fixture *f, struct objective *objective,
                                       enum aggregation rule, const char *target,
                                       const char *const *actuals, size_t count) {
    struct measure *m = add_measure(f, "M1", objective);
    m->aggregation = rule;
    add_months(f, m, "2026-01", target, NULL, 12);
    add_months(f, m, "2026-01", NULL, actuals, count);
    return m;
}

static const char *const tens[] = {"10", "10", "10", "10", "10", "10",
                                   "10", "10", "10", "10", "10", "10"};

/* Of the only objective; 10 in each month until October. */
static inline struct measure *lone_year(struct fixture *f, enum aggregation rule,
                                        const char *target) {
    return add_year(f, lone_objective(f), rule, target, tens, 10);
}

/* A mean so far below its target that no number can make good for it. */
static inline void add_year_beyond_numbers(struct fixture *f) {
    struct measure *m = add_year(f, lone_objective(f), AGGREGATE_MEAN, "11", NULL, 0);
    for (size_t i = 0; i < 10; i++)
        add_value(f, m, SERIES_ACTUAL, arena_printf(f->arena, "2026-%02zu", i + 1),
                  "-9000000000000");
}

/* "125" or "-": a needed figure at two decimals. */
static inline const char *figure_of(struct arena *arena, const struct rational *value) {
    char text[32] = "-";
    struct decimal rounded;
    if (value) {
        assert_true(rational_round(value, 2, &rounded));
        decimal_format(rounded, -1, text);
    }
    return arena_strdup(arena, text);
}

static inline const char *printed(struct fixture *f, const struct unit *unit,
                                  void (*print)(const struct outlook *, struct textbuf *)) {
    struct textbuf out;
    textbuf_init(&out, f->arena);
    print(outlook(f->arena, fixture_assess(f), unit), &out);
    return textbuf_text(&out);
}

static inline void has(const char *text, const char *part) {
    if (!strstr(text, part))
        fail_msg("no \"%s\" in\n%s", part, text);
}

static inline void has_not(const char *text, const char *part) {
    if (strstr(text, part))
        fail_msg("\"%s\" in\n%s", part, text);
}

#endif

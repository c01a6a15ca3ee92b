/* plancase: small workbooks for the tests of the plan.
 *
 * plan_of() builds the plan of a canonical workbook whose sections are given as text; a section
 * that is not named has the contents of a small sound workbook: one unit, two perspectives with an
 * objective, a link and a measure each, and no finding at all. */
#ifndef TESTS_PLANCASE_H
#define TESTS_PLANCASE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "plan/plan.h"
#include <stdio.h>
#include <string.h>

#define ORGANIZATION_WITH(dates, more)                                                             \
    "<organization id='ORG' name='Organization' currency='CAD' conventionVersion='1' " dates       \
    " " more "/>"
#define ORGANIZATION                                                                               \
    ORGANIZATION_WITH("fiscalYearStart='01-01' asOf='2026-10-31' period='2026-10'", "")

#define UNIT(id, more) "<unit id='" id "' name='Unit " id "' " more "/>"
#define TOP            UNIT("U0", "kind='enterprise'")
#define PERSPECTIVE(id, order, more)                                                               \
    "<perspective id='" id "' name='Row " id "' order='" order "' " more "/>"
#define ROWS PERSPECTIVE("P1", "1", "") PERSPECTIVE("P2", "2", "")
#define OBJECTIVE(id, unit, row, more)                                                             \
    "<objective id='" id "' name='Objective " id "' unit='" unit "' perspective='" row             \
    "' owner='Owner' " more "/>"
#define PAIR           OBJECTIVE("O1", "U0", "P1", "") OBJECTIVE("O2", "U0", "P2", "")
#define LINK(from, to) "<link from='" from "' to='" to "'/>"
#define HIGHER         "unitOfMeasure='days' polarity='higher' frequency='monthly' aggregation='mean' "
#define MEASURE(id, objectives, more)                                                              \
    "<measure id='" id "' name='Measure " id "' objectives='" objectives                           \
    "' owner='Owner' dataSource='Source' " more "><definition>What it is.</definition></measure>"
#define MEASURES MEASURE("M1", "O1", HIGHER) MEASURE("M2", "O2", HIGHER)
#define VALUE(measure, period, series, v)                                                          \
    "<value measure='" measure "' period='" period "' series='" series "' v='" v "'/>"
#define VALUES_OF(measure)                                                                         \
    VALUE(measure, "2026-10", "target", "100")                                                     \
    VALUE(measure, "2026-10", "actual", "98")
#define VALUES VALUES_OF("M1") VALUES_OF("M2")

/* Text of the containers, without the container's own element. */
struct sections {
    const char *organization, *settings; /* the whole element */
    const char *units, *perspectives, *themes, *objectives, *links, *measures, *thresholds, *values,
        *initiatives, *milestones, *processes, *staffing, *benchmarks, *actions, *decisions,
        *commentary;
    const char *more; /* further containers, with their own elements */
    struct plan_options options;
    const char *path;
};

struct built {
    struct arena *arena;
    struct diags *diags;
    const struct workbook *workbook;
    const struct plan *plan;
};

static inline int fixture_open(void **state) {
    *state = arena_new(0, NULL, NULL);
    return *state ? 0 : -1;
}

static inline int fixture_close(void **state) {
    arena_free(*state);
    return 0;
}

static inline void fixture_section(struct textbuf *out, const char *name, const char *rows,
                                   const char *otherwise) {
    if (!rows && !otherwise)
        return;
    textbuf_printf(out, "<%s>\n", name);
    textbuf_str(out, rows ? rows : otherwise);
    textbuf_printf(out, "</%s>\n", name);
}

static inline void fixture_xml(struct textbuf *xml, const struct sections *s) {
    textbuf_str(xml, "<workbook xmlns='" SCHEMA_NAMESPACE "' version='1.0'>\n");
    textbuf_str(xml, s->organization ? s->organization : ORGANIZATION);
    textbuf_str(xml, s->settings ? s->settings : "");
    fixture_section(xml, "units", s->units, TOP);
    fixture_section(xml, "perspectives", s->perspectives, ROWS);
    fixture_section(xml, "themes", s->themes, NULL);
    fixture_section(xml, "objectives", s->objectives, PAIR);
    fixture_section(xml, "links", s->links, LINK("O2", "O1"));
    fixture_section(xml, "measures", s->measures, MEASURES);
    fixture_section(xml, "thresholds", s->thresholds, NULL);
    fixture_section(xml, "values", s->values, VALUES);
    fixture_section(xml, "initiatives", s->initiatives, NULL);
    fixture_section(xml, "milestones", s->milestones, NULL);
    fixture_section(xml, "processes", s->processes, NULL);
    fixture_section(xml, "staffing", s->staffing, NULL);
    fixture_section(xml, "benchmarks", s->benchmarks, NULL);
    fixture_section(xml, "actions", s->actions, NULL);
    fixture_section(xml, "decisions", s->decisions, NULL);
    fixture_section(xml, "commentary", s->commentary, NULL);
    textbuf_str(xml, s->more ? s->more : "");
    textbuf_str(xml, "</workbook>\n");
}

static inline struct built plan_of(void **state, struct sections s) {
    struct built built = {.arena = *state};
    struct textbuf xml;
    textbuf_init(&xml, built.arena);
    fixture_xml(&xml, &s);
    struct workbook *workbook = NULL;
    built.diags = diags_new(built.arena);
    enum workbook_result result =
        workbook_read(built.arena, s.path ? s.path : "plan.xml", textbuf_text(&xml), xml.length,
                      built.diags, &workbook);
    if (result != WORKBOOK_READ) {
        struct textbuf text;
        textbuf_init(&text, built.arena);
        diags_text(built.diags, &text, 10);
        fail_msg("%s", textbuf_text(&text));
    }
    built.workbook = workbook;
    built.plan = plan_build(built.arena, workbook, &s.options, built.diags);
    return built;
}

/* The numbers of all findings in the order of their places: "3104 3108". */
static inline const char *codes_of(struct built *built) {
    struct textbuf text;
    textbuf_init(&text, built->arena);
    size_t count;
    const struct diag *diags = diags_sorted(built->diags, &count);
    for (size_t i = 0; i < count; i++)
        textbuf_printf(&text, i ? " %d" : "%d", (int)diags[i].code);
    return textbuf_text(&text);
}

/* Exactly these findings, no more. */
#define assert_codes(built, expected) assert_string_equal(codes_of(built), expected)

/* The first finding of a code. */
static inline const struct diag *finding(struct built *built, enum diag_code code) {
    size_t count;
    const struct diag *diags = diags_sorted(built->diags, &count);
    for (size_t i = 0; i < count; i++)
        if (diags[i].code == code)
            return &diags[i];
    fail_msg("%d was not reported, only: %s", (int)code, codes_of(built));
    return diags;
}

static inline void assert_says(struct built *built, enum diag_code code, const char *message) {
    assert_string_equal(finding(built, code)->message, message);
}

/* "2026-10=98 2026-11=99" */
static inline const char *series_text(struct built *built, const char *measure,
                                      enum series series) {
    struct textbuf text;
    textbuf_init(&text, built->arena);
    const struct measure *m = plan_measure(built->plan, measure);
    assert_non_null(m);
    for (size_t i = 0; i < m->series[series].count; i++) {
        const struct value *value = &m->series[series].items[i];
        char period[16];
        period_format(value->period, &built->plan->organization.fiscal, period);
        textbuf_printf(&text, i ? " %s=" : "%s=", period);
        textbuf_decimal(&text, value->value);
    }
    return textbuf_text(&text);
}

#define fixture_test(name) cmocka_unit_test_setup_teardown(name, fixture_open, fixture_close)

#endif

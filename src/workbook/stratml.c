#include "workbook/stratml.h"
#include "base/ascii.h"
#include "base/bounds.h"
#include "base/utf8.h"
#include "workbook/record.h"
#include "workbook/stratmlcalendar.h"
#include "workbook/stratmlids.h"
#include "workbook/stratmllines.h"
#include "workbook/stratmlresults.h"
#include "workbook/stratmltree.h"
#include <string.h>

#define K(kind)    STRATMLTREE_##kind
#define NAME_RUNES 120u /* of a name made of a description */
#define TOLD_RUNES 60u  /* of a name in a finding */

/* The one perspective that all objectives stand in. */
#define PERSPECTIVE_ID   "P1"
#define PERSPECTIVE_NAME "Strategy"

struct goal {
    struct stratmltree_node *node;
    const char *id;
};

struct objective {
    struct stratmltree_node *node;
    const char *id;
    const char *theme;
};

struct indicator {
    struct stratmltree_node *node;
    const char *id, *objective;
    const char *parent; /* the measure it is narrower than, or NULL */
    struct stratmlresults results;
};

struct importer {
    struct fieldcheck *check;
    struct workbook *workbook;
    struct stratmltree *tree;
    struct stratmlids *ids;
    const char *unit;
    struct fiscal fiscal;
    const char *fiscal_from; /* what says the fiscal year; NULL: nothing */
    VEC(struct goal) goals;
    VEC(struct objective) objectives;
    VEC(struct indicator) indicators;
    VEC(const struct stratmlresults *) results; /* of all of them, once they are found */
    size_t unresolved;                          /* relationships with nothing in this plan */
    const struct stratmltree_node *first_unresolved;
    struct record_draft draft;
};

/* ---- records ---- */

static void begin(struct importer *m, enum schema_sheet sheet,
                  const struct stratmltree_node *node) {
    struct table *table = &m->workbook->tables[sheet];
    if (!table->present) {
        table->present = true;
        table->title = schema_sheet(sheet)->title;
        table->place = stratmltree_place(m->tree, node);
    }
    record_begin(&m->draft, sheet, node->line, node->column);
}

/* The beginning of a text, cut between words. */
static const char *beginning(struct arena *arena, const char *text, size_t runes) {
    size_t length = strlen(text), at = 0, cut = 0, count = 0;
    while (at < length && count < runes - 1) {
        size_t before = at;
        if (utf8_space(utf8_next(text, length, &at))) {
            cut = before;
        }
        count++;
    }
    if (at == length) {
        return text;
    }
    return arena_printf(arena, "%s\u2026", arena_strndup(arena, text, cut ? cut : at));
}

/* Sets a field of the draft from a text that stands at the node. */
static void put(struct importer *m, int column, const char *text,
                const struct stratmltree_node *node) {
    struct arena *arena = m->check->arena;
    struct place place = stratmltree_place(m->tree, node);
    if (text[0] == '\0') {
        return;
    }
    if (schema_sheet(m->draft.sheet)->columns[column].type == FIELD_TITLE &&
        utf8_runes(text) > BOUND_TITLE_RUNES) {
        text = beginning(arena, utf8_squeeze(arena, text), BOUND_TITLE_RUNES);
        diag_report(m->check->diags, BP2094, place, stratmltree_name(node->kind),
                    arena_printf(arena, "%u", BOUND_TITLE_RUNES), NULL);
    }
    struct cell cell = {.kind = CELL_TEXT, .text = text};
    record_place(&m->draft, column,
                 (struct record_spot){.line = node->line, .column = node->column});
    record_read(m->check, &m->draft, column, &cell, place);
}

/* Sets a field from a child element; the child becomes its place. */
static void put_child(struct importer *m, int column, const struct stratmltree_node *node,
                      enum stratmltree_kind kind) {
    const struct stratmltree_node *child = stratmltree_filled(node, kind);
    if (child) {
        put(m, column, stratmltree_take(node, kind), child);
    }
}

static bool keep(struct importer *m) {
    return record_keep(m->check, m->workbook, &m->draft);
}

/* ---- names ---- */

/* The name of a goal, objective or indicator: what the kind says, else the beginning of its
 * description, else "Goal 3".  Returns it as findings tell it. */
static const char *put_name(struct importer *m, int column, const struct stratmltree_node *node,
                            enum stratmltree_kind kind, size_t number) {
    struct arena *arena = m->check->arena;
    const struct stratmltree_node *child = stratmltree_filled(node, kind);
    if (child) {
        put(m, column, stratmltree_take(node, kind), child);
        return beginning(arena, utf8_squeeze(arena, child->text), TOLD_RUNES);
    }
    const struct stratmltree_node *words = stratmltree_filled(node, K(DESCRIPTION));
    const char *name = words ? beginning(arena, utf8_squeeze(arena, words->text), NAME_RUNES)
                             : arena_printf(arena, "%s %zu", stratmltree_name(node->kind), number);
    diag_report(m->check->diags, BP2083, stratmltree_place(m->tree, node),
                stratmltree_name(node->kind), stratmltree_name(kind), name, NULL);
    put(m, column, name, words ? words : node);
    return beginning(arena, name, TOLD_RUNES);
}

/* ---- what there is ---- */

/* A SequenceIndicator that only counts, as in "2.1", says what the order says. */
static void take_sequence(const struct stratmltree_node *node, const char *sequence) {
    const struct stratmltree_node *said = stratmltree_filled(node, K(SEQUENCE));
    if (said && strcmp(said->text, sequence) == 0) {
        stratmltree_take(node, K(SEQUENCE));
    }
}

static void find_indicators(struct importer *m, const struct objective *objective,
                            const char *sequence) {
    size_t number = 0;
    for (struct stratmltree_node *node = stratmltree_child(objective->node, K(INDICATOR)); node;
         node = stratmltree_next(node)) {
        number++; /* empty ones count: who numbered them by hand counted them */
        if (!node->content) {
            continue;
        }
        take_sequence(node, arena_printf(m->check->arena, "%s.%zu", sequence, number));
        struct indicator *indicator = vec_add(m->check->arena, &m->indicators);
        indicator->node = node;
        indicator->objective = objective->id;
        indicator->id = stratmlids_take(m->ids, node, SHEET_MEASURES, "M");
        stratmlresults_gather(m->check->arena, m->check->diags, m->tree, node, &indicator->results);
    }
}

static void find_objectives(struct importer *m, const struct goal *goal, size_t above) {
    size_t number = 0;
    for (struct stratmltree_node *node = stratmltree_child(goal->node, K(OBJECTIVE)); node;
         node = stratmltree_next(node)) {
        number++;
        if (!node->content) {
            continue;
        }
        struct objective objective = {node, stratmlids_take(m->ids, node, SHEET_OBJECTIVES, "O"),
                                      goal->id};
        const char *sequence = arena_printf(m->check->arena, "%zu.%zu", above, number);
        take_sequence(node, sequence);
        vec_push(m->check->arena, &m->objectives, objective);
        find_indicators(m, &objective, sequence);
    }
}

static void find_goals(struct importer *m, const struct stratmltree_node *core) {
    size_t number = 0;
    for (struct stratmltree_node *node = core ? stratmltree_child(core, K(GOAL)) : NULL; node;
         node = stratmltree_next(node)) {
        number++;
        if (!node->content) {
            continue;
        }
        struct goal goal = {node, stratmlids_take(m->ids, node, SHEET_THEMES, "G")};
        vec_push(m->check->arena, &m->goals, goal);
        take_sequence(node, arena_printf(m->check->arena, "%zu", number));
        find_objectives(m, &goal, number);
    }
    if (m->goals.count == 0) {
        diag_report(m->check->diags, BP2093,
                    stratmltree_place(m->tree, core ? core : stratmltree_top(m->tree)), NULL);
    }
}

/* ---- the calendar ---- */

static void assumed(const struct importer *m, const struct stratmltree_node *node, const char *what,
                    const char *value, const char *from) {
    diag_report(m->check->diags, BP2089, stratmltree_place(m->tree, node), what, value, from, NULL);
}

static void put_date(struct importer *m, int column, struct date date, const char *what,
                     const char *from, const struct stratmltree_node *node) {
    char text[11];
    date_format(date, text);
    put(m, column, arena_strdup(m->check->arena, text), node);
    assumed(m, node, what, arena_strdup(m->check->arena, text), from);
}

/* Reporting date and period, and the fiscal year: of the dates the plan has.  False without any:
 * then who reads the plan must be told the date (readorganization.c). */
static bool put_calendar(struct importer *m, const struct stratmltree_node *administrative,
                         struct date first) {
    const struct stratmltree_node *top = stratmltree_top(m->tree);
    const struct stratmltree_node *node = administrative ? administrative : top;
    struct arena *arena = m->check->arena;
    struct date date = {0};
    const char *from = "PublicationDate";
    if (administrative) {
        date = stratmlresults_day(m->check->diags, m->tree, administrative, K(PUBLICATION_DATE));
    }
    if (date_set(date)) {
        stratmltree_take(administrative, K(PUBLICATION_DATE));
    } else {
        date = stratmlcalendar_last_actual(m->results.items, m->results.count);
        from = "the last ActualResult";
    }
    if (!date_set(date) && date_set(first)) {
        date = first;
        stratmltree_take(administrative, K(START_DATE));
        from = "StartDate";
    }
    if (m->fiscal_from) {
        const char *start = arena_printf(arena, "%02d-01", m->fiscal.start_month);
        put(m, COLUMN_ORGANIZATION_FISCAL_YEAR_START, start, node);
        assumed(m, node, "Fiscal Year Start", start, m->fiscal_from);
    }
    if (!date_set(date)) {
        return false;
    }
    put_date(m, COLUMN_ORGANIZATION_REPORTING_DATE, date, "Reporting Date", from, node);
    struct period period = period_ended(
        date, stratmlcalendar_frequency(m->results.items, m->results.count), &m->fiscal);
    if (period_first(period).year >= 1900) {
        char text[16];
        period_format(period, &m->fiscal, text);
        put(m, COLUMN_ORGANIZATION_REPORTING_PERIOD, arena_strdup(arena, text), node);
        assumed(m, node, "Reporting Period", arena_strdup(arena, text), "that date");
    }
    return true;
}

/* ---- organization, unit, perspective ---- */

/* Names of the values, or what describes those without one, divided by semicolons. */
static const char *values_text(struct importer *m, const struct stratmltree_node *core) {
    struct textbuf out;
    textbuf_init(&out, m->check->arena);
    for (struct stratmltree_node *value = stratmltree_child(core, K(VALUE)); value;
         value = stratmltree_next(value)) {
        const char *text = stratmltree_take(value, K(NAME));
        text = text[0] ? text : stratmltree_take(value, K(DESCRIPTION));
        if (text[0] == '\0') {
            continue;
        }
        textbuf_str(&out, out.length ? "; " : "");
        for (text = utf8_squeeze(m->check->arena, text); *text; text++) {
            textbuf_char(&out, *text == ';' ? ',' : *text);
        }
    }
    return textbuf_text(&out);
}

static const char *organization_id(struct importer *m, struct stratmltree_node *organization) {
    const char *id = "";
    if (organization) {
        id = stratmlids_clean(m->check->arena, stratmltree_take(organization, K(IDENTIFIER)));
        if (id[0] == '\0') {
            id = stratmlids_clean(m->check->arena, stratmltree_take(organization, K(ACRONYM)));
        }
    }
    return id[0] ? id : "ORG";
}

static const struct stratmltree_node *organization_name(const struct importer *m,
                                                        const struct stratmltree_node *node) {
    struct stratmltree_node *name = node ? stratmltree_filled(node, K(NAME)) : NULL;
    name = name ? name : stratmltree_filled(stratmltree_top(m->tree), K(NAME));
    if (name) {
        name->taken = true;
    }
    return name;
}

static void put_statement(struct importer *m, int column, const struct stratmltree_node *core,
                          enum stratmltree_kind kind) {
    const struct stratmltree_node *statement = stratmltree_child(core, kind);
    if (statement) {
        put_child(m, column, statement, K(DESCRIPTION));
    }
}

/* The fiscal year, and with it the periods of all results. */
static void settle_results(struct importer *m, const struct stratmltree_node *administrative,
                           struct date first) {
    struct date last = {0};
    if (administrative) {
        last = stratmlresults_day(m->check->diags, m->tree, administrative, K(END_DATE));
    }
    for (size_t i = 0; i < m->indicators.count; i++) {
        vec_push(m->check->arena, &m->results, &m->indicators.items[i].results);
    }
    m->fiscal_from =
        stratmlcalendar_fiscal(m->results.items, m->results.count, first, last, &m->fiscal);
    for (size_t i = 0; i < m->indicators.count; i++) {
        stratmlresults_settle(m->check->arena, m->check->diags, m->tree, &m->fiscal,
                              &m->indicators.items[i].results);
    }
}

/* The one unit, which is the organization itself. */
static void read_unit(struct importer *m, const char *name, const struct stratmltree_node *at) {
    begin(m, SHEET_UNITS, at);
    put(m, COLUMN_UNITS_ID, m->unit, at);
    put(m, COLUMN_UNITS_NAME, name, at);
    put(m, COLUMN_UNITS_KIND, "enterprise", at);
    keep(m);
}

static void read_organization(struct importer *m, const struct stratmltree_node *core) {
    const struct stratmltree_node *top = stratmltree_top(m->tree);
    struct stratmltree_node *administrative = stratmltree_child(top, K(ADMINISTRATIVE));
    struct stratmltree_node *node = core ? stratmltree_child(core, K(ORGANIZATION)) : NULL;
    const struct stratmltree_node *at = node ? node : top;
    const struct stratmltree_node *named = organization_name(m, node);
    const char *name = named ? utf8_squeeze(m->check->arena, named->text) : "The organization";
    struct date first = {0};
    if (administrative) {
        first = stratmlresults_day(m->check->diags, m->tree, administrative, K(START_DATE));
    }
    settle_results(m, administrative, first);
    m->unit = organization_id(m, node);
    begin(m, SHEET_ORGANIZATION, at);
    put(m, COLUMN_ORGANIZATION_ID, m->unit, at);
    put(m, COLUMN_ORGANIZATION_NAME, name, named ? named : top);
    if (core) {
        put_statement(m, COLUMN_ORGANIZATION_VISION, core, K(VISION));
        put_statement(m, COLUMN_ORGANIZATION_MISSION, core, K(MISSION));
        put(m, COLUMN_ORGANIZATION_VALUES, values_text(m, core), core);
    }
    if (node) {
        put_child(m, COLUMN_ORGANIZATION_DESCRIPTION, node, K(DESCRIPTION));
    }
    bool dated = put_calendar(m, administrative, first);
    put(m, COLUMN_ORGANIZATION_CONVENTION_VERSION, "1", top);
    diag_report(m->check->diags, BP2090, stratmltree_place(m->tree, at),
                arena_printf(m->check->arena, "Base Currency%s%s",
                             m->fiscal_from ? "" : ", Fiscal Year Start",
                             dated ? "" : ", Reporting Date, Reporting Period"),
                NULL);
    keep(m);
    read_unit(m, name, named ? named : top);
}

static void read_perspective(struct importer *m) {
    const struct stratmltree_node *top = stratmltree_top(m->tree);
    begin(m, SHEET_PERSPECTIVES, top);
    put(m, COLUMN_PERSPECTIVES_ID, PERSPECTIVE_ID, top);
    put(m, COLUMN_PERSPECTIVES_NAME, PERSPECTIVE_NAME, top);
    put(m, COLUMN_PERSPECTIVES_DISPLAY_ORDER, "1", top);
    keep(m);
    diag_report(m->check->diags, BP2084, stratmltree_place(m->tree, top), PERSPECTIVE_NAME, NULL);
}

/* ---- goals and objectives ---- */

static bool performs(const struct stratmltree_node *role) {
    for (struct stratmltree_node *type = stratmltree_child(role, K(ROLE_TYPE)); type;
         type = stratmltree_next(type)) {
        if (ascii_same(type->text, "Performer")) {
            type->taken = true;
            return true;
        }
    }
    return false;
}

/* The name of the first stakeholder that performs, or NULL. */
static const struct stratmltree_node *performer(const struct stratmltree_node *node) {
    for (struct stratmltree_node *stakeholder = stratmltree_child(node, K(STAKEHOLDER));
         stakeholder; stakeholder = stratmltree_next(stakeholder)) {
        struct stratmltree_node *name = stratmltree_filled(stakeholder, K(NAME));
        for (struct stratmltree_node *role = stratmltree_child(stakeholder, K(ROLE)); role && name;
             role = stratmltree_next(role)) {
            if (performs(role)) {
                name->taken = true;
                return name;
            }
        }
    }
    return NULL;
}

static bool put_owner(struct importer *m, int column, const struct stratmltree_node *node) {
    const struct stratmltree_node *name = performer(node);
    if (name) {
        put(m, column, utf8_squeeze(m->check->arena, name->text), name);
    }
    return name != NULL;
}

static bool read_goal(struct importer *m, const struct goal *goal, size_t number) {
    begin(m, SHEET_THEMES, goal->node);
    put(m, COLUMN_THEMES_ID, goal->id, goal->node);
    put_name(m, COLUMN_THEMES_NAME, goal->node, K(NAME), number);
    put_owner(m, COLUMN_THEMES_OWNER, goal->node);
    put(m, COLUMN_THEMES_DISPLAY_ORDER, arena_printf(m->check->arena, "%zu", number), goal->node);
    put_child(m, COLUMN_THEMES_DESCRIPTION, goal->node, K(DESCRIPTION));
    return keep(m);
}

static bool read_objective(struct importer *m, const struct objective *objective, size_t number) {
    const struct stratmltree_node *node = objective->node;
    begin(m, SHEET_OBJECTIVES, node);
    put(m, COLUMN_OBJECTIVES_ID, objective->id, node);
    const char *name = put_name(m, COLUMN_OBJECTIVES_NAME, node, K(NAME), number);
    put(m, COLUMN_OBJECTIVES_UNIT, m->unit, node);
    put(m, COLUMN_OBJECTIVES_PERSPECTIVE, PERSPECTIVE_ID, node);
    put(m, COLUMN_OBJECTIVES_THEME, objective->theme, node);
    put_child(m, COLUMN_OBJECTIVES_INTENDED_RESULT, node, K(DESCRIPTION));
    if (!put_owner(m, COLUMN_OBJECTIVES_OWNER, node)) {
        diag_report(m->check->diags, BP2091, stratmltree_place(m->tree, node), name, NULL);
    }
    return keep(m);
}

/* ---- relationships ---- */

/* An objective that another one drives, as a row of Objective Links. */
static void read_link(struct importer *m, struct stratmltree_node *relationship, const char *from,
                      const char *to) {
    if (strcmp(from, to) == 0) {
        return;
    }
    begin(m, SHEET_LINKS, relationship);
    put(m, COLUMN_LINKS_FROM, from, relationship);
    put(m, COLUMN_LINKS_TO, to, relationship);
    put_child(m, COLUMN_LINKS_HYPOTHESIS, relationship, K(DESCRIPTION));
    keep(m);
}

/* Narrower_Than: the indicator feeds the measure, or its objective drives the objective, that is
 * referred to. */
static void read_referent(struct importer *m, struct indicator *indicator,
                          struct stratmltree_node *relationship,
                          struct stratmltree_node *referent) {
    enum schema_sheet sheet;
    const char *id = stratmlids_find(m->ids, referent->text, &sheet);
    if (!id) {
        m->first_unresolved = m->unresolved++ ? m->first_unresolved : referent;
        referent->taken = true;
        return;
    }
    if (sheet == SHEET_MEASURES && !indicator->parent && strcmp(id, indicator->id) != 0) {
        indicator->parent = id;
        referent->taken = true;
    } else if (sheet == SHEET_OBJECTIVES) {
        referent->taken = true;
        read_link(m, relationship, indicator->objective, id);
    }
}

static void read_relationships(struct importer *m, struct indicator *indicator) {
    for (struct stratmltree_node *relationship =
             stratmltree_child(indicator->node, K(RELATIONSHIP));
         relationship; relationship = stratmltree_next(relationship)) {
        for (struct stratmltree_node *referent = stratmltree_filled(relationship, K(REFERENT));
             referent && ascii_same(relationship->type, "Narrower_Than");
             referent = stratmltree_next(referent)) {
            if (referent->text[0]) {
                read_referent(m, indicator, relationship, referent);
            }
        }
    }
}

/* ---- measures ---- */

/* The definition, and the properties at its end. */
static void read_definition(struct importer *m, const struct stratmltree_node *node) {
    const struct stratmltree_node *other = stratmltree_filled(node, K(OTHER));
    struct stratmllines lines;
    if (!other) {
        return;
    }
    stratmllines_read(m->check, stratmltree_take(node, K(OTHER)), &lines);
    for (size_t i = 0; i < lines.count; i++) {
        put(m, lines.items[i].column, lines.items[i].value, other);
    }
    put(m, COLUMN_MEASURES_DEFINITION, lines.rest, other);
}

/* What the measure lacks of what every measure must have. */
static void report_lacking(const struct importer *m, const struct indicator *indicator,
                           const char *name) {
    const struct schema_sheet_def *def = schema_sheet(SHEET_MEASURES);
    struct textbuf out;
    textbuf_init(&out, m->check->arena);
    for (size_t i = 0; i < def->column_count; i++) {
        bool there = m->draft.columns & UINT64_C(1) << i;
        if ((def->columns[i].flags & FIELD_REQUIRED) && !there) {
            textbuf_printf(&out, "%s%s", out.length ? ", " : "", def->columns[i].title);
        }
    }
    if (out.length) {
        bool scored = m->draft.columns & UINT64_C(1) << COLUMN_MEASURES_POLARITY;
        diag_report_hint(m->check->diags, BP2085, stratmltree_place(m->tree, indicator->node),
                         scored ? NULL : "until then it is shown but not scored", name,
                         textbuf_text(&out), NULL);
    }
}

static bool read_indicator(struct importer *m, struct indicator *indicator, size_t number) {
    const struct stratmltree_node *node = indicator->node;
    enum frequency frequency = indicator->results.frequency;
    read_relationships(m, indicator);
    begin(m, SHEET_MEASURES, node);
    put(m, COLUMN_MEASURES_ID, indicator->id, node);
    const char *name = put_name(m, COLUMN_MEASURES_NAME, node, K(DIMENSION), number);
    put(m, COLUMN_MEASURES_OBJECTIVE, indicator->objective, node);
    put_child(m, COLUMN_MEASURES_UNIT_OF_MEASURE, node, K(UNIT));
    if (node->type[0]) {
        put(m, COLUMN_MEASURES_LEADING_LAGGING,
            ascii_same(node->type, "Outcome") ? "lagging" : "leading", node);
    }
    if (frequency != FREQUENCY_NONE) {
        put(m, COLUMN_MEASURES_FREQUENCY, period_frequency_name(frequency), node);
    }
    if (indicator->parent) {
        put(m, COLUMN_MEASURES_PARENT, indicator->parent, node);
    }
    read_definition(m, node);
    report_lacking(m, indicator, name);
    return keep(m);
}

/* ---- values ---- */

static bool read_value(struct importer *m, const struct indicator *indicator,
                       const struct stratmlresults_value *value) {
    char period[16];
    if (!period_set(value->period)) {
        return true;
    }
    period_format(value->period, &m->fiscal, period);
    begin(m, SHEET_VALUES, value->node);
    put(m, COLUMN_VALUES_MEASURE, indicator->id, value->node);
    put(m, COLUMN_VALUES_PERIOD, arena_strdup(m->check->arena, period), value->node);
    put(m, COLUMN_VALUES_SERIES, value->node->kind == K(TARGET) ? "target" : "actual", value->node);
    put(m, COLUMN_VALUES_VALUE, value->number->text, value->number);
    put_child(m, COLUMN_VALUES_NOTE, value->node, K(DESCRIPTION));
    return keep(m);
}

static bool read_values(struct importer *m, const struct indicator *indicator) {
    for (size_t i = 0; i < indicator->results.values.count; i++) {
        if (!read_value(m, indicator, &indicator->results.values.items[i])) {
            return false;
        }
    }
    return true;
}

/* ---- all together ---- */

/* False when reading should stop: too many rows or findings. */
static bool read_rows(struct importer *m) {
    bool more = true;
    for (size_t i = 0; i < m->goals.count && more; i++) {
        more = read_goal(m, &m->goals.items[i], i + 1);
    }
    for (size_t i = 0; i < m->objectives.count && more; i++) {
        more = read_objective(m, &m->objectives.items[i], i + 1);
    }
    for (size_t i = 0; i < m->indicators.count && more; i++) {
        more = read_indicator(m, &m->indicators.items[i], i + 1);
    }
    for (size_t i = 0; i < m->indicators.count && more; i++) {
        more = read_values(m, &m->indicators.items[i]);
    }
    return more;
}

static void report_rest(struct importer *m) {
    stratmlids_report(m->ids);
    if (m->unresolved > 0) {
        diag_report(m->check->diags, BP2092, stratmltree_place(m->tree, m->first_unresolved),
                    m->first_unresolved->text, arena_printf(m->check->arena, "%zu", m->unresolved),
                    NULL);
    }
    if (m->check->rounded > 0) {
        diag_report(m->check->diags, BP2016, stratmltree_place(m->tree, stratmltree_top(m->tree)),
                    arena_printf(m->check->arena, "%zu", m->check->rounded), "workbook", NULL);
        m->check->rounded = 0;
    }
    stratmltree_report(m->tree);
}

bool stratml_read(struct fieldcheck *check, struct workbook *workbook, const char *bytes,
                  size_t length) {
    struct stratmltree *tree =
        stratmltree_read(check->arena, workbook->path, bytes, length, check->diags);
    if (!tree) {
        return false;
    }
    struct importer *m = arena_alloc(check->arena, sizeof *m);
    m->check = check;
    m->workbook = workbook;
    m->tree = tree;
    m->ids = stratmlids_new(check->arena, check->diags, tree);
    check->style = NUMBER_PLAIN;
    const struct stratmltree_node *core =
        stratmltree_child(stratmltree_top(tree), STRATMLTREE_CORE);
    find_goals(m, core);
    check->defer_periods = true;
    read_organization(m, core);
    record_learn(check, workbook);
    check->defer_periods = false;
    read_perspective(m);
    /* A plan without them is still a plan: its tables are there and empty. */
    workbook->tables[SHEET_OBJECTIVES].present = true;
    workbook->tables[SHEET_MEASURES].present = true;
    read_rows(m);
    report_rest(m);
    return true;
}

#include "assess/derive.h"

#include <assert.h>
#include <string.h>

struct deriving derive_begin(struct arena *arena, const struct assessment *assessment,
                             unsigned depth, const char *entity, const char *id, const char *name) {
    struct derivation *out = arena_alloc(arena, sizeof *out);
    out->entity = entity;
    out->id = id;
    out->name = name;
    out->answer = "";
    return (struct deriving){.arena = arena,
                             .assessment = assessment,
                             .plan = assessment->plan,
                             .depth = depth,
                             .out = out};
}

static struct derivation_step *last_step(struct deriving *d) {
    assert(d->out->steps.count > 0);
    return &d->out->steps.items[d->out->steps.count - 1];
}

void derive_step(struct deriving *d, const char *figure, enum derive_rule rule, const char *words) {
    struct derivation_step *step = vec_add(d->arena, &d->out->steps);
    step->figure = figure;
    step->rule = (int)rule;
    step->words = words;
    step->formula = "";
    step->result = "";
}

void derive_result(struct deriving *d, const char *text) {
    last_step(d)->result = text;
}

void derive_number_result(struct deriving *d, struct decimal value) {
    derive_result(d, derive_decimal_text(d->arena, value));
}

void derive_equals(struct deriving *d, struct formula left, const struct rational *result) {
    last_step(d)->formula = formula_equals(d->arena, left, result);
    derive_result(d, formula_shown(d->arena, result).text);
}

void derive_rounds(struct deriving *d, struct formula left, struct decimal result) {
    last_step(d)->formula = formula_rounds(d->arena, left, result);
    derive_number_result(d, result);
}

void derive_figure(struct deriving *d, struct formula left, struct exact result) {
    last_step(d)->formula = formula_figure(d->arena, left, result);
    derive_number_result(d, result.rounded);
}

void derive_verdict(struct deriving *d, const char *conditions, const char *word) {
    last_step(d)->formula = arena_printf(d->arena, "%s -> %s", conditions, word);
    derive_result(d, word);
}

const char *derive_both(struct deriving *d, const char *first, const char *second) {
    if (!*first || !*second) {
        return *first ? first : second;
    }
    return arena_printf(d->arena, "%s and %s", first, second);
}

/* ---- inputs ---- */

static struct derivation_input *add_input(struct deriving *d, const char *name, const char *value) {
    struct derivation_input *input = vec_add(d->arena, &last_step(d)->inputs);
    input->name = name;
    input->value = value;
    return input;
}

void derive_input(struct deriving *d, const char *name, const char *value, struct place place) {
    add_input(d, name, value)->place = place;
}

void derive_number(struct deriving *d, const char *name, struct decimal value, struct place place) {
    derive_input(d, name, derive_decimal_text(d->arena, value), place);
}

void derive_unrounded(struct deriving *d, const char *name, struct exact value,
                      struct place place) {
    derive_number(d, name, value.rounded, place);
    if (value.fraction) {
        derive_input(d, arena_printf(d->arena, "%s, unrounded", name),
                     formula_exact(d->arena, value).full, (struct place){0});
    }
}

void derive_other(struct deriving *d, const char *name, const char *value, const char *of) {
    add_input(d, name, value)->of = of;
}

const struct record *derive_row(const struct deriving *d, enum schema_sheet sheet, int column,
                                const char *id) {
    const struct workbook *workbook = d->plan->workbook;
    for (size_t i = 0; workbook && i < workbook->tables[sheet].records.count; i++) {
        const struct record *row = &workbook->tables[sheet].records.items[i];
        const struct field *field = workbook_field(row, column);
        if (field->filled && strcmp(field->text, id) == 0) {
            return row;
        }
    }
    return NULL;
}

/* Of two places in one column of one sheet: there a line and a column of the file name a cell. */
static bool same_cell(struct place a, struct place b) {
    return a.line == b.line && a.column == b.column;
}

const struct record *derive_row_at(const struct deriving *d, enum schema_sheet sheet, int column,
                                   struct place place) {
    const struct workbook *workbook = d->plan->workbook;
    for (size_t i = 0; workbook && i < workbook->tables[sheet].records.count; i++) {
        const struct record *row = &workbook->tables[sheet].records.items[i];
        if (same_cell(workbook_place(workbook, row, column), place)) {
            return row;
        }
    }
    return NULL;
}

const struct record *derive_only_row(const struct deriving *d, enum schema_sheet sheet) {
    const struct workbook *workbook = d->plan->workbook;
    return workbook && workbook->tables[sheet].records.count > 0
               ? &workbook->tables[sheet].records.items[0]
               : NULL;
}

void derive_field(struct deriving *d, const char *name, const struct record *row, int column) {
    const struct field *field = row ? workbook_field(row, column) : NULL;
    if (field && field->filled) {
        derive_input(d, name, field->text, workbook_place(d->plan->workbook, row, column));
    }
}

struct place derive_cell(const struct deriving *d, enum schema_sheet sheet, int id_column,
                         const char *id, int column) {
    const struct record *row = derive_row(d, sheet, id_column, id);
    if (!row || !workbook_field(row, column)->filled) {
        return (struct place){0};
    }
    return workbook_place(d->plan->workbook, row, column);
}

void derive_as_of(struct deriving *d) {
    struct place place = {0};
    const struct record *row = derive_only_row(d, SHEET_ORGANIZATION);
    if (row && date_compare(workbook_field(row, COLUMN_ORGANIZATION_REPORTING_DATE)->date,
                            d->assessment->as_of) == 0) {
        place = workbook_place(d->plan->workbook, row, COLUMN_ORGANIZATION_REPORTING_DATE);
    }
    derive_input(d, "as of", derive_date_text(d->arena, d->assessment->as_of), place);
}

/* ---- options ---- */

/* How an option stands on its sheet and in a derivation. */
static const struct option {
    int column;
    const char *name;
} options[OPTION_COUNT] = {
    [OPTION_ROLLUP] = {COLUMN_SETTINGS_ROLLUP_POLICY, "option: how scores are combined"},
    [OPTION_MISSING] = {COLUMN_SETTINGS_MISSING_DATA_POLICY, "option: missing data"},
    [OPTION_CARRY] = {COLUMN_SETTINGS_CARRY_PERIODS, "option: periods a value may be carried"},
    [OPTION_TOLERANCE] = {COLUMN_SETTINGS_DEFAULT_TOLERANCE, "option: default tolerance"},
    [OPTION_TOLERANCE_UNIT] = {COLUMN_SETTINGS_TOLERANCE_UNIT, "option: unit of the tolerance"},
    [OPTION_COVERAGE] = {COLUMN_SETTINGS_MINIMUM_COVERAGE, "option: minimum coverage in %"},
    [OPTION_HEADLINE] = {COLUMN_SETTINGS_HEADLINE, "option: headline figure"},
    [OPTION_DEAD_BAND] = {COLUMN_SETTINGS_TREND_DEAD_BAND, "option: dead band of trends in %"},
};

/* What is used where the sheet says nothing; numbers as a formula shows them. */
static const char *option_value(struct deriving *d, enum plan_option option) {
    const struct settings *settings = &d->plan->settings;
    const struct decimal *const numbers[OPTION_COUNT] = {
        [OPTION_TOLERANCE] = &settings->tolerance,
        [OPTION_COVERAGE] = &settings->minimum_coverage,
        [OPTION_DEAD_BAND] = &settings->dead_band,
    };
    return numbers[option] ? derive_decimal_text(d->arena, *numbers[option])
                           : plan_option_value(d->arena, settings, option);
}

void derive_option(struct deriving *d, enum plan_option option) {
    assert(option < OPTION_COUNT);
    const struct record *row = derive_only_row(d, SHEET_SETTINGS);
    const struct field *field = row ? workbook_field(row, options[option].column) : NULL;
    if (field && field->filled) {
        derive_field(d, options[option].name, row, options[option].column);
        return;
    }
    add_input(d, options[option].name, option_value(d, option))->standard =
        !d->plan->settings.changed[option];
}

/* ---- words ---- */

const char *derive_decimal_text(struct arena *arena, struct decimal value) {
    struct textbuf out;
    textbuf_init(&out, arena);
    textbuf_decimal(&out, value);
    return textbuf_text(&out);
}

static const char *places_text(struct arena *arena, const struct rational *value, unsigned places) {
    struct decimal rounded;
    char text[32];
    bool fits = rational_round(value, places, &rounded);
    assert(fits);
    decimal_format(rounded, (int)places, text);
    return arena_strdup(arena, text);
}

const char *derive_fraction_text(struct arena *arena, const struct rational *value,
                                 unsigned places) {
    struct formula exact = formula_fraction(arena, value);
    if (exact.about) {
        return arena_printf(arena, "about %s", exact.text);
    }
    return *exact.text == '('
               ? arena_printf(arena, "%s (about %s)", exact.text, places_text(arena, value, places))
               : exact.text;
}

const char *derive_score_text(struct arena *arena, const struct rational *score) {
    return places_text(arena, score, 1);
}

const char *derive_period_text(const struct deriving *d, struct period period) {
    char text[16];
    period_format(period, &d->plan->organization.fiscal, text);
    return arena_strdup(d->arena, text);
}

const char *derive_date_text(struct arena *arena, struct date date) {
    char text[11];
    date_format(date, text);
    return arena_strdup(arena, text);
}

const char *derive_status_words(enum status status) {
    static const char *const words[] = {
        "exceeds its target",
        "is green",
        "is amber",
        "is red",
        "has no data",
        "is not due yet",
        "is not applicable",
        "is stale",
        "has too little data",
        "is shown, never judged",
    };
    assert((size_t)status < sizeof words / sizeof *words);
    return words[status];
}

const char *derive_span_name(enum frequency frequency) {
    static const char *const names[] = {"period", "week", "month", "quarter", "half-year", "year"};
    assert((size_t)frequency < sizeof names / sizeof *names);
    return names[frequency];
}

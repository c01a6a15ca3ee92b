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
    struct decimal rounded;
    bool fits = rational_round(result, DECIMAL_PLACES, &rounded);
    assert(fits);
    last_step(d)->formula = formula_equals(d->arena, left, result);
    derive_number_result(d, rounded);
}

void derive_rounds(struct deriving *d, struct formula left, struct decimal result) {
    last_step(d)->formula = formula_rounds(d->arena, left, result);
    derive_number_result(d, result);
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

static bool same_place(struct place a, struct place b) {
    return a.line == b.line && a.column == b.column && a.row == b.row && a.col == b.col &&
           (a.sheet == b.sheet || (a.sheet && b.sheet && strcmp(a.sheet, b.sheet) == 0));
}

const struct record *derive_row_at(const struct deriving *d, enum schema_sheet sheet, int column,
                                   struct place place) {
    const struct workbook *workbook = d->plan->workbook;
    for (size_t i = 0; workbook && i < workbook->tables[sheet].records.count; i++) {
        const struct record *row = &workbook->tables[sheet].records.items[i];
        if (same_place(workbook_place(workbook, row, column), place)) {
            return row;
        }
    }
    return NULL;
}

void derive_field(struct deriving *d, const char *name, const struct record *row, int column) {
    const struct field *field = row ? workbook_field(row, column) : NULL;
    if (field && field->filled) {
        derive_input(d, name, field->text, workbook_place(d->plan->workbook, row, column));
    }
}

/* ---- options ---- */

static const int option_columns[OPTION_COUNT] = {
    [OPTION_ROLLUP] = COLUMN_SETTINGS_ROLLUP_POLICY,
    [OPTION_MISSING] = COLUMN_SETTINGS_MISSING_DATA_POLICY,
    [OPTION_CARRY] = COLUMN_SETTINGS_CARRY_PERIODS,
    [OPTION_TOLERANCE] = COLUMN_SETTINGS_DEFAULT_TOLERANCE,
    [OPTION_TOLERANCE_UNIT] = COLUMN_SETTINGS_TOLERANCE_UNIT,
    [OPTION_COVERAGE] = COLUMN_SETTINGS_MINIMUM_COVERAGE,
    [OPTION_HEADLINE] = COLUMN_SETTINGS_HEADLINE,
    [OPTION_DEAD_BAND] = COLUMN_SETTINGS_TREND_DEAD_BAND,
};

/* True if the sheet says what is used: the command line may have said otherwise. */
static bool as_written(const struct settings *settings, enum plan_option option,
                       const struct field *field) {
    switch (option) {
    case OPTION_ROLLUP:
        return field->choice == (int)settings->rollup;
    case OPTION_MISSING:
        return field->choice == (int)settings->missing;
    case OPTION_CARRY:
        return field->number.micro / DECIMAL_ONE == settings->carry_periods;
    case OPTION_TOLERANCE:
        return decimal_compare(field->number, settings->tolerance) == 0;
    case OPTION_TOLERANCE_UNIT:
        return (field->choice == 1) == settings->tolerance_in_points;
    case OPTION_COVERAGE:
        return decimal_compare(field->number, settings->minimum_coverage) == 0;
    case OPTION_HEADLINE:
        return (field->choice == 1) == settings->headline_ytd;
    case OPTION_DEAD_BAND:
        return decimal_compare(field->number, settings->dead_band) == 0;
    case OPTION_COUNT:
        break;
    }
    return false;
}

static const char *option_value(struct deriving *d, enum plan_option option) {
    const struct settings *settings = &d->plan->settings;
    switch (option) {
    case OPTION_TOLERANCE:
        return derive_decimal_text(d->arena, settings->tolerance);
    case OPTION_COVERAGE:
        return derive_decimal_text(d->arena, settings->minimum_coverage);
    case OPTION_DEAD_BAND:
        return derive_decimal_text(d->arena, settings->dead_band);
    case OPTION_ROLLUP:
    case OPTION_MISSING:
    case OPTION_CARRY:
    case OPTION_TOLERANCE_UNIT:
    case OPTION_HEADLINE:
    case OPTION_COUNT:
        break;
    }
    return plan_option_value(d->arena, settings, option);
}

void derive_option(struct deriving *d, enum plan_option option) {
    static const char *const names[OPTION_COUNT] = {
        [OPTION_ROLLUP] = "option: how scores are combined",
        [OPTION_MISSING] = "option: missing data",
        [OPTION_CARRY] = "option: periods a value may be carried",
        [OPTION_TOLERANCE] = "option: default tolerance",
        [OPTION_TOLERANCE_UNIT] = "option: unit of the tolerance",
        [OPTION_COVERAGE] = "option: minimum coverage in %",
        [OPTION_HEADLINE] = "option: headline figure",
        [OPTION_DEAD_BAND] = "option: dead band of trends in %",
    };
    assert(option < OPTION_COUNT);
    const struct workbook *workbook = d->plan->workbook;
    struct derivation_input *input = add_input(d, names[option], option_value(d, option));
    input->standard = !d->plan->settings.changed[option];
    if (!workbook || workbook->tables[SHEET_SETTINGS].records.count == 0) {
        return;
    }
    const struct record *row = &workbook->tables[SHEET_SETTINGS].records.items[0];
    const struct field *field = workbook_field(row, option_columns[option]);
    if (field->filled && as_written(&d->plan->settings, option, field)) {
        input->value = field->text;
        input->place = workbook_place(workbook, row, option_columns[option]);
        input->standard = false;
    }
}

/* ---- words ---- */

const char *derive_decimal_text(struct arena *arena, struct decimal value) {
    struct textbuf out;
    textbuf_init(&out, arena);
    textbuf_decimal(&out, value);
    return textbuf_text(&out);
}

const char *derive_score_text(struct arena *arena, const struct rational *score) {
    struct decimal rounded;
    char text[32];
    bool fits = rational_round(score, 1, &rounded);
    assert(fits);
    decimal_format(rounded, 1, text);
    return arena_strdup(arena, text);
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

/* derive: the parts that derivations (derivation.h) are put together from.  For assess only. */
#ifndef ASSESS_DERIVE_H
#define ASSESS_DERIVE_H

#include "assess/derivation.h"
#include "assess/formula.h"

/* Rules by their numbers on the page basis of preparation. */
enum derive_rule {
    RULE_NONE,
    RULE_EXACT,
    RULE_STATUS,
    RULE_SCORE,
    RULE_ROLLUP,
    RULE_MISSING,
    RULE_PERIODS,
    RULE_TREND,
    RULE_FORECAST,
    RULE_INITIATIVES
};

/* The work on one derivation. */
struct deriving {
    struct arena *arena;
    const struct assessment *assessment;
    const struct plan *plan;
    unsigned depth; /* of children that are derived too */
    struct derivation *out;
};

struct deriving derive_begin(struct arena *arena, const struct assessment *assessment,
                             unsigned depth, const char *entity, const char *id, const char *name);

/* Begins a step; what follows belongs to it. */
void derive_step(struct deriving *d, const char *figure, enum derive_rule rule, const char *words);
void derive_result(struct deriving *d, const char *text);
void derive_number_result(struct deriving *d, struct decimal value);
/* Formula and result of the step: the exact result, the one rounded to six decimals, or conditions
 * that lead to a word. */
void derive_equals(struct deriving *d, struct formula left, const struct rational *result);
void derive_rounds(struct deriving *d, struct formula left, struct decimal result);
/* A figure that others are computed from. */
void derive_figure(struct deriving *d, struct formula left, struct exact result);
void derive_verdict(struct deriving *d, const char *conditions, const char *word);
/* "a < b and c < d"; either may be "". */
const char *derive_both(struct deriving *d, const char *first, const char *second);

/* ---- inputs of the step ---- */

/* One without a cell: place (struct place){0}. */
void derive_input(struct deriving *d, const char *name, const char *value, struct place place);
void derive_number(struct deriving *d, const char *name, struct decimal value, struct place place);
/* The same for one that a decimal may not tell; then its fraction stands beside it. */
void derive_unrounded(struct deriving *d, const char *name, struct exact value, struct place place);
/* The figure of another entity. */
void derive_other(struct deriving *d, const char *name, const char *value, const char *of);
/* An option of scoring with its cell, or as a default. */
void derive_option(struct deriving *d, enum plan_option option);
/* The row whose id column says this, or whose cell in the column stands there; NULL if the plan was
 * not read from a workbook. */
const struct record *derive_row(const struct deriving *d, enum schema_sheet sheet, int column,
                                const char *id);
const struct record *derive_row_at(const struct deriving *d, enum schema_sheet sheet, int column,
                                   struct place place);
/* The one row of a sheet of properties; NULL if there is none. */
const struct record *derive_only_row(const struct deriving *d, enum schema_sheet sheet);
/* A field as it is written, with its cell.  Nothing if the field is empty. */
void derive_field(struct deriving *d, const char *name, const struct record *row, int column);
/* Where the column of a row found by its id stands; no place if there is none. */
struct place derive_cell(const struct deriving *d, enum schema_sheet sheet, int id_column,
                         const char *id, int column);
/* The reporting date, with its cell if the sheet says the same. */
void derive_as_of(struct deriving *d);

const char *derive_decimal_text(struct arena *arena, struct decimal value);
/* A score for a sentence: one decimal. */
const char *derive_score_text(struct arena *arena, const struct rational *score);
/* As formulas have it; a fraction has its decimals (so many places) beside it, and what formulas
 * show rounded is told as such: "(136/3) (about 45.3)", "about 66.272599". */
const char *derive_fraction_text(struct arena *arena, const struct rational *value,
                                 unsigned places);
const char *derive_period_text(const struct deriving *d, struct period period);
const char *derive_date_text(struct arena *arena, struct date date);
/* "is amber", "has no data", "is not due yet"... */
const char *derive_status_words(enum status status);
/* "the month", "the quarter" of a frequency. */
const char *derive_span_name(enum frequency frequency);

/* ---- what derives each kind of entity ---- */

const struct derivation *derivemeasure(struct arena *arena, const struct assessment *assessment,
                                       const struct measure_result *result);
const struct derivation *deriverollup_objective(struct arena *arena,
                                                const struct assessment *assessment,
                                                const struct objective_result *result,
                                                unsigned depth);
/* Of a perspective or theme of a unit, or of a unit. */
const struct derivation *deriverollup_group(struct arena *arena,
                                            const struct assessment *assessment,
                                            const struct group_result *result, unsigned depth);
const struct derivation *deriveinitiative(struct arena *arena, const struct assessment *assessment,
                                          const struct initiative_result *result);
const struct derivation *derivestaffing(struct arena *arena, const struct assessment *assessment,
                                        const struct process_result *result);
const struct derivation *deriveperson(struct arena *arena, const struct assessment *assessment,
                                      const struct person_result *result);
/* The whole office against the published total, and its reporting line. */
const struct derivation *deriveoffice(struct arena *arena, const struct assessment *assessment);
const struct derivation *deriveroadmap(struct arena *arena, const struct assessment *assessment);
const struct derivation *derivebenefit(struct arena *arena, const struct assessment *assessment,
                                       const struct benefit_result *result);
/* The sums of an initiative's benefits by type; NULL: of all. */
const struct derivation *derivebenefittotal(struct arena *arena,
                                            const struct assessment *assessment,
                                            const struct initiative *initiative);
const struct derivation *derivealignment(struct arena *arena, const struct assessment *assessment,
                                         const struct alignment_result *result);
const struct derivation *derivelink(struct arena *arena, const struct assessment *assessment,
                                    const struct evidence_result *result);
/* The measure must have a chart of its changes (assessment->signals). */
const struct derivation *derivesignal(struct arena *arena, const struct assessment *assessment,
                                      const struct measure_result *result);
const struct derivation *derivetrust(struct arena *arena, const struct assessment *assessment,
                                     const struct trust_row *row);

#endif

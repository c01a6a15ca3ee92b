/* compared: what a comparison makes of each sheet and column: what a row is called, what makes two
 * rows the same one, which of its figures are agreed, and what a blank means.  The table is
 * compared.def; titles, types and choices come from the schema.
 *
 * Decisions: agreed is what the scores follow from and what was promised (targets, weights,
 * thresholds, baselines, definitions, how objectives hang together, budgets, dates, benchmarks,
 * scoring policy); who does it, forecasts, progress and words about it are not.  Units,
 * perspectives, themes, objectives, links, measures, thresholds, initiatives and the parts of
 * those, budget lines, processes and benchmarks may not be dropped without approval either.
 * A new row moves nothing that was agreed, but for a threshold of a measure that was there. */
#ifndef COMPARE_COMPARED_H
#define COMPARE_COMPARED_H

#include "workbook/schema.h"

enum compared_treatment {
    COMPARED_PLAIN,
    COMPARED_AGREED,
    COMPARED_OWN_UNIT, /* agreed, in the unit of the measure: a cell typed 87 % holds 0.87 */
    COMPARED_SKIPPED
};

enum compared_flags {
    COMPARED_AGREED_ROWS = 1, /* a row in force may not go without approval */
    COMPARED_AGREED_NEW = 2,  /* nor come */
    COMPARED_COUNTED = 4,     /* rows are counted, not listed */
    COMPARED_FOLLOW_UP = 8, /* the meetings' own work: opened and closed rather than new, retired */
    COMPARED_BY_PLAN = 16   /* compared as series of the plan, not as rows */
};

#define COMPARED_KEYS 3

struct compared_entity {
    const char *word; /* NULL: the sheet is not compared */
    const char *joint;
    int owner, name, state; /* columns, -1: none */
    const char *in_force;   /* ;-list of states */
    unsigned flags;
    int keys[COMPARED_KEYS]; /* columns, -1: none; for sheets with ids the id */
    bool has_ids;
};

struct compared_field {
    enum compared_treatment treatment;
    const char *blank; /* what an empty cell means; "" mostly */
};

struct compared_entity compared_entity(enum schema_sheet sheet);
/* One for each column of the sheet. */
const struct compared_field *compared_fields(struct arena *arena, enum schema_sheet sheet);

static inline bool compared_agreed(enum compared_treatment treatment) {
    return treatment == COMPARED_AGREED || treatment == COMPARED_OWN_UNIT;
}

#endif

/* whatif: what would change if a cell of the workbook said something else: the statuses as they are
 * beside those that would be.
 *
 * Both assessments are of one workbook, at one period and as of one day; the second one's workbook
 * was edited (workbook/edit.h).  Told is every unit, perspective, objective, measure, initiative
 * and process whose status, score, coverage or forecast for the year end would be another one;
 * scores are compared exactly, not as they are printed. */
#ifndef COMPARE_WHATIF_H
#define COMPARE_WHATIF_H

#include "assess/assess.h"
#include "workbook/edit.h"

enum whatif_kind {
    WHATIF_UNIT,
    WHATIF_PERSPECTIVE,
    WHATIF_OBJECTIVE,
    WHATIF_MEASURE,
    WHATIF_INITIATIVE,
    WHATIF_PROCESS,
    WHATIF_KINDS
};

/* How an entity stands on one side. */
struct whatif_side {
    bool there;
    const char *status;           /* of a process: its staffing, under within over none */
    const struct rational *score; /* NULL: none */
    bool has_coverage;
    struct decimal coverage;               /* percent */
    const char *forecast;                  /* status at year end; NULL: not forecast */
    const struct rational *forecast_score; /* NULL: none */
};

struct whatif_change {
    enum whatif_kind kind;
    const char *id, *name;
    const struct unit *unit; /* NULL: of a process */
    const char *part;        /* schedule, budget or benefit of an initiative; "" = as a whole */
    struct whatif_side before, after;
};

struct whatif {
    const struct assessment *before, *after;
    const struct unit *unit; /* of --unit in `before`, or NULL */
    const struct edits *edits;
    struct tally objectives_before, objectives_after;
    /* By kind, then as in the plan. */
    VEC(struct whatif_change) changes;
};

/* unit: only what belongs to it (staffing always does); of the first plan, or NULL. */
const struct whatif *whatif(struct arena *arena, const struct assessment *before,
                            const struct assessment *after, const struct edits *edits,
                            const struct unit *unit);

const char *whatif_kind_name(enum whatif_kind kind); /* "unit", "perspective", ... */

/* Keys of the JSON: format, workbook: sha256 sha256_what_if (that of the edited plan) as_of period,
 * what_if: name before after cell (null: no cell, or a new one), objectives: before and after with
 * exceeds green amber red grey, changes: kind id unit name part, before and after with status score
 * coverage forecast_status forecast_score (null: none). */
void whatif_text(const struct whatif *result, struct textbuf *out);
void whatif_csv(const struct whatif *result, struct textbuf *out);
void whatif_json(const struct whatif *result, struct textbuf *out);

#endif

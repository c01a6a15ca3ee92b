/* compare: what has moved between two workbooks of one strategy, in the model's terms, and whether
 * an approved change request covers it.
 *
 * Both plans are immutable and outlive the comparison.  Entities are matched by id; where an id is
 * gone and another came, the same name makes it a renaming. */
#ifndef COMPARE_COMPARE_H
#define COMPARE_COMPARE_H

#include "assess/assess.h"
#include "plan/plan.h"

enum change_kind {
    CHANGED_NEW,      /* stands only in the new workbook */
    CHANGED_RETIRED,  /* gone, or no longer in force */
    CHANGED_RENAMED,  /* same id, other name; or same name, other id */
    CHANGED_AGREED,   /* something that is agreed moved: target, weight, threshold, baseline, ... */
    CHANGED_RESTATED, /* an actual that was already reported */
    CHANGED_STATUS,   /* a status, score or trend that follows from data */
    CHANGED_OTHER     /* any other field */
};

/* One difference. */
struct difference {
    enum change_kind kind;
    const char *entity; /* "measure", "objective", ... */
    const char *id, *name;
    const char *field;                    /* title of the column or series; "" for a whole entity */
    struct period period;                 /* of a value, else unset */
    const char *before, *after;           /* as a reader would write them; "" = none */
    bool needs_approval;                  /* an agreed thing */
    const struct change_request *request; /* that covers it, approved; NULL: none */
    struct place old_place, new_place;    /* file NULL: none */
};

struct comparison {
    VEC(struct difference)
    differences;       /* by entity in the order of the schema, then id, field,
                          period */
    size_t unapproved; /* that need approval and have none */
};

/* Either assessment may be NULL: then no statuses are compared. */
const struct comparison *compare_plans(struct arena *arena, const struct plan *before,
                                       const struct assessment *old_results,
                                       const struct plan *after,
                                       const struct assessment *new_results);

#endif

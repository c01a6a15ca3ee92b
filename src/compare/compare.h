/* compare: what has moved between two workbooks of one strategy, in the model's terms, and whether
 * an approved change request of the newer one covers it (domain.md section 3, change requests, and
 * section 5, page 13).
 *
 * Both plans are immutable and outlive the comparison; neither may have errors.  It is made of what
 * rows mean, not of how they are written: the order of rows and sheets, the dialect, a blank and
 * the default it stands for make no difference.  Entities are matched by id; where an id is gone
 * and another came under the same name, it is the same one with another id, and so it is in every
 * reference to it.  Rows without an id are matched by what compared.def calls their keys.
 *
 * What was agreed is what stood in the older workbook, in force.  It has moved when it is changed
 * or withdrawn; what is new has not, but for targets of periods that had ended when the older
 * workbook was made, and thresholds of measures it already had. */
#ifndef COMPARE_COMPARE_H
#define COMPARE_COMPARE_H

#include "assess/assess.h"
#include "plan/plan.h"

enum change_kind {
    CHANGED_NEW,       /* stands only in the newer workbook, or came into force */
    CHANGED_RETIRED,   /* is gone, or no longer in force */
    CHANGED_RENAMED,   /* same id, other name; or same name, other id: `field` tells which */
    CHANGED_AGREED,    /* a figure that is agreed moved: target, weight, threshold, baseline, ... */
    CHANGED_RESTATED,  /* a value of the past that had already been reported */
    CHANGED_WITHDRAWN, /* such a value is gone */
    CHANGED_ADDED,     /* values (rows of a kind) that came in; counted */
    CHANGED_STATUS,    /* what follows from the data */
    CHANGED_OTHER,     /* any other field */
    CHANGED_KINDS
};

enum approval {
    APPROVAL_NOT_NEEDED,
    APPROVAL_GIVEN,
    APPROVAL_OTHER_VALUE, /* approved, but not what stands there now */
    APPROVAL_OTHER_TIME,  /* approved, but from a later day or period on */
    APPROVAL_PENDING,     /* asked for, not decided */
    APPROVAL_REJECTED,    /* asked for and refused */
    APPROVAL_MISSING,     /* never asked for */
    APPROVAL_KINDS
};

#define COMPARE_SUBJECTS 4

/* One difference. */
struct difference {
    enum change_kind kind;
    bool needs_approval;
    enum approval approval; /* GIVEN also where none is needed, if there is a request for it */
    const struct change_request *request; /* that the approval speaks of; NULL: none */
    enum schema_sheet entity_sheet;       /* of the entity */
    enum schema_sheet sheet;    /* of the row that tells it: of a part, or the entity's own */
    int column;                 /* of that sheet; -1: the row as a whole, or a status */
    const char *entity;         /* "measure", "objective", ... */
    const char *id, *name;      /* as the newer workbook has them, if it does; "" = none */
    const char *part;           /* "threshold from 2026-01-01" of a measure; "" = the entity */
    const char *field;          /* title of the column or series; "" for a whole row */
    struct period period, last; /* of values: a run of periods with the same change; else unset */
    size_t count;               /* values or rows that this stands for; 1 mostly */
    const char *before, *after; /* as a reader would write them; "" = none */
    const char *score_before, *score_after; /* of a status; "" = none */
    struct date holds_from;                 /* of a row that holds from a day on; else unset */
    bool marked;    /* a restated value whose Data Status says so, or that was provisional */
    bool follow_up; /* work of the meetings: actions, decisions, commentary, ... */
    const char *subjects[COMPARE_SUBJECTS]; /* ids a change request may name; NULL ends them */
    struct place old_place, new_place;      /* file NULL: none */
};

struct comparison {
    const struct plan *before, *after;
    /* By entity in the order of the schema, then id, part, column, period; statuses last. */
    VEC(struct difference) differences;
    VEC(const struct change_request *) unseen; /* approved, in force, and not what stands there */
    size_t approved, unapproved; /* differences that need approval, with and without it */
    size_t kinds[CHANGED_KINDS]; /* differences of each kind */
};

/* Either assessment may be NULL: then no statuses are compared. */
const struct comparison *compare_plans(struct arena *arena, const struct plan *before,
                                       const struct assessment *old_results,
                                       const struct plan *after,
                                       const struct assessment *new_results);

/* True if it needs approval and has none. */
bool compare_unapproved(const struct difference *difference);

/* In data: new retired renamed agreed restated withdrawn added status other. */
const char *compare_kind_name(enum change_kind kind);
/* In data: not-needed given other-value other-time pending rejected missing. */
const char *compare_approval_name(enum approval approval);

#endif

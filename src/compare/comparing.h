/* comparing: a comparison on its way: both sides, what old ids are called now, what was found. */
#ifndef COMPARE_COMPARING_H
#define COMPARE_COMPARING_H

#include "compare/approval.h"
#include "compare/comparerow.h"

struct compareside {
    const struct plan *plan;
    const struct assessment *results; /* NULL: none */
    struct comparerow_table tables[SHEET_COUNT];
};

struct comparing {
    struct arena *arena;
    struct compareside before, after;
    struct idmap *renamed[SHEET_COUNT]; /* old id -> row of the newer side; NULL: none */
    struct approval_book *approvals;
    struct comparison *out;
};

/* The row with an id, NULL if there is none. */
struct comparerow *comparing_row(const struct compareside *side, enum schema_sheet sheet,
                                 const char *id);
/* What an old id is called now: mostly the same.  SHEET_NONE: of any sheet. */
const char *comparing_id(const struct comparing *c, enum schema_sheet sheet, const char *old_id);

/* A difference of a row, all but kind, column, field, before and after filled in.  Either row may
 * be NULL, not both. */
struct difference comparing_difference(const struct comparing *c, enum schema_sheet sheet,
                                       const struct comparerow *before,
                                       const struct comparerow *after);
/* Decides the approval and keeps it. */
void comparing_add(struct comparing *c, const struct difference *difference, bool needs_approval);

#endif

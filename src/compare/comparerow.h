/* comparerow: the rows of a sheet as a comparison sees them: every field as the text of what it
 * means, so that two rows are equal when their texts are. */
#ifndef COMPARE_COMPAREROW_H
#define COMPARE_COMPAREROW_H

#include "base/idmap.h"
#include "compare/compared.h"
#include "plan/plan.h"

struct comparerow {
    const struct record *record;
    const char *id;     /* "" on sheets without ids */
    const char *name;   /* "" = none */
    const char *key;    /* what makes it the same row in both workbooks; set by the comparison */
    const char **texts; /* one a column; never NULL */
    bool in_force;      /* by its own state */
    struct comparerow
        *other; /* the same row of the other workbook, NULL: none; by the comparison */
};

struct comparerow_table {
    struct comparerow *rows;
    size_t count;
    struct comparerow **order; /* by key; by the comparison */
    struct idmap *owners;      /* without ids: first part of a key -> its first place in order */
    const struct idmap *ids;   /* id -> row; NULL on sheets without ids */
};

/* The rows of a sheet; empty if the workbook has none of it. */
struct comparerow_table comparerow_read(struct arena *arena, const struct plan *plan,
                                        enum schema_sheet sheet);

/* What an id of the older workbook is called in the newer one.  target SHEET_NONE: of any sheet. */
typedef const char *comparerow_rename_fn(void *context, enum schema_sheet target, const char *id);
/* Puts the newer ids into every reference of the row. */
void comparerow_translate(struct arena *arena, struct comparerow *row, comparerow_rename_fn *rename,
                          void *context);

/* "O2 to O1": the fields that make the row's identity, joined as compared.def says, from the
 * `first` one on. */
const char *comparerow_label(struct arena *arena, const struct comparerow *row,
                             const struct compared_entity *entity, size_t first);

#endif

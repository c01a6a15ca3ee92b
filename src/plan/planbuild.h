/* planbuild: what the readers and rules of the plan share: the plan under construction, its ids,
 * and how fields become values, pointers and findings.
 *
 * Before any reader runs, every id of every sheet stands in ids[], so readers may resolve
 * references to any sheet, in any order.  Entities of a sheet with ids stand in the plan's array
 * at the index their id maps to; rows[] is parallel to that array and leads back to the cells. */
#ifndef PLAN_PLANBUILD_H
#define PLAN_PLANBUILD_H

#include "base/idmap.h"
#include "plan/plan.h"

struct plan_index {
    /* By id. */
    const struct idmap *units, *themes, *objectives, *measures, *initiatives;
    const struct idmap *risks, *meetings, *actions, *papers, *changes;
    const size_t *last_attestation;    /* by measure, or IDMAP_NONE */
    const size_t *earlier_attestation; /* the one before it of the same measure, or IDMAP_NONE */
    const struct idmap *subjects;      /* linked id -> its last commentary */
    const size_t *earlier_commentary;  /* the one before it on the same subject, or IDMAP_NONE */
};

struct plan_rows {
    VEC(const struct record *) list;
};

struct planbuild {
    struct arena *arena;
    const struct workbook *workbook;
    struct diags *diags;
    struct plan *plan;
    /* The workbook's own reporting date or the option's, whichever is later: nothing may have
     * happened after it.  (An earlier date as option is a look back, not an accusation.) */
    struct date horizon;
    struct idmap *ids[SHEET_COUNT]; /* NULL for sheets without ids */
    struct plan_rows rows[SHEET_COUNT];
    size_t *lists[SHEET_COUNT]; /* by entity: the last list that named it, from 1 */
    size_t list_count;          /* lists read so far */
    struct idmap *any;          /* every id -> its sheet, for links to any entity */
    struct idmap *ambiguous;    /* ids of two sheets -> the second one */
    bool partial[SHEET_COUNT];  /* something of the sheet was reported and is not here, so that
                                   what is missed may be there */
    bool absent[SHEET_COUNT];   /* that there is no such sheet was told */
    size_t doubted;             /* unknown ids that may be of such a sheet */
    bool *unsure;               /* by measure: some value was reported and left out, so that nothing
                                   can be said of what is missing */
};

/* Gives the plan's array of a sheet one item for each of its rows. */
#define planbuild_room(b, sheet, vec)                                                              \
    ((vec)->items = arena_array((b)->arena, (b)->rows[sheet].list.count, sizeof *(vec)->items),    \
     (vec)->capacity = (vec)->count = (b)->rows[sheet].list.count)

/* Registers the ids of all sheets; duplicates are reported and left out. */
void planbuild_begin(struct planbuild *b);

/* "objective" */
const char *planbuild_noun(enum schema_sheet sheet);

/* True if a map shows the objective. */
bool planbuild_mapped(const struct objective *objective);

bool planbuild_filled(const struct record *record, int column);
const char *planbuild_text(const struct record *record, int column); /* "" if empty */
struct date planbuild_date(const struct record *record, int column); /* unset if empty */
/* Index of the choice or flag, `fallback` if empty. */
int planbuild_choice(const struct record *record, int column, int fallback);
struct quantity planbuild_quantity(struct planbuild *b, const struct record *record, int column);
struct period planbuild_period(const struct record *record, int column); /* unset if empty */
/* A whole number, at most `most`; `fallback` if empty. */
int planbuild_count(const struct record *record, int column, int most, int fallback);
struct place planbuild_place(const struct planbuild *b, const struct record *record, int column);

/* Index of the entity the field names, IDMAP_NONE if empty or unknown (reported).  For fields that
 * may name any entity the index is that of its sheet. */
size_t planbuild_reference(struct planbuild *b, const struct record *record, int column);
/* The same for a field that is a free id as long as the workbook has no such sheet: IDMAP_NONE and
 * no finding then. */
size_t planbuild_reference_if(struct planbuild *b, const struct record *record, int column,
                              enum schema_sheet target);
/* The entity a field names, NULL if empty or unknown (reported). */
struct unit *planbuild_unit(struct planbuild *b, const struct record *record, int column);
struct objective *planbuild_objective(struct planbuild *b, const struct record *record, int column);
struct measure *planbuild_measure(struct planbuild *b, const struct record *record, int column);
/* The same for a list: indexes without repetitions; returns their number. */
size_t planbuild_references(struct planbuild *b, const struct record *record, int column,
                            size_t **out);

/* Texts for messages. */
const char *planbuild_where(struct planbuild *b, struct place place); /* Measures!D14, line 7 */
const char *planbuild_date_text(struct planbuild *b, struct date date);
const char *planbuild_period_text(struct planbuild *b, struct period period);
/* The title of a column, as findings name it. */
const char *planbuild_title(const struct record *record, int column);
const char *planbuild_number_text(struct planbuild *b, struct decimal number);
const char *planbuild_count_text(struct planbuild *b, size_t count);

#endif

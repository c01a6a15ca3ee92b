/* edit: a workbook in which a cell says something else, for what-ifs.
 *
 * The file is never touched and neither are the tables it was read into: the edit is made in a copy
 * of the tables, before anything is made of them, so that every check and rule meets the new value.
 * Findings about it have the request as their file ("--what-if policy.rollup=worst") and no cell.
 *
 * A request is NAME=VALUE; blanks around names do not count, nor does case.  NAME is one of
 *   policy.rollup              an option of scoring by its short name, with or without "policy."
 *   Minimum Coverage %         a property of the sheet Settings by its title
 *   Measures/M07/Weight        sheet, id and column; titles and aliases as in the schema
 *   Organization/Mission       sheet and property
 *   M07/2026-09/actual         measure, period and series of Measure Data, which may also stand in
 *                              front; a value that is not there yet is added
 * On sheets without ids of their own, such as Thresholds, the first column takes the id's place, if
 * it names one row only.  VALUE is written as in a cell of text: numbers by the workbook's number
 * style, "95%" as in a cell formatted so.  Without VALUE the cell is emptied.
 *
 * Ids, and what decides how other cells are read (number style, language, fiscal year, frequency,
 * reporting date and period), cannot be tried. */
#ifndef WORKBOOK_EDIT_H
#define WORKBOOK_EDIT_H

#include "workbook/workbook.h"

struct edit {
    const char *request;        /* NAME=VALUE as given */
    const char *name;           /* in the words of the schema: "Settings/Rollup Policy" */
    const char *before, *after; /* as the workbook writes them; "" = blank */
    struct place place;         /* of what is replaced; file NULL: there was nothing */
    bool same;                  /* the workbook says so already */
};

struct edits {
    VEC(struct edit) list;
};

/* The copy, with all requests in force, or NULL: what is wrong with them is reported (BP9052 to
 * BP9056, and BP20xx as for a cell).  Requests and the workbook must outlive the copy. */
const struct workbook *edit_workbook(struct arena *arena, const struct workbook *workbook,
                                     const char *const *requests, size_t count, struct diags *diags,
                                     struct edits *out);

/* A text in the place of another: the row counts within the sheet's table. */
struct edit_text {
    enum schema_sheet sheet;
    size_t row;
    int column; /* FIELD_TITLE or FIELD_TEXT */
    const char *text;
};

/* The copy with other texts, as if they stood in the cells: nothing is checked, places stay. */
const struct workbook *edit_texts(struct arena *arena, const struct workbook *workbook,
                                  const struct edit_text *texts, size_t count);

#endif

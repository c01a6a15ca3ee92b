/* approval: whether a change request of the newer workbook covers a difference.
 *
 * A request names one row by Linked ID and, in Field, one of its figures: the title of a column (or
 * an alias of it), the name of a series, or nothing for all there is of the row: its figures, its
 * series, its thresholds, its being dropped.  It covers a difference when
 *   - its status is approved or implemented,
 *   - its New Value is blank or is what stands there now (numbers, dates and choices are compared
 *     as such, else case, blanks and hyphens do not count),
 *   - for the scoring policy, asked for by the organization's id, it does name the field,
 *   - for values of a series: its Period is blank or not later than the value's, and its Effective
 *     From is not later than the last day of that; for thresholds with a day of their own Effective
 *     From is not later than that day; for anything else not later than the reporting date,
 *   - the older workbook did not have it as implemented already: one that was carried out then
 *     covers only a return to the very value it gives. */
#ifndef COMPARE_APPROVAL_H
#define COMPARE_APPROVAL_H

#include "compare/compare.h"

struct approval_book;

struct approval_book *approval_book(struct arena *arena, const struct plan *before,
                                    const struct plan *after);

/* Sets approval and request of a difference whose other fields are final.  Where no approval is
 * needed only a request that covers it is noted. */
void approval_decide(struct approval_book *book, struct difference *difference, bool needed);

/* Whether the New Value of a request stands where it points. */
enum approval_standing { STANDING_UNKNOWN, STANDING_THERE, STANDING_OTHERWISE };
typedef enum approval_standing approval_stands_fn(void *context,
                                                  const struct change_request *request);

/* Approved requests that covered nothing, in force on the reporting date, whose value, if they give
 * one, stands nowhere they point to.  One without a value, or whose place cannot be told, counts
 * only if the older workbook did not have it as approved yet. */
void approval_unseen(struct approval_book *book, struct comparison *out, approval_stands_fn *stands,
                     void *context);

/* What the text of a column means: texts that mean the same give the same.  given: it stands in a
 * request, which may write numbers as the workbook does, and yes and no in several ways.  NULL for
 * what is none. */
const char *approval_value(struct arena *arena, const struct plan *plan, enum schema_sheet sheet,
                           int column, const char *text, bool given);

/* Whether what a request wants is the text that stands in a column of a plan. */
enum approval_standing approval_text_stands(struct arena *arena, const struct plan *plan,
                                            const struct change_request *request,
                                            enum schema_sheet sheet, int column, const char *text);
/* The same of a request for a period's value of a measure's series; unknown if it asks for
 * something else. */
enum approval_standing approval_value_stands(struct arena *arena, const struct plan *plan,
                                             const struct change_request *request);

#endif

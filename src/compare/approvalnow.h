/* approvalnow: whether what a change request asks for stands in its own workbook already, without
 * an older one to compare with: what was approved and is not there, what is there and was not
 * approved.
 *
 * A request names a row by Linked ID and one of its figures by Field, as approval.h says.  It
 * cannot be told for a request that names no single figure. */
#ifndef COMPARE_APPROVALNOW_H
#define COMPARE_APPROVALNOW_H

#include "compare/approval.h"

struct approvalnow;

/* For one plan; its sheets are read as they are asked for. */
struct approvalnow *approvalnow_new(struct arena *arena, const struct plan *plan);
enum approval_standing approvalnow_standing(struct approvalnow *now,
                                            const struct change_request *request);

#endif

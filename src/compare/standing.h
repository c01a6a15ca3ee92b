/* standing: whether the value a change request asks for stands where it points, in the newer
 * workbook. */
#ifndef COMPARE_STANDING_H
#define COMPARE_STANDING_H

#include "compare/approval.h"
#include "compare/comparing.h"

struct standing;

/* For one comparison, whose rows are read and matched. */
struct standing *standing_new(const struct comparing *comparing);

/* As approval_stands_fn wants it: the context is a struct standing. */
enum approval_standing standing_of(void *standing, const struct change_request *request);

#endif

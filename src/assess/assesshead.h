/* assesshead: what the JSON of every question asked of an assessment begins with. */
#ifndef ASSESS_ASSESSHEAD_H
#define ASSESS_ASSESSHEAD_H

#include "assess/assess.h"
#include "base/json.h"

/* Into an open object: "format", and "workbook" with its digest, the day and the period it was
 * judged for.  changed: the same workbook with changes that are tried, whose digest stands beside
 * the other; NULL if there are none. */
void assesshead_json(struct json *json, const struct assessment *a, const struct plan *changed);

#endif

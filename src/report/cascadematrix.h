/* cascadematrix: who follows whom: which unit supports which objective of the unit above it, and
 * how every unit stands in each perspective. */
#ifndef REPORT_CASCADEMATRIX_H
#define REPORT_CASCADEMATRIX_H

#include "report/report.h"

/* The units whose support is shown, and the unit whose objectives they support: those directly
 * below the packet's unit; of a unit without any it is itself, beside the unit above. */
struct cascadematrix {
    const struct unit *above; /* NULL: nothing stands above or below */
    const struct unit **units;
    size_t count;
    const struct objective **objectives; /* active ones of `above`, by perspective */
    size_t objective_count;
};

struct cascadematrix cascadematrix_of(struct report *report);
/* Links from the active objectives of a unit (NULL: of all shown) to an objective above. */
int cascadematrix_links(const struct cascadematrix *matrix, const struct unit *unit,
                        const struct objective *objective);
/* True if it would not be legible in portrait. */
bool cascadematrix_wide(const struct cascadematrix *matrix);

void cascadematrix_add(struct report *report, struct section *section,
                       const struct cascadematrix *matrix);
/* Status and score of each unit, whole and by perspective. */
void cascadematrix_heat(struct report *report, struct section *section);

#endif

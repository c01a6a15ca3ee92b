/* planconvention: what the workbook says about itself that figures are read and judged by, beside
 * the options of scoring (plan_option): printed with them in the basis of preparation (domain.md
 * section 4). */
#ifndef PLAN_PLANCONVENTION_H
#define PLAN_PLANCONVENTION_H

#include "plan/plan.h"

enum planconvention {
    PLANCONVENTION_FISCAL_YEAR,
    PLANCONVENTION_NUMBERS,
    PLANCONVENTION_CURRENCY,
    PLANCONVENTION_TOTAL,
    PLANCONVENTION_LINE,
    PLANCONVENTION_COUNT
};

/* "Fiscal year" */
const char *planconvention_name(enum planconvention convention);
/* "from April, named by the calendar year it ends in" */
const char *planconvention_value(struct arena *arena, const struct plan *plan,
                                 enum planconvention convention);

#endif

/* optionwording: the options of scoring in the language of the pages (plan_option_value() says them
 * in English, for derivations), and the conventions of the workbook: what it says about itself that
 * figures are read and judged by, for the basis of preparation (domain.md section 4). */
#ifndef REPORT_OPTIONWORDING_H
#define REPORT_OPTIONWORDING_H

#include "plan/plan.h"
#include "report/words.h"

enum convention {
    CONVENTION_FISCAL_YEAR,
    CONVENTION_NUMBERS,
    CONVENTION_CURRENCY,
    CONVENTION_TOTAL,
    CONVENTION_LINE,
    CONVENTION_COUNT
};

/* "Missing data", and "left out". */
const char *optionwording_name(const struct words *words, enum plan_option option);
const char *optionwording_value(struct arena *arena, const struct words *words,
                                const struct settings *settings, enum plan_option option);
/* "Fiscal year", and "the calendar year". */
const char *optionwording_convention(const struct words *words, enum convention convention);
const char *optionwording_convention_value(struct arena *arena, const struct words *words,
                                           const struct plan *plan, enum convention convention);

#endif

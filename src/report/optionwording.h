/* optionwording: the options of scoring and the conventions of the workbook in the language of the
 * pages; what plan_option and planconvention say in English for programs and derivations. */
#ifndef REPORT_OPTIONWORDING_H
#define REPORT_OPTIONWORDING_H

#include "plan/planconvention.h"
#include "report/words.h"

const char *optionwording_name(const struct words *words, enum plan_option option);
const char *optionwording_value(struct arena *arena, const struct words *words,
                                const struct settings *settings, enum plan_option option);
const char *optionwording_convention(const struct words *words, enum planconvention convention);
const char *optionwording_convention_value(struct arena *arena, const struct words *words,
                                           const struct plan *plan, enum planconvention convention);

#endif

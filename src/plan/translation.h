/* translation: the workbook as it reads in another language.
 *
 * Names and texts of the sheet Translations stand in the place of those they translate; what is
 * not translated stays.  From it the plan is made anew (plan_build), so that every page, map and
 * message speaks that language without knowing of it; figures and findings are the same. */
#ifndef PLAN_TRANSLATION_H
#define PLAN_TRANSLATION_H

#include "plan/plan.h"
#include "workbook/workbook.h"

/* True if the plan has texts in this language (BCP 47): "fr" speaks for "fr-CA" too. */
bool translation_there(const struct plan *plan, const char *language);
/* A copy with these texts; the plan is that of this workbook. */
const struct workbook *translation_workbook(struct arena *arena, const struct workbook *workbook,
                                            const struct plan *plan, const char *language);

#endif

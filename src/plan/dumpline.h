/* dumpline: one line of the plan's dump: a kind, then name=value pairs, one for each field that is
 * there.  Text is quoted as in JSON; what is missing, empty, false or unset is left out. */
#ifndef PLAN_DUMPLINE_H
#define PLAN_DUMPLINE_H

#include "plan/plan.h"

struct dumpline {
    struct textbuf *out;
    const struct plan *plan;
};

void dumpline_begin(struct dumpline *d, const char *kind);
void dumpline_end(struct dumpline *d);
void dumpline_text(struct dumpline *d, const char *name, const char *text); /* may be NULL */
void dumpline_word(struct dumpline *d, const char *name, const char *word); /* unquoted */
void dumpline_flag(struct dumpline *d, const char *name, bool flag);
void dumpline_int(struct dumpline *d, const char *name, int64_t number);
void dumpline_decimal(struct dumpline *d, const char *name, struct decimal number);
void dumpline_quantity(struct dumpline *d, const char *name, struct quantity quantity);
void dumpline_date(struct dumpline *d, const char *name, struct date date);
void dumpline_period(struct dumpline *d, const char *name, struct period period);
void dumpline_unit(struct dumpline *d, const char *name, const struct unit *unit); /* may be NULL */

#endif

/* wordcheck: whether the text of a word is written as words are, and shows what it must: what the
 * text of the same key in another catalogue, the measure, shows. */
#ifndef REPORT_WORDCHECK_H
#define REPORT_WORDCHECK_H

#include "report/words.h"

struct wordcheck {
    struct arena *arena;
    struct diags *diags;
    struct place place;          /* of the text */
    const char *language;        /* of the text */
    const struct words *measure; /* what it is held against */
};

/* False with findings (BP5031 to BP5036). */
bool wordcheck_text(const struct wordcheck *check, const char *key, const char *text);
/* A finding at root for each key of the measure that words lack (BP5030). */
void wordcheck_complete(const struct words *words, const struct words *measure, struct place root,
                        struct diags *diags);

#endif

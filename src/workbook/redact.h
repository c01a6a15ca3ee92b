/* redact: a workbook in which people have no names, so that nothing made of it can tell one.
 *
 * Whoever is on the sheet People is called by their title there (with a number where several have
 * the same); whoever else stands in a column of persons is "Person 1", "Person 2"... in order of
 * first appearance.  Titles of people, units and vacant posts are roles and stay.  The same person
 * has the same name everywhere: in the columns of persons, and within texts wherever the name
 * stands as a whole word; within texts a surname is known too, if only one person has it, and what
 * is one word and on no sheet of people is left ("Board").  Addresses go.
 *
 * The file is not touched, nor are the tables it was read into: this is a copy (as in edit.h). */
#ifndef WORKBOOK_REDACT_H
#define WORKBOOK_REDACT_H

#include "workbook/workbook.h"

struct redaction;

/* Gives the copy; person: the words of "Person {1}".  *known_before is NULL at first; given again,
 * with another workbook, whoever was met before keeps the name they got. */
const struct workbook *redact_people(struct arena *arena, const struct workbook *workbook,
                                     const char *person, struct redaction **known_before);
/* What someone is called instead; the name itself if nobody has it. */
const char *redact_name(const struct redaction *redaction, const char *name);
/* A text without names. */
const char *redact_text(const struct redaction *redaction, const char *text);

#endif

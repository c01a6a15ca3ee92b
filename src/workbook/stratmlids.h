/* stratmlids: from the Identifiers of a StratML plan to ids of a workbook.
 *
 * An Identifier is an XML id, which may not begin with a digit, so that most begin with an
 * underscore: one such is dropped without a word.  Whatever else an id may not hold becomes a
 * hyphen, the second of a name a number, and where there is none one is made: all reported. */
#ifndef WORKBOOK_STRATMLIDS_H
#define WORKBOOK_STRATMLIDS_H

#include "workbook/schema.h"
#include "workbook/stratmltree.h"

struct stratmlids;

struct stratmlids *stratmlids_new(struct arena *arena, struct diags *diags,
                                  const struct stratmltree *tree);

/* The id of an element as a row of the sheet; prefix begins those that are made ("O": O1, O2).
 * Each element is to be asked for once. */
const char *stratmlids_take(struct stratmlids *ids, const struct stratmltree_node *node,
                            enum schema_sheet sheet, const char *prefix);

/* What an Identifier names among the elements asked for so far: its id and sheet, or NULL. */
const char *stratmlids_find(const struct stratmlids *ids, const char *identifier,
                            enum schema_sheet *sheet);

/* The id without the underscore in front and with hyphens for what ids may not hold; "" if nothing
 * is left. */
const char *stratmlids_clean(struct arena *arena, const char *identifier);

/* Reports, once a sheet, how many ids were made. */
void stratmlids_report(struct stratmlids *ids);

#endif

/* buildunits: the documents of many units in one folder (build --units).
 *
 *   index.html manifest.json book.pdf             of all of them
 *   units/ID/packet.pdf map.svg assessment.json   of each unit; a unit without objectives of its
 *                                                 own has no map
 *
 * In several languages the packets and the book have a part for each; of pages and maps there is
 * one for each: index.html and index.fr-CA.html, which lead to each other; units/ID/map.en-CA.svg
 * and map.fr-CA.svg.  Figures speak none.
 *
 * Units are made side by side (--jobs), each in memory of its own that goes when it is done, so
 * that hundreds need no more than a few; the bytes do not depend on it.  All files appear together
 * or not at all. */
#ifndef APP_BUILDUNITS_H
#define APP_BUILDUNITS_H

#include "app/job.h"

/* Needs a judged plan and the logo. */
enum outcome buildunits(struct job *job);

#endif

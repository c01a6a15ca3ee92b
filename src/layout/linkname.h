/* linkname: what a link to an address out of the document is called, by those who listen and by
 * those who point at it: where it leads, in words.  An address is read out letter by letter, and a
 * word such as "here" says nothing on its own. */
#ifndef LAYOUT_LINKNAME_H
#define LAYOUT_LINKNAME_H

#include "base/arena.h"

/* text: what the page shows (NULL: the address itself).  Words with where they lead,
 * "staffing plan (intranet.example)"; of an address, the words of the last part of its path,
 * "explanation of the rise (intranet.example)", or, where that has none, the place alone; of a
 * mailto: address, whom it writes to.  Never empty. */
const char *linkname(struct arena *arena, const char *uri, const char *text);

#endif

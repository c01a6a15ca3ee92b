/* address: where links of outputs may lead. */
#ifndef OUTPUT_ADDRESS_H
#define OUTPUT_ADDRESS_H

#include <stdbool.h>

/* True for http, https, mailto and relative addresses; never for other schemes (scripts, files),
 * blanks, controls or addresses that borrow the reader's scheme. */
bool address_allowed(const char *address);

#endif

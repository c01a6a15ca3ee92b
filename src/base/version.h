/* version: the one place that names the program and its version. */
#ifndef BASE_VERSION_H
#define BASE_VERSION_H

#define BOARDPACK_NAME    "boardpack"
#define BOARDPACK_VERSION "0.1.0"

#endif

/* package: guarded access to the parts of a zip package in memory (.xlsx, .ods).
 *
 * Nothing is ever written to disk and no name of a part becomes the name of a file.  Refused when
 * it is opened: too many parts, two of one name, names that lead out of the package.  Refused when
 * a part is read: protected ones, those that unpack to more than BOUND_PART_BYTES or to more than
 * BOUND_PART_RATIO times their packed size, those whose length or checksum is not what the package
 * says; the same caps hold for all parts read together (workbook.md sections 1.8 and 4).  Each
 * refusal is one finding about the file as a whole, without a line. */
#ifndef WORKBOOK_PACKAGE_H
#define WORKBOOK_PACKAGE_H

#include "base/diag.h"
#include "xml/xmlread.h"

struct package;

/* NULL after reporting.  The bytes must outlive the package, which lives as long as the arena. */
struct package *package_open(struct arena *arena, const char *path, const char *bytes,
                             size_t length, struct diags *diags);

struct arena *package_arena(const struct package *package);
struct diags *package_diags(const struct package *package);
/* The file as a whole, for findings. */
struct place package_place(const struct package *package);

/* Is there a part of this name?  Case does not matter. */
bool package_has(const struct package *package, const char *name);
/* Is there a part whose name ends so? */
bool package_has_ending(const struct package *package, const char *ending);

/* A part's bytes, unpacked, NUL-terminated in the arena; false after reporting. */
bool package_read(struct package *package, const char *name, const char **bytes, size_t *length);

/* Reads a part as XML, with all guards of xmlread.h.  What is wrong with the XML is reported as
 * BP1049, which names the part and the place in it; elements come without a place, because a line
 * of a part is no line of the file. */
enum xmlread_result package_parse(struct package *package, const char *name,
                                  const struct xmlread_handler *handler);

#endif

/* flatodf: LibreOffice's flat ODF spreadsheet (.fods) to sheets of cells (workbook.md 1.4).
 *
 * A cell's value is its attribute; the paragraphs are what is shown and count for strings only.
 * Blank space is written as repeats, which are never expanded. */
#ifndef WORKBOOK_FLATODF_H
#define WORKBOOK_FLATODF_H

#include "workbook/sheet.h"
#include "xml/xmlread.h"

#define FLATODF_NAMESPACE "urn:oasis:names:tc:opendocument:xmlns:office:1.0"

/* False after reporting why the file cannot be trusted. */
bool flatodf_read(struct arena *arena, const char *path, const char *bytes, size_t length,
                  struct diags *diags, struct sheets *out);

/* The same for XML that somebody else parses, such as styles.xml and then content.xml of an .ods:
 * reading them into the sheets is what the handler does; if it stops the reading, it has reported
 * why. */
const struct xmlread_handler *flatodf_handler(struct arena *arena, const char *path,
                                              struct diags *diags, struct sheets *out);

#endif

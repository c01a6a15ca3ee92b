/* odf: a planned spreadsheet in the words of OpenDocument, for the flat file (.fods) and for the
 * parts of the package (.ods), which differ only in how these pieces are wrapped.
 *
 * The header row is frozen, repeated on paper and has filter buttons; columns have widths and
 * formats for the rows still to come; cells with a choice have a list to choose from; headers have
 * notes. */
#ifndef EXPORT_ODF_H
#define EXPORT_ODF_H

#include "export/sheetplan.h"

/* Declarations for the root element, version included. */
void odf_namespaces(struct textbuf *out);
/* office:styles. */
void odf_styles(struct textbuf *out);
/* Inside of office:automatic-styles: of the pages, and of cells, columns and rows. */
void odf_page_layout(struct textbuf *out);
void odf_automatic_styles(const struct sheetplan *plan, struct textbuf *out);
/* office:master-styles. */
void odf_master_styles(struct textbuf *out);
/* office:meta and office:settings. */
void odf_meta(struct textbuf *out);
void odf_settings(const struct sheetplan *plan, struct textbuf *out);
/* office:body. */
void odf_body(const struct sheetplan *plan, struct textbuf *out);

#endif

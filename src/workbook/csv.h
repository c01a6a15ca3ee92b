/* csv: one .csv file of a folder to a sheet of cells (RFC 4180, workbook.md 1.7).
 *
 * The file's name says which sheet it is; case, blanks, hyphens and underscores do not matter.
 * Cells are divided by comma, semicolon or tab: that one under which the first rows hold the most
 * column titles of this sheet, or what a first line `sep=;` says.  Where two serve equally well
 * the file is refused: nothing is guessed.  A cell in quotes may hold separators, line breaks and
 * doubled quotes.  Every cell is text; numbers are read by the workbook's Number Style. */
#ifndef WORKBOOK_CSV_H
#define WORKBOOK_CSV_H

#include "workbook/schema.h"
#include "workbook/sheet.h"

/* The title of the sheet that a file of this name (without folder) holds, as cell addresses show
 * it; *kind is SHEET_NONE and the title the bare name if no sheet is called so. */
const char *csv_title(struct arena *arena, const char *file_name, enum schema_sheet *kind);

/* Adds the sheet of this title to the builder, whose path is that of the file.  A sheet that is
 * not known is not looked into.  False after reporting all the reasons why it is unknown which
 * cell stands in which column. */
bool csv_read(struct sheet_builder *builder, const char *title, enum schema_sheet kind,
              const char *bytes, size_t length);

#endif

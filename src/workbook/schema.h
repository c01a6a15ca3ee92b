/* schema: the sheets and columns a workbook may have: one table for readers, checks, the XSD and
 * the documentation (shared rules: workbook.md 2.1-2.4).
 *
 * schema.def holds it:
 *   SHEET(NAME, "Title", "aliases;...", "container", "row", SHEET_ROWS|SHEET_PROPERTIES, "about")
 *   COLUMN(NAME, COLUMN, "Title", "aliases", "attribute", FIELD_type, flags, "a;b;c" | NULL,
 *          target sheet | SHEET_NONE, "unit", "about", "example")
 *   END(NAME)
 * Columns of a sheet stand between its SHEET and END. */
#ifndef WORKBOOK_SCHEMA_H
#define WORKBOOK_SCHEMA_H

#include "base/textbuf.h"
#include <stdbool.h>
#include <stddef.h>

enum schema_sheet {
    SHEET_NONE = -1,
#define SHEET(name, title, aliases, container, row, form, about) SHEET_##name,
#define COLUMN(sheet, name, title, aliases, attribute, type, flags, choices, target, unit, about,  \
               example)
#define END(name)
#include "workbook/schema.def"
#undef SHEET
#undef COLUMN
#undef END
    SHEET_COUNT
};

/* COLUMN_MEASURES_ID, ... counted from 0 in each sheet; COLUMNS_MEASURES is their number. */
#define SHEET(name, title, aliases, container, row, form, about) enum columns_##name {
#define COLUMN(sheet, name, title, aliases, attribute, type, flags, choices, target, unit, about,  \
               example)                                                                            \
    COLUMN_##sheet##_##name,
#define END(name)                                                                                  \
    COLUMNS_##name                                                                                 \
    }                                                                                              \
    ;
#include "workbook/schema.def"
#undef SHEET
#undef COLUMN
#undef END

enum schema_form {
    SHEET_ROWS,      /* a header row, then one record a row */
    SHEET_PROPERTIES /* rows of Property / Value: one record, each column a property */
};

enum field_type {
    FIELD_ID,         /* [A-Za-z0-9][A-Za-z0-9._-]{0,63} */
    FIELD_REFERENCE,  /* an id of another sheet (target; SHEET_NONE: any entity) */
    FIELD_REFERENCES, /* ids divided by ; */
    FIELD_TITLE,      /* one line, at most 400 characters */
    FIELD_TEXT,       /* long text; a child element in canonical XML */
    FIELD_NUMBER,     /* decimal */
    FIELD_SHARE,      /* percent, 0..100; a percent-typed cell 0.87 is 87 */
    FIELD_COUNT_OF,   /* whole number >= 0 */
    FIELD_DATE,
    FIELD_MONTH_DAY, /* MM-DD */
    FIELD_PERIOD,
    FIELD_CHOICE, /* one of choices; matched without case, blanks and hyphens alike */
    FIELD_FLAG    /* Y N TRUE FALSE 1 0 */
};

enum field_flags {
    FIELD_OPTIONAL = 0,
    FIELD_REQUIRED = 1,
    FIELD_KEY = 2 /* unique in its sheet; a row counts if it is filled */
};

struct schema_column {
    const char *title;     /* as on the sheet */
    const char *aliases;   /* ;-list or "" */
    const char *attribute; /* in canonical XML */
    enum field_type type;
    unsigned flags;
    const char *choices;
    enum schema_sheet target;
    const char *unit; /* of its numbers: "FTE", "base currency"; "" if they have none */
    const char *about;
    const char *example;
};

struct schema_sheet_def {
    const char *title;
    const char *aliases;
    const char *container; /* "measures" */
    const char *row;       /* "measure" */
    enum schema_form form;
    const char *about;
    const struct schema_column *columns;
    size_t column_count;
};

#define SCHEMA_NAMESPACE "urn:boardpack:strategy-workbook:1"

const struct schema_sheet_def *schema_sheet(enum schema_sheet sheet);
/* By title or alias: case, surrounding and repeated white space ignored. SHEET_NONE if unknown. */
enum schema_sheet schema_sheet_named(const char *title);
/* By container element name. */
enum schema_sheet schema_sheet_contained(const char *container);
/* Column index by title or alias, by attribute; -1 if unknown. */
int schema_column_titled(enum schema_sheet sheet, const char *title);
int schema_column_attribute(enum schema_sheet sheet, const char *attribute);
/* True if two titles are the same but for case, white space and a trailing asterisk. */
bool schema_same_title(const char *a, const char *b);
/* True if the title is one of a ;-list of titles. */
bool schema_title_among(const char *list, const char *title);
/* The sheet with one column per period, whose records are those of SHEET_VALUES. */
#define SCHEMA_WIDE_TITLE   "Monthly Data"
#define SCHEMA_WIDE_ALIASES SCHEMA_WIDE_TITLE ";Monthly Values;Measure Data Wide;Period Data"
bool schema_wide_sheet(const char *title);
/* The sheet of staff with one column per process, whose records are those of SHEET_STAFFING. */
#define SCHEMA_MATRIX_TITLE   "Staffing Matrix"
#define SCHEMA_MATRIX_ALIASES SCHEMA_MATRIX_TITLE ";Staffing Wide;Person by Process"
bool schema_staffing_matrix(const char *title);
/* A sheet of words for the people who fill the workbook in, which nobody expects to be read. */
#define SCHEMA_PROSE_TITLE "Read me"
bool schema_prose_sheet(const char *title);
/* True if every workbook needs the sheet. */
bool schema_needed(enum schema_sheet sheet);
/* The nearest known title for a "did you mean", or the one that the title holds, as "Measures 2026"
 * does; or NULL. */
const char *schema_nearest_sheet(struct arena *arena, const char *title);
const char *schema_nearest_column(struct arena *arena, enum schema_sheet sheet, const char *title);
/* The published XSD 1.0 of canonical XML, generated from the table (templates/workbook.xsd is the
 * same bytes, checked by a test). */
void schema_xsd(struct textbuf *out);

#endif

/* bounds: every cap on what a stranger's file may make us do (reliability.md, workbook.md 4). */
#ifndef BASE_BOUNDS_H
#define BASE_BOUNDS_H

#define BOUND_FILE_BYTES      (128u * 1024 * 1024)
#define BOUND_START_TAG_BYTES (64u * 1024)
#define BOUND_ASIDE_BYTES     (1024u * 1024) /* a comment, CDATA section, processing instruction */
#define BOUND_DEPTH           64u
#define BOUND_ATTRIBUTES      64u
#define BOUND_NAMES           10000u /* different names of elements and attributes */
#define BOUND_FIELD_BYTES     (32u * 1024)
#define BOUND_TITLE_RUNES     400u
#define BOUND_ROWS            2000000u
#define BOUND_CELLS           8000000u
#define BOUND_SHEETS          256u
#define BOUND_SHEET_ROWS      1048576u
#define BOUND_SHEET_COLUMNS   16384u
#define BOUND_REPEAT_COLUMNS  1024u
#define BOUND_REPEAT_ROWS     65536u
#define BOUND_REPEAT_CELLS    1000000u
#define BOUND_MEMBERS         4096u                /* of a zip package */
#define BOUND_PART_BYTES      (256u * 1024 * 1024) /* one of them unpacked, and all that are read */
#define BOUND_PART_RATIO      200u                 /* unpacked to packed, beyond BOUND_PART_FREE */
#define BOUND_PART_FREE       (1024u * 1024)
#define BOUND_STRINGS_BYTES   (64u * 1024 * 1024) /* the table of texts of an Excel workbook */
#define BOUND_DIAGS           100u                /* errors kept; more are only counted */
#define BOUND_REMARKS         1000u               /* warnings kept, and notes */
#define BOUND_ARENA_BYTES     ((size_t)1024 * 1024 * 1024)

#endif

/* diag: findings about the user's input, each with a stable code and a place.
 *
 * Shown as
 *   workbook.xml:412:17: error: measure 'M07' refers to unknown objective 'O99' [BP3104]
 *     at Measures!D14
 *     did you mean 'O9'?
 * Number, severity, text and explanation of a code stand in one table, the diag_*.def files:
 *   DIAG(3104, ERROR, "text with {1} and {2}", "Explanation in sentences.  What to do.")
 * Codes are never reused.  Families: 1xxx XML, 2xxx schema and columns, 3xxx plan,
 * 4xxx assessment, 5xxx template and layout, 9xxx environment. */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include "base/arena.h"
#include "base/textbuf.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum diag_severity { DIAG_NOTE, DIAG_WARNING, DIAG_ERROR };

enum diag_code {
#define DIAG(number, severity, text, explanation) BP##number = number,
#include "base/diag_table.def"
#undef DIAG
    DIAG_CODE_END
};

/* Where a thing was said.  line and column count from 1, 0 = unknown; column counts bytes of the
 * line.  sheet/row/col (from 1) name the spreadsheet cell, row 0 = none. */
struct place {
    const char *file; /* as the user gave it; NULL = unknown */
    uint32_t line, column;
    const char *sheet;
    uint32_t row, col;
};

/* A finding that is known and is not to be told: it counts apart, and only formats for machines
 * list it.  Errors are never suppressed. */
enum diag_suppression {
    DIAG_TOLD,
    DIAG_IGNORED, /* its code, for this run (--ignore) */
    DIAG_WAIVED   /* by a row of the workbook, for a time */
};

struct diag {
    enum diag_code code;
    enum diag_severity severity;
    struct place place;
    const char *message;          /* finished text, printable */
    const char *hint;             /* "did you mean 'O9'?" or NULL */
    const char *const *arguments; /* what filled {1}, {2}, ... as shown in the message */
    size_t argument_count;
    size_t order; /* of report: ties of the sort */
    enum diag_suppression suppression;
    const char *justification; /* why it is suppressed, or NULL */
    struct place waiver;       /* of DIAG_WAIVED: the row that waives it */
};

struct diags; /* a collection with a cap */

struct diags *diags_new(struct arena *arena);
/* Adds a finding; the strings fill {1}, {2}, ... and end with NULL.  They are copied, made
 * printable and cut at 200 characters; a placeholder without a string shows "?".  Errors above
 * BOUND_DIAGS, warnings and notes above BOUND_REMARKS each, are only counted, but the first
 * warning or note of a code is kept. */
void diag_report(struct diags *diags, enum diag_code code, struct place place, ...)
    __attribute__((sentinel));
/* The same with a hint line (NULL: none). */
void diag_report_hint(struct diags *diags, enum diag_code code, struct place place,
                      const char *hint, ...) __attribute__((sentinel));
/* The same unless the collection has this finding already: what is drawn twice is told once. */
void diag_report_once(struct diags *diags, enum diag_code code, struct place place, ...)
    __attribute__((sentinel));
/* "did you mean 'x'?" or NULL if nearest is NULL. */
const char *diag_did_you_mean(struct arena *arena, const char *nearest);

/* Findings of this code, a warning or a note (asserted), are ignored from now on. */
void diags_ignore(struct diags *diags, enum diag_code code);
/* Asks about every warning and note that is kept and told whether it is waived; then judge sets
 * justification and waiver and returns true. */
void diags_waive(struct diags *diags, bool (*judge)(void *context, struct diag *diag),
                 void *context);
/* Waives those of a code (a warning or a note) of which only the number is known, and gives it. */
size_t diags_waive_unlisted(struct diags *diags, enum diag_code code);
/* How many were reported of this code of which only the number is known. */
size_t diags_unlisted(const struct diags *diags, enum diag_code code);
size_t diags_suppressed(const struct diags *diags, enum diag_suppression how);

/* Without the suppressed ones. */
size_t diags_count(const struct diags *diags, enum diag_severity at_least);
/* True once the cap of errors is reached: readers stop. */
bool diags_full(const struct diags *diags);
/* For readers that find out late that a file cannot be read: of the findings made since the mark
 * only the last one is kept, which says why.  No report may be made in between that is not the
 * reader's own. */
const struct diags *diags_mark(const struct diags *diags);
void diags_keep_last(struct diags *diags, const struct diags *mark);
/* Adds copies of the findings of another collection, less those that are here already.  The other
 * one has suppressed none. */
void diags_adopt(struct diags *diags, struct diags *others);
/* Puts what `word` makes of them in the place of the words of all findings so far: message, hint
 * and arguments.  What it gives must live as long as the collection. */
void diags_reword(struct diags *diags, const char *(*word)(void *context, const char *text),
                  void *context);
/* Asks for the place of each finding of this code that has none yet; find returns false where it
 * knows none.  For findings made where places are no longer known. */
void diags_locate(struct diags *diags, enum diag_code code,
                  bool (*find)(void *context, const char *message, struct place *out),
                  void *context);
/* Sorted by file, line, column, code, order of report; with the suppressed ones. */
const struct diag *diags_sorted(struct diags *diags, size_t *count);
/* One finding as in the example above, with its line feeds. */
void diag_line(struct textbuf *out, const struct diag *diag);
/* What is told as text, at most `most`, then "and N more". */
void diags_text(struct diags *diags, struct textbuf *out, size_t most);

/* The table.  NULL / DIAG_NOTE for an unknown number. */
const char *diag_text_of(unsigned number);
const char *diag_explanation(unsigned number);
bool diag_severity_of(unsigned number, enum diag_severity *out);
/* The i-th number of the table, 0 at its end. */
unsigned diag_number(size_t i);
/* The number of a code written BP3104, bp3104 or 3104; 0 if there is no such code. */
unsigned diag_named(const char *text);
/* "did you mean 'BP3104'?" for a code that does not exist, or NULL. */
const char *diag_did_you_mean_code(struct arena *arena, const char *text);
/* True if the code is one that --ignore and waivers may name: a warning or a note. */
bool diag_suppressible(unsigned number);
/* The message of a code with an ellipsis where it names things. */
const char *diag_headline(struct arena *arena, unsigned number);
/* What the codes of its thousand are about: "plan". */
const char *diag_family(unsigned number);
const char *diag_severity_name(enum diag_severity severity); /* "error" */
/* "Measures!D14", "'Measure Data'!D14", without a column "Measures, row 14"; NULL if the place
 * names no cell. */
const char *diag_cell(struct arena *arena, struct place place);

#endif

/* number: how people write numbers. */
#ifndef BASE_NUMBER_H
#define BASE_NUMBER_H

#include "base/arena.h"
#include "base/decimal.h"
#include <stdbool.h>

/* How numbers kept as text are written; declared on the Organization sheet, never guessed. */
enum number_style {
    NUMBER_PLAIN, /* 1234.56: no grouping */
    NUMBER_POINT, /* 1,234.56 */
    NUMBER_COMMA, /* 1.234,56 */
    NUMBER_SPACED /* 1 234,56 with blank, U+00A0, U+202F or U+2009 */
};

/* How the style writes its example, which is also its name on the Organization sheet: "1,234.56".
 */
const char *number_style_name(enum number_style style);
/* Parses text by the style; accepts U+2212 as minus and (5) as -5; *percent tells of a trailing
 * percent sign (the number is not scaled).  Groups must be of three digits. */
enum decimal_parse number_parse(const char *text, enum number_style style, struct decimal *out,
                                bool *percent);
/* True for the cell texts that mean "missing": empty, -, n/a, tbd and their like. */
bool number_missing(const char *text);

/* How a page prints numbers. */
struct number_format {
    const char *decimal_mark;   /* "." */
    const char *group_mark;     /* U+202F narrow no-break space */
    const char *minus;          /* U+2212 */
    unsigned group_from_digits; /* 4: 1 234 */
};

extern const struct number_format number_page_format;

/* Rounded half away from zero to `places`; plus: "+" before positive values. */
const char *number_text(struct arena *arena, const struct number_format *format,
                        struct decimal value, unsigned places, bool plus);

#endif

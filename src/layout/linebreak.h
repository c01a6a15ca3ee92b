/* linebreak: which words share a line.
 *
 * Text is set ragged right (packet-look.md section 2).  A paragraph takes as many lines as it does
 * when each is filled as far as it goes, never more; of the settings with so many lines the least
 * ragged one is taken: the sum of the squares of what is left over at the line ends is smallest.
 * The last line may be short, but not a single short word; in a balanced setting (titles) it
 * counts like the others, and a line that ends with a clause may be shorter than its neighbour: who
 * reads a title reads it line by line.
 *
 * A word may be the first part of a divided one: a line that ends there is longer by its hyphen.
 * Words are divided only where the setting without hyphens would leave a line more than a third
 * empty, or a word would not fit its line; two hyphens one below the other cost extra. */
#ifndef LAYOUT_LINEBREAK_H
#define LAYOUT_LINEBREAK_H

#include "base/arena.h"
#include "base/length.h"
#include "base/vec.h"
#include <stdbool.h>

/* How much of a sentence ends with a word. */
enum linebreak_pause { PAUSE_NONE, PAUSE_COMMA, PAUSE_CLAUSE };

/* What no line end divides. */
struct linebreak_word {
    size_t first, count; /* pieces of the caller */
    mp width, trailing;  /* with its blanks; of which those that vanish at the end of a line */
    mp hyphen;           /* width of the hyphen if a line ends here; 0: no hyphen needed */
    enum linebreak_pause pause;
    bool ends_line;
};

struct linebreak_line {
    size_t end;  /* first word of the next line */
    mp width;    /* without trailing blanks, with its hyphen */
    bool hyphen; /* ends inside a word */
};

/* Work space, used again for each paragraph; zeroed at first. */
struct linebreak {
    VEC(struct linebreak_line) lines; /* the result */
    bool even;                        /* no line but the last is more than a third empty */
    VEC(size_t) next;                 /* of the best setting from each word on */
    VEC(size_t) need;                 /* lines from each word on */
    VEC(int64_t) cost;
};

/* A word wider than the line stands alone on one and reaches over its end: the caller divides it
 * before. */
void linebreak(struct linebreak *work, struct arena *arena, const struct linebreak_word *words,
               size_t count, mp width, bool balanced);

#endif

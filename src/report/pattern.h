/* pattern: the small grammar in which sentences are written.
 *
 *   text           stands as it is
 *   {name}         what is told, written as the language writes it
 *   {#name}        a number of things: in words up to ten; {^name} with a capital
 *   {name=a:x|b:y|other:z}
 *                  x, y or z, by the case of what is told: a choice (up, down), the plural form of
 * a number (one, other), or a number itself (1, 2); x, y and z are patterns too [text]         left
 * out if something it names is missing; what stands in further brackets does not count
 *
 * There is no way to write a brace, a bracket, or inside a choice a bar. */
#ifndef REPORT_PATTERN_H
#define REPORT_PATTERN_H

#include "base/arena.h"
#include "base/vec.h"

enum pattern_kind { PATTERN_TEXT, PATTERN_ARGUMENT, PATTERN_CHOICE, PATTERN_OPTIONAL };

/* How a number is written. */
enum pattern_spelling { SPELLING_FIGURES, SPELLING_WORDS, SPELLING_CAPITAL };

struct pattern_case {
    const char *name;
    const struct pattern *pattern;
};

/* One piece of a sentence; NULL is the empty pattern. */
struct pattern {
    enum pattern_kind kind;
    enum pattern_spelling spelling; /* ARGUMENT */
    const char *text;               /* literal, or the name of what is told */
    VEC(struct pattern_case) cases;
    const struct pattern *inside; /* of the optional part */
    const struct pattern *next;
};

enum { PATTERN_DEPTH = 12 };

/* False if it is not of this grammar; *wrong then points into text to where it fails. */
bool pattern_parse(struct arena *arena, const char *text, const struct pattern **out,
                   const char **wrong);
/* The pattern of a case, or NULL. */
const struct pattern_case *pattern_find(const struct pattern *choice, const char *name);

#endif

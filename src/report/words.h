/* words: every label and sentence of the pages in one language, so that no word stands in code.
 *
 * They come from a catalogue (wordbook.h), and single ones from a template.  A text is a pattern
 * (pattern.h) whose names are {1}, {2}, ...: "{1} {1=one:measure|other:measures}" chooses by the
 * plural form that the language has for the number in {1}; a case may also be the argument itself:
 * {3=0:none|other:{3}}.  {#1} is a number of things in words up to ten, {^1} the same at the
 * beginning of a sentence.  Other names stay, for those who fill them later ({page}).
 * An argument that may be written the other way is isolated, so that the sentence keeps its
 * direction. */
#ifndef REPORT_WORDS_H
#define REPORT_WORDS_H

#include "base/arena.h"
#include "base/date.h"
#include "base/decimal.h"
#include "base/diag.h"
#include "base/number.h"
#include "base/period.h"

struct words; /* a catalogue: key -> text, one language */

/* Filled by wordbook's reader; the language's plural forms must be known (plural.h). */
struct words *words_new(struct arena *arena, struct diags *diags, const char *path,
                        const char *language, const struct number_format *numbers);
/* False if the key was there already (the first text stays).  Texts are not copied: they live as
 * long as the words. */
bool words_add(struct words *words, const char *key, const char *text);
/* Another text for a key that is there; false if it is not. */
bool words_replace(struct words *words, const char *key, const char *text);
bool words_have(const struct words *words, const char *key);

const char *words_language(const struct words *words); /* "fr" */
/* The same language with its region: "fr-CA". */
void words_regional(struct words *words, const char *language);
/* Takes every text apart at once: from then on nothing of the words changes, so that several
 * threads may read them. */
void words_settle(const struct words *words);
/* The keys, as they were added. */
size_t words_total(const struct words *words);
const char *words_key(const struct words *words, size_t i);
/* The key most like this one, or NULL. */
const char *words_near(const struct words *words, const char *key);

/* The text of a key; a missing key is reported as a finding once and shown as the key. */
const char *words_text(const struct words *words, const char *key);
/* Filled: arguments are strings, closed with NULL. */
const char *words_fill(struct arena *arena, const struct words *words, const char *key, ...)
    __attribute__((sentinel));
/* "three" up to twelve (by catalogue), then digits; capital: at the start of a sentence. */
const char *words_count(struct arena *arena, const struct words *words, int n, bool capital);
/* "23 October 2025", "23 Oct", "September 2025", "Q3 2025/26". */
const char *words_date(struct arena *arena, const struct words *words, struct date date);
const char *words_date_short(struct arena *arena, const struct words *words, struct date date,
                             int year_shown); /* year printed if it differs from year_shown */
const char *words_period(struct arena *arena, const struct words *words, struct period period,
                         const struct fiscal *fiscal);
const char *words_month_initial(const struct words *words, int month);
const char *words_month_short(const struct words *words, int month);
/* Weekday and date: "Thursday 23 October 2025". */
const char *words_date_long(struct arena *arena, const struct words *words, struct date date);
/* 1 -> "first" ... by catalogue up to twelve, then "13th". */
const char *words_ordinal(struct arena *arena, const struct words *words, int n);
/* A number as the language's pages print it: "1 234.5", "1.234,5". */
const char *words_number(struct arena *arena, const struct words *words, struct decimal value,
                         unsigned places, bool plus);
/* "a, b and c". */
const char *words_list(struct arena *arena, const struct words *words, const char *const *items,
                       size_t count);

#endif

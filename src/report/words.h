/* words: every label and sentence of the pages, from the template, so that no word stands in code.
 *
 * A sentence may hold {1}, {2}, ... and plural forms: "{1} {1|measure|measures}" picks by the
 * number in {1} (English rule: one / other); three forms are none / one / other.
 * An argument with right-to-left letters is isolated, so that the sentence keeps its direction. */
#ifndef REPORT_WORDS_H
#define REPORT_WORDS_H

#include "base/arena.h"
#include "base/date.h"
#include "base/decimal.h"
#include "base/diag.h"
#include "base/number.h"
#include "base/period.h"

struct words; /* a catalogue: key -> text, one language */

/* Filled by the template's reader. */
struct words *words_new(struct arena *arena, struct diags *diags, const char *path);
/* False if the key was there already (the first text stays). */
bool words_add(struct words *words, const char *key, const char *text);
bool words_have(const struct words *words, const char *key);

/* The text of a key; a missing key is reported as a template finding once and shown as the key. */
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
/* A number as pages print it: thin-space groups, U+2212. */
const char *words_number(struct arena *arena, struct decimal value, unsigned places, bool plus);
/* "a, b and c". */
const char *words_list(struct arena *arena, const struct words *words, const char *const *items,
                       size_t count);

#endif

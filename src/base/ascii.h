/* ascii: character classes and comparison that no locale can change. */
#ifndef BASE_ASCII_H
#define BASE_ASCII_H

#include <stdbool.h>

static inline bool ascii_digit(char c) {
    return c >= '0' && c <= '9';
}

static inline bool ascii_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

static inline bool ascii_letter(char c) {
    return (c >= 'a' && c <= 'z') || ascii_upper(c);
}

static inline char ascii_lower(char c) {
    return ascii_upper(c) ? (char)(c - 'A' + 'a') : c;
}

/* Equal but for the case of A-Z. */
bool ascii_same(const char *a, const char *b);
bool ascii_starts(const char *text, const char *prefix);

#endif

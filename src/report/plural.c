#include "report/plural.h"

#include <assert.h>
#include <stddef.h>
#include <string.h>

/* What the rules look at: the whole part of the absolute value, whether there is a fraction, and
 * how many decimals are seen. */
struct operands {
    int64_t whole;
    bool fraction;
    unsigned places;
};

typedef enum plural plural_fn(const struct operands *number);

#define MILLION INT64_C(1000000)

static enum plural english(const struct operands *number) {
    return number->whole == 1 && number->places == 0 ? PLURAL_ONE : PLURAL_OTHER;
}

static bool whole_millions(const struct operands *number) {
    return number->places == 0 && number->whole != 0 && number->whole % MILLION == 0;
}

static enum plural french(const struct operands *number) {
    if (number->whole <= 1)
        return PLURAL_ONE;
    return whole_millions(number) ? PLURAL_MANY : PLURAL_OTHER;
}

static enum plural spanish(const struct operands *number) {
    if (number->whole == 1 && !number->fraction)
        return PLURAL_ONE;
    return whole_millions(number) ? PLURAL_MANY : PLURAL_OTHER;
}

static enum plural japanese(const struct operands *number) {
    (void)number;
    return PLURAL_OTHER;
}

static enum plural arabic(const struct operands *number) {
    if (number->fraction)
        return PLURAL_OTHER;
    if (number->whole <= 2)
        return (enum plural)number->whole; /* zero, one, two */
    int64_t last = number->whole % 100;
    if (last < 3)
        return PLURAL_OTHER;
    return last <= 10 ? PLURAL_FEW : PLURAL_MANY;
}

#define BIT(form) (1u << (form))

static const struct language {
    const char *tag;
    plural_fn *form;
    unsigned used;
} languages[] = {
    {"en", english, BIT(PLURAL_ONE) | BIT(PLURAL_OTHER)},
    {"de", english, BIT(PLURAL_ONE) | BIT(PLURAL_OTHER)},
    {"fr", french, BIT(PLURAL_ONE) | BIT(PLURAL_MANY) | BIT(PLURAL_OTHER)},
    {"pt", french, BIT(PLURAL_ONE) | BIT(PLURAL_MANY) | BIT(PLURAL_OTHER)},
    {"es", spanish, BIT(PLURAL_ONE) | BIT(PLURAL_MANY) | BIT(PLURAL_OTHER)},
    {"ja", japanese, BIT(PLURAL_OTHER)},
    {"ar", arabic,
     BIT(PLURAL_ZERO) | BIT(PLURAL_ONE) | BIT(PLURAL_TWO) | BIT(PLURAL_FEW) | BIT(PLURAL_MANY) |
         BIT(PLURAL_OTHER)},
};

static const struct language *find(const char *language) {
    size_t length = strcspn(language, "-");
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
        if (strlen(languages[i].tag) == length && memcmp(languages[i].tag, language, length) == 0)
            return &languages[i];
    return NULL;
}

bool plural_known(const char *language) {
    return find(language) != NULL;
}

enum plural plural_of(const char *language, struct decimal value, unsigned places) {
    const struct language *found = find(language);
    assert(found);
    const int64_t micro = decimal_abs(value).micro;
    const struct operands number = {micro / DECIMAL_ONE, micro % DECIMAL_ONE != 0, places};
    return found->form(&number);
}

enum plural plural_ordinal(const char *language, int n) {
    const struct language *found = find(language);
    assert(found);
    if (strcmp(found->tag, "fr") == 0)
        return n == 1 ? PLURAL_ONE : PLURAL_OTHER;
    if (strcmp(found->tag, "en") != 0 || (n % 100 >= 11 && n % 100 <= 13))
        return PLURAL_OTHER;
    return n % 10 == 1   ? PLURAL_ONE
           : n % 10 == 2 ? PLURAL_TWO
           : n % 10 == 3 ? PLURAL_FEW
                         : PLURAL_OTHER;
}

bool plural_used(const char *language, enum plural form, bool ordinal) {
    const struct language *found = find(language);
    assert(found);
    if (!ordinal)
        return (found->used & BIT(form)) != 0;
    if (strcmp(found->tag, "en") == 0)
        return form != PLURAL_ZERO && form != PLURAL_MANY;
    return form == PLURAL_OTHER || (form == PLURAL_ONE && strcmp(found->tag, "fr") == 0);
}

static const char *const names[] = {"zero", "one", "two", "few", "many", "other"};

const char *plural_name(enum plural form) {
    return names[form];
}

bool plural_parse(const char *name, enum plural *out) {
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i], name) == 0) {
            *out = (enum plural)i;
            return true;
        }
    return false;
}

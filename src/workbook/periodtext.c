#include "workbook/periodtext.h"
#include "base/ascii.h"
#include "base/utf8.h"
#include <string.h>

#define WORDS      3
#define WORD_BYTES 24

static const struct {
    const char *language;
    const char *months; /* ;-list, lower case but for letters beyond ASCII */
} month_names[] = {
    {"en", "january;february;march;april;may;june;july;august;september;october;november;december"},
    {"de",
     "januar;februar;m\u00e4rz;april;mai;juni;juli;august;september;oktober;november;dezember"},
    {"fr", "janvier;f\u00e9vrier;mars;avril;mai;juin;juillet;ao\u00fbt;septembre;octobre;novembre;"
           "d\u00e9cembre"},
    {"es", "enero;febrero;marzo;abril;mayo;junio;julio;agosto;septiembre;octubre;noviembre;"
           "diciembre"},
    {"it", "gennaio;febbraio;marzo;aprile;maggio;giugno;luglio;agosto;settembre;ottobre;novembre;"
           "dicembre"},
    {"nl", "januari;februari;maart;april;mei;juni;juli;augustus;september;oktober;november;"
           "december"},
    {"sv", "januari;februari;mars;april;maj;juni;juli;augusti;september;oktober;november;december"},
    {"da", "januar;februar;marts;april;maj;juni;juli;august;september;oktober;november;december"},
    {"nb", "januar;februar;mars;april;mai;juni;juli;august;september;oktober;november;desember"},
    {"no", "januar;februar;mars;april;mai;juni;juli;august;september;oktober;november;desember"},
    {"pt", "janeiro;fevereiro;mar\u00e7o;abril;maio;junho;julho;agosto;setembro;outubro;novembro;"
           "dezembro"},
};

struct words {
    char word[WORDS][WORD_BYTES];
    int count;
};

/* First byte of the letters from U+00C0 to U+00FF, whose second byte tells capitals: \u00c9. */
#define LATIN_1 '\xC3'

static char lower_accent(char c) {
    unsigned char byte = (unsigned char)c;
    return byte >= 0x80 && byte <= 0x9E && byte != 0x97 ? (char)(byte + 0x20) : c;
}

static bool divides(uint32_t rune) {
    return utf8_space(rune) || rune == '-' || rune == '.' || rune == '/' || rune == '\'' ||
           rune == ',' || rune == 0x2019 || rune == 0x2010 || rune == 0x2011 || rune == 0x2013;
}

/* The text in words, in lower case; false if there are more, or longer ones, than a period has. */
static bool split(const char *text, struct words *words) {
    size_t length = strlen(text), used = 0;
    *words = (struct words){.count = 0};
    for (size_t at = 0; at < length;) {
        size_t from = at;
        uint32_t rune = utf8_next(text, length, &at);
        if (divides(rune)) {
            words->count += used > 0;
            used = 0;
            continue;
        }
        if (words->count == WORDS || used + (at - from) >= WORD_BYTES) {
            return false;
        }
        for (bool accented = false; from < at; from++) {
            char c = accented ? lower_accent(text[from]) : ascii_lower(text[from]);
            accented = text[from] == LATIN_1;
            words->word[words->count][used++] = c;
        }
    }
    words->count += used > 0;
    return true;
}

/* 1..12 if the word is the name of a month, or enough of one to tell it from the others. */
static int month_in(const char *names, const char *word) {
    int found = 0, number = 0;
    size_t length = strlen(word);
    while (*names) {
        size_t name = strcspn(names, ";");
        number++;
        if (length <= name && strncmp(names, word, length) == 0) {
            if (length == name) {
                return number;
            }
            found = found ? -1 : number;
        }
        names += name + (names[name] == ';');
    }
    return found > 0 && utf8_runes(word) >= 3 ? found : 0;
}

/* Short forms that programs write and that are not the beginning of the name. */
static int short_month(const char *word, const char *language) {
    static const struct {
        const char *language, *word;
        int month;
    } forms[] = {{"", "sept", 9},        {"de", "mrz", 3},         {"nl", "mrt", 3},
                 {"es", "setiembre", 9}, {"de", "j\u00e4nner", 1}, {"de", "feber", 2}};
    for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++) {
        if (strcmp(word, forms[i].word) == 0 &&
            (!forms[i].language[0] || (language && ascii_starts(language, forms[i].language)))) {
            return forms[i].month;
        }
    }
    return 0;
}

static int month_of(const char *word, const char *language) {
    int short_form = short_month(word, language);
    if (short_form) {
        return short_form;
    }
    int month = month_in(month_names[0].months, word);
    for (size_t i = 1; month == 0 && language && i < sizeof month_names / sizeof month_names[0];
         i++) {
        if (ascii_starts(language, month_names[i].language)) {
            month = month_in(month_names[i].months, word);
        }
    }
    return month;
}

/* A year of two or four digits, perhaps after FY; 0 if it is none. */
static int year_of(const char *word, bool *fiscal) {
    *fiscal = word[0] == 'f' && word[1] == 'y';
    word += *fiscal ? 2 : 0;
    size_t digits = strspn(word, "0123456789");
    if (word[digits] != '\0' || (digits != 2 && digits != 4)) {
        return 0;
    }
    int year = 0;
    for (size_t i = 0; i < digits; i++) {
        year = year * 10 + (word[i] - '0');
    }
    return digits == 2 ? 2000 + year : year;
}

/* True where quarters are trimesters and halves semesters: T1, S1. */
static bool trimesters(const char *language) {
    return language && (ascii_starts(language, "fr") || ascii_starts(language, "es") ||
                        ascii_starts(language, "it") || ascii_starts(language, "pt"));
}

/* q1..q4, h1, h2 in upper case, or NULL. */
static const char *part_of(const char *word, const char *language) {
    static const char *const parts[] = {"Q1", "Q2", "Q3", "Q4", "H1", "H2"};
    static const char *const local[] = {"T1", "T2", "T3", "T4", "S1", "S2"};
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        if (ascii_same(parts[i], word) || (trimesters(language) && ascii_same(local[i], word))) {
            return parts[i];
        }
    }
    return NULL;
}

static void put_digits(char *out, int value, int digits) {
    for (int i = digits - 1; i >= 0; i--, value /= 10) {
        out[i] = (char)('0' + value % 10);
    }
}

/* "FY 26 Q1" has the year apart: as "FY26 Q1". */
static void join_fiscal(struct words *words) {
    if (words->count == WORDS && strcmp(words->word[0], "fy") == 0 && strlen(words->word[1]) <= 4) {
        memmove(words->word[0] + 2, words->word[1], strlen(words->word[1]) + 1);
        memmove(words->word[1], words->word[2], WORD_BYTES);
        words->count = 2;
    }
}

struct parts {
    int year;
    bool fiscal;
    const char *other; /* month, quarter or half; NULL: a fiscal year alone */
};

/* A year first or last, and what stands beside it. */
static bool read_parts(const struct words *words, struct parts *parts) {
    *parts = (struct parts){.year = 0};
    if (words->count > 2) {
        return false;
    }
    if (words->count == 1) {
        parts->year = year_of(words->word[0], &parts->fiscal);
        return parts->year && parts->fiscal; /* "26" alone is no year */
    }
    bool first = year_of(words->word[0], &parts->fiscal) != 0;
    parts->year = year_of(words->word[first ? 0 : 1], &parts->fiscal);
    parts->other = words->word[first ? 1 : 0];
    return parts->year != 0;
}

bool periodtext_parse(const char *text, const struct fiscal *fiscal, const char *language,
                      struct period *out) {
    if (period_parse(text, fiscal, out)) {
        return true;
    }
    struct words words;
    if (!split(text, &words) || words.count < 1) {
        return false;
    }
    join_fiscal(&words);
    struct parts parts;
    if (!read_parts(&words, &parts)) {
        return false;
    }
    char plain[16] = "FY0000";
    put_digits(plain + 2, parts.year, 4);
    if (parts.other) {
        int month = parts.fiscal ? 0 : month_of(parts.other, language);
        const char *part = part_of(parts.other, language);
        if (!month && !part) {
            return false;
        }
        plain[6] = '-';
        if (part) {
            memcpy(plain + 7, part, 3);
        } else {
            put_digits(plain + 7, month, 2);
        }
    }
    return period_parse(parts.fiscal ? plain : plain + 2, fiscal, out);
}

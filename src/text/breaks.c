#include "text/breaks.h"

#include "base/ascii.h"
#include "base/textbuf.h"
#include "base/utf8.h"
#include "text/latinbreaks.h"
#include "text/thai.h"
#include <linebreak.h>
#include <string.h>

/* A word of the text: bytes from..to. */
struct token {
    const char *start;
    size_t length;
};

static const char *const units[] = {
    "%",     "\u2030", "m",       "bn",     "k",     "mn",   "million",  "billion", "thousand",
    "h",     "hrs",    "hours",   "hour",   "min",   "s",    "d",        "days",    "day",
    "weeks", "week",   "months",  "month",  "years", "year", "quarters", "FTE",     "FTEs",
    "pts",   "pt",     "points",  "pp",     "kg",    "g",    "t",        "km",      "l",
    "L",     "ml",     "\u00B0C", "\u00B0", "CAD",   "EUR",  "USD",      "GBP",     "CHF",
    "AUD",   "NZD",    "SEK",     "NOK",    "DKK",   "PLN",  "CZK",      "JPY",     "\u20AC"};
/* Of the other languages that have catalogues; a stop behind them is not looked at. */
static const char *const other_units[] = {
    "Mio",     "Mrd",     "Mds",     "heures",  "heure",  "Stunden",  "Stunde",  "horas",
    "hora",    "minutes", "Minuten", "minutos", "jours",  "jour",     "Tage",    "Tagen",
    "Tag",     "días",    "día",     "dias",    "dia",    "semaines", "semaine", "Wochen",
    "Woche",   "semanas", "semana",  "mois",    "Monate", "Monaten",  "Monat",   "meses",
    "mes",     "mês",     "ans",     "Jahre",   "Jahren", "Jahr",     "años",    "año",
    "anos",    "ano",     "ETP",     "ETC",     "VZÄ",    "Punkte",   "puntos",  "pontos",
    "percent", "litres",  "liters",  "Liter",   "litros"};
static const char *const months[] = {"Jan",  "January", "Feb",    "February", "Mar",  "March",
                                     "Apr",  "April",   "May",    "Jun",      "June", "Jul",
                                     "July", "Aug",     "August", "Sep",      "Sept", "September",
                                     "Oct",  "October", "Nov",    "November", "Dec",  "December"};
/* Of the other languages that have catalogues; short ones with their stop, where it is written,
 * since without it some are words: "12 out of 20". */
static const char *const other_months[] = {
    "janvier", "février",   "mars",      "avril",    "mai",      "juin",     "juillet",
    "août",    "septembre", "octobre",   "novembre", "décembre", "janv.",    "févr.",
    "avr.",    "juil.",     "sept.",     "oct.",     "nov.",     "déc.",     "Januar",
    "Februar", "März",      "Juni",      "Juli",     "Oktober",  "Dezember", "Jan.",
    "Feb.",    "Apr.",      "Aug.",      "Okt.",     "Dez.",     "enero",    "febrero",
    "marzo",   "abril",     "mayo",      "junio",    "julio",    "agosto",   "septiembre",
    "octubre", "noviembre", "diciembre", "ene",      "abr",      "ago",      "dic",
    "janeiro", "fevereiro", "março",     "maio",     "junho",    "julho",    "setembro",
    "outubro", "novembro",  "dezembro",  "fev.",     "mar.",     "abr.",     "jun.",
    "jul.",    "ago.",      "set.",      "out.",     "يناير",    "فبراير",   "مارس",
    "أبريل",   "مايو",      "يونيو",     "يوليو",    "أغسطس",    "سبتمبر",   "أكتوبر",
    "نوفمبر",  "ديسمبر"};
static const char *const callers[] = {"page",     "pages",   "p.",   "pp.",     "figure", "table",
                                      "chart",    "section", "no.",  "item",    "note",   "step",
                                      "appendix", "annex",   "week", "quarter", "version"};
static const char *const pairs[][2] = {{"on", "track"},   {"on", "target"},     {"off", "track"},
                                       {"off", "target"}, {"at", "risk"},       {"no", "data"},
                                       {"not", "due"},    {"not", "applicable"}};

static bool token_is(struct token token, const char *word) {
    for (size_t i = 0; i < token.length; i++)
        if (word[i] == '\0' || ascii_lower(word[i]) != ascii_lower(token.start[i]))
            return false;
    return word[token.length] == '\0';
}

static bool token_among(struct token token, const char *const *words, size_t count) {
    const char first = token.length ? ascii_lower(token.start[0]) : '\0';
    for (size_t i = 0; i < count; i++)
        if (ascii_lower(words[i][0]) == first && token_is(token, words[i]))
            return true;
    return false;
}

#define AMONG(token, words) token_among(token, words, sizeof words / sizeof *words)

/* The controls around a part of a sentence that reads the other way: U+2066 to U+2069. */
static struct token unwrapped(struct token token) {
    while (token.length >= 3 && memcmp(token.start, "\xE2\x81", 2) == 0 &&
           (unsigned char)token.start[2] >= 0xA6 && (unsigned char)token.start[2] <= 0xA9) {
        token.start += 3;
        token.length -= 3;
    }
    while (token.length >= 3 && memcmp(token.start + token.length - 3, "\xE2\x81", 2) == 0 &&
           (unsigned char)token.start[token.length - 1] >= 0xA6 &&
           (unsigned char)token.start[token.length - 1] <= 0xA9)
        token.length -= 3;
    return token;
}

static bool is_stop(char c) {
    return c == '.' || c == ',' || c == ';' || c == ':' || c == '!' || c == '?' || c == ')';
}

/* The blank of French between a word and its mark: U+00A0 or U+202F. */
static size_t fixed_blank(struct token token) {
    const char *end = token.start + token.length;
    if (token.length > 2 && memcmp(end - 2, "\xC2\xA0", 2) == 0)
        return 2;
    return token.length > 3 && memcmp(end - 3, "\xE2\x80\xAF", 3) == 0 ? 3 : 0;
}

/* Punctuation around a word is not part of it. */
static struct token bare(struct token token) {
    const size_t whole = token.length;
    while (token.length && is_stop(token.start[token.length - 1]) && !token_is(token, "p.") &&
           !token_is(token, "pp.") && !token_is(token, "no."))
        token.length--;
    if (token.length < whole)
        token.length -= fixed_blank(token);
    while (token.length && token.start[0] == '(') {
        token.start++;
        token.length--;
    }
    return token;
}

static bool starts_number(struct token token) {
    if (!token.length)
        return false;
    if (token.length > 3 && memcmp(token.start, "\xE2\x88\x92", 3) == 0) /* minus */
        return ascii_digit(token.start[3]);
    size_t sign = token.start[0] == '+' || token.start[0] == '-';
    return token.length > sign && ascii_digit(token.start[sign]);
}

/* A figure such as 12, -3.5, 1,200: ends in a digit too. */
static bool is_number(struct token token) {
    return starts_number(token) && ascii_digit(token.start[token.length - 1]);
}

static bool is_day(struct token token) {
    return token.length <= 2 && is_number(token);
}

static bool is_currency(struct token token) {
    return token.length == 3 && ascii_upper(token.start[0]) && ascii_upper(token.start[1]) &&
           ascii_upper(token.start[2]);
}

/* "22 octobre", "22. Oktober", "22 de octubre", "1er mars", "1º de março": `day` is not followed by
 * more than a stop.  Both words with their punctuation, and without. */
static bool is_date(struct token left, struct token right, struct token day, struct token month) {
    static const char *const firsts[] = {"1er", "1º"};
    if (token_is(day, "de"))
        return AMONG(month, other_months);
    if (!is_day(day) && !AMONG(day, firsts))
        return false;
    return AMONG(right, other_months) || AMONG(month, other_months) ||
           (day.length == left.length && token_is(month, "de"));
}

static bool is_year(struct token token) {
    return token.length == 4 && is_number(token) &&
           (memcmp(token.start, "19", 2) == 0 || memcmp(token.start, "20", 2) == 0);
}

/* "November 2026", "nov. 2026", "de 2026", "octubre de": both words with their punctuation, and
 * without. */
static bool has_year(struct token left, struct token month, struct token year) {
    if (token_is(year, "de"))
        return AMONG(left, other_months);
    if (!is_year(year))
        return false;
    const bool ended = month.start + month.length != left.start + left.length;
    return AMONG(left, other_months) || (!ended && (token_is(month, "de") || AMONG(month, months) ||
                                                    AMONG(month, other_months)));
}

/* Marks that must not begin a line: middle dot, dashes. */
static bool leads_badly(struct token token) {
    return (token.length == 2 && memcmp(token.start, "\xC2\xB7", 2) == 0) ||
           (token.length == 3 && (memcmp(token.start, "\xE2\x80\x93", 3) == 0 ||
                                  memcmp(token.start, "\xE2\x80\x94", 3) == 0));
}

/* "page 15", "Appendix A1": b is a number or an id that ends in a digit. */
static bool calls(struct token a, struct token b) {
    return b.length && ascii_digit(b.start[b.length - 1]) &&
           (is_number(b) || ascii_upper(b.start[0])) && AMONG(a, callers);
}

static bool is_status(struct token a, struct token b) {
    if (a.length > 3)
        return false;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (token_is(a, pairs[i][0]) && token_is(b, pairs[i][1]))
            return true;
    return false;
}

static bool begins_status(struct token token) {
    const char first = ascii_lower(token.start[0]);
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (pairs[i][0][0] == first && token_is(token, pairs[i][0]))
            return true;
    return false;
}

/* Two words of letters of which belong_together() is false at a glance: no "de" (nor behind it), no
 * short one of a status in front, no digit at the end. */
static bool strangers(struct token left, struct token right) {
    if (!left.length || !right.length || !ascii_letter(left.start[0]) ||
        !ascii_letter(right.start[0]))
        return false;
    if (ascii_lower(left.start[0]) == 'd' && left.length > 1 && ascii_lower(left.start[1]) == 'e')
        return false;
    if (left.length <= 3 && begins_status(left))
        return false;
    if (right.length == 2 && token_is(right, "de"))
        return false;
    const size_t last = right.length - 1;
    return ascii_letter(right.start[last]) ||
           (last > 0 && is_stop(right.start[last]) && ascii_letter(right.start[last - 1]));
}

/* True if a line must not end between two words.  Each test begins with what is cheap and seldom
 * true: this runs at every blank. */
static bool belong_together(struct token left, struct token right) {
    left = unwrapped(left);
    right = unwrapped(right);
    if (strangers(left, right))
        return false;
    struct token a = bare(left), b = bare(right);
    if (leads_badly(right) || is_date(left, right, a, b) || has_year(left, a, b))
        return true;
    /* "5. May" is the end of a sentence and the next. */
    if (a.start + a.length != left.start + left.length)
        return false;
    return (is_number(a) && (AMONG(b, units) || AMONG(b, other_units))) ||
           (is_day(a) && AMONG(b, months)) || (is_currency(a) && starts_number(b)) || calls(a, b) ||
           is_status(a, b);
}

static struct token token_before(const char *text, size_t at) {
    size_t from = at;
    while (from > 0 && text[from - 1] != ' ')
        from--;
    return (struct token){text + from, at - from};
}

static struct token token_after(const char *text, size_t bytes, size_t at) {
    size_t to = at;
    while (to < bytes && text[to] != ' ')
        to++;
    return (struct token){text + at, to - at};
}

/* The blank at `at` stands between two words that belong together.  `last` is the word behind the
 * blank that was asked for last: no word is looked through twice. */
static bool blank_binds(const char *text, size_t bytes, size_t at, struct token *last) {
    if (at == 0 || at + 1 >= bytes || text[at - 1] == ' ' || text[at + 1] == ' ')
        return false;
    const bool next = last->start && last->start + last->length == text + at;
    const struct token before = next ? *last : token_before(text, at);
    *last = token_after(text, bytes, at + 1);
    return belong_together(before, *last);
}

/* What stands between the last blank and a hyphen. */
struct prefix {
    size_t from, to;
    bool digit; /* there is one in it */
};

/* The hyphen at `at` is inside an id, a date or a short prefix: F1-A, 2025-10-23, re-plan.  `last`
 * is what stands before the one that was asked for last: no word is looked through twice. */
static bool hyphen_binds(const char *text, size_t bytes, size_t at, struct prefix *last) {
    struct prefix now = {.from = at, .to = at};
    while (now.from > last->to && text[now.from - 1] != ' ')
        now.digit |= ascii_digit(text[--now.from]);
    if (now.from == last->to) {
        now.from = last->from;
        now.digit |= last->digit;
    }
    *last = now;
    const size_t ahead = bytes - at - 1;
    return at - now.from <= 2 || now.digit || ahead <= 2 || memchr(text + at + 1, ' ', 3) ||
           ascii_digit(text[at + 1]);
}

/* Thin and narrow blanks that group the digits of a number: E2 80 89 and E2 80 AF. */
static bool groups_digits(const char *text, size_t bytes, size_t last) {
    if (last < 3 || last + 1 >= bytes || (unsigned char)text[last - 2] != 0xE2 ||
        (unsigned char)text[last - 1] != 0x80)
        return false;
    unsigned char c = (unsigned char)text[last];
    return (c == 0x89 || c == 0xAF) && ascii_digit(text[last - 3]);
}

static bool soft_hyphen(const char *text, size_t last) {
    return last > 0 && (unsigned char)text[last] == 0xAD && (unsigned char)text[last - 1] == 0xC2;
}

/* Small kana and the mark of a long vowel: no line of Japanese begins with one. */
static bool small_kana(const char *text, size_t bytes, size_t at) {
    static const uint8_t small[] = {0x41, 0x43, 0x45, 0x47, 0x49, 0x63,
                                    0x83, 0x85, 0x87, 0x8E, 0x95, 0x96};
    if (at >= bytes || (unsigned char)text[at] != 0xE3)
        return false;
    const uint32_t rune = utf8_next(text, bytes, &at);
    if (rune == 0x30FC || (rune >= 0x31F0 && rune <= 0x31FF))
        return true;
    for (size_t i = 0; i < sizeof small; i++)
        if (rune == 0x3000u + small[i] || rune == 0x3060u + small[i])
            return true;
    return false;
}

/* "10月8日", "5件": a figure keeps what it counts, and a month its day. */
static bool counts(const char *text, size_t bytes, size_t i) {
    static const char counters[] = "年月日件点分人名回期週時万億";
    enum { WIDTH = 3 };
    if (i + 1 < bytes && ascii_digit(text[i + 1]))
        return i + 1 >= WIDTH && memcmp(text + i + 1 - WIDTH, "月", WIDTH) == 0;
    if (!ascii_digit(text[i]) || i + WIDTH >= bytes)
        return false;
    for (size_t k = 0; k + WIDTH < sizeof counters; k += WIDTH)
        if (memcmp(text + i + 1, counters + k, WIDTH) == 0)
            return true;
    return false;
}

/* What was looked through up to now. */
struct progress {
    struct token word;
    struct prefix prefix;
};

static bool house_forbids(const char *text, size_t bytes, size_t i, struct progress *progress) {
    if (text[i] == ' ')
        return blank_binds(text, bytes, i, &progress->word);
    if (i + 1 < bytes && text[i + 1] == '%') /* also behind a figure that is a part of its own */
        return true;
    if (text[i] == '-')
        return hyphen_binds(text, bytes, i, &progress->prefix);
    return groups_digits(text, bytes, i) || counts(text, bytes, i) ||
           small_kana(text, bytes, i + 1);
}

/* Fills a table of the library, once, before anybody else runs. */
__attribute__((constructor)) static void prepare_library(void) {
    init_linebreak();
}

/* The bytes of the character at `at`, if the library's tables lack it (it then fails an assertion
 * of its own): the letters of flags, U+1F1E6 to U+1F1FF, and U+FFFF. */
static size_t untold(const char *text, size_t bytes, size_t at) {
    if ((unsigned char)text[at] < 0xEF)
        return 0;
    if (at + 4 <= bytes && memcmp(text + at, "\xF0\x9F\x87", 3) == 0)
        return (unsigned char)text[at + 3] >= 0xA6 ? 4 : 0;
    return at + 3 <= bytes && memcmp(text + at, "\xEF\xBF\xBF", 3) == 0 ? 3 : 0;
}

/* The library looks at the text, in parts if there is something in it that it does not bear. */
static void find_by_library(const char *text, size_t bytes, const char *language, uint8_t *kinds) {
    for (size_t from = 0, to = 0; from < bytes; from = to) {
        size_t skipped = 0;
        while (to < bytes && (skipped = untold(text, bytes, to)) == 0)
            to++;
        if (to > from)
            set_linebreaks_utf8((const utf8_t *)text + from, to - from, language,
                                (char *)kinds + from);
        if (to > from && to < bytes && text[to - 1] != '\n') /* which it took for the text's end */
            kinds[to - 1] = text[to - 1] == ' ' ? LINEBREAK_ALLOWBREAK : LINEBREAK_NOBREAK;
        memset(kinds + to, LINEBREAK_NOBREAK, skipped);
        to += skipped;
    }
}

/* UAX #14.  False if there is nothing but Latin in the text. */
static bool find_all(const char *text, size_t bytes, const char *language, uint8_t *kinds) {
    if (latinbreaks_find(text, bytes, kinds))
        return false;
    find_by_library(text, bytes, language ? language : "en", kinds);
    for (size_t i = 0; i < bytes; i++)
        kinds[i] = kinds[i] == LINEBREAK_MUSTBREAK    ? BREAK_MUST
                   : kinds[i] == LINEBREAK_ALLOWBREAK ? BREAK_MAY
                                                      : BREAK_NO;
    return true;
}

void breaks_find(const char *text, size_t bytes, const char *language, struct thai *thai,
                 uint8_t *kinds) {
    if (bytes == 0)
        return;
    const bool foreign = find_all(text, bytes, language, kinds);
    struct progress progress = {{0}, {0}};
    for (size_t i = 0; i < bytes; i++) {
        if (kinds[i] != BREAK_MAY)
            continue;
        if (house_forbids(text, bytes, i, &progress))
            kinds[i] = BREAK_NO;
        else if (soft_hyphen(text, i))
            kinds[i] = BREAK_HYPHEN;
    }
    if (foreign && thai)
        thai_find(thai, text, bytes, kinds);
    /* The end of the text is the caller's to judge, unless it is a line feed. */
    if (text[bytes - 1] != '\n')
        kinds[bytes - 1] = BREAK_MAY;
}

void breaks_keep_figures(const char *text, size_t bytes, uint8_t *kinds) {
    enum { SHORT = 3 };
    size_t digits = 0;
    for (size_t i = 0; i < bytes; i++) {
        if (text[i] == ' ' && digits > 0 && digits <= SHORT && kinds[i] == BREAK_MAY)
            kinds[i] = BREAK_NO;
        const bool begins = i == 0 || text[i - 1] == ' ';
        digits = ascii_digit(text[i]) && (digits > 0 || begins) ? digits + 1 : 0;
    }
}

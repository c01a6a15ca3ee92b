#include "report/words.h"

#include "base/ascii.h"
#include "base/idmap.h"
#include "base/textbuf.h"
#include "base/vec.h"
#include "layout/mirror.h"
#include "report/pattern.h"
#include "report/plural.h"
#include "text/bidi.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A word is taken apart when it is filled for the first time. */
struct word {
    const char *text;
    const struct pattern *pattern;
    bool parsed;
};

struct words {
    struct arena *arena;
    struct diags *diags;
    const char *path, *language;
    bool from_right;
    struct number_format numbers;
    struct idmap *keys;
    struct idmap *reported;
    VEC(struct word) texts;
};

enum { ARGUMENTS = 9 };

struct words *words_new(struct arena *arena, struct diags *diags, const char *path,
                        const char *language, const struct number_format *numbers) {
    struct words *words = arena_alloc(arena, sizeof *words);
    words->arena = arena;
    words->diags = diags;
    words->path = path;
    words->language = language;
    words->from_right = mirror_language(language);
    words->numbers = *numbers;
    words->keys = idmap_new(arena);
    words->reported = idmap_new(arena);
    return words;
}

bool words_add(struct words *words, const char *key, const char *text) {
    if (idmap_put(words->keys, key, words->texts.count) != words->texts.count)
        return false;
    vec_push(words->arena, &words->texts, ((struct word){text, NULL, false}));
    return true;
}

bool words_replace(struct words *words, const char *key, const char *text) {
    size_t at = idmap_find(words->keys, key);
    if (at == IDMAP_NONE)
        return false;
    words->texts.items[at] = (struct word){text, NULL, false};
    return true;
}

const char *words_language(const struct words *words) {
    return words->language;
}

void words_regional(struct words *words, const char *language) {
    words->language = language;
}

size_t words_total(const struct words *words) {
    return words->texts.count;
}

const char *words_key(const struct words *words, size_t i) {
    return idmap_key(words->keys, i);
}

const char *words_near(const struct words *words, const char *key) {
    return idmap_nearest(words->keys, key);
}

bool words_have(const struct words *words, const char *key) {
    return idmap_find(words->keys, key) != IDMAP_NONE;
}

const char *words_text(const struct words *words, const char *key) {
    size_t at = idmap_find(words->keys, key);
    if (at != IDMAP_NONE)
        return words->texts.items[at].text;
    size_t seen = idmap_count(words->reported);
    if (idmap_put(words->reported, key, seen) == seen)
        diag_report(words->diags, BP5010, (struct place){.file = words->path}, key, NULL);
    return arena_strdup(words->arena, key);
}

struct filling {
    const struct words *words;
    struct textbuf *out;
    const char *const *arguments;
};

/* What {1} to {9} stand for, "" beyond the last; NULL for other names. */
static const char *argument_of(const struct filling *filling, const char *name) {
    if (!ascii_digit(name[0]) || name[0] == '0' || name[1])
        return NULL;
    const char *argument = filling->arguments[name[0] - '1'];
    return argument ? argument : "";
}

/* A name written the other way must not turn the sentence round it: it is isolated.  In a language
 * written from right to left so is every part: a date keeps its order, and so does a number with
 * its sign; left to itself, a part that begins with an isolate would be read from the left. */
static void put_isolated(struct textbuf *out, const struct words *words, const char *text) {
    const char *open = "";
    if (*text && words->from_right)
        open = bidi_has_right(text, strlen(text)) ? "\u2067" : "\u2066";
    else if (bidi_needed(text, strlen(text)))
        open = "\u2068";
    textbuf_str(out, open);
    textbuf_str(out, text);
    textbuf_str(out, *open ? "\u2069" : "");
}

/* The case that is the argument itself, else the plural form of the number it is, else `other`. */
static const struct pattern_case *choose(const struct filling *filling,
                                         const struct pattern *choice, const char *argument) {
    const struct pattern_case *found = pattern_find(choice, argument);
    struct decimal number;
    if (!found && decimal_parse(argument, strlen(argument), &number) == DECIMAL_OK) {
        const char *point = strchr(argument, '.');
        unsigned places = point ? (unsigned)strlen(point + 1) : 0;
        found =
            pattern_find(choice, plural_name(plural_of(filling->words->language, number, places)));
    }
    return found ? found : pattern_find(choice, "other");
}

/* A number of things in words, if it is one and the catalogue has a word for it. */
static const char *spelled(const struct filling *filling, enum pattern_spelling spelling,
                           const char *argument) {
    enum { DIGITS_MOST = 3 };
    const size_t digits = strspn(argument, "0123456789");
    if (spelling == SPELLING_FIGURES || digits == 0 || digits > DIGITS_MOST || argument[digits])
        return argument;
    int n = 0;
    for (size_t i = 0; i < digits; i++)
        n = n * 10 + (argument[i] - '0');
    return words_count(filling->out->arena, filling->words, n, spelling == SPELLING_CAPITAL);
}

static void fill_run(const struct filling *filling, const struct pattern *pattern);

static void fill_piece(const struct filling *filling, const struct pattern *pattern) {
    if (pattern->kind == PATTERN_TEXT) {
        textbuf_str(filling->out, pattern->text);
        return;
    }
    if (pattern->kind == PATTERN_OPTIONAL) {
        fill_run(filling, pattern->inside);
        return;
    }
    const char *argument = argument_of(filling, pattern->text);
    if (!argument) {
        textbuf_printf(filling->out, "{%s}", pattern->text); /* filled later: a page number */
    } else if (pattern->kind == PATTERN_ARGUMENT) {
        put_isolated(filling->out, filling->words, spelled(filling, pattern->spelling, argument));
    } else {
        const struct pattern_case *chosen = choose(filling, pattern, argument);
        fill_run(filling, chosen ? chosen->pattern : NULL);
    }
}

static void fill_run(const struct filling *filling, const struct pattern *pattern) {
    for (; pattern; pattern = pattern->next)
        fill_piece(filling, pattern);
}

static const struct pattern *parsed(const struct words *words, size_t at) {
    struct word *word = &words->texts.items[at];
    const char *wrong;
    if (word->parsed)
        return word->pattern;
    if (!pattern_parse(words->arena, word->text, &word->pattern, &wrong))
        word->pattern = NULL;
    word->parsed = true;
    return word->pattern;
}

/* NULL if the word is missing, or not written as it should be: it is shown as it stands. */
static const struct pattern *pattern_of(const struct words *words, const char *key) {
    size_t at = idmap_find(words->keys, key);
    return at == IDMAP_NONE ? NULL : parsed(words, at);
}

void words_settle(const struct words *words) {
    for (size_t i = 0; i < words->texts.count; i++)
        parsed(words, i);
}

const char *words_fill(struct arena *arena, const struct words *words, const char *key, ...) {
    const char *arguments[ARGUMENTS] = {NULL};
    va_list list;
    va_start(list, key);
    for (size_t i = 0; i < ARGUMENTS; i++) {
        arguments[i] = va_arg(list, const char *);
        if (!arguments[i])
            break;
    }
    va_end(list);
    struct textbuf out;
    textbuf_init(&out, arena);
    const struct pattern *pattern = pattern_of(words, key);
    if (!pattern)
        return words_text(words, key);
    const struct filling filling = {words, &out, arguments};
    fill_run(&filling, pattern);
    return textbuf_finish(&out);
}

/* Catalogue entry "<family>.<n>", or NULL if there is none. */
static const char *numbered(const struct words *words, const char *family, int n) {
    enum { KEY_BYTES = 48 };
    char key[KEY_BYTES];
    int length = snprintf(key, sizeof key, "%s.%d", family, n);
    assert(length > 0 && length < KEY_BYTES);
    return words_have(words, key) ? words_text(words, key) : NULL;
}

const char *words_count(struct arena *arena, const struct words *words, int n, bool capital) {
    const char *word = numbered(words, "count", n);
    if (!word)
        return arena_printf(arena, "%d", n);
    if (!capital)
        return word;
    const char *first = numbered(words, "Count", n);
    return first ? first : word;
}

const char *words_ordinal(struct arena *arena, const struct words *words, int n) {
    const char *word = numbered(words, "ordinal", n);
    if (word)
        return word;
    return words_fill(arena, words, "ordinal.other", arena_printf(arena, "%d", n), NULL);
}

const char *words_date(struct arena *arena, const struct words *words, struct date date) {
    return words_fill(arena, words, "date", arena_printf(arena, "%d", date.day),
                      numbered(words, "month", date.month), arena_printf(arena, "%d", date.year),
                      NULL);
}

const char *words_date_long(struct arena *arena, const struct words *words, struct date date) {
    return words_fill(arena, words, "date.long", numbered(words, "weekday", date_weekday(date) + 1),
                      words_date(arena, words, date), NULL);
}

const char *words_date_short(struct arena *arena, const struct words *words, struct date date,
                             int year_shown) {
    const char *key = date.year == year_shown ? "date.short" : "date.short.year";
    return words_fill(arena, words, key, arena_printf(arena, "%d", date.day),
                      words_month_short(words, date.month), arena_printf(arena, "%d", date.year),
                      NULL);
}

static const char *period_part(struct arena *arena, const struct words *words, struct period period,
                               const struct fiscal *fiscal) {
    struct date first = period_first(period);
    char year[16];
    period_fiscal_year(first, fiscal, year);
    int months = 12 / period_per_year(period.frequency);
    int into = (first.month - fiscal->start_month + 12) % 12;
    const char *key = period.frequency == FREQUENCY_QUARTERLY     ? "period.quarter"
                      : period.frequency == FREQUENCY_HALF_YEARLY ? "period.half"
                                                                  : "period.year";
    return words_fill(arena, words, key, arena_printf(arena, "%d", into / months + 1),
                      arena_strdup(arena, year), NULL);
}

const char *words_period(struct arena *arena, const struct words *words, struct period period,
                         const struct fiscal *fiscal) {
    struct date first = period_first(period);
    switch (period.frequency) {
    case FREQUENCY_NONE:
        return words_text(words, "missing");
    case FREQUENCY_WEEKLY:
        return words_fill(arena, words, "period.week", words_date_short(arena, words, first, 0),
                          NULL);
    case FREQUENCY_MONTHLY:
        return words_fill(arena, words, "period.month", numbered(words, "month", first.month),
                          arena_printf(arena, "%d", first.year), NULL);
    case FREQUENCY_QUARTERLY:
    case FREQUENCY_HALF_YEARLY:
    case FREQUENCY_YEARLY:
    default:
        return period_part(arena, words, period, fiscal);
    }
}

const char *words_month_short(const struct words *words, int month) {
    return numbered(words, "month.short", month);
}

const char *words_month_initial(const struct words *words, int month) {
    return numbered(words, "month.initial", month);
}

const char *words_number(struct arena *arena, const struct words *words, struct decimal value,
                         unsigned places, bool plus) {
    return number_text(arena, &words->numbers, value, places, plus);
}

const char *words_list(struct arena *arena, const struct words *words, const char *const *items,
                       size_t count) {
    if (count == 0)
        return "";
    struct textbuf out;
    textbuf_init(&out, arena);
    put_isolated(&out, words, items[0]);
    for (size_t i = 1; i < count; i++) {
        textbuf_str(&out, words_text(words, i + 1 == count ? "list.last" : "list.comma"));
        put_isolated(&out, words, items[i]);
    }
    return textbuf_finish(&out);
}

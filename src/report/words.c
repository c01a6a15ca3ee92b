#include "report/words.h"

#include "base/ascii.h"
#include "base/idmap.h"
#include "base/textbuf.h"
#include "base/vec.h"
#include "text/bidi.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

struct words {
    struct arena *arena;
    struct diags *diags;
    const char *path;
    struct idmap *keys;
    struct idmap *reported;
    VEC(const char *) texts;
};

enum { ARGUMENTS = 9 };

struct words *words_new(struct arena *arena, struct diags *diags, const char *path) {
    struct words *words = arena_alloc(arena, sizeof *words);
    words->arena = arena;
    words->diags = diags;
    words->path = path;
    words->keys = idmap_new(arena);
    words->reported = idmap_new(arena);
    return words;
}

bool words_add(struct words *words, const char *key, const char *text) {
    if (idmap_put(words->keys, key, words->texts.count) != words->texts.count)
        return false;
    vec_push(words->arena, &words->texts, arena_strdup(words->arena, text));
    return true;
}

bool words_have(const struct words *words, const char *key) {
    return idmap_find(words->keys, key) != IDMAP_NONE;
}

const char *words_text(const struct words *words, const char *key) {
    size_t at = idmap_find(words->keys, key);
    if (at != IDMAP_NONE)
        return words->texts.items[at];
    size_t seen = idmap_count(words->reported);
    if (idmap_put(words->reported, key, seen) == seen)
        diag_report(words->diags, BP5010, (struct place){.file = words->path}, key, NULL);
    return arena_strdup(words->arena, key);
}

/* "one|other" or "none|one|other", up to end: the form for a number in digits. */
static const char *plural_form(struct arena *arena, const char *forms, const char *end,
                               const char *number) {
    size_t skip = 0;
    for (const char *at = forms; at < end; at++)
        skip += *at == '|';
    if (skip < 2)
        skip = skip == 1 && strcmp(number, "1") != 0;
    else
        skip = strcmp(number, "0") == 0 ? 0 : strcmp(number, "1") == 0 ? 1 : 2;
    for (; skip > 0; skip--)
        forms = (const char *)memchr(forms, '|', (size_t)(end - forms)) + 1;
    const char *close = memchr(forms, '|', (size_t)(end - forms));
    return arena_strndup(arena, forms, (size_t)((close ? close : end) - forms));
}

/* One {..} of a sentence: an argument, or a plural form chosen by one. Returns the end. */
static const char *fill_slot(struct textbuf *out, const char *slot,
                             const char *const arguments[ARGUMENTS]) {
    const char *end = strchr(slot, '}');
    if (!end || !ascii_digit(slot[1]) || slot[1] == '0') {
        textbuf_char(out, *slot);
        return slot + 1;
    }
    const char *argument = arguments[slot[1] - '1'];
    if (!argument)
        argument = "";
    if (slot[2] != '|') {
        /* A name written right to left must not turn the sentence round it: it is isolated. */
        bool isolated = bidi_needed(argument, strlen(argument));
        textbuf_str(out, isolated ? "\u2068" : "");
        textbuf_str(out, argument);
        textbuf_str(out, isolated ? "\u2069" : "");
        return end + 1;
    }
    textbuf_str(out, plural_form(out->arena, slot + 3, end, argument));
    return end + 1;
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
    for (const char *at = words_text(words, key); *at;) {
        if (*at == '{')
            at = fill_slot(&out, at, arguments);
        else
            textbuf_char(&out, *at++);
    }
    return textbuf_text(&out);
}

/* Catalogue entry "<family>.<n>", or NULL if there is none. */
static const char *numbered(struct arena *arena, const struct words *words, const char *family,
                            int n) {
    const char *key = arena_printf(arena, "%s.%d", family, n);
    return words_have(words, key) ? words_text(words, key) : NULL;
}

const char *words_count(struct arena *arena, const struct words *words, int n, bool capital) {
    const char *word = numbered(arena, words, "count", n);
    if (!word)
        return arena_printf(arena, "%d", n);
    if (!capital)
        return word;
    const char *first = numbered(arena, words, "Count", n);
    return first ? first : word;
}

const char *words_ordinal(struct arena *arena, const struct words *words, int n) {
    const char *word = numbered(arena, words, "ordinal", n);
    if (word)
        return word;
    return words_fill(arena, words, "ordinal.other", arena_printf(arena, "%d", n), NULL);
}

const char *words_date(struct arena *arena, const struct words *words, struct date date) {
    return words_fill(arena, words, "date", arena_printf(arena, "%d", date.day),
                      numbered(arena, words, "month", date.month),
                      arena_printf(arena, "%d", date.year), NULL);
}

const char *words_date_long(struct arena *arena, const struct words *words, struct date date) {
    return words_fill(arena, words, "date.long",
                      numbered(arena, words, "weekday", date_weekday(date) + 1),
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
        return words_fill(arena, words, "period.month",
                          numbered(arena, words, "month", first.month),
                          arena_printf(arena, "%d", first.year), NULL);
    case FREQUENCY_QUARTERLY:
    case FREQUENCY_HALF_YEARLY:
    case FREQUENCY_YEARLY:
    default:
        return period_part(arena, words, period, fiscal);
    }
}

const char *words_month_short(const struct words *words, int month) {
    return numbered(words->arena, words, "month.short", month);
}

const char *words_month_initial(const struct words *words, int month) {
    return numbered(words->arena, words, "month.initial", month);
}

const char *words_number(struct arena *arena, struct decimal value, unsigned places, bool plus) {
    return number_text(arena, &number_page_format, value, places, plus);
}

const char *words_list(struct arena *arena, const struct words *words, const char *const *items,
                       size_t count) {
    if (count == 0)
        return "";
    struct textbuf out;
    textbuf_init(&out, arena);
    textbuf_str(&out, items[0]);
    for (size_t i = 1; i < count; i++) {
        textbuf_str(&out, words_text(words, i + 1 == count ? "list.last" : "list.comma"));
        textbuf_str(&out, items[i]);
    }
    return textbuf_text(&out);
}

#include "report/sentence.h"

#include "base/textbuf.h"
#include "layout/mirror.h"
#include "report/plural.h"
#include "text/bidi.h"

#include <assert.h>
#include <string.h>

struct sentence sentence_new(const struct sentence_voice *voice) {
    return (struct sentence){.voice = voice};
}

static struct sentence_value *value_add(struct sentence *sentence, const char *name,
                                        const char *text) {
    struct sentence_value *value = vec_add(sentence->voice->arena, &sentence->values);
    value->name = name;
    value->text = text;
    return value;
}

void sentence_text(struct sentence *sentence, const char *name, const char *text) {
    const char *language = sentence->voice->catalogue->language;
    if (text && *text && (mirror_language(language) || bidi_needed(text, strlen(text))))
        text = arena_printf(sentence->voice->arena, "\u2068%s\u2069", text);
    value_add(sentence, name, text);
}

void sentence_part(struct sentence *sentence, const char *name, const char *text) {
    value_add(sentence, name, text);
}

void sentence_choice(struct sentence *sentence, const char *name, const char *chosen) {
    value_add(sentence, name, chosen)->chosen = chosen;
}

void sentence_number(struct sentence *sentence, const char *name, struct decimal value,
                     unsigned places) {
    struct arena *arena = sentence->voice->arena;
    struct decimal rounded = decimal_round(value, places);
    const char *text =
        number_text(arena, &sentence->voice->catalogue->numbers, rounded, places, false);
    struct sentence_value *added = value_add(sentence, name, text);
    added->number = true;
    added->value = rounded;
    added->places = places;
}

void sentence_count(struct sentence *sentence, const char *name, int n) {
    sentence_number(sentence, name, decimal_of(n), 0);
}

void sentence_ordinal(struct sentence *sentence, const char *name, int n) {
    sentence_count(sentence, name, n);
    sentence->values.items[sentence->values.count - 1].ordinal = true;
}

/* ---- saying ---- */

struct saying {
    const struct sentence *sentence;
    struct textbuf *out;
    bool missing; /* something named in the part at hand is not known */
};

static const struct sentence_value *find(const struct sentence *sentence, const char *name) {
    for (size_t i = 0; i < sentence->values.count; i++)
        if (strcmp(sentence->values.items[i].name, name) == 0)
            return &sentence->values.items[i];
    return NULL;
}

static void say_run(struct saying *saying, const struct pattern *pattern);

/* Of a number: the number itself, else its form; of a choice its word; `other` where there is none
 * of these.  NULL if there is nothing to say. */
static const struct pattern_case *choose(const struct saying *saying, const struct pattern *choice,
                                         const struct sentence_value *value) {
    const struct pattern_case *found = NULL;
    if (value && value->number) {
        char digits[32];
        decimal_format(value->value, -1, digits);
        const char *language = saying->sentence->voice->catalogue->language;
        enum plural form = value->ordinal
                               ? plural_ordinal(language, (int)(value->value.micro / DECIMAL_ONE))
                               : plural_of(language, value->value, value->places);
        if (value->places == 0)
            found = pattern_find(choice, digits);
        if (!found)
            found = pattern_find(choice, plural_name(form));
    } else if (value && value->chosen) {
        found = pattern_find(choice, value->chosen);
    }
    return found ? found : pattern_find(choice, "other");
}

static void say_optional(struct saying *saying, const struct pattern *inside) {
    struct textbuf text;
    textbuf_init(&text, saying->out->arena);
    struct saying part = {saying->sentence, &text, false};
    say_run(&part, inside);
    if (!part.missing)
        textbuf_str(saying->out, textbuf_text(&text));
}

static void say_run(struct saying *saying, const struct pattern *pattern) {
    for (; pattern; pattern = pattern->next) {
        if (pattern->kind == PATTERN_TEXT) {
            textbuf_str(saying->out, pattern->text);
            continue;
        }
        if (pattern->kind == PATTERN_OPTIONAL) {
            say_optional(saying, pattern->inside);
            continue;
        }
        const struct sentence_value *value = find(saying->sentence, pattern->text);
        if (pattern->kind == PATTERN_CHOICE) {
            const struct pattern_case *chosen = choose(saying, pattern, value);
            if (chosen)
                say_run(saying, chosen->pattern);
            saying->missing = saying->missing || !chosen;
        } else if (value && value->text) {
            textbuf_str(saying->out, value->text);
        } else {
            saying->missing = true;
        }
    }
}

/* Every value has a name that the sentence can tell. */
static bool names_known(const struct sentence *sentence, enum catalogue_key key) {
    struct catalogue_form form = catalogue_form_of(sentence->voice->arena, key);
    for (size_t i = 0; i < sentence->values.count; i++) {
        size_t j = 0;
        while (j < form.arguments.count &&
               strcmp(form.arguments.items[j].name, sentence->values.items[i].name) != 0)
            j++;
        if (j == form.arguments.count)
            return false;
    }
    return true;
}

const char *sentence_say(const struct sentence *sentence, enum catalogue_key key) {
    struct arena *arena = sentence->voice->arena;
    assert(names_known(sentence, key));
    struct textbuf text;
    textbuf_init(&text, arena);
    struct saying saying = {sentence, &text, false};
    say_run(&saying, sentence->voice->catalogue->patterns[key]);
    assert(!saying.missing); /* the catalogue was checked: nothing is said by halves */
    return textbuf_finish(&text);
}

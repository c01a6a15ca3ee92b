/* sentence: what is known, said in a language: typed values and the pattern of a catalogue.
 *
 *   struct sentence s = sentence_new(voice);
 *   sentence_text(&s, "measure", "Fill rate");
 *   sentence_choice(&s, "move", "down");
 *   sentence_part(&s, "actual", wording_quantity(voice, measure, actual));
 *   const char *text = sentence_say(&s, SENTENCE_MEASURE);
 *
 * A value is given under a name that sentence.def knows of the sentence (asserted); NULL is a value
 * that is not known.  Nothing is rounded here but numbers for print: half away from zero, and -0.04
 * with one decimal is 0.0, never -0.0 (domain.md section 4, rule 1). */
#ifndef REPORT_SENTENCE_H
#define REPORT_SENTENCE_H

#include "base/period.h"
#include "report/catalogue.h"

/* Who speaks: in which language, about which organization. */
struct sentence_voice {
    struct arena *arena;
    const struct catalogue *catalogue;
    const char *currency; /* "CAD" */
    struct fiscal fiscal;
};

struct sentence_value {
    const char *name;
    const char *text;   /* NULL: not known */
    const char *chosen; /* the case of a choice, or NULL */
    bool number, ordinal;
    struct decimal value; /* rounded as printed */
    unsigned places;
};

struct sentence {
    const struct sentence_voice *voice;
    VEC(struct sentence_value) values;
};

struct sentence sentence_new(const struct sentence_voice *voice);
/* A name or other text of the workbook: isolated where it may be written the other way. */
void sentence_text(struct sentence *sentence, const char *name, const char *text);
/* What is already in this language. */
void sentence_part(struct sentence *sentence, const char *name, const char *text);
void sentence_choice(struct sentence *sentence, const char *name, const char *chosen);
void sentence_number(struct sentence *sentence, const char *name, struct decimal value,
                     unsigned places);
void sentence_count(struct sentence *sentence, const char *name, int n);
/* A place in an order. */
void sentence_ordinal(struct sentence *sentence, const char *name, int n);

const char *sentence_say(const struct sentence *sentence, enum catalogue_key key);

#endif

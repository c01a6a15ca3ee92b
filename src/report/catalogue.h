/* catalogue: the sentences of one language: numbers as it writes them, and a pattern (pattern.h)
 * for each sentence of the brief.
 *
 * XML of its own schema (templates/sentences.xsd), built in: templates/sentences.en.xml and others.
 * The sentences there are, and what each can tell, stand in sentence.def; a catalogue that lacks
 * one, names what it cannot tell, or has a choice without an answer is refused with findings that
 * are located in its file (BP5040 to BP5046).  So a sentence is never half said. */
#ifndef REPORT_CATALOGUE_H
#define REPORT_CATALOGUE_H

#include "base/diag.h"
#include "base/number.h"
#include "report/pattern.h"

enum catalogue_key {
#define SENTENCE(NAME, key, arguments) SENTENCE_##NAME,
#include "report/sentence.def"
#undef SENTENCE
    SENTENCE_COUNT
};

struct catalogue {
    const char *language; /* "fr" */
    struct number_format numbers;
    const char *comma, *last; /* between the items of a list, and before the last */
    const struct pattern *patterns[SENTENCE_COUNT];
};

/* NULL if the bytes are no usable catalogue; findings say why. */
const struct catalogue *catalogue_read(struct arena *arena, const char *path, const char *bytes,
                                       size_t length, struct diags *diags);
/* The one built in of a language ("fr", "fr-CA"), or NULL. */
const struct catalogue *catalogue_builtin(struct arena *arena, const char *language,
                                          struct diags *diags);

/* What a sentence can tell: `name`, with what its cases are. */
enum catalogue_cases { CASES_NONE, CASES_PLURAL, CASES_ORDINAL, CASES_CHOICE };

struct catalogue_argument {
    const char *name;
    bool may_miss;
    enum catalogue_cases cases;
    VEC(const char *) choices; /* of CASES_CHOICE */
};

struct catalogue_form {
    const char *key; /* "off-track" */
    VEC(struct catalogue_argument) arguments;
};

/* As sentence.def says. */
struct catalogue_form catalogue_form_of(struct arena *arena, enum catalogue_key key);

#endif

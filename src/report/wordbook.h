/* wordbook: the catalogue of words (words.h) of one language, and what a catalogue must hold.
 *
 * XML of its own schema (templates/words.xsd), built in: templates/words.en.xml and others.  The
 * English one is the measure: every other has its keys and no more, and each text shows what the
 * English one shows ({1}, {2}, ...), so that no page is half in another language and no figure gets
 * lost.  What differs is a finding located in the catalogue (BP5030 to BP5036). */
#ifndef REPORT_WORDBOOK_H
#define REPORT_WORDBOOK_H

#include "report/words.h"

/* NULL if the bytes are no usable catalogue; findings say why. */
struct words *wordbook_read(struct arena *arena, const char *path, const char *bytes, size_t length,
                            struct diags *diags);
/* The one built in of a language ("fr", "fr-CA"), or NULL. */
struct words *wordbook_builtin(struct arena *arena, const char *language, struct diags *diags);

/* A text in place of that of a catalogue: false, with findings at place, if the catalogue has no
 * such key or the text does not show what it must. */
bool wordbook_replace(struct arena *arena, struct words *words, const char *key, const char *text,
                      struct place place, struct diags *diags);

/* The languages with words and sentences built in: "de, en, fr". */
const char *wordbook_languages(struct arena *arena);
/* True if there are both for this language, or for that without its region. */
bool wordbook_has(struct arena *arena, const char *language);

#endif

/* message: a fact of the brief (assess/briefing.h) as people read it: one sentence, what its owners
 * say of it, and where it came from.
 *
 * Every figure of a sentence is one of the fact's; a sentence says nothing that the fact does not
 * hold (doc/briefing.md). */
#ifndef REPORT_MESSAGE_H
#define REPORT_MESSAGE_H

#include "assess/briefing.h"
#include "report/wording.h"

struct message {
    const struct briefing_fact *fact;
    const char *finding; /* one sentence without full stop */
    size_t finding_head; /* bytes of it before whose it is: what a page sets bold */
    const char *cause;   /* "" if nobody gave one */
    const char *ask;     /* recommended action, or "" */
    bool cause_missing;  /* a finding in itself */
    const char *drivers; /* what the drivers' own measures say, in sentences, or "" */
    const char *notes;   /* what else is known of the measure, in sentences, or "" */
    const char *anchor;  /* section to read on */
};

struct message message_of(const struct sentence_voice *voice, const struct briefing_fact *fact);

/* "Fill rate fell to 93.1 %, 1.9 points under target". */
const char *message_reading(const struct sentence_voice *voice, const struct reading *reading);
/* "15 % over budget and 61 days late". */
const char *message_initiative(const struct sentence_voice *voice,
                               const struct initiative_result *result);
/* "actual of M07, September 2026: 'Monthly Data'!Z10". */
const char *message_source(const struct sentence_voice *voice,
                           const struct briefing_source *source);
/* The ids that `boardpack why` can be asked for, each once, with blanks between. */
const char *message_ids(struct arena *arena, const struct briefing_fact *fact);

#endif

/* brieftext: the brief as text and as JSON, for `boardpack brief`. */
#ifndef REPORT_BRIEFTEXT_H
#define REPORT_BRIEFTEXT_H

#include "report/message.h"

/* all: every fact, else those that a page would show.
 *
 * A line for each message, then indented: whom it is about, cause, what is asked for, what else is
 * known, and the sources with their cells. */
void brieftext_text(const struct sentence_voice *voice, const struct briefing *briefing, bool all,
                    struct textbuf *out);

/* {"unit": "RBS", "period": "2026-09", "as_of": "2026-09-30", "language": "en", "facts": 12,
 *  "messages": [{"rank": 1, "kind": "off-track", "finding": "...", "cause": null, "ask": null,
 *    "drivers_say": null, "notes": null, "objective": "P1", ..., "measure": {...}, "drivers":
 * [...], "sources": [{"what": "actual", "of": "M25", "period": "2026-09", "cell": "'Monthly
 * Data'!Z46", "why": true}]}]} Numbers are exact decimals; null is "not known".  doc/briefing.md
 * names every member. */
void brieftext_json(const struct sentence_voice *voice, const struct briefing *briefing, bool all,
                    struct textbuf *out);

#endif

/* derivation: how a figure came about, down to the cells (domain.md section 4, rule 15).
 *
 * A derivation is of one entity: an answer in a sentence, then the steps in the order in which they
 * are done.  Each step names its figure, the rule, the formula with the numbers in it, and what
 * went in: cells, options, figures of steps before, or figures of other entities, which have
 * derivations of their own.  Formulas have the grammar of formula.h, so that a person with a
 * calculator (and a test) can do them again.
 *
 * Nothing is judged a second time here: figures are those of the assessment, and a formula that did
 * not give them would be a fault of the program (asserted where the formula is made). */
#ifndef ASSESS_DERIVATION_H
#define ASSESS_DERIVATION_H

#include "assess/assess.h"

struct derivation;

/* What went into a step. */
struct derivation_input {
    const char *name;                /* "actual of 2026-09" */
    const char *value;               /* "93.1", "monthly"; as in the formula, unrounded */
    struct place place;              /* the cell; file NULL: none */
    bool standard;                   /* an option that the workbook leaves as it is by default */
    const char *of;                  /* id to ask for its derivation (derivation_of); NULL: none */
    const struct derivation *source; /* that derivation, where the depth reaches; else NULL */
};

struct derivation_step {
    const char *figure;  /* "actual", "red flag", "score" */
    int rule;            /* its number on the page Basis of preparation; 0: none of them */
    const char *words;   /* what the rule says here */
    const char *formula; /* "" where nothing is computed */
    const char *result;  /* "93.1", "amber", "none" */
    VEC(struct derivation_input) inputs;
};

struct derivation {
    const char *entity, *id, *name; /* "measure", "M07", "Fill rate"; of a group "UNIT/P1" */
    const char *answer;             /* "M07 Fill rate is amber (score 52.4) in 2026-09" */
    struct place place;             /* its row */
    VEC(struct derivation_step) steps;
};

struct derivations {
    VEC(const struct derivation *) list;
};

/* Adds the derivations of everything that has the id; nothing if there is none.  Ids to ask for:
 *
 *   ID              measures, objectives, units, initiatives, processes, benefits
 *   UNIT/ID         perspectives and themes of a unit; ID alone: of every unit that has some
 *   MEASURE/signal  what stands out in its run of figures (needs 5 of them)
 *   UNIT/alignment  rule 13 for a unit with all below it; alignment: of every unit
 *   FROM:TO         evidence for a link, if it was judged (evidence.h); FROM>TO likewise
 *   benefits        the sums of all benefits; INITIATIVE/benefits: of one initiative's
 *   a name          people of the office and vacancies; owners, for data trust
 *   UNIT/trust      data trust of a unit; trust: of all
 *   office          its total and its reporting line
 *   roadmap         its phases
 *
 * What is alike is told together: ids are unique on their own sheet only.  depth: how many levels
 * of children carry derivations of their own (0: they are only named).  The assessment must be the
 * current one, not its `previous` (asserted). */
void derivation_of(struct arena *arena, const struct assessment *assessment, const char *id,
                   unsigned depth, struct derivations *out);
/* The derivations of all there is, kind by kind. */
void derivation_all(struct arena *arena, const struct assessment *assessment,
                    struct derivations *out);
/* The id most like one that is unknown, or NULL. */
const char *derivation_nearest(struct arena *arena, const struct assessment *assessment,
                               const char *id);

/* The answer, the steps with cells in brackets, then the derivations of children, indented; lines
 * of at most 100 columns where words allow.  The last line says where the rules are listed. */
void derivation_text(const struct derivations *derivations, struct textbuf *out);

/* What can be asked: ids and answers, a line each where that is wide enough, kind by kind. */
void derivation_list_text(const struct derivations *derivations, struct textbuf *out);

/* An array of derivations, those of children after those that name them, each once:
 *   {"entity": "measure", "id": "M07", "name": "Fill rate", "answer": "...", "cell": "Measures!A8",
 *    "steps": [{"figure": "score", "rule": 3, "words": "...", "formula": "...", "result": "52.4",
 *               "inputs": [{"name": "...", "value": "...", "cell": "Measures!D14" | null,
 *                           "default": false, "of": "M07" | null}]}]}
 * rule is null where the basis of preparation has none. */
void derivation_json(const struct derivations *derivations, struct textbuf *out);
/* The same without steps. */
void derivation_list_json(const struct derivations *derivations, struct textbuf *out);

#endif

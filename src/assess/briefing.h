/* briefing: what the executive brief and the pre-brief have to say: facts, exact and without a word
 * of any language, each with the figures it is made of and the cells they came from.
 *
 * Order of importance (doc/briefing.md tells why): the order of enum briefing_kind; within a kind
 * first what is marked critical, then by weight, then by days, then as in the workbook.  Weights
 * are exact; what they are stands at each kind.  `points` of an objective are its share of the
 * unit's weight times what its score lacks of 100: what the unit's score would win if it stood at
 * 100.
 *
 * Decisions (domain.md sections 2, 4 and 5):
 * - A failure and what drives it are one fact: of objectives off track that drive one another
 *   (links that are not negative) the effect is told, and its drivers are named with it and not
 *   told again; a driver's own driver is told by itself.  Such a fact has the points of its
 * heaviest objective, and is critical if one of them is.
 * - An objective has one fact, the first kind that fits.
 * - The figures of an objective are those of its lead measure: the one with the lowest score, then
 *   the first.  Without one only the objective's own status and score are told.
 * - A fact of the unit is about its own objectives, the initiatives of its branch or for its
 *   objectives, and actions of its branch; the unit at the top has all actions, and the office.
 * - What a measure says is its reading (reading.h). */
#ifndef ASSESS_BRIEFING_H
#define ASSESS_BRIEFING_H

#include "assess/reading.h"

enum briefing_kind {
    BRIEFING_OFF_TRACK, /* objective red.  Weight: points */
    BRIEFING_STEP_IN,   /* initiative red and running.  Weight: money at stake, forecast cost over
                           budget plus benefit short of its case.  Days: overdue */
    BRIEFING_CRITICAL,  /* objective not red, a critical measure of it is.  Weight: points */
    BRIEFING_WORSENED,  /* objective in a worse band than a period ago, not red.  Weight: points */
    BRIEFING_WARNING,   /* objective forecast to end the year in a worse band.  Weight: points */
    BRIEFING_UNJUDGED,  /* objective in scope without a status.  Weight: its share of the unit */
    BRIEFING_NO_VALUE,  /* measure in scope without a value, its objective has a status.  Weight:
                           its share of the unit */
    BRIEFING_FLATTERED, /* initiative not red, and reported better than it comes out.  Weight: by
                           how many bands */
    BRIEFING_BENEFIT,   /* overdue.  Weight: money not realised */
    BRIEFING_ACTION,    /* overdue.  Days: overdue */
    BRIEFING_OFFICE,    /* core process under its benchmark, or with nobody in post.  Weight: FTE
                           short of the benchmark */
    BRIEFING_RECOVERED, /* objective green that was not.  Weight: points won since */
    BRIEFING_EXCEEDS,   /* measure beyond its stretch value.  Weight: its share of the unit */
    BRIEFING_KIND_COUNT
};

struct briefing_driver {
    const struct objective_result *objective;
    bool has_reading;
    struct reading reading; /* of its lead measure */
};

enum briefing_source_kind {
    BRIEFING_OF_ACTUAL,
    BRIEFING_OF_BEFORE, /* the actual a period earlier */
    BRIEFING_OF_TARGET,
    BRIEFING_OF_BAND,
    BRIEFING_OF_STATUS, /* the row of what has the status */
    BRIEFING_OF_OWNER,
    BRIEFING_OF_LINK,
    BRIEFING_OF_COST,
    BRIEFING_OF_BUDGET,
    BRIEFING_OF_MILESTONE,
    BRIEFING_OF_DONE, /* percent complete */
    BRIEFING_OF_END,
    BRIEFING_OF_BENEFIT_PLANNED,
    BRIEFING_OF_BENEFIT_FORECAST,
    BRIEFING_OF_BENEFIT_REALISED,
    BRIEFING_OF_REPORTED, /* the status its owner reports */
    BRIEFING_OF_DUE,
    BRIEFING_OF_BENCHMARK,
    BRIEFING_OF_STAFFING,
    BRIEFING_OF_COMMENTARY,
    BRIEFING_SOURCE_COUNT
};

struct briefing_source {
    enum briefing_source_kind kind;
    const char *of;       /* the id of the entity; "" for a row without one */
    bool derived;         /* `boardpack why OF` derives it */
    struct period period; /* of a value; else unset */
    struct place place;   /* file NULL: none */
};

struct briefing_fact {
    enum briefing_kind kind;
    size_t rank; /* from 1, among all facts */
    enum status status;
    enum status before; /* a period ago; no data if not known */
    /* What it is about; NULL where it is not of that kind. */
    const struct objective_result *objective;
    const struct initiative_result *initiative;
    const struct process_result *process;
    const struct benefit_result *benefit;
    const struct action *action;
    bool has_reading;
    struct reading reading;
    const char *owner;       /* of the measure told, else of the subject; "" if none is named */
    bool owner_of_objective; /* the measure names none; this one answers for its objective */
    bool critical;
    struct decimal money;                /* at stake or not realised, base currency */
    struct decimal expense, shortfall;   /* of an initiative: forecast cost over budget, benefit
                                            short of its case; below 0 if it is none */
    int days;                            /* overdue */
    const struct rational *weight;       /* never NULL */
    VEC(struct briefing_driver) drivers; /* off track too, in the order of links */
    const struct commentary *commentary; /* of the period; by the executive first; or NULL */
    bool commentary_wanted;              /* bad news that somebody should explain */
    VEC(struct briefing_source) sources;
};

struct briefing {
    const struct assessment *assessment;
    const struct unit *unit;
    VEC(struct briefing_fact) facts; /* the most important first */
};

/* All facts of a unit.  The assessment must be the current one, not its `previous` (asserted). */
const struct briefing *briefing_make(struct arena *arena, const struct assessment *assessment,
                                     const struct unit *unit);

enum { BRIEFING_MOST = 5 };

/* The facts of a page: the most important, of each kind only so many that the page shows the whole,
 * and one place kept for good news.  Fills chosen[BRIEFING_MOST] in order of importance; returns
 * how many. */
size_t briefing_choose(const struct briefing *briefing, const struct briefing_fact **chosen);

/* For data: "off-track", "step-in"...; "actual", "target"... */
const char *briefing_kind_name(enum briefing_kind kind);
const char *briefing_source_name(enum briefing_source_kind kind);

#endif

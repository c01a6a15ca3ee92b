/* plan: what the workbook means: the typed, linked, cross-checked strategy (domain.md section 3).
 *
 * Made by plan_build() from a workbook, immutable afterwards, everything in one arena.  Ids are
 * resolved to pointers; a pointer to another entity is NULL only where the text below says so.
 * Arrays keep the order of the workbook's rows except where a sort is stated.  `place` of each
 * entity is its row, for diagnostics and derivations. */
#ifndef PLAN_PLAN_H
#define PLAN_PLAN_H

#include "base/diag.h"
#include "base/exact.h"
#include "base/number.h"
#include "base/period.h"
#include "base/vec.h"
#include "workbook/workbook.h"

/* A number that may be missing. Missing is never zero. */
struct quantity {
    bool known;
    bool wrong; /* something stood there and was reported */
    struct decimal value;
    struct place place;
};

enum unit_kind { UNIT_ENTERPRISE, UNIT_BUSINESS, UNIT_SUPPORT, UNIT_PARTNER };
enum link_kind { LINK_IDENTICAL, LINK_CONTRIBUTORY, LINK_SHARED };
enum strength { STRENGTH_WEAK, STRENGTH_MEDIUM, STRENGTH_STRONG };
enum polarity { POLARITY_HIGHER, POLARITY_LOWER, POLARITY_RANGE, POLARITY_BINARY, POLARITY_INFO };
enum aggregation {
    AGGREGATE_LAST,
    AGGREGATE_SUM,
    AGGREGATE_MEAN,
    AGGREGATE_RATIO,
    AGGREGATE_MIN,
    AGGREGATE_MAX
};
enum series {
    SERIES_ACTUAL,
    SERIES_TARGET,
    SERIES_FORECAST,
    SERIES_PRIOR_YEAR,
    SERIES_BENCHMARK,
    SERIES_NUMERATOR,
    SERIES_DENOMINATOR,
    SERIES_COUNT
};
enum threshold_method { THRESHOLD_ABSOLUTE, THRESHOLD_RATIO, THRESHOLD_DEVIATION };
enum entity_state { STATE_ACTIVE, STATE_PROPOSED, STATE_RETIRED, STATE_NOT_APPLICABLE };
enum rollup_policy { ROLLUP_WEIGHTED, ROLLUP_WORST, ROLLUP_MAJORITY };
enum missing_policy { MISSING_EXCLUDE, MISSING_STRICT, MISSING_ZERO, MISSING_CARRY };
enum reporting_line { LINE_UNKNOWN, LINE_DIRECT, LINE_DOTTED, LINE_TWO_BELOW, LINE_THREE_BELOW };
enum process_group { PROCESS_CORE, PROCESS_DESIRABLE, PROCESS_INTEGRATIVE };
enum process_role { ROLE_RUNS, ROLE_SHOULD_RUN, ROLE_INTEGRATES };
enum action_status { ACTION_OPEN, ACTION_DONE, ACTION_DROPPED };
enum declared_status { DECLARED_NONE, DECLARED_GREEN, DECLARED_AMBER, DECLARED_RED };
/* The packet that the workbook asks for; the command line may ask for another. */
enum packet_kind {
    PACKET_BOARD,
    PACKET_MONTHLY_REVIEW,
    PACKET_PRE_BRIEF,
    PACKET_UNIT,
    PACKET_EMPLOYEE,
    PACKET_OWNER
};

struct organization {
    const char *id, *name, *vision, *mission, *values; /* values may be "" ; ;-list as text */
    const char *description;
    const char *currency, *language; /* "CAD", "en" */
    struct fiscal fiscal;
    struct date as_of;
    struct period period; /* the reporting period */
};

struct settings {
    enum rollup_policy rollup;       /* default weighted */
    enum missing_policy missing;     /* default exclude */
    int carry_periods;               /* for carry; default 1 */
    struct decimal tolerance;        /* default 10 */
    bool tolerance_in_points;        /* for measures in %; else percent of |T| */
    struct decimal minimum_coverage; /* percent, default 50 */
    bool headline_ytd;               /* default period */
    struct decimal dead_band;        /* percent of |T-R|, default 1 */
    enum reporting_line reporting_line;
    const char *classification, *version, *prepared_by, *reviewed_by, *approved_by;
    const char *meeting, *meeting_place, *meeting_time;
    struct date prepared_on, reviewed_on, approved_on, meeting_date,
        next_meeting;             /* may be unset */
    int page_budget;              /* most pages of the core; default 20 */
    bool page_budget_said;        /* by the workbook: it stands in place of the template's */
    enum packet_kind packet_kind; /* default board */
    bool changed[16];             /* by the order of enum plan_option: differs from its default */
};

/* The options of scoring, as printed in the basis of preparation. */
enum plan_option {
    OPTION_ROLLUP,
    OPTION_MISSING,
    OPTION_CARRY,
    OPTION_TOLERANCE,
    OPTION_TOLERANCE_UNIT,
    OPTION_COVERAGE,
    OPTION_HEADLINE,
    OPTION_DEAD_BAND,
    OPTION_COUNT
};

enum scorecard_status { SCORECARD_UNKNOWN, SCORECARD_NONE, SCORECARD_DRAFT, SCORECARD_APPROVED };

struct unit {
    const char *id, *name, *head, *description;
    enum unit_kind kind;
    struct quantity employees;
    int order; /* among its siblings; 0: as on the sheet */
    enum scorecard_status scorecard_status;
    const char *scorecard_approved_by;
    struct date scorecard_approved_on; /* may be unset */
    struct unit *parent;               /* NULL for the root */
    int depth;                         /* root 0 */
    struct place place;
};

struct perspective {
    const char *id, *name, *question, *description;
    int order;
    struct quantity weight;
    struct unit *unit; /* NULL: of all units */
    uint32_t colour;   /* 0xRRGGBB, or UINT32_MAX: by the ramp */
    struct place place;
};

struct theme {
    const char *id, *name, *owner, *description;
    struct unit *unit; /* NULL: of all */
    struct place place;
};

struct measure;
struct initiative;
struct risk;
struct benefit;
struct commentary;

/* One support of a parent unit's objective.  An empty Link Kind is shared: only what says so is
 * mixed into the parent's score. */
struct support {
    struct objective *parent;
    enum link_kind kind;
    struct quantity weight; /* of a contributory link; unknown: 1 */
};

struct objective {
    const char *id, *name, *owner, *description; /* description: the intended result */
    struct date start, end;                      /* may be unset */
    struct unit *unit;
    struct perspective *perspective;
    struct theme *theme; /* may be NULL */
    struct quantity weight;
    bool critical;
    enum entity_state state;
    VEC(struct support) supports;
    VEC(struct objective *) supported_by; /* children whose supports name this one */
    VEC(struct measure *) measures;
    VEC(struct initiative *) initiatives;
    VEC(struct risk *) risks;
    int map_row, map_place; /* on the map, from 1; 0: where it fits best */
    struct place pin;       /* of what pins it there; of the row if nothing does */
    enum declared_status declared;
    const char *declared_by, *declared_reason;
    struct date declared_on, declared_expires;
    struct place place;
};

enum declared_evidence { EVIDENCE_UNTESTED, EVIDENCE_SUPPORTED, EVIDENCE_REFUTED };

struct link {
    struct objective *from, *to;
    enum strength strength;
    enum declared_evidence evidence; /* what the workbook says; untested if blank */
    bool negative;
    bool lag_given;
    int lag_months; /* 0 if none is given */
    const char *hypothesis;
    struct place place, evidence_place; /* the latter: the cell of the declared evidence */
};

/* Thresholds as written (in percentage points for measures in %); what they mean for a target is
 * assess's work.  Method ratio: red, stretch and worst are factors of the target.  Method
 * deviation: they are positive distances from it, red and worst to the bad side, stretch to the
 * good one. For a range lower and upper are factors likewise, or distances below and above the
 * target; margin is a factor under method ratio, else a value. */
struct threshold {
    struct date effective; /* may be unset: from the beginning */
    enum threshold_method method;
    struct quantity red, stretch, worst, lower, upper, margin;
    struct place place;
};

/* One of perhaps a million: what is seldom asked for stays in its row. */
struct value {
    struct period period;
    struct decimal value;
    const struct rational *fraction; /* what value is exactly, if that is no decimal; else NULL */
    const struct record *record;     /* the row; of several combined ones the last */
    bool restated, provisional;
};

struct measure {
    const char *id, *name, *definition, *unit_of_measure; /* "%", "days" */
    const char *owner, *data_source, *steward;
    VEC(struct objective *) objectives; /* at least one; the first is its home */
    struct measure *parent;             /* the parent unit's measure that it feeds; may be NULL */
    struct date baseline_date;          /* may be unset */
    unsigned decimals;                  /* printed: plandecimals.h */
    enum polarity polarity;
    bool leading;
    enum frequency frequency;
    enum aggregation aggregation;
    struct quantity weight, baseline, dead_band;
    bool critical;
    enum entity_state state;
    VEC(struct threshold) thresholds; /* by effective date */
    VEC(struct value)
    series[SERIES_COUNT]; /* by period, of the measure's own frequency: finer
                             ones are already aggregated */
    struct place place;
};

struct milestone {
    const char *id, *name, *owner, *description;
    struct initiative *initiative;
    struct date due, forecast, done; /* forecast, done may be unset */
    struct quantity weight;
    struct place place;
};

struct initiative {
    const char *id, *name, *owner, *sponsor, *programme, *priority, *description;
    struct unit *unit;
    VEC(struct objective *) objectives; /* empty: an orphan (diagnosed) */
    struct date start, end;
    struct quantity budget, spent, forecast_cost, done_percent, staff, benefit_planned,
        benefit_forecast;
    enum declared_status self_reported;
    enum entity_state state;       /* stopped ones are retired, done and held ones active */
    bool cross_functional, closed; /* closed: done or stopped */
    bool on_hold;
    VEC(struct milestone *) milestones; /* by due date */
    VEC(struct benefit *) benefits;     /* as on the sheet */
    struct place place;
};

struct process {
    const char *id, *name, *owner; /* owner "" = none; for integrative ones the partner function */
    const char *description;
    enum process_group group;
    enum process_role role;
    bool in_scope;
    bool benchmarked;
    struct decimal fte_min, fte_max;
    const char *benchmark_source;
    struct place place;
};

struct staffing {
    const char *person; /* person, role or vacancy */
    struct process *process;
    struct decimal fte;
    bool filled;  /* else in the plan only: a vacancy, or */
    bool planned; /* a post that is still to be made */
    bool dotted;  /* listed, not counted */
    struct date from, to;
    const char *basis, *phase; /* phase: step of the roadmap in which the post is filled */
    struct unit *unit;         /* may be NULL */
    struct place place;
};

struct action {
    const char *id, *name, *owner, *outcome, *meeting, *linked_id;
    struct date raised, due, closed; /* closed may be unset */
    enum action_status status;
    struct place place;
};

struct decision {
    const char *id, *name, *rationale, *decided_by, *meeting, *linked_id;
    struct date date, review_by;
    struct place place;
};

enum commentary_kind { COMMENTARY_ANALYSIS, COMMENTARY_RECOMMENDATION, COMMENTARY_EXECUTIVE };

struct commentary {
    enum commentary_kind kind;
    const char *linked_id, *author, *analysis, *cause, *recommended_action, *outlook;
    struct period period;
    struct date date;
    struct place place;
};

/* ---- what stands around the strategy (domain.md section 3) ---- */

enum benefit_type { BENEFIT_CASHABLE, BENEFIT_NON_CASHABLE, BENEFIT_NON_FINANCIAL };

struct benefit {
    const char *id, *name, *owner, *evidence, *reconciled_by;
    const char *unit_of_value; /* "": the base currency */
    struct initiative *initiative;
    struct measure *measure; /* may be NULL */
    enum benefit_type type;
    struct period due; /* may be unset */
    struct quantity planned, forecast, realised;
    struct date reconciled_on; /* may be unset */
    struct place place;
};

enum budget_kind { BUDGET_OPERATING, BUDGET_CAPITAL, BUDGET_STRATEGIC };

struct budget_line {
    const char *id, *name, *linked_id; /* linked_id "": no link with the strategy */
    struct unit *unit;
    struct decimal amount;
    enum budget_kind kind;
    struct place place;
};

enum risk_trend { RISK_TREND_UNKNOWN, RISK_RISING, RISK_STEADY, RISK_FALLING };
enum risk_response {
    RESPONSE_UNKNOWN,
    RESPONSE_TREAT,
    RESPONSE_TOLERATE,
    RESPONSE_TRANSFER,
    RESPONSE_TERMINATE
};
struct control;

struct risk {
    const char *id, *name, *cause, *consequence, *category, *owner;
    VEC(struct objective *) objectives;
    int inherent_likelihood, inherent_impact; /* 1..5; 0: not given */
    int residual_likelihood, residual_impact; /* 1..5 */
    int appetite;                             /* most likelihood x impact accepted; 0: not given */
    enum risk_trend trend;
    enum risk_response response;
    struct date review; /* may be unset */
    bool closed;
    VEC(struct control *) controls;
    struct place place;
};

enum control_type {
    CONTROL_TYPE_UNKNOWN,
    CONTROL_PREVENTIVE,
    CONTROL_DETECTIVE,
    CONTROL_CORRECTIVE
};
enum effectiveness {
    EFFECTIVENESS_NOT_TESTED,
    EFFECTIVENESS_EFFECTIVE,
    EFFECTIVENESS_PARTIAL,
    EFFECTIVENESS_INEFFECTIVE
};

struct control {
    const char *id, *name, *owner;
    struct risk *risk;
    enum control_type type;
    enum effectiveness effectiveness;
    struct date last_tested; /* may be unset */
    struct place place;
};

enum meeting_type { MEETING_OPERATIONAL, MEETING_STRATEGY, MEETING_ANNUAL, MEETING_BOARD };
enum agenda_purpose { ITEM_DECIDE, ITEM_DISCUSS, ITEM_NOTE, ITEM_CONSENT };

struct agenda_item {
    int number, minutes; /* minutes 0: not given */
    const char *name, *presenter, *linked_id;
    const char *section; /* the kind of the packet's section to read for it, "" if none is named */
    const char *group;   /* the part of the meeting, "" if none is named */
    enum agenda_purpose purpose;
    struct meeting *meeting;
    struct place place;
};

struct meeting {
    const char *id, *name, *chair, *attendees, *description; /* attendees: ;-list as text */
    enum meeting_type type;
    struct date date;
    struct unit *unit;
    struct period period;             /* reviewed; may be unset */
    VEC(struct agenda_item *) agenda; /* by number */
    struct place place;
};

struct decision_paper {
    const char *id, *question, *background, *options, *recommendation, *draft_resolution, *risk;
    const char *linked_id;
    struct meeting *meeting;
    struct quantity cost;
    struct place place;
};

enum change_status {
    CHANGE_DRAFT,
    CHANGE_SUBMITTED,
    CHANGE_APPROVED,
    CHANGE_REJECTED,
    CHANGE_IMPLEMENTED /* approved and done */
};

struct change_request {
    const char *id, *requested_by, *linked_id, *field, *old_value, *new_value, *reason;
    const char *approved_by;
    struct date requested_on, approved_on, effective_from; /* the last two may be unset */
    struct period period;                                  /* unset: all */
    enum change_status status;
    struct place place;
};

enum attestation_statement {
    ATTESTED_ACCURATE,
    ATTESTED_ESTIMATED,
    ATTESTED_QUALIFIED,
    ATTESTED_NOT
};

struct attestation {
    struct measure *measure;
    struct period period; /* of the measure's frequency */
    const char *by, *note;
    struct date on;
    enum attestation_statement statement;
    struct place place;
};

/* A finding that is known and accepted until a day.  Only warnings and notes can be waived. */
/* A text of the workbook in another language (translation.h). */
struct translation {
    const char *kind, *linked_id; /* "objective", "O7"; "" of the organization and the settings */
    const char *field;            /* title of the column */
    const char *language, *text;
    int sheet, column; /* schema.h */
    size_t row;        /* of the sheet's table in the workbook */
    struct place place;
};

struct waiver {
    unsigned code;
    const char *linked_id; /* "": for every row */
    const char *reason, *approved_by;
    struct date expires;
    struct place place;
};

struct packet_version {
    const char *version, *change, *by; /* by "": nobody is named */
    struct date date;
    struct place place;
};

enum recurrence {
    RECURS_ONCE,
    RECURS_WEEKLY,
    RECURS_MONTHLY,
    RECURS_QUARTERLY,
    RECURS_HALF_YEARLY,
    RECURS_YEARLY
};

struct calendar_event {
    const char *id, *name, *owner;
    struct process *process; /* may be NULL */
    struct unit *unit;       /* NULL: all */
    struct date start, end;  /* end is start if the sheet gives none */
    enum recurrence recurrence;
    struct place place;
};

struct person {
    const char *id, *name, *title, *email;
    struct unit *unit; /* may be NULL */
    struct place place;
};

struct workforce_fact {
    struct unit *unit;
    struct period period;
    struct quantity headcount, goals_linked, incentives_linked, plans_linked, aware;
    struct quantity executive_hours;
    struct place place;
};

struct best_practice {
    const char *id, *name, *evidence;
    struct unit *origin;
    VEC(struct unit *) adopted_by;
    struct objective *objective; /* may be NULL */
    struct place place;
};

enum environment_frame { FRAME_SWOT, FRAME_PESTEL, FRAME_FIVE_FORCES, FRAME_SCENARIO };

struct environment_item {
    const char *id, *side, *text;
    enum environment_frame frame;
    VEC(struct objective *) objectives;
    struct place place;
};

struct strategic_job {
    const char *id, *name;
    struct objective *objective;
    int positions, ready;
    struct place place;
};

struct plan {
    const struct workbook *workbook;
    char digest[65];    /* SHA-256 of plan_dump(): the same for every export format; or "" */
    const char *source; /* stem of the input's file name, for the cover */
    const struct plan_index *index; /* for the lookups below */
    struct organization organization;
    struct settings settings;
    VEC(struct unit) units;               /* as on the sheet */
    VEC(struct perspective) perspectives; /* by order, then row */
    VEC(struct theme) themes;             /* by order, then row */
    VEC(struct objective) objectives;
    VEC(struct link) links;
    VEC(struct measure) measures;
    VEC(struct initiative) initiatives;
    VEC(struct milestone) milestones;
    VEC(struct process) processes;
    VEC(struct staffing) staffing;
    struct quantity published_total_min, published_total_max; /* benchmark of the whole office:
                              a Benchmarks row whose process is the word TOTAL, else the settings */
    const char *published_total_source;
    VEC(struct action) actions;
    VEC(struct decision) decisions;
    VEC(struct commentary) commentaries;
    VEC(struct benefit) benefits;
    VEC(struct budget_line) budget_lines;
    VEC(struct risk) risks;
    VEC(struct control) controls;
    VEC(struct meeting) meetings;
    VEC(struct agenda_item) agenda;
    VEC(struct decision_paper) papers;
    VEC(struct change_request) changes;
    VEC(struct attestation) attestations;
    VEC(struct waiver) waivers;
    VEC(struct packet_version) versions; /* the latest first */
    VEC(struct translation) translations;
    VEC(struct calendar_event) calendar;
    VEC(struct person) people;
    VEC(struct workforce_fact) workforce;
    VEC(struct best_practice) practices;
    VEC(struct environment_item) environment;
    VEC(struct strategic_job) jobs;
};

/* Overrides given on the command line; unset fields leave the workbook's.  With a reporting date
 * before the workbook's own the plan is that of the earlier day: later actuals are left out, later
 * milestones not reached, later closed actions open; none of that is an error. */
struct plan_options {
    struct date as_of;  /* a valid date (asserted) or unset */
    const char *period; /* text, parsed by the workbook's fiscal calendar; NULL: as written */
    bool undigested;    /* nobody will ask for the digest: it costs as much as all the rest */
};

/* Builds and checks.  Always gives a plan for the parts that could be built; whether there were
 * errors is told by diags (then nothing may be assessed or printed). */
const struct plan *plan_build(struct arena *arena, const struct workbook *workbook,
                              const struct plan_options *options, struct diags *diags);

/* By id; NULL if unknown. */
const struct unit *plan_unit(const struct plan *plan, const char *id);
const struct theme *plan_theme(const struct plan *plan, const char *id);
const struct objective *plan_objective(const struct plan *plan, const char *id);
const struct measure *plan_measure(const struct plan *plan, const char *id);
const struct initiative *plan_initiative(const struct plan *plan, const char *id);
const struct risk *plan_risk(const struct plan *plan, const char *id);
const struct meeting *plan_meeting(const struct plan *plan, const char *id);
const struct action *plan_action(const struct plan *plan, const char *id);
const struct decision_paper *plan_paper(const struct plan *plan, const char *id);
const struct change_request *plan_change(const struct plan *plan, const char *id);
/* What stands on the sheet People under a name as owner columns write it, or NULL. */
/* Who stands for a measure's actual of a period, or NULL. */
const struct attestation *plan_attestation(const struct plan *plan, const struct measure *measure,
                                           struct period period);
/* The one root of the unit tree. */
const struct unit *plan_root(const struct plan *plan);
/* Commentary on an id for a period (the last row of several), or NULL. */
const struct commentary *plan_commentary(const struct plan *plan, const char *id,
                                         struct period period);
/* Of `count` values sorted by time, the one of the period, or NULL. */
const struct value *plan_value_among(const struct value *values, size_t count,
                                     struct period period);
/* Value of a series at a period, or NULL. */
const struct value *plan_value(const struct measure *measure, enum series series,
                               struct period period);
/* The cell of a value, and what its row says besides ("" or unset if nothing). */
struct place plan_value_place(const struct plan *plan, const struct value *value);
const char *plan_value_note(const struct value *value);
const char *plan_value_entered_by(const struct value *value);
struct date plan_value_entered_on(const struct value *value);
/* Thresholds in force at a date, or NULL (then the default tolerance holds). */
const struct threshold *plan_threshold(const struct measure *measure, struct date at);

/* An option's value in words: "left out". */
const char *plan_option_value(struct arena *arena, const struct settings *settings,
                              enum plan_option option);

/* --emit=plan: every entity as text in a fixed order, without places. */
void plan_dump(const struct plan *plan, struct textbuf *out);
/* Names as in the workbook's choices: "higher", "monthly"... */
const char *plan_polarity_name(enum polarity polarity);
const char *plan_aggregation_name(enum aggregation aggregation);
const char *plan_series_name(enum series series);
const char *plan_unit_kind_name(enum unit_kind kind);
const char *plan_group_name(enum process_group group);

#endif

#include "plan/plan.h"

#include "base/digest.h"
#include "base/file.h"
#include "plan/planbuild.h"
#include "plan/plandecimals.h"
#include "plan/planrules.h"
#include "plan/readagenda.h"
#include "plan/readbenefits.h"
#include "plan/readchanges.h"
#include "plan/readinitiatives.h"
#include "plan/readmeasures.h"
#include "plan/readmeetings.h"
#include "plan/readobjectives.h"
#include "plan/readoffice.h"
#include "plan/readorganization.h"
#include "plan/readrisks.h"
#include "plan/readsurroundings.h"
#include "plan/readtranslations.h"
#include "plan/readunits.h"
#include "plan/readvalues.h"

#include <string.h>

/* ---- building ---- */

static void index_attestations(struct planbuild *b, struct plan_index *index) {
    const struct plan *plan = b->plan;
    size_t *last = arena_array(b->arena, plan->measures.count, sizeof *last);
    size_t *earlier = arena_array(b->arena, plan->attestations.count, sizeof *earlier);
    for (size_t i = 0; i < plan->measures.count; i++)
        last[i] = IDMAP_NONE;
    for (size_t i = 0; i < plan->attestations.count; i++) {
        size_t measure = (size_t)(plan->attestations.items[i].measure - plan->measures.items);
        earlier[i] = last[measure];
        last[measure] = i;
    }
    index->last_attestation = last;
    index->earlier_attestation = earlier;
}

static void index_plan(struct planbuild *b) {
    struct plan *plan = b->plan;
    struct plan_index *index = arena_alloc(b->arena, sizeof *index);
    struct idmap *subjects = idmap_new(b->arena);
    size_t *earlier = arena_array(b->arena, plan->commentaries.count, sizeof *earlier);
    for (size_t i = 0; i < plan->commentaries.count; i++) {
        const char *subject = plan->commentaries.items[i].linked_id;
        earlier[i] = idmap_find(subjects, subject);
        idmap_set(subjects, subject, i);
    }
    *index = (struct plan_index){
        .units = b->ids[SHEET_UNITS],
        .themes = b->ids[SHEET_THEMES],
        .objectives = b->ids[SHEET_OBJECTIVES],
        .measures = b->ids[SHEET_MEASURES],
        .initiatives = b->ids[SHEET_INITIATIVES],
        .risks = b->ids[SHEET_RISKS],
        .meetings = b->ids[SHEET_MEETINGS],
        .actions = b->ids[SHEET_ACTIONS],
        .papers = b->ids[SHEET_PAPERS],
        .changes = b->ids[SHEET_CHANGES],
        .subjects = subjects,
        .earlier_commentary = earlier,
    };
    index_attestations(b, index);
    plan->index = index;
}

static void digest_plan(struct planbuild *b) {
    struct arena *aside = arena_aside(b->arena);
    struct textbuf dump;
    textbuf_init(&dump, aside);
    plan_dump(b->plan, &dump);
    digest_hex(textbuf_text(&dump), dump.length, b->plan->digest);
    arena_free(aside);
}

const struct plan *plan_build(struct arena *arena, const struct workbook *workbook,
                              const struct plan_options *options, struct diags *diags) {
    struct planbuild b = {
        .arena = arena,
        .workbook = workbook,
        .diags = diags,
        .plan = arena_alloc(arena, sizeof *b.plan),
    };
    b.plan->workbook = workbook;
    b.plan->source = file_stem(arena, workbook->shown ? workbook->shown : workbook->path);
    planbuild_begin(&b);
    readorganization(&b, options);
    readunits(&b);
    readobjectives(&b);
    readmeasures(&b);
    readvalues(&b);
    plandecimals(&b);
    readinitiatives(&b);
    readoffice(&b);
    readmeetings(&b);
    readbenefits(&b);
    readrisks(&b);
    readagenda(&b);
    readchanges(&b);
    readsurroundings(&b);
    readtranslations(&b);
    index_plan(&b);
    planrules(&b);
    if (!options->undigested)
        digest_plan(&b);
    return b.plan;
}

/* ---- lookups ---- */

#define LOOKUP(what, entity, list)                                                                 \
    const struct entity *plan_##what(const struct plan *plan, const char *id) {                    \
        const size_t i = idmap_find(plan->index->list, id);                                        \
        return i == IDMAP_NONE ? NULL : &plan->list.items[i];                                      \
    }

LOOKUP(unit, unit, units)
LOOKUP(theme, theme, themes)
LOOKUP(objective, objective, objectives)
LOOKUP(measure, measure, measures)
LOOKUP(initiative, initiative, initiatives)
LOOKUP(risk, risk, risks)
LOOKUP(meeting, meeting, meetings)
LOOKUP(action, action, actions)
LOOKUP(paper, decision_paper, papers)
LOOKUP(change, change_request, changes)

const struct attestation *plan_attestation(const struct plan *plan, const struct measure *measure,
                                           struct period period) {
    size_t i = plan->index->last_attestation[measure - plan->measures.items];
    while (i != IDMAP_NONE) {
        const struct attestation *attestation = &plan->attestations.items[i];
        if (period_equal(attestation->period, period))
            return attestation;
        i = plan->index->earlier_attestation[i];
    }
    return NULL;
}

const struct unit *plan_root(const struct plan *plan) {
    for (size_t i = 0; i < plan->units.count; i++)
        if (!plan->units.items[i].parent)
            return &plan->units.items[i];
    return NULL;
}

const struct commentary *plan_commentary(const struct plan *plan, const char *id,
                                         struct period period) {
    size_t i = idmap_find(plan->index->subjects, id);
    while (i != IDMAP_NONE) {
        const struct commentary *commentary = &plan->commentaries.items[i];
        if (period_equal(commentary->period, period))
            return commentary;
        i = plan->index->earlier_commentary[i];
    }
    return NULL;
}

const struct value *plan_value_among(const struct value *values, size_t count,
                                     struct period period) {
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (values[middle].period.start < period.start)
            low = middle + 1;
        else
            high = middle;
    }
    bool found = low < count && values[low].period.start == period.start;
    return found ? &values[low] : NULL;
}

const struct value *plan_value(const struct measure *measure, enum series series,
                               struct period period) {
    if (period.frequency != measure->frequency)
        return NULL;
    return plan_value_among(measure->series[series].items, measure->series[series].count, period);
}

struct place plan_value_place(const struct plan *plan, const struct value *value) {
    return value->record ? workbook_place(plan->workbook, value->record, COLUMN_VALUES_VALUE)
                         : (struct place){.file = NULL};
}

static const struct field *field_of(const struct value *value, int column) {
    static const struct field empty = {.text = ""};
    return value->record ? workbook_field(value->record, column) : &empty;
}

const char *plan_value_note(const struct value *value) {
    return field_of(value, COLUMN_VALUES_NOTE)->text;
}

const char *plan_value_entered_by(const struct value *value) {
    return field_of(value, COLUMN_VALUES_ENTERED_BY)->text;
}

struct date plan_value_entered_on(const struct value *value) {
    return field_of(value, COLUMN_VALUES_ENTERED_ON)->date;
}

const struct threshold *plan_threshold(const struct measure *measure, struct date at) {
    const struct threshold *found = NULL;
    for (size_t i = 0; i < measure->thresholds.count; i++) {
        const struct threshold *threshold = &measure->thresholds.items[i];
        if (!date_set(threshold->effective) || date_compare(threshold->effective, at) <= 0)
            found = threshold;
    }
    return found;
}

/* ---- names ---- */

const char *plan_polarity_name(enum polarity polarity) {
    static const char *const names[] = {"higher", "lower", "range", "binary", "info"};
    return names[polarity];
}

const char *plan_aggregation_name(enum aggregation aggregation) {
    static const char *const names[] = {"last", "sum", "mean", "ratio", "min", "max"};
    return names[aggregation];
}

const char *plan_series_name(enum series series) {
    static const char *const names[] = {"actual",    "target",    "forecast",   "prior-year",
                                        "benchmark", "numerator", "denominator"};
    return series < SERIES_COUNT ? names[series] : "";
}

const char *plan_unit_kind_name(enum unit_kind kind) {
    static const char *const names[] = {"enterprise", "business", "support", "partner"};
    return names[kind];
}

const char *plan_group_name(enum process_group group) {
    static const char *const names[] = {"core", "desirable", "integrative"};
    return names[group];
}

static const char *number_of(struct arena *arena, struct decimal number, const char *after) {
    char text[32];
    decimal_format(number, -1, text);
    return arena_printf(arena, "%s%s", text, after);
}

static const char *tolerance_of(struct arena *arena, const struct settings *settings) {
    const char *share = number_of(arena, settings->tolerance, " % of the target");
    if (!settings->tolerance_in_points) {
        return share;
    }
    return arena_printf(arena, "%s, otherwise %s",
                        number_of(arena, settings->tolerance, " points for measures in %"), share);
}

const char *plan_option_value(struct arena *arena, const struct settings *settings,
                              enum plan_option option) {
    static const char *const rollups[] = {"weighted mean", "worst child", "majority"};
    static const char *const missing[] = {"left out", "strict: any missing value makes grey",
                                          "scored 0", "last value carried forward"};
    switch (option) {
    case OPTION_ROLLUP:
        return rollups[settings->rollup];
    case OPTION_MISSING:
        return missing[settings->missing];
    case OPTION_CARRY:
        return arena_printf(arena, "%d", settings->carry_periods);
    case OPTION_TOLERANCE:
        return tolerance_of(arena, settings);
    case OPTION_TOLERANCE_UNIT:
        return settings->tolerance_in_points ? "points, for measures in %"
                                             : "percent of the target";
    case OPTION_COVERAGE:
        return number_of(arena, settings->minimum_coverage, " %");
    case OPTION_HEADLINE:
        return settings->headline_ytd ? "year to date" : "period";
    case OPTION_DEAD_BAND:
        return number_of(arena, settings->dead_band, " % of the distance from target to red flag");
    case OPTION_COUNT:
        break;
    }
    return "";
}

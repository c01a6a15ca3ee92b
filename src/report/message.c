#include "report/message.h"

#include "base/idmap.h"
#include "base/textbuf.h"

#include <string.h>

enum { PERCENT_SAYS_NOTHING = 900 };

static bool given(const char *text) {
    return text && *text;
}

/* ---- measures ---- */

static const char *yes_no(struct decimal value) {
    return decimal_zero(value) ? "no" : "yes";
}

/* A move that the printed figures would not show is told as hardly one. */
static const char *move_case(const struct reading *reading) {
    unsigned places = reading->result->measure->decimals;
    bool same = decimal_compare(decimal_round(reading->before, places),
                                decimal_round(reading->result->actual, places)) == 0;
    if (same && (reading->move == READING_UP || reading->move == READING_DOWN))
        return "hardly";
    return reading_move_name(reading->move);
}

static const char *period_or_null(const struct sentence_voice *voice, struct period period) {
    return period_set(period) ? wording_period(voice, period) : NULL;
}

static const char *missing_measure(const struct sentence_voice *voice,
                                   const struct reading *reading) {
    struct sentence s = sentence_new(voice);
    sentence_text(&s, "measure", reading->result->measure->name);
    sentence_part(&s, "period", period_or_null(voice, reading->result->period));
    sentence_part(&s, "last", period_or_null(voice, reading->last));
    return sentence_say(&s, SENTENCE_MISSING);
}

static const char *binary_measure(const struct sentence_voice *voice,
                                  const struct measure_result *result) {
    struct sentence s = sentence_new(voice);
    sentence_text(&s, "measure", result->measure->name);
    sentence_choice(&s, "value", yes_no(result->actual));
    sentence_choice(&s, "target", result->has_target ? yes_no(result->target) : NULL);
    sentence_part(&s, "carried", period_or_null(voice, result->carried));
    return sentence_say(&s, SENTENCE_BINARY);
}

const char *message_reading(const struct sentence_voice *voice, const struct reading *reading) {
    const struct measure_result *result = reading->result;
    const struct measure *measure = result->measure;
    if (!result->has_actual)
        return missing_measure(voice, reading);
    if (measure->polarity == POLARITY_BINARY)
        return binary_measure(voice, result);
    bool placed = reading->side != READING_NO_TARGET || !result->has_target;
    struct sentence s = sentence_new(voice);
    sentence_text(&s, "measure", measure->name);
    sentence_choice(&s, "move", move_case(reading));
    sentence_part(&s, "actual", wording_quantity(voice, measure, result->actual));
    sentence_part(&s, "carried", period_or_null(voice, result->carried));
    sentence_choice(&s, "to-date",
                    result->ytd_due == 0                  ? NULL
                    : result->ytd_have == result->ytd_due ? "complete"
                                                          : "part");
    sentence_count(&s, "have", result->ytd_have);
    sentence_count(&s, "due", result->ytd_due);
    sentence_part(
        &s, "place",
        placed ? wording_place(voice, measure, reading->side, reading->gap, result->target) : NULL);
    return sentence_say(&s, SENTENCE_MEASURE);
}

/* How long the measure has had its status; NULL where that says nothing. */
static const char *run(const struct sentence_voice *voice, const struct briefing_fact *fact) {
    const struct reading *reading = &fact->reading;
    if (!fact->has_reading || reading->run == 0)
        return NULL;
    const struct measure_result *result = reading->result;
    struct sentence s = sentence_new(voice);
    sentence_part(&s, "status", wording_status(voice, result->status));
    sentence_choice(&s, "rhythm", period_frequency_name(result->measure->frequency));
    if (reading->run > 1) {
        sentence_part(&s, "n", wording_ordinal(voice, reading->run));
        sentence_count(&s, "count", reading->run);
        sentence_choice(&s, "open", reading->run_open ? "yes" : "no");
        return sentence_say(&s, SENTENCE_RUN);
    }
    if (!status_scored(result->previous_status))
        return NULL;
    sentence_part(&s, "before", wording_status(voice, result->previous_status));
    return sentence_say(&s, SENTENCE_NEWLY);
}

/* ---- initiatives ---- */

/* In percent; in money where percents say nothing, because almost nothing was approved. */
static const char *over_budget(const struct sentence_voice *voice,
                               const struct initiative_result *result) {
    const struct initiative *initiative = result->initiative;
    struct decimal over, money;
    struct sentence s = sentence_new(voice);
    if (result->has_cost && decimal_sub(result->cost_percent, decimal_of(100), &over) &&
        decimal_compare(over, decimal_of(PERCENT_SAYS_NOTHING)) <= 0) {
        sentence_part(&s, "percent", wording_percent(voice, over, 0));
        return sentence_say(&s, SENTENCE_OVER_BUDGET);
    }
    if (!decimal_sub(initiative->forecast_cost.value, initiative->budget.value, &money))
        money = initiative->forecast_cost.value;
    sentence_part(&s, "money", wording_money(voice, money));
    return sentence_say(&s, SENTENCE_OVER_BUDGET_BY);
}

/* NULL if the schedule is no worry. */
static const char *schedule(const struct sentence_voice *voice,
                            const struct initiative_result *result) {
    struct sentence s = sentence_new(voice);
    if (result->days_overdue > 0) {
        sentence_count(&s, "days", result->days_overdue);
        return sentence_say(&s, SENTENCE_DAYS_LATE);
    }
    if (result->past_end) {
        sentence_part(&s, "date", wording_date(voice, result->initiative->end));
        return sentence_say(&s, SENTENCE_PAST_END);
    }
    if (!result->has_expected || !status_scored(result->schedule) ||
        result->schedule == STATUS_GREEN)
        return NULL;
    sentence_part(&s, "points", wording_points(voice, result->gap_points, 0));
    return sentence_say(&s, SENTENCE_BEHIND);
}

static bool troubled(enum status status) {
    return status == STATUS_AMBER || status == STATUS_RED;
}

const char *message_initiative(const struct sentence_voice *voice,
                               const struct initiative_result *result) {
    const char *parts[3];
    size_t count = 0;
    if (troubled(result->budget))
        parts[count++] = over_budget(voice, result);
    const char *late = schedule(voice, result);
    if (late)
        parts[count++] = late;
    struct sentence s = sentence_new(voice);
    if (result->has_benefit && troubled(result->benefit)) {
        sentence_part(&s, "percent", wording_percent(voice, result->benefit_percent, 0));
        parts[count++] = sentence_say(&s, SENTENCE_BENEFIT_PART);
    }
    return count > 0 ? wording_list(voice, parts, count) : sentence_say(&s, SENTENCE_AS_PLANNED);
}

/* ---- clauses ---- */

static const char *owner(const struct sentence_voice *voice, const struct briefing_fact *fact) {
    struct sentence s = sentence_new(voice);
    if (!*fact->owner)
        return sentence_say(&s, SENTENCE_OWNER_NONE);
    sentence_text(&s, "owner", fact->owner);
    if (!fact->owner_of_objective || !fact->has_reading)
        return sentence_say(&s, SENTENCE_OWNER);
    sentence_text(&s, "objective", fact->objective->objective->id);
    return sentence_say(&s, SENTENCE_OWNER_OBJECTIVE);
}

static const char *driver_clause(const struct sentence_voice *voice,
                                 const struct briefing_fact *fact) {
    size_t count = fact->drivers.count;
    if (count == 0)
        return NULL;
    const char **ids = arena_array(voice->arena, count, sizeof *ids);
    for (size_t i = 0; i < count; i++)
        ids[i] = fact->drivers.items[i].objective->objective->id;
    struct sentence s = sentence_new(voice);
    sentence_text(&s, "drivers", wording_list(voice, ids, count));
    sentence_count(&s, "count", (int)count);
    return sentence_say(&s, SENTENCE_DRIVERS);
}

/* The lead measure's sentence, else the objective's own. */
static const char *finding(const struct sentence_voice *voice, const struct briefing_fact *fact) {
    if (fact->has_reading)
        return message_reading(voice, &fact->reading);
    if (!fact->objective->score.exact)
        return NULL;
    struct sentence s = sentence_new(voice);
    sentence_text(&s, "objective", fact->objective->objective->name);
    sentence_part(&s, "status", wording_status(voice, fact->status));
    sentence_number(&s, "score", fact->objective->score.rounded, 0);
    return sentence_say(&s, SENTENCE_OBJECTIVE);
}

/* ---- one sentence for each kind ---- */

typedef const char *say_fn(const struct sentence_voice *voice, const struct briefing_fact *fact);

static const char *say_off_track(const struct sentence_voice *voice,
                                 const struct briefing_fact *fact) {
    struct sentence s = sentence_new(voice);
    sentence_part(&s, "finding", finding(voice, fact));
    sentence_part(&s, "run", run(voice, fact));
    sentence_part(&s, "owner", owner(voice, fact));
    sentence_part(&s, "drivers", driver_clause(voice, fact));
    return sentence_say(&s, SENTENCE_OFF_TRACK);
}

static const char *say_step_in(const struct sentence_voice *voice,
                               const struct briefing_fact *fact) {
    const struct initiative_result *result = fact->initiative;
    struct sentence s = sentence_new(voice);
    sentence_text(&s, "initiative", result->initiative->name);
    sentence_part(&s, "parts", message_initiative(voice, result));
    sentence_part(&s, "reported",
                  result->disagrees ? wording_status(voice, result->reported) : NULL);
    sentence_part(&s, "owner", owner(voice, fact));
    return sentence_say(&s, SENTENCE_STEP_IN);
}

static const char *say_critical(const struct sentence_voice *voice,
                                const struct briefing_fact *fact) {
    struct sentence s = sentence_new(voice);
    sentence_part(&s, "finding", finding(voice, fact));
    sentence_text(&s, "objective", fact->objective->objective->id);
    sentence_part(&s, "run", run(voice, fact));
    sentence_part(&s, "owner", owner(voice, fact));
    return sentence_say(&s, SENTENCE_CRITICAL);
}

static const char *say_worsened(const struct sentence_voice *voice,
                                const struct briefing_fact *fact) {
    struct sentence s = sentence_new(voice);
    sentence_part(&s, "finding", finding(voice, fact));
    sentence_text(&s, "objective", fact->objective->objective->id);
    sentence_part(&s, "before", wording_status(voice, fact->before));
    sentence_part(&s, "after", wording_status(voice, fact->status));
    sentence_part(&s, "owner", owner(voice, fact));
    return sentence_say(&s, SENTENCE_WORSENED);
}

/* A yes or no, and what has no figure for the year, are not told as one. */
static bool forecast_told(const struct briefing_fact *fact) {
    return fact->has_reading && fact->reading.result->forecast_method != FORECAST_NONE &&
           fact->reading.result->measure->polarity != POLARITY_BINARY;
}

static const char *forecast(const struct sentence_voice *voice, const struct reading *reading) {
    return wording_quantity(voice, reading->result->measure, reading->result->forecast);
}

static const char *year_place(const struct sentence_voice *voice, const struct reading *reading) {
    if (reading->year_side == READING_NO_TARGET)
        return NULL;
    const struct measure_result *result = reading->result;
    return wording_place(voice, result->measure, reading->year_side, reading->year_gap,
                         result->year_target);
}

static const char *say_warning(const struct sentence_voice *voice,
                               const struct briefing_fact *fact) {
    const struct objective_result *result = fact->objective;
    bool told = forecast_told(fact);
    struct sentence s = sentence_new(voice);
    sentence_text(&s, "objective", result->objective->name);
    sentence_part(&s, "now", wording_status(voice, result->status));
    sentence_part(&s, "then", wording_status(voice, result->forecast_status));
    sentence_text(&s, "measure", told ? fact->reading.result->measure->name : NULL);
    sentence_part(&s, "forecast", told ? forecast(voice, &fact->reading) : NULL);
    sentence_part(&s, "place", told ? year_place(voice, &fact->reading) : NULL);
    sentence_part(&s, "owner", owner(voice, fact));
    return sentence_say(&s, SENTENCE_WARNING);
}

static const char *say_unjudged(const struct sentence_voice *voice,
                                const struct briefing_fact *fact) {
    struct sentence s = sentence_new(voice);
    sentence_text(&s, "objective", fact->objective->objective->name);
    sentence_part(&s, "finding", finding(voice, fact));
    sentence_part(&s, "owner", owner(voice, fact));
    return sentence_say(&s, SENTENCE_UNJUDGED);
}

static const char *say_no_value(const struct sentence_voice *voice,
                                const struct briefing_fact *fact) {
    struct sentence s = sentence_new(voice);
    sentence_part(&s, "finding", message_reading(voice, &fact->reading));
    sentence_part(&s, "owner", owner(voice, fact));
    return sentence_say(&s, SENTENCE_NO_VALUE);
}

static const char *say_flattered(const struct sentence_voice *voice,
                                 const struct briefing_fact *fact) {
    const struct initiative_result *result = fact->initiative;
    struct sentence s = sentence_new(voice);
    sentence_text(&s, "initiative", result->initiative->name);
    sentence_part(&s, "reported", wording_status(voice, result->reported));
    sentence_part(&s, "status", wording_status(voice, result->status));
    sentence_part(&s, "parts", message_initiative(voice, result));
    sentence_part(&s, "owner", owner(voice, fact));
    return sentence_say(&s, SENTENCE_FLATTERED);
}

/* In the base currency or its own unit; NULL if not known. */
static const char *benefit_amount(const struct sentence_voice *voice,
                                  const struct benefit_result *result,
                                  const struct quantity *amount) {
    if (!amount->known)
        return NULL;
    if (result->in_currency)
        return wording_money(voice, amount->value);
    const struct measure of = {.unit_of_measure = result->benefit->unit_of_value};
    return wording_quantity(voice, &of, amount->value);
}

static const char *say_benefit(const struct sentence_voice *voice,
                               const struct briefing_fact *fact) {
    const struct benefit *benefit = fact->benefit->benefit;
    struct sentence s = sentence_new(voice);
    sentence_text(&s, "benefit", benefit->name);
    sentence_part(&s, "due", wording_period(voice, benefit->due));
    sentence_part(&s, "realised", benefit_amount(voice, fact->benefit, &benefit->realised));
    sentence_part(&s, "planned", benefit_amount(voice, fact->benefit, &benefit->planned));
    sentence_part(&s, "owner", owner(voice, fact));
    return sentence_say(&s, SENTENCE_BENEFIT);
}

static const char *say_action(const struct sentence_voice *voice,
                              const struct briefing_fact *fact) {
    struct sentence s = sentence_new(voice);
    sentence_text(&s, "action", fact->action->name);
    sentence_count(&s, "days", fact->days);
    sentence_part(&s, "due", wording_date(voice, fact->action->due));
    sentence_part(&s, "owner", owner(voice, fact));
    return sentence_say(&s, SENTENCE_ACTION);
}

static const char *say_office(const struct sentence_voice *voice,
                              const struct briefing_fact *fact) {
    const struct process_result *result = fact->process;
    struct sentence s = sentence_new(voice);
    sentence_text(&s, "process", result->process->name);
    sentence_part(&s, "planned", wording_fte(voice, result->planned));
    sentence_part(&s, "owner", owner(voice, fact));
    if (result->verdict != STAFFING_UNDER)
        return sentence_say(&s, SENTENCE_OFFICE_VACANT);
    sentence_part(&s, "benchmark", wording_fte(voice, result->process->fte_min));
    return sentence_say(&s, SENTENCE_OFFICE);
}

static const char *say_recovered(const struct sentence_voice *voice,
                                 const struct briefing_fact *fact) {
    struct sentence s = sentence_new(voice);
    sentence_text(&s, "objective", fact->objective->objective->name);
    sentence_number(&s, "score", fact->objective->score.rounded, 0);
    sentence_part(&s, "before", wording_status(voice, fact->before));
    return sentence_say(&s, SENTENCE_RECOVERED);
}

static const char *say_exceeds(const struct sentence_voice *voice,
                               const struct briefing_fact *fact) {
    struct sentence s = sentence_new(voice);
    sentence_part(&s, "finding", message_reading(voice, &fact->reading));
    return sentence_say(&s, SENTENCE_EXCEEDS);
}

/* ---- the whole ---- */

static void add_sentence(struct textbuf *out, const char *sentence) {
    textbuf_str(out, out->length > 0 ? " " : "");
    textbuf_str(out, sentence);
}

static const char *driver_notes(const struct sentence_voice *voice,
                                const struct briefing_fact *fact) {
    struct textbuf out;
    textbuf_init(&out, voice->arena);
    for (size_t i = 0; i < fact->drivers.count; i++) {
        const struct briefing_driver *driver = &fact->drivers.items[i];
        if (!driver->has_reading)
            continue;
        struct sentence s = sentence_new(voice);
        sentence_text(&s, "driver", driver->objective->objective->id);
        sentence_part(&s, "finding", message_reading(voice, &driver->reading));
        add_sentence(&out, sentence_say(&s, SENTENCE_DRIVER));
    }
    return textbuf_finish(&out);
}

static const char *notes(const struct sentence_voice *voice, const struct briefing_fact *fact) {
    static const char *const methods[] = {NULL, "declared", "seasonal", "run-rate", "last", "mean"};
    struct textbuf out;
    textbuf_init(&out, voice->arena);
    if (fact->has_reading && fact->reading.noise != READING_NOISE_UNKNOWN &&
        fact->reading.result->has_actual) {
        struct sentence s = sentence_new(voice);
        sentence_choice(&s, "signal", fact->reading.noise == READING_SIGNAL ? "yes" : "no");
        add_sentence(&out, sentence_say(&s, SENTENCE_NOISE));
    }
    if (forecast_told(fact)) {
        struct sentence s = sentence_new(voice);
        sentence_part(&s, "forecast", forecast(voice, &fact->reading));
        sentence_part(&s, "place", year_place(voice, &fact->reading));
        sentence_choice(&s, "method", methods[fact->reading.result->forecast_method]);
        add_sentence(&out, sentence_say(&s, SENTENCE_FORECAST));
    }
    return textbuf_finish(&out);
}

/* The owner is said of every fact that has something to answer for; the others have no such end. */
static size_t head_of(const char *sentence, const char *owner_said) {
    const char *at = strstr(sentence, owner_said);
    return at && at > sentence ? (size_t)(at - sentence) : strlen(sentence);
}

struct message message_of(const struct sentence_voice *voice, const struct briefing_fact *fact) {
    static const struct {
        say_fn *say;
        const char *anchor;
    } kinds[BRIEFING_KIND_COUNT] = {[BRIEFING_OFF_TRACK] = {say_off_track, "exceptions"},
                                    [BRIEFING_STEP_IN] = {say_step_in, "portfolio"},
                                    [BRIEFING_CRITICAL] = {say_critical, "exceptions"},
                                    [BRIEFING_WORSENED] = {say_worsened, "scorecard"},
                                    [BRIEFING_WARNING] = {say_warning, "scorecard"},
                                    [BRIEFING_UNJUDGED] = {say_unjudged, "exceptions"},
                                    [BRIEFING_NO_VALUE] = {say_no_value, "exceptions"},
                                    [BRIEFING_FLATTERED] = {say_flattered, "portfolio"},
                                    [BRIEFING_BENEFIT] = {say_benefit, "portfolio"},
                                    [BRIEFING_ACTION] = {say_action, "actions"},
                                    [BRIEFING_OFFICE] = {say_office, "office"},
                                    [BRIEFING_RECOVERED] = {say_recovered, "scorecard"},
                                    [BRIEFING_EXCEEDS] = {say_exceeds, "scorecard"}};
    const struct commentary *commentary = fact->commentary;
    const char *cause = "";
    if (commentary)
        cause = given(commentary->cause) ? commentary->cause : commentary->analysis;
    const char *sentence = kinds[fact->kind].say(voice, fact);
    return (struct message){
        .fact = fact,
        .finding = sentence,
        .finding_head = head_of(sentence, owner(voice, fact)),
        .cause = given(cause) ? cause : "",
        .ask = commentary && given(commentary->recommended_action) ? commentary->recommended_action
                                                                   : "",
        .cause_missing = fact->commentary_wanted && !given(cause) && fact->drivers.count == 0,
        .drivers = driver_notes(voice, fact),
        .notes = notes(voice, fact),
        .anchor = kinds[fact->kind].anchor};
}

/* ---- where it came from ---- */

const char *message_source(const struct sentence_voice *voice,
                           const struct briefing_source *source) {
    struct place place = source->place;
    const char *cell = diag_cell(voice->arena, place);
    if (!cell && place.file)
        cell = arena_printf(voice->arena, "%s:%u", place.file, (unsigned)place.line);
    struct sentence s = sentence_new(voice);
    sentence_choice(&s, "what", briefing_source_name(source->kind));
    sentence_text(&s, "of", source->of);
    sentence_part(&s, "period", period_or_null(voice, source->period));
    sentence_part(&s, "cell", cell);
    return sentence_say(&s, SENTENCE_SOURCE);
}

const char *message_ids(struct arena *arena, const struct briefing_fact *fact) {
    struct idmap *ids = idmap_new(arena);
    struct textbuf out;
    textbuf_init(&out, arena);
    for (size_t i = 0; i < fact->sources.count; i++) {
        const struct briefing_source *source = &fact->sources.items[i];
        if (!source->derived || idmap_put(ids, source->of, i) != i)
            continue;
        add_sentence(&out, source->of);
    }
    return textbuf_finish(&out);
}

#include "report/brieftext.h"

#include "base/json.h"
#include "base/wraptext.h"

#include <string.h>

struct chosen {
    const struct briefing_fact **facts;
    size_t count;
};

static struct chosen choose(const struct sentence_voice *voice, const struct briefing *briefing,
                            bool all) {
    size_t most = all ? briefing->facts.count : BRIEFING_MOST;
    struct chosen out = {arena_array(voice->arena, most, sizeof *out.facts), 0};
    if (!all) {
        out.count = briefing_choose(briefing, out.facts);
        return out;
    }
    for (; out.count < most; out.count++)
        out.facts[out.count] = &briefing->facts.items[out.count];
    return out;
}

/* ---- text ---- */

enum { WIDTH = 100 };

/* A paragraph after its mark, wrapped between words; nothing for an empty text. */
static void line(struct textbuf *out, const char *mark, const char *text) {
    const size_t indent = strlen(mark);
    if (!*text)
        return;
    textbuf_str(out, mark);
    wraptext(out, text, WIDTH, indent, indent);
}

static const char *labelled(const struct sentence_voice *voice, enum catalogue_key key,
                            const char *text) {
    if (!*text)
        return "";
    struct sentence s = sentence_new(voice);
    sentence_text(&s, "text", text);
    return sentence_say(&s, key);
}

static void write_sources(const struct sentence_voice *voice, const struct briefing_fact *fact,
                          struct textbuf *out) {
    struct sentence s = sentence_new(voice);
    line(out, "   ", sentence_say(&s, SENTENCE_SOURCES));
    for (size_t i = 0; i < fact->sources.count; i++)
        line(out, "   - ", message_source(voice, &fact->sources.items[i]));
    const char *ids = message_ids(voice->arena, fact);
    if (!*ids)
        return;
    sentence_part(&s, "ids", ids);
    line(out, "   ", sentence_say(&s, SENTENCE_WHY));
}

static void write_message(const struct sentence_voice *voice, size_t number,
                          const struct briefing_fact *fact, struct textbuf *out) {
    struct message message = message_of(voice, fact);
    struct sentence s = sentence_new(voice);
    struct arena *arena = voice->arena;
    textbuf_char(out, '\n');
    line(out, arena_printf(arena, "%zu. ", number), arena_printf(arena, "%s.", message.finding));
    if (fact->objective)
        line(out, "   ",
             arena_printf(arena, "%s %s", fact->objective->objective->id,
                          fact->objective->objective->name));
    line(out, "   ", message.drivers);
    line(out, "   ", message.notes);
    line(out, "   ",
         message.cause_missing ? sentence_say(&s, SENTENCE_NO_CAUSE)
                               : labelled(voice, SENTENCE_CAUSE, message.cause));
    line(out, "   ", labelled(voice, SENTENCE_ASK, message.ask));
    write_sources(voice, fact, out);
}

static void write_head(const struct sentence_voice *voice, const struct briefing *briefing,
                       struct textbuf *out) {
    struct sentence s = sentence_new(voice);
    sentence_text(&s, "unit", briefing->unit->name);
    sentence_part(&s, "period", wording_period(voice, briefing->assessment->period));
    sentence_part(&s, "date", wording_date(voice, briefing->assessment->as_of));
    line(out, "", sentence_say(&s, SENTENCE_HEAD));
}

/* True if anything of the unit has a status. */
static bool judged(const struct briefing *briefing) {
    const struct group_result *unit = assess_unit(briefing->assessment, briefing->unit);
    return unit->score.exact != NULL;
}

void brieftext_text(const struct sentence_voice *voice, const struct briefing *briefing, bool all,
                    struct textbuf *out) {
    struct chosen chosen = choose(voice, briefing, all);
    write_head(voice, briefing, out);
    for (size_t i = 0; i < chosen.count; i++)
        write_message(voice, i + 1, chosen.facts[i], out);
    size_t more = briefing->facts.count - chosen.count;
    struct sentence s = sentence_new(voice);
    if (more > 0) {
        sentence_count(&s, "count", (int)more);
        textbuf_printf(out, "\n%s\n", sentence_say(&s, SENTENCE_MORE));
    } else if (chosen.count == 0) {
        sentence_choice(&s, "judged", judged(briefing) ? "yes" : "no");
        textbuf_printf(out, "\n%s\n", sentence_say(&s, SENTENCE_NOTHING));
    }
}

/* ---- JSON ---- */

struct writer {
    const struct sentence_voice *voice;
    struct json json;
};

static void put_known(struct writer *w, const char *key, bool known, struct decimal value) {
    if (known)
        json_decimal(&w->json, key, value);
    else
        json_null(&w->json, key);
}

static void put_quantity(struct writer *w, const char *key, const struct quantity *quantity) {
    put_known(w, key, quantity->known, quantity->value);
}

static void put_text(struct writer *w, const char *key, const char *text) {
    json_text(&w->json, key, text && *text ? text : NULL);
}

static void put_period(struct writer *w, const char *key, struct period period) {
    char text[16];
    if (period_set(period))
        period_format(period, &w->voice->fiscal, text);
    json_text(&w->json, key, period_set(period) ? text : NULL);
}

static void put_date(struct writer *w, const char *key, struct date date) {
    char text[11];
    date_format(date, text);
    json_text(&w->json, key, text);
}

static void put_count(struct writer *w, const char *key, int n) {
    if (n > 0)
        json_number(&w->json, key, n);
    else
        json_null(&w->json, key);
}

static void put_reading(struct writer *w, const char *key, bool has,
                        const struct reading *reading) {
    struct json *json = &w->json;
    if (!has) {
        json_null(json, key);
        return;
    }
    const struct measure_result *result = reading->result;
    static const char *const noise[] = {NULL, "noise", "signal"};
    json_open(json, key, '{');
    json_text(json, "id", result->measure->id);
    json_text(json, "status", status_name(result->status));
    put_period(w, "period", result->period);
    put_known(w, "actual", result->has_actual, result->actual);
    put_known(w, "target", result->has_target, result->target);
    put_period(w, "carried", result->carried);
    json_text(json, "move", reading_move_name(reading->move));
    put_known(w, "before", reading->move != READING_NO_MOVE, reading->before);
    put_known(w, "change", reading->move != READING_NO_MOVE, reading->change);
    json_text(json, "side", reading_side_name(reading->side));
    put_known(w, "gap", reading->side != READING_NO_TARGET, reading->gap);
    put_count(w, "run", reading->run);
    json_flag(json, "run_open", reading->run_open);
    put_period(w, "since", reading->since);
    put_period(w, "last", reading->last);
    json_text(json, "noise", noise[reading->noise]);
    put_known(w, "forecast", result->forecast_method != FORECAST_NONE, result->forecast);
    json_text(json, "method", assess_forecast_name(result->forecast_method));
    json_text(json, "forecast_status", status_name(result->forecast_status));
    put_known(w, "forecast_gap", reading->year_side != READING_NO_TARGET, reading->year_gap);
    json_close(json);
}

static void put_initiative(struct writer *w, const struct briefing_fact *fact) {
    const struct initiative_result *result = fact->initiative;
    struct json *json = &w->json;
    if (!result) {
        json_null(json, "initiative");
        return;
    }
    json_open(json, "initiative", '{');
    json_text(json, "id", result->initiative->id);
    json_text(json, "schedule", status_name(result->schedule));
    json_text(json, "budget", status_name(result->budget));
    json_text(json, "benefit", status_name(result->benefit));
    put_known(w, "cost_percent", result->has_cost, result->cost_percent);
    put_known(w, "benefit_percent", result->has_benefit, result->benefit_percent);
    put_known(w, "gap_points", result->has_expected, result->gap_points);
    json_text(json, "reported",
              status_scored(result->reported) ? status_name(result->reported) : NULL);
    json_decimal(json, "over_budget", fact->expense);
    json_decimal(json, "benefit_short", fact->shortfall);
    json_close(json);
}

static void put_process(struct writer *w, const struct process_result *result) {
    struct json *json = &w->json;
    if (!result) {
        json_null(json, "process");
        return;
    }
    json_open(json, "process", '{');
    json_text(json, "id", result->process->id);
    json_decimal(json, "planned", result->planned);
    json_decimal(json, "filled", result->filled);
    put_known(w, "benchmark", result->process->benchmarked, result->process->fte_min);
    json_close(json);
}

static void put_benefit(struct writer *w, const struct benefit_result *result) {
    struct json *json = &w->json;
    if (!result) {
        json_null(json, "benefit");
        return;
    }
    json_open(json, "benefit", '{');
    json_text(json, "id", result->benefit->id);
    put_period(w, "due", result->benefit->due);
    put_quantity(w, "planned", &result->benefit->planned);
    put_quantity(w, "realised", &result->benefit->realised);
    json_close(json);
}

static void put_action(struct writer *w, const struct action *action) {
    struct json *json = &w->json;
    if (!action) {
        json_null(json, "action");
        return;
    }
    json_open(json, "action", '{');
    json_text(json, "id", action->id);
    put_date(w, "due", action->due);
    json_close(json);
}

static void put_objective(struct writer *w, const struct objective_result *result) {
    struct json *json = &w->json;
    if (!result) {
        json_null(json, "objective");
        return;
    }
    json_open(json, "objective", '{');
    json_text(json, "id", result->objective->id);
    put_known(w, "score", result->score.exact != NULL, result->score.rounded);
    json_text(json, "forecast_status", status_name(result->forecast_status));
    json_close(json);
}

static void put_drivers(struct writer *w, const struct briefing_fact *fact) {
    json_open(&w->json, "drivers", '[');
    for (size_t i = 0; i < fact->drivers.count; i++) {
        const struct briefing_driver *driver = &fact->drivers.items[i];
        json_open(&w->json, NULL, '{');
        json_text(&w->json, "id", driver->objective->objective->id);
        put_reading(w, "measure", driver->has_reading, &driver->reading);
        json_close(&w->json);
    }
    json_close(&w->json);
}

static void put_sources(struct writer *w, const struct briefing_fact *fact) {
    json_open(&w->json, "sources", '[');
    for (size_t i = 0; i < fact->sources.count; i++) {
        const struct briefing_source *source = &fact->sources.items[i];
        json_open(&w->json, NULL, '{');
        json_text(&w->json, "what", briefing_source_name(source->kind));
        json_text(&w->json, "of", source->of);
        put_period(w, "period", source->period);
        json_text(&w->json, "cell", diag_cell(w->voice->arena, source->place));
        put_count(w, "line", (int)source->place.line);
        json_flag(&w->json, "why", source->derived);
        json_close(&w->json);
    }
    json_close(&w->json);
}

static void put_said(struct writer *w, const struct message *message) {
    put_text(w, "finding", message->finding);
    put_text(w, "cause", message->cause);
    json_flag(&w->json, "cause_missing", message->cause_missing);
    put_text(w, "ask", message->ask);
    put_text(w, "drivers_say", message->drivers);
    put_text(w, "notes", message->notes);
}

static void put_fact(struct writer *w, const struct briefing_fact *fact) {
    struct message message = message_of(w->voice, fact);
    struct decimal weight;
    bool fits = rational_round(fact->weight, DECIMAL_PLACES, &weight);
    json_open(&w->json, NULL, '{');
    json_number(&w->json, "rank", (int64_t)fact->rank);
    json_text(&w->json, "kind", briefing_kind_name(fact->kind));
    put_said(w, &message);
    json_text(&w->json, "status", status_name(fact->status));
    json_text(&w->json, "before", status_scored(fact->before) ? status_name(fact->before) : NULL);
    json_flag(&w->json, "critical", fact->critical);
    put_known(w, "weight", fits, weight);
    put_count(w, "days", fact->days);
    put_text(w, "owner", fact->owner);
    json_flag(&w->json, "owner_of_objective", fact->owner_of_objective);
    json_decimal(&w->json, "money", fact->money);
    put_objective(w, fact->objective);
    put_reading(w, "measure", fact->has_reading, &fact->reading);
    put_initiative(w, fact);
    put_process(w, fact->process);
    put_benefit(w, fact->benefit);
    put_action(w, fact->action);
    put_drivers(w, fact);
    put_sources(w, fact);
    json_close(&w->json);
}

void brieftext_json(const struct sentence_voice *voice, const struct briefing *briefing, bool all,
                    struct textbuf *out) {
    struct chosen chosen = choose(voice, briefing, all);
    struct writer w = {.voice = voice};
    json_init(&w.json, out);
    json_open_lines(&w.json, NULL, '{');
    json_text(&w.json, "unit", briefing->unit->id);
    put_period(&w, "period", briefing->assessment->period);
    put_date(&w, "as_of", briefing->assessment->as_of);
    json_text(&w.json, "language", voice->catalogue->language);
    json_number(&w.json, "facts", (int64_t)briefing->facts.count);
    json_open_lines(&w.json, "messages", '[');
    for (size_t i = 0; i < chosen.count; i++)
        put_fact(&w, chosen.facts[i]);
    json_close(&w.json);
    json_close(&w.json);
    textbuf_char(out, '\n');
}

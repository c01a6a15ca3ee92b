#include "assess/assesshead.h"
#include "compare/whatif.h"

static void put_score(struct json *json, const char *key, const struct rational *score) {
    struct decimal rounded;
    if (score && rational_round(score, DECIMAL_PLACES, &rounded))
        json_decimal(json, key, rounded);
    else
        json_null(json, key);
}

static void put_side(struct json *json, const char *key, const struct whatif_side *side) {
    if (!side->there) {
        json_null(json, key);
        return;
    }
    json_open(json, key, '{');
    json_text(json, "status", side->status);
    put_score(json, "score", side->score);
    if (side->has_coverage)
        json_decimal(json, "coverage", side->coverage);
    else
        json_null(json, "coverage");
    json_text(json, "forecast_status", side->forecast);
    put_score(json, "forecast_score", side->forecast_score);
    json_close(json);
}

static void put_tally(struct json *json, const char *key, const struct tally *tally) {
    json_open(json, key, '{');
    json_number(json, "exceeds", tally->exceeds);
    json_number(json, "green", tally->green);
    json_number(json, "amber", tally->amber);
    json_number(json, "red", tally->red);
    json_number(json, "grey", tally->grey);
    json_close(json);
}

static void put_edit(struct json *json, const struct edit *edit) {
    json_open(json, NULL, '{');
    json_text(json, "name", edit->name);
    json_text(json, "before", edit->before);
    json_text(json, "after", edit->after);
    json_text(json, "cell", diag_cell(json->out->arena, edit->place));
    json_close(json);
}

static void put_change(struct json *json, const struct whatif_change *change) {
    json_open(json, NULL, '{');
    json_text(json, "kind", whatif_kind_name(change->kind));
    json_text(json, "id", change->id);
    json_text(json, "unit", change->unit ? change->unit->id : NULL);
    json_text(json, "name", change->name);
    json_text(json, "part", change->part);
    put_side(json, "before", &change->before);
    put_side(json, "after", &change->after);
    json_close(json);
}

void whatif_json(const struct whatif *result, struct textbuf *out) {
    struct json json;
    json_init(&json, out);
    json_open_lines(&json, NULL, '{');
    assesshead_json(&json, result->before, result->after->plan);
    json_open_lines(&json, "what_if", '[');
    for (size_t i = 0; i < result->edits->list.count; i++)
        put_edit(&json, &result->edits->list.items[i]);
    json_close(&json);
    json_open(&json, "objectives", '{');
    put_tally(&json, "before", &result->objectives_before);
    put_tally(&json, "after", &result->objectives_after);
    json_close(&json);
    json_open_lines(&json, "changes", '[');
    for (size_t i = 0; i < result->changes.count; i++)
        put_change(&json, &result->changes.items[i]);
    json_close(&json);
    json_close(&json);
    textbuf_char(out, '\n');
}

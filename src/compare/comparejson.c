#include "compare/comparejson.h"

#include "base/json.h"
#include "compare/compareowner.h"

static void put_period(struct json *json, const char *key, const struct plan *plan,
                       struct period period) {
    char text[16];
    if (!period_set(period)) {
        json_null(json, key);
        return;
    }
    period_format(period, &plan->organization.fiscal, text);
    json_text(json, key, text);
}

static void put_side(struct json *json, const char *key, const struct plan *plan) {
    char date[11];
    date_format(plan->organization.as_of, date);
    json_open(json, key, '{');
    json_text(json, "file", plan->workbook->path);
    json_text(json, "sha256", plan->digest);
    json_text(json, "as_of", date);
    put_period(json, "period", plan, plan->organization.period);
    json_close(json);
}

/* "Measures!E14"; in inputs without cells "412:17", line and column of the file. */
static void put_place(struct json *json, const char *key, struct place place) {
    if (!place.file) {
        json_null(json, key);
        return;
    }
    const char *cell = diag_cell(json->out->arena, place);
    json_text(json, key,
              cell ? cell
                   : arena_printf(json->out->arena, "%u:%u", (unsigned)place.line,
                                  (unsigned)place.column));
}

static void put_difference(struct json *json, const struct comparison *comparison,
                           const struct difference *d) {
    json_open(json, NULL, '{');
    json_text(json, "kind", compare_kind_name(d->kind));
    json_text(json, "entity", d->entity);
    json_text(json, "id", d->id);
    json_text(json, "name", d->name);
    json_text(json, "sheet", schema_sheet(d->sheet)->title);
    json_text(json, "part", d->part);
    json_text(json, "field", d->field);
    put_period(json, "from", comparison->after, d->period);
    put_period(json, "to", comparison->after, d->last);
    json_number(json, "count", (int64_t)d->count);
    json_text(json, "before", d->before);
    json_text(json, "after", d->after);
    json_text(json, "score_before", d->score_before);
    json_text(json, "score_after", d->score_after);
    json_flag(json, "marked", d->marked);
    json_flag(json, "needs_approval", d->needs_approval);
    json_text(json, "approval", compare_approval_name(d->approval));
    json_text(json, "request", d->request ? d->request->id : NULL);
    put_place(json, "old_cell", d->old_place);
    put_place(json, "new_cell", d->new_place);
    json_close(json);
}

static void put_request(struct json *json, const struct comparison *comparison,
                        const struct change_request *request) {
    json_open(json, NULL, '{');
    json_text(json, "id", request->id);
    json_text(json, "linked", request->linked_id);
    json_text(json, "field", request->field);
    put_period(json, "period", comparison->after, request->period);
    json_text(json, "new_value", request->new_value);
    put_place(json, "cell", request->place);
    json_close(json);
}

static void put_owners(struct json *json, const struct comparison *comparison) {
    size_t count;
    const struct compareowner *rows = compareowner(json->out->arena, comparison, &count);
    json_open_lines(json, "owners", '[');
    for (size_t i = 0; i < count; i++) {
        json_open(json, NULL, '{');
        json_text(json, "owner", rows[i].owner);
        json_number(json, "unapproved", (int64_t)rows[i].unapproved);
        json_number(json, "targets", (int64_t)rows[i].targets);
        json_number(json, "approved", (int64_t)rows[i].approved);
        json_number(json, "restated", (int64_t)rows[i].restated);
        json_close(json);
    }
    json_close(json);
}

void comparejson(const struct comparison *comparison, struct textbuf *out) {
    struct json json;
    json_init(&json, out);
    json_open_lines(&json, NULL, '{');
    json_number(&json, "format", 1);
    put_side(&json, "old", comparison->before);
    put_side(&json, "new", comparison->after);
    json_number(&json, "unapproved", (int64_t)comparison->unapproved);
    json_number(&json, "approved", (int64_t)comparison->approved);
    json_open(&json, "kinds", '{');
    for (int kind = 0; kind < CHANGED_KINDS; kind++)
        json_number(&json, compare_kind_name((enum change_kind)kind),
                    (int64_t)comparison->kinds[kind]);
    json_close(&json);
    json_open_lines(&json, "differences", '[');
    for (size_t i = 0; i < comparison->differences.count; i++)
        put_difference(&json, comparison, &comparison->differences.items[i]);
    json_close(&json);
    put_owners(&json, comparison);
    json_open_lines(&json, "requests_without_change", '[');
    for (size_t i = 0; i < comparison->unseen.count; i++)
        put_request(&json, comparison, comparison->unseen.items[i]);
    json_close(&json);
    json_close(&json);
    textbuf_char(out, '\n');
}

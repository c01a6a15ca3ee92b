#include "base/json.h"

#include <assert.h>

void json_init(struct json *json, struct textbuf *out) {
    *json = (struct json){.out = out};
}

static void line_feed(struct json *json, size_t depth) {
    textbuf_char(json->out, '\n');
    for (size_t i = 0; i < depth; i++)
        textbuf_char(json->out, ' ');
}

/* What stands before a value: comma, line, key. */
static void lead(struct json *json, const char *key) {
    if (json->depth == 0) {
        assert(!key);
        return;
    }
    assert((json->open[json->depth - 1].close == '}') == (key != NULL));
    if (json->open[json->depth - 1].filled)
        textbuf_char(json->out, ',');
    if (json->open[json->depth - 1].lines)
        line_feed(json, json->depth);
    json->open[json->depth - 1].filled = true;
    if (!key)
        return;
    textbuf_json(json->out, key);
    textbuf_char(json->out, ':');
}

static void open_as(struct json *json, const char *key, char bracket, bool lines) {
    assert(json->depth < JSON_DEPTH && (bracket == '{' || bracket == '['));
    lead(json, key);
    textbuf_char(json->out, bracket);
    json->open[json->depth].close = bracket == '{' ? '}' : ']';
    json->open[json->depth].lines = lines;
    json->open[json->depth].filled = false;
    json->depth++;
}

void json_open(struct json *json, const char *key, char bracket) {
    open_as(json, key, bracket, false);
}

void json_open_lines(struct json *json, const char *key, char bracket) {
    open_as(json, key, bracket, true);
}

void json_close(struct json *json) {
    assert(json->depth > 0);
    json->depth--;
    if (json->open[json->depth].lines && json->open[json->depth].filled)
        line_feed(json, json->depth);
    textbuf_char(json->out, json->open[json->depth].close);
}

void json_null(struct json *json, const char *key) {
    lead(json, key);
    textbuf_str(json->out, "null");
}

void json_text(struct json *json, const char *key, const char *value) {
    if (!value) {
        json_null(json, key);
        return;
    }
    lead(json, key);
    textbuf_json(json->out, value);
}

void json_number(struct json *json, const char *key, int64_t value) {
    lead(json, key);
    textbuf_int(json->out, value);
}

void json_decimal(struct json *json, const char *key, struct decimal value) {
    lead(json, key);
    textbuf_decimal(json->out, value);
}

void json_flag(struct json *json, const char *key, bool value) {
    lead(json, key);
    textbuf_str(json->out, value ? "true" : "false");
}

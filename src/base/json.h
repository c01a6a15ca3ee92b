/* json: writes JSON, so that no caller counts commas.
 *
 *   struct json json;
 *   json_init(&json, &out);
 *   json_open(&json, NULL, '{');
 *   json_text(&json, "code", "BP3104");
 *   json_open_lines(&json, "rows", '[');
 *   json_number(&json, NULL, 1);
 *   json_close(&json);
 *   json_close(&json);
 *
 * Inside an object every value has a key; inside an array, and at the top, the key is NULL.  Both
 * are asserted, as is the depth.  Values follow one another without blanks, but those of a
 * container opened with json_open_lines() stand on lines of their own, so that two files can be
 * compared line by line. */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include "base/textbuf.h"
#include <stdbool.h>

#define JSON_DEPTH 16

struct json {
    struct textbuf *out;
    size_t depth; /* open containers */
    struct {
        char close; /* } or ] */
        bool lines, filled;
    } open[JSON_DEPTH];
};

void json_init(struct json *json, struct textbuf *out);
/* bracket: '{' or '['. */
void json_open(struct json *json, const char *key, char bracket);
void json_open_lines(struct json *json, const char *key, char bracket);
/* Closes the container opened last. */
void json_close(struct json *json);

/* NULL is written as null. */
void json_text(struct json *json, const char *key, const char *value);
void json_number(struct json *json, const char *key, int64_t value);
void json_decimal(struct json *json, const char *key, struct decimal value);
void json_flag(struct json *json, const char *key, bool value);
void json_null(struct json *json, const char *key);

#endif

#include "base/jsonread.h"

#include "base/bounds.h"
#include "base/textbuf.h"
#include "base/utf8.h"
#include <string.h>

struct reader {
    struct arena *arena;
    const char *at, *end;
    const char *line_start;
    uint32_t line;
    size_t depth, values;
    struct jsonread_fault *fault;
};

/* The first fault stays: what follows from it is noise. */
static bool fail(struct reader *r, const char *what) {
    if (!r->fault->what)
        *r->fault = (struct jsonread_fault){r->line, (uint32_t)(r->at - r->line_start) + 1, what};
    return false;
}

static void blanks(struct reader *r) {
    for (; r->at < r->end; r->at++) {
        if (*r->at == '\n') {
            r->line++;
            r->line_start = r->at + 1;
        } else if (*r->at != ' ' && *r->at != '\t' && *r->at != '\r') {
            break;
        }
    }
}

static bool next_is(struct reader *r, char c) {
    blanks(r);
    return r->at < r->end && *r->at == c;
}

/* ---- texts ---------------------------------------------------------------------------------- */

static int digit_of(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* The four digits after \u. */
static bool hex(struct reader *r, uint32_t *out) {
    *out = 0;
    for (int i = 0; i < 4; i++) {
        int digit = r->at < r->end ? digit_of(*r->at) : -1;
        if (digit < 0)
            return fail(r, "\\u needs four hexadecimal digits");
        *out = *out * 16 + (uint32_t)digit;
        r->at++;
    }
    return true;
}

static bool escaped_rune(struct reader *r, struct textbuf *out) {
    uint32_t rune, low;
    if (!hex(r, &rune))
        return false;
    if (rune >= 0xD800 && rune < 0xDC00 && r->end - r->at >= 2 && memcmp(r->at, "\\u", 2) == 0) {
        r->at += 2;
        if (!hex(r, &low))
            return false;
        if (low < 0xDC00 || low > 0xDFFF)
            return fail(r, "half of a pair stands alone");
        rune = 0x10000 + ((rune - 0xD800) << 10) + (low - 0xDC00);
    }
    if (rune == 0 || (rune >= 0xD800 && rune < 0xE000))
        return fail(r, rune ? "half of a pair stands alone" : "U+0000 is no character of a text");
    textbuf_rune(out, rune);
    return true;
}

static bool escape(struct reader *r, struct textbuf *out) {
    static const char names[] = "\"\\/bfnrt", values[] = "\"\\/\b\f\n\r\t";
    r->at++;
    if (r->at == r->end)
        return fail(r, "the text does not end");
    if (*r->at == 'u') {
        r->at++;
        return escaped_rune(r, out);
    }
    const char *name = *r->at ? strchr(names, *r->at) : NULL;
    if (!name)
        return fail(r, "this escape does not exist");
    textbuf_char(out, values[name - names]);
    r->at++;
    return true;
}

static bool text(struct reader *r, const char **out) {
    struct textbuf buf;
    textbuf_init(&buf, r->arena);
    for (r->at++; r->at < r->end && *r->at != '"';) {
        if ((unsigned char)*r->at < 0x20)
            return fail(r, "a control character stands in a text");
        if (buf.length > BOUND_FIELD_BYTES)
            return fail(r, "a text is longer than 32 KiB");
        if (*r->at != '\\')
            textbuf_char(&buf, *r->at++);
        else if (!escape(r, &buf))
            return false;
    }
    if (r->at == r->end)
        return fail(r, "the text does not end");
    r->at++;
    *out = textbuf_text(&buf);
    return true;
}

/* ---- numbers and names ---------------------------------------------------------------------- */

static size_t digits(struct reader *r) {
    const char *from = r->at;
    while (r->at < r->end && *r->at >= '0' && *r->at <= '9')
        r->at++;
    return (size_t)(r->at - from);
}

/* What may follow the digits before the point. */
static bool fraction(struct reader *r) {
    if (r->at < r->end && *r->at == '.') {
        r->at++;
        if (digits(r) == 0)
            return fail(r, "digits are missing after the point");
    }
    if (r->at == r->end || (*r->at != 'e' && *r->at != 'E'))
        return true;
    r->at++;
    if (r->at < r->end && (*r->at == '+' || *r->at == '-'))
        r->at++;
    return digits(r) > 0 || fail(r, "digits are missing in the exponent");
}

static bool number(struct reader *r, struct jsonread *out) {
    const char *from = r->at;
    if (*r->at == '-')
        r->at++;
    bool zero = r->at < r->end && *r->at == '0';
    size_t whole = digits(r);
    if (whole == 0 || (zero && whole > 1))
        return fail(r, "this is no value");
    out->kind = JSONREAD_NUMBER;
    out->exact =
        fraction(r) && decimal_parse(from, (size_t)(r->at - from), &out->number) == DECIMAL_OK;
    return !r->fault->what;
}

static bool name(struct reader *r, struct jsonread *out) {
    static const struct {
        const char *text;
        enum jsonread_kind kind;
        bool flag;
    } names[] = {{"null", JSONREAD_NULL, false},
                 {"true", JSONREAD_FLAG, true},
                 {"false", JSONREAD_FLAG, false}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        size_t length = strlen(names[i].text);
        if ((size_t)(r->end - r->at) < length || memcmp(r->at, names[i].text, length) != 0)
            continue;
        out->kind = names[i].kind;
        out->flag = names[i].flag;
        r->at += length;
        return true;
    }
    return fail(r, "this is no value");
}

/* ---- values --------------------------------------------------------------------------------- */

static struct jsonread *value(struct reader *r);

static bool key_of(struct reader *r, const struct jsonread *object, const char **key) {
    if (!next_is(r, '"'))
        return fail(r, "a key in quotation marks is missing");
    const char *start = r->at;
    if (!text(r, key))
        return false;
    if (jsonread_field(object, *key)) {
        r->at = start;
        return fail(r, "this key stands twice in its object");
    }
    if (!next_is(r, ':'))
        return fail(r, "a colon is missing");
    r->at++;
    return true;
}

static bool container(struct reader *r, struct jsonread *out) {
    bool object = *r->at == '{';
    char close = object ? '}' : ']';
    const struct jsonread **tail = &out->first;
    out->kind = object ? JSONREAD_OBJECT : JSONREAD_ARRAY;
    if (++r->depth > JSONREAD_DEPTH)
        return fail(r, "values stand more than 32 deep in one another");
    r->at++;
    if (next_is(r, close)) {
        r->at++;
        r->depth--;
        return true;
    }
    for (;;) {
        const char *key = NULL;
        if (object && out->count == JSONREAD_FIELDS)
            return fail(r, "an object has more than 200 fields");
        if (object && !key_of(r, out, &key))
            return false;
        struct jsonread *item = value(r);
        if (!item)
            return false;
        item->key = key;
        *tail = item;
        tail = &item->next;
        out->count++;
        if (next_is(r, close))
            break;
        if (!next_is(r, ','))
            return fail(r, "a comma or a closing bracket is missing");
        r->at++;
    }
    r->at++;
    r->depth--;
    return true;
}

static struct jsonread *value(struct reader *r) {
    blanks(r);
    if (r->at == r->end || r->values == JSONREAD_VALUES) {
        fail(r, r->at == r->end ? "a value is missing" : "there are more than 200,000 values");
        return NULL;
    }
    r->values++;
    struct jsonread *out = arena_alloc(r->arena, sizeof *out);
    out->line = r->line;
    out->column = (uint32_t)(r->at - r->line_start) + 1;
    bool good;
    if (*r->at == '"') {
        out->kind = JSONREAD_TEXT;
        good = text(r, &out->text);
    } else if (*r->at == '{' || *r->at == '[') {
        good = container(r, out);
    } else if (*r->at == '-' || (*r->at >= '0' && *r->at <= '9')) {
        good = number(r, out);
    } else {
        good = name(r, out);
    }
    return good ? out : NULL;
}

const struct jsonread *jsonread_parse(struct arena *arena, const char *bytes, size_t length,
                                      struct jsonread_fault *fault) {
    *fault = (struct jsonread_fault){0, 0, NULL};
    struct reader r = {
        .arena = arena, .at = bytes, .end = bytes + length, .line_start = bytes, .line = 1};
    r.fault = fault;
    if (length > JSONREAD_BYTES || !utf8_valid(bytes, length)) {
        fail(&r, length > JSONREAD_BYTES ? "it is longer than 8 MiB" : "it is not UTF-8");
        return NULL;
    }
    const struct jsonread *out = value(&r);
    if (!out)
        return NULL;
    blanks(&r);
    if (r.at < r.end) {
        fail(&r, "something follows after the value");
        return NULL;
    }
    return out;
}

const struct jsonread *jsonread_field(const struct jsonread *value, const char *key) {
    if (!value || !key || value->kind != JSONREAD_OBJECT)
        return NULL;
    for (const struct jsonread *field = value->first; field; field = field->next)
        if (field->key && strcmp(field->key, key) == 0)
            return field;
    return NULL;
}

bool jsonread_whole(const struct jsonread *value, int64_t least, int64_t most, int64_t *out) {
    if (!value || value->kind != JSONREAD_NUMBER || !value->exact ||
        value->number.micro % DECIMAL_ONE != 0)
        return false;
    *out = value->number.micro / DECIMAL_ONE;
    return *out >= least && *out <= most;
}

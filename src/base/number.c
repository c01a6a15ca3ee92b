#include "base/number.h"

#include "base/ascii.h"
#include "base/textbuf.h"
#include "base/utf8.h"
#include <string.h>

#define LONGEST 64u

#define MINUS_SIGN 0x2212u

const struct number_format number_page_format = {
    .decimal_mark = ".", .group_mark = "\u202F", .minus = "\u2212", .group_from_digits = 4};

static bool grouping_blank(uint32_t rune) {
    return rune == ' ' || rune == 0xA0 || rune == 0x202F || rune == 0x2009;
}

static const char *const samples[] = {[NUMBER_PLAIN] = "1234.56",
                                      [NUMBER_POINT] = "1,234.56",
                                      [NUMBER_COMMA] = "1.234,56",
                                      [NUMBER_SPACED] = "1 234,56"};

const char *number_style_name(enum number_style style) {
    return samples[style];
}

/* The text as code points without blanks at its ends, sign, brackets and percent sign. */
struct body {
    uint32_t runes[LONGEST];
    size_t first, end;
    bool negative, percent;
};

static bool body_read(struct body *body, const char *text) {
    size_t length = strlen(text);
    for (size_t at = 0; at < length;) {
        uint32_t rune = utf8_next(text, length, &at);
        if (body->end == 0 && utf8_space(rune))
            continue;
        if (body->end == LONGEST)
            return false;
        body->runes[body->end++] = rune;
    }
    return true;
}

static void drop_blanks(struct body *body) {
    while (body->first < body->end && utf8_space(body->runes[body->first]))
        body->first++;
    while (body->first < body->end && utf8_space(body->runes[body->end - 1]))
        body->end--;
}

static bool starts(const struct body *body, uint32_t rune) {
    return body->first < body->end && body->runes[body->first] == rune;
}

static bool drop_end(struct body *body, uint32_t rune) {
    if (body->first == body->end || body->runes[body->end - 1] != rune)
        return false;
    body->end--;
    drop_blanks(body);
    return true;
}

static bool strip(struct body *body) {
    drop_blanks(body);
    body->percent = drop_end(body, '%');
    if (starts(body, '(')) {
        if (!drop_end(body, ')'))
            return false;
        body->first++;
        body->negative = true;
        drop_blanks(body);
        if (!body->percent)
            body->percent = drop_end(body, '%');
        return !starts(body, '-') && !starts(body, '+') && !starts(body, MINUS_SIGN);
    }
    body->negative = starts(body, '-') || starts(body, MINUS_SIGN);
    if (body->negative || starts(body, '+')) {
        body->first++;
        drop_blanks(body);
    }
    return true;
}

static bool is_group_mark(uint32_t rune, enum number_style style) {
    switch (style) {
    case NUMBER_POINT:
        return rune == ',';
    case NUMBER_COMMA:
        return rune == '.';
    case NUMBER_SPACED:
        return grouping_blank(rune);
    case NUMBER_PLAIN:
        break;
    }
    return false;
}

static uint32_t decimal_mark(enum number_style style) {
    return style == NUMBER_PLAIN || style == NUMBER_POINT ? '.' : ',';
}

/* Writes the whole part without its marks; false if the groups are not of three digits. */
static bool read_whole(struct body *body, enum number_style style, char *out, size_t *used) {
    size_t in_group = 0;
    bool grouped = false;
    for (; body->first < body->end; body->first++) {
        uint32_t rune = body->runes[body->first];
        if (rune >= '0' && rune <= '9') {
            out[(*used)++] = (char)rune;
            in_group++;
            continue;
        }
        if (!is_group_mark(rune, style))
            break;
        if (grouped ? in_group != 3 : in_group < 1 || in_group > 3)
            return false;
        grouped = true;
        in_group = 0;
    }
    return !grouped || in_group == 3;
}

enum decimal_parse number_parse(const char *text, enum number_style style, struct decimal *out,
                                bool *percent) {
    struct body body = {.first = 0};
    char plain[LONGEST + 2];
    size_t used = 0;
    *percent = false;
    if (!body_read(&body, text) || !strip(&body))
        return DECIMAL_SYNTAX;
    if (body.negative)
        plain[used++] = '-';
    if (!read_whole(&body, style, plain, &used))
        return DECIMAL_SYNTAX;
    if (starts(&body, decimal_mark(style))) {
        plain[used++] = '.';
        body.first++;
    }
    for (; body.first < body.end; body.first++) {
        uint32_t rune = body.runes[body.first];
        if (rune < '0' || rune > '9')
            return DECIMAL_SYNTAX;
        plain[used++] = (char)rune;
    }
    enum decimal_parse result = decimal_parse(plain, used, out);
    *percent = body.percent && (result == DECIMAL_OK || result == DECIMAL_ROUNDED);
    return result;
}

bool number_missing(const char *text) {
    static const char *const words[] = {"",       "-",     "--",   "\u2013", "\u2014",
                                        "\u2212", "n/a",   "#n/a", "na",     "n.a.",
                                        "n.a",    "n. a.", "tbd",  "tba",    "tbc"};
    char initial = ascii_lower(text[0]);
    if (ascii_digit(initial) || (ascii_letter(initial) && initial != 'n' && initial != 't'))
        return false; /* most cells */
    size_t size;
    text = utf8_bare(text, &size);
    char word[16];
    if (size >= sizeof word)
        return false;
    memcpy(word, text, size);
    word[size] = '\0';
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (ascii_same(word, words[i]))
            return true;
    return false;
}

const char *number_text(struct arena *arena, const struct number_format *format,
                        struct decimal value, unsigned places, bool plus) {
    char plain[32];
    decimal_format(value, (int)places, plain);
    const char *digits = plain[0] == '-' ? plain + 1 : plain;
    bool zero = strspn(digits, "0.") == strlen(digits);
    size_t whole = strcspn(digits, ".");
    struct textbuf out;
    textbuf_init(&out, arena);
    if (plain[0] == '-')
        textbuf_str(&out, format->minus);
    else if (plus && !zero)
        textbuf_char(&out, '+');
    bool grouped = format->group_from_digits > 0 && whole >= format->group_from_digits;
    for (size_t i = 0; i < whole; i++) {
        if (grouped && i > 0 && (whole - i) % 3 == 0)
            textbuf_str(&out, format->group_mark);
        textbuf_char(&out, digits[i]);
    }
    if (digits[whole] == '.') {
        textbuf_str(&out, format->decimal_mark);
        textbuf_str(&out, digits + whole + 1);
    }
    return textbuf_finish(&out);
}

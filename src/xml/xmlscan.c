#include "xml/xmlscan.h"
#include "base/ascii.h"
#include "base/bounds.h"
#include "base/utf8.h"
#include <string.h>

struct place xmlscan_place(struct xmlscan_cursor *cursor, const struct xmlscan_text *text,
                           const char *path, size_t offset) {
    if (offset > text->length) {
        offset = text->length;
    }
    while (cursor->offset < offset) {
        const char *from = text->bytes + cursor->offset;
        const char *newline = memchr(from, '\n', offset - cursor->offset);
        if (!newline) {
            break;
        }
        cursor->offset += (size_t)(newline - from) + 1;
        cursor->line_start = cursor->offset;
        cursor->line++;
    }
    if (offset < cursor->line_start) {
        offset = cursor->line_start;
    }
    cursor->offset = offset;
    return (struct place){.file = path,
                          .line = cursor->line + 1,
                          .column = (uint32_t)(offset - cursor->line_start) + 1};
}

static struct place place_of(const struct xmlscan_text *text, const char *path, size_t offset) {
    struct xmlscan_cursor cursor = {0};
    return xmlscan_place(&cursor, text, path, offset);
}

/* Length of the UTF-8 sequence at the start of text, 0 if it is none. */
static size_t sequence(const unsigned char *text, size_t length) {
    static const struct {
        unsigned char low, high, second_low, second_high;
        size_t length;
    } forms[] = {
        {0xC2, 0xDF, 0x80, 0xBF, 2}, {0xE0, 0xE0, 0xA0, 0xBF, 3}, {0xE1, 0xEC, 0x80, 0xBF, 3},
        {0xED, 0xED, 0x80, 0x9F, 3}, {0xEE, 0xEF, 0x80, 0xBF, 3}, {0xF0, 0xF0, 0x90, 0xBF, 4},
        {0xF1, 0xF3, 0x80, 0xBF, 4}, {0xF4, 0xF4, 0x80, 0x8F, 4},
    };
    for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++) {
        if (text[0] < forms[i].low || text[0] > forms[i].high) {
            continue;
        }
        if (length < forms[i].length || text[1] < forms[i].second_low ||
            text[1] > forms[i].second_high) {
            return 0;
        }
        for (size_t k = 2; k < forms[i].length; k++) {
            if ((text[k] & 0xC0u) != 0x80u) {
                return 0;
            }
        }
        return forms[i].length;
    }
    return 0;
}

static bool check_bytes(const struct xmlscan_text *text, const char *path, struct diags *diags) {
    const unsigned char *bytes = (const unsigned char *)text->bytes;
    size_t at = 0;
    while (at < text->length) {
        if (bytes[at] == 0) {
            diag_report(diags, BP1020, place_of(text, path, at), NULL);
            return false;
        }
        size_t step = bytes[at] < 0x80 ? 1 : sequence(bytes + at, text->length - at);
        if (step == 0) {
            diag_report(diags, BP1008, place_of(text, path, at), NULL);
            return false;
        }
        at += step;
    }
    return true;
}

/* The value of encoding="..." in an XML declaration; false if there is none. */
static bool declared_encoding(const struct xmlscan_text *text, size_t *from, size_t *to) {
    if (text->length < 6 || memcmp(text->bytes, "<?xml", 5) != 0) {
        return false;
    }
    size_t limit = text->length < 1024 ? text->length : 1024;
    const char *end = memmem(text->bytes, limit, "?>", 2);
    const char *name = end ? memmem(text->bytes, (size_t)(end - text->bytes), "encoding", 8) : NULL;
    if (!name) {
        return false;
    }
    const char *at = name + 8;
    while (at < end && strchr(" \t\r\n=", *at)) {
        at++;
    }
    if (at >= end || (*at != '"' && *at != '\'')) {
        return false;
    }
    const char *close = memchr(at + 1, *at, (size_t)(end - at - 1));
    if (!close) {
        return false;
    }
    *from = (size_t)(at + 1 - text->bytes);
    *to = (size_t)(close - text->bytes);
    return true;
}

static bool check_encoding(struct arena *arena, const struct xmlscan_text *text, const char *path,
                           bool was_utf16, struct diags *diags) {
    size_t from, to;
    if (!declared_encoding(text, &from, &to)) {
        return true;
    }
    const char *name = arena_strndup(arena, text->bytes + from, to - from);
    bool good = was_utf16 ? ascii_same(name, "UTF-16")
                          : ascii_same(name, "UTF-8") || ascii_same(name, "UTF8");
    if (!good) {
        diag_report(diags, BP1004, place_of(text, path, from), name, NULL);
    }
    return good;
}

/* Past the construct at <? or <!, or length if it does not end; a DOCTYPE ends the scan, because
 * the parser stops there too. */
static size_t skip_special(const struct xmlscan_text *text, size_t at) {
    static const struct {
        const char *open, *close;
    } kinds[] = {{"<?", "?>"}, {"<!--", "-->"}, {"<![CDATA[", "]]>"}};
    size_t left = text->length - at;
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        size_t open = strlen(kinds[i].open);
        if (left < open || memcmp(text->bytes + at, kinds[i].open, open) != 0) {
            continue;
        }
        const char *close =
            memmem(text->bytes + at + open, left - open, kinds[i].close, strlen(kinds[i].close));
        return close ? (size_t)(close - text->bytes) + strlen(kinds[i].close) : text->length;
    }
    return text->length;
}

/* Past the tag that begins at `at`; *attributes counts its equals signs. */
static size_t skip_tag(const struct xmlscan_text *text, size_t at, size_t *attributes) {
    size_t limit = text->length - at > BOUND_START_TAG_BYTES + 1 ? at + BOUND_START_TAG_BYTES + 1
                                                                 : text->length;
    char quote = 0;
    *attributes = 0;
    for (; at < limit; at++) {
        char c = text->bytes[at];
        if (quote) {
            quote = c == quote ? 0 : quote;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '=') {
            (*attributes)++;
        } else if (c == '>') {
            return at + 1;
        }
    }
    return at;
}

static bool check_tags(struct arena *arena, const struct xmlscan_text *text, const char *path,
                       struct diags *diags) {
    size_t at = 0;
    while (at < text->length) {
        const char *open = memchr(text->bytes + at, '<', text->length - at);
        if (!open) {
            return true;
        }
        at = (size_t)(open - text->bytes);
        if (at + 1 < text->length && (open[1] == '?' || open[1] == '!')) {
            at = skip_special(text, at);
            continue;
        }
        size_t attributes;
        size_t end = skip_tag(text, at, &attributes);
        if (attributes > BOUND_ATTRIBUTES) {
            diag_report(diags, BP1006, place_of(text, path, at),
                        arena_printf(arena, "%u", BOUND_ATTRIBUTES), NULL);
            return false;
        }
        if (end - at > BOUND_START_TAG_BYTES) {
            diag_report(diags, BP1003, place_of(text, path, at),
                        arena_printf(arena, "%u", BOUND_START_TAG_BYTES), NULL);
            return false;
        }
        at = end;
    }
    return true;
}

static uint32_t utf16_unit(const unsigned char *at, bool big) {
    return big ? (uint32_t)(at[0] << 8 | at[1]) : (uint32_t)(at[1] << 8 | at[0]);
}

/* UTF-16 with its byte order mark to UTF-8; false if a surrogate is alone or a byte is left. */
static bool convert_utf16(struct arena *arena, const char *bytes, size_t length,
                          struct xmlscan_text *out) {
    const unsigned char *from = (const unsigned char *)bytes;
    bool big = from[0] == 0xFE;
    char *to = arena_alloc(arena, length / 2 * 3 + 1);
    size_t written = 0;
    *out = (struct xmlscan_text){.bytes = to};
    if (length % 2 != 0) {
        return false;
    }
    for (size_t at = 2; at < length; at += 2) {
        uint32_t rune = utf16_unit(from + at, big);
        if (rune >= 0xD800 && rune < 0xE000) {
            uint32_t low = at + 4 <= length ? utf16_unit(from + at + 2, big) : 0;
            if (rune >= 0xDC00 || low < 0xDC00 || low >= 0xE000) {
                return false;
            }
            rune = 0x10000 + ((rune - 0xD800) << 10) + (low - 0xDC00);
            at += 2;
        }
        written += utf8_encode(rune, to + written);
    }
    out->length = written;
    return true;
}

/* In a converted copy the declaration must not claim UTF-16: blank `encoding="UTF-16"`. */
static void blank_declaration(struct arena *arena, struct xmlscan_text *text) {
    size_t from, to;
    if (!declared_encoding(text, &from, &to)) {
        return;
    }
    char *copy = arena_strndup(arena, text->bytes, text->length);
    const char *name = memmem(copy, from, "encoding", 8);
    size_t start = (size_t)(name - copy); /* it is there: declared_encoding() found it */
    memset(copy + start, ' ', to + 1 - start);
    text->bytes = copy;
}

bool xmlscan_accept(struct arena *arena, const char *path, const char *bytes, size_t length,
                    struct diags *diags, struct xmlscan_text *out) {
    *out = (struct xmlscan_text){.bytes = bytes, .length = length};
    if (length > BOUND_FILE_BYTES) {
        diag_report(diags, BP1011, (struct place){.file = path},
                    arena_printf(arena, "%u", BOUND_FILE_BYTES / 1024 / 1024), NULL);
        return false;
    }
    bool utf16 =
        length >= 2 && (memcmp(bytes, "\xFE\xFF", 2) == 0 || memcmp(bytes, "\xFF\xFE", 2) == 0);
    if (utf16) {
        if (!convert_utf16(arena, bytes, length, out)) {
            diag_report(diags, BP1004, (struct place){.file = path, .line = 1, .column = 1},
                        "UTF-16 with damaged characters", NULL);
            return false;
        }
    } else if (length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) {
        out->bytes += 3;
        out->length -= 3;
    }
    if (out->length == 0) {
        diag_report(diags, BP1009, (struct place){.file = path}, NULL);
        return false;
    }
    if (!check_bytes(out, path, diags) || !check_encoding(arena, out, path, utf16, diags) ||
        !check_tags(arena, out, path, diags)) {
        return false;
    }
    if (utf16) {
        blank_declaration(arena, out);
    }
    return true;
}

#include "xml/xmlscan.h"
#include "base/ascii.h"
#include "base/bounds.h"
#include "base/encoding.h"
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

static bool check_bytes(const struct xmlscan_text *text, const char *path, struct diags *diags) {
    size_t at = encoding_sound(text->bytes, text->length);
    if (at < text->length) {
        diag_report(diags, text->bytes[at] == 0 ? BP1020 : BP1008, place_of(text, path, at), NULL);
        return false;
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

/* What stands beside the elements, and how a finding names it. */
static const struct aside {
    const char *open, *close, *name;
} asides[] = {{"<?", "?>", "a processing instruction"},
              {"<!--", "-->", "a comment"},
              {"<![CDATA[", "]]>", "a CDATA section"}};

/* The kind of construct at <? or <!, or NULL. */
static const struct aside *aside_at(const struct xmlscan_text *text, size_t at) {
    if (text->length - at > 1 && text->bytes[at + 1] != '?' && text->bytes[at + 1] != '!') {
        return NULL; /* a tag, as most are */
    }
    for (size_t i = 0; i < sizeof asides / sizeof asides[0]; i++) {
        size_t open = strlen(asides[i].open);
        if (text->length - at >= open && memcmp(text->bytes + at, asides[i].open, open) == 0) {
            return &asides[i];
        }
    }
    return NULL;
}

/* Past the construct, or length if it does not end. */
static size_t skip_aside(const struct xmlscan_text *text, size_t at, const struct aside *aside) {
    size_t close = strlen(aside->close);
    size_t from = at + strlen(aside->open);
    for (size_t next = from; next < text->length; next++) {
        const char *end = memchr(text->bytes + next, '>', text->length - next);
        if (!end) {
            break;
        }
        next = (size_t)(end - text->bytes);
        if (next + 1 - from >= close && memcmp(end + 1 - close, aside->close, close) == 0) {
            return next + 1;
        }
    }
    return text->length;
}

/* Past the tag that begins at `at`; *attributes counts its equals signs. */
static size_t skip_tag(const struct xmlscan_text *text, size_t at, size_t *attributes) {
    size_t limit = text->length - at > BOUND_START_TAG_BYTES + 1 ? at + BOUND_START_TAG_BYTES + 1
                                                                 : text->length;
    *attributes = 0;
    for (; at < limit; at++) {
        char c = text->bytes[at];
        if (c > '>') {
            continue; /* a letter, as most are */
        }
        if (c == '"' || c == '\'') {
            const char *close = memchr(text->bytes + at + 1, c, limit - at - 1);
            if (!close) {
                return limit;
            }
            at = (size_t)(close - text->bytes);
        } else if (c == '=') {
            (*attributes)++;
        } else if (c == '>') {
            return at + 1;
        }
    }
    return at;
}

/* ---- ampersands: a long run of them makes the parser crawl ---- */

static bool name_byte(char c) {
    return ascii_letter(c) || ascii_digit(c) || (unsigned char)c >= 0x80 ||
           (c != '\0' && strchr("#._:-", c));
}

/* Offset of the first ampersand from there on that begins no &name; or &#number;, or SIZE_MAX. */
static size_t lone_ampersand(const struct xmlscan_text *text, size_t at) {
    while (at < text->length) {
        const char *ampersand = memchr(text->bytes + at, '&', text->length - at);
        if (!ampersand) {
            break;
        }
        size_t from = (size_t)(ampersand - text->bytes);
        for (at = from + 1; at < text->length && name_byte(text->bytes[at]);) {
            at++;
        }
        if (at == from + 1 || at == text->length || text->bytes[at] != ';') {
            return from;
        }
    }
    return SIZE_MAX;
}

static bool report_ampersand(const struct xmlscan_text *text, const char *path, size_t at,
                             struct diags *diags) {
    diag_report(diags, BP1031, place_of(text, path, at), NULL);
    return false;
}

/* ---- tags ---- */

static bool check_tag(struct arena *arena, const struct xmlscan_text *text, const char *path,
                      size_t at, size_t *end, struct diags *diags) {
    size_t attributes;
    *end = skip_tag(text, at, &attributes);
    if (attributes > BOUND_ATTRIBUTES) {
        diag_report(diags, BP1006, place_of(text, path, at),
                    arena_printf(arena, "%u", BOUND_ATTRIBUTES), NULL);
        return false;
    }
    if (*end - at > BOUND_START_TAG_BYTES) {
        diag_report(diags, BP1003, place_of(text, path, at),
                    arena_printf(arena, "%u", BOUND_START_TAG_BYTES), NULL);
        return false;
    }
    return true;
}

/* Ampersands mean something in text and tags, in what stands aside they do not.  A DOCTYPE ends
 * the walk, because the parser stops there too. */
static bool check_markup(struct arena *arena, const struct xmlscan_text *text, const char *path,
                         struct diags *diags) {
    size_t at = 0, ampersand = lone_ampersand(text, 0);
    while (at < text->length) {
        const char *open = memchr(text->bytes + at, '<', text->length - at);
        at = open ? (size_t)(open - text->bytes) : text->length;
        if (ampersand < at) {
            return report_ampersand(text, path, ampersand, diags);
        }
        size_t end;
        const struct aside *aside = open ? aside_at(text, at) : NULL;
        if (!open || (!aside && text->length - at > 1 && open[1] == '!')) {
            return true;
        }
        if (aside) {
            end = skip_aside(text, at, aside);
            if (end - at > BOUND_ASIDE_BYTES) {
                diag_report(diags, BP1030, place_of(text, path, at), aside->name,
                            arena_printf(arena, "%u", BOUND_ASIDE_BYTES), NULL);
                return false;
            }
            ampersand = ampersand < end ? lone_ampersand(text, end) : ampersand;
        } else if (!check_tag(arena, text, path, at, &end, diags)) {
            return false;
        } else if (ampersand < end) {
            return report_ampersand(text, path, ampersand, diags);
        }
        at = end;
    }
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
    struct encoding_text decoded;
    if (!encoding_decode(arena, bytes, length, &decoded)) {
        diag_report(diags, BP1004, (struct place){.file = path, .line = 1, .column = 1},
                    "UTF-16 with damaged characters", NULL);
        return false;
    }
    *out = (struct xmlscan_text){.bytes = decoded.bytes, .length = decoded.length};
    if (out->length == 0) {
        diag_report(diags, BP1009, (struct place){.file = path}, NULL);
        return false;
    }
    /* What a file says of its encoding explains bytes that are not UTF-8. */
    if (!check_encoding(arena, out, path, decoded.was_utf16, diags) ||
        !check_bytes(out, path, diags) || !check_markup(arena, out, path, diags)) {
        return false;
    }
    if (decoded.was_utf16) {
        blank_declaration(arena, out);
    }
    return true;
}

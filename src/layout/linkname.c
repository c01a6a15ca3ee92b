#include "layout/linkname.h"

#include "base/ascii.h"
#include "base/textbuf.h"
#include "base/utf8.h"
#include <string.h>

/* A part of an address. */
struct part {
    const char *start;
    size_t length;
};

static struct part until(const char *start, const char *stops) {
    return (struct part){start, strcspn(start, stops)};
}

/* Behind the scheme; the address itself if it has none. */
static const char *behind_scheme(const char *uri) {
    static const char *const schemes[] = {"https://", "http://", "mailto:"};
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
        if (ascii_starts(uri, schemes[i]))
            return uri + strlen(schemes[i]);
    return uri;
}

/* The last part of the path that is not empty; its length is 0 where there is none. */
static struct part last_part(const char *path) {
    struct part last = {path, 0};
    const char *end = path + strcspn(path, "?#");
    while (path < end) {
        const struct part part = until(path, "/?#");
        if (part.length > 0)
            last = part;
        path += part.length + (path + part.length < end);
    }
    return last;
}

/* "plan.html" without what tells machines its kind. */
static size_t without_kind(struct part part) {
    size_t dot = part.length;
    while (dot > 0 && part.start[dot - 1] != '.')
        dot--;
    const size_t kind = part.length - dot;
    return dot > 1 && kind >= 2 && kind <= 5 && !ascii_digit(part.start[dot]) ? dot - 1
                                                                              : part.length;
}

static int hex_digit(char c) {
    static const char digits[] = "0123456789abcdef";
    const char *found = c ? strchr(digits, ascii_lower(c)) : NULL;
    return found ? (int)(found - digits) : -1;
}

/* The byte that "%C3" stands for, or -1. */
static int escaped(struct part part, size_t at) {
    if (part.start[at] != '%' || at + 2 >= part.length)
        return -1;
    const int high = hex_digit(part.start[at + 1]);
    const int low = hex_digit(part.start[at + 2]);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
}

/* What joins the words of an address is a blank between them. */
static const char *words_of(struct arena *arena, struct part part) {
    struct textbuf words;
    textbuf_init(&words, arena);
    part.length = without_kind(part);
    for (size_t i = 0; i < part.length; i++) {
        const int byte = escaped(part, i);
        const char c = byte < 0 ? part.start[i] : (char)byte;
        i += byte < 0 ? 0 : 2;
        textbuf_char(&words, strchr("-_+", c) ? ' ' : c);
    }
    const char *text = textbuf_text(&words);
    return utf8_valid(text, words.length) ? utf8_squeeze(arena, utf8_printable(arena, text)) : "";
}

/* "www.example.org:443" as people call it. */
static const char *place_of(struct arena *arena, struct part host) {
    if (host.length > 4 && strncmp(host.start, "www.", 4) == 0)
        host = (struct part){host.start + 4, host.length - 4};
    const char *port = memchr(host.start, ':', host.length);
    return arena_strndup(arena, host.start, port ? (size_t)(port - host.start) : host.length);
}

static bool is_address(const char *text) {
    return behind_scheme(text) != text;
}

const char *linkname(struct arena *arena, const char *uri, const char *text) {
    const char *rest = behind_scheme(uri);
    const struct part host = until(rest, "/?#");
    const char *place = place_of(arena, host);
    const char *words =
        text && *text && !is_address(text) ? text : words_of(arena, last_part(rest + host.length));
    if (!*place)
        return *words ? words : uri;
    return *words ? arena_printf(arena, "%s (%s)", words, place) : place;
}

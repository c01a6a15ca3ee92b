#include "base/encoding.h"

#include "base/utf8.h"
#include <stdint.h>
#include <string.h>

static uint32_t utf16_unit(const unsigned char *at, bool big) {
    return big ? (uint32_t)(at[0] << 8 | at[1]) : (uint32_t)(at[1] << 8 | at[0]);
}

static bool convert_utf16(struct arena *arena, const char *bytes, size_t length,
                          struct encoding_text *out) {
    const unsigned char *from = (const unsigned char *)bytes;
    bool big = from[0] == 0xFE;
    if (length % 2 != 0)
        return false;
    char *to = arena_alloc(arena, length / 2 * 3 + 1);
    size_t written = 0;
    for (size_t at = 2; at < length; at += 2) {
        uint32_t rune = utf16_unit(from + at, big);
        if (rune >= 0xD800 && rune < 0xE000) {
            uint32_t low = at + 4 <= length ? utf16_unit(from + at + 2, big) : 0;
            if (rune >= 0xDC00 || low < 0xDC00 || low >= 0xE000)
                return false;
            rune = 0x10000 + ((rune - 0xD800) << 10) + (low - 0xDC00);
            at += 2;
        }
        written += utf8_encode(rune, to + written);
    }
    *out = (struct encoding_text){.bytes = to, .length = written, .was_utf16 = true};
    return true;
}

bool encoding_decode(struct arena *arena, const char *bytes, size_t length,
                     struct encoding_text *out) {
    *out = (struct encoding_text){.bytes = bytes, .length = length};
    if (length >= 2 && (memcmp(bytes, "\xFE\xFF", 2) == 0 || memcmp(bytes, "\xFF\xFE", 2) == 0))
        return convert_utf16(arena, bytes, length, out);
    if (length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) {
        out->bytes += 3;
        out->length -= 3;
    }
    return true;
}

/* How many bytes at the start are surely ASCII letters without a zero: eight at a time. */
static size_t plain(const char *bytes, size_t length) {
    const uint64_t ones = UINT64_C(0x0101010101010101), highs = ones << 7;
    size_t at = 0;
    for (; length - at >= 8; at += 8) {
        uint64_t word;
        memcpy(&word, bytes + at, 8);
        if ((word | (word - ones)) & highs)
            break; /* a high bit, or a zero that borrowed one */
    }
    return at;
}

size_t encoding_sound(const char *bytes, size_t length) {
    for (size_t at = 0; at < length;) {
        at += plain(bytes + at, length - at);
        if (at == length)
            break;
        if ((unsigned char)bytes[at] < 0x80) {
            if (bytes[at] == '\0')
                return at;
            at++;
            continue;
        }
        size_t from = at;
        /* A replacement character that stands in the text itself takes three bytes. */
        if (utf8_next(bytes, length, &at) == 0xFFFD && at == from + 1)
            return from;
    }
    return length;
}

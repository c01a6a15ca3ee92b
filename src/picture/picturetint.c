#include "picture/picturetint.h"

#include <stdbool.h>
#include <string.h>

static int32_t big32(const uint8_t *at) {
    return (int32_t)((uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3]);
}

static bool is_near(int32_t a, int32_t b, int32_t most) {
    return (int64_t)a - b <= most && (int64_t)b - a <= most;
}

/* ---- PNG ---- */

#define GAMMA        45455 /* of 100,000 */
#define GAMMA_NEAR   4000
#define PRIMARY_NEAR 1500

static const char *of_primaries(const uint8_t *body) {
    /* White, red, green, blue. */
    static const int32_t usual[] = {31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000};
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
        if (!is_near(big32(body + 4 * i), usual[i], PRIMARY_NEAR))
            return "primary colours of its own";
    return NULL;
}

static const char *of_name(const uint8_t *body, size_t size) {
    static const char *const others[] = {"P3",        "Adobe RGB", "AdobeRGB",  "ProPhoto",
                                         "Apple RGB", "2020",      "Wide Gamut"};
    char name[80] = "";
    for (size_t i = 0; i < size && i + 1 < sizeof name && body[i] != 0; i++)
        name[i] = (char)body[i];
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (strstr(name, others[i]))
            return others[i];
    return NULL;
}

const char *picturetint_of_chunk(const uint8_t *name, const uint8_t *body, size_t size) {
    if (memcmp(name, "gAMA", 4) == 0 && size == 4 && big32(body) > 0)
        return is_near(big32(body), GAMMA, GAMMA_NEAR) ? NULL : "a gamma of its own";
    if (memcmp(name, "cHRM", 4) == 0 && size == 32)
        return of_primaries(body);
    if (memcmp(name, "iCCP", 4) == 0)
        return of_name(body, size);
    return NULL;
}

/* ---- ICC ---- */

enum { HEADER = 128, ENTRY = 12, TAGS_MOST = 100 };

/* True if the tag is one of the primaries and is not that of sRGB. */
static bool strays(const uint8_t *entry, const uint8_t *profile, size_t size) {
    /* X, Y, Z as seen under the white of print (D50), in 65,536ths. */
    static const struct {
        const char *name;
        int32_t xyz[3];
    } usual[] = {{"rXYZ", {28578, 14581, 912}},
                 {"gXYZ", {25241, 46981, 6362}},
                 {"bXYZ", {9376, 3972, 46799}}};
    const uint32_t at = (uint32_t)big32(entry + 4);
    if (size < 20 || at > size - 20)
        return false;
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
        for (size_t k = 0; k < 3 && memcmp(entry, usual[i].name, 4) == 0; k++)
            if (!is_near(big32(profile + at + 8 + 4 * k), usual[i].xyz[k], 1800))
                return true;
    return false;
}

const char *picturetint_of_profile(const uint8_t *profile, size_t size) {
    if (size < HEADER + 4)
        return NULL;
    const uint32_t count = (uint32_t)big32(profile + HEADER);
    size_t at = HEADER + 4;
    for (uint32_t i = 0; i < count && i < TAGS_MOST && size - at >= ENTRY; i++, at += ENTRY)
        if (strays(profile + at, profile, size))
            return "primary colours of its own";
    return NULL;
}

#include "base/digest.h"

#include <sha2.h>

void digest_raw(const void *bytes, size_t length, uint8_t out[32]) {
    SHA2_CTX context;
    SHA256Init(&context);
    SHA256Update(&context, bytes, length);
    SHA256Final(out, &context);
}

void digest_hex(const void *bytes, size_t length, char out[65]) {
    static const char hex[] = "0123456789abcdef";
    uint8_t raw[32];
    digest_raw(bytes, length, raw);
    for (size_t i = 0; i < sizeof raw; i++) {
        out[2 * i] = hex[raw[i] >> 4];
        out[2 * i + 1] = hex[raw[i] & 0xF];
    }
    out[64] = '\0';
}

/* digest: SHA-256 (libmd). */
#ifndef BASE_DIGEST_H
#define BASE_DIGEST_H

#include <stddef.h>
#include <stdint.h>

/* 64 lower-case hex digits and a NUL. */
void digest_hex(const void *bytes, size_t length, char out[65]);
void digest_raw(const void *bytes, size_t length, uint8_t out[32]);

#endif

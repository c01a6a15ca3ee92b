#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/digest.h"
#include <string.h>

static void hashes(const char *text, const char *expected) {
    char hex[65];
    digest_hex(text, strlen(text), hex);
    assert_string_equal(hex, expected);
}

static void published_vectors_come_out(void **state) {
    (void)state;
    hashes("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    hashes("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    hashes("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
           "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

static void the_raw_digest_is_the_same(void **state) {
    (void)state;
    uint8_t raw[32];
    digest_raw("abc", 3, raw);
    assert_int_equal(raw[0], 0xba);
    assert_int_equal(raw[31], 0xad);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(published_vectors_come_out),
        cmocka_unit_test(the_raw_digest_is_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "picture/picturetint.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

static void put32(uint8_t *at, uint32_t value) {
    for (int i = 0; i < 4; i++)
        at[i] = (uint8_t)(value >> (24 - 8 * i));
}

static const char *of_chunk(const char *name, const uint8_t *body, size_t size) {
    return picturetint_of_chunk((const uint8_t *)name, body, size);
}

static const char *of_gamma(uint32_t gamma) {
    uint8_t body[4];
    put32(body, gamma);
    return of_chunk("gAMA", body, sizeof body);
}

static void the_usual_gamma_is_nothing_to_tell(void **state) {
    (void)state;
    assert_null(of_gamma(45455));
    assert_null(of_gamma(45000));
    assert_null(of_gamma(0)); /* means nothing */
    assert_string_equal(of_gamma(100000), "a gamma of its own");
    assert_string_equal(of_gamma(33333), "a gamma of its own");
    assert_null(of_chunk("gAMA", (const uint8_t *)"x", 1));
}

static void other_primary_colours_are_told(void **state) {
    (void)state;
    static const uint32_t usual[] = {31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000};
    uint8_t body[32];
    for (size_t i = 0; i < 8; i++)
        put32(body + 4 * i, usual[i]);
    assert_null(of_chunk("cHRM", body, sizeof body));
    put32(body + 8, 68000); /* the red of Display P3 */
    assert_string_equal(of_chunk("cHRM", body, sizeof body), "primary colours of its own");
    put32(body + 8, 0x80000000u);
    assert_non_null(of_chunk("cHRM", body, sizeof body));
    assert_null(of_chunk("cHRM", body, 31));
}

static void a_packed_profile_is_known_by_its_name(void **state) {
    (void)state;
    assert_string_equal(of_chunk("iCCP", (const uint8_t *)"Display P3\0\0x", 13), "P3");
    assert_null(of_chunk("iCCP", (const uint8_t *)"sRGB IEC61966-2.1\0\0x", 20));
    assert_null(of_chunk("iCCP", (const uint8_t *)"Display P3", 9)); /* the name ends before */
    assert_null(of_chunk("iCCP", NULL, 0));
    uint8_t endless[200];
    memset(endless, 'P', sizeof endless);
    assert_null(of_chunk("iCCP", endless, sizeof endless));
    assert_null(of_chunk("tEXt", (const uint8_t *)"Display P3", 11));
}

/* A profile of one tag: a primary colour of that X, the Y and Z of the red of sRGB. */
static size_t make_profile(uint8_t profile[164], const char *tag, uint32_t x) {
    memset(profile, 0, 164);
    put32(profile + 128, 1);
    memcpy(profile + 132, tag, 4);
    put32(profile + 136, 144);
    put32(profile + 140, 20);
    put32(profile + 152, x);
    put32(profile + 156, 14581);
    put32(profile + 160, 912);
    return 164;
}

static void the_primaries_of_a_profile_are_compared_with_the_usual(void **state) {
    (void)state;
    uint8_t profile[164];
    assert_null(picturetint_of_profile(profile, make_profile(profile, "rXYZ", 28578)));
    assert_string_equal(picturetint_of_profile(profile, make_profile(profile, "rXYZ", 33758)),
                        "primary colours of its own");
    assert_null(picturetint_of_profile(profile, make_profile(profile, "wtpt", 63190)));
}

static void a_broken_profile_says_nothing(void **state) {
    (void)state;
    uint8_t profile[164];
    for (size_t size = make_profile(profile, "rXYZ", 33758); size-- > 0;)
        assert_null(picturetint_of_profile(profile, size));
    put32(profile + 128, 0xFFFFFFFF);
    put32(profile + 136, 0xFFFFFFF0);
    assert_null(picturetint_of_profile(profile, sizeof profile));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_usual_gamma_is_nothing_to_tell),
        cmocka_unit_test(other_primary_colours_are_told),
        cmocka_unit_test(a_packed_profile_is_known_by_its_name),
        cmocka_unit_test(the_primaries_of_a_profile_are_compared_with_the_usual),
        cmocka_unit_test(a_broken_profile_says_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

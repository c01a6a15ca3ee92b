#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "output/pdfmeta.h"
#include <string.h>

static struct arena *arena;
static struct scene *scene;

static int setup(void **state) {
    (void)state;
    arena = arena_new(0, NULL, NULL);
    scene = scene_new(arena);
    scene->title = "A <packet> & more";
    scene->author = "Service";
    scene->language = "en-GB";
    scene->date = (struct date){2026, 3, 31};
    scene->source_digest = "0123";
    return 0;
}

static int teardown(void **state) {
    (void)state;
    arena_free(arena);
    return 0;
}

static uint32_t big32(const char *at) {
    const unsigned char *b = (const unsigned char *)at;
    return (uint32_t)b[0] << 24 | (uint32_t)b[1] << 16 | (uint32_t)b[2] << 8 | b[3];
}

static unsigned curve_at(const struct textbuf *profile, unsigned i) {
    const unsigned char *at =
        (const unsigned char *)profile->bytes + profile->length - 512 + 2 * (size_t)i;
    return (unsigned)at[0] << 8 | at[1];
}

static void the_profile_is_srgb(void **state) {
    (void)state;
    struct textbuf profile;
    textbuf_init(&profile, arena);
    pdfmeta_profile(&profile);
    assert_int_equal(big32(profile.bytes), profile.length);
    assert_int_equal(profile.length % 4, 0);
    assert_memory_equal(profile.bytes + 12, "mntrRGB XYZ ", 12);
    assert_memory_equal(profile.bytes + 36, "acsp", 4);
    unsigned count = big32(profile.bytes + 128);
    assert_int_equal(count, 9);
    for (unsigned i = 0; i < count; i++) {
        const char *entry = profile.bytes + 132 + 12 * i;
        assert_int_equal(big32(entry + 4) % 4, 0);
        assert_true(big32(entry + 4) + big32(entry + 8) <= profile.length);
    }
    /* Values of the standard's curve. */
    assert_int_equal(curve_at(&profile, 0), 0);
    assert_int_equal(curve_at(&profile, 10), 199);
    assert_int_equal(curve_at(&profile, 128), 14146);
    assert_int_equal(curve_at(&profile, 255), 65535);
}

static void words_stand_alike_in_info_and_xmp(void **state) {
    (void)state;
    struct pdfobject_store *store = pdfobject_open(arena);
    struct textbuf *catalog = pdfobject_catalog(store);
    pdfmeta_write(arena, scene, 2, store, catalog);
    const char *entries = textbuf_text(catalog);
    assert_non_null(strstr(entries, "/Lang(en-GB)/MarkInfo<</Marked true>>"));
    assert_non_null(strstr(entries, "/DisplayDocTitle true"));
    assert_non_null(strstr(entries, "/OutputIntents["));
    struct pdfobject info = pdfobject_at(store, pdfobject_info_number(store));
    const char *text = arena_strndup(arena, info.text, info.text_length);
    assert_non_null(strstr(text, "/Title(A <packet> & more)/Author(Service)"));
    assert_non_null(strstr(text, "/CreationDate(D:20260331000000Z)/ModDate"));
    assert_null(strstr(text, "Subject"));
    const char *xmp = NULL;
    for (uint32_t i = 1; i < pdfobject_count(store); i++) {
        struct pdfobject object = pdfobject_at(store, i);
        if (object.kind == PDFOBJECT_STREAM && memcmp(object.bytes, "<?xpacket", 9) == 0)
            xmp = arena_strndup(arena, object.bytes, object.length);
    }
    assert_non_null(xmp);
    assert_non_null(strstr(xmp, "x-default\">A &lt;packet&gt; &amp; more</rdf:li>"));
    assert_non_null(strstr(xmp, "<xmp:CreateDate>2026-03-31T00:00:00Z</xmp:CreateDate>"));
    assert_non_null(strstr(xmp, "<pdfuaid:part>1</pdfuaid:part>"));
    assert_non_null(strstr(xmp, "<boardpack:source>0123</boardpack:source>"));
    assert_null(strstr(xmp, "dc:description"));
    assert_null(pdfobject_problem(store));
    pdfobject_close(store);
}

static void the_identifier_depends_on_source_and_title(void **state) {
    (void)state;
    char a[33], b[33], c[33], again[33];
    pdfmeta_identifier(arena, scene, a);
    pdfmeta_identifier(arena, scene, again);
    scene->title = "Another";
    pdfmeta_identifier(arena, scene, b);
    scene->source_digest = NULL;
    pdfmeta_identifier(arena, scene, c);
    assert_int_equal(strlen(a), 32);
    assert_string_equal(a, again);
    assert_string_not_equal(a, b);
    assert_string_not_equal(b, c);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(the_profile_is_srgb),
        TEST(words_stand_alike_in_info_and_xmp),
        TEST(the_identifier_depends_on_source_and_title),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

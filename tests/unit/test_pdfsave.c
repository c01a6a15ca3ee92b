#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "output/pdfsave.h"
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#define ROW 7

static struct arena *arena;
static struct pdfobject_store *store;

static int setup(void **state) {
    (void)state;
    arena = arena_new(0, NULL, NULL);
    store = pdfobject_open(arena);
    return store ? 0 : -1;
}

static int teardown(void **state) {
    (void)state;
    pdfobject_close(store);
    arena_free(arena);
    return 0;
}

static const char *find(const struct textbuf *file, const char *part, size_t from) {
    size_t length = strlen(part);
    for (size_t i = from; i + length <= file->length; i++)
        if (memcmp(file->bytes + i, part, length) == 0)
            return file->bytes + i;
    return NULL;
}

/* The inflated data of the stream whose object begins at `at`. */
static unsigned char *inflated(const struct textbuf *file, const char *at, uLongf *size) {
    const char *data = find(file, "stream\n", (size_t)(at - file->bytes)) + 7;
    const char *length = find(file, "/Length ", (size_t)(at - file->bytes)) + 8;
    *size = 1 << 20;
    unsigned char *plain = arena_alloc(arena, *size + 1);
    assert_int_equal(uncompress(plain, size, (const Bytef *)data, strtoul(length, NULL, 10)), Z_OK);
    plain[*size] = '\0';
    return plain;
}

static void write_plain(void *user, uint32_t which, struct textbuf *out) {
    (void)user;
    textbuf_printf(out, "/Plain %u", which + 1);
}

static void every_object_is_where_the_table_says(void **state) {
    (void)state;
    struct textbuf *entries, *body, file, content;
    textbuf_init(&file, arena);
    textbuf_init(&content, arena);
    pdfobject_page(store, &entries);
    pdfobject_content(store, &content);
    for (int i = 0; i < 1200; i++) {
        pdfobject_dict(store, &body);
        textbuf_printf(body, "/I %d", i);
    }
    uint32_t stream = pdfobject_stream(store, "/X 1", "data", 4, false);
    uint32_t last = pdfobject_reserve(store, 1, write_plain, NULL);
    assert_true(pdfsave_write(arena, store, "00112233445566778899aabbccddeeff", &file));

    const char *start = find(&file, "startxref\n", file.length - 40);
    const char *table = file.bytes + strtoul(start + 10, NULL, 10);
    assert_non_null(find(&file, "/ID[<00112233445566778899aabbccddeeff><0011", 0));
    uLongf size = 0;
    unsigned char *rows = inflated(&file, table, &size);
    assert_int_equal(size % (ROW + 1), 0);
    size_t count = size / (ROW + 1);
    assert_true(count > last + 3);
    for (size_t i = 1; i < count; i++)
        for (size_t k = 0; k < ROW; k++)
            rows[i * 8 + 1 + k] = (unsigned char)(rows[i * 8 + 1 + k] + rows[(i - 1) * 8 + 1 + k]);
    size_t packed = 0;
    for (size_t i = 1; i < count; i++) {
        const unsigned char *row = rows + i * 8 + 1;
        uint32_t where =
            (uint32_t)row[1] << 24 | (uint32_t)row[2] << 16 | (uint32_t)row[3] << 8 | row[4];
        if (row[0] == 1) {
            const char *head = arena_printf(arena, "%zu 0 obj\n", i);
            assert_memory_equal(file.bytes + where, head, strlen(head));
        }
        packed += row[0] == 2;
        if (i == last) {
            /* The plain object: its stream holds its number and its text. */
            assert_int_equal(row[0], 2);
            const unsigned char *of = rows + (size_t)where * 8 + 1;
            size_t at = (size_t)of[1] << 24 | (size_t)of[2] << 16 | (size_t)of[3] << 8 | of[4];
            uLongf length = 0;
            const char *objects = (const char *)inflated(&file, file.bytes + at, &length);
            assert_non_null(strstr(objects, arena_printf(arena, "%u ", last)));
            assert_non_null(strstr(objects, "<</Plain 1>>\n"));
        }
    }
    assert_true(packed > 450);
    assert_non_null(find(
        &file, arena_printf(arena, "%u 0 obj\n<</X 1/Length 4>>\nstream\ndata\nendstream", stream),
        0));
}

static void a_failure_of_the_store_is_a_failure_of_the_file(void **state) {
    (void)state;
    struct textbuf *entries, file;
    textbuf_init(&file, arena);
    pdfobject_page(store, &entries);
    pdfobject_fail(store, "no room");
    assert_false(pdfsave_write(arena, store, "00", &file));
    assert_string_equal(pdfobject_problem(store), "no room");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(every_object_is_where_the_table_says),
        TEST(a_failure_of_the_store_is_a_failure_of_the_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

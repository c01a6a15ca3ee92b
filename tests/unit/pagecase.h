/* pagecase: an arena and findings for the tests of the files that pages are made by. */
#ifndef TESTS_UNIT_PAGECASE_H
#define TESTS_UNIT_PAGECASE_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"

struct fixture {
    struct arena *arena;
    struct diags *diags;
};

static inline int setup(void **state) {
    static struct fixture f;
    f.arena = arena_new(0, NULL, NULL);
    f.diags = diags_new(f.arena);
    *state = &f;
    return 0;
}

static inline int teardown(void **state) {
    struct fixture *f = *state;
    arena_free(f->arena);
    return 0;
}

/* The text of a catalogue as it stands in templates/; NULL if there is none of the name. */
static inline const char *catalogue_text(struct arena *arena, const char *name, size_t *length) {
    const char *path = arena_printf(arena, "templates/%s", name), *why;
    char *bytes;
    return file_read(arena, path, 1 << 20, &bytes, length, &why) == FILE_OK ? bytes : NULL;
}

/* The only finding there is, of a file that is called my.xml. */
static inline void assert_only(struct fixture *f, enum diag_code code) {
    size_t count;
    const struct diag *diag = diags_sorted(f->diags, &count);
    assert_int_equal(count, 1);
    assert_int_equal(diag->code, code);
    assert_string_equal(diag->place.file, "my.xml");
    assert_true(diag->place.line > 0);
}

#endif

/* roomcase: tests that run in an empty directory of their own: ROOM_TEST(name). */
#ifndef TESTS_UNIT_ROOMCASE_H
#define TESTS_UNIT_ROOMCASE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/file.h"
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

struct room {
    struct arena *arena;
    char directory[64];
    int before;
};

static int roomcase_enter(void **state) {
    struct room *room = calloc(1, sizeof *room);
    room->arena = arena_new(0, NULL, NULL);
    room->before = open(".", O_RDONLY | O_DIRECTORY);
    const char *base = getenv("TMPDIR");
    snprintf(room->directory, sizeof room->directory, "%.40s/room-XXXXXX", base ? base : P_tmpdir);
    *state = room;
    return mkdtemp(room->directory) && chdir(room->directory) == 0 ? 0 : -1;
}

static int roomcase_leave(void **state) {
    struct room *room = *state;
    arena_free(room->arena);
    char command[200];
    snprintf(command, sizeof command, "chmod -R u+w '%s'; rm -rf '%s'", room->directory,
             room->directory);
    int result = fchdir(room->before);
    close(room->before);
    if (system(command) != 0)
        result = -1;
    free(room);
    return result;
}

#define ROOM_TEST(name) cmocka_unit_test_setup_teardown(name, roomcase_enter, roomcase_leave)

static inline void roomcase_put(const char *path, const char *text) {
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

/* NULL if it cannot be read. */
static inline const char *roomcase_text(struct arena *arena, const char *path) {
    char *bytes;
    size_t length;
    const char *why;
    return file_read(arena, path, 1 << 24, &bytes, &length, &why) == FILE_OK ? bytes : NULL;
}

/* How many names a directory holds, the hidden too. */
static inline size_t roomcase_entries(const char *path) {
    DIR *directory = opendir(path);
    assert_non_null(directory);
    size_t count = 0;
    while (readdir(directory))
        count++;
    closedir(directory);
    return count - 2;
}

#endif

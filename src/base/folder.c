#include "base/folder.h"

#include "base/ascii.h"
#include <dirent.h>
#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static void close_directory(void *handle) {
    DIR **directory = handle;
    if (*directory)
        closedir(*directory);
    *directory = NULL;
}

/* The system's words for the last error, which no locale changes. */
static enum file_result fail(const char **why, enum file_result result) {
    const char *text = strerrordesc_np(errno);
    *why = text ? text : "unknown error";
    return result;
}

static bool ends_with(const char *name, const char *suffix) {
    size_t length = strlen(name), tail = strlen(suffix);
    return length > tail && ascii_same(name + length - tail, suffix);
}

static int by_name(const void *a, const void *b) {
    const struct folder_file *left = a;
    const struct folder_file *right = b;
    return strcmp(left->name, right->name);
}

static enum file_result list(struct arena *arena, DIR *directory, const char *suffix, size_t most,
                             struct folder *out, const char **why) {
    for (;;) {
        errno = 0;
        const struct dirent *entry = readdir(directory);
        if (!entry)
            return errno ? fail(why, FILE_FAILED) : FILE_OK;
        if (entry->d_name[0] == '.' || !ends_with(entry->d_name, suffix))
            continue;
        if (out->files.count == most) {
            *why = arena_printf(arena, "holds more than %zu %s files", most, suffix);
            return FILE_TOO_LARGE;
        }
        struct folder_file *file = vec_add(arena, &out->files);
        file->name = arena_strdup(arena, entry->d_name);
    }
}

static const char *joined(struct arena *arena, const char *path, const char *name) {
    size_t length = strlen(path);
    return arena_printf(arena, "%s%s%s", path, length && path[length - 1] == '/' ? "" : "/", name);
}

static enum file_result read_all(struct arena *arena, DIR *directory, const char *path, size_t cap,
                                 struct folder *out, const char **why) {
    for (size_t i = 0; i < out->files.count; i++) {
        struct folder_file *file = &out->files.items[i];
        file->path = joined(arena, path, file->name);
        enum file_result result = file_read_in(arena, dirfd(directory), file->name, cap,
                                               &file->bytes, &file->length, why);
        if (result != FILE_OK) {
            out->culprit = file->path;
            return result;
        }
        cap -= file->length;
    }
    return FILE_OK;
}

enum file_result folder_read(struct arena *arena, const char *path, const char *suffix, size_t most,
                             size_t cap, struct folder *out, const char **why) {
    *out = (struct folder){.culprit = path};
    *why = NULL;
    DIR **directory = arena_alloc(arena, sizeof *directory);
    arena_defer(arena, close_directory, directory);
    *directory = opendir(path);
    if (!*directory && errno == ENOMEM)
        arena_array(arena, SIZE_MAX, 2); /* the job ends as for want of memory anywhere */
    if (!*directory)
        return fail(why, FILE_MISSING);
    enum file_result result = list(arena, *directory, suffix, most, out, why);
    if (result == FILE_OK) {
        if (out->files.count)
            qsort(out->files.items, out->files.count, sizeof *out->files.items, by_name);
        result = read_all(arena, *directory, path, cap, out, why);
    }
    close_directory(directory);
    return result;
}

#include "base/scratch.h"

#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

struct scratch {
    int descriptor;
    const char *path;
};

static void release(void *handle) {
    struct scratch *scratch = handle;
    close(scratch->descriptor);
}

struct scratch *scratch_new(struct arena *arena) {
    struct scratch *scratch = arena_alloc(arena, sizeof *scratch);
    scratch->descriptor = memfd_create("boardpack", MFD_CLOEXEC);
    if (scratch->descriptor < 0)
        return NULL;
    arena_defer(arena, release, scratch);
    scratch->path = arena_printf(arena, "/proc/self/fd/%d", scratch->descriptor);
    return scratch;
}

const char *scratch_path(const struct scratch *scratch) {
    return scratch->path;
}

bool scratch_bytes(const struct scratch *scratch, struct textbuf *out) {
    struct stat status;
    if (fstat(scratch->descriptor, &status) != 0 || status.st_size < 0)
        return false;
    size_t length = (size_t)status.st_size, done = 0;
    char *bytes = arena_alloc(out->arena, length);
    while (done < length) {
        ssize_t count = pread(scratch->descriptor, bytes + done, length - done, (off_t)done);
        if (count <= 0)
            return false;
        done += (size_t)count;
    }
    textbuf_bytes(out, bytes, length);
    return true;
}

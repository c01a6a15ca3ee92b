#include "base/file.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define BUFFER_BYTES (64u * 1024)
#define OPEN_SINKS   64u
/* Leaves room in a directory entry of 255 bytes for what a temporary name adds. */
#define NAME_BYTES 200u
#define ANY_MODE   (S_IRUSR | S_IWUSR | S_IRGRP | S_IWGRP | S_IROTH | S_IWOTH)

struct file_sink {
    struct arena *arena;
    const char *path;
    char *temporary;
    int descriptor; /* -1: closed */
    bool direct;    /* standard output, a device or a pipe */
    bool borrowed;  /* the descriptor was open before, and stays so */
    bool listed;    /* the temporary file exists and stands in the register */
    bool finished;  /* flushed and synced: only the name is missing */
    bool quiet;     /* the reader has gone: nothing more to do, and no failure */
    pid_t owner;
    size_t used;
    const char *error;
    unsigned char *buffer;
};

/* The temporary files to be removed when a signal ends the process: the one thing here that the
 * whole process shares, because a signal handler knows nothing else. */
static _Atomic(struct file_sink *) open_sinks[OPEN_SINKS];

static bool is_dash(const char *path) {
    return strcmp(path, "-") == 0;
}

/* The system's words for an error, which no locale changes. */
static const char *reason(int error) {
    const char *text = strerrordesc_np(error);
    return text ? text : "unknown error";
}

static enum file_result fail(const char **why, enum file_result result) {
    *why = reason(errno);
    return result;
}

static ssize_t read_some(int descriptor, void *bytes, size_t length) {
    for (;;) {
        ssize_t count = read(descriptor, bytes, length);
        if (count >= 0 || errno != EINTR)
            return count;
    }
}

static enum file_result read_all(struct arena *arena, int descriptor, size_t expected, size_t cap,
                                 struct textbuf *out, const char **why) {
    size_t capacity = expected + 1;
    char *bytes = arena_alloc(arena, capacity);
    size_t length = 0;
    for (;;) {
        if (length == capacity) {
            /* A byte above the cap is enough to know. */
            size_t wanted = capacity <= cap / 2 ? capacity * 2 : cap + 1;
            bytes = arena_resize(arena, bytes, capacity, wanted);
            capacity = wanted;
        }
        ssize_t count = read_some(descriptor, bytes + length, capacity - length);
        if (count < 0)
            return fail(why, FILE_FAILED);
        length += (size_t)count;
        if (length > cap) {
            *why = "too large";
            return FILE_TOO_LARGE;
        }
        if (count == 0)
            break;
    }
    textbuf_init(out, arena);
    bytes[length] = '\0';
    out->bytes = bytes;
    out->length = length;
    return FILE_OK;
}

static enum file_result read_open(struct arena *arena, int descriptor, size_t cap,
                                  struct textbuf *out, const char **why) {
    struct stat status;
    if (fstat(descriptor, &status) != 0)
        return fail(why, FILE_FAILED);
    if (!S_ISREG(status.st_mode)) {
        *why = S_ISDIR(status.st_mode) ? "is a directory" : "is not a regular file";
        return FILE_IRREGULAR;
    }
    if (status.st_size < 0 || (uintmax_t)status.st_size > cap) {
        *why = "too large";
        return FILE_TOO_LARGE;
    }
    return read_all(arena, descriptor, (size_t)status.st_size, cap, out, why);
}

/* Closes what an exhausted arena left open. */
static void release_descriptor(void *handle) {
    int *descriptor = handle;
    if (*descriptor >= 0)
        close(*descriptor);
    *descriptor = -1;
}

static enum file_result read_opened(struct arena *arena, int directory, const char *name, int flags,
                                    size_t cap, struct textbuf *out, const char **why) {
    int *descriptor = arena_alloc(arena, sizeof *descriptor);
    *descriptor = -1;
    arena_defer(arena, release_descriptor, descriptor);
    *descriptor = openat(directory, name, O_RDONLY | O_CLOEXEC | flags);
    if (*descriptor < 0)
        return fail(why, FILE_MISSING);
    enum file_result result = read_open(arena, *descriptor, cap, out, why);
    release_descriptor(descriptor);
    return result;
}

enum file_result file_read(struct arena *arena, const char *path, size_t cap, char **bytes,
                           size_t *length, const char **why) {
    assert(cap < SIZE_MAX - 1);
    struct textbuf out = {.bytes = NULL};
    enum file_result result;
    *why = NULL;
    if (is_dash(path)) {
        size_t first = cap < BUFFER_BYTES ? cap : BUFFER_BYTES;
        result = read_all(arena, STDIN_FILENO, first, cap, &out, why);
    } else {
        /* Without O_NONBLOCK a pipe under that name would be waited for. */
        result = read_opened(arena, AT_FDCWD, path, O_NONBLOCK, cap, &out, why);
    }
    *bytes = out.bytes;
    *length = out.length;
    return result;
}

enum file_result file_read_in(struct arena *arena, int directory, const char *name, size_t cap,
                              char **bytes, size_t *length, const char **why) {
    assert(cap < SIZE_MAX - 1);
    struct textbuf out = {.bytes = NULL};
    *why = NULL;
    enum file_result result =
        read_opened(arena, directory, name, O_NONBLOCK | O_NOFOLLOW, cap, &out, why);
    if (result == FILE_MISSING && errno == ELOOP) {
        *why = "is a symbolic link, which is not followed";
        result = FILE_IRREGULAR;
    }
    *bytes = out.bytes;
    *length = out.length;
    return result;
}

static bool enlist(struct file_sink *sink) {
    for (size_t i = 0; i < OPEN_SINKS; i++) {
        struct file_sink *nobody = NULL;
        if (atomic_compare_exchange_strong(&open_sinks[i], &nobody, sink))
            return true;
    }
    return false;
}

static void strike(struct file_sink *sink) {
    for (size_t i = 0; i < OPEN_SINKS; i++) {
        struct file_sink *expected = sink;
        if (atomic_compare_exchange_strong(&open_sinks[i], &expected, NULL))
            return;
    }
}

void file_sinks_remove_all(void) {
    int kept = errno;
    pid_t self = getpid();
    for (size_t i = 0; i < OPEN_SINKS; i++) {
        struct file_sink *sink = atomic_load(&open_sinks[i]);
        if (sink && sink->owner == self)
            unlink(sink->temporary);
    }
    errno = kept;
}

static void sink_fail(struct file_sink *sink, int error) {
    if (!sink->error)
        sink->error = reason(error);
}

static void block_signals(sigset_t *before) {
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, before);
}

static void restore_signals(const sigset_t *before) {
    pthread_sigmask(SIG_SETMASK, before, NULL);
}

/* An existing target keeps its permissions; a new one has those that the umask leaves. */
static mode_t target_mode(const char *path) {
    struct stat status;
    if (stat(path, &status) == 0 && S_ISREG(status.st_mode))
        return status.st_mode & ANY_MODE;
    mode_t mask = umask(S_IWGRP | S_IWOTH);
    umask(mask);
    return ANY_MODE & ~mask;
}

/* Returns 0 or the error. */
static int create_temporary(struct file_sink *sink) {
    sink->descriptor = mkostemp(sink->temporary, O_CLOEXEC);
    if (sink->descriptor < 0)
        return errno;
    sink->listed = enlist(sink);
    if (sink->listed)
        return 0;
    unlink(sink->temporary);
    return EMFILE;
}

static bool is_directory(const char *path) {
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static void open_temporary(struct file_sink *sink) {
    if (is_directory(sink->path)) { /* rename() would tell, but only after everything is written */
        sink_fail(sink, EISDIR);
        return;
    }
    const char *name = file_name(sink->path);
    sink->temporary = arena_printf(sink->arena, "%.*s.%.*s.XXXXXX", (int)(name - sink->path),
                                   sink->path, (int)NAME_BYTES, name);
    /* No signal may come between the file's birth and its entry in the register. */
    sigset_t before;
    block_signals(&before);
    int error = create_temporary(sink);
    restore_signals(&before);
    if (error == 0 && fchmod(sink->descriptor, target_mode(sink->path)) != 0)
        error = errno;
    if (error)
        sink_fail(sink, error);
}

/* The descriptor that such a name stands for, -1 for other names.  What is behind it may be a file
 * that has a name elsewhere: the entry in /dev must not be replaced. */
static int open_descriptor(const char *path) {
    static const char *const folders[] = {"/dev/fd/", "/proc/self/fd/"};
    if (is_dash(path) || strcmp(path, "/dev/stdout") == 0)
        return STDOUT_FILENO;
    if (strcmp(path, "/dev/stderr") == 0)
        return STDERR_FILENO;
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
        const char *digits = path + strlen(folders[i]);
        size_t count = 0;
        int number = 0;
        if (strncmp(path, folders[i], strlen(folders[i])) != 0)
            continue;
        for (; count < 6 && digits[count] >= '0' && digits[count] <= '9'; count++)
            number = number * 10 + (digits[count] - '0');
        if (count > 0 && digits[count] == '\0')
            return number;
    }
    return -1;
}

/* Devices and pipes cannot be replaced, only written to. */
static bool written_directly(const char *path) {
    struct stat status;
    return stat(path, &status) == 0 && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode);
}

static void close_sink(struct file_sink *sink) {
    int descriptor = sink->descriptor;
    sink->descriptor = -1;
    if (descriptor < 0 || sink->borrowed)
        return;
    if (close(descriptor) != 0 && errno != EINTR)
        sink_fail(sink, errno);
}

void file_sink_abandon(struct file_sink *sink) {
    close_sink(sink);
    if (!sink->listed)
        return;
    /* Still listed while it is removed: a signal in between removes it too, and no harm done. */
    if (sink->owner == getpid())
        unlink(sink->temporary);
    strike(sink);
    sink->listed = false;
}

static void release_sink(void *handle) {
    file_sink_abandon(handle);
}

struct file_sink *file_sink_open(struct arena *arena, const char *path) {
    struct file_sink *sink = arena_alloc(arena, sizeof *sink);
    sink->arena = arena;
    sink->path = arena_strdup(arena, path);
    sink->descriptor = -1;
    sink->owner = getpid();
    sink->buffer = arena_alloc(arena, BUFFER_BYTES);
    arena_defer(arena, release_sink, sink);
    const int descriptor = open_descriptor(path);
    if (descriptor >= 0) {
        sink->direct = sink->borrowed = true;
        sink->descriptor = descriptor;
    } else if (written_directly(path)) {
        sink->direct = true;
        sink->descriptor = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
        if (sink->descriptor < 0)
            sink_fail(sink, errno);
    } else {
        open_temporary(sink);
    }
    return sink;
}

/* write() that reports a reader gone by EPIPE alone, whatever the process does with SIGPIPE.  The
 * signal also comes with what a reader took before it went: then the count is short. */
static ssize_t write_unsignalled(int descriptor, const void *bytes, size_t length) {
    static const struct timespec at_once = {0, 0};
    sigset_t pipe_only, before, pending;
    sigemptyset(&pipe_only);
    sigaddset(&pipe_only, SIGPIPE);
    sigpending(&pending);
    pthread_sigmask(SIG_BLOCK, &pipe_only, &before);
    ssize_t count = write(descriptor, bytes, length);
    int error = errno;
    if (count != (ssize_t)length && !sigismember(&pending, SIGPIPE))
        sigtimedwait(&pipe_only, NULL, &at_once);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    errno = error;
    return count;
}

static bool usable(const struct file_sink *sink) {
    return !sink->error && !sink->quiet && sink->descriptor >= 0;
}

static void write_out(struct file_sink *sink, const unsigned char *bytes, size_t length) {
    while (length > 0 && usable(sink)) {
        ssize_t count = sink->direct ? write_unsignalled(sink->descriptor, bytes, length)
                                     : write(sink->descriptor, bytes, length);
        if (count > 0) {
            bytes += count;
            length -= (size_t)count;
        } else if (count == 0) {
            sink_fail(sink, EIO);
        } else if (errno == EPIPE && sink->direct) {
            sink->quiet = true;
        } else if (errno != EINTR) {
            sink_fail(sink, errno);
        }
    }
}

static void flush(struct file_sink *sink) {
    write_out(sink, sink->buffer, sink->used);
    sink->used = 0;
}

void file_sink_write(struct file_sink *sink, const void *bytes, size_t length) {
    if (!usable(sink))
        return;
    if (length > BUFFER_BYTES - sink->used)
        flush(sink);
    if (length > BUFFER_BYTES) {
        write_out(sink, bytes, length);
        return;
    }
    if (length > 0)
        memcpy(sink->buffer + sink->used, bytes, length);
    sink->used += length;
}

static int sync_whole(int descriptor) {
    while (fsync(descriptor) != 0)
        if (errno != EINTR)
            return errno;
    return 0;
}

/* So that the new name outlives a loss of power.  Not every file system can. */
static void sync_directory(struct file_sink *sink) {
    const char *name = file_name(sink->path);
    const char *directory =
        name == sink->path ? "."
                           : arena_strndup(sink->arena, sink->path, (size_t)(name - sink->path));
    int descriptor = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return; /* may be entered but not read */
    int error = sync_whole(descriptor);
    if (error && error != EINVAL && error != ENOTSUP)
        sink_fail(sink, error);
    close(descriptor);
}

static void put_in_place(struct file_sink *sink) {
    if (rename(sink->temporary, sink->path) != 0) {
        sink_fail(sink, errno);
        return;
    }
    strike(sink);
    sink->listed = false;
    sync_directory(sink);
}

bool file_sink_finish(struct file_sink *sink) {
    flush(sink);
    if (!sink->direct && !sink->error && !sink->finished) {
        assert(sink->descriptor >= 0); /* committed twice, or after abandoning */
        int error = sync_whole(sink->descriptor);
        if (error)
            sink_fail(sink, error);
    }
    close_sink(sink);
    sink->finished = true;
    return !sink->error;
}

bool file_sink_commit(struct file_sink *sink) {
    assert(!sink->finished || sink->listed || sink->direct || sink->error);
    if (file_sink_finish(sink) && !sink->direct)
        put_in_place(sink);
    file_sink_abandon(sink);
    return !sink->error;
}

const char *file_sink_error(const struct file_sink *sink) {
    return sink->error;
}

bool file_make_directory(const char *path) {
    char partial[PATH_MAX];
    size_t length = strlen(path);
    if (length >= sizeof partial) {
        errno = ENAMETOOLONG;
        return false;
    }
    for (size_t i = 1; i <= length; i++) {
        if (i < length && path[i] != '/')
            continue;
        memcpy(partial, path, i);
        partial[i] = '\0';
        if (mkdir(partial, S_IRWXU | S_IRWXG | S_IRWXO) == 0)
            continue;
        int error = errno;
        if (is_directory(partial))
            continue;
        errno = error == EEXIST ? ENOTDIR : error;
        return false;
    }
    return is_directory(path);
}

bool file_same(const char *a, const char *b) {
    struct stat first, second;
    return stat(a, &first) == 0 && stat(b, &second) == 0 && first.st_dev == second.st_dev &&
           first.st_ino == second.st_ino;
}

/* The status of the folder that a path's last name stands in. */
static bool folder_status(const char *path, struct stat *status) {
    char folder[PATH_MAX];
    size_t length = (size_t)(file_name(path) - path);
    if (length >= sizeof folder)
        return false;
    memcpy(folder, path, length);
    folder[length] = '\0';
    return stat(length > 0 ? folder : ".", status) == 0;
}

bool file_same_entry(const char *a, const char *b) {
    struct stat first, second;
    if (strcmp(a, b) == 0)
        return true;
    if (open_descriptor(a) >= 0 || open_descriptor(b) >= 0)
        return open_descriptor(a) == open_descriptor(b);
    return strcmp(file_name(a), file_name(b)) == 0 && folder_status(a, &first) &&
           folder_status(b, &second) && first.st_dev == second.st_dev &&
           first.st_ino == second.st_ino;
}

const char *file_name(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

const char *file_stem(struct arena *arena, const char *path) {
    const char *name = file_name(path);
    return arena_strndup(arena, name, strcspn(name, "."));
}

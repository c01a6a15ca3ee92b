#include "base/staging.h"

#include "base/file.h"
#include <assert.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define HIDDEN ".boardpack.XXXXXX"
enum { MOST_TRIES = 8 };

struct staging {
    struct arena *arena;
    const char *folder;
    char *hidden; /* the folder of the numbered files; NULL: not made */
    int lock; /* on it while it is in use: what nobody holds was left by a run that was killed */
    pid_t owner;
    mode_t mode;           /* of new files */
    atomic_size_t numbers; /* those that may exist are below it */
    _Atomic(int) error;    /* the first, of errno */
    char path[PATH_MAX];   /* for the handler of signals: nothing may be allocated there */
    size_t path_length;    /* of hidden and a slash */
};

/* The one of the process: a signal handler knows nothing else. */
static _Atomic(struct staging *) current;

static void note_failure(struct staging *staging, int error) {
    int none = 0;
    atomic_compare_exchange_strong(&staging->error, &none, error);
}

const char *staging_error(const struct staging *staging) {
    int error = atomic_load(&staging->error);
    const char *text = error ? strerrordesc_np(error) : NULL;
    return error && !text ? "unknown error" : text;
}

/* Decimal digits after the path of the hidden folder; async-signal-safe. */
static void number_path(const struct staging *staging, size_t number, char path[PATH_MAX]) {
    char digits[24];
    size_t count = 0;
    do
        digits[count++] = (char)('0' + number % 10);
    while ((number /= 10) > 0);
    memcpy(path, staging->path, staging->path_length);
    for (size_t i = 0; i < count; i++)
        path[staging->path_length + i] = digits[count - 1 - i];
    path[staging->path_length + count] = '\0';
}

static void remove_all(struct staging *staging) {
    int kept = errno;
    size_t numbers = atomic_load(&staging->numbers);
    char path[PATH_MAX];
    for (size_t i = 0; i < numbers; i++) {
        number_path(staging, i, path);
        unlink(path);
    }
    if (staging->hidden)
        rmdir(staging->hidden);
    errno = kept;
}

void staging_remove(void) {
    struct staging *staging = atomic_load(&current);
    if (staging && staging->owner == getpid())
        remove_all(staging);
}

static void let_go(struct staging *staging) {
    if (staging->lock >= 0)
        close(staging->lock);
    staging->lock = -1;
}

void staging_close(struct staging *staging) {
    if (!staging->hidden)
        return;
    if (staging->owner == getpid())
        remove_all(staging);
    let_go(staging);
    staging->hidden = NULL;
    struct staging *self = staging;
    atomic_compare_exchange_strong(&current, &self, NULL);
}

static void release(void *handle) {
    staging_close(handle);
}

/* ---- what a run left that was killed ---- */

/* The hidden folder's descriptor if nobody else uses it, else -1. */
static int seize(int folder, const char *name) {
    int hidden = openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (hidden >= 0 && flock(hidden, LOCK_EX | LOCK_NB) != 0) {
        close(hidden);
        return -1;
    }
    return hidden;
}

/* Only what a staging can have made there. */
static void remove_numbers(int hidden) {
    DIR *entries = fdopendir(hidden);
    const struct dirent *entry;
    while (entries && (entry = readdir(entries)))
        if (strspn(entry->d_name, "0123456789") == strlen(entry->d_name))
            unlinkat(dirfd(entries), entry->d_name, 0);
    if (entries)
        closedir(entries);
    else
        close(hidden);
}

static void sweep(const char *folder) {
    DIR *entries = opendir(folder);
    const struct dirent *entry;
    while (entries && (entry = readdir(entries))) {
        if (strlen(entry->d_name) != sizeof HIDDEN - 1 ||
            strncmp(entry->d_name, HIDDEN, sizeof HIDDEN - 7) != 0)
            continue;
        int hidden = seize(dirfd(entries), entry->d_name);
        if (hidden < 0)
            continue;
        int held = dup(hidden); /* until it is gone */
        remove_numbers(hidden);
        unlinkat(dirfd(entries), entry->d_name, AT_REMOVEDIR);
        if (held >= 0)
            close(held);
    }
    if (entries)
        closedir(entries);
}

/* ---- a run of one's own ---- */

/* Makes the folder and holds it; another process that sweeps may take it in between. */
static bool hold_hidden(struct staging *staging, char *hidden) {
    char *ending = hidden + strlen(hidden) - 6;
    for (int i = 0; i < MOST_TRIES; i++) {
        struct stat status;
        memcpy(ending, "XXXXXX", sizeof "XXXXXX");
        if (!mkdtemp(hidden))
            return false;
        staging->lock = seize(AT_FDCWD, hidden);
        if (staging->lock < 0 && errno != ENOENT && errno != EWOULDBLOCK)
            return true; /* of a file system without locks: nor can anybody sweep there */
        if (staging->lock >= 0 && fstat(staging->lock, &status) == 0 && status.st_nlink > 0)
            return true;
        let_go(staging);
    }
    return false;
}

static void make_hidden(struct staging *staging) {
    char *hidden = arena_printf(staging->arena, "%s/" HIDDEN, staging->folder);
    staging->path_length = strlen(hidden) + 1;
    if (staging->path_length + 24 > PATH_MAX) {
        note_failure(staging, ENAMETOOLONG);
        return;
    }
    if (!hold_hidden(staging, hidden)) {
        note_failure(staging, errno);
        return;
    }
    memcpy(staging->path, hidden, staging->path_length - 1);
    staging->path[staging->path_length - 1] = '/';
    staging->hidden = hidden;
    struct staging *nobody = NULL;
    bool alone = atomic_compare_exchange_strong(&current, &nobody, staging);
    assert(alone);
}

struct staging *staging_open(struct arena *arena, const char *folder) {
    struct staging *staging = arena_alloc(arena, sizeof *staging);
    staging->arena = arena;
    staging->folder = arena_strdup(arena, folder);
    staging->owner = getpid();
    mode_t mask = umask(S_IWGRP | S_IWOTH);
    umask(mask);
    staging->mode = (mode_t)(S_IRUSR | S_IWUSR | S_IRGRP | S_IWGRP | S_IROTH | S_IWOTH) & ~mask;
    staging->lock = -1;
    arena_defer(arena, release, staging);
    if (file_make_directory(folder)) {
        sweep(folder);
        make_hidden(staging);
    } else {
        note_failure(staging, errno);
    }
    return staging;
}

static int write_whole(int descriptor, const char *bytes, size_t length) {
    while (length > 0) {
        ssize_t count = write(descriptor, bytes, length);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return count < 0 ? errno : EIO;
        bytes += count;
        length -= (size_t)count;
    }
    return 0;
}

void staging_write(struct staging *staging, size_t number, const void *bytes, size_t length) {
    if (atomic_load(&staging->error))
        return;
    size_t known = atomic_load(&staging->numbers);
    while (known <= number && !atomic_compare_exchange_weak(&staging->numbers, &known, number + 1))
        continue;
    char path[PATH_MAX];
    number_path(staging, number, path);
    int descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor < 0) {
        note_failure(staging, errno);
        return;
    }
    int error = write_whole(descriptor, bytes, length);
    if (!error && fchmod(descriptor, staging->mode) != 0)
        error = errno;
    if (close(descriptor) != 0 && errno != EINTR && !error)
        error = errno;
    if (error)
        note_failure(staging, error);
}

bool staging_finish(struct staging *staging) {
    if (atomic_load(&staging->error))
        return false;
    int descriptor = open(staging->hidden, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0 || (syncfs(descriptor) != 0 && errno != ENOSYS))
        note_failure(staging, errno);
    if (descriptor >= 0)
        close(descriptor);
    return !atomic_load(&staging->error);
}

static bool make_folders(const char *path) {
    const char *name = file_name(path);
    char folder[PATH_MAX];
    size_t length = (size_t)(name - path);
    if (length >= sizeof folder) {
        errno = ENAMETOOLONG;
        return false;
    }
    memcpy(folder, path, length);
    folder[length > 1 ? length - 1 : length] = '\0'; /* without the slash */
    return file_make_directory(folder);
}

bool staging_name(struct staging *staging, size_t number, const char *path) {
    if (atomic_load(&staging->error))
        return false;
    const char *whole = arena_printf(staging->arena, "%s/%s", staging->folder, path);
    char numbered[PATH_MAX];
    number_path(staging, number, numbered);
    if (!make_folders(whole) || rename(numbered, whole) != 0)
        note_failure(staging, errno);
    return !atomic_load(&staging->error);
}

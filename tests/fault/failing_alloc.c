/* Preloaded: allocation FAIL_AT of the process fails (counted from 1 when main() begins), and with
 * FAIL_ON=1 all later ones.  COUNT_TO=FILE writes at the end how many there were.  The program puts
 * a watch of its own before malloc(), so this stands behind that, at glibc's inner names. */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/types.h>
#include <unistd.h>

static unsigned long made, fail_at;
static int fail_on, active;

static int fails(void) {
    if (!active)
        return 0;
    made++;
    if (fail_at == 0 || (made != fail_at && !(fail_on && made > fail_at)))
        return 0;
    errno = ENOMEM;
    return 1;
}

#define REAL(type, name, ...)                                                                      \
    static type (*real)(__VA_ARGS__);                                                              \
    if (!real)                                                                                     \
    *(void **)&real = dlsym(RTLD_NEXT, name)

void *__libc_malloc(size_t size) {
    REAL(void *, "__libc_malloc", size_t);
    return fails() ? NULL : real(size);
}

void *__libc_calloc(size_t count, size_t size) {
    REAL(void *, "__libc_calloc", size_t, size_t);
    return fails() ? NULL : real(count, size);
}

void *__libc_realloc(void *old, size_t size) {
    REAL(void *, "__libc_realloc", void *, size_t);
    return fails() ? NULL : real(old, size);
}

void *__libc_memalign(size_t alignment, size_t size) {
    REAL(void *, "__libc_memalign", size_t, size_t);
    return fails() ? NULL : real(alignment, size);
}

/* Of memory; files are mapped as ever. */
void *mmap(void *at, size_t size, int rights, int flags, int file, off_t from) {
    REAL(void *, "mmap", void *, size_t, int, int, int, off_t);
    return (flags & MAP_ANONYMOUS) && fails() ? MAP_FAILED
                                              : real(at, size, rights, flags, file, from);
}

static int (*program)(int, char **, char **);

static int begin(int count, char **arguments, char **environment) {
    const char *at = getenv("FAIL_AT"), *on = getenv("FAIL_ON");
    for (; at && *at >= '0' && *at <= '9'; at++)
        fail_at = fail_at * 10 + (unsigned long)(*at - '0');
    fail_on = on && *on == '1';
    active = 1;
    int status = program(count, arguments, environment);
    active = 0;
    return status;
}

int __libc_start_main(int (*run)(int, char **, char **), int count, char **arguments,
                      void (*init)(void), void (*fini)(void), void (*unload)(void), void *stack) {
    REAL(int, "__libc_start_main", int (*)(int, char **, char **), int, char **, void (*)(void),
         void (*)(void), void (*)(void), void *);
    program = run;
    return real(begin, count, arguments, init, fini, unload, stack);
}

__attribute__((destructor)) static void tell(void) {
    const char *path = getenv("COUNT_TO");
    if (!path)
        return;
    int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0644);
    if (file < 0)
        return;
    char digits[24];
    size_t at = sizeof digits;
    unsigned long rest = made;
    digits[--at] = '\n';
    do
        digits[--at] = (char)('0' + rest % 10);
    while ((rest /= 10) > 0);
    if (write(file, digits + at, sizeof digits - at) < 0)
        made = 0;
    close(file);
}

/* Preloaded: allocation FAIL_AT of the process fails (from 1), and with FAIL_ON=1 all later ones.
 * COUNT_TO=FILE writes at the end how many there were. */
#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);
void *__libc_memalign(size_t alignment, size_t size);

static unsigned long made, fail_at;
static int fail_on, asked;

static int fails(void) {
    if (!asked) {
        asked = 1;
        const char *at = getenv("FAIL_AT"), *on = getenv("FAIL_ON");
        for (; at && *at >= '0' && *at <= '9'; at++)
            fail_at = fail_at * 10 + (unsigned long)(*at - '0');
        fail_on = on && *on == '1';
    }
    made++;
    if (fail_at == 0 || (made != fail_at && !(fail_on && made > fail_at)))
        return 0;
    errno = ENOMEM;
    return 1;
}

void *malloc(size_t size) {
    return fails() ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size) {
    return fails() ? NULL : __libc_calloc(count, size);
}

void *realloc(void *old, size_t size) {
    return fails() ? NULL : __libc_realloc(old, size);
}

void *memalign(size_t alignment, size_t size) {
    return fails() ? NULL : __libc_memalign(alignment, size);
}

void *aligned_alloc(size_t alignment, size_t size) {
    return fails() ? NULL : __libc_memalign(alignment, size);
}

int posix_memalign(void **out, size_t alignment, size_t size) {
    if (fails())
        return ENOMEM;
    void *memory = __libc_memalign(alignment, size);
    if (!memory)
        return ENOMEM;
    *out = memory;
    return 0;
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

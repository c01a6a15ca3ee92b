#include "picture/apart.h"

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stdbool.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(memory_sanitizer)
#define SANITIZED 1
#endif
#endif
#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#endif
#ifndef SANITIZED
#define SANITIZED 0
#endif

#define SECONDS_MOST 10u
/* With what the child has from us; the decoders have caps of their own far below it. */
#define MEMORY_MOST (4096ull * 1024 * 1024)

/* ---- shared memory -------------------------------------------------------------------------- */

struct mapping {
    void *address;
    size_t size;
};

static void release_mapping(void *handle) {
    const struct mapping *mapping = handle;
    munmap(mapping->address, mapping->size);
}

void *apart_memory(struct arena *arena, size_t size) {
    struct mapping *mapping = arena_alloc(arena, sizeof *mapping);
    void *address = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (address == MAP_FAILED)
        return NULL;
    *mapping = (struct mapping){address, size};
    arena_defer(arena, release_mapping, mapping);
    return address;
}

/* ---- the child's walls ---------------------------------------------------------------------- */

/* The parent's handlers remove the parent's temporary files: not the child's business. */
static void forget_handlers(void) {
    static const int numbers[] = {SIGINT,  SIGTERM, SIGHUP, SIGPIPE, SIGXFSZ, SIGXCPU,
                                  SIGSEGV, SIGBUS,  SIGFPE, SIGILL,  SIGABRT};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        signal(numbers[i], SIG_DFL);
}

static bool bounded(enum __rlimit_resource resource, rlim_t most) {
    struct rlimit limit;
    if (getrlimit(resource, &limit) != 0)
        return false;
    if (limit.rlim_max != RLIM_INFINITY && limit.rlim_max < most)
        most = limit.rlim_max;
    limit.rlim_cur = limit.rlim_max = most;
    return setrlimit(resource, &limit) == 0;
}

#if defined(__x86_64__)
#define OWN_ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define OWN_ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

/* What memory and the process's own end need; every other call of the system fails.  Where the
 * kernel has no filters the limits above must do. */
static void filter_calls(void) {
#ifdef OWN_ARCHITECTURE
    static const unsigned allowed[] = {
        SYS_brk,          SYS_mmap,           SYS_munmap,     SYS_mremap, SYS_madvise,
        SYS_mprotect,     SYS_futex,          SYS_exit_group, SYS_exit,   SYS_getpid,
        SYS_rt_sigreturn, SYS_rt_sigprocmask, SYS_gettid,     SYS_tgkill};
    enum { COUNT = sizeof allowed / sizeof *allowed, HEAD = 4 };
    struct sock_filter program[HEAD + 2 * COUNT + 1] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, OWN_ARCHITECTURE, 1, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
    };
    for (size_t i = 0; i < COUNT; i++) {
        program[HEAD + 2 * i] =
            (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, allowed[i], 0, 1);
        program[HEAD + 2 * i + 1] =
            (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
    }
    program[HEAD + 2 * COUNT] =
        (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM);
    const struct sock_fprog filter = {HEAD + 2 * COUNT + 1, program};
    (void)prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter);
#endif
}

static bool walled_in(void) {
    forget_handlers();
    /* Whoever waits for the child may be stopped: then it ends too. */
    bool good =
        prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
    good = good && bounded(RLIMIT_CORE, 0) && bounded(RLIMIT_FSIZE, 0) &&
           bounded(RLIMIT_NOFILE, 0) && bounded(RLIMIT_CPU, SECONDS_MOST);
    /* Sanitizers reserve terabytes and make calls of their own. */
    if (good && !SANITIZED) {
        good = bounded(RLIMIT_AS, MEMORY_MOST);
        filter_calls();
    }
    return good;
}

/* ---- parent and child ----------------------------------------------------------------------- */

enum { CHILD_DONE = 0, CHILD_OPEN = 1 };

static enum apart_end wait_for(pid_t child) {
    int status = 0;
    pid_t ended;
    do {
        ended = waitpid(child, &status, 0);
    } while (ended < 0 && errno == EINTR);
    if (ended != child)
        return APART_NONE;
    if (!WIFEXITED(status))
        return APART_DIED;
    return WEXITSTATUS(status) == CHILD_DONE ? APART_DONE : APART_NONE;
}

enum apart_end apart_run(void (*work)(void *context), void *context) {
    pid_t child = fork();
    if (child < 0)
        return APART_NONE;
    if (child > 0)
        return wait_for(child);
    if (!walled_in())
        _exit(CHILD_OPEN);
    work(context);
    _exit(CHILD_DONE);
}

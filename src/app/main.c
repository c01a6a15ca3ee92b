/* The only file that ends the process. */
#include "app/command.h"
#include "app/memory.h"
#include "base/bounds.h"
#include "base/staging.h"
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static void say(const char *text) {
    /* Nothing can be done if this fails: the process is ending. */
    if (write(STDERR_FILENO, text, strlen(text)) < 0)
        return;
}

/* What is half written goes. */
static void leave_nothing(void) {
    file_sinks_remove_all();
    staging_remove();
}

static void out_of_memory(void *user) {
    (void)user;
    leave_nothing();
    say("error: out of memory [BP9009]\n");
    _exit(OUTCOME_INTERNAL);
}

/* Interrupted: leave no temporary file, then die by the same signal. */
static void on_signal(int number) {
    leave_nothing();
    signal(number, SIG_DFL);
    raise(number);
}

/* A failed assertion has said where; it must not leave half an output behind. */
static void on_abort(int number) {
    (void)number;
    if (memory_failed())
        out_of_memory(NULL);
    leave_nothing();
    _exit(OUTCOME_INTERNAL);
}

/* A library that went on without its memory has fallen: that is told as what it is. */
static void on_fault(int number) {
    if (memory_failed())
        out_of_memory(NULL);
    on_signal(number);
}

/* Unless somebody else (a sanitizer, the caller) has taken the signal. */
static void watch(int number, void (*handler)(int)) {
    struct sigaction action = {.sa_handler = handler, .sa_flags = SA_ONSTACK}, old;
    sigemptyset(&action.sa_mask);
    if (sigaction(number, NULL, &old) == 0 && old.sa_handler == SIG_DFL)
        sigaction(number, &action, NULL);
}

/* A stack for the handlers: the program's own may be what is broken. */
static void own_stack(void) {
    static char bytes[64 * 1024];
    const stack_t stack = {.ss_sp = bytes, .ss_size = sizeof bytes};
    sigaltstack(&stack, NULL);
}

static void watch_signals(void) {
    static const int ends[] = {SIGINT, SIGTERM, SIGHUP, SIGPIPE, SIGXCPU};
    static const int faults[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        watch(ends[i], on_signal);
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++)
        watch(faults[i], on_fault);
    watch(SIGABRT, on_abort);
    /* A limit on the size of files then fails the write, which tells the file and the reason. */
    watch(SIGXFSZ, SIG_IGN);
}

static int usage(const char *wrong) {
    fprintf(stderr, "boardpack: %s\ntry `boardpack --help`\n", wrong);
    return OUTCOME_USAGE;
}

/* --memory in bytes; 0 if it is no number of MiB that makes sense. */
static size_t memory_cap(const struct options *options) {
    const char *text = options->value[SWITCH_MEMORY];
    if (!text)
        return BOUND_ARENA_BYTES;
    size_t mebibytes = 0;
    for (; *text >= '0' && *text <= '9' && mebibytes <= 65536; text++)
        mebibytes = mebibytes * 10 + (size_t)(*text - '0');
    return *text || mebibytes > 65536 ? 0 : mebibytes * 1024 * 1024;
}

static int run(const struct options *options) {
    size_t cap = memory_cap(options);
    if (cap == 0)
        return usage("--memory is a number of MiB from 1 to 65536");
    struct arena *arena = arena_new(cap, out_of_memory, NULL);
    if (!arena)
        out_of_memory(NULL);
    enum outcome status = command_run(job_new(arena, options));
    if (memory_failed())
        out_of_memory(NULL);
    arena_free(arena);
    return (int)status;
}

int main(int argc, char **argv) {
    memory_begin();
    own_stack();
    watch_signals();
    struct arena *arena = arena_new(0, out_of_memory, NULL);
    if (!arena)
        out_of_memory(NULL);
    struct options options;
    const char *wrong = options_parse(arena, argc > 0 ? argc - 1 : 0, argv + 1, &options);
    int status = wrong ? usage(wrong) : run(&options);
    arena_free(arena);
    return status;
}

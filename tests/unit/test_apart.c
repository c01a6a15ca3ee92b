#include "unit/arenacase.h"

#include "picture/apart.h"
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#ifndef __has_feature
#define __has_feature(name) 0
#endif
#if defined(__SANITIZE_ADDRESS__) || __has_feature(address_sanitizer)
#define SANITIZED 1
#else
#define SANITIZED 0
#endif

static void write_answer(void *context) {
    *(int *)context = 42;
}

static void what_the_child_finds_is_seen_by_the_parent(void **state) {
    (void)state;
    int *answer = apart_memory(arena, sizeof *answer);
    assert_non_null(answer);
    assert_int_equal(*answer, 0);
    assert_int_equal(apart_run(write_answer, answer), APART_DONE);
    assert_int_equal(*answer, 42);
}

static void fall(void *context) {
    (void)context;
    raise(SIGSEGV);
}

static void run_on(void *context) {
    for (volatile unsigned *n = context;; ++*n)
        ;
}

static void a_child_that_falls_falls_alone(void **state) {
    (void)state;
    assert_int_equal(apart_run(fall, NULL), APART_DIED);
}

static void a_child_that_does_not_end_is_ended(void **state) {
    (void)state;
    unsigned *n = apart_memory(arena, sizeof *n);
    /* Less than what the child is given, so that the test is short; ours too from now on. */
    const struct rlimit second = {1, 1};
    assert_int_equal(setrlimit(RLIMIT_CPU, &second), 0);
    assert_int_equal(apart_run(run_on, n), APART_DIED);
    assert_true(*n > 0);
}

static void open_a_file(void *context) {
    *(int *)context = open("/dev/null", O_RDONLY);
}

static void start_a_process(void *context) {
    int pid = fork();
    if (pid == 0)
        _exit(0);
    *(int *)context = pid;
}

static void a_child_opens_nothing_and_starts_nothing(void **state) {
    (void)state;
    int *result = apart_memory(arena, sizeof *result);
    assert_int_equal(apart_run(open_a_file, result), APART_DONE);
    assert_int_equal(*result, -1);
    if (SANITIZED)
        return;
    assert_int_equal(apart_run(start_a_process, result), APART_DONE);
    assert_int_equal(*result, -1);
}

static void take_much(void *context) {
    bool *got = context;
    void *memory = malloc((size_t)1 << 33);
    *got = memory != NULL;
    free(memory);
}

static void a_child_takes_bounded_memory(void **state) {
    (void)state;
    bool *got = apart_memory(arena, sizeof *got);
    *got = true;
    if (SANITIZED)
        return;
    assert_int_equal(apart_run(take_much, got), APART_DONE);
    assert_false(*got);
}

static void memory_that_is_not_to_be_had_is_NULL(void **state) {
    (void)state;
    assert_null(apart_memory(arena, (size_t)1 << 60));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(what_the_child_finds_is_seen_by_the_parent),
        ARENA_TEST(a_child_that_falls_falls_alone),
        ARENA_TEST(a_child_opens_nothing_and_starts_nothing),
        ARENA_TEST(a_child_takes_bounded_memory),
        ARENA_TEST(memory_that_is_not_to_be_had_is_NULL),
        ARENA_TEST(a_child_that_does_not_end_is_ended),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

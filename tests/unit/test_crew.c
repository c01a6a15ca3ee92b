#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/crew.h"
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>

enum { PIECES = 1000 };

struct task {
    atomic_int done[PIECES];
    atomic_int here;    /* pieces done by the caller's own thread */
    atomic_int waiting; /* for the other hands */
    int hands;
    pthread_t caller;
    atomic_bool signals_blocked;
};

static void count_piece(void *context, size_t piece) {
    struct task *task = context;
    atomic_fetch_add(&task->done[piece], 1);
    if (pthread_equal(pthread_self(), task->caller))
        atomic_fetch_add(&task->here, 1);
}

static void assert_each_once(struct task *task, size_t count) {
    for (size_t i = 0; i < PIECES; i++)
        assert_int_equal(atomic_load(&task->done[i]), i < count ? 1 : 0);
}

static void each_piece_is_done_once(void **state) {
    (void)state;
    static const size_t hands[] = {1, 2, 7, 64, 500};
    for (size_t i = 0; i < sizeof hands / sizeof *hands; i++) {
        struct task task = {.caller = pthread_self()};
        crew_run(hands[i], PIECES, count_piece, &task);
        assert_each_once(&task, PIECES);
    }
}

static void one_hand_is_the_callers_own(void **state) {
    (void)state;
    struct task task = {.caller = pthread_self()};
    crew_run(1, PIECES, count_piece, &task);
    assert_int_equal(atomic_load(&task.here), PIECES);
    struct task none = {.caller = pthread_self()};
    crew_run(0, 3, count_piece, &none);
    assert_int_equal(atomic_load(&none.here), 3);
    crew_run(4, 0, count_piece, &none);
    assert_each_once(&none, 3);
}

/* Goes on only when every hand is at work. */
static void wait_for_all(void *context, size_t piece) {
    struct task *task = context;
    count_piece(context, piece);
    atomic_fetch_add(&task->waiting, 1);
    while (atomic_load(&task->waiting) < task->hands)
        continue;
    sigset_t blocked;
    pthread_sigmask(SIG_SETMASK, NULL, &blocked);
    if (!pthread_equal(pthread_self(), task->caller) && sigismember(&blocked, SIGTERM) == 1)
        atomic_store(&task->signals_blocked, true);
}

static void hands_work_at_the_same_time_and_signals_go_to_the_caller(void **state) {
    (void)state;
    struct task task = {.caller = pthread_self(), .hands = 3};
    crew_run(3, 3, wait_for_all, &task);
    assert_each_once(&task, 3);
    assert_true(atomic_load(&task.signals_blocked));
    sigset_t blocked;
    pthread_sigmask(SIG_SETMASK, NULL, &blocked);
    assert_int_equal(sigismember(&blocked, SIGTERM), 0);
}

static void there_is_at_least_one_hand(void **state) {
    (void)state;
    assert_true(crew_hands() >= 1 && crew_hands() <= 64);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_piece_is_done_once),
        cmocka_unit_test(one_hand_is_the_callers_own),
        cmocka_unit_test(hands_work_at_the_same_time_and_signals_go_to_the_caller),
        cmocka_unit_test(there_is_at_least_one_hand),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

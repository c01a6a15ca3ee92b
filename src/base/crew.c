#include "base/crew.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <unistd.h>

enum { MOST_HANDS = 64 };

struct crew {
    crew_fn *work;
    void *context;
    size_t count;
    atomic_size_t next;
};

size_t crew_hands(void) {
    long online = sysconf(_SC_NPROCESSORS_ONLN);
    return online < 1 ? 1 : online > MOST_HANDS ? MOST_HANDS : (size_t)online;
}

static void *toil(void *shared) {
    struct crew *crew = shared;
    for (;;) {
        size_t piece = atomic_fetch_add(&crew->next, 1);
        if (piece >= crew->count)
            return NULL;
        crew->work(crew->context, piece);
    }
}

/* With every signal blocked, which the new thread keeps. */
static bool hire(pthread_t *thread, struct crew *crew) {
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    int refused = pthread_create(thread, NULL, toil, crew);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return refused == 0;
}

void crew_run(size_t hands, size_t count, crew_fn *work, void *context) {
    struct crew crew = {.work = work, .context = context, .count = count};
    pthread_t threads[MOST_HANDS];
    size_t hired = 0;
    while (hired + 1 < hands && hired + 1 < count && hired < MOST_HANDS &&
           hire(&threads[hired], &crew))
        hired++;
    toil(&crew);
    while (hired > 0)
        pthread_join(threads[--hired], NULL);
}

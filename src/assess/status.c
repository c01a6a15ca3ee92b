#include "assess/status.h"

#include <assert.h>
#include <stddef.h>

const char *status_name(enum status status) {
    static const char *const names[] = {
        "exceeds", "green",          "amber", "red",          "no-data",
        "not-due", "not-applicable", "stale", "insufficient", "unscored",
    };
    assert((size_t)status < sizeof names / sizeof *names);
    return names[status];
}

const char *status_words(enum status status) {
    static const char *const words[] = {
        "exceeds",        "green", "amber",           "red",        "no data", "not due",
        "not applicable", "stale", "too little data", "not judged",
    };
    assert((size_t)status < sizeof words / sizeof *words);
    return words[status];
}

const char *direction_name(enum direction direction) {
    static const char *const names[] = {"n/a", "up", "down", "flat"};
    assert((size_t)direction < sizeof names / sizeof *names);
    return names[direction];
}

const char *goodness_name(enum goodness goodness) {
    static const char *const names[] = {"n/a", "improving", "steady", "worsening"};
    assert((size_t)goodness < sizeof names / sizeof *names);
    return names[goodness];
}

#include "compare/approvalpile.h"

#include "base/idmap.h"
#include <assert.h>
#include <string.h>

/* When an approved request holds. */
struct term {
    size_t number;
    int32_t from, period;
};

/* The requests that ask for one value, the last of the workbook first. */
struct asked {
    VEC(struct term) approved; /* without those that hold only when a later one does as well */
    size_t pending, rejected;  /* the last of them, or APPROVALPILE_NONE */
};

struct other {
    size_t number;
    const char *value;
};

struct approvalpile {
    struct arena *arena;
    struct asked any; /* value */
    struct idmap *values;
    VEC(struct asked) asked;
    struct other others[2]; /* the last approved ones that ask for two different values */
    size_t other_count;
};

static const struct asked nothing = {.pending = APPROVALPILE_NONE, .rejected = APPROVALPILE_NONE};

struct approvalpile *approvalpile_new(struct arena *arena) {
    struct approvalpile *pile = arena_alloc(arena, sizeof *pile);
    *pile = (struct approvalpile){.arena = arena, .any = nothing, .values = idmap_new(arena)};
    return pile;
}

/* ---- adding ---- */

static bool is_approved(const struct approvalpile_request *request) {
    return request->status == CHANGE_APPROVED || request->status == CHANGE_IMPLEMENTED;
}

static bool same(const char *a, const char *b) {
    return a && b && strcmp(a, b) == 0;
}

static void add_approved(struct approvalpile *pile, struct asked *asked, struct term term) {
    for (size_t i = 0; i < asked->approved.count; i++) {
        const struct term *later = &asked->approved.items[i];
        if (later->from <= term.from && later->period <= term.period)
            return;
    }
    vec_push(pile->arena, &asked->approved, term);
}

static void add_asked(struct approvalpile *pile, struct asked *asked,
                      const struct approvalpile_request *request) {
    struct term term = {request->number, request->from, request->period};
    if (is_approved(request))
        add_approved(pile, asked, term);
    else if (request->status == CHANGE_REJECTED && asked->rejected == APPROVALPILE_NONE)
        asked->rejected = request->number;
    else if (request->status != CHANGE_REJECTED && asked->pending == APPROVALPILE_NONE)
        asked->pending = request->number;
}

static void add_other(struct approvalpile *pile, const struct approvalpile_request *request) {
    bool known = pile->other_count == 2 ||
                 (pile->other_count == 1 && same(pile->others[0].value, request->value));
    if (!known)
        pile->others[pile->other_count++] = (struct other){request->number, request->value};
}

void approvalpile_add(struct approvalpile *pile, const struct approvalpile_request *request) {
    bool any = request->value && !*request->value;
    assert(!any || !request->spent);
    if (any) {
        add_asked(pile, &pile->any, request);
        return;
    }
    if (request->value) {
        size_t at = idmap_put(pile->values, request->value, pile->asked.count);
        if (at == pile->asked.count)
            vec_push(pile->arena, &pile->asked, nothing);
        add_asked(pile, &pile->asked.items[at], request);
    }
    if (is_approved(request) && !request->spent)
        add_other(pile, request);
}

/* ---- asking ---- */

/* Of equals the request that comes later. */
static struct approvalpile_answer better(struct approvalpile_answer first,
                                         struct approvalpile_answer second) {
    if (first.number == APPROVALPILE_NONE || second.number == APPROVALPILE_NONE)
        return second.number == APPROVALPILE_NONE ? first : second;
    if (first.approval != second.approval)
        return first.approval < second.approval ? first : second;
    return second.number > first.number ? second : first;
}

static struct approvalpile_answer of_approved(const struct asked *asked,
                                              const struct approvalpile_move *move) {
    for (size_t i = 0; i < asked->approved.count; i++) {
        const struct term *term = &asked->approved.items[i];
        if (term->from <= move->day && term->period <= move->period)
            return (struct approvalpile_answer){APPROVAL_GIVEN, term->number};
    }
    size_t last = asked->approved.count ? asked->approved.items[0].number : APPROVALPILE_NONE;
    return (struct approvalpile_answer){APPROVAL_OTHER_TIME, last};
}

static struct approvalpile_answer of_asked(const struct asked *asked,
                                           const struct approvalpile_move *move) {
    struct approvalpile_answer pending = {APPROVAL_PENDING, asked->pending};
    struct approvalpile_answer rejected = {APPROVAL_REJECTED, asked->rejected};
    return better(of_approved(asked, move), better(pending, rejected));
}

struct approvalpile_answer approvalpile_ask(const struct approvalpile *pile,
                                            const struct approvalpile_move *move) {
    struct approvalpile_answer best = {APPROVAL_MISSING, APPROVALPILE_NONE};
    best = better(best, of_asked(&pile->any, move));
    size_t at = move->value ? idmap_find(pile->values, move->value) : IDMAP_NONE;
    if (at != IDMAP_NONE)
        best = better(best, of_asked(&pile->asked.items[at], move));
    for (size_t i = 0; i < pile->other_count; i++) {
        struct approvalpile_answer other = {APPROVAL_OTHER_VALUE, pile->others[i].number};
        if (!same(pile->others[i].value, move->value))
            best = better(best, other);
    }
    return best;
}

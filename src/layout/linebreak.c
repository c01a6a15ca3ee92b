#include "layout/linebreak.h"

/* Lengths are divided by this before they are squared: lines of 1,000 mm stay far from 2^63. */
enum { GRAIN = 16 };

/* The words from..to that a line feed, or the end of the text, closes. */
struct stretch {
    struct linebreak *work;
    const struct linebreak_word *words;
    size_t from, to;
    mp width;
    bool balanced, divided; /* divided: a line may end with a hyphen */
};

static int64_t square(mp length) {
    const int64_t grains = length / GRAIN;
    return grains * grains;
}

static struct linebreak_line line_of(const struct stretch *s, mp with_blanks, size_t end) {
    const struct linebreak_word *last = &s->words[end - 1];
    const bool hyphen = last->hyphen > 0 && end < s->to;
    return (struct linebreak_line){.end = end,
                                   .width =
                                       with_blanks - last->trailing + (hyphen ? last->hyphen : 0),
                                   .hyphen = hyphen};
}

/* What the end of a clause is worth in a title: of two lines one may be as much longer, in parts of
 * the width, as 0.45 at a comma and 0.53 elsewhere.  (Two lines that differ by d are d^2 / 2 more
 * ragged than two of one length.) */
static int64_t relief(const struct stretch *s, enum linebreak_pause pause) {
    return pause == PAUSE_NONE ? 0 : square(s->width) / (pause == PAUSE_COMMA ? 10 : 7);
}

/* How far a line from word `from` is from full. */
static int64_t raggedness(const struct stretch *s, size_t from, const struct linebreak_line *line) {
    const mp left = length_max(s->width - line->width, 0);
    int64_t cost = square(left);
    if (line->end == s->to && !s->balanced)
        cost = from > s->from && line->width < s->width / 6 ? square(s->width / 2) : 0;
    if (line->hyphen) {
        cost += square(s->width / 6);
        if (from > s->from && s->words[from - 1].hyphen > 0)
            cost += square(s->width / 3);
    }
    if (s->balanced && line->end < s->to)
        cost -= relief(s, s->words[line->end - 1].pause);
    return cost;
}

/* The best line to begin with word `from`, what follows being known. */
static void choose(const struct stretch *s, size_t from) {
    struct linebreak *work = s->work;
    bool found = false;
    mp x = 0;
    for (size_t i = from; i < s->to; i++) {
        x += s->words[i].width;
        const struct linebreak_line line = line_of(s, x, i + 1);
        if (found && x - s->words[i].trailing > s->width)
            break;
        if ((line.hyphen && !s->divided) || (found && line.width > s->width))
            continue;
        const size_t need = 1 + work->need.items[line.end - s->from];
        const int64_t cost = raggedness(s, from, &line) + work->cost.items[line.end - s->from];
        const size_t at = from - s->from;
        if (!found || need < work->need.items[at] ||
            (need == work->need.items[at] && cost <= work->cost.items[at])) {
            work->need.items[at] = need;
            work->cost.items[at] = cost;
            work->next.items[at] = line.end;
        }
        found = true;
    }
}

static void room_for(struct linebreak *work, struct arena *arena, size_t words) {
    while (work->next.count <= words) {
        vec_push(arena, &work->next, 0);
        vec_push(arena, &work->need, 0);
        vec_push(arena, &work->cost, 0);
    }
}

static mp width_of(const struct stretch *s, size_t from, size_t to) {
    mp width = 0;
    for (size_t i = from; i < to; i++)
        width += s->words[i].width;
    return width;
}

/* Sets the stretch; true if no line but the last is more than a third empty, or too full. */
static bool set(const struct stretch *s, struct arena *arena) {
    struct linebreak *work = s->work;
    const size_t count = s->to - s->from;
    work->need.items[count] = 0;
    work->cost.items[count] = 0;
    for (size_t i = s->to; i-- > s->from;)
        if (s->divided || i == s->from ||
            s->words[i - 1].hyphen == 0) /* else no line begins here */
            choose(s, i);
    bool even = true;
    for (size_t i = s->from; i < s->to; i = work->next.items[i - s->from]) {
        const size_t end = work->next.items[i - s->from];
        const struct linebreak_line line = line_of(s, width_of(s, i, end), end);
        vec_push(arena, &work->lines, line);
        even &= line.width <= s->width && (end == s->to || line.width >= s->width / 3 * 2);
    }
    return even;
}

static bool has_hyphens(const struct stretch *s) {
    for (size_t i = s->from; i < s->to; i++)
        if (s->words[i].hyphen > 0)
            return true;
    return false;
}

static void set_stretch(struct stretch *s, struct arena *arena) {
    const mp width = width_of(s, s->from, s->to);
    if (width - s->words[s->to - 1].trailing <= s->width) {
        vec_push(arena, &s->work->lines, line_of(s, width, s->to));
        return;
    }
    room_for(s->work, arena, s->to - s->from);
    const size_t before = s->work->lines.count;
    bool even = set(s, arena);
    if (!even && !s->balanced && has_hyphens(s)) {
        s->work->lines.count = before;
        s->divided = true;
        even = set(s, arena);
    }
    s->work->even &= even;
}

void linebreak(struct linebreak *work, struct arena *arena, const struct linebreak_word *words,
               size_t count, mp width, bool balanced) {
    work->lines.count = 0;
    work->even = true;
    for (size_t from = 0; from < count;) {
        size_t to = from + 1;
        while (to < count && !words[to - 1].ends_line)
            to++;
        struct stretch s = {.work = work,
                            .words = words,
                            .from = from,
                            .to = to,
                            .width = width,
                            .balanced = balanced};
        set_stretch(&s, arena);
        from = to;
    }
}

#include "compare/comparetext.h"

#include "base/utf8.h"
#include "base/wraptext.h"
#include <string.h>

#define WIDTH       100
#define LABEL_MOST  44
#define NAME_MOST   60 /* where the label is the entity's name */
#define CHANGE_MOST 32
#define TEXT_MOST   160 /* of a long text before and after; verbose shows all of it */

enum group {
    GROUP_UNAPPROVED,
    GROUP_APPROVED,
    GROUP_ROWS,
    GROUP_PAST,
    GROUP_STATUS,
    GROUP_OTHER,
    GROUP_FOLLOW_UP,
    GROUP_ADDED,
    GROUP_COUNT
};

static const char *const titles[GROUP_COUNT] = {
    [GROUP_UNAPPROVED] = "Agreed figures moved without approval",
    [GROUP_APPROVED] = "Agreed figures moved with approval",
    [GROUP_ROWS] = "New, retired, renamed",
    [GROUP_PAST] = "Reported values restated or withdrawn",
    [GROUP_STATUS] = "Statuses",
    [GROUP_OTHER] = "Other changes",
    [GROUP_FOLLOW_UP] = "Meetings and what follows from them",
    [GROUP_ADDED] = "Values added",
};

static enum group group_of(const struct difference *d) {
    static const enum group groups[CHANGED_KINDS] = {
        [CHANGED_NEW] = GROUP_ROWS,      [CHANGED_RETIRED] = GROUP_ROWS,
        [CHANGED_RENAMED] = GROUP_ROWS,  [CHANGED_AGREED] = GROUP_OTHER,
        [CHANGED_RESTATED] = GROUP_PAST, [CHANGED_WITHDRAWN] = GROUP_PAST,
        [CHANGED_ADDED] = GROUP_ADDED,   [CHANGED_STATUS] = GROUP_STATUS,
        [CHANGED_OTHER] = GROUP_OTHER};
    if (d->needs_approval)
        return compare_unapproved(d) ? GROUP_UNAPPROVED : GROUP_APPROVED;
    return d->follow_up ? GROUP_FOLLOW_UP : groups[d->kind];
}

struct printing {
    const struct comparison *comparison;
    struct arena *arena;
    struct textbuf *out;
    bool verbose;
    size_t label_width, change_width; /* of the columns of a group */
};

/* ---- lines ---- */

static void blanks(struct textbuf *out, size_t count) {
    for (; count > 0; count--)
        textbuf_char(out, ' ');
}

/* One line, safe to print. */
static const char *clean(struct arena *arena, const char *text) {
    return utf8_printable(arena, utf8_squeeze(arena, text));
}

/* Words from column `at` on, further lines from column `indent` on.  No words, no line. */
static void flow(struct textbuf *out, const char *text, size_t at, size_t indent) {
    if (*text)
        wraptext(out, text, WIDTH, at, indent);
}

/* A label, what changed, and a note, in columns; on lines of their own where they do not fit. */
static void row(struct printing *p, const char *label, const char *change, const char *note) {
    const size_t second = 4 + p->label_width + 2, third = second + p->change_width + 2;
    size_t at = 4 + utf8_runes(label), width = utf8_runes(change);
    blanks(p->out, 4);
    textbuf_str(p->out, label);
    if (at + 2 > second) {
        textbuf_char(p->out, '\n');
        at = 0;
    }
    blanks(p->out, second - at);
    if (!*note || third + utf8_runes(note) > WIDTH || width > p->change_width) {
        flow(p->out, change, second, second);
        if (*note)
            blanks(p->out, second);
        flow(p->out, note, second, second);
        return;
    }
    textbuf_str(p->out, change);
    blanks(p->out, third - second - width);
    flow(p->out, note, third, third);
}

/* ---- words ---- */

static const char *period_text(struct arena *arena, const struct plan *plan, struct period period) {
    char text[16];
    period_format(period, &plan->organization.fiscal, text);
    return arena_strdup(arena, text);
}

const char *comparetext_periods(struct arena *arena, const struct plan *plan, struct period first,
                                struct period last) {
    const char *from = period_text(arena, plan, first);
    if (period_equal(first, last))
        return from;
    return arena_printf(arena, "%s to %s", from, period_text(arena, plan, last));
}

static const char *date_text(struct arena *arena, struct date date) {
    char text[11];
    date_format(date, text);
    return arena_strdup(arena, text);
}

static const char *approved_text(struct arena *arena, const struct change_request *request) {
    const char *by = *request->approved_by
                         ? arena_printf(arena, " by %s", clean(arena, request->approved_by))
                         : "";
    const char *on = date_set(request->approved_on)
                         ? arena_printf(arena, " on %s", date_text(arena, request->approved_on))
                         : "";
    return arena_printf(arena, "approved%s%s (%s)", by, on, request->id);
}

static const char *later_text(struct arena *arena, const struct difference *d) {
    const struct change_request *request = d->request;
    struct date from = request->effective_from;
    if (period_set(d->period) && period_set(request->period) &&
        date_compare(period_first(d->period), period_first(request->period)) < 0)
        from = period_first(request->period);
    return arena_printf(arena, "%s approved it only from %s on", request->id,
                        date_text(arena, from));
}

/* "approved by Board on 2026-10-06 (CR3)", "no change request", ...; "" if none is needed. */
static const char *approval_text(struct arena *arena, const struct difference *d) {
    switch (d->approval) {
    case APPROVAL_GIVEN:
        return approved_text(arena, d->request);
    case APPROVAL_OTHER_VALUE:
        return arena_printf(arena, "%s approved another value: %s", d->request->id,
                            clean(arena, d->request->new_value));
    case APPROVAL_OTHER_TIME:
        return later_text(arena, d);
    case APPROVAL_PENDING:
        return arena_printf(arena, "%s asks for it and is not approved", d->request->id);
    case APPROVAL_REJECTED:
        return arena_printf(arena, "%s asked for it and was rejected", d->request->id);
    case APPROVAL_MISSING:
        return "no change request";
    case APPROVAL_NOT_NEEDED:
    case APPROVAL_KINDS:
        break;
    }
    return "";
}

/* A value before or after: short, and never invisible. */
static const char *shown(const struct printing *p, const char *text) {
    if (!*text)
        return "(none)";
    text = clean(p->arena, text);
    if (p->verbose || utf8_runes(text) <= TEXT_MOST)
        return text;
    size_t length = strlen(text), at = 0;
    for (int rune = 0; rune < TEXT_MOST; rune++)
        utf8_next(text, length, &at);
    return arena_printf(p->arena, "%s...", arena_strndup(p->arena, text, at));
}

static const char *scored(const struct printing *p, const char *status, const char *score) {
    return *score ? arena_printf(p->arena, "%s %s", status, score) : status;
}

/* "1 value", "3 values", "14 added" */
static const char *count_text(const struct printing *p, const struct difference *d) {
    unsigned count = (unsigned)d->count;
    if (d->sheet == SHEET_VALUES)
        return d->count == 1 ? shown(p, d->after) : arena_printf(p->arena, "%u values", count);
    return arena_printf(p->arena, "%u %s", count,
                        d->kind == CHANGED_ADDED       ? "added"
                        : d->kind == CHANGED_WITHDRAWN ? "removed"
                                                       : "rewritten");
}

/* Values, and rows of a kind, of which only the number is told. */
static bool counted(const struct difference *d) {
    return d->kind == CHANGED_ADDED || (d->column < 0 && !*d->id);
}

/* Nothing but the entity and how it stands. */
static bool on_one_line(const struct difference *d) {
    return d->kind == CHANGED_STATUS;
}

/* What has become of a row. */
static const char *verb(const struct printing *p, const struct difference *d) {
    if (counted(d))
        return count_text(p, d);
    bool action = d->sheet == SHEET_ACTIONS;
    if (d->kind == CHANGED_NEW)
        return action ? "opened" : d->column >= 0 ? "in force" : "new";
    return d->column >= 0 ? d->after : "gone";
}

static const char *change_text(const struct printing *p, const struct difference *d) {
    if (counted(d))
        return count_text(p, d);
    if (d->column < 0 && d->kind != CHANGED_STATUS)
        return verb(p, d);
    return arena_printf(p->arena, "%s%s -> %s",
                        d->sheet == SHEET_PROCESSES && on_one_line(d) ? "staff " : "",
                        scored(p, shown(p, d->before), d->score_before),
                        scored(p, shown(p, d->after), d->score_after));
}

static const char *note_text(const struct printing *p, const struct difference *d) {
    const char *approval = approval_text(p->arena, d);
    const char *marked = "";
    if (d->kind == CHANGED_RESTATED)
        marked = d->marked ? "marked as restated or provisional" : "not marked as restated";
    return arena_printf(p->arena, "%s%s%s", marked, *marked && *approval ? "; " : "", approval);
}

static const char *entity_text(const struct printing *p, const struct difference *d) {
    return arena_printf(p->arena, "%s%s%s%s%s", d->entity, *d->id ? " " : "", d->id,
                        *d->name ? " " : "", clean(p->arena, d->name));
}

static const char *label_text(const struct printing *p, const struct difference *d) {
    if (on_one_line(d))
        return entity_text(p, d);
    const char *label = d->field;
    if (*d->part)
        label = *label ? arena_printf(p->arena, "%s (%s)", label, clean(p->arena, d->part))
                       : clean(p->arena, d->part);
    if (!period_set(d->period))
        return label;
    return arena_printf(p->arena, "%s %s", label,
                        comparetext_periods(p->arena, p->comparison->after, d->period, d->last));
}

/* ---- groups ---- */

/* A row of the plan as a whole, or some of a kind, told on one line; else a line under its
 * entity's. */
static bool whole(const struct difference *d) {
    bool come_or_gone = d->kind == CHANGED_NEW || d->kind == CHANGED_RETIRED;
    return !*d->part && (come_or_gone || (d->column < 0 && !*d->id));
}

static void print_places(struct printing *p, const struct difference *d) {
    const struct place *places[] = {&d->old_place, &d->new_place};
    static const char *const words[] = {"old", "new"};
    struct textbuf text;
    textbuf_init(&text, p->arena);
    for (size_t i = 0; i < 2; i++) {
        if (!places[i]->file)
            continue;
        const char *cell = diag_cell(p->arena, *places[i]);
        textbuf_printf(&text, "%s%s ", text.length ? ", " : "", words[i]);
        if (cell)
            textbuf_str(&text, clean(p->arena, cell));
        else
            textbuf_printf(&text, "line %u", (unsigned)places[i]->line);
    }
    if (text.length == 0)
        return;
    blanks(p->out, 8);
    flow(p->out, textbuf_text(&text), 8, 8);
}

static void print_difference(struct printing *p, const struct difference *d, bool heading) {
    const char *note = note_text(p, d);
    if (whole(d)) {
        const char *line =
            arena_printf(p->arena, "%s%s%s", entity_text(p, d), *note ? ": " : "", note);
        const char *word = clean(p->arena, verb(p, d));
        textbuf_printf(p->out, "  %s", word);
        size_t pad = utf8_runes(word) < 12 ? 12 - utf8_runes(word) : 1;
        blanks(p->out, pad);
        flow(p->out, line, 2 + utf8_runes(word) + pad, 14);
    } else {
        if (heading) {
            textbuf_str(p->out, "  ");
            flow(p->out, entity_text(p, d), 2, 6);
        }
        row(p, label_text(p, d), change_text(p, d), note);
    }
    if (p->verbose)
        print_places(p, d);
}

static bool same_entity(const struct difference *a, const struct difference *b) {
    return a && a->entity_sheet == b->entity_sheet && strcmp(a->id, b->id) == 0 && !whole(a);
}

static void widen(size_t *width, const char *text, size_t most) {
    size_t runes = utf8_runes(text);
    if (runes > *width && runes <= most)
        *width = runes;
}

/* How many differences it has; the columns are made wide enough for most of them. */
static size_t measure_group(struct printing *p, enum group group) {
    const struct comparison *all = p->comparison;
    size_t count = 0;
    p->label_width = p->change_width = 0;
    for (size_t i = 0; i < all->differences.count; i++) {
        const struct difference *d = &all->differences.items[i];
        if (group_of(d) != group)
            continue;
        count++;
        if (whole(d))
            continue;
        widen(&p->label_width, label_text(p, d), on_one_line(d) ? NAME_MOST : LABEL_MOST);
        widen(&p->change_width, change_text(p, d), CHANGE_MOST);
    }
    return count;
}

/* Of values that came in only how many, unless it is asked for all. */
static void print_added(struct printing *p) {
    const struct comparison *all = p->comparison;
    for (int series = 0; series < SERIES_COUNT; series++) {
        const char *name = plan_series_name((enum series)series);
        size_t values = 0, measures = 0;
        for (size_t i = 0; i < all->differences.count; i++) {
            const struct difference *d = &all->differences.items[i];
            if (group_of(d) != GROUP_ADDED || strcmp(d->field, name) != 0)
                continue;
            values += d->count;
            measures++;
        }
        if (values > 0)
            textbuf_printf(p->out, "    %s: %zu value%s of %zu measure%s\n", name, values,
                           values == 1 ? "" : "s", measures, measures == 1 ? "" : "s");
    }
}

static void print_group(struct printing *p, enum group group) {
    const struct comparison *all = p->comparison;
    size_t count = measure_group(p, group);
    if (count == 0)
        return;
    textbuf_printf(p->out, "\n%s (%u)\n", titles[group], (unsigned)count);
    if (group == GROUP_ADDED && !p->verbose) {
        print_added(p);
        return;
    }
    const struct difference *last = NULL;
    for (size_t i = 0; i < all->differences.count; i++) {
        const struct difference *d = &all->differences.items[i];
        if (group_of(d) != group)
            continue;
        print_difference(p, d, !on_one_line(d) && !same_entity(last, d));
        last = d;
    }
}

static void print_unseen(struct printing *p) {
    const struct comparison *all = p->comparison;
    if (all->unseen.count == 0)
        return;
    textbuf_printf(p->out, "\nApproved, but not carried out (%u)\n", (unsigned)all->unseen.count);
    for (size_t i = 0; i < all->unseen.count; i++) {
        const struct change_request *request = all->unseen.items[i];
        const char *period = period_set(request->period)
                                 ? arena_printf(p->arena, " from %s on",
                                                period_text(p->arena, all->after, request->period))
                                 : "";
        const char *value = *request->new_value
                                ? arena_printf(p->arena, " to be %s", shown(p, request->new_value))
                                : "";
        textbuf_str(p->out, "  ");
        flow(p->out,
             arena_printf(p->arena, "%s: %s of %s%s%s", request->id,
                          *request->field ? clean(p->arena, request->field) : "any figure",
                          request->linked_id, value, period),
             2, 6);
    }
}

/* ---- heading ---- */

static void print_side(struct printing *p, const char *word, const struct plan *plan) {
    char date[11];
    date_format(plan->organization.as_of, date);
    textbuf_printf(p->out, "%s  %s: as of %s, period %s\n", word,
                   clean(p->arena, plan->workbook->path), date,
                   period_text(p->arena, plan, plan->organization.period));
}

static void print_heading(struct printing *p) {
    const struct comparison *all = p->comparison;
    print_side(p, "old", all->before);
    print_side(p, "new", all->after);
    if (!period_equal(all->before->organization.period, all->after->organization.period) &&
        all->kinds[CHANGED_STATUS] > 0)
        textbuf_str(p->out, "The periods differ: a status may have moved with the time alone.\n");
    textbuf_char(p->out, '\n');
    if (all->differences.count == 0)
        textbuf_str(p->out, "Nothing moved.\n");
    else if (all->approved + all->unapproved == 0)
        textbuf_str(p->out, "No agreed figure moved.\n");
    else
        textbuf_printf(p->out, "%u agreed figure%s moved without approval, %u with it.\n",
                       (unsigned)all->unapproved, all->unapproved == 1 ? "" : "s",
                       (unsigned)all->approved);
}

void comparetext(const struct comparison *comparison, bool verbose, struct textbuf *out) {
    struct printing p = {
        .comparison = comparison, .arena = out->arena, .out = out, .verbose = verbose};
    print_heading(&p);
    for (int group = 0; group < GROUP_COUNT; group++) {
        if (group == GROUP_ROWS)
            print_unseen(&p);
        print_group(&p, (enum group)group);
    }
}

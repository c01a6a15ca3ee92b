#include "compare/approval.h"

#include "base/ascii.h"
#include "base/idmap.h"
#include "compare/approvalpile.h"
#include "compare/compared.h"
#include <string.h>

struct entry {
    const struct change_request *request;
    size_t next; /* of the same linked id, or IDMAP_NONE */
    bool used;   /* covers something */
    bool known;  /* the older workbook had it as approved or implemented */
    bool spent;  /* the older workbook had it as implemented */
};

struct approval_book {
    struct arena *arena;
    const struct plan *before, *after;
    struct entry *entries;
    size_t count;
    struct idmap *linked;
    struct textbuf key; /* of a pile */
    struct idmap *keys;
    VEC(struct approvalpile *) piles; /* made when first asked */
};

static bool approved(const struct change_request *request) {
    return request->status == CHANGE_APPROVED || request->status == CHANGE_IMPLEMENTED;
}

struct approval_book *approval_book(struct arena *arena, const struct plan *before,
                                    const struct plan *after) {
    struct approval_book *book = arena_alloc(arena, sizeof *book);
    *book = (struct approval_book){
        .arena = arena, .before = before, .after = after, .count = after->changes.count};
    book->entries = arena_array(arena, book->count, sizeof *book->entries);
    book->linked = idmap_new(arena);
    book->keys = idmap_new(arena);
    textbuf_init(&book->key, arena);
    struct idmap *older = idmap_new(arena);
    for (size_t i = 0; i < before->changes.count; i++)
        idmap_put(older, before->changes.items[i].id, i);
    for (size_t i = 0; i < book->count; i++) {
        struct entry *entry = &book->entries[i];
        entry->request = &after->changes.items[i];
        entry->next = idmap_find(book->linked, entry->request->linked_id);
        idmap_set(book->linked, entry->request->linked_id, i);
        size_t then = idmap_find(older, entry->request->id);
        if (then == IDMAP_NONE)
            continue;
        entry->known = approved(&before->changes.items[then]);
        entry->spent = before->changes.items[then].status == CHANGE_IMPLEMENTED;
    }
    return book;
}

/* ---- values ---- */

/* Equal but for case, blanks and hyphens. */
static bool same_letters(const char *a, const char *b) {
    for (;; a++, b++) {
        a += strspn(a, " -\n\t");
        b += strspn(b, " -\n\t");
        if (ascii_lower(*a) != ascii_lower(*b))
            return false;
        if (!*a)
            return true;
    }
}

/* Without case, blanks and hyphens. */
static const char *letters(struct arena *arena, const char *text) {
    struct textbuf out;
    textbuf_init(&out, arena);
    textbuf_char(&out, '=');
    for (; *text; text++)
        if (!strchr(" -\n\t", *text))
            textbuf_char(&out, ascii_lower(*text));
    return textbuf_text(&out);
}

static const char *number_value(struct arena *arena, const struct plan *plan, const char *text,
                                bool given) {
    struct decimal number;
    bool percent;
    enum decimal_parse parsed = decimal_parse(text, strlen(text), &number);
    if (parsed != DECIMAL_OK && given)
        parsed = number_parse(text, plan->workbook->number_style, &number, &percent);
    return parsed == DECIMAL_OK ? arena_printf(arena, "=%lld", (long long)number.micro) : NULL;
}

static const char *flag_value(const char *text, bool given) {
    if (!given)
        return *text == 'Y' ? "=Y" : "=N";
    return schema_title_among("Y;yes;true;1", text)   ? "=Y"
           : schema_title_among("N;no;false;0", text) ? "=N"
                                                      : NULL;
}

static const char *period_value(struct arena *arena, const struct plan *plan, const char *text) {
    const struct fiscal *fiscal = &plan->organization.fiscal;
    struct period period;
    char plain[16];
    if (!period_parse(text, fiscal, &period))
        return letters(arena, text);
    period_format(period, fiscal, plain);
    return arena_printf(arena, "=%s", plain);
}

const char *approval_value(struct arena *arena, const struct plan *plan, enum schema_sheet sheet,
                           int column, const char *text, bool given) {
    switch (schema_sheet(sheet)->columns[column].type) {
    case FIELD_NUMBER:
    case FIELD_SHARE:
    case FIELD_COUNT_OF:
        return number_value(arena, plan, text, given);
    case FIELD_FLAG:
        return flag_value(text, given);
    case FIELD_PERIOD:
        return period_value(arena, plan, text);
    case FIELD_ID:
    case FIELD_REFERENCE:
    case FIELD_REFERENCES:
    case FIELD_TITLE:
    case FIELD_TEXT:
    case FIELD_DATE:
    case FIELD_MONTH_DAY:
    case FIELD_CHOICE:
        break;
    }
    return letters(arena, text);
}

/* The same of the value of a difference, or of a row as a whole, which can only go. */
static const char *value_of(const struct approval_book *book, const struct difference *d,
                            const char *text, bool given) {
    if (d->column >= 0)
        return approval_value(book->arena, book->after, d->sheet, d->column, text, given);
    bool gone =
        given ? schema_title_among("retired;removed;deleted;dropped;stopped;closed;none", text)
              : d->kind == CHANGED_RETIRED;
    return gone ? "=gone" : NULL;
}

/* ---- what a request is about ---- */

static bool names_row(const struct change_request *request, const struct difference *d) {
    const struct schema_sheet_def *sheet = schema_sheet(d->sheet);
    struct compared_entity entity = compared_entity(d->sheet);
    return schema_same_title(request->field, entity.word) ||
           schema_same_title(request->field, sheet->title) ||
           (entity.state >= 0 && schema_column_titled(d->sheet, request->field) == entity.state);
}

static bool names_field(const struct change_request *request, const struct difference *d) {
    if (!*request->field)
        return schema_sheet(d->sheet)->form != SHEET_PROPERTIES;
    if (d->column < 0)
        return names_row(request, d);
    if (d->sheet == SHEET_VALUES && same_letters(request->field, d->field))
        return true;
    return schema_column_titled(d->sheet, request->field) == d->column;
}

/* The requests on a row that name the figure that moved, gathered once; NULL if there is none on
 * the row. */
static const struct approvalpile *pile_of(struct approval_book *book, const char *subject,
                                          const struct difference *d) {
    size_t at = idmap_find(book->linked, subject);
    if (at == IDMAP_NONE)
        return NULL;
    textbuf_clear(&book->key);
    textbuf_printf(&book->key, "%s\n%d\n%d\n%s", subject, (int)d->sheet, d->column,
                   d->sheet == SHEET_VALUES ? d->field : "");
    size_t known = idmap_put(book->keys, textbuf_text(&book->key), book->piles.count);
    if (known < book->piles.count)
        return book->piles.items[known];
    struct approvalpile *pile = approvalpile_new(book->arena);
    vec_push(book->arena, &book->piles, pile);
    for (; at != IDMAP_NONE; at = book->entries[at].next) {
        const struct entry *entry = &book->entries[at];
        const struct change_request *request = entry->request;
        if (!names_field(request, d) || (entry->spent && !*request->new_value))
            continue;
        struct approvalpile_request asked = {
            .number = at,
            .value = *request->new_value ? value_of(book, d, request->new_value, true) : "",
            .status = request->status,
            .spent = entry->spent,
            .from =
                date_set(request->effective_from) ? date_days(request->effective_from) : INT32_MIN,
            .period =
                period_set(request->period) ? date_days(period_first(request->period)) : INT32_MIN};
        approvalpile_add(pile, &asked);
    }
    return pile;
}

static struct approvalpile_move move_of(const struct approval_book *book,
                                        const struct difference *d) {
    struct approvalpile_move move = {.value = value_of(book, d, d->after, false),
                                     .day = date_days(book->after->organization.as_of),
                                     .period = INT32_MAX};
    if (period_set(d->period)) {
        move.day = date_days(period_last(d->period));
        move.period = date_days(period_first(d->period));
    } else if (date_set(d->holds_from)) {
        move.day = date_days(d->holds_from);
    }
    return move;
}

void approval_decide(struct approval_book *book, struct difference *d, bool needed) {
    struct approvalpile_answer best = {APPROVAL_MISSING, APPROVALPILE_NONE};
    struct approvalpile_move move = {.value = NULL};
    bool ready = false;
    for (size_t s = 0; s < COMPARE_SUBJECTS && d->subjects[s]; s++) {
        const struct approvalpile *pile = pile_of(book, d->subjects[s], d);
        if (!pile)
            continue;
        if (!ready)
            move = move_of(book, d);
        ready = true;
        struct approvalpile_answer found = approvalpile_ask(pile, &move);
        if (found.approval < best.approval) /* of equals the row's own */
            best = found;
    }
    if (!needed && best.approval != APPROVAL_GIVEN)
        best = (struct approvalpile_answer){APPROVAL_NOT_NEEDED, APPROVALPILE_NONE};
    struct entry *entry = best.number == APPROVALPILE_NONE ? NULL : &book->entries[best.number];
    d->needs_approval = needed;
    d->approval = best.approval;
    d->request = entry ? entry->request : NULL;
    if (entry && d->approval == APPROVAL_GIVEN)
        entry->used = true;
}

/* ---- requests without a change ---- */

static bool unseen(const struct approval_book *book, const struct entry *entry,
                   approval_stands_fn *stands, void *context) {
    const struct change_request *request = entry->request;
    const struct date as_of = book->after->organization.as_of;
    if (!approved(request) || entry->used ||
        (date_set(request->effective_from) && date_compare(request->effective_from, as_of) > 0))
        return false;
    enum approval_standing standing =
        *request->new_value ? stands(context, request) : STANDING_UNKNOWN;
    if (standing == STANDING_UNKNOWN)
        return !entry->known;
    return standing == STANDING_OTHERWISE && !entry->spent;
}

void approval_unseen(struct approval_book *book, struct comparison *out, approval_stands_fn *stands,
                     void *context) {
    for (size_t i = 0; i < book->count; i++)
        if (unseen(book, &book->entries[i], stands, context))
            vec_push(book->arena, &out->unseen, book->entries[i].request);
}

enum approval_standing approval_text_stands(struct arena *arena, const struct plan *plan,
                                            const struct change_request *request,
                                            enum schema_sheet sheet, int column, const char *text) {
    const char *wanted = approval_value(arena, plan, sheet, column, request->new_value, true);
    const char *found = approval_value(arena, plan, sheet, column, text, false);
    bool same = wanted && found && strcmp(wanted, found) == 0;
    return same ? STANDING_THERE : STANDING_OTHERWISE;
}

enum approval_standing approval_value_stands(struct arena *arena, const struct plan *plan,
                                             const struct change_request *request) {
    const struct measure *measure = plan_measure(plan, request->linked_id);
    if (!measure || !period_set(request->period))
        return STANDING_UNKNOWN;
    for (int series = 0; series < SERIES_COUNT; series++) {
        if (!schema_same_title(request->field, plan_series_name((enum series)series)))
            continue;
        const struct value *value = plan_value(measure, (enum series)series, request->period);
        char text[32] = "";
        if (value)
            decimal_format(value->value, -1, text);
        return approval_text_stands(arena, plan, request, SHEET_VALUES, COLUMN_VALUES_VALUE, text);
    }
    return STANDING_UNKNOWN;
}

#include "compare/approval.h"

#include "base/ascii.h"
#include "base/idmap.h"
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
        while (*a == ' ' || *a == '-' || *a == '\n' || *a == '\t')
            a++;
        while (*b == ' ' || *b == '-' || *b == '\n' || *b == '\t')
            b++;
        if (ascii_lower(*a) != ascii_lower(*b))
            return false;
        if (!*a)
            return true;
    }
}

static bool same_number(const struct plan *plan, const char *given, const char *stands) {
    struct decimal wanted, there;
    bool percent;
    if (decimal_parse(stands, strlen(stands), &there) != DECIMAL_OK)
        return false;
    enum decimal_parse plain = decimal_parse(given, strlen(given), &wanted);
    if (plain != DECIMAL_OK)
        plain = number_parse(given, plan->workbook->number_style, &wanted, &percent);
    return plain == DECIMAL_OK && decimal_compare(wanted, there) == 0;
}

bool approval_same_value(const struct plan *plan, enum schema_sheet sheet, int column,
                         const char *given, const char *stands) {
    const struct schema_column *def = &schema_sheet(sheet)->columns[column];
    struct period wanted, there;
    switch (def->type) {
    case FIELD_NUMBER:
    case FIELD_SHARE:
    case FIELD_COUNT_OF:
        return same_number(plan, given, stands);
    case FIELD_FLAG:
        return schema_title_among(*stands == 'Y' ? "Y;yes;true;1" : "N;no;false;0", given);
    case FIELD_PERIOD:
        if (period_parse(given, &plan->organization.fiscal, &wanted) &&
            period_parse(stands, &plan->organization.fiscal, &there))
            return period_equal(wanted, there);
        break;
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
    return same_letters(given, stands);
}

static bool same_value(const struct approval_book *book, const struct change_request *request,
                       const struct difference *d) {
    const char *given = request->new_value;
    if (!*given)
        return true;
    if (d->column < 0)
        return d->kind == CHANGED_RETIRED &&
               schema_title_among("retired;removed;deleted;dropped;stopped;closed;none", given);
    return approval_same_value(book->after, d->sheet, d->column, given, d->after);
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

static bool in_time(const struct approval_book *book, const struct change_request *request,
                    const struct difference *d) {
    struct date from = request->effective_from, at = book->after->organization.as_of;
    if (period_set(d->period)) {
        if (period_set(request->period) &&
            date_compare(period_first(d->period), period_first(request->period)) < 0)
            return false;
        at = period_last(d->period);
    } else if (date_set(d->holds_from)) {
        at = d->holds_from;
    }
    return !date_set(from) || date_compare(at, from) >= 0;
}

static enum approval judge(const struct approval_book *book, const struct entry *entry,
                           const struct difference *d) {
    const struct change_request *request = entry->request;
    if (!names_field(request, d) || (entry->spent && !*request->new_value))
        return APPROVAL_MISSING;
    bool same = same_value(book, request, d);
    if (!approved(request)) {
        if (!same)
            return APPROVAL_MISSING;
        return request->status == CHANGE_REJECTED ? APPROVAL_REJECTED : APPROVAL_PENDING;
    }
    if (!same)
        return entry->spent ? APPROVAL_MISSING : APPROVAL_OTHER_VALUE;
    return in_time(book, request, d) ? APPROVAL_GIVEN : APPROVAL_OTHER_TIME;
}

void approval_decide(struct approval_book *book, struct difference *d, bool needed) {
    struct entry *best = NULL;
    d->needs_approval = needed;
    d->approval = APPROVAL_MISSING;
    for (size_t s = 0; s < COMPARE_SUBJECTS && d->subjects[s]; s++) {
        size_t at = idmap_find(book->linked, d->subjects[s]);
        for (; at != IDMAP_NONE; at = book->entries[at].next) {
            enum approval found = judge(book, &book->entries[at], d);
            if (found < d->approval) {
                d->approval = found;
                best = &book->entries[at];
            }
        }
    }
    if (!needed && d->approval != APPROVAL_GIVEN) {
        d->approval = APPROVAL_NOT_NEEDED;
        best = NULL;
    }
    d->request = best ? best->request : NULL;
    if (best && d->approval == APPROVAL_GIVEN)
        best->used = true;
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

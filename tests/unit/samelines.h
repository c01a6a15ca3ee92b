/* samelines: whether two paragraphs are the same, line by line and piece by piece. */
#ifndef TESTS_UNIT_SAMELINES_H
#define TESTS_UNIT_SAMELINES_H

#include "layout/paragraph.h"
#include "layoutcase.h"

static inline bool same_words(const char *a, const char *b) {
    return a == b || (a && b && strcmp(a, b) == 0);
}

/* Items may be copies, as that of a divided word is. */
static inline bool same_item(const struct inline_item *a, const struct inline_item *b) {
    return a->kind == b->kind && a->style == b->style && a->colour == b->colour &&
           a->size == b->size && a->mark == b->mark && same_words(a->text, b->text) &&
           same_words(a->actual, b->actual) && same_words(a->target, b->target) &&
           same_words(a->uri, b->uri) && same_words(a->language, b->language);
}

static inline bool same_piece(const struct piece *a, const struct piece *b) {
    return same_item(a->item, b->item) && a->shaped == b->shaped && a->x == b->x &&
           a->width == b->width && a->trailing == b->trailing && a->size == b->size &&
           a->role == b->role && a->colour == b->colour && a->level == b->level &&
           a->from == b->from && a->to == b->to && a->divides == b->divides;
}

static inline bool same_line(const struct line *a, const struct line *b) {
    bool same = a->count == b->count && a->width == b->width && a->height == b->height &&
                a->baseline == b->baseline && a->has_page == b->has_page;
    for (size_t i = 0; same && i < a->count; i++)
        same = same_piece(&a->pieces[i], &b->pieces[i]);
    return same;
}

static inline bool same_lines(const struct paragraph *a, const struct paragraph *b) {
    bool same = a->count == b->count && a->width == b->width && a->height == b->height &&
                a->uncut == b->uncut && a->align == b->align && a->whole == b->whole;
    for (size_t i = 0; same && i < a->count; i++)
        same = same_line(&a->lines[i], &b->lines[i]);
    return same;
}

#endif

/* placecase: what of the document of layoutcase.h stands where. */
#ifndef TESTS_UNIT_PLACECASE_H
#define TESTS_UNIT_PLACECASE_H

#include "unit/layoutcase.h"

#include "layout/paginate.h"

static inline struct pagination *made(void) {
    composer.document = document;
    return paginate(&composer);
}

static inline const struct placement *placed(const struct pagination *p, size_t i) {
    assert_true(i < p->placements.count);
    return &p->placements.items[i];
}

#endif

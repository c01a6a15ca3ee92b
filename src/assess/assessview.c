#include "assess/assessview.h"

#include <assert.h>

bool assessview_shows(const struct unit *unit, const struct unit *of) {
    return !unit || unit == of;
}

const struct unit *assessview_measure_unit(const struct measure *measure) {
    return measure->objectives.count > 0 ? measure->objectives.items[0]->unit : NULL;
}

const struct support *assessview_support(const struct objective *child,
                                         const struct objective *parent) {
    for (size_t i = 0; i < child->supports.count; i++) {
        if (child->supports.items[i].parent == parent) {
            return &child->supports.items[i];
        }
    }
    return NULL;
}

const char *assessview_support_name(enum link_kind kind) {
    static const char *const names[] = {"identical", "contributory", "shared"};
    assert((size_t)kind < sizeof names / sizeof *names);
    return names[kind];
}

bool assessview_expected(const struct benefit_total *total) {
    return total->count > 0 && total->expected_of == total->count && !total->too_large;
}

bool assessview_variance(const struct measure_result *r, struct decimal *out) {
    if (r->has_variance && r->variance_in_points) {
        *out = r->variance;
        return true;
    }
    if (r->has_variance && r->has_variance_percent) {
        *out = r->variance_percent;
        return true;
    }
    return false;
}

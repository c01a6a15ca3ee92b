#include "assess/assessview.h"

bool assessview_shows(const struct unit *unit, const struct unit *of) {
    return !unit || unit == of;
}

const struct unit *assessview_measure_unit(const struct measure *measure) {
    return measure->objectives.count > 0 ? measure->objectives.items[0]->unit : NULL;
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

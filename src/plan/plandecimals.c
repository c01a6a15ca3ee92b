#include "plan/plandecimals.h"

/* More than cents are seldom meant. */
enum { USUAL = 2 };

/* What the figures of a measure look like. */
struct look {
    unsigned places;     /* the fewest decimals that show them all */
    struct decimal most; /* the largest, without its sign */
};

static unsigned places_of(struct decimal value) {
    unsigned places = DECIMAL_PLACES;
    for (int64_t micro = value.micro; places > 0 && micro % 10 == 0; micro /= 10)
        places--;
    return places;
}

static void look_at(struct look *look, struct decimal value) {
    const unsigned places = places_of(value);
    look->places = places > look->places ? places : look->places;
    if (decimal_compare(decimal_abs(value), look->most) > 0)
        look->most = decimal_abs(value);
}

static void look_at_series(struct look *look, const struct measure *measure, enum series series) {
    for (size_t i = 0; i < measure->series[series].count; i++)
        look_at(look, measure->series[series].items[i].value);
}

static void look_at_quantity(struct look *look, struct quantity quantity) {
    if (quantity.known)
        look_at(look, quantity.value);
}

static void look_at_thresholds(struct look *look, const struct measure *measure) {
    for (size_t i = 0; i < measure->thresholds.count; i++) {
        const struct threshold *threshold = &measure->thresholds.items[i];
        look_at_quantity(look, threshold->red);
        look_at_quantity(look, threshold->stretch);
        look_at_quantity(look, threshold->worst);
        look_at_quantity(look, threshold->lower);
        look_at_quantity(look, threshold->upper);
        look_at_quantity(look, threshold->margin);
    }
}

/* Decimals beyond which the largest figure would have more than four digits, or, below 1, more than
 * three that are not leading zeros; one is always possible. */
static unsigned legible(struct decimal most) {
    unsigned places = 3;
    if (decimal_compare(most, decimal_of(1)) < 0) {
        for (int64_t micro = most.micro * 10; micro > 0 && micro < DECIMAL_ONE; micro *= 10)
            places++;
        return places < DECIMAL_PLACES ? places : DECIMAL_PLACES;
    }
    for (int64_t whole = most.micro / DECIMAL_ONE; whole >= 10 && places > 1; whole /= 10)
        places--;
    return places;
}

static unsigned settled(const struct measure *measure, bool declared) {
    struct look look = {0, decimal_of(0)};
    look_at_series(&look, measure, SERIES_ACTUAL);
    look_at_series(&look, measure, SERIES_TARGET);
    if (!declared) {
        const unsigned most = legible(look.most);
        return look.places < most ? look.places : most;
    }
    look_at_series(&look, measure, SERIES_FORECAST);
    look_at_thresholds(&look, measure);
    const unsigned filled = look.places > USUAL ? look.places : USUAL;
    return measure->decimals < filled ? measure->decimals : filled;
}

void plandecimals(struct planbuild *b) {
    for (size_t i = 0; i < b->plan->measures.count; i++) {
        struct measure *measure = &b->plan->measures.items[i];
        const bool declared =
            planbuild_filled(b->rows[SHEET_MEASURES].list.items[i], COLUMN_MEASURES_DECIMALS);
        if (!declared || measure->decimals > USUAL)
            measure->decimals = settled(measure, declared);
    }
}

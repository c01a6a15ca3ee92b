#include "layout/chartrisk.h"
#include "layoutcase.h"

static struct chartrisk map;

static void place(const struct chart_risk *risks, size_t count) {
    map = (struct chartrisk){.grid = {.x = 0,
                                      .y = 0,
                                      .cell_width = MM(17.2),
                                      .cell_height = MM(13),
                                      .gap = MM(0.5),
                                      .pill_width = MM(7),
                                      .pill_height = MM(3.5),
                                      .slots = 4}};
    chartrisk_place(&map, risks, count);
}

static const struct chartrisk_pill *pill_of(const char *id) {
    static const struct chartrisk_pill none;
    for (size_t i = 0; i < map.count; i++)
        if (map.pills[i].risk && strcmp(map.pills[i].risk->id, id) == 0)
            return &map.pills[i];
    fail_msg("no pill %s", id);
    return &none;
}

static bool way_touches(const struct chartrisk_pill *pill, struct rect rect) {
    return pill->bent ? chartink_touches(pill->circle, pill->bend, rect) ||
                            chartink_touches(pill->bend, pill->tip, rect)
                      : chartink_touches(pill->circle, pill->tip, rect);
}

static bool within(struct rect outer, struct point at) {
    return at.x > outer.x && at.x < outer.x + outer.w && at.y > outer.y && at.y < outer.y + outer.h;
}

static void a_pill_stands_in_its_cell_the_highest_impact_on_top(void **state) {
    (void)state;
    static const struct chart_risk risks[] = {{"R1", 1, 5, 1, 5, false}, {"R2", 5, 1, 0, 0, true}};
    place(risks, 2);
    const struct rect first = pill_of("R1")->rect;
    const struct rect second = pill_of("R2")->rect;
    assert_true(within(chartrisk_cell(&map.grid, 1, 5), (struct point){first.x, first.y}));
    assert_true(within(chartrisk_cell(&map.grid, 5, 1), (struct point){second.x, second.y}));
    assert_true(first.y < second.y && first.x < second.x);
    assert_false(pill_of("R1")->moved); /* the same before and after controls */
    assert_false(pill_of("R2")->moved); /* not rated before */
    assert_true(pill_of("R2")->above);
}

static void arrows_avoid_pills_circles_and_numbers(void **state) {
    (void)state;
    static const struct chart_risk risks[] = {
        {"R02", 1, 5, 3, 5, false}, {"R03", 1, 4, 2, 5, false}, {"R04", 4, 4, 5, 4, true},
        {"R05", 2, 3, 3, 3, false}, {"R06", 2, 3, 4, 4, false}, {"R07", 3, 5, 4, 5, true},
        {"R08", 2, 4, 3, 4, false}, {"R09", 3, 3, 4, 3, false}, {"R11", 3, 4, 3, 4, true},
        {"R12", 2, 4, 3, 4, false}};
    place(risks, 10);
    assert_int_equal(map.count, 10);
    for (size_t i = 0; i < map.count; i++) {
        if (!map.pills[i].moved)
            continue;
        assert_true(within(chartrisk_cell(&map.grid, map.pills[i].risk->inherent_likelihood,
                                          map.pills[i].risk->inherent_impact),
                           map.pills[i].circle));
        for (size_t k = 0; k < map.count; k++)
            assert_false(way_touches(&map.pills[i], map.pills[k].rect));
        for (size_t k = 0; k < map.count; k++) {
            const struct point c = map.pills[k].circle;
            if (k != i && map.pills[k].moved)
                assert_false(way_touches(
                    &map.pills[i], (struct rect){c.x - MM(1.1), c.y - MM(1.1), MM(2.2), MM(2.2)}));
        }
        for (int cell = 0; cell < 25; cell++)
            assert_false(way_touches(&map.pills[i], chartrisk_number(&map.grid, cell)));
    }
}

static void pills_keep_the_order_of_the_risks(void **state) {
    (void)state;
    static const struct chart_risk risks[] = {
        {"R1", 2, 2, 0, 0, false}, {"R2", 2, 2, 0, 0, false}, {"R3", 2, 2, 0, 0, false}};
    place(risks, 3);
    assert_true(pill_of("R1")->slot < pill_of("R2")->slot);
    assert_true(pill_of("R2")->slot < pill_of("R3")->slot);
}

static void what_does_not_fit_is_counted_and_above_appetite_goes_first(void **state) {
    (void)state;
    static const struct chart_risk risks[] = {{"R1", 2, 2, 0, 0, false}, {"R2", 2, 2, 0, 0, false},
                                              {"R3", 2, 2, 0, 0, false}, {"R4", 2, 2, 0, 0, false},
                                              {"R5", 2, 2, 0, 0, true},  {"R6", 2, 2, 0, 0, true}};
    place(risks, 6);
    assert_int_equal(map.count, 4);
    pill_of("R1");
    pill_of("R5");
    pill_of("R6");
    const struct chartrisk_pill *others = &map.pills[3];
    assert_null(others->risk);
    assert_int_equal(others->others, 3);
    assert_int_equal(others->slot, 3);
    assert_false(others->above);
}

static void a_hidden_risk_above_appetite_marks_the_counting_pill(void **state) {
    (void)state;
    struct chart_risk risks[6];
    for (size_t i = 0; i < 6; i++)
        risks[i] = (struct chart_risk){arena_printf(arena, "R%zu", i), 3, 3, 0, 0, true};
    place(risks, 6);
    assert_int_equal(map.pills[3].others, 3);
    assert_true(map.pills[3].above);
}

static void unrated_risks_are_left_out(void **state) {
    (void)state;
    static const struct chart_risk risks[] = {{"R1", 0, 3, 1, 1, false}, {"R2", 3, 6, 1, 1, false}};
    place(risks, 2);
    assert_int_equal(map.count, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        CASE(a_pill_stands_in_its_cell_the_highest_impact_on_top),
        CASE(arrows_avoid_pills_circles_and_numbers),
        CASE(pills_keep_the_order_of_the_risks),
        CASE(what_does_not_fit_is_counted_and_above_appetite_goes_first),
        CASE(a_hidden_risk_above_appetite_marks_the_counting_pill),
        CASE(unrated_risks_are_left_out)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

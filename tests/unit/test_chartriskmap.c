#include "layoutcase.h"

static const struct rect place = {MM(18), MM(20), MM(102), MM(81.4)};

static void drawn(const struct chart_risk *risks, size_t count) {
    const struct ink ink = new_ink();
    const struct chart chart = {.kind = CHART_RISKMAP,
                                .empty = "No risks recorded.",
                                .as.riskmap = {.risks = risks,
                                               .count = count,
                                               .likelihood_label = "Likelihood: 1 to 5",
                                               .impact_label = "Impact: 1 to 5"}};
    chartriskmap_draw(&ink, &chart, place);
    assert_null(scene_problem(composer.scene));
}

static void cells_are_tinted_by_their_product_in_neutral_bands(void **state) {
    (void)state;
    drawn(NULL, 0);
    assert_int_equal(count_paths(composer.scene, BAND_DARK, false), 6);   /* 15 and more */
    assert_int_equal(count_paths(composer.scene, BAND_MIDDLE, false), 4); /* 10 to 12 */
    assert_near(filled_box(composer.scene, BAND_DARK, 0).w, MM(17.2), 2);
    assert_near(filled_box(composer.scene, BAND_DARK, 0).h, MM(13), 2);
    the_word(composer.scene, 0, "25", 0);
    the_word(composer.scene, 0, "No risks recorded.", 0);
    the_word(composer.scene, 0, "Impact: 1 to 5", 0);
}

static void above_appetite_is_solid_and_within_outlined(void **state) {
    (void)state;
    static const struct chart_risk risks[] = {{"R04", 4, 4, 5, 4, true},
                                              {"R05", 2, 3, 3, 3, false}};
    drawn(risks, 2);
    assert_int_equal(count_paths(composer.scene, BAD_BAR, false), 1);
    assert_int_equal(the_word(composer.scene, 0, "R04", 0)->as.text.colour, WHITE);
    assert_int_equal(the_word(composer.scene, 0, "R05", 0)->as.text.colour, NAVY);
    assert_int_equal(count_paths(composer.scene, NAVY, true), 1);
    const struct rect pill = filled_box(composer.scene, BAD_BAR, 0);
    assert_int_equal(pill.h, MM(3.5));
    assert_near(pill.w, MM(7), MM(0.4));
    assert_null(find_word(composer.scene, 0, "No risks recorded."));
}

static void moved_risks_have_a_circle_and_an_arrow(void **state) {
    (void)state;
    static const struct chart_risk risks[] = {{"R04", 4, 4, 5, 4, true}, {"R11", 3, 4, 3, 4, true}};
    drawn(risks, 2);
    assert_int_equal(count_paths(composer.scene, 0x56677B, true), 2);  /* shaft and ring */
    assert_int_equal(count_paths(composer.scene, 0x56677B, false), 1); /* head */
    const struct rect head = filled_box(composer.scene, 0x56677B, 0);
    const struct rect pill = filled_box(composer.scene, BAD_BAR, 1); /* R04: the later cell */
    assert_near(head.x, pill.x + pill.w, MM(0.4));
}

static void long_ids_get_wider_pills_in_two_slots(void **state) {
    (void)state;
    static const struct chart_risk risks[] = {{"RISK-0001", 1, 1, 0, 0, false},
                                              {"RISK-0002", 1, 1, 0, 0, false},
                                              {"RISK-0003", 1, 1, 0, 0, false}};
    drawn(risks, 3);
    the_word(composer.scene, 0, "RISK-0001", 0);
    the_word(composer.scene, 0, "+2", 0);
    assert_null(find_word(composer.scene, 0, "RISK-0003"));
}

int main(void) {
    const struct CMUnitTest tests[] = {CASE(cells_are_tinted_by_their_product_in_neutral_bands),
                                       CASE(above_appetite_is_solid_and_within_outlined),
                                       CASE(moved_risks_have_a_circle_and_an_arrow),
                                       CASE(long_ids_get_wider_pills_in_two_slots)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "planfixture.h"

#include "assess/rollup.h"
#include "assess/score.h"

#include "unit/arenacase.h" /* last: it has an `arena` */

/* A child from a score text ("" : no data) in the band of its score. */
static struct rollup_child child(const char *weight, const char *score) {
    struct rollup_child c = {.status = STATUS_NO_DATA, .weight = dec(weight)};
    if (*score) {
        c.score = rational_decimal(arena, dec(score));
        c.status = score_status(c.score);
    }
    return c;
}

static const char *outcome(const struct settings *settings, const struct rollup_child *children,
                           size_t count) {
    struct rollup_result r = rollup(arena, settings, children, count);
    struct decimal percent;
    const struct rational *hundred = rational_of(arena, 100, 1);
    assert_true(rational_round(rational_mul(arena, r.coverage, hundred), 2, &percent));
    char text[32];
    decimal_format(percent, -1, text);
    return arena_printf(arena, "%s %s%%%s", told(arena, r.score, r.status), text,
                        r.in_scope ? "" : " out");
}

static void missing_policies_match_the_test_vectors(void **state) {
    (void)state;
    struct rollup_child three[] = {child("50", "100"), child("30", "50"), child("20", "")};
    struct settings s = plain_settings();
    assert_string_equal(outcome(&s, three, 3), "81.25 green 80%");
    s.missing = MISSING_ZERO;
    assert_string_equal(outcome(&s, three, 3), "65.00 amber 80%");
    s.missing = MISSING_STRICT;
    assert_string_equal(outcome(&s, three, 3), "none insufficient 80%");
    s.missing = MISSING_CARRY;
    assert_string_equal(outcome(&s, three, 3), "81.25 green 80%");
}

static void three_equal_weights_of_a_hundred_score_make_exactly_a_hundred(void **state) {
    (void)state;
    struct rollup_child three[] = {child("33.33", "100"), child("33.33", "100"),
                                   child("33.33", "100")};
    struct settings s = plain_settings();
    struct rollup_result r = rollup(arena, &s, three, 3);
    assert_int_equal(rational_compare(r.score, rational_of(arena, 100, 1)), 0);
    assert_int_equal(rational_compare(r.coverage, rational_of(arena, 1, 1)), 0);
}

static void the_bands_are_met_exactly(void **state) {
    (void)state;
    struct settings s = plain_settings();
    struct rollup_child thirds[] = {child("1", "100"), child("1", "100"), child("1", "0")};
    assert_string_equal(outcome(&s, thirds, 3), "66.67 green 100%");
    thirds[1] = child("1", "0");
    assert_string_equal(outcome(&s, thirds, 3), "33.33 amber 100%");
    thirds[1] = child("1", "99.999999");
    thirds[0] = child("1", "100");
    assert_string_equal(outcome(&s, thirds, 3), "66.67 amber 100%");
}

static void a_parent_whose_children_are_all_not_applicable_leaves_the_scope(void **state) {
    (void)state;
    struct settings s = plain_settings();
    struct rollup_child two[] = {child("1", ""), child("1", "")};
    two[0].status = two[1].status = STATUS_NOT_APPLICABLE;
    assert_string_equal(outcome(&s, two, 2), "none not-applicable 0% out");
    two[1].status = STATUS_NOT_DUE;
    assert_string_equal(outcome(&s, two, 2), "none not-due 0% out");
    assert_string_equal(outcome(&s, two, 0), "none not-applicable 0% out");
    two[0].status = two[1].status = STATUS_UNSCORED;
    assert_string_equal(outcome(&s, two, 2), "none not-applicable 0% out");
}

static void children_out_of_scope_change_nothing(void **state) {
    (void)state;
    struct settings s = plain_settings();
    s.missing = MISSING_STRICT;
    struct rollup_child three[] = {child("50", "80"), child("30", ""), child("20", "")};
    three[1].status = STATUS_NOT_APPLICABLE;
    three[2].status = STATUS_NOT_DUE;
    assert_string_equal(outcome(&s, three, 3), "80.00 green 100%");
}

static void thin_coverage_is_insufficient_and_half_is_enough(void **state) {
    (void)state;
    struct settings s = plain_settings();
    struct rollup_child two[] = {child("50", "80"), child("50", "")};
    assert_string_equal(outcome(&s, two, 2), "80.00 green 50%");
    two[0].weight = dec("49.999999");
    assert_string_equal(outcome(&s, two, 2), "none insufficient 50%");
    s.missing = MISSING_ZERO;
    assert_string_equal(outcome(&s, two, 2), "none insufficient 50%");
    s.minimum_coverage = decimal_of(0);
    assert_string_equal(outcome(&s, two, 2), "40.00 amber 50%");
}

static void nothing_scored_is_no_data_where_no_coverage_is_asked(void **state) {
    (void)state;
    struct settings s = plain_settings();
    struct rollup_child two[] = {child("1", ""), child("1", "")};
    assert_string_equal(outcome(&s, two, 2), "none insufficient 0%");
    s.minimum_coverage = decimal_of(0);
    assert_string_equal(outcome(&s, two, 2), "none no-data 0%");
    s.missing = MISSING_ZERO;
    assert_string_equal(outcome(&s, two, 2), "0.00 red 0%");
}

static void coverage_of_groups_multiplies_down(void **state) {
    (void)state;
    struct settings s = plain_settings();
    struct rollup_child three[] = {child("1", "90"), child("1", "60"), child("2", "")};
    three[0].coverage = rational_of(arena, 4, 5);
    three[2].status = STATUS_INSUFFICIENT;
    three[2].coverage = rational_of(arena, 2, 5);
    /* (0.8 + 1 + 2 x 0.4) / 4; the insufficient one gives no score */
    assert_string_equal(outcome(&s, three, 3), "75.00 green 65%");
}

static void worst_and_majority_replace_the_banding(void **state) {
    (void)state;
    struct settings s = plain_settings();
    struct rollup_child four[] = {child("1", "100"), child("1", "90"), child("1", "50"),
                                  child("1", "30")};
    assert_string_equal(outcome(&s, four, 4), "67.50 green 100%");
    s.rollup = ROLLUP_WORST;
    assert_string_equal(outcome(&s, four, 4), "67.50 red 100%");
    s.rollup = ROLLUP_MAJORITY;
    assert_string_equal(outcome(&s, four, 4), "67.50 green 100%");
    assert_string_equal(outcome(&s, four + 1, 3), "56.67 red 100%");
    assert_string_equal(outcome(&s, four + 1, 2), "70.00 amber 100%");
    four[0].status = STATUS_EXCEEDS;
    assert_string_equal(outcome(&s, four, 4), "67.50 green 100%");
    s.rollup = ROLLUP_WORST;
    assert_string_equal(outcome(&s, four, 2), "95.00 green 100%");
}

static void a_gap_counted_as_zero_speaks_as_red(void **state) {
    (void)state;
    struct settings s = plain_settings();
    s.missing = MISSING_ZERO;
    s.rollup = ROLLUP_WORST;
    struct rollup_child two[] = {child("1", "100"), child("1", "")};
    assert_string_equal(outcome(&s, two, 2), "50.00 red 50%");
    struct rollup_result r = rollup(arena, &s, two, 2);
    assert_int_equal(r.tally.grey, 1);
    assert_int_equal(r.tally.red, 0);
}

static void children_of_weight_zero_have_no_part(void **state) {
    (void)state;
    struct settings s = plain_settings();
    s.missing = MISSING_STRICT;
    s.rollup = ROLLUP_WORST;
    struct rollup_child three[] = {child("1", "80"), child("0", "10"), child("0", "")};
    assert_string_equal(outcome(&s, three, 3), "80.00 green 100%");
    assert_string_equal(outcome(&s, three + 1, 2), "none not-applicable 0% out");
}

static void a_red_critical_child_caps_a_green_parent(void **state) {
    (void)state;
    struct settings s = plain_settings();
    struct rollup_child two[] = {child("9", "100"), child("1", "10")};
    two[1].critical = true;
    struct rollup_result r = rollup(arena, &s, two, 2);
    assert_string_equal(told(arena, r.score, r.status), "91.00 amber");
    assert_true(r.capped);
    two[1].status = STATUS_AMBER;
    r = rollup(arena, &s, two, 2);
    assert_int_equal(r.status, STATUS_GREEN);
    assert_false(r.capped);
    two[1].status = STATUS_RED;
    two[0] = child("9", "20");
    r = rollup(arena, &s, two, 2);
    assert_int_equal(r.status, STATUS_RED);
    assert_false(r.capped);
}

static void the_tally_counts_what_is_listed(void **state) {
    (void)state;
    struct settings s = plain_settings();
    struct rollup_child all[STATUS_UNSCORED + 2];
    for (int i = 0; i <= STATUS_UNSCORED + 1; i++) {
        all[i] = child("1", "");
        all[i].status = (enum status)(i <= STATUS_UNSCORED ? i : STATUS_NOT_APPLICABLE);
        if (status_scored(all[i].status))
            all[i].score = rational_of(arena, 50, 1);
    }
    all[STATUS_UNSCORED + 1].unlisted = true;
    struct tally t = rollup(arena, &s, all, STATUS_UNSCORED + 2).tally;
    assert_int_equal(t.exceeds, 1);
    assert_int_equal(t.green, 1);
    assert_int_equal(t.amber, 1);
    assert_int_equal(t.red, 1);
    assert_int_equal(t.grey, 5);
    struct tally sum = t;
    rollup_add_tally(&sum, &t);
    assert_int_equal(sum.exceeds + sum.green + sum.amber + sum.red + sum.grey, 18);
}

static void huge_weights_are_summed_without_loss(void **state) {
    (void)state;
    struct settings s = plain_settings();
    struct rollup_child two[] = {child("9000000000000", "100"), child("9000000000000", "")};
    assert_string_equal(outcome(&s, two, 2), "100.00 green 50%");
}

static size_t random_children(struct dice *dice, struct rollup_child *children, size_t most) {
    size_t count = 1 + roll(dice, (uint32_t)most);
    for (size_t i = 0; i < count; i++) {
        children[i] = (struct rollup_child){.status = STATUS_NO_DATA};
        children[i].weight.micro = (int64_t)roll(dice, 100) * 10000;
        children[i].critical = roll(dice, 8) == 0;
        if (roll(dice, 5)) {
            children[i].score = rational_of(arena, roll(dice, 301), 3);
            children[i].status = score_status(children[i].score);
        }
    }
    return count;
}

static struct settings random_settings(struct dice *dice) {
    struct settings s = plain_settings();
    s.rollup = (enum rollup_policy)roll(dice, 3);
    s.missing = (enum missing_policy)roll(dice, 4);
    return s;
}

static void same(const struct rollup_result *a, const struct rollup_result *b) {
    assert_int_equal(a->status, b->status);
    assert_int_equal(rational_compare(a->coverage, b->coverage), 0);
    assert_int_equal(a->score == NULL, b->score == NULL);
    if (a->score)
        assert_int_equal(rational_compare(a->score, b->score), 0);
}

static void scaling_the_weights_and_shuffling_the_children_change_nothing(void **state) {
    (void)state;
    struct dice dice = {17};
    for (int i = 0; i < 3000; i++) {
        struct rollup_child children[8], other[8];
        struct settings s = random_settings(&dice);
        size_t count = random_children(&dice, children, 8);
        memcpy(other, children, sizeof other);
        int64_t factor = 1 + (int64_t)roll(&dice, 1000);
        for (size_t k = 0; k < count; k++)
            other[k].weight.micro *= factor;
        for (size_t k = count - 1; k > 0; k--) {
            size_t with = roll(&dice, (uint32_t)k + 1);
            struct rollup_child swap = other[k];
            other[k] = other[with];
            other[with] = swap;
        }
        struct rollup_result a = rollup(arena, &s, children, count);
        struct rollup_result b = rollup(arena, &s, other, count);
        same(&a, &b);
    }
}

static void a_better_child_never_worsens_the_parent(void **state) {
    (void)state;
    struct dice dice = {19};
    for (int i = 0; i < 3000; i++) {
        struct rollup_child children[8];
        struct settings s = random_settings(&dice);
        size_t count = random_children(&dice, children, 8);
        struct rollup_result before = rollup(arena, &s, children, count);
        struct rollup_child *lucky = &children[roll(&dice, (uint32_t)count)];
        if (!lucky->score)
            continue;
        const struct rational *gain = rational_of(arena, roll(&dice, 100), 3);
        lucky->score = rational_add(arena, lucky->score, gain);
        lucky->status = score_status(lucky->score);
        struct rollup_result after = rollup(arena, &s, children, count);
        if (!before.score) {
            assert_null(after.score);
            continue;
        }
        assert_true(rational_compare(after.score, before.score) >= 0);
        if (s.rollup != ROLLUP_MAJORITY) /* a vote may be lost to a worse majority */
            assert_true(after.status <= before.status);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(missing_policies_match_the_test_vectors),
        cmocka_unit_test(three_equal_weights_of_a_hundred_score_make_exactly_a_hundred),
        cmocka_unit_test(the_bands_are_met_exactly),
        cmocka_unit_test(a_parent_whose_children_are_all_not_applicable_leaves_the_scope),
        cmocka_unit_test(children_out_of_scope_change_nothing),
        cmocka_unit_test(thin_coverage_is_insufficient_and_half_is_enough),
        cmocka_unit_test(nothing_scored_is_no_data_where_no_coverage_is_asked),
        cmocka_unit_test(coverage_of_groups_multiplies_down),
        cmocka_unit_test(worst_and_majority_replace_the_banding),
        cmocka_unit_test(a_gap_counted_as_zero_speaks_as_red),
        cmocka_unit_test(children_of_weight_zero_have_no_part),
        cmocka_unit_test(a_red_critical_child_caps_a_green_parent),
        cmocka_unit_test(the_tally_counts_what_is_listed),
        cmocka_unit_test(huge_weights_are_summed_without_loss),
        cmocka_unit_test(scaling_the_weights_and_shuffling_the_children_change_nothing),
        cmocka_unit_test(a_better_child_never_worsens_the_parent),
    };
    return cmocka_run_group_tests(tests, arenacase_begin, arenacase_end);
}

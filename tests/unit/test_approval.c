#include "comparecase.h"

#include "compare/approval.h"

#define WEIGHTS(one, two)                                                                          \
    OBJECTIVE("O1", "U0", "P1", "weight='" one "'") OBJECTIVE("O2", "U0", "P2", "weight='" two "'")
#define BEFORE ((struct sections){.objectives = WEIGHTS("60", "40")})

/* The weight of O1 goes from 60 to 70 under these requests. */
static const char *approval_by(void **state, const char *changes) {
    struct sections after = {.objectives = WEIGHTS("70", "40"), .more = changes};
    const struct comparison *comparison = compare_of(state, BEFORE, after);
    for (size_t i = 0; i < comparison->differences.count; i++) {
        const struct difference *d = &comparison->differences.items[i];
        if (d->kind == CHANGED_AGREED)
            return arena_printf(*state, "%s %s", compare_approval_name(d->approval),
                                d->request ? d->request->id : "-");
    }
    fail_msg("nothing moved");
    return "";
}

static void a_request_names_row_and_column(void **state) {
    assert_string_equal(approval_by(state, NULL), "missing -");
    assert_string_equal(approval_by(state, CHANGES(CHANGE("C1", "O1", APPROVED "field='Weight'"))),
                        "given C1");
    assert_string_equal(approval_by(state, CHANGES(CHANGE("C1", "O1", APPROVED "field='weight'"))),
                        "given C1");
    assert_string_equal(approval_by(state, CHANGES(CHANGE("C1", "O2", APPROVED "field='Weight'"))),
                        "missing -");
    assert_string_equal(approval_by(state, CHANGES(CHANGE("C1", "O1", APPROVED "field='Theme'"))),
                        "missing -");
}

static void without_a_field_it_is_for_the_whole_row(void **state) {
    assert_string_equal(approval_by(state, CHANGES(CHANGE("C1", "O1", APPROVED))), "given C1");
}

static void what_it_gives_is_what_must_stand_there(void **state) {
#define TO(value) CHANGES(CHANGE("C1", "O1", APPROVED "field='Weight' newValue='" value "'"))
    assert_string_equal(approval_by(state, TO("70")), "given C1");
    assert_string_equal(approval_by(state, TO("70.00")), "given C1");
    assert_string_equal(approval_by(state, TO("65")), "other-value C1");
    assert_string_equal(approval_by(state, TO("seventy")), "other-value C1");
}

static void only_approved_and_implemented_ones_cover(void **state) {
#define AS(status) CHANGES(CHANGE("C1", "O1", "field='Weight' status='" status "'"))
    assert_string_equal(approval_by(state, AS("implemented")), "given C1");
    assert_string_equal(approval_by(state, AS("draft")), "pending C1");
    assert_string_equal(approval_by(state, AS("submitted")), "pending C1");
    assert_string_equal(approval_by(state, AS("rejected")), "rejected C1");
}

static void what_was_rejected_is_that_value_only(void **state) {
    assert_string_equal(
        approval_by(state,
                    CHANGES(CHANGE("C1", "O1", "field='Weight' status='rejected' newValue='90'"))),
        "missing -");
}

static void the_best_of_several_requests_counts(void **state) {
    assert_string_equal(
        approval_by(state, CHANGES(CHANGE("C1", "O1", "field='Weight' status='rejected'")
                                       CHANGE("C2", "O1", APPROVED "field='Weight' newValue='70'")
                                           CHANGE("C3", "O1", "status='draft'"))),
        "given C2");
}

static void it_holds_from_its_day_on(void **state) {
    assert_string_equal(
        approval_by(state, CHANGES(CHANGE("C1", "O1", APPROVED "effectiveFrom='2026-10-31'"))),
        "given C1");
    assert_string_equal(
        approval_by(state, CHANGES(CHANGE("C1", "O1", APPROVED "effectiveFrom='2026-11-01'"))),
        "other-time C1");
}

static void one_carried_out_before_covers_only_its_own_value(void **state) {
    const char *open = CHANGES(CHANGE("C1", "O1", APPROVED "field='Weight'"));
    const char *done = CHANGES(CHANGE("C1", "O1", "status='implemented' field='Weight'"));
    const char *valued =
        CHANGES(CHANGE("C1", "O1", "status='implemented' field='Weight' newValue='70'"));
    struct sections before = BEFORE, after = {.objectives = WEIGHTS("70", "40")};
    before.more = open;
    after.more = done;
    assert_int_equal(compare_of(state, before, after)->unapproved, 0);
    before.more = done;
    assert_int_equal(compare_of(state, before, after)->unapproved, 1);
    before.more = after.more = valued;
    assert_int_equal(compare_of(state, before, after)->unapproved, 0);
}

#define VALUE_OF(period, v) VALUE("M1", period, "target", v)

static void a_target_is_named_by_series_and_first_period(void **state) {
    struct sections before = {.values = VALUE_OF("2026-09", "100") VALUE_OF("2026-10", "100")
                                  VALUE_OF("2026-11", "100")};
    struct sections after = {
        .values = VALUE_OF("2026-09", "95") VALUE_OF("2026-10", "95") VALUE_OF("2026-11", "95"),
        .more = CHANGES(CHANGE("C1", "M1", APPROVED "field='Target' period='2026-10'"))};
    assert_differences(compare_of(state, before, after),
                       "agreed measure M1 target 2026-09..2026-09: 100 > 95, other-time C1\n"
                       "agreed measure M1 target 2026-10..2026-11 x2: 100 > 95, given C1\n"
                       "new change request C1\n");
    after.more = CHANGES(CHANGE("C1", "M1", APPROVED "field='target' effectiveFrom='2026-11-15'"));
    assert_differences(compare_of(state, before, after),
                       "agreed measure M1 target 2026-09..2026-10 x2: 100 > 95, other-time C1\n"
                       "agreed measure M1 target 2026-11..2026-11: 100 > 95, given C1\n"
                       "new change request C1\n");
}

static void a_row_that_is_gone_may_be_approved(void **state) {
    struct sections before = {.measures = MEASURES MEASURE("M3", "O1", HIGHER)};
    struct sections after = {
        .measures = MEASURES MEASURE("M3", "O1", HIGHER "state='retired' "),
        .more = CHANGES(CHANGE("C1", "M3", APPROVED "field='Measure State' newValue='Retired'"))};
    assert_differences(compare_of(state, before, after),
                       "retired measure M3 Measure State: active > retired, given C1\n"
                       "new change request C1\n");
}

static void approved_without_a_change_is_unseen(void **state) {
    struct sections after = {
        .objectives = WEIGHTS("60", "40"),
        .more = CHANGES(CHANGE("C1", "O1", APPROVED "field='Weight' newValue='70'")
                            CHANGE("C2", "O1", APPROVED "field='Weight' newValue='60'")
                                CHANGE("C3", "O1", APPROVED "field='Theme'")
                                    CHANGE("C4", "M1",
                                           APPROVED "field='target' period='2026-10' "
                                                    "newValue='100'")
                                        CHANGE("C5", "M1",
                                               APPROVED "field='target' period='2026-10' "
                                                        "newValue='99'")
                                            CHANGE("C6", "O1",
                                                   APPROVED "field='Weight' newValue='80' "
                                                            "effectiveFrom='2027-01-01'")
                                                CHANGE("C7", "O1", "status='draft'"))};
    struct sections before = BEFORE;
    before.more = after.more;
    const struct comparison *comparison = compare_of(state, BEFORE, after);
    assert_int_equal(comparison->unseen.count, 3);
    assert_string_equal(comparison->unseen.items[0]->id, "C1");
    assert_string_equal(comparison->unseen.items[1]->id, "C3");
    assert_string_equal(comparison->unseen.items[2]->id, "C5");
    assert_differences(compare_of(state, before, after), "unseen C1\nunseen C5\n");
}

/* The figure of a part, or of the policy, may have been set before it was approved. */
static void what_stands_already_is_not_unseen(void **state) {
    struct sections before = {.settings = "<settings rollupPolicy='worst'/>",
                              .thresholds =
                                  "<threshold measure='M1' redFlag='90'/>"
                                  "<threshold measure='M1' from='2026-10-01' redFlag='85'/>"};
    struct sections after = before;
    after.more =
        CHANGES(CHANGE("C1", "M1", APPROVED "field='Red Flag' newValue='85'")
                    CHANGE("C2", "M1", APPROVED "field='Red Flag' newValue='80'")
                        CHANGE("C3", "ORG", APPROVED "field='Rollup Policy' newValue='worst'")
                            CHANGE("C4", "ORG", APPROVED "field='Headline' newValue='ytd'"));
    const struct comparison *comparison = compare_of(state, before, after);
    assert_int_equal(comparison->unseen.count, 2);
    assert_string_equal(comparison->unseen.items[0]->id, "C2");
    assert_string_equal(comparison->unseen.items[1]->id, "C4");
}

static void the_policy_is_named_with_its_field(void **state) {
    struct sections after = {.settings = "<settings rollupPolicy='worst'/>",
                             .more = CHANGES(CHANGE("C1", "ORG", APPROVED))};
    assert_int_equal(compare_of(state, (struct sections){0}, after)->unapproved, 1);
    after.more = CHANGES(CHANGE("C1", "ORG", APPROVED "field='Roll-up Policy'"));
    assert_int_equal(compare_of(state, (struct sections){0}, after)->unapproved, 0);
}

static bool same_value(struct arena *arena, const struct plan *plan, enum schema_sheet sheet,
                       int column, const char *given, const char *stands) {
    const char *wanted = approval_value(arena, plan, sheet, column, given, true);
    const char *found = approval_value(arena, plan, sheet, column, stands, false);
    return wanted && found && strcmp(wanted, found) == 0;
}

static void texts_are_compared_by_what_they_mean(void **state) {
    struct built built = plan_of(state, (struct sections){0});
    const struct plan *plan = built.plan;
    assert_true(
        same_value(*state, plan, SHEET_MEASURES, COLUMN_MEASURES_POLARITY, "Lower", "lower"));
    assert_true(same_value(*state, plan, SHEET_MEASURES, COLUMN_MEASURES_FREQUENCY, "half yearly",
                           "half-yearly"));
    assert_true(same_value(*state, plan, SHEET_MEASURES, COLUMN_MEASURES_CRITICAL, "yes", "Y"));
    assert_false(same_value(*state, plan, SHEET_MEASURES, COLUMN_MEASURES_CRITICAL, "yes", "N"));
    assert_true(
        same_value(*state, plan, SHEET_OBJECTIVES, COLUMN_OBJECTIVES_SUPPORTS, "O1;O2", "O1; O2"));
    assert_true(
        same_value(*state, plan, SHEET_BENEFITS, COLUMN_BENEFITS_PERIOD, "2026-q1", "2026-Q1"));
    assert_true(same_value(*state, plan, SHEET_INITIATIVES, COLUMN_INITIATIVES_END_DATE,
                           "2027-03-31", "2027-03-31"));
    assert_false(same_value(*state, plan, SHEET_MEASURES, COLUMN_MEASURES_BASELINE, "10", ""));
    assert_true(same_value(*state, plan, SHEET_MEASURES, COLUMN_MEASURES_BASELINE, "10.0", "10"));
    assert_false(same_value(*state, plan, SHEET_MEASURES, COLUMN_MEASURES_BASELINE, "ten", "ten"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        fixture_test(a_request_names_row_and_column),
        fixture_test(without_a_field_it_is_for_the_whole_row),
        fixture_test(what_it_gives_is_what_must_stand_there),
        fixture_test(only_approved_and_implemented_ones_cover),
        fixture_test(what_was_rejected_is_that_value_only),
        fixture_test(the_best_of_several_requests_counts),
        fixture_test(it_holds_from_its_day_on),
        fixture_test(one_carried_out_before_covers_only_its_own_value),
        fixture_test(a_target_is_named_by_series_and_first_period),
        fixture_test(a_row_that_is_gone_may_be_approved),
        fixture_test(approved_without_a_change_is_unseen),
        fixture_test(what_stands_already_is_not_unseen),
        fixture_test(the_policy_is_named_with_its_field),
        fixture_test(texts_are_compared_by_what_they_mean),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

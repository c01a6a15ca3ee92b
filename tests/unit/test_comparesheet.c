#include "comparecase.h"

static void equal_workbooks_differ_in_nothing(void **state) {
    assert_differences(compare_of(state, (struct sections){0}, (struct sections){0}), "");
}

static void the_order_of_rows_says_nothing(void **state) {
    struct sections turned = {.perspectives = PERSPECTIVE("P2", "2", "") PERSPECTIVE("P1", "1", ""),
                              .objectives =
                                  OBJECTIVE("O2", "U0", "P2", "") OBJECTIVE("O1", "U0", "P1", ""),
                              .measures = MEASURE("M2", "O2", HIGHER) MEASURE("M1", "O1", HIGHER),
                              .values = VALUES_OF("M2") VALUES_OF("M1")};
    assert_differences(compare_of(state, (struct sections){0}, turned), "");
}

static void a_blank_is_what_it_stands_for(void **state) {
    struct sections written = {
        .settings = "<settings rollupPolicy='weighted' defaultTolerance='10'/>",
        .objectives = OBJECTIVE("O1", "U0", "P1", "state='active' critical='N'")
            OBJECTIVE("O2", "U0", "P2", "linkKind='shared'"),
        .links = "<link from='O2' to='O1' sign='+'/>"};
    assert_differences(compare_of(state, (struct sections){0}, written), "");
}

static void new_rows_need_no_approval(void **state) {
    struct sections more = {.units = TOP UNIT("U1", "parent='U0' kind='business'"),
                            .themes = "<theme id='T1' name='Supply'/>"};
    assert_differences(compare_of(state, (struct sections){0}, more),
                       "new unit U1\nnew theme T1\n");
}

static void a_measure_may_not_be_dropped_without_approval(void **state) {
    struct sections before = {.measures = MEASURES MEASURE("M3", "O1", HIGHER),
                              .values = VALUES VALUES_OF("M3")};
    assert_differences(compare_of(state, before, (struct sections){0}),
                       "retired measure M3, missing\n");
}

static void retired_by_its_state_is_retired(void **state) {
    struct sections after = {.measures = MEASURES MEASURE("M3", "O1", HIGHER "state='retired' "),
                             .values = VALUES VALUES_OF("M3")};
    struct sections before = after;
    before.measures = MEASURES MEASURE("M3", "O1", HIGHER);
    assert_differences(compare_of(state, before, after),
                       "retired measure M3 Measure State: active > retired, missing\n");
    assert_differences(compare_of(state, after, before),
                       "new measure M3 Measure State: retired > active\n");
}

static void what_was_only_proposed_may_change(void **state) {
    struct sections before = {
        .measures = MEASURES MEASURE("M3", "O1", HIGHER "state='proposed' weight='2'")};
    struct sections after = {
        .measures = MEASURES MEASURE("M3", "O1", HIGHER "state='proposed' weight='3'")};
    assert_differences(compare_of(state, before, after), "other measure M3 Weight: 2 > 3\n");
    assert_differences(compare_of(state, before, (struct sections){0}), "retired measure M3\n");
}

static void a_weight_is_agreed_and_an_owner_is_not(void **state) {
    struct sections before = {.objectives = OBJECTIVE("O1", "U0", "P1", "weight='60'")
                                  OBJECTIVE("O2", "U0", "P2", "weight='40'")};
    struct sections after = {
        .objectives =
            OBJECTIVE("O1", "U0", "P1", "weight='70'") "<objective id='O2' name='Objective O2' "
                                                       "unit='U0' perspective='P2' owner='Other' "
                                                       "weight='40'/>"};
    assert_differences(compare_of(state, before, after),
                       "agreed objective O1 Weight: 60 > 70, missing\n"
                       "other objective O2 Objective Owner: Owner > Other\n");
}

static void another_name_is_a_renaming(void **state) {
    struct sections after = {.units = "<unit id='U0' name='Whole' kind='enterprise'/>"};
    assert_differences(compare_of(state, (struct sections){0}, after),
                       "renamed unit U0 Unit Name: Unit U0 > Whole\n");
}

static void another_id_of_the_same_name_is_followed_through_all_references(void **state) {
    struct sections after = {
        .objectives = OBJECTIVE(
            "O1", "U0", "P1",
            "") "<objective id='X9' name='Objective O2' unit='U0' perspective='P2' owner='Owner'/>",
        .links = LINK("X9", "O1"),
        .measures = MEASURE("M1", "O1", HIGHER) MEASURE("M2", "X9", HIGHER)};
    assert_differences(compare_of(state, (struct sections){0}, after),
                       "renamed objective X9 Objective ID: O2 > X9\n");
}

static void a_name_of_two_new_rows_renames_nothing(void **state) {
    struct sections before = {.themes = "<theme id='T1' name='Supply'/>"};
    struct sections after = {.themes =
                                 "<theme id='T2' name='Supply'/><theme id='T3' name='SUPPLY'/>"};
    assert_differences(compare_of(state, before, after),
                       "retired theme T1, missing\nnew theme T2\nnew theme T3\n");
}

static void the_next_meeting_of_the_same_name_is_another_one(void **state) {
#define MEETING(id, date)                                                                          \
    "<meeting id='" id "' type='board' name='Board' date='" date "' unit='U0'/>"
    struct sections before = {.more = "<meetings>" MEETING("B1", "2026-09-01") "</meetings>"};
    struct sections after = {.more = "<meetings>" MEETING("B2", "2026-10-01") "</meetings>"};
    assert_differences(compare_of(state, before, after), "retired meeting B1\nnew meeting B2\n");
}

static void links_are_matched_by_their_ends(void **state) {
    struct sections before = {.links = "<link from='O2' to='O1' strength='weak'/>"};
    struct sections after = {.links = "<link from='O2' to='O1' strength='strong'/>"};
    assert_differences(compare_of(state, before, after),
                       "agreed link O2 to O1 Strength: weak > strong, missing\n");
    assert_differences(compare_of(state, before, (struct sections){.links = ""}),
                       "retired link O2 to O1, missing\n");
}

#define THRESHOLD(day, red) "<threshold measure='M1' " day " redFlag='" red "'/>"

static void a_threshold_of_a_later_day_is_told_by_what_it_changes(void **state) {
    struct sections before = {.thresholds = THRESHOLD("", "90")};
    struct sections after = {.thresholds =
                                 THRESHOLD("from='2026-10-01'", "85") THRESHOLD("", "90")};
    assert_differences(compare_of(state, before, after),
                       "agreed measure M1 threshold from 2026-10-01 Red Flag: 90 > 85, missing\n");
}

static void a_first_threshold_takes_the_place_of_the_tolerance(void **state) {
    struct sections after = {.thresholds = THRESHOLD("", "90")};
    assert_differences(compare_of(state, (struct sections){0}, after),
                       "agreed measure M1 threshold Red Flag:  > 90, missing\n");
    assert_differences(compare_of(state, after, (struct sections){0}),
                       "retired measure M1 threshold, missing\n");
}

static void parts_come_and_go_with_what_they_are_part_of(void **state) {
    struct sections after = {.measures = MEASURES MEASURE("M3", "O1", HIGHER),
                             .thresholds = "<threshold measure='M3' redFlag='90'/>",
                             .values = VALUES VALUES_OF("M3")};
    assert_differences(compare_of(state, (struct sections){0}, after), "new measure M3\n");
    assert_differences(compare_of(state, after, (struct sections){0}),
                       "retired measure M3, missing\n");
}

#define PROCESSES "<process id='PR1' name='Reviews' group='integrative' owner='CFO'/>"

static void posts_of_one_process_are_told_apart_by_their_person(void **state) {
    struct sections before = {
        .processes = PROCESSES,
        .staffing = "<share name='Ann' process='PR1' fte='0.5'/>"
                    "<share name='Vacancy' process='PR1' fte='0.5' status='vacant'/>"
                    "<share name='Vacancy' process='PR1' fte='0.3' status='vacant'/>"};
    struct sections after = before;
    after.staffing = "<share name='Vacancy' process='PR1' fte='0.3' status='vacant'/>"
                     "<share name='Vacancy' process='PR1' fte='0.4' status='vacant'/>"
                     "<share name='Ann' process='PR1' fte='0.5' status='filled'/>";
    assert_differences(compare_of(state, before, after),
                       "other process PR1 post of Vacancy FTE: 0.5 > 0.4\n");
}

static void benchmarks_are_agreed(void **state) {
    struct sections before = {.processes = PROCESSES,
                              .benchmarks =
                                  "<benchmark process='PR1' fteMin='1' fteMax='1.5' source='A'/>"};
    struct sections after = before;
    after.benchmarks = "<benchmark process='PR1' fteMin='0.5' fteMax='1.5' source='B'/>";
    assert_differences(compare_of(state, before, after),
                       "agreed process PR1 benchmark FTE Min: 1 > 0.5, missing\n"
                       "other process PR1 benchmark Source: A > B\n");
}

static void commentary_is_counted(void **state) {
#define COMMENT(linked, period, text)                                                              \
    "<comment linked='" linked "' period='" period "' author='A'><analysis>" text                  \
    "</analysis></comment>"
    struct sections before = {.commentary = COMMENT("M1", "2026-09", "One.")
                                  COMMENT("M2", "2026-09", "Two.")};
    struct sections after = {.commentary = COMMENT("M1", "2026-09", "Other.") COMMENT(
                                 "M1", "2026-10", "Three.") COMMENT("M2", "2026-10", "Four.")};
    assert_differences(compare_of(state, before, after), "withdrawn commentary\n"
                                                         "added commentary x2\n"
                                                         "other commentary\n");
}

static void actions_open_and_close(void **state) {
#define ACTION(id, more)                                                                           \
    "<action id='" id "' name='Do it' owner='A' raised='2026-09-01' due='2026-12-01' " more "/>"
    struct sections before = {.actions = ACTION("A1", "")};
    struct sections after = {.actions = ACTION("A1", "status='done' closed='2026-10-10'")
                                 ACTION("A2", "")};
    const struct comparison *comparison = compare_of(state, before, after);
    assert_differences(comparison, "other action A1 Closed On:  > 2026-10-10\n"
                                   "retired action A1 Status: open > done\n"
                                   "new action A2\n");
    assert_true(comparison->differences.items[0].follow_up);
}

static void scoring_policy_is_agreed(void **state) {
    struct sections after = {.settings = "<settings rollupPolicy='worst' pageBudget='30'/>"};
    assert_differences(compare_of(state, (struct sections){0}, after),
                       "agreed settings Rollup Policy: weighted > worst, missing\n"
                       "other settings Page Budget: 20 > 30\n");
}

static void both_cells_are_named(void **state) {
    struct sections before = {.objectives =
                                  OBJECTIVE("O1", "U0", "P1",
                                            "src='Objectives!A2' "
                                            "critical='Y'") OBJECTIVE("O2", "U0", "P2", "")};
    const struct comparison *comparison = compare_of(state, before, (struct sections){0});
    assert_int_equal(comparison->differences.count, 1);
    const struct difference *d = &comparison->differences.items[0];
    assert_string_equal(d->old_place.file, "old.xml");
    assert_string_equal(d->new_place.file, "new.xml");
    assert_true(d->new_place.line > 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        fixture_test(equal_workbooks_differ_in_nothing),
        fixture_test(the_order_of_rows_says_nothing),
        fixture_test(a_blank_is_what_it_stands_for),
        fixture_test(new_rows_need_no_approval),
        fixture_test(a_measure_may_not_be_dropped_without_approval),
        fixture_test(retired_by_its_state_is_retired),
        fixture_test(what_was_only_proposed_may_change),
        fixture_test(a_weight_is_agreed_and_an_owner_is_not),
        fixture_test(another_name_is_a_renaming),
        fixture_test(another_id_of_the_same_name_is_followed_through_all_references),
        fixture_test(a_name_of_two_new_rows_renames_nothing),
        fixture_test(the_next_meeting_of_the_same_name_is_another_one),
        fixture_test(links_are_matched_by_their_ends),
        fixture_test(a_threshold_of_a_later_day_is_told_by_what_it_changes),
        fixture_test(a_first_threshold_takes_the_place_of_the_tolerance),
        fixture_test(parts_come_and_go_with_what_they_are_part_of),
        fixture_test(posts_of_one_process_are_told_apart_by_their_person),
        fixture_test(benchmarks_are_agreed),
        fixture_test(commentary_is_counted),
        fixture_test(actions_open_and_close),
        fixture_test(scoring_policy_is_agreed),
        fixture_test(both_cells_are_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

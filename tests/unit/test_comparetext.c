#include "comparecase.h"

#include "compare/comparetext.h"

static const char *text_of(const struct comparison *comparison, struct arena *arena, bool verbose) {
    struct textbuf out;
    textbuf_init(&out, arena);
    comparetext(comparison, verbose, &out);
    return textbuf_text(&out);
}

#define HEAD                                                                                       \
    "old  old.xml: as of 2026-10-31, period 2026-10\n"                                             \
    "new  new.xml: as of 2026-10-31, period 2026-10\n\n"

static void contains(const char *text, const char *part) {
    if (!strstr(text, part))
        fail_msg("no \"%s\" in\n%s", part, text);
}

static void lacks(const char *text, const char *part) {
    if (strstr(text, part))
        fail_msg("\"%s\" in\n%s", part, text);
}

static void nothing_moved_is_said(void **state) {
    assert_string_equal(
        text_of(compare_of(state, (struct sections){0}, (struct sections){0}), *state, false),
        HEAD "Nothing moved.\n");
}

#define WEIGHTS(one, two)                                                                          \
    OBJECTIVE("O1", "U0", "P1", "weight='" one "'") OBJECTIVE("O2", "U0", "P2", "weight='" two "'")

static void what_nobody_approved_comes_first(void **state) {
    struct sections before = {.objectives = WEIGHTS("60", "40")};
    struct sections after = {
        .objectives = WEIGHTS("70", "30"),
        .units = "<unit id='U0' name='Whole' kind='enterprise'/>",
        .more = CHANGES(CHANGE("C1", "O1", APPROVED "field='Weight' newValue='70'"))};
    assert_string_equal(text_of(compare_of(state, before, after), *state, false),
                        HEAD "1 agreed figure moved without approval, 1 with it.\n"
                             "\nAgreed figures moved without approval (1)\n"
                             "  objective O2 Objective O2\n"
                             "    Weight  40 -> 30  no change request\n"
                             "\nAgreed figures moved with approval (1)\n"
                             "  objective O1 Objective O1\n"
                             "    Weight  60 -> 70  approved by Board on 2026-10-06 (C1)\n"
                             "\nNew, retired, renamed (1)\n"
                             "  unit U0 Whole\n"
                             "    Unit Name  Unit U0 -> Whole\n"
                             "\nMeetings and what follows from them (1)\n"
                             "  new         change request C1\n");
}

static void the_reason_why_a_request_does_not_cover_is_told(void **state) {
    struct sections before = {.objectives = WEIGHTS("60", "40")};
    struct sections after = {.objectives = WEIGHTS("70", "40")};
#define REASON(change, expected)                                                                   \
    after.more = CHANGES(change);                                                                  \
    contains(text_of(compare_of(state, before, after), *state, false), expected)
    REASON(CHANGE("C1", "O1", APPROVED "newValue='65'"), "C1 approved another value: 65");
    REASON(CHANGE("C1", "O1", APPROVED "effectiveFrom='2027-01-01'"),
           "C1 approved it only from 2027-01-01 on");
    REASON(CHANGE("C1", "O1", "status='submitted'"), "C1 asks for it and is not approved");
    REASON(CHANGE("C1", "O1", "status='rejected'"), "C1 asked for it and was rejected");
}

static void a_run_of_periods_is_one_line(void **state) {
#define TARGETS(v)                                                                                 \
    VALUE("M1", "2026-10", "target", v)                                                            \
    VALUE("M1", "2026-11", "target", v) VALUE("M1", "2026-12", "target", v)
    const char *text = text_of(compare_of(state, (struct sections){.values = TARGETS("9")},
                                          (struct sections){.values = TARGETS("8")}),
                               *state, false);
    contains(text, "    target 2026-10 to 2026-12  9 -> 8  no change request\n");
}

static void requests_without_a_change_are_listed(void **state) {
    struct sections after = {.more = CHANGES(CHANGE("C1", "M1",
                                                    APPROVED "field='target' period='2026-10' "
                                                             "newValue='95'"))};
    contains(text_of(compare_of(state, (struct sections){0}, after), *state, false),
             "\nApproved, but not carried out (1)\n"
             "  C1: target of M1 to be 95 from 2026-10 on\n");
}

static void a_restatement_says_whether_it_is_marked(void **state) {
    const char *text = text_of(
        compare_of(state,
                   (struct sections){.values = VALUE("M1", "2026-08", "actual", "1")
                                         VALUE("M1", "2026-09", "actual", "2")},
                   (struct sections){
                       .values = VALUE("M1", "2026-08", "actual",
                                       "3") "<value measure='M1' period='2026-09' series='actual' "
                                            "v='4' status='restated'/>"}),
        *state, false);
    contains(text, "actual 2026-08  1 -> 3  not marked as restated\n");
    contains(text, "actual 2026-09  2 -> 4  marked as restated or provisional\n");
}

static void added_values_are_counted(void **state) {
    struct sections before = {.values = ""};
    const struct comparison *comparison =
        compare_of(state, before,
                   (struct sections){.values = VALUE("M1", "2026-09", "actual", "1")
                                         VALUE("M1", "2026-10", "actual", "1")
                                             VALUE("M2", "2026-10", "actual", "1")});
    contains(text_of(comparison, *state, false),
             "\nValues added (2)\n    actual: 3 values of 2 measures\n");
    contains(text_of(comparison, *state, true), "    actual 2026-09 to 2026-10  2 values\n");
}

static void verbose_names_both_places(void **state) {
    struct sections before = {.objectives = WEIGHTS("60", "40")};
    struct sections after = {.objectives = WEIGHTS("70", "40")};
    const struct comparison *comparison = compare_of(state, before, after);
    lacks(text_of(comparison, *state, false), "old line");
    contains(text_of(comparison, *state, true), "        old line ");
    contains(text_of(comparison, *state, true), ", new line ");
}

static void lines_are_no_wider_than_100(void **state) {
    char long_text[900];
    for (size_t i = 0; i + 1 < sizeof long_text; i++)
        long_text[i] = i % 9 == 8 ? ' ' : 'x';
    long_text[sizeof long_text - 1] = 0;
    const char *row = arena_printf(
        *state,
        "<initiative id='I1' name='%.300s' unit='U0' owner='%.300s' objectives='O1' "
        "start='2026-01-01' end='2026-12-31'><description>%s</description></initiative>",
        long_text, long_text, long_text);
    struct sections before = {
        .initiatives = "<initiative id='I1' name='Short' unit='U0' owner='A' objectives='O1' "
                       "start='2026-01-01' end='2026-12-31'/>"};
    struct sections after = {.initiatives = row};
    for (int verbose = 0; verbose < 2; verbose++) {
        const char *text = text_of(compare_of(state, before, after), *state, verbose);
        contains(text, verbose ? "xx" : "...");
        while (*text) {
            size_t width = strcspn(text, "\n");
            assert_true(width <= 100);
            text += width + (text[width] == '\n');
        }
    }
}

static void what_is_shown_is_safe_to_print(void **state) {
    struct sections after = {.units = "<unit id='U0' name='A\xE2\x80\xAE B' kind='enterprise'/>"};
    lacks(text_of(compare_of(state, (struct sections){0}, after), *state, false), "\xE2\x80\xAE");
}

static void other_periods_are_pointed_out(void **state) {
    struct sections before = {
        .organization =
            ORGANIZATION_WITH("fiscalYearStart='01-01' asOf='2026-09-30' period='2026-09'", ""),
        .values = VALUE("M1", "2026-09", "target", "100") VALUE("M1", "2026-09", "actual", "100")};
    contains(text_of(judged_of(state, before, (struct sections){0}), *state, false),
             "The periods differ: a status may have moved with the time alone.\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        fixture_test(nothing_moved_is_said),
        fixture_test(what_nobody_approved_comes_first),
        fixture_test(the_reason_why_a_request_does_not_cover_is_told),
        fixture_test(a_run_of_periods_is_one_line),
        fixture_test(requests_without_a_change_are_listed),
        fixture_test(a_restatement_says_whether_it_is_marked),
        fixture_test(added_values_are_counted),
        fixture_test(verbose_names_both_places),
        fixture_test(lines_are_no_wider_than_100),
        fixture_test(what_is_shown_is_safe_to_print),
        fixture_test(other_periods_are_pointed_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

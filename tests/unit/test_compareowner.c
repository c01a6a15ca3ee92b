#include "comparecase.h"

#include "compare/compareowner.h"

/* "Ann 1 unapproved (1 targets), 0 approved, 0 restated" a line each. */
static const char *owners_of(void **state, const struct comparison *comparison) {
    struct textbuf out;
    textbuf_init(&out, *state);
    size_t count;
    const struct compareowner *rows = compareowner(*state, comparison, &count);
    for (size_t i = 0; i < count; i++)
        textbuf_printf(&out, "%s %zu unapproved (%zu targets), %zu approved, %zu restated\n",
                       rows[i].owner, rows[i].unapproved, rows[i].targets, rows[i].approved,
                       rows[i].restated);
    return textbuf_text(&out);
}

#define OWNED(id, objective, owner)                                                                \
    "<measure id='" id "' name='Measure " id "' objectives='" objective "' owner='" owner          \
    "' dataSource='Source' " HIGHER "><definition>What it is.</definition></measure>"
#define TWO              OWNED("M1", "O1", "Zoe") OWNED("M2", "O2", "Ann")
#define TARGET(id, v)    VALUE(id, "2026-10", "target", v)
#define ACTUAL(id, v)    VALUE(id, "2026-10", "actual", v)
#define FOUR(t1, a1, t2) TARGET("M1", t1) ACTUAL("M1", a1) TARGET("M2", t2) ACTUAL("M2", "98")

static void each_owner_has_what_moved_of_theirs(void **state) {
    struct sections before = {.measures = TWO, .values = FOUR("100", "98", "100")};
    struct sections after = {.measures = TWO, .values = FOUR("90", "97", "95")};
    after.more = CHANGES(CHANGE("C1", "M2", APPROVED "field='target' newValue='95'"));
    assert_string_equal(owners_of(state, compare_of(state, before, after)),
                        "Ann 0 unapproved (0 targets), 1 approved, 0 restated\n"
                        "Zoe 1 unapproved (1 targets), 0 approved, 1 restated\n");
}

static void nothing_moved_is_nobodys(void **state) {
    assert_string_equal(
        owners_of(state, compare_of(state, (struct sections){0}, (struct sections){0})), "");
}

static void what_moves_no_agreed_figure_is_left_out(void **state) {
    struct sections after = {.themes = "<theme id='T1' name='Supply'/>"};
    assert_string_equal(owners_of(state, compare_of(state, (struct sections){0}, after)), "");
}

static void what_is_gone_belongs_to_its_last_owner(void **state) {
    struct sections before = {.measures = TWO OWNED("M3", "O1", "Cy"),
                              .values =
                                  FOUR("100", "98", "100") TARGET("M3", "1") ACTUAL("M3", "1")};
    struct sections after = {.measures = TWO, .values = FOUR("100", "98", "100")};
    const char *text = owners_of(state, compare_of(state, before, after));
    assert_non_null(strstr(text, "Cy "));
    assert_null(strstr(text, "Zoe"));
}

static void objectives_and_initiatives_have_owners_too(void **state) {
    struct sections before = {0}, after = {0};
    before.initiatives = "<initiative id='I1' name='One' unit='U0' owner='Bo' objectives='O1' "
                         "start='2026-01-01' end='2026-12-31' budget='100'/>";
    after.initiatives = "<initiative id='I1' name='One' unit='U0' owner='Bo' objectives='O1' "
                        "start='2026-01-01' end='2026-12-31' budget='120'/>";
    before.objectives = OBJECTIVE("O1", "U0", "P1", "") OBJECTIVE("O2", "U0", "P2", "");
    after.objectives = OBJECTIVE("O1", "U0", "P1", "critical='Y'") OBJECTIVE("O2", "U0", "P2", "");
    assert_string_equal(owners_of(state, compare_of(state, before, after)),
                        "Bo 1 unapproved (0 targets), 0 approved, 0 restated\n"
                        "Owner 1 unapproved (0 targets), 0 approved, 0 restated\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        fixture_test(each_owner_has_what_moved_of_theirs),
        fixture_test(nothing_moved_is_nobodys),
        fixture_test(what_moves_no_agreed_figure_is_left_out),
        fixture_test(what_is_gone_belongs_to_its_last_owner),
        fixture_test(objectives_and_initiatives_have_owners_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

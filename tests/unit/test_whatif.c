#include "comparecase.h"

#include "compare/whatif.h"

/* Requests tried on a small workbook. */
static const struct whatif *tried(void **state, struct sections sections, const char *unit,
                                  const char *const *requests, size_t count) {
    struct built built = plan_of(state, sections);
    struct edits *edits = arena_alloc(*state, sizeof *edits);
    const struct workbook *edited =
        edit_workbook(*state, built.workbook, requests, count, built.diags, edits);
    assert_non_null(edited);
    const struct plan *after = plan_build(*state, edited, &sections.options, built.diags);
    assert_int_equal(diags_count(built.diags, DIAG_ERROR), 0);
    return whatif(*state, assess(*state, built.plan, built.diags),
                  assess(*state, after, built.diags), edits,
                  unit ? plan_unit(built.plan, unit) : NULL);
}

static const struct whatif *tried_one(void **state, const char *request) {
    return tried(state, (struct sections){0}, NULL, &request, 1);
}

/* "objective O1: green > red" a line each. */
static const char *changes_of(void **state, const struct whatif *result) {
    struct textbuf out;
    textbuf_init(&out, *state);
    for (size_t i = 0; i < result->changes.count; i++) {
        const struct whatif_change *c = &result->changes.items[i];
        textbuf_printf(&out, "%s %s%s%s: %s > %s\n", whatif_kind_name(c->kind), c->id,
                       *c->part ? " " : "", c->part, c->before.there ? c->before.status : "-",
                       c->after.there ? c->after.status : "-");
    }
    return textbuf_text(&out);
}

static const char *printed(void **state, const struct whatif *result,
                           void (*print)(const struct whatif *, struct textbuf *)) {
    struct textbuf out;
    textbuf_init(&out, *state);
    print(result, &out);
    return textbuf_text(&out);
}

static void has(const char *text, const char *part) {
    if (!strstr(text, part))
        fail_msg("no \"%s\" in\n%s", part, text);
}

static void what_follows_from_a_value_is_told(void **state) {
    const struct whatif *result = tried_one(state, "M1/2026-10/actual=50");
    assert_string_equal(changes_of(state, result), "unit U0: amber > red\n"
                                                   "perspective U0/P1: amber > red\n"
                                                   "objective O1: amber > red\n"
                                                   "measure M1: amber > red\n");
    assert_int_equal(result->objectives_before.amber, 2);
    assert_int_equal(result->objectives_after.red, 1);
}

static void a_score_within_its_status_is_told_too(void **state) {
    const struct whatif *result = tried_one(state, "M1/2026-10/actual=98.000001");
    assert_string_equal(changes_of(state, result), "unit U0: amber > amber\n"
                                                   "perspective U0/P1: amber > amber\n"
                                                   "objective O1: amber > amber\n"
                                                   "measure M1: amber > amber\n");
    has(printed(state, result, whatif_text),
        "M1  Measure M1  amber   60.000000 -> 60.000003  no-data\n");
}

static void a_row_that_moves_empties_another(void **state) {
    const struct whatif *result = tried_one(state, "Objectives/O1/Perspective ID=P2");
    assert_string_equal(changes_of(state, result), "perspective U0/P1: amber > -\n");
    has(printed(state, result, whatif_text),
        "  U0/P1  Row P1  amber -> -  60.0 -> -  100 % -> -\n");
    has(printed(state, result, whatif_json), "\"after\":null");
}

static void nothing_may_change(void **state) {
    const struct whatif *result = tried_one(state, "policy.carry=1");
    assert_int_equal(result->changes.count, 0);
    const char *text = printed(state, result, whatif_text);
    has(text, "What if Settings/Carry Periods were 1? (the workbook says nothing there)\n");
    has(text, "\nNothing changes: ");
}

static void initiatives_and_processes_have_their_own_figures(void **state) {
    struct sections sections = {
        .initiatives = "<initiative id='I1' name='Site' unit='U0' owner='Owner' objectives='O1' "
                       "start='2026-01-01' end='2027-12-31' budget='100' forecast='108' "
                       "complete='45' state='active'/>",
        .processes = "<process id='PR1' name='Reviews' group='integrative' owner='CFO'/>"
                     "<process id='PR2' name='Sharing' group='integrative' owner='CKO'/>",
        .staffing = "<share name='Ann' process='PR1' fte='0.5'/>"
                    "<share name='Bob' process='PR2' fte='0.5'/>",
        .benchmarks = "<benchmark process='PR1' fteMin='0.5' fteMax='1'/>"};
    static const char *const requests[] = {"Initiatives/I1/Budget=200", "Staffing/Ann/FTE=0.2"};
    const struct whatif *result = tried(state, sections, NULL, requests, 2);
    assert_string_equal(changes_of(state, result), "initiative I1: amber > green\n"
                                                   "initiative I1 budget: amber > green\n"
                                                   "process PR1: within > under\n");
    const char *text = printed(state, result, whatif_text);
    has(text, "  I1  Site: budget  amber -> green\n");
    has(text, "  PR1  Reviews  within -> under  100 % -> 40 %\n");
    has(printed(state, result, whatif_csv), "process,PR1,,Reviews,,within,under,,,100,40,,,,\r\n");
    has(printed(state, result, whatif_json), "{\"kind\":\"process\",\"id\":\"PR1\",\"unit\":null");
}

static void a_unit_has_what_is_its_own(void **state) {
    struct sections sections = {.units = TOP UNIT("U1", "kind='business' parent='U0'"),
                                .objectives = OBJECTIVE("O1", "U0", "P1", "")
                                    OBJECTIVE("O2", "U1", "P2", "")};
    static const char *const requests[] = {"M1/2026-10/actual=50", "M2/2026-10/actual=100"};
    const struct whatif *result = tried(state, sections, "U1", requests, 2);
    assert_string_equal(changes_of(state, result), "unit U1: amber > green\n"
                                                   "perspective U1/P2: amber > green\n"
                                                   "objective O2: amber > green\n"
                                                   "measure M2: amber > green\n");
    assert_int_equal(result->objectives_before.amber, 1);
    assert_int_equal(result->objectives_after.red, 0);
}

static void the_question_names_what_stands_there(void **state) {
    has(printed(state, tried_one(state, "M1/2026-10/actual="), whatif_text),
        "What if M1/2026-10/actual were empty? (the workbook says 98)\n");
    has(printed(state, tried_one(state, "M1/2026-10/actual=98"), whatif_text),
        "What if M1/2026-10/actual were 98? (the workbook says so already)\n");
    has(printed(state, tried_one(state, "M1/2026-10/actual=98"), whatif_json),
        "{\"name\":\"M1/2026-10/actual\",\"before\":\"98\",\"after\":\"98\",\"cell\":null}");
}

static void a_score_may_come_and_go(void **state) {
    const struct whatif *result = tried_one(state, "M1/2026-10/actual=");
    assert_string_equal(changes_of(state, result), "unit U0: amber > amber\n"
                                                   "perspective U0/P1: amber > insufficient\n"
                                                   "objective O1: amber > insufficient\n"
                                                   "measure M1: amber > no-data\n");
    has(printed(state, result, whatif_text), "M1  Measure M1  amber -> no-data  60.0 -> -");
}

static void forecasts_are_beside_the_statuses(void **state) {
    struct sections sections = {
        .values =
            VALUES VALUE("M1", "2026-12", "target", "100") VALUE("M1", "2026-11", "target", "100"),
        .measures = MEASURE("M1", "O1",
                            "unitOfMeasure='days' polarity='higher' frequency='monthly' "
                            "aggregation='last' ") MEASURE("M2", "O2", HIGHER)};
    const char *request = "M1/2026-12/forecast=100";
    const struct whatif *result = tried(state, sections, NULL, &request, 1);
    assert_string_equal(changes_of(state, result), "objective O1: amber > amber\n"
                                                   "measure M1: amber > amber\n");
    has(printed(state, result, whatif_text), "amber 60.0 -> green 66.7\n");
    has(printed(state, result, whatif_csv),
        "measure,M1,U0,Measure M1,,amber,amber,60,60,,,amber,green,60,66.666667\r\n");
}

static void rules_meet_the_new_value_at_the_request(void **state) {
    struct built built = plan_of(state, (struct sections){0});
    const char *request = "Objectives/O1/Weight=-1";
    struct edits edits;
    struct plan_options options = {.period = NULL};
    struct diags *diags = diags_new(*state);
    const struct workbook *edited =
        edit_workbook(*state, built.workbook, &request, 1, diags, &edits);
    assert_non_null(edited);
    plan_build(*state, edited, &options, diags);
    size_t count, found = 0;
    const struct diag *all = diags_sorted(diags, &count);
    for (size_t i = 0; i < count; i++)
        found += all[i].severity == DIAG_ERROR && all[i].place.line == 0 &&
                 strcmp(all[i].place.file, "--what-if Objectives/O1/Weight=-1") == 0;
    assert_int_equal(found, 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        fixture_test(what_follows_from_a_value_is_told),
        fixture_test(a_score_within_its_status_is_told_too),
        fixture_test(a_row_that_moves_empties_another),
        fixture_test(nothing_may_change),
        fixture_test(initiatives_and_processes_have_their_own_figures),
        fixture_test(a_unit_has_what_is_its_own),
        fixture_test(the_question_names_what_stands_there),
        fixture_test(a_score_may_come_and_go),
        fixture_test(forecasts_are_beside_the_statuses),
        fixture_test(rules_meet_the_new_value_at_the_request),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "unit/arenacase.h"

#include "report/pattern.h"
#include <string.h>

static const struct pattern *parsed(const char *text) {
    const struct pattern *out;
    const char *wrong;
    if (!pattern_parse(arena, text, &out, &wrong))
        fail_msg("'%s' fails at '%s'", text, wrong);
    return out;
}

static void refused(const char *text, const char *at) {
    const struct pattern *out;
    const char *wrong;
    assert_false(pattern_parse(arena, text, &out, &wrong));
    assert_string_equal(wrong, at);
}

static void text_and_names_follow_one_another(void **state) {
    (void)state;
    const struct pattern *p = parsed("from {before} to {now}");
    assert_int_equal(p->kind, PATTERN_TEXT);
    assert_string_equal(p->text, "from ");
    assert_int_equal(p->next->kind, PATTERN_ARGUMENT);
    assert_string_equal(p->next->text, "before");
    assert_string_equal(p->next->next->text, " to ");
    assert_string_equal(p->next->next->next->text, "now");
    assert_null(p->next->next->next->next);
}

static void nothing_is_the_empty_pattern(void **state) {
    (void)state;
    assert_null(parsed(""));
}

static void a_choice_has_cases_that_are_patterns(void **state) {
    (void)state;
    const struct pattern *p = parsed("{n=1:one day|other:{n} days|few:}");
    assert_int_equal(p->kind, PATTERN_CHOICE);
    assert_int_equal(p->cases.count, 3);
    assert_string_equal(pattern_find(p, "1")->pattern->text, "one day");
    assert_int_equal(pattern_find(p, "other")->pattern->kind, PATTERN_ARGUMENT);
    assert_null(pattern_find(p, "few")->pattern);
    assert_null(pattern_find(p, "many"));
}

static void brackets_hold_what_may_be_left_out(void **state) {
    (void)state;
    const struct pattern *p = parsed("a[; b[ c]]d");
    assert_int_equal(p->next->kind, PATTERN_OPTIONAL);
    assert_string_equal(p->next->inside->text, "; b");
    assert_int_equal(p->next->inside->next->kind, PATTERN_OPTIONAL);
    assert_string_equal(p->next->next->text, "d");
}

static void a_bar_and_a_colon_are_text_outside_a_choice(void **state) {
    (void)state;
    assert_string_equal(parsed("a|b: c")->text, "a|b: c");
    const struct pattern *p = parsed("{n=one:a: b|other:[c|d]}");
    assert_string_equal(pattern_find(p, "one")->pattern->text, "a: b");
    assert_string_equal(pattern_find(p, "other")->pattern->inside->text, "c|d");
}

static void what_does_not_close_or_opens_nothing_is_refused_where_it_is(void **state) {
    (void)state;
    refused("a {b", "");
    refused("a [b", "");
    refused("a } b", "} b");
    refused("a ] b", "] b");
    refused("{}", "}");
    refused("{ n}", " n}");
    refused("{n=}", "}");
    refused("{n=one}", "}");
    refused("{n=one:a", "");
    refused("{n=one:a]}", "]}");
    refused("{n=one:a|}", "}");
    refused("[a}", "}");
}

static void depth_is_bounded(void **state) {
    (void)state;
    refused("[[[[[[[[[[[[[[[[a]]]]]]]]]]]]]]]]", "[[[[a]]]]]]]]]]]]]]]]");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_and_names_follow_one_another),
        cmocka_unit_test(nothing_is_the_empty_pattern),
        cmocka_unit_test(a_choice_has_cases_that_are_patterns),
        cmocka_unit_test(brackets_hold_what_may_be_left_out),
        cmocka_unit_test(a_bar_and_a_colon_are_text_outside_a_choice),
        cmocka_unit_test(what_does_not_close_or_opens_nothing_is_refused_where_it_is),
        cmocka_unit_test(depth_is_bounded),
    };
    return cmocka_run_group_tests(tests, arenacase_begin, arenacase_end);
}

#include "layout/linkname.h"
#include "layoutcase.h"

static const char *address(const char *uri) {
    return linkname(arena, uri, uri);
}

static void an_address_is_called_by_its_last_words(void **state) {
    (void)state;
    assert_string_equal(address("https://intranet.example/people/explanation_of_the-rise"),
                        "explanation of the rise (intranet.example)");
    assert_string_equal(address("http://www.example.org/plans/2026%20winter+plan.html?page=2#top"),
                        "2026 winter plan (example.org)");
    assert_string_equal(address("https://example.org/caf%C3%A9/"), "caf\u00E9 (example.org)");
    assert_string_equal(linkname(arena, "https://example.org/report-v1.2", NULL),
                        "report v1.2 (example.org)");
}

static void an_address_without_words_is_called_by_its_place(void **state) {
    (void)state;
    assert_string_equal(address("https://example.org"), "example.org");
    assert_string_equal(address("https://example.org:8080/"), "example.org");
    assert_string_equal(address("https://example.org?q=a/b"), "example.org");
    assert_string_equal(address("https://example.org/%ff%fe"), "example.org");
    assert_string_equal(address("mailto:nurse@example.org?subject=Shifts"), "nurse@example.org");
}

static void words_are_followed_by_where_they_lead(void **state) {
    (void)state;
    assert_string_equal(linkname(arena, "https://example.org/a/b", "here"), "here (example.org)");
    assert_string_equal(linkname(arena, "https://example.org/plan", "https://example.org/plan"),
                        "plan (example.org)");
}

static void what_is_no_address_stays(void **state) {
    (void)state;
    assert_string_equal(linkname(arena, "https:///plan", ""), "plan");
    assert_string_equal(linkname(arena, "https://", NULL), "https://");
    assert_string_equal(address("https://example.org/100%"), "100% (example.org)");
    assert_string_equal(address("https://example.org/100%zz"), "100%zz (example.org)");
}

int main(void) {
    const struct CMUnitTest tests[] = {CASE(an_address_is_called_by_its_last_words),
                                       CASE(an_address_without_words_is_called_by_its_place),
                                       CASE(words_are_followed_by_where_they_lead),
                                       CASE(what_is_no_address_stays)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

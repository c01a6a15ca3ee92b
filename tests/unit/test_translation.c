#include "unit/plancase.h"

#include "plan/translation.h"

#define NAME(language, text)                                                                       \
    "<translation kind='objective' linked='O1' language='" language "'><text>" text                \
    "</text></translation>"
#define BOOK                                                                                       \
    ((struct sections){.more = "<translations>" NAME("fr-CA", "Au Canada") NAME("fr", "En France") \
                           NAME("de", "Ziel") "</translations>"})

static const char *name_in(const struct built *built, const char *language) {
    const struct workbook *other =
        translation_workbook(built->arena, built->workbook, built->plan, language);
    const struct plan_options options = {.period = NULL};
    const struct plan *plan = plan_build(built->arena, other, &options, diags_new(built->arena));
    return plan->objectives.items[0].name;
}

static void a_language_speaks_for_its_regions(void **state) {
    struct built built = plan_of(state, BOOK);
    assert_true(translation_there(built.plan, "fr"));
    assert_true(translation_there(built.plan, "de-CH"));
    assert_false(translation_there(built.plan, "en"));
    assert_string_equal(name_in(&built, "de-CH"), "Ziel");
    assert_string_equal(name_in(&built, "fr"), "En France");
}

static void a_region_of_its_own_goes_first(void **state) {
    struct built built = plan_of(state, BOOK);
    assert_string_equal(name_in(&built, "fr-CA"), "Au Canada");
}

static void what_is_not_translated_stays(void **state) {
    struct built built = plan_of(state, BOOK);
    assert_string_equal(name_in(&built, "ja"), "Objective O1");
    assert_string_equal(built.plan->objectives.items[0].name, "Objective O1");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        fixture_test(a_language_speaks_for_its_regions),
        fixture_test(a_region_of_its_own_goes_first),
        fixture_test(what_is_not_translated_stays),
    };
    return cmocka_run_group_tests_name("translation", tests, NULL, NULL);
}

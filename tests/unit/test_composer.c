#include "layoutcase.h"

static void the_first_anchor_of_a_name_wins(void **state) {
    (void)state;
    composer_place(&composer, "there", "There", 3, MM(20));
    composer_place(&composer, "there", "Elsewhere", 5, MM(90));
    composer_place(&composer, NULL, NULL, 1, 0);
    const struct anchor_place *place = composer_find(&composer, "there");
    assert_non_null(place);
    assert_int_equal(place->page, 3);
    assert_string_equal(place->title, "There");
}

static void an_unknown_anchor_is_reported_once_with_a_guess(void **state) {
    (void)state;
    composer_place(&composer, "scorecard", NULL, 3, 0);
    assert_null(composer_find(&composer, "scorecrd"));
    assert_null(composer_find(&composer, "scorecrd"));
    assert_int_equal(diags_count(diags, DIAG_ERROR), 1);
    size_t count = 0;
    const struct diag *found = diags_sorted(diags, &count);
    assert_int_equal(found[0].code, BP5002);
    assert_non_null(strstr(found[0].hint, "'scorecard'"));
}

static void children_of_artifacts_are_artifacts(void **state) {
    (void)state;
    new_page(SCENE_ROOT);
    assert_int_equal(composer_element(&composer, SCENE_HEADER, TAG_SPAN), SCENE_HEADER);
    const scene_element_id id = composer_element(&composer, SCENE_ROOT, TAG_P);
    assert_false(composer_artifact(id));
    assert_int_equal(scene_element(composer.scene, id)->tag, TAG_P);
}

static void plain_text_leaves_marks_out(void **state) {
    (void)state;
    struct content *content = plain("Off");
    content_break(arena, content);
    content_mark(arena, content, MARK_RED, NULL, "off track");
    content_text(arena, content, "track");
    assert_string_equal(composer_plain(&composer, content), "Off track");
}

int main(void) {
    const struct CMUnitTest tests[] = {CASE(the_first_anchor_of_a_name_wins),
                                       CASE(an_unknown_anchor_is_reported_once_with_a_guess),
                                       CASE(children_of_artifacts_are_artifacts),
                                       CASE(plain_text_leaves_marks_out)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

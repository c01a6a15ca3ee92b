#include "mapfixture.h"
#include "report/mapspeech.h"

static const char *speech(struct mapfixture *f) {
    mapmodel_finish(f->arena, f->model, f->words);
    return mapspeech_of(f->arena, f->model, f->words);
}

static void assert_in_order(const char *text, const char *const *parts, size_t count) {
    for (size_t i = 0; i < count; i++) {
        text = strstr(text, parts[i]);
        if (!text)
            fail_msg("no '%s' there", parts[i]);
    }
}

static void every_objective_is_told_in_its_band_with_status_and_effects(void **state) {
    (void)state;
    struct mapfixture *f = map_new(2, 0);
    map_card(f, 0, -1, "Be trusted");
    map_card(f, 1, -1, "Learn");
    struct map_link *link = map_link(f, 1, 0);
    link->description = "strong; takes 6 months";
    static const char *const parts[] = {"Band 0:", "O0 Be trusted: At risk, 52 of 100, improving.",
                                        "Band 1:", "O1 Learn: At risk",
                                        "Leads to O0 Be trusted (strong; takes 6 months)."};
    assert_in_order(speech(f), parts, sizeof parts / sizeof *parts);
    arena_free(f->arena);
}

static void every_link_is_told_once(void **state) {
    (void)state;
    struct mapfixture *f = map_sample();
    for (size_t i = 0; i < f->model->links.count; i++)
        f->model->links.items[i].description = "so and so";
    const char *text = speech(f);
    size_t told = 0;
    for (; (text = strstr(text, "(so and so)")); text++)
        told++;
    assert_int_equal(told, f->model->links.count);
    arena_free(f->arena);
}

static void a_band_without_objectives_is_not_told(void **state) {
    (void)state;
    struct mapfixture *f = map_new(3, 0);
    map_card(f, 0, -1, "Be trusted");
    assert_null(strstr(speech(f), "Band 1:"));
    arena_free(f->arena);
}

static void what_is_too_long_is_told_without_links_and_at_last_without_objectives(void **state) {
    (void)state;
    struct mapfixture *f = map_new(1, 0);
    for (int i = 0; i < 100; i++)
        map_card(f, 0, -1, "An objective with a name of some length");
    for (int i = 0; i + 1 < 100; i++)
        map_link(f, i, i + 1)->description = "a description of a link that takes its time";
    const char *text = speech(f);
    assert_true(strlen(text) <= MAPSPEECH_MOST);
    assert_non_null(strstr(text, "O99 An objective"));
    assert_null(strstr(text, "Leads to"));
    for (int i = 0; i < 200; i++)
        map_card(f, 0, -1, "An objective with a name of some length");
    text = speech(f);
    assert_string_equal(text, f->model->description);
    arena_free(f->arena);
}

static void a_map_without_objectives_says_so(void **state) {
    (void)state;
    struct mapfixture *f = map_new(0, 0);
    assert_string_equal(speech(f), words_text(f->words, "map.empty"));
    arena_free(f->arena);
}

static void evidence_is_told_where_links_were_tested(void **state) {
    (void)state;
    struct mapfixture *f = map_new(2, 0);
    map_card(f, 0, -1, "Be trusted");
    map_card(f, 1, -1, "Learn");
    struct map_link *link = map_link(f, 1, 0);
    assert_string_equal(mapspeech_how(f->arena, f->model, f->words, link), "");
    f->model->tested = true;
    link->verdict = FOUND_SUPPORTED;
    const char *shown = words_text(f->words, "map.evidence.shown");
    assert_string_equal(mapspeech_how(f->arena, f->model, f->words, link), shown);
    link->description = "strong";
    assert_string_equal(mapspeech_how(f->arena, f->model, f->words, link),
                        arena_printf(f->arena, "strong; %s", shown));
    /* Lines that stand for something else than a cause have none. */
    link->look = LOOK_SAME;
    assert_string_equal(mapspeech_how(f->arena, f->model, f->words, link), "strong");
    arena_free(f->arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_objective_is_told_in_its_band_with_status_and_effects),
        cmocka_unit_test(every_link_is_told_once),
        cmocka_unit_test(evidence_is_told_where_links_were_tested),
        cmocka_unit_test(a_band_without_objectives_is_not_told),
        cmocka_unit_test(what_is_too_long_is_told_without_links_and_at_last_without_objectives),
        cmocka_unit_test(a_map_without_objectives_says_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "mapfixture.h"
#include "report/mapkeep.h"
#include "report/maplayout.h"

static const struct map_layout *placed(struct mapfixture *f) {
    mapmodel_finish(f->arena, f->model, f->words);
    return strategymap_place(f->arena, f->fonts, f->model, f->words, &f->options, f->diags);
}

static const struct map_kept *read_back(struct mapfixture *f, const struct textbuf *text) {
    return mapkeep_read(f->arena, "last.json", text->bytes, text->length, f->diags);
}

static void a_written_layout_is_read_as_it_was(void **state) {
    (void)state;
    struct mapfixture *f = map_sample();
    const struct map_layout *layout = placed(f);
    struct textbuf first, second;
    textbuf_init(&first, f->arena);
    textbuf_init(&second, f->arena);
    strategymap_json(f->model, layout, &first);
    const struct map_kept *kept = read_back(f, &first);
    assert_non_null(kept);
    assert_string_equal(kept->map, "M");
    assert_int_equal(kept->cards.count, f->model->cards.count);
    assert_int_equal(kept->columns.count, 2);
    assert_int_equal(kept->width, f->options.width);
    textbuf_clear(&first);
    mapkeep_write(layout->arrangement, &first);
    mapkeep_write(kept, &second);
    assert_string_equal(textbuf_text(&first), textbuf_text(&second));
    arena_free(f->arena);
}

static void BP5087_is_for_what_is_not_json(void **state) {
    (void)state;
    struct mapfixture *f = map_new(1, 0);
    assert_null(mapkeep_read(f->arena, "last.json", "{\n]", 3, f->diags));
    size_t count;
    const struct diag *diag = diags_sorted(f->diags, &count);
    assert_int_equal(count, 1);
    assert_int_equal(diag->code, BP5087);
    assert_int_equal(diag->place.line, 2);
    arena_free(f->arena);
}

/* What is put in place of a good part, and what is then said. */
static void BP5088_names_what_is_wrong_with_a_layout(void **state) {
    (void)state;
    static const struct {
        const char *text, *said;
    } cases[] = {
        {"[]", "'format' is not a text"},
        {"{\"format\":\"x\",\"map\":\"M\"}", "'format' is not strategy-map-layout/1"},
        {"{\"format\":\"strategy-map-layout/1\",\"map\":\"M\"}", "'arrangement' is not an object"},
        {"W\"width\":1.5}}", "'width' is not a whole number from 1 to "},
        {"R{\"band\":7}]}}", "'band' is not a text"},
        {"R{\"band\":\"B\",\"free\":1}]}}", "'free' is neither true nor false"},
        {"R{\"band\":\"B\",\"free\":true,\"span\":9,\"top\":0,\"height\":0}]}}",
         "'span' is not a whole number from 1 to 8"},
        {"R],\"columns\":{}}}", "'columns' is not an array of at most 400"},
        {"R],\"columns\":[{\"theme\":\"T\",\"start\":5,\"quarters\":4}]}}",
         "a column reaches beyond the map"},
        {"R],\"columns\":[{\"theme\":\"T\",\"start\":0,\"quarters\":4},"
         "{\"theme\":\"U\",\"start\":3,\"quarters\":4}]}}",
         "two columns overlap"},
        {"R],\"columns\":[],\"cards\":[{\"id\":\"A\",\"row\":0,\"quarter\":0}]}}",
         "there are cards but no rows"},
        {"R],\"columns\":[],\"cards\":[{\"id\":\"A\",\"row\":1,\"quarter\":0}]}}",
         "'row' is not a whole number from 0 to 0"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct mapfixture *f = map_new(1, 0);
        const char *text = cases[i].text;
        const char *whole = "\"width\":9,\"height\":9,\"title\":9,\"pitch\":9,\"quarters\":8,"
                            "\"headerRow\":-1,\"rows\":[";
        if (*text == 'W' || *text == 'R')
            text = arena_printf(f->arena,
                                "{\"format\":\"strategy-map-layout/1\",\"map\":\"M\","
                                "\"arrangement\":{%s%s",
                                *text == 'R' ? whole : "", text + 1);
        assert_null(mapkeep_read(f->arena, "last.json", text, strlen(text), f->diags));
        size_t count;
        const struct diag *diag = diags_sorted(f->diags, &count);
        assert_int_equal(count, 1);
        assert_int_equal(diag->code, BP5088);
        assert_non_null(strstr(diag->message, cases[i].said));
        assert_true(diag->place.line > 0);
        arena_free(f->arena);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_written_layout_is_read_as_it_was),
        cmocka_unit_test(BP5087_is_for_what_is_not_json),
        cmocka_unit_test(BP5088_names_what_is_wrong_with_a_layout),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

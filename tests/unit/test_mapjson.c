#include "mapfixture.h"
#include "report/mapjson.h"

static void boxes_ways_and_texts_are_in_millimetres(void **state) {
    (void)state;
    struct mapfixture *f = map_sample();
    mapmodel_finish(f->arena, f->model, f->words);
    const struct map_layout *layout =
        strategymap_place(f->arena, f->fonts, f->model, f->words, &f->options, f->diags);
    struct textbuf out;
    textbuf_init(&out, f->arena);
    mapjson_write(f->model, layout, &out);
    const char *text = textbuf_text(&out);
    assert_non_null(strstr(text, "\"format\":\"strategy-map-layout/1\""));
    assert_non_null(strstr(text, "\"page\":{\"w\":420,\"h\":297}"));
    assert_non_null(strstr(text, "{\"id\":\"O13\",\"x\":"));
    assert_non_null(strstr(text, "{\"from\":\"O4\",\"to\":\"O0\",\"points\":[["));
    assert_non_null(strstr(text, "\"in\":\"node:O0\",\"role\":\"title\""));
    assert_non_null(strstr(text, "\"edge\":[\"O9\",\"O0\"]"));
    arena_free(f->arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(boxes_ways_and_texts_are_in_millimetres),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

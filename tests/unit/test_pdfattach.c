#include "unit/arenacase.h"

#include "output/pdf.h"
#include <string.h>

static struct textbuf rendered(const struct pdfattach *attached, struct date date) {
    struct scene *scene = scene_new(arena);
    scene_add_page(scene, PT(200), PT(200), "1");
    scene->date = date;
    struct textbuf out;
    const char *why = NULL;
    textbuf_init(&out, arena);
    if (!pdf_render(arena, scene, attached, &out, &why))
        fail_msg("%s", why);
    return out;
}

static bool holds(const struct textbuf *out, const char *text) {
    return memmem(out->bytes, out->length, text, strlen(text)) != NULL;
}

static void files_make_it_part_3_and_none_part_2(void **state) {
    (void)state;
    const struct pdfattach_file file = {"plan.xml", "text/xml", "The plan", "<workbook/>", 11};
    const struct pdfattach one = {&file, 1}, none = {NULL, 0};
    struct textbuf out = rendered(&one, (struct date){0});
    assert_true(holds(&out, "<pdfaid:part>3</pdfaid:part>"));
    out = rendered(&none, (struct date){0});
    assert_true(holds(&out, "<pdfaid:part>2</pdfaid:part>"));
    assert_false(holds(&out, "EmbeddedFile"));
    out = rendered(NULL, (struct date){0});
    assert_true(holds(&out, "<pdfaid:part>2</pdfaid:part>"));
}

static void a_file_says_its_type_size_and_day(void **state) {
    (void)state;
    const struct pdfattach_file file = {"\xC3\xA9t\xC3\xA9 (1).csv", "text/csv; x=1", "", "a,b\n",
                                        4};
    const struct pdfattach one = {&file, 1};
    struct textbuf out = rendered(&one, (struct date){2026, 9, 30});
    assert_true(holds(&out, "/Type/EmbeddedFile/Subtype/text#2Fcsv#3B#20x#3D1/Params<</Size 4"
                            "/ModDate(D:20260930000000Z)>>"));
    assert_true(holds(&out, "\na,b\n\nendstream"));
    out = rendered(&one, (struct date){0});
    assert_true(holds(&out, "/Params<</Size 4>>"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(files_make_it_part_3_and_none_part_2),
        ARENA_TEST(a_file_says_its_type_size_and_day),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

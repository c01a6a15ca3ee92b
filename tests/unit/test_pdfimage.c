#include "unit/arenacase.h"

#include "output/pdf.h"
#include "output/pdfimage.h"
#include "output/png.h"
#include "output/svg.h"
#include <string.h>

enum look { LOOK_GREY, LOOK_FEW, LOOK_MANY, LOOK_ALPHA, LOOK_JPEG };

static const struct picture *made(enum look look) {
    enum { SIDE = 20 };
    struct picture *picture = arena_alloc(arena, sizeof *picture);
    uint8_t *colour = arena_alloc(arena, SIDE * SIDE * 3), *alpha = arena_alloc(arena, SIDE * SIDE);
    for (int i = 0; i < SIDE * SIDE; i++) {
        int value = look == LOOK_MANY ? i : i % 5 * 40;
        colour[3 * i] = (uint8_t)value;
        colour[3 * i + 1] = (uint8_t)(look == LOOK_GREY ? value : value / 2);
        colour[3 * i + 2] = (uint8_t)(look == LOOK_GREY ? value : i / 256);
        alpha[i] = (uint8_t)i;
    }
    *picture = (struct picture){.width = SIDE, .height = SIDE, .colour = colour};
    if (look == LOOK_ALPHA)
        picture->alpha = alpha;
    if (look == LOOK_JPEG) {
        picture->jpeg = (const uint8_t *)"\xFF\xD8 not looked at \xFF\xD9";
        picture->jpeg_length = 20;
        picture->components = 1;
    }
    return picture;
}

static struct scene *scene_with(const struct picture *picture, int times) {
    struct scene *scene = scene_new(arena);
    scene_add_page(scene, PT(200), PT(200), "1");
    for (int i = 0; i < times; i++)
        scene_add_image(scene, 0, SCENE_ARTIFACT, picture, (struct rect){PT(i), 0, PT(20), PT(10)});
    return scene;
}

static size_t count_of(const struct textbuf *out, const char *text) {
    size_t count = 0, length = strlen(text);
    for (size_t i = 0; i + length <= out->length; i++)
        count += memcmp(out->bytes + i, text, length) == 0;
    return count;
}

static struct textbuf pdf_of(const struct picture *picture, int times) {
    struct textbuf out;
    const char *why = NULL;
    textbuf_init(&out, arena);
    if (!pdf_render(arena, scene_with(picture, times), NULL, &out, &why))
        fail_msg("%s", why);
    return out;
}

static void a_picture_is_written_once_however_often_it_is_drawn(void **state) {
    (void)state;
    struct textbuf out = pdf_of(made(LOOK_MANY), 5);
    assert_int_equal(count_of(&out, "/Subtype/Image"), 1);
}

static void colours_decide_how_a_picture_is_kept(void **state) {
    (void)state;
    struct textbuf out = pdf_of(made(LOOK_GREY), 1);
    assert_int_equal(count_of(&out, "/ColorSpace/DeviceGray/DecodeParms<</Predictor 15/Colors 1"),
                     1);
    out = pdf_of(made(LOOK_FEW), 1);
    assert_int_equal(count_of(&out, "/ColorSpace[/Indexed/DeviceRGB "), 1);
    out = pdf_of(made(LOOK_MANY), 1);
    assert_int_equal(count_of(&out, "/ColorSpace/DeviceRGB/DecodeParms<</Predictor 15/Colors 3"),
                     1);
    assert_int_equal(count_of(&out, "/SMask"), 0);
}

static void transparency_is_a_mask(void **state) {
    (void)state;
    struct textbuf out = pdf_of(made(LOOK_ALPHA), 1);
    assert_int_equal(count_of(&out, "/SMask "), 1);
    assert_int_equal(count_of(&out, "/Subtype/Image"), 2);
}

static void a_jpeg_goes_in_as_it_is(void **state) {
    (void)state;
    struct textbuf out = pdf_of(made(LOOK_JPEG), 1);
    assert_int_equal(count_of(&out, "/ColorSpace/DeviceGray/Filter/DCTDecode"), 1);
    assert_int_equal(count_of(&out, "\xFF\xD8 not looked at \xFF\xD9"), 1);
}

static void pictures_have_numbers_in_the_order_of_drawing(void **state) {
    (void)state;
    const struct picture *a = made(LOOK_GREY), *b = made(LOOK_FEW);
    struct scene *scene = scene_with(a, 2);
    scene_add_image(scene, 0, SCENE_ARTIFACT, b, (struct rect){0, 0, PT(20), PT(10)});
    const struct pdfimages *images = pdfimage_collect(arena, scene);
    assert_int_equal(pdfimage_index(images, a), 0);
    assert_int_equal(pdfimage_index(images, b), 1);
}

static void the_web_page_and_the_bitmap_show_it_too(void **state) {
    (void)state;
    const char *why = NULL;
    struct textbuf out;
    textbuf_init(&out, arena);
    struct scene *scene = scene_with(made(LOOK_ALPHA), 1);
    assert_true(svg_render(arena, scene, 0, SVG_TEXT, &out, &why));
    assert_int_equal(count_of(&out, "aria-hidden=\"true\" preserveAspectRatio=\"none\" "
                                    "xlink:href=\"data:image/png;base64,iVBORw0KGgo"),
                     1);
    textbuf_init(&out, arena);
    assert_true(svg_render(arena, scene_with(made(LOOK_JPEG), 1), 0, SVG_TEXT, &out, &why));
    assert_int_equal(count_of(&out, "data:image/jpeg;base64,/9g"), 1);
    struct textbuf with, without;
    textbuf_init(&with, arena);
    textbuf_init(&without, arena);
    assert_true(png_render(arena, scene, 0, 72, &with, &why));
    assert_true(png_render(arena, scene_with(made(LOOK_ALPHA), 0), 0, 72, &without, &why));
    assert_true(with.length > without.length + 100);
}

static void a_figure_without_a_box_takes_that_of_its_picture(void **state) {
    (void)state;
    struct scene *scene = scene_with(made(LOOK_GREY), 0);
    scene_element_id figure = scene_add_element(scene, SCENE_ROOT, TAG_FIGURE);
    scene_describe(scene, figure)->alt = "A picture";
    scene_add_image(scene, 0, figure, made(LOOK_GREY), (struct rect){PT(5), PT(6), PT(70), PT(8)});
    assert_null(scene_problem(scene));
    struct textbuf out, dump;
    const char *why = NULL;
    textbuf_init(&out, arena);
    textbuf_init(&dump, arena);
    assert_true(svg_render(arena, scene, 0, SVG_TEXT, &out, &why));
    assert_int_equal(count_of(&out, "role=\"img\" aria-label=\"A picture\""), 1);
    scene_dump(scene, &dump);
    assert_int_equal(count_of(&dump, "image e1 5 6 70 8 20x20\n"), 1);
    textbuf_init(&out, arena);
    assert_true(pdf_render(arena, scene, NULL, &out, &why));
}

static void an_image_must_have_a_size_and_lie_on_its_page(void **state) {
    (void)state;
    static const struct rect rects[] = {{0, 0, 0, PT(5)},
                                        {0, 0, PT(5), -1},
                                        {PT(190), 0, PT(20), PT(5)},
                                        {0, -PT(9), PT(5), PT(5)}};
    for (size_t i = 0; i < sizeof rects / sizeof *rects; i++) {
        struct scene *scene = scene_with(made(LOOK_GREY), 0);
        scene_add_image(scene, 0, SCENE_ARTIFACT, made(LOOK_GREY), rects[i]);
        assert_non_null(scene_problem(scene));
    }
    struct scene *scene = scene_with(made(LOOK_GREY), 0);
    scene_add_image(scene, 0, 77, made(LOOK_GREY), (struct rect){0, 0, PT(5), PT(5)});
    assert_non_null(strstr(scene_problem(scene), "no known element"));
}

static void a_drawing_takes_its_images_along(void **state) {
    (void)state;
    struct scene *drawing = scene_with(made(LOOK_GREY), 1), *scene = scene_with(made(LOOK_GREY), 0);
    scene_add_drawing(scene, 0, SCENE_ARTIFACT, drawing, PT(30), PT(40));
    assert_int_equal(scene->pages.items[0].items.items[0].as.image.rect.x, PT(30));
    assert_int_equal(scene->pages.items[0].items.items[0].as.image.rect.y, PT(40));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(a_picture_is_written_once_however_often_it_is_drawn),
        ARENA_TEST(colours_decide_how_a_picture_is_kept),
        ARENA_TEST(transparency_is_a_mask),
        ARENA_TEST(a_jpeg_goes_in_as_it_is),
        ARENA_TEST(pictures_have_numbers_in_the_order_of_drawing),
        ARENA_TEST(the_web_page_and_the_bitmap_show_it_too),
        ARENA_TEST(a_figure_without_a_box_takes_that_of_its_picture),
        ARENA_TEST(an_image_must_have_a_size_and_lie_on_its_page),
        ARENA_TEST(a_drawing_takes_its_images_along),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

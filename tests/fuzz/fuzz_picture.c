/* Any bytes as a PNG or JPEG, decoded in this process, where the sanitizers see it. */
#include "picture/picturejpeg.h"
#include "picture/picturepng.h"

/* Larger ones only cost time. */
#define PIXELS_MOST 65536u

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
    struct arena *arena = arena_new(64 * 1024 * 1024, NULL, NULL);
    struct picture_form form = {.fault = PICTURE_DAMAGED};
    if (arena && picturepng_is(bytes, length))
        form = picturepng_form(arena, bytes, length);
    else if (arena && picturejpeg_is(bytes, length))
        form = picturejpeg_form(arena, bytes, length);
    size_t pixels = (size_t)form.width * form.height;
    if (form.fault == PICTURE_GOOD && pixels <= PIXELS_MOST) {
        struct picture_canvas canvas = {.colour = arena_alloc(arena, pixels * 3),
                                        .alpha = arena_alloc(arena, pixels)};
        if (form.components > 0)
            picturejpeg_decode(&form, &canvas);
        else
            picturepng_decode(arena, &form, &canvas);
    }
    arena_free(arena);
    return 0;
}

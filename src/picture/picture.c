#include "picture/picture.h"

#include "picture/apart.h"
#include "picture/picturejpeg.h"
#include "picture/picturepng.h"
#include <string.h>

struct picture_form picture_faulty(enum picture_fault fault, const char *why, const char *hint) {
    return (struct picture_form){.fault = fault, .why = why, .hint = hint};
}

struct picture_form picture_measured(struct arena *arena, uint32_t width, uint32_t height) {
    if (width == 0 || height == 0)
        return picture_faulty(PICTURE_DAMAGED, "it has no width or no height", NULL);
    if (width > PICTURE_SIDE_MOST || height > PICTURE_SIDE_MOST ||
        width * height > PICTURE_PIXELS_MOST) {
        const char *why = arena_printf(
            arena, "%u x %u pixels; at most %u on a side and %u million in all are taken", width,
            height, PICTURE_SIDE_MOST, PICTURE_PIXELS_MOST / 1000000u);
        return picture_faulty(PICTURE_TOO_LARGE, why, NULL);
    }
    return (struct picture_form){.fault = PICTURE_GOOD, .width = width, .height = height};
}

void picture_blame(struct picture_canvas *canvas, enum picture_fault fault, const char *why) {
    canvas->fault = fault;
    size_t length = 0;
    for (; why && why[length] && length + 1 < PICTURE_WHY_BYTES; length++)
        canvas->why[length] = why[length] >= ' ' && why[length] <= '~' ? why[length] : '?';
    canvas->why[length] = '\0';
}

/* Orientation of the first directory of camera data (a TIFF file in little), 1 if it has none. */
static unsigned orientation(const uint8_t *tiff, size_t length) {
    if (length < 8)
        return 1;
    const bool little = tiff[0] == 'I';
#define WORD(at)                                                                                   \
    (little ? (unsigned)tiff[at] | (unsigned)tiff[(at) + 1] << 8                                   \
            : (unsigned)tiff[at] << 8 | tiff[(at) + 1])
    size_t at =
        little ? (size_t)WORD(4) | (size_t)WORD(6) << 16 : (size_t)WORD(4) << 16 | (size_t)WORD(6);
    if (at > length - 2)
        return 1;
    unsigned count = WORD(at);
    for (at += 2; count > 0 && length >= 12 && at <= length - 12; count--, at += 12)
        if (WORD(at) == 0x0112)
            return WORD(at + 8);
#undef WORD
    return 1;
}

bool picture_turned(const uint8_t *tiff, size_t length) {
    unsigned side = orientation(tiff, length);
    return side >= 2 && side <= 8;
}

/* ---- findings ------------------------------------------------------------------------------- */

struct reading {
    struct arena *arena;
    struct place place;
    struct diags *diags;
};

static const struct picture *refuse(const struct reading *reading, enum picture_fault fault,
                                    const char *why, const char *hint) {
    const char *name = reading->place.file;
    switch (fault) {
    case PICTURE_TOO_LARGE:
        diag_report_hint(reading->diags, BP5056, reading->place, hint, name, why, NULL);
        break;
    case PICTURE_UNSUITABLE:
        diag_report_hint(reading->diags, BP5058, reading->place, hint, name, why, NULL);
        break;
    case PICTURE_TURNED:
        diag_report_hint(reading->diags, BP5059, reading->place, hint, name, NULL);
        break;
    case PICTURE_NO_MEMORY:
        arena_exhaust(reading->arena);
        break;
    case PICTURE_GOOD:
    case PICTURE_DAMAGED:
    default:
        diag_report_hint(reading->diags, BP5057, reading->place, hint, name, why, NULL);
    }
    return NULL;
}

/* What the bytes are instead, by how they begin. */
static const char *other_kind(const char *bytes, size_t length) {
    static const struct {
        const char *begin, *kind;
    } kinds[] = {{"GIF8", "a GIF"},     {"RIFF", "a WebP"}, {"BM", "a BMP"},
                 {"II*", "a TIFF"},     {"MM", "a TIFF"},   {"%PDF", "a PDF"},
                 {"<?xml", "XML text"}, {"<svg", "an SVG"}, {"%!PS", "PostScript"}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (length >= strlen(kinds[i].begin) &&
            memcmp(bytes, kinds[i].begin, strlen(kinds[i].begin)) == 0)
            return kinds[i].kind;
    return length == 0 ? "empty" : "of some other kind";
}

/* ---- decoding ------------------------------------------------------------------------------- */

struct decoding {
    struct arena *arena;
    const struct picture_form *form;
    struct picture_canvas *canvas; /* in shared memory, the pixels too */
};

static void decode(void *context) {
    const struct decoding *decoding = context;
    if (decoding->form->components > 0)
        picturejpeg_decode(decoding->form, decoding->canvas);
    else
        picturepng_decode(decoding->arena, decoding->form, decoding->canvas);
}

static bool opaque(const uint8_t *alpha, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (alpha[i] != 255)
            return false;
    return true;
}

static const struct picture *finished(struct arena *arena, const struct picture_form *form,
                                      const struct picture_canvas *canvas) {
    struct picture *picture = arena_alloc(arena, sizeof *picture);
    *picture = (struct picture){.width = form->width,
                                .height = form->height,
                                .colour = canvas->colour,
                                .alpha = canvas->alpha};
    if (opaque(canvas->alpha, (size_t)form->width * form->height))
        picture->alpha = NULL;
    if (form->plain) {
        picture->jpeg = form->bytes;
        picture->jpeg_length = form->length;
        picture->components = form->components;
    }
    return picture;
}

static const struct picture *develop(const struct reading *reading,
                                     const struct picture_form *form) {
    const size_t pixels = (size_t)form->width * form->height;
    struct picture_canvas *canvas = apart_memory(reading->arena, sizeof *canvas + pixels * 4);
    if (!canvas)
        return refuse(reading, PICTURE_NO_MEMORY, NULL, NULL);
    canvas->colour = (uint8_t *)(canvas + 1);
    canvas->alpha = canvas->colour + pixels * 3;
    struct decoding decoding = {reading->arena, form, canvas};
    /* The verdict is read where the child cannot change it any more; the pixels' places are ours.
     */
    enum apart_end end = apart_run(decode, &decoding);
    canvas->colour = (uint8_t *)(canvas + 1);
    canvas->alpha = canvas->colour + pixels * 3;
    canvas->why[PICTURE_WHY_BYTES - 1] = '\0';
    if (end != APART_DONE) {
        diag_report(reading->diags, BP5060, reading->place, reading->place.file,
                    end == APART_DIED ? "decoding it failed or took too long"
                                      : "the system gives no process to decode it in",
                    NULL);
        return NULL;
    }
    if (canvas->fault != PICTURE_GOOD)
        return refuse(reading, canvas->fault, canvas->why, NULL);
    if (form->tint)
        diag_report_hint(reading->diags, BP5026, reading->place, "save it as sRGB",
                         reading->place.file, form->tint, NULL);
    return finished(reading->arena, form, canvas);
}

const struct picture *picture_read(struct arena *arena, const char *name, const void *bytes,
                                   size_t length, struct diags *diags) {
    struct reading reading = {arena, {.file = name}, diags};
    struct picture_form form;
    if (length > PICTURE_BYTES_MOST) {
        const char *why = arena_printf(arena, "%zu bytes; at most 1 MiB is taken", length);
        return refuse(&reading, PICTURE_TOO_LARGE, why, NULL);
    }
    if (picturepng_is(bytes, length)) {
        form = picturepng_form(arena, bytes, length);
    } else if (picturejpeg_is(bytes, length)) {
        form = picturejpeg_form(arena, bytes, length);
    } else {
        diag_report_hint(diags, BP5055, reading.place, "export it as PNG", name,
                         other_kind(bytes, length), NULL);
        return NULL;
    }
    return form.fault == PICTURE_GOOD ? develop(&reading, &form)
                                      : refuse(&reading, form.fault, form.why, form.hint);
}

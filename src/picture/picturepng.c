#include "picture/picturepng.h"

#include "picture/picturetint.h"

#include <png.h>
#include <setjmp.h>
#include <string.h>

#define SIGNATURE_BYTES 8u
#define CHUNK_BYTES     12u /* length, name, check sum */
#define HEADER_BYTES    13u
#define CHANNELS        4u

static const uint8_t signature[SIGNATURE_BYTES] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

bool picturepng_is(const void *bytes, size_t length) {
    return length >= SIGNATURE_BYTES && memcmp(bytes, signature, SIGNATURE_BYTES) == 0;
}

/* ---- chunks --------------------------------------------------------------------------------- */

static uint32_t big32(const uint8_t *at) {
    return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

static bool named(const uint8_t *chunk, const char *name) {
    return memcmp(chunk + 4, name, 4) == 0;
}

static bool is_name(const uint8_t *name) {
    for (int i = 0; i < 4; i++)
        if ((name[i] | 0x20) < 'a' || (name[i] | 0x20) > 'z')
            return false;
    return true;
}

/* The check sum of PNG and of many others, four bits at a time. */
static uint32_t check_sum(const uint8_t *bytes, size_t length) {
    static const uint32_t nibbles[16] = {0x00000000, 0x1DB71064, 0x3B6E20C8, 0x26D930AC,
                                         0x76DC4190, 0x6B6B51F4, 0x4DB26158, 0x5005713C,
                                         0xEDB88320, 0xF00F9344, 0xD6D6A3E8, 0xCB61B38C,
                                         0x9B64C2B0, 0x86D3D2D4, 0xA00AE278, 0xBDBDF21C};
    uint32_t sum = 0xFFFFFFFF;
    for (size_t i = 0; i < length; i++) {
        sum = nibbles[(sum ^ bytes[i]) & 15] ^ sum >> 4;
        sum = nibbles[(sum ^ bytes[i] >> 4) & 15] ^ sum >> 4;
    }
    return ~sum;
}

/* The walk from chunk to chunk; what is kept goes into a copy. */
struct walk {
    uint8_t *kept;
    size_t length;
    uint32_t width, height;
    bool data, ended;
    bool usual; /* it says that it is sRGB, which overrules the rest */
    const char *tint;
};

static void note_colours(struct walk *walk, const uint8_t *chunk, size_t size) {
    walk->usual = walk->usual || named(chunk, "sRGB");
    if (!walk->tint)
        walk->tint = picturetint_of_chunk(chunk + 4, chunk + 8, size - CHUNK_BYTES);
}

/* NULL, or what is wrong with a chunk that lies within the file. */
static const char *take_chunk(struct walk *walk, const uint8_t *chunk, size_t size) {
    bool first = walk->length == SIGNATURE_BYTES;
    if (!is_name(chunk + 4))
        return "a chunk has no name";
    if (check_sum(chunk + 4, size - 8) != big32(chunk + size - 4))
        return "a check sum is wrong";
    if (named(chunk, "IHDR") != first)
        return "its header is not at the beginning";
    if (first) {
        if (size != CHUNK_BYTES + HEADER_BYTES)
            return "its header has the wrong size";
        walk->width = big32(chunk + 8);
        walk->height = big32(chunk + 12);
    }
    walk->data = walk->data || named(chunk, "IDAT");
    walk->ended = named(chunk, "IEND");
    bool critical = !(chunk[4] & 0x20);
    if (critical && !first && !named(chunk, "PLTE") && !named(chunk, "IDAT") && !walk->ended)
        return "it has a critical chunk that no standard knows";
    note_colours(walk, chunk, size);
    /* Profiles, texts, times and the like may say what they please: nobody reads them. */
    if (!critical && !named(chunk, "tRNS"))
        return NULL;
    memcpy(walk->kept + walk->length, chunk, size);
    walk->length += size;
    return NULL;
}

struct picture_form picturepng_form(struct arena *arena, const uint8_t *bytes, size_t length) {
    struct walk walk = {.kept = arena_alloc(arena, length), .length = SIGNATURE_BYTES};
    memcpy(walk.kept, signature, SIGNATURE_BYTES);
    for (size_t at = SIGNATURE_BYTES; !walk.ended;) {
        if (length - at < CHUNK_BYTES || big32(bytes + at) > length - at - CHUNK_BYTES)
            return picture_faulty(PICTURE_DAMAGED, "it ends too early", NULL);
        size_t size = CHUNK_BYTES + big32(bytes + at);
        if (named(bytes + at, "acTL"))
            return picture_faulty(PICTURE_UNSUITABLE, "it is an animation",
                                  "save one of its pictures");
        const char *why = take_chunk(&walk, bytes + at, size);
        if (why)
            return picture_faulty(PICTURE_DAMAGED, why, NULL);
        if (named(bytes + at, "eXIf") && picture_turned(bytes + at + 8, size - CHUNK_BYTES))
            return picture_faulty(PICTURE_TURNED, "", PICTURE_TURN_IT);
        at += size;
    }
    if (!walk.data)
        return picture_faulty(PICTURE_DAMAGED, "it has no picture data", NULL);
    struct picture_form form = picture_measured(arena, walk.width, walk.height);
    form.bytes = walk.kept;
    form.length = walk.length;
    form.tint = walk.usual ? NULL : walk.tint;
    return form;
}

/* ---- libpng --------------------------------------------------------------------------------- */

struct decoder {
    struct arena *arena;
    const struct picture_form *form;
    struct picture_canvas *canvas;
    size_t read;
    bool no_memory;
    bool numbered; /* pixels are numbers of the palette's colours */
    jmp_buf out;
    png_structp png;
    png_infop info;
};

/* The arena keeps what libpng takes until the picture is done. */
static png_voidp take_memory(png_structp png, png_alloc_size_t size) {
    struct decoder *decoder = png_get_mem_ptr(png);
    void *memory = arena_try(decoder->arena, size);
    if (!memory)
        decoder->no_memory = true;
    return memory;
}

static void leave_memory(png_structp png, png_voidp memory) {
    (void)png, (void)memory;
}

static void on_error(png_structp png, png_const_charp why) {
    struct decoder *decoder = png_get_error_ptr(png);
    picture_blame(decoder->canvas, decoder->no_memory ? PICTURE_NO_MEMORY : PICTURE_DAMAGED, why);
    longjmp(decoder->out, 1);
}

static void on_warning(png_structp png, png_const_charp why) {
    (void)png, (void)why;
}

static void read_bytes(png_structp png, png_bytep to, size_t count) {
    struct decoder *decoder = png_get_io_ptr(png);
    if (count > decoder->form->length - decoder->read)
        png_error(png, "data end too early");
    memcpy(to, decoder->form->bytes + decoder->read, count);
    decoder->read += count;
}

static void guard(struct decoder *decoder) {
    png_structp png = decoder->png;
    png_set_read_fn(png, decoder, read_bytes);
    png_set_user_limits(png, PICTURE_SIDE_MOST, PICTURE_SIDE_MOST);
    png_set_chunk_malloc_max(png, PICTURE_BYTES_MOST);
    png_set_chunk_cache_max(png, 8);
    png_set_crc_action(png, PNG_CRC_ERROR_QUIT, PNG_CRC_ERROR_QUIT);
    png_set_benign_errors(png, 0);
}

static size_t channels(const struct decoder *decoder) {
    return decoder->numbered ? 1 : CHANNELS;
}

/* Whatever it is: red, green, blue and alpha, a byte each; but numbers of a palette stay, because
 * the library takes one that the palette does not have for black. */
static void normalise(struct decoder *decoder) {
    png_structp png = decoder->png;
    decoder->numbered = png_get_color_type(png, decoder->info) == PNG_COLOR_TYPE_PALETTE;
    if (decoder->numbered) {
        png_set_packing(png);
    } else {
        png_set_scale_16(png);
        png_set_expand(png);
        png_set_gray_to_rgb(png);
        png_set_add_alpha(png, 255, PNG_FILLER_AFTER);
    }
    (void)png_set_interlace_handling(png);
    png_read_update_info(png, decoder->info);
    if (png_get_rowbytes(png, decoder->info) != decoder->form->width * channels(decoder) ||
        png_get_image_height(png, decoder->info) != decoder->form->height)
        png_error(png, "rows of another size than the header says");
}

static void divide(const uint8_t *pixels, size_t count, struct picture_canvas *canvas) {
    for (size_t i = 0; i < count; i++) {
        memcpy(canvas->colour + 3 * i, pixels + CHANNELS * i, 3);
        canvas->alpha[i] = pixels[CHANNELS * i + 3];
    }
}

static void look_up(struct decoder *decoder, const uint8_t *numbers, size_t count) {
    png_colorp colours = NULL;
    png_bytep alphas = NULL;
    int colour_count = 0, alpha_count = 0;
    (void)png_get_PLTE(decoder->png, decoder->info, &colours, &colour_count);
    (void)png_get_tRNS(decoder->png, decoder->info, &alphas, &alpha_count, NULL);
    for (size_t i = 0; i < count; i++) {
        const int number = numbers[i];
        if (number >= colour_count)
            png_error(decoder->png, "a pixel has a colour that the palette does not have");
        const uint8_t colour[] = {colours[number].red, colours[number].green, colours[number].blue};
        memcpy(decoder->canvas->colour + 3 * i, colour, sizeof colour);
        decoder->canvas->alpha[i] = number < alpha_count ? alphas[number] : 255;
    }
}

static void read_pixels(struct decoder *decoder) {
    const size_t width = decoder->form->width, height = decoder->form->height;
    uint8_t *pixels = take_memory(decoder->png, width * height * channels(decoder));
    png_bytepp rows = take_memory(decoder->png, height * sizeof *rows);
    if (!pixels || !rows)
        png_error(decoder->png, "out of memory");
    for (size_t y = 0; y < height; y++)
        rows[y] = pixels + y * width * channels(decoder);
    png_read_image(decoder->png, rows);
    png_read_end(decoder->png, NULL);
    if (decoder->numbered)
        look_up(decoder, pixels, width * height);
    else
        divide(pixels, width * height, decoder->canvas);
}

/* The one function that libpng's errors end in. */
static void run(struct decoder *decoder) {
    if (setjmp(decoder->out) == 0) {
        decoder->png = png_create_read_struct_2(PNG_LIBPNG_VER_STRING, decoder, on_error,
                                                on_warning, decoder, take_memory, leave_memory);
        decoder->info = decoder->png ? png_create_info_struct(decoder->png) : NULL;
        if (!decoder->info) {
            picture_blame(decoder->canvas, PICTURE_NO_MEMORY, "out of memory");
            return;
        }
        guard(decoder);
        png_read_info(decoder->png, decoder->info);
        normalise(decoder);
        read_pixels(decoder);
        picture_blame(decoder->canvas, PICTURE_GOOD, NULL);
    }
    png_destroy_read_struct(&decoder->png, &decoder->info, NULL);
}

void picturepng_decode(struct arena *arena, const struct picture_form *form,
                       struct picture_canvas *canvas) {
    struct decoder *decoder = arena_try(arena, sizeof *decoder);
    if (!decoder) {
        picture_blame(canvas, PICTURE_NO_MEMORY, "out of memory");
        return;
    }
    decoder->arena = arena;
    decoder->form = form;
    decoder->canvas = canvas;
    picture_blame(canvas, PICTURE_DAMAGED, "it was not decoded");
    run(decoder);
}

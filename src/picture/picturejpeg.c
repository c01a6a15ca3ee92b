#include "picture/picturejpeg.h"

#include "picture/picturetint.h"

/* jpeglib.h needs these two before it. */
#include <stdio.h>
#include <string.h>

#include <jpeglib.h>

#include <jerror.h>
#include <setjmp.h>

#define MEMORY_MOST (192l * 1024 * 1024)

enum marker {
    SOF0 = 0xC0, /* baseline */
    SOF1 = 0xC1, /* extended */
    SOF2 = 0xC2, /* progressive */
    DHT = 0xC4,
    SOF9 = 0xC9, /* and above: arithmetic coding */
    SOF15 = 0xCF,
    RST0 = 0xD0,
    RST7 = 0xD7,
    SOI = 0xD8,
    EOI = 0xD9,
    SOS = 0xDA,
    DQT = 0xDB,
    DNL = 0xDC,
    DRI = 0xDD,
    APP0 = 0xE0,
    APP1 = 0xE1,
    APP2 = 0xE2,
    APP14 = 0xEE,
    APP15 = 0xEF,
    COM = 0xFE
};

bool picturejpeg_is(const void *bytes, size_t length) {
    const uint8_t *at = bytes;
    return length >= 3 && at[0] == 0xFF && at[1] == SOI && at[2] == 0xFF;
}

/* ---- segments ------------------------------------------------------------------------------- */

struct walk {
    struct arena *arena;
    const uint8_t *bytes;
    size_t length, at;
    uint8_t *kept;
    size_t kept_length;
    struct picture_form form;
    uint8_t ids[3]; /* of the components */
    bool frame, jfif, extended;
    bool direct; /* Adobe's marker says that the colours are no brightness and tints */
    const char *tint;
    unsigned scans;
};

static unsigned big16(const uint8_t *at) {
    return (unsigned)at[0] << 8 | at[1];
}

static void fail(struct walk *walk, enum picture_fault fault, const char *why, const char *hint) {
    walk->form = picture_faulty(fault, why, hint);
}

static void keep(struct walk *walk, size_t from, size_t to) {
    memcpy(walk->kept + walk->kept_length, walk->bytes + from, to - from);
    walk->kept_length += to - from;
}

static void take_frame(struct walk *walk, unsigned marker, const uint8_t *body, size_t size) {
    if (walk->frame) {
        fail(walk, PICTURE_DAMAGED, "it has two frame headers", NULL);
    } else if (size < 6 || size != 6 + 3u * body[5]) {
        fail(walk, PICTURE_DAMAGED, "its frame header has the wrong size", NULL);
    } else if (body[0] != 8) {
        fail(walk, PICTURE_UNSUITABLE, "it has other than 8 bits a sample", "save it with 8 bits");
    } else if (body[5] != 1 && body[5] != 3) {
        fail(walk, PICTURE_UNSUITABLE,
             body[5] == 4 ? "its colours are for printing presses (CMYK)"
                          : "it is neither grey nor red, green and blue",
             "save it as RGB");
    } else {
        walk->form = picture_measured(walk->arena, big16(body + 3), big16(body + 1));
        walk->form.components = body[5];
        for (unsigned i = 0; i < body[5]; i++)
            walk->ids[i] = body[6 + 3 * i];
        walk->frame = true;
        walk->extended = marker == SOF1;
    }
}

static bool begins(const uint8_t *body, size_t size, const char *name, size_t length) {
    return size >= length && memcmp(body, name, length) == 0;
}

/* What programs and cameras say about the picture: true if it is to be kept. */
static bool take_application(struct walk *walk, unsigned marker, const uint8_t *body, size_t size) {
    if (marker == APP0 && begins(body, size, "JFIF", 5)) {
        walk->jfif = true;
        return true;
    }
    if (marker == APP14 && begins(body, size, "Adobe", 5)) {
        walk->direct = walk->direct || size < 12 || body[11] != 1;
        return true;
    }
    if (marker == APP2 && begins(body, size, "ICC_PROFILE\0\1", 13) && size >= 14)
        walk->tint = picturetint_of_profile(body + 14, size - 14);
    if (marker == APP1 && begins(body, size, "Exif\0\0", 6)) {
        if (picture_turned(body + 6, size - 6))
            fail(walk, PICTURE_TURNED, "", PICTURE_TURN_IT);
    }
    return false;
}

static bool is_frame(unsigned marker) {
    return marker == SOF0 || marker == SOF1 || marker == SOF2;
}

/* Codings that not every reader has; between them stand the markers of tables. */
static void refuse_coding(struct walk *walk, unsigned marker) {
    const char *why = "it is a lossless or hierarchical JPEG";
    if (marker == DNL)
        why = "its height stands behind its data";
    else if (marker >= SOF9)
        why = "it is coded arithmetically";
    fail(walk, PICTURE_UNSUITABLE, why, "save it as a baseline JPEG");
}

static void take_segment(struct walk *walk, unsigned marker, size_t start, const uint8_t *body,
                         size_t size) {
    bool kept = true;
    if (is_frame(marker))
        take_frame(walk, marker, body, size);
    else if (marker >= APP0 && marker <= APP15)
        kept = take_application(walk, marker, body, size);
    else if ((marker <= SOF15 && marker != DHT) || marker == DNL)
        refuse_coding(walk, marker);
    else
        kept = marker == DHT || marker == DQT || marker == DRI || marker == SOS;
    if (kept)
        keep(walk, start, walk->at);
}

/* Past the coded data of a scan, to the marker that ends it. */
static void pass_scan(struct walk *walk) {
    size_t start = walk->at;
    while (walk->at + 1 < walk->length) {
        const uint8_t *at = walk->bytes + walk->at;
        bool data = at[0] != 0xFF || at[1] == 0 || (at[1] >= RST0 && at[1] <= RST7);
        if (!data && at[1] != 0xFF)
            break;
        walk->at += at[0] == 0xFF && at[1] != 0xFF ? 2 : 1;
    }
    if (walk->at > walk->length)
        walk->at = walk->length;
    keep(walk, start, walk->at);
    if (!walk->frame)
        fail(walk, PICTURE_DAMAGED, "it has no frame header", NULL);
    else if (++walk->scans > PICTURE_SCANS_MOST)
        fail(walk, PICTURE_UNSUITABLE, "it has more scans than any program writes",
             "save it as a baseline JPEG");
}

/* The next marker, 0 if there is none. */
static unsigned next_marker(struct walk *walk) {
    if (walk->at >= walk->length || walk->bytes[walk->at] != 0xFF)
        return 0;
    while (walk->at < walk->length && walk->bytes[walk->at] == 0xFF)
        walk->at++;
    return walk->at < walk->length ? walk->bytes[walk->at++] : 0;
}

/* One segment; false at the end, good or bad. */
static bool step(struct walk *walk) {
    size_t start = walk->at;
    unsigned marker = next_marker(walk);
    if (marker == EOI) {
        static const uint8_t end[] = {0xFF, EOI};
        memcpy(walk->kept + walk->kept_length, end, sizeof end);
        walk->kept_length += sizeof end;
        if (walk->scans == 0)
            fail(walk, PICTURE_DAMAGED, "it has no picture data", NULL);
        return false;
    }
    bool whole = marker >= SOF0 && walk->length - walk->at >= 2;
    size_t size = whole ? big16(walk->bytes + walk->at) : 0;
    if (size < 2 || size > walk->length - walk->at || marker == SOI) {
        fail(walk, PICTURE_DAMAGED, "it ends too early or a segment is broken", NULL);
        return false;
    }
    const uint8_t *body = walk->bytes + walk->at + 2;
    walk->at += size;
    take_segment(walk, marker, start, body, size - 2);
    if (marker == SOS && walk->form.fault == PICTURE_GOOD)
        pass_scan(walk);
    return walk->form.fault == PICTURE_GOOD;
}

/* Readers agree about colours if the file says what they are, or has the usual numbers. */
static bool plain(const struct walk *walk) {
    const uint8_t usual[] = {1, 2, 3};
    if (walk->extended)
        return false;
    return walk->form.components == 1 || (walk->jfif && !walk->direct) ||
           (!walk->direct && memcmp(walk->ids, usual, sizeof usual) == 0);
}

struct picture_form picturejpeg_form(struct arena *arena, const uint8_t *bytes, size_t length) {
    struct walk walk = {.arena = arena, .bytes = bytes, .length = length, .at = 2};
    walk.kept = arena_alloc(arena, length + 2);
    keep(&walk, 0, 2);
    while (step(&walk))
        ;
    if (walk.form.fault == PICTURE_GOOD) {
        walk.form.bytes = walk.kept;
        walk.form.length = walk.kept_length;
        walk.form.plain = plain(&walk);
        walk.form.tint = walk.tint;
    }
    return walk.form;
}

/* ---- libjpeg -------------------------------------------------------------------------------- */

struct decoder {
    struct jpeg_error_mgr errors; /* first: the library hands it back */
    struct jpeg_decompress_struct jpeg;
    const struct picture_form *form;
    struct picture_canvas *canvas;
    jmp_buf out;
};

static void on_error(j_common_ptr jpeg) {
    struct decoder *decoder = (struct decoder *)(void *)jpeg->err;
    char why[JMSG_LENGTH_MAX];
    jpeg->err->format_message(jpeg, why);
    bool no_memory = jpeg->err->msg_code == JERR_OUT_OF_MEMORY;
    picture_blame(decoder->canvas, no_memory ? PICTURE_NO_MEMORY : PICTURE_DAMAGED, why);
    longjmp(decoder->out, 1);
}

/* Warnings (level below 0) tell of damage that the library would paint over. */
static void on_message(j_common_ptr jpeg, int level) {
    if (level < 0)
        on_error(jpeg);
}

static void on_output(j_common_ptr jpeg) {
    (void)jpeg;
}

static void read_rows(struct decoder *decoder) {
    struct jpeg_decompress_struct *jpeg = &decoder->jpeg;
    const size_t row = (size_t)decoder->form->width * 3;
    while (jpeg->output_scanline < jpeg->output_height) {
        JSAMPROW to = decoder->canvas->colour + jpeg->output_scanline * row;
        (void)jpeg_read_scanlines(jpeg, &to, 1);
    }
}

/* The one function that libjpeg's errors end in. */
static void run(struct decoder *decoder) {
    struct jpeg_decompress_struct *jpeg = &decoder->jpeg;
    if (setjmp(decoder->out) == 0) {
        jpeg_create_decompress(jpeg);
        jpeg->mem->max_memory_to_use = MEMORY_MOST;
        jpeg_mem_src(jpeg, decoder->form->bytes, decoder->form->length);
        (void)jpeg_read_header(jpeg, TRUE);
        jpeg->out_color_space = JCS_RGB;
        (void)jpeg_start_decompress(jpeg);
        bool same = jpeg->output_width == decoder->form->width &&
                    jpeg->output_height == decoder->form->height && jpeg->output_components == 3;
        if (same) {
            read_rows(decoder);
            (void)jpeg_finish_decompress(jpeg);
            picture_blame(decoder->canvas, PICTURE_GOOD, NULL);
        }
    }
    jpeg_destroy_decompress(jpeg);
}

void picturejpeg_decode(const struct picture_form *form, struct picture_canvas *canvas) {
    struct decoder decoder = {.form = form, .canvas = canvas};
    decoder.jpeg.err = jpeg_std_error(&decoder.errors);
    decoder.errors.error_exit = on_error;
    decoder.errors.emit_message = on_message;
    decoder.errors.output_message = on_output;
    picture_blame(canvas, PICTURE_DAMAGED, "its size is not what its header says");
    memset(canvas->alpha, 255, (size_t)form->width * form->height);
    run(&decoder);
}

#include "layout/chartlines.h"

#include "base/utf8.h"
#include "layout/style.h"
#include <string.h>

mp chartlines_width(const struct ink *ink, enum style style, const char *text, size_t bytes) {
    const struct style_spec *spec = style_spec(style);
    return shape_width(shape_text(ink->fonts, spec->role, text, bytes, NULL, ink->diags),
                       spec->size);
}

/* As many bytes of the word as fit: at least one character. */
static size_t fitting(const struct ink *ink, enum style style, const char *word, size_t bytes,
                      mp width) {
    size_t end = 0;
    utf8_next(word, bytes, &end);
    for (size_t next = end; next < bytes; end = next) {
        utf8_next(word, bytes, &next);
        if (chartlines_width(ink, style, word, next) > width)
            break;
    }
    return end;
}

/* The longest beginning that fits and ends before a blank; of a long word what fits. */
static size_t line_end(const struct ink *ink, enum style style, const char *text, mp width) {
    const size_t all = strcspn(text, "\n");
    size_t end = 0;
    for (size_t next = 0; next < all;) {
        next += text[next] == ' ';
        next += strcspn(text + next, " \n");
        if (chartlines_width(ink, style, text, next) > width)
            break;
        end = next;
    }
    return end > 0 || all == 0 ? end : fitting(ink, style, text, strcspn(text, " \n"), width);
}

static void report_cut(const struct ink *ink, const char *text) {
    diag_report_once(ink->diags, BP5050, (struct place){0}, text, (char *)NULL);
}

void chartlines_keep(const struct ink *ink, struct chartlines *lines, size_t most) {
    if (lines->count <= most)
        return;
    lines->count = most;
    report_cut(ink, lines->starts[0]);
}

struct chartlines chartlines_break(const struct ink *ink, enum style style, const char *text,
                                   mp width) {
    struct chartlines lines = {.count = 0};
    while (text && *text && lines.count < CHARTLINES_MOST) {
        const size_t bytes = line_end(ink, style, text, width);
        lines.starts[lines.count] = text;
        lines.bytes[lines.count++] = bytes;
        lines.width = length_max(lines.width, chartlines_width(ink, style, text, bytes));
        text += bytes;
        text += *text == ' ' || *text == '\n';
    }
    if (text && *text)
        report_cut(ink, lines.starts[0]);
    return lines;
}

void chartlines_draw(const struct ink *ink, const struct chartlines *lines, enum style style,
                     uint32_t colour, enum align align, struct point at) {
    const struct style_spec *spec = style_spec(style);
    for (size_t i = 0; i < lines->count; i++) {
        const struct shaped *shaped =
            shape_text(ink->fonts, spec->role, lines->starts[i], lines->bytes[i], NULL, ink->diags);
        const mp width = shape_width(shaped, spec->size);
        const mp left = align == ALIGN_CENTRE ? width / 2 : align == ALIGN_LEFT ? 0 : width;
        scene_add_shaped(ink->pen.scene, ink->pen.page, ink->pen.element, shaped, at.x - left,
                         at.y + spec->leading * (mp)i, spec->size, colour);
    }
}

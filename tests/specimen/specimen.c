/* specimen: one document with every text style, mark, table and chart, to be looked at.
 *
 *     specimen FILE.pdf [mono|rtl]
 *
 * Prints the findings of the layout and fails on any. */
#include "base/file.h"
#include "layout/layout.h"
#include "output/pdf.h"
#include "specimen/sample.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct document *specimen(struct arena *arena, struct fontset *fonts,
                                       const char *look) {
    const uint32_t han = (uint32_t)'H' << 24 | 'a' << 16 | 'n' << 8 | 'i';
    const bool chinese = fontset_fallback(fonts, FONT_REGULAR, 0x6218, han, "zh-Hans") != NULL;
    if (strcmp(look, "rtl") == 0)
        return sample_right_to_left(arena, chinese);
    struct document *document = sample_document(arena, chinese);
    document->monochrome = strcmp(look, "mono") == 0;
    return document;
}

int main(int argc, char **argv) {
    if (argc < 2 || argc > 3) {
        fprintf(stderr, "usage: specimen FILE.pdf [mono|rtl]\n");
        return 2;
    }
    const char *look = argc == 3 ? argv[2] : "";
    struct arena *arena = arena_new(0, NULL, NULL);
    struct diags *diags = diags_new(arena);
    struct fontset *fonts = fontset_open(arena, diags);
    int status = fonts ? 0 : 1;
    if (fonts) {
        const struct document *document = specimen(arena, fonts, look);
        const struct scene *scene = layout_document(arena, fonts, document, diags);
        struct textbuf out;
        textbuf_init(&out, arena);
        const char *why = scene_problem(scene);
        if (!why)
            pdf_render(arena, scene, NULL, &out, &why);
        FILE *file = why ? NULL : fopen(argv[1], "wb");
        if (why)
            fprintf(stderr, "%s\n", why);
        if (!file || fwrite(out.bytes, 1, out.length, file) != out.length || fclose(file) != 0)
            status = 1;
    }
    struct textbuf text;
    textbuf_init(&text, arena);
    diags_text(diags, &text, 50);
    fputs(textbuf_text(&text), stderr);
    status |= diags_count(diags, DIAG_WARNING) > 0;
    arena_free(arena);
    return status;
}

/* What writing the same glyphs costs without layout, tags or shaping: text pages (lines, divided by
 * form feeds) from standard input, through libharu's own text calls, to a PDF file.
 * bench_raw FONT.ttf OUT.pdf <text */
#include <hpdf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void stop(HPDF_STATUS status, HPDF_STATUS detail, void *user) {
    (void)user;
    fprintf(stderr, "libharu: %04lx %lu\n", status, detail);
    exit(1);
}

static HPDF_Page new_page(HPDF_Doc document, HPDF_Font font) {
    HPDF_Page page = HPDF_AddPage(document);
    HPDF_Page_SetSize(page, HPDF_PAGE_SIZE_A4, HPDF_PAGE_LANDSCAPE);
    HPDF_Page_BeginText(page);
    HPDF_Page_SetFontAndSize(page, font, 7);
    HPDF_Page_MoveTextPos(page, 30, 570);
    return page;
}

int main(int count, char **arguments) {
    if (count != 3)
        return 2;
    HPDF_Doc document = HPDF_New(stop, NULL);
    HPDF_UseUTFEncodings(document);
    HPDF_SetCompressionMode(document, HPDF_COMP_ALL);
    HPDF_Font font =
        HPDF_GetFont(document, HPDF_LoadTTFontFromFile(document, arguments[1], HPDF_TRUE), "UTF-8");
    HPDF_Page page = new_page(document, font);
    static char line[65536];
    while (fgets(line, sizeof line, stdin)) {
        char *text = line;
        line[strcspn(line, "\n")] = '\0';
        while (*text == '\f') {
            HPDF_Page_EndText(page);
            page = new_page(document, font);
            text++;
        }
        HPDF_Page_ShowText(page, text);
        HPDF_Page_MoveTextPos(page, 0, -8);
    }
    HPDF_Page_EndText(page);
    HPDF_SaveToFile(document, arguments[2]);
    HPDF_Free(document);
    return 0;
}

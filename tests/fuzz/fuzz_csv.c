/* Any bytes as a folder of CSV files: a line "#file NAME" begins one. */
#include "export/writecanonical.h"
#include "fuzzreader.h"

#define MARK      "#file "
#define PARTS     16
#define NAME_MOST 40u

/* Splits the bytes; what stands before the first mark is a file of its own. */
static size_t split(struct arena *arena, const char *text, size_t length,
                    struct workbook_part *parts) {
    size_t count = 0;
    const char *name = "measures.csv";
    while (length > 0 && count < PARTS) {
        const char *next = memmem(text, length, "\n" MARK, strlen("\n" MARK));
        size_t size = next ? (size_t)(next - text) + 1 : length;
        if (size >= strlen(MARK) && memcmp(text, MARK, strlen(MARK)) == 0) {
            const char *end = memchr(text, '\n', size);
            size_t head = end ? (size_t)(end - text) + 1 : size;
            size_t letters = head - strlen(MARK) - (end != NULL);
            name = arena_strndup(arena, text + strlen(MARK),
                                 letters < NAME_MOST ? letters : NAME_MOST);
            text += head;
            length -= head;
            size -= head;
        }
        parts[count++] = (struct workbook_part){name, name, text, size};
        text += size;
        length -= size;
    }
    return count;
}

static void fuzz_reader(struct arena *arena, const char *text, size_t length) {
    struct diags *diags = diags_new(arena);
    struct workbook_part parts[PARTS];
    struct workbook *workbook;
    struct textbuf out;
    textbuf_init(&out, arena);
    size_t count = split(arena, text, length, parts);
    if (workbook_read_parts(arena, "fuzz", parts, count, diags, &workbook) == WORKBOOK_READ) {
        workbook_dump(workbook, &out);
        writecanonical(workbook, false, &out);
    } else {
        assert(diags_count(diags, DIAG_ERROR) > 0); /* never a silent refusal */
    }
    diags_text(diags, &out, BOUND_DIAGS);
}

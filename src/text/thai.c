#include "text/thai.h"

#include "base/utf8.h"
#include "text/breaks.h"
#include <stdbool.h>
#include <thai/thbrk.h>

/* Letters looked at together; a longer row of them is divided wherever this many end. */
enum { MOST = 400 };

struct thai {
    struct arena *arena;
    ThBrk *dictionary; /* NULL: not yet sought, or there is none */
    bool sought;
};

/* Thai letters one after the other, in the bytes that the library takes (TIS-620). */
struct thai_row {
    thchar_t letters[MOST + 1];
    size_t ends[MOST]; /* of each, in the text */
    size_t count;
};

static bool is_thai(uint32_t rune) {
    return (rune >= 0x0E01 && rune <= 0x0E3A) || (rune >= 0x0E3F && rune <= 0x0E5B);
}

static void divide(ThBrk *dictionary, struct thai_row *row, uint8_t *kinds) {
    int places[MOST];
    row->letters[row->count] = 0;
    const int found = th_brk_find_breaks(dictionary, row->letters, places, MOST);
    for (int i = 0; i < found; i++) {
        const size_t letter = (size_t)places[i];
        if (letter > 0 && letter < row->count && kinds[row->ends[letter - 1] - 1] == BREAK_NO)
            kinds[row->ends[letter - 1] - 1] = BREAK_MAY;
    }
    row->count = 0;
}

static bool has_thai(const char *text, size_t bytes) {
    for (size_t i = 0; i + 2 < bytes; i++)
        if ((unsigned char)text[i] == 0xE0 &&
            ((unsigned char)text[i + 1] == 0xB8 || (unsigned char)text[i + 1] == 0xB9))
            return true;
    return false;
}

struct thai *thai_new(struct arena *arena) {
    struct thai *thai = arena_alloc(arena, sizeof *thai);
    thai->arena = arena;
    return thai;
}

static void release_dictionary(void *dictionary) {
    th_brk_delete(dictionary);
}

/* Opening it reads a file of some hundred kilobytes. */
static ThBrk *dictionary_of(struct thai *thai) {
    if (thai->sought)
        return thai->dictionary;
    thai->sought = true;
    thai->dictionary = th_brk_new(NULL);
    if (thai->dictionary)
        arena_defer(thai->arena, release_dictionary, thai->dictionary);
    return thai->dictionary;
}

void thai_find(struct thai *thai, const char *text, size_t bytes, uint8_t *kinds) {
    ThBrk *dictionary = has_thai(text, bytes) ? dictionary_of(thai) : NULL;
    if (!dictionary)
        return;
    struct thai_row row = {.count = 0};
    for (size_t i = 0; i < bytes;) {
        const uint32_t rune = utf8_next(text, bytes, &i);
        if (is_thai(rune)) {
            row.letters[row.count] = (thchar_t)(rune - 0x0E00 + 0xA0);
            row.ends[row.count++] = i;
        }
        if (row.count > 0 && (!is_thai(rune) || row.count == MOST))
            divide(dictionary, &row, kinds);
    }
    if (row.count > 0)
        divide(dictionary, &row, kinds);
}

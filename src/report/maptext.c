#include "report/maptext.h"

#include "text/breaks.h"
#include <string.h>

#define MEASURE     PT(1000)
#define SOFT_HYPHEN "\xC2\xAD"

static mp at_size(mp width, mp size) {
    return (mp)((int64_t)width * size / MEASURE);
}

static bool soft_hyphen_before(const char *text, size_t end) {
    return end >= 2 && memcmp(text + end - 2, SOFT_HYPHEN, 2) == 0;
}

static mp measured(struct arena *arena, struct fontset *fonts, enum font_role role,
                   const char *text, size_t bytes, struct diags *diags) {
    return bytes ? shape_measure(fonts, role, MEASURE, arena_strndup(arena, text, bytes), diags)
                 : 0;
}

struct map_words maptext_words(struct arena *arena, struct fontset *fonts, enum font_role role,
                               const char *text, const char *language, struct diags *diags) {
    size_t bytes = strlen(text);
    struct map_words out = {.text = text, .role = role};
    uint8_t *kinds = arena_array(arena, bytes + 1, sizeof *kinds);
    out.words = arena_array(arena, bytes + 1, sizeof *out.words);
    breaks_find(text, bytes, language, fontset_thai(fonts), kinds);
    mp blank = shape_measure(fonts, role, MEASURE, " ", diags);
    size_t start = 0;
    for (size_t i = 0; i < bytes; i++) {
        if (i + 1 < bytes && kinds[i] == BREAK_NO)
            continue;
        size_t end = i + 1;
        while (end > start && (text[end - 1] == ' ' || text[end - 1] == '\n'))
            end--;
        struct map_word *word = &out.words[out.count++];
        word->start = start;
        if (kinds[i] == BREAK_HYPHEN && soft_hyphen_before(text, end)) {
            end -= 2;
            word->hyphen = shape_measure(fonts, role, MEASURE, "-", diags);
        }
        word->bytes = end - start;
        word->width = measured(arena, fonts, role, text + start, end - start, diags);
        word->space = end < i + 1 && !word->hyphen ? blank : 0;
        word->must = i + 1 < bytes && kinds[i] == BREAK_MUST;
        out.widest = length_max(out.widest, word->width);
        start = i + 1;
    }
    return out;
}

bool maptext_fits(const struct map_words *words, mp size, mp width) {
    return at_size(words->widest, size) <= width;
}

/* Index after the last word of the line that begins with word `from`. */
static size_t line_end(const struct map_words *words, size_t from, mp size, mp width) {
    int64_t used = words->words[from].width;
    size_t end = from + 1;
    for (size_t i = end; i < words->count && !words->words[i - 1].must; i++) {
        used += words->words[i - 1].space + words->words[i].width;
        if (used * size / MEASURE > width)
            break;
        if ((used + words->words[i].hyphen) * size / MEASURE <= width)
            end = i + 1;
    }
    return end;
}

/* Lines that a word too wide for one takes. */
static size_t pieces_of(const struct map_word *word, mp size, mp width) {
    mp wide = at_size(word->width, size);
    if (wide <= width || width <= 0)
        return 1;
    return (size_t)((wide + width - 1) / width) + 1;
}

size_t maptext_count(const struct map_words *words, mp size, mp width) {
    size_t lines = 0;
    for (size_t i = 0; i < words->count;) {
        size_t end = line_end(words, i, size, width);
        lines += end == i + 1 ? pieces_of(&words->words[i], size, width) : 1;
        i = end;
    }
    return lines;
}

static bool continuation(char c) {
    return ((unsigned char)c & 0xC0) == 0x80;
}

static bool vowel(char c) {
    return c && strchr("aeiouyAEIOUY", c);
}

/* As many bytes of a word as fit with a hyphen: between a vowel and a consonant before a vowel if
 * possible, three letters at least on both sides. */
static size_t divide(struct arena *arena, struct fontset *fonts, const struct map_words *words,
                     const char *text, size_t bytes, mp size, mp width) {
    size_t fit = 0, fair = 0, good = 0, characters = 0;
    for (size_t i = 1; i < bytes; i++) {
        if (continuation(text[i]))
            continue;
        characters++;
        const char *part = arena_printf(arena, "%s-", arena_strndup(arena, text, i));
        if (shape_measure(fonts, words->role, size, part, NULL) > width)
            break;
        fit = i;
        if (bytes - i >= 3)
            fair = i;
        if (characters >= 3 && bytes - i >= 3 && vowel(text[i - 1]) && !vowel(text[i]) &&
            vowel(text[i + 1]))
            good = i;
    }
    if (good)
        return good;
    if (fit)
        return fair ? fair : fit;
    size_t first = 1;
    while (first < bytes && continuation(text[first]))
        first++;
    return first;
}

static void add_divided(struct arena *arena, struct fontset *fonts, const struct map_words *words,
                        const struct map_word *word, mp size, mp width, struct map_lines *out) {
    const char *text = words->text + word->start;
    size_t left = word->bytes;
    out->broken = true;
    while (left) {
        const char *rest = arena_strndup(arena, text, left);
        if (shape_measure(fonts, words->role, size, rest, NULL) <= width) {
            out->lines[out->count++] = rest;
            return;
        }
        size_t bytes = divide(arena, fonts, words, text, left, size, width);
        bool hyphen = bytes < left && text[bytes - 1] != '-';
        out->lines[out->count++] =
            arena_printf(arena, hyphen ? "%s-" : "%s", arena_strndup(arena, text, bytes));
        text += bytes;
        left -= bytes;
    }
}

/* The words of a line with what stands between them, which soft hyphens do not. */
static const char *line_of(struct arena *arena, const struct map_words *words, size_t from,
                           size_t end) {
    struct textbuf line;
    textbuf_init(&line, arena);
    for (size_t i = from; i < end; i++) {
        const struct map_word *word = &words->words[i];
        const size_t after = word->start + word->bytes;
        textbuf_bytes(&line, words->text + word->start, word->bytes);
        if (i + 1 < end && !word->hyphen)
            textbuf_bytes(&line, words->text + after, words->words[i + 1].start - after);
        else if (i + 1 == end && word->hyphen && end < words->count)
            textbuf_char(&line, '-');
    }
    return textbuf_text(&line);
}

struct map_lines maptext_lines(struct arena *arena, struct fontset *fonts,
                               const struct map_words *words, mp size, mp width) {
    struct map_lines out = {.lines =
                                arena_array(arena, strlen(words->text) + 1, sizeof *out.lines)};
    size_t wanted = maptext_count(words, size, width);
    mp low = length_min(at_size(words->widest, size), width), high = width;
    while (high - low > 200) {
        mp middle = low + (high - low) / 2;
        if (maptext_count(words, size, middle) <= wanted)
            high = middle;
        else
            low = middle;
    }
    for (size_t i = 0; i < words->count;) {
        size_t end = line_end(words, i, size, high);
        const struct map_word *first = &words->words[i];
        if (end == i + 1 && at_size(first->width, size) > width)
            add_divided(arena, fonts, words, first, size, width, &out);
        else
            out.lines[out.count++] = line_of(arena, words, i, end);
        i = end;
    }
    return out;
}

struct map_piece *maptext_add(struct arena *arena, struct fontset *fonts, struct map_layout *layout,
                              enum map_holder holder, int index, struct map_text_style style, mp x,
                              mp baseline, const char *text, struct diags *diags) {
    struct map_piece *piece = vec_add(arena, &layout->pieces);
    *piece = (struct map_piece){.kind = PIECE_TEXT, .holder = holder, .index = index};
    piece->text = text;
    piece->role = style.kind;
    piece->size = style.size;
    piece->fill = style.colour;
    piece->shaped = shape_text(fonts, style.role, text, strlen(text), style.language, diags);
    mp width = shape_width(piece->shaped, style.size);
    piece->x = style.align == MAP_RIGHT ? x - width : style.align == MAP_CENTRE ? x - width / 2 : x;
    piece->baseline = baseline;
    piece->rect =
        (struct rect){piece->x, baseline - style.size * 3 / 4, width, style.size * 19 / 20};
    return piece;
}

const char *maptext_shorten(struct arena *arena, struct fontset *fonts, enum font_role role,
                            mp size, const char *text, mp width, bool *cut, struct diags *diags) {
    *cut = false;
    if (shape_measure(fonts, role, size, text, diags) <= width)
        return text;
    *cut = true;
    /* From the front: a text may be a thousand times longer than its line. */
    const char *best = "";
    for (size_t bytes = 1; text[bytes]; bytes++) {
        if (continuation(text[bytes]))
            continue;
        size_t end = bytes;
        while (end > 0 && (text[end - 1] == ' ' || text[end - 1] == ','))
            end--;
        const char *part = arena_printf(arena, "%.*s\u2026", (int)end, text);
        if (shape_measure(fonts, role, size, part, diags) > width)
            break;
        best = part;
    }
    diag_report_once(diags, BP5053, (struct place){0}, text, (char *)NULL);
    return best;
}

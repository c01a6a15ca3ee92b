#include "report/wordbook.h"

#include "base/textbuf.h"
#include "report/pagefile.h"
#include "report/wordcheck.h"

#include <assert.h>
#include <string.h>

struct reader {
    struct arena *arena;
    struct diags *diags;
    const char *path;
    const struct words *english; /* what is held against it, or NULL */
    struct words *words;
    const char *language;
    struct place root;
};

static void element(void *user, const struct xmlread_element *element, struct place place) {
    struct reader *reader = user;
    if (strcmp(element->name, "words") == 0) {
        reader->language = pagefile_value(reader->arena, element, "language");
        reader->root = place;
    } else if (strcmp(element->name, "numbers") == 0) {
        const struct number_format numbers = pagefile_numbers(reader->arena, element);
        reader->words =
            words_new(reader->arena, reader->diags, reader->path, reader->language, &numbers);
    }
}

static void word(void *user, const char *key, const char *text, struct place place) {
    struct reader *reader = user;
    const struct wordcheck check = {reader->arena, reader->diags, place, reader->language,
                                    reader->english};
    if (!reader->english || wordcheck_text(&check, key, text)) {
        bool first = words_add(reader->words, key, text);
        assert(first); /* the schema allows a key once */
        (void)first;
    }
}

static struct words *read_words(const struct pagefile *file, const struct words *english) {
    struct reader reader = {
        .arena = file->arena, .diags = file->diags, .path = file->path, .english = english};
    const struct pagefile_reader to = {element, word, &reader};
    size_t errors = diags_count(file->diags, DIAG_ERROR);
    if (!pagefile_read(file, &to))
        return NULL;
    if (english && diags_count(file->diags, DIAG_ERROR) == errors)
        wordcheck_complete(reader.words, english, reader.root, file->diags);
    return diags_count(file->diags, DIAG_ERROR) > errors ? NULL : reader.words;
}

struct words *wordbook_read(struct arena *arena, const char *path, const char *bytes, size_t length,
                            struct diags *diags) {
    const struct pagefile file = {
        .arena = arena, .diags = diags, .path = path, .bytes = bytes, .length = length};
    if (!pagefile_valid(&file, "words.xsd"))
        return NULL;
    const struct words *english = wordbook_builtin(arena, "en", diags);
    assert(english);
    return read_words(&file, english);
}

struct words *wordbook_builtin(struct arena *arena, const char *language, struct diags *diags) {
    const struct pagefile file = pagefile_language(arena, "words", language, diags);
    return file.table ? read_words(&file, NULL) : NULL;
}

bool wordbook_replace(struct arena *arena, struct words *words, const char *key, const char *text,
                      struct place place, struct diags *diags) {
    const struct wordcheck check = {arena, diags, place, words_language(words), words};
    return wordcheck_text(&check, key, text) && words_replace(words, key, text);
}

bool wordbook_has(struct arena *arena, const char *language) {
    return pagefile_language(arena, "words", language, NULL).table &&
           pagefile_language(arena, "sentences", language, NULL).table;
}

const char *wordbook_languages(struct arena *arena) {
    static const char *const known[] = {"ar", "de", "en", "es", "fr", "ja", "pt"};
    struct textbuf out;
    textbuf_init(&out, arena);
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (wordbook_has(arena, known[i])) {
            textbuf_str(&out, *textbuf_text(&out) ? ", " : "");
            textbuf_str(&out, known[i]);
        }
    return textbuf_text(&out);
}

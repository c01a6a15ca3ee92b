#include "report/wordbook.h"

#include "base/embedded.h"
#include "base/textbuf.h"
#include "report/wordcheck.h"
#include "xml/xmlcheck.h"
#include "xml/xmlread.h"

#include <assert.h>
#include <string.h>

struct reader {
    struct arena *arena;
    struct diags *diags;
    const char *path;
    const struct words *english; /* what is held against it, or NULL */
    struct words *words;
    const char *language, *key; /* of the catalogue, and of the word being read */
    struct place place, root;
    struct textbuf text;
};

static const char *copy(struct reader *reader, const struct xmlread_element *element,
                        const char *name) {
    return arena_strdup(reader->arena, xmlread_value(element, "", name));
}

static void read_numbers(struct reader *reader, const struct xmlread_element *element) {
    const struct number_format numbers = {
        .decimal_mark = copy(reader, element, "decimal"),
        .group_mark = copy(reader, element, "group"),
        .minus = copy(reader, element, "minus"),
        .group_from_digits = (unsigned)(xmlread_value(element, "", "group-from")[0] - '0')};
    reader->words =
        words_new(reader->arena, reader->diags, reader->path, reader->language, &numbers);
}

static bool start(void *user, const struct xmlread_element *element) {
    struct reader *reader = user;
    reader->place =
        (struct place){.file = reader->path, .line = element->line, .column = element->column};
    if (strcmp(element->name, "words") == 0) {
        reader->language = copy(reader, element, "language");
        reader->root = reader->place;
    } else if (strcmp(element->name, "numbers") == 0) {
        read_numbers(reader, element);
    } else {
        reader->key = copy(reader, element, "key");
    }
    textbuf_clear(&reader->text);
    return true;
}

static bool text(void *user, const char *bytes, size_t length) {
    struct reader *reader = user;
    if (reader->key)
        textbuf_bytes(&reader->text, bytes, length);
    return true;
}

static bool end(void *user) {
    struct reader *reader = user;
    if (!reader->key)
        return true;
    const struct wordcheck check = {reader->arena, reader->diags, reader->place, reader->language,
                                    reader->english};
    const char *word = textbuf_text(&reader->text);
    if (!reader->english || wordcheck_text(&check, reader->key, word)) {
        bool first = words_add(reader->words, reader->key, word);
        assert(first); /* the schema allows a key once */
        (void)first;
    }
    reader->key = NULL;
    return true;
}

static struct words *read_words(struct arena *arena, const char *path, const char *bytes,
                                size_t length, const struct words *english, struct diags *diags) {
    struct reader reader = {.arena = arena, .diags = diags, .path = path, .english = english};
    textbuf_init(&reader.text, arena);
    const struct xmlread_handler handler = {start, end, text, &reader};
    size_t errors = diags_count(diags, DIAG_ERROR);
    if (xmlread_parse(arena, path, bytes, length, diags, &handler) != XMLREAD_DONE)
        return NULL;
    if (english && diags_count(diags, DIAG_ERROR) == errors)
        wordcheck_complete(reader.words, english, reader.root, diags);
    return diags_count(diags, DIAG_ERROR) > errors ? NULL : reader.words;
}

static const struct embedded *file_of(struct arena *arena, const char *family,
                                      const char *language) {
    return embedded_file(
        arena_printf(arena, "%s.%.*s.xml", family, (int)strcspn(language, "-"), language));
}

struct words *wordbook_read(struct arena *arena, const char *path, const char *bytes, size_t length,
                            struct diags *diags) {
    const struct embedded *schema = embedded_file("words.xsd");
    if (!schema ||
        !xmlcheck_valid(arena, path, bytes, length, schema->bytes, schema->length, diags))
        return NULL;
    const struct words *english = wordbook_builtin(arena, "en", diags);
    assert(english);
    return read_words(arena, path, bytes, length, english, diags);
}

/* A test holds the embedded catalogues to the schema and to English, so a run need not. */
struct words *wordbook_builtin(struct arena *arena, const char *language, struct diags *diags) {
    const struct embedded *file = file_of(arena, "words", language);
    return file ? read_words(arena, file->name, file->bytes, file->length, NULL, diags) : NULL;
}

bool wordbook_replace(struct arena *arena, struct words *words, const char *key, const char *text,
                      struct place place, struct diags *diags) {
    const struct wordcheck check = {arena, diags, place, words_language(words), words};
    return wordcheck_text(&check, key, text) && words_replace(words, key, text);
}

bool wordbook_has(struct arena *arena, const char *language) {
    return file_of(arena, "words", language) && file_of(arena, "sentences", language);
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

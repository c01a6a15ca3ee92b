#include "text/hyphenrules.h"

#include "base/ascii.h"
#include "base/idmap.h"
#include "base/vec.h"
#include <stdint.h>
#include <string.h>

#define NONE UINT32_MAX

enum { BUCKETS = 4096, LEVELS = 2 };

struct rule {
    uint32_t from, length; /* its line */
    uint32_t next;         /* of the same bucket, or NONE */
    bool taken;
};

struct level {
    uint32_t heads[BUCKETS]; /* first rule of each bucket, by the first two letters */
    VEC(struct rule) rules;
    VEC(uint32_t) taken; /* rules that bear on the words at hand */
    struct textbuf orders, beginnings;
    struct idmap *begun; /* beginnings so far: the library loses memory over equal lines */
};

struct hyphenrules {
    struct arena *arena;
    const char *bytes;
    const char *charset;
    bool latin1;
    struct level *levels[LEVELS];
    size_t level_count;
};

static struct level *new_level(struct arena *arena) {
    struct level *level = arena_alloc(arena, sizeof *level);
    for (size_t i = 0; i < BUCKETS; i++)
        level->heads[i] = NONE;
    textbuf_init(&level->orders, arena);
    textbuf_init(&level->beginnings, arena);
    return level;
}

/* ---- reading --------------------------------------------------------------------------------- */

static bool is_digit_or_stop(char c) {
    return ascii_digit(c) || c == '.';
}

static size_t bucket_of(char first, char second) {
    return ((unsigned char)first * 37u + (unsigned char)second) % BUCKETS;
}

/* The first two letters of a rule; the second is 0 if there is one only, both if there is none. */
static void first_letters(const char *line, size_t length, char letters[2]) {
    size_t found = 0;
    letters[0] = letters[1] = '\0';
    for (size_t i = 0; i < length && found < 2 && line[i] != '/'; i++)
        if (!is_digit_or_stop(line[i]))
            letters[found++] = line[i];
}

static void add_rule(struct hyphenrules *rules, struct level *level, size_t from, size_t length) {
    char letters[2];
    first_letters(rules->bytes + from, length, letters);
    uint32_t *head = &level->heads[bucket_of(letters[0], letters[1])];
    const struct rule rule = {
        .from = (uint32_t)from, .length = (uint32_t)length, .next = *head, .taken = false};
    *head = (uint32_t)level->rules.count;
    vec_push(rules->arena, &level->rules, rule);
}

static bool line_is(const char *line, size_t length, const char *word) {
    return length == strlen(word) && memcmp(line, word, length) == 0;
}

static void add_line(struct hyphenrules *rules, size_t from, size_t length) {
    const char *line = rules->bytes + from;
    struct level *level = rules->levels[rules->level_count - 1];
    if (line_is(line, length, "NEXTLEVEL") && rules->level_count < LEVELS) {
        rules->levels[rules->level_count++] = new_level(rules->arena);
    } else if (ascii_upper(*line)) {
        textbuf_bytes(&level->orders, line, length);
        textbuf_char(&level->orders, '\n');
    } else if (*line != '%' && *line != '#') {
        add_rule(rules, level, from, length);
    }
}

struct hyphenrules *hyphenrules_new(struct arena *arena, const char *bytes, size_t length) {
    struct hyphenrules *rules = arena_alloc(arena, sizeof *rules);
    rules->arena = arena;
    rules->bytes = bytes;
    rules->levels[rules->level_count++] = new_level(arena);
    for (size_t from = 0; from < length && length < NONE;) {
        const char *end = memchr(bytes + from, '\n', length - from);
        const size_t next = end ? (size_t)(end - bytes) + 1 : length;
        size_t count = next - from - (end != NULL);
        while (count > 0 && (bytes[from + count - 1] == '\r' || bytes[from + count - 1] == ' '))
            count--;
        if (from == 0)
            rules->charset = arena_strndup(arena, bytes, count);
        else if (count > 0)
            add_line(rules, from, count);
        from = next;
    }
    rules->latin1 = rules->charset && strcmp(rules->charset, "ISO8859-1") == 0;
    const bool utf8 = rules->charset && strcmp(rules->charset, "UTF-8") == 0;
    return rules->latin1 || utf8 ? rules : NULL;
}

bool hyphenrules_latin1(const struct hyphenrules *rules) {
    return rules->latin1;
}

/* ---- choosing -------------------------------------------------------------------------------- */

/* How far a rule's letters agree with a text. */
struct agreement {
    size_t letters;
    bool all;    /* the rule bears on it */
    bool dotted; /* the rule is one for beginnings of words */
};

static struct agreement agree(const char *line, size_t length, const char *text) {
    struct agreement found = {.letters = 0, .all = true, .dotted = *line == '.'};
    for (size_t i = 0; i < length && line[i] != '/'; i++) {
        if (is_digit_or_stop(line[i]))
            continue;
        if (line[i] != text[found.letters]) {
            found.all = false;
            break;
        }
        found.letters++;
    }
    return found;
}

/* What the library reads of a word it follows through the beginnings of rules, and a rule that
 * begins like the word keeps it from others that begin later: therefore the longest beginning
 * counts too, without its digits. */
static void add_beginning(const struct hyphenrules *rules, struct level *level, const char *text,
                          size_t letters, bool dotted) {
    while (letters > 0 && !rules->latin1 && ((unsigned char)text[letters] & 0xC0) == 0x80)
        letters--;
    if (letters == 0)
        return;
    const char *line = arena_printf(rules->arena, "%s%.*s", dotted ? "." : "", (int)letters, text);
    const size_t count = idmap_count(level->begun);
    if (idmap_put(level->begun, line, count) < count)
        return;
    textbuf_str(&level->beginnings, line);
    textbuf_char(&level->beginnings, '\n');
}

/* How far rules agree with a text: those that bear on it, and others. */
struct reach {
    size_t whole[2], part[2]; /* by whether the rule is for beginnings of words */
};

static void look_in(const struct hyphenrules *rules, struct level *level, size_t bucket,
                    const char *text, struct reach *reach) {
    for (uint32_t at = level->heads[bucket]; at != NONE; at = level->rules.items[at].next) {
        struct rule *rule = &level->rules.items[at];
        const struct agreement found = agree(rules->bytes + rule->from, rule->length, text);
        size_t *longest = found.all ? reach->whole : reach->part;
        if (found.letters > longest[found.dotted])
            longest[found.dotted] = found.letters;
        if (!found.all || rule->taken)
            continue;
        rule->taken = true;
        vec_push(rules->arena, &level->taken, at);
    }
}

static void look_at_word(const struct hyphenrules *rules, struct level *level, const char *word) {
    for (const char *text = word; *text; text++) {
        struct reach reach = {.whole = {0, 0}};
        look_in(rules, level, bucket_of(text[0], '\0'), text, &reach);
        if (text[1])
            look_in(rules, level, bucket_of(text[0], text[1]), text, &reach);
        for (int dotted = 0; dotted < 2; dotted++)
            if (reach.part[dotted] > reach.whole[dotted])
                add_beginning(rules, level, text, reach.part[dotted], dotted);
    }
}

/* Beginnings before rules, and rules in the order of the file, which buckets turn round: of equal
 * letters the later line decides. */
static void write_level(const struct hyphenrules *rules, struct level *level, struct textbuf *out) {
    textbuf_bytes(out, level->orders.bytes, level->orders.length);
    textbuf_bytes(out, level->beginnings.bytes, level->beginnings.length);
    for (size_t i = level->taken.count; i-- > 0;) {
        struct rule *rule = &level->rules.items[level->taken.items[i]];
        textbuf_bytes(out, rules->bytes + rule->from, rule->length);
        textbuf_char(out, '\n');
        rule->taken = false;
    }
    level->taken.count = 0;
    textbuf_clear(&level->beginnings);
}

void hyphenrules_select(struct hyphenrules *rules, const char *const *words, size_t count,
                        struct textbuf *out) {
    textbuf_str(out, rules->charset);
    textbuf_char(out, '\n');
    for (size_t i = 0; i < rules->level_count; i++) {
        struct level *level = rules->levels[i];
        level->begun = idmap_new(rules->arena);
        for (size_t k = 0; k < count; k++)
            look_at_word(rules, level, words[k]);
        if (i > 0)
            textbuf_str(out, "NEXTLEVEL\n");
        write_level(rules, level, out);
    }
}

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "layout/linebreak.h"
#include <stdio.h>

static struct arena *arena;
static struct linebreak work;

static int setup(void **state) {
    (void)state;
    arena = arena_new(0, NULL, NULL);
    work = (struct linebreak){.lines = {0}};
    return arena ? 0 : -1;
}

static int teardown(void **state) {
    (void)state;
    arena_free(arena);
    return 0;
}

enum { BLANK = 160, LETTER = 160 };

static enum linebreak_pause pause_after(const char *text, const char *at) {
    if (at == text)
        return PAUSE_NONE;
    return at[-1] == ';' ? PAUSE_CLAUSE : at[-1] == ',' ? PAUSE_COMMA : PAUSE_NONE;
}

/* Words of letters of one width; '|' before a word's blank is a line feed, '~' a place to divide.
 */
static size_t words_of(const char *text, struct linebreak_word *words) {
    size_t count = 0;
    mp letters = 0;
    for (const char *at = text;; at++) {
        if (*at && *at != ' ' && *at != '~' && *at != '|') {
            letters++;
            continue;
        }
        words[count++] =
            (struct linebreak_word){.width = letters * LETTER + (*at == ' ' ? BLANK : 0),
                                    .trailing = *at == ' ' ? BLANK : 0,
                                    .hyphen = *at == '~' ? LETTER : 0,
                                    .pause = pause_after(text, at),
                                    .ends_line = *at == '|'};
        letters = 0;
        if (!*at)
            return count;
    }
}

/* Words on each line, as digits; '-' after a line that ends inside a word. */
static const char *broken(const char *text, int letters, bool balanced) {
    static char out[128];
    struct linebreak_word words[64];
    const size_t count = words_of(text, words);
    linebreak(&work, arena, words, count, letters * LETTER, balanced);
    size_t to = 0, from = 0;
    for (size_t i = 0; i < work.lines.count; i++) {
        to += (size_t)snprintf(out + to, sizeof out - to, "%zu%s", work.lines.items[i].end - from,
                               work.lines.items[i].hyphen ? "-" : "");
        from = work.lines.items[i].end;
    }
    assert_int_equal(from, count);
    return out;
}

static void what_fits_stands_on_one_line(void **state) {
    (void)state;
    assert_string_equal(broken("aaa bbb ccc", 11, false), "3");
    assert_int_equal(work.lines.items[0].width, 11 * LETTER);
}

static void line_feeds_are_kept(void **state) {
    (void)state;
    assert_string_equal(broken("aa bb|cc|dd ee ff", 20, false), "213");
}

static void lines_are_about_equally_full(void **state) {
    (void)state;
    /* Filled as far as it goes: "aaaa bb c" and then "dddddd" alone on the second of three. */
    assert_string_equal(broken("aaaa bb cc dddddd eeeeeeeee fff", 10, false), "2211");
}

static void no_more_lines_than_needed(void **state) {
    (void)state;
    assert_string_equal(broken("aaaaaaaaa b cc ddd", 11, false), "22");
}

static void the_last_line_is_not_one_short_word(void **state) {
    (void)state;
    assert_string_equal(broken("aaaaa bbbbb ccccc ddddd ee", 23, false), "32");
    assert_string_equal(broken("aaaaa bbbbb ccccc ddddd eeeeee", 23, false), "41");
}

static void a_balanced_setting_counts_the_last_line(void **state) {
    (void)state;
    assert_string_equal(broken("aaaa bbbb cccc dddd eeee", 19, false), "41");
    assert_string_equal(broken("aaaa bbbb cccc dddd eeee", 19, true), "32");
}

static void a_title_breaks_where_a_clause_ends(void **state) {
    (void)state;
    assert_string_equal(broken("aaaa bbbb cccc dddd eeee ffff", 24, true), "33");
    assert_string_equal(broken("aaaa bbb; cccc dddd eeee ffff", 24, true), "24");
    assert_string_equal(broken("aaaa bbbb cccc ddd, eeee ffff", 24, true), "42");
    /* The end of a clause before a comma; neither where one line is far longer; not in a text. */
    assert_string_equal(broken("aaaa bbb; cccc ddd, eeee ffff", 24, true), "24");
    assert_string_equal(broken("aaa, bbbb cccc dddd eeee ffff", 28, true), "33");
    assert_string_equal(broken("aaaa bbb; cccc dddd eeee ffff", 24, false), "51");
}

static void words_are_divided_only_where_a_line_would_be_bad(void **state) {
    (void)state;
    assert_string_equal(broken("aaaaaaa bbbb~bbbb cc", 12, false), "13");
    assert_string_equal(broken("aaaa bbbbbb~bbbbbb cc", 14, false), "2-2");
    assert_int_equal(work.lines.items[0].width, 12 * LETTER);
    /* Titles never. */
    assert_string_equal(broken("aaaa bbbbbb~bbbbbb cc", 14, true), "121");
}

static void a_hyphen_needs_its_room(void **state) {
    (void)state;
    assert_string_equal(broken("aaaa bbbbbb~bbbbbb cc", 12, false), "2-2");
    assert_string_equal(broken("aaaa bbbb~bb~bbbbbb c", 11, false), "2-3");
}

static void a_word_that_does_not_fit_stands_alone(void **state) {
    (void)state;
    assert_string_equal(broken("aa bbbbbbbbbbbb cc", 6, false), "111");
    assert_int_equal(work.lines.items[1].width, 12 * LETTER);
    assert_string_equal(broken("aa bbbbb~bbbbbbb cc", 9, false), "2-11");
}

/* ---- against every setting there is ---------------------------------------------------------- */

struct best {
    size_t lines;
    int64_t cost;
};

/* The sum of squares of all settings of words from..count, tried one after the other. */
static struct best try_all(const struct linebreak_word *words, size_t count, size_t from,
                           mp width) {
    struct best best = {SIZE_MAX, INT64_MAX};
    mp x = 0;
    for (size_t end = from + 1; end <= count; end++) {
        x += words[end - 1].width;
        const mp used = x - words[end - 1].trailing;
        if (used > width)
            break;
        if (end == count)
            return (struct best){1, 0};
        const struct best rest = try_all(words, count, end, width);
        const int64_t left = (width - used) / 16;
        const struct best all = {rest.lines + 1, rest.cost + left * left};
        if (all.lines < best.lines || (all.lines == best.lines && all.cost < best.cost))
            best = all;
    }
    return best;
}

static void no_setting_is_less_ragged(void **state) {
    (void)state;
    unsigned long random = 7;
    for (int round = 0; round < 300; round++) {
        struct linebreak_word words[14];
        const size_t count = 6 + (size_t)round % 9;
        for (size_t i = 0; i < count; i++) {
            random = random * 1103515245u + 12345u;
            words[i] = (struct linebreak_word){
                .width = (mp)(2 + random / 65536 % 8) * LETTER + BLANK, .trailing = BLANK};
        }
        words[count - 1].width = 9 * LETTER + BLANK; /* no short last word */
        const mp width = 20 * LETTER;
        const struct best best = try_all(words, count, 0, width);
        linebreak(&work, arena, words, count, width, false);
        int64_t cost = 0;
        for (size_t i = 0; i + 1 < work.lines.count; i++) {
            const int64_t left = (width - work.lines.items[i].width) / 16;
            cost += left * left;
        }
        assert_int_equal(work.lines.count, best.lines);
        assert_int_equal(cost, best.cost);
    }
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void) {
    const struct CMUnitTest tests[] = {CASE(what_fits_stands_on_one_line),
                                       CASE(line_feeds_are_kept),
                                       CASE(lines_are_about_equally_full),
                                       CASE(no_more_lines_than_needed),
                                       CASE(the_last_line_is_not_one_short_word),
                                       CASE(a_balanced_setting_counts_the_last_line),
                                       CASE(a_title_breaks_where_a_clause_ends),
                                       CASE(words_are_divided_only_where_a_line_would_be_bad),
                                       CASE(a_hyphen_needs_its_room),
                                       CASE(a_word_that_does_not_fit_stands_alone),
                                       CASE(no_setting_is_less_ragged)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

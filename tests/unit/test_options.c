#include "app/options.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

static int make_arena(void **state) {
    *state = arena_new(0, NULL, NULL);
    return *state ? 0 : -1;
}

static int drop_arena(void **state) {
    arena_free(*state);
    return 0;
}

#define MOST 8

/* Parses words divided by blanks. */
static const char *parse(struct arena *arena, const char *line, struct options *out) {
    char *words[MOST];
    int count = 0;
    char *copy = arena_strdup(arena, line);
    for (char *at = copy; *at && count < MOST; count++) {
        words[count] = at;
        at += strcspn(at, " ");
        if (*at)
            *at++ = '\0';
    }
    return options_parse(arena, count, words, out);
}

static void assert_says(const char *message, const char *part) {
    assert_non_null(message);
    if (!strstr(message, part))
        fail_msg("'%s' does not say '%s'", message, part);
}

static void a_command_its_operand_and_options_in_any_order_are_read(void **state) {
    struct options options;
    assert_null(parse(*state, "build -o out book.xml --unit=E1 --quiet", &options));
    assert_int_equal(options.command, COMMAND_BUILD);
    assert_string_equal(options.value[SWITCH_OUTPUT], "out");
    assert_string_equal(options.value[SWITCH_UNIT], "E1");
    assert_true(options.given[SWITCH_QUIET]);
    assert_false(options.given[SWITCH_VERBOSE]);
    assert_int_equal(options.operand_count, 1);
    assert_string_equal(options.operands[0], "book.xml");
}

static void letters_stand_alone_together_or_with_their_argument(void **state) {
    struct options options;
    assert_null(parse(*state, "build -qvoout book.xml", &options));
    assert_true(options.given[SWITCH_QUIET] && options.given[SWITCH_VERBOSE]);
    assert_string_equal(options.value[SWITCH_OUTPUT], "out");
}

static void the_last_of_two_equal_options_counts(void **state) {
    struct options options;
    assert_null(parse(*state, "assess --format=csv --format json x", &options));
    assert_int_equal(options.choice[SWITCH_FORMAT], 2);
}

static void what_may_be_repeated_gathers_its_arguments(void **state) {
    struct options options;
    assert_null(parse(*state, "check --ignore=BP3502,BP3102 x --ignore BP3704", &options));
    assert_string_equal(options.value[SWITCH_IGNORE], "BP3502,BP3102,BP3704");
}

static void the_same_long_name_means_each_command_its_own(void **state) {
    struct options options;
    assert_null(parse(*state, "map --format=png -o y x", &options));
    assert_int_equal(options.choice[SWITCH_MAP_FORMAT], 1);
    assert_false(options.given[SWITCH_FORMAT]);
    assert_says(parse(*state, "map --format=csv -o y x", &options), "svg|png");
}

static void two_hyphens_end_the_options_and_one_is_an_operand(void **state) {
    struct options options;
    assert_null(parse(*state, "check -- --odd", &options));
    assert_string_equal(options.operands[0], "--odd");
    assert_null(parse(*state, "check -", &options));
    assert_string_equal(options.operands[0], "-");
}

static void help_needs_no_workbook(void **state) {
    struct options options;
    assert_null(parse(*state, "--help", &options));
    assert_int_equal(options.command, COMMAND_NONE);
    assert_null(parse(*state, "packet -h", &options));
    assert_true(options.given[SWITCH_HELP]);
}

static void what_is_wrong_is_said(void **state) {
    struct options options;
    assert_says(parse(*state, "", &options), "no command");
    assert_says(parse(*state, "chek x", &options), "did you mean 'check'");
    assert_says(parse(*state, "check --faill-on=error x", &options), "did you mean '--fail-on'");
    assert_says(parse(*state, "check -z x", &options), "'-z'");
    assert_says(parse(*state, "check -q", &options), "wants a workbook");
    assert_says(parse(*state, "check a b", &options), "'b'");
    assert_says(parse(*state, "schema a", &options), "'a'");
    assert_says(parse(*state, "build x", &options), "wants -o");
    assert_null(parse(*state, "packet --emit=scene x", &options));
    assert_says(parse(*state, "check --period", &options), "wants an argument");
    assert_says(parse(*state, "check --quiet=1 x", &options), "no argument");
    assert_says(parse(*state, "check --fail-on= x", &options), "warning|error");
    assert_says(parse(*state, "check --fail-on=warn x", &options), "not 'warn'");
}

static void every_option_stands_in_the_help_of_its_commands(void **state) {
    struct textbuf help, manual, completion;
    textbuf_init(&help, *state);
    textbuf_init(&manual, *state);
    textbuf_init(&completion, *state);
    options_help(COMMAND_MAP, &help);
    options_manual(&manual);
    options_completion(&completion);
    assert_says(textbuf_text(&help), "-o, --output=PATH");
    assert_says(textbuf_text(&help), "--layout-json=FILE");
    assert_null(strstr(textbuf_text(&help), "--emit"));
    assert_says(textbuf_text(&manual), "\\-layout\\-json");
    assert_says(textbuf_text(&completion), "--layout-json=");
}

static void no_line_of_the_help_is_wider_than_a_page(void **state) {
    for (int command = 0; command <= COMMAND_NONE; command++) {
        struct textbuf help;
        textbuf_init(&help, *state);
        options_help((enum command_id)command, &help);
        for (const char *line = textbuf_text(&help); *line;) {
            size_t width = strcspn(line, "\n");
            assert_true(width <= 100);
            assert_true(width == 0 || line[width - 1] != ' ');
            line += width + 1;
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, make_arena, drop_arena)
        TEST(a_command_its_operand_and_options_in_any_order_are_read),
        TEST(letters_stand_alone_together_or_with_their_argument),
        TEST(the_last_of_two_equal_options_counts),
        TEST(what_may_be_repeated_gathers_its_arguments),
        TEST(the_same_long_name_means_each_command_its_own),
        TEST(two_hyphens_end_the_options_and_one_is_an_operand),
        TEST(help_needs_no_workbook),
        TEST(what_is_wrong_is_said),
        TEST(every_option_stands_in_the_help_of_its_commands),
        TEST(no_line_of_the_help_is_wider_than_a_page),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

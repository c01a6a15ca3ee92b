#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "pagecase.h"
#include "report/pagefile.h"
#include <string.h>

/* What was read, one line a call. */
struct seen {
    struct arena *arena;
    const char *all;
};

static void element(void *user, const struct xmlread_element *element, struct place place) {
    struct seen *seen = user;
    seen->all = arena_printf(seen->arena, "%s<%s %u>", seen->all, element->name, place.line);
}

static void text(void *user, const char *key, const char *text, struct place place) {
    struct seen *seen = user;
    seen->all = arena_printf(seen->arena, "%s%s=%s %u;", seen->all, key, text, place.line);
}

static void elements_and_texts_with_keys_come_in_order_with_their_lines(void **state) {
    struct fixture *f = *state;
    const char *xml = "<a>left out\n<b key='k'>one &amp; <i/>two</b><b key=''>\n</b></a>";
    const struct pagefile file = {f->arena, f->diags, "my.xml", xml, strlen(xml), NULL};
    struct seen seen = {f->arena, ""};
    const struct pagefile_reader to = {element, text, &seen};
    assert_true(pagefile_read(&file, &to));
    assert_non_null(strstr(seen.all, "<a 1><b 2>"));
    assert_non_null(strstr(seen.all, "=\n 2;"));
}

static void what_is_not_well_formed_is_a_finding(void **state) {
    struct fixture *f = *state;
    const struct pagefile file = {f->arena, f->diags, "my.xml", "<a>", 3, NULL};
    struct seen seen = {f->arena, ""};
    const struct pagefile_reader to = {element, text, &seen};
    assert_false(pagefile_read(&file, &to));
    assert_int_equal(diags_count(f->diags, DIAG_ERROR), 1);
}

static void embedded_files_are_found_by_name_and_language(void **state) {
    struct fixture *f = *state;
    assert_non_null(pagefile_builtin(f->arena, "board.xml", f->diags).bytes);
    assert_null(pagefile_builtin(f->arena, "nosuch.xml", f->diags).bytes);
    assert_string_equal(pagefile_language(f->arena, "words", "fr-CA", f->diags).path,
                        "words.fr.xml");
    assert_null(pagefile_language(f->arena, "words", "tlh", f->diags).table);
}

/* Everything that is told of an element. */
static void whole_element(void *user, const struct xmlread_element *element, struct place place) {
    struct textbuf *all = user;
    textbuf_printf(all, "%u:%u %s", place.line, place.column, element->name);
    for (size_t i = 0; i < element->attribute_count; i++)
        textbuf_printf(all, " %s=%s", element->attributes[i].name, element->attributes[i].value);
    textbuf_char(all, '\n');
}

static void whole_text(void *user, const char *key, const char *text, struct place place) {
    struct textbuf *all = user;
    textbuf_printf(all, "%s:%u:%u %s: %s\n", place.file, place.line, place.column, key, text);
}

static void the_catalogues_built_in_tell_what_their_files_tell(void **state) {
    struct fixture *f = *state;
    struct textbuf built_in, read;
    textbuf_init(&built_in, f->arena);
    textbuf_init(&read, f->arena);
    size_t count = 0;
    for (const struct pagetable *table = pagetables; table->name; table++, count++) {
        struct pagefile file = {
            .arena = f->arena, .diags = f->diags, .path = table->name, .table = table};
        assert_true(
            pagefile_read(&file, &(struct pagefile_reader){whole_element, whole_text, &built_in}));
        file.table = NULL;
        file.bytes = catalogue_text(f->arena, table->name, &file.length);
        assert_true(
            pagefile_read(&file, &(struct pagefile_reader){whole_element, whole_text, &read}));
    }
    assert_true(count >= 2 && built_in.length > 0);
    assert_string_equal(textbuf_text(&built_in), textbuf_text(&read));
}

static void a_file_is_held_to_its_schema(void **state) {
    struct fixture *f = *state;
    const struct pagefile board = pagefile_builtin(f->arena, "board.xml", f->diags);
    assert_true(pagefile_valid(&board, "template.xsd"));
    assert_false(pagefile_valid(&board, "words.xsd"));
    assert_true(diags_count(f->diags, DIAG_ERROR) > 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(elements_and_texts_with_keys_come_in_order_with_their_lines,
                                        setup, teardown),
        cmocka_unit_test_setup_teardown(what_is_not_well_formed_is_a_finding, setup, teardown),
        cmocka_unit_test_setup_teardown(embedded_files_are_found_by_name_and_language, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(the_catalogues_built_in_tell_what_their_files_tell, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_file_is_held_to_its_schema, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/file.h"
#include "workbook/schema.h"
#include "xml/xmlcheck.h"
#include <string.h>

static void the_published_schema_is_the_generated_one(void **state) {
    (void)state;
    struct arena *arena = arena_new(0, NULL, NULL);
    char *bytes;
    size_t length;
    const char *why;
    if (file_read(arena, "templates/workbook.xsd", 1 << 20, &bytes, &length, &why) != FILE_OK)
        fail_msg("templates/workbook.xsd: %s", why);
    struct textbuf xsd;
    textbuf_init(&xsd, arena);
    schema_xsd(&xsd);
    assert_int_equal(length, xsd.length);
    assert_memory_equal(bytes, xsd.bytes, length);
    arena_free(arena);
}

static bool valid(const char *text, const char *expected) {
    struct arena *arena = arena_new(0, NULL, NULL);
    struct diags *diags = diags_new(arena);
    struct textbuf xsd, findings;
    textbuf_init(&xsd, arena);
    textbuf_init(&findings, arena);
    schema_xsd(&xsd);
    bool good = xmlcheck_valid(arena, "in.xml", text, strlen(text), xsd.bytes, xsd.length, diags);
    diags_text(diags, &findings, 10);
    if (expected && !strstr(textbuf_text(&findings), expected))
        fail_msg("no '%s' in:\n%s", expected, textbuf_text(&findings));
    else if (!expected && !good)
        print_error("%s", textbuf_text(&findings));
    arena_free(arena);
    return good;
}

#define BOOK(rest)                                                                                 \
    "<w:workbook xmlns:w='urn:boardpack:strategy-workbook:1' version='1.0'>\n"                     \
    "<w:organization id='O' name='N' currency='EUR' fiscalYearStart='01-01' asOf='2026-10-31'"     \
    " period='2026-10' conventionVersion='1'/>\n"                                                  \
    "<w:units><w:unit id='U0' name='Top' kind='enterprise'/>"                                      \
    "<w:unit id='U1' parent='U0' name='Sub' kind='business'/></w:units>\n"                         \
    "<w:perspectives><w:perspective id='P1' name='P' order='1'/></w:perspectives>\n"               \
    "<w:objectives><w:objective id='O1' name='N' unit='U0' perspective='P1' owner='X'/>"           \
    "</w:objectives>\n" rest "</w:workbook>"
#define NO_MEASURES "<w:measures/>"
#define MEASURE(attributes)                                                                        \
    "<w:measures><w:measure id='M1' name='M' objectives='O1' unitOfMeasure='%' "                   \
    "frequency='monthly' aggregation='mean' owner='X' dataSource='Y' " attributes                  \
    "><w:definition>d</w:definition></w:measure></w:measures>"

static void a_small_workbook_is_valid(void **state) {
    (void)state;
    assert_true(valid(
        BOOK(MEASURE(
            "polarity='higher'") "<w:values><w:value measure='M1' period='2026-10' series='actual' "
                                 "v='-91.5%' src='Measure Data!D7'/></w:values>"),
        NULL));
}

static void each_kind_of_mistake_is_invalid(void **state) {
    (void)state;
    assert_false(valid(BOOK(MEASURE("polarity='best'")), "'polarity'"));
    assert_false(valid(BOOK(MEASURE("polarity='higher' weight='1,5'")), "'weight'"));
    assert_false(valid(BOOK(MEASURE("polarity='higher' decimals='-1'")), "'decimals'"));
    assert_false(
        valid(BOOK(MEASURE("polarity='higher' baselineDate='2026-02-30'")), "'baselineDate'"));
    assert_false(
        valid(BOOK(MEASURE("polarity='higher' baselineDate='2026-02-28Z'")), "'baselineDate'"));
    assert_false(valid(BOOK(MEASURE("polarity='higher' critical='maybe'")), "'critical'"));
    assert_false(valid(BOOK(MEASURE("polarity='higher' colour='red'")), "'colour'"));
    assert_false(valid(BOOK(MEASURE("")), "'polarity'"));
    assert_false(valid(BOOK(""), "measures"));
    assert_false(valid(BOOK(NO_MEASURES "<w:values><w:value measure='a b' period='2026-10' "
                                        "series='actual' v='1'/></w:values>"),
                       "'measure'"));
    assert_false(valid(BOOK(NO_MEASURES "<w:surprise/>"), "surprise"));
}

static void double_ids_break_their_key(void **state) {
    (void)state;
    assert_false(valid(BOOK(NO_MEASURES "<w:processes><w:process id='A' name='N' group='core'/>"
                                        "<w:process id='A' name='N' group='core'/></w:processes>"),
                       "processesKey"));
}

static void dangling_ids_break_their_reference(void **state) {
    (void)state;
    assert_false(valid(BOOK(NO_MEASURES "<w:values><w:value measure='M9' period='2026-10' "
                                        "series='actual' v='1'/></w:values>"),
                       "values.measure"));
}

static void titles_are_found_without_regard_to_case_and_blanks(void **state) {
    (void)state;
    assert_int_equal(schema_sheet_named("  measures "), SHEET_MEASURES);
    assert_int_equal(schema_sheet_named("KPIs"), SHEET_MEASURES);
    assert_int_equal(schema_sheet_named("objective\xC2\xA0 LINKS"), SHEET_LINKS);
    assert_int_equal(schema_sheet_named("Measurements"), SHEET_NONE);
    assert_int_equal(schema_column_titled(SHEET_UNITS, "unit id *"), COLUMN_UNITS_ID);
    assert_int_equal(schema_column_titled(SHEET_UNITS, "unit id\xC2\xA0* \xC2\xA0"),
                     COLUMN_UNITS_ID);
    assert_int_equal(schema_column_titled(SHEET_UNITS, "* \xC2\xA0"), -1);
    assert_int_equal(schema_column_titled(SHEET_INITIATIVES, "Self\xE2\x80\x91reported Status"),
                     COLUMN_INITIATIVES_SELF_REPORTED_STATUS);
    assert_int_equal(schema_column_titled(SHEET_UNITS, "Unit Name 2"), -1);
    assert_int_equal(schema_column_titled(SHEET_UNITS, ""), -1);
    assert_true(schema_wide_sheet("monthly data"));
    assert_false(schema_wide_sheet("Measure Data"));
}

static void containers_and_attributes_are_found_exactly(void **state) {
    (void)state;
    assert_int_equal(schema_sheet_contained("measures"), SHEET_MEASURES);
    assert_int_equal(schema_sheet_contained("Measures"), SHEET_NONE);
    assert_int_equal(schema_column_attribute(SHEET_VALUES, "v"), COLUMN_VALUES_VALUE);
    assert_int_equal(schema_column_attribute(SHEET_VALUES, "V"), -1);
}

static void slips_of_the_pen_have_a_nearest_title(void **state) {
    (void)state;
    struct arena *arena = arena_new(0, NULL, NULL);
    assert_string_equal(schema_nearest_sheet(arena, "Mesures"), "Measures");
    assert_string_equal(schema_nearest_column(arena, SHEET_MEASURES, "Polarty"), "Polarity");
    assert_null(schema_nearest_sheet(arena, "Holiday plan"));
    arena_free(arena);
}

static void a_title_with_more_words_means_the_longest_sheet_in_it(void **state) {
    (void)state;
    struct arena *arena = arena_new(0, NULL, NULL);
    assert_string_equal(schema_nearest_sheet(arena, "Copy of measures (2)"), "Measures");
    assert_string_equal(schema_nearest_sheet(arena, "2026_Strategic Jobs"), "Strategic Jobs");
    assert_string_equal(schema_nearest_sheet(arena, "Measure Data for the board"), "Measure Data");
    assert_null(schema_nearest_sheet(arena, "Countermeasures and more"));
    arena_free(arena);
}

static void no_title_or_alias_means_two_columns(void **state) {
    (void)state;
    for (int s = 0; s < SHEET_COUNT; s++) {
        const struct schema_sheet_def *def = schema_sheet((enum schema_sheet)s);
        assert_true(def->column_count > 0 && def->column_count <= 64);
        for (size_t i = 0; i < def->column_count; i++) {
            const struct schema_column *column = &def->columns[i];
            assert_true(strlen(column->about) > 0 && strlen(column->example) > 0);
            assert_true((column->type == FIELD_CHOICE) == (column->choices != NULL));
            for (size_t k = i + 1; k < def->column_count; k++) {
                const struct schema_column *other = &def->columns[k];
                assert_string_not_equal(column->attribute, other->attribute);
                assert_false(schema_same_title(column->title, other->title));
                assert_false(schema_title_among(other->aliases, column->title));
                assert_false(schema_title_among(column->aliases, other->title));
                for (const char *at = column->aliases; *at;) {
                    char alias[64] = "";
                    size_t length = strcspn(at, ";");
                    memcpy(alias, at, length);
                    assert_false(schema_title_among(other->aliases, alias));
                    at += length + (at[length] == ';');
                }
            }
        }
    }
}

static void no_title_or_alias_means_two_sheets(void **state) {
    (void)state;
    for (int s = 0; s < SHEET_COUNT; s++) {
        const struct schema_sheet_def *def = schema_sheet((enum schema_sheet)s);
        assert_int_equal(schema_sheet_named(def->title), s);
        assert_int_equal(schema_sheet_contained(def->container), s);
        for (const char *at = def->aliases; *at;) {
            char alias[64] = "";
            size_t length = strcspn(at, ";");
            memcpy(alias, at, length);
            assert_int_equal(schema_sheet_named(alias), s);
            at += length + (at[length] == ';');
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_published_schema_is_the_generated_one),
        cmocka_unit_test(a_small_workbook_is_valid),
        cmocka_unit_test(each_kind_of_mistake_is_invalid),
        cmocka_unit_test(double_ids_break_their_key),
        cmocka_unit_test(dangling_ids_break_their_reference),
        cmocka_unit_test(titles_are_found_without_regard_to_case_and_blanks),
        cmocka_unit_test(containers_and_attributes_are_found_exactly),
        cmocka_unit_test(slips_of_the_pen_have_a_nearest_title),
        cmocka_unit_test(a_title_with_more_words_means_the_longest_sheet_in_it),
        cmocka_unit_test(no_title_or_alias_means_two_columns),
        cmocka_unit_test(no_title_or_alias_means_two_sheets),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

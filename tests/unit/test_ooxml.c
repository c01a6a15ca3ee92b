#include "base/bounds.h"
#include "workbook/ooxml.h"
#include "zipcase.h"

#define STRICT "http://purl.oclc.org/ooxml/officeDocument/relationships"

static struct package *with_relations(struct book *book, const char *text) {
    struct zipcase_part parts[] = {{.name = "xl/workbook.xml", .text = "<a/>"},
                                   {.name = "xl/_rels/workbook.xml.rels", .text = text}};
    return ZIPCASE_OPEN(book, zipcase_made(book->arena, parts, 2));
}

static struct ooxml_relations read_relations(struct book *book, const char *text,
                                             struct package **package) {
    struct ooxml_relations relations;
    *package = with_relations(book, text);
    assert_true(ooxml_relations_read(*package, "xl/workbook.xml", &relations));
    return relations;
}

/* Where a relation of the part xl/workbook.xml with this target leads. */
static const char *target_of(struct book *book, const char *target) {
    struct package *package;
    struct ooxml_relations relations = read_relations(
        book,
        arena_printf(book->arena, "%s%s%s",
                     "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/"
                     "relationships'><Relationship Id='r1' Type='" XLSX_RELATIONS "/worksheet' "
                     "Target='",
                     target, "'/></Relationships>"),
        &package);
    assert_int_equal(relations.items.count, 1);
    return ooxml_target(package, &relations, &relations.items.items[0]);
}

static void targets_are_relative_or_absolute(void **state) {
    struct book *book = *state;
    assert_string_equal(target_of(book, "worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
    assert_string_equal(target_of(book, "./styles.xml"), "xl/styles.xml");
    assert_string_equal(target_of(book, "/xl/styles.xml"), "xl/styles.xml");
    assert_string_equal(target_of(book, "../styles.xml"), "styles.xml");
    assert_string_equal(target_of(book, "a/b/../../c//d.xml"), "xl/c/d.xml");
    assert_string_equal(book_findings(book), "");
}

static void targets_outside_the_file_are_refused_BP1050(void **state) {
    static const char *const targets[] = {
        "../../etc/passwd", "/../x", "http://example.org/a.xml", "file:///etc/passwd", "C:/a.xml",
        "..\\a.xml",        "//a/b"};
    (void)state;
    for (size_t i = 0; i < sizeof targets / sizeof targets[0]; i++) {
        struct book *book = book_new();
        assert_null(target_of(book, targets[i]));
        assert_refused(book, "in.xlsx: error: its part 'xl/workbook.xml' refers to '");
        book_assert_finding(book, "', outside the file [BP1050]\n");
        arena_free(book->arena);
    }
}

static void an_external_target_is_refused_whatever_it_is(void **state) {
    struct book *book = *state;
    struct package *package;
    struct ooxml_relations relations =
        read_relations(book,
                       XLSX_LINKS("<Relationship Id='r' Type='" XLSX_RELATIONS
                                  "/worksheet' Target='sheet1.xml' TargetMode='External'/>"),
                       &package);
    assert_null(ooxml_target(package, &relations, &relations.items.items[0]));
    assert_refused(book, "refers to 'sheet1.xml', outside the file [BP1050]");
}

static void relations_are_found_by_type_and_id_in_both_dialects(void **state) {
    struct book *book = *state;
    struct package *package;
    struct ooxml_relations relations = read_relations(
        book,
        XLSX_LINKS(XLSX_LINK("a", "styles", "one.xml")
                       XLSX_LINK("b", "worksheet", "two.xml") "<Relationship Id='c' Type='" STRICT
                                                              "/theme' Target='three.xml'/>"
                                                              "<Relationship Id='d' Type='urn:x' "
                                                              "Target='four.xml'/>"),
        &package);
    assert_int_equal(relations.items.count, 4);
    assert_string_equal(ooxml_relation_of_type(&relations, "styles")->target, "one.xml");
    assert_string_equal(ooxml_relation_of_type(&relations, "theme")->target, "three.xml");
    assert_string_equal(ooxml_relation_of_id(&relations, "b")->type, "worksheet");
    assert_string_equal(ooxml_relation_of_id(&relations, "d")->type, "");
    assert_null(ooxml_relation_of_type(&relations, "table"));
    assert_null(ooxml_relation_of_id(&relations, "e"));
}

static void a_part_without_relations_has_none(void **state) {
    struct book *book = *state;
    struct ooxml_relations relations;
    struct package *package = with_relations(book, XLSX_LINKS(""));
    assert_true(ooxml_relations_read(package, "", &relations));
    assert_int_equal(relations.items.count, 0);
}

static void a_sea_of_relations_is_refused(void **state) {
    struct book *book = *state;
    struct textbuf text;
    struct ooxml_relations relations;
    textbuf_init(&text, book->arena);
    textbuf_str(&text, "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/"
                       "relationships'>");
    for (size_t i = 0; i <= BOUND_MEMBERS; i++)
        textbuf_printf(&text, "<Relationship Id='r%zu' Type='t%zu' Target='x%zu'/>", i * 7919, i,
                       i);
    textbuf_str(&text, "</Relationships>");
    struct package *package = with_relations(book, textbuf_text(&text));
    assert_false(ooxml_relations_read(package, "xl/workbook.xml", &relations));
    assert_refused(book, "the workbook has more than 4096 parts [BP1019]");
}

static bool note_space(void *user, const struct xmlread_element *element) {
    struct textbuf *out = user;
    textbuf_printf(out, "%s ", element->space);
    for (size_t i = 0; i < element->attribute_count; i++)
        textbuf_printf(out, "%s ", element->attributes[i].space);
    return true;
}

static void the_strict_dialect_reads_like_the_other(void **state) {
    struct book *book = *state;
    struct zipcase_part part = {.name = "a.xml",
                                .text = "<q:a xmlns:q='http://purl.oclc.org/ooxml/spreadsheetml/"
                                        "main' xmlns:z='" STRICT "' z:id='1' b='2'>text</q:a>"};
    struct textbuf out;
    textbuf_init(&out, book->arena);
    struct package *package = ZIPCASE_OPEN(book, zipcase_made(book->arena, &part, 1));
    struct xmlread_handler handler = {.start = note_space, .user = &out};
    assert_int_equal(ooxml_parse(package, "a.xml", &handler), XMLREAD_DONE);
    assert_string_equal(textbuf_text(&out), OOXML_SHEET " " OOXML_RELATIONS "  ");
}

static void escapes_become_characters(void **state) {
    static const struct {
        const char *written, *meant;
    } texts[] = {
        {"plain", "plain"},
        {"a_x000D_\nb", "a\nb"},
        {"a_x000D__x000A_b", "a\nb"},
        {"a_x000d_b", "a\nb"},
        {"a_x000A_b_x0009_c", "a\nb\tc"},
        {"_x005F_x000D_", "_x000D_"},
        {"_x00E4_", "\u00e4"},
        {"_xD83D__xDE00_", "\U0001F600"},
        {"_xD83D_ alone", "_xD83D_ alone"},
        {"_xDE00_", "_xDE00_"},
        {"_x0000__x0007__xFFFE_", "_x0000__x0007__xFFFE_"},
        {"_x00G1_ _x12_ _x1234", "_x00G1_ _x12_ _x1234"},
        {"snake_xyz_case", "snake_xyz_case"},
        {"_x", "_x"},
    };
    struct book *book = *state;
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        assert_string_equal(ooxml_text(book->arena, texts[i].written), texts[i].meant);
}

static void flags_are_1_true_or_on(void **state) {
    (void)state;
    struct xmlread_attribute attributes[] = {
        {"a", "", "1"}, {"b", "", "true"}, {"c", "", "on"}, {"d", "", "0"}, {"e", "", ""}};
    struct xmlread_element element = {.attribute_count = 5, .attributes = attributes};
    assert_true(ooxml_true(&element, "a") && ooxml_true(&element, "b") &&
                ooxml_true(&element, "c"));
    assert_false(ooxml_true(&element, "d") || ooxml_true(&element, "e") ||
                 ooxml_true(&element, "f"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        BOOK_TEST(targets_are_relative_or_absolute),
        BOOK_TEST(targets_outside_the_file_are_refused_BP1050),
        BOOK_TEST(an_external_target_is_refused_whatever_it_is),
        BOOK_TEST(relations_are_found_by_type_and_id_in_both_dialects),
        BOOK_TEST(a_part_without_relations_has_none),
        BOOK_TEST(a_sea_of_relations_is_refused),
        BOOK_TEST(the_strict_dialect_reads_like_the_other),
        BOOK_TEST(escapes_become_characters),
        BOOK_TEST(flags_are_1_true_or_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

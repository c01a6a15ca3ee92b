#include "base/bounds.h"
#include "workbook/package.h"
#include "zipcase.h"

static struct zipcase_bytes made(struct book *book, const struct zipcase_part *parts,
                                 size_t count) {
    return zipcase_made(book->arena, parts, count);
}

static struct zipcase_bytes two_parts(struct book *book) {
    static const struct zipcase_part parts[] = {{.name = "a/One.xml", .text = "<one/>"},
                                                {.name = "a/two.xml", .text = "<two/>"}};
    return made(book, parts, 2);
}

static void refuse_to_open(struct book *book, struct zipcase_bytes zip, const char *finding) {
    assert_null(ZIPCASE_OPEN(book, zip));
    assert_refused(book, finding);
}

static void refuse_to_read(struct book *book, struct zipcase_bytes zip, const char *name,
                           const char *finding) {
    struct package *package = ZIPCASE_OPEN(book, zip);
    assert_non_null(package);
    const char *bytes;
    size_t length;
    assert_false(package_read(package, name, &bytes, &length));
    assert_refused(book, finding);
}

static void parts_are_found_whatever_the_case_of_their_names(void **state) {
    struct book *book = *state;
    struct package *package = ZIPCASE_OPEN(book, two_parts(book));
    const char *bytes;
    size_t length;
    assert_true(package_has(package, "A/one.XML"));
    assert_false(package_has(package, "one.xml"));
    assert_true(package_has_ending(package, "o.xml"));
    assert_false(package_has_ending(package, ".txt"));
    assert_true(package_read(package, "a/one.xml", &bytes, &length));
    assert_int_equal(length, 6);
    assert_string_equal(bytes, "<one/>");
}

static void a_missing_part_is_named_BP1048(void **state) {
    struct book *book = *state;
    refuse_to_read(book, two_parts(book), "three.xml",
                   "in.xlsx: error: the file has no part 'three.xml' [BP1048]\n");
}

static void a_file_cut_off_is_refused_BP1040(void **state) {
    struct book *book = *state;
    struct zipcase_bytes zip = two_parts(book);
    zip.length -= 30;
    refuse_to_open(book, zip,
                   "in.xlsx: error: the file is a damaged zip package: Not a zip archive "
                   "[BP1040]\n");
}

/* Says another length of a part than it has. */
static struct zipcase_bytes lying(struct book *book, unsigned char length) {
    struct zipcase_bytes zip = two_parts(book);
    zipcase_record(zip, "a/two.xml")[24] = (char)length;
    return zip;
}

static void a_part_of_another_length_than_said_is_refused_BP1041(void **state) {
    struct book *book = *state;
    refuse_to_read(book, lying(book, 3), "a/two.xml",
                   "error: its part 'a/two.xml' cannot be unpacked: it has another length");
    struct book *other = book_new();
    refuse_to_read(other, lying(other, 7), "a/two.xml", "[BP1041]");
    arena_free(other->arena);
}

static void a_part_with_a_wrong_checksum_is_refused(void **state) {
    struct book *book = *state;
    struct zipcase_bytes zip = two_parts(book);
    zipcase_record(zip, "a/two.xml")[16] ^= 1;
    refuse_to_read(book, zip, "a/two.xml",
                   "error: its part 'a/two.xml' cannot be unpacked: CRC error [BP1041]");
}

static void a_part_larger_than_the_file_is_refused(void **state) {
    struct book *book = *state;
    struct zipcase_bytes zip = two_parts(book);
    zipcase_record(zip, "a/two.xml")[22] = 1;
    refuse_to_read(book, zip, "a/two.xml", "its size is wrong [BP1041]");
}

static void a_strange_packing_is_refused(void **state) {
    struct book *book = *state;
    struct zipcase_bytes zip = two_parts(book);
    zipcase_record(zip, "a/two.xml")[10] = 93;
    refuse_to_read(book, zip, "a/two.xml", "it is packed by method 93");
}

static void a_bomb_is_refused_before_it_is_unpacked_BP1042(void **state) {
    struct book *book = *state;
    size_t length = (size_t)8 * 1024 * 1024;
    struct zipcase_part bomb = {
        .name = "bomb.xml", .text = arena_alloc(book->arena, length), .length = length};
    refuse_to_read(book, made(book, &bomb, 1), "bomb.xml",
                   "error: its part 'bomb.xml' unpacks to 200 times its packed size and more "
                   "[BP1042]\n");
}

static void a_part_that_claims_half_a_gigabyte_is_refused(void **state) {
    struct book *book = *state;
    struct zipcase_bytes zip = two_parts(book);
    zipcase_record(zip, "a/two.xml")[27] = 0x20;
    refuse_to_read(book, zip, "a/two.xml", "unpacks to more than 256 MB [BP1042]");
}

/* Small parts are let swell, but not without end. */
static void many_small_bombs_are_one_large_one(void **state) {
    struct book *book = *state;
    size_t length = 1000u * 1000u;
    char *zeroes = arena_alloc(book->arena, length);
    struct zipcase_part parts[20];
    for (size_t i = 0; i < 20; i++)
        parts[i] = (struct zipcase_part){
            .name = arena_printf(book->arena, "%zu", i), .text = zeroes, .length = length};
    struct package *package = ZIPCASE_OPEN(book, made(book, parts, 20));
    const char *bytes;
    size_t read = 0;
    while (read < 20 && package_read(package, parts[read].name, &bytes, &length))
        read++;
    assert_in_range(read, 1, 19);
    assert_refused(book, "[BP1042]");
}

static void more_parts_than_any_workbook_has_are_refused_BP1043(void **state) {
    struct book *book = *state;
    size_t count = BOUND_MEMBERS + 1;
    struct zipcase_part *parts = arena_array(book->arena, count, sizeof *parts);
    for (size_t i = 0; i < count; i++)
        parts[i] = (struct zipcase_part){.name = arena_printf(book->arena, "%zu", i), .text = "x"};
    refuse_to_open(book, made(book, parts, count),
                   "in.xlsx: error: the zip package holds more than 4096 parts [BP1043]\n");
}

/* Beyond 65,535 parts the number stands in another record. */
static void a_claim_of_seventy_thousand_parts_is_refused(void **state) {
    struct book *book = *state;
    char bytes[56 + 20 + 22] = "PK\6\6";
    bytes[32] = 0x70;
    bytes[33] = 0x11;
    bytes[34] = 1;
    memcpy(bytes + 56, "PK\6\7", 4);
    memcpy(bytes + 76, "PK\5\6", 4);
    refuse_to_open(book, (struct zipcase_bytes){bytes, sizeof bytes}, "[BP1043]");
}

static void a_file_with_many_ends_is_refused(void **state) {
    struct book *book = *state;
    char bytes[220] = {0};
    for (size_t i = 0; i < 10; i++)
        memcpy(bytes + i * 22, "PK\5\6", 4);
    refuse_to_open(book, (struct zipcase_bytes){bytes, sizeof bytes}, "[BP1043]");
}

static void two_parts_of_one_name_are_refused_BP1044(void **state) {
    struct book *book = *state;
    struct zipcase_bytes zip = two_parts(book);
    zipcase_patch(zip, "two", "oNE");
    refuse_to_open(book, zip,
                   "in.xlsx: error: the zip package holds two parts named 'a/oNE.xml' [BP1044]\n");
}

static void names_that_lead_out_are_refused_BP1045(void **state) {
    static const char *const names[] = {"../pass1",  "/etc/pas",    "a/../../",
                                        "C:\\xx.xm", "\\\\a\\b.xm", "a\\..\\b.x"};
    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        struct book *book = book_new();
        struct zipcase_part part = {.name = names[i], .text = "x"};
        refuse_to_open(book, made(book, &part, 1), "leads out of the zip package [BP1045]");
        arena_free(book->arena);
    }
}

static void names_with_dots_stay_inside(void **state) {
    struct book *book = *state;
    struct zipcase_part parts[] = {{.name = "..a/b..", .text = "x"},
                                   {.name = "a/./b", .text = "x"}};
    assert_non_null(ZIPCASE_OPEN(book, made(book, parts, 2)));
}

static void a_part_with_a_password_is_refused_BP1046(void **state) {
    struct book *book = *state;
    struct zipcase_bytes zip = two_parts(book);
    zipcase_record(zip, "a/two.xml")[8] |= 1;
    refuse_to_read(book, zip, "a/two.xml",
                   "in.xlsx: error: its part 'a/two.xml' is protected by a password [BP1046]\n");
}

static bool count_element(void *user, const struct xmlread_element *element) {
    assert_int_equal(element->line, 0);
    assert_int_equal(element->column, 0);
    ++*(size_t *)user;
    return true;
}

static void elements_of_a_part_have_no_place_in_the_file(void **state) {
    struct book *book = *state;
    struct package *package = ZIPCASE_OPEN(book, two_parts(book));
    size_t count = 0;
    struct xmlread_handler handler = {.start = count_element, .user = &count};
    assert_int_equal(package_parse(package, "a/two.xml", &handler), XMLREAD_DONE);
    assert_int_equal(count, 1);
    assert_int_equal(package_parse(package, "none", &handler), XMLREAD_REFUSED);
}

static void refuse_xml(struct book *book, const char *xml, size_t length, const char *finding) {
    struct zipcase_part part = {.name = "x.xml", .text = xml, .length = length};
    struct package *package = ZIPCASE_OPEN(book, made(book, &part, 1));
    struct xmlread_handler handler = {.start = NULL};
    assert_int_equal(package_parse(package, "x.xml", &handler), XMLREAD_REFUSED);
    assert_refused(book, finding);
}

static void broken_xml_is_refused_with_its_place_in_the_part_BP1049(void **state) {
    refuse_xml(*state, "<a>\n  <b>\n</a>", 0,
               "in.xlsx: error: its part 'x.xml' is damaged at line 3, column ");
}

static void an_empty_part_is_refused(void **state) {
    refuse_xml(*state, "", 0,
               "its part 'x.xml' is damaged at line 1, column 1: the file is empty (BP1009)");
}

static void a_document_type_in_a_part_is_refused(void **state) {
    refuse_xml(*state, "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", 0, "(BP1002) [BP1049]");
}

static void deep_xml_in_a_part_is_refused(void **state) {
    struct book *book = *state;
    struct textbuf deep;
    textbuf_init(&deep, book->arena);
    for (int i = 0; i < 300; i++)
        textbuf_str(&deep, "<a>");
    refuse_xml(book, textbuf_text(&deep), 0, "(BP1005) [BP1049]");
}

static void parts_in_utf_16_are_read(void **state) {
    static const char little[] = "\xFF\xFE<\0a\0/\0>\0", big[] = "\xFE\xFF\0<\0a\0/\0>";
    struct book *book = *state;
    struct zipcase_part parts[] = {{.name = "l", .text = little, .length = sizeof little - 1},
                                   {.name = "b", .text = big, .length = sizeof big - 1},
                                   {.name = "8", .text = "\xEF\xBB\xBF<a/>"}};
    struct package *package = ZIPCASE_OPEN(book, made(book, parts, 3));
    size_t count = 0;
    struct xmlread_handler handler = {.start = count_element, .user = &count};
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(package_parse(package, parts[i].name, &handler), XMLREAD_DONE);
    assert_int_equal(count, 3);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        BOOK_TEST(parts_are_found_whatever_the_case_of_their_names),
        BOOK_TEST(a_missing_part_is_named_BP1048),
        BOOK_TEST(a_file_cut_off_is_refused_BP1040),
        BOOK_TEST(a_part_of_another_length_than_said_is_refused_BP1041),
        BOOK_TEST(a_part_with_a_wrong_checksum_is_refused),
        BOOK_TEST(a_part_larger_than_the_file_is_refused),
        BOOK_TEST(a_strange_packing_is_refused),
        BOOK_TEST(a_bomb_is_refused_before_it_is_unpacked_BP1042),
        BOOK_TEST(a_part_that_claims_half_a_gigabyte_is_refused),
        BOOK_TEST(many_small_bombs_are_one_large_one),
        BOOK_TEST(more_parts_than_any_workbook_has_are_refused_BP1043),
        BOOK_TEST(a_claim_of_seventy_thousand_parts_is_refused),
        BOOK_TEST(a_file_with_many_ends_is_refused),
        BOOK_TEST(two_parts_of_one_name_are_refused_BP1044),
        BOOK_TEST(names_that_lead_out_are_refused_BP1045),
        BOOK_TEST(names_with_dots_stay_inside),
        BOOK_TEST(a_part_with_a_password_is_refused_BP1046),
        BOOK_TEST(elements_of_a_part_have_no_place_in_the_file),
        BOOK_TEST(broken_xml_is_refused_with_its_place_in_the_part_BP1049),
        BOOK_TEST(an_empty_part_is_refused),
        BOOK_TEST(a_document_type_in_a_part_is_refused),
        BOOK_TEST(deep_xml_in_a_part_is_refused),
        BOOK_TEST(parts_in_utf_16_are_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "unit/reportcase.h"

#include "report/contentstitle.h"

static void a_packet_for_a_meeting_says_what_is_to_be_decided_and_read(void **state) {
    struct reportcase *c = *state;
    assert_string_equal(contentstitle(&c->report, 11, 3),
                        "Three decisions are asked in 160 minutes; the core takes 22 minutes to "
                        "read");
}

static void without_a_meeting_the_pages_are_told(void **state) {
    struct reportcase *c = *state;
    struct plan plan = *c->plan;
    plan.meetings.count = 0;
    struct settings *settings = &plan.settings;
    settings->meeting = NULL;
    struct report report = c->report;
    report.plan = &plan;
    assert_string_equal(contentstitle(&report, 1, 0), "One core page takes 2 minutes to read");
    assert_string_equal(contentstitle(&report, 12, 4),
                        "12 core pages take 24 minutes to read; four more in the appendix");
}

static void the_lines_follow_the_pages(void **state) {
    struct reportcase *c = *state;
    struct report report = c->report;
    report.document = document_new(c->arena);
    document_section(report.document, "brief", "Brief");
    document_section(report.document, "office", "Office");
    document_section(report.document, "risks", "Risks"); /* moved to the appendix */
    struct section *section = document_section(report.document, "contents", "Contents");
    report.contents_list = block_add(report.document, &section->blocks, BLOCK_TOC);
    static const char *const anchors[] = {"brief", "risks", "office"};
    for (size_t i = 0; i < 3; i++) {
        struct toc_entry *entry = vec_add(c->arena, &report.contents_list->toc);
        entry->anchor = anchors[i];
    }
    contentstitle_order(&report);
    assert_string_equal(report.contents_list->toc.items[0].anchor, "brief");
    assert_string_equal(report.contents_list->toc.items[1].anchor, "office");
    assert_string_equal(report.contents_list->toc.items[2].anchor, "risks");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_packet_for_a_meeting_says_what_is_to_be_decided_and_read,
                                        reportcase_sample, reportcase_close),
        cmocka_unit_test_setup_teardown(the_lines_follow_the_pages, reportcase_sample,
                                        reportcase_close),
        cmocka_unit_test_setup_teardown(without_a_meeting_the_pages_are_told, reportcase_sample,
                                        reportcase_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

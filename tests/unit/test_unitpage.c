#include "unit/reportcase.h"

#include "report/unitpage.h"

static const char *page_of(struct reportcase *c, const struct unitpage_row *rows, size_t count,
                           const char *map) {
    struct textbuf out;
    textbuf_init(&out, c->arena);
    const struct unitpage page = {.assessment = c->assessment,
                                  .template = c->template,
                                  .rows = rows,
                                  .count = count,
                                  .map = map,
                                  .map_length = map ? strlen(map) : 0};
    unitpage_html(c->arena, &page, &out);
    return textbuf_text(&out);
}

static void assert_has(const char *text, const char *part) {
    if (!strstr(text, part))
        fail_msg("no '%s'", part);
}

static void a_unit_has_its_status_its_figures_and_its_links(void **state) {
    struct reportcase *c = *state;
    const struct unitpage_row rows[] = {
        {plan_root(c->plan), "units/RBS/packet.pdf", NULL, NULL, 19},
        {plan_unit(c->plan, "COL"), "units/COL/packet.pdf", "units/COL/map.svg", NULL, 1}};
    const char *html = page_of(c, rows, 2, NULL);
    assert_has(html, "<html lang=\"en\" dir=\"ltr\">");
    assert_has(html, "<h1>Regional Blood Service: every unit</h1>");
    assert_has(html, "<strong>Board confidential</strong>");
    assert_has(html, "<th scope=\"row\" style=\"--depth:0\">Regional Blood Service</th>");
    /* escaped, and a step below */
    assert_has(html, "style=\"--depth:1\">Blood &amp; Plasma Collection</th>");
    assert_has(html, "</svg> Off track</td><td class=\"figure\">32</td>");
    assert_has(html, "<a href=\"units/RBS/packet.pdf\">Packet, 19 pages<span class=\"heard\">: "
                     "Regional Blood Service</span></a>");
    assert_has(html, "Packet, 1 page<span");
    assert_has(html, "<a href=\"units/COL/map.svg\">Map<");
    assert_null(strstr(html, "Figures"));
    assert_null(strstr(html, "<h2>"));
}

static void the_map_stands_in_the_page_without_its_declaration(void **state) {
    struct reportcase *c = *state;
    const struct unitpage_row row = {plan_root(c->plan), NULL, NULL, NULL, 0};
    const char *html = page_of(c, &row, 1, "<?xml version=\"1.0\"?>\n<svg role=\"img\"></svg>\n");
    assert_has(html, "<h2>Strategy map</h2>\n<svg role=\"img\"></svg>\n</section>");
    assert_null(strstr(html, "<?xml"));
    assert_null(strstr(html, "<a "));
}

static void each_language_is_named_in_its_own_words(void **state) {
    struct reportcase *c = *state;
    const struct unitpage_row row = {plan_root(c->plan), NULL, NULL, NULL, 0};
    const struct unitpage_language languages[] = {{"en", "English", "index.html"},
                                                  {"ar", "العربية", "index.ar.html"}};
    const struct unitpage page = {.assessment = c->assessment,
                                  .template = c->template,
                                  .rows = &row,
                                  .count = 1,
                                  .languages = languages,
                                  .language_count = 2};
    struct textbuf out;
    textbuf_init(&out, c->arena);
    unitpage_html(c->arena, &page, &out);
    assert_has(textbuf_text(&out), "<nav aria-label=\"Languages\">");
    assert_has(textbuf_text(&out), "<a href=\"index.html\" hreflang=\"en\" lang=\"en\" "
                                   "dir=\"ltr\" aria-current=\"page\">English</a>");
    assert_has(textbuf_text(&out), "<a href=\"index.ar.html\" hreflang=\"ar\" lang=\"ar\" "
                                   "dir=\"rtl\">العربية</a>");
    assert_null(strstr(page_of(c, &row, 1, NULL), "<nav"));
}

#define PAGE_TEST(name) cmocka_unit_test_setup_teardown(name, reportcase_sample, reportcase_close)

int main(void) {
    const struct CMUnitTest tests[] = {
        PAGE_TEST(a_unit_has_its_status_its_figures_and_its_links),
        PAGE_TEST(the_map_stands_in_the_page_without_its_declaration),
        PAGE_TEST(each_language_is_named_in_its_own_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

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
    assert_has(html, "<tr role=\"row\" class=\"leads\" style=\"--depth:0\" id=\"unit-RBS\">"
                     "<th scope=\"row\" role=\"rowheader\">Regional Blood Service</th>");
    /* escaped, and a step below */
    assert_has(html, "<tr role=\"row\" style=\"--depth:1\" id=\"unit-COL\">"
                     "<th scope=\"row\" role=\"rowheader\">Blood &amp; Plasma Collection</th>");
    assert_has(html, "</svg> Off track</td>"
                     "<td role=\"cell\" class=\"figure score\" data-of=\"Score\">32</td>");
    assert_has(html, "<a href=\"units/RBS/packet.pdf\">Packet, 19 pages<span class=\"heard\">: "
                     "Regional Blood Service</span></a>");
    assert_has(html, "Packet, 1 page<span");
    assert_has(html, "<a href=\"units/COL/map.svg\">Map<");
    assert_null(strstr(html, "Figures"));
    assert_null(strstr(html, "#map"));
    assert_null(strstr(html, "class=\"ways\""));
}

static void the_map_stands_in_the_page_without_its_declaration(void **state) {
    struct reportcase *c = *state;
    const struct unitpage_row row = {plan_root(c->plan), NULL, NULL, NULL, 0};
    const char *html = page_of(c, &row, 1, "<?xml version=\"1.0\"?>\n<svg role=\"img\"></svg>\n");
    assert_has(html, "<h2 id=\"map\">Strategy map</h2>\n");
    assert_has(html, ">\n<svg role=\"img\"></svg>\n</div>\n</section>");
    assert_has(html, "<a class=\"jump\" href=\"#map\">Strategy map</a>");
    assert_null(strstr(html, "<?xml"));
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

/* The bar has a part for each status, as long as it has units. */
static void the_page_begins_with_how_many_stand_how(void **state) {
    struct reportcase *c = *state;
    struct unitpage_row rows[] = {{plan_root(c->plan), NULL, NULL, NULL, 0},
                                  {plan_unit(c->plan, "COL"), NULL, NULL, NULL, 0},
                                  {plan_unit(c->plan, "PRO"), NULL, NULL, NULL, 0}};
    const char *html = page_of(c, rows, 3, NULL);
    assert_has(html, "<p class=\"lead\">One of three units is off track; two are at risk</p>");
    assert_has(html, "<i style=\"flex-grow:1;background:#9f1d20\"></i>"
                     "<i style=\"flex-grow:2;background:#f2b134\"></i></div>");
}

static void among_many_units_there_are_ways_to_those_that_lead_others(void **state) {
    struct reportcase *c = *state;
    struct unit *units = c->plan->units.items;
    struct unitpage_row rows[40] = {{plan_root(c->plan), NULL, NULL, NULL, 0}};
    assert_string_equal(units[1].id, "COL");
    units[2].depth = units[1].depth + 1;
    for (size_t i = 1; i < 40; i++) /* COL over twelve others, three times */
        rows[i].unit = i % 13 == 1 ? &units[1] : &units[2];
    const char *html = page_of(c, rows, 40, NULL), *ways = strstr(html, "<ul class=\"ways\">");
    assert_non_null(ways);
    for (int i = 0; i < 3; i++) {
        ways = strstr(ways, "<li><a class=\"jump\" href=\"#unit-COL\">Blood &amp; Plasma Coll");
        assert_non_null(ways);
        ways++;
    }
    assert_null(strstr(ways, "<li><a class=\"jump\""));
    assert_null(strstr(page_of(c, rows, 20, NULL), "class=\"ways\""));
}

#define PAGE_TEST(name) cmocka_unit_test_setup_teardown(name, reportcase_sample, reportcase_close)

int main(void) {
    const struct CMUnitTest tests[] = {
        PAGE_TEST(a_unit_has_its_status_its_figures_and_its_links),
        PAGE_TEST(the_map_stands_in_the_page_without_its_declaration),
        PAGE_TEST(each_language_is_named_in_its_own_words),
        PAGE_TEST(the_page_begins_with_how_many_stand_how),
        PAGE_TEST(among_many_units_there_are_ways_to_those_that_lead_others),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "partcase.h"
#include "report/figures.h"

report_section_fn section_figures;

static struct block *caption_of(struct reportcase *c, const struct chart *chart) {
    c->report.document = document_new(c->arena);
    c->report.figures.count = 0;
    struct section *section = document_section(c->report.document, "one", "One");
    struct block *block = block_add(c->report.document, &section->blocks, BLOCK_CHART);
    block->chart = chart;
    figures_add(&c->report, block, (struct charttable){.name = "Cover"});
    return block;
}

static struct chart *waterfall(struct reportcase *c) {
    struct chart *chart = arena_alloc(c->arena, sizeof *chart);
    *chart = (struct chart){.kind = CHART_WATERFALL,
                            .as.waterfall = {.from_name = "Case",
                                             .to_name = "Forecast",
                                             .from = {true, 3, "3.0"},
                                             .to = {true, 2, "2.0"}}};
    return chart;
}

static void a_chart_is_printed_as_a_table_and_its_caption_says_where(void **state) {
    struct reportcase *c = *state;
    const struct block *block = caption_of(c, waterfall(c));
    assert_int_equal(c->report.figures.count, 1);
    assert_true(block->content.items.count > 0);
    const struct partcase part = partcase_of(section_figures, "figures");
    partcase_build(c, &part);
    const char *text = partcase_text(c);
    assert_says(text, "The numbers behind one chart");
    assert_says(text, "Forecast");
    assert_says(text, c->report.figures.items[0].anchor);
    c->report.figures.count = 0;
}

/* An XmR chart of the two months before and the month itself, whose value may differ. */
static void hand_in_with_noise(struct reportcase *c, const char *actual) {
    static const struct chart_month months[] = {
        {.name = "May", .actual = {true, 3, "3.0"}, .plan = {true, 4, "4.0"}}};
    struct chart_xmr_point *points = arena_array(c->arena, 2, sizeof *points);
    points[0] = (struct chart_xmr_point){.name = "April", .value = {true, 2, "2.0"}};
    points[1] = (struct chart_xmr_point){.name = "May", .value = {true, 3, actual}};
    struct chart *noise = arena_alloc(c->arena, sizeof *noise);
    struct chart *chart = arena_alloc(c->arena, sizeof *chart);
    *chart = (struct chart){.kind = CHART_COLUMNS, .as.columns = {.months = months, .count = 1}};
    *noise = (struct chart){.kind = CHART_XMR, .as.xmr = {.points = points, .count = 2}};
    caption_of(c, chart);
    struct section *section = c->report.document->sections.items[0];
    struct block *block = block_add(c->report.document, &section->blocks, BLOCK_CHART);
    block->chart = noise;
    figures_noise(&c->report, block, "Cover: usual noise");
    assert_true(block->content.items.count > 0);
    assert_int_equal(figures_charts(&c->report), 2);
}

static void the_usual_noise_shares_a_table_with_the_chart_of_the_same_values(void **state) {
    struct reportcase *c = *state;
    hand_in_with_noise(c, "3.0");
    assert_int_equal(c->report.figures.count, 1);
    hand_in_with_noise(c, "3.1");
    assert_int_equal(c->report.figures.count, 2);
    assert_string_equal(c->report.figures.items[1].name, "Cover: usual noise");
    c->report.figures.count = 0;
}

static void a_template_without_that_section_has_no_dangling_reference(void **state) {
    struct reportcase *c = *state;
    const struct template *whole = c->report.template;
    struct template none = *whole;
    none.sections.count = 0;
    c->report.template = &none;
    const struct block *block = caption_of(c, waterfall(c));
    assert_int_equal(c->report.figures.count, 0);
    assert_int_equal(block->content.items.count, 0);
    c->report.template = whole;
}

static void without_charts_one_quiet_line_is_enough(void **state) {
    struct reportcase *c = *state;
    const struct partcase part = partcase_of(section_figures, "figures");
    c->report.figures.count = 0;
    partcase_quiet(c, &part, "The numbers of every chart stand beside it.");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_chart_is_printed_as_a_table_and_its_caption_says_where),
        cmocka_unit_test(the_usual_noise_shares_a_table_with_the_chart_of_the_same_values),
        cmocka_unit_test(a_template_without_that_section_has_no_dangling_reference),
        cmocka_unit_test(without_charts_one_quiet_line_is_enough),
    };
    return cmocka_run_group_tests(tests, reportcase_sample, reportcase_close);
}

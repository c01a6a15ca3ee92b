#include "reportcase.h"

#include "report/exceptioncharts.h"

/* In a packet without deep dives. */
static struct section *drawn(struct reportcase *c) {
    c->report.template = template_builtin(c->arena, "committee", c->diags);
    struct section *section = document_section(c->report.document, "exceptions", "Exceptions");
    exceptioncharts_add(&c->report, section);
    return section;
}

/* The n-th block of a kind, looking into what is kept together. */
static const struct block *find(const struct block_list *list, enum block_kind kind, size_t *n) {
    for (size_t i = 0; i < list->items.count; i++) {
        const struct block *block = list->items.items[i];
        if (block->kind == kind && (*n)-- == 0)
            return block;
        const struct block *inner = find(&block->children, kind, n);
        if (inner)
            return inner;
    }
    return NULL;
}

static const struct block *the_block(const struct section *section, enum block_kind kind,
                                     size_t n) {
    static const struct block none;
    const struct block *block = find(&section->blocks, kind, &n);
    if (!block)
        fail_msg("no such block");
    return block ? block : &none;
}

static const struct chart_columns *columns(const struct section *section, size_t n) {
    return &the_block(section, BLOCK_CHART, n)->chart->as.columns;
}

/* The bullet graph in the row of a measure. */
static const struct chart *bullet(const struct section *section, const char *measure) {
    static const struct chart none;
    const struct table_block *table = the_block(section, BLOCK_TABLE, 0)->table;
    for (size_t r = 0; r < table->rows.count; r++) {
        const struct table_row *row = &table->rows.items[r];
        const struct content *name = &row->cells.items[2].paragraphs.items[0];
        if (strcmp(name->items.items[0].text, measure) == 0)
            return row->cells.items[row->cells.count - 1].chart;
    }
    fail_msg("no row of %s", measure);
    return &none;
}

static bool shades_are(const struct chart_bullet *b, size_t count, const enum chart_shade *shades) {
    bool same = b->zone_count == count;
    for (size_t i = 0; same && i < count; i++)
        same = b->zones[i].shade == shades[i] && (i == 0 || b->zones[i].to >= b->zones[i - 1].to);
    return same;
}

static void bullet_graphs_begin_at_zero_and_hold_all_that_is_marked(void **state) {
    const struct section *section = drawn(*state);
    const struct chart_bullet *b = &bullet(section, "Source plasma collected")->as.bullet;
    assert_false(b->zoomed);
    assert_true(b->from == 0.0);
    assert_true(b->to > b->target && b->to > b->actual.at && b->to < b->target * 1.3);
}

static void ranges_have_five_zones_others_three(void **state) {
    const struct section *section = drawn(*state);
    const enum chart_shade five[] = {SHADE_DARK, SHADE_MIDDLE, SHADE_LIGHT, SHADE_MIDDLE,
                                     SHADE_DARK};
    const enum chart_shade rising[] = {SHADE_DARK, SHADE_MIDDLE, SHADE_LIGHT};
    const enum chart_shade falling[] = {SHADE_LIGHT, SHADE_MIDDLE, SHADE_DARK};
    const struct chart_bullet *range =
        &bullet(section, "Red-cell stock cover, all groups")->as.bullet;
    assert_true(shades_are(range, 5, five));
    assert_true(range->zones[0].to < range->actual.at && range->actual.at < range->zones[1].to);
    assert_true(shades_are(&bullet(section, "Source plasma collected")->as.bullet, 3, rising));
    assert_true(
        shades_are(&bullet(section, "Front-line nursing vacancy rate")->as.bullet, 3, falling));
}

static void what_cannot_be_told_apart_from_zero_is_zoomed_and_said_so(void **state) {
    const struct section *section = drawn(*state);
    const struct chart *chart = bullet(section, "Orders filled in full and on time");
    assert_true(chart->as.bullet.zoomed);
    assert_true(chart->as.bullet.from > 80);
    assert_non_null(strstr(chart->alt, "dot = zoomed scale"));
    assert_null(strstr(bullet(section, "Source plasma collected")->alt, "zoomed"));
}

static void the_red_flag_and_the_plan_are_those_of_each_period(void **state) {
    const struct section *section = drawn(*state);
    const struct chart_columns *plasma = columns(section, 1);
    const struct chart_month *last = &plasma->months[plasma->count - 1];
    assert_true(last->has_red && last->red > plasma->months[plasma->year_split].red);
    assert_false(plasma->months[0].has_red);
    assert_string_equal(plasma->plan_label, "Plan 10\u202F800");
    assert_string_equal(plasma->red_label, "Red flag 9\u202F720");
}

static void a_red_flag_never_reads_like_the_plan(void **state) {
    struct reportcase *c = *state;
    c->report.unit = plan_unit(c->plan, "COL");
    const struct chart_columns *centres = columns(drawn(c), 0);
    assert_string_equal(centres->plan_label, "Plan 5");
    assert_string_equal(centres->red_label, "Red flag 4.5");
}

static void variances_are_signed_and_of_this_year_only(void **state) {
    const struct section *section = drawn(*state);
    const struct chart_columns *plasma = columns(section, 1);
    assert_null(plasma->months[plasma->year_split - 1].variance_label);
    assert_string_equal(plasma->months[plasma->count - 1].variance_label, "\u22122\u202F900");
    const struct chart_columns *vacancies = columns(section, 2);
    assert_string_equal(vacancies->months[vacancies->year_split].variance_label, "+3.8");
}

static void quarters_are_named_as_such_and_years_say_what_they_show(void **state) {
    const struct section *section = drawn(*state);
    const struct chart_columns *quarters = columns(section, 0);
    assert_int_equal(quarters->months_each, 3);
    assert_string_equal(quarters->months[0].initial, "Q1");
    assert_string_equal(quarters->months[quarters->count - 1].initial, "Q4");
    assert_string_equal(columns(section, 1)->months[0].initial, "A");
    assert_string_equal(quarters->first_note, "prior year");
    assert_string_equal(quarters->second_note, "actual, hatched = forecast, outline = plan");
}

static void whoever_is_off_track_without_a_chart_is_named(void **state) {
    const struct section *section = drawn(*state);
    size_t n = 3;
    assert_null(find(&section->blocks, BLOCK_CHART, &n));
    assert_non_null(strstr(the_block(section, BLOCK_TEXT, 1)->content.items.items[0].text,
                           "P1\u00a0Voluntary turnover, front line, 12 months"));
}

static void of_an_objective_the_longest_off_track_has_the_chart(void **state) {
    struct reportcase *c = *state;
    struct measure_result *results = (struct measure_result *)c->assessment->measures;
    for (size_t i = 0; i < c->plan->measures.count; i++)
        if (strcmp(results[i].measure->id, "M25") == 0)
            results[i].consecutive = 1; /* and M26 of the same objective for two months */
    assert_non_null(strstr(the_block(drawn(c), BLOCK_TEXT, 1)->content.items.items[0].text,
                           "P1\u00a0Front-line nursing vacancy rate."));
}

static const char *caption_of(const struct section *section, size_t n) {
    return the_block(section, BLOCK_CHART, n)->content.items.items[1].text;
}

static void what_a_deep_dive_draws_leaves_its_place_to_what_slipped(void **state) {
    struct reportcase *c = *state;
    struct section *section = document_section(c->report.document, "exceptions", "Exceptions");
    exceptioncharts_add(&c->report, section);
    assert_string_equal(caption_of(section, 0), "Voluntary turnover, front line, 12 months");
    assert_string_equal(caption_of(section, 1), "Orders filled in full and on time");
    assert_string_equal(caption_of(section, 2), "Sessions cancelled or cut short");
    size_t n = 3;
    assert_null(find(&section->blocks, BLOCK_CHART, &n));
}

static void the_charts_come_last(void **state) {
    const struct section *section = drawn(*state);
    const size_t count = section->blocks.items.count;
    assert_int_equal(section->blocks.items.items[count - 1]->kind, BLOCK_CHART);
    assert_int_equal(section->blocks.items.items[0]->kind, BLOCK_KEEP);
    assert_int_equal(section->blocks.items.items[0]->children.items.items[1]->kind, BLOCK_TABLE);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, reportcase_sample, reportcase_close)

int main(void) {
    const struct CMUnitTest tests[] = {
        CASE(bullet_graphs_begin_at_zero_and_hold_all_that_is_marked),
        CASE(ranges_have_five_zones_others_three),
        CASE(what_cannot_be_told_apart_from_zero_is_zoomed_and_said_so),
        CASE(the_red_flag_and_the_plan_are_those_of_each_period),
        CASE(a_red_flag_never_reads_like_the_plan),
        CASE(variances_are_signed_and_of_this_year_only),
        CASE(quarters_are_named_as_such_and_years_say_what_they_show),
        CASE(whoever_is_off_track_without_a_chart_is_named),
        CASE(of_an_objective_the_longest_off_track_has_the_chart),
        CASE(what_a_deep_dive_draws_leaves_its_place_to_what_slipped),
        CASE(the_charts_come_last)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

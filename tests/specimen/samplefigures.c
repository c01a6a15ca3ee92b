/* The charts of benefits, risks, alignment and the year, beside one another. */
#include "layout/chartmatrix.h"
#include "specimen/sample.h"

#define MINUS "\u2212"

struct chart *sample_figure(struct document *d, struct block_list *list, enum chart_kind kind,
                            mp height, const char *name, const char *unit) {
    struct block *block = block_add(d, list, BLOCK_CHART);
    struct chart *chart = arena_alloc(d->arena, sizeof *chart);
    *chart = (struct chart){.kind = kind, .height = height, .alt = name, .empty = "No values yet."};
    content_styled(d->arena, &block->content, STYLE_CAPTION_NAME, COLOUR_INHERIT, name);
    content_text(d->arena, &block->content, unit);
    block->chart = chart;
    return chart;
}

static struct chart *cell_figure(struct document *d, struct table_row *row, enum chart_kind kind,
                                 mp width, mp height) {
    struct chart *chart = arena_alloc(d->arena, sizeof *chart);
    *chart = (struct chart){.kind = kind, .width = width, .height = height};
    table_chart(d->arena, row, chart);
    return chart;
}

/* ---- benefits --------------------------------------------------------------------------------
 */

static void waterfall(struct document *d, struct block_list *list) {
    static const struct chart_step steps[] = {{"Re-estimate, N10", -2.0, MINUS "2.0", EFFECT_BAD},
                                              {"Scope cut, N06", -1.1, MINUS "1.1", EFFECT_BAD},
                                              {"Added, N07", 0.5, "+0.5", EFFECT_GOOD},
                                              {"Four others, net", 0, "\u00B10.0", EFFECT_NONE}};
    struct chart *chart =
        sample_figure(d, list, CHART_WATERFALL, MM(75), "Benefits of the portfolio ",
                      "CAD m, whole life, from the case to the forecast");
    chart->as.waterfall = (struct chart_waterfall){.from_name = "Business case",
                                                   .to_name = "Forecast at completion",
                                                   .from = {true, 14.2, "14.2"},
                                                   .to = {true, 11.6, "11.6"},
                                                   .steps = steps,
                                                   .count = 4,
                                                   .done = {true, 4.1, "4.1"},
                                                   .rest = {true, 7.5, "7.5"},
                                                   .done_word = "realised",
                                                   .rest_word = "to come"};
}

static void benefit_rows(struct document *d, struct block_list *list) {
    static const struct {
        const char *id, *name, *value;
        double at;
        enum chart_effect effect;
    } rows[] = {{"N10", "Data platform, stage 2", MINUS "2.0", -2, EFFECT_BAD},
                {"N06", "Mobile-team rostering", MINUS "1.1", -1.1, EFFECT_BAD},
                {"N01", "Appointment-first journey", "+0.5", .5, EFFECT_GOOD},
                {"N08", "Traceability to the bedside", "+0.1", .1, EFFECT_GOOD},
                {"N09", "Hospital stock interface", "0.0", 0, EFFECT_NONE}};
    struct table_block *t = block_table(d, list, "Benefits by initiative")->table;
    table_column(d->arena, t, "", ALIGN_LEFT, MM(9), STYLE_TABLE_BOLD)->head_actual = "Id";
    table_column(d->arena, t, "Initiative", ALIGN_LEFT, 0, STYLE_TABLE);
    table_column(d->arena, t, "Forecast less case", ALIGN_CENTRE, MM(32), STYLE_TABLE);
    for (size_t i = 0; i <= sizeof rows / sizeof *rows; i++) {
        const bool missing = i == sizeof rows / sizeof *rows;
        struct table_row *row = table_row(d->arena, t, ROW_BODY);
        table_text(d->arena, row, missing ? "N11" : rows[i].id)->colour = NAVY;
        table_text(d->arena, row, missing ? "Not yet estimated" : rows[i].name);
        struct chart *bar = cell_figure(d, row, CHART_VARIANCE, MM(32), MM(4));
        bar->as.variance = (struct chart_variance){
            .value = {!missing, missing ? 0 : rows[i].at, missing ? "\u2013" : rows[i].value},
            .most = 2,
            .widest = MINUS "2.0",
            .effect = missing ? EFFECT_NONE : rows[i].effect};
    }
}

void sample_benefits(struct document *d) {
    struct section *s = document_section(d, "benefits", "Benefits");
    struct block_list *list = &s->blocks;
    block_title(d, list,
                "Forecast benefits are CAD 2.6 m short of the case, and the data platform explains "
                "most of it",
                "Seven initiatives with a monetary benefit");
    waterfall(d, list);
    benefit_rows(d, list);
    static const struct chart_step steps[] = {
        {"A loss larger than all there was", -2220, MINUS "2\u202F220", EFFECT_BAD},
        {"Recovered from suppliers", 310, "+310", EFFECT_GOOD}};
    struct chart *chart = sample_figure(d, list, CHART_WATERFALL, MM(50), "Below zero ", "CAD k");
    chart->as.waterfall = (struct chart_waterfall){.from_name = "Case",
                                                   .to_name = "Forecast",
                                                   .from = {true, 1200, "1\u202F200"},
                                                   .to = {true, -710, MINUS "710"},
                                                   .steps = steps,
                                                   .count = 2,
                                                   .done = {true, 100, "100"},
                                                   .rest = {true, -810, NULL},
                                                   .done_word = "realised"};
}

/* ---- risks -----------------------------------------------------------------------------------
 */

static void risk_map(struct document *d, struct block_list *list, const struct chart_risk *risks,
                     size_t count, const char *name) {
    struct chart *chart =
        sample_figure(d, list, CHART_RISKMAP, MM(81.4), name, "likelihood by impact");
    chart->width = MM(102);
    chart->empty = "No risks recorded.";
    chart->as.riskmap =
        (struct chart_riskmap){.risks = risks,
                               .count = count,
                               .likelihood_label = "Likelihood: 1 rare to 5 almost certain",
                               .impact_label = "Impact: 1 minor to 5 severe"};
}

static const struct chart_risk *many_risks(struct document *d, size_t count) {
    struct chart_risk *risks = arena_array(d->arena, count, sizeof *risks);
    unsigned seed = 7;
    for (size_t i = 0; i < count; i++) {
        int draws[4];
        for (int k = 0; k < 4; k++) {
            seed = seed * 1103515245u + 12345u;
            draws[k] = (int)(seed >> 16) % (k < 2 ? 5 : 3);
        }
        const int likelihood = 1 + draws[0];
        const int impact = 1 + draws[1];
        risks[i] =
            (struct chart_risk){.id = arena_printf(d->arena, "R%02zu", i + 1),
                                .inherent_likelihood = likelihood,
                                .inherent_impact = impact,
                                .likelihood = likelihood > draws[2] ? likelihood - draws[2] : 1,
                                .impact = impact > draws[3] ? impact - draws[3] : 1};
        risks[i].above = risks[i].likelihood * risks[i].impact > 9;
    }
    return risks;
}

void sample_risks(struct document *d) {
    static const struct chart_risk risks[] = {
        {"R02", 1, 5, 3, 5, false}, {"R03", 1, 4, 2, 5, false}, {"R04", 4, 4, 5, 4, true},
        {"R05", 2, 3, 3, 3, false}, {"R06", 2, 3, 4, 4, false}, {"R07", 3, 5, 4, 5, true},
        {"R08", 2, 4, 3, 4, false}, {"R09", 3, 3, 4, 3, false}, {"R11", 3, 4, 3, 4, true},
        {"R12", 2, 4, 3, 4, false}};
    struct section *s = document_section(d, "risks", "Risks and controls");
    struct block_list *list = &s->blocks;
    block_title(d, list, "Three risks are above appetite, and all three have worsened since June",
                "Ten risks rated 1\u20135 by 1\u20135");
    risk_map(d, list, risks, 10, "Ten risks ");
    risk_map(d, list, many_risks(d, 40), 40, "Forty risks ");
}

void sample_no_risks(struct document *d, struct block_list *list) {
    risk_map(d, list, NULL, 0, "No risks ");
}

/* ---- alignment -------------------------------------------------------------------------------
 */

enum { UNITS = 11, OBJECTIVES = 20 };

static const char *const units[UNITS] = {
    "Donor Services",     "Marketing", "Operations", "Laboratories", "Supply Chain", "Logistics",
    "Hospital Relations", "Quality",   "HR",         "IT",           "Finance"};

static const struct chart_matrix_group perspectives[] = {{"Community & Patients", 4},
                                                         {"Donors & Partners", 4},
                                                         {"Internal Process", 7},
                                                         {"People & Technology", 3},
                                                         {"Stewardship", 2}};

static const char *digit(struct document *d, int n) {
    return arena_printf(d->arena, "%d", n);
}

static void cascade(struct document *d, struct block_list *list) {
    static const char *const heads[OBJECTIVES] = {"S1", "S2", "S3", "S4", "D1", "D2", "D3",
                                                  "D4", "I1", "I2", "I3", "I4", "I5", "I6",
                                                  "I7", "L1", "L2", "L3", "G1", "G2"};
    static const char *const end_heads[] = {"Traced", "%"};
    static const char *const counts[UNITS] = {
        "..1..31....1...1....", "..1...2.....1.......", "...11........2.1.1..",
        ".1........3..1...1..", "1..13...11..........", "2........1..........",
        "1......2.1..........", ".2........1......1..", "...............2.1..",
        "................2...", "...1..............21"};
    struct chart_matrix_row *rows = arena_array(d->arena, UNITS, sizeof *rows);
    struct chart_matrix_text *totals = arena_array(d->arena, OBJECTIVES, sizeof *totals);
    for (int i = 0; i < UNITS; i++) {
        struct chart_matrix_cell *cells = arena_array(d->arena, OBJECTIVES, sizeof *cells);
        struct chart_matrix_text *ends = arena_array(d->arena, 2, sizeof *ends);
        for (int k = 0; k < OBJECTIVES; k++) {
            const int n = counts[i][k] == '.' ? 0 : counts[i][k] - '0';
            cells[k] = (struct chart_matrix_cell){.label = n ? digit(d, n) : NULL, .level = n};
        }
        ends[0].text = i == 9 ? "2 of 7" : "5 of 5";
        ends[1] = (struct chart_matrix_text){i == 9 ? "29" : "100", true, i == 9};
        rows[i] = (struct chart_matrix_row){units[i], cells, ends};
    }
    for (int k = 0; k < OBJECTIVES; k++)
        totals[k] = (struct chart_matrix_text){digit(d, k % 5), true, k % 5 == 0};
    static const struct chart_matrix_text total_ends[] = {{"54 of 67", true, false},
                                                          {"81", true, false}};
    struct chart *chart = sample_figure(d, list, CHART_MATRIX, 0,
                                        "Unit objectives that support each corporate objective ",
                                        "number of links; darker = more");
    chart->as.matrix = (struct chart_matrix){.groups = perspectives,
                                             .group_count = 5,
                                             .heads = heads,
                                             .column_count = OBJECTIVES,
                                             .rows = rows,
                                             .row_count = UNITS,
                                             .end_heads = end_heads,
                                             .end_count = 2,
                                             .total_name = "Links in all",
                                             .totals = totals,
                                             .total_ends = total_ends};
    chart->height = chartmatrix_height(&chart->as.matrix);
}

static void heat_table(struct document *d, struct block_list *list) {
    static const char *const heads[] = {"Community & Patients", "Donors", "Process", "People",
                                        "Stewardship"};
    static const char *const end_heads[] = {"Score"};
    struct chart_matrix_row *rows = arena_array(d->arena, 5, sizeof *rows);
    for (int i = 0; i < 5; i++) {
        struct chart_matrix_cell *cells = arena_array(d->arena, 5, sizeof *cells);
        struct chart_matrix_text *ends = arena_array(d->arena, 1, sizeof *ends);
        for (int k = 0; k < 5; k++) {
            const enum mark mark = (enum mark)(1 + (i + k) % 5);
            cells[k] = (struct chart_matrix_cell){.label = mark_letter(mark), .mark = mark};
        }
        ends[0] = (struct chart_matrix_text){i == 3 ? "\u2013" : "58", true, false};
        rows[i] = (struct chart_matrix_row){
            i == 1 ? "Hospital Relations and Community Partnerships of the North" : units[i], cells,
            ends};
    }
    struct chart *chart =
        sample_figure(d, list, CHART_MATRIX, 0, "Status of each unit ", "by perspective");
    chart->as.matrix = (struct chart_matrix){.heads = heads,
                                             .column_count = 5,
                                             .rows = rows,
                                             .row_count = 5,
                                             .end_heads = end_heads,
                                             .end_count = 1,
                                             .cell_most = MM(24),
                                             .head_lines = 2};
    chart->height = chartmatrix_height(&chart->as.matrix);
}

static void base_rates(struct document *d, struct block_list *list) {
    static const struct {
        const char *name;
        double own, base;
        const char *own_label, *base_label, *words;
    } rows[] = {{"Units\u2019 budgets linked to strategy, % of budget", 71, 40, "71", "40",
                 "60 % of organizations do not link budgets"},
                {"Front line with incentives linked, %", 12, 10, "12", "10", "over 90 % have none"},
                {"Executive team: one hour a month or more, %", 100, 15, "100", "15",
                 "85 % spend under one hour"},
                {"Employees aware of the strategy, %", 0, 5, "0", "5", "95 % unaware"}};
    struct table_block *t = block_table(d, list, "Base rates")->table;
    table_column(d->arena, t, "Measure of the links", ALIGN_LEFT, 0, STYLE_TABLE);
    table_column(d->arena, t, "This organization (dark) and base rate (light)", ALIGN_LEFT, MM(56),
                 STYLE_TABLE);
    table_column(d->arena, t, "Base rate in words", ALIGN_LEFT, MM(55), STYLE_TABLE_GREY)->gap =
        MM(4);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct table_row *row = table_row(d->arena, t, ROW_BODY);
        table_text(d->arena, row, rows[i].name);
        cell_figure(d, row, CHART_RATE, MM(56), MM(4.9))->as.rate =
            (struct chart_rate){{true, rows[i].own, rows[i].own_label},
                                {true, rows[i].base, rows[i].base_label},
                                100,
                                "100"};
        table_text(d->arena, row, rows[i].words);
    }
}

void sample_alignment(struct document *d) {
    struct section *s = document_section(d, "alignment", "Alignment");
    struct block_list *list = &s->blocks;
    block_title(d, list,
                "Four of five unit objectives trace to the strategy; IT, HR and Logistics "
                "lag behind",
                "Eleven units, 67 unit objectives, 20 corporate objectives");
    cascade(d, list);
    block_heading(d, list, "Strategy execution against the base rates", NULL);
    base_rates(d, list);
    heat_table(d, list);
}

/* ---- the year --------------------------------------------------------------------------------
 */

static enum year_mark mark_of(char letter) {
    return letter == 'x' ? YEAR_DONE : letter == 'o' ? YEAR_TO_COME : YEAR_NOTHING;
}

void sample_year(struct document *d, struct block_list *list) {
    static const char *const names[] = {"Apr", "May", "Jun", "Jul", "Aug", "Sep",
                                        "Oct", "Nov", "Dec", "Jan", "Feb", "Mar"};
    static const struct {
        const char *name, *months;
        bool separate;
    } rows[] = {{"Scorecard and measures", "xxxxxxoooooo", true},
                {"Strategy reviews", "..x..x..o..o", false},
                {"Strategic planning", "....xxo.....", false},
                {"Alignment and cascade", "......ooo...", false},
                {"Communication", "x..x..o..o..", false},
                {"Best practices", "............", false}};
    block_heading(d, list, "The strategy year", "done solid, to come hollow, current month shaded");
    struct table_block *t = block_table(d, list, "The strategy year")->table;
    t->padding = MM(0.4);
    table_column(d->arena, t, "", ALIGN_LEFT, 0, STYLE_TABLE)->head_actual = "Process";
    table_column(d->arena, t, "", ALIGN_LEFT, MM(126), STYLE_TABLE)->head_actual = "Months";
    struct chart *head = arena_alloc(d->arena, sizeof *head);
    *head = (struct chart){.kind = CHART_YEAR_HEAD, .height = MM(4.4)};
    head->as.year = (struct chart_year){.count = 12, .now = 6, .names = names};
    t->columns.items[1].head_chart = head;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct table_row *row = table_row(d->arena, t, ROW_BODY);
        table_text(d->arena, row, rows[i].name);
        enum year_mark *marks = arena_array(d->arena, 12, sizeof *marks);
        for (int k = 0; k < 12; k++)
            marks[k] = mark_of(rows[i].months[k]);
        cell_figure(d, row, CHART_YEAR_ROW, 0, MM(4.6))->as.year = (struct chart_year){
            .marks = marks, .count = 12, .now = 6, .separate = rows[i].separate};
    }
}

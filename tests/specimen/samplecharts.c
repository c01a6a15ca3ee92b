#include "specimen/sample.h"

static struct chart *chart_new(struct document *d, enum chart_kind kind, mp width, mp height) {
    struct chart *chart = arena_alloc(d->arena, sizeof *chart);
    *chart = (struct chart){.kind = kind, .width = width, .height = height};
    return chart;
}

static void add_chart(struct document *d, struct block_list *list, const struct chart *chart,
                      const char *name, const char *unit) {
    struct block *block = block_add(d, list, BLOCK_CHART);
    block->chart = chart;
    content_styled(d->arena, &block->content, STYLE_CAPTION_NAME, COLOUR_INHERIT, name);
    content_text(d->arena, &block->content, unit);
}

const char *sample_month(struct document *d, int month) {
    static const char *const names[] = {"April",    "May",       "June",     "July",
                                        "August",   "September", "October",  "November",
                                        "December", "January",   "February", "March"};
    return arena_printf(d->arena, "%s %d", names[month % 12], 2024 + (month + 3) / 12);
}

static const struct chart_month *months(struct document *d, bool wide) {
    static const char *const initials[] = {"A", "M", "J", "J", "A", "S",
                                           "O", "N", "D", "J", "F", "M"};
    static const double values[24] = {4.8, 4.9, 5.1, 5.0, 4.7, 4.6, 4.8, 5.0, 5.2, 4.9, 4.7, 4.8,
                                      4.9, 4.6, 4.3, 4.0, 3.7, 3.4, 3.5, 3.6, 3.8, 3.7, 3.8, 3.9};
    static const char *const labels[24] = {"4.8", "4.9", "5.1", "5.0", "4.7", "4.6", "4.8", "5.0",
                                           "5.2", "4.9", "4.7", "4.8", "4.9", "4.6", "4.3", "4.0",
                                           "3.7", "3.4", "3.5", "3.6", "3.8", "3.7", "3.8", "3.9"};
    static const char *const variances[12] = {"\u2212"
                                              "0.1",
                                              "\u2212"
                                              "0.4",
                                              "\u2212"
                                              "0.7",
                                              "\u2212"
                                              "1.0",
                                              "\u2212"
                                              "1.3",
                                              "\u2212"
                                              "1.6",
                                              "\u2212"
                                              "1.5",
                                              "\u2212"
                                              "1.4",
                                              "\u2212"
                                              "1.2",
                                              "\u2212"
                                              "1.3",
                                              "\u2212"
                                              "1.2",
                                              "\u2212"
                                              "1.1"};
    struct chart_month *out = arena_array(d->arena, 24, sizeof *out);
    for (int i = 0; i < 24; i++) {
        const int many = (int)(values[i] * 700 + 0.5);
        const struct chart_value value = {
            true, wide ? many : values[i],
            wide ? arena_printf(d->arena, "%d\u202F%03d", many / 1000, many % 1000) : labels[i]};
        out[i].initial = initials[i % 12];
        out[i].name = sample_month(d, i);
        out[i].prior_year = i < 12;
        if (i < 18)
            out[i].actual = value;
        else
            out[i].forecast = value;
        if (i >= 12) {
            out[i].plan =
                (struct chart_value){true, wide ? 3500 : 5.0, wide ? "3\u202F500" : "5.0"};
            out[i].variance_label = wide ? NULL : variances[i - 12];
        }
    }
    out[17].status = MARK_RED;
    if (wide)
        out[4].actual.known = false;
    return out;
}

static const struct chart *month_chart(struct document *d, enum chart_kind kind, mp height,
                                       bool wide) {
    struct chart *chart = chart_new(d, kind, 0, height);
    chart->alt = "Red-cell cover over 24 months, last value 3.4 days against a plan of 5.0";
    chart->as.columns =
        (struct chart_columns){.months = months(d, wide),
                               .count = 24,
                               .year_split = 12,
                               .first_year = "2024/25 actual, prior year",
                               .second_year = "2025/26 actual",
                               .forecast_label = "forecast",
                               .variance_label = "Variance to plan",
                               .has_red = true,
                               .red = wide ? 3400 : 4.0,
                               .plan_label = wide ? "Plan 3\u202F500" : "Plan 5.0",
                               .red_label = wide ? "Red flag 3\u202F400" : "Red flag 4.0",
                               .variance_strip = !wide};
    return chart;
}

static void bullets(struct document *d, struct block_list *list) {
    struct table_block *t = block_table(d, list, "Measures")->table;
    table_column(d->arena, t, "Measure", ALIGN_LEFT, 0, STYLE_TABLE);
    table_column(d->arena, t, "Actual, forecast and plan on one scale from zero", ALIGN_LEFT,
                 MM(62), STYLE_TABLE);
    table_column(d->arena, t, "Actual", ALIGN_RIGHT, MM(11), STYLE_TABLE_BOLD);
    table_column(d->arena, t, "Plan", ALIGN_RIGHT, MM(10), STYLE_TABLE);
    table_column(d->arena, t, "Status", ALIGN_LEFT, MM(12), STYLE_TABLE);
    static const struct chart_bullet looks[] = {
        {.to = 6,
         .red = 4,
         .target = 5,
         .has_red = true,
         .has_target = true,
         .actual = {true, 3.4, NULL},
         .forecast = {true, 3.9, NULL}},
        {.to = 18,
         .red = 13,
         .target = 10,
         .has_red = true,
         .has_target = true,
         .lower_better = true,
         .actual = {true, 14.2, NULL},
         .forecast = {true, 13.1, NULL}},
        {.to = 40,
         .red = 31,
         .target = 33.5,
         .has_red = true,
         .has_target = true,
         .actual = {true, 31.8, NULL},
         .forecast = {true, 32.6, NULL}},
        {.to = 40,
         .red = 20,
         .target = 30,
         .has_red = true,
         .has_target = true,
         .range = true,
         .actual = {true, 25, NULL}},
        {.to = 40, .red = 20, .target = 30, .has_target = true}};
    for (size_t i = 0; i < sizeof looks / sizeof *looks; i++) {
        struct table_row *row = table_row(d->arena, t, ROW_BODY);
        struct table_cell *name = table_cell(d->arena, row);
        name->header = true;
        content_styled(d->arena, cell_content(d->arena, name), STYLE_TABLE_BOLD, COLOUR_INHERIT,
                       "Red-cell cover, group O");
        content_styled(d->arena, cell_paragraph(d->arena, name), STYLE_TABLE_GREY, COLOUR_INHERIT,
                       "days, higher is better");
        struct chart *chart = chart_new(d, CHART_BULLET, MM(62), MM(4.4));
        chart->as.bullet = looks[i];
        table_chart(d->arena, row, chart);
        table_text(d->arena, row, i == 4 ? "\u2013" : "3.4");
        table_text(d->arena, row, "5.0");
        content_mark(d->arena, cell_content(d->arena, table_cell(d->arena, row)),
                     (enum mark)(5 - (int)i), mark_letter((enum mark)(5 - (int)i)), "status");
    }
}

void sample_deep_dive(struct document *d) {
    struct section *s =
        document_section(d, "deep", "Deep dive \u00B7 D1 Match collection to hospital demand");
    struct block_list *list = &s->blocks;
    block_title(d, list,
                "Group O cover has fallen for five months because collection follows the calendar, "
                "not demand",
                "D1 Match collection to hospital demand \u00B7 Donors & Partners");
    add_chart(d, list, month_chart(d, CHART_COLUMNS, MM(81), false), "Red-cell cover, group O ",
              "days of average issues, end of month");
    bullets(d, list);
    add_chart(d, list, month_chart(d, CHART_LINE, MM(50), false), "Red-cell cover, group O ",
              "as a line");
    add_chart(d, list, month_chart(d, CHART_COLUMNS, MM(60), true), "Donors ",
              "with four digits and a gap");
    add_chart(d, list, month_chart(d, CHART_LINE, MM(45), true), "Donors ", "as a line with a gap");
    sample_figure(d, list, CHART_COLUMNS, MM(30), "Nothing ", "no values at all");
}

void sample_portfolio(struct document *d) {
    static const int32_t quarters[] = {20179, 20270, 20362, 20454, 20544,
                                       20635, 20727, 20819, 20909};
    static const int32_t years[] = {20179, 20544};
    static const char *const year_labels[] = {"2025/26", "2026/27"};
    static const char *const initials[] = {"A", "M", "J", "J", "A", "S", "O", "N",
                                           "D", "J", "F", "M", "A", "M", "J", "J",
                                           "A", "S", "O", "N", "D", "J", "F", "M"};
    int32_t *days = arena_array(d->arena, 24, sizeof *days);
    for (int i = 0; i < 24; i++)
        days[i] = 20179 + (int32_t)(i * 30.4);
    struct section *s = document_section(d, "portfolio", "Initiative portfolio");
    s->orientation = LANDSCAPE;
    struct block_list *list = &s->blocks;
    block_title(d, list,
                "Three of fourteen initiatives need the board; the data platform alone causes the "
                "overrun",
                "Schedule, budget and benefit \u00B7 CAD 24.9 m approved");
    struct table_block *t = block_table(d, list, "Portfolio")->table;
    table_column(d->arena, t, "", ALIGN_LEFT, MM(8.5), STYLE_TABLE_BOLD);
    table_column(d->arena, t, "Initiative", ALIGN_LEFT, 0, STYLE_TABLE);
    table_column(d->arena, t, "Owner", ALIGN_LEFT, MM(24), STYLE_TABLE_GREY);
    table_column(d->arena, t, "Done %", ALIGN_RIGHT, MM(10), STYLE_TABLE);
    table_column(d->arena, t, "Schedule", ALIGN_LEFT, MM(12), STYLE_TABLE);
    table_column(d->arena, t, "Budget", ALIGN_LEFT, MM(12), STYLE_TABLE);
    table_column(d->arena, t, "", ALIGN_LEFT, MM(96), STYLE_TABLE);
    t->columns.items[0].head_actual = "Id";
    t->columns.items[6].gap = MM(4);
    struct chart *head = chart_new(d, CHART_GANTT_HEAD, 0, MM(8.4));
    head->as.gantt = (struct chart_gantt){.from = 20179,
                                          .to = 20909,
                                          .as_of = 20361,
                                          .quarters = quarters,
                                          .quarter_count = 9,
                                          .months = days,
                                          .month_initials = initials,
                                          .month_count = 24,
                                          .years = years,
                                          .year_labels = year_labels,
                                          .year_count = 2};
    t->columns.items[6].head_chart = head;
    t->columns.items[6].head_actual = "Timeline";
    struct chart_gantt_milestone *marks = arena_array(d->arena, 3, sizeof *marks);
    marks[0] = (struct chart_gantt_milestone){20240, MILESTONE_REACHED};
    marks[1] = (struct chart_gantt_milestone){20330, MILESTONE_OVERDUE};
    marks[2] = (struct chart_gantt_milestone){20480, MILESTONE_DUE};
    for (int i = 0; i < 14; i++) {
        struct table_row *row = table_row(d->arena, t, ROW_BODY);
        row->min_height = MM(7.2);
        struct table_cell *id = table_text(d->arena, row, "N01");
        id->colour = NAVY;
        id->header = true;
        table_text(d->arena, row, "Appointment-first journey");
        table_text(d->arena, row, "Donor Services");
        table_text(d->arena, row, "92");
        for (int k = 0; k < 2; k++)
            content_mark(d->arena, cell_content(d->arena, table_cell(d->arena, row)),
                         (enum mark)(1 + (i + k) % 5), mark_letter((enum mark)(1 + (i + k) % 5)),
                         "x");
        struct chart *bar = chart_new(d, CHART_GANTT_ROW, 0, MM(7.2));
        bar->as.gantt = head->as.gantt;
        bar->as.gantt.start = 20100 + i * 40;
        bar->as.gantt.end = bar->as.gantt.start + 330;
        bar->as.gantt.done = 1 - i / 14.0;
        bar->as.gantt.milestones = marks;
        bar->as.gantt.milestone_count = i < 9 ? 3 : 0;
        table_chart(d->arena, row, bar);
    }
    struct table_row *total = table_row(d->arena, t, ROW_TOTAL);
    table_text(d->arena, total, "");
    table_text(d->arena, total, "14 initiatives")->style = STYLE_TABLE_BOLD;
    struct block *columns = block_add(d, list, BLOCK_COLUMNS);
    static const char *const heads[] = {"Step in now", "Candidates to stop or merge",
                                        "Objectives off track that nothing moves"};
    for (int i = 0; i < 3; i++)
        vec_add(d->arena, &columns->columns);
    for (int i = 0; i < 3; i++) {
        block_heading(d, &columns->columns.items[i], heads[i], i == 0 ? "late, over budget" : NULL);
        block_text(d, &columns->columns.items[i], STYLE_NOTES,
                   "N10 15 % over budget and 61 days late, decision item 4");
    }
}

static void shares(struct document *d, struct block_list *list) {
    block_heading(d, list, "Who does what", "FTE share by person and process 1\u20139");
    struct table_block *t = block_table(d, list, "People")->table;
    t->padding = MM(0.5);
    table_column(d->arena, t, "Person or vacancy", ALIGN_LEFT, 0, STYLE_DENSE);
    static const char *const numbers[] = {"1", "2", "3", "4", "5", "6", "7", "8", "9"};
    for (int i = 0; i < 9; i++) {
        struct table_column *column =
            table_column(d->arena, t, numbers[i], ALIGN_CENTRE, MM(9.2), STYLE_DENSE);
        column->gap = MM(0.2);
    }
    table_column(d->arena, t, "FTE", ALIGN_RIGHT, MM(12), STYLE_DENSE_BOLD);
    for (int i = 0; i < 4; i++) {
        struct table_row *row = table_row(d->arena, t, ROW_BODY);
        table_text(d->arena, row, i == 3 ? "Vacancy: portfolio analyst" : "Head of the Office")
            ->header = true;
        for (int k = 0; k < 9; k++) {
            struct chart *cell = chart_new(d, CHART_SHARE, 0, MM(3.8));
            cell->as.share = (struct chart_share){(i + k) % 4 ? NULL : ".25", i == 3, k % 4};
            cell->as.share.outlined &= cell->as.share.label != NULL;
            table_chart(d->arena, row, cell);
        }
        table_text(d->arena, row, "1.00");
    }
}

void sample_office(struct document *d) {
    struct section *s = document_section(d, "office", "Strategy office");
    struct block_list *list = &s->blocks;
    block_title(
        d, list,
        "The office plans 6.00 FTE and fills 4.50; alignment is below the band and 1.50 are "
        "vacant",
        "Office of Strategy Management \u00B7 plan and filled on 30 September 2025");
    struct chart *total = chart_new(d, CHART_FTE_TOTAL, MM(174), MM(17));
    total->alt = "Plan 6.00, filled 4.50, benchmark 6 to 8";
    total->as.fte = (struct chart_fte){
        6, 4.5, 6, 8, 9, true, "plan 6.00", "filled 4.50", "published benchmark 6\u20138"};
    add_chart(d, list, total, "Total of the office ",
              "FTE, plan outlined, filled solid, benchmark shaded");
    block_heading(d, list, "The nine processes", "FTE against the benchmark band");
    struct table_block *t = block_table(d, list, "Processes")->table;
    table_column(d->arena, t, "", ALIGN_LEFT, MM(4.4), STYLE_TABLE_BOLD);
    table_column(d->arena, t, "Process", ALIGN_LEFT, 0, STYLE_TABLE);
    table_column(d->arena, t, "Plan", ALIGN_RIGHT, MM(10), STYLE_TABLE);
    table_column(d->arena, t, "Filled", ALIGN_RIGHT, MM(10), STYLE_TABLE_BOLD);
    table_column(d->arena, t, "Scale 0 to 2.0 FTE", ALIGN_LEFT, MM(48), STYLE_TABLE);
    table_column(d->arena, t, "Plan against band", ALIGN_LEFT, MM(30), STYLE_TABLE);
    t->columns.items[0].head_actual = "No.";
    static const struct chart_fte rows[] = {{1, 1, 1, 1, 2, true, NULL, NULL, NULL},
                                            {.75, .5, 1, 1.5, 2, true, NULL, NULL, NULL},
                                            {.75, .75, .5, 1, 2, true, NULL, NULL, NULL},
                                            {0, 0, .5, .5, 2, true, NULL, NULL, NULL}};
    table_text(d->arena, table_row(d->arena, t, ROW_GROUP), "Core, must run");
    for (int i = 0; i < 4; i++) {
        struct table_row *row = table_row(d->arena, t, ROW_BODY);
        const char digit[2] = {(char)('1' + i), '\0'};
        table_text(d->arena, row, arena_strdup(d->arena, digit))->colour = NAVY;
        table_text(d->arena, row, "Scorecard Management")->header = true;
        table_text(d->arena, row, "1.00");
        table_text(d->arena, row, "0.75");
        struct chart *bar = chart_new(d, CHART_FTE_ROW, 0, MM(6.2));
        bar->as.fte = rows[i];
        table_chart(d->arena, row, bar);
        struct content *verdict = cell_content(d->arena, table_cell(d->arena, row));
        content_mark(d->arena, verdict,
                     i == 1   ? MARK_AMBER
                     : i == 3 ? MARK_GREY
                              : MARK_GREEN,
                     NULL, NULL);
        content_text(d->arena, verdict,
                     i == 1   ? " under \u2212"
                                "0.25"
                     : i == 3 ? " under \u2212"
                                "0.50, note"
                              : " within");
    }
    shares(d, list);
    sample_year(d, list);
}

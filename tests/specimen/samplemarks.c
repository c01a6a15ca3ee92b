/* Every mark at every size, and the looks of a table, a panel and a bar. */
#include "specimen/sample.h"

static const char *const words[5] = {"Exceeds", "On track", "At risk", "Off track", "No data"};

static void sized(struct document *d, struct table_row *row, enum mark mark, mp size) {
    content_mark(d->arena, cell_content(d->arena, table_cell(d->arena, row)), mark, NULL,
                 words[mark - 1])
        ->size = size;
}

static void statuses(struct document *d, struct block_list *list) {
    static const char *const meanings[5] = {
        "at or beyond the stretch value, where one is set", "at the target or better",
        "not at the target, but not beyond the red flag", "beyond the red flag",
        "nothing to judge: no value, not yet due, stale, too little"};
    block_heading(d, list, "Statuses", "shape and letter, shape and word, tint");
    struct table_block *t = block_table(d, list, "Statuses")->table;
    table_column(d->arena, t, "Status", ALIGN_LEFT, MM(20), STYLE_TABLE_BOLD);
    table_column(d->arena, t, "Letter", ALIGN_LEFT, MM(14), STYLE_TABLE);
    table_column(d->arena, t, "Key", ALIGN_LEFT, MM(10), STYLE_TABLE);
    table_column(d->arena, t, "Table", ALIGN_LEFT, MM(10), STYLE_TABLE);
    table_column(d->arena, t, "Message", ALIGN_LEFT, MM(14), STYLE_TABLE);
    table_column(d->arena, t, "Pill", ALIGN_LEFT, MM(26), STYLE_TABLE);
    table_column(d->arena, t, "Meaning", ALIGN_LEFT, 0, STYLE_TABLE_GREY);
    for (int i = 0; i < 5; i++) {
        const enum mark mark = (enum mark)(i + 1);
        struct table_row *row = table_row(d->arena, t, ROW_BODY);
        table_text(d->arena, row, words[i])->header = true;
        content_mark(d->arena, cell_content(d->arena, table_cell(d->arena, row)), mark,
                     mark_letter(mark), words[i]);
        sized(d, row, mark, MM(2.3));
        sized(d, row, mark, MM(2.6));
        sized(d, row, mark, MM(3));
        struct inline_item *pill =
            content_text(d->arena, cell_content(d->arena, table_cell(d->arena, row)), words[i]);
        pill->kind = INLINE_PILL;
        pill->mark = mark;
        table_text(d->arena, row, meanings[i]);
    }
}

static void others(struct document *d, struct block_list *list) {
    static const char *const trends[3] = {"\u00A0improving   ", "\u00A0steady   ",
                                          "\u00A0worsening"};
    static const char *const purposes[3] = {"Decide", "Discuss", "Note"};
    struct block *columns = block_add(d, list, BLOCK_COLUMNS);
    for (int i = 0; i < 2; i++)
        vec_add(d->arena, &columns->columns);
    block_heading(d, &columns->columns.items[0], "Trends", "goodness, not direction");
    struct block *text = block_text(d, &columns->columns.items[0], STYLE_BODY, NULL);
    for (int i = 0; i < 3; i++) {
        content_trend(d->arena, &text->content, (enum trend_mark)(i + 1), NULL);
        content_text(d->arena, &text->content, trends[i]);
    }
    block_heading(d, &columns->columns.items[1], "Purposes", "of an item of the agenda");
    text = block_text(d, &columns->columns.items[1], STYLE_BODY, NULL);
    for (int i = 0; i < 3; i++) {
        struct inline_item *pill = content_text(d->arena, &text->content, purposes[i]);
        pill->kind = INLINE_PURPOSE;
        pill->purpose = (enum purpose_mark)i;
        content_text(d->arena, &text->content, "  ");
    }
}

static void budget(struct document *d, struct block_list *list, bool zebra) {
    static const char *const rows[][4] = {
        {"Donors", NULL, NULL, NULL},
        {"Mobile teams", "12.4", "11.85", "\u22120.55"},
        {"Fixed sites", "1\u202F204", "1\u202F198.5", "\u22125.5"},
        {"Laboratories", NULL, NULL, NULL},
        {"Testing", "0.75", "\u2013", "\u2013"},
        {"Reference work", "88.2", "91.0", "+2.8"},
        {"Storage", "31", "31", "0"}};
    struct table_block *t =
        block_table(d, list, zebra ? "Budget in bands" : "Budget with hairlines")->table;
    t->zebra = zebra;
    table_column(d->arena, t, "Budget line", ALIGN_LEFT, 0, STYLE_TABLE);
    table_column(d->arena, t, "Plan", ALIGN_DECIMAL, MM(15), STYLE_TABLE)->band = "CAD m";
    table_column(d->arena, t, "Forecast", ALIGN_DECIMAL, MM(15), STYLE_TABLE_BOLD)->band = "CAD m";
    table_column(d->arena, t, "\u0394", ALIGN_DECIMAL, MM(12), STYLE_TABLE);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct table_row *row = table_row(d->arena, t, rows[i][1] ? ROW_BODY : ROW_GROUP);
        table_text(d->arena, row, rows[i][0])->header = rows[i][1] != NULL;
        for (int k = 1; rows[i][1] && k < 4; k++)
            table_text(d->arena, row, rows[i][k]);
    }
    struct table_row *total = table_row(d->arena, t, ROW_TOTAL);
    static const char *const sums[] = {"All lines", "1\u202F336.35", "1\u202F332.35", "\u22124.0"};
    for (int k = 0; k < 4; k++)
        table_text(d->arena, total, sums[k])->style = STYLE_TABLE_BOLD;
}

static void spans(struct document *d, struct block_list *list) {
    block_heading(d, list, "Spans", "a cell over two rows, a cell over three columns");
    struct table_block *t = block_table(d, list, "Spans")->table;
    table_column(d->arena, t, "Perspective", ALIGN_LEFT, MM(34), STYLE_TABLE_BOLD);
    table_column(d->arena, t, "Objective", ALIGN_LEFT, 0, STYLE_TABLE);
    table_column(d->arena, t, "Actual", ALIGN_RIGHT, MM(16), STYLE_TABLE_BOLD);
    table_column(d->arena, t, "Plan", ALIGN_RIGHT, MM(16), STYLE_TABLE);
    static const char *const names[4] = {"Fill every order in full",
                                         "Stay the service people trust",
                                         "Match collection to demand", "Draw younger donors"};
    static const char *const figures[3][2] = {{"95.6", "96.5"}, {"85", "80"}, {"3.4", "5.0"}};
    for (unsigned i = 0; i < 4; i++) {
        struct table_row *row = table_row(d->arena, t, ROW_BODY);
        if (i % 2 == 0) {
            struct table_cell *cell =
                table_text(d->arena, row, i ? "Donors & Partners" : "Community & Patients");
            cell->row_span = 2;
            cell->header = true;
            row->rule = RULE_HAIRLINE;
        }
        struct table_cell *name = table_text(d->arena, row, names[i]);
        if (i == 3) {
            name->column_span = 3;
            content_styled(d->arena, cell_content(d->arena, name), STYLE_TABLE_GREY, GREY,
                           ": not measured before the survey of November");
            continue;
        }
        for (int k = 0; k < 2; k++)
            table_text(d->arena, row, figures[i][k]);
    }
}

void sample_marks(struct document *d) {
    struct section *s = document_section(d, "marks", "Marks and tables");
    struct block_list *list = &s->blocks;
    block_title(d, list,
                "Every status is told by shape, letter and word, and never by colour alone",
                "Marks at the size of a key, of a table and of a message; what a table can do");
    statuses(d, list);
    others(d, list);
    struct block *columns = block_add(d, list, BLOCK_COLUMNS);
    for (int i = 0; i < 2; i++)
        vec_add(d->arena, &columns->columns);
    static const char *const notes[2] = {"hairlines, as in the packet", "or bands"};
    for (int i = 0; i < 2; i++) {
        block_heading(d, &columns->columns.items[i], "Table", notes[i]);
        budget(d, &columns->columns.items[i], i == 1);
    }
    spans(d, list);
    block_heading(d, list, "Panel and bar", NULL);
    block_text(d, &block_add(d, list, BLOCK_PANEL)->children, STYLE_BODY,
               "Draft resolution: The Board approves a reserve of group O red cells raised by a "
               "quarter from 1 November.");
    block_text(d, &block_add(d, list, BLOCK_RECOMMENDATION)->children, STYLE_BODY,
               "Recommendation: B. It costs less than one week of C.");
}

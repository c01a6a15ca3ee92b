#include "specimen/sample.h"

#include <string.h>

static const char *const words[5] = {"Exceeds", "On track", "At risk", "Off track", "No data"};

static void cover(struct document *d) {
    struct section *s = document_section(d, "cover", "Cover");
    s->bare = true;
    s->in_outline = false;
    struct block_list *list = &s->blocks;
    struct chart *ramp = arena_alloc(d->arena, sizeof *ramp);
    *ramp = (struct chart){.kind = CHART_RAMP, .height = MM(3.2), .as.ramp = 5};
    block_add(d, list, BLOCK_CHART)->chart = ramp;
    block_add(d, list, BLOCK_AT)->height = MM(62);
    block_text(d, list, STYLE_COVER_UNIT, "Regional Blood Service");
    block_text(d, list, STYLE_COVER_TITLE, "Board packet");
    block_text(d, list, STYLE_COVER_PERIOD, "September 2025, month 6 of fiscal year 2025/26");
    block_gap(d, list, 4 * UNIT_U);
    block_text(d, list, STYLE_COVER_UNIT, "Every patient, every product, every time");
    block_add(d, list, BLOCK_AT)->height = MM(138);
    struct block *columns = block_add(d, list, BLOCK_COLUMNS);
    static const char *const facts[3][3] = {
        {"Meeting", "Thursday 23 October 2025", "13:00\u201315:30, Head office, Board room"},
        {"Data as of", "30 September 2025", "97 % of values attested"},
        {"Reading time", "36 minutes for the core", "18 core pages, 6 appendix pages"}};
    for (int i = 0; i < 3; i++) {
        struct block_list *column = vec_add(d->arena, &columns->columns);
        block_add(d, column, BLOCK_RULE);
        block_text(d, column, STYLE_KEY, facts[i][0]);
        block_gap(d, column, 0);
        block_text(d, column, STYLE_BODY_BOLD, facts[i][1]);
        block_gap(d, column, 0);
        block_text(d, column, STYLE_CAPTION, facts[i][2]);
    }
    block_add(d, list, BLOCK_AT)->height = MM(181);
    block_heading(d, list, "Document control", NULL);
    struct table_block *t = block_table(d, list, "Versions")->table;
    table_column(d->arena, t, "Version", ALIGN_LEFT, MM(28), STYLE_TABLE);
    table_column(d->arena, t, "Date", ALIGN_LEFT, MM(26), STYLE_TABLE);
    table_column(d->arena, t, "Change", ALIGN_LEFT, 0, STYLE_TABLE);
    table_column(d->arena, t, "By", ALIGN_LEFT, MM(42), STYLE_TABLE);
    static const char *const versions[3][4] = {
        {"v1.0", "14 Oct 2025", "Issued to the board", "Secretary to the Board"},
        {"v0.9", "10 Oct 2025", "Red-cell stock cover for July restated, page 15",
         "Scorecard Manager"},
        {"v0.8", "7 Oct 2025", "First draft for the chief executive\u2019s pre-brief",
         "Scorecard Manager"}};
    for (int i = 0; i < 3; i++) {
        struct table_row *row = table_row(d->arena, t, ROW_BODY);
        for (int k = 0; k < 4; k++)
            table_text(d->arena, row, versions[i][k])->style =
                i + k == 0 ? STYLE_TABLE_BOLD : STYLE_INHERIT;
    }
}

static void agenda(struct document *d) {
    struct section *s = document_section(d, "agenda", "Contents and agenda");
    struct block_list *list = &s->blocks;
    block_title(
        d, list,
        "Half the meeting is for three decisions; everything routine is in one consent vote",
        "Board meeting, Thursday 23 October 2025, 13:00\u201315:30 \u00B7 18 core pages, 36 "
        "minutes\u2019 reading at 2 minutes a page");
    struct table_block *t = block_table(d, list, "Agenda")->table;
    table_column(d->arena, t, "Time", ALIGN_LEFT, MM(10.4), STYLE_TABLE_GREY);
    table_column(d->arena, t, "No.", ALIGN_LEFT, MM(5.6), STYLE_TABLE_BOLD);
    table_column(d->arena, t, "Item", ALIGN_LEFT, 0, STYLE_TABLE);
    table_column(d->arena, t, "Purpose", ALIGN_LEFT, MM(17), STYLE_TABLE);
    table_column(d->arena, t, "Presenter", ALIGN_LEFT, MM(34), STYLE_TABLE_GREY);
    table_column(d->arena, t, "Page", ALIGN_RIGHT, MM(10), STYLE_TABLE);
    table_column(d->arena, t, "Reading,\nmin", ALIGN_RIGHT, MM(12), STYLE_TABLE_GREY);
    table_column(d->arena, t, "Meeting,\nmin", ALIGN_RIGHT, MM(12), STYLE_TABLE);
    static const char *const rows[][7] = {
        {"Opening"},
        {"13:00", "1", "Welcome, declarations of interest, quorum", "Note", "Chair of the Board",
         NULL, "5"},
        {"13:05", "2", "Consent block (items below)", "Decide", "Chair of the Board", NULL, "5"},
        {"Decisions"},
        {"13:10", "3", "Single demand forecast with the 40 largest hospitals", "Decide",
         "Supply Chain Director", "deep", "30"},
        {"13:40", "4", "Stop or re-plan the data platform, stage 2", "Decide",
         "Chief Information Officer", "portfolio", "25"},
        {"Performance"},
        {"14:20", "6", "Executive brief and strategy map", "Discuss", "Chief Executive", "brief",
         "20"},
        {"Total, of which 75 minutes for decisions"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const bool total = i + 1 == sizeof rows / sizeof *rows;
        const bool group = !rows[i][1] && !total;
        struct table_row *row = table_row(d->arena, t,
                                          group   ? ROW_GROUP
                                          : total ? ROW_TOTAL
                                                  : ROW_BODY);
        if (group || total) {
            struct table_cell *cell = table_text(d->arena, row, rows[i][0]);
            if (total) {
                cell->column_span = 6;
                cell->style = STYLE_TABLE_BOLD;
                table_text(d->arena, row, "30");
                table_text(d->arena, row, "150")->style = STYLE_TABLE_BOLD;
            }
            continue;
        }
        table_text(d->arena, row, rows[i][0]);
        struct table_cell *number = table_text(d->arena, row, rows[i][1]);
        number->colour = NAVY;
        number->header = true;
        table_text(d->arena, row, rows[i][2])->style =
            rows[i][3][2] == 'c' ? STYLE_TABLE_SEMIBOLD : STYLE_INHERIT;
        struct content *purpose = cell_content(d->arena, table_cell(d->arena, row));
        struct inline_item *pill = content_text(d->arena, purpose, rows[i][3]);
        pill->kind = INLINE_PURPOSE;
        pill->purpose = rows[i][3][0] == 'N'   ? PURPOSE_NOTE
                        : rows[i][3][1] == 'e' ? PURPOSE_DECIDE
                                               : PURPOSE_DISCUSS;
        table_text(d->arena, row, rows[i][4]);
        struct table_cell *page = table_cell(d->arena, row);
        if (rows[i][5])
            content_page(d->arena, cell_content(d->arena, page), rows[i][5]);
        else
            content_text(d->arena, cell_content(d->arena, page), "\u2013");
        table_text(d->arena, row, "2");
        table_text(d->arena, row, rows[i][6]);
    }
    struct block *columns = block_add(d, list, BLOCK_COLUMNS);
    struct block_list *left = vec_add(d->arena, &columns->columns);
    struct block_list *right = vec_add(d->arena, &columns->columns);
    left = &columns->columns.items[0];
    struct block *panel = block_add(d, left, BLOCK_PANEL);
    block_heading(d, &panel->children, "Consent block", NULL);
    block_gap(d, &panel->children, 0);
    block_text(d, &panel->children, STYLE_KEY,
               "Taken in one vote. Any director may ask to move an item to the agenda before 22 "
               "October.");
    struct table_block *c = block_table(d, &panel->children, "Consent items")->table;
    c->no_head = true;
    table_column(d->arena, c, "", ALIGN_LEFT, MM(7.4), STYLE_TABLE_BOLD);
    table_column(d->arena, c, "", ALIGN_LEFT, 0, STYLE_TABLE);
    table_column(d->arena, c, "", ALIGN_RIGHT, MM(10), STYLE_TABLE);
    static const char *const items[][2] = {{"C1", "Minutes of the meeting of 18 September 2025"},
                                           {"C2", "Annual strategy calendar 2026"},
                                           {"C3", "Target change for measure D3-1 (approved)"}};
    for (int i = 0; i < 3; i++) {
        struct table_row *row = table_row(d->arena, c, ROW_BODY);
        struct table_cell *id = table_text(d->arena, row, items[i][0]);
        id->colour = NAVY;
        id->header = true;
        table_text(d->arena, row, items[i][1]);
        content_page(d->arena, cell_content(d->arena, table_cell(d->arena, row)), "dictionary");
    }
    block_heading(d, right, "Contents", "all pages");
    struct block *toc = block_add(d, right, BLOCK_TOC);
    static const char *const names[][2] = {
        {"Executive brief", "brief"},  {"Scorecard", "scorecard"},
        {"Deep dive", "deep"},         {"Initiative portfolio", "portfolio"},
        {"Strategy office", "office"}, {"Marks and tables", "marks"},
        {"Text in many ways", "text"}, {"Measure dictionary", "dictionary"}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const struct toc_entry entry = {names[i][0], names[i][1], 1, NULL};
        vec_push(d->arena, &toc->toc, entry);
    }
}

static void brief(struct document *d) {
    struct section *s = document_section(d, "brief", "Executive brief");
    struct block_list *list = &s->blocks;
    block_title(d, list,
                "Supply is safe but short: three objectives are off track, and all three wait for "
                "one view of demand",
                "Regional Blood Service \u00B7 September 2025 against plan 2025/26");
    static const struct chart_tally_row rows[3] = {{"Last packet", false, {0, 10, 9, 1, 0}},
                                                   {"This packet", true, {2, 7, 7, 3, 1}},
                                                   {"Year-end forecast", false, {2, 9, 6, 3, 0}}};
    struct chart *tally = arena_alloc(d->arena, sizeof *tally);
    *tally =
        (struct chart){.kind = CHART_TALLY, .height = MM(18.6), .alt = "Tally of 20 objectives"};
    tally->as.tally.rows = rows;
    tally->as.tally.count = 3;
    for (int i = 0; i < 5; i++)
        tally->as.tally.words[i] = words[i];
    struct block *chart = block_add(d, list, BLOCK_CHART);
    chart->chart = tally;
    content_text(d->arena, &chart->second, "20 objectives \u00B7 overall score 58 of 100 \u00B7 ");
    content_mark(d->arena, &chart->second, MARK_EXCEEDS, NULL, NULL);
    content_text(d->arena, &chart->second, "exceeds  ");
    content_mark(d->arena, &chart->second, MARK_GREY, NULL, NULL);
    content_text(d->arena, &chart->second, "no data");
    block_heading(d, list, "Five messages", NULL)->in_outline = true;
    struct table_block *t = block_table(d, list, "Messages")->table;
    table_column(d->arena, t, "", ALIGN_LEFT, MM(5), STYLE_BIG_NUMBER);
    table_column(d->arena, t, "", ALIGN_LEFT, MM(3.6), STYLE_BODY);
    table_column(d->arena, t, "Finding and cause", ALIGN_LEFT, 0, STYLE_BODY);
    table_column(d->arena, t, "Asked of the board", ALIGN_LEFT, MM(52), STYLE_BODY);
    table_column(d->arena, t, "Page", ALIGN_RIGHT, MM(12), STYLE_TABLE);
    static const struct {
        enum mark mark;
        const char *finding, *cause, *verb, *ask;
    } messages[] = {
        {MARK_RED, "Group O stock cover fell to 3.4 days against a plan of 5.0",
         "Collection follows last year\u2019s calendar, not hospital demand; the gap opened in May "
         "and "
         "has widened each month.",
         "Decide", " item 3: one forecast, shared with 40 hospitals."},
        {MARK_AMBER, "Cost per unit is 3.5 % over plan although volume is on plan",
         "Overtime at 6.4 % of pay covers unfilled mobile-team shifts; expiry adds CAD 0.9 m.",
         "Discuss:", " hold overtime to 5.5 % by January."},
        {MARK_EXCEEDS, "Donors notice the difference: 88 % now book, and visits take 46 minutes",
         "The appointment-first journey reached all 31 fixed sites in August.",
         "Note:", " extend it to mobile sessions from February."}};
    for (int i = 0; i < 3; i++) {
        struct table_row *row = table_row(d->arena, t, ROW_BODY);
        const char digit[2] = {(char)('1' + i), '\0'};
        struct table_cell *number = table_text(d->arena, row, arena_strdup(d->arena, digit));
        number->colour = NAVY;
        content_mark(d->arena, cell_content(d->arena, table_cell(d->arena, row)), messages[i].mark,
                     NULL, words[messages[i].mark - 1])
            ->size = MM(3);
        struct table_cell *finding = table_cell(d->arena, row);
        finding->header = true;
        content_styled(d->arena, cell_content(d->arena, finding), STYLE_BODY_BOLD, COLOUR_INHERIT,
                       messages[i].finding);
        content_styled(d->arena, cell_paragraph(d->arena, finding), STYLE_NOTES, TINT_NUMBER,
                       messages[i].cause);
        struct content *ask = cell_content(d->arena, table_cell(d->arena, row));
        content_styled(d->arena, ask, STYLE_BODY_BOLD, COLOUR_INHERIT, messages[i].verb);
        content_text(d->arena, ask, messages[i].ask);
        struct content *page = cell_content(d->arena, table_cell(d->arena, row));
        content_page(d->arena, page, "deep");
        content_text(d->arena, page, ", ");
        content_page(d->arena, page, "dictionary");
    }
    block_heading(d, list, "What changed since the last packet", "18 September");
    t = block_table(d, list, "Changes")->table;
    table_column(d->arena, t, "Objective", ALIGN_LEFT, MM(8), STYLE_TABLE_BOLD);
    table_column(d->arena, t, "", ALIGN_LEFT, 0, STYLE_TABLE);
    table_column(d->arena, t, "From, to", ALIGN_LEFT, MM(24), STYLE_TABLE);
    for (int i = 1; i < 5; i++) {
        struct table_row *row = table_row(d->arena, t, ROW_BODY);
        table_text(d->arena, row, "D1")->colour = NAVY;
        table_text(d->arena, row, "Match collection to hospital demand")->header = true;
        struct content *change = cell_content(d->arena, table_cell(d->arena, row));
        content_mark(d->arena, change, (enum mark)i, mark_letter((enum mark)i), words[i - 1]);
        content_text(d->arena, change, " \u2192 ");
        content_mark(d->arena, change, (enum mark)(i + 1), mark_letter((enum mark)(i + 1)),
                     words[i]);
    }
    block_text(d, list, STYLE_KEY, "13 keep their status; 1 actual restated, 1 target changed.");
}

static const struct chart *sparkline(struct document *d, int seed) {
    struct chart_value *points = arena_array(d->arena, 12, sizeof *points);
    for (int i = 0; i < 12; i++)
        points[i] = (struct chart_value){seed % 7 != 6 && (seed != 3 || i != 5),
                                         50 + seed + i * (seed % 3 - 1) + (i * seed) % 5, NULL};
    struct chart *chart = arena_alloc(d->arena, sizeof *chart);
    *chart = (struct chart){.kind = CHART_SPARKLINE, .height = MM(3.2)};
    chart->as.sparkline =
        (struct chart_sparkline){.points = points, .count = 12, .has_low = true, .low = 50 + seed};
    return chart;
}

static void scorecard_row(struct document *d, struct table_block *t, int i, int objective,
                          int first, int perspective_rows) {
    struct table_row *row = table_row(d->arena, t, ROW_BODY);
    row->min_height = MM(4.9);
    if (perspective_rows > 0) {
        struct table_cell *block = table_text(d->arena, row, "Community & Patients");
        block->row_span = (unsigned)perspective_rows;
        block->filled = true;
        block->fill = style_ramp(objective / 3);
        block->colour = WHITE;
        block->style = STYLE_DENSE_BOLD;
        block->header = true;
        content_styled(d->arena, cell_paragraph(d->arena, block), STYLE_DENSE_KEY, WHITE,
                       "Score 65");
    }
    table_text(d->arena, row, first ? "S1" : "")->colour = NAVY;
    table_text(d->arena, row,
               first ? (i == 4 ? "Make every single donation easy, safe and personal for everybody"
                               : "No patient waits for blood or plasma")
                     : "");
    struct table_cell *mark = table_cell(d->arena, row);
    if (first)
        content_mark(d->arena, cell_content(d->arena, mark), (enum mark)(1 + i % 5), NULL,
                     words[i % 5]);
    table_text(d->arena, row, first ? "52" : "");
    struct table_cell *measure = table_text(d->arena, row, "Orders filled in full, on time");
    measure->header = true;
    table_text(d->arena, row, "%");
    table_text(d->arena, row, i % 4 == 1 ? "3\u202F180" : "96.1");
    table_text(d->arena, row, i % 4 == 1 ? "3\u202F400" : "97.5");
    struct table_cell *delta = table_text(d->arena, row,
                                          i % 4 == 1 ? "\u2212"
                                                       "220"
                                                     : "\u2212"
                                                       "1.4");
    delta->style = i % 2 ? STYLE_DENSE_BOLD : STYLE_DENSE;
    delta->colour = i % 2 ? BAD_TEXT : GOOD_TEXT;
    struct content *status = cell_content(d->arena, table_cell(d->arena, row));
    content_mark(d->arena, status, (enum mark)(1 + i % 5), mark_letter((enum mark)(1 + i % 5)),
                 words[i % 5]);
    struct content *trend = cell_content(d->arena, table_cell(d->arena, row));
    if (i % 5 == 4)
        content_text(d->arena, trend, "n/a");
    else
        content_trend(d->arena, trend, (enum trend_mark)(1 + i % 3), "improving");
    table_chart(d->arena, row, sparkline(d, i));
}

static void scorecard(struct document *d) {
    struct section *s = document_section(d, "scorecard", "Scorecard");
    s->orientation = LANDSCAPE;
    struct block_list *list = &s->blocks;
    block_title(d, list,
                "Three objectives are off track, all in the chain from demand forecast to hospital "
                "shelf",
                "31 measures of 20 objectives \u00B7 September 2025 against plan");
    struct table_block *t = block_table(d, list, "Scorecard")->table;
    t->head_style = STYLE_DENSE_HEAD;
    t->padding = MM(0.4);
    table_column(d->arena, t, "", ALIGN_LEFT, MM(18.4), STYLE_DENSE);
    table_column(d->arena, t, "", ALIGN_LEFT, MM(4), STYLE_DENSE_BOLD);
    table_column(d->arena, t, "Objective", ALIGN_LEFT, 0, STYLE_DENSE_SEMIBOLD);
    table_column(d->arena, t, "", ALIGN_LEFT, MM(3), STYLE_DENSE);
    table_column(d->arena, t, "Score", ALIGN_RIGHT, MM(8), STYLE_DENSE_BOLD);
    table_column(d->arena, t, "Measure", ALIGN_LEFT, MM(45), STYLE_DENSE);
    table_column(d->arena, t, "Unit", ALIGN_LEFT, MM(9), STYLE_DENSE_GREY);
    table_column(d->arena, t, "Actual", ALIGN_RIGHT, MM(10), STYLE_DENSE_BOLD);
    table_column(d->arena, t, "Plan", ALIGN_RIGHT, MM(10), STYLE_DENSE);
    table_column(d->arena, t, "\u0394", ALIGN_RIGHT, MM(10), STYLE_DENSE);
    table_column(d->arena, t, "Status", ALIGN_LEFT, MM(9), STYLE_DENSE);
    table_column(d->arena, t, "Trend", ALIGN_CENTRE, MM(8), STYLE_DENSE_GREY);
    table_column(d->arena, t, "12 months", ALIGN_LEFT, MM(18.5), STYLE_DENSE);
    t->columns.items[0].head_actual = "Perspective";
    for (int i = 0; i < 28; i++) {
        scorecard_row(d, t, i, i / 2, i % 2 == 0, i % 6 == 0 ? (i == 24 ? 4 : 6) : 0);
        struct table_row *row = &t->rows.items[t->rows.count - 1];
        row->rule = i % 6 == 5 ? RULE_STRONG : i % 2 ? RULE_OBJECTIVE : RULE_HAIRLINE;
    }
    struct block *key = block_text(d, list, STYLE_DENSE_KEY, NULL);
    static const char *const keys[5] = {"E exceeds  ", "G on track  ", "A at risk  ",
                                        "R off track  ", "no data   "};
    for (int i = 0; i < 5; i++) {
        content_mark(d->arena, &key->content, (enum mark)(i + 1), NULL, NULL);
        content_text(d->arena, &key->content, keys[i]);
    }
    content_text(d->arena, &key->content, " trend against the last month: ");
    static const char *const trends[3] = {" improving  ", " steady  ", " worsening"};
    for (int i = 0; i < 3; i++) {
        content_trend(d->arena, &key->content, (enum trend_mark)(i + 1), NULL);
        content_text(d->arena, &key->content, trends[i]);
    }
}

static void text_page(struct document *d) {
    struct section *s = document_section(d, "text", "Text in many ways");
    struct block_list *list = &s->blocks;
    block_title(d, list, "Words of every length and direction stay whole, inside their column",
                NULL);
    block_heading(d, list, "Links and marks", "inside a sentence");
    struct block *text = block_text(d, list, STYLE_BODY, "The deep dive stands on page ");
    content_page(d->arena, &text->content, "deep");
    content_text(d->arena, &text->content, " and ");
    struct inline_item *link = content_text(d->arena, &text->content,
                                            "a link whose name is so long that it goes on over the "
                                            "end of one line and then the next one");
    link->target = "scorecard";
    content_text(d->arena, &text->content, "; the status is ");
    struct inline_item *pill = content_text(d->arena, &text->content, "Off track, was at risk");
    pill->kind = INLINE_PILL;
    pill->mark = MARK_RED;
    content_text(d->arena, &text->content, " and declared ");
    content_mark(d->arena, &text->content, MARK_GREEN, "G", "on track");
    content_text(d->arena, &text->content, " (calculated ");
    content_mark(d->arena, &text->content, MARK_AMBER, "A", "at risk");
    content_text(d->arena, &text->content, "), trend ");
    content_trend(d->arena, &text->content, TREND_WORSENING, NULL);
    content_text(d->arena, &text->content, " worse. More on ");
    link = content_text(d->arena, &text->content, "the office\u2019s site");
    link->uri = "https://example.org/strategy";
    content_text(d->arena, &text->content, ".");
    block_heading(d, list, "Long words", NULL);
    block_text(
        d, list, STYLE_BODY,
        "s3://warehouse.example.org/strategy/2025/09/very_long_folder_name/another-very-long-"
        "name/measures.export.final.v2/group_o_red_cell_stock_cover_by_hospital_and_day.csv "
        "and AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA end.");
    block_heading(d, list, "Other scripts", NULL);
    block_text(d, list, STYLE_BODY,
               "\u05E9\u05D9\u05E8\u05D5\u05EA \u05D4\u05D3\u05DD "
               "\u05D4\u05D0\u05D6\u05D5\u05E8\u05D9 (2025) \u05E2\u05D5\u05DE\u05D3 "
               "\u05D1\u05D9\u05E2\u05D3 Board packet \u05E9\u05DC\u05D5.");
    block_text(
        d, list, STYLE_BODY,
        "\u041F\u0430\u043A\u0435\u0442 \u0434\u043B\u044F \u0441\u043E\u0432\u0435\u0442\u0430, "
        "\u03A3 \u03B4\u03B5\u03AF\u03BA\u03C4\u03B7\u03C2, "
        "\u0E1A\u0E23\u0E34\u0E01\u0E32\u0E23\u0E42\u0E25\u0E2B\u0E34\u0E15.");
    block_heading(d, list, "List", NULL);
    struct block *bullets = block_add(d, list, BLOCK_LIST);
    for (int i = 0; i < 3; i++) {
        struct list_item *item = vec_add(d->arena, &bullets->list);
        const char digit[3] = {(char)('1' + i), '.', '\0'};
        content_text(d->arena, &item->label, arena_strdup(d->arena, digit));
        content_text(
            d->arena, &item->body,
            i == 1
                ? "Short."
                : "Higher is better: on track at or above target, at risk from the red flag up to "
                  "the target, off track below the red flag. Lower is better is the mirror image. "
                  "A value on a boundary belongs to the better band.");
    }
    struct block *columns = block_add(d, list, BLOCK_COLUMNS);
    vec_add(d->arena, &columns->columns);
    vec_add(d->arena, &columns->columns);
    struct block_list *left = &columns->columns.items[0];
    struct block_list *right = &columns->columns.items[1];
    block_heading(d, left, "Commentary", "Supply Chain Director, 8 October 2025");
    for (int i = 0; i < 3; i++)
        block_text(
            d, left, STYLE_NOTES,
            "Demand for group O rose 6 % since April, most of it in four trauma hospitals. The "
            "collection plan still follows last year\u2019s calendar, so sessions are full in "
            "the wrong weeks. Adding sessions in August raised collection by 2 % but not cover: "
            "the units came from group A donors.");
    block_heading(d, right, "Recommendation", NULL);
    struct block *bar = block_add(d, right, BLOCK_RECOMMENDATION);
    struct block *advice = block_text(d, &bar->children, STYLE_NOTES, NULL);
    content_styled(d->arena, &advice->content, STYLE_BODY_BOLD, COLOUR_INHERIT,
                   "Fix the forecast before adding collection.");
    content_text(
        d->arena, &advice->content,
        " Adopt the shared forecast (item 3), call group O donors by need from November, and "
        "hold the session count until January.");
    block_heading(d, list, "After the columns", NULL);
    block_text(d, list, STYLE_BODY, "The text goes on below the longer column.");
}

static void dictionary(struct document *d) {
    struct section *s = document_section(d, "dictionary", "Appendix A2 \u00B7 Measure dictionary");
    s->appendix = true;
    struct block_list *list = &s->blocks;
    block_title(d, list, "What each measure means, where it comes from and when it changes colour",
                "Measures in the order of the scorecard");
    struct table_block *t = block_table(d, list, "Dictionary")->table;
    t->continued = "(continued)";
    table_column(d->arena, t, "", ALIGN_LEFT, MM(8.4), STYLE_TABLE_BOLD);
    table_column(d->arena, t, "Measure, definition and formula", ALIGN_LEFT, 0, STYLE_TABLE);
    table_column(d->arena, t, "Unit; frequency,\naggregation", ALIGN_LEFT, MM(24), STYLE_TABLE);
    table_column(d->arena, t, "Target", ALIGN_DECIMAL, MM(12), STYLE_TABLE_BOLD)->band =
        "Threshold";
    table_column(d->arena, t, "Red flag", ALIGN_DECIMAL, MM(12), STYLE_TABLE)->band = "Threshold";
    table_column(d->arena, t, "Source; owner", ALIGN_LEFT, MM(36), STYLE_TABLE);
    t->columns.items[0].head_actual = "Id";
    static const char *const targets[] = {"5.0", "10.25", "1\u202F200", "\u2013",
                                          "\u2212"
                                          "2.5"};
    for (int i = 0; i < 18; i++) {
        if (i % 8 == 0)
            table_text(d->arena, table_row(d->arena, t, ROW_GROUP),
                       i > 8   ? "Stewardship"
                       : i > 0 ? "Internal process"
                               : "Donors and partners");
        struct table_row *row = table_row(d->arena, t, ROW_BODY);
        struct table_cell *id = table_text(d->arena, row, "D1-1");
        id->colour = NAVY;
        id->header = true;
        struct table_cell *cell = table_cell(d->arena, row);
        content_styled(d->arena, cell_content(d->arena, cell), STYLE_TABLE_BOLD, COLOUR_INHERIT,
                       "Red-cell cover, group O");
        content_text(
            d->arena, cell_paragraph(d->arena, cell),
            "Group O red cells in stock at month end divided by average daily issues of the "
            "last 28 days.");
        content_styled(d->arena, cell_paragraph(d->arena, cell), STYLE_TABLE_GREY, COLOUR_INHERIT,
                       "stock \u00F7 mean daily issues");
        cell = table_text(d->arena, row, "days, 1 decimal");
        content_styled(d->arena, cell_paragraph(d->arena, cell), STYLE_TABLE_GREY, COLOUR_INHERIT,
                       "Monthly, last");
        table_text(d->arena, row, targets[i % 5]);
        table_text(d->arena, row, targets[(i + 2) % 5]);
        cell = table_text(d->arena, row, "Inventory system");
        content_styled(d->arena, cell_paragraph(d->arena, cell), STYLE_TABLE_GREY, COLOUR_INHERIT,
                       "Supply Chain Director");
    }
    s = document_section(d, "glossary", "Glossary");
    s->appendix = true;
    s->run_on = true;
    block_heading(d, &s->blocks, "Glossary runs on", NULL);
    block_text(d, &s->blocks, STYLE_BODY, "A short list that needs no page of its own.");
}

struct document *sample_document(struct arena *arena, bool chinese) {
    struct document *d = document_new(arena);
    d->title = "Specimen packet";
    d->author = "Office of Strategy Management";
    d->subject = "Every style, mark, table and chart";
    d->date = (struct date){2025, 9, 30};
    d->frame = (struct frame){.unit = "Regional Blood Service",
                              .packet_kind = "Board packet",
                              .period = "September 2025",
                              .classification = "Board confidential",
                              .version = "v1.0",
                              .as_of = "as of 30 Sep 2025",
                              .source = "source 51c0e8d2aa",
                              .page_of = "Page {page} of {pages}",
                              .continued = "(continued)",
                              .cover_note = "For the named recipients only.",
                              .cover_source = "Source rbs-2025-09.xml  \u00B7  SHA-256 51c0e8d2aa"};
    sample_pages(d, chinese);
    return d;
}

void sample_pages(struct document *d, bool chinese) {
    cover(d);
    agenda(d);
    brief(d);
    scorecard(d);
    sample_deep_dive(d);
    sample_portfolio(d);
    sample_benefits(d);
    sample_risks(d);
    sample_alignment(d);
    sample_office(d);
    sample_evidence(d);
    sample_multiples(d);
    sample_little(d);
    sample_types(d);
    sample_marks(d);
    sample_texts(d, chinese);
    text_page(d);
    dictionary(d);
    sample_told(d);
}

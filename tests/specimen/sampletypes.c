/* Pages of type: every style by its name, scripts, markup, notes, columns. */
#include "layout/markup.h"
#include "specimen/sample.h"

static const struct {
    enum style style;
    const char *name, *use;
} styles[] = {
    {STYLE_COVER_TITLE, "cover title", "34/40.5 Heavy"},
    {STYLE_COVER_PERIOD, "cover period", "17/22.5 Semibold"},
    {STYLE_COVER_UNIT, "cover unit", "12/18 Semibold"},
    {STYLE_TITLE, "page title", "17/21 Heavy"},
    {STYLE_TITLE_WIDE, "page title, landscape", "15/18 Heavy"},
    {STYLE_SUBTITLE, "subtitle", "9/13.5 Regular"},
    {STYLE_HEADING, "heading", "10.5/13.5 Bold"},
    {STYLE_HEADING_NOTE, "its note", "8.5/13.5 Regular"},
    {STYLE_CAPTION_NAME, "caption, name", "8.5/11.25 Bold"},
    {STYLE_CAPTION, "caption", "8.5/11.25 Regular"},
    {STYLE_BIG_NUMBER, "big number", "13/13.5 Heavy"},
    {STYLE_BODY, "body", "9/13.5 Regular"},
    {STYLE_BODY_BOLD, "body, lead-in", "9/13.5 Bold"},
    {STYLE_NOTES, "notes", "9/12.5 Regular"},
    {STYLE_TABLE, "table", "8.5/11.25 Regular"},
    {STYLE_TABLE_BOLD, "table, key figure", "8.5/11.25 Bold"},
    {STYLE_TABLE_SEMIBOLD, "table, name", "8.5/11.25 Semibold"},
    {STYLE_TABLE_GREY, "table, secondary", "8.5/11.25 Regular"},
    {STYLE_DENSE, "dense table", "8/9.2 Regular"},
    {STYLE_DENSE_BOLD, "dense, key figure", "8/9.2 Bold"},
    {STYLE_DENSE_SEMIBOLD, "dense, name", "8/9.2 Semibold"},
    {STYLE_DENSE_GREY, "dense, secondary", "8/9.2 Regular"},
    {STYLE_TABLE_HEAD, "table head", "7.5/9.5 Semibold"},
    {STYLE_DENSE_HEAD, "dense head", "7/8.6 Semibold"},
    {STYLE_CHART_LABEL, "chart label", "7.5/9.5 Semibold"},
    {STYLE_CHART_VALUE, "chart value", "8/9.5 Bold"},
    {STYLE_KEY, "key", "7.5/10 Regular"},
    {STYLE_DENSE_KEY, "dense key", "7/8 Regular"},
    {STYLE_RUNNING, "running head", "7.5/9 Bold"},
    {STYLE_FOOTER, "footer", "7/9 Regular"},
    {STYLE_PILL, "pill", "8/11.5 Semibold"},
};

void sample_types(struct document *d) {
    struct section *s = document_section(d, "types", "Type");
    struct block_list *list = &s->blocks;
    block_title(d, list, "Thirty-one styles of one family carry every page of the packet",
                "Name, size and leading in points, weight");
    struct table_block *t = block_table(d, list, "Styles")->table;
    t->padding = MM(0.6);
    table_column(d->arena, t, "Style", ALIGN_LEFT, MM(34), STYLE_TABLE_GREY);
    table_column(d->arena, t, "Size, weight", ALIGN_LEFT, MM(28), STYLE_TABLE_GREY);
    table_column(d->arena, t, "As it looks", ALIGN_LEFT, 0, STYLE_TABLE);
    for (size_t i = 0; i < sizeof styles / sizeof *styles; i++) {
        struct table_row *row = table_row(d->arena, t, ROW_BODY);
        table_text(d->arena, row, styles[i].name)->header = true;
        table_text(d->arena, row, styles[i].use);
        table_text(d->arena, row,
                   i < 3    ? "Fill rate 93.1 %"
                   : i == 3 ? "Fill rate fell to 93.1 %, CAD 2.6 m"
                            : "Fill rate fell to 93.1 %, CAD 2.6 m, \u22120.4 pp")
            ->style = styles[i].style;
    }
}

static const struct {
    const char *name, *language, *text;
} scripts[] = {
    {"Latin", NULL,
     "\u0100frica, \u0141\u00F3d\u017A, S\u00E3o Tom\u00E9, \u0130stanbul, "
     "Ti\u1EBFng Vi\u1EC7t: fi fl ff AV To"},
    {"Greek", "el",
     "\u03A3 \u03B4\u03B5\u03AF\u03BA\u03C4\u03B7\u03C2: \u03B7 "
     "\u03B5\u03BE\u03C5\u03C0\u03B7\u03C1\u03AD\u03C4\u03B7\u03C3\u03B7 "
     "\u03C4\u03C9\u03BD "
     "\u03BD\u03BF\u03C3\u03BF\u03BA\u03BF\u03BC\u03B5\u03AF\u03C9\u03BD "
     "\u03B2\u03B5\u03BB\u03C4\u03B9\u03CE\u03BD\u03B5\u03C4\u03B1\u03B9"},
    {"Cyrillic", "ru",
     "\u041F\u0430\u043A\u0435\u0442 \u0434\u043B\u044F "
     "\u0441\u043E\u0432\u0435\u0442\u0430: "
     "\u043F\u043E\u043A\u0430\u0437\u0430\u0442\u0435\u043B\u0438 \u0438 "
     "\u0438\u043D\u0438\u0446\u0438\u0430\u0442\u0438\u0432\u044B "
     "\u043D\u0430 \u0441\u0435\u043D\u0442\u044F\u0431\u0440\u044C"},
    {"Hebrew", "he",
     "\u05E9\u05D9\u05E8\u05D5\u05EA \u05D4\u05D3\u05DD "
     "\u05D4\u05D0\u05D6\u05D5\u05E8\u05D9 (2026) \u05E2\u05D5\u05DE\u05D3 "
     "\u05D1\u05D9\u05E2\u05D3 Board packet \u05E9\u05DC\u05D5"},
    {"Arabic", "ar",
     "\u062D\u0632\u0645\u0629 \u0645\u062C\u0644\u0633 "
     "\u0627\u0644\u0625\u062F\u0627\u0631\u0629: \u0668\u0667\u066B\u0665 "
     "\u066A \u0645\u0646 \u0627\u0644\u0623\u0647\u062F\u0627\u0641 "
     "\u0639\u0644\u0649 \u0627\u0644\u0645\u0633\u0627\u0631 \u0641\u064A "
     "2026"},
    {"Devanagari", "hi",
     "\u0930\u0923\u0928\u0940\u0924\u093F \u0915\u093E "
     "\u0928\u0915\u094D\u0936\u093E \u0914\u0930 "
     "\u0932\u0915\u094D\u0937\u094D\u092F: \u0938\u092E\u092F \u092A\u0930 "
     "\u0906\u092A\u0942\u0930\u094D\u0924\u093F"},
    {"Thai", "th",
     "\u0E1A\u0E23\u0E34\u0E01\u0E32\u0E23\u0E42\u0E25\u0E2B\u0E34\u0E15\u0E20\u0E39\u0E21\u0E34"
     "\u0E20\u0E32\u0E04\u0E23\u0E32\u0E22\u0E07\u0E32\u0E19\u0E15\u0E48\u0E2D\u0E04\u0E13\u0E30"
     "\u0E01\u0E23\u0E23\u0E21\u0E01\u0E32\u0E23\u0E17\u0E38\u0E01\u0E40\u0E14\u0E37\u0E2D\u0E19"},
    {"Chinese", "zh-Hans",
     "\u6218\u7565\u5730\u56FE\u4E0E\u5E73\u8861\u8BA1\u5206\u5361\uFF1A\u6309\u65F6\u4F9B\u5E94"
     "\u6BCF\u4E00\u5BB6\u533B\u9662"},
    {"Japanese", "ja",
     "\u6226\u7565\u30DE\u30C3\u30D7\u3068\u53D6\u7DE0\u5F79\u4F1A\u8CC7\u6599\uFF1A\u3059\u3079"
     "\u3066\u306E\u75C5\u9662\u306B\u6642\u9593\u3069\u304A\u308A"},
    {"Korean", "ko",
     "\uC804\uB7B5 \uC9C0\uB3C4\uC640 \uC774\uC0AC\uD68C \uC790\uB8CC: "
     "\uBAA8\uB4E0 \uBCD1\uC6D0\uC5D0 \uC81C\uC2DC\uAC04\uC5D0"},
};

/* The first ones need no fonts beyond those of every installation. */
enum { CHINESE = 3 };

static void script_table(struct document *d, struct block_list *list, bool chinese) {
    block_heading(d, list, "Scripts", "by the fonts that the system has");
    struct table_block *t = block_table(d, list, "Scripts")->table;
    table_column(d->arena, t, "Script", ALIGN_LEFT, MM(28), STYLE_TABLE_GREY);
    table_column(d->arena, t, "Text", ALIGN_LEFT, 0, STYLE_BODY);
    for (size_t i = 0; i < sizeof scripts / sizeof *scripts - (chinese ? 0 : CHINESE); i++) {
        struct table_row *row = table_row(d->arena, t, ROW_BODY);
        table_text(d->arena, row, scripts[i].name)->header = true;
        struct table_cell *cell = table_text(d->arena, row, scripts[i].text);
        cell_content(d->arena, cell)->items.items[0].language = scripts[i].language;
    }
}

static void noted(struct document *d, struct block *block, const char *note) {
    content_text(d->arena, document_note(d->arena, &block->content), note);
}

void sample_texts(struct document *d, bool chinese) {
    static const struct markup_styles body = {STYLE_BODY, STYLE_BODY_BOLD, COLOUR_INHERIT};
    struct section *s = document_section(d, "texts", "Running text");
    struct block_list *list = &s->blocks;
    block_title(d, list, "What owners write is set as they meant it, and lines are evenly full",
                "Markup, notes, divided words, columns");
    script_table(d, list, chinese);
    block_heading(d, list, "What people write in a cell", "lists, emphasis, links");
    markup_blocks(
        d, list,
        "The fill rate fell for the *third month in a row*. Two causes:\n"
        "- Sessions were cancelled when collection staff were short (see "
        "https://example.org/sessions).\n"
        "- *Group O* reserves went to two hubs only; [the plan](https://example.org/plan) "
        "has three.\n\n"
        "5 * 3 sessions are added from October.",
        body);
    block_heading(d, list, "Notes and divided words", NULL);
    struct block *text = block_text(
        d, list, STYLE_BODY, "In most organizations two thirds of the units are not aligned");
    noted(d, text,
          "Share of HR and IT units whose plans did not follow the strategy, as published.");
    content_text(d->arena, &text->content,
                 ", and most people cannot say what the strategy is. Here the share is measured");
    noted(d, text, "Sheet Workforce; the latest figures not after the reported period.");
    content_text(d->arena, &text->content, " every quarter.");
    struct block *columns = block_add(d, list, BLOCK_BALANCED);
    columns->column_count = 3;
    for (int i = 0; i < 4; i++)
        block_text(
            d, &columns->children, STYLE_NOTES,
            "Die Ver\u00ADsor\u00ADgungs\u00ADsicher\u00ADheit der Kran\u00ADken\u00ADh\u00E4user "
            "h\u00E4ngt an der Wer\u00ADtungs\u00ADkette: "
            "Blut\u00ADspende\u00ADtermine, Labor\u00ADuntersuchungen und "
            "K\u00FChl\u00ADketten\u00AD\u00FCberwachung.");
}

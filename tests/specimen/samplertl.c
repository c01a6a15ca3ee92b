/* The same parts in a document that is written from right to left: a page in Arabic, then all the
 * others, whose English is said to be English. */
#include "specimen/sample.h"

static void table(struct document *d, struct block_list *list) {
    struct table_block *t = block_table(d, list, "\u0627\u0644\u0647\u062F\u0641")->table;
    table_column(d->arena, t, "", ALIGN_LEFT, MM(8), STYLE_TABLE)->head_actual =
        "\u0627\u0644\u062D\u0627\u0644\u0629";
    table_column(d->arena, t, "\u0627\u0644\u0647\u062F\u0641", ALIGN_LEFT, 0, STYLE_TABLE);
    table_column(d->arena, t, "\u0627\u0644\u0641\u0639\u0644\u064A", ALIGN_DECIMAL, MM(20),
                 STYLE_TABLE_BOLD);
    table_column(d->arena, t, "\u0627\u0644\u062E\u0637\u0629", ALIGN_DECIMAL, MM(20), STYLE_TABLE);
    static const struct {
        enum mark mark;
        const char *name, *actual, *plan;
    } rows[] = {
        {MARK_AMBER,
         "\u062A\u0644\u0628\u064A\u0629 \u0643\u0644 "
         "\u0637\u0644\u0628\u0627\u062A "
         "\u0627\u0644\u0645\u0633\u062A\u0634\u0641\u064A\u0627\u062A "
         "\u0641\u064A \u0627\u0644\u0648\u0642\u062A "
         "\u0627\u0644\u0645\u062D\u062F\u062F",
         "95.6", "96.5"},
        {MARK_GREEN,
         "\u0625\u0628\u0642\u0627\u0621 \u0646\u0642\u0644 "
         "\u0627\u0644\u062F\u0645 \u0622\u0645\u0646\u0627 \u0644\u0643\u0644 "
         "\u0645\u0631\u064A\u0636",
         "1.70", "2.00"},
        {MARK_RED,
         "\u0641\u062A\u062D \u062E\u0645\u0633\u0629 "
         "\u0645\u0631\u0627\u0643\u0632 "
         "\u0644\u0644\u0628\u0644\u0627\u0632\u0645\u0627",
         "7\u202F420", "9\u202F055"},
    };
    static const char *const words[] = {
        "\u0645\u0639\u0631\u0636 \u0644\u0644\u062E\u0637\u0631",
        "\u0639\u0644\u0649 \u0627\u0644\u0645\u0633\u0627\u0631",
        "\u062E\u0627\u0631\u062C \u0627\u0644\u0645\u0633\u0627\u0631"};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct table_row *row = table_row(d->arena, t, ROW_BODY);
        struct table_cell *cell = table_cell(d->arena, row);
        content_mark(d->arena, cell_content(d->arena, cell), rows[i].mark, NULL, words[i]);
        table_text(d->arena, row, rows[i].name)->header = true;
        table_text(d->arena, row, rows[i].actual);
        table_text(d->arena, row, rows[i].plan);
    }
}

static void tally(struct document *d, struct block_list *list) {
    static struct chart_tally_row rows[] = {{.label = "\u0633\u0628\u062A\u0645\u0628\u0631 2026",
                                             .strong = true,
                                             .counts = {0, 10, 6, 3, 1}}};
    struct chart *chart = arena_alloc(d->arena, sizeof *chart);
    *chart = (struct chart){.kind = CHART_TALLY,
                            .height = MM(4.6),
                            .alt = "\u062B\u0644\u0627\u062B\u0629 \u0623\u0647\u062F\u0627\u0641 "
                                   "\u062E\u0627\u0631\u062C \u0627\u0644\u0645\u0633\u0627\u0631 "
                                   "\u0648\u0633\u062A\u0629 \u0645\u0639\u0631\u0636\u0629 "
                                   "\u0644\u0644\u062E\u0637\u0631"};
    chart->as.tally.rows = rows;
    chart->as.tally.count = 1;
    chart->as.tally.words[0] = "\u064A\u062A\u062C\u0627\u0648\u0632";
    chart->as.tally.words[1] = "\u0639\u0644\u0649 \u0627\u0644\u0645\u0633\u0627\u0631";
    chart->as.tally.words[2] = "\u0645\u0639\u0631\u0636 \u0644\u0644\u062E\u0637\u0631";
    chart->as.tally.words[3] = "\u062E\u0627\u0631\u062C \u0627\u0644\u0645\u0633\u0627\u0631";
    chart->as.tally.words[4] = "\u0644\u0627 \u0628\u064A\u0627\u0646\u0627\u062A";
    block_add(d, list, BLOCK_CHART)->chart = chart;
}

/* A measure that fell, as the brief tells it. */
static const char fallen[] = "\u0627\u0646\u062E\u0641\u0636 \u0645\u0639\u062F\u0644 "
                             "\u0627\u0644\u062A\u0644\u0628\u064A\u0629 \u0645\u0646 94.0 "
                             "\u0625\u0644\u0649 93.1 \u066A\u060C \u0623\u064A \u0623\u0642\u0644 "
                             "\u0645\u0646 \u0627\u0644\u062E\u0637\u0629 "
                             "\u0628\u0645\u0642\u062F\u0627\u0631 1.9 "
                             "\u0646\u0642\u0637\u0629\u060C \u0644\u0644\u0634\u0647\u0631 "
                             "\u0627\u0644\u062B\u0627\u0644\u062B \u0639\u0644\u0649 "
                             "\u0627\u0644\u062A\u0648\u0627\u0644\u064A. "
                             "\u0627\u0644\u0645\u0627\u0644\u0643: \u0645\u062F\u064A\u0631 "
                             "\u0627\u0644\u0625\u0645\u062F\u0627\u062F.";

/* ---- what is not Arabic ----------------------------------------------------------------------
 */

static void speak(struct content *content) {
    for (size_t i = 0; i < content->items.count; i++)
        if (!content->items.items[i].language && content->items.items[i].kind == INLINE_TEXT)
            content->items.items[i].language = "en";
}

static void speak_table(struct table_block *table) {
    table->language = "en";
    for (size_t i = 0; i < table->columns.count; i++)
        table->columns.items[i].language = "en";
    for (size_t i = 0; i < table->rows.count; i++)
        for (size_t k = 0; k < table->rows.items[i].cells.count; k++) {
            struct table_cell *cell = &table->rows.items[i].cells.items[k];
            for (size_t p = 0; p < cell->paragraphs.count; p++)
                speak(&cell->paragraphs.items[p]);
        }
}

static void speak_english(void *user, struct block *block) {
    (void)user;
    speak(&block->content);
    speak(&block->second);
    for (size_t i = 0; i < block->list.count; i++)
        speak(&block->list.items[i].body);
    if (block->table)
        speak_table(block->table);
}

const struct document *sample_right_to_left(struct arena *arena, bool chinese) {
    struct document *d = document_new(arena);
    d->title = "\u062D\u0632\u0645\u0629 \u0645\u062C\u0644\u0633 "
               "\u0627\u0644\u0625\u062F\u0627\u0631\u0629";
    d->author = "\u062E\u062F\u0645\u0629 \u0627\u0644\u062F\u0645 "
                "\u0627\u0644\u0625\u0642\u0644\u064A\u0645\u064A\u0629";
    d->subject = "\u062E\u062F\u0645\u0629 \u0627\u0644\u062F\u0645 "
                 "\u0627\u0644\u0625\u0642\u0644\u064A\u0645\u064A\u0629\u060C "
                 "\u0633\u0628\u062A\u0645\u0628\u0631 2026";
    sample_pages(d, chinese);
    document_each_block(d, speak_english, NULL);
    d->language = "ar";
    d->date = (struct date){2026, 9, 30};
    d->frame = (struct frame){.unit = "\u062E\u062F\u0645\u0629 \u0627\u0644\u062F\u0645 "
                                      "\u0627\u0644\u0625\u0642\u0644\u064A\u0645\u064A\u0629",
                              .packet_kind = "\u062D\u0632\u0645\u0629 \u0645\u062C\u0644\u0633 "
                                             "\u0627\u0644\u0625\u062F\u0627\u0631\u0629",
                              .period = "\u0633\u0628\u062A\u0645\u0628\u0631 2026",
                              .classification = "\u0633\u0631\u064A \u0644\u0645\u062C\u0644\u0633 "
                                                "\u0627\u0644\u0625\u062F\u0627\u0631\u0629",
                              .page_of = "\u0635\u0641\u062D\u0629 {page} \u0645\u0646 {pages}"};
    struct section *s = document_section(d, "arabic", "\u0627\u0644\u0631\u0633\u0627\u0626\u0644");
    s->in_outline = true;
    struct block_list *list = &s->blocks;
    block_title(d, list,
                "\u062B\u0644\u0627\u062B\u0629 \u0623\u0647\u062F\u0627\u0641 "
                "\u062E\u0627\u0631\u062C \u0627\u0644\u0645\u0633\u0627\u0631 "
                "\u0648\u0633\u062A\u0629 \u0645\u0639\u0631\u0636\u0629 "
                "\u0644\u0644\u062E\u0637\u0631",
                "\u062E\u062F\u0645\u0629 \u0627\u0644\u062F\u0645 "
                "\u0627\u0644\u0625\u0642\u0644\u064A\u0645\u064A\u0629\u060C "
                "\u0633\u0628\u062A\u0645\u0628\u0631 2026");
    tally(d, list);
    block_heading(d, list, "\u0627\u0644\u0631\u0633\u0627\u0626\u0644", NULL);
    struct block *text = block_text(d, list, STYLE_BODY, fallen);
    content_text(d->arena, document_note(d->arena, &text->content),
                 "\u0627\u0644\u0645\u0635\u062F\u0631: \u0648\u0631\u0642\u0629 "
                 "\u0627\u0644\u0628\u064A\u0627\u0646\u0627\u062A "
                 "\u0627\u0644\u0634\u0647\u0631\u064A\u0629.");
    struct block *bullets = block_add(d, list, BLOCK_LIST);
    static const char *const items[] = {
        "\u0625\u0644\u063A\u0627\u0621 "
        "\u0627\u0644\u062C\u0644\u0633\u0627\u062A \u0628\u0633\u0628\u0628 "
        "\u0646\u0642\u0635 \u0627\u0644\u0645\u0648\u0638\u0641\u064A\u0646",
        "\u0627\u062D\u062A\u064A\u0627\u0637\u064A "
        "\u0627\u0644\u0645\u062C\u0645\u0648\u0639\u0629 O \u0641\u064A "
        "\u0645\u0631\u0643\u0632\u064A\u0646 \u0641\u0642\u0637",
        "\u0639\u0642\u062F \u0627\u0644\u0635\u064A\u0627\u0646\u0629 "
        "\u064A\u0646\u062A\u0647\u064A \u0641\u064A \u0645\u0627\u0631\u0633"};
    for (size_t i = 0; i < sizeof items / sizeof *items; i++) {
        struct list_item *item = vec_add(d->arena, &bullets->list);
        content_text(d->arena, &item->label, "\u2022");
        content_text(d->arena, &item->body, items[i]);
    }
    table(d, list);
    struct block *box = block_add(d, list, BLOCK_RECOMMENDATION);
    block_text(d, &box->children, STYLE_BODY,
               "\u062A\u0648\u0635\u064A\u0629: "
               "\u0627\u0644\u0645\u0648\u0627\u0641\u0642\u0629 \u0639\u0644\u0649 "
               "\u062A\u0645\u0648\u064A\u0644 \u0639\u0631\u0628\u062A\u064A\u0646 "
               "\u0625\u0636\u0627\u0641\u064A\u062A\u064A\u0646 "
               "\u0644\u062C\u0645\u0639 \u0627\u0644\u062F\u0645 \u0642\u0628\u0644 "
               "\u0646\u0647\u0627\u064A\u0629 \u0627\u0644\u0633\u0646\u0629.");
    struct block *panel = block_add(d, list, BLOCK_PANEL);
    block_text(d, &panel->children, STYLE_BODY, fallen);
    return d;
}

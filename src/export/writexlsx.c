#include "export/writexlsx.h"
#include "base/lateload.h"
#include "base/scratch.h"
#include "export/looks.h"
#include "export/readback.h"
#include "workbook/xlsx.h"
#include <string.h>
#include <xlsxwriter.h>

/* 2000-01-01T00:00:00Z: documents say when they were made, and no clock is read here. */
#define CREATED ((time_t)946684800)

/* What is used of libxlsxwriter, which other jobs do without. */
struct xlsx_calls {
#define CALL(name) LATELOAD_FIELD(, name)
#include "export/xlsxwriter.def"
#undef CALL
};

static const char *const xlsx_names[] = {
#define CALL(name) LATELOAD_NAME(, name)
#include "export/xlsxwriter.def"
#undef CALL
};

struct book {
    const struct sheetplan *plan;
    struct xlsx_calls call;
    lxw_workbook *workbook; /* NULL once it is closed */
    lxw_format *formats[LOOKS_COUNT];
    lxw_error error; /* the first failure */
};

/* An unfinished workbook: its only way to be released is to be written. */
static void release(void *handle) {
    struct book *book = handle;
    if (book->workbook) {
        book->call.workbook_close(book->workbook);
    }
    book->workbook = NULL;
}

static void note_error(struct book *book, lxw_error error) {
    if (book->error == LXW_NO_ERROR) {
        book->error = error;
    }
}

static void set_format(const struct book *book, lxw_format *format,
                       const struct looks_style *style) {
    static const char *const codes[] = {[LOOKS_TEXT] = "@",
                                        [LOOKS_WHOLE] = "#,##0",
                                        [LOOKS_PERCENT] = "0.##%",
                                        [LOOKS_DAY] = "yyyy-mm-dd"};
    book->call.format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    book->call.format_set_font_size(format, style->size);
    if (style->format != LOOKS_GENERAL) {
        book->call.format_set_num_format(format, codes[style->format]);
    }
    if (style->ink) {
        book->call.format_set_font_color(format, style->ink);
    }
    if (style->bold) {
        book->call.format_set_bold(format);
    }
    if (style->fill) {
        book->call.format_set_pattern(format, LXW_PATTERN_SOLID);
        book->call.format_set_bg_color(format, style->fill);
    }
    if (style->wrap) {
        book->call.format_set_text_wrap(format);
    }
    if (style->left) {
        book->call.format_set_align(format, LXW_ALIGN_LEFT);
    }
    if (style->right) {
        book->call.format_set_align(format, LXW_ALIGN_RIGHT);
        book->call.format_set_indent(format, 1);
    }
    if (style->line) {
        book->call.format_set_bottom(format, LXW_BORDER_THIN);
        book->call.format_set_bottom_color(format, LOOKS_LINE);
    }
}

static bool add_formats(struct book *book) {
    for (size_t i = 0; i < LOOKS_COUNT; i++) {
        book->formats[i] = book->call.workbook_add_format(book->workbook);
        if (!book->formats[i]) {
            return false;
        }
        set_format(book, book->formats[i], &looks_styles[i]);
    }
    return true;
}

/* ---- cells ---- */

/* Excel reads _x0041_ as the letter A: text that looks so has its first _ written as _x005F_. */
static const char *escaped(struct arena *arena, const char *text) {
    if (!strstr(text, "_x")) {
        return text;
    }
    struct textbuf out;
    textbuf_init(&out, arena);
    for (; *text; text++) {
        bool code = text[0] == '_' && text[1] == 'x' &&
                    strspn(text + 2, "0123456789ABCDEFabcdef") >= 4 && text[6] == '_';
        textbuf_str(&out, code ? "_x005F" : "");
        textbuf_char(&out, *text);
    }
    return textbuf_text(&out);
}

static lxw_error put_cell(const struct book *book, lxw_worksheet *to,
                          const struct sheetplan_sheet *sheet, const struct sheetplan_cell *cell) {
    lxw_row_t row = cell->row - 1;
    lxw_col_t col = (lxw_col_t)(cell->col - 1);
    lxw_format *format = book->formats[looks_of_cell(sheet, cell)];
    lxw_datetime when = {.year = cell->date.year, .month = cell->date.month, .day = cell->date.day};
    switch (cell->kind) {
    case CELL_NUMBER:
    case CELL_PERCENT:
        return book->call.worksheet_write_number(to, row, col, decimal_double(cell->number),
                                                 format);
    case CELL_DATE:
        return book->call.worksheet_write_datetime(to, row, col, &when, format);
    case CELL_TEXT:
    case CELL_FLAG:
    case CELL_ERROR:
        break;
    }
    return book->call.worksheet_write_string(to, row, col, escaped(book->plan->arena, cell->text),
                                             format);
}

static void put_rows(struct book *book, lxw_worksheet *to, const struct sheetplan_sheet *sheet) {
    size_t at = 0;
    for (uint32_t row = 1; row <= sheet->rows && book->error == LXW_NO_ERROR; row++) {
        double height = (double)looks_row_height(sheet, row) / 10;
        note_error(book, book->call.worksheet_set_row(to, row - 1, height, NULL));
        for (uint32_t col = 1; col <= sheet->columns.count; col++) {
            if (at < sheet->cells.count && sheet->cells.items[at].row == row &&
                sheet->cells.items[at].col == col) {
                note_error(book, put_cell(book, to, sheet, &sheet->cells.items[at++]));
            } else if (sheet->kind != SHEET_NONE) {
                enum looks_id look = looks_of_blank(sheet->columns.items[col - 1].type);
                note_error(book, book->call.worksheet_write_blank(to, row - 1, (lxw_col_t)(col - 1),
                                                                  book->formats[look]));
            }
        }
    }
}

static void put_notes(struct book *book, lxw_worksheet *to, const struct sheetplan_sheet *sheet) {
    for (size_t i = 0; i < sheet->notes.count; i++) {
        const struct sheetplan_note *note = &sheet->notes.items[i];
        size_t lines = 2 + strlen(note->text) / 40;
        lxw_comment_options options = {
            .width = 290, .height = (uint16_t)(18 * lines), .font_size = 9, .color = 0xFFFBE6};
        note_error(book, book->call.worksheet_write_comment_opt(
                             to, note->row - 1, (lxw_col_t)(note->col - 1), note->text, &options));
    }
}

/* ---- lists to choose from ---- */

/* The library takes words one by one, at most 255 characters of them. */
static char **words_of(struct arena *arena, const char *choices) {
    VEC(char *) words = {0};
    if (strlen(choices) > 255) {
        return NULL;
    }
    while (*choices) {
        size_t length = strcspn(choices, ";");
        if (memchr(choices, ',', length)) {
            return NULL; /* Excel divides its words by commas */
        }
        vec_push(arena, &words, arena_strndup(arena, choices, length));
        choices += length + (choices[length] == ';');
    }
    vec_push(arena, &words, NULL);
    return words.items;
}

static void put_list(struct book *book, lxw_worksheet *to, const struct sheetplan_list *list) {
    struct arena *arena = book->plan->arena;
    lxw_data_validation rule = {.ignore_blank = LXW_VALIDATION_ON,
                                .error_type = LXW_VALIDATION_ERROR_TYPE_WARNING};
    rule.error_title = arena_strdup(arena, "Not in the list");
    if (list->choices) {
        rule.validate = LXW_VALIDATION_TYPE_LIST;
        rule.value_list = words_of(arena, list->choices);
        rule.error_message = arena_strdup(arena, "This is not one of the words of the list.");
        if (!rule.value_list) {
            return;
        }
    } else {
        const struct sheetplan_sheet *target = sheetplan_sheet_of(book->plan, list->target);
        if (!target || !target->key) {
            return;
        }
        rule.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
        rule.value_formula = arena_printf(arena, "=ids_%s", schema_sheet(list->target)->container);
        rule.error_message =
            arena_strdup(arena, "No row has this id yet. It is needed before the check.");
    }
    lxw_col_t col = (lxw_col_t)(list->col - 1);
    note_error(book, book->call.worksheet_data_validation_range(to, list->first_row - 1, col,
                                                                list->last_row - 1, col, &rule));
}

/* ---- sheets ---- */

static void put_columns(struct book *book, lxw_worksheet *to, const struct sheetplan_sheet *sheet) {
    for (size_t i = 0; i < sheet->columns.count; i++) {
        const struct sheetplan_column *column = &sheet->columns.items[i];
        lxw_col_t col = (lxw_col_t)i;
        note_error(book,
                   book->call.worksheet_set_column(to, col, col, column->width,
                                                   book->formats[looks_of_column(column->type)]));
    }
}

static void put_frame(struct book *book, lxw_worksheet *to, const struct sheetplan_sheet *sheet) {
    bool table = sheet->kind != SHEET_NONE, columns = table && !sheet->properties;
    book->call.worksheet_set_landscape(to);
    book->call.worksheet_set_paper(to, 9); /* A4 */
    book->call.worksheet_fit_to_pages(to, (uint16_t)looks_pages_across(sheet), 0);
    if (!table) {
        book->call.worksheet_gridlines(to, LXW_HIDE_ALL_GRIDLINES);
        return;
    }
    book->call.worksheet_freeze_panes(to, 1, columns ? 1 : 0);
    note_error(book, book->call.worksheet_repeat_rows(to, 0, 0));
    if (columns) {
        note_error(book, book->call.worksheet_repeat_columns(to, 0, 0));
        note_error(book, book->call.worksheet_autofilter(to, 0, 0, sheet->rows - 1,
                                                         (lxw_col_t)(sheet->columns.count - 1)));
    }
}

static void put_sheet(struct book *book, const struct sheetplan_sheet *sheet) {
    lxw_worksheet *to = book->call.workbook_add_worksheet(book->workbook, sheet->title);
    if (!to) {
        note_error(book, LXW_ERROR_MEMORY_MALLOC_FAILED);
        return;
    }
    put_columns(book, to, sheet);
    put_rows(book, to, sheet);
    put_notes(book, to, sheet);
    for (size_t i = 0; i < sheet->lists.count; i++) {
        put_list(book, to, &sheet->lists.items[i]);
    }
    put_frame(book, to, sheet);
}

static void put_names(struct book *book) {
    for (size_t i = 0; i < book->plan->sheets.count; i++) {
        const struct sheetplan_sheet *sheet = &book->plan->sheets.items[i];
        if (sheet->kind == SHEET_NONE || !sheet->key) {
            continue;
        }
        struct arena *arena = book->plan->arena;
        const char *area =
            sheetplan_area(book->plan, sheet, sheet->key, 2, sheetplan_reach(sheet), true);
        note_error(book, book->call.workbook_define_name(
                             book->workbook,
                             arena_printf(arena, "ids_%s", schema_sheet(sheet->kind)->container),
                             arena_printf(arena, "=%s", area)));
    }
}

static void fill(struct book *book) {
    lxw_doc_properties properties = {.created = CREATED};
    note_error(book, book->call.workbook_set_properties(book->workbook, &properties));
    if (!add_formats(book)) {
        note_error(book, LXW_ERROR_MEMORY_MALLOC_FAILED);
        return;
    }
    for (size_t i = 0; i < book->plan->sheets.count; i++) {
        put_sheet(book, &book->plan->sheets.items[i]);
    }
    put_names(book);
}

static bool sound(const struct sheetplan *plan, const struct textbuf *bytes) {
    struct sheets sheets = {.items = {.count = 0}};
    return xlsx_read(plan->arena, "", textbuf_text(bytes), bytes->length, diags_new(plan->arena),
                     &sheets) &&
           readback_same(plan, &sheets);
}

bool writexlsx(const struct sheetplan *plan, struct textbuf *out, const char **why) {
    struct scratch *scratch = scratch_new(plan->arena);
    struct book *book = arena_alloc(plan->arena, sizeof *book);
    book->plan = plan;
    *why = "no file in memory is to be had";
    if (!scratch) {
        return false;
    }
    if (!lateload_calls(plan->arena, LATE_xlsxwriter, xlsx_names,
                        sizeof xlsx_names / sizeof *xlsx_names, &book->call, why)) {
        return false;
    }
    book->workbook = book->call.workbook_new(scratch_path(scratch));
    arena_defer(plan->arena, release, book);
    if (book->workbook) {
        fill(book);
        note_error(book, book->call.workbook_close(book->workbook));
        book->workbook = NULL;
    } else {
        note_error(book, LXW_ERROR_MEMORY_MALLOC_FAILED);
    }
    if (book->error != LXW_NO_ERROR) {
        *why = book->call.lxw_strerror(book->error);
        return false;
    }
    *why = "what was written cannot be read back; is the disk for temporary files full?";
    return scratch_bytes(scratch, out) && sound(plan, out);
}

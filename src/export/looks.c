#include "export/looks.h"

#define NAVY  0x0F2350u
#define WHITE 0xFFFFFFu
#define LIGHT 0xD9E1EEu
#define PALE  0xEEF1F7u

#define PAGE_WIDTH 190u /* characters that are still read well on a page in landscape */

const struct looks_style looks_styles[LOOKS_COUNT] = {
    [LOOKS_ID_HEAD] = {"head", LOOKS_TEXT, 10, NAVY, LIGHT, .bold = true, .wrap = true},
    [LOOKS_ID_MUST] = {"must", LOOKS_TEXT, 10, WHITE, NAVY, .bold = true, .wrap = true},
    [LOOKS_ID_PROPERTY] = {"property", LOOKS_TEXT, 10, NAVY, PALE, .bold = true, .wrap = true,
                           .line = true},
    [LOOKS_ID_WORDS] = {"words", LOOKS_TEXT, 10, 0, 0, .wrap = true, .line = true},
    [LOOKS_ID_CHOICE] = {"choice", LOOKS_GENERAL, 10, 0, 0, .wrap = true, .line = true},
    [LOOKS_ID_AMOUNT] = {"amount", LOOKS_GENERAL, 10, 0, 0, .right = true, .line = true},
    [LOOKS_ID_WHOLE] = {"whole", LOOKS_WHOLE, 10, 0, 0, .right = true, .line = true},
    [LOOKS_ID_PERCENT] = {"percent", LOOKS_PERCENT, 10, 0, 0, .right = true, .line = true},
    [LOOKS_ID_DAY] = {"day", LOOKS_DAY, 10, 0, 0, .right = true, .line = true},
    [LOOKS_ID_LEFT] = {"left", LOOKS_GENERAL, 10, 0, 0, .left = true, .line = true},
    [LOOKS_ID_LEFT_DAY] = {"leftday", LOOKS_DAY, 10, 0, 0, .left = true, .line = true},
    [LOOKS_ID_NEW_WORDS] = {"newwords", LOOKS_TEXT, 10, 0, 0, .wrap = true},
    [LOOKS_ID_NEW_CHOICE] = {"newchoice", LOOKS_GENERAL, 10, 0, 0, .wrap = true},
    [LOOKS_ID_NEW_AMOUNT] = {"newamount", LOOKS_GENERAL, 10, 0, 0, .right = true},
    [LOOKS_ID_NEW_DAY] = {"newday", LOOKS_DAY, 10, 0, 0, .right = true},
    [LOOKS_ID_TITLE] = {"title", LOOKS_GENERAL, 20, NAVY, 0, .bold = true, .wrap = true},
    [LOOKS_ID_HEADING] = {"heading", LOOKS_GENERAL, 13, NAVY, 0, .bold = true, .wrap = true},
    [LOOKS_ID_PROSE] = {"prose", LOOKS_GENERAL, 10, 0, 0, .wrap = true},
};

enum looks_id looks_of_blank(enum field_type type) {
    switch (type) {
    case FIELD_NUMBER:
    case FIELD_SHARE:
    case FIELD_COUNT_OF:
        return LOOKS_ID_AMOUNT;
    case FIELD_DATE:
        return LOOKS_ID_DAY;
    case FIELD_CHOICE:
    case FIELD_FLAG:
        return LOOKS_ID_CHOICE;
    case FIELD_ID:
    case FIELD_REFERENCE:
    case FIELD_REFERENCES:
    case FIELD_TITLE:
    case FIELD_TEXT:
    case FIELD_MONTH_DAY:
    case FIELD_PERIOD:
        break;
    }
    return LOOKS_ID_WORDS;
}

enum looks_id looks_of_column(enum field_type type) {
    enum looks_id blank = looks_of_blank(type);
    return blank == LOOKS_ID_AMOUNT   ? LOOKS_ID_NEW_AMOUNT
           : blank == LOOKS_ID_DAY    ? LOOKS_ID_NEW_DAY
           : blank == LOOKS_ID_CHOICE ? LOOKS_ID_NEW_CHOICE
                                      : LOOKS_ID_NEW_WORDS;
}

static bool large_whole(struct decimal number) {
    return number.micro % DECIMAL_ONE == 0 &&
           decimal_compare(decimal_abs(number), decimal_of(10000)) >= 0;
}

static enum looks_id of_body(const struct sheetplan_sheet *sheet,
                             const struct sheetplan_cell *cell) {
    switch (cell->kind) {
    case CELL_NUMBER:
        if (sheet->properties) {
            return LOOKS_ID_LEFT;
        }
        return large_whole(cell->number) ? LOOKS_ID_WHOLE : LOOKS_ID_AMOUNT;
    case CELL_PERCENT:
        return LOOKS_ID_PERCENT;
    case CELL_DATE:
        return sheet->properties ? LOOKS_ID_LEFT_DAY : LOOKS_ID_DAY;
    case CELL_TEXT:
    case CELL_FLAG:
    case CELL_ERROR:
        break;
    }
    return looks_of_blank(sheet->columns.items[cell->col - 1].type) == LOOKS_ID_CHOICE
               ? LOOKS_ID_CHOICE
               : LOOKS_ID_WORDS;
}

enum looks_id looks_of_cell(const struct sheetplan_sheet *sheet,
                            const struct sheetplan_cell *cell) {
    switch (cell->look) {
    case SHEETPLAN_HEAD:
        return LOOKS_ID_HEAD;
    case SHEETPLAN_HEAD_REQUIRED:
        return LOOKS_ID_MUST;
    case SHEETPLAN_PROPERTY:
        return LOOKS_ID_PROPERTY;
    case SHEETPLAN_TITLE:
        return LOOKS_ID_TITLE;
    case SHEETPLAN_HEADING:
        return LOOKS_ID_HEADING;
    case SHEETPLAN_PROSE:
        return LOOKS_ID_PROSE;
    case SHEETPLAN_BODY:
        break;
    }
    return of_body(sheet, cell);
}

unsigned looks_row_height(const struct sheetplan_sheet *sheet, uint32_t row) {
    unsigned lines = sheet->lines.items[row - 1];
    if (sheet->kind == SHEET_NONE && lines >= SHEETPLAN_LINES_TITLE) {
        return lines >= 2 * SHEETPLAN_LINES_TITLE ? 330 : 260;
    }
    return 30 + 125 * (lines > 30 ? 30 : lines);
}

unsigned looks_pages_across(const struct sheetplan_sheet *sheet) {
    unsigned width = 0;
    for (size_t i = 0; i < sheet->columns.count; i++) {
        width += sheet->columns.items[i].width;
    }
    return 1 + width / PAGE_WIDTH;
}

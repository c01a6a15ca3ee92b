#include "workbook/schemadoc.h"
#include <string.h>

static const char *type_words(enum field_type type) {
    static const char *const words[] = {
        [FIELD_ID] = "an id of its own",
        [FIELD_REFERENCE] = "an id",
        [FIELD_REFERENCES] = "ids divided by `;`",
        [FIELD_TITLE] = "one line of text, at most 400 characters",
        [FIELD_TEXT] = "text, several lines if need be",
        [FIELD_NUMBER] = "a number",
        [FIELD_SHARE] = "a percentage from 0 to 100",
        [FIELD_COUNT_OF] = "a whole number, 0 or more",
        [FIELD_DATE] = "a date",
        [FIELD_MONTH_DAY] = "a month and day as `MM-DD`",
        [FIELD_PERIOD] = "a period",
        [FIELD_CHOICE] = "one of",
        [FIELD_FLAG] = "`Y` or `N`",
    };
    return words[type];
}

/* A ;-list with another text between its items, each in a pair of marks. */
static void put_items(struct textbuf *out, const char *list, const char *mark,
                      const char *between) {
    for (const char *first = list; *list;) {
        size_t length = strcspn(list, ";");
        textbuf_printf(out, "%s%s%.*s%s", list == first ? "" : between, mark, (int)length, list,
                       mark);
        list += length + (list[length] == ';');
    }
}

void schemadoc_rule(const struct schema_column *column, struct textbuf *out) {
    textbuf_str(out, type_words(column->type));
    if (column->type == FIELD_CHOICE) {
        textbuf_char(out, ' ');
        put_items(out, column->choices, "`", ", ");
    }
    if (column->target != SHEET_NONE) {
        textbuf_printf(out, " of the sheet %s", schema_sheet(column->target)->title);
    } else if (column->type == FIELD_REFERENCE) {
        textbuf_str(out, " of any sheet");
    }
    if (column->flags & FIELD_KEY) {
        textbuf_str(out, ", on no other row");
    }
    if (column->unit[0] && column->type != FIELD_SHARE) {
        textbuf_printf(out, "; unit: %s", column->unit);
    }
}

/* ---- Markdown ---- */

/* A bar would end the cell of the table. */
static void put_cell(struct textbuf *out, const char *text) {
    for (; *text; text++) {
        if (*text == '|') {
            textbuf_char(out, '\\');
        }
        textbuf_char(out, *text);
    }
}

static void put_row(struct textbuf *out, const struct schema_column *column) {
    textbuf_str(out, "| **");
    put_cell(out, column->title);
    textbuf_printf(out, "**%s | ", column->flags & FIELD_REQUIRED ? " \\*" : "");
    put_cell(out, column->about);
    textbuf_str(out, " | ");
    schemadoc_rule(column, out);
    textbuf_str(out, " | ");
    if (column->example && column->example[0]) {
        put_cell(out, column->example);
    }
    textbuf_printf(out, " | `%s` |\n", column->attribute);
}

static void put_aliases(struct textbuf *out, const struct schema_sheet_def *sheet) {
    bool begun = false;
    for (size_t i = 0; i < sheet->column_count; i++) {
        const struct schema_column *column = &sheet->columns[i];
        if (!column->aliases[0]) {
            continue;
        }
        textbuf_printf(
            out, "%s%s = ", begun ? "; " : "\nOther titles that are understood: ", column->title);
        put_items(out, column->aliases, "", ", ");
        begun = true;
    }
    if (begun) {
        textbuf_str(out, ".\n");
    }
}

static void put_sheet(struct textbuf *out, enum schema_sheet kind) {
    const struct schema_sheet_def *sheet = schema_sheet(kind);
    textbuf_printf(out, "\n### %s\n\n%s%s", sheet->title, sheet->about,
                   schema_needed(kind) ? " Every workbook has this sheet." : "");
    if (sheet->form == SHEET_PROPERTIES) {
        textbuf_str(out, " It has two columns, *Property* and *Value*; these are the properties.");
    }
    if (sheet->aliases[0]) {
        textbuf_str(out, " The sheet may also be called ");
        put_items(out, sheet->aliases, "*", ", ");
        textbuf_char(out, '.');
    }
    textbuf_printf(out,
                   "\n\n| %s | What it says | What may stand in it | Example | In XML "
                   "|\n|---|---|---|---|---|\n",
                   sheet->form == SHEET_PROPERTIES ? "Property" : "Column");
    for (size_t i = 0; i < sheet->column_count; i++) {
        put_row(out, &sheet->columns[i]);
    }
    put_aliases(out, sheet);
    textbuf_printf(out,
                   sheet->form == SHEET_PROPERTIES ? "\nIn XML: `<%s/>`.\n"
                                                   : "\nIn XML: a `<%s>` of `<%s/>`.\n",
                   sheet->container, sheet->row);
}

void schemadoc_markdown(struct textbuf *out) {
    textbuf_str(out, "## Sheets and columns\n\nA column marked \\* must be filled in every row of "
                     "its sheet. All other columns, and sheets that no workbook must have, may be "
                     "left out.\n");
    for (int i = 0; i < SHEET_COUNT; i++) {
        put_sheet(out, (enum schema_sheet)i);
    }
}

/* ---- plain text ---- */

static void list_column(struct textbuf *out, const struct schema_column *column) {
    textbuf_printf(out, "  %s%s: ", column->title, (column->flags & FIELD_REQUIRED) ? " *" : "");
    struct textbuf rule;
    textbuf_init(&rule, out->arena);
    schemadoc_rule(column, &rule);
    for (const char *at = textbuf_text(&rule); *at; at++) {
        if (*at != '`') {
            textbuf_char(out, *at);
        }
    }
    textbuf_printf(out, ". %s", column->about);
    if (column->example && *column->example) {
        textbuf_printf(out, " (%s)", column->example);
    }
    textbuf_char(out, '\n');
}

void schemadoc_text(struct textbuf *out) {
    for (int i = 0; i < SHEET_COUNT; i++) {
        const struct schema_sheet_def *sheet = schema_sheet((enum schema_sheet)i);
        textbuf_printf(out, "%s%s: %s\n", i ? "\n" : "", sheet->title, sheet->about);
        if (sheet->form == SHEET_PROPERTIES) {
            textbuf_str(out, "  Two columns, Property and Value; the properties:\n");
        }
        for (size_t c = 0; c < sheet->column_count; c++) {
            list_column(out, &sheet->columns[c]);
        }
    }
    textbuf_str(out, "\n* must be filled\n");
}

#include "app/command.h"
#include "app/deliver.h"

static const char *type_name(enum field_type type) {
    static const char *const names[] = {
        [FIELD_ID] = "id",
        [FIELD_REFERENCE] = "id of a row",
        [FIELD_REFERENCES] = "ids of rows",
        [FIELD_TITLE] = "text of one line",
        [FIELD_TEXT] = "text",
        [FIELD_NUMBER] = "number",
        [FIELD_SHARE] = "percent",
        [FIELD_COUNT_OF] = "whole number",
        [FIELD_DATE] = "date",
        [FIELD_MONTH_DAY] = "month and day",
        [FIELD_PERIOD] = "period",
        [FIELD_CHOICE] = "one of",
        [FIELD_FLAG] = "Y or N",
    };
    return names[type];
}

static void list_column(struct textbuf *out, const struct schema_column *column) {
    textbuf_printf(out, "  %s%s: %s", column->title, (column->flags & FIELD_REQUIRED) ? " *" : "",
                   type_name(column->type));
    if (column->type == FIELD_CHOICE)
        for (const char *at = column->choices; *at; at++)
            textbuf_printf(out, "%s%c", at == column->choices ? " " : "", *at == ';' ? ' ' : *at);
    if (column->target != SHEET_NONE)
        textbuf_printf(out, " of %s", schema_sheet(column->target)->title);
    textbuf_printf(out, ". %s", column->about);
    if (column->example && *column->example)
        textbuf_printf(out, " (%s)", column->example);
    textbuf_char(out, '\n');
}

static void list_sheets(struct textbuf *out) {
    for (int i = 0; i < SHEET_COUNT; i++) {
        const struct schema_sheet_def *sheet = schema_sheet((enum schema_sheet)i);
        textbuf_printf(out, "%s%s: %s\n", i ? "\n" : "", sheet->title, sheet->about);
        if (sheet->form == SHEET_PROPERTIES)
            textbuf_str(out, "  Two columns, Property and Value; the properties:\n");
        for (size_t c = 0; c < sheet->column_count; c++)
            list_column(out, &sheet->columns[c]);
    }
    textbuf_str(out, "\n* must be filled\n");
}

enum outcome command_schema(struct job *job) {
    struct textbuf out;
    textbuf_init(&out, job->arena);
    if (job->options->choice[SWITCH_SCHEMA_FORMAT] == 1)
        list_sheets(&out);
    else
        schema_xsd(&out);
    return deliver_text(job, &out);
}

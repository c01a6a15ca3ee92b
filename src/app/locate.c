#include "app/locate.h"

#include <stdlib.h>
#include <string.h>

/* True if the cell is the one that is looked for. */
typedef bool match_fn(const char *cell, const char *text);

static bool holds(const char *cell, const char *text) {
    return strstr(cell, text) != NULL;
}

static bool is_all(const char *cell, const char *text) {
    return strcmp(cell, text) == 0;
}

/* The first cell that matches the text, in the order of the sheets. */
static bool cell_with(const struct workbook *workbook, const char *text, match_fn *matches,
                      struct place *out) {
    for (int sheet = 0; sheet < SHEET_COUNT; sheet++) {
        const struct table *table = &workbook->tables[sheet];
        size_t columns = schema_sheet((enum schema_sheet)sheet)->column_count;
        for (size_t r = 0; r < table->records.count; r++) {
            const struct record *record = &table->records.items[r];
            for (size_t c = 0; c < columns; c++) {
                const struct field *field = workbook_field(record, (int)c);
                if (!field->filled || !field->text || !matches(field->text, text))
                    continue;
                *out = workbook_place(workbook, record, (int)c);
                return true;
            }
        }
    }
    return false;
}

/* The message names its character as U+63D0: by that number it is found, whatever was shown. */
static bool find_letter(void *context, const char *message, struct place *out) {
    struct job *job = context;
    const char *number = strstr(message, "U+");
    if (!number)
        return false;
    struct textbuf text;
    textbuf_init(&text, job->arena);
    textbuf_rune(&text, (uint32_t)strtoul(number + 2, NULL, 16));
    return cell_with(job->workbook, textbuf_text(&text), holds, out);
}

/* The message names the text between quotes; of a long one its beginning and an ellipsis. */
static bool find_text(void *context, const char *message, struct place *out) {
    struct job *job = context;
    const char *from = strchr(message, '\'');
    const char *to = from ? strrchr(message, '\'') : NULL;
    if (!from || to <= from + 1)
        return false;
    char *text = arena_strndup(job->arena, from + 1, (size_t)(to - from) - 1);
    char *ellipsis = strstr(text, "\u2026");
    if (ellipsis)
        *ellipsis = '\0';
    return *text && (cell_with(job->workbook, text, is_all, out) ||
                     cell_with(job->workbook, text, holds, out));
}

void locate_printed(struct job *job) {
    static const enum diag_code texts[] = {BP5050, BP5053, BP5073};
    diags_locate(job->diags, BP5001, find_letter, job);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        diags_locate(job->diags, texts[i], find_text, job);
}

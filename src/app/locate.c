#include "app/locate.h"

#include <stdlib.h>
#include <string.h>

/* The first cell that holds the text, in the order of the sheets. */
static bool cell_with(const struct workbook *workbook, const char *text, struct place *out) {
    for (int sheet = 0; sheet < SHEET_COUNT; sheet++) {
        const struct table *table = &workbook->tables[sheet];
        size_t columns = schema_sheet((enum schema_sheet)sheet)->column_count;
        for (size_t r = 0; r < table->records.count; r++) {
            const struct record *record = &table->records.items[r];
            for (size_t c = 0; c < columns; c++) {
                const struct field *field = workbook_field(record, (int)c);
                if (!field->filled || !field->text || !strstr(field->text, text))
                    continue;
                *out = workbook_place(workbook, record, (int)c);
                return true;
            }
        }
    }
    return false;
}

/* The message names its character as U+63D0: by that number it is found, whatever was shown. */
static bool find(void *context, const char *message, struct place *out) {
    struct job *job = context;
    const char *number = strstr(message, "U+");
    if (!number)
        return false;
    struct textbuf text;
    textbuf_init(&text, job->arena);
    textbuf_rune(&text, (uint32_t)strtoul(number + 2, NULL, 16));
    return cell_with(job->workbook, textbuf_text(&text), out);
}

void locate_letters(struct job *job) {
    diags_locate(job->diags, BP5001, find, job);
}

#include "plan/translation.h"

#include "base/ascii.h"
#include "workbook/edit.h"
#include <string.h>

/* 2: this language; 1: the language without its region; 0: another one. */
static int match(const char *tag, const char *language) {
    if (ascii_same(tag, language))
        return 2;
    const size_t primary = strcspn(language, "-");
    if (strlen(tag) != primary)
        return 0;
    for (size_t i = 0; i < primary; i++)
        if (ascii_lower(tag[i]) != ascii_lower(language[i]))
            return 0;
    return 1;
}

bool translation_there(const struct plan *plan, const char *language) {
    for (size_t i = 0; i < plan->translations.count; i++)
        if (match(plan->translations.items[i].language, language))
            return true;
    return false;
}

const struct workbook *translation_workbook(struct arena *arena, const struct workbook *workbook,
                                            const struct plan *plan, const char *language) {
    const size_t most = plan->translations.count;
    struct edit_text *texts = arena_array(arena, most + 1, sizeof *texts);
    size_t count = 0;
    /* Those of the region come last, and stay. */
    for (int closeness = 1; closeness <= 2; closeness++)
        for (size_t i = 0; i < most; i++) {
            const struct translation *of = &plan->translations.items[i];
            if (match(of->language, language) == closeness)
                texts[count++] =
                    (struct edit_text){(enum schema_sheet)of->sheet, of->row, of->column, of->text};
        }
    return edit_texts(arena, workbook, texts, count);
}

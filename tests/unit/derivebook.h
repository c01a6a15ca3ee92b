/* Derivations of figures that were read from a workbook, with their cells. */
#ifndef TESTS_DERIVEBOOK_H
#define TESTS_DERIVEBOOK_H

#include "derivecase.h"
#include "plancase.h"

/* What is derived for an id of a sound workbook. */
static inline const struct derivation *derived_from(struct arena *arena, const struct plan *plan,
                                                    struct diags *diags, const char *id) {
    struct derivations all = {.list = {0}};
    if (diags_count(diags, DIAG_ERROR) > 0) {
        struct textbuf text;
        textbuf_init(&text, arena);
        diags_text(diags, &text, 10);
        fail_msg("%s", textbuf_text(&text));
    }
    derivation_of(arena, assess(arena, plan, diags), id, 0, &all);
    assert_int_equal(all.list.count, 1);
    return all.list.items[0];
}

static inline const struct derivation *derived_of(void **state, struct sections s, const char *id) {
    struct built built = plan_of(state, s);
    return derived_from(built.arena, built.plan, built.diags, id);
}

/* "name value, name value": the inputs of a step that have a cell. */
static inline const char *cells_of(struct arena *arena, const struct derivation_step *step) {
    struct textbuf text;
    textbuf_init(&text, arena);
    for (size_t i = 0; i < step->inputs.count; i++)
        if (step->inputs.items[i].place.file)
            textbuf_printf(&text, "%s%s %s", text.length ? ", " : "", step->inputs.items[i].name,
                           step->inputs.items[i].value);
    return textbuf_text(&text);
}

#endif

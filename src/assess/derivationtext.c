#include "assess/derivation.h"

#include "base/wraptext.h"

#include <string.h>

#define WIDTH 100u
#define STEP  2u /* columns that a level is indented by */

/* Names of the workbook may have line feeds. */
static const char *one_line(struct arena *arena, const char *text) {
    struct textbuf out;
    textbuf_init(&out, arena);
    while (*text) {
        const size_t blanks = strspn(text, " \n");
        if (blanks > 0) {
            textbuf_char(&out, ' ');
        }
        text += blanks;
        const size_t word = strcspn(text, " \n");
        textbuf_bytes(&out, text, word);
        text += word;
    }
    return textbuf_text(&out);
}

/* A paragraph from `indent` on, wrapped between words, the further lines `hang` deeper. */
static void paragraph(struct textbuf *out, size_t indent, size_t hang, const char *text) {
    textbuf_printf(out, "%*s", (int)indent, "");
    wraptext(out, one_line(out->arena, text), WIDTH, indent, indent + hang);
}

/* "[Measures!D14]", "[default]" or "". */
static const char *cell_of(struct arena *arena, const struct derivation_input *input) {
    if (input->standard) {
        return " [default]";
    }
    if (!input->place.file) {
        return "";
    }
    const char *cell = diag_cell(arena, input->place);
    if (!cell) {
        return arena_printf(arena, " [line %u]", input->place.line);
    }
    return arena_printf(arena, " [%s]", cell);
}

static void put_step(struct textbuf *out, size_t indent, const struct derivation_step *step,
                     size_t number) {
    struct arena *arena = out->arena;
    paragraph(out, indent, STEP,
              arena_printf(arena, "%zu. %s: %s", number, step->figure, step->result));
    size_t inner = indent + 2 * STEP;
    paragraph(out, inner, STEP,
              step->rule ? arena_printf(arena, "%s (rule %d)", step->words, step->rule)
                         : step->words);
    if (*step->formula) {
        paragraph(out, inner, 2 * STEP, step->formula);
    }
    for (size_t i = 0; i < step->inputs.count; i++) {
        const struct derivation_input *input = &step->inputs.items[i];
        paragraph(
            out, inner, STEP,
            arena_printf(arena, "- %s: %s%s", input->name, input->value, cell_of(arena, input)));
    }
}

static void put(struct textbuf *out, size_t indent, const struct derivation *derivation) {
    paragraph(out, indent, STEP, derivation->answer);
    for (size_t i = 0; i < derivation->steps.count; i++) {
        textbuf_char(out, '\n');
        put_step(out, indent + STEP, &derivation->steps.items[i], i + 1);
    }
    for (size_t i = 0; i < derivation->steps.count; i++) {
        const struct derivation_step *step = &derivation->steps.items[i];
        for (size_t j = 0; j < step->inputs.count; j++) {
            if (step->inputs.items[j].source) {
                textbuf_char(out, '\n');
                put(out, indent + 2 * STEP, step->inputs.items[j].source);
            }
        }
    }
}

static bool names_rules(const struct derivation *derivation) {
    for (size_t i = 0; i < derivation->steps.count; i++) {
        if (derivation->steps.items[i].rule) {
            return true;
        }
    }
    return false;
}

void derivation_text(const struct derivations *derivations, struct textbuf *out) {
    bool rules = false;
    for (size_t i = 0; i < derivations->list.count; i++) {
        if (i > 0) {
            textbuf_char(out, '\n');
        }
        put(out, 0, derivations->list.items[i]);
        rules = rules || names_rules(derivations->list.items[i]);
    }
    if (rules) {
        textbuf_char(out, '\n');
        paragraph(out, 0, STEP,
                  "Rules have the numbers that they have in the packet, on its page Basis of "
                  "preparation.");
    }
}

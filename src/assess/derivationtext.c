#include "assess/derivation.h"

#include <string.h>

#define WIDTH 100u
#define STEP  2u /* columns that a level is indented by */

/* Characters, not bytes; close enough to columns for wrapping. */
static size_t columns(const char *text, size_t length) {
    size_t count = 0;
    for (size_t i = 0; i < length; i++) {
        count += ((unsigned char)text[i] & 0xC0u) != 0x80u;
    }
    return count;
}

static void blanks(struct textbuf *out, size_t count) {
    for (size_t i = 0; i < count; i++) {
        textbuf_char(out, ' ');
    }
}

/* A paragraph from `indent` on, wrapped between words, the further lines `hang` deeper. */
static void paragraph(struct textbuf *out, size_t indent, size_t hang, const char *text) {
    size_t column = indent;
    bool begun = false;
    blanks(out, indent);
    while (*text) {
        size_t span = strcspn(text, " \n");
        size_t wide = columns(text, span);
        if (begun && column + 1 + wide > WIDTH) {
            textbuf_char(out, '\n');
            blanks(out, indent + hang);
            column = indent + hang;
        } else if (begun) {
            textbuf_char(out, ' ');
            column++;
        }
        textbuf_bytes(out, text, span);
        column += wide;
        begun = true;
        text += span;
        while (*text == ' ' || *text == '\n') {
            text++;
        }
    }
    textbuf_char(out, '\n');
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

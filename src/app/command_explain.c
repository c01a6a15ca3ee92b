#include "app/command.h"
#include "app/deliver.h"

#include "base/ascii.h"

/* BP3104, bp3104 or 3104; 0 if it is none. */
static unsigned code_of(const char *text) {
    if (ascii_starts(text, "BP") || ascii_starts(text, "bp"))
        text += 2;
    unsigned number = 0;
    for (size_t i = 0; i < 4; i++) {
        if (!ascii_digit(text[i]))
            return 0;
        number = number * 10 + (unsigned)(text[i] - '0');
    }
    return text[4] == '\0' && diag_text_of(number) ? number : 0;
}

/* The text of a code with an ellipsis where a message names things. */
static void headline(struct textbuf *out, unsigned number) {
    enum diag_severity severity;
    diag_severity_of(number, &severity);
    textbuf_printf(out, "BP%04u %s: ", number, diag_severity_name(severity));
    const char *text = diag_text_of(number);
    for (size_t i = 0; text[i]; i++) {
        if (text[i] == '{' && ascii_digit(text[i + 1]) && text[i + 2] == '}') {
            textbuf_str(out, "\u2026");
            i += 2;
        } else {
            textbuf_char(out, text[i]);
        }
    }
    textbuf_char(out, '\n');
}

enum outcome command_explain(struct job *job) {
    const struct options *options = job->options;
    struct textbuf out;
    textbuf_init(&out, job->arena);
    if (options->operand_count == 0)
        for (size_t i = 0; diag_number(i); i++)
            headline(&out, diag_number(i));
    for (size_t i = 0; i < options->operand_count; i++) {
        unsigned number = code_of(options->operands[i]);
        if (!number) {
            job_complain(job, BP9008, options->operands[i], NULL);
            return OUTCOME_USAGE;
        }
        if (i > 0)
            textbuf_char(&out, '\n');
        headline(&out, number);
        textbuf_printf(&out, "\n%s\n", diag_explanation(number));
    }
    return deliver_text(job, &out);
}

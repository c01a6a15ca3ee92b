#include "app/command.h"
#include "app/deliver.h"
#include "base/json.h"
#include "base/wraptext.h"
#include <string.h>

#define WIDTH 80u

/* A terminal does not break words. */
static void paragraph(struct textbuf *out, const char *text) {
    textbuf_char(out, '\n');
    wraptext(out, text, WIDTH, 0, 0);
}

static const char *severity_of(unsigned number) {
    enum diag_severity severity;
    diag_severity_of(number, &severity);
    return diag_severity_name(severity);
}

static void headline(struct textbuf *out, unsigned number) {
    textbuf_printf(out, "BP%04u %s: %s\n", number, severity_of(number),
                   diag_headline(out->arena, number));
}

/* What is looked at when findings of the code's family arise. */
static const char *found_by(unsigned number) {
    static const char *const stages[] = {
        [1] = "Found while the file is read as XML, spreadsheet or text, before its cells are.",
        [2] = "Found while sheets, columns and cells are read.",
        [3] = "Found while the rows are put together: ids, dates, weights, targets.",
        [4] = "Found while statuses, scores and staffing are worked out.",
        [5] = "Found while pages and maps are laid out, so `check` does not meet it.",
        [9] = "Found in the surroundings: the command line, files, fonts, memory."};
    return stages[number / 1000];
}

static const char *consequence(struct arena *arena, unsigned number) {
    enum diag_severity severity;
    diag_severity_of(number, &severity);
    if (severity == DIAG_ERROR && number / 1000 == 9)
        return "An error: the run ends without a result, and it can be neither ignored nor waived.";
    if (severity == DIAG_ERROR)
        return "An error: nothing is made of the workbook until it is corrected, and it can be "
               "neither ignored nor waived.";
    const char *name = diag_severity_name(severity);
    return arena_printf(arena,
                        "A %s: results are made all the same, unless --fail-on=%s is given. "
                        "--ignore=BP%04u leaves it out of one run; a row of the sheet Waivers "
                        "accepts it until a day, for one id or for all.",
                        name, name, number);
}

static void explain(struct textbuf *out, unsigned number) {
    headline(out, number);
    paragraph(out, diag_explanation(number));
    paragraph(out, consequence(out->arena, number));
    paragraph(out, found_by(number));
}

static void as_json(struct json *json, unsigned number) {
    struct arena *arena = json->out->arena;
    json_open(json, NULL, '{');
    json_text(json, "code", arena_printf(arena, "BP%04u", number));
    json_text(json, "severity", severity_of(number));
    json_text(json, "family", diag_family(number));
    json_text(json, "text", diag_text_of(number));
    json_text(json, "explanation", diag_explanation(number));
    json_flag(json, "can_be_waived", diag_suppressible(number));
    json_close(json);
}

/* The codes that are asked for, or all; 0 ends them.  NULL with a finding if one does not exist. */
static unsigned *asked_for(struct job *job) {
    const struct options *options = job->options;
    size_t all = 0;
    while (diag_number(all))
        all++;
    size_t count = options->operand_count > 0 ? options->operand_count : all;
    unsigned *numbers = arena_array(job->arena, count + 1, sizeof *numbers);
    for (size_t i = 0; i < count; i++) {
        numbers[i] = options->operand_count > 0 ? diag_named(options->operands[i]) : diag_number(i);
        if (numbers[i])
            continue;
        const char *word = options->operands[i];
        diag_report_hint(job->diags, BP9008, (struct place){0},
                         diag_did_you_mean_code(job->arena, word), word, NULL);
        return NULL;
    }
    return numbers;
}

enum outcome command_explain(struct job *job) {
    struct textbuf out;
    textbuf_init(&out, job->arena);
    const unsigned *numbers = asked_for(job);
    if (!numbers)
        return OUTCOME_USAGE;
    if (job->options->choice[SWITCH_EXPLAIN_FORMAT] == 1) {
        struct json json;
        json_init(&json, &out);
        json_open_lines(&json, NULL, '[');
        for (size_t i = 0; numbers[i]; i++)
            as_json(&json, numbers[i]);
        json_close(&json);
        textbuf_char(&out, '\n');
        return deliver_text(job, &out);
    }
    for (size_t i = 0; numbers[i]; i++) {
        if (job->options->operand_count == 0) {
            headline(&out, numbers[i]);
            continue;
        }
        if (i > 0)
            textbuf_char(&out, '\n');
        explain(&out, numbers[i]);
    }
    return deliver_text(job, &out);
}

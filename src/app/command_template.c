#include "app/brand.h"
#include "app/command.h"
#include "app/deliver.h"
#include "app/kindchoice.h"
#include <string.h>

/* One line a kind: its name, and what it is for. */
static enum outcome list(struct job *job) {
    const struct template_kinds kinds = template_kinds(job->arena);
    struct textbuf out;
    textbuf_init(&out, job->arena);
    for (size_t i = 0; i < kinds.items.count; i++) {
        const char *kind = kinds.items.items[i].kind;
        const struct template *template = template_builtin(job->arena, kind, job->diags);
        if (!template)
            return OUTCOME_INTERNAL;
        textbuf_printf(&out, "%-10s %s\n", kind, template->about ? template->about : "");
    }
    return deliver_text(job, &out);
}

/* The file itself, to be copied and changed. */
static enum outcome show(struct job *job, const char *kind) {
    const struct template_kinds kinds = template_kinds(job->arena);
    for (size_t i = 0; i < kinds.items.count; i++)
        if (strcmp(kinds.items.items[i].kind, kind) == 0) {
            const struct embedded *file = kinds.items.items[i].file;
            struct textbuf out;
            textbuf_init(&out, job->arena);
            textbuf_bytes(&out, file->bytes, file->length);
            return deliver_text(job, &out);
        }
    return kindchoice_unknown(job, kind);
}

static enum outcome check(struct job *job, const char *path) {
    const struct template *template;
    enum outcome outcome = kindchoice_read(job, path, &template);
    if (outcome == OUTCOME_DONE)
        outcome = brand_fonts(job, template);
    if (outcome != OUTCOME_DONE)
        return outcome;
    struct textbuf out;
    textbuf_init(&out, job->arena);
    textbuf_printf(&out, "%s: %s, %zu %s\n", path, template->name, template->sections.count,
                   template->sections.count == 1 ? "section" : "sections");
    return deliver_text(job, &out);
}

enum outcome command_template(struct job *job) {
    const char *verb = job->options->operands[0];
    if (strcmp(verb, "list") == 0)
        return list(job);
    return strcmp(verb, "show") == 0 ? show(job, job->options->operands[1])
                                     : check(job, job->options->operands[1]);
}

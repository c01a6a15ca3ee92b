/* template: which sections a packet has, in which order, on which paper, in whose words.
 *
 * XML of its own schema (templates/template.xsd); the given one is templates/board.xml, embedded.
 * Findings are located in the template file (5xxx). */
#ifndef REPORT_TEMPLATE_H
#define REPORT_TEMPLATE_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/vec.h"
#include "layout/document.h"
#include "report/catalogue.h"
#include "report/words.h"

struct template_section {
    const char *kind; /* "scorecard": a section the program knows */
    const char *name; /* running head, contents */
    enum orientation orientation;
    bool appendix;
    int detail; /* rank in which it may become an appendix; 0: it stays */
    struct place place;
};

struct template {
    const char *kind; /* "board" */
    const char *name; /* "Board packet" */
    const char *language;
    enum paper paper;
    unsigned core;   /* pages before the appendices, at most; 0: no limit */
    bool monochrome; /* in black, white and grey */
    bool hyphenate;  /* words may be divided at the ends of lines */
    VEC(struct template_section) sections;
    const struct words *words;
    const struct catalogue *catalogue; /* sentences in the template's language */
};

/* NULL if the template is not usable (findings say why). */
const struct template *template_read(struct arena *arena, const char *path, const char *bytes,
                                     size_t length, struct diags *diags);
/* The embedded one of a kind ("board"). */
const struct template *template_builtin(struct arena *arena, const char *kind, struct diags *diags);

#endif

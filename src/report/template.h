/* template: which sections a packet has, in which order, on which paper.
 *
 * XML of its own schema (templates/template.xsd); the given one is templates/board.xml, embedded.
 * Its words come from the catalogue of a language (wordbook.h); a template may name its sections
 * itself and replace single words, each in the language it says: they are used in that one only.
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
    const char *kind;  /* "scorecard": a section the program knows */
    const char *name;  /* running head, contents */
    const char *given; /* the name by the template itself, or NULL */
    enum orientation orientation;
    bool appendix;
    int detail; /* rank in which it may become an appendix; 0: it stays */
    struct place place;
};

/* A word of the template's own. */
struct template_word {
    const char *language, *key, *text;
    struct place place;
};

struct template {
    const char *kind;     /* "board" */
    const char *name;     /* "Board packet" */
    const char *given;    /* the name by the template itself, or NULL */
    const char *written;  /* the language of the template's own names */
    const char *language; /* of the pages: "fr-CA" */
    enum paper paper;
    unsigned core;   /* pages before the appendices, at most; 0: no limit */
    bool monochrome; /* in black, white and grey */
    bool hyphenate;  /* words may be divided at the ends of lines */
    VEC(struct template_section) sections;
    VEC(struct template_word) own;
    const struct words *words;
    const struct catalogue *catalogue; /* sentences in the same language */
};

/* In its own language, by the catalogues built in; NULL if the template is not usable (findings say
 * why). */
const struct template *template_read(struct arena *arena, const char *path, const char *bytes,
                                     size_t length, struct diags *diags);
/* The embedded one of a kind ("board"). */
const struct template *template_builtin(struct arena *arena, const char *kind, struct diags *diags);

/* Another language for the pages: those catalogues, which the template's own words are put into;
 * NULL with findings if one of them does not fit. */
const struct template *template_speak(struct arena *arena, const struct template *template,
                                      const char *language, struct words *words,
                                      const struct catalogue *catalogue, struct diags *diags);

#endif

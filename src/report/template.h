/* template: a kind of packet: which sections it has, in which order, of which part of the strategy,
 * in how many pages, on which paper.
 *
 * XML of its own schema (templates/template.xsd); the given ones are embedded, templates/board.xml
 * and others: what is of the namespace of templates is one, so a file more is a kind more.
 * Its words come from the catalogue of a language (wordbook.h); a template may name its sections
 * itself and replace single words, each in the language it says: they are used in that one only.
 * Findings are located in the template file (5xxx). */
#ifndef REPORT_TEMPLATE_H
#define REPORT_TEMPLATE_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/embedded.h"
#include "base/vec.h"
#include "layout/document.h"
#include "layout/palette.h"
#include "report/catalogue.h"
#include "report/mappaper.h"
#include "report/words.h"

struct template_section {
    const char *kind;  /* "scorecard": a section the program knows */
    const char *name;  /* running head, contents */
    const char *given; /* the name by the template itself, or NULL */
    enum orientation orientation;
    bool fitted;  /* portrait where there is so little that it holds it */
    bool follows; /* may begin on the page of the section before */
    bool appendix;
    int detail;                /* rank in which it may become an appendix; 0: it stays */
    unsigned pages;            /* it says less until it takes no more of them; 0: as it comes */
    bool each_unit;            /* one for each unit with objectives, from the packet's on */
    const char *theme;         /* of this one only (id, name, "weakest"), or NULL */
    VEC(const char *) columns; /* of its table, in this order; none: all it has */
    struct place place;
};

/* What a packet is about, as written; each NULL if not given. */
struct template_filter {
    const char *theme, *objective, *owner, *meeting, *purpose;
    struct place place;
};

/* A word of the template's own: in place of that of the catalogue, or, if its key begins with
 * "own.", of a section that the catalogues do not know. */
struct template_word {
    const char *language, *key, *text;
    struct place place;
};

/* The colours of a house, its fonts, and its mark. */
struct template_colour {
    enum palette_role role;
    struct place place;
};
enum template_weight { WEIGHT_REGULAR, WEIGHT_SEMIBOLD, WEIGHT_BOLD, WEIGHT_HEAVY, WEIGHTS };
struct template_font {
    const char *files[WEIGHTS]; /* paths as written, beside the template's file; or NULL */
    struct place place;         /* file NULL: none asked for */
};
struct template_brand {
    struct palette palette;
    VEC(struct template_colour) changed;
    struct template_font text, headings;
    const char *logo, *logo_alt; /* path as written, beside the template's file; or NULL */
};

struct filter; /* filter.h */

struct template {
    const char *kind;  /* "board" */
    const char *about; /* what it is for, in English, or NULL */
    const char *needs; /* "theme", "objective", "owner", "meeting": to be named; or NULL */
    struct template_filter filter;
    const char *name;     /* "Board packet" */
    const char *given;    /* the name by the template itself, or NULL */
    const char *written;  /* the language of the template's own names */
    const char *language; /* of the pages: "fr-CA" */
    struct place place;   /* of its first element */
    struct template_brand brand;
    enum paper paper;
    bool poster; /* the strategy map alone, on `sheet` */
    enum map_paper sheet;
    unsigned core;               /* pages before the appendices, at most; 0: no limit */
    bool monochrome;             /* in black, white and grey */
    const struct map_kept *kept; /* an earlier map whose places the map keeps; NULL: none */
    bool hyphenate;              /* words may be divided at the ends of lines */
    VEC(struct template_section) sections;
    VEC(struct template_word) own;
    const struct words *words;
    const struct catalogue *catalogue; /* sentences in the same language */
    /* Set for one packet: what it is about, with names looked up (NULL: all), and the words behind
     * its pages (NULL: none). */
    const struct filter *only;
    const char *watermark;
};

/* The kinds that are built in, by name. */
struct template_kind {
    const char *kind;
    const struct embedded *file;
};
struct template_kinds {
    VEC(struct template_kind) items;
};
struct template_kinds template_kinds(struct arena *arena);

/* "A4", "Tabloid" as in --paper: sets paper, or poster and sheet; false for another word. */
bool template_paper(struct template *template, const char *word);

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

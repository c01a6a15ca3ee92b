/* unitpage: the page that leads to the documents of every unit: index.html.
 *
 * HTML of its own in one file, without scripts and without anything to load: how every unit stands,
 * the strategy map inline, links to the files beside it.  Status is told by shape, colour and word,
 * as in the packet (domain.md section 5).  A folder of it can be put on any server or opened from a
 * disk. */
#ifndef REPORT_UNITPAGE_H
#define REPORT_UNITPAGE_H

#include "assess/assess.h"
#include "report/template.h"

/* What there is of a unit; each NULL if not made. */
struct unitpage_row {
    const struct unit *unit;
    const char *packet, *map, *data; /* paths beside the page */
    size_t pages;                    /* of the packet */
};

/* The page in one of its languages. */
struct unitpage_language {
    const char *language, *name; /* "fr-CA", "Français" */
    const char *path;            /* beside the page */
};

struct unitpage {
    const struct assessment *assessment;
    const struct template *template; /* words, language */
    const struct unitpage_row *rows; /* each after the unit it belongs to */
    size_t count;
    const char *book; /* the packets of all in one file, or NULL */
    size_t book_pages;
    const char *map; /* SVG of the first unit's strategy map, or NULL */
    size_t map_length;
    const struct unitpage_language *languages; /* there is the page in, this one too */
    size_t language_count;
    const char *logo,
        *logo_alt;     /* address of the mark, and what is said of it; NULL: none, nothing */
    const char *style; /* further rules of the style sheet, or NULL */
};

/* Appends the file to an empty buffer. */
void unitpage_html(struct arena *arena, const struct unitpage *page, struct textbuf *out);

#endif

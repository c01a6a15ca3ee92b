/* pdfobject: the objects of a PDF file, kept by libharu, and how values are written.
 *
 * libharu holds the document skeleton (catalog, page tree, pages, content streams) and the table of
 * objects; what it has no call for is added as text: raw dictionaries and entries that are appended
 * to its own.  No other file includes its headers.  The first failure is kept: later calls do
 * nothing useful but no harm, and pdfobject_problem() is asked once before the file is written. */
#ifndef OUTPUT_PDFOBJECT_H
#define OUTPUT_PDFOBJECT_H

#include "base/arena.h"
#include "base/length.h"
#include "base/textbuf.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct pdfobject_store;

/* NULL if there is no memory. */
struct pdfobject_store *pdfobject_open(struct arena *arena);
/* Gives back libharu's memory at once (else the arena does it). */
void pdfobject_close(struct pdfobject_store *store);
/* The first failure, or NULL. */
const char *pdfobject_problem(const struct pdfobject_store *store);
void pdfobject_fail(struct pdfobject_store *store, const char *why);
/* "Haru Free PDF Library 2.3.0" */
const char *pdfobject_library(void);

/* A new dictionary; *body takes what stands between << and >>, now or later.  Its number. */
uint32_t pdfobject_dict(struct pdfobject_store *store, struct textbuf **body);
/* A new dictionary of which all is known already: takes no more memory than its text. */
uint32_t pdfobject_made(struct pdfobject_store *store, const struct textbuf *body);

/* Says what stands between << and >> of a dictionary when the file is written, and not before: what
 * is large need not be kept.  `which` counts the dictionaries of a call from 0. */
typedef void pdfobject_write_fn(void *user, uint32_t which, struct textbuf *out);
uint32_t pdfobject_later(struct pdfobject_store *store, pdfobject_write_fn *write, void *user);
/* A stream with the given entries; deflated if asked for and worth it.  Bytes are not copied if
 * they are written as they are, so they must live as long as the store. */
uint32_t pdfobject_stream(struct pdfobject_store *store, const char *entries, const void *bytes,
                          size_t length, bool deflate);
/* A new page: its number, and *entries takes what libharu does not write (MediaBox, Resources). */
uint32_t pdfobject_page(struct pdfobject_store *store, struct textbuf **entries);
/* Content of the newest page. */
void pdfobject_content(struct pdfobject_store *store, const struct textbuf *content);
/* Entries of the catalog and of Info, beside libharu's own. */
struct textbuf *pdfobject_catalog(struct pdfobject_store *store);
struct textbuf *pdfobject_info(struct pdfobject_store *store);

/* Numbers for `count` dictionaries to be written later, of which libharu does not know (the
 * structure tree: tens of thousands).  After this call no other objects can be added.  The first
 * number. */
uint32_t pdfobject_reserve(struct pdfobject_store *store, uint32_t count, pdfobject_write_fn *write,
                           void *user);

/* ---- for pdfsave.c ---- */
enum pdfobject_kind { PDFOBJECT_FREE, PDFOBJECT_VALUE, PDFOBJECT_STREAM };

struct pdfobject {
    enum pdfobject_kind kind;
    const char *text; /* VALUE: the value; STREAM: entries of its dictionary without Length */
    size_t text_length;
    const void *bytes; /* STREAM */
    size_t length;
};

/* Objects are 1 .. count - 1. */
uint32_t pdfobject_count(const struct pdfobject_store *store);
uint32_t pdfobject_root(const struct pdfobject_store *store);
uint32_t pdfobject_info_number(const struct pdfobject_store *store);
/* Valid until the next call.  Dependents of libharu's (lengths of streams) come out as free. */
struct pdfobject pdfobject_at(struct pdfobject_store *store, uint32_t number);
/* Valid until the next call; the length is 0 on failure. */
const void *pdfobject_deflate(struct pdfobject_store *store, const void *bytes, size_t length,
                              size_t *deflated);

/* ---- values ---- */
/* "12 0 R" */
void pdfobject_reference(struct textbuf *out, uint32_t number);
/* A number in hundredths and what divides it from the next: "12 ", "-.5 ". */
void pdfobject_hundredths(struct textbuf *out, int32_t value, char after);
/* Points with at most two decimals. */
void pdfobject_length(struct textbuf *out, mp length, char after);
/* A text string: ASCII as a literal, the rest as UTF-16BE. */
void pdfobject_text(struct textbuf *out, const char *text);
void pdfobject_hex16(struct textbuf *out, uint32_t value);
/* Four hex digits for each UTF-16 unit of the text. */
void pdfobject_utf16(struct textbuf *out, const char *text, size_t bytes);

#endif

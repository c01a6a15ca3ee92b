/* indexbrand: the page of the units as the house looks: with its mark and its fonts inside, since
 * the page loads nothing. */
#ifndef APP_INDEXBRAND_H
#define APP_INDEXBRAND_H

#include "app/job.h"
#include "report/unitpage.h"

/* Writes the page to an empty buffer; false with a finding if a font cannot be packed for it. */
bool indexbrand_html(const struct job *job, const struct unitpage *page, struct textbuf *out);

#endif

/* sample: the specimen's document. */
#ifndef SPECIMEN_SAMPLE_H
#define SPECIMEN_SAMPLE_H

#include "layout/document.h"

const struct document *sample_document(struct arena *arena);

/* Pages of samplecharts.c. */
void sample_portfolio(struct document *document);
void sample_office(struct document *document);
void sample_deep_dive(struct document *document);

#endif

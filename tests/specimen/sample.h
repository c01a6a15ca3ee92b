/* sample: the specimen's document. */
#ifndef SPECIMEN_SAMPLE_H
#define SPECIMEN_SAMPLE_H

#include "layout/document.h"

/* chinese: Chinese, Japanese and Korean too; their fonts are not on every machine. */
struct document *sample_document(struct arena *arena, bool chinese);

/* Its pages, after those that the document has. */
void sample_pages(struct document *document, bool chinese);

/* A page in Arabic, and all the others from right to left: samplertl.c. */
const struct document *sample_right_to_left(struct arena *arena, bool chinese);

/* Page of samplemarks.c. */
void sample_marks(struct document *document);

/* Pages of sampletypes.c. */
void sample_types(struct document *document);
void sample_texts(struct document *document, bool chinese);
/* Pages of samplecharts.c. */
void sample_portfolio(struct document *document);
void sample_office(struct document *document);
void sample_deep_dive(struct document *document);
/* "April 2024" and the months after it. */
const char *sample_month(struct document *document, int month);
/* A chart under its name and unit; its word for nothing is the specimen's. */
struct chart *sample_figure(struct document *document, struct block_list *list,
                            enum chart_kind kind, mp height, const char *name, const char *unit);
/* Pages of samplefigures.c. */
void sample_benefits(struct document *document);
void sample_risks(struct document *document);
void sample_alignment(struct document *document);
void sample_no_risks(struct document *document, struct block_list *list);
void sample_year(struct document *document, struct block_list *list);
/* Pages of samplesignals.c. */
void sample_evidence(struct document *document);
void sample_multiples(struct document *document);
void sample_little(struct document *document);
/* Words and a table for every chart so far: sampletold.c. */
void sample_told(struct document *document);

#endif

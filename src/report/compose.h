/* compose: what every section needs: statuses as marks and words, figures as text, standard
 * cells, so that the same thing looks the same on every page. */
#ifndef REPORT_COMPOSE_H
#define REPORT_COMPOSE_H

#include "report/report.h"

/* The section a template asks for, empty, as its attributes say. */
struct section *compose_section(struct report *report, const struct template_section *template);

enum mark compose_mark(enum status status);
enum trend_mark compose_trend(enum goodness goodness);
/* "On track", "No data", ... */
const char *compose_status_word(const struct report *report, enum status status);
/* The same inside a sentence: "on track". */
const char *compose_in_text(const struct report *report, enum status status);
/* "improving", ... "n/a" */
const char *compose_goodness_word(const struct report *report, enum goodness goodness);

/* A figure at its measure's decimals; "–" if not known. */
const char *compose_figure(const struct report *report, const struct measure *measure, bool known,
                           struct decimal value, bool plus);
/* What was planned: the target, or the band of a range measure: "5.0–9.0". */
const char *compose_plan(const struct report *report, const struct measure_result *result);
/* Commentary on an id for the reporting period: an executive one first, else the last row; NULL if
 * there is none. */
const struct commentary *compose_commentary(const struct report *report, const char *id);
/* Its cause, else its analysis; "" for NULL. */
const char *compose_cause(const struct commentary *commentary);
/* The unit of a measure for the column beside its figures: "litres", "%", "yes/no". */
const char *compose_unit(const struct report *report, const struct measure *measure);
/* With its unit of measure where that belongs to the number: "93.1 %", "CAD 412", "3.4 days". */
const char *compose_quantity(const struct report *report, const struct measure *measure, bool known,
                             struct decimal value);
/* Whole score "58", or "–". */
const char *compose_score(const struct report *report, struct score score);
/* "97 %" from percent. */
const char *compose_percent(const struct report *report, struct decimal percent);
/* Money in millions with the currency: "CAD 2.6 m". */
const char *compose_millions(const struct report *report, struct decimal amount);
/* The figure alone: "2.6", or "<0.1" for what would round to nothing. */
const char *compose_in_millions(const struct report *report, struct decimal amount);
/* With its sign: "+0.5". */
const char *compose_change_in_millions(const struct report *report, struct decimal change);

/* Columns of a table, with a gap before those that begin at the left and another before the rest.
 */
struct compose_column {
    const char *key; /* of the word in its head; NULL: it shares that of the column before */
    enum align align;
    mp width; /* 0: from its content */
    enum style style;
};
void compose_columns(struct report *report, struct table_block *table,
                     const struct compose_column *columns, size_t count, mp gap_left, mp gap_other);

/* Cells. */
struct table_cell *compose_mark_cell(struct report *report, struct table_row *row,
                                     enum status status, bool letter);
/* Mark, arrow, mark. */
void compose_change(struct report *report, struct content *content, enum status from,
                    enum status to);
struct table_cell *compose_trend_cell(struct report *report, struct table_row *row,
                                      enum goodness goodness);
/* Signed variance, bold and red if unfavourable, green if favourable. */
struct table_cell *compose_variance_cell(struct report *report, struct table_row *row,
                                         const struct measure_result *result, bool percent,
                                         bool dense);
/* An id that links to an anchor (NULL: no link). */
struct table_cell *compose_id_cell(struct report *report, struct table_row *row, const char *id,
                                   const char *anchor);
/* Text, or "none" in bad text if it is empty: a missing owner or date is a finding. */
struct table_cell *compose_or_none(struct report *report, struct table_row *row, const char *text);
/* The same of a text that people wrote at length: with lists, emphasis and links (markup.h). */
struct table_cell *compose_prose_cell(struct report *report, struct table_row *row,
                                      const char *text);
/* The language that names and texts of the workbook are in, if it is not that of the pages and
 * the workbook has no translation into it; else NULL. */
const char *compose_foreign(const struct report *report);
/* Such a text within a paragraph. */
void compose_prose(struct report *report, struct content *content, const char *text);

/* A row that names those below it; behind the name a note in grey, or NULL. */
void compose_group_row(struct report *report, struct table_block *table, const char *name,
                       const char *note);
/* In place of what there is none of: the words of the key, in grey. */
void compose_none(struct report *report, struct block_list *list, const char *key);

/* The last twelve periods as a sparkline with its zone. */
const struct chart *compose_sparkline(struct report *report, const struct measure_result *result,
                                      mp width, mp height);

/* What belongs to the packet's unit. */
bool compose_objective_here(const struct report *report, const struct objective *objective);
bool compose_measure_here(const struct report *report, const struct measure *measure);
/* True for a measure that the full scorecards list: of the packet's unit or of one right below. */
bool compose_measure_listed(const struct report *report, const struct measure *measure);
/* Shares of 100, whatever the scale of the workbook's weights: what a measure counts in its
 * objective, where contributing objectives of units count too, and an objective in its perspective
 * (domain.md section 4, rule 4).  "–" where nothing is weighed. */
const char *compose_measure_weight(struct report *report, const struct objective *objective,
                                   const struct measure *measure);
const char *compose_objective_weight(struct report *report, const struct objective *objective);
/* Of the unit, of a unit below it, or serving one of its objectives. */
bool compose_initiative_here(const struct report *report, const struct initiative *initiative);
/* Tally of the unit's objectives: exceeds green amber red grey. */
void compose_tally(const struct report *report, const struct assessment *assessment, int counts[5]);
int compose_tally_index(enum status status);
/* A title for the cases in which counts say little: no objective, none judged, only one; else
 * NULL. */
const char *compose_plain_title(const struct report *report, const int counts[5]);
/* "no", or the number in digits. */
const char *compose_or_no(const struct report *report, int n);
/* The fiscal year's name of the reporting period: "2025/26". */
const char *compose_fiscal_year(const struct report *report);

#endif

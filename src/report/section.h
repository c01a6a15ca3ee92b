/* section: one builder a packet section (domain.md section 5); each stands in its own file. */
#ifndef REPORT_SECTION_H
#define REPORT_SECTION_H

#include "report/report.h"

report_section_fn section_cover;
report_section_fn section_contents;
report_section_fn section_brief;
report_section_fn section_map;
report_section_fn section_scorecard;
report_section_fn section_exceptions;
report_section_fn section_portfolio;
report_section_fn section_actions;
report_section_fn section_office;
report_section_fn section_dictionary;
report_section_fn section_basis;

#endif

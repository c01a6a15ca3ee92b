/* A unit on one page: its scorecard with the columns the template names, and below what does not
 * stand well, with what is to be asked of whom. */
#include "report/compose.h"
#include "report/issuetable.h"
#include "report/section.h"
#include "report/wording.h"

enum { ISSUES_SHOWN = 8 };

report_section_fn section_scorecard;

SECTION(sheet) {
    section_scorecard(report, template);
    struct section *section =
        report->document->sections.items[report->document->sections.count - 1];
    const struct sentence_voice voice =
        wording_voice(report->arena, report->template->catalogue, report->plan);
    issuetable_add(report, &section->blocks, briefed_all(report), &voice,
                   ISSUES_SHOWN - report->terse);
}

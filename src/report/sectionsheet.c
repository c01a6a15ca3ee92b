/* A unit on one page: its scorecard with the columns the template names, and below what does not
 * stand well, with what is to be asked of whom. */
#include "report/issuetable.h"
#include "report/section.h"
#include "report/wording.h"

enum { ISSUES_SHOWN = 8 };

report_section_fn section_scorecard;

/* Whose sheet it is: several may stand on a page, and its head names one. */
static void name_unit(struct report *report, struct section *section) {
    struct block *title = section->blocks.items.items[0];
    const struct content rest = title->second;
    title->second.items.items = NULL;
    title->second.items.count = title->second.items.capacity = 0;
    content_styled(report->arena, &title->second, STYLE_INHERIT, NAVY, report->unit->name);
    content_text(report->arena, &title->second, " \u00b7 ");
    for (size_t i = 0; i < rest.items.count; i++)
        vec_push(report->arena, &title->second.items, rest.items.items[i]);
}

SECTION(sheet) {
    section_scorecard(report, template);
    struct section *section =
        report->document->sections.items[report->document->sections.count - 1];
    name_unit(report, section);
    section->brief = template->follows; /* a unit is not torn for that */
    const struct sentence_voice voice =
        wording_voice(report->arena, report->template->catalogue, report->plan);
    issuetable_add(report, &section->blocks, briefed_all(report), &voice,
                   ISSUES_SHOWN - report->terse);
}

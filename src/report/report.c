#include "report/report.h"

#include "layout/budget.h"
#include "report/section.h"

#include <string.h>

bool report_section_known(const char *kind) {
    for (const struct section_kind *k = section_kinds; k->name; k++)
        if (strcmp(k->name, kind) == 0)
            return true;
    return false;
}

static void frame_words(struct report *report) {
    const struct plan *plan = report->plan;
    const struct words *words = report->words;
    struct arena *arena = report->arena;
    struct frame *frame = &report->document->frame;
    frame->unit = report->unit->name;
    frame->packet_kind = report->template->name;
    frame->period =
        words_period(arena, words, report->assessment->period, &plan->organization.fiscal);
    frame->classification = plan->settings.classification;
    frame->version = plan->settings.version;
    frame->as_of = words_fill(arena, words, "frame.as-of",
                              words_date_short(arena, words, report->assessment->as_of, 0), NULL);
    frame->source =
        words_fill(arena, words, "frame.source", arena_strndup(arena, plan->digest, 10), NULL);
    frame->page_of = words_text(words, "frame.page");
    frame->note = words_text(words, "frame.note");
    frame->details = words_text(words, "frame.details");
    frame->moved = words_text(words, "frame.moved");
    frame->continued = words_text(words, "continued");
    frame->logo = report->logo.picture;
    frame->cover_note = words_text(words, "cover.recipients");
    frame->cover_source = words_fill(arena, words, "cover.source", plan->source,
                                     arena_strndup(arena, plan->digest, 10), NULL);
}

static void metadata(struct report *report) {
    struct document *document = report->document;
    const struct plan *plan = report->plan;
    document->paper = report->template->paper;
    document->language = report->template->language;
    document->core_most = report->template->core;
    document->monochrome = report->template->monochrome;
    document->hyphenate = report->template->hyphenate;
    document->title = words_fill(
        report->arena, report->words, "document.title", report->unit->name, report->template->name,
        words_period(report->arena, report->words, report->assessment->period,
                     &plan->organization.fiscal),
        NULL);
    document->author = plan->settings.prepared_by && *plan->settings.prepared_by
                           ? plan->settings.prepared_by
                           : plan->organization.name;
    document->subject = plan->settings.classification;
    document->source_digest = plan->digest;
    document->date = report->assessment->as_of;
}

enum { MINUTES_A_PAGE = 2 }; /* domain.md section 5 */

/* The cover tells how long the packet takes: known only when it has been laid out. */
static void reading(struct report *report) {
    const struct layout_counts counts = budget_keep(report->document, report->fonts, report->diags);
    if (!report->reading_time)
        return;
    const char *core = arena_printf(report->arena, "%u", counts.core);
    const char *appendix = arena_printf(report->arena, "%u", counts.appendix);
    const char *minutes = arena_printf(report->arena, "%u", counts.core * MINUTES_A_PAGE);
    content_text(report->arena, &report->reading_time->content,
                 words_fill(report->arena, report->words, "cover.minutes", minutes, NULL));
    content_text(report->arena, &report->reading_pages->content,
                 words_fill(report->arena, report->words, "cover.pages", core, appendix, NULL));
}

const char *report_logo_alt(struct arena *arena, const struct words *words, const struct plan *plan,
                            struct report_logo logo) {
    const char *name = plan->organization.name;
    if (logo.alt)
        return *logo.alt ? logo.alt : NULL;
    return words_fill(arena, words, "logo", name ? name : "", NULL);
}

const struct document *report_packet(struct arena *arena, struct fontset *fonts,
                                     const struct assessment *assessment, const struct unit *unit,
                                     const struct template *template, struct report_logo logo,
                                     struct diags *diags) {
    struct report report = {.arena = arena,
                            .assessment = assessment,
                            .plan = assessment->plan,
                            .unit = unit,
                            .template = template,
                            .words = template->words,
                            .fonts = fonts,
                            .diags = diags,
                            .logo = logo,
                            .document = document_new(arena)};
    metadata(&report);
    frame_words(&report);
    for (size_t i = 0; i < template->sections.count; i++) {
        const struct template_section *section = &template->sections.items[i];
        for (const struct section_kind *k = section_kinds; k->name; k++)
            if (strcmp(k->name, section->kind) == 0)
                k->build(&report, section);
    }
    if (report.reading_time || template->core)
        reading(&report);
    return report.document;
}

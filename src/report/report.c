#include "report/report.h"

#include "layout/budget.h"
#include "layout/measures.h"
#include "plan/planunits.h"
#include "report/boardagenda.h"
#include "report/compose.h"
#include "report/contentstitle.h"
#include "report/foreign.h"
#include "report/references.h"
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
    frame->watermark = report->template->watermark;
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
    document->palette = &report->template->brand.palette;
    document->hyphenate = report->template->hyphenate && !compose_foreign(report);
    if (report->template->hyphenate && !document->hyphenate)
        diag_report(report->diags, BP5064, (struct place){0}, plan->organization.language,
                    document->language, NULL);
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

/* Cover and contents tell how long the packet takes: known only when it has been laid out. */
static void reading(struct report *report) {
    const struct layout_counts counts = budget_keep(report->document, report->fonts, report->diags);
    struct measures *measures = report->document->measures;
    const struct block *const changed[] = {report->contents_list, report->contents_rest,
                                           report->contents_title, report->reading_time,
                                           report->reading_pages};
    for (size_t i = 0; i < sizeof changed / sizeof *changed; i++)
        measures_forget(measures, report->document, changed[i]);
    contentstitle_order(report);
    boardagenda_reading(report);
    if (report->contents_title) {
        struct content *title = &report->contents_title->content;
        title->items.count = 0;
        content_text(report->arena, title, contentstitle(report, counts.core, counts.appendix));
    }
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

static report_section_fn *builder_of(const char *kind) {
    for (const struct section_kind *k = section_kinds; k->name; k++)
        if (strcmp(k->name, kind) == 0)
            return k->build;
    return NULL; /* the template was refused */
}

unsigned report_pages(const struct report *report, report_part_fn *build, void *user) {
    struct arena *aside = arena_aside(report->arena); /* a book tries each of its units */
    struct report trial = *report;
    trial.arena = aside;
    trial.diags = diags_new(aside);
    trial.document = document_new(aside);
    memset(&trial.readings, 0, sizeof trial.readings);
    memset(&trial.figures, 0,
           sizeof trial.figures); /* a list has one owner: it moves as it grows */
    metadata(&trial);
    frame_words(&trial);
    build(&trial, user);
    const struct layout_counts counts =
        layout_counts(aside, report->fonts, trial.document, trial.diags);
    arena_free(aside);
    return counts.core + counts.appendix;
}

/* A section that leaves out so much. */
struct part {
    const struct template_section *section;
    int terse;
};

static void build_part(struct report *report, void *user) {
    const struct part *part = user;
    report->terse = part->terse;
    builder_of(part->section->kind)(report, part->section);
}

static unsigned pages_of(const struct report *report, const struct template_section *section,
                         int terse) {
    struct part part = {section, terse};
    return report_pages(report, build_part, &part);
}

static int terse_enough(const struct report *report, const struct template_section *section) {
    int terse = 0;
    unsigned pages = 0;
    while (section->pages && (pages = pages_of(report, section, terse)) > section->pages &&
           terse < TERSE_MOST)
        terse++;
    if (pages > section->pages)
        diag_report(report->diags, BP5015, section->place, section->kind,
                    arena_printf(report->arena, "%u", pages),
                    arena_printf(report->arena, "%u", section->pages), NULL);
    return terse;
}

/* What the packet is about, of one theme. */
static const struct filter *section_filter(const struct report *report,
                                           const struct template_section *section) {
    if (!section->theme || (report->filter && report->filter->theme))
        return report->filter;
    const struct template_filter wishes = {.theme = section->theme, .place = section->place};
    const struct filter *filter =
        filter_of(report->arena, report->assessment, report->unit, &wishes, report->diags);
    return filter ? filter : report->filter;
}

static void build_section(struct report *report, const struct template_section *section) {
    const struct filter *whole = report->filter;
    report->asked = section;
    report->filter = section_filter(report, section);
    report->terse = terse_enough(report, section);
    builder_of(section->kind)(report, section);
    report->filter = whole;
    report->terse = 0;
}

/* Under the name of the unit, and an anchor of its own: "scorecard.U12". */
static void build_for_each_unit(struct report *report, const struct template_section *section) {
    const struct unit *own = report->unit;
    size_t count;
    const struct unit **units = planunits_from(report->arena, report->plan, own, &count);
    for (size_t i = 0; i < count; i++) {
        if (!planunits_scored(report->plan, units[i]))
            continue;
        const size_t before = report->document->sections.count;
        report->unit = units[i];
        build_section(report, section);
        for (size_t k = before; k < report->document->sections.count; k++) {
            struct section *made = report->document->sections.items[k];
            made->anchor = arena_printf(report->arena, "%s.%s", made->anchor, units[i]->id);
            made->name = units[i]->name;
        }
    }
    report->unit = own;
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
                            .filter = template->only,
                            .words = template->words,
                            .fonts = fonts,
                            .diags = diags,
                            .logo = logo,
                            .document = document_new(arena)};
    metadata(&report);
    frame_words(&report);
    for (size_t i = 0; i < template->sections.count; i++) {
        const struct template_section *section = &template->sections.items[i];
        (section->each_unit ? build_for_each_unit : build_section)(&report, section);
    }
    contentstitle_present(&report);
    boardagenda_settle(&report);
    foreign_mark(&report);
    references_settle(report.document, words_text(report.words, "missing"));
    if (report.reading_time || report.contents_title || template->core)
        reading(&report);
    return report.document;
}

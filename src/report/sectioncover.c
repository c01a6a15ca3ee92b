/* Cover and document control: whose packet, which period, how current, who answers for it. */
#include "report/compose.h"
#include "report/section.h"

static struct block *line(struct report *report, struct section *section, enum style style,
                          const char *text) {
    return block_text(report->document, &section->blocks, style, text);
}

static void fact(struct report *report, struct block *columns, const char *label, const char *value,
                 const char *note) {
    struct block_list *list = vec_add(report->arena, &columns->columns);
    vec_push(report->arena, &columns->column_widths, MM(54));
    block_add(report->document, list, BLOCK_RULE);
    block_text(report->document, list, STYLE_CAPTION, label);
    struct block *strong = block_text(report->document, list, STYLE_HEADING, value);
    strong->colour = INK;
    if (note && *note)
        block_text(report->document, list, STYLE_SUBTITLE, note);
}

static const char *meeting_note(struct report *report) {
    const struct settings *settings = &report->plan->settings;
    const char *time = settings->meeting_time ? settings->meeting_time : "";
    const char *place = settings->meeting_place ? settings->meeting_place : "";
    if (*time && *place)
        return words_fill(report->arena, report->words, "cover.time-place", time, place, NULL);
    return *time ? time : place;
}

/* Share of the unit's measures in scope that have a value for the period judged. */
static const char *completeness(struct report *report) {
    int due = 0, have = 0;
    for (size_t i = 0; i < report->plan->measures.count; i++) {
        const struct measure_result *result = &report->assessment->measures[i];
        if (!compose_measure_here(report, result->measure) ||
            result->status == STATUS_NOT_APPLICABLE || result->status == STATUS_NOT_DUE)
            continue;
        due++;
        have += result->has_actual;
    }
    return words_fill(report->arena, report->words, "cover.values",
                      arena_printf(report->arena, "%d", have),
                      arena_printf(report->arena, "%d", due), NULL);
}

static void facts(struct report *report, struct section *section) {
    struct block *at = block_add(report->document, &section->blocks, BLOCK_AT);
    at->height = MM(138);
    struct block *columns = block_add(report->document, &section->blocks, BLOCK_COLUMNS);
    struct date meeting = report->plan->settings.meeting_date;
    fact(report, columns, words_text(report->words, "cover.meeting"),
         date_set(meeting) ? words_date_long(report->arena, report->words, meeting)
                           : words_text(report->words, "cover.no-meeting"),
         meeting_note(report));
    fact(report, columns, words_text(report->words, "cover.data"),
         words_date(report->arena, report->words, report->assessment->as_of), completeness(report));
    struct block_list *list = vec_add(report->arena, &columns->columns);
    vec_push(report->arena, &columns->column_widths, MM(54));
    block_add(report->document, list, BLOCK_RULE);
    block_text(report->document, list, STYLE_CAPTION, words_text(report->words, "cover.reading"));
    report->reading_time = block_text(report->document, list, STYLE_HEADING, "");
    report->reading_time->colour = INK;
    report->reading_pages = block_text(report->document, list, STYLE_SUBTITLE, "");
}

/* ---- document control ------------------------------------------------------------------------ */

enum { VERSIONS_MOST = 4 };
#define CONTROL_TOP MM(176)
#define SIGN_HEIGHT MM(9) /* room for a signature */
#define FIRST_WIDTH MM(30)
#define DATE_WIDTH  MM(26)
#define LAST_WIDTH  MM(52)

static const char *day(struct report *report, struct date date) {
    return date_set(date) ? words_date_short(report->arena, report->words, date, 0)
                          : words_text(report->words, "missing");
}

/* What became of the packet, the latest first; nothing if the workbook does not say. */
static void versions(struct report *report, struct section *section) {
    static const struct compose_column heads[] = {
        {"cover.version", ALIGN_LEFT, FIRST_WIDTH, STYLE_TABLE},
        {"cover.date", ALIGN_LEFT, DATE_WIDTH, STYLE_TABLE_GREY},
        {"cover.change", ALIGN_LEFT, 0, STYLE_TABLE},
        {"cover.by", ALIGN_LEFT, LAST_WIDTH, STYLE_TABLE_GREY}};
    struct arena *arena = report->arena;
    const struct plan *plan = report->plan;
    if (plan->versions.count == 0)
        return;
    struct table_block *table = block_table(report->document, &section->blocks,
                                            words_text(report->words, "cover.versions.summary"))
                                    ->table;
    compose_columns(report, table, heads, sizeof heads / sizeof heads[0], MM(3), MM(3));
    for (size_t i = 0; i < plan->versions.count && i < VERSIONS_MOST; i++) {
        const struct packet_version *version = &plan->versions.items[i];
        struct table_row *row = table_row(arena, table, ROW_BODY);
        struct table_cell *cell = table_text(arena, row, version->version);
        cell->header = true;
        if (i == 0)
            cell->style = STYLE_TABLE_BOLD;
        table_text(arena, row, day(report, version->date));
        table_text(arena, row, version->change);
        compose_or_none(report, row, version->by);
    }
    block_gap(report->document, &section->blocks, 3 * UNIT_U);
}

static void sign_row(struct report *report, struct table_block *table, const char *key,
                     const char *office, struct date date) {
    struct table_row *row = table_row(report->arena, table, ROW_BODY);
    row->min_height = SIGN_HEIGHT;
    table_text(report->arena, row, words_text(report->words, key))->header = true;
    compose_or_none(report, row, office);
    table_text(report->arena, row, day(report, date));
    table_text(report->arena, row, "");
}

/* Who stands for the packet, with a line to sign on. */
static void signatures(struct report *report, struct section *section) {
    static const struct compose_column heads[] = {
        {"cover.role", ALIGN_LEFT, FIRST_WIDTH, STYLE_TABLE_GREY},
        {"cover.office", ALIGN_LEFT, 0, STYLE_TABLE},
        {"cover.date", ALIGN_LEFT, DATE_WIDTH, STYLE_TABLE_GREY},
        {"cover.signature", ALIGN_LEFT, LAST_WIDTH, STYLE_TABLE}};
    const struct settings *settings = &report->plan->settings;
    struct table_block *table = block_table(report->document, &section->blocks,
                                            words_text(report->words, "cover.control.summary"))
                                    ->table;
    compose_columns(report, table, heads, sizeof heads / sizeof heads[0], MM(3), MM(3));
    sign_row(report, table, "cover.prepared", settings->prepared_by, settings->prepared_on);
    sign_row(report, table, "cover.reviewed", settings->reviewed_by, settings->reviewed_on);
    sign_row(report, table, "cover.approved", settings->approved_by, settings->approved_on);
}

/* The version this is, and how confidential. */
static const char *standing(struct report *report) {
    const struct settings *settings = &report->plan->settings;
    const char *version = settings->version ? settings->version : "";
    const char *classification = settings->classification ? settings->classification : "";
    return arena_printf(report->arena, "%s%s%s", version,
                        *version && *classification ? " \u00b7 " : "", classification);
}

static void control(struct report *report, struct section *section) {
    struct block *at = block_add(report->document, &section->blocks, BLOCK_AT);
    at->height = CONTROL_TOP;
    block_heading(report->document, &section->blocks, words_text(report->words, "cover.control"),
                  standing(report));
    versions(report, section);
    signatures(report, section);
    line(report, section, STYLE_KEY,
         arena_printf(
             report->arena, "%s%s%s, SHA-256 %s", words_text(report->words, "cover.workbook"),
             words_text(report->words, "colon"), report->plan->source, report->plan->digest));
}

#define LOGO_TOP    MM(30)
#define LOGO_WIDTH  MM(70)
#define LOGO_HEIGHT MM(24)
#define DOTS_LEAST  150 /* to the inch: less looks coarse */

static void logo(struct report *report, struct section *section) {
    if (!report->logo.picture)
        return;
    struct block *at = block_add(report->document, &section->blocks, BLOCK_AT);
    at->height = LOGO_TOP;
    const struct block *image = document_image(
        report->document, &section->blocks, report->logo.picture, LOGO_WIDTH, LOGO_HEIGHT,
        report_logo_alt(report->arena, report->words, report->plan, report->logo));
    const int64_t dots = (int64_t)report->logo.picture->width * PT(72) / image->width;
    if (dots < DOTS_LEAST)
        diag_report(report->diags, BP5061, (struct place){.file = report->logo.name},
                    report->logo.name, arena_printf(report->arena, "%d", (int)dots), NULL);
}

SECTION(cover) {
    struct section *section = compose_section(report, template);
    section->bare = true;
    struct chart *ramp = arena_alloc(report->arena, sizeof *ramp);
    ramp->kind = CHART_RAMP;
    ramp->height = MM(3.2);
    ramp->as.ramp = (int)report->plan->perspectives.count;
    block_add(report->document, &section->blocks, BLOCK_CHART)->chart = ramp;
    logo(report, section);
    struct block *at = block_add(report->document, &section->blocks, BLOCK_AT);
    at->height = MM(62);
    line(report, section, STYLE_COVER_UNIT, report->unit->name);
    line(report, section, STYLE_COVER_TITLE, report->template->name)->level = 1;
    const struct organization *organization = &report->plan->organization;
    line(report, section, STYLE_COVER_PERIOD,
         words_fill(report->arena, report->words, "cover.period", report->document->frame.period,
                    compose_fiscal_year(report), NULL));
    block_gap(report->document, &section->blocks, 4 * UNIT_U);
    if (organization->mission && *organization->mission)
        line(report, section, STYLE_COVER_UNIT, organization->mission)->width = MM(140);
    facts(report, section);
    control(report, section);
}

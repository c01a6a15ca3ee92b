/* What changed since the last packet: statuses, agreed figures and whether they were approved, past
 * values, what is new and what is gone.  Only where last month's workbook is at hand (--since). */
#include "assess/lastpacket.h"
#include "compare/compare.h"
#include "compare/comparetext.h"
#include "report/compose.h"
#include "report/section.h"

/* What a table lists. */
enum listing { AGREED, PAST, CAME, LISTINGS };

static const struct {
    const char *heading, *summary, *none;
} listings[LISTINGS] = {
    [AGREED] = {"since.agreed", "since.agreed.summary", "since.agreed.none"},
    [PAST] = {"since.past", "since.past.summary", "since.past.none"},
    [CAME] = {"since.came", "since.came.summary", "since.came.none"},
};

static bool listed(const struct difference *d, enum listing listing) {
    const bool row =
        d->kind == CHANGED_NEW || d->kind == CHANGED_RETIRED || d->kind == CHANGED_RENAMED;
    const bool past = d->kind == CHANGED_RESTATED || d->kind == CHANGED_WITHDRAWN;
    if (d->follow_up || d->kind == CHANGED_STATUS)
        return false;
    if (listing == AGREED)
        return d->needs_approval;
    return !d->needs_approval &&
           (listing == PAST ? past : row && (d->column < 0 || d->kind == CHANGED_RENAMED));
}

/* ---- statuses -------------------------------------------------------------------------------- */

struct moved {
    const char *id, *name;
    enum status before, now;
};

struct moves {
    VEC(struct moved) items;
    int better, worse;
};

static void note(struct report *report, struct moves *moves, const char *id, const char *name,
                 enum status before, enum status now) {
    if (before == now)
        return;
    vec_push(report->arena, &moves->items, ((struct moved){id, name, before, now}));
    if (!status_scored(before) || !status_scored(now))
        return;
    moves->better += now < before;
    moves->worse += now > before;
}

static struct moves collect(struct report *report) {
    const struct assessment *a = report->assessment;
    const struct plan *plan = report->plan;
    struct moves moves = {{NULL, 0, 0}, 0, 0};
    enum status before;
    for (size_t i = 0; i < plan->objectives.count; i++) {
        const struct objective *o = &plan->objectives.items[i];
        if (compose_objective_here(report, o) && lastpacket_objective(a, o, &before))
            note(report, &moves, o->id, o->name, before, a->objectives[i].status);
    }
    for (size_t i = 0; i < plan->measures.count; i++) {
        const struct measure *m = &plan->measures.items[i];
        if (compose_measure_here(report, m) && lastpacket_measure(a, m, &before))
            note(report, &moves, m->id, m->name, before, a->measures[i].status);
    }
    return moves;
}

static struct table_block *begin(struct report *report, struct block_list *list,
                                 const char *summary) {
    struct table_block *table =
        block_table(report->document, list, words_text(report->words, summary))->table;
    table->continued = words_text(report->words, "continued");
    table->padding = MM(0.8);
    return table;
}

static void nothing(struct report *report, struct block_list *list, const char *key) {
    compose_none(report, list, key);
}

static void statuses(struct report *report, struct section *section, const struct moves *moves) {
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    block_heading(report->document, &section->blocks, words_text(words, "since.statuses"), NULL);
    if (moves->items.count == 0) {
        nothing(report, &section->blocks, "since.statuses.none");
        return;
    }
    struct table_block *table = begin(report, &section->blocks, "since.statuses.summary");
    table_column(arena, table, words_text(words, "column.id"), ALIGN_LEFT, MM(14),
                 STYLE_TABLE_BOLD);
    table_column(arena, table, words_text(words, "changes.what"), ALIGN_LEFT, 0, STYLE_TABLE);
    table_column(arena, table, words_text(words, "brief.from-to"), ALIGN_LEFT, MM(22), STYLE_TABLE);
    for (size_t i = 0; i < moves->items.count; i++) {
        const struct moved *moved = &moves->items.items[i];
        struct table_row *row = table_row(arena, table, ROW_BODY);
        compose_id_cell(report, row, moved->id, NULL);
        table_text(arena, row, moved->name);
        compose_change(report, cell_content(arena, table_cell(arena, row)), moved->before,
                       moved->now);
    }
}

/* ---- what differs between the workbooks ------------------------------------------------------ */

static const char *approval_of(struct report *report, const struct difference *d) {
    const char *word = words_text(report->words, arena_printf(report->arena, "since.approval.%s",
                                                              compare_approval_name(d->approval)));
    return d->request
               ? words_fill(report->arena, report->words, "changes.by", word, d->request->id, NULL)
               : word;
}

/* "threshold from 2026-01-01 · Red Flag · 2026-10 to 2026-12": the workbook's own words. */
static const char *detail_of(struct report *report, const struct difference *d) {
    struct arena *arena = report->arena;
    const char *periods =
        period_set(d->period) ? comparetext_periods(arena, report->plan, d->period, d->last) : "";
    const char *parts[] = {d->part, d->kind == CHANGED_RENAMED ? "" : d->field, periods};
    const char *text = "";
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (parts[i] && *parts[i])
            text = *text ? arena_printf(arena, "%s · %s", text, parts[i]) : parts[i];
    return text;
}

static const char *or_dash(struct report *report, const char *text) {
    return *text ? text : words_text(report->words, "missing");
}

static void what(struct report *report, struct table_row *row, const struct difference *d) {
    struct arena *arena = report->arena;
    struct table_cell *cell = table_cell(arena, row);
    content_styled(arena, cell_content(arena, cell), STYLE_TABLE, INK, *d->name ? d->name : d->id);
    const char *detail = detail_of(report, d);
    if (*detail)
        content_styled(arena, cell_paragraph(arena, cell), STYLE_TABLE_GREY, GREY, detail);
}

static void figure_row(struct report *report, struct table_block *table, const struct difference *d,
                       enum listing listing) {
    struct arena *arena = report->arena;
    struct table_row *row = table_row(arena, table, ROW_BODY);
    compose_id_cell(report, row, d->id, NULL);
    what(report, row, d);
    if (listing == CAME) {
        table_text(arena, row,
                   words_text(report->words,
                              arena_printf(arena, "since.kind.%s", compare_kind_name(d->kind))));
        table_text(arena, row, d->kind == CHANGED_RENAMED ? d->before : "");
        return;
    }
    table_text(arena, row, or_dash(report, d->before));
    table_text(arena, row, or_dash(report, d->after));
    if (listing != AGREED)
        return;
    struct table_cell *cell = table_text(arena, row, approval_of(report, d));
    if (compare_unapproved(d))
        cell->colour = BAD_TEXT;
}

static void figure_columns(struct report *report, struct table_block *table, enum listing listing) {
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    table_column(arena, table, words_text(words, "column.id"), ALIGN_LEFT, MM(14),
                 STYLE_TABLE_BOLD);
    table_column(arena, table, words_text(words, "changes.what"), ALIGN_LEFT, 0, STYLE_TABLE);
    if (listing == CAME) {
        table_column(arena, table, words_text(words, "since.how"), ALIGN_LEFT, MM(24), STYLE_TABLE);
        table_column(arena, table, words_text(words, "changes.was"), ALIGN_LEFT, MM(60),
                     STYLE_TABLE);
        return;
    }
    table_column(arena, table, words_text(words, "changes.was"), ALIGN_RIGHT, MM(22), STYLE_TABLE);
    table_column(arena, table, words_text(words, "changes.now"), ALIGN_RIGHT, MM(22),
                 STYLE_TABLE_BOLD);
    if (listing == AGREED)
        table_column(arena, table, words_text(words, "changes.approval"), ALIGN_LEFT, MM(40),
                     STYLE_TABLE)
            ->gap = MM(3);
}

static void figures(struct report *report, struct section *section,
                    const struct comparison *comparison, enum listing listing) {
    block_heading(report->document, &section->blocks,
                  words_text(report->words, listings[listing].heading), NULL);
    struct table_block *table = NULL;
    for (size_t i = 0; i < comparison->differences.count; i++) {
        const struct difference *d = &comparison->differences.items[i];
        if (!listed(d, listing))
            continue;
        if (!table) {
            table = begin(report, &section->blocks, listings[listing].summary);
            figure_columns(report, table, listing);
        }
        figure_row(report, table, d, listing);
    }
    if (!table)
        nothing(report, &section->blocks, listings[listing].none);
}

static const char *since_title(struct report *report, const struct moves *moves,
                               const struct comparison *comparison) {
    struct arena *arena = report->arena;
    return words_fill(arena, report->words, "since.title", arena_printf(arena, "%d", moves->worse),
                      arena_printf(arena, "%d", moves->better),
                      arena_printf(arena, "%zu", comparison->unapproved), NULL);
}

SECTION(since) {
    const struct assessment *older = report->assessment->last_packet;
    struct arena *arena = report->arena;
    if (!older)
        return; /* nothing is at hand to tell it from */
    struct section *section = compose_section(report, template);
    const struct moves moves = collect(report);
    const struct comparison *comparison =
        compare_plans(arena, older->plan, older, report->plan, report->assessment);
    block_title(report->document, &section->blocks, since_title(report, &moves, comparison),
                words_fill(arena, report->words, "since.subtitle",
                           words_date(arena, report->words, older->as_of),
                           arena_strndup(arena, older->plan->digest, 10), NULL));
    statuses(report, section, &moves);
    for (enum listing listing = AGREED; listing < LISTINGS; listing++)
        figures(report, section, comparison, listing);
    block_text(report->document, &section->blocks, STYLE_KEY,
               words_text(report->words, "since.more"));
}

/* Link evidence: whether what was measured bears out the arrows of the map (assess/evidence.h). The
 * words are those of an association: two objectives that move together prove nothing. */
#include "assess/evidence.h"
#include "report/bearing.h"
#include "report/compose.h"
#include "report/evidencechart.h"
#include "report/section.h"
#include "report/subject.h"

enum { VERDICTS = 4, TESTED = 3 };

/* What asks most of the reader first. */
static const enum evidence_verdict verdicts[TESTED] = {FOUND_CONTRADICTED, FOUND_SUPPORTED,
                                                       FOUND_NOT_SHOWN};

static void count_verdicts(const struct report *report, int counts[VERDICTS]) {
    for (int v = 0; v < VERDICTS; v++)
        counts[v] = 0;
    for (size_t i = 0; report->assessment->evidence && i < report->plan->links.count; i++)
        if (evidence_concerns(&report->assessment->evidence[i], report->unit))
            counts[report->assessment->evidence[i].verdict]++;
}

static void end_cell(struct report *report, struct table_row *row,
                     const struct objective *objective) {
    struct arena *arena = report->arena;
    struct table_cell *cell = table_cell(arena, row);
    cell->header = true;
    content_styled(arena, cell_content(arena, cell), STYLE_TABLE_BOLD, NAVY,
                   arena_printf(arena, "%s ", objective->id))
        ->target = bearing_anchor(report, objective->id);
    content_text(arena, cell_content(arena, cell), objective->name);
}

/* "+ 3": in which direction, and after how many months. */
static void assumed(struct report *report, struct table_row *row, const struct link *link) {
    struct arena *arena = report->arena;
    struct table_cell *cell = table_text(arena, row, link->negative ? "\u2212" : "+");
    cell->actual = words_text(report->words, link->negative ? "evidence.falls" : "evidence.rises");
    table_text(arena, row,
               link->lag_given ? arena_printf(arena, "%d", link->lag_months)
                               : words_text(report->words, "missing"));
}

/* Figures of the test. */
static void figures(struct report *report, struct table_row *row,
                    const struct evidence_result *result) {
    struct arena *arena = report->arena;
    table_text(arena, row,
               arena_printf(arena, "%d%s", result->lag, result->searched ? "\u00a0*" : ""));
    table_text(arena, row, arena_printf(arena, "%d", result->points));
    table_text(arena, row, words_number(arena, report->words, result->rho, 2, true));
    table_text(arena, row, words_number(arena, report->words, result->moved, 2, true));
    table_text(arena, row, words_number(arena, report->words, result->p, 3, false));
}

static void link_row(struct report *report, struct table_block *table,
                     const struct evidence_result *result) {
    static const char *const declared[] = {
        "evidence.declared.untested", "evidence.declared.supported", "evidence.declared.refuted"};
    struct table_row *row = table_row(report->arena, table, ROW_BODY);
    end_cell(report, row, result->link->from);
    end_cell(report, row, result->link->to);
    assumed(report, row, result->link);
    figures(report, row, result);
    table_text(report->arena, row, words_text(report->words, declared[result->link->evidence]));
}

static void columns(struct report *report, struct table_block *table) {
    static const struct compose_column heads[] = {
        {"map.cause", ALIGN_LEFT, 0, STYLE_DENSE},
        {"map.effect", ALIGN_LEFT, 0, STYLE_DENSE},
        {"evidence.sign", ALIGN_CENTRE, MM(8), STYLE_DENSE},
        {"evidence.lag.assumed", ALIGN_RIGHT, MM(11), STYLE_DENSE},
        {"evidence.lag.tested", ALIGN_RIGHT, MM(10), STYLE_DENSE},
        {"evidence.pairs", ALIGN_RIGHT, MM(9), STYLE_DENSE},
        {"evidence.rho", ALIGN_RIGHT, MM(10), STYLE_DENSE_GREY},
        {"evidence.moved", ALIGN_RIGHT, MM(10), STYLE_DENSE_BOLD},
        {"evidence.p", ALIGN_RIGHT, MM(10), STYLE_DENSE_BOLD},
        {"evidence.declared", ALIGN_LEFT, MM(17), STYLE_DENSE_GREY}};
    table->padding = MM(0.5);
    table->head_style = STYLE_DENSE_HEAD;
    table->continued = words_text(report->words, "continued");
    compose_columns(report, table, heads, sizeof heads / sizeof heads[0], MM(3), MM(1.6));
}

static void links(struct report *report, struct section *section, const int counts[VERDICTS]) {
    static const char *const keys[VERDICTS] = {"evidence.group.unknown", "evidence.group.not-shown",
                                               "evidence.group.shown", "evidence.group.against"};
    block_heading(report->document, &section->blocks, words_text(report->words, "evidence.links"),
                  words_text(report->words, "evidence.links.note"));
    struct table_block *table = block_table(report->document, &section->blocks,
                                            words_text(report->words, "evidence.summary"))
                                    ->table;
    columns(report, table);
    for (int v = 0; v < TESTED; v++) {
        if (counts[verdicts[v]] == 0)
            continue;
        compose_group_row(report, table, words_text(report->words, keys[verdicts[v]]),
                          arena_printf(report->arena, " %d", counts[verdicts[v]]));
        for (size_t i = 0; i < report->plan->links.count; i++) {
            const struct evidence_result *result = &report->assessment->evidence[i];
            if (evidence_concerns(result, report->unit) && result->verdict == verdicts[v])
                link_row(report, table, result);
        }
    }
}

/* Those without enough pairs need no row each. */
static void untested(struct report *report, struct section *section) {
    struct arena *arena = report->arena;
    const char **names = arena_array(arena, report->plan->links.count + 1, sizeof *names);
    size_t count = 0;
    for (size_t i = 0; i < report->plan->links.count; i++) {
        const struct evidence_result *result = &report->assessment->evidence[i];
        if (!evidence_concerns(result, report->unit) || result->verdict != FOUND_TOO_LITTLE)
            continue;
        names[count++] =
            words_fill(arena, report->words, "evidence.untested.link", result->link->from->id,
                       result->link->to->id, arena_printf(arena, "%d", result->points), NULL);
    }
    if (count == 0)
        return;
    block_heading(report->document, &section->blocks,
                  words_text(report->words, "evidence.group.unknown"),
                  words_text(report->words, "evidence.untested.note"));
    block_text(report->document, &section->blocks, STYLE_BODY,
               words_list(arena, report->words, names, count));
}

static void caution(struct report *report, struct section *section) {
    struct arena *arena = report->arena;
    size_t by_chance;
    size_t tested = evidence_tested(report->assessment, report->unit, &by_chance);
    bool searched = false;
    for (size_t i = 0; i < report->plan->links.count; i++) {
        const struct evidence_result *result = &report->assessment->evidence[i];
        searched |= evidence_concerns(result, report->unit) &&
                    result->verdict != FOUND_TOO_LITTLE && result->searched;
    }
    block_text(report->document, &section->blocks, STYLE_NOTES,
               words_fill(arena, report->words, "evidence.caution",
                          arena_printf(arena, "%zu", tested), arena_printf(arena, "%zu", by_chance),
                          searched ? "1" : "0", NULL));
}

static const char *evidence_title(struct report *report, const int counts[VERDICTS]) {
    struct arena *arena = report->arena;
    int tested = counts[FOUND_SUPPORTED] + counts[FOUND_NOT_SHOWN] + counts[FOUND_CONTRADICTED];
    const char *key = tested == 0                      ? "evidence.title.untested"
                      : counts[FOUND_CONTRADICTED] > 0 ? "evidence.title.against"
                                                       : "evidence.title";
    return words_fill(
        arena, report->words, key, words_count(arena, report->words, counts[FOUND_SUPPORTED], true),
        arena_printf(arena, "%d", counts[FOUND_SUPPORTED]), arena_printf(arena, "%d", tested),
        words_count(arena, report->words, counts[FOUND_CONTRADICTED], false),
        arena_printf(arena, "%d", counts[FOUND_CONTRADICTED]),
        arena_printf(arena, "%d", tested + counts[FOUND_TOO_LITTLE]), NULL);
}

SECTION(evidence) {
    struct section *section = compose_section(report, template);
    int counts[VERDICTS];
    count_verdicts(report, counts);
    if (counts[0] + counts[1] + counts[2] + counts[3] == 0) {
        subject_quiet(report, section, "evidence.none");
        return;
    }
    section->run_on |= template->appendix;
    block_title(report->document, &section->blocks, evidence_title(report, counts),
                words_text(report->words, "evidence.subtitle"));
    evidencechart_add(report, section);
    if (counts[FOUND_TOO_LITTLE] < counts[0] + counts[1] + counts[2] + counts[3])
        links(report, section, counts);
    untested(report, section);
    caution(report, section);
}

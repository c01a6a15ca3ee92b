/* Strategic jobs: the few job families on which the strategy depends most, and how many of their
 * posts are held by people who are ready for it. */
#include "report/bearing.h"
#include "report/compose.h"
#include "report/section.h"
#include "report/subject.h"

#define BAR_WIDTH MM(62)

struct readiness {
    int families, positions, ready, most;
};

static bool job_here(const struct report *report, const struct strategic_job *job) {
    return job->objective && subject_within(report, job->objective->unit);
}

static struct readiness readiness_of(const struct report *report) {
    struct readiness sum = {0};
    for (size_t i = 0; i < report->plan->jobs.count; i++) {
        const struct strategic_job *job = &report->plan->jobs.items[i];
        if (!job_here(report, job))
            continue;
        sum.families++;
        sum.positions += job->positions;
        sum.ready += job->ready;
        sum.most = job->positions > sum.most ? job->positions : sum.most;
    }
    return sum;
}

static const char *share(struct report *report, int ready, int positions) {
    struct decimal percent;
    if (positions == 0 ||
        !decimal_div(decimal_of(100 * (int64_t)ready), decimal_of(positions), &percent))
        return words_text(report->words, "missing");
    return compose_percent(report, percent);
}

static void bar_cell(struct report *report, struct table_row *row, const struct strategic_job *job,
                     int most) {
    struct chart *chart = arena_alloc(report->arena, sizeof *chart);
    chart->kind = CHART_FTE_ROW;
    chart->width = BAR_WIDTH;
    chart->height = MM(4.6);
    chart->as.fte =
        (struct chart_fte){.planned = job->positions, .filled = job->ready, .scale = most};
    table_chart(report->arena, row, chart);
}

static void job_row(struct report *report, struct table_block *table,
                    const struct strategic_job *job, int most) {
    struct arena *arena = report->arena;
    struct table_row *row = table_row(arena, table, ROW_BODY);
    compose_id_cell(report, row, job->id, NULL);
    table_text(arena, row, job->name)->header = true;
    struct objective *one[] = {job->objective};
    bearing_objectives_cell(report, row, one, 1);
    table_text(arena, row,
               words_number(arena, report->words, decimal_of(job->positions), 0, false));
    table_text(arena, row, words_number(arena, report->words, decimal_of(job->ready), 0, false));
    table_text(arena, row, share(report, job->ready, job->positions));
    bar_cell(report, row, job, most);
}

static const char *jobs_title(struct report *report, const struct readiness *sum) {
    struct arena *arena = report->arena;
    const char *key = sum->positions == 0            ? "jobs.title.no-posts"
                      : sum->ready >= sum->positions ? "jobs.title.ready"
                                                     : "jobs.title";
    return words_fill(
        arena, report->words, key,
        words_number(arena, report->words, decimal_of(sum->ready), 0, false),
        words_number(arena, report->words, decimal_of(sum->positions), 0, false),
        share(report, sum->ready, sum->positions),
        words_number(arena, report->words, decimal_of(sum->positions - sum->ready), 0, false),
        NULL);
}

SECTION(jobs) {
    struct section *section = compose_section(report, template);
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    const struct readiness sum = readiness_of(report);
    if (sum.families == 0) {
        subject_quiet(report, section, "jobs.none");
        return;
    }
    section->run_on |= template->appendix;
    block_title(report->document, &section->blocks, jobs_title(report, &sum),
                words_text(words, "jobs.subtitle"));
    struct table_block *table =
        block_table(report->document, &section->blocks, words_text(words, "jobs.summary"))->table;
    table->continued = words_text(words, "continued");
    table_column(arena, table, words_text(words, "column.id"), ALIGN_LEFT, MM(10),
                 STYLE_TABLE_BOLD);
    table_column(arena, table, words_text(words, "jobs.family"), ALIGN_LEFT, 0, STYLE_TABLE);
    table_column(arena, table, words_text(words, "practices.serves"), ALIGN_LEFT, MM(16),
                 STYLE_TABLE_SEMIBOLD)
        ->gap = MM(3);
    table_column(arena, table, words_text(words, "jobs.positions"), ALIGN_RIGHT, MM(13),
                 STYLE_TABLE);
    table_column(arena, table, words_text(words, "jobs.ready"), ALIGN_RIGHT, MM(11), STYLE_TABLE);
    table_column(arena, table, words_text(words, "jobs.share"), ALIGN_RIGHT, MM(12),
                 STYLE_TABLE_BOLD);
    table_column(arena, table, words_text(words, "jobs.bar"), ALIGN_LEFT, BAR_WIDTH, STYLE_TABLE)
        ->gap = MM(3);
    for (size_t i = 0; i < report->plan->jobs.count; i++)
        if (job_here(report, &report->plan->jobs.items[i]))
            job_row(report, table, &report->plan->jobs.items[i], sum.most);
}

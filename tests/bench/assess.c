/* assess WORKBOOK: what judging a workbook costs, beside reading it, stage by stage.
 *
 * Prints CPU milliseconds, the median of several runs, and the goal.  Measures alone are judged a
 * second time, to tell them from what is made of them. */
#include "assess/assess.h"
#include "assess/evidence.h"
#include "assess/measureresult.h"
#include "base/file.h"
#include "workbook/workbook.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define RUNS 7
#define GOAL 300 /* milliseconds, of judging with evidence */

enum stage { STAGE_READ, STAGE_PLAN, STAGE_ASSESS, STAGE_EVIDENCE, STAGE_MEASURES, STAGES };

static double milliseconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static void need(bool good, const char *what) {
    if (good)
        return;
    fprintf(stderr, "%s\n", what);
    exit(1);
}

static void judge_measures(struct arena *arena, const struct plan *plan) {
    for (size_t i = 0; i < plan->measures.count; i++) {
        struct measure_result result;
        struct measure_trouble trouble;
        measureresult_make(arena, plan, &plan->measures.items[i], plan->organization.period, true,
                           &result, &trouble);
    }
}

/* What each stage took; the workbook's sizes in *units, *measures and *links. */
static void run(const char *path, double taken[STAGES], const struct plan **plan,
                struct arena *arena) {
    struct diags *diags = diags_new(arena);
    char *bytes;
    size_t length;
    const char *why = "";
    struct workbook *workbook;
    double at[STAGES + 1] = {milliseconds()};
    need(file_read(arena, path, 1 << 26, &bytes, &length, &why) == FILE_OK, why);
    need(workbook_read(arena, path, bytes, length, diags, &workbook) == WORKBOOK_READ,
         "not a workbook");
    at[STAGE_READ + 1] = milliseconds();
    *plan = plan_build(arena, workbook, &(struct plan_options){.period = NULL}, diags);
    need(diags_count(diags, DIAG_ERROR) == 0, "the workbook has errors");
    at[STAGE_PLAN + 1] = milliseconds();
    const struct assessment *assessment = assess(arena, *plan, diags);
    at[STAGE_ASSESS + 1] = milliseconds();
    evidence_judge(arena, assessment, diags);
    at[STAGE_EVIDENCE + 1] = milliseconds();
    judge_measures(arena, *plan);
    at[STAGE_MEASURES + 1] = milliseconds();
    for (int i = 0; i < STAGES; i++)
        taken[i] = at[i + 1] - at[i];
}

static int compare(const void *left, const void *right) {
    const double a = *(const double *)left, b = *(const double *)right;
    return (a > b) - (a < b);
}

int main(int count, char **arguments) {
    need(count == 2 || count == 3, "assess WORKBOOK [RUNS]");
    const int runs = count == 3 ? atoi(arguments[2]) : RUNS;
    need(runs > 0 && runs <= 99, "1 to 99 runs");
    double taken[STAGES][99], judging[99], median[STAGES];
    size_t measures = 0, units = 0, links = 0;
    for (int i = 0; i < runs; i++) {
        struct arena *arena = arena_new(0, NULL, NULL);
        const struct plan *plan;
        double one[STAGES];
        run(arguments[1], one, &plan, arena);
        for (int k = 0; k < STAGES; k++)
            taken[k][i] = one[k];
        judging[i] = one[STAGE_ASSESS] + one[STAGE_EVIDENCE];
        units = plan->units.count;
        measures = plan->measures.count;
        links = plan->links.count;
        arena_free(arena);
    }
    for (int k = 0; k < STAGES; k++) {
        qsort(taken[k], (size_t)runs, sizeof taken[k][0], compare);
        median[k] = taken[k][runs / 2];
    }
    qsort(judging, (size_t)runs, sizeof judging[0], compare);
    printf(
        "assess: %zu units, %zu measures, %zu links, CPU ms, median of %d\n"
        "  reading %.0f (sheets %.0f + plan %.0f); judging %.0f, goal %d%s = measures and all above"
        " them %.0f + evidence %.0f; the measures of one period alone %.0f\n",
        units, measures, links, runs, median[STAGE_READ] + median[STAGE_PLAN], median[STAGE_READ],
        median[STAGE_PLAN], judging[runs / 2], GOAL, judging[runs / 2] > GOAL ? " MISSED" : "",
        median[STAGE_ASSESS], median[STAGE_EVIDENCE], median[STAGE_MEASURES]);
    return 0;
}

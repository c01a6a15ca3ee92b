#include "unit/plancase.h"

#include "app/mapwish.h"
#include "report/mapkeep.h"
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* A job over a plan of two units, with what the command line says. */
static struct job *job_of(void **state, struct built *built, struct options *options) {
    *built = plan_of(state, (struct sections){.objectives = PAIR});
    *options = (struct options){.command = COMMAND_MAP};
    struct job *job = arena_alloc((struct arena *)*state, sizeof *job);
    job->arena = *state;
    job->options = options;
    job->diags = diags_new(job->arena);
    job->plan = built->plan;
    return job;
}

static size_t said(struct job *job, enum diag_code code) {
    size_t count, found = 0;
    const struct diag *diag = diags_sorted(job->diags, &count);
    for (size_t i = 0; i < count; i++)
        found += diag[i].code == code;
    return found;
}

static const char *file_with(struct job *job, char *name, const char *text) {
    int file = mkstemp(name);
    assert_true(file >= 0);
    assert_int_equal(write(file, text, strlen(text)), (ssize_t)strlen(text));
    close(file);
    return arena_strdup(job->arena, name);
}

static void without_options_it_is_the_whole_map_of_the_top_unit(void **state) {
    struct built built;
    struct options options;
    struct mapwish wish;
    struct job *job = job_of(state, &built, &options);
    assert_int_equal(mapwish_read(job, &wish), OUTCOME_DONE);
    assert_int_equal(wish.view.kind, VIEW_WHOLE);
    assert_string_equal(wish.unit->id, "U0");
    assert_null(wish.kept);
}

static void a_view_is_read_and_an_unknown_one_refused(void **state) {
    struct built built;
    struct options options;
    struct mapwish wish;
    struct job *job = job_of(state, &built, &options);
    options.value[SWITCH_VIEW] = "around:O2";
    assert_int_equal(mapwish_read(job, &wish), OUTCOME_DONE);
    assert_int_equal(wish.view.kind, VIEW_AROUND);
    options.value[SWITCH_VIEW] = "from:behind";
    assert_int_equal(mapwish_read(job, &wish), OUTCOME_USAGE);
    assert_int_equal(said(job, BP5094), 1);
}

static void a_layout_that_is_missing_broken_or_of_another_unit_is_refused(void **state) {
    char broken[] = P_tmpdir "/mapwish-XXXXXX", other[] = P_tmpdir "/mapwish-XXXXXX";
    struct built built;
    struct options options;
    struct mapwish wish;
    struct job *job = job_of(state, &built, &options);
    options.value[SWITCH_KEEP_LAYOUT] = "/nowhere/last.json";
    assert_int_equal(mapwish_read(job, &wish), OUTCOME_UNREADABLE);
    assert_int_equal(said(job, BP9001), 1);
    options.value[SWITCH_KEEP_LAYOUT] = file_with(job, broken, "{");
    assert_int_equal(mapwish_read(job, &wish), OUTCOME_UNREADABLE);
    assert_int_equal(said(job, BP5087), 1);
    options.value[SWITCH_KEEP_LAYOUT] = file_with(
        job, other,
        "{\"format\":\"strategy-map-layout/1\",\"map\":\"U9\",\"arrangement\":{\"width\":1,"
        "\"height\":1,\"title\":1,\"pitch\":1,\"quarters\":8,\"headerRow\":-1,\"rows\":[],"
        "\"columns\":[],\"cards\":[]}}");
    assert_int_equal(mapwish_read(job, &wish), OUTCOME_USAGE);
    assert_int_equal(said(job, BP5089), 1);
    assert_null(job->kept);
    unlink(broken);
    unlink(other);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        fixture_test(without_options_it_is_the_whole_map_of_the_top_unit),
        fixture_test(a_view_is_read_and_an_unknown_one_refused),
        fixture_test(a_layout_that_is_missing_broken_or_of_another_unit_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "sectioncase.h"

report_section_fn section_jobs;

static const char *said(struct sectioncase *s) {
    return sectioncase_text(s, section_jobs, "jobs");
}

static void the_title_adds_up_the_families(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    const char *text = said(s);
    assert_says(text, "347 of 458 strategic posts (76");
    assert_says(text, "111 are not yet");
    assert_says(text, "Collection nurses");
    assert_says(text, "\"412\" | \"318\" | \"77");
}

static void all_ready_is_said_and_no_posts_are_no_share(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    struct strategic_job job = s->plan.jobs.items[0];
    s->plan.jobs.items = &job;
    s->plan.jobs.count = 1;
    job.ready = job.positions;
    assert_says(said(s), "All 412 strategic posts are held by people who are ready");
    job.positions = job.ready = 0;
    assert_says(said(s), "The strategic job families have no posts yet");
}

static void none_is_one_quiet_line(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    s->plan.jobs.count = 0;
    assert_says(said(s), "No strategic job families recorded.");
    assert_silent(said(s), "table");
}

static void many_families_with_long_names_all_stand(void **state) {
    struct sectioncase *s = sectioncase_new(*state);
    struct strategic_job *jobs = arena_array(s->report.arena, 60, sizeof *jobs);
    for (size_t i = 0; i < 60; i++) {
        jobs[i] = s->plan.jobs.items[0];
        jobs[i].name = "Donaudampfschifffahrtsgesellschaftsblutspendeterminplanerinnen in all "
                       "regions of the country";
    }
    s->plan.jobs.items = jobs;
    s->plan.jobs.count = 60;
    assert_int_equal(sectioncase_count(said(s), "Donaudampf"), 60);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_title_adds_up_the_families),
        cmocka_unit_test(all_ready_is_said_and_no_posts_are_no_share),
        cmocka_unit_test(none_is_one_quiet_line),
        cmocka_unit_test(many_families_with_long_names_all_stand),
    };
    return SECTIONCASE_MAIN(tests);
}

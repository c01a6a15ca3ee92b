#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/file.h"
#include "compare/approvalnow.h"

struct sample {
    struct arena *arena;
    const struct plan *plan;
};

static int open_sample(void **state) {
    static struct sample sample;
    sample.arena = arena_new(0, NULL, NULL);
    struct diags *diags = diags_new(sample.arena);
    const char *path = "samples/regional-blood-service.xml";
    char *bytes;
    size_t length;
    const char *why;
    if (file_read(sample.arena, path, 1 << 26, &bytes, &length, &why) != FILE_OK)
        fail_msg("%s: %s", path, why);
    struct workbook *workbook;
    assert_int_equal(workbook_read(sample.arena, path, bytes, length, diags, &workbook),
                     WORKBOOK_READ);
    const struct plan_options options = {.period = NULL};
    sample.plan = plan_build(sample.arena, workbook, &options, diags);
    *state = &sample;
    return 0;
}

static int close_sample(void **state) {
    struct sample *sample = *state;
    arena_free(sample->arena);
    return 0;
}

static enum approval_standing standing(struct sample *c, const char *id, const char *field,
                                       const char *value) {
    struct change_request request = c->plan->changes.items[0]; /* M18, April 2026 */
    request.linked_id = id;
    request.field = field;
    request.new_value = value;
    return approvalnow_standing(approvalnow_new(c->arena, c->plan), &request);
}

static void a_target_that_is_there_stands_however_it_is_written(void **state) {
    struct sample *c = *state;
    assert_int_equal(standing(c, "M18", "target", "2.5"), STANDING_THERE);
    assert_int_equal(standing(c, "M18", "Target", "2.50"), STANDING_THERE);
    assert_int_equal(standing(c, "M18", "target", "2.6"), STANDING_OTHERWISE);
}

static void a_column_of_the_row_or_of_what_belongs_to_it_is_looked_at(void **state) {
    struct sample *c = *state;
    assert_int_equal(standing(c, "C1", "Weight", "40"), STANDING_THERE);
    assert_int_equal(standing(c, "C1", "Weight", "50"), STANDING_OTHERWISE);
    assert_int_equal(standing(c, "M10", "Red Flag", "75"), STANDING_THERE);
    assert_int_equal(standing(c, "N08", "Budget", "12600000"), STANDING_THERE);
}

static void what_names_no_figure_cannot_be_told(void **state) {
    struct sample *c = *state;
    assert_int_equal(standing(c, "C1", "", "40"), STANDING_UNKNOWN);
    assert_int_equal(standing(c, "C1", "Weight", ""), STANDING_UNKNOWN);
    assert_int_equal(standing(c, "C1", "Colour of the door", "red"), STANDING_UNKNOWN);
    assert_int_equal(standing(c, "X9", "Weight", "40"), STANDING_UNKNOWN);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_target_that_is_there_stands_however_it_is_written),
        cmocka_unit_test(a_column_of_the_row_or_of_what_belongs_to_it_is_looked_at),
        cmocka_unit_test(what_names_no_figure_cannot_be_told),
    };
    return cmocka_run_group_tests(tests, open_sample, close_sample);
}

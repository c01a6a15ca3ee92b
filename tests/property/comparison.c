/* What must hold of every comparison: tried on the sample with seeded dice.
 *
 * - A workbook compared with itself, or with itself in another order of rows, differs in nothing.
 * - Turned round, what was new is retired, and every change goes back.
 * - Every value that moved is told once: the runs add up to what was changed. */
#include "unit/planfixture.h"

#include "base/file.h"
#include "compare/compare.h"

#define SAMPLE "samples/regional-blood-service.xml"
#define TRIALS 40

struct side {
    struct workbook *workbook;
    const struct plan *plan;
    const struct assessment *results;
};

static struct side side_read(struct arena *arena) {
    struct side side = {0};
    char *bytes;
    size_t length;
    const char *why;
    if (file_read(arena, SAMPLE, 1 << 26, &bytes, &length, &why) != FILE_OK)
        fail_msg("%s: %s", SAMPLE, why);
    assert_int_equal(workbook_read(arena, SAMPLE, bytes, length, diags_new(arena), &side.workbook),
                     WORKBOOK_READ);
    return side;
}

/* False if the workbook has errors now. */
static bool side_judge(struct arena *arena, struct side *side) {
    const struct plan_options options = {.period = NULL};
    struct diags *diags = diags_new(arena);
    side->plan = plan_build(arena, side->workbook, &options, diags);
    if (diags_count(diags, DIAG_ERROR) > 0)
        return false;
    side->results = assess(arena, side->plan, diags);
    return true;
}

static const struct comparison *compare_sides(struct arena *arena, const struct side *before,
                                              const struct side *after) {
    return compare_plans(arena, before->plan, before->results, after->plan, after->results);
}

static void shuffle(struct dice *dice, struct table *table) {
    for (size_t i = table->records.count; i > 1; i--) {
        size_t other = roll(dice, (uint32_t)i);
        struct record swap = table->records.items[i - 1];
        table->records.items[i - 1] = table->records.items[other];
        table->records.items[other] = swap;
    }
}

static void the_same_in_any_order_differs_in_nothing(void **state) {
    (void)state;
    struct dice dice = {11};
    for (int trial = 0; trial < 6; trial++) {
        struct arena *arena = arena_new(0, NULL, NULL);
        struct side before = side_read(arena), after = side_read(arena);
        for (int sheet = 0; trial > 0 && sheet < SHEET_COUNT; sheet++)
            shuffle(&dice, &after.workbook->tables[sheet]);
        assert_true(side_judge(arena, &before));
        assert_true(side_judge(arena, &after));
        const struct comparison *comparison = compare_sides(arena, &before, &after);
        assert_int_equal(comparison->differences.count, 0);
        assert_int_equal(comparison->unapproved, 0);
        arena_free(arena);
    }
}

/* Rows that nothing else stands on. */
static const enum schema_sheet leaves[] = {SHEET_LINKS,    SHEET_THRESHOLDS, SHEET_MILESTONES,
                                           SHEET_ACTIONS,  SHEET_DECISIONS,  SHEET_STAFFING,
                                           SHEET_CONTROLS, SHEET_BENEFITS,   SHEET_BUDGET_LINES,
                                           SHEET_CALENDAR, SHEET_PRACTICES,  SHEET_ENVIRONMENT};
#define LEAVES (sizeof leaves / sizeof *leaves)

static void drop_rows(struct dice *dice, struct workbook *workbook) {
    for (size_t i = 0; i < LEAVES; i++) {
        struct table *table = &workbook->tables[leaves[i]];
        size_t kept = 0;
        for (size_t k = 0; k < table->records.count; k++)
            if (roll(dice, 12) != 0)
                table->records.items[kept++] = table->records.items[k];
        table->records.count = kept;
    }
}

static bool same_thing(const struct difference *a, const struct difference *b) {
    return a->sheet == b->sheet && a->column == b->column && strcmp(a->id, b->id) == 0 &&
           strcmp(a->part, b->part) == 0 && strcmp(a->field, b->field) == 0 &&
           (a->kind == CHANGED_STATUS) == (b->kind == CHANGED_STATUS);
}

static const struct difference *found_in(const struct comparison *all, const struct difference *d) {
    for (size_t i = 0; i < all->differences.count; i++)
        if (same_thing(&all->differences.items[i], d))
            return &all->differences.items[i];
    return NULL;
}

/* Thresholds apart: a new one is told by what it changes, a retired one as a row. */
static void assert_mirrored(const struct comparison *forth, const struct comparison *back) {
    for (size_t i = 0; i < forth->differences.count; i++) {
        const struct difference *d = &forth->differences.items[i];
        if (d->sheet == SHEET_THRESHOLDS)
            continue;
        const struct difference *other = found_in(back, d);
        if (!other) {
            fail_msg("%s %s %s %s has no mirror", compare_kind_name(d->kind), d->entity, d->id,
                     d->field);
            return;
        }
        assert_string_equal(d->before, other->after);
        assert_string_equal(d->after, other->before);
        assert_int_equal(d->kind == CHANGED_NEW, other->kind == CHANGED_RETIRED);
        assert_int_equal(d->kind == CHANGED_RETIRED, other->kind == CHANGED_NEW);
    }
}

static void turned_round_every_change_goes_back(void **state) {
    (void)state;
    struct dice dice = {23};
    size_t compared = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
        struct arena *arena = arena_new(0, NULL, NULL);
        struct side one = side_read(arena), two = side_read(arena);
        drop_rows(&dice, one.workbook);
        drop_rows(&dice, two.workbook);
        if (side_judge(arena, &one) && side_judge(arena, &two)) {
            const struct comparison *forth = compare_sides(arena, &one, &two);
            const struct comparison *back = compare_sides(arena, &two, &one);
            assert_mirrored(forth, back);
            assert_mirrored(back, forth);
            compared += forth->differences.count;
        }
        arena_free(arena);
    }
    assert_true(compared > TRIALS);
}

static void every_value_that_moved_is_told_once(void **state) {
    (void)state;
    struct dice dice = {37};
    for (int trial = 0; trial < TRIALS; trial++) {
        struct arena *arena = arena_new(0, NULL, NULL);
        struct side before = side_read(arena), after = side_read(arena);
        assert_true(side_judge(arena, &before));
        assert_true(side_judge(arena, &after));
        size_t moved[SERIES_COUNT] = {0}, told[SERIES_COUNT] = {0};
        for (size_t m = 0; m < after.plan->measures.count; m++)
            for (size_t s = 0; s < SERIES_COUNT; s++) {
                struct measure *measure = &after.plan->measures.items[m];
                for (size_t v = 0; v < measure->series[s].count; v++)
                    if (roll(&dice, 4) == 0) {
                        measure->series[s].items[v].value.micro += roll(&dice, 3) + 1;
                        moved[s]++;
                    }
            }
        const struct comparison *comparison =
            compare_plans(arena, before.plan, NULL, after.plan, NULL);
        for (size_t i = 0; i < comparison->differences.count; i++)
            for (int s = 0; s < SERIES_COUNT; s++)
                if (strcmp(comparison->differences.items[i].field,
                           plan_series_name((enum series)s)) == 0)
                    told[s] += comparison->differences.items[i].count;
        for (size_t s = 0; s < SERIES_COUNT; s++)
            assert_int_equal(told[s], moved[s]);
        assert_int_equal(comparison->unapproved + comparison->approved,
                         comparison->kinds[CHANGED_AGREED]);
        arena_free(arena);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_in_any_order_differs_in_nothing),
        cmocka_unit_test(turned_round_every_change_goes_back),
        cmocka_unit_test(every_value_that_moved_is_told_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

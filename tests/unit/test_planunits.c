#include "plan/planunits.h"

#include "unit/arenacase.h" /* last: others use these names for parameters */

enum { MOST = 5000 };

static struct plan plan_of(struct unit *units, size_t count) {
    return (struct plan){.units = {units, count, count}};
}

static const char *ids(const struct plan *plan, const struct unit *top) {
    size_t count;
    const struct unit **list = planunits_from(arena, plan, top, &count);
    const char *text = "";
    for (size_t i = 0; i < count; i++)
        text = arena_printf(arena, "%s%s ", text, list[i]->id);
    return text;
}

static void units_stand_before_their_own_and_in_their_order(void **state) {
    (void)state;
    struct unit units[] = {{.id = "B", .order = 2}, {.id = "top"}, {.id = "B1"},    {.id = "late"},
                           {.id = "A", .order = 1}, {.id = "B2"},  {.id = "later"}, {.id = "A1"}};
    units[0].parent = units[3].parent = units[4].parent = units[6].parent = &units[1];
    units[2].parent = units[5].parent = &units[0];
    units[7].parent = &units[4];
    struct plan plan = plan_of(units, 8);
    assert_string_equal(ids(&plan, &units[1]), "top A A1 B B1 B2 late later ");
    assert_string_equal(ids(&plan, &units[0]), "B B1 B2 ");
    assert_string_equal(ids(&plan, &units[7]), "A1 ");
}

static void a_long_chain_of_units_is_no_danger(void **state) {
    (void)state;
    struct unit *units = arena_array(arena, MOST, sizeof *units);
    for (size_t i = 0; i < MOST; i++) {
        units[i].id = "U";
        units[i].parent = i ? &units[i - 1] : NULL;
    }
    struct plan plan = plan_of(units, MOST);
    size_t count;
    const struct unit **list = planunits_from(arena, &plan, units, &count);
    assert_int_equal(count, MOST);
    assert_ptr_equal(list[MOST - 1], &units[MOST - 1]);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(units_stand_before_their_own_and_in_their_order),
        ARENA_TEST(a_long_chain_of_units_is_no_danger),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

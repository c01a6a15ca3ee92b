#include "arenacase.h"
#include "report/mapmemo.h"

static void an_arrangement_is_known_once_it_has_been_asked_for(void **state) {
    (void)state;
    struct mapmemo *memo = mapmemo_new(arena);
    struct mapmemo_entry *entry;
    assert_false(mapmemo_known(memo, 0, (const int[]){1, 2, 3}, 3, &entry));
    entry->cost = 700;
    entry->work = 40;
    assert_true(mapmemo_known(memo, 0, (const int[]){1, 2, 3}, 3, &entry));
    assert_int_equal(entry->cost, 700);
    assert_int_equal(entry->work, 40);
}

static void arrangements_of_other_numbers_order_or_space_are_others(void **state) {
    (void)state;
    struct mapmemo *memo = mapmemo_new(arena);
    struct mapmemo_entry *entry;
    assert_false(mapmemo_known(memo, 0, (const int[]){1, 2, 3}, 3, &entry));
    assert_false(mapmemo_known(memo, 0, (const int[]){1, 2, 4}, 3, &entry));
    assert_false(mapmemo_known(memo, 0, (const int[]){2, 1, 3}, 3, &entry));
    assert_false(mapmemo_known(memo, 0, (const int[]){-1, 2, 3}, 3, &entry));
    assert_false(mapmemo_known(memo, 1, (const int[]){1, 2, 3}, 3, &entry));
    assert_false(mapmemo_known(memo, 0, (const int[]){1, 2, 3}, 2, &entry));
}

static void more_arrangements_than_are_kept_never_give_the_cost_of_another(void **state) {
    (void)state;
    struct mapmemo *memo = mapmemo_new(arena);
    struct mapmemo_entry *entry;
    for (int i = 0; i < 50000; i++) {
        assert_false(mapmemo_known(memo, 0, (const int[]){i / 200, i % 200}, 2, &entry));
        entry->cost = i;
    }
    int kept = 0;
    for (int i = 49999; i >= 0; i--)
        if (mapmemo_known(memo, 0, (const int[]){i / 200, i % 200}, 2, &entry)) {
            assert_int_equal(entry->cost, i);
            kept++;
        }
    assert_true(kept > 1000);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(an_arrangement_is_known_once_it_has_been_asked_for),
        ARENA_TEST(arrangements_of_other_numbers_order_or_space_are_others),
        ARENA_TEST(more_arrangements_than_are_kept_never_give_the_cost_of_another),
    };
    return cmocka_run_group_tests_name("mapmemo", tests, NULL, NULL);
}

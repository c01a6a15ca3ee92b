/* What stands beside the statuses, on random plans, against definitions written the other way
 * round: units asked from the top down where the program walks from the bottom up. */
#include "unit/planfixture.h"

#include "assess/alignment.h"
#include "assess/benefitstatus.h"

enum { ROUNDS = 400, UNITS = 12 };

struct figure {
    bool known;
    int64_t people, of; /* 10^-6 */
};

static const struct workforce_fact *latest(const struct plan *plan, const struct unit *unit) {
    const struct workforce_fact *found = NULL;
    for (size_t i = 0; i < plan->workforce.count; i++) {
        const struct workforce_fact *fact = &plan->workforce.items[i];
        bool over =
            date_compare(period_last(fact->period), period_last(plan->organization.period)) <= 0;
        if (fact->unit == unit && over &&
            (!found || date_compare(period_last(fact->period), period_last(found->period)) > 0))
            found = fact;
    }
    return found;
}

/* Of a unit: what it tells, else the sum of its children's. */
static struct figure goals_of(const struct plan *plan, const struct unit *unit) {
    const struct workforce_fact *fact = latest(plan, unit);
    if (fact && fact->goals_linked.known)
        return (struct figure){true, fact->goals_linked.value.micro, fact->headcount.value.micro};
    struct figure sum = {0};
    for (size_t i = 0; i < plan->units.count; i++) {
        if (plan->units.items[i].parent != unit)
            continue;
        struct figure child = goals_of(plan, &plan->units.items[i]);
        sum.known |= child.known;
        sum.people += child.people;
        sum.of += child.of;
    }
    return sum;
}

static int64_t money_below(const struct plan *plan, const struct unit *unit, bool linked) {
    int64_t sum = 0;
    for (size_t i = 0; i < plan->budget_lines.count; i++) {
        const struct budget_line *line = &plan->budget_lines.items[i];
        if (line->unit == unit && (!linked || strcmp(line->linked_id, "O1") == 0))
            sum += line->amount.micro;
    }
    for (size_t i = 0; i < plan->units.count; i++)
        if (plan->units.items[i].parent == unit)
            sum += money_below(plan, &plan->units.items[i], linked);
    return sum;
}

static struct quantity some(struct dice *dice, uint32_t most) {
    return (struct quantity){.known = roll(dice, 3) > 0, .value = decimal_of(roll(dice, most))};
}

/* Units in any order, each below one of those made before it. */
static struct fixture *random_plan(struct dice *dice) {
    struct fixture *f = fixture_new();
    size_t count = 1 + roll(dice, UNITS);
    size_t order[UNITS + 1];
    for (size_t i = 0; i < count; i++) {
        add_unit(f, arena_printf(f->arena, "U%zu", i));
        order[i] = i;
    }
    for (size_t i = count; i > 1; i--) {
        size_t j = roll(dice, (uint32_t)i);
        size_t swap = order[i - 1];
        order[i - 1] = order[j];
        order[j] = swap;
    }
    struct unit *units = f->plan.units.items;
    for (size_t i = 1; i < count; i++)
        units[order[i]].parent = &units[order[roll(dice, (uint32_t)i)]];
    add_objective(f, "O1", &units[0], add_perspective(f, "P1"));
    static const char *const periods[] = {"2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"};
    for (size_t i = 0; i < 30; i++) {
        struct unit *unit = &units[roll(dice, (uint32_t)count)];
        *FIXTURE_NEXT(f, budget_lines) =
            (struct budget_line){.id = "BL",
                                 .unit = unit,
                                 .linked_id = roll(dice, 2) ? "O1" : "",
                                 .amount = decimal_of(roll(dice, 1000))};
    }
    for (size_t i = 0; i < count; i++)
        for (size_t p = 0; p < 4; p++)
            if (roll(dice, 3) == 0)
                *FIXTURE_NEXT(f, workforce) = (struct workforce_fact){
                    .unit = &units[i],
                    .period = span(f, periods[p]),
                    .headcount = {.known = true, .value = decimal_of(roll(dice, 500))},
                    .goals_linked = some(dice, 100)};
    return f;
}

static void nobody_and_no_money_is_counted_twice_nor_forgotten(void **state) {
    (void)state;
    struct dice dice = {20261031};
    int told = 0;
    for (int round = 0; round < ROUNDS; round++) {
        struct fixture *f = random_plan(&dice);
        const struct alignment_result *r =
            alignment(f->arena, &f->plan, f->plan.organization.period);
        for (size_t i = 0; i < f->plan.units.count; i++) {
            const struct unit *unit = &f->plan.units.items[i];
            struct figure goals = goals_of(&f->plan, unit);
            assert_int_equal(r[i].has_goals, goals.known);
            assert_int_equal(r[i].goals.micro, goals.people);
            assert_int_equal(r[i].goals_of.micro, goals.of);
            assert_int_equal(r[i].budget.micro, money_below(&f->plan, unit, false));
            assert_int_equal(r[i].linked.micro, money_below(&f->plan, unit, true));
            told += goals.known;
        }
        fixture_free(f);
    }
    assert_true(told > ROUNDS);
}

/* Rank of a status of a benefit, the worse the higher. */
static int rank(enum status status) {
    assert_true(status_scored(status));
    return (int)status;
}

static void more_of_a_benefit_never_makes_it_worse(void **state) {
    (void)state;
    struct dice dice = {7};
    for (int round = 0; round < 20000; round++) {
        int64_t planned = 1 + roll(&dice, 1000);
        int64_t little = (int64_t)roll(&dice, 1500) - 200;
        int64_t more = little + roll(&dice, 300);
        assert_true(rank(benefitstatus_band(more, planned)) <=
                    rank(benefitstatus_band(little, planned)));
        /* a fall mirrors a rise, and another unit changes nothing */
        assert_int_equal(benefitstatus_band(-little, -planned),
                         benefitstatus_band(little, planned));
        assert_int_equal(benefitstatus_band(1000 * little, 1000 * planned),
                         benefitstatus_band(little, planned));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nobody_and_no_money_is_counted_twice_nor_forgotten),
        cmocka_unit_test(more_of_a_benefit_never_makes_it_worse),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
